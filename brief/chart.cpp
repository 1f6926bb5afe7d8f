#include "burden/brief/chart.hpp"

#include <algorithm>
#include <array>

#include "burden/brief/figure_text.hpp"
#include "burden/brief/japanese_chart.hpp"
#include "burden/calc/invariant.hpp"

namespace burden::brief {

using calc::Decimal;

std::string_view name_of(ChartKind kind) {
    static constexpr std::array<std::string_view, 8> names = {"path",    "stack", "renewals", "waterfall",
                                                              "tornado", "fan",   "slope",    "ratio"};
    return names.at(static_cast<std::size_t>(kind));
}

bool lies(const Chart& chart) {
    return std::any_of(chart.series.begin(), chart.series.end(),
                       [](const ChartSeries& one) { return one.mark == ChartMark::bar; });
}

std::pair<Decimal, Decimal> reach_of(const Chart& chart) {
    std::vector<Decimal> values;
    if (chart.from_zero) {
        values.emplace_back(0);
    }
    // Columns stand on one another: what is above zero on what is above, what is below under it.
    std::vector<Decimal> above(chart.places.size(), Decimal(0));
    std::vector<Decimal> below(chart.places.size(), Decimal(0));
    for (const ChartSeries& series : chart.series) {
        for (const ChartPoint& point : series.points) {
            if (series.mark == ChartMark::column) {
                Decimal& stack = point.value < Decimal(0) ? below.at(point.place) : above.at(point.place);
                stack += point.value;
                values.push_back(stack);
                continue;
            }
            values.push_back(point.value);
            if (point.from) {
                values.push_back(*point.from);
            }
        }
    }
    for (const ChartLine& line : chart.lines) {
        values.push_back(line.value);
    }
    if (values.empty()) {
        return {Decimal(0), Decimal(1)};
    }
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return {*low, *high};
}

namespace {

Decimal power_of_ten(int exponent) { return Decimal("1e" + std::to_string(exponent)); }

/// The whole number of steps from zero that is not above `value`.
Decimal steps_below(const Decimal& value, const Decimal& step) {
    const Decimal steps = rounded(value / step, 0);
    return steps * step > value ? steps - Decimal(1) : steps;
}

std::vector<Decimal> ticks_apart(const Decimal& low, const Decimal& high, const Decimal& step) {
    std::vector<Decimal> result;
    for (Decimal at = steps_below(low, step) * step;; at += step) {
        result.push_back(at);
        if (at >= high && result.size() > 1) {
            return result;
        }
    }
}

}  // namespace

std::vector<Decimal> ticks(const Decimal& low, const Decimal& high, std::size_t most) {
    calc::require(low <= high, "an axis runs upwards");
    calc::require(most >= 3, "an axis that begins and ends at round values may need three");
    const Decimal reach = low == high ? greatest(Decimal(1), greatest(high, -high)) : high - low;
    // The first digit of the reach: from there up until few enough steps are left.
    int exponent = 0;
    while (power_of_ten(exponent) > reach) {
        --exponent;
    }
    while (power_of_ten(exponent + 1) <= reach) {
        ++exponent;
    }
    for (exponent -= 1;; ++exponent) {
        for (const int digit : {1, 2, 5}) {
            const Decimal step = Decimal(digit) * power_of_ten(exponent);
            if (reach / step > Decimal(static_cast<long long>(most))) {
                continue;
            }
            auto result = ticks_apart(low, high, step);
            if (result.size() <= most) {
                return result;
            }
        }
    }
}

std::string value_text(const Chart& chart, const Decimal& value, bool plus) {
    return figure_text(Figure{.value = value, .places = {}, .plus = plus},
                       Column{.key = {}, .label = {}, .places = chart.digits});
}

std::string point_text(const Chart& chart, const ChartSeries& series, const ChartPoint& point) {
    const bool reaches = series.mark == ChartMark::bar || series.mark == ChartMark::band;
    if (!point.from || !reaches || point.total) {
        return value_text(chart, point.value);
    }
    if (chart.kind == ChartKind::waterfall && !point.total) {
        return value_text(chart, point.value - *point.from, true);
    }
    return value_text(chart, *point.from) + " – " + value_text(chart, point.value);
}

namespace {

const ChartPoint* point_at(const ChartSeries& series, std::size_t place) {
    const auto found = std::find_if(series.points.begin(), series.points.end(),
                                    [&](const ChartPoint& point) { return point.place == place; });
    return found == series.points.end() ? nullptr : &*found;
}

/// Whether a series has an end of its own besides its value.
bool has_from(const ChartSeries& series) {
    return std::any_of(series.points.begin(), series.points.end(),
                       [](const ChartPoint& point) { return point.from.has_value(); });
}

std::string with_unit(const Chart& chart, const Decimal& value) {
    const std::string unit = unit_behind(chart.unit);
    return value_text(chart, value) + (unit.empty() ? "" : " " + unit);
}

std::string said_of(const Chart& chart, const ChartSeries& series) {
    const ChartPoint& first = series.points.front();
    const ChartPoint& last = series.points.back();
    const auto at = [&](const ChartPoint& point) { return chart.places[point.place]; };
    if (series.points.size() == 1) {
        return series.label + ": " + with_unit(chart, first.value) + " in " + at(first) + ".";
    }
    std::string text = series.label + ": " + with_unit(chart, first.value) + " in " + at(first) + ", " +
                       with_unit(chart, last.value) + " in " + at(last);
    const auto by_value = [](const ChartPoint& a, const ChartPoint& b) { return a.value < b.value; };
    const ChartPoint& low = *std::min_element(series.points.begin(), series.points.end(), by_value);
    const ChartPoint& high = *std::max_element(series.points.begin(), series.points.end(), by_value);
    if (high.value > greatest(first.value, last.value)) {
        text += ", highest " + with_unit(chart, high.value) + " in " + at(high);
    }
    if (low.value < least(first.value, last.value)) {
        text += ", lowest " + with_unit(chart, low.value) + " in " + at(low);
    }
    return text + ".";
}

std::string said_of_bars(const Chart& chart) {
    std::string text;
    for (const ChartSeries& series : chart.series) {
        for (const ChartPoint& point : series.points) {
            text += (text.empty() ? "" : "; ") + chart.places[point.place] + ": ";
            if (chart.kind == ChartKind::waterfall && !point.total) {
                text += value_text(chart, point.value - point.from.value_or(Decimal(0)), true);
            } else if (point.from) {
                text += value_text(chart, *point.from) + " to " + value_text(chart, point.value);
            } else {
                text += value_text(chart, point.value);
            }
        }
    }
    return text + ".";
}

std::string kind_words(ChartKind kind) {
    switch (kind) {
        case ChartKind::path:
            return "Line chart";
        case ChartKind::stack:
            return "Stacked columns";
        case ChartKind::renewals:
            return "Line chart of renewals";
        case ChartKind::waterfall:
            return "Waterfall chart";
        case ChartKind::tornado:
            return "Tornado chart";
        case ChartKind::fan:
            return "Fan chart";
        case ChartKind::slope:
            return "Slope chart";
        case ChartKind::ratio:
            return "Bar chart";
    }
    throw calc::BrokenInvariant("a kind of chart without words");
}

}  // namespace

Table chart_table(const Chart& chart) {
    Table table{.id = chart.id,
                .title = chart.title,
                .caption = chart.caption,
                .columns = {{.key = "place", .label = chart.place_label, .words = true}},
                .rows = {},
                .marks = chart.marks};
    for (const ChartSeries& series : chart.series) {
        if (has_from(series)) {
            table.columns.push_back({.key = series.key + "-from",
                                     .label = translated("from", chart.language),
                                     .unit = chart.unit,
                                     .places = chart.digits,
                                     .group = series.label});
        }
        table.columns.push_back({.key = series.key,
                                 .label = has_from(series) ? translated("to", chart.language) : series.label,
                                 .unit = chart.unit,
                                 .places = chart.digits,
                                 .group = has_from(series) ? series.label : ""});
    }
    for (std::size_t place = 0; place < chart.places.size(); ++place) {
        Row row{.cells = {chart.places[place]}};
        for (const ChartSeries& series : chart.series) {
            const ChartPoint* point = point_at(series, place);
            if (has_from(series)) {
                row.cells.push_back(point == nullptr ? Cell()
                                                     : Cell(Figure{.value = point->from.value_or(Decimal(0)),
                                                                   .terms = point->from_terms}));
            }
            row.cells.push_back(
                point == nullptr ? Cell() : Cell(Figure{.value = point->value, .terms = point->terms}));
            row.mark = point != nullptr && row.mark.empty() ? point->mark : row.mark;
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string alt_text(const Chart& chart) {
    if (chart.language == Language::ja) {
        return japanese_alt_text(chart);
    }
    std::string text = kind_words(chart.kind) + ": " + chart.title + ". ";
    text += chart.value_label + (chart.caption.empty() ? "" : " in " + chart.caption);
    if (lies(chart)) {
        text += ". " + said_of_bars(chart);
    } else {
        text += chart.places.empty() ? "." : ", " + chart.places.front() + " to " + chart.places.back() + ".";
        for (const ChartSeries& series : chart.series) {
            if (!series.points.empty()) {
                text += " " + said_of(chart, series);
            }
        }
    }
    for (const ChartLine& line : chart.lines) {
        text += " Line at " + with_unit(chart, line.value) + ": " + line.label + ".";
    }
    for (const ChartEvent& event : chart.events) {
        text += " Marked: " + event.label + ".";
    }
    return text;
}

}  // namespace burden::brief
