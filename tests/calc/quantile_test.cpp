#include "burden/calc/quantile.hpp"

#include "support/catch.hpp"

using burden::calc::Decimal;
using burden::calc::quantile;

TEST_CASE("quantiles lie on the straight line between numbers", "[calc][quantile]") {
    const std::vector<Decimal> numbers = {Decimal(1), Decimal(2), Decimal(4), Decimal(8)};
    CHECK(quantile(numbers, 0, 4) == Decimal(1));
    CHECK(quantile(numbers, 1, 4) == Decimal("1.75"));
    CHECK(quantile(numbers, 1, 2) == Decimal(3));
    CHECK(quantile(numbers, 3, 4) == Decimal(5));
    CHECK(quantile(numbers, 4, 4) == Decimal(8));
    CHECK(quantile({Decimal(7)}, 1, 3) == Decimal(7));
}
