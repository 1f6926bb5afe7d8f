#include "burden/inputs/diagnostic.hpp"

#include "support/catch.hpp"

using namespace burden;
using inputs::Diagnostic;
using inputs::Severity;
using inputs::to_text;

namespace {

std::string many(std::string_view text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

}  // namespace

TEST_CASE("a diagnostic names place, fault, line, what may stand there and the nearest name", "[inputs]") {
    const Diagnostic diagnostic{.file = "plan.toml",
                                .line = 7,
                                .column = 10,
                                .length = 17,
                                .message = "unknown period 'per fiscal yaer'",
                                .excerpt = "period = \"per fiscal yaer\"",
                                .allowed = {"per calendar year", "per fiscal year"},
                                .nearest = "per fiscal year",
                                .hint = "see docs/facts-format.md"};
    CHECK(to_text(diagnostic) ==
          "plan.toml:7:10: error: unknown period 'per fiscal yaer'\n"
          "7 | period = \"per fiscal yaer\"\n"
          "  |          ^^^^^^^^^^^^^^^^^\n"
          "  = allowed: per calendar year, per fiscal year\n"
          "  = nearest: 'per fiscal year'\n"
          "  = see docs/facts-format.md\n");
}

TEST_CASE("the margin of a diagnostic is as wide as the number of its line", "[inputs]") {
    CHECK(to_text({.file = "plan.toml", .line = 1234, .column = 1, .message = "m", .excerpt = "x"}) ==
          "plan.toml:1234:1: error: m\n"
          "1234 | x\n"
          "     | ^\n");
}

TEST_CASE("a diagnostic of the whole call has neither place nor line", "[inputs]") {
    CHECK(to_text({.message = "no country was named"}) == "error: no country was named\n");
    CHECK(to_text({.severity = Severity::warning, .file = "jpn.toml", .message = "nothing changes"}) ==
          "jpn.toml: warning: nothing changes\n");
}

TEST_CASE("carets stand under wide characters, two for each", "[inputs]") {
    CHECK(to_text(
              {.file = "f", .line = 1, .column = 6, .length = 2, .message = "m", .excerpt = "日本 = 予算"}) ==
          "f:1:6: error: m\n"
          "1 | 日本 = 予算\n"
          "  |        ^^^^\n");
}

TEST_CASE("a combining mark takes no column of its own", "[inputs]") {
    CHECK(to_text({.file = "f", .line = 1, .column = 3, .message = "m", .excerpt = "e\u0301x"}) ==
          "f:1:3: error: m\n"
          "1 | e\u0301x\n"
          "  |  ^\n");
}

TEST_CASE("control characters and marks of direction are shown as spaces", "[inputs]") {
    CHECK(to_text({.file = "f\x1b",
                   .line = 1,
                   .column = 3,
                   .message = "bell \a",
                   .excerpt = "a\tb\x1b[1m\u202ec\u009bd",
                   .allowed = {"\x7f"},
                   .nearest = "\r",
                   .hint = "\n"}) ==
          "f :1:3: error: bell  \n"
          "1 | a b [1m c d\n"
          "  |   ^\n"
          "  = allowed:  \n"
          "  = nearest: ' '\n"
          "  =  \n");
}

TEST_CASE("bytes that are no text are shown as one mark each", "[inputs]") {
    CHECK(to_text({.file = "f", .line = 1, .column = 2, .message = "m", .excerpt = "a\xff\xe6"}) ==
          "f:1:2: error: m\n"
          "1 | a\uFFFD\uFFFD\n"
          "  |  ^\n");
}

TEST_CASE("a long line is cut around its fault", "[inputs]") {
    const std::string a_line = many("a", 500) + "xyz" + many("b", 500);
    const std::string text =
        to_text({.file = "f", .line = 1, .column = 501, .length = 3, .message = "m", .excerpt = a_line});
    CHECK(text == "f:1:501: error: m\n1 | \u2026" + many("a", 40) + "xyz" + many("b", 53) + "\u2026\n  |  " +
                      many(" ", 40) + "^^^\n");
}

TEST_CASE("a fault longer than the line that is shown is underlined as far as it is shown", "[inputs]") {
    const std::string text = to_text(
        {.file = "f", .line = 1, .column = 1, .length = 900, .message = "m", .excerpt = many("a", 500)});
    CHECK(text == "f:1:1: error: m\n1 | " + many("a", 96) + "\u2026\n  | " + many("^", 96) + "\n");
}

TEST_CASE("a fault at the end of a line has a caret behind it", "[inputs]") {
    CHECK(to_text({.file = "f", .line = 1, .column = 3, .message = "a number is missing", .excerpt = "a="}) ==
          "f:1:3: error: a number is missing\n"
          "1 | a=\n"
          "  |   ^\n");
}

TEST_CASE("a fault of an argument shows the argument", "[inputs]") {
    const calc::Fault fault{.message = "unknown word 'yene'",
                            .at = std::string("43 兆 ").size(),
                            .length = 4,
                            .allowed = {"yen"},
                            .nearest = "yen"};
    const Diagnostic diagnostic = inputs::argument_diagnostic("--gdp", "43 兆 yene", fault);
    CHECK(diagnostic.column == 6);
    CHECK(diagnostic.length == 4);
    CHECK(to_text(diagnostic) ==
          "--gdp: error: unknown word 'yene'\n"
          "  | 43 兆 yene\n"
          "  |       ^^^^\n"
          "  = allowed: yen\n"
          "  = nearest: 'yen'\n");
}
