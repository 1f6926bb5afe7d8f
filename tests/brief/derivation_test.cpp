#include "burden/brief/derivation.hpp"

#include <rapidcheck.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

#include "burden/brief/display_width.hpp"
#include "burden/brief/formula.hpp"
#include "support/generators.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using brief::Formula;
using calc::Decimal;
using calc::Traced;

namespace {

Traced input(const std::string& label, const Decimal& value, const std::string& unit = "") {
    return Traced(value, {.label = label, .place = {}, .sources = {}, .unit = unit});
}

/// The formula of a number, inputs by their labels and results by their names.
std::string formula(const Traced& value) {
    const auto steps = derivation(value, {.depth = 0});
    return written(brief::formula_of(steps, 0), brief::plain_notation(), [&](std::size_t step) {
        return steps[step].name.empty() ? steps[step].origin.label : steps[step].name;
    });
}

/// What a formula comes to.
Decimal value_of(const Formula& formula, const std::vector<calc::DerivationStep>& steps) {
    const auto operand = [&](std::size_t at) { return value_of(formula.operands.at(at).formula, steps); };
    switch (formula.kind) {
        case Formula::Kind::number:
            return formula.number / formula.divisor;
        case Formula::Kind::result:
            return steps[formula.step].value;
        case Formula::Kind::least:
            return least(operand(0), operand(1));
        case Formula::Kind::greatest:
            return greatest(operand(0), operand(1));
        case Formula::Kind::power:
            return power(operand(0), operand(1));
        case Formula::Kind::sum:
        case Formula::Kind::product:
            break;
    }
    const bool sum = formula.kind == Formula::Kind::sum;
    Decimal result = operand(0);
    for (std::size_t at = 1; at < formula.operands.size(); ++at) {
        const Decimal next = operand(at);
        result = formula.operands[at].inverse ? (sum ? result - next : result / next)
                                              : (sum ? result + next : result * next);
    }
    return result;
}

/// A derivation of one cell, as the room below gives it.
inputs::CellDerivation derived(const Traced& value, int depth = 2) {
    inputs::CellDerivation result{.cell = "jpn.spending[FY2030]",
                                  .whose = "jpn",
                                  .unit = {.text = {}, .money = calc::Unit{calc::Currency("JPY")}},
                                  .value = value.value(),
                                  .steps = derivation(value, {.depth = depth}),
                                  .units = {},
                                  .depth = depth};
    for (const auto& step : result.steps) {
        result.units.push_back(step.name.find("share") != std::string::npos ? "%"
                               : step.name.empty()                          ? step.origin.unit
                                                                            : "JPY");
    }
    result.units.front() = "JPY";
    return result;
}

Traced spending() {
    const Traced target(
        Decimal("0.034"),
        {.label = "jpn.target.share", .place = "plan.toml:7", .sources = {}, .unit = "%", .why = "as asked"});
    const auto fact = [](const char* label, const char* value) {
        return Traced(
            Decimal(value),
            {.label = label, .place = {}, .sources = {"WEO2026"}, .unit = "JPY", .why = "the latest"});
    };
    const Traced gdp = named("jpn.gdp[FY2030]", (Traced(0) + fact("GDP of 2030", "760.7e12") * Traced(9) +
                                                 fact("GDP of 2031", "781.32e12") * Traced(3)) /
                                                    Traced(12));
    const Traced first = named("jpn.share[FY2025]", input("jpn.base", 11'000'000'000'000, "JPY") /
                                                        input("jpn.gdp", 667'220'000'000'000, "JPY"));
    const Traced share = named("jpn.share[FY2030]", first + (target - first) * (Traced(5) / Traced(10)));
    return named("jpn.spending[FY2030]", gdp * share);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

int widest(const std::string& text) {
    std::istringstream lines(text);
    int most = 0;
    for (std::string line; std::getline(lines, line);) {
        most = std::max(most, brief::display_width(line));
    }
    return most;
}

}  // namespace

TEST_CASE("a formula has brackets where they must stand, and nowhere else", "[brief][derivation]") {
    const Traced a = input("a", 2);
    const Traced b = input("b", 3);
    const Traced c = input("c", 5);
    CHECK(formula(a + b + c) == "a + b + c");
    CHECK(formula(a - (b - c)) == "a − (b − c)");
    CHECK(formula(a + (b - c)) == "a + b − c");
    CHECK(formula(a * (b + c)) == "a · (b + c)");
    CHECK(formula(a * b + c) == "a · b + c");
    CHECK(formula(a / (b * c)) == "a / (b · c)");
    CHECK(formula(a / b / c) == "a / b / c");
    CHECK(formula(a * (b / c)) == "a · b / c");
    CHECK(formula(power(a * b, c)) == "(a · b)^c");
    CHECK(formula(least(a + b, c) * b) == "least(a + b; c) · b");
    CHECK(formula(a * (b - a) * (Traced(5) / Traced(10))) == "a · (b − a) · 5 / 10");
}

TEST_CASE("what changes nothing is left out of a formula", "[brief][derivation]") {
    const Traced a = input("a", 2);
    CHECK(formula(Traced(0) + a) == "a");
    CHECK(formula(Traced(0) - a) == "0 − a");
    CHECK(formula(a * Traced(1)) == "a");
    CHECK(formula(Traced(1) / a) == "1 / a");
    CHECK(formula(Traced(1) + a) == "1 + a");
    CHECK(formula(Traced(1) + (a / Traced(3) - Traced(1))) == "a / 3");
    CHECK(formula(Traced(1) - Traced(1) - a) == "0 − a");
}

TEST_CASE("weights over a whole are fractions", "[brief][derivation]") {
    const Traced a = input("a", 2);
    const Traced b = input("b", 3);
    const Traced twelve(12);
    CHECK(formula((Traced(0) + a * Traced(9) + b * Traced(3)) / twelve) == "¾ · a + ¼ · b");
    CHECK(formula((Traced(0) + a * Traced(9) + a * Traced(3)) / twelve) == "a");
    CHECK(formula((Traced(0) + a * Traced(12)) / twelve) == "a");
    CHECK(formula((a * Traced(7) + b * Traced(5)) / twelve) == "7/12 · a + 5/12 · b");
    CHECK(formula((a + b) / twelve) == "(a + b) / 12");
}

TEST_CASE("a factor that stands several times is a power", "[brief][derivation]") {
    const Traced factor = named("f", input("a", 2) / input("b", 3));
    CHECK(formula(input("c", 1) * factor * factor * factor) == "c · f^3");
    CHECK(formula(input("c", 1) * factor) == "c · f");
    CHECK(formula(input("c", 1) / factor / factor) == "c / f^2");
    CHECK(formula(power(factor, Traced(2)) * factor) == "f^3");
}

TEST_CASE("a formula has the value of what it is the formula of", "[brief][derivation][law]") {
    CHECK(rc::check([] {
        std::vector<Traced> results;
        for (const char* label : {"a", "b", "c"}) {
            results.push_back(input(label, *rc::gen::inRange(1, 100)));
        }
        const auto operations = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 8));
        for (const int operation : operations) {
            const auto among = [&] { return results[*rc::gen::inRange<std::size_t>(0, results.size())]; };
            const Traced x = among();
            const Traced y = among();
            const Traced given = results[*rc::gen::inRange<std::size_t>(0, 3)];
            const std::vector<Traced> made = {x + y,
                                              x - y,
                                              x * given,
                                              x / given,
                                              least(x, y),
                                              (Traced(0) + x * Traced(9) + y * Traced(3)) / Traced(12),
                                              x * Traced(1) + Traced(0),
                                              named("r", x)};
            results.push_back(made[static_cast<std::size_t>(operation)]);
        }
        for (const Traced& result : results) {
            const auto steps = derivation(result, {.depth = 0, .steps = 100'000});
            RC_ASSERT(same(value_of(brief::formula_of(steps, 0), steps), result.value()));
        }
    }));
}

TEST_CASE("a derivation shows names, figures, places, sources and reasons", "[brief][derivation]") {
    CHECK(brief::derivation_text(derived(spending()), 100) ==
          R"(jpn.spending[FY2030] = 19.333 tn JPY
  = gdp[FY2030] · share[FY2030]            765.86 tn · 2.5243 %
    gdp[FY2030] = ¾ · a + ¼ · b            ¾ · 760.7 tn + ¼ · 781.32 tn
      a = 760.7 tn JPY                     GDP of 2030, WEO2026: the latest
      b = 781.32 tn JPY                    GDP of 2031, WEO2026
    share[FY2030] = share[FY2025] + (jpn.target.share − share[FY2025]) · 5 / 10
                                           1.6486 % + (3.4 % − 1.6486 %) · 5 / 10
      share[FY2025] = jpn.base / jpn.gdp   11 tn / 667.22 tn
        jpn.base = 11 tn JPY
        jpn.gdp = 667.22 tn JPY
      jpn.target.share = 3.4 %             plan.toml:7: as asked

 Sources WEO2026; burden sources KEY opens one.
)");
}

TEST_CASE("a derivation that stops says how to go on", "[brief][derivation]") {
    const std::string text = brief::derivation_text(derived(spending(), 0), 100);
    CHECK(has(text, "= gdp[FY2030] · share[FY2030]"));
    CHECK_FALSE(has(text, "share[FY2030] ="));
    CHECK(has(text, "2 results are followed no further here: --depth 1 goes on."));
    CHECK_FALSE(has(brief::derivation_text(derived(spending(), 5), 100), "--depth"));
}

TEST_CASE("a derivation fits its screen", "[brief][derivation]") {
    for (const int width : {100, 80, 60}) {
        CHECK(widest(brief::derivation_text(derived(spending()), width)) <= width);
    }
}

TEST_CASE("what files say is escaped for LaTeX and graphviz", "[brief][derivation]") {
    const Traced odd(
        Decimal(7),
        {.label = "50 % & \"more\" \\ #1_$", .place = "plan.toml:1", .sources = {"A_B"}, .unit = "JPY"});
    const auto one = derived(named("jpn.spending[FY2030]", odd * Traced(2)));
    const std::string latex = brief::derivation_latex(one);
    CHECK(has(latex, "50 \\% \\& \"more\" \\textbackslash{} \\#1\\_\\$"));
    CHECK(has(latex, "A\\_B"));
    const std::string dot = brief::derivation_dot(one);
    CHECK(has(dot, R"(50 % & \"more\" \\ #1_$)"));
    CHECK(has(dot, "shape=box"));
}

TEST_CASE("LaTeX has an environment for each level", "[brief][derivation]") {
    const std::string latex = brief::derivation_latex(derived(spending()));
    const auto count = [&](const std::string& part) {
        int times = 0;
        for (std::size_t at = latex.find(part); at != std::string::npos; at = latex.find(part, at + 1)) {
            ++times;
        }
        return times;
    };
    CHECK(count("\\begin{aligned}") == 3);  // spending; gdp and share; the first share
    CHECK(count("\\end{aligned}") == 3);
    CHECK(has(latex, "\\tfrac{3}{4} \\cdot a + \\tfrac{1}{4} \\cdot b"));
    CHECK(count("{") == count("}"));
}

TEST_CASE("JSON holds every step, its operands and its origin", "[brief][derivation]") {
    const auto one = derived(spending(), 20);
    const auto json = nlohmann::json::parse(brief::derivation_json(one));
    CHECK(json["cell"] == "jpn.spending[FY2030]");
    CHECK(json["unit"] == "JPY");
    CHECK(json["cut"] == false);
    REQUIRE(json["steps"].size() == one.steps.size());
    for (std::size_t at = 0; at < one.steps.size(); ++at) {
        const auto& step = json["steps"][at];
        CHECK(step["id"] == at);
        CHECK(step["operands"].size() == one.steps[at].operands.size());
        CHECK(step["origin"].is_null() == (step["operation"] != "input"));
    }
    CHECK(has(brief::derivation_json(one), "\"place\": \"plan.toml:7\""));
    CHECK(has(brief::derivation_json(one), "\"why\": \"as asked\""));
}
