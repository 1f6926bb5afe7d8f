/// Charts with their places from left to right: lines, bands and columns.
#include <algorithm>
#include <cmath>
#include <optional>
#include <ranges>
#include <utility>

#include <fmt/format.h>

#include "burden/brief/latex_drawing.hpp"
#include "burden/brief/latex_text.hpp"
#include "burden/calc/in_order.hpp"

namespace burden::brief::latex_drawing {
namespace {

using calc::Decimal;

constexpr double gap = 0.15;  ///< between a point and its label, in centimetres
constexpr double label_width = 13;
/// The widest that a tick may stand out of the axis, in centimetres.
constexpr double most_out = 1.5;

/// A text beside the end of a series.
struct EndLabel {
    std::vector<std::string> lines;
    std::string colour;
    double wanted = 0;      ///< centimetres above the axis
    double at = 0;          ///< where there is room for it
    std::string from = {};  ///< the point it belongs to

    double height() const { return line * static_cast<double>(lines.size()) + 0.04; }
};

/// Moves labels that stand over one another apart, each as little as may be.
void spread(std::vector<EndLabel>& labels, double length) {
    calc::put_in_order(labels, [](const EndLabel& a, const EndLabel& b) { return a.wanted < b.wanted; });
    // Labels that touch form a heap, which stands as near as it can to where its members want to be.
    struct Heap {
        std::size_t first;
        std::size_t last;
        double height;
        double middle;

        double members() const { return static_cast<double>(last - first + 1); }
    };
    std::vector<Heap> heaps;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        heaps.push_back({i, i, labels[i].height(), labels[i].wanted});
        while (heaps.size() > 1) {
            const Heap above = heaps.back();
            Heap& below = heaps[heaps.size() - 2];
            if (above.middle - above.height / 2 >= below.middle + below.height / 2) {
                break;
            }
            below.middle = (below.middle * below.members() + above.middle * above.members()) /
                           (below.members() + above.members());
            below.last = above.last;
            below.height += above.height;
            below.middle = std::max(below.middle, below.height / 2 - line / 2);
            below.middle = std::min(below.middle, std::max(length + line, below.height) - below.height / 2);
            heaps.pop_back();
        }
    }
    for (const Heap& heap : heaps) {
        double bottom = heap.middle - heap.height / 2;
        for (std::size_t i = heap.first; i <= heap.last; ++i) {
            labels[i].at = bottom + labels[i].height() / 2;
            bottom += labels[i].height();
        }
    }
}

std::string end_labels(std::vector<EndLabel> labels, double length, bool right, Language language) {
    spread(labels, length);
    std::string text;
    for (const EndLabel& label : labels) {
        const double height = label.at / length;
        if (std::abs(label.at - label.wanted) > line / 2 && right) {
            text += fmt::format(
                "\\draw[{}!60, very thin] ({}) -- ([xshift={:.2f}cm]axis description cs:1,{:.4f});\n",
                label.colour, label.from, gap, height);
        }
        text += fmt::format(
            "\\node[burden label, text={}!75!black, anchor={}, align={}] at ([xshift={:.2f}cm]axis "
            "description "
            "cs:{},{:.4f}) {{{}}};\n",
            label.colour, right ? "west" : "east", right ? "left" : "right", right ? gap : -gap,
            right ? 1 : 0, height, lines_of(label.lines, language));
    }
    return text;
}

/// Points of a series that follow one another without a gap.
std::vector<std::vector<ChartPoint>> runs_of(const ChartSeries& series) {
    std::vector<std::vector<ChartPoint>> runs;
    for (const ChartPoint& point : series.points) {
        if (runs.empty() || runs.back().back().place + 1 != point.place) {
            runs.emplace_back();
        }
        runs.back().push_back(point);
    }
    return runs;
}

std::string point_text(std::size_t place, const Decimal& value) {
    return fmt::format("({},{})", place, coordinate(value));
}

std::string axis_point(double place, const Decimal& value) {
    return fmt::format("axis cs:{},{}", coordinate(place), coordinate(value));
}

/// A chart with its places from left to right.
class Upright {
public:
    Upright(const Chart& chart, Language language)
        : chart_(chart), language_(language), axis_(axis_of(chart, height())) {}

