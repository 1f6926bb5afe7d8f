/// Figures that say of which cells of a run they are made: they are the sum of those cells.
#include <vector>

#include "burden/brief/difference_answer.hpp"
#include "burden/brief/fiscal_answer.hpp"
#include "burden/brief/scenario_answer.hpp"
#include "inputs/scenarios.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::tests;
using brief::Figure;
using brief::FigureTerm;
using calc::Decimal;

namespace {

/// A scenario and its run, which points into it.
struct Ran {
    explicit Ran(const std::string& name) : question(scenario(name)) {
        const auto reading = inputs::scenario_run(known_facts(), question);
        INFO(name);
        REQUIRE(reading);
        run = *reading;
    }

    inputs::Scenario question;
    inputs::ScenarioRun run;
};

Decimal value_of(const FigureTerm& term, const std::vector<const Ran*>& runs) {
    INFO(term.cell);
    const auto cell = inputs::ScenarioCell::read(term.cell);
    REQUIRE(cell);
    const inputs::ScenarioRun& run = runs.at(term.run)->run;
    const auto place = placed(*cell, run.plan, "term");
    REQUIRE(place);
    const auto value = value_of(*place, run.results);
    REQUIRE(value);
    return *value;
}

Decimal size_of(const Decimal& value) { return greatest(value, -value); }

struct Count {
    int with_terms = 0;
    int figures = 0;
    int wrong = 0;
};

/// Counts figures that differ from the sum of their terms.
Count counted(const brief::Answer& answer, const std::vector<const Ran*>& runs) {
    Count count;
    for (const brief::Table& table : answer.tables) {
        for (const brief::Row& row : table.rows) {
            for (const brief::Cell& cell : row.cells) {
                const auto* const figure = std::get_if<Figure>(&cell.content);
                count.figures += figure != nullptr ? 1 : 0;
                if (figure == nullptr || figure->terms.empty()) {
                    continue;
                }
                ++count.with_terms;
                Decimal sum = 0;
                Decimal largest = 1;
                for (const FigureTerm& term : figure->terms) {
                    const Decimal part = term.factor * value_of(term, runs);
                    sum += part;
                    largest = greatest(largest, size_of(part));
                }
                count.wrong += size_of(sum - figure->value) <= largest * Decimal("1e-40") ? 0 : 1;
            }
        }
    }
    return count;
}

}  // namespace

TEST_CASE("every figure of a scenario's tables is the sum of its cells", "[brief][terms]") {
    for (const inputs::ReadyMade& one : inputs::ready_made_scenarios()) {
        INFO(one.name);
        const Ran ran{std::string(one.name)};
        const Count count = counted(brief::scenario_answer(ran.run, known_facts()), {&ran});
        CHECK(count.figures > 0);
        CHECK(count.with_terms == count.figures);
        CHECK(count.wrong == 0);
    }
}

TEST_CASE("every figure of public finance is the sum of its cells", "[brief][terms]") {
    for (const char* name : {"jpn-5-borrowed", "jpn-5-half-taxed"}) {
        INFO(name);
        const Ran ran{name};
        const Count count =
            counted(brief::fiscal_answer(ran.run, ran.run.plan.shown.front(), known_facts()), {&ran});
        CHECK(count.figures > 0);
        CHECK(count.with_terms == count.figures);
        CHECK(count.wrong == 0);
    }
}

TEST_CASE("both sides of a difference and the difference are sums of the cells of two runs",
          "[brief][terms]") {
    using models::Metric;
    for (const auto& [a, b, metric] : {std::tuple{"baseline", "jpn-5-by-2035", Metric::spending},
                                       std::tuple{"stagnation", "faster-growth", Metric::gdp},
                                       std::tuple{"baseline", "jpn-3-5-plus-1-5", Metric::share},
                                       std::tuple{"hosting-flat", "hosting-cpi", Metric::hosting}}) {
        INFO(a << " " << b);
        const Ran first{a};
        const Ran second{b};
        const auto difference =
            inputs::scenario_difference({&first.question, &known_facts()}, {&second.question, &known_facts()},
                                        {.metric = metric, .split = false});
        REQUIRE(difference);
        const Count count = counted(brief::difference_answer(*difference), {&first, &second});
        CHECK(count.figures > 0);
        CHECK(count.with_terms == count.figures);
        CHECK(count.wrong == 0);
    }
}

TEST_CASE("a total has a term for every year that it sums", "[brief][terms]") {
    const Ran ran{"jpn-5-by-2035"};
    const brief::Answer answer = brief::scenario_answer(ran.run, known_facts());
    const brief::Row& sum = answer.tables.front().rows.back();
    bool found = false;
    for (const brief::Cell& cell : sum.cells) {
        const auto* const figure = std::get_if<Figure>(&cell.content);
        if (figure != nullptr && figure->terms.front().cell == "jpn.spending[FY2026]") {
            found = true;
            CHECK(figure->terms.size() == 10);
            CHECK(figure->terms.back().cell == "jpn.spending[FY2035]");
            CHECK(figure->terms.front().factor == Decimal("1e-12"));
        }
    }
    CHECK(found);
}
