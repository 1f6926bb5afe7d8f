#include "burden/inputs/scenario_run.hpp"

#include <algorithm>
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

/// The settings of a scenario but those of one key; a plan needs no more of it.
Scenario without(const Scenario& scenario, const KeyOfSubject& key) {
    Scenario rest;
    for (const Setting& setting : scenario.settings) {
        if (setting.key != key) {
            rest.settings.push_back(setting);
        }
    }
    return rest;
}

/// What decides the figures that a key can change: the settings of its country and of the run alone, where no
/// country follows another.
Scenario part_for(const Scenario& scenario, const KeyOfSubject& key) {
    const bool follows =
        std::any_of(scenario.settings.begin(), scenario.settings.end(),
                    [](const Setting& setting) { return setting.key.key->name == "target.parity"; });
    Scenario part;
    if (key.key->subject != Subject::country || follows) {
        part.settings = scenario.settings;
        return part;
    }
    const auto alone = read_setting("countries=" + key.subject, false);
    calc::require(static_cast<bool>(alone), "the country of a key can be shown alone");
    part.settings.push_back(*alone);
    for (const Setting& setting : scenario.settings) {
        const bool of_others =
            setting.key.key->subject == Subject::country && setting.key.subject != key.subject;
        if (!of_others && setting.key != alone->key) {
            part.settings.push_back(setting);
        }
    }
    return part;
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

/// Whether a key is worth looking at. What is shown, and which countries take part, is seen at once; a year,
/// a denominator or a series that is not the usual one would be seen, and the usual one is no slip.
bool may_be_idle(const ScenarioKey& key) {
    return key.group != ChangeGroup::shown && key.form != ValueForm::year &&
           key.form != ValueForm::denominator && key.form != ValueForm::key_of_facts;
}

/// The settings that can be taken away, or set to something else, and no figure changes.
std::vector<const Setting*> idle_settings(const Facts& facts, const Scenario& scenario) {
    std::vector<const Setting*> idle;
    std::set<KeyOfSubject> seen;
    for (const Setting& setting : scenario.settings) {
        if (!may_be_idle(*setting.key.key) || !seen.insert(setting.key).second) {
            continue;
        }
        const Scenario part = part_for(scenario, setting.key);
        const auto with = plan_of(facts, part);
        const auto rest = plan_of(facts, without(part, setting.key));
        if (!with || !rest || with->shown.size() != rest->shown.size()) {
            continue;
        }
        const Fingerprint whole = fingerprint_of(*with);
        const Setting& last = *scenario.last(setting.key.key->name, setting.key.subject);
        if (fingerprint_of(*rest) == whole && !can_change(facts, part, last, whole)) {
            idle.push_back(&last);
        }
    }
    return idle;
}

}  // namespace

template <calc::Number N>
models::ProjectionPlan<N> plan_as(const ScenarioPlan& plan) {
    return models::mapped<N>(plan.plan, [](const PlanInput& input) { return calc::as<N>(input.value); });
}
template models::ProjectionPlan<Decimal> plan_as(const ScenarioPlan& plan);
template models::ProjectionPlan<double> plan_as(const ScenarioPlan& plan);

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
                    .idle = idle_settings(facts, scenario)};
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
