#include "burden/models/fiscal.hpp"

#include <rapidcheck.h>

#include "models/economies.hpp"
#include "models/futures.hpp"
#include "support/generators.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using calc::Year;

namespace {

constexpr Year base{2025};
constexpr Year first{2026};

template <calc::Number N>
calc::Series<N> numbers(Year from, const std::vector<std::string>& texts) {
    calc::Series<N> result(from);
    for (const std::string& text : texts) {
        result.push_back(number<N>(text));
    }
    return result;
}

template <calc::Number N>
calc::Series<calc::Yearly<N>> amounts(Year from, const std::vector<std::string>& texts) {
    calc::Series<calc::Yearly<N>> result(from);
    for (const std::string& text : texts) {
        result.push_back(in_yen(number<N>(text)));
    }
    return result;
}

/// GDP of 625 tn grows by 2.4 % a year. Extra of 1 % and then 2 % of it: half from a tax, three tenths
/// borrowed.
template <calc::Number N>
models::FiscalPlan<N> two_years() {
    return {.extra = amounts<N>(first, {"6.4e12", "13.1072e12"}),
            .mix = {.tax = number<N>("0.5"), .debt = number<N>("0.3")},
            .gdp = amounts<N>(base, {"625e12", "640e12", "655.36e12"}),
            .debt_before = number<N>("2.048"),
            .interest = numbers<N>(first, {"0.015", "0.015"}),
            .primary_balance = numbers<N>(first, {"-0.01", "-0.01"}),
            .other = numbers<N>(first, {"0.002", "0"})};
}

/// What decides a random plan.
struct Drawn {
    int years, gdp, debt;
    std::vector<int> growth, interest, balance, other, extra;
    int tax, borrowed;
};

Drawn draw() {
    const auto list = [](int low, int high) {
        return rc::gen::container<std::vector<int>>(8, rc::gen::inRange(low, high));
    };
    return {*rc::gen::inRange(1, 9).as("years"),
            *rc::gen::inRange(1, 100'000).as("GDP"),
            *rc::gen::inRange(0, 300).as("debt, per cent"),
            *list(-100, 200).as("growth, per mille"),
            *list(-20, 200).as("interest, per mille"),
            *list(-100, 100).as("primary balance, per mille"),
            *list(-50, 50).as("other, per mille"),
            *list(-20, 100).as("extra, per mille of GDP"),
            *rc::gen::inRange(0, 101).as("tax, per cent"),
            *rc::gen::inRange(0, 101).as("debt, per cent")};
}

template <calc::Number N>
models::FiscalPlan<N> plan_of(const Drawn& drawn) {
    const auto rates = [&](const std::vector<int>& mille) {
        calc::Series<N> result(first);
        for (int year = 0; year < drawn.years; ++year) {
            result.push_back(N(N(mille[static_cast<std::size_t>(year)]) / N(1000)));
        }
        return result;
    };
    calc::Series<calc::Yearly<N>> gdp(base, {in_yen(N(drawn.gdp))});
    for (const N& growth : rates(drawn.growth)) {
        gdp.push_back(gdp.back() * N(N(1) + growth));
    }
    const auto shares = rates(drawn.extra);
    return {
        .extra = calc::series_of(first, shares.last(), [&](Year year) { return gdp[year] * shares[year]; }),
        .mix = {.tax = N(N(drawn.tax) / N(100)), .debt = N(N(drawn.borrowed) / N(100))},
        .gdp = gdp,
        .debt_before = N(N(drawn.debt) / N(100)),
        .interest = rates(drawn.interest),
        .primary_balance = rates(drawn.balance),
        .other = rates(drawn.other)};
}

}  // namespace

TEMPLATE_TEST_CASE("a debt ratio", "[models][fiscal]", Decimal, Exact, double) {
    using N = TestType;
    const auto path =
        models::debt_path<N>(number<N>("2.048"), {.interest = numbers<N>(first, {"0.015", "0.015"}),
                                                  .growth = numbers<N>(first, {"0.024", "0.024"}),
                                                  .primary_balance = numbers<N>(first, {"-0.01", "-0.01"}),
                                                  .other = numbers<N>(first, {"0.002", "0"})});
    SECTION("grows with interest and deficits and shrinks beside a growing GDP") {
        const auto& year = path[{2026}];
        CHECK_THAT(year.interest, Is<N>("0.03"));           // 2.048/1.024 · 0.015 = 2 · 0.015
        CHECK_THAT(year.growth, Is<N>("-0.048"));           // 2 - 2.048
        CHECK_THAT(year.primary, Is<N>("0.01"));            // a deficit of 1 %
        CHECK_THAT(year.other, Is<N>("0.002"));             // as given
        CHECK_THAT(models::change(year), Is<N>("-0.006"));  // 0.03 - 0.048 + 0.01 + 0.002
        CHECK_THAT(year.ratio, Is<N>("2.042"));  // 2.048 · 1.015/1.024 + 0.01 + 0.002 = 2.03 + 0.012
    }

    SECTION("goes on from the year before") {
        const auto& year = path[{2027}];
        CHECK_THAT(year.interest, Is<N>("0.029912109375"));  // 2.042/1.024 = 1.994140625; · 0.015
        CHECK_THAT(year.growth, Is<N>("-0.047859375"));      // 1.994140625 - 2.042
        CHECK_THAT(year.ratio, Is<N>("2.034052734375"));     // 2.042 + 0.029912109375 - 0.047859375 + 0.01
    }
}

TEMPLATE_TEST_CASE("extra spending of 1 % and 2 % of GDP", "[models][fiscal]", Decimal, Exact, double) {
    using N = TestType;
    const auto path = models::fiscal_path(two_years<N>());
    const auto& one = path[{2026}];
    const auto& two = path[{2027}];

    SECTION("is paid for as the mix says, and the rest is taken from elsewhere") {
        CHECK_THAT(one.financing.taxed.in(yen), Is<N>("3.2e12"));         // 6.4 tn · 0.5
        CHECK_THAT(one.financing.borrowed.in(yen), Is<N>("1.92e12"));     // 6.4 tn · 0.3
        CHECK_THAT(one.financing.reallocated.in(yen), Is<N>("1.28e12"));  // 6.4 - 3.2 - 1.92
        CHECK_THAT(two.financing.taxed.in(yen), Is<N>("6.5536e12"));
        CHECK_THAT(two.financing.borrowed.in(yen), Is<N>("3.93216e12"));
        CHECK_THAT(two.financing.reallocated.in(yen), Is<N>("2.62144e12"));
    }

    SECTION("adds what is borrowed to debt, and interest from the next year on") {
        CHECK_THAT(one.extra_debt.in(yen), Is<N>("1.92e12"));
        CHECK_THAT(one.extra_interest.in(yen), Is<N>("0"));
        CHECK_THAT(two.extra_interest.in(yen), Is<N>("0.0288e12"));  // 1.92 tn · 0.015
        CHECK_THAT(two.extra_debt.in(yen), Is<N>("5.88096e12"));     // 1.92 + 0.0288 + 13.1072 · 0.3
    }

    SECTION("raises the debt ratio by that debt over GDP") {
        CHECK_THAT(one.without.ratio, Is<N>("2.042"));
        CHECK_THAT(one.with.ratio, Is<N>("2.045"));  // 1.92/640 = 0.003 more
        CHECK_THAT(one.with.primary, Is<N>("0.013"));
        CHECK_THAT(two.without.ratio, Is<N>("2.034052734375"));
        CHECK_THAT(two.with.ratio, Is<N>("2.0430263671875"));  // 5.88096/655.36 = 0.0089736328125 more
    }
}

TEMPLATE_TEST_CASE("an amount held against yardsticks", "[models][fiscal]", Decimal, Exact, double) {
    using N = TestType;
    const auto gdp = amounts<N>(base, {"625e12", "640e12", "655.36e12"});

    SECTION("comes to points of tax, an amount a head and shares of expenditure") {
        const auto yields = models::in_step_with(gdp, in_yen(number<N>("2.5e12")), base);
        CHECK_THAT(yields[{2026}].in(yen), Is<N>("2.56e12"));     // 2.5 tn · 640/625
        CHECK_THAT(yields[{2027}].in(yen), Is<N>("2.62144e12"));  // 2.5 tn · 655.36/625
        const auto result = models::equivalents<N>(in_yen(number<N>("6.4e12")),
                                                   {.gdp = gdp[{2026}],
                                                    .point_of_tax = yields[{2026}],
                                                    .persons = N(128'000'000),
                                                    .households = N(50'000'000),
                                                    .general_account = in_yen(number<N>("128e12")),
                                                    .general_government = in_yen(number<N>("256e12"))});
        CHECK_THAT(result.share_of_gdp, Is<N>("0.01"));                   // 6.4/640
        CHECK_THAT(*result.points_of_tax, Is<N>("2.5"));                  // 6.4/2.56
        CHECK_THAT(result.per_head->in(yen), Is<N>("50000"));             // 6.4 tn / 128 m
        CHECK_THAT(result.per_household->in(yen), Is<N>("128000"));       // 6.4 tn / 50 m
        CHECK_THAT(*result.share_of_general_account, Is<N>("0.05"));      // 6.4/128
        CHECK_THAT(*result.share_of_general_government, Is<N>("0.025"));  // 6.4/256
    }

    SECTION("may be the taxed part alone") {
        const auto taxed = models::fiscal_path(two_years<N>())[first].financing.taxed;
        const auto result =
            models::equivalents<N>(taxed, {.gdp = gdp[first], .point_of_tax = in_yen(number<N>("2.56e12"))});
        CHECK_THAT(*result.points_of_tax, Is<N>("1.25"));  // 3.2/2.56
    }

    SECTION("comes to nothing where the yardstick is not known") {
        const auto result = models::equivalents<N>(in_yen(N(1)), {.gdp = gdp[base]});
        CHECK_FALSE(result.points_of_tax);
        CHECK_FALSE(result.per_head);
        CHECK_FALSE(result.per_household);
        CHECK_FALSE(result.share_of_general_account);
        CHECK_FALSE(result.share_of_general_government);
    }
}

TEST_CASE("the parts of a debt ratio add to what it changed", "[models][fiscal][law]") {
    CHECK(rc::check([] {
        const auto plan = plan_of<Exact>(draw());
        const auto path = models::fiscal_path(plan);
        Exact without = plan.debt_before;
        Exact with = plan.debt_before;
        for (const auto& year : path) {
            RC_ASSERT(year.without.ratio - without == models::change(year.without));
            RC_ASSERT(year.with.ratio - with == models::change(year.with));
            without = year.without.ratio;
            with = year.with.ratio;
        }
    }));
}

TEST_CASE("a debt ratio follows the formula of the books", "[models][fiscal][law]") {
    CHECK(rc::check([] {
        const auto plan = plan_of<Exact>(draw());
        const auto path = models::fiscal_path(plan);
        Exact debt = plan.debt_before;
        for (Year year = path.first(); year <= path.last(); ++year) {
            const Exact growth = plan.gdp[year] / plan.gdp[year - 1] - Exact(1);
            debt = debt * (Exact(1) + plan.interest[year]) / (Exact(1) + growth) -
                   plan.primary_balance[year] + plan.other[year];
            RC_ASSERT(path[year].without.ratio == debt);
        }
    }));
}

TEST_CASE("the ratios with and without differ by the extra debt over GDP", "[models][fiscal][law]") {
    CHECK(rc::check([] {
        const auto plan = plan_of<Exact>(draw());
        const auto path = models::fiscal_path(plan);
        for (Year year = path.first(); year <= path.last(); ++year) {
            RC_ASSERT(path[year].with.ratio - path[year].without.ratio ==
                      path[year].extra_debt.in(yen) / plan.gdp[year].in(yen));
        }
    }));
}

TEST_CASE("extra spending is paid for to the last digit", "[models][fiscal][law]") {
    CHECK(rc::check([] {
        const auto plan = plan_of<Exact>(draw());
        const auto path = models::fiscal_path(plan);
        for (Year year = path.first(); year <= path.last(); ++year) {
            const auto& paid = path[year].financing;
            RC_ASSERT(paid.taxed + paid.borrowed + paid.reallocated == plan.extra[year]);
        }
    }));
}

TEST_CASE("what is taxed or taken from elsewhere leaves debt as it is", "[models][fiscal][law]") {
    CHECK(rc::check([] {
        auto plan = plan_of<Exact>(draw());
        plan.mix.debt = Exact(0);
        for (const auto& year : models::fiscal_path(plan)) {
            RC_ASSERT(year.extra_debt.in(yen) == Exact(0));
            RC_ASSERT(year.extra_interest.in(yen) == Exact(0));
            RC_ASSERT(year.with.ratio == year.without.ratio);
        }
    }));
}

TEST_CASE("borrowed at a rate equal to growth, each year's extra stays in the ratio as its share of GDP",
          "[models][fiscal][law]") {
    CHECK(rc::check([] {
        auto plan = plan_of<Exact>(draw());
        plan.mix = {.tax = Exact(0), .debt = Exact(1)};
        plan.interest = calc::series_of(plan.extra.first(), plan.extra.last(), [&](Year year) {
            return Exact(plan.gdp[year] / plan.gdp[year - 1] - Exact(1));
        });
        const auto path = models::fiscal_path(plan);
        Exact shares(0);
        for (Year year = path.first(); year <= path.last(); ++year) {
            shares = shares + plan.extra[year] / plan.gdp[year];
            RC_ASSERT(path[year].with.ratio - path[year].without.ratio == shares);
        }
    }));
}

TEST_CASE("extra debt is what was borrowed and the interest on it", "[models][fiscal][law]") {
    CHECK(rc::check([] {
        const auto path = models::fiscal_path(plan_of<Exact>(draw()));
        Exact sum(0);
        for (const auto& year : path) {
            sum = sum + year.financing.borrowed.in(yen) + year.extra_interest.in(yen);
            RC_ASSERT(year.extra_debt.in(yen) == sum);
        }
    }));
}

TEST_CASE("an amount in step with GDP keeps its share of it", "[models][fiscal][law]") {
    CHECK(rc::check([] {
        const auto plan = plan_of<Exact>(draw());
        const auto amount = plan.extra.front();
        const auto carried = models::in_step_with(plan.gdp, amount, plan.extra.first());
        RC_ASSERT(carried[plan.extra.first()] == amount);
        for (Year year = carried.first(); year <= carried.last(); ++year) {
            RC_ASSERT(carried[year] / plan.gdp[year] == amount / plan.gdp[plan.extra.first()]);
        }
    }));
}

TEST_CASE("fiscal paths in Decimal keep to fractions by forty digits, in double by twelve",
          "[models][fiscal][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw();
        const auto exact = models::fiscal_path(plan_of<Exact>(drawn));
        const auto decimal = models::fiscal_path(plan_of<Decimal>(drawn));
        const auto binary = models::fiscal_path(plan_of<double>(drawn));
        for (Year year = exact.first(); year <= exact.last(); ++year) {
            const Decimal ratio = exact[year].with.ratio.to_decimal();
            RC_ASSERT(same(decimal[year].with.ratio, ratio));
            // Parts of both signs may leave little of a ratio; double is held against the parts.
            const double apart = binary[year].with.ratio - ratio.nearest_double();
            RC_ASSERT((apart < 1e-11 && apart > -1e-11));
        }
    }));
}

