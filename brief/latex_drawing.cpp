#include "burden/brief/latex_drawing.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "burden/brief/figure_text.hpp"
#include "burden/brief/latex_text.hpp"

namespace burden::brief::latex_drawing {

using calc::Decimal;

double centimetres(std::string_view text, Language language) {
    return latex_width(text, language) * em * 1.05;
}

std::string coordinate(double value) { return fmt::format("{:.4f}", value); }
std::string coordinate(const Decimal& value) { return value.to_significant(10); }

std::string colour_of(std::size_t series) { return fmt::format("burden{}", series % colours + 1); }

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

Axis axis_of(const Chart& chart, double length) {
    constexpr std::size_t most_ticks = 7;
    const auto [low, high] = reach_of(chart);
    Axis axis{.at = ticks(low, high, most_ticks), .length = length};
    axis.low = axis.at.front().nearest_double();
    axis.high = axis.at.back().nearest_double();
    return axis;
}

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

}  // namespace burden::brief::latex_drawing
