/// Charts on a terminal whose values stand over places.
#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>

#include "burden/brief/display_width.hpp"
#include "burden/brief/terminal_canvas.hpp"
#include "burden/brief/terminal_drawing.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/calc/in_order.hpp"

namespace burden::brief::terminal_drawing {
namespace {

using calc::Decimal;

/// Rows of a plot in cells.
constexpr int plot_height = 14;

std::string_view marker_of(std::size_t series) {
    static constexpr std::array<std::string_view, 6> markers = {"●", "▲", "■", "◆", "▼", "○"};
    return markers[series % markers.size()];
}

/// Dots drawn and dots left out, in turn.
std::array<int, 2> dashes_of(std::size_t series) {
    static constexpr std::array<std::array<int, 2>, 4> dashes = {{{1, 0}, {6, 3}, {2, 2}, {10, 2}}};
    return dashes[series % dashes.size()];
}

std::string shortened(const std::string& text, int width) {
    if (display_width(text) <= width) {
        return text;
    }
    return std::string(cut(text, std::max(1, width - 1))) + "…";
}

struct LabelAtEnd {
    double down = 0;  ///< of the value, before rows: it orders those of one row
    int row = 0;
    std::string sign;
    std::string text;
    std::string_view look;
};

/// Moves labels apart that would stand on one line, as little as it takes.
void part(std::vector<LabelAtEnd>& labels, int height) {
    calc::put_in_order(labels, [](const LabelAtEnd& a, const LabelAtEnd& b) { return a.down < b.down; });
    for (std::size_t at = 1; at < labels.size(); ++at) {
        labels[at].row = std::max(labels[at].row, labels[at - 1].row + 1);
    }
    int most = height - 1;
    for (LabelAtEnd& label : std::views::reverse(labels)) {
        label.row = std::min(label.row, most);
        most = label.row - 1;
    }
}

/// A chart whose values stand over places: lines, ghosts and bands.
class Plot {
public:
    Plot(const Chart& chart, const Style& style, int width) : chart_(chart), style_(style), width_(width) {
        const auto reach = reach_of(chart);
        constexpr std::size_t most_ticks = 6;
        ticks_ = ticks(reach.first, reach.second, most_ticks);
        reach_ = {ticks_.front(), ticks_.back()};
        for (const Decimal& tick : ticks_) {
            left_ = std::max(left_, display_width(value_text(chart, tick)));
        }
        for (std::size_t at = 0; at < chart.series.size(); ++at) {
            if (!chart.series[at].points.empty()) {
                right_ = std::max(right_, display_width(label_of(at)) + 2);
            }
        }
        right_ = std::min(right_, width / 3);
        across_ = std::max(8, width - left_ - 2 - right_ - 1);
    }

    std::string text() {
        Canvas canvas(across_, plot_height);
        std::vector<LabelAtEnd> labels;
        for (const ChartEvent& event : chart_.events) {
            for (int row = 0; row < plot_height; ++row) {
                canvas.ground(column_of(event.at), row, "┊");
            }
        }
        for (const ChartLine& line : chart_.lines) {
            for (int column = 0; column < across_; ++column) {
                canvas.ground(column, row_of(line.value), "╌");
            }
            labels.push_back({down_of(line.value), row_of(line.value), "╌", harmless(line.label), dim});
        }
        draw_bands(canvas);
        draw_lines(canvas);
        for (std::size_t at = 0; at < chart_.series.size(); ++at) {
            const ChartSeries& series = chart_.series[at];
            if (!series.points.empty()) {
                labels.push_back({down_of(series.points.back().value), row_of(series.points.back().value),
                                  std::string(sign_of(at)), label_of(at), look_of(at)});
            }
        }
        part(labels, plot_height);
        std::string text;
        for (int row = 0; row < plot_height; ++row) {
            text +=
                line_of(tick_at(row) + canvas.line(row, style_) + label_at(labels, row), plain_look, style_);
        }
        return text + axis() + events();
    }

private:
    /// The name of a series and its last value; a name that is too long is cut, and never the value.
    std::string label_of(std::size_t series) const {
        const ChartSeries& one = chart_.series[series];
        const std::string value = "  " + value_text(chart_, one.points.back().value);
        return shortened(harmless(one.label), width_ / 3 - 2 - display_width(value)) + value;
    }
    /// Which line it is, counted from 0: ghosts and bands are told apart otherwise.
    std::size_t rank_of(std::size_t series) const {
        const auto first = chart_.series.begin();
        return static_cast<std::size_t>(
            std::count_if(first, first + static_cast<std::ptrdiff_t>(series),
                          [](const ChartSeries& one) { return one.mark == ChartMark::line; }));
    }
    std::string_view sign_of(std::size_t series) const {
        switch (chart_.series[series].mark) {
            case ChartMark::ghost:
                return "┄";
            case ChartMark::band:
                return band_ground(series);
            default:
                return marker_of(rank_of(series));
        }
    }
    std::string_view look_of(std::size_t series) const {
        const ChartMark mark = chart_.series[series].mark;
        return mark == ChartMark::ghost || mark == ChartMark::band ? dim : colour_of(rank_of(series));
    }
    /// Bands within one another are ever darker.
    std::string_view band_ground(std::size_t series) const {
        std::size_t before = 0;
        for (std::size_t at = 0; at < series; ++at) {
            before += chart_.series[at].mark == ChartMark::band ? 1 : 0;
        }
        static constexpr std::array<std::string_view, 3> grounds = {"░", "▒", "▓"};
        return grounds[std::min<std::size_t>(before, grounds.size() - 1)];
    }

