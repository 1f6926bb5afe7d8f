#include "burden/brief/vega_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "burden/brief/display_width.hpp"
#include "burden/brief/figure_text.hpp"
#include "burden/brief/set_apart.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/calc/in_order.hpp"

namespace burden::brief {
namespace {

using calc::Decimal;

// Pixels.
constexpr double label_distance = 3;       ///< between labels that would stand on one another
constexpr double least_bar_height = 34;    ///< of a line with its bar, where its words are short
constexpr double least_plot_height = 320;  ///< of a chart that stands

// Columns of text, as `wrapped` counts them.
constexpr int end_label_width = 20;
constexpr int event_label_width = 22;
constexpr int bar_label_width = 24;
constexpr int long_bar_label_width = 46;  ///< where one of them takes more than two lines else
constexpr int upright_place_label_width = 12;

std::vector<Decimal> ticks_of(const Chart& chart) {
    const auto [low, high] = reach_of(chart);
    return ticks(low, high, lies(chart) ? 6 : 7);
}

double number(const Decimal& value) { return value.nearest_double(); }

}  // namespace

VegaLayout::VegaLayout(const Chart& chart)
    : chart_(chart),
      looks_(looks_of(chart)),
      lies_(brief::lies(chart)),
      ticks_(ticks_of(chart)),
      bar_label_width_(bar_label_width),
      bar_height_(least_bar_height),
      height_(least_plot_height) {
    lay_out_bars();
    height_ = lies_ ? bar_height_ * static_cast<double>(std::max<std::size_t>(chart.places.size(), 1))
                    : std::max(least_plot_height, (vega_line_height + 2 * label_distance) *
                                                      static_cast<double>(chart.series.size()));
    lay_out_events();
}

bool VegaLayout::has(ChartMark mark) const {
    return std::any_of(chart_.series.begin(), chart_.series.end(),
                       [&](const ChartSeries& one) { return one.mark == mark; });
}

/// A column that does not reach the last place cannot be named beside it.
bool VegaLayout::names_columns_in_legend() const {
    return std::any_of(chart_.series.begin(), chart_.series.end(), [&](const ChartSeries& series) {
        return series.mark == ChartMark::column && !series.points.empty() &&
               (series.points.back().place + 1 < chart_.places.size() ||
                series.points.back().value == Decimal(0));
    });
}

std::vector<std::size_t> VegaLayout::legend_series() const {
    std::vector<std::size_t> result;
    const bool columns = names_columns_in_legend();
    std::size_t bars = 0;
    for (std::size_t at = 0; at < chart_.series.size(); ++at) {
        const ChartMark mark = chart_.series[at].mark;
        bars += mark == ChartMark::bar ? 1U : 0U;
        if ((mark == ChartMark::column && columns) || mark == ChartMark::bar) {
            result.push_back(at);
        }
    }
    const bool needed = bars > 1 || (bars == 0 && !result.empty());
    return needed && result.size() <= chart_hues.size() ? result : std::vector<std::size_t>();
}

// The axes

double VegaLayout::above(double value, double pixels) const {
    return value + pixels * number(high() - low()) / height_;
}

double VegaLayout::pixels_of(double value) const {
    return height_ * (value - number(low())) / number(high() - low());
}

double VegaLayout::last_place() const {
    return chart_.places.empty() ? 0 : static_cast<double>(chart_.places.size()) - 1;
}

std::pair<double, double> VegaLayout::places_domain() const {
    if (lies_ || has(ChartMark::column) || chart_.places.size() < 2) {
        return {-0.5, last_place() + 0.5};
    }
    // A slope has figures before its first place; a path a little air.
    return {is_slope() ? -0.2 : -0.02 * last_place(), last_place() * (is_slope() ? 1 : 1.02)};
}

int VegaLayout::place_label_width() const { return lies_ ? bar_label_width_ : upright_place_label_width; }

// Events

std::string VegaLayout::align_at(double at) const {
    const auto [first, last] = places_domain();
    const double share = (at - first) / (last - first);
    return share < 0.35 ? "left" : share > 0.65 ? "right" : "center";
}

/// Labels of events stand above the plot, each in rows of its own, the first event at the top.
void VegaLayout::lay_out_events() {
    std::vector<ChartEvent> events = chart_.events;
    calc::put_in_order(events, [](const ChartEvent& a, const ChartEvent& b) { return a.at > b.at; });
    double foot = 6;
    for (const ChartEvent& event : events) {
        const auto lines = wrapped(harmless(event.label), lies_ ? bar_label_width_ : event_label_width);
        events_.push_back({event.at, lines, align_at(event.at), foot});
        foot += vega_line_height * static_cast<double>(lines.size()) + label_distance;
    }
    above_plot_ = events_.empty() || lies_ ? 0 : foot;
}

// Labels of series

/// Puts labels at one place apart: each as near to its value as the others let it.
void VegaLayout::put_apart(std::vector<Label>& labels) const {
    calc::put_in_order(labels, [](const Label& a, const Label& b) { return a.value < b.value; });
    std::vector<WantedLabel> wanted;
    for (const Label& label : labels) {
        wanted.push_back({pixels_of(label.value), label.height + label_distance});
    }
    const double lowest = -vega_line_height / 2;  // the axis of places has words of its own
    const auto middles = set_apart(wanted, lowest);
    for (std::size_t at = 0; at < labels.size(); ++at) {
        labels[at].stands = middles[at];
    }
}

std::vector<std::vector<VegaLayout::Piece>> VegaLayout::pieces() const {
    std::vector<Decimal> above(chart_.places.size(), Decimal(0));
    std::vector<Decimal> below(chart_.places.size(), Decimal(0));
    std::vector<std::vector<Piece>> result;
    for (const ChartSeries& series : chart_.series) {
        result.emplace_back();
        if (series.mark != ChartMark::column) {
            continue;
        }
        for (const ChartPoint& point : series.points) {
            Decimal& stack = (point.value < Decimal(0) ? below : above).at(point.place);
            result.back().push_back({stack, stack + point.value});
            stack += point.value;
        }
    }
    return result;
}

std::vector<VegaLayout::Label> VegaLayout::end_labels() const {
    std::vector<Label> at_end;
    std::vector<Label> before;
    const auto columns = pieces();
    const bool in_legend = names_columns_in_legend();
    for (std::size_t at = 0; at < chart_.series.size(); ++at) {
        const ChartSeries& series = chart_.series[at];
        const bool named_elsewhere =
            series.mark == ChartMark::bar || (series.mark == ChartMark::column && in_legend);
        if (series.points.empty() || named_elsewhere) {
            continue;
        }
        const ChartPoint& last = series.points.back();
        double value = number(last.value);
        auto place = static_cast<double>(last.place);
        if (series.mark == ChartMark::column) {
            // At the middle of its piece.
            value = number((columns[at].back().from + columns[at].back().to) / Decimal(2));
            place += 0.4;
        }
        const std::string shown = is_slope() ? value_text(chart_, last.value) + "  " : "";
        const auto lines = wrapped(shown + harmless(series.label), end_label_width);
        Label label{at, place, value, vega_line_height * static_cast<double>(lines.size()), lines};
        (last.place + 1 < chart_.places.size() ? before : at_end).push_back(std::move(label));
    }
    put_apart(at_end);
    for (Label& label : before) {
        label.stands = pixels_of(label.value) + vega_line_height;
    }
    at_end.insert(at_end.end(), before.begin(), before.end());
    return at_end;
}

std::vector<VegaLayout::Label> VegaLayout::start_labels() const {
    std::vector<Label> labels;
    for (std::size_t at = 0; is_slope() && at < chart_.series.size(); ++at) {
        const ChartSeries& series = chart_.series[at];
        if (!series.points.empty() && series.points.front().place == 0) {
            const Decimal& value = series.points.front().value;
            labels.push_back({at, 0, number(value), vega_line_height, {value_text(chart_, value)}});
        }
    }
    put_apart(labels);
    return labels;
}

double VegaLayout::first_line_of(const Label& label) const {
    return above(number(low()), label.stands + (label.height - vega_line_height) / 2);
}

// Bars

/// Bars are so far apart that what they stand for has room beside them.
void VegaLayout::lay_out_bars() {
    const auto most_lines = [&](int width) {
        std::size_t most = 1;
        for (const std::string& place : chart_.places) {
            most = std::max(most, wrapped(harmless(place), width).size());
        }
        return most;
    };
    bar_label_width_ = most_lines(bar_label_width) > 2 ? long_bar_label_width : bar_label_width;
    const double words = vega_line_height * static_cast<double>(most_lines(bar_label_width_));
    bar_height_ = std::max(least_bar_height, words + 2 * label_distance);
}

std::pair<double, double> VegaLayout::room_beside_bars() const {
    constexpr double sign_width = 7;
    std::pair<double, double> room = {0, 0};
    for (const ChartSeries& series : chart_.series) {
        for (const ChartPoint& point : series.points) {
            const BarLabel label = label_of(point);
            const double width = sign_width * display_width(label.text) + 10;
            double& side = label.side == "left" ? room.first : room.second;
            side = label.side == "inside" ? side : std::max(side, width);
        }
    }
    return room;
}

/// How many series stand on their own at one place, each with a part of its height.
std::size_t VegaLayout::bars_side_by_side() const {
    std::vector<std::size_t> count(chart_.places.size(), 0);
    for (const ChartSeries& series : chart_.series) {
        for (const ChartPoint& point : series.points) {
            count.at(point.place) += series.mark == ChartMark::bar && !point.from ? 1U : 0U;
        }
    }
    return count.empty() ? 1 : std::max<std::size_t>(1, *std::max_element(count.begin(), count.end()));
}

VegaLayout::Thickness VegaLayout::thickness_of(std::size_t series, const ChartPoint& point) const {
    Thickness result{.top = static_cast<double>(point.place) - 0.34, .height = 0.68};
    if (const std::size_t beside = bars_side_by_side(); beside > 1) {
        std::size_t before = 0;
        for (std::size_t other = 0; other < series; ++other) {
            const auto& points = chart_.series[other].points;
            before += std::any_of(points.begin(), points.end(),
                                  [&](const ChartPoint& one) { return one.place == point.place; })
                          ? 1U
                          : 0U;
        }
        result.height /= static_cast<double>(beside);
        result.top += result.height * static_cast<double>(before);
    }
    return result;
}

/// Whether no other series has less at the place of a point: its figure stands at the left of a tornado.
bool VegaLayout::is_least_at_place(const ChartPoint& point) const {
    bool least_one = false;
    for (const ChartSeries& series : chart_.series) {
        for (const ChartPoint& other : series.points) {
            if (other.place == point.place && &other != &point) {
                least_one = point.value < other.value || (point.value == other.value && &point < &other);
                if (!least_one) {
                    return false;
                }
            }
        }
    }
    return least_one || point.value < point.from.value_or(Decimal(0));
}

/// Whether a line would cross the figure at the end of a bar that is long enough to hold it.
bool VegaLayout::is_crossed(const Decimal& from, const Decimal& end) const {
    const Decimal room = (high() - low()) * Decimal("0.08");
    return end - from > room + room &&
           std::any_of(chart_.lines.begin(), chart_.lines.end(),
                       [&](const ChartLine& line) { return line.value > end && line.value - end < room; });
}

bool VegaLayout::is_part(const ChartPoint& point) const {
    return chart_.kind == ChartKind::waterfall && !point.total;
}

VegaLayout::BarLabel VegaLayout::label_of(const ChartPoint& point) const {
    const Decimal from = point.from.value_or(Decimal(0));
    const bool left = chart_.kind == ChartKind::tornado ? is_least_at_place(point) : point.value < from;
    const Decimal end = left ? least(point.value, from) : greatest(point.value, from);
    return {left                    ? "left"
            : is_crossed(from, end) ? "inside"
                                    : "right",
            end,
            is_part(point) ? value_text(chart_, point.value - from, true) : value_text(chart_, point.value)};
}

// Lines across the plot

bool VegaLayout::is_named_at_left(double value) const {
    std::array<double, 2> nearest = {height_, height_};
    for (const ChartSeries& series : chart_.series) {
        if (series.points.empty() || series.mark == ChartMark::column) {
            continue;
        }
        const auto distance = [&](const ChartPoint& point) {
            return std::abs(pixels_of(number(point.value)) - pixels_of(value) - vega_line_height / 2);
        };
        nearest[0] = std::min(nearest[0], distance(series.points.front()));
        nearest[1] = std::min(nearest[1], distance(series.points.back()));
    }
    return nearest[0] >= nearest[1];
}

}  // namespace burden::brief
