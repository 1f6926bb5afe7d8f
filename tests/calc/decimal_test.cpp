#include "burden/calc/decimal.hpp"

#include <limits>
#include <type_traits>

#include <rapidcheck.h>

#include "burden/calc/number.hpp"
#include "burden/calc/number_text.hpp"
#include "support/generators.hpp"
#include "support/numbers.hpp"

using namespace burden;
using calc::Decimal;
using tests::same;

TEST_CASE("a tenth is a tenth", "[calc][decimal]") {
    const Decimal tenth("0.1");
    Decimal sum;
    for (int times = 0; times < 10; ++times) {
        sum += tenth;
    }
    CHECK(sum == Decimal(1));
    CHECK(tenth + Decimal("0.2") == Decimal("0.3"));
    CHECK(tenth.to_significant(50) == "0.1");
}

TEST_CASE("a binary fraction does not become a decimal", "[calc][decimal]") {
    STATIC_REQUIRE_FALSE(std::is_convertible_v<double, Decimal>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<Decimal, double>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<Decimal, float>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<Decimal, bool>);
    STATIC_REQUIRE_FALSE(std::is_assignable_v<Decimal&, double>);
    STATIC_REQUIRE(std::is_convertible_v<int, Decimal>);
    STATIC_REQUIRE(std::is_convertible_v<std::uint64_t, Decimal>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<const char*, Decimal>);
}

TEST_CASE("whole numbers of every size become decimals", "[calc][decimal]") {
    CHECK(Decimal(std::numeric_limits<std::int64_t>::min()).to_text(0) == "-9223372036854775808");
    CHECK(Decimal(std::numeric_limits<std::uint64_t>::max()).to_text(0) == "18446744073709551615");
}

TEST_CASE("text that is no plain number is refused", "[calc][decimal]") {
    struct Refusal {
        const char* text;
        const char* message;
        std::size_t at;
    };
    const auto refusal = GENERATE(values<Refusal>({
        {"", "a number is missing", 0},
        {"nan", "'n' does not begin a number", 0},
        {"inf", "'i' does not begin a number", 0},
        {"-inf", "'i' does not begin a number", 1},
        {"1e999999999", "the exponent '999999999' is beyond ±99", 1},
        {"1e-100", "the exponent '-100' is beyond ±99", 1},
        {"1e", "'e' is no part of a number", 1},
        {"1.", "no digit follows the point", 1},
        {".", "'.' does not begin a number", 0},
        {"1.2.3", "'.3' is no part of a number", 3},
        {"1,000", "',000' is no part of a number", 1},
        {" 1", "' ' does not begin a number", 0},
        {"1 ", "' ' is no part of a number", 1},
        {"0x10", "'x10' is no part of a number", 1},
        {"--1", "'-' does not begin a number", 1},
        {"円", "'円' does not begin a number", 0},
        {"\xE5\x86", "'\\xe5' does not begin a number", 0},
        {"1\x1b[31m", "'\\x1b[31m' is no part of a number", 1},
        {"123456789012345678901234567890123456789012345678901",
         "a number has at most fifty digits, this one has 51", 0},
        // The zero that may be left out before the point counts as it does where it is written.
        {".12345678901234567890123456789012345678901234567890",
         "a number has at most fifty digits, this one has 51", 0},
    }));
    CAPTURE(refusal.text);
    const auto read = Decimal::read(refusal.text);
    REQUIRE_FALSE(read);
    CHECK(read.fault().message == refusal.message);
    CHECK(read.fault().at == refusal.at);
    CHECK_THROWS_AS(Decimal(refusal.text), calc::BrokenInvariant);
}

TEST_CASE("plain numbers are read as they are written", "[calc][decimal]") {
    CHECK(*Decimal::read("1e3") == Decimal(1000));
    CHECK(*Decimal::read("1E+3") == Decimal(1000));
    CHECK(*Decimal::read("25e-3") == Decimal("0.025"));
    CHECK(*Decimal::read(".5") == Decimal("0.5"));
    CHECK(*Decimal::read("+007") == Decimal(7));
    CHECK(*Decimal::read("\u22123.5") == Decimal("-3.5"));
    CHECK(*Decimal::read("1e99") / Decimal("1e98") == Decimal(10));
    CHECK(Decimal::read("12345678901234567890123456789012345678901234567.890")->to_text(3) ==
          "12345678901234567890123456789012345678901234567.890");
}

