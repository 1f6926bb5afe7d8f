#include "burden/models/projection.hpp"

#include <rapidcheck.h>

#include "burden/calc/traced.hpp"
#include "support/catch.hpp"
#include "support/generators.hpp"

using namespace burden;
using calc::Decimal;
using calc::Year;
using models::Change;
using models::ChangeKind;
using models::Metric;
using Plan = models::ProjectionPlan<Decimal>;

namespace {

const calc::Unit yen{calc::Currency("JPY")};
const calc::FiscalCalendar april{.first_month = 4};

models::Published<Decimal> steady(int first, const Decimal& start, const char* factor, int years,
                                  calc::FiscalCalendar calendar = calc::calendar_year) {
    calc::Series<Decimal> values(Year{first}, {start});
    while (values.size() < years) {
        values.push_back(values.back() * Decimal(factor));
    }
    return {values, calendar};
}

// Made step by step: g++ 12 breaks on braces within braces here.
models::ChangeLayers<Decimal> layer(ChangeKind kind, const Decimal& by) {
    models::ChangeLayer<Decimal> one;
    one.always = Change<Decimal>{kind, by};
    return {one};
}
models::ChangeLayers<Decimal> layer(ChangeKind kind, const char* by) { return layer(kind, Decimal(by)); }

/// The golden economy of the design: 619 in 2025, +2 % a year, 1.8 % of it spent.
models::CountryPlan<Decimal> golden() {
    models::CountryPlan<Decimal> plan;
    plan.code = "UTO";
    plan.unit = yen;
    plan.first = Year{2025};
    plan.from = Year{2025};
    plan.to = Year{2035};
    plan.economy.gdp = steady(2025, 619, "1.02", 2);
    plan.economy.deflator = steady(2025, 1, "1", 2);
    plan.economy.population = steady(2025, 100, "0.99", 2);
    plan.base = {.figure = Decimal("0.018"), .of_gdp = true};
    return plan;
}

models::TargetPlan<Decimal> three_and_a_half() { return {.due = Year{2035}, .share = Decimal("0.035")}; }

/// A host with a term of two years that ends in 2026, in fiscal years from April.
models::HostingPlan<Decimal> support() {
    models::HostingPlan<Decimal> hosting;
    hosting.calendar = calc::calendar_year;
    hosting.first = Year{2025};
    hosting.last = Year{2026};
    hosting.stated = {{Year{2026}, Decimal(3)}};
    hosting.total = Decimal(4);
    return hosting;
}

Decimal at(const Plan& plan, Metric metric, int year, std::size_t country = 0) {
    return *models::projections(plan)[country][metric][Year{year}];
}

}  // namespace

TEST_CASE("a projection gives the golden table", "[models][projection][golden]") {
    auto country = golden();
    country.target = three_and_a_half();
    const auto results = models::projections(Plan{{country}});
    CHECK(results[0].sum(Metric::extra, Year{2026}, Year{2035})->to_significant(15) == "66.5594305526148");
    CHECK(results[0][Metric::share][Year{2035}] == Decimal("0.035"));
}

TEST_CASE("without a target the base year's share is held", "[models][projection]") {
    const Plan plan{{golden()}};
    CHECK(at(plan, Metric::share, 2035) == Decimal("0.018"));
    CHECK(at(plan, Metric::extra, 2035) == Decimal(0));
    CHECK(at(plan, Metric::spending, 2026) == Decimal("11.36484"));  // 619 * 1.02 * 1.8 %
    CHECK(at(plan, Metric::per_head, 2025) == Decimal("0.11142"));   // 11.142 / 100
}

TEST_CASE("rates are changed after the base year alone", "[models][projection]") {
    auto country = golden();
    country.economy.changes.growth = layer(ChangeKind::add, "0.01");
    const Plan plan{{country}};
    CHECK(at(plan, Metric::gdp, 2025) == Decimal(619));
    CHECK(at(plan, Metric::gdp, 2026) == Decimal("637.57"));  // 619 * 1.03
    country.economy.changes.growth = {};
    country.economy.changes.inflation = layer(ChangeKind::set, "0.1");
    CHECK(at(Plan{{country}}, Metric::gdp, 2026) == Decimal("694.518"));  // 619 * 1.02 * 1.1
    country.economy.changes.inflation = {};
    country.economy.changes.base_gdp = layer(ChangeKind::set, "1000");
    CHECK(at(Plan{{country}}, Metric::gdp, 2026) == Decimal(1020));
    country.economy.changes.base_gdp = {};
    country.economy.changes.population = layer(ChangeKind::set, "0");
    CHECK(at(Plan{{country}}, Metric::population, 2035) == Decimal(100));
}

