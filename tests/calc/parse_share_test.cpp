#include <rapidcheck.h>

#include "burden/calc/parse.hpp"
#include "support/generators.hpp"
#include "support/numbers.hpp"

using namespace burden;
using calc::Decimal;

TEST_CASE("a share is a number and its unit", "[calc][parse]") {
    CHECK(*calc::read_share("5%") == Decimal("0.05"));
    CHECK(*calc::read_share("3.4 %") == Decimal("0.034"));
    CHECK(*calc::read_share("5 percent") == Decimal("0.05"));
    CHECK(*calc::read_share("5 per cent") == Decimal("0.05"));
    CHECK(*calc::read_share("５％") == Decimal("0.05"));
    CHECK(*calc::read_share("５．５％") == Decimal("0.055"));
    CHECK(*calc::read_share("3.4\u202F%") == Decimal("0.034"));
    CHECK(*calc::read_share(" 5 PER  CENT ") == Decimal("0.05"));
    CHECK(*calc::read_share("\u22121%") == Decimal("-0.01"));
    CHECK(*calc::read_share("150%") == Decimal("1.5"));
    CHECK(*calc::read_share("0%") == Decimal(0));
}

TEST_CASE("a difference of shares has a unit of its own", "[calc][parse]") {
    CHECK(*calc::read_points("3.5 pp") == Decimal("0.035"));
    CHECK(*calc::read_points("3.5pp") == Decimal("0.035"));
    CHECK(*calc::read_points("+0.5 percentage points") == Decimal("0.005"));
    CHECK(*calc::read_points("1 percentage point") == Decimal("0.01"));
    CHECK(*calc::read_points("-0.3 PP") == Decimal("-0.003"));
}

TEST_CASE("a share written out is read back", "[calc][parse]") {
    CHECK(rc::check("to the last digit", [] {
        const Decimal percent = *tests::decimals();
        RC_ASSERT(*calc::read_share(percent.to_text(12) + "%") == percent / Decimal(100));
        RC_ASSERT(*calc::read_points(percent.to_text(12) + " pp") == percent / Decimal(100));
    }));
}

TEST_CASE("one share holds for every year", "[calc][parse]") {
    const auto shares = calc::read_shares_by_year("2%");
    REQUIRE(shares);
    CHECK(shares->always == Decimal("0.02"));
    CHECK(shares->years.empty());
    CHECK(calc::read_shares_by_year("-0.5 percent")->always == Decimal("-0.005"));
}

TEST_CASE("shares by year keep the order they are written in", "[calc][parse]") {
    const auto shares = calc::read_shares_by_year("2026=0.5%,2027=0.8%");
    REQUIRE(shares);
    CHECK_FALSE(shares->always);
    REQUIRE(shares->years.size() == 2);
    CHECK(shares->years[0].first.year == calc::Year{2026});
    CHECK_FALSE(shares->years[0].first.fiscal);
    CHECK(shares->years[0].second == Decimal("0.005"));
    CHECK(shares->years[1].first.year == calc::Year{2027});
    CHECK(shares->years[1].second == Decimal("0.008"));

    const auto fiscal = calc::read_shares_by_year("FY2030 = -1 % ， fy2029=２％");
    REQUIRE(fiscal);
    REQUIRE(fiscal->years.size() == 2);
    CHECK(fiscal->years[0].first.fiscal);
    CHECK(fiscal->years[0].second == Decimal("-0.01"));
    CHECK(fiscal->years[1].first.year == calc::Year{2029});
    CHECK(fiscal->years[1].second == Decimal("0.02"));
}
