#include "burden/models/economy.hpp"

#include "models/economies.hpp"

using namespace burden;
using namespace burden::tests;

TEMPLATE_TEST_CASE("an economy from rates", "[models][economy]", calc::Decimal, double, Exact) {
    using N = TestType;
    const auto economy = steady_economy<N>(N(1000), number<N>("0.02"), number<N>("0.01"), {2027});

    SECTION("grows by the product of real growth and the rise of the deflator") {
        CHECK_THAT(economy.gdp[{2026}].in(yen), Is<N>("1030.2"));      // 1000 * 1.02 * 1.01
        CHECK_THAT(economy.gdp[{2027}].in(yen), Is<N>("1061.31204"));  // 1030.2 * 1.02 * 1.01
        CHECK_THAT(economy.deflator[{2027}], Is<N>("1.0201"));         // 1.01 * 1.01
    }
    SECTION("gives its real growth back") { CHECK_THAT(models::real_growth(economy)[{2027}], Is<N>("0.02")); }
    SECTION("is carried on by the last year's real growth and rise of the deflator") {
        const auto longer = models::extended(economy, {2030});
        CHECK(longer.gdp.last() == calc::Year{2030});
        CHECK_THAT(models::real_growth(longer)[{2030}], Is<N>("0.02"));
        CHECK_THAT(models::rises(longer.deflator)[{2030}], Is<N>("0.01"));
        CHECK_THAT(longer.gdp[{2027}].in(yen), Is<N>(economy.gdp[{2027}].in(yen)));
    }
}

TEST_CASE("a series of one year has no growth to be carried on by", "[models][economy]") {
    CHECK_THROWS_AS(models::extended(calc::Series<double>({2025}, {1.0}), {2030}), calc::BrokenInvariant);
}

TEST_CASE("a series that reaches far enough is left as it is", "[models][economy]") {
    const calc::Series<double> values({2025}, {1.0, 2.0, 3.0});
    CHECK(models::extended(values, {2026}) == values);
}
