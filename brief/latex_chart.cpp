#include "burden/brief/latex_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>

#include <fmt/format.h>

#include "burden/brief/display_width.hpp"
#include "burden/brief/figure_text.hpp"
#include "burden/brief/latex_text.hpp"
#include "burden/calc/in_order.hpp"

namespace burden::brief {
namespace {

using calc::Decimal;

/// Of a picture with all its labels, in centimetres; a page of the document has half a centimetre more.
constexpr double picture_width = 16.0;
constexpr double em = 0.281;   ///< of the labels' font
constexpr double line = 0.36;  ///< from one line of a label to the next
constexpr double gap = 0.15;   ///< between a point and its label
constexpr double highest = 19.0;
constexpr std::size_t most_ticks = 7;
constexpr std::size_t colours = 7;
/// Lines of a label, and ems of one below the picture; what is cut off stands in the text below.
constexpr std::size_t most_lines = 4;
constexpr double most_over = 26;
constexpr double label_width = 13;
/// The widest that a tick may stand out of the axis, in centimetres.
constexpr double most_out = 1.5;

/// Fonts differ: an estimate of a label's width is taken a little larger.
double centimetres(std::string_view text, Language language) {
    return latex_width(text, language) * em * 1.05;
}

std::string coordinate(double value) { return fmt::format("{:.4f}", value); }
std::string coordinate(const Decimal& value) { return value.to_significant(10); }

std::string colour_of(std::size_t series) { return fmt::format("burden{}", series % colours + 1); }

/// A label's text over several lines for a node that has `align`.
std::string lines_of(const std::vector<std::string>& lines, Language language) {
    std::string text;
    for (const std::string& one : lines) {
        text += (text.empty() ? "" : "\\\\") + latex_text(one, language);
    }
    return text;
}

double widest(const std::vector<std::string>& lines, Language language) {
    double width = 0;
    for (const std::string& one : lines) {
        width = std::max(width, centimetres(one, language));
    }
    return width;
}

/// An axis of values: round values on it, and where a value stands along its length.
struct Axis {
    std::vector<Decimal> at;
    double low = 0;
    double high = 1;
    double length = 1;  ///< centimetres

