#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "burden/brief/display_width.hpp"
#include "burden/brief/workbook_tables.hpp"

namespace burden::brief {

namespace {

using Side = CellStyle::Side;

/// Whether all values of a chart are formulas; a zero that bars begin at is none.
bool follows_inputs(const Table& values, const WorkbookRuns& runs) {
    bool any = false;
    for (const Row& row : values.rows) {
        for (const Cell& cell : row.cells) {
            const auto* const figure = std::get_if<Figure>(&cell.content);
            if (figure == nullptr || (figure->terms.empty() && figure->value == calc::Decimal(0))) {
                continue;
            }
            if (!runs.computed(*figure)) {
                return false;
            }
            any = true;
        }
    }
    return any;
}

}  // namespace

bool write_charts(const std::vector<const Chart*>& charts, const Document& document, const WorkbookRuns& runs,
                  WorkbookSheet& sheet) {
    bool computes = false;
    constexpr std::size_t rows_of_a_chart = 21;
    std::size_t row = 0;
    std::size_t columns = 1;
    for (const Chart* chart : charts) {
        columns = std::max(columns, chart_table(*chart).columns.size());
    }
    int widest = 12;
    for (const Chart* chart : charts) {
        const Table table = chart_table(*chart);
        const bool follows = follows_inputs(table, runs);
        computes = computes || follows;
        sheet.text({row, 0}, table.title, {.bold = true, .size = 13});
        sheet.text({row + 1, 0}, table.caption, {.italic = true, .dim = true});
        const std::size_t head = row + 2;
        SheetChart native{
            .title = chart->title,
            .place_label = chart->place_label,
            .value_label = chart->value_label + (chart->unit.empty() ? "" : " (" + chart->unit + ")"),
            .head_row = head,
            .first_row = head + 1,
            .last_row = head + std::max<std::size_t>(1, table.rows.size())};
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            const Column& column = table.columns[at];
            const std::string label = column.group.empty()
                                          ? column.label
                                          : column.group + ", " + translated(column.label, document.language);
            sheet.text({head, at}, label,
                       {.bold = true,
                        .wrap = true,
                        .rule_below = true,
                        .shaded = true,
                        .side = at == 0 ? Side::left : Side::right});
        }
        for (std::size_t at = 0; at < table.rows.size(); ++at) {
            const auto& cells = table.rows[at].cells;
            for (std::size_t column = 0; column < cells.size(); ++column) {
                const CellPlace place{head + 1 + at, column};
                if (const auto* figure = std::get_if<Figure>(&cells[column].content)) {
                    native.number = number_format(*figure, table.columns[column]);
                    const auto computed = follows ? runs.computed(*figure) : std::nullopt;
                    const CellStyle style{.number = native.number};
                    computed ? sheet.formula(place, computed->formula, computed->value, style)
                             : sheet.number(place, figure->value, style);
                } else if (const auto* words = std::get_if<std::string>(&cells[column].content)) {
                    sheet.text(place, *words);
                    widest = std::max(widest, std::min(50, display_width(*words)));
                }
            }
        }
        const auto all_marks = [&](auto... marks) {
            return std::all_of(chart->series.begin(), chart->series.end(),
                               [&](const ChartSeries& series) { return ((series.mark == marks) || ...); });
        };
        const bool begins_at_zero = table.columns.size() == chart->series.size() + 1;
        const bool lines = all_marks(ChartMark::line, ChartMark::ghost);
        const bool bars = all_marks(ChartMark::bar);
        if (begins_at_zero && !table.rows.empty() && (lines || bars || all_marks(ChartMark::column))) {
            native.kind = lines  ? SheetChart::Kind::lines
                          : bars ? SheetChart::Kind::bars
                                 : SheetChart::Kind::columns;
            for (std::size_t at = 0; at < chart->series.size(); ++at) {
                native.series.push_back(
                    {.column = at + 1, .thin = chart->series[at].mark == ChartMark::ghost});
            }
            sheet.chart({row, columns + 1}, native);
        }
        row += std::max(rows_of_a_chart + 6, table.rows.size() + 5);
    }
    sheet.width(0, 0, widest + 2);
    sheet.width(1, columns, 16);
    return computes;
}

}  // namespace burden::brief