    std::string text() {
        const std::string drawn = drawn_bands() + drawn_columns();
        const std::string lines = drawn_lines();
        for (const ChartLine& level : chart_.lines) {
            add_label(level.label, "black", level.value,
                      "axis description cs:1," + coordinate(axis_.place(level.value) / axis_.length));
        }
        const double right = right_of_axis();
        width_ = picture_width - left_of_axis() - right;
        const bool slope = chart_.kind == ChartKind::slope;
        std::string text = "\\begin{tikzpicture}\n\\begin{axis}[burden chart,\n";
        text += fmt::format("  width={:.2f}cm, height={:.2f}cm,\n", width_, axis_.length);
        text += fmt::format("  xmin={}, xmax={}, ymin={}, ymax={},\n", coordinate(first()),
                            coordinate(last()), coordinate(axis_.at.front()), coordinate(axis_.at.back()));
        text += place_ticks();
        text += slope ? "  axis y line=none, xmajorgrids, ymajorgrids=false,\n"
                      : value_ticks('y', axis_, language_);
        const double room = slope ? most_over : axis_.length / em;
        const std::string values =
            lines_of(lines_within(with_unit(chart_.value_label, chart_.unit), room, 2, language_), language_);
        text += (slope ? "  title={" : "  ylabel={") + values + "},\n";
        text += "  xlabel={" +
                lines_of(lines_within(chart_.place_label, most_over, 2, language_), language_) + "}]\n";
        text += drawn;
        if (axis_.low < 0 && axis_.high > 0) {
            text += level_line("black!60", Decimal(0));
        }
        for (const ChartLine& level : chart_.lines) {
            text += level_line("black!75, densely dashed", level.value);
        }
        text += lines + events(right);
        text += end_labels(right_, axis_.length, true, language_);
        text += end_labels(left_, axis_.length, false, language_);
        return text + "\\end{axis}\n\\end{tikzpicture}\n";
    }

private:
    /// Room for the labels beside the ends of the series, and for what stands out of the last place.
    double right_of_axis() const {
        double room = std::max(0.3, out());
        for (const EndLabel& label : right_) {
            room = std::max(room, widest(label.lines, language_) + gap + 0.1);
        }
        return room;
    }
    double left_of_axis() const {
        const bool slope = chart_.kind == ChartKind::slope;
        double room = std::max(slope ? 0.3 : 1.1, out());
        for (const std::string& tick : tick_texts(axis_.at)) {
            room = slope ? room : std::max(room, 1.0 + centimetres(tick, language_));
        }
        for (const EndLabel& label : left_) {
            room = std::max(room, widest(label.lines, language_) + gap + 0.1);
        }
        return room;
    }
    /// How far the first and the last place stand out where they are the ends of the axis.
    double out() const {
        return beside() > 0 ? 0 : std::min(most_out, widest(place_labels(), language_) / 2) + 0.05;
    }
    std::string level_line(const std::string& look, const Decimal& value) const {
        return fmt::format("\\draw[{}] ({}) -- ({});\n", look, axis_point(first(), value),
                           axis_point(last(), value));
    }

    /// As high as its labels need to stand over one another.
    double height() const {
        double needed = 0;
        const auto add = [&](const std::string& label) {
            needed += line * static_cast<double>(
                                 lines_within(label, label_width, most_lines_each(), language_).size()) +
                      0.06;
        };
        for (const ChartSeries& series : chart_.series) {
            add(series.label + " 1,000.0");
        }
        for (const ChartLine& level : chart_.lines) {
            add(level.label);
        }
        return std::min(highest, std::max(6.2, needed));
    }
    /// Fewer where there are many labels.
    std::size_t most_lines_each() const {
        const std::size_t labels = std::max<std::size_t>(1, chart_.series.size() + chart_.lines.size());
        return std::clamp<std::size_t>(static_cast<std::size_t>(highest / line) / labels, 1, most_lines);
    }
    bool has_columns() const {
        return std::any_of(chart_.series.begin(), chart_.series.end(),
                           [](const ChartSeries& one) { return one.mark == ChartMark::column; });
    }
    double beside() const { return has_columns() || chart_.places.size() == 1 ? 0.5 : 0; }
    double first() const { return -beside(); }
    double last() const { return static_cast<double>(chart_.places.size()) - 1 + beside(); }

    void add_label(const std::string& text, const std::string& colour, const Decimal& value,
                   std::string from) {
        right_.push_back({.lines = lines_within(text, label_width, most_lines_each(), language_),
                          .colour = colour,
                          .wanted = axis_.place(value),
                          .from = std::move(from)});
    }

    std::string drawn_bands() {
        std::string text;
        for (const ChartSeries& series : chart_.series) {
            if (series.mark != ChartMark::band || series.points.empty()) {
                continue;
            }
            for (const auto& run : runs_of(series)) {
                text += "\\fill[" + colour_of(0) + ", opacity=.2] ";
                for (const ChartPoint& point : run) {
                    text += "(" + axis_point(static_cast<double>(point.place), point.value) + ") -- ";
                }
                for (const ChartPoint& point : std::views::reverse(run)) {
                    const Decimal from = point.from.value_or(Decimal(0));
                    text += "(" + axis_point(static_cast<double>(point.place), from) + ") -- ";
                }
                text += "cycle;\n";
            }
            // Bands lie in one another: each is named at its upper edge.
            const ChartPoint& end = series.points.back();
            const Decimal top = greatest(end.value, end.from.value_or(Decimal(0)));
            add_label(series.label, colour_of(0), top, axis_point(static_cast<double>(end.place), top));
        }
        return text;
    }

