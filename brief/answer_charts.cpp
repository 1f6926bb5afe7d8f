#include "burden/brief/answer_charts.hpp"

#include <algorithm>

#include "burden/calc/invariant.hpp"

namespace burden::brief {

using calc::Decimal;

namespace {

std::size_t column_of(const Table& table, std::string_view key) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const Column& column) { return column.key == key; });
    calc::require(found != table.columns.end(), "a table has the columns that its chart shows");
    return static_cast<std::size_t>(found - table.columns.begin());
}

const std::string& words_in(const Row& row, std::size_t column) {
    return std::get<std::string>(row.cells[column].content);
}

const Figure* figure_in(const Row& row, std::size_t column) {
    return std::get_if<Figure>(&row.cells[column].content);
}

/// A figure of a row as a point; it carries the row's mark.
ChartPoint point_of(const Row& row, const Figure& figure, std::size_t place) {
    return {.place = place, .value = figure.value, .mark = row.mark, .terms = figure.terms};
}

/// What the sum of a figure and another is made of, or with -1 their difference; nothing where one of them
/// does not say what it is made of.
std::vector<FigureTerm> together(const std::vector<FigureTerm>& first, const std::vector<FigureTerm>& other,
                                 int sign) {
    if (first.empty() || other.empty()) {
        return {};
    }
    std::vector<FigureTerm> terms = first;
    for (FigureTerm term : other) {
        term.factor *= Decimal(sign);
        const auto same = std::find_if(terms.begin(), terms.end(), [&](const FigureTerm& one) {
            return one.run == term.run && one.cell == term.cell;
        });
        if (same == terms.end()) {
            terms.push_back(std::move(term));
        } else {
            same->factor += term.factor;
        }
    }
    std::erase_if(terms, [](const FigureTerm& term) { return term.factor == Decimal(0); });
    return terms;
}

/// The place of a name among the places of a chart, which it joins where it is new.
std::size_t place_of(Chart& chart, const std::string& name) {
    const auto found = std::find(chart.places.begin(), chart.places.end(), name);
    if (found != chart.places.end()) {
        return static_cast<std::size_t>(found - chart.places.begin());
    }
    chart.places.push_back(name);
    return chart.places.size() - 1;
}

ChartSeries& series_of(Chart& chart, const std::string& key, const std::string& label, ChartMark mark) {
    for (ChartSeries& series : chart.series) {
        if (series.key == key) {
            return series;
        }
    }
    chart.series.push_back({.key = key, .label = label, .mark = mark, .points = {}});
    return chart.series.back();
}

std::string word_for(const std::vector<std::pair<std::string, std::string>>& words, const std::string& text) {
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const auto& one) { return one.first == text; });
    return found == words.end() ? text : found->second;
}

/// "5%" of a command line is "5 %" in running text.
std::string share_words(const std::string& typed) {
    std::string text;
    for (const char c : typed) {
        text += c == '%' ? "\u00A0%" : std::string(1, c);
    }
    return text;
}

}  // namespace

Chart target_chart(const Table& rows) {
    const std::size_t target = column_of(rows, "target");
    const std::size_t path = column_of(rows, "path");
    const std::size_t year = column_of(rows, "year");
    const std::size_t spending = column_of(rows, "spending");
    const std::size_t baseline = column_of(rows, "baseline");
    Chart chart{.kind = ChartKind::path,
                .id = rows.id + "-path",
                .title = rows.title,
                .caption = rows.caption,
                .place_label = rows.columns[year].label,
                .places = {},
                .value_label = "Defence spending",
                .unit = rows.columns[spending].unit,
                .digits = rows.columns[spending].places,
                .series = {{.key = "baseline", .label = "baseline", .mark = ChartMark::ghost, .points = {}}},
                .marks = rows.marks};
    if (rows.rows.empty()) {
        return chart;
    }
    const bool one_path = std::all_of(rows.rows.begin(), rows.rows.end(), [&](const Row& row) {
        return words_in(row, path) == words_in(rows.rows.front(), path);
    });
    const auto name_of_row = [&](const Row& row) {
        return words_in(row, target) + " " + words_in(row, path);
    };
    const std::string first = name_of_row(rows.rows.front());
    for (const Row& row : rows.rows) {
        const std::size_t place = place_of(chart, words_in(row, year));
        const std::string label =
            share_words(words_in(row, target)) + (one_path ? "" : ", " + words_in(row, path));
        const auto* value = figure_in(row, spending);
        ChartSeries& series = series_of(chart, name_of_row(row), label, ChartMark::line);
        if (value != nullptr) {
            series.points.push_back(point_of(row, *value, place));
        }
        const auto* ghost = figure_in(row, baseline);
        if (ghost != nullptr && name_of_row(row) == first) {
            chart.series.front().points.push_back(point_of(row, *ghost, place));
        }
    }
    return chart;
}

