#include "burden/brief/japanese_chart.hpp"

#include <algorithm>

#include "burden/calc/invariant.hpp"

namespace burden::brief {
namespace {

std::string kind_words(ChartKind kind) {
    switch (kind) {
        case ChartKind::path:
            return "折れ線グラフ";
        case ChartKind::stack:
            return "積み上げ棒グラフ";
        case ChartKind::renewals:
            return "更新別の折れ線グラフ";
        case ChartKind::waterfall:
            return "滝グラフ";
        case ChartKind::tornado:
            return "トルネード図";
        case ChartKind::fan:
            return "扇形グラフ";
        case ChartKind::slope:
            return "スロープグラフ";
        case ChartKind::ratio:
            return "棒グラフ";
    }
    throw calc::BrokenInvariant("a kind of chart without words");
}

std::string with_unit(const Chart& chart, const calc::Decimal& value) {
    return value_text(chart, value) + chart.unit;
}

std::string said_of(const Chart& chart, const ChartSeries& series) {
    const auto said = [&](const ChartPoint& point) {
        return chart.places.at(point.place) + "に" + with_unit(chart, point.value);
    };
    const ChartPoint& first = series.points.front();
    const ChartPoint& last = series.points.back();
    std::string text = series.label + "：" + said(first);
    if (series.points.size() > 1) {
        text += "、" + said(last);
        const auto by_value = [](const ChartPoint& a, const ChartPoint& b) { return a.value < b.value; };
        const auto [low, high] = std::minmax_element(series.points.begin(), series.points.end(), by_value);
        text += high->value > greatest(first.value, last.value) ? "、最大は" + said(*high) : "";
        text += low->value < least(first.value, last.value) ? "、最小は" + said(*low) : "";
    }
    return text + "。";
}

std::string said_of_bars(const Chart& chart) {
    std::string text;
    for (const ChartSeries& series : chart.series) {
        for (const ChartPoint& point : series.points) {
            text += (text.empty() ? "" : "；") + chart.places.at(point.place) + "：";
            if (chart.kind == ChartKind::waterfall && !point.total) {
                text += value_text(chart, point.value - point.from.value_or(calc::Decimal(0)), true);
            } else if (point.from) {
                text += value_text(chart, *point.from) + "から" + value_text(chart, point.value);
            } else {
                text += value_text(chart, point.value);
            }
        }
    }
    return text + "。";
}

}  // namespace

std::string japanese_alt_text(const Chart& chart) {
    std::string text = kind_words(chart.kind) + "：" + chart.title + "。" + chart.value_label;
    text += chart.caption.empty() ? "" : "（" + chart.caption + "）";
    if (lies(chart)) {
        text += "。" + said_of_bars(chart);
    } else {
        text +=
            chart.places.empty() ? "。" : "、" + chart.places.front() + "から" + chart.places.back() + "。";
        for (const ChartSeries& series : chart.series) {
            text += series.points.empty() ? "" : said_of(chart, series);
        }
    }
    for (const ChartLine& line : chart.lines) {
        text += with_unit(chart, line.value) + "の線：" + line.label + "。";
    }
    for (const ChartEvent& event : chart.events) {
        text += "印：" + event.label + "。";
    }
    return text;
}

}  // namespace burden::brief
