#include "burden/brief/fan_answer.hpp"

#include <algorithm>
#include <array>

#include "burden/brief/cell_column.hpp"
#include "burden/calc/quantile.hpp"

namespace burden::brief {

using calc::Decimal;
using inputs::Sweep;

namespace {

struct Quantile {
    const char* key;
    const char* label;
    int quarters;
};
constexpr std::array<Quantile, 5> quantiles = {{{"lowest", "lowest", 0},
                                                {"lower", "a quarter below", 1},
                                                {"median", "median", 2},
                                                {"upper", "a quarter above", 3},
                                                {"highest", "highest", 4}}};

/// The known values of a cell at all points, ascending.
std::vector<Decimal> ascending(const std::vector<std::optional<Decimal>>& values, std::size_t cell,
                               std::size_t width) {
    std::vector<Decimal> known;
    for (std::size_t at = cell; at < values.size(); at += width) {
        if (values[at]) {
            known.push_back(*values[at]);
        }
    }
    std::sort(known.begin(), known.end());
    return known;
}

std::string year_of(const inputs::ScenarioCell& cell) {
    const std::size_t open = cell.text.find('[');
    return cell.text.substr(open + 1, cell.text.find(']') - open - 1);
}

std::string grid_words(const Sweep& sweep) {
    std::string words;
    for (const inputs::SweepAxis& axis : sweep.question().axes) {
        words += (words.empty() ? "" : ", ") + to_text(axis.key) + " from " + axis.text(0) + " to " +
                 axis.text(axis.size() - 1);
    }
    return words;
}

Chart chart_of(const Table& table, const std::string& metric) {
    Chart chart{.kind = ChartKind::fan,
                .id = "fan",
                .title = table.title,
                .caption = table.caption,
                .place_label = "Year",
                .places = {},
                .value_label = metric,
                .unit = table.columns[1].unit,
                .digits = table.columns[1].places,
                .series = {{.key = "all", .label = "all points", .mark = ChartMark::band, .points = {}},
                           {.key = "half", .label = "middle half", .mark = ChartMark::band, .points = {}},
                           {.key = "median", .label = "median", .mark = ChartMark::line, .points = {}}}};
    for (const Row& row : table.rows) {
        const std::size_t place = chart.places.size();
        chart.places.push_back(std::get<std::string>(row.cells.front().content));
        const auto value = [&](std::size_t column) {
            return std::get<Figure>(row.cells[column].content).value;
        };
        chart.series[0].points.push_back({.place = place, .value = value(5), .from = value(1)});
        chart.series[1].points.push_back({.place = place, .value = value(4), .from = value(2)});
        chart.series[2].points.push_back({.place = place, .value = value(3)});
    }
    return chart;
}

}  // namespace

Answer fan_answer(const Sweep& sweep, const inputs::Facts& facts) {
    const auto& cells = sweep.question().cells;
    const std::size_t width = cells.size();
    const auto values = sweep.values(0, sweep.points());
    Decimal largest = 0;
    for (const auto& value : values) {
        largest = value ? greatest(largest, greatest(*value, -*value)) : largest;
    }
    const ShownIn shown = shown_cell(sweep.cells().front(), sweep.plan(), largest);
    const std::string metric = cells.front().text.substr(0, cells.front().text.find('['));
    Table table{.id = "fan",
                .title = metric + " over " + std::to_string(sweep.points()) + " points: " + grid_words(sweep),
                .caption = caption_of(shown),
                .columns = {{.key = "year", .label = "Year", .words = true}},
                .rows = {}};
    for (const Quantile& one : quantiles) {
        table.columns.push_back(
            {.key = one.key, .label = one.label, .unit = shown.unit, .places = shown.places});
    }
    for (std::size_t cell = 0; cell < width; ++cell) {
        const auto known = ascending(values, cell, width);
        if (known.empty()) {
            continue;
        }
        Row row{.cells = {year_of(cells[cell])}};
        for (const Quantile& one : quantiles) {
            row.cells.push_back(shown.cell(calc::quantile(known, one.quarters, 4)));
        }
        table.rows.push_back(std::move(row));
    }
    Answer answer{.command = "fan", .tables = {}};
    answer.charts.push_back(chart_of(table, metric));
    answer.tables.push_back(std::move(table));
    add_ground(answer, sweep.plan(), sweep.cells(), facts);
    answer.basis.words = {"Scenario " + sweep.scenario().name + ", run at " + std::to_string(sweep.points()) +
                          " points of a grid, in exact decimals."};
    answer.notes.emplace_back(
        "Every point of the grid counts once: the bands say how far results spread over it, not how likely "
        "they "
        "are.");
    return answer;
}

}  // namespace burden::brief
