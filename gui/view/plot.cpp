#include "burden/gui/view/plot.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "burden/brief/display_width.hpp"
#include "burden/brief/figure_text.hpp"
#include "burden/brief/set_apart.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/calc/in_order.hpp"

namespace burden::gui {

using brief::Chart;
using brief::ChartKind;
using brief::ChartMark;
using brief::ChartPoint;
using brief::ChartSeries;
using calc::Decimal;

namespace {

constexpr double half_a_box = 0.36;   ///< of the room of a place
constexpr double label_distance = 3;  ///< pixels between labels
constexpr double event_side = 4;      ///< pixels between the line of an event and its text
constexpr double event_distance = 6;  ///< pixels between a plot and the texts above it

double number(const Decimal& value) { return value.nearest_double(); }

Decimal decimal(double value) {
    std::array<char, 40> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::scientific, 12);
    return Decimal(std::string_view(digits.data(), static_cast<std::size_t>(end.ptr - digits.data())));
}

bool is_box(ChartMark mark) { return mark == ChartMark::column || mark == ChartMark::bar; }

const ChartPoint* point_at(const ChartSeries& series, std::size_t place) {
    const auto found = std::find_if(series.points.begin(), series.points.end(),
                                    [&](const ChartPoint& point) { return point.place == place; });
    return found == series.points.end() ? nullptr : &*found;
}

/// Powers of ten, and twice and five times them, from the last that is not above `low` to the first that is
/// not below `high`.
std::vector<Decimal> ratio_steps(const Decimal& low, const Decimal& high) {
    std::vector<Decimal> result;
    for (int exponent = static_cast<int>(std::floor(std::log10(number(low)))) - 1;; ++exponent) {
        for (const int digit : {1, 2, 5}) {
            const Decimal step = Decimal(digit) * Decimal("1e" + std::to_string(exponent));
            if (step <= low) {
                result.clear();
            }
            result.push_back(step);
            if (step >= high && result.size() > 1) {
                return result;
            }
        }
    }
}

/// Digits after the point that all of some round values need.
int digits_of(const std::vector<Decimal>& values) {
    std::size_t digits = 0;
    for (const Decimal& value : values) {
        const std::string text = brief::plain_figure({.value = value});
        const std::size_t point = text.find('.');
        digits = std::max(digits, point == std::string::npos ? 0 : text.size() - point - 1);
    }
    return static_cast<int>(digits);
}

/// A chart without the series that are hidden, which neither take room on its axes nor stand under others.
Chart seen_of(const Chart& chart, const std::vector<std::string>& hidden) {
    Chart seen = chart;
    std::size_t left = seen.series.size();
    for (ChartSeries& series : seen.series) {
        if (std::find(hidden.begin(), hidden.end(), series.key) != hidden.end()) {
            series.points.clear();
            --left;
        }
    }
    if (left == 0) {
        seen.lines.clear();
    }
    return seen;
}

/// Lays a chart out.
class Layout {
public:
    Layout(const Chart& chart, const PlotOptions& options)
        : whole_(chart),
          options_(options),
          chart_(seen_of(chart, options.hidden)),
          looks_(brief::looks_of(chart)) {}

    Plot plot() {
        plot_.kind = chart_.kind;
        plot_.language = chart_.language;
        plot_.lies = lies(whole_);
        plot_.title = brief::harmless(chart_.title);
        plot_.marks = chart_.marks;
        add_series();
        add_places();
        refuse_log();
        plot_.subtitle = subtitle();
        add_values();
        add_boxes();
        add_events();
        add_lines();
        add_ends();
        add_starts();
        return std::move(plot_);
    }

private:
    std::string subtitle() const {
        const std::string between = chart_.language == brief::Language::ja ? "、" : ", ";
        std::string text = chart_.value_label;
        // A caption has the unit in it; of shares it says what the values are called anyway.
        const std::string& of = chart_.caption.empty() || chart_.unit == "%" ? chart_.unit : chart_.caption;
        text += (text.empty() || of.empty() ? "" : between) + of;
        if (plot_.log) {
            text += between + brief::translated("log scale", chart_.language);
        }
        return brief::harmless(text);
    }

