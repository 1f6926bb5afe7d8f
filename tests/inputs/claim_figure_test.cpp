#include "burden/inputs/claim_figure.hpp"

#include "support/catch.hpp"

using namespace burden;
using calc::Decimal;
using inputs::ClaimFigure;
using inputs::read_claim_figure;
using Kind = ClaimFigure::Kind;

namespace {

ClaimFigure figure(std::string_view text) {
    const auto read = read_claim_figure(text);
    INFO(text);
    REQUIRE(read);
    return *read;
}

calc::Fault fault(std::string_view text) {
    const auto read = read_claim_figure(text);
    INFO(text);
    REQUIRE_FALSE(read);
    return read.fault();
}

}  // namespace

TEST_CASE("a claim may be of a share", "[inputs]") {
    CHECK(figure("7.2%").kind == Kind::share);
    CHECK(figure("7.2%").value == Decimal("0.072"));
    CHECK(figure(" 75 percent ").value == Decimal("0.75"));
    CHECK(figure("５％").value == Decimal("0.05"));
    CHECK(figure("-3 per cent").value == Decimal("-0.03"));
}

TEST_CASE("a claim may be of an amount, which keeps its currency and period", "[inputs]") {
    const ClaimFigure yearly = figure("8.6 billion USD per year");
    CHECK(yearly.kind == Kind::amount);
    CHECK(yearly.value == Decimal("8.6e9"));
    REQUIRE(yearly.amount);
    CHECK(yearly.amount->currency == calc::Currency("USD"));
    CHECK(yearly.amount->period == calc::StatedPeriod::per_year);
    CHECK(figure("¥1,055.1 bn").amount->currency == calc::Currency("JPY"));
    CHECK(figure("1兆551億円").value == Decimal("1055100000000"));
}

TEST_CASE("a claim may be of a count, in the units of the facts", "[inputs]") {
    CHECK(figure("355 days").kind == Kind::count);
    CHECK(figure("355 days").unit == "days");
    CHECK(figure("54,000 persons").value == Decimal(54'000));
    CHECK(figure("54 thousand persons").value == Decimal(54'000));
    CHECK(figure("1.25 mn persons").value == Decimal(1'250'000));
    CHECK(figure("1,200 count").unit == "count");
}

TEST_CASE("a claim may be of a multiple, a rank or a year", "[inputs]") {
    CHECK(figure("4 times").kind == Kind::multiple);
    CHECK(figure("4 times").value == Decimal(4));
    CHECK(figure("x2.5").value == Decimal("2.5"));
    CHECK(figure("rank 2").kind == Kind::rank);
    CHECK(figure("Rank 12").value == Decimal(12));
    CHECK(figure("2027").kind == Kind::year);
    CHECK(figure("FY2027").value == Decimal(2027));
}

TEST_CASE("what is none of these is refused where it goes wrong", "[inputs]") {
    CHECK(fault("").message == "a figure is missing");
    CHECK(fault("7.2").message == "the figure '7.2' has no unit");
    CHECK(fault("2027.5").message == "the figure '2027.5' has no unit");
    CHECK(fault("54,000").message == "the figure '54,000' has no unit");
    CHECK(fault("1700").message == "the year 1700 is outside 1800 to 2200");
    CHECK(fault("much").message == "'much' is no figure");
    CHECK(fault("355 dyas").at == 4);
    CHECK(fault("355 dyas").nearest == "days");
    CHECK(fault("-3 days").message == "a count is not below zero");
    CHECK(fault("rank 2.5").message == "a rank is a whole number from 1, not '2.5'");
    CHECK(fault("rank").message == "a rank is a whole number from 1, not ''");
    CHECK(fault("-4 times").message == "a multiple is a number above zero, not '-4'");
    CHECK(fault("x4a").message == "a multiple is a number above zero, not '4a'");
    CHECK(fault("8.6 billion per year").message ==
          "an amount needs a currency: '8.6 billion per year' has none");
    CHECK(fault("7.2% of GDP").message == "'of GDP' stands after a share");
}
