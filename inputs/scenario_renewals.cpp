#include "burden/inputs/scenario_renewals.hpp"

#include <algorithm>

#include "burden/calc/letter_case.hpp"
#include "burden/inputs/hosting_run.hpp"
#include "burden/inputs/renewal_ground.hpp"

namespace burden::inputs {
namespace {

/// Where a country stands among those of a plan.
std::optional<std::size_t> place_in_plan(const ScenarioPlan& plan, const std::string& country) {
    const auto& countries = plan.plan.countries;
    const auto found = std::find_if(countries.begin(), countries.end(),
                                    [&](const auto& one) { return one.code == country; });
    return found == countries.end() ? std::nullopt
                                    : std::optional(static_cast<std::size_t>(found - countries.begin()));
}

/// A slider that is dragged has all rules run anew at every step.
models::MetricSet hosting_alone() {
    models::MetricSet wanted;
    wanted.add(models::Metric::hosting);
    return wanted;
}

}  // namespace

std::string renewal_key(const std::string& country) { return calc::lower_case(country) + ".hosting.renewal"; }

Reading<ScenarioRenewals> scenario_renewals(const Facts& facts, const Scenario& scenario,
                                            const std::string& country,
                                            const std::vector<AskedRenewal>& rules) {
    ScenarioRenewals result;
    for (const AskedRenewal& rule : rules) {
        const auto with = with_settings(scenario, {renewal_key(country) + "=" + rule.text});
        if (!with) {
            return with.diagnostics();
        }
        ScenarioRenewal one{.rule = rule,
                            .words = words_of(rule),
                            .scenario = std::make_shared<const Scenario>(*with),
                            .run = {}};
        const auto plan = plan_of(facts, *one.scenario);
        if (!plan) {
            return plan.diagnostics();
        }
        const auto place = place_in_plan(*plan, country);
        if (!place) {
            return ScenarioRenewals{};
        }
        const PlannedCountry& planned = plan->countries[*place];
        const auto& numbers = plan->plan.countries[*place];
        const auto last = planned.arrangement == nullptr
                              ? std::nullopt
                              : term_years(*planned.arrangement, numbers.calendar).last;
        if (!last || !planned.arrangement->end || numbers.to <= *last) {
            return ScenarioRenewals{};
        }
        result.arrangement = planned.arrangement;
        result.country = *place;
        result.first = std::max(*last + 1, numbers.from);
        result.to = numbers.to;
        one.run = {.scenario = one.scenario.get(),
                   .plan = *plan,
                   .results = models::projections(plan_as<calc::Decimal>(*plan), hosting_alone()),
                   .idle = {}};
        result.renewals.push_back(std::move(one));
    }
    return result;
}

}  // namespace burden::inputs
