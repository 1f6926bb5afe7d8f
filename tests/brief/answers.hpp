/// Small answers made by hand, for the tests of the writers.
#pragma once

#include <string>

#include "burden/brief/write.hpp"

namespace burden::tests {

/// A figure by its digits.
inline brief::Figure figure(const char* digits) { return {.value = calc::Decimal(digits)}; }

inline brief::Figure figure_with_sign(const char* digits) {
    return {.value = calc::Decimal(digits), .plus = true};
}

/// Two targets side by side: groups, marks, a total with a note, a figure that is missing.
inline brief::Answer two_targets() {
    brief::Answer answer;
    answer.command = "target";
    brief::Table table;
    table.id = "target";
    table.title = "Japan: what 2 % and 5 % cost";
    table.caption = "JPY tn, current prices";
    table.columns = {{.key = "year", .label = "FY", .words = true},
                     {.key = "gdp", .label = "GDP", .unit = "JPY tn", .places = 1},
                     {.key = "share_2", .label = "share", .unit = "%", .places = 2, .group = "2 %"},
                     {.key = "extra_2", .label = "extra", .unit = "JPY tn", .places = 1, .group = "2 %"},
                     {.key = "share_5", .label = "share", .unit = "%", .places = 2, .group = "5 %"},
                     {.key = "extra_5", .label = "extra", .unit = "JPY tn", .places = 1, .group = "5 %"}};
    brief::Cell noted = figure("5.8");
    noted.notes = {1};
    table.rows = {
        {.cells = {"2025", figure("667.2"), figure("1.65"), brief::Cell(), figure("1.65"), brief::Cell()},
         .mark = "e"},
        {.cells = {"2035", figure("1875.39"), figure("2"), figure("3.05"), figure("5"), figure("29.26")},
         .mark = "p"},
        {.cells = {"extra, a year", "", "", noted, "", figure("-55")}, .rule_above = true}};
    table.marks = {{"e", "estimate"}, {"p", "projection"}, {"x", "extended"}};
    answer.tables = {table};
    answer.notes = {"The government counts 2 % against GDP of FY2022."};
    answer.basis.currency = "JPY";
    answer.basis.prices = "current";
    answer.basis.gdp = "IMF, April 2026";
    answer.basis.words = {"Path linear in the share.", "Extra over holding 1.65 %"};
    answer.sources = {{.key = "JIJI2025",
                       .title = "Budget",
                       .publisher = "Jiji Press",
                       .published = "2025-11-28",
                       .address = "https://example.org/a b"},
                      {.key = "WEO2026",
                       .title = "World Economic Outlook",
                       .publisher = "IMF",
                       .published = "2026-04",
                       .address = "https://example.org/weo"}};
    answer.warnings = {"The budget of FY2026 is a request."};
    answer.see = {"burden ratio jpn FY2025"};
    return answer;
}

/// A text that tries every format at once: an escape sequence, a line break, a pipe, a comma, a quotation
/// mark, a tag, a byte that is no UTF-8, an override of direction.
inline std::string hostile_text() { return "=cmd()|a,\"b\"\n<b>*x*\x1b[31mred\x07 \xff \u202Eyen 円"; }

/// An answer that has the hostile text wherever a text can stand.
inline brief::Answer hostile_answer() {
    const std::string bad = hostile_text();
    brief::Answer answer;
    answer.command = bad;
    brief::Table table;
    table.id = bad;
    table.title = bad;
    table.caption = bad;
    table.columns = {{.key = bad, .label = bad, .words = true},
                     {.key = "n", .label = bad, .unit = bad, .places = 1, .group = bad}};
    table.rows = {{.cells = {bad, figure("1.5")}, .mark = bad}, {.cells = {bad, bad}}};
    table.marks = {{bad, bad}};
    answer.tables = {table};
    answer.notes = {bad};
    answer.basis = {bad, bad, bad, bad, bad, bad, bad, {bad}};
    answer.sources = {{bad, bad, bad, bad, "https://example.org/" + bad},
                      {"k", bad, bad, bad, "javascript:" + bad}};
    answer.warnings = {bad};
    answer.see = {bad};
    return answer;
}

}  // namespace burden::tests
