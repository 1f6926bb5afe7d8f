/// Charts on a terminal with a line for each place: bars from one value to another, and columns, which lie.
#include <algorithm>
#include <array>
#include <cmath>

#include "burden/brief/display_width.hpp"
#include "burden/brief/terminal_drawing.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/calc/number.hpp"

namespace burden::brief::terminal_drawing {
namespace {

using calc::Decimal;

/// A bar from one place of a line of `width` cells to another, both between 0 and 1.
std::string bar_of(double from, double to, int width, bool falls) {
    const double low = std::min(from, to) * width;
    const double high = std::max(from, to) * width;
    std::string text;
    if (falls) {
        const int first = std::min(width - 1, static_cast<int>(std::lround(low)));
        const int last = std::max(first + 1, static_cast<int>(std::lround(high)));
        text = spaces(first);
        for (int cell = first; cell < last; ++cell) {
            text += "▒";
        }
        return text;
    }
    static constexpr std::array<const char*, 8> eighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    int cell = static_cast<int>(low + 0.25);
    const bool half = low - cell >= 0.25;
    text = spaces(cell);
    if (half) {
        text += "▐";
        ++cell;
    }
    const int left = static_cast<int>(std::lround((high - cell) * 8));
    for (int full = 0; full < left / 8; ++full) {
        text += "█";
    }
    if (left > 0) {
        text += eighths.at(static_cast<std::size_t>(left % 8));
    } else if (!half) {
        // What is not nothing is seen.
        text += "▏";
    }
    return text;
}

struct BarLine {
    std::string name;
    std::string value;
    std::string bar;
};

/// Names at the left, bars in the middle, values at the right.
std::string bar_lines(const std::vector<BarLine>& lines, int names, int values, const Style& style,
                      int bars) {
    std::string text;
    for (const BarLine& line : lines) {
        const auto parts = wrapped(line.name, names);
        for (std::size_t part = 0; part < parts.size(); ++part) {
            std::string row = parts[part];
            if (part == 0) {
                row += spaces(names - display_width(row) + 1) + line.bar;
                row += spaces(names + 1 + bars - display_width(row)) + " " +
                       spaces(values - display_width(line.value)) + line.value;
            }
            text += line_of(row, plain_look, style);
        }
    }
    return text;
}

std::string value_of_bar(const Chart& chart, const ChartPoint& point) {
    if (chart.kind == ChartKind::waterfall && !point.total) {
        return value_text(chart, point.value - point.from.value_or(Decimal(0)), true);
    }
    return point.from && !point.total
               ? value_text(chart, *point.from) + " to " + value_text(chart, point.value)
               : value_text(chart, point.value);
}

/// Room for names: what they ask for, within a third of the line.
int room_for_names(const Chart& chart, int width) {
    int names = 0;
    for (const std::string& place : chart.places) {
        names = std::max(names, display_width(harmless(place)));
    }
    return std::min(names, width * 2 / 5);
}

std::string_view fill_of(std::size_t series) {
    static constexpr std::array<std::string_view, 6> fills = {"█", "▒", "▚", "░", "▓", "▞"};
    return fills[series % fills.size()];
}

}  // namespace

std::string lying_bars(const Chart& chart, const Style& style, int width) {
    const auto reach = reach_of(chart);
    const auto whole = reach.first == reach.second ? std::pair(reach.first, reach.first + Decimal(1)) : reach;
    const int names = room_for_names(chart, width);
    int values = 0;
    for (const ChartSeries& series : chart.series) {
        for (const ChartPoint& point : series.points) {
            values = std::max(values, display_width(value_of_bar(chart, point)));
        }
    }
    const int bars = std::max(8, width - names - values - 2);
    std::vector<BarLine> lines;
    for (std::size_t place = 0; place < chart.places.size(); ++place) {
        for (const ChartSeries& series : chart.series) {
            for (const ChartPoint& point : series.points) {
                if (point.place != place) {
                    continue;
                }
                const Decimal from = point.from.value_or(Decimal(0));
                const bool falls = chart.kind == ChartKind::waterfall && !point.total && point.value < from;
                lines.push_back({harmless(chart.places[place]), value_of_bar(chart, point),
                                 bar_of(drawn_at(from, whole), drawn_at(point.value, whole), bars, falls)});
            }
        }
    }
    std::string text;
    for (const ChartLine& line : chart.lines) {
        const int column = std::min(bars - 1, static_cast<int>(drawn_at(line.value, whole) * bars));
        const std::string label = harmless(line.label) + " " + value_text(chart, line.value);
        const int start = std::clamp(names + 1 + column - display_width(label) / 2, 0,
                                     std::max(0, width - display_width(label)));
        text += line_of(spaces(start) + label, dim, style);
        text += line_of(spaces(names + 1 + column) + "↓", dim, style);
    }
    return text + bar_lines(lines, names, values, style, bars);
}

std::string stacked(const Chart& chart, const Style& style, int width) {
    const auto reach = reach_of(chart);
    const int names = room_for_names(chart, width);
    std::vector<Decimal> sums(chart.places.size(), Decimal(0));
    for (const ChartSeries& series : chart.series) {
        for (const ChartPoint& point : series.points) {
            sums[point.place] += series.mark == ChartMark::column ? point.value : Decimal(0);
        }
    }
    int values = 0;
    for (const Decimal& sum : sums) {
        values = std::max(values, display_width(value_text(chart, sum)));
    }
    const int bars = std::max(8, width - names - values - 2);
    std::vector<BarLine> lines;
    for (std::size_t place = 0; place < chart.places.size(); ++place) {
        Decimal begun = 0;
        int cells = 0;
        std::string bar;
        for (std::size_t at = 0; at < chart.series.size(); ++at) {
            for (const ChartPoint& point : chart.series[at].points) {
                if (point.place != place || chart.series[at].mark != ChartMark::column) {
                    continue;
                }
                begun += point.value;
                const int end = static_cast<int>(std::lround(calc::as<double>(begun / reach.second) * bars));
                std::string fill;
                for (; cells < end; ++cells) {
                    fill += fill_of(at);
                }
                bar += coloured(fill, colour_of(at), style);
            }
        }
        // Looks take no room: the line is put together from plain cells.
        std::string row = harmless(chart.places[place]);
        row += spaces(names - display_width(row) + 1) + bar + spaces(bars - cells + 1);
        const std::string sum = value_text(chart, sums[place]);
        lines.push_back({row, sum, {}});
    }
    std::string text;
    for (const BarLine& line : lines) {
        text +=
            line_of(line.name + spaces(values - display_width(line.value)) + line.value, plain_look, style);
    }
    std::string legend;
    for (std::size_t at = 0; at < chart.series.size(); ++at) {
        std::string label = std::string(fill_of(at)) + "\u00A0" + harmless(chart.series[at].label);
        for (std::size_t space = label.find(' '); space != std::string::npos;
             space = label.find(' ', space)) {
            label.replace(space, 1, "\u00A0");
        }
        legend += (legend.empty() ? "" : "  ") + label;
    }
    for (const std::string& line : wrapped(legend, width - names - 1)) {
        text += line_of(spaces(names + 1) + line, plain_look, style);
    }
    for (const ChartEvent& event : chart.events) {
        for (const std::string& line : wrapped("┊ " + harmless(event.label), width - names - 1)) {
            text += line_of(spaces(names + 1) + line, dim, style);
        }
    }
    return text;
}

}  // namespace burden::brief::terminal_drawing
