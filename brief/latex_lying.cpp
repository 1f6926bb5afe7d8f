/// Charts that lie: a line of text and a bar for each place.
#include <algorithm>

#include <fmt/format.h>

#include "burden/brief/latex_drawing.hpp"
#include "burden/brief/latex_text.hpp"

namespace burden::brief::latex_drawing {
namespace {

using calc::Decimal;

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

std::string lying(const Chart& chart, Language language) { return Lying(chart, language).text(); }

}  // namespace burden::brief::latex_drawing