    double place(const Decimal& value) const {
        return (value.nearest_double() - low) / (high - low) * length;
    }
};

Axis axis_of(const Chart& chart, double length) {
    const auto [low, high] = reach_of(chart);
    Axis axis{.at = ticks(low, high, most_ticks), .length = length};
    axis.low = axis.at.front().nearest_double();
    axis.high = axis.at.back().nearest_double();
    return axis;
}

/// As many digits as tell one tick from another.
std::vector<std::string> tick_texts(const std::vector<Decimal>& at) {
    int places = 0;
    while (places < 12 &&
           std::any_of(
               at.begin(), at.end(), [&](const Decimal& value) { return rounded(value, places) != value; })) {
        ++places;
    }
    std::vector<std::string> texts;
    for (const Decimal& value : at) {
        texts.push_back(
            figure_text(Figure{.value = value}, Column{.key = {}, .label = {}, .places = places}));
    }
    return texts;
}

/// The options of an axis for its ticks: "xtick={…}, xticklabels={…}".
std::string tick_options(char axis, const std::vector<std::string>& at,
                         const std::vector<std::string>& texts) {
    std::string places;
    std::string labels;
    for (std::size_t i = 0; i < at.size(); ++i) {
        places += (i == 0 ? "" : ",") + at[i];
        labels += (i == 0 ? "{" : ",{") + texts[i] + "}";
    }
    return fmt::format("  {0}tick={{{1}}}, {0}ticklabels={{{2}}},\n", axis, places, labels);
}

std::string value_ticks(char name, const Axis& axis, Language language) {
    std::vector<std::string> at;
    std::vector<std::string> texts = tick_texts(axis.at);
    for (std::size_t i = 0; i < axis.at.size(); ++i) {
        at.push_back(coordinate(axis.at[i]));
        texts[i] = latex_text(texts[i], language);
    }
    return tick_options(name, at, texts);
}

std::string with_unit(const std::string& label, const std::string& unit) {
    return unit.empty() ? label : label + (label.empty() ? "(" : " (") + unit + ")";
}

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

/// A text above the picture, over a place on its lower axis.
struct OverLabel {
    std::string text;
    double at = 0;     ///< centimetres from the left
    double share = 0;  ///< the same, of the axis' length
};

/// Texts over an axis, in as many rows as they need to stand beside one another, each with its rule.
std::string over_labels(const std::vector<OverLabel>& labels, double length, double height, double right_room,
                        Language language) {
    std::vector<double> ends;
    std::string rules;
    std::string texts;
    for (const OverLabel& label : labels) {
        const double room = (length + right_room) / em / 1.05;
        const std::string words = lines_within(label.text, room, 1, language).front();
        const double width = centimetres(words, language) + 0.1;
        const double start = std::max(0.0, std::min(label.at - width / 2, length + right_room - width));
        std::size_t row = 0;
        while (row < ends.size() && ends[row] > start) {
            ++row;
        }
        ends.resize(std::max(ends.size(), row + 1));
        ends[row] = start + width + 0.2;
        const double up = 0.08 + line * static_cast<double>(row);
        rules += fmt::format(
            "\\draw[black!65, densely dotted, semithick] (axis description cs:{0:.4f},0) -- "
            "([yshift={1:.2f}cm]axis description cs:{0:.4f},1);\n",
            label.share, up);
        texts += fmt::format(
            "\\node[burden label, text=black!75, anchor=south west, inner xsep=0pt, fill=white, fill "
            "opacity=.8, text opacity=1] at ([xshift={:.2f}cm,yshift={:.2f}cm]axis description cs:0,0) "
            "{{{}}};\n",
            start, height + up, latex_text(words, language));
    }
    return rules + texts;
}

/// The mark that every value at a place bears; empty where they differ.
std::string mark_at(const Chart& chart, std::size_t place) {
    std::string mark;
    bool first = true;
    for (const ChartSeries& series : chart.series) {
        for (const ChartPoint& point : series.points) {
            if (point.place == place) {
                mark = first || mark == point.mark ? point.mark : "";
                first = false;
            }
        }
    }
    return mark;
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

/// A bar of a lying chart, and the text at its end.
struct Bar {
    std::size_t place = 0;
    std::size_t series = 0;
    Decimal from;
    Decimal to;
    bool total = false;
    std::string text = {};
    double middle = 0;  ///< above the axis, in lines of text
    double half = 0.32;

    bool to_right() const { return to >= from; }
};

/// A chart with a line of text and a bar for each place.
class Lying {
public:
    Lying(const Chart& chart, Language language)
        : chart_(chart), language_(language), axis_(axis_of(chart, 1)), bars_(bars()) {}

    std::string text() {
        const auto count = static_cast<double>(chart_.places.size());
        std::vector<std::vector<std::string>> names;
        double left = 0.5;
        double row = 0.6;
        for (std::size_t place = 0; place < chart_.places.size(); ++place) {
            const std::string mark = mark_at(chart_, place);
            names.push_back(lines_within(chart_.places[place] + (mark.empty() ? "" : " " + mark), 20,
                                         most_lines, language_));
            left = std::max(left, widest(names.back(), language_) + 0.25);
            row = std::max(row, line * static_cast<double>(names.back().size()) + 0.12);
        }
        const double height = std::min(highest, row * count);
        axis_.length = picture_width - left - 0.4;
        make_room();
        std::string text = key() + "\\begin{tikzpicture}\n\\begin{axis}[burden chart,\n";
        text += fmt::format("  width={:.2f}cm, height={:.2f}cm,\n", axis_.length, height);
        text += fmt::format("  xmin={:.8g}, xmax={:.8g}, ymin=-0.5, ymax={},\n", axis_.low, axis_.high,
                            coordinate(count - 0.5));
        std::vector<std::string> at;
        std::vector<std::string> texts;
        for (std::size_t place = 0; place < chart_.places.size(); ++place) {
            at.push_back(std::to_string(chart_.places.size() - 1 - place));
            texts.push_back(lines_of(names[place], language_));
        }
        text += tick_options('y', at, texts) + value_ticks('x', axis_, language_);
        text += "  xmajorgrids, ymajorgrids=false, ytick style={draw=none},\n";
        text += "  xlabel={" +
                lines_of(lines_within(with_unit(chart_.value_label, chart_.unit), most_over, 2, language_),
                         language_) +
                "}]\n";
        for (const Bar& bar : bars_) {
            text += drawn(bar);
        }
        text += joints();
        if (axis_.low < 0 && axis_.high > 0) {
            text += fmt::format("\\draw[black!60] (axis cs:0,-0.5) -- (axis cs:0,{});\n",
                                coordinate(count - 0.5));
        }
        std::vector<OverLabel> labels;
        for (const ChartLine& level : chart_.lines) {
            const double place = axis_.place(level.value);
            labels.push_back(
                {level.label + " " + value_text(chart_, level.value), place, place / axis_.length});
        }
        for (const ChartEvent& event : chart_.events) {
            // Events stand between places; of bars these are lines of text.
            text += fmt::format(
                "\\draw[black!65, densely dotted] (axis description cs:0,{0:.4f}) -- (axis "
                "description cs:1,{0:.4f}) node[burden label, above left] {{{1}}};\n",
                1 - (event.at + 0.5) / count,
                latex_text(lines_within(event.label, most_over, 1, language_).front(), language_));
        }
        text += over_labels(labels, axis_.length, height, 0.4, language_);
        for (const Bar& bar : bars_) {
            text += fmt::format(
                "\\node[burden label, fill=white, fill opacity=.8, text opacity=1, inner sep=1pt, anchor={}, "
                "xshift={}pt] "
                "at (axis cs:{},{}) {{{}}};\n",
                bar.to_right() ? "west" : "east", bar.to_right() ? 1.5 : -1.5, coordinate(bar.to),
                coordinate(bar.middle), latex_text(bar.text, language_));
        }
        return text + "\\end{axis}\n\\end{tikzpicture}\n";
    }

private:
    std::vector<Bar> bars() const {
        std::vector<Bar> result;
        for (std::size_t i = 0; i < chart_.series.size(); ++i) {
            for (const ChartPoint& point : chart_.series[i].points) {
                Bar bar{.place = point.place,
                        .series = i,
                        .from = point.from.value_or(Decimal(0)),
                        .to = point.value,
                        .total = point.total};
                const bool part = chart_.kind == ChartKind::waterfall && !point.total;
                bar.text = part ? value_text(chart_, bar.to - bar.from, true) : value_text(chart_, bar.to);
                bar.middle = static_cast<double>(chart_.places.size() - 1 - point.place);
                result.push_back(bar);
            }
        }
        for (Bar& bar : result) {
            share_line(bar, result);
        }
        return result;
    }

    /// Bars of one place that would lie over one another share its line.
    static void share_line(Bar& bar, const std::vector<Bar>& all) {
        std::vector<std::size_t> series;
        bool over = false;
        for (const Bar& other : all) {
            if (other.place != bar.place) {
                continue;
            }
            series.push_back(other.series);
        }
        for (const Bar& one : all) {
            for (const Bar& other : all) {
                over = over || (one.place == bar.place && other.place == bar.place &&
                                one.series < other.series && one.to_right() == other.to_right() &&
                                least(one.to, one.from) < greatest(other.to, other.from) &&
                                least(other.to, other.from) < greatest(one.to, one.from));
            }
        }
        if (!over) {
            return;
        }
        const auto count = static_cast<double>(series.size());
        const auto before = static_cast<double>(
            std::count_if(series.begin(), series.end(), [&](std::size_t one) { return one < bar.series; }));
        bar.half = 0.4 / count;
        bar.middle += 0.4 - bar.half * (2 * before + 1);
    }

    /// Makes the axis longer than its ticks where a text at the end of a bar asks for it.
    void make_room() {
        for (int again = 0; again < 4; ++again) {
            const double scale = (axis_.high - axis_.low) / axis_.length;
            for (const Bar& bar : bars_) {
                const double end = bar.to.nearest_double();
                const double room = (centimetres(bar.text, language_) + 0.25) * scale;
                axis_.high = bar.to_right() ? std::max(axis_.high, end + room) : axis_.high;
                axis_.low = bar.to_right() ? axis_.low : std::min(axis_.low, end - room);
            }
        }
    }

    /// What each colour stands for, where there are several.
    std::string key() const {
        if (chart_.series.size() < 2) {
            return {};
        }
        std::string text = "{\\footnotesize ";
        for (std::size_t i = 0; i < chart_.series.size(); ++i) {
            text += fmt::format("\\mbox{{\\textcolor{{{}}}{{\\rule{{6pt}}{{6pt}}}}~}}{}\\quad ", fill(i),
                                latex_text(chart_.series[i].label, language_));
        }
        return text + "\\par}\\smallskip\n";
    }

    static std::string fill(std::size_t series) { return colour_of(series) + (series % 2 == 0 ? "" : "!75"); }

    std::string drawn(const Bar& bar) const {
        std::string colour = fill(bar.series);
        if (chart_.kind == ChartKind::waterfall && chart_.series.size() == 1) {
            colour = bar.total ? "black!55" : bar.to_right() ? colour_of(0) : colour_of(1);
        }
        return fmt::format("\\fill[{}] (axis cs:{},{}) rectangle (axis cs:{},{});\n", colour,
                           coordinate(bar.from), coordinate(bar.middle - bar.half), coordinate(bar.to),
                           coordinate(bar.middle + bar.half));
    }

    /// From the end of each bar of a waterfall to the next.
    std::string joints() const {
        std::string text;
        for (const Bar& bar : bars_) {
            const bool last = bar.place + 1 >= chart_.places.size();
            if (chart_.kind == ChartKind::waterfall && !last) {
                text += fmt::format("\\draw[black!45, very thin] (axis cs:{0},{1}) -- (axis cs:{0},{2});\n",
                                    coordinate(bar.to), coordinate(bar.middle - bar.half),
                                    coordinate(bar.middle - 1 + bar.half));
            }
        }
        return text;
    }

    const Chart& chart_;
    Language language_;
    Axis axis_;
    std::vector<Bar> bars_;
};

}  // namespace

std::string latex_chart_styles() {
    return R"(% Colours that those who see few colours tell apart (Okabe and Ito); dashes and marks differ as well.
\definecolor{burden1}{HTML}{0072B2}
\definecolor{burden2}{HTML}{D55E00}
\definecolor{burden3}{HTML}{009E73}
\definecolor{burden4}{HTML}{CC79A7}
\definecolor{burden5}{HTML}{B37400}
\definecolor{burden6}{HTML}{56B4E9}
\definecolor{burden7}{HTML}{000000}
\pgfplotsset{
  burden chart/.style={scale only axis, axis x line*=bottom, axis y line*=left, tick align=outside,
    axis line style={black!60}, tick style={black!60}, ymajorgrids, grid style={black!12},
    scaled ticks=false, clip=false, tick label style={font=\footnotesize, align=center},
    label style={font=\footnotesize, align=center}, title style={font=\footnotesize, align=center},
    yticklabel style={align=right}, every axis plot/.append style={line width=0.9pt, mark size=1.6pt}},
  burden ghost/.style={black!55, densely dashed, mark=none},
  burden line 1/.style={solid, mark=*},
  burden line 2/.style={dashed, mark=square*, mark options={solid}},
  burden line 3/.style={dash dot, mark=triangle*, mark options={solid}},
  burden line 4/.style={densely dotted, mark=diamond*, mark options={solid}},
  burden line 5/.style={loosely dashed, mark=o, mark options={solid}},
  burden line 6/.style={dash dot dot, mark=square, mark options={solid}},
  burden line 7/.style={loosely dotted, mark=triangle, mark options={solid}}}
\tikzset{burden label/.style={font=\footnotesize, inner sep=1.5pt}}
)";
}

std::string latex_chart(const Chart& chart, Language language) {
    const bool empty = std::all_of(chart.series.begin(), chart.series.end(),
                                   [](const ChartSeries& series) { return series.points.empty(); });
    if (chart.places.empty() || empty) {
        return {};
    }
    return lies(chart) ? Lying(chart, language).text() : Upright(chart, language).text();
}

}  // namespace burden::brief