    bool has(ChartMark mark) const {
        return std::any_of(whole_.series.begin(), whole_.series.end(),
                           [&](const ChartSeries& one) { return one.mark == mark; });
    }

    bool is_slope() const { return chart_.kind == ChartKind::slope; }

    double last_place() const {
        return chart_.places.empty() ? 0 : static_cast<double>(chart_.places.size()) - 1;
    }

    void add_series() {
        for (std::size_t at = 0; at < chart_.series.size(); ++at) {
            const ChartSeries& from = chart_.series[at];
            PlotSeries series{.key = from.key,
                              .label = brief::harmless(from.label),
                              .mark = from.mark,
                              .look = looks_[at],
                              .hidden = from.points.empty() && !whole_.series[at].points.empty(),
                              .points = {}};
            for (const ChartPoint& point : from.points) {
                series.points.push_back({.place = point.place,
                                         .value = number(point.value),
                                         .from = number(point.from.value_or(Decimal(0))),
                                         .marked = !point.mark.empty()});
            }
            plot_.series.push_back(std::move(series));
        }
    }

    // Axes

    void add_places() {
        if (plot_.lies || has(ChartMark::column) || chart_.places.size() < 2) {
            plot_.all_places = {-0.5, last_place() + 0.5};
        } else {
            // A slope has figures before its first place; a path a little air.
            plot_.all_places = {is_slope() ? -0.12 : -0.02 * last_place(), last_place() * 1.02};
        }
        plot_.places = options_.places.value_or(plot_.all_places);
        for (std::size_t place = 0; place < chart_.places.size(); ++place) {
            const auto at = static_cast<double>(place);
            if (at >= plot_.places.low && at <= plot_.places.high) {
                const std::string text = brief::harmless(chart_.places[place]);
                plot_.place_ticks.push_back(
                    {at, plot_.lies ? brief::wrapped(text, options_.place_columns) : std::vector{text}});
            }
        }
    }

    /// A scale of ratios has no zero: what begins there, or lies there, cannot be drawn on one.
    void refuse_log() {
        if (!options_.log) {
            return;
        }
        plot_.log = true;
        const auto refuse = [&](const std::string& why) {
            plot_.log = false;
            plot_.log_refused = why;
        };
        if (has(ChartMark::column) || has(ChartMark::bar)) {
            refuse(
                brief::translated("Bars begin at zero, which a log scale does not have.", chart_.language));
            return;
        }
        for (const ChartSeries& series : chart_.series) {
            for (const ChartPoint& point : series.points) {
                const Decimal low = series.mark == ChartMark::band
                                        ? least(point.value, point.from.value_or(Decimal(0)))
                                        : point.value;
                if (low <= Decimal(0)) {
                    refuse(brief::translated("A log scale has only values above zero.", chart_.language) +
                           " " + brief::harmless(series.label) + ", " +
                           brief::harmless(chart_.places.at(point.place)) + ": " + value_text(chart_, low));
                    return;
                }
            }
        }
        if (std::all_of(chart_.series.begin(), chart_.series.end(),
                        [](const ChartSeries& one) { return one.points.empty(); })) {
            plot_.log = false;
        }
    }

    void add_values() {
        Chart reaching = chart_;
        if (plot_.log) {
            reaching.from_zero = false;
            std::erase_if(reaching.lines,
                          [](const brief::ChartLine& line) { return line.value <= Decimal(0); });
        }
        const auto [low, high] = reach_of(reaching);
        const auto all = plot_.log ? ratio_steps(low, high) : brief::ticks(low, high, options_.most_ticks);
        plot_.all_values = {number(all.front()), number(all.back())};
        plot_.values = options_.values.value_or(plot_.all_values);
        if (plot_.log && plot_.values.low <= 0) {
            plot_.values.low = std::min(plot_.all_values.low, plot_.values.high / 10);
        }
        std::vector<Decimal> ticks = all;
        if (plot_.values != plot_.all_values) {
            ticks = ticks_seen();
        } else if (plot_.log) {
            ticks = thinned(std::move(ticks));
        }
        const int digits = digits_of(ticks);
        for (const Decimal& tick : ticks) {
            plot_.value_ticks.push_back(
                {number(tick),
                 {brief::figure_text({.value = tick, .places = digits}, {.key = {}, .label = {}})}});
        }
    }

