#include "answers.hpp"
#include "csv_reader.hpp"
#include "support/catch.hpp"

using namespace burden;
using tests::csv_rows;
using tests::figure;

namespace {

std::string csv(const brief::Answer& answer) { return write_csv(answer, {}); }

/// The one field of a table with one text.
std::string field(const std::string& text) {
    brief::Answer answer;
    answer.tables = {{.id = "t",
                      .title = "",
                      .columns = {{.key = "k", .label = "k", .words = true}},
                      .rows = {{.cells = {text}}}}};
    return csv(answer).substr(2);
}

}  // namespace

TEST_CASE("an answer in CSV", "[brief][csv]") {
    CHECK(csv(tests::two_targets()) == R"(year,gdp,share_2,extra_2,share_5,extra_5,mark
2025,667.2,1.65,,1.65,,e
2035,1875.39,2,3.05,5,29.26,p
"extra, a year",,,5.8,,-55,
)");
}

TEST_CASE("an answer in CSV with all that must be known to read it", "[brief][csv]") {
    CHECK(write_csv(tests::two_targets(), {.csv_metadata = true}) ==
          R"(# title: Japan: what 2 % and 5 % cost
# caption: JPY tn, current prices
# units: gdp in JPY tn, share_2 in %, extra_2 in JPY tn, share_5 in %, extra_5 in JPY tn
# mark: e estimate
# mark: p projection
# currency: JPY
# prices: current
# gdp: IMF, April 2026
# basis: Path linear in the share.
# basis: Extra over holding 1.65 %
# warning: The budget of FY2026 is a request.
# note: 1 The government counts 2 % against GDP of FY2022.
# source: JIJI2025, Budget, Jiji Press, 2025-11-28, https://example.org/a b
# source: WEO2026, World Economic Outlook, IMF, 2026-04, https://example.org/weo
# command: target
year,gdp,share_2,extra_2,share_5,extra_5,mark
2025,667.2,1.65,,1.65,,e
2035,1875.39,2,3.05,5,29.26,p
"extra, a year",,,5.8,,-55,
)");
}

TEST_CASE("several tables have an empty line between them, and those for people are left out",
          "[brief][csv]") {
    brief::Answer answer;
    const brief::Table table{
        .id = "t", .title = "", .columns = {{.key = "k", .label = "k"}}, .rows = {{.cells = {figure("1")}}}};
    answer.tables = {table, table, table};
    answer.tables[1].audience = brief::Audience::people;
    answer.tables[2].audience = brief::Audience::programs;
    CHECK(csv(answer) == "k\n1\n\nk\n1\n");
}

TEST_CASE("a row of one missing figure is not the empty line that ends a table", "[brief][csv]") {
    brief::Answer answer;
    answer.tables = {{.id = "t",
                      .title = "",
                      .columns = {{.key = "k", .label = "k"}},
                      .rows = {{.cells = {brief::Cell()}}, {.cells = {figure("1")}}}}};
    CHECK(csv(answer) == "k\n\"\"\n1\n");
}

TEST_CASE("figures in CSV are plain and carry seventeen digits", "[brief][csv]") {
    brief::Answer answer;
    answer.tables = {{.id = "t",
                      .title = "",
                      .columns = {{.key = "k", .label = "k", .places = 1}},
                      .rows = {{.cells = {tests::figure_with_sign("1234567.891")}},
                               {.cells = {calc::Decimal(-2) / calc::Decimal(3)}}}}};
    CHECK(csv(answer) == "k\n1234567.891\n-0.66666666666666667\n");
}

TEST_CASE("a text that a spreadsheet would take for a formula is made inert", "[brief][csv]") {
    CHECK(field("=cmd()") == "'=cmd()\n");
    CHECK(field("+5.5 %") == "'+5.5 %\n");
    CHECK(field("-1") == "'-1\n");
    CHECK(field("@a") == "'@a\n");
    CHECK(field("\t=a") == "' =a\n");
    CHECK(field("\ra") == "' a\n");
    CHECK(field("  =a") == "'  =a\n");
    CHECK(field("＝a") == "'＝a\n");
    CHECK(field("−5 a=b") == "−5 a=b\n");
}

TEST_CASE("commas and quotation marks are quoted, line breaks become spaces", "[brief][csv]") {
    CHECK(field("a,b") == "\"a,b\"\n");
    CHECK(field("say \"a\"") == "\"say \"\"a\"\"\"\n");
    CHECK(field("a\r\nb") == "a b\n");
    CHECK(field("# a") == "\"# a\"\n");
}

TEST_CASE("hostile text stays in its field and in its comment", "[brief][csv]") {
    const std::string text = csv(tests::hostile_answer());
    CHECK(text.find_first_of("\x1b\x07\xff\t\r") == std::string::npos);
    const auto rows = csv_rows(text);
    REQUIRE(rows);
    REQUIRE(rows->size() == 3);
    const std::string safe = "'=cmd()|a,\"b\" <b>*x*\uFFFD[31mred\uFFFD \uFFFD \uFFFDyen 円";
    CHECK((*rows)[0] == tests::CsvRow{safe, "n", "mark"});
    CHECK((*rows)[1] == tests::CsvRow{safe, "1.5", safe});
    CHECK((*rows)[2] == tests::CsvRow{safe, safe, ""});

    const std::string described = write_csv(tests::hostile_answer(), {.csv_metadata = true});
    CHECK(described.ends_with(text));
    const std::string comments = described.substr(0, described.size() - text.size());
    CHECK(comments.find(",\"") == std::string::npos);
    for (std::size_t at = 0; at < comments.size(); at = comments.find('\n', at) + 1) {
        CHECK(comments.substr(at, 2) == "# ");
    }
}
