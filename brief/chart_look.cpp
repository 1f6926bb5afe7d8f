#include "burden/brief/chart_look.hpp"

#include <algorithm>

namespace burden::brief {

std::vector<ChartLook> looks_of(const Chart& chart) {
    const auto lines = std::count_if(chart.series.begin(), chart.series.end(),
                                     [](const ChartSeries& one) { return one.mark == ChartMark::line; });
    std::vector<ChartLook> result;
    std::size_t next = 0;
    for (std::size_t at = 0; at < chart.series.size(); ++at) {
        const ChartMark mark = chart.series[at].mark;
        const bool shares = mark == ChartMark::band && lines <= 1;
        const bool takes_none = shares || mark == ChartMark::ghost;
        const std::size_t hue = takes_none ? 0 : next++ % chart_hues.size();
        result.push_back({hue, (hue + at / chart_hues.size()) % chart_hues.size()});
    }
    return result;
}

}  // namespace burden::brief
