#include "burden/calc/calendar.hpp"

#include <rapidcheck.h>

#include "support/generators.hpp"
#include "support/numbers.hpp"

using namespace burden;
using calc::CalendarYearly;
using calc::Decimal;
using calc::FiscalCalendar;
using calc::Series;
using calc::Year;
using calc::Yearly;
using tests::Exact;
using tests::Is;
using tests::number;

namespace {

constexpr FiscalCalendar japan{4, FiscalCalendar::NamedBy::start};
constexpr FiscalCalendar united_states{10, FiscalCalendar::NamedBy::end};
constexpr FiscalCalendar australia{7, FiscalCalendar::NamedBy::end};

const calc::Unit yen{calc::Currency("JPY")};

std::string shown(const std::vector<calc::Overlap>& overlaps) {
    std::string text;
    for (const auto& [year, months] : overlaps) {
        text += std::to_string(year.number) + ":" + std::to_string(months) + " ";
    }
    return text;
}

rc::Gen<FiscalCalendar> calendars() {
    return rc::gen::map(rc::gen::pair(rc::gen::inRange(1, 13), rc::gen::arbitrary<bool>()),
                        [](const std::pair<int, bool>& drawn) {
                            return FiscalCalendar{drawn.first, drawn.second ? FiscalCalendar::NamedBy::start
                                                                            : FiscalCalendar::NamedBy::end};
                        });
}

}  // namespace

TEST_CASE("a fiscal year is written and explained", "[calc][calendar]") {
    CHECK(label({2027}, japan) == "FY2027");
    CHECK(label({2027}, calc::calendar_year) == "2027");
    CHECK(months({2027}, japan) == "Apr 2027–Mar 2028");
    CHECK(months({2027}, united_states) == "Oct 2026–Sep 2027");
    CHECK(months({2027}, australia) == "Jul 2026–Jun 2027");
    CHECK(months({2027}, calc::calendar_year) == "Jan 2027–Dec 2027");
    CHECK(calc::months({2027}, {1, FiscalCalendar::NamedBy::end}) == "Jan 2027–Dec 2027");
}

TEST_CASE("months are known by their names", "[calc][calendar]") {
    CHECK(calc::month_of("April") == 4);
    CHECK(calc::month_of("october") == 10);
    CHECK(calc::month_of("JULY") == 7);
    CHECK_FALSE(calc::month_of("Apr"));
    CHECK_FALSE(calc::month_of(""));
    CHECK_FALSE(calc::month_of("Juli"));
}

TEST_CASE("a fiscal year shares its months with two calendar years", "[calc][calendar]") {
    CHECK(shown(overlaps({2027}, japan, calc::calendar_year)) == "2027:9 2028:3 ");
    CHECK(shown(overlaps({2027}, united_states, calc::calendar_year)) == "2026:3 2027:9 ");
    CHECK(shown(overlaps({2027}, australia, calc::calendar_year)) == "2026:6 2027:6 ");
    CHECK(shown(overlaps({2027}, calc::calendar_year, japan)) == "2026:3 2027:9 ");
    CHECK(shown(overlaps({2027}, calc::calendar_year, united_states)) == "2027:9 2028:3 ");
    CHECK(shown(overlaps({2027}, calc::calendar_year, calc::calendar_year)) == "2027:12 ");
    CHECK(shown(overlaps({2027}, japan, united_states)) == "2027:6 2028:6 ");
}

TEST_CASE("the months of all overlaps add to a year", "[calc][calendar]") {
    CHECK(rc::check("weights add to twelve", [] {
        const FiscalCalendar one = *calendars();
        const FiscalCalendar other = *calendars();
        const Year year{*rc::gen::inRange(1800, 2201)};
        const auto parts = overlaps(year, one, other);
        RC_ASSERT((!parts.empty() && parts.size() <= 2U));
        int months = 0;
        for (const auto& part : parts) {
            RC_ASSERT(part.months >= 1);
            months += part.months;
        }
        RC_ASSERT(months == 12);
        RC_ASSERT((parts.size() == 1U || parts[1].year - parts[0].year == 1));
    }));
}

