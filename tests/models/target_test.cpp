#include "burden/models/target_summary.hpp"

#include "burden/models/published_plan.hpp"

#include "models/economies.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;

namespace {

/// The golden table of the design: G = 619 in 2025, +2 % a year, from 1.8 % to 3.5 % of GDP in 2035, extra
/// over holding 1.8 %, summed over 2026 to 2035.
template <calc::Number N>
N golden_extra(calc::PathShape<N> shape) {
    const auto economy = steady_economy<N>(N(619), number<N>("0.02"), N(0), {2035});
    const auto path = models::target_path(
        economy, target_of<N>(economy, number<N>("0.018"), number<N>("0.035"), std::move(shape)));
    return path.back().cumulative_extra.in(yen);
}

std::string fifteen(const Decimal& value) { return value.to_significant(15); }

}  // namespace

TEST_CASE("the golden table holds to fifteen digits", "[models][target][golden]") {
    CHECK(fifteen(golden_extra<Decimal>(calc::Linear{})) == "66.5594305526148");
    CHECK(fifteen(golden_extra<Decimal>(calc::Geometric{})) == "60.2132858377383");
    CHECK(fifteen(golden_extra<Decimal>(calc::FrontLoaded{})) == "85.7475780886085");
    CHECK(fifteen(golden_extra<Decimal>(calc::BackLoaded{})) == "47.3712830166212");
    CHECK(fifteen(golden_extra<Decimal>(calc::Step{})) == "12.8274782816048");
}

TEST_CASE("fractions and doubles give the golden table too", "[models][target][golden]") {
    CHECK(fifteen(golden_extra<Exact>(calc::Linear{}).to_decimal()) == "66.5594305526148");
    CHECK(fifteen(golden_extra<Exact>(calc::FrontLoaded{}).to_decimal()) == "85.7475780886085");
    CHECK(golden_extra<double>(calc::Geometric{}) == Approx(60.213285837738323).epsilon(1e-12));
}

TEMPLATE_TEST_CASE("a target of one year's GDP", "[models][target]", Decimal, double, Exact) {
    using N = TestType;
    const auto economy = steady_economy<N>(N(1000), N(0), number<N>("0.1"), {2036});
    auto target = target_of<N>(economy, number<N>("0.02"), number<N>("0.03"));

    SECTION("spends its share of the same year's GDP") {
        const auto path = models::target_path(economy, target);
        CHECK_THAT(path[{2025}].spending.in(yen), Is<N>("20"));
        CHECK_THAT(path[{2026}].share, Is<N>("0.021"));
        CHECK_THAT(path[{2026}].spending.in(yen), Is<N>("23.1"));  // 1100 * 2.1 %
        CHECK_THAT(path[{2026}].baseline.in(yen), Is<N>("22"));    // 1100 * 2 %
        CHECK_THAT(path[{2026}].extra.in(yen), Is<N>("1.1"));
        CHECK_THAT(models::growth(path, {2026}), Is<N>("0.155"));  // 23.1 / 20 - 1
    }
    SECTION("may be counted against the GDP of one year, held fixed") {
        target.fixed_denominator = in_yen(N(800));
        const auto path = models::target_path(economy, target);
        CHECK_THAT(path[{2025}].share, Is<N>("0.025"));          // 20 / 800
        CHECK_THAT(path[{2035}].spending.in(yen), Is<N>("24"));  // 800 * 3 %
        CHECK_THAT(path[{2030}].baseline.in(yen), Is<N>("20"));  // the share of a fixed GDP is an amount
        CHECK_THAT(path[{2026}].gdp.in(yen), Is<N>("1100"));     // what GDP is does not change
    }
    SECTION("is kept by a limit on growth from jumping") {
        target.most_growth = number<N>("0.12");
        const auto path = models::target_path(economy, target);
        CHECK_THAT(path[{2026}].spending.in(yen), Is<N>("22.4"));  // 20 * 1.12, not 23.1
        CHECK_THAT(models::growth(path, {2026}), Is<N>("0.12"));
    }
    SECTION("holds its share after the year due, unless told otherwise") {
        CHECK_THAT(models::target_path(economy, target)[{2036}].share, Is<N>("0.03"));
    }
    SECTION("may hold the amount after the year due") {
        target.then = models::HoldNominal{};
        const auto path = models::target_path(economy, target);
        CHECK_THAT(path[{2036}].spending.in(yen), Is<N>(path[{2035}].spending.in(yen)));
    }
    SECTION("may hold the amount in constant prices after the year due") {
        target.then = models::HoldReal{};
        const auto path = models::target_path(economy, target);
        CHECK_THAT(N(path[{2036}].spending / path[{2035}].spending), Is<N>("1.1"));
        CHECK_THAT(path[{2036}].share, Is<N>("0.03"));  // GDP grew by prices alone
    }
}

