#include "burden/brief/compared_paths.hpp"

#include <algorithm>
#include <vector>

#include "burden/brief/document.hpp"
#include "burden/calc/in_order.hpp"

namespace burden::brief {
namespace {

std::vector<Chart*> paths_of(Answer& answer) {
    std::vector<Chart*> paths;
    for (Chart& chart : answer.charts) {
        if (chart.kind == ChartKind::path) {
            paths.push_back(&chart);
        }
    }
    return paths;
}

bool alike(const Chart* a, const Chart* b) {
    return a->id == b->id && a->unit == b->unit && a->caption == b->caption && a->places == b->places;
}

}  // namespace

bool add_paths(Answer& together, const Answer& one, const std::string& name) {
    Answer other = one;
    const auto into = paths_of(together);
    const auto from = paths_of(other);
    if (!std::equal(into.begin(), into.end(), from.begin(), from.end(), alike)) {
        return false;
    }
    for (std::size_t at = 0; at < into.size(); ++at) {
        for (ChartSeries& series : from[at]->series) {
            if (series.mark == ChartMark::line) {
                series.key = name;
                series.label = name;
                into[at]->series.push_back(std::move(series));
            }
        }
        for (ChartEvent& event : from[at]->events) {
            auto& events = into[at]->events;
            if (std::none_of(events.begin(), events.end(),
                             [&](const ChartEvent& known) { return known.label == event.label; })) {
                events.push_back(std::move(event));
            }
        }
        for (const auto& mark : from[at]->marks) {
            auto& marks = into[at]->marks;
            if (std::find(marks.begin(), marks.end(), mark) == marks.end()) {
                marks.push_back(mark);
            }
        }
    }
    for (Chart* const chart : into) {
        calc::put_in_order(chart->events,
                           [](const ChartEvent& a, const ChartEvent& b) { return a.at < b.at; });
    }
    add_ground(together, other);
    return true;
}

void title_for_several(Answer& together, std::size_t scenarios) {
    for (Chart* const chart : paths_of(together)) {
        chart->title = chart->title.substr(0, chart->title.find(": ")) + ": defence spending under " +
                       std::to_string(scenarios) + " scenarios";
    }
}

}  // namespace burden::brief