TEMPLATE_TEST_CASE("fiscal years become calendar years by quarters", "[calc][calendar]", Decimal, double,
                   Exact) {
    using N = TestType;
    const Series<N> values({2026}, {number<N>("100"), number<N>("200")});

    SECTION("Japan: a quarter of the year before and three of the year") {
        const auto result = by_months(values, japan, calc::calendar_year);
        REQUIRE(result.size() == 1);
        CHECK_THAT(result[{2027}], Is<N>("175"));  // 100 / 4 + 200 * 3 / 4
    }

    SECTION("the United States: three quarters of the year and one of the next") {
        const auto result = by_months(values, united_states, calc::calendar_year);
        REQUIRE(result.size() == 1);
        CHECK_THAT(result[{2026}], Is<N>("125"));  // 100 * 3 / 4 + 200 / 4
    }

    SECTION("calendar years become Japanese fiscal years the other way") {
        const auto result = by_months(values, calc::calendar_year, japan);
        REQUIRE(result.size() == 1);
        CHECK_THAT(result[{2026}], Is<N>("125"));  // 100 * 3 / 4 + 200 / 4
    }

    SECTION("between one calendar and itself nothing changes") {
        const auto result = by_months(values, australia, australia);
        REQUIRE(result.size() == 2);
        CHECK_THAT(result[{2026}], Is<N>("100"));
        CHECK_THAT(result[{2027}], Is<N>("200"));
    }
}

TEST_CASE("a constant stays that constant in any calendar", "[calc][calendar]") {
    CHECK(rc::check("exactly, in fractions and decimals", [] {
        const FiscalCalendar from = *calendars();
        const FiscalCalendar to = *calendars();
        const Decimal value = *tests::decimals();
        const Series<Decimal> decimals({2020}, std::vector<Decimal>(4, value));
        const Series<Exact> fractions({2020}, std::vector<Exact>(4, Exact(value)));
        for (const Decimal& shifted : by_months(decimals, from, to)) {
            RC_ASSERT(shifted == value);
        }
        const auto exact = by_months(fractions, from, to);
        RC_ASSERT(exact.size() >= 3);
        for (const Exact& shifted : exact) {
            RC_ASSERT(shifted == Exact(value));
        }
    }));
}

TEST_CASE("only years whose months are all known are given", "[calc][calendar]") {
    const Series<Decimal> one({2026}, {Decimal(1)});
    CHECK(by_months(one, japan, calc::calendar_year).size() == 0);
    CHECK(by_months(Series<Decimal>(Year{2026}), japan, calc::calendar_year).size() == 0);
}

TEMPLATE_TEST_CASE("amounts change their type with their years", "[calc][calendar]", Decimal, double, Exact) {
    using N = TestType;
    const Series<CalendarYearly<N>> gdp({2026}, {{number<N>("600"), yen}, {number<N>("640"), yen}});
    const auto fiscal = by_fiscal_year(gdp, japan);
    STATIC_REQUIRE(std::is_same_v<decltype(fiscal), const Series<Yearly<N>>>);
    REQUIRE(fiscal.size() == 1);
    CHECK_THAT(fiscal[{2026}].in(yen), Is<N>("610"));  // 600 * 3 / 4 + 640 / 4

    const Series<Yearly<N>> spending({2026}, {{number<N>("10"), yen}, {number<N>("12"), yen}});
    const auto calendar = by_calendar_year(spending, japan);
    STATIC_REQUIRE(std::is_same_v<decltype(calendar), const Series<CalendarYearly<N>>>);
    REQUIRE(calendar.size() == 1);
    CHECK_THAT(calendar[{2027}].in(yen), Is<N>("11.5"));  // 10 / 4 + 12 * 3 / 4

    CHECK_THROWS_AS(by_fiscal_year(Series<CalendarYearly<N>>(Year{2026}), japan), calc::BrokenInvariant);
}

TEST_CASE("amounts of unlike units are not put into another calendar", "[calc][calendar]") {
    const Series<Yearly<Decimal>> mixed(
        {2026}, {{Decimal(10), yen}, {Decimal(12), calc::Unit{calc::Currency("USD")}}});
    CHECK_THROWS_AS(by_calendar_year(mixed, japan), calc::BrokenInvariant);
}
