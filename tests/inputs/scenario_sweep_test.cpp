/// Sweeps of ready-made scenarios: exact and fast, on one thread and on several.
#include <rapidcheck.h>

#include <cmath>

#include "burden/inputs/embedded.hpp"
#include "burden/inputs/scenario_solve.hpp"
#include "burden/inputs/scenario_sweep.hpp"
#include "burden/models/plan_numbers.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using inputs::Sweep;
using inputs::SweepQuestion;

namespace {

const inputs::Facts& facts() {
    static const inputs::Facts all = inputs::embedded_facts();
    return all;
}

inputs::Scenario ready_made(const std::string& name) {
    const auto none = [](const std::string&, const std::string&) {
        return inputs::Reading<inputs::FileText>(inputs::Diagnostic{.message = "no file"});
    };
    return *inputs::scenario_of(name, none);
}

SweepQuestion question(const std::vector<std::string>& grid, const std::vector<std::string>& cells) {
    SweepQuestion result;
    for (const std::string& text : grid) {
        result.axes.push_back(*inputs::read_axis(text, false));
    }
    for (const std::string& text : cells) {
        result.cells.push_back(*inputs::ScenarioCell::read(text));
    }
    return result;
}

std::vector<std::optional<Decimal>> all_values(const std::string& scenario, const SweepQuestion& asked) {
    const auto sweep = Sweep::ready(facts(), ready_made(scenario), asked);
    REQUIRE(sweep);
    return sweep->values(0, sweep->points());
}

std::vector<std::string> texts(const inputs::SweepAxis& axis) {
    std::vector<std::string> result;
    for (std::size_t at = 0; at < axis.size(); ++at) {
        result.push_back(axis.text(at));
    }
    return result;
}

}  // namespace

TEST_CASE("a range reaches its end where a step ends there, and stops before it else", "[inputs][sweep]") {
    using Texts = std::vector<std::string>;
    const auto axis = [](const char* text) { return texts(*inputs::read_axis(text, false)); };
    CHECK(axis("jpn.target.share=2%:3%:0.5%") == Texts{"2%", "2.5%", "3%"});
    CHECK(axis("jpn.target.share=2%:3%:0.4 pp") == Texts{"2%", "2.4%", "2.8%"});
    CHECK(axis("jpn.target.share=3%:2%:-0.5%") == Texts{"3%", "2.5%", "2%"});
    CHECK(axis("jpn.growth=-1 pp:+1 pp:1 pp") == Texts{"-1 pp", "+0 pp", "+1 pp"});
    CHECK(axis("fx.jpy=120,140,160") == Texts{"120", "140", "160"});
    CHECK(axis("jpn.offsets.arms=8 bn USD:10 bn USD:1 bn USD") == Texts{"8 bn USD", "9 bn USD", "10 bn USD"});
    CHECK(axis("jpn.growth=0%,0.5%") == Texts{"0%", "0.5%"});
    CHECK(axis("jpn.hosting.renewal=flat|x4") == Texts{"flat", "x4"});
    CHECK(axis("jpn.growth=2027=1%,2028=2%|1%") == Texts{"2027=1%,2028=2%", "1%"});
}

TEST_CASE("a plan and what it is mapped to have the same numbers in the same order", "[inputs][sweep]") {
    for (const inputs::ReadyMade& ready : inputs::ready_made_scenarios()) {
        INFO(ready.name);
        const inputs::Scenario scenario = ready_made(std::string(ready.name));
        const auto plan = inputs::plan_of(facts(), scenario);
        REQUIRE(plan);
        std::vector<Decimal> before;
        models::for_each_free_number(plan->plan,
                                     [&](const inputs::PlanInput& input) { before.push_back(input.value); });
        auto mapped = inputs::plan_as<Decimal>(*plan);
        std::vector<Decimal> after;
        models::for_each_free_number(mapped, [&](Decimal& number) { after.push_back(number); });
        CHECK(before == after);
    }
}

TEST_CASE("every cell of every ready-made scenario is the same from the part of its plan that it needs",
          "[inputs][sweep]") {
    for (const inputs::ReadyMade& ready : inputs::ready_made_scenarios()) {
        const inputs::Scenario scenario = ready_made(std::string(ready.name));
        const auto plan = inputs::plan_of(facts(), scenario);
        REQUIRE(plan);
        const auto results = models::projections(inputs::plan_as<Decimal>(*plan));
        for (std::size_t country = 0; country < results.size(); ++country) {
            for (const models::Metric metric : models::metrics) {
                const inputs::PlacedCell cell{country, metric, results[country].to(), results[country].to()};
                INFO(ready.name << ' ' << inputs::name_of(metric).name);
                CHECK(inputs::VariedPlan<Decimal>(*plan, {cell}, {}).values().front() ==
                      value_of(cell, results));
            }
        }
    }
}

