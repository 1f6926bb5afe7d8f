#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "burden/brief/display_width.hpp"
#include "burden/brief/workbook_tables.hpp"

namespace burden::brief {

using calc::Decimal;

namespace {

using Side = CellStyle::Side;

/// The figure of a row in a column; null where there is none that says what it is made of.
const Figure* figure_with_terms(const Row& row, std::size_t column) {
    const auto* const figure = std::get_if<Figure>(&row.cells[column].content);
    return figure != nullptr && !figure->terms.empty() ? figure : nullptr;
}

const std::string* words_in(const Row& row, std::size_t column) {
    return column < row.cells.size() ? std::get_if<std::string>(&row.cells[column].content) : nullptr;
}

/// Rows by the place of a chart that they belong to.
using RowsByPlace = std::map<std::string, const Row*>;

/// The rows of a table that differ in their place alone. A table that people read is one such set; long rows
/// are one for each of what stands before the place, a target and its path. Of a chart with one place, which
/// stands for a whole term, any row that begins with the key of the series. Where the places have names of
/// their own, the rows in their order, if there are as many.
std::vector<RowsByPlace> row_sets(const Table& table, const Chart& chart, const ChartSeries& series) {
    const auto is_place = [&](const std::string* words) {
        return words != nullptr &&
               std::find(chart.places.begin(), chart.places.end(), *words) != chart.places.end();
    };
    std::size_t at = 0;
    const auto holds_places = [&](const Row& row) { return is_place(words_in(row, at)); };
    while (at < table.columns.size() && std::none_of(table.rows.begin(), table.rows.end(), holds_places)) {
        ++at;
    }
    if (chart.places.size() == 1) {
        std::vector<RowsByPlace> alone;
        for (const Row& row : table.rows) {
            const std::string* const key = words_in(row, 0);
            if (key != nullptr && *key == series.key) {
                alone.push_back({{chart.places.front(), &row}});
            }
        }
        if (!alone.empty()) {
            return alone;
        }
    }
    if (at == table.columns.size() && table.rows.size() == chart.places.size()) {
        RowsByPlace in_order;
        for (std::size_t place = 0; place < chart.places.size(); ++place) {
            in_order.emplace(chart.places[place], &table.rows[place]);
        }
        return {in_order};
    }
    std::map<std::string, RowsByPlace> sets;
    std::vector<std::string> order;
    for (const Row& row : table.rows) {
        const std::string* const place = words_in(row, at);
        if (!is_place(place)) {
            continue;
        }
        std::string before;
        for (std::size_t column = 0; column < at; ++column) {
            const std::string* const words = words_in(row, column);
            before += (words != nullptr ? *words : "") + '\n';
        }
        if (!sets.contains(before)) {
            order.push_back(before);
        }
        sets[before].try_emplace(*place, &row);
    }
    std::vector<RowsByPlace> result;
    for (const std::string& before : order) {
        result.push_back(std::move(sets[before]));
    }
    return result;
}

using Terms = std::vector<FigureTerm>;

/// What a value is made of that is the figure of a column, to the last digit, or that figure less another.
std::optional<Terms> terms_of(const Decimal& value, const Row& row, std::size_t column,
                              std::optional<std::size_t> less) {
    const Figure* const figure = figure_with_terms(row, column);
    const Figure* const other = less ? figure_with_terms(row, *less) : nullptr;
    if (figure == nullptr || (less && other == nullptr)) {
        return std::nullopt;
    }
    if (value != (other != nullptr ? figure->value - other->value : figure->value)) {
        return std::nullopt;
    }
    Terms terms = figure->terms;
    for (FigureTerm term : other != nullptr ? other->terms : Terms()) {
        term.factor = -term.factor;
        terms.push_back(std::move(term));
    }
    return terms;
}

/// What all values of a series are made of, if they are those of a column; one by one they might be
/// another's.
std::optional<std::vector<Terms>> terms_in(const RowsByPlace& rows, std::size_t column,
                                           std::optional<std::size_t> less, const ChartSeries& series,
                                           const Chart& chart) {
    std::vector<Terms> all;
    for (const ChartPoint& point : series.points) {
        const auto row = rows.find(chart.places[point.place]);
        auto terms = row == rows.end() ? std::nullopt : terms_of(point.value, *row->second, column, less);
        if (!terms) {
            return std::nullopt;
        }
        all.push_back(std::move(*terms));
    }
    return all;
}

/// The same in the first column that has them, or rather in one that is called as the series is; a baseline
/// is a column of its own, or one less what is extra in it.
std::optional<std::vector<Terms>> terms_of(const ChartSeries& series, const Chart& chart,
                                           const std::vector<const Table*>& tables) {
    const bool is_baseline = series.mark == ChartMark::ghost;
    std::optional<std::vector<Terms>> found;
    for (const Table* table : tables) {
        const auto& columns = table->columns;
        std::optional<std::size_t> extra;
        for (std::size_t at = 0; at < columns.size(); ++at) {
            extra = columns[at].key == "extra" ? at : extra;
        }
        for (const RowsByPlace& rows : row_sets(*table, chart, series)) {
            for (std::size_t at = 1; at < columns.size(); ++at) {
                const bool is_called_so = columns[at].key == series.key;
                if (columns[at].unit != chart.unit) {
                    continue;
                }
                const auto less = is_baseline && !is_called_so ? extra : std::nullopt;
                auto terms = terms_in(rows, at, less, series, chart);
                if (terms && is_called_so) {
                    return terms;
                }
                if (!found) {
                    found = std::move(terms);
                }
            }
        }
    }
    return found;
}

/// Gives the figures of a chart's values their terms, where all of them have some: a chart follows its inputs
/// as a whole or not at all.
void find_terms(Table& values, const Chart& chart, const std::vector<const Table*>& tables) {
    if (values.columns.size() != chart.series.size() + 1) {
        return;
    }
    std::vector<std::vector<Terms>> all;
    for (const ChartSeries& series : chart.series) {
        auto terms = terms_of(series, chart, tables);
        if (!terms) {
            return;
        }
        all.push_back(std::move(*terms));
    }
    for (std::size_t at = 0; at < all.size(); ++at) {
        for (std::size_t point = 0; point < all[at].size(); ++point) {
            Row& row = values.rows[chart.series[at].points[point].place];
            std::get<Figure>(row.cells[at + 1].content).terms = std::move(all[at][point]);
        }
    }
}

}  // namespace

bool write_charts(const std::vector<const Chart*>& charts, const std::vector<const Table*>& tables,
                  const Document& document, const WorkbookRuns& runs, WorkbookSheet& sheet) {
    bool computes = false;
    constexpr std::size_t rows_of_a_chart = 21;
    std::size_t row = 0;
    std::size_t columns = 1;
    for (const Chart* chart : charts) {
        columns = std::max(columns, chart_table(*chart).columns.size());
    }
    int widest = 12;
    for (const Chart* chart : charts) {
        Table table = chart_table(*chart);
        find_terms(table, *chart, tables);
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
                    const auto computed = runs.computed(*figure);
                    computes = computes || computed;
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