    std::vector<Decimal> ticks_seen() const {
        const Decimal low = decimal(plot_.values.low);
        const Decimal high = decimal(plot_.values.high);
        const auto within = [&](std::vector<Decimal> ticks) {
            std::erase_if(ticks, [&](const Decimal& tick) { return tick < low || tick > high; });
            return ticks;
        };
        if (plot_.log) {
            auto ticks = within(thinned(ratio_steps(low, high)));
            if (ticks.size() > 2) {
                return ticks;
            }
        }
        // Its first and its last may lie outside.
        return within(brief::ticks(low, high, options_.most_ticks + 2));
    }

    /// Of many steps only powers of ten, and of those so many that they can be read.
    std::vector<Decimal> thinned(std::vector<Decimal> steps) const {
        if (steps.size() <= options_.most_ticks + 2) {
            return steps;
        }
        std::vector<Decimal> tens;
        std::copy_if(steps.begin(), steps.end(), std::back_inserter(tens), [](const Decimal& step) {
            const double exponent = std::log10(number(step));
            return std::abs(exponent - std::round(exponent)) < 1e-9;
        });
        const std::size_t every = tens.size() / (options_.most_ticks + 1) + 1;
        std::vector<Decimal> result;
        for (std::size_t at = 0; at < tens.size(); at += every) {
            result.push_back(tens[at]);
        }
        return result;
    }

    // Boxes

    void add_boxes() {
        add_columns();
        const std::size_t beside = bars_side_by_side();
        for (std::size_t at = 0; at < chart_.series.size(); ++at) {
            const ChartSeries& series = chart_.series[at];
            if (series.mark != ChartMark::bar) {
                continue;
            }
            for (const ChartPoint& point : series.points) {
                plot_.boxes.push_back(bar(at, point, beside));
            }
            add_joins(series);
        }
    }

    /// Columns stand on one another: what is above zero on what is above, what is below under it.
    void add_columns() {
        // A single column has its figures beside it, behind the names.
        const bool named_beside = whole_.places.size() == 1;
        std::vector<Decimal> above(chart_.places.size(), Decimal(0));
        std::vector<Decimal> below(chart_.places.size(), Decimal(0));
        for (std::size_t at = 0; at < chart_.series.size(); ++at) {
            if (chart_.series[at].mark != ChartMark::column) {
                continue;
            }
            for (const ChartPoint& point : chart_.series[at].points) {
                Decimal& stack = (point.value < Decimal(0) ? below : above).at(point.place);
                const auto place = static_cast<double>(point.place);
                plot_.boxes.push_back({.series = at,
                                       .place = point.place,
                                       .first = place - half_a_box,
                                       .last = place + half_a_box,
                                       .from = number(stack),
                                       .to = number(stack + point.value),
                                       .hue = looks_[at].hue,
                                       .marked = !point.mark.empty(),
                                       .text = value_text(chart_, point.value),
                                       .side = named_beside ? PlotSide::none : PlotSide::inside});
                stack += point.value;
            }
        }
    }

    /// How many series stand on their own at one place, each with a part of its height.
    std::size_t bars_side_by_side() const {
        std::vector<std::size_t> count(chart_.places.size(), 0);
        for (const ChartSeries& series : chart_.series) {
            for (const ChartPoint& point : series.points) {
                count.at(point.place) += series.mark == ChartMark::bar && !point.from ? 1U : 0U;
            }
        }
        return count.empty() ? 1 : std::max<std::size_t>(1, *std::max_element(count.begin(), count.end()));
    }

