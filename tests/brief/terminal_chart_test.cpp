/// Charts on a terminal.
#include <sstream>

#include "burden/brief/display_width.hpp"
#include "burden/brief/write.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::brief;
using calc::Decimal;

namespace {

/// An answer that has one chart and nothing else.
std::string drawn(const Chart& chart, int width, bool colour = false) {
    const Answer answer{.command = "chart", .tables = {}, .charts = {chart}};
    return write_terminal(answer, {.width = width, .colour = colour, .charts = true});
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

Chart lines(int places) {
    Chart chart{.kind = ChartKind::path,
                .id = "p",
                .title = "Spending",
                .caption = "JPY tn",
                .place_label = "Year",
                .places = {},
                .value_label = "Spending",
                .unit = "JPY tn",
                .series = {{.key = "base", .label = "baseline", .mark = ChartMark::ghost, .points = {}},
                           {.key = "a", .label = "two", .points = {}},
                           {.key = "b",
                            .label = "a target whose name is far too long for the margin of a chart",
                            .points = {}}}};
    for (int place = 0; place < places; ++place) {
        const auto at = static_cast<std::size_t>(place);
        chart.places.push_back("FY" + std::to_string(2025 + place));
        chart.series[0].points.push_back({.place = at, .value = Decimal(10)});
        chart.series[1].points.push_back({.place = at, .value = Decimal(10 + place)});
        chart.series[2].points.push_back({.place = at, .value = Decimal(10 + 3 * place)});
    }
    chart.events = {{.at = 1.5, .label = "the arrangement expires"}};
    return chart;
}

Chart bars() {
    return {.kind = ChartKind::waterfall,
            .id = "w",
            .title = "Why",
            .caption = "JPY tn",
            .place_label = "Part",
            .places = {"policy", "exchange rate", "together"},
            .value_label = "Difference",
            .unit = "JPY tn",
            .series = {{.key = "d",
                        .label = "d",
                        .mark = ChartMark::bar,
                        .points = {{.place = 0, .value = Decimal(8), .from = Decimal(0)},
                                   {.place = 1, .value = Decimal(6), .from = Decimal(8)},
                                   {.place = 2, .value = Decimal(6), .from = Decimal(0), .total = true}}}}};
}

}  // namespace

TEST_CASE("no line of a chart is wider than the screen", "[brief][chart]") {
    for (const Chart& chart : {lines(2), lines(11), lines(40), bars()}) {
        for (const int width : {40, 60, 80, 100, 200}) {
            for (const std::string& line : lines_of(drawn(chart, width))) {
                CHECK(display_width(line) <= width);
            }
        }
    }
}

TEST_CASE("every line of a chart is named with its last value, however long its name", "[brief][chart]") {
    const std::string text = drawn(lines(11), 80);
    for (const auto* expected :
         {"┄ baseline  10.0", "● two  20.0", "…  40.0", "┊ the arrangement expires", "FY2025", "FY2035"}) {
        CHECK(text.find(expected) != std::string::npos);
    }
}

TEST_CASE("charts are told apart without colour, and look the same with it", "[brief][chart]") {
    const std::string plain = drawn(lines(11), 80);
    CHECK(plain.find('\x1b') == std::string::npos);
    std::string coloured = drawn(lines(11), 80, true);
    CHECK(coloured.find('\x1b') != std::string::npos);
    for (std::size_t at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b', at)) {
        coloured.erase(at, coloured.find('m', at) - at + 1);
    }
    CHECK(coloured == plain);
}

TEST_CASE("a part that lowers a difference hangs from the one before, and bears its sign", "[brief][chart]") {
    CHECK(drawn(bars(), 44) ==
          "Why                                   JPY tn\n"
          "\n"
          "policy        █████████████████████████ +8.0\n"
          "exchange rate                    ▒▒▒▒▒▒ −2.0\n"
          "together      ██████████████████▊        6.0\n");
}

TEST_CASE("items that stand on one another lie on a terminal, in fills of their own", "[brief][chart]") {
    Chart chart{.kind = ChartKind::stack,
                .id = "s",
                .title = "Items",
                .place_label = "Term",
                .places = {"FY2022–26"},
                .value_label = "Total",
                .unit = "JPY bn",
                .series = {}};
    for (const auto& [label, value] : {std::pair("Utilities", 10), std::pair("Labour", 30)}) {
        chart.series.push_back({.key = label,
                                .label = label,
                                .mark = ChartMark::column,
                                .points = {{.place = 0, .value = Decimal(value)}}});
    }
    CHECK(drawn(chart, 40) ==
          "Items\n"
          "\n"
          "FY2022–26 ██████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 40.0\n"
          "          █ Utilities  ▒ Labour\n");
}

TEST_CASE("names in a chart do nothing to a terminal", "[brief][chart]") {
    Chart chart = bars();
    chart.places[0] = "\x1b[31mred\n";
    chart.title = "a\rb";
    const std::string text = drawn(chart, 60);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\r') == std::string::npos);
}

TEST_CASE("a chart without places or values is a title", "[brief][chart]") {
    Chart chart = lines(0);
    CHECK(drawn(chart, 80).starts_with("Spending"));
    chart.places = {"2025"};
    CHECK(!drawn(chart, 80).empty());
}
