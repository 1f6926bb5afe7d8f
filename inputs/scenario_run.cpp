#include "burden/inputs/scenario_run.hpp"

#include <set>

namespace burden::inputs {

using calc::Decimal;

namespace {

/// Every figure of a run in fast numbers: what tells whether a setting changes anything.
using Fingerprint = std::vector<std::optional<double>>;

Fingerprint fingerprint_of(const ScenarioPlan& plan) {
    Fingerprint figures;
    const auto results = models::projections(plan_as<double>(plan));
    for (const std::size_t country : plan.shown) {
        for (const models::Metric metric : models::metrics) {
            for (const auto& figure : results[country][metric]) {
                figures.push_back(figure);
            }
        }
    }
    return figures;
}

Scenario without(const Scenario& scenario, const KeyOfSubject& key) {
    Scenario rest = scenario;
    std::erase_if(rest.settings, [&](const Setting& setting) { return setting.key == key; });
    return rest;
}

/// Values that differ from one another, to see whether a key can change anything.
std::vector<std::string> other_values(const ScenarioKey& key, const std::string& present) {
    const auto but = [&](std::vector<std::string> values) {
        std::erase(values, present);
        return values;
    };
    switch (key.form) {
        case ValueForm::share:
            return {"1.5%", "50%"};
        case ValueForm::rate:
            return {"4.7%"};
        case ValueForm::truth:
            return but({"true", "false"});
        case ValueForm::path:
            return but({"step", "linear"});
        case ValueForm::after_rule:
            return but({"hold-nominal", "hold-share"});
        case ValueForm::renewal:
            return but({"x7"});
        case ValueForm::number:
            return {"7"};
        default:
            return {};
    }
}

/// Whether another value of a key would change a figure, or could not even be planned: then the present value
/// only says what holds without it.
bool can_change(const Facts& facts, const Scenario& scenario, const Setting& setting,
                const Fingerprint& whole) {
    // A year, a denominator or a country that is not the usual one would be seen; the usual one is no slip.
    const ValueForm form = setting.key.key->form;
    if (form == ValueForm::year || form == ValueForm::denominator || form == ValueForm::key_of_facts) {
        return true;
    }
    for (const std::string& value : other_values(*setting.key.key, setting.text)) {
        const auto other =
            with_settings(without(scenario, setting.key), {to_text(setting.key) + "=" + value});
        const auto plan = other ? plan_of(facts, *other) : Reading<ScenarioPlan>(Diagnostic{});
        if (!plan || fingerprint_of(*plan) != whole) {
            return true;
        }
    }
    return false;
}

/// The settings that can be taken away, or set to something else, and no figure changes.
std::vector<const Setting*> idle_settings(const Facts& facts, const Scenario& scenario,
                                          const ScenarioPlan& plan) {
    std::vector<const Setting*> idle;
    std::set<KeyOfSubject> seen;
    std::optional<Fingerprint> whole;
    for (const Setting& setting : scenario.settings) {
        // What is shown, and which countries take part, is seen at once.
        if (setting.key.key->group == ChangeGroup::shown || !seen.insert(setting.key).second) {
            continue;
        }
        const Scenario rest = without(scenario, setting.key);
        const auto other = plan_of(facts, rest);
        if (!other || other->shown.size() != plan.shown.size()) {
            continue;
        }
        if (!whole) {
            whole = fingerprint_of(plan);
        }
        const Setting& last = *scenario.last(setting.key.key->name, setting.key.subject);
        if (fingerprint_of(*other) == *whole && !can_change(facts, scenario, last, *whole)) {
            idle.push_back(&last);
        }
    }
    return idle;
}

}  // namespace

models::ProjectionPlan<calc::Traced> traced_plan(const ScenarioPlan& plan) {
    return models::mapped<calc::Traced>(
        plan.plan, [](const PlanInput& input) { return calc::Traced(input.value, origin_of(input)); });
}

Reading<ScenarioRun> scenario_run(const Facts& facts, const Scenario& scenario) {
    const auto plan = plan_of(facts, scenario);
    if (!plan) {
        return plan.diagnostics();
    }
    ScenarioRun run{.scenario = &scenario,
                    .plan = *plan,
                    .results = models::projections(plan_as<Decimal>(*plan)),
                    .idle = idle_settings(facts, scenario, *plan)};
    std::vector<Diagnostic> warnings;
    for (const Setting* const setting : run.idle) {
        Diagnostic warning = diagnostic_at(
            *setting,
            to_text(setting->key) + " cannot change anything here: every figure is the same whatever it is");
        warning.severity = Severity::warning;
        warnings.push_back(std::move(warning));
    }
    return {std::move(run), std::move(warnings)};
}

}  // namespace burden::inputs