    PlotBox bar(std::size_t at, const ChartPoint& point, std::size_t beside) const {
        const Decimal from = point.from.value_or(Decimal(0));
        const bool part = chart_.kind == ChartKind::waterfall && !point.total;
        const bool leftwards = point.value < from;
        PlotBox box{
            .series = at,
            .place = point.place,
            .from = number(from),
            .to = number(point.value),
            .hue = looks_[at].hue,
            .marked = !point.mark.empty(),
            .text = part ? value_text(chart_, point.value - from, true) : value_text(chart_, point.value),
            .side = leftwards ? PlotSide::before : PlotSide::behind};
        if (point.total) {
            box.hue = brief::whole_hue;
        } else if (part) {
            box.hue = leftwards ? 1 : 0;
        }
        box.first = static_cast<double>(point.place) - half_a_box;
        double height = 2 * half_a_box;
        if (beside > 1 && !point.from) {
            std::size_t before = 0;
            for (std::size_t other = 0; other < at; ++other) {
                const ChartSeries& series = chart_.series[other];
                before += series.mark == ChartMark::bar && point_at(series, point.place) != nullptr ? 1U : 0U;
            }
            height /= static_cast<double>(beside);
            box.first += height * static_cast<double>(before);
        }
        box.last = box.first + height;
        if (chart_.kind == ChartKind::tornado && is_least_at_place(point)) {
            box.side = PlotSide::before;
        }
        if (chart_.kind == ChartKind::tornado && point.from && is_alone_at_place(point)) {
            box.from_text = value_text(chart_, *point.from);
        }
        return box;
    }

    /// Whether a bar reaches from end to end of what an assumption does, and no other stands in its row.
    bool is_alone_at_place(const ChartPoint& point) const {
        std::size_t count = 0;
        for (const ChartSeries& series : chart_.series) {
            count += point_at(series, point.place) != nullptr ? 1U : 0U;
        }
        return count == 1;
    }

    /// Whether no other bar at the place of a point ends further left: its figure stands there.
    bool is_least_at_place(const ChartPoint& point) const {
        bool others = false;
        for (const ChartSeries& series : chart_.series) {
            for (const ChartPoint& other : series.points) {
                if (other.place != point.place || &other == &point) {
                    continue;
                }
                others = true;
                if (other.value < point.value || (other.value == point.value && &other < &point)) {
                    return false;
                }
            }
        }
        return others || point.value < point.from.value_or(Decimal(0));
    }

    void add_joins(const ChartSeries& series) {
        for (std::size_t at = 0; chart_.kind == ChartKind::waterfall && at + 1 < series.points.size(); ++at) {
            plot_.joins.push_back({.value = number(series.points[at].value),
                                   .first = static_cast<double>(series.points[at].place) + half_a_box,
                                   .last = static_cast<double>(series.points[at + 1].place) - half_a_box});
        }
    }

    // Labels

    bool seen(double place) const { return place >= plot_.places.low && place <= plot_.places.high; }

    double pixels_of(double value) const { return options_.height * plot_.share_of_values(value); }

    /// A text above the plot, in pixels: across from the left end of the plot, upwards from its head.
    struct EventBox {
        double line;  ///< where its line runs down from its foot
        double left, right;
        double foot, head;

        bool covers(double x) const { return left - label_distance < x && x < right + label_distance; }
        /// Whether one text stands on the other, or one's line runs through the other.
        bool disturbs(const EventBox& other) const {
            const bool beside = right + label_distance < other.left || other.right + label_distance < left;
            const bool apart = head <= other.foot || other.head <= foot;
            return (!beside && !apart) || (covers(other.line) && other.foot > foot) ||
                   (other.covers(line) && foot > other.foot);
        }
    };

    double text_width(const std::string& line) const {
        return options_.width_of ? options_.width_of(line) : 7.0 * brief::display_width(line);
    }

    EventBox box_of(const PlotEvent& event) const {
        double widest = 0;
        for (const std::string& line : event.lines) {
            widest = std::max(widest, text_width(line));
        }
        const double at = plot_.share_of_places(event.at) * options_.width;
        const double height = options_.line_height * static_cast<double>(event.lines.size());
        return event.leftwards
                   ? EventBox{at, at - event_side - widest, at - event_side, event.foot, event.foot + height}
                   : EventBox{at, at + event_side, at + event_side + widest, event.foot, event.foot + height};
    }