TEST_CASE("digits may be grouped in threes where a reader allows it", "[calc][number_text]") {
    const auto number = calc::scan_grouped_number("1,055.10 bn");
    REQUIRE(number);
    CHECK(number->plain == "1055.10");
    CHECK(number->length == 8);
    CHECK(number->places == 2);
    CHECK(calc::scan_grouped_number("7, 8")->length == 1);
    CHECK(calc::scan_grouped_number("1,05").fault().message ==
          "digits are grouped in threes, not as in '1,05'");
    CHECK(calc::scan_grouped_number("1000,000").fault().length == 8);
    CHECK(calc::scan_grouped_number("0,125").fault().message ==
          "a number with grouped digits does not begin with 0: '0,125'; digits after the point follow '.'");
}

TEST_CASE("halves are rounded away from zero", "[calc][decimal]") {
    CHECK(Decimal("0.5").to_text(0) == "1");
    CHECK(Decimal("-0.5").to_text(0) == "-1");
    CHECK(Decimal("2.5").to_text(0) == "3");
    CHECK(Decimal("0.125").to_text(2) == "0.13");
    CHECK(Decimal("-0.125").to_text(2) == "-0.13");
    CHECK(Decimal("0.1249999999999999999999999999999999999999999999").to_text(2) == "0.12");
    CHECK(Decimal("99.95").to_text(1) == "100.0");
    CHECK(Decimal("0.04").to_text(1) == "0.0");
    CHECK(Decimal("1055100000000").to_text(1) == "1055100000000.0");
    CHECK(Decimal("1e-99").to_text(2) == "0.00");
}

TEST_CASE("a half that is the outcome of a quotient is a half", "[calc][decimal]") {
    // 10 / 3 * 0.75 is two and a half, though 10 / 3 is not written in any number of digits.
    CHECK((Decimal(10) / Decimal(3) * Decimal("0.75")).to_text(0) == "3");
    CHECK((Decimal(-10) / Decimal(3) * Decimal("0.75")).to_text(0) == "-3");
    CHECK((Decimal(1) / Decimal(3) * Decimal(3)).to_text(0) == "1");
    CHECK((Decimal(1) / Decimal(7) * Decimal("3.5")).to_significant(50) == "0.5");
}

TEST_CASE("nothing is ever written as minus zero", "[calc][decimal]") {
    CHECK(Decimal("-0").to_text(0) == "0");
    CHECK(Decimal("-0").to_significant(17) == "0");
    CHECK((-Decimal(0)).to_text(2) == "0.00");
    CHECK(Decimal("-0.001").to_text(2) == "0.00");
    CHECK((Decimal(-3) * Decimal(0)).to_text(1) == "0.0");
    CHECK(Decimal("-0") == Decimal(0));
    CHECK_FALSE(Decimal("-0") < Decimal(0));
}

TEST_CASE("other programs read up to as many digits as they asked for", "[calc][decimal]") {
    CHECK((Decimal(2) / Decimal(3)).to_significant(17) == "0.66666666666666667");
    CHECK(Decimal("1055100000000").to_significant(17) == "1055100000000");
    CHECK(Decimal("0.0500").to_significant(17) == "0.05");
    CHECK(Decimal("123456789012345678").to_significant(17) == "123456789012345680");
    CHECK(Decimal("1e20").to_significant(17) == "100000000000000000000");
    CHECK(Decimal("-1e-7").to_significant(17) == "-0.0000001");
    CHECK(Decimal("9.99999").to_significant(3) == "10");
    CHECK(Decimal("0.99999").to_significant(2) == "1");
}

TEST_CASE("a rounded number is the number its text shows", "[calc][decimal]") {
    CHECK(rounded(Decimal("2.345"), 2) == Decimal("2.35"));
    CHECK(rounded(Decimal(2) / Decimal(3), 49).to_text(49) ==
          "0.6666666666666666666666666666666666666666666666667");
    CHECK(rounded(Decimal("12345678901234567890.5"), 45) == Decimal("12345678901234567890.5"));
    CHECK(rounded(Decimal("1e-70"), 60) == Decimal(0));
}