void add_path(Chart& chart, const Table& rows, const std::string& key, const std::string& label) {
    const std::size_t year = column_of(rows, "year");
    const std::size_t spending = column_of(rows, "spending");
    calc::require(rows.columns[spending].unit == chart.unit, "lines of one chart have one unit");
    chart.series.push_back({.key = key, .label = label, .mark = ChartMark::line, .points = {}});
    for (const Row& row : rows.rows) {
        if (const auto* value = figure_in(row, spending)) {
            const std::size_t place = place_of(chart, words_in(row, year));
            chart.series.back().points.push_back(point_of(row, *value, place));
        }
    }
}

Chart path_chart(const Table& rows, const std::string& label) {
    const std::size_t year = column_of(rows, "year");
    const std::size_t spending = column_of(rows, "spending");
    Chart chart{.kind = ChartKind::path,
                .id = rows.id + "-path",
                .title = rows.title,
                .caption = rows.caption,
                .place_label = rows.columns[year].label,
                .places = {},
                .value_label = "Defence spending",
                .unit = rows.columns[spending].unit,
                .digits = rows.columns[spending].places,
                .series = {},
                .marks = rows.marks};
    for (const Row& row : rows.rows) {
        place_of(chart, words_in(row, year));
    }
    const auto extra = std::find_if(rows.columns.begin(), rows.columns.end(),
                                    [](const Column& column) { return column.key == "extra"; });
    if (extra != rows.columns.end()) {
        const auto at = static_cast<std::size_t>(extra - rows.columns.begin());
        ChartSeries ghost{.key = "baseline", .label = "share held", .mark = ChartMark::ghost, .points = {}};
        for (std::size_t place = 0; place < rows.rows.size(); ++place) {
            const auto* value = figure_in(rows.rows[place], spending);
            const auto* more = figure_in(rows.rows[place], at);
            if (value != nullptr && more != nullptr) {
                ghost.points.push_back({.place = place,
                                        .value = value->value - more->value,
                                        .mark = rows.rows[place].mark,
                                        .terms = together(value->terms, more->terms, -1)});
            }
        }
        const bool differs = std::any_of(rows.rows.begin(), rows.rows.end(), [&](const Row& row) {
            const auto* more = figure_in(row, at);
            return more != nullptr && more->value != Decimal(0);
        });
        if (differs) {
            chart.series.push_back(std::move(ghost));
        }
    }
    add_path(chart, rows, "spending", label);
    return chart;
}

