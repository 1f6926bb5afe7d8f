/// How extra spending is paid for in a scenario, and what that does to public finance.
#include "burden/inputs/scenario_tornado.hpp"
#include "inputs/scenarios.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using calc::Year;
using models::Metric;

namespace {

const std::vector<std::string> paying = {"jpn-5-borrowed", "jpn-5-half-taxed", "jpn-5-half-taxed+stagnation",
                                         "jpn-5-borrowed+weak-yen"};

models::CountryProjection<Decimal> japan(const inputs::Scenario& scenario) {
    const auto plan = inputs::plan_of(known_facts(), scenario);
    REQUIRE(plan);
    return models::projections(inputs::plan_as<Decimal>(*plan))[plan->shown.front()];
}

/// What is said against a scenario.
std::string said_against(const std::string& name, const std::vector<std::string>& settings) {
    const auto plan = inputs::plan_of(known_facts(), scenario(name, settings));
    return plan ? "" : plan.diagnostics().front().message;
}

/// To thirty digits: sums in another order differ in the last of fifty.
bool same(const Decimal& a, const Decimal& b) {
    const Decimal apart = a < b ? b - a : a - b;
    return apart <= Decimal("1e-30") * greatest(Decimal(1), greatest(a, -a));
}

}  // namespace

TEST_CASE("debt without the extra is the published one", "[inputs][scenario][finance][golden]") {
    const auto results = japan(scenario("jpn-5-borrowed"));
    // WEO of April 2026: 193.883 % at the end of 2030, 192.805 % at the end of 2031. A fiscal year ends a
    // quarter of a year later: 0.75 · 193.883 + 0.25 · 192.805 = 193.6135.
    CHECK(same(*results[Metric::debt_without][Year{2030}], Decimal("1.936135")));
    // After 2031 that ratio is held.
    CHECK(same(*results[Metric::debt_without][Year{2035}], Decimal("1.92805")));
}

TEST_CASE("the published debt does not depend on the rate of interest, and what the extra costs does",
          "[inputs][scenario][finance]") {
    const auto low = japan(scenario("jpn-5-borrowed", {"jpn.interest=1%"}));
    const auto high = japan(scenario("jpn-5-borrowed", {"jpn.interest=3%"}));
    CHECK(same(*low[Metric::debt_without][Year{2033}], *high[Metric::debt_without][Year{2033}]));
    CHECK(*low[Metric::debt][Year{2033}] < *high[Metric::debt][Year{2033}]);
    CHECK(*low[Metric::borrowed][Year{2033}] == *high[Metric::borrowed][Year{2033}]);
}

TEST_CASE("slower growth raises debt without the extra", "[inputs][scenario][finance]") {
    const auto usual = japan(scenario("jpn-5-borrowed"));
    const auto slow = japan(scenario("jpn-5-borrowed+stagnation"));
    CHECK(*usual[Metric::debt_without][Year{2035}] < *slow[Metric::debt_without][Year{2035}]);
}

TEST_CASE("laws of what the extra is paid for by", "[inputs][scenario][finance][laws]") {
    for (const std::string& name : paying) {
        CAPTURE(name);
        const auto results = japan(scenario(name));
        const auto value = [&](Metric metric, Year year) { return *results[metric][year]; };
        for (Year year = results.from() + 1; year <= results.to(); ++year) {
            CAPTURE(year.number);
            // The three parts add to the extra.
            CHECK(same(
                value(Metric::taxed, year) + value(Metric::borrowed, year) + value(Metric::reallocated, year),
                value(Metric::extra, year)));
            // What moved the ratio adds to how far it moved.
            CHECK(same(value(Metric::debt, year) - value(Metric::debt, year - 1),
                       value(Metric::debt_interest, year) + value(Metric::debt_growth, year) +
                           value(Metric::debt_balance, year) + value(Metric::debt_borrowing, year)));
            // The ratios differ by the debt for the extra.
            CHECK(same(value(Metric::debt, year) - value(Metric::debt_without, year),
                       value(Metric::extra_debt, year) / value(Metric::gdp, year)));
            // That debt is all that was borrowed, and the interest on it.
            const Decimal before =
                year == results.from() + 1 ? Decimal(0) : value(Metric::extra_debt, year - 1);
            CHECK(same(value(Metric::extra_debt, year),
                       before + value(Metric::extra_interest, year) + value(Metric::borrowed, year)));
            CHECK(same(value(Metric::extra_interest, year), before * Decimal("0.015")));
        }
    }
}

TEST_CASE("paid for by taxes alone, debt is as without", "[inputs][scenario][finance][laws]") {
    const auto results = japan(scenario("jpn-5-by-2035", {"jpn.financing.tax=100%", "jpn.interest=2%"}));
    for (Year year = results.from(); year <= results.to(); ++year) {
        CHECK(*results[Metric::debt][year] == *results[Metric::debt_without][year]);
    }
    CHECK(*results[Metric::tax_points][Year{2035}] == *results[Metric::extra_points][Year{2035}]);
}