    std::string drawn_columns() {
        std::string text;
        std::vector<Decimal> above(chart_.places.size(), Decimal(0));
        std::vector<Decimal> below(chart_.places.size(), Decimal(0));
        for (std::size_t i = 0; i < chart_.series.size(); ++i) {
            const ChartSeries& series = chart_.series[i];
            if (series.mark != ChartMark::column) {
                continue;
            }
            std::optional<std::pair<ChartPoint, Decimal>> labelled;
            for (const ChartPoint& point : series.points) {
                Decimal& stack = point.value < Decimal(0) ? below.at(point.place) : above.at(point.place);
                const auto middle = static_cast<double>(point.place);
                text += fmt::format(
                    "\\filldraw[fill={}, draw=white] (axis cs:{},{}) rectangle (axis cs:{},{});\n",
                    column_fill(i), coordinate(middle - 0.36), coordinate(stack), coordinate(middle + 0.36),
                    coordinate(stack + point.value));
                if (point.value != Decimal(0)) {
                    labelled = {point, stack + point.value / Decimal(2)};
                }
                stack += point.value;
            }
            if (labelled) {
                const auto& [point, middle] = *labelled;
                add_label(series.label + " " + value_text(chart_, point.value), colour_of(i), middle,
                          axis_point(static_cast<double>(point.place) + 0.36, middle));
            }
        }
        return text;
    }
    /// Neighbours differ in lightness too, for those who see no colours.
    static std::string column_fill(std::size_t series) {
        return colour_of(series) + (series % 2 == 0 ? "" : "!55");
    }

    std::string drawn_lines() {
        std::string text;
        std::size_t line_number = 0;
        for (const ChartSeries& series : chart_.series) {
            const bool ghost = series.mark == ChartMark::ghost;
            if ((!ghost && series.mark != ChartMark::line) || series.points.empty()) {
                continue;
            }
            const std::string colour = ghost ? "black!55!white" : colour_of(line_number);
            // In a slope every line has its name at its end, and dashes of two points say nothing.
            const std::string solid = chart_.kind == ChartKind::slope ? ", solid" : "";
            for (const auto& run : runs_of(series)) {
                text += ghost ? "\\addplot[burden ghost] coordinates {"
                              : fmt::format("\\addplot[{}, burden line {}{}] coordinates {{", colour,
                                            line_number % colours + 1, solid);
                for (const ChartPoint& point : run) {
                    text += point_text(point.place, point.value);
                }
                text += "};\n";
            }
            line_number += ghost ? 0 : 1;
            const ChartPoint& end = series.points.back();
            add_label(series.label + " " + value_text(chart_, end.value), colour, end.value,
                      axis_point(static_cast<double>(end.place), end.value));
            if (chart_.kind == ChartKind::slope) {
                const ChartPoint& begin = series.points.front();
                left_.push_back({.lines = {value_text(chart_, begin.value)},
                                 .colour = colour,
                                 .wanted = axis_.place(begin.value)});
            }
        }
        return text;
    }

    /// Places with the mark that all values at them bear.
    std::vector<std::string> place_labels() const {
        std::vector<std::string> labels = chart_.places;
        for (std::size_t place = 0; place < labels.size(); ++place) {
            const std::string mark = mark_at(chart_, place);
            labels[place] += mark.empty() ? "" : " " + mark;
        }
        return labels;
    }

    std::string place_ticks() const {
        const std::size_t count = chart_.places.size();
        const double apart = width_ / std::max(1.0, last() - first());
        const std::vector<std::string> labels = place_labels();
        const double width = widest(labels, language_);
        std::size_t step = 1;
        const bool wraps = count <= 8 && width + 0.2 > std::min(apart, 2 * most_out);
        while (!wraps && width + 0.2 > apart * static_cast<double>(step)) {
            ++step;
        }
        std::vector<std::string> at;
        std::vector<std::string> texts;
        for (std::size_t place = (count - 1) % step; place < count; place += step) {
            at.push_back(std::to_string(place));
            const double room =
                wraps ? std::max(3.0, (std::min(apart, 2 * most_out) - 0.15) / em / 1.05) : 100;
            texts.push_back(lines_of(lines_within(labels[place], room, most_lines, language_), language_));
        }
        return tick_options('x', at, texts);
    }

    std::string events(double right) const {
        std::vector<ChartEvent> sorted = chart_.events;
        calc::put_in_order(sorted, [](const ChartEvent& a, const ChartEvent& b) { return a.at < b.at; });
        std::vector<OverLabel> labels;
        for (const ChartEvent& event : sorted) {
            const double at = std::clamp(event.at, first(), last());
            const double share = (at - first()) / (last() - first());
            labels.push_back({event.label, share * width_, share});
        }
        return over_labels(labels, width_, axis_.length, right, language_);
    }

    const Chart& chart_;
    Language language_;
    Axis axis_;
    double width_ = 0;
    std::vector<EndLabel> right_;
    std::vector<EndLabel> left_;
};

}  // namespace

std::string upright(const Chart& chart, Language language) { return Upright(chart, language).text(); }

}  // namespace burden::brief::latex_drawing