Chart renewals_chart(const Table& rows, const std::vector<std::pair<std::string, std::string>>& words,
                     int digits, const std::string& expires) {
    const std::size_t renewal = column_of(rows, "renewal");
    const std::size_t year = column_of(rows, "year");
    const std::size_t amount = column_of(rows, "amount");
    Chart chart{.kind = ChartKind::renewals,
                .id = rows.id + "-renewals",
                .title = rows.title,
                .caption = rows.caption,
                .place_label = rows.columns[year].label,
                .places = {},
                .value_label = "Support a year",
                .unit = rows.columns[amount].unit,
                .digits = digits,
                .series = {}};
    for (const Row& row : rows.rows) {
        const std::string& key = words_in(row, renewal);
        ChartSeries& series =
            series_of(chart, key, word_for(words, key), key == "flat" ? ChartMark::ghost : ChartMark::line);
        const std::size_t place = place_of(chart, words_in(row, year));
        if (const auto* value = figure_in(row, amount)) {
            series.points.push_back(point_of(row, *value, place));
        }
    }
    if (!expires.empty()) {
        chart.events.push_back({.at = 0, .label = expires});
    }
    return chart;
}

std::optional<Chart> items_chart(const Table& rows,
                                 const std::vector<std::pair<std::string, std::string>>& titles,
                                 const std::string& term) {
    const std::size_t item = column_of(rows, "item");
    const std::size_t year = column_of(rows, "year");
    const std::size_t amount = column_of(rows, "amount");
    Chart chart{.kind = ChartKind::stack,
                .id = rows.id + "-stack",
                .title = rows.title,
                .caption = rows.caption,
                .place_label = "Term",
                .places = {term},
                .value_label = "Total of the term",
                .unit = rows.columns[amount].unit,
                .digits = rows.columns[amount].places,
                .series = {}};
    for (const auto& [key, title] : titles) {
        for (const Row& row : rows.rows) {
            const auto* value = figure_in(row, amount);
            if (words_in(row, item) == key && words_in(row, year) == "total" && value != nullptr) {
                chart.series.push_back({.key = key,
                                        .label = title,
                                        .mark = ChartMark::column,
                                        .points = {point_of(row, *value, 0)}});
            }
        }
    }
    return chart.series.empty() ? std::nullopt : std::optional(chart);
}

Chart waterfall_chart(const Table& parts, int digits) {
    const std::size_t part = column_of(parts, "part");
    const std::size_t difference = column_of(parts, "difference");
    Chart chart{
        .kind = ChartKind::waterfall,
        .id = parts.id + "-waterfall",
        .title = parts.title,
        .caption = parts.caption,
        .place_label = "Part",
        .places = {},
        .value_label = "Difference",
        .unit = parts.columns[difference].unit,
        .digits = digits,
        .series = {{.key = "difference", .label = "difference", .mark = ChartMark::bar, .points = {}}}};
    // Each bar begins where the one before it ends.
    Figure reached{.value = Decimal(0)};
    for (const Row& row : parts.rows) {
        if (const auto* value = figure_in(row, difference)) {
            const bool first = chart.places.empty();
            Figure to{.value = reached.value + value->value,
                      .terms = first ? value->terms : together(reached.terms, value->terms, 1)};
            chart.series.front().points.push_back({.place = chart.places.size(),
                                                   .value = to.value,
                                                   .from = reached.value,
                                                   .terms = to.terms,
                                                   .from_terms = std::move(reached.terms)});
            chart.places.push_back(words_in(row, part));
            reached = std::move(to);
        }
    }
    chart.series.front().points.push_back({.place = chart.places.size(),
                                           .value = reached.value,
                                           .from = Decimal(0),
                                           .total = true,
                                           .terms = reached.terms});
    chart.places.emplace_back("together");
    return chart;
}

Chart tornado_chart(const Table& rows, int digits, const std::string& cell) {
    const std::size_t key = column_of(rows, "key");
    const std::size_t range = column_of(rows, "range");
    const std::size_t low = column_of(rows, "low");
    const std::size_t high = column_of(rows, "high");
    const std::size_t base = column_of(rows, "base");
    Chart chart{.kind = ChartKind::tornado,
                .id = rows.id + "-bars",
                .title = rows.title,
                .caption = rows.caption,
                .place_label = "Assumption",
                .places = {},
                .value_label = cell,
                .unit = rows.columns[low].unit,
                .digits = digits,
                .from_zero = false,
                .series = {{.key = "range", .label = "range", .mark = ChartMark::bar, .points = {}}}};
    for (const Row& row : rows.rows) {
        const auto* from = figure_in(row, low);
        const auto* to = figure_in(row, high);
        if (from != nullptr && to != nullptr && from->value != to->value) {
            chart.series.front().points.push_back({.place = chart.places.size(),
                                                   .value = to->value,
                                                   .from = from->value,
                                                   .terms = to->terms,
                                                   .from_terms = from->terms});
            chart.places.push_back(words_in(row, key) + ", " + words_in(row, range));
        }
        if (const auto* value = figure_in(row, base); value != nullptr && chart.lines.empty()) {
            chart.lines.push_back({value->value, "as it is"});
        }
    }
    return chart;
}

