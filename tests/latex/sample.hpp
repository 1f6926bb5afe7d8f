/// A document with charts of every kind and tables of every shape, for those who look at papers.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "brief/answers.hpp"
#include "burden/brief/document.hpp"

namespace burden::tests {

inline brief::ChartPoint point(std::size_t place, const char* value, const std::string& mark = "") {
    return {.place = place, .value = calc::Decimal(value), .mark = mark};
}

inline brief::ChartPoint bar(std::size_t place, const char* from, const char* to, bool total = false) {
    return {.place = place, .value = calc::Decimal(to), .from = calc::Decimal(from), .total = total};
}

/// Values of one place after another.
inline std::vector<brief::ChartPoint> points(const std::vector<const char*>& values) {
    std::vector<brief::ChartPoint> result;
    for (std::size_t place = 0; place < values.size(); ++place) {
        result.push_back(point(place, values[place]));
    }
    return result;
}

inline std::vector<std::string> fiscal_years(int first, int last) {
    std::vector<std::string> years;
    for (int year = first; year <= last; ++year) {
        years.push_back("FY" + std::to_string(year));
    }
    return years;
}

inline brief::Chart path_chart() {
    using brief::ChartMark;
    brief::Chart chart{.kind = brief::ChartKind::path,
                       .id = "target-path",
                       .title = "Japan: what reaching 2 %, 3.4 % and 5 % of GDP by FY2035 costs",
                       .caption = "JPY tn, current prices",
                       .place_label = "Fiscal year",
                       .places = fiscal_years(2025, 2035),
                       .value_label = "Defence spending",
                       .unit = "JPY tn",
                       .series = {}};
    chart.series = {
        {.key = "2",
         .label = "2 %",
         .definition = "security-related total",
         .stage = "projection",
         .points =
             points({"11", "11.5", "12.1", "12.7", "13.3", "14", "14.6", "15.3", "16", "16.7", "17.5"})},
        {.key = "34",
         .label = "3.4 %",
         .points =
             points({"11", "12.5", "14.1", "15.8", "17.5", "19.3", "21.2", "23.2", "25.3", "27.5", "29.8"})},
        {.key = "5",
         .label = "5 %",
         .points =
             points({"11", "13.5", "16.3", "19.2", "22.3", "25.5", "28.8", "32.3", "35.9", "39.8", "43.8"})},
        {.key = "base",
         .label = "Baseline: 1.65 % held",
         .mark = ChartMark::ghost,
         .points =
             points({"11", "11.2", "11.6", "11.9", "12.3", "12.6", "12.9", "13.3", "13.6", "14", "14.4"})}};
    for (brief::ChartSeries& series : chart.series) {
        for (brief::ChartPoint& one : series.points) {
            one.mark = one.place == 0 ? "e" : one.place < 7 ? "p" : "x";
        }
    }
    chart.events = {{1.25, "arrangement expires 31 Mar 2027"}, {2, "review"}, {9.5, "next plan decided"}};
    chart.lines = {{calc::Decimal(25), "¥25 tn: twice today's"}};
    chart.marks = {{"e", "estimate"}, {"p", "projection"}, {"x", "extended"}};
    return chart;
}

/// One chart of every kind.
inline std::vector<brief::Chart> charts_of_every_kind() {
    using brief::ChartKind;
    using brief::ChartMark;
    std::vector<brief::Chart> charts = {path_chart()};
    charts.push_back({.kind = ChartKind::stack,
                      .id = "items",
                      .title = "Items of the arrangement",
                      .caption = "JPY bn, current prices",
                      .place_label = "Fiscal year",
                      .places = fiscal_years(2022, 2026),
                      .value_label = "Payments",
                      .unit = "JPY bn",
                      .series = {{.key = "l",
                                  .label = "Labour",
                                  .mark = ChartMark::column,
                                  .points = points({"128.7", "129.1", "129.9", "130.2", "131.0"})},
                                 {.key = "u",
                                  .label = "Utilities",
                                  .mark = ChartMark::column,
                                  .points = points({"23.4", "21.0", "15.1", "14.2", "13.3"})},
                                 {.key = "t",
                                  .label = "Training equipment",
                                  .mark = ChartMark::column,
                                  .points = points({"1.0", "2.4", "4.9", "5.1", "4.2"})},
                                 {.key = "r",
                                  .label = "Relocation of training",
                                  .mark = ChartMark::column,
                                  .points = points({"11.4", "11.2", "11.5", "11.6", "11.8"})},
                                 {.key = "c",
                                  .label = "Credit of an earlier year",
                                  .mark = ChartMark::column,
                                  .points = points({"-5", "-12", "-3", "0", "-20"})}}});
    charts.push_back({.kind = ChartKind::renewals,
                      .id = "renewals",
                      .title = "After 31 March 2027",
                      .caption = "JPY bn, current prices",
                      .place_label = "Fiscal year",
                      .places = fiscal_years(2026, 2031),
                      .value_label = "Host-nation support",
                      .unit = "JPY bn",
                      .series = {}});
    const std::vector<std::pair<const char*, std::vector<const char*>>> rules = {
        {"lapse", {"212.3", "60.2", "61.3", "62.5", "63.6", "64.9"}},
        {"flat", {"212.3", "211", "211", "211", "211", "211"}},
        {"consumer prices, at most 5 % a year", {"212.3", "215.7", "219.9", "224.1", "228.6", "233.2"}},
        {"step 8.3 %, then prices", {"212.3", "228.5", "233.1", "237.7", "242.4", "247.3"}},
        {"budget", {"212.3", "226", "240", "255", "270", "287"}},
        {"x4", {"212.3", "844.1", "844.1", "844.1", "844.1", "844.1"}},
        {"cost plus 50 %, base guest", {"212.3", "1172.3", "1172.3", "1172.3", "1172.3", "1172.3"}}};
    for (const auto& [label, values] : rules) {
        charts.back().series.push_back({.key = label, .label = label, .points = points(values)});
    }
    charts.push_back(
        {.kind = ChartKind::waterfall,
         .id = "why",
         .title = "Why the plan is ¥66.4 tn above the baseline",
         .caption = "JPY tn",
         .place_label = "",
         .places = {"Baseline", "Policy: target 3.4 % instead of 1.65 %", "Growth", "Inflation",
                    "Growth and policy at once", "Data", "Plan"},
         .value_label = "Spending FY2026–35",
         .unit = "JPY tn",
         .series = {{.key = "parts",
                     .label = "Parts",
                     .mark = ChartMark::bar,
                     .points = {bar(0, "0", "127.6", true), bar(1, "127.6", "190"), bar(2, "190", "194.9"),
                                bar(3, "194.9", "195.3"), bar(4, "195.3", "196.4"), bar(5, "196.4", "194"),
                                bar(6, "0", "194", true)}}}});
    charts.push_back(
        {.kind = ChartKind::tornado,
         .id = "tornado",
         .title = "What moves spending in FY2035",
         .caption = "JPY tn",
         .place_label = "",
         .places = {"Real growth 0.2 % to 1.4 %", "Inflation 1 % to 2.5 %", "Population"},
         .value_label = "Spending in FY2035",
         .unit = "JPY tn",
         .from_zero = false,
         .series = {{.key = "low",
                     .label = "at the low value",
                     .mark = ChartMark::bar,
                     .points = {bar(0, "29.8", "27.1"), bar(1, "29.8", "28.2"), bar(2, "29.8", "29.9")}},
                    {.key = "high",
                     .label = "at the high value",
                     .mark = ChartMark::bar,
                     .points = {bar(0, "29.8", "33.4"), bar(1, "29.8", "31.6"), bar(2, "29.8", "30.1")}}},
         .lines = {{calc::Decimal("29.8"), "as planned"}, {calc::Decimal("31"), "promised"}}});
    charts.push_back(
        {.kind = ChartKind::fan,
         .id = "fan",
         .title = "How far spending may reach",
         .caption = "JPY tn, current prices",
         .place_label = "Fiscal year",
         .places = fiscal_years(2026, 2031),
         .value_label = "Spending",
         .unit = "JPY tn",
         .from_zero = false,
         .series = {{.key = "90",
                     .label = "nine in ten",
                     .mark = ChartMark::band,
                     .points = {bar(0, "11.4", "11.6"), bar(1, "12.6", "13.6"), bar(2, "13.6", "15.8"),
                                bar(3, "14.6", "18.2"), bar(4, "15.6", "20.4"), bar(5, "16.4", "23")}},
                    {.key = "50",
                     .label = "one in two",
                     .mark = ChartMark::band,
                     .points = {bar(0, "11.45", "11.55"), bar(1, "12.9", "13.4"), bar(2, "14.2", "15.1"),
                                bar(3, "15.6", "17"), bar(4, "17", "19"), bar(5, "18.1", "20.9")}},
                    {.key = "mid",
                     .label = "median",
                     .points = points({"11.5", "13.1", "14.7", "16.3", "18", "19.6"})}}});
    charts.push_back({.kind = ChartKind::slope,
                      .id = "slope",
                      .title = "Shares of allies in 2014 and 2025",
                      .caption = "% of GDP",
                      .place_label = "",
                      .places = {"2014", "2025"},
                      .value_label = "Defence spending",
                      .unit = "% of GDP",
                      .digits = 2,
                      .series = {}});
    const std::vector<std::pair<const char*, std::vector<const char*>>> allies = {
        {"Poland", {"1.88", "4.48"}},  {"Lithuania", {"0.88", "4.00"}}, {"Latvia", {"0.94", "3.73"}},
        {"Estonia", {"1.92", "3.38"}}, {"Norway", {"1.54", "3.35"}},    {"United States", {"3.71", "3.22"}},
        {"Denmark", {"1.15", "3.22"}}, {"Germany", {"1.19", "2.40"}},   {"France", {"1.82", "2.05"}},
        {"Italy", {"1.14", "2.01"}},   {"Spain", {"0.92", "2.00"}},     {"Japan", {"0.97", "1.80"}}};
    for (const auto& [label, values] : allies) {
        charts.back().series.push_back({.key = label, .label = label, .points = points(values)});
    }
    charts.push_back({.kind = ChartKind::ratio,
                      .id = "ratio",
                      .title = "One budget, counted eight ways",
                      .caption = "% of GDP, FY2025",
                      .place_label = "",
                      .places = {"SIPRI", "NATO, estimate", "national, initial budget",
                                 "national, with the supplementary budget, against GDP of FY2022"},
                      .value_label = "Share of GDP",
                      .unit = "%",
                      .digits = 2,
                      .series = {{.key = "share",
                                  .label = "Share",
                                  .mark = ChartMark::bar,
                                  .points = points({"1.38", "1.62", "1.80", "1.96"})}},
                      .lines = {{calc::Decimal(2), "promised"}}});
    return charts;
}

/// A table of many columns in groups, wider than a page.
inline brief::Table wide_table(int groups) {
    brief::Table table{.id = "wide",
                       .title = "Every target side by side",
                       .caption = "JPY tn, current prices",
                       .columns = {{.key = "year", .label = "FY", .words = true},
                                   {.key = "gdp", .label = "GDP", .unit = "JPY tn", .places = 1}},
                       .rows = {}};
    for (int group = 1; group <= groups; ++group) {
        const std::string name = std::to_string(group) + " %";
        for (const char* label : {"share", "spending", "extra"}) {
            table.columns.push_back({.key = label + name,
                                     .label = label,
                                     .unit = label == std::string("share") ? "%" : "JPY tn",
                                     .places = 2,
                                     .group = name});
        }
    }
    for (int year = 2025; year <= 2036; ++year) {
        brief::Row row{.cells = {std::to_string(year)}, .mark = year < 2031 ? "p" : "x"};
        for (std::size_t column = 1; column < table.columns.size(); ++column) {
            row.cells.emplace_back(calc::Decimal(year) * calc::Decimal(static_cast<int>(column)) /
                                   calc::Decimal(column % 3 == 2 ? 700 : 31));
        }
        table.rows.push_back(row);
    }
    brief::Row total{.cells = {"extra, FY2026–36, against the baseline"}, .rule_above = true};
    for (std::size_t column = 1; column < table.columns.size(); ++column) {
        total.cells.emplace_back(column == 5 ? brief::Cell(figure_with_sign("1234.5")) : brief::Cell(""));
    }
    total.cells[5].notes = {1, 2};
    table.rows.push_back(total);
    table.marks = {{"p", "projection"}, {"x", "extended"}};
    return table;
}

/// A table over several pages, with words in its columns.
inline brief::Table long_table() {
    brief::Table table{.id = "long",
                       .title = "Facts",
                       .columns = {{.key = "k", .label = "Fact", .words = true},
                                   {.key = "v", .label = "Value", .places = 1},
                                   {.key = "d", .label = "Definition", .words = true},
                                   {.key = "s", .label = "Source", .words = true}},
                       .rows = {}};
    for (int row = 0; row < 70; ++row) {
        table.rows.push_back(
            {.cells = {"jpn.defence.security_related_total.with_supplementary." + std::to_string(row),
                       calc::Decimal(row * 997),
                       "security-related total with the supplementary budget, national "
                       "definition, as the government counts it",
                       "JIJI2025NOV"}});
    }
    return table;
}

/// Text that LaTeX would act upon.
inline std::string latex_bait() {
    return "\\input{/etc/passwd} $x^2$ 100 % & {b} #1 ~a_b^c \"q\" 'r' ''s'' `t` <u> >> -- --- [v] |w| * ?` "
           "\\end{document} ¥ ¾ − – … ″ ′ × ≤ ≥ ± ² ⁴ ₂ Σπ √ → € ₩ é ő ł ō 円高 😀 \u202E \x1b[31m";
}

/// Everything that a document may hold; in `bait` the texts that come from outside are hostile.
inline brief::Document sample_document() {
    brief::Document document = brief::document_of(two_targets());
    document.title = "What would 5 % of GDP cost Japan?";
    document.question = "What does a promise of 5 % of GDP by FY2035 cost, and who would notice?";
    document.as_of = "2026-11-22";
    document.findings = {"Reaching 5 % costs ¥149.2 tn more over ten years than holding 1.65 %.",
                         "The fastest year grows by 23.8 %."};
    document.sections.front().heading = "What it costs";
    document.sections.front().text = {
        "The path is linear in the share. “Extra” is what is spent above holding "
        "the share of FY2025."};
    document.sections.front().command = "burden target jpn --share 2% --share 5% --by 2035";
    brief::Section pictures{.heading = "Pictures"};
    pictures.charts = charts_of_every_kind();
    document.sections.push_back(pictures);
    brief::Section shapes{.heading = "Tables of every shape"};
    shapes.tables = {wide_table(2), wide_table(4), wide_table(6), wide_table(14), long_table()};
    shapes.basis.words = {"Path linear in the share from FY2025", "Same-year GDP"};
    shapes.warnings = {"The budget of FY2026 is a request."};
    document.sections.push_back(shapes);
    document.notes.emplace_back("A second note.");
    document.assumptions = {"Real growth 0.6 % a year.", "Inflation 2 %."};
    document.left_out = {"What allies would do.", "Interest on what is borrowed."};
    document.again = {"burden brief jpn-5-by-2035 --format latex -o brief.tex",
                      "burden run 'my plan.toml' --set x=\"a\""};
    return document;
}

/// The sample with hostile text wherever a text can stand.
inline brief::Document hostile_document() {
    const std::string bad = latex_bait();
    brief::Answer answer = hostile_answer();
    brief::Document document = brief::document_of(answer);
    document.title = bad;
    document.question = bad;
    document.as_of = bad;
    document.findings = document.assumptions = document.left_out = document.again = document.see = {bad};
    document.notes = {bad};
    for (brief::Chart chart : charts_of_every_kind()) {
        chart.title = chart.caption = chart.place_label = chart.value_label = chart.unit = bad;
        for (std::string& place : chart.places) {
            place = bad.substr(0, 40);
        }
        for (brief::ChartSeries& series : chart.series) {
            series.label = series.definition = series.stage = bad;
        }
        document.sections.front().charts.push_back(chart);
    }
    brief::Table table = two_targets().tables.front();
    table.title = table.caption = bad;
    for (brief::Column& column : table.columns) {
        column.label = column.group = bad;
    }
    table.rows.front().cells.front() = bad;
    table.rows.back().cells.front() = bad;
    document.sections.front().tables.push_back(table);
    document.sections.front().heading = document.sections.front().command = bad;
    document.sections.front().text = {bad};
    document.sources.push_back({"BAIT", bad, bad, bad, "https://example.org/" + bad});
    return document;
}

}  // namespace burden::tests