TEMPLATE_TEST_CASE("a baseline", "[models][target]", Decimal, double, Exact) {
    using N = TestType;
    const auto economy = steady_economy<N>(N(1000), number<N>("0.05"), number<N>("0.1"), {2035});
    auto target = target_of<N>(economy, number<N>("0.02"), number<N>("0.03"));
    const auto baseline_of_2026 = [&] {
        return models::target_path(economy, target)[{2026}].baseline.in(yen);
    };

    SECTION("holds the share") { CHECK_THAT(baseline_of_2026(), Is<N>("23.1")); }  // 20 * 1.05 * 1.1
    SECTION("holds the amount in constant prices") {
        target.baseline = models::HoldReal{};
        CHECK_THAT(baseline_of_2026(), Is<N>("22"));  // 20 * 1.1
    }
    SECTION("holds the amount") {
        target.baseline = models::HoldNominal{};
        CHECK_THAT(baseline_of_2026(), Is<N>("20"));
    }
    SECTION("is a stated share from the year after the base year") {
        target.baseline = models::StatedShare<N>{number<N>("0.01")};
        CHECK_THAT(baseline_of_2026(), Is<N>("11.55"));
        CHECK_THAT(models::target_path(economy, target)[{2025}].extra.in(yen), Is<N>("0"));
    }
    SECTION("is a published plan") {
        target.baseline = models::PublishedPlan<N>{
            calc::series_of(calc::Year{2025}, calc::Year{2035}, [](calc::Year) { return in_yen(N(25)); })};
        CHECK_THAT(baseline_of_2026(), Is<N>("25"));
    }
}

TEST_CASE("two parts of a target add to the whole", "[models][target]") {
    const auto economy = steady_economy<Decimal>(1000, Decimal("0.02"), Decimal("0.01"), {2035});
    const auto core =
        models::target_path(economy, target_of<Decimal>(economy, Decimal("0.02"), Decimal("0.035")));
    const auto related = models::target_path(economy, target_of<Decimal>(economy, 0, Decimal("0.015")));
    const auto both = models::together(core, related);
    CHECK(both.back().share == Decimal("0.05"));
    CHECK(both[{2030}].spending == core[{2030}].spending + related[{2030}].spending);
    CHECK(both.back().cumulative_extra == core.back().cumulative_extra + related.back().cumulative_extra);
}

TEST_CASE("a summary names the year of the fastest growth", "[models][target]") {
    const auto economy = steady_economy<Decimal>(1000, 0, 0, {2035});
    auto target = target_of<Decimal>(economy, Decimal("0.02"), Decimal("0.03"), calc::Step{});
    const auto path = models::target_path(economy, target);
    const auto people =
        calc::series_of(calc::Year{2025}, calc::Year{2035}, [](calc::Year) { return Decimal(5); });
    const auto summary = models::summary(path, path, people);
    CHECK(summary.fastest_year == calc::Year{2035});
    CHECK(*summary.fastest_growth == Decimal("0.5"));          // 20 to 30
    CHECK(summary.extra.in(yen) == Decimal(10));               // all of it in the last year
    CHECK(summary.extra_per_head->in(yen) == Decimal("0.2"));  // 10 over ten years and five people
}

TEST_CASE("growth from nothing is no rate", "[models][target]") {
    const auto economy = steady_economy<Decimal>(1000, 0, 0, {2035});
    const auto path = models::target_path(economy, target_of<Decimal>(economy, 0, Decimal("0.01")));
    const auto summary = models::summary(path, path, std::nullopt);
    CHECK(summary.fastest_year == calc::Year{2027});  // 1 to 2; 2026 rose from 0
    CHECK(*summary.fastest_growth == Decimal(1));
}

TEST_CASE("years out of order are a broken invariant", "[models][target]") {
    const auto economy = steady_economy<Decimal>(1000, 0, 0, {2035});
    auto target = target_of<Decimal>(economy, Decimal("0.02"), Decimal("0.03"));
    target.due = target.from;
    CHECK_THROWS_AS(models::target_path(economy, target), calc::BrokenInvariant);
}

TEMPLATE_TEST_CASE("a published plan goes straight between the years it names, and then holds its share",
                   "[models][target]", Decimal, double, Exact) {
    using N = TestType;
    const auto economy = steady_economy<N>(N(1000), number<N>("0.1"), N(0), {2030});
    const auto amount = [](int value) { return calc::Yearly<N>(N(value), yen); };
    const auto spending = models::planned_spending<N>(
        {2025}, amount(10), {{{2027}, amount(14)}, {{2028}, amount(20)}}, economy.gdp);
    CHECK_THAT(spending[{2025}].in(yen), Is<N>("10"));
    CHECK_THAT(spending[{2026}].in(yen), Is<N>("12"));  // half way from 10 to 14
    CHECK_THAT(spending[{2027}].in(yen), Is<N>("14"));
    CHECK_THAT(spending[{2028}].in(yen), Is<N>("20"));
    CHECK_THAT(spending[{2030}].in(yen), Is<N>("24.2"));  // 20 · 1.1², as GDP grows
}