    /// Texts stand above the plot, each as low as the others and their lines let it; later events come first,
    /// so that a text reaches over no line that is not there yet.
    void add_events() {
        std::vector<brief::ChartEvent> events;
        std::copy_if(chart_.events.begin(), chart_.events.end(), std::back_inserter(events),
                     [&](const brief::ChartEvent& event) { return seen(event.at); });
        calc::put_in_order(events, [](const auto& a, const auto& b) { return a.at > b.at; });
        std::vector<EventBox> placed;
        for (const brief::ChartEvent& event : events) {
            PlotEvent next{.at = event.at,
                           .foot = event_distance,
                           .lines = brief::wrapped(brief::harmless(event.label), options_.event_columns)};
            next.leftwards = box_of(next).right > options_.width + options_.beside;
            std::vector<double> feet = {event_distance};
            for (const EventBox& box : placed) {
                feet.push_back(box.head + label_distance);
            }
            std::sort(feet.begin(), feet.end());
            for (const double foot : feet) {
                next.foot = foot;
                const EventBox box = box_of(next);
                if (std::none_of(placed.begin(), placed.end(),
                                 [&](const EventBox& other) { return box.disturbs(other); })) {
                    break;
                }
            }
            placed.push_back(box_of(next));
            plot_.above = std::max(plot_.above, placed.back().head + label_distance);
            plot_.events.push_back(std::move(next));
        }
    }

    void add_lines() {
        double row = 0;
        for (const brief::ChartLine& line : chart_.lines) {
            const double value = number(line.value);
            if (value < plot_.values.low || value > plot_.values.high) {
                continue;
            }
            plot_.lines.push_back({.value = value,
                                   .label = brief::harmless(line.label),
                                   .named_at_left = named_at_left(value),
                                   .row = row++});
        }
        if (plot_.lies && !plot_.lines.empty()) {
            plot_.above += event_distance + options_.line_height * static_cast<double>(plot_.lines.size());
        }
    }

    /// Which end of a line is further from what is drawn there.
    bool named_at_left(double value) const {
        std::array<double, 2> nearest = {options_.height, options_.height};
        for (const PlotSeries& series : plot_.series) {
            if (series.points.empty() || is_box(series.mark)) {
                continue;
            }
            const auto distance = [&](const PlotPoint& point) {
                return std::abs(pixels_of(point.value) - pixels_of(value) - options_.line_height / 2);
            };
            nearest[0] = std::min(nearest[0], distance(series.points.front()));
            nearest[1] = std::min(nearest[1], distance(series.points.back()));
        }
        return nearest[0] >= nearest[1];
    }

    struct Wanted {
        PlotLabel label;
        double wanted;
    };

    /// Sets labels apart and adds them, from below to above.
    void add_apart(std::vector<PlotLabel>& to, std::vector<Wanted> labels) const {
        calc::put_in_order(labels, [](const Wanted& a, const Wanted& b) { return a.wanted < b.wanted; });
        std::vector<brief::WantedLabel> heights;
        for (const Wanted& one : labels) {
            heights.push_back(
                {one.wanted,
                 options_.line_height * static_cast<double>(one.label.lines.size()) + label_distance});
        }
        const auto middles =
            brief::set_apart(heights, -options_.line_height / 2, options_.height + options_.line_height / 2);
        for (std::size_t at = 0; at < labels.size(); ++at) {
            labels[at].label.middle = middles[at];
            to.push_back(std::move(labels[at].label));
        }
    }

    bool is_named(const PlotSeries& series) const {
        if (series.points.empty() || series.mark == ChartMark::bar) {
            return false;
        }
        return series.mark != ChartMark::column || series.points.back().place + 1 == whole_.places.size();
    }

    /// The last point of a series that is seen.
    const PlotPoint* last_seen(const PlotSeries& series) const {
        const PlotPoint* found = nullptr;
        for (const PlotPoint& point : series.points) {
            found = seen(static_cast<double>(point.place)) ? &point : found;
        }
        return found;
    }