TEST_CASE("a point of tax is the published one, in step with GDP", "[inputs][scenario][finance][golden]") {
    const auto results = japan(scenario("jpn-5-borrowed"));
    const auto gdp = [&](int year) { return *results[Metric::gdp][Year{year}]; };
    // 3,300 bn JPY in FY2025 for both rates (Tokyo Foundation).
    const Decimal point = Decimal(3'300'000'000'000) * gdp(2030) / gdp(2025);
    CHECK(same(*results[Metric::extra_points][Year{2030}],
               *results[Metric::extra][Year{2030}] / point / Decimal(100)));
    // The general account of FY2026: 122.3 tn JPY in the cabinet draft.
    CHECK(same(*results[Metric::extra_of_account][Year{2026}],
               *results[Metric::extra][Year{2026}] / Decimal(122'300'000'000'000)));

    const auto standard =
        japan(scenario("jpn-5-borrowed", {"jpn.tax_point=fact JPN consumption-tax-point-standard FY2025"}));
    CHECK(same(*standard[Metric::extra_points][Year{2030}] * Decimal(27),
               *results[Metric::extra_points][Year{2030}] * Decimal(33)));
}

TEST_CASE("households are divided by where somebody counts them", "[inputs][scenario][finance]") {
    CHECK_FALSE(japan(scenario("jpn-5-borrowed"))[Metric::extra_per_household][Year{2030}].has_value());
    const auto results = japan(scenario("jpn-5-borrowed", {"jpn.households=55000000"}));
    CHECK(same(*results[Metric::extra_per_household][Year{2030}] * Decimal(55'000'000),
               *results[Metric::extra][Year{2030}]));
}

TEST_CASE("a rate of interest of a year holds until the next", "[inputs][scenario][finance]") {
    const auto stepped = japan(scenario("jpn-5-borrowed", {"jpn.interest=2026=1%,2030=2%"}));
    const auto one = japan(scenario("jpn-5-borrowed", {"jpn.interest=1%"}));
    CHECK(*stepped[Metric::extra_debt][Year{2029}] == *one[Metric::extra_debt][Year{2029}]);
    CHECK(*one[Metric::extra_debt][Year{2030}] < *stepped[Metric::extra_debt][Year{2030}]);
    CHECK(same(*stepped[Metric::extra_interest][Year{2033}],
               *stepped[Metric::extra_debt][Year{2032}] * Decimal("0.02")));
}

TEST_CASE("a stated balance moves debt in place of the published one", "[inputs][scenario][finance]") {
    // Debt of 200 % at 2 % interest, a balance of 1 %: 2 · 1.02 / (1 + g) − 0.01 in the first year.
    const auto results = japan(
        scenario("jpn-5-borrowed", {"jpn.base.debt=200%", "jpn.interest=2%", "jpn.primary_balance=1%"}));
    const Decimal factor = *results[Metric::gdp][Year{2026}] / *results[Metric::gdp][Year{2025}];
    CHECK(*results[Metric::debt][Year{2025}] == Decimal(2));
    CHECK(same(*results[Metric::debt_without][Year{2026}], Decimal("2.04") / factor - Decimal("0.01")));
    const auto more = japan(scenario("jpn-5-borrowed", {"jpn.primary_balance=+1 pp"}));
    const auto usual = japan(scenario("jpn-5-borrowed"));
    CHECK(same(*usual[Metric::debt_without][Year{2026}] - *more[Metric::debt_without][Year{2026}],
               Decimal("0.01")));
}

TEST_CASE("what is not said of financing is not assumed", "[inputs][scenario][finance]") {
    CHECK(said_against("jpn-5-by-2035", {"jpn.financing.debt=100%"}) ==
          "the rate of interest on debt is not said: nothing is assumed of it");
    CHECK(said_against("jpn-5-by-2035", {"jpn.interest=1%"}) ==
          "jpn.interest cannot change anything where nobody says how the extra is paid for");
    CHECK(said_against("jpn-5-by-2035", {"jpn.base.debt=100%"}) ==
          "jpn.base.debt cannot change anything where nobody says how the extra is paid for");
    CHECK(said_against("jpn-5-borrowed", {"jpn.financing.tax=1%"}) ==
          "taxes and borrowing together pay for 101 % of the extra");
    CHECK(said_against("jpn-5-by-2035", {"jpn.financing.debt=10%", "jpn.interest=2028=1%"}) ==
          "no rate of interest is said for FY2026");
    CHECK(said_against("jpn-5-borrowed", {"jpn.interest=2024=1%"}) ==
          "interest of FY2024 cannot change anything");
    CHECK(said_against("jpn-5-by-2035", {"jpn.financing.debt=10%", "jpn.interest=+1 pp"}) ==
          "a change needs a rate to change: no rate of interest is published");
    CHECK(said_against("jpn-5-borrowed", {"jpn.tax_point=-4 tn JPY"}) ==
          "a point of tax that brings nothing pays for nothing");
    CHECK(said_against("jpn-5-borrowed", {"jpn.tax_point=20 bn USD"}) == "Japan is counted in JPY, not USD");
}

TEST_CASE("a stated range stands in place of the key's own, and one of the call in place of both",
          "[inputs][scenario][tornado]") {
    const auto known = scenario("jpn-5-half-taxed");
    const auto cell = inputs::ScenarioCell::read("jpn.extra_debt[FY2035]");
    REQUIRE(cell);
    const auto words = [&](const std::vector<inputs::SwingRange>& ranges) {
        const auto tornado = inputs::tornado(known_facts(), known, *cell, ranges);
        REQUIRE(tornado);
        std::string interest;
        for (const inputs::Swing& swing : tornado->swings) {
            interest += to_text(swing.range.key) == "jpn.interest" ? swing.words : "";
        }
        return interest;
    };
    CHECK(words({}) == "0.5 % to 3 %");
    CHECK(words({*inputs::SwingRange::read("jpn.interest=1%:2%")}) == "1 % to 2 %");
}