    double across_of(double place) const {
        const auto last = static_cast<double>(std::max<std::size_t>(2, chart_.places.size()) - 1);
        return std::clamp(place / last, 0.0, 1.0);
    }
    int column_of(double place) const {
        return static_cast<int>(std::lround(across_of(place) * (across_ - 1)));
    }
    double down_of(const Decimal& value) const { return 1 - drawn_at(value, reach_); }
    int row_of(const Decimal& value) const {
        return std::clamp(static_cast<int>(down_of(value) * plot_height), 0, plot_height - 1);
    }

    void draw_bands(Canvas& canvas) const {
        for (std::size_t at = 0; at < chart_.series.size(); ++at) {
            const ChartSeries& series = chart_.series[at];
            if (series.mark != ChartMark::band) {
                continue;
            }
            for (std::size_t point = 0; point + 1 < series.points.size(); ++point) {
                const ChartPoint& a = series.points[point];
                const ChartPoint& b = series.points[point + 1];
                const int first = column_of(static_cast<double>(a.place));
                const int last = column_of(static_cast<double>(b.place));
                for (int column = first; column <= last; ++column) {
                    const double part = last == first ? 0 : double(column - first) / (last - first);
                    const auto between = [&](const Decimal& from, const Decimal& to) {
                        return (down_of(from) * (1 - part) + down_of(to) * part) * plot_height;
                    };
                    const Decimal zero = 0;
                    const double one = between(a.from.value_or(zero), b.from.value_or(zero));
                    const double other = between(a.value, b.value);
                    const int low = static_cast<int>(std::lround(std::min(one, other)));
                    const int high = std::max(low + 1, static_cast<int>(std::lround(std::max(one, other))));
                    for (int row = low; row < high; ++row) {
                        canvas.ground(column, row, band_ground(at));
                    }
                }
            }
        }
    }

    void draw_lines(Canvas& canvas) const {
        // Ghosts first: the others lie over them.
        for (const bool ghosts : {true, false}) {
            for (std::size_t at = 0; at < chart_.series.size(); ++at) {
                const ChartMark mark = chart_.series[at].mark;
                if ((ghosts && mark == ChartMark::ghost) || (!ghosts && mark == ChartMark::line)) {
                    draw_line(canvas, at);
                }
            }
        }
    }

