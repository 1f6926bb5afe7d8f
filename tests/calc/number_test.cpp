#include "burden/calc/number.hpp"

#include "support/catch.hpp"
#include "support/numbers.hpp"

using namespace burden;
using calc::Decimal;
using tests::Exact;
using tests::Is;
using tests::number;
using tests::same;

TEST_CASE("models run on decimals, doubles and fractions, and on nothing whole", "[calc][number]") {
    STATIC_REQUIRE(calc::Number<Decimal>);
    STATIC_REQUIRE(calc::Number<double>);
    STATIC_REQUIRE(calc::Number<Exact>);
    STATIC_REQUIRE_FALSE(calc::Number<int>);
    STATIC_REQUIRE_FALSE(calc::Number<bool>);
    STATIC_REQUIRE_FALSE(calc::Number<std::string>);
}

TEST_CASE("a fraction has no roots", "[calc][number]") {
    STATIC_REQUIRE(calc::Real<Decimal>);
    STATIC_REQUIRE(calc::Real<double>);
    STATIC_REQUIRE_FALSE(calc::Real<Exact>);
}

TEMPLATE_TEST_CASE("a number is the same in every type", "[calc][number]", Decimal, double, Exact) {
    using N = TestType;
    using calc::greatest;
    using calc::least;
    CHECK_THAT(number<N>("0.05") + number<N>("0.15"), Is<N>("0.2"));
    CHECK_THAT(number<N>("-3") / number<N>("8"), Is<N>("-0.375"));
    CHECK_THAT(N(least(number<N>("2"), number<N>("-3"))), Is<N>("-3"));
    CHECK_THAT(N(greatest(number<N>("2"), number<N>("-3"))), Is<N>("2"));
    CHECK(calc::as<N>(Decimal("0.5")) == N(1) / N(2));
}

TEST_CASE("close enough is nothing for fractions, forty digits for decimals, twelve for doubles",
          "[calc][number]") {
    CHECK_FALSE(same(number<Exact>("1"), number<Exact>("1") + number<Exact>("1e-49")));
    CHECK(same(number<Decimal>("1000"), number<Decimal>("1000") + number<Decimal>("1e-38")));
    CHECK_FALSE(same(number<Decimal>("1"), number<Decimal>("1") + number<Decimal>("1e-39")));
    CHECK(same(1.0, 1.0 + 1e-13));
    CHECK_FALSE(same(1.0, 1.0 + 1e-11));
    CHECK_FALSE(same(0.0, 1e-14));
}

TEST_CASE("a fraction knows the decimal nearest to it", "[calc][number]") {
    CHECK((Exact(1) / Exact(3)).to_decimal().to_significant(40) == "0." + std::string(40, '3'));
    CHECK((Exact(-22) / Exact(7)).to_decimal().to_text(10) == "-3.1428571429");
    CHECK(Exact(Decimal("123456789.000000001")).to_decimal() == Decimal("123456789.000000001"));
    CHECK(Exact(0).to_decimal() == Decimal(0));
    const Exact large(Decimal("1e40"));
    CHECK((large * large).to_decimal() == Decimal("1e80"));
    CHECK(Exact(Decimal("-0.05")) == Exact(-1) / Exact(20));
}