TEST_CASE("two futures of public finance run side by side as each does alone", "[models][fiscal][law]") {
    CHECK(rc::check([] {
        const Drawn one = draw();
        Drawn other = one;
        other.gdp = *rc::gen::inRange(1, 100'000).as("other GDP");
        other.interest = one.growth;
        other.tax = one.borrowed;
        const auto plan_of_one = plan_of<Exact>(one);
        const auto plan_of_other = plan_of<Exact>(other);
        const auto both = [](const Exact& a, const Exact& b) { return Futures(a, b); };
        const auto rates = [&](const calc::Series<Exact>& a, const calc::Series<Exact>& b) {
            return calc::series_of(a.first(), a.last(), [&](Year year) { return both(a[year], b[year]); });
        };
        const auto money = [&](const auto& a, const auto& b) {
            return calc::series_of(a.first(), a.last(),
                                   [&](Year year) { return in_yen(both(a[year].in(yen), b[year].in(yen))); });
        };
        const auto path = models::fiscal_path<Futures>(
            {.extra = money(plan_of_one.extra, plan_of_other.extra),
             .mix = {.tax = both(plan_of_one.mix.tax, plan_of_other.mix.tax),
                     .debt = both(plan_of_one.mix.debt, plan_of_other.mix.debt)},
             .gdp = money(plan_of_one.gdp, plan_of_other.gdp),
             .debt_before = both(plan_of_one.debt_before, plan_of_other.debt_before),
             .interest = rates(plan_of_one.interest, plan_of_other.interest),
             .primary_balance = rates(plan_of_one.primary_balance, plan_of_other.primary_balance),
             .other = rates(plan_of_one.other, plan_of_other.other)});
        const auto path_of_one = models::fiscal_path(plan_of_one);
        const auto path_of_other = models::fiscal_path(plan_of_other);
        for (Year year = path.first(); year <= path.last(); ++year) {
            RC_ASSERT(path[year].with.ratio.one() == path_of_one[year].with.ratio);
            RC_ASSERT(path[year].with.ratio.other() == path_of_other[year].with.ratio);
            RC_ASSERT(path[year].extra_debt.in(yen).other() == path_of_other[year].extra_debt.in(yen));
        }
    }));
}