    /// The name of a series with its figure at a place; columns side by side have theirs inside them.
    std::string end_text(std::size_t series, std::size_t place) const {
        const std::string& name = plot_.series[series].label;
        if (chart_.series[series].mark == ChartMark::column && whole_.places.size() > 1) {
            return name;
        }
        const std::string figure = value_text(chart_, point_at(chart_.series[series], place)->value);
        return is_slope() ? figure + "  " + name : name + "  " + figure;
    }

    void add_ends() {
        std::vector<Wanted> at_end;
        std::optional<std::size_t> last_of_all;
        for (const PlotSeries& series : plot_.series) {
            if (const PlotPoint* last = last_seen(series); last != nullptr && is_named(series)) {
                last_of_all = std::max(last_of_all.value_or(0), last->place);
            }
        }
        for (std::size_t at = 0; at < plot_.series.size(); ++at) {
            const PlotSeries& series = plot_.series[at];
            const PlotPoint* last = last_seen(series);
            if (last == nullptr || !is_named(series)) {
                continue;
            }
            PlotLabel label{
                .series = at, .place = static_cast<double>(last->place), .value = last->value, .lines = {}};
            if (series.mark == ChartMark::column) {
                const auto box = std::find_if(
                    plot_.boxes.begin(), plot_.boxes.end(),
                    [&](const PlotBox& one) { return one.series == at && one.place == last->place; });
                label.value = (box->from + box->to) / 2;
                label.place = box->last;
            }
            if (label.value < plot_.values.low || label.value > plot_.values.high) {
                continue;
            }
            label.lines = brief::wrapped(end_text(at, last->place), options_.label_columns);
            const double wanted = pixels_of(label.value);
            if (last->place == *last_of_all) {
                at_end.push_back({std::move(label), wanted});
            } else {
                label.inside = true;
                label.middle = wanted + options_.line_height;
                plot_.ends.push_back(std::move(label));
            }
        }
        add_apart(plot_.ends, std::move(at_end));
    }

    void add_starts() {
        std::vector<Wanted> labels;
        for (std::size_t at = 0; is_slope() && at < plot_.series.size(); ++at) {
            const PlotSeries& series = plot_.series[at];
            if (series.points.empty() || series.points.front().place != 0 || !seen(0)) {
                continue;
            }
            const double value = series.points.front().value;
            labels.push_back({{.series = at,
                               .place = 0,
                               .value = value,
                               .lines = {value_text(chart_, chart_.series[at].points.front().value)}},
                              pixels_of(value)});
        }
        add_apart(plot_.starts, std::move(labels));
    }

    const Chart& whole_;
    const PlotOptions& options_;
    Chart chart_;
    std::vector<brief::ChartLook> looks_;
    Plot plot_;
};

/// Whether a spot of a chart can be pointed to.
struct Pointed {
    PlotSpot spot;
    double place;  ///< along the places
    double low;    ///< along the values, which it may cover
    double high;
    double end;
};

std::vector<Pointed> pointed_in(const Plot& plot) {
    std::vector<Pointed> result;
    for (std::size_t at = 0; at < plot.series.size(); ++at) {
        const PlotSeries& series = plot.series[at];
        if (is_box(series.mark)) {
            continue;
        }
        for (const PlotPoint& point : series.points) {
            result.push_back(
                {{at, point.place}, static_cast<double>(point.place), point.value, point.value, point.value});
            if (series.mark == ChartMark::band) {
                result.push_back({{at, point.place},
                                  static_cast<double>(point.place),
                                  point.from,
                                  point.from,
                                  point.value});
            }
        }
    }
    for (const PlotBox& box : plot.boxes) {
        result.push_back({{box.series, box.place},
                          (box.first + box.last) / 2,
                          std::min(box.from, box.to),
                          std::max(box.from, box.to),
                          box.to});
    }
    return result;
}

}  // namespace

double Plot::along(double value) const { return log ? std::log10(value) : value; }