TEST_CASE("a fast sweep gives twelve digits of an exact one", "[inputs][sweep]") {
    CHECK(rc::check("over grids of shares, growth and rates", [] {
        const auto tenths = [](int low, int high) { return *rc::gen::inRange(low, high); };
        const std::string share = std::to_string(tenths(10, 60)) + "e-1%";
        const std::string growth = std::to_string(tenths(-30, 60)) + "e-1%";
        const std::string rate = std::to_string(tenths(80, 200));
        const std::vector<std::string> names = {"jpn-5-by-2035", "hosting-cost-plus", "in-dollars",
                                                "jpn-3-5-plus-1-5", "constant-prices"};
        const std::string scenario = *rc::gen::elementOf(names);
        // Related spending starts from nothing there, and equal factors cannot: the planner says so.
        const std::string paths =
            scenario == "jpn-3-5-plus-1-5" ? "linear|back|step" : "linear|geometric|growth";
        RC_PRE(share != "20e-1%");
        SweepQuestion asked = question({"jpn.target.share=2%," + share, "jpn.growth=1.25%," + growth,
                                        "fx.jpy=77," + rate, "jpn.target.path=" + paths},
                                       {"jpn.spending[FY2035]", "jpn.extra[total]", "jpn.hosting[FY2030]",
                                        "jpn.share[FY2030]", "jpn.spending[total]"});
        const std::size_t width = asked.cells.size();
        const auto exact = all_values(scenario, asked);
        asked.fast = true;
        const auto fast = all_values(scenario, asked);
        RC_ASSERT(exact.size() == fast.size());
        for (std::size_t at = 0; at < exact.size(); ++at) {
            RC_ASSERT(exact[at].has_value() == fast[at].has_value());
            if (exact[at]) {
                const Decimal size = greatest(*exact[at], -*exact[at]);
                const Decimal apart = greatest(*exact[at] - *fast[at], *fast[at] - *exact[at]);
                // Extra is what spending leaves beyond another amount: its digits are those of spending.
                const Decimal scale = at % width == 1 ? greatest(size, *exact[at + 3]) : size;
                RC_ASSERT(apart <= scale * Decimal("1e-12"));
            }
        }
    }));
}

TEST_CASE("a sweep is the same on one thread and on seven", "[inputs][sweep]") {
    for (const bool fast : {false, true}) {
        SweepQuestion asked = question(
            {"jpn.growth=0%:2%:0.1%", "jpn.hosting.renewal=flat|x4|lapse", "jpn.target.share=2%:4%:0.5%"},
            {"jpn.contribution[FY2035]", "jpn.hosting[FY2030]"});
        asked.fast = fast;
        asked.threads = 1;
        const auto one = all_values("outside-the-budget", asked);
        asked.threads = 7;
        CHECK(all_values("outside-the-budget", asked) == one);
    }
}

TEST_CASE("a key that none of the cells depends on is named", "[inputs][sweep]") {
    const auto sweep =
        Sweep::ready(facts(), ready_made("jpn-5-by-2035"),
                     question({"usa.growth=1%,2%", "jpn.growth=1%,2%"}, {"jpn.spending[FY2035]"}));
    REQUIRE(sweep);
    REQUIRE(sweep->idle().size() == 1);
    CHECK(to_text(sweep->idle().front()) == "usa.growth");
}

TEST_CASE("a country that follows another moves with it", "[inputs][sweep]") {
    const auto values =
        all_values("jpn-tracks-usa", question({"usa.base.spending=3%,4%"}, {"jpn.share[FY2035]"}));
    REQUIRE(values.size() == 2);
    CHECK(*values[0] < *values[1]);
}

TEST_CASE("a solution holds, and its bracket contains the boundary", "[inputs][solve]") {
    CHECK(rc::check("for spending of 15 to 45 trillion", [] {
        const int trillions = *rc::gen::inRange(15, 45);
        const auto wish =
            inputs::Wish::read("jpn.spending[FY2035] <= " + std::to_string(trillions) + " tn JPY");
        const auto scenario = ready_made("jpn-5-by-2035");
        const auto solution = inputs::scenario_solution(
            facts(), scenario, {.vary = *inputs::read_key_name("jpn.target.share"), .wish = *wish});
        RC_ASSERT(static_cast<bool>(solution));
        RC_ASSERT(solution->stretches.size() == 1U);
        const auto& stretch = solution->stretches.front();
        RC_ASSERT(stretch.to.holds);
        RC_ASSERT(*stretch.to.cell <= solution->value);
        RC_ASSERT(stretch.above.has_value());
        RC_ASSERT(!stretch.above->holds);
        RC_ASSERT(stretch.above->input - stretch.to.input <= solution->tolerance);
    }));
}
