#include "answers.hpp"
#include "support/catch.hpp"

using namespace burden;
using tests::figure;

namespace {

std::string cell(const std::string& text) {
    brief::Answer answer;
    answer.tables = {{.id = "t",
                      .title = "",
                      .columns = {{.key = "k", .label = "k", .words = true}},
                      .rows = {{.cells = {text}}}}};
    const std::string written = write_markdown(answer);
    const std::size_t at = written.find(":--- |\n") + 7;
    return written.substr(at, written.size() - at - 1);
}

std::string source_with(const std::string& address) {
    brief::Answer answer;
    answer.sources = {{"KEY", "Title", "", "", address}};
    const std::string written = write_markdown(answer);
    return written.substr(written.find("- KEY"));
}

}  // namespace

TEST_CASE("an answer in Markdown", "[brief][markdown]") {
    CHECK(write_markdown(tests::two_targets()) ==
          R"(## Japan: what 2 % and 5 % cost

*JPY tn, current prices*

| FY | GDP (JPY tn) | 2 %: share (%) | 2 %: extra (JPY tn) | 5 %: share (%) | 5 %: extra (JPY tn) |
| :--- | ---: | ---: | ---: | ---: | ---: |
| 2025 e | 667.2 | 1.65 | – | 1.65 | – |
| 2035 p | 1,875.4 | 2.00 | 3.1 | 5.00 | 29.3 |
| **extra, a year** | | | 5.8¹ | | −55.0 |

e estimate · p projection

**Basis**

- Path linear in the share. Extra over holding 1.65 %.
- GDP: IMF, April 2026

**Warning**

- The budget of FY2026 is a request.

**Notes**

1. The government counts 2 % against GDP of FY2022.

**Sources**

- JIJI2025: [Budget](https://example.org/a%20b), Jiji Press, 2025-11-28
- WEO2026: [World Economic Outlook](https://example.org/weo), IMF, 2026-04

**See**

- `burden ratio jpn FY2025`
)");
}

TEST_CASE("what Markdown would act upon is escaped", "[brief][markdown]") {
    CHECK(cell("a|b * _c_ `d` <e> [f] \\ #g ~h~ &amp; $i$") ==
          R"(| a\|b \* \_c\_ \`d\` \<e\> \[f\] \\ \#g \~h\~ \&amp; \$i\$ |)");
    CHECK(cell("two\nlines") == "| two lines |");
    CHECK(cell(" spaces ") == "| spaces |");
}

TEST_CASE("a text does not begin a list or a rule, and a number stays as it is", "[brief][markdown]") {
    CHECK(cell("- a") == R"(| \- a |)");
    CHECK(cell("--- a") == R"(| \--- a |)");
    CHECK(cell("1. a") == R"(| 1\. a |)");
    CHECK(cell("12) a") == R"(| 12\) a |)");
    CHECK(cell("1.65 %") == "| 1.65 % |");
    CHECK(cell("+5.5 %") == "| +5.5 % |");
}

TEST_CASE("only pages of the web become links, with their addresses encoded", "[brief][markdown]") {
    CHECK(source_with("https://example.org/a b(c)\"<é>") ==
          "- KEY: [Title](https://example.org/a%20b%28c%29%22%3C%C3%A9%3E)\n");
    CHECK(source_with("https://example.org/a%20b?c=100%&d#e") ==
          "- KEY: [Title](https://example.org/a%20b?c=100%25&d#e)\n");
    CHECK(source_with("javascript:alert(1)") == "- KEY: Title, javascript:alert(1)\n");
    CHECK(source_with("") == "- KEY: Title\n");
}

TEST_CASE("a command with a back quote is no code", "[brief][markdown]") {
    brief::Answer answer;
    answer.see = {"burden `ratio`"};
    CHECK(write_markdown(answer) == "**See**\n\n- burden \\`ratio\\`\n");
}

TEST_CASE("hostile text leaves every table row a row", "[brief][markdown]") {
    const std::string text = write_markdown(tests::hostile_answer());
    CHECK(text.find_first_of("\x1b\x07\xff\t\r") == std::string::npos);
    CHECK(text.find("](javascript") == std::string::npos);
    CHECK(text.find("<b>") == text.rfind("<b>"));  // inside the code of a command, where it is plain
    std::size_t rows = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        at = end + 1;
        if (!line.starts_with("| ")) {
            continue;
        }
        ++rows;
        std::size_t pipes = 0;
        for (std::size_t c = 0; c < line.size(); ++c) {
            pipes += line[c] == '|' && (c == 0 || line[c - 1] != '\\') ? 1U : 0U;
        }
        CHECK(pipes == 3);
    }
    CHECK(rows == 4);
}

TEST_CASE("an empty answer in Markdown is an empty line", "[brief][markdown]") {
    CHECK(brief::write_markdown(brief::Answer()) == "\n");
}

TEST_CASE("a document in Markdown", "[brief][markdown]") {
    brief::Document document = brief::document_of(tests::two_targets());
    document.title = "What would 5 % cost?";
    document.question = "What does a promise of 5 % cost?";
    document.as_of = "2026-11-22";
    document.findings = {"It costs *more*."};
    document.sections.front().heading = "What it costs";
    document.sections.front().text = {"The path is linear."};
    document.sections.front().command = "burden target jpn --share 5%";
    document.assumptions = {"Real growth 0.6 % a year."};
    document.left_out = {"Interest."};
    document.again = {"burden brief jpn-5-by-2035"};
    CHECK(write_markdown(document) == R"(# What would 5 % cost?

As of 2026-11-22

*What does a promise of 5 % cost?*

**Findings**

- It costs \*more\*.

## What it costs

The path is linear.

### Japan: what 2 % and 5 % cost

*JPY tn, current prices*

| FY | GDP (JPY tn) | 2 %: share (%) | 2 %: extra (JPY tn) | 5 %: share (%) | 5 %: extra (JPY tn) |
| :--- | ---: | ---: | ---: | ---: | ---: |
| 2025 e | 667.2 | 1.65 | – | 1.65 | – |
| 2035 p | 1,875.4 | 2.00 | 3.1 | 5.00 | 29.3 |
| **extra, a year** | | | 5.8¹ | | −55.0 |

e estimate · p projection

**Basis**

- Path linear in the share. Extra over holding 1.65 %.
- GDP: IMF, April 2026

**Warning**

- The budget of FY2026 is a request.

`burden target jpn --share 5%`

**Assumptions**

- Real growth 0.6 % a year.

**What this leaves out**

- Interest.

**Notes**

1. The government counts 2 % against GDP of FY2022.

**Sources**

- JIJI2025: [Budget](https://example.org/a%20b), Jiji Press, 2025-11-28
- WEO2026: [World Economic Outlook](https://example.org/weo), IMF, 2026-04

**To make this again**

- `burden brief jpn-5-by-2035`

**See**

- `burden ratio jpn FY2025`
)");
}

TEST_CASE("a chart in Markdown is words, and a table where no other table shows its figures",
          "[brief][markdown]") {
    brief::Chart chart{.id = "path",
                       .title = "A path",
                       .place_label = "Year",
                       .places = {"2025", "2026"},
                       .value_label = "Spending",
                       .unit = "JPY tn",
                       .series = {{.key = "s",
                                   .label = "plan",
                                   .points = {{.place = 0, .value = calc::Decimal(7)},
                                              {.place = 1, .value = calc::Decimal(8)}}}}};
    brief::Document document;
    document.sections = {{.charts = {chart}}};
    const std::string alone = write_markdown(document);
    CHECK(alone.starts_with("**A path**: Line chart: A path."));
    CHECK(alone.find("| 2025 | 7.0 |\n| 2026 | 8.0 |\n") != std::string::npos);

    document.sections.front().tables = {brief::chart_table(chart)};
    const std::string beside = write_markdown(document);
    CHECK(beside.find("| 2025 |") == beside.rfind("| 2025 |"));
}