double Plot::value_along(double place) const { return log ? std::pow(10, place) : place; }

double Plot::share_of_values(double value) const {
    return (along(value) - along(values.low)) / (along(values.high) - along(values.low));
}

double Plot::share_of_places(double place) const { return (place - places.low) / places.length(); }

Plot plot_of(const Chart& chart, const PlotOptions& options) { return Layout(chart, options).plot(); }

bool same_shape(const Plot& one, const Plot& other) {
    return one.kind == other.kind && one.lies == other.lies &&
           std::equal(one.series.begin(), one.series.end(), other.series.begin(), other.series.end(),
                      [](const PlotSeries& a, const PlotSeries& b) {
                          return a.key == b.key && a.mark == b.mark && a.hidden == b.hidden &&
                                 a.look.hue == b.look.hue && a.look.dash == b.look.dash;
                      });
}

std::optional<PlotSpot> nearest(const Plot& plot, double right, double up) {
    const double by_place = plot.lies ? 1 - up : right;
    const double by_value = plot.lies ? right : up;
    std::optional<PlotSpot> found;
    double least_place = 0;
    double least_value = 0;
    for (const Pointed& one : pointed_in(plot)) {
        const double place_away = std::abs(plot.share_of_places(one.place) - by_place);
        const double below = plot.share_of_values(one.low) - by_value;
        const double over = by_value - plot.share_of_values(one.high);
        const double value_away = std::max({below, over, 0.0});
        constexpr double alike = 1e-9;
        if (!found || place_away < least_place - alike ||
            (place_away < least_place + alike && value_away < least_value)) {
            found = one.spot;
            least_place = place_away;
            least_value = value_away;
        }
    }
    return found;
}

std::optional<PlotPosition> position_of(const Plot& plot, const PlotSpot& spot) {
    for (const Pointed& one : pointed_in(plot)) {
        if (one.spot == spot) {
            const double by_place = plot.share_of_places(one.place);
            const double by_value = plot.share_of_values(one.end);
            return plot.lies ? PlotPosition{by_value, 1 - by_place} : PlotPosition{by_place, by_value};
        }
    }
    return std::nullopt;
}

std::optional<PlotSpot> moved(const Plot& plot, const std::optional<PlotSpot>& from, PlotMove move) {
    const auto points = pointed_in(plot);
    if (points.empty()) {
        return std::nullopt;
    }
    const bool known = from && std::any_of(points.begin(), points.end(),
                                           [&](const Pointed& one) { return one.spot == *from; });
    if (!known) {
        // Lines come before what stands behind them.
        const auto line = std::find_if(points.begin(), points.end(), [&](const Pointed& one) {
            return plot.series[one.spot.series].mark == ChartMark::line;
        });
        return line == points.end() ? points.front().spot : line->spot;
    }
    const bool sideways = move == PlotMove::left || move == PlotMove::right;
    const bool along_places = sideways != plot.lies;
    const bool forwards = move == PlotMove::right || (move == PlotMove::up && !plot.lies) ||
                          (move == PlotMove::down && plot.lies);
    const auto rank = [&](const Pointed& one) {
        return along_places ? static_cast<double>(one.spot.place) : one.end;
    };
    const auto here =
        std::find_if(points.begin(), points.end(), [&](const Pointed& one) { return one.spot == *from; });
    const Pointed* best = nullptr;
    for (const Pointed& one : points) {
        const bool comparable = along_places ? one.spot.series == from->series
                                             : one.spot.place == from->place && one.spot != *from;
        // Of equal values the number of the series decides, so that each is reached.
        const auto place_in_order = [&](const Pointed& a, const Pointed& b) {
            return rank(a) != rank(b) ? rank(a) < rank(b) : a.spot.series < b.spot.series;
        };
        const bool ahead = forwards ? place_in_order(*here, one) : place_in_order(one, *here);
        if (comparable && ahead &&
            (best == nullptr || (forwards ? place_in_order(one, *best) : place_in_order(*best, one)))) {
            best = &one;
        }
    }
    return best == nullptr ? *from : best->spot;
}