TEST_CASE("a country may follow the share of another", "[models][projection]") {
    auto leader = golden();
    leader.code = "LED";
    leader.target = three_and_a_half();
    leader.target->due = Year{2030};
    auto follower = golden();
    follower.target = models::TargetPlan<Decimal>{.due = Year{2028}, .parity = 0};
    const Plan plan{{leader, follower}};
    for (int year = 2028; year <= 2035; ++year) {
        CHECK(at(plan, Metric::share, year, 1) == at(plan, Metric::share, year, 0));
    }
    // Halfway is not there yet: (1.8 % and the leader's share of 2028) in three equal steps.
    const Decimal step = (at(plan, Metric::share, 2028, 0) - Decimal("0.018")) / Decimal(3);
    const Decimal first = Decimal("0.018") + step;
    CHECK(at(plan, Metric::share, 2026, 1).to_significant(40) == first.to_significant(40));
}

TEST_CASE("related spending stands beside the target", "[models][projection]") {
    auto country = golden();
    country.target = three_and_a_half();
    country.target->related = Decimal("0.015");
    CHECK(at(Plan{{country}}, Metric::share, 2035) == Decimal("0.05"));
    CHECK(at(Plan{{country}}, Metric::share, 2025) == Decimal("0.018"));
    country.target->base_related = Decimal("0.003");
    CHECK(at(Plan{{country}}, Metric::share, 2025) == Decimal("0.018"));
    CHECK(at(Plan{{country}}, Metric::share, 2035) == Decimal("0.05"));
}

TEST_CASE("host-nation support follows its term and then its renewal", "[models][projection]") {
    auto country = golden();
    country.hosting = support();

    SECTION("a year without a figure of its own has the average of the term") {
        CHECK(at(Plan{{country}}, Metric::hosting, 2025) == Decimal(2));
        CHECK(at(Plan{{country}}, Metric::hosting, 2026) == Decimal(3));
        CHECK(at(Plan{{country}}, Metric::hosting, 2027) == Decimal(2));
    }
    SECTION("a multiple is one of the average, or of the last year") {
        country.hosting->renewal.rule = models::MultipleTerms<Decimal>{.factor = Decimal(4)};
        CHECK(at(Plan{{country}}, Metric::hosting, 2027) == Decimal(8));
        country.hosting->renewal.rule =
            models::MultipleTerms<Decimal>{.base = models::TermBase::last, .factor = Decimal(4)};
        CHECK(at(Plan{{country}}, Metric::hosting, 2027) == Decimal(12));
    }
    SECTION("support within the budget adds nothing, and outside it all") {
        CHECK(at(Plan{{country}}, Metric::contribution, 2026) == at(Plan{{country}}, Metric::spending, 2026));
        country.hosting->in_budget = false;
        CHECK(at(Plan{{country}}, Metric::contribution, 2026) ==
              at(Plan{{country}}, Metric::spending, 2026) + Decimal(3));
    }
    SECTION("a rule that follows the budget follows the projected one") {
        country.target = three_and_a_half();
        country.hosting->renewal.rule =
            models::IndexedTerms<Decimal>{.index = {.by = models::IndexedBy::defence_budget}};
        const Plan plan{{country}};
        const Decimal growth = at(plan, Metric::spending, 2027) / at(plan, Metric::spending, 2026);
        CHECK((at(plan, Metric::hosting, 2027) / Decimal(2)).to_significant(40) == growth.to_significant(40));
    }
    SECTION("an amount a head follows the head-count, and a cost in proportion") {
        country.hosting->members = Decimal(10);
        country.hosting->member_changes = layer(ChangeKind::multiply, "0.5");
        country.hosting->renewal.rule = models::PerHeadTerms<Decimal>{{Decimal("0.6")}};
        CHECK(at(Plan{{country}}, Metric::hosting, 2027) == Decimal(3));
        models::CostTerms<Decimal> cost{.cost = {Decimal(8)}, .number = Decimal("0.5"), .plus = true};
        country.hosting->renewal.rule = cost;
        country.hosting->cost_year = 2026;
        CHECK(at(Plan{{country}}, Metric::hosting, 2027) == Decimal(6));  // 8 / 2 * 1.5
        country.hosting->cost_prices = layer(ChangeKind::set, "0.1");
        CHECK(at(Plan{{country}}, Metric::hosting, 2028) == Decimal("7.26"));  // 6 * 1.1 * 1.1
    }
    SECTION("an amount abroad is counted at each year's rate") {
        country.rate = models::HeldPlan<Decimal>{steady(2025, 100, "1.1", 4)};
        country.hosting->abroad = true;
        country.hosting->renewal.rule = models::StatedTerms<Decimal>{{{Decimal("0.1"), true}}};
        CHECK(at(Plan{{country}}, Metric::hosting, 2027) == Decimal("12.1"));
        CHECK(at(Plan{{country}}, Metric::hosting, 2035) == Decimal("13.31"));  // the last rate is held
    }
    SECTION("years of another calendar are put together by months") {
        country.hosting->calendar = april;
        // 2026: a quarter of FY2025 and three of FY2026.
        CHECK(at(Plan{{country}}, Metric::hosting, 2026) == Decimal("2.75"));
        // FY2024 is before the term.
        CHECK_FALSE(models::projections(Plan{{country}})[0][Metric::hosting].front().has_value());
    }
}

