#include "burden/brief/display_width.hpp"

#include <rapidcheck.h>

#include "burden/brief/utf8.hpp"
#include "support/catch.hpp"

using namespace burden;
using brief::wrapped;
using Lines = std::vector<std::string>;

TEST_CASE("width is counted in columns of a terminal", "[brief][width]") {
    CHECK(brief::display_width("") == 0);
    CHECK(brief::display_width("GDP") == 3);
    CHECK(brief::display_width("−1.5 – ─¹") == 9);
    CHECK(brief::display_width("日本円") == 6);
    CHECK(brief::display_width("e\u0301") == 1);
}

TEST_CASE("a text is cut between characters, and never to nothing", "[brief][width]") {
    CHECK(brief::cut("GDP", 5) == "GDP");
    CHECK(brief::cut("GDP", 2) == "GD");
    CHECK(brief::cut("日本円", 5) == "日本");
    CHECK(brief::cut("日本円", 1) == "日");
    CHECK(brief::cut("e\u0301e", 1) == "e\u0301");
}

TEST_CASE("text is wrapped at spaces", "[brief][width]") {
    CHECK(wrapped("", 10) == Lines{""});
    CHECK(wrapped("extra over holding", 18) == Lines{"extra over holding"});
    CHECK(wrapped("extra over holding", 17) == Lines{"extra over", "holding"});
    CHECK(wrapped("extra  over  ", 6) == Lines{"extra", "over"});
}

TEST_CASE("a number stays with its unit", "[brief][width]") {
    CHECK(wrapped("holding 1.65 % of it", 12) == Lines{"holding", "1.65 % of it"});
    CHECK(wrapped("some 43 tn, summed", 8) == Lines{"some", "43 tn,", "summed"});
    CHECK(wrapped("a %", 1) == Lines{"a", "%"});
    CHECK(wrapped("2025\u00A0p and", 8) == Lines{"2025\u00A0p", "and"});
}

TEST_CASE("a word longer than a line goes on in the next", "[brief][width]") {
    CHECK(wrapped("a abcdefghij k", 4) == Lines{"a", "abcd", "efgh", "ij k"});
}

TEST_CASE("Japanese is wrapped between characters, with closing marks kept back", "[brief][width]") {
    CHECK(wrapped("防衛費の対GDP比", 10) == Lines{"防衛費の対", "GDP比"});
    CHECK(wrapped("防衛、比", 5) == Lines{"防", "衛、", "比"});
}

TEST_CASE("wrapping keeps every character but spaces, within the width", "[brief][width]") {
    CHECK(rc::check([](const std::string& bytes) {
        const std::string text = brief::harmless(bytes);
        const int width = *rc::gen::inRange(2, 40);
        std::string joined;
        for (const std::string& line : wrapped(text, width)) {
            RC_ASSERT(brief::display_width(line) <= width);
            RC_ASSERT_FALSE(line.ends_with(' '));
            joined += line;
        }
        const auto without_spaces = [](std::string from) {
            std::erase(from, ' ');
            return from;
        };
        RC_ASSERT(without_spaces(joined) == without_spaces(text));
    }));
}

TEST_CASE("text from outside is made one harmless line", "[brief][utf8]") {
    CHECK(brief::harmless("¥1,055.1 bn – 日本") == "¥1,055.1 bn – 日本");
    CHECK(brief::harmless("a\tb\r\nc\nd\u2028e") == "a b c d e");
    CHECK(brief::harmless("\x1b[31m") == "\uFFFD[31m");
    CHECK(brief::harmless("\u009b31m\u202E\x7f") == "\uFFFD31m\uFFFD\uFFFD");
    CHECK(brief::harmless(std::string("a\0b", 3)) == "a\uFFFDb");
    CHECK(brief::harmless("\xff\xc3") == "\uFFFD\uFFFD");
    // An overlong line break, and half of a surrogate pair.
    CHECK(brief::harmless("\xc0\x8a") == "\uFFFD\uFFFD");
    CHECK(brief::harmless("\xed\xa0\x80") == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("what was made harmless stays as it is", "[brief][utf8]") {
    CHECK(rc::check([](const std::string& bytes) {
        const std::string once = brief::harmless(bytes);
        RC_ASSERT(brief::harmless(once) == once);
    }));
}
