#include <algorithm>
#include <string_view>

#include "answers.hpp"
#include "burden/brief/display_width.hpp"
#include "support/catch.hpp"

using namespace burden;
using tests::figure;

namespace {

std::string on_screen(const brief::Answer& answer, int width, bool colour = false) {
    return write_terminal(answer, {.width = width, .colour = colour});
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

brief::Answer one_table(std::vector<brief::Column> columns, std::vector<brief::Row> rows) {
    brief::Answer answer;
    answer.tables = {{.id = "t", .title = "", .columns = std::move(columns), .rows = std::move(rows)}};
    return answer;
}

}  // namespace

TEST_CASE("an answer on a screen of 100 columns", "[brief][terminal]") {
    CHECK(
        on_screen(tests::two_targets(), 100) ==
        R"(Japan: what 2 % and 5 % cost                                                  JPY tn, current prices

                       2 %            5 %
 FY          GDP   share  extra   share  extra
                     (%)            (%)
 2025 e    667.2    1.65      –    1.65      –
 2035 p  1,875.4    2.00    3.1    5.00   29.3
──────────────────────────────────────────────
 extra, a year              5.8¹         −55.0

 Marks   e estimate · p projection
 Basis   Path linear in the share. Extra over holding 1.65 %.
         GDP: IMF, April 2026
 Warning The budget of FY2026 is a request.
 Notes   1  The government counts 2 % against GDP of FY2022.
 Sources JIJI2025, WEO2026                                                        burden sources KEY
 See     burden ratio jpn FY2025
)");
}

TEST_CASE("an answer on a screen of 80 columns", "[brief][terminal]") {
    CHECK(on_screen(tests::two_targets(), 80) ==
          R"(Japan: what 2 % and 5 % cost                              JPY tn, current prices

                       2 %            5 %
 FY          GDP   share  extra   share  extra
                     (%)            (%)
 2025 e    667.2    1.65      –    1.65      –
 2035 p  1,875.4    2.00    3.1    5.00   29.3
──────────────────────────────────────────────
 extra, a year              5.8¹         −55.0

 Marks   e estimate · p projection
 Basis   Path linear in the share. Extra over holding 1.65 %.
         GDP: IMF, April 2026
 Warning The budget of FY2026 is a request.
 Notes   1  The government counts 2 % against GDP of FY2022.
 Sources JIJI2025, WEO2026                                    burden sources KEY
 See     burden ratio jpn FY2025
)");
}

TEST_CASE("a table wider than the screen is parted by groups, and each part names its rows",
          "[brief][terminal]") {
    CHECK(on_screen(tests::two_targets(), 40) ==
          R"(Japan: what 2 % and 5 % cost
JPY tn, current prices

                       2 %
 FY          GDP   share  extra
                     (%)
 2025 e    667.2    1.65      –
 2035 p  1,875.4    2.00    3.1
────────────────────────────────
 extra, a year              5.8¹

                       5 %
 FY          GDP   share  extra
                     (%)
 2025 e    667.2    1.65      –
 2035 p  1,875.4    5.00   29.3
───────────────────────────────
 extra, a year            −55.0

 Marks   e estimate · p projection
 Basis   Path linear in the share. Extra
         over holding 1.65 %.
         GDP: IMF, April 2026
 Warning The budget of FY2026 is a
         request.
 Notes   1  The government counts 2 %
            against GDP of FY2022.
 Sources JIJI2025, WEO2026
                      burden sources KEY
 See     burden ratio jpn FY2025
)");
}

TEST_CASE("a screen narrower than 40 columns is written as one of 40", "[brief][terminal]") {
    CHECK(on_screen(tests::two_targets(), 10) == on_screen(tests::two_targets(), 40));
}

TEST_CASE("running text keeps to 100 columns on a wider screen", "[brief][terminal]") {
    brief::Answer answer;
    answer.notes = {std::string(60, 'a') + " " + std::string(60, 'b')};
    CHECK(on_screen(answer, 200) == on_screen(answer, 100));
}

TEST_CASE("an answer without tables, and one without anything", "[brief][terminal]") {
    brief::Answer answer;
    CHECK(on_screen(answer, 80) == "\n");
    answer.warnings = {"Nothing was asked."};
    CHECK(on_screen(answer, 80) == " Warning Nothing was asked.\n");
}

TEST_CASE("tables laid out for programs are not shown", "[brief][terminal]") {
    auto answer = tests::two_targets();
    answer.tables.push_back(answer.tables.front());
    answer.tables.back().audience = brief::Audience::programs;
    CHECK(on_screen(answer, 80) == on_screen(tests::two_targets(), 80));
}

TEST_CASE("figures of a column meet at the point, whatever their places", "[brief][terminal]") {
    const auto answer =
        one_table({{.key = "k", .label = "", .words = true}, {.key = "n", .label = "n", .places = 1}},
                  {{.cells = {"a", brief::Figure{.value = calc::Decimal("1.25"), .places = 2}}},
                   {.cells = {"b", figure("-1234.5")}},
                   {.cells = {"c", brief::Figure{.value = 7, .places = 0}}},
                   {.cells = {"d", "+13.2 %"}},
                   {.cells = {"e", brief::Cell()}},
                   {.cells = {"f", "not known"}}});
    CHECK(on_screen(answer, 80) == R"(            n
 a       1.25
 b  −1,234.5
 c       7
 d     +13.2 %
 e          –
 f  not known
)");
}

TEST_CASE("notes stand behind a cell as superscripts, without moving the figures", "[brief][terminal]") {
    brief::Cell two = figure("2");
    two.notes = {2, 13};
    brief::Cell words = "b";
    words.notes = {1};
    const auto answer = one_table(
        {{.key = "k", .label = "k", .words = true}, {.key = "n", .label = "n"}, {.key = "m", .label = "m"}},
        {{.cells = {"a", figure("1"), figure("10")}}, {.cells = {words, two, figure("3")}}});
    CHECK(on_screen(answer, 80) == R"( k   n     m
 a   1    10
 b¹  2²,¹³ 3
)");
}

TEST_CASE("a unit stands once: under its column only where the caption does not say it",
          "[brief][terminal]") {
    auto answer = one_table({{.key = "k", .label = "k", .words = true},
                             {.key = "n", .label = "n", .unit = "JPY tn"},
                             {.key = "m", .label = "m", .unit = "JPY"}},
                            {{.cells = {"a", figure("1"), figure("10")}}});
    answer.tables.front().caption = "JPY tn";
    CHECK(on_screen(answer, 80) == R"(JPY tn

 k  n      m
       (JPY)
 a  1     10
)");
}

TEST_CASE("long labels wrap and columns of words get narrower before a table is parted",
          "[brief][terminal]") {
    const auto answer =
        one_table({{.key = "k", .label = "Renewal", .words = true},
                   {.key = "n", .label = "share of government spending", .unit = "%", .places = 1},
                   {.key = "m", .label = "a head", .unit = "JPY k", .places = 1}},
                  {{.cells = {"step of 8.3 %, then consumer prices", figure("1.5"), figure("13")}}});
    CHECK(on_screen(answer, 40) == R"(                       share of
                     government
 Renewal               spending   a head
                            (%)  (JPY k)
 step of 8.3 %,             1.5     13.0
 then consumer
 prices
)");
}

TEST_CASE("a part of a table leaves out the rows that say nothing in it", "[brief][terminal]") {
    std::vector<brief::Column> columns = {{.key = "k", .label = "k", .words = true}};
    brief::Row row{.cells = {"years"}};
    brief::Row total{.cells = {"total"}, .rule_above = true};
    for (int at = 0; at < 4; ++at) {
        columns.push_back({.key = std::to_string(at), .label = "column " + std::to_string(at)});
        row.cells.emplace_back(figure("123456789"));
        total.cells.emplace_back(at == 0 ? brief::Cell(figure("1")) : brief::Cell(""));
    }
    CHECK(on_screen(one_table(columns, {row, total}), 40) == R"( k         column 0     column 1
 years  123,456,789  123,456,789
────────────────────────────────
 total            1

 k         column 2     column 3
 years  123,456,789  123,456,789
)");
}

TEST_CASE("a part repeats only the names of rows where more would leave no room for a figure",
          "[brief][terminal]") {
    const auto answer = one_table({{.key = "k", .label = "k", .words = true},
                                   {.key = "n", .label = "n", .places = 3},
                                   {.key = "m", .label = "m", .places = 3, .group = "group"}},
                                  {{.cells = {"r0", figure("-99999999.994"), figure("-999999999999")}}});
    CHECK(on_screen(answer, 40) == R"( k                 n
 r0  −99,999,999.994

             group
 k                       m
 r0   −999,999,999,999.000
)");
}

TEST_CASE("a figure is never cut, even when it is wider than the screen", "[brief][terminal]") {
    const auto answer = one_table({{.key = "k", .label = "k", .words = true}, {.key = "n", .label = "n"}},
                                  {{.cells = {"a long name of a row", figure("1e60")}}});
    std::string digits = "1";
    for (int thousands = 0; thousands < 20; ++thousands) {
        digits += ",000";
    }
    CHECK(on_screen(answer, 40).find(" " + digits + "\n") != std::string::npos);
}

TEST_CASE("colour is bold heads and dim notes, and nothing is lost without it", "[brief][terminal]") {
    const std::string coloured = on_screen(tests::two_targets(), 80, true);
    CHECK(coloured.starts_with("\x1b[1mJapan: what 2 % and 5 % cost\x1b[0m "));
    CHECK(coloured.find(" \x1b[2mNotes   1  The government") != std::string::npos);
    std::string bare = coloured;
    for (const std::string_view sequence : {"\x1b[1m", "\x1b[2m", "\x1b[0m"}) {
        for (auto at = bare.find(sequence); at != std::string::npos; at = bare.find(sequence)) {
            bare.erase(at, sequence.size());
        }
    }
    CHECK(bare == on_screen(tests::two_targets(), 80));
}

TEST_CASE("wide characters count for two columns", "[brief][terminal]") {
    const auto answer =
        one_table({{.key = "k", .label = "国", .words = true}, {.key = "n", .label = "防衛費"}},
                  {{.cells = {"日本", figure("1")}}, {.cells = {"USA", figure("20")}}});
    CHECK(on_screen(answer, 80) == R"( 国    防衛費
 日本       1
 USA       20
)");
}

TEST_CASE("hostile text does nothing to a terminal", "[brief][terminal]") {
    for (const int width : {40, 80, 100}) {
        const std::string text = on_screen(tests::hostile_answer(), width);
        CHECK(text.find_first_of("\x1b\x07\xff\t\r") == std::string::npos);
        CHECK(text.find("\u202E") == std::string::npos);
        CHECK(text.find("\uFFFD[31mred\uFFFD") != std::string::npos);
        for (const std::string& line : lines_of(text)) {
            CHECK(brief::display_width(line) <= width);
        }
    }
}

TEST_CASE("very long words are broken, not cut", "[brief][terminal]") {
    const std::string long_word(1000, 'w');
    auto answer = tests::two_targets();
    answer.tables.front().title = long_word;
    answer.tables.front().columns[1].label = long_word;
    answer.tables.front().columns[2].group = long_word;
    answer.tables.front().rows[0].cells[0] = long_word;
    answer.notes = {long_word};
    answer.sources.front().key = long_word;
    for (const int width : {40, 80, 100}) {
        const std::string text = on_screen(answer, width);
        CHECK(std::count(text.begin(), text.end(), 'w') >= 6000);
        for (const std::string& line : lines_of(text)) {
            CHECK(brief::display_width(line) <= width);
        }
    }
}
