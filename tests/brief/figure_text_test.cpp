#include "burden/brief/figure_text.hpp"

#include "burden/brief/scale.hpp"
#include "support/catch.hpp"

using namespace burden;
using brief::Column;
using brief::Figure;
using calc::Decimal;

TEST_CASE("a figure is shown with the column's places, or its own", "[brief][figure]") {
    const Column tenths{.key = "x", .label = "x", .places = 1};
    CHECK(figure_text(Figure{.value = Decimal("11.05")}, tenths) == "11.1");
    CHECK(figure_text(Figure{.value = Decimal("11.05"), .places = 2}, tenths) == "11.05");
    CHECK(figure_text(Figure{.value = Decimal("11.05"), .places = 0}, tenths) == "11");
}

TEST_CASE("thousands are parted by commas", "[brief][figure]") {
    const Column whole{.key = "x", .label = "x"};
    CHECK(figure_text(Figure{.value = 999}, whole) == "999");
    CHECK(figure_text(Figure{.value = 1000}, whole) == "1,000");
    CHECK(figure_text(Figure{.value = Decimal("1234567.891"), .places = 2}, whole) == "1,234,567.89");
    CHECK(figure_text(Figure{.value = Decimal("-999999.5")}, whole) == "−1,000,000");
}

TEST_CASE("the minus is U+2212, and a plus stands where it is asked for", "[brief][figure]") {
    const Column tenths{.key = "x", .label = "x", .places = 1};
    CHECK(figure_text(Figure{.value = Decimal("-2.4")}, tenths) == "−2.4");
    CHECK(figure_text(Figure{.value = Decimal("2.4")}, tenths) == "2.4");
    CHECK(figure_text(Figure{.value = Decimal("2.4"), .plus = true}, tenths) == "+2.4");
    CHECK(figure_text(Figure{.value = Decimal("-2.4"), .plus = true}, tenths) == "−2.4");
}

TEST_CASE("what rounds to nothing has no sign", "[brief][figure]") {
    const Column tenths{.key = "x", .label = "x", .places = 1};
    CHECK(figure_text(Figure{.value = Decimal("-0.04"), .plus = true}, tenths) == "0.0");
    CHECK(figure_text(Figure{.value = Decimal("0.04"), .plus = true}, tenths) == "0.0");
}

TEST_CASE("programs get up to seventeen digits and nothing else", "[brief][figure]") {
    CHECK(brief::plain_figure({.value = Decimal("-1234567.5"), .plus = true}) == "-1234567.5");
    CHECK(brief::plain_figure({.value = Decimal(1) / Decimal(3), .places = 1}) == "0.33333333333333333");
    CHECK(brief::plain_figure({.value = Decimal("1e20")}) == "100000000000000000000");
}

TEST_CASE("a scale leaves the largest amount one to four digits before the point", "[brief][scale]") {
    const auto word = [](const char* amount) { return brief::scale_for(Decimal(amount)).word; };
    CHECK(word("0") == "");
    CHECK(word("9999") == "");
    CHECK(word("10000") == "k");
    CHECK(word("3900000") == "k");
    CHECK(word("4220.4e9") == "bn");
    CHECK(word("-43.8e12") == "tn");
    CHECK(word("9e18") == "tn");
    CHECK(brief::scale_for(Decimal("43.8e12")).units == Decimal("1e12"));
}

TEST_CASE("a unit is a currency and its scale", "[brief][scale]") {
    const calc::Currency yen("JPY");
    CHECK(unit_text(yen, brief::scale_for(Decimal("43.8e12"))) == "JPY tn");
    CHECK(unit_text(yen, brief::scale_for(Decimal(7))) == "JPY");
}
