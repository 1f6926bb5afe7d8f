#include "burden/calc/money.hpp"

#include "support/catch.hpp"
#include "support/numbers.hpp"

using namespace burden;
using calc::CalendarYearly;
using calc::Currency;
using calc::Decimal;
using calc::Prices;
using calc::Total;
using calc::Unit;
using calc::Yearly;
using tests::Exact;
using tests::Is;
using tests::number;

namespace {

template <typename A, typename B>
concept Adds = requires(const A a, const B b) { a + b; };
template <typename A, typename B>
concept Subtracts = requires(const A a, const B b) { a - b; };
template <typename A, typename B>
concept Divides = requires(const A a, const B b) { a / b; };
template <typename A, typename B>
concept Multiplies = requires(const A a, const B b) { a* b; };
template <typename A, typename B>
concept Compares = requires(const A a, const B b) { a == b; };
template <typename A, typename B>
concept MeetsInLeast = requires(const A a, const B b) { least(a, b); };

const Unit yen{Currency("JPY")};
const Unit dollars{Currency("USD")};
const Unit yen_of_2020{Currency("JPY"), Prices::constant_of(2020)};

}  // namespace

TEMPLATE_TEST_CASE("a year and a term do not add", "[calc][money]", Decimal, double, Exact) {
    using N = TestType;
    STATIC_REQUIRE(Adds<Yearly<N>, Yearly<N>>);
    STATIC_REQUIRE_FALSE(Adds<Yearly<N>, Total<N>>);
    STATIC_REQUIRE_FALSE(Subtracts<Yearly<N>, Total<N>>);
    STATIC_REQUIRE_FALSE(Divides<Yearly<N>, Total<N>>);
    STATIC_REQUIRE_FALSE(Compares<Yearly<N>, Total<N>>);
    STATIC_REQUIRE_FALSE(MeetsInLeast<Yearly<N>, Total<N>>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<Yearly<N>, Total<N>>);
}

TEMPLATE_TEST_CASE("a fiscal and a calendar year do not add", "[calc][money]", Decimal, double, Exact) {
    using N = TestType;
    STATIC_REQUIRE_FALSE(Adds<Yearly<N>, CalendarYearly<N>>);
    STATIC_REQUIRE_FALSE(Subtracts<Yearly<N>, CalendarYearly<N>>);
    STATIC_REQUIRE_FALSE(Divides<Yearly<N>, CalendarYearly<N>>);
    STATIC_REQUIRE_FALSE(Compares<Yearly<N>, CalendarYearly<N>>);
}

TEMPLATE_TEST_CASE("a bare number is no amount", "[calc][money]", Decimal, double, Exact) {
    using N = TestType;
    STATIC_REQUIRE_FALSE(Adds<Yearly<N>, N>);
    STATIC_REQUIRE_FALSE(Compares<Yearly<N>, N>);
    STATIC_REQUIRE_FALSE(Multiplies<Yearly<N>, Yearly<N>>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<N, Yearly<N>>);
    STATIC_REQUIRE(Multiplies<Yearly<N>, N>);
}

TEMPLATE_TEST_CASE("amounts in one unit add, and their ratio is a share", "[calc][money]", Decimal, double,
                   Exact) {
    using N = TestType;
    const Yearly<N> labour(number<N>("1500"), yen);
    const Yearly<N> utilities(number<N>("500"), yen);
    CHECK_THAT((labour + utilities).in(yen), Is<N>("2000"));
    CHECK_THAT((labour - utilities).in(yen), Is<N>("1000"));
    CHECK_THAT((labour * number<N>("0.03")).in(yen), Is<N>("45"));
    CHECK_THAT((labour / number<N>("4")).in(yen), Is<N>("375"));
    CHECK_THAT(labour / utilities, Is<N>("3"));
    CHECK_THAT(least(labour, utilities).in(yen), Is<N>("500"));
    CHECK(labour == utilities * number<N>("3"));
    CHECK((labour + utilities).unit() == yen);
}

TEMPLATE_TEST_CASE("unlike units never meet", "[calc][money]", Decimal, double, Exact) {
    using N = TestType;
    const Yearly<N> in_yen(N(1), yen);
    const auto other = GENERATE(dollars, yen_of_2020);
    const Yearly<N> unlike(N(1), other);
    CHECK_THROWS_AS(in_yen + unlike, calc::BrokenInvariant);
    CHECK_THROWS_AS(in_yen - unlike, calc::BrokenInvariant);
    CHECK_THROWS_AS(in_yen / unlike, calc::BrokenInvariant);
    CHECK_THROWS_AS(least(in_yen, unlike), calc::BrokenInvariant);
    CHECK_THROWS_AS(in_yen == unlike, calc::BrokenInvariant);
    CHECK_THROWS_AS(in_yen.in(other), calc::BrokenInvariant);
}

TEMPLATE_TEST_CASE("a total becomes a year by its average only", "[calc][money]", Decimal, double, Exact) {
    using N = TestType;
    // 1,055.1 bn over five years is 211.02 bn a year.
    const Total<N> agreement(number<N>("1055100000000"), yen);
    CHECK_THAT(average(agreement, 5).in(yen), Is<N>("211020000000"));
    CHECK_THROWS_AS(average(agreement, 0), calc::BrokenInvariant);
    CHECK_THAT(as_part_of_total(average(agreement, 5)).in(yen), Is<N>("211020000000"));
}

TEST_CASE("prices are those of a year or current", "[calc][money]") {
    CHECK_FALSE(Prices::current().year());
    CHECK(Prices::constant_of(2020).year() == 2020);
    CHECK(Prices::current() != Prices::constant_of(2020));
    CHECK(Prices::constant_of(2025) != Prices::constant_of(2020));
    CHECK(Unit{Currency("JPY")} == yen);
}
