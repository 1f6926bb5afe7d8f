/// Charts on a terminal.
#include <algorithm>

#include "burden/brief/terminal_drawing.hpp"
#include "burden/brief/terminal_lines.hpp"

namespace burden::brief {
namespace {

constexpr int widest_chart = 100;

}  // namespace

std::string terminal_chart(const Chart& chart, const Style& style) {
    const int width = std::min(style.width, widest_chart);
    const bool has_columns =
        std::any_of(chart.series.begin(), chart.series.end(),
                    [](const ChartSeries& one) { return one.mark == ChartMark::column; });
    std::string text = title_lines(chart.title, chart.caption, width, style);
    text += text.empty() ? "" : "\n";
    if (chart.places.empty()) {
        return text;
    }
    return text + (lies(chart)   ? terminal_drawing::lying_bars(chart, style, width)
                   : has_columns ? terminal_drawing::stacked(chart, style, width)
                                 : terminal_drawing::plot(chart, style, width));
}

}  // namespace burden::brief