namespace {

/// The parts of what a point says.
struct Told {
    std::string series;
    std::string place;
    std::string figure;
    std::string exact;  ///< empty where the figure has every digit
    std::vector<std::string> more;
};

std::string with_unit(const Chart& chart, const std::string& figure) {
    const std::string unit = brief::unit_behind(chart.unit);
    const bool close = chart.language == brief::Language::ja;
    return figure + (unit.empty() || close ? "" : " ") + unit;
}

/// A figure with every digit, as people write it.
std::string every_digit(const Decimal& value) {
    std::string digits = brief::plain_figure({.value = value});
    return digits.starts_with('-') ? "−" + digits.substr(1) : digits;
}

/// What a point says with every digit; empty where it has no more than are shown.
std::string exact_text(const Chart& chart, const ChartSeries& series, const ChartPoint& point) {
    const auto shown_whole = [&](const Decimal& value) { return rounded(value, chart.digits) == value; };
    const bool reaches = series.mark == ChartMark::bar || series.mark == ChartMark::band;
    if (!point.from || point.total || !reaches) {
        return shown_whole(point.value) ? std::string() : every_digit(point.value);
    }
    if (chart.kind == ChartKind::waterfall) {
        const Decimal part = point.value - *point.from;
        return shown_whole(part) ? std::string() : every_digit(part);
    }
    return shown_whole(*point.from) && shown_whole(point.value)
               ? std::string()
               : every_digit(*point.from) + " – " + every_digit(point.value);
}

std::optional<Told> parts_told(const Chart& chart, std::size_t series, std::size_t place) {
    const ChartPoint* point = series < chart.series.size() && place < chart.places.size()
                                  ? point_at(chart.series[series], place)
                                  : nullptr;
    if (point == nullptr) {
        return std::nullopt;
    }
    const ChartSeries& of = chart.series[series];
    Told told{.series = brief::harmless(of.label),
              .place = brief::harmless(chart.places[place]),
              .figure = with_unit(chart, point_text(chart, of, *point)),
              .exact = {},
              .more = {}};
    if (const std::string exact = exact_text(chart, of, *point); !exact.empty()) {
        told.exact = brief::translated("exactly", chart.language) + " " + with_unit(chart, exact);
    }
    for (const std::string& text : {of.definition, of.stage}) {
        if (!text.empty()) {
            told.more.push_back(brief::harmless(text));
        }
    }
    const auto mark = std::find_if(chart.marks.begin(), chart.marks.end(),
                                   [&](const auto& one) { return one.first == point->mark; });
    if (!point->mark.empty()) {
        told.more.push_back(brief::harmless(mark == chart.marks.end() ? point->mark : mark->second));
    }
    return told;
}

}  // namespace

std::vector<std::string> told_lines(const Chart& chart, std::size_t series, std::size_t place) {
    const auto told = parts_told(chart, series, place);
    if (!told) {
        return {};
    }
    const char* const between = chart.language == brief::Language::ja ? "、" : ", ";
    // A row of bars is called by what it stands for.
    const bool by_place = told->series.empty() || (lies(chart) && chart.series.size() == 1);
    std::vector<std::string> lines = {by_place ? told->place : told->series + between + told->place,
                                      told->figure};
    if (!told->exact.empty()) {
        lines.push_back(told->exact);
    }
    lines.insert(lines.end(), told->more.begin(), told->more.end());
    return lines;
}

std::string told(const Chart& chart, std::size_t series, std::size_t place) {
    const auto lines = told_lines(chart, series, place);
    if (lines.empty()) {
        return {};
    }
    const bool japanese = chart.language == brief::Language::ja;
    std::string text = lines[0] + (japanese ? "：" : ": ") + lines[1];
    for (std::size_t at = 2; at < lines.size(); ++at) {
        if (at == 2) {
            text += japanese ? "（" : " (";
        } else {
            text += japanese ? "；" : "; ";
        }
        text += lines[at];
    }
    if (lines.size() > 2) {
        text += japanese ? "）" : ")";
    }
    return text;
}

}  // namespace burden::gui