    void draw_line(Canvas& canvas, std::size_t at) const {
        const ChartSeries& series = chart_.series[at];
        const bool ghost = series.mark == ChartMark::ghost;
        const auto [on, off] = ghost ? std::array<int, 2>{1, 3} : dashes_of(rank_of(at));
        int drawn = 0;
        for (std::size_t point = 0; point + 1 < series.points.size(); ++point) {
            const ChartPoint& a = series.points[point];
            const ChartPoint& b = series.points[point + 1];
            const double x0 = across_of(static_cast<double>(a.place)) * (canvas.dots_across() - 1);
            const double x1 = across_of(static_cast<double>(b.place)) * (canvas.dots_across() - 1);
            const double y0 = down_of(a.value) * (canvas.dots_down() - 1);
            const double y1 = down_of(b.value) * (canvas.dots_down() - 1);
            const int steps =
                std::max(1, static_cast<int>(std::lround(std::max(std::abs(x1 - x0), std::abs(y1 - y0)))));
            for (int step = 0; step <= steps; ++step) {
                const double part = double(step) / steps;
                if (drawn++ % (on + off) < on) {
                    canvas.dot(static_cast<int>(std::lround(x0 + (x1 - x0) * part)),
                               static_cast<int>(std::lround(y0 + (y1 - y0) * part)), look_of(at));
                }
            }
        }
        if (ghost) {
            return;
        }
        // Markers where they leave some of the line to be seen.
        const auto apart =
            static_cast<std::size_t>(1 + 4 * static_cast<int>(chart_.places.size()) / std::max(1, across_));
        for (std::size_t point = 0; point < series.points.size(); ++point) {
            const bool last = point + 1 == series.points.size();
            if (last || (point % apart == 0 && point + apart <= series.points.size())) {
                const ChartPoint& one = series.points[point];
                canvas.sign(column_of(static_cast<double>(one.place)), row_of(one.value),
                            marker_of(rank_of(at)), look_of(at));
            }
        }
    }

    std::string tick_at(int row) const {
        for (const Decimal& tick : ticks_) {
            if (row_of(tick) == row) {
                const std::string text = value_text(chart_, tick);
                return spaces(left_ - display_width(text)) + text + " ┤";
            }
        }
        return spaces(left_ + 1) + "│";
    }

    std::string label_at(const std::vector<LabelAtEnd>& labels, int row) const {
        for (const LabelAtEnd& label : labels) {
            if (label.row == row) {
                return " " +
                       coloured(label.sign + " " + shortened(label.text, right_ - 2), label.look, style_);
            }
        }
        return {};
    }

    std::string axis() const {
        std::string line = spaces(left_ + 1) + "└";
        for (int column = 0; column < across_; ++column) {
            line += "─";
        }
        std::string names = spaces(left_ + 2);
        int used = display_width(names);
        int widest = 1;
        for (const std::string& place : chart_.places) {
            widest = std::max(widest, display_width(harmless(place)));
        }
        const auto last = chart_.places.size() - 1;
        const auto fit = static_cast<std::size_t>(std::max(1, across_ / (widest + 2)));
        const std::size_t apart = std::max<std::size_t>(1, (last + fit) / fit);
        for (std::size_t place = 0; place <= last; ++place) {
            // The last place always has its name; one close before it goes without.
            if (place != last && (place % apart != 0 || place + apart > last)) {
                continue;
            }
            const std::string name = harmless(chart_.places[place]);
            const int size = display_width(name);
            const int middle = left_ + 2 + column_of(static_cast<double>(place));
            const int start =
                std::clamp(middle - size / 2, left_ + 2, std::max(left_ + 2, left_ + 2 + across_ - size));
            if (start < used) {
                continue;
            }
            names += spaces(start - used) + name;
            used = start + size + 1;
            names += " ";
        }
        return line_of(line, plain_look, style_) + line_of(names, plain_look, style_);
    }

    std::string events() const {
        std::string text;
        for (const ChartEvent& event : chart_.events) {
            for (const std::string& line : wrapped("┊ " + harmless(event.label), width_ - left_ - 2)) {
                text += line_of(spaces(left_ + 2) + line, dim, style_);
            }
        }
        return text;
    }

    const Chart& chart_;
    const Style& style_;
    int width_;
    int left_ = 0;
    int right_ = 0;
    int across_ = 0;
    std::vector<Decimal> ticks_;
    std::pair<Decimal, Decimal> reach_{Decimal(0), Decimal(1)};
};

}  // namespace

std::string plot(const Chart& chart, const Style& style, int width) {
    return Plot(chart, style, width).text();
}

}  // namespace burden::brief::terminal_drawing
