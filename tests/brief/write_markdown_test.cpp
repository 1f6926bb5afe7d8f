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
    CHECK(brief::write_markdown({}) == "\n");
}
