/// Derivations of scenarios: they give the figures that are printed, and for other inputs those of other
/// scenarios.
#include "burden/inputs/scenario_derivation.hpp"

#include <algorithm>

#include "burden/inputs/scenario_run.hpp"
#include "inputs/known_facts.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using calc::DerivationStep;
using calc::Operation;
using calc::Traced;
using models::Metric;

namespace {

inputs::Reading<inputs::FileText> no_file(const std::string& name, const std::string&) {
    return inputs::Diagnostic{.file = name, .message = "no files here"};
}

inputs::Scenario scenario(const std::string& name, const std::vector<std::string>& set = {}) {
    const auto ready_made = inputs::scenario_of(name, no_file);
    REQUIRE(ready_made);
    const auto changed = inputs::with_settings(*ready_made, set);
    REQUIRE(changed);
    return *changed;
}

/// A scenario's plan run on two numbers.
struct BothRuns {
    inputs::Scenario scenario = {};
    inputs::ScenarioPlan plan = {};
    std::vector<models::CountryProjection<Decimal>> exact = {};
    std::vector<models::CountryProjection<Traced>> traced = {};
};

BothRuns both_runs(const std::string& name, const std::vector<std::string>& set = {}) {
    BothRuns runs{.scenario = scenario(name, set)};
    const auto plan = inputs::plan_of(known_facts(), runs.scenario);
    INFO(name << (plan ? "" : to_text(plan.diagnostics().front())));
    REQUIRE(plan);
    runs.plan = *plan;
    runs.exact = models::projections(inputs::plan_as<Decimal>(*plan));
    runs.traced = models::projections(inputs::traced_plan(*plan));
    return runs;
}

/// Calls `check(country, metric, year)` for every figure of a run.
template <typename Check>
void for_every_cell(const BothRuns& runs, const Check& check) {
    for (std::size_t country = 0; country < runs.exact.size(); ++country) {
        for (const Metric metric : models::metrics) {
            for (calc::Year year = runs.exact[country].from(); year <= runs.exact[country].to(); ++year) {
                check(country, metric, year);
            }
        }
    }
}

inputs::CellDerivation derived(const std::string& name, const std::string& cell, int depth = 20,
                               const std::vector<std::string>& set = {}) {
    const inputs::Scenario one = scenario(name, set);
    const auto plan = inputs::plan_of(known_facts(), one);
    REQUIRE(plan);
    const auto asked = inputs::ScenarioCell::read(cell);
    REQUIRE(asked);
    const auto derivation = inputs::cell_derivation(one, *plan, *asked, {.depth = depth, .steps = 100'000});
    REQUIRE(derivation);
    return *derivation;
}

/// The step with that name; fails where there is none.
std::size_t step_named(const inputs::CellDerivation& derivation, const std::string& name) {
    const auto found = std::find_if(derivation.steps.begin(), derivation.steps.end(),
                                    [&](const DerivationStep& step) { return step.name == name; });
    INFO(name);
    REQUIRE(found != derivation.steps.end());
    return static_cast<std::size_t>(found - derivation.steps.begin());
}

/// The input with that label; fails where there is none.
std::size_t input_labelled(const inputs::CellDerivation& derivation, const std::string& label) {
    const auto found = std::find_if(derivation.steps.begin(), derivation.steps.end(),
                                    [&](const DerivationStep& step) { return step.origin.label == label; });
    INFO(label);
    REQUIRE(found != derivation.steps.end());
    return static_cast<std::size_t>(found - derivation.steps.begin());
}

/// The value that the operands of a step give.
Decimal redone(const DerivationStep& step, const std::vector<DerivationStep>& steps) {
    const auto operand = [&](std::size_t at) { return steps[step.operands.at(at)].value; };
    switch (step.operation) {
        case Operation::sum:
            return operand(0) + operand(1);
        case Operation::difference:
            return operand(0) - operand(1);
        case Operation::product:
            return operand(0) * operand(1);
        case Operation::quotient:
            return operand(0) / operand(1);
        case Operation::least:
            return least(operand(0), operand(1));
        case Operation::greatest:
            return greatest(operand(0), operand(1));
        case Operation::power:
            return power(operand(0), operand(1));
        case Operation::same:
            return operand(0);
        case Operation::constant:
        case Operation::input:
            break;
    }
    return step.value;
}

}  // namespace

TEST_CASE("every figure of every ready-made scenario is what its derivation gives, to the last digit",
          "[inputs][scenario][derivation]") {
    for (const inputs::ReadyMade& one : inputs::ready_made_scenarios()) {
        const BothRuns runs = both_runs(std::string(one.name));
        std::size_t wrong = 0;
        std::size_t known = 0;
        for_every_cell(runs, [&](std::size_t country, Metric metric, calc::Year year) {
            const auto& exact = runs.exact[country][metric][year];
            const auto& traced = runs.traced[country][metric][year];
            known += exact ? 1 : 0;
            const bool same = exact.has_value() == traced.has_value() &&
                              (!exact || (traced->value() == *exact && recomputed(*traced) == *exact));
            wrong += same ? 0 : 1;
        });
        INFO(one.name);
        CHECK(wrong == 0);
        CHECK(known > 0);
    }
}

TEST_CASE("a derivation with another input gives what the scenario gives with that input",
          "[inputs][scenario][derivation][law]") {
    struct Case {
        const char* scenario;
        const char* before;  ///< set in both, so that the input is there
        const char* label;
        const char* value;
        const char* other;
    };
    const auto changed = GENERATE(values<Case>({
        {"baseline", "jpn.target.share=3.4%", "jpn.target.share", "0.05", "jpn.target.share=5%"},
        {"jpn-5-by-2035", "jpn.target.share=5%", "jpn.target.share", "0.02", "jpn.target.share=2%"},
        {"baseline", "jpn.growth=1%", "jpn.growth", "0.03", "jpn.growth=3%"},
        {"jpn-5-by-2035", "jpn.inflation=1%", "jpn.inflation", "-0.005", "jpn.inflation=-0.5%"},
        {"in-dollars", "fx.jpy=150", "fx.jpy", "110", "fx.jpy=110"},
        {"in-dollars", "fx.jpy=×1.1", "fx.jpy", "0.9", "fx.jpy=×0.9"},
        {"baseline", "jpn.base.spending=12 tn JPY", "jpn.base.spending", "9.5e12",
         "jpn.base.spending=9.5 tn JPY"},
        {"hosting-per-head", "jpn.presence.members=50000", "jpn.presence.members", "60000",
         "jpn.presence.members=60000"},
        {"hosting-cpi", "jpn.consumer_prices=2%", "jpn.consumer_prices", "0.07", "jpn.consumer_prices=7%"},
    }));
    CAPTURE(changed.scenario, changed.other);
    const BothRuns before = both_runs(changed.scenario, {changed.before});
    const BothRuns after = both_runs(changed.scenario, {changed.other});
    const auto other = [&](const calc::Origin& origin) -> std::optional<Decimal> {
        return origin.label == changed.label ? std::optional(Decimal(changed.value)) : std::nullopt;
    };
    std::size_t wrong = 0;
    std::size_t moved = 0;
    for_every_cell(before, [&](std::size_t country, Metric metric, calc::Year year) {
        const auto& traced = before.traced[country][metric][year];
        const auto& expected = after.exact[country][metric][year];
        if (traced && expected) {
            wrong += recomputed(*traced, other) == *expected ? 0 : 1;
            moved += traced->value() == *expected ? 0 : 1;
        }
    });
    CHECK(wrong == 0);
    CHECK(moved > 0);
}

TEST_CASE("every step of a derivation is what its operands give", "[inputs][scenario][derivation]") {
    for (const auto& [name, cell] :
         {std::pair{"jpn-5-by-2035", "jpn.extra[total]"}, std::pair{"jpn-tracks-usa", "jpn.spending[FY2035]"},
          std::pair{"hosting-cpi", "jpn.hosting[FY2030]"}, std::pair{"in-dollars", "jpn.spending[FY2030]"}}) {
        const auto derivation = derived(name, cell);
        CAPTURE(name, cell);
        CHECK_FALSE(derivation.cut);
        CHECK(derivation.steps.front().value == derivation.value);
        std::size_t wrong = 0;
        for (const DerivationStep& step : derivation.steps) {
            wrong += step.operands.empty() || redone(step, derivation.steps) == step.value ? 0 : 1;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("a derivation goes from spending to shares, GDP and the target", "[inputs][scenario][derivation]") {
    const auto derivation = derived("jpn-5-by-2035", "jpn.spending[FY2030]");
    CHECK(derivation.cell == "jpn.spending[FY2030]");
    CHECK(derivation.unit.money->currency.code() == "JPY");
    const DerivationStep& spending = derivation.steps.front();
    CHECK(spending.operation == Operation::product);
    const std::size_t share = step_named(derivation, "jpn.share[FY2030]");
    const std::size_t gdp = step_named(derivation, "jpn.gdp[FY2030]");
    CHECK(std::count(spending.operands.begin(), spending.operands.end(), share) == 1);
    CHECK(std::count(spending.operands.begin(), spending.operands.end(), gdp) == 1);
    CHECK(derivation.units[share] == "%");
    CHECK(derivation.units[gdp] == "JPY");
    CHECK(derivation.steps[step_named(derivation, "jpn.share[FY2025]")].operation == Operation::quotient);
}

TEST_CASE("an input says where it stands, whose it is and why it was chosen",
          "[inputs][scenario][derivation]") {
    const auto derivation = derived("jpn-5-by-2035", "jpn.spending[FY2030]");
    const std::size_t target = input_labelled(derivation, "jpn.target.share");
    CHECK(derivation.steps[target].origin.place.starts_with("jpn-5-by-2035:"));
    CHECK(derivation.steps[target].origin.why.find("NATO") != std::string::npos);
    CHECK(derivation.units[target] == "%");
    CHECK(derivation.steps[target].value == Decimal("0.05"));
    const DerivationStep& base = derivation.steps[step_named(derivation, "jpn.base spending[FY2025]")];
    CHECK(base.operation == Operation::input);
    CHECK_FALSE(base.origin.sources.empty());
    CHECK_FALSE(base.origin.why.empty());
    CHECK(base.origin.unit == "JPY");
}

TEST_CASE("results of a country that is followed keep its name and its currency",
          "[inputs][scenario][derivation]") {
    const auto derivation = derived("jpn-tracks-usa", "jpn.spending[FY2035]");
    CHECK(derivation.units[step_named(derivation, "usa.gdp[2026]")] == "USD");
    CHECK(derivation.units[step_named(derivation, "jpn.gdp[FY2035]")] == "JPY");
}

TEST_CASE("a change of a rate is a factor, and the rate has its unit", "[inputs][scenario][derivation]") {
    const auto derivation = derived("in-dollars", "jpn.spending[FY2030]", 20, {"fx.jpy=×1.1"});
    CHECK(derivation.unit.money->currency.code() == "USD");
    CHECK(derivation.units.front() == "USD");
    CHECK(derivation.units[step_named(derivation, "jpn.rate[FY2030]")] == "JPY per USD");
    CHECK(derivation.units[input_labelled(derivation, "fx.jpy")].empty());
    CHECK(derivation.steps[input_labelled(derivation, "fx.jpy")].origin.place == "--set");
}

TEST_CASE("the total of a metric is the sum of its years", "[inputs][scenario][derivation]") {
    const auto total = derived("jpn-5-by-2035", "jpn.spending[total]");
    CHECK(total.cell == "jpn.spending[total]");
    Decimal sum = 0;
    for (int year = 2026; year <= 2035; ++year) {
        sum += total.steps[step_named(total, "jpn.spending[FY" + std::to_string(year) + "]")].value;
    }
    CHECK(total.value == sum);
    CHECK(derived("jpn-5-by-2035", "jpn.spending[2026..2027]").cell == "jpn.spending[FY2026..FY2027]");
}

TEST_CASE("a derivation that is too long says so", "[inputs][scenario][derivation]") {
    const inputs::Scenario one = scenario("jpn-5-by-2035");
    const auto plan = inputs::plan_of(known_facts(), one);
    REQUIRE(plan);
    const auto cell = inputs::ScenarioCell::read("jpn.extra[total]");
    const auto derivation = inputs::cell_derivation(one, *plan, *cell, {.depth = 20, .steps = 10});
    REQUIRE(derivation);
    CHECK(derivation->cut);
    CHECK(derivation->steps.size() <= 10);
}

TEST_CASE("a cell that the plan has not is refused", "[inputs][scenario][derivation]") {
    const inputs::Scenario one = scenario("baseline");
    const auto plan = inputs::plan_of(known_facts(), one);
    REQUIRE(plan);
    for (const auto& [cell, message] :
         {std::pair{"usa.spending[2030]", "the scenario has no country 'usa'"},
          std::pair{"jpn.spending[FY2090]", "'jpn.spending[FY2090]' is outside the years of JPN"}}) {
        const auto derivation = inputs::cell_derivation(one, *plan, *inputs::ScenarioCell::read(cell), {});
        REQUIRE_FALSE(derivation);
        CHECK(derivation.diagnostics().front().message == message);
        CHECK(derivation.diagnostics().front().file == "cell");
    }
}