TEST_CASE("offsets add what is additional and not paid by the budget", "[models][projection]") {
    auto country = golden();
    models::OffsetPlan<Decimal> energy{.amount = layer(ChangeKind::set, "8"), .additional = Decimal("0.25")};
    country.offsets = {energy};
    CHECK(at(Plan{{country}}, Metric::contribution, 2030) ==
          at(Plan{{country}}, Metric::spending, 2030) + Decimal(2));
    CHECK(at(Plan{{country}}, Metric::share, 2030) == Decimal("0.018"));
    country.offsets.front().in_budget = true;
    CHECK(at(Plan{{country}}, Metric::contribution, 2030) == at(Plan{{country}}, Metric::spending, 2030));
}

TEST_CASE("amounts are deflated at home first, then converted at that year's rate", "[models][projection]") {
    auto country = golden();
    country.economy.deflator = steady(2025, 1, "1.1", 2);
    country.rate = models::HeldPlan<Decimal>{steady(2025, 100, "2", 3)};
    Plan plan{{country}, {.currency = calc::Currency("USD")}};
    CHECK(at(plan, Metric::gdp, 2026) == Decimal("3.1569"));  // 631.38 / 200
    plan.shown.constant = Year{2025};
    const Decimal real = Decimal("631.38") / Decimal("1.1") / Decimal(100);
    CHECK(at(plan, Metric::gdp, 2026).to_significant(40) == real.to_significant(40));
    CHECK(at(plan, Metric::share, 2026) == Decimal("0.018"));
}

TEST_CASE("one plan gives the same on every number", "[models][projection]") {
    CHECK(rc::check("exact, fast and traced", [] {
        auto country = golden();
        country.target = three_and_a_half();
        country.target->share =
            *rc::gen::map(rc::gen::inRange(1, 2000), [](int n) { return Decimal(n) / Decimal(10000); });
        country.target->shape =
            *rc::gen::element<calc::PathShape<Decimal>>(calc::Linear{}, calc::Geometric{}, calc::SCurve{});
        country.economy.changes.growth =
            layer(ChangeKind::set, Decimal(*rc::gen::inRange(-50, 80)) / Decimal(1000));
        country.hosting = support();
        const Plan plan{{country}};
        const auto exact = models::projections(plan);
        const auto fast = models::projections(
            models::mapped<double>(plan, [](const Decimal& number) { return number.nearest_double(); }));
        const auto traced = models::projections(models::mapped<calc::Traced>(
            plan, [](const Decimal& number) { return calc::Traced(number, {.label = "input"}); }));
        for (const Metric metric : models::metrics) {
            for (Year year{2025}; year <= Year{2035}; ++year) {
                const auto& value = exact[0][metric][year];
                RC_ASSERT(value.has_value() == fast[0][metric][year].has_value());
                if (value) {
                    RC_ASSERT(traced[0][metric][year]->value() == *value);
                    RC_ASSERT(calc::recomputed(*traced[0][metric][year]) == *value);
                    const double near = value->nearest_double();
                    RC_ASSERT(std::abs(*fast[0][metric][year] - near) <=
                              1e-12 * std::max(1.0, std::abs(near)));
                }
            }
        }
    }));
}