Chart ratio_chart(const Table& rows, const std::vector<std::pair<std::string, std::string>>& denominators) {
    const std::size_t definition = column_of(rows, "definition");
    const std::size_t stage = column_of(rows, "stage");
    const std::size_t denominator = column_of(rows, "denominator");
    const std::size_t share = column_of(rows, "share");
    Chart chart{.kind = ChartKind::ratio,
                .id = rows.id + "-bars",
                .title = rows.title,
                .caption = "% of GDP",
                .place_label = "What is counted, against what",
                .places = {},
                .value_label = "Share of GDP",
                .unit = "%",
                .digits = 2,
                .series = {{.key = "share", .label = "share", .mark = ChartMark::bar, .points = {}}}};
    for (const Row& row : rows.rows) {
        if (const auto* value = figure_in(row, share)) {
            // In brackets a definition says what the table says in full; the stage may be in its name: "with
            // supplementary" in "with the supplementary budget".
            const std::string whole = words_in(row, definition);
            std::string name = whole.substr(0, whole.find(" ("));
            const std::string& at_stage = words_in(row, stage);
            const std::string last_word = at_stage.substr(at_stage.rfind(' ') + 1);
            name += name.find(last_word) == std::string::npos ? ", " + at_stage : "";
            chart.series.front().points.push_back(
                {.place = chart.places.size(), .value = value->value, .terms = value->terms});
            chart.places.push_back(name + " / " + word_for(denominators, words_in(row, denominator)));
        }
    }
    return chart;
}

std::optional<Chart> slope_chart(const std::vector<std::pair<std::string, const Table*>>& countries,
                                 const std::string& title) {
    if (countries.size() < 2) {
        return std::nullopt;
    }
    Chart chart{.kind = ChartKind::slope,
                .id = "shares-slope",
                .title = title,
                .caption = "% of GDP",
                .place_label = "Year",
                .places = {},
                .value_label = "Share of GDP",
                .unit = "%",
                .digits = 2,
                .series = {},
                .marks = countries.front().second->marks};
    // Years are compared by their number: "FY2026" and "2026" stand at one place.
    const auto number_in = [](const Table& table, const Row& row) {
        const std::string& label = words_in(row, column_of(table, "year"));
        return label.substr(label.find_first_of("0123456789"));
    };
    std::string first;
    std::string last;
    for (const auto& [name, table] : countries) {
        if (table->rows.empty()) {
            return std::nullopt;
        }
        first = std::max(first, number_in(*table, table->rows.front()));
        const std::string end = number_in(*table, table->rows.back());
        last = last.empty() ? end : std::min(last, end);
    }
    if (first >= last) {
        return std::nullopt;
    }
    chart.places = {first, last};
    for (const auto& [name, table] : countries) {
        const std::size_t share = column_of(*table, "share");
        ChartSeries series{.key = table->id, .label = name, .mark = ChartMark::line, .points = {}};
        for (const Row& row : table->rows) {
            const std::string year = number_in(*table, row);
            const auto* value = figure_in(row, share);
            if (value != nullptr && (year == first || year == last)) {
                series.points.push_back(point_of(row, *value, place_of(chart, year)));
            }
        }
        chart.series.push_back(std::move(series));
    }
    return chart;
}

}  // namespace burden::brief