TEST_CASE("overflow and division by zero are broken invariants", "[calc][decimal]") {
    CHECK_THROWS_AS(Decimal(1) / Decimal(0), calc::BrokenInvariant);
    Decimal large("1e99");
    CHECK_THROWS_AS(large = large * large * large * large * large, calc::BrokenInvariant);
    CHECK_THROWS_AS(power(Decimal(10), Decimal(1000)), calc::BrokenInvariant);
    CHECK_THROWS_AS(power(Decimal(10), Decimal("1e30")), calc::BrokenInvariant);
    CHECK_THROWS_AS(power(Decimal(0), Decimal(2)), calc::BrokenInvariant);
    CHECK_THROWS_AS(power(Decimal(-2), Decimal("0.5")), calc::BrokenInvariant);
    CHECK_THROWS_AS(Decimal(1).to_text(-1), calc::BrokenInvariant);
}

TEST_CASE("roots and powers keep forty digits", "[calc][decimal]") {
    CHECK(same(power(Decimal(4), Decimal("0.5")), Decimal(2)));
    CHECK(power(Decimal("1.02"), Decimal(2)) == Decimal("1.0404"));
    // The square root of two, to fifty digits.
    CHECK(power(Decimal(2), Decimal("0.5")).to_significant(50) ==
          "1.4142135623730950488016887242096980785696718753769");
    CHECK(rc::check("a root taken n times over is the number", [] {
        const Decimal base = *tests::positive_decimals();
        const int n = *rc::gen::inRange(1, 40);
        const Decimal root = power(base, Decimal(1) / Decimal(n));
        Decimal product(1);
        for (int times = 0; times < n; ++times) {
            product *= root;
        }
        RC_ASSERT(same(product, base));
    }));
}

TEST_CASE("sums, products and quotients that fit in fifty digits are exact", "[calc][decimal]") {
    CHECK(rc::check("x + y - y == x", [] {
        const Decimal x = *tests::decimals();
        const Decimal y = *tests::decimals();
        RC_ASSERT(x + y - y == x);
    }));
    CHECK(rc::check("x * y / y == x", [] {
        const Decimal x = *tests::decimals();
        const Decimal y =
            *rc::gen::suchThat(tests::decimals(), [](const Decimal& d) { return d != Decimal(0); });
        RC_ASSERT(x * y / y == x);
    }));
    CHECK(rc::check("arithmetic is that of fractions", [] {
        const Decimal x = *tests::decimals();
        const Decimal y = *tests::decimals();
        const tests::Exact a(x);
        const tests::Exact b(y);
        RC_ASSERT(tests::Exact(x + y) == a + b);
        RC_ASSERT(tests::Exact(x - y) == a - b);
        RC_ASSERT(tests::Exact(x * y) == a * b);
        RC_ASSERT((x < y) == (a < b));
        if (y != Decimal(0)) {
            RC_ASSERT(same(x / y, (a / b).to_decimal()));
        }
    }));
}

TEST_CASE("what is written is read back", "[calc][decimal]") {
    CHECK(rc::check("to_text with enough places", [] {
        const Decimal x = *tests::decimals();
        RC_ASSERT(*Decimal::read(x.to_text(12)) == x);
    }));
    CHECK(rc::check("to_significant", [] {
        const Decimal x = *tests::decimals();
        RC_ASSERT(*Decimal::read(x.to_significant(Decimal::digits)) == x);
    }));
    CHECK(rc::check("to_text is off by half a unit at most", [] {
        const Decimal x = *tests::decimals();
        const int places = *rc::gen::inRange(0, 12);
        const Decimal off = rounded(x, places) - x;
        const Decimal half = Decimal("0.5") * Decimal("1e-" + std::to_string(places));
        RC_ASSERT((off <= half && -off <= half));
    }));
}

TEST_CASE("the nearest double is the one that the digits name", "[calc][decimal]") {
    CHECK(Decimal("0.1").nearest_double() == 0.1);
    CHECK(Decimal("-1055.1").nearest_double() == -1055.1);
    CHECK((Decimal(1) / Decimal(3)).nearest_double() == 1.0 / 3.0);
    CHECK(Decimal(0).nearest_double() == 0.0);
    const Decimal large("1e99");
    CHECK(std::isinf((large * large * large * large).nearest_double()));
    CHECK((-(large * large * large * large)).nearest_double() < 0);
    CHECK((Decimal(1) / (large * large * large * large)).nearest_double() == 0.0);
}
