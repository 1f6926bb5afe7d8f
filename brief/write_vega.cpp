#include "burden/brief/write_vega.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "burden/brief/chart_look.hpp"
#include "burden/brief/display_width.hpp"
#include "burden/brief/figure_text.hpp"
#include "burden/brief/set_apart.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/calc/in_order.hpp"

namespace burden::brief {
namespace {

using calc::Decimal;

/// JSON, written in order. Texts are escaped by the writer; `raw` is for constants of this file.
class Json {
public:
    std::string text() const { return {buffer_.GetString(), buffer_.GetSize()}; }

    template <typename Fill>
    void object(const Fill& fill) {
        writer_.StartObject();
        fill();
        writer_.EndObject();
    }

    template <typename Fill>
    void array(const Fill& fill) {
        writer_.StartArray();
        fill();
        writer_.EndArray();
    }

    void key(std::string_view name) {
        writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    }

    void value(std::string_view words) {
        const std::string text = harmless(words);
        writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    }

    void value(const std::string& words) { value(std::string_view(words)); }
    void value(const char* words) { value(std::string_view(words)); }
    void value(double number) { writer_.Double(number); }
    void value(bool yes) { writer_.Bool(yes); }

    void value(std::size_t number) { writer_.Uint64(number); }

    void value(const Decimal& number) { raw(plain_figure({.value = number})); }

    void value(const std::vector<std::string>& lines) {
        array([&] {
            for (const std::string& line : lines) {
                value(line);
            }
        });
    }

    void raw(std::string_view json) { writer_.RawValue(json.data(), json.size(), rapidjson::kObjectType); }

    template <typename Value>
    void member(std::string_view name, const Value& content) {
        key(name);
        value(content);
    }

    void raw_member(std::string_view name, std::string_view json) {
        key(name);
        raw(json);
    }

private:
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

// Pixels.
constexpr double line_height = 14;
constexpr double label_distance = 3;  ///< between labels that would stand on one another
constexpr double bar_height = 34;     ///< of a line with its bar, where its words are short
constexpr double plot_height = 320;

// Columns of text, as `wrapped` counts them.
constexpr int end_label_width = 20;
constexpr int event_label_width = 22;
constexpr int bar_label_width = 24;
constexpr int long_bar_label_width = 46;  ///< where one of them takes more than two lines else
constexpr int place_label_width = 12;

constexpr std::size_t hues = chart_hues.size();
constexpr std::size_t most_points_large = 25;

/// The values that the axis is marked at, from its one end to its other.
std::vector<Decimal> ticks_of(const Chart& chart) {
    const auto [low, high] = reach_of(chart);
    return ticks(low, high, lies(chart) ? 6 : 7);
}

/// A chart with what is laid out once: its axis of values, and where each thing stands in pixels.
class Drawing {
public:
    /// `name` is put before the names of its data and parameters, where several stand in one specification.
    Drawing(Json& json, const Chart& chart, Language language, std::string name)
        : json_(json),
          chart_(chart),
          language_(language),
          name_(std::move(name)),
          looks_(looks_of(chart)),
          lies_(lies(chart)),
          ticks_(ticks_of(chart)),
          low_(ticks_.front()),
          high_(ticks_.back()) {
        lay_out_bars();
        height_ = lies_ ? bar_height_ * static_cast<double>(std::max<std::size_t>(chart.places.size(), 1))
                        : std::max(plot_height, (line_height + 2 * label_distance) *
                                                    static_cast<double>(chart.series.size()));
        lay_out_events();
    }

    /// The members of the chart itself, without what stands once in a whole specification.
    void add_view(std::string_view width) {
        add_title();
        json_.member("description", alt_text(chart_));
        json_.raw_member("width", width);
        json_.member("height", height_);
        add_encoding();
        json_.key("layer");
        json_.array([&] { add_layers(); });
    }

    /// What expressions look up by number: the places, and the names of series in a legend.
    void add_params() {
        const int width = lies_ ? bar_label_width_ : place_label_width;
        json_.object([&] {
            json_.member("name", name_ + "places");
            json_.key("value");
            json_.array([&] {
                for (const std::string& place : chart_.places) {
                    json_.value(wrapped(harmless(place), width));
                }
            });
        });
        json_.object([&] {
            std::vector<std::string> names(hues);
            for (const std::size_t series : legend_series()) {
                names[looks_[series].hue] = chart_.series[series].label;
            }
            json_.member("name", name_ + "names");
            json_.member("value", names);
        });
    }

    void add_data() {
        const auto at_place = [&](std::size_t series, std::size_t point) {
            const ChartPoint& here = chart_.series[series].points[point];
            json_.member("x", here.place);
            json_.member("y", here.value);
            json_.member("marked", !here.mark.empty());
            add_tip(chart_.series[series], here);
        };
        const auto with_from = [&](std::size_t series, std::size_t point) {
            at_place(series, point);
            json_.member("from", chart_.series[series].points[point].from.value_or(Decimal(0)));
        };
        add_points("ghosts", {ChartMark::ghost}, at_place);
        add_points("lines", {ChartMark::line}, at_place);
        add_points("bands", {ChartMark::band}, with_from);
        const auto stacked = pieces();
        add_points("columns", {ChartMark::column}, [&](std::size_t series, std::size_t point) {
            const auto place = static_cast<double>(chart_.series[series].points[point].place);
            json_.member("x", place - 0.38);
            json_.member("x2", place + 0.38);
            json_.member("y", stacked[series][point].to);
            json_.member("from", stacked[series][point].from);
            add_tip(chart_.series[series], chart_.series[series].points[point]);
        });
        add_points("bars", {ChartMark::bar},
                   [&](std::size_t series, std::size_t point) { add_bar(series, point); });
        add_joins();
        add_bar_places();
        add_ends();
        add_starts();
        add_events();
        add_lines();
    }

private:
    void add_title() {
        json_.key("title");
        json_.object([&] {
            json_.member("text", wrapped(harmless(chart_.title), 80));
            if (!chart_.caption.empty()) {
                json_.member("subtitle", chart_.caption);
            }
        });
    }

    // Where things stand

    double number(const Decimal& value) const { return value.nearest_double(); }

    /// A value at so many pixels above another on the axis of values.
    double above(double value, double pixels) const {
        return value + pixels * number(high_ - low_) / height_;
    }

    double pixels_of(double value) const { return height_ * (value - number(low_)) / number(high_ - low_); }

    bool is_slope() const { return chart_.kind == ChartKind::slope; }

    bool has(ChartMark mark) const {
        return std::any_of(chart_.series.begin(), chart_.series.end(),
                           [&](const ChartSeries& one) { return one.mark == mark; });
    }

    double last_place() const {
        return chart_.places.empty() ? 0 : static_cast<double>(chart_.places.size()) - 1;
    }

    std::pair<double, double> places_domain() const {
        if (lies_ || has(ChartMark::column) || chart_.places.size() < 2) {
            return {-0.5, last_place() + 0.5};
        }
        // A slope has figures before its first place; a path a little air.
        return {is_slope() ? -0.2 : -0.02 * last_place(), last_place() * (is_slope() ? 1 : 1.02)};
    }

    /// Pixels that figures take at the left and at the right of bars.
    std::pair<double, double> room_beside_bars() const {
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

    struct PlacedEvent {
        double at;
        std::vector<std::string> label;
        std::string align;
        double foot;  ///< of its label, in pixels above the plot
    };

    std::string align_at(double at) const {
        const auto [first, last] = places_domain();
        const double share = (at - first) / (last - first);
        return share < 0.35 ? "left" : share > 0.65 ? "right" : "center";
    }

    /// Bars are so far apart that what they stand for has room beside them.
    void lay_out_bars() {
        const auto most_lines = [&](int width) {
            std::size_t most = 1;
            for (const std::string& place : chart_.places) {
                most = std::max(most, wrapped(harmless(place), width).size());
            }
            return most;
        };
        bar_label_width_ = most_lines(bar_label_width) > 2 ? long_bar_label_width : bar_label_width;
        const double words = line_height * static_cast<double>(most_lines(bar_label_width_));
        bar_height_ = std::max(bar_height, words + 2 * label_distance);
    }

    /// Labels of events stand above the plot, each in rows of its own, the first event at the top.
    void lay_out_events() {
        std::vector<ChartEvent> events = chart_.events;
        calc::put_in_order(events, [](const ChartEvent& a, const ChartEvent& b) { return a.at > b.at; });
        double foot = 6;
        for (const ChartEvent& event : events) {
            const auto lines = wrapped(harmless(event.label), lies_ ? bar_label_width_ : event_label_width);
            events_.push_back({event.at, lines, align_at(event.at), foot});
            foot += line_height * static_cast<double>(lines.size()) + label_distance;
        }
        above_plot_ = events_.empty() || lies_ ? 0 : foot;
    }

    struct EndLabel {
        std::size_t series;
        double place;
        double value;
        double height;  ///< of its lines, in pixels
        std::vector<std::string> lines;
        double stands = 0;  ///< the middle of it, in pixels above the foot of the plot
    };

    /// Puts labels at one place apart: each as near to its value as the others let it.
    void put_apart(std::vector<EndLabel>& labels) const {
        calc::put_in_order(labels, [](const EndLabel& a, const EndLabel& b) { return a.value < b.value; });
        std::vector<WantedLabel> wanted;
        for (const EndLabel& label : labels) {
            wanted.push_back({pixels_of(label.value), label.height + label_distance});
        }
        const double lowest = -line_height / 2;  // the axis of places has words of its own
        const auto middles = set_apart(wanted, lowest);
        for (std::size_t at = 0; at < labels.size(); ++at) {
            labels[at].stands = middles[at];
        }
    }

    /// Where in its column the value of a series is: the middle of its piece.
    struct Piece {
        Decimal from, to;
    };

    std::vector<std::vector<Piece>> pieces() const {
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

    /// A column that does not reach the last place cannot be named beside it.
    bool names_columns_in_legend() const {
        return std::any_of(chart_.series.begin(), chart_.series.end(), [&](const ChartSeries& series) {
            return series.mark == ChartMark::column && !series.points.empty() &&
                   (series.points.back().place + 1 < chart_.places.size() ||
                    series.points.back().value == Decimal(0));
        });
    }

    std::vector<std::size_t> legend_series() const {
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
        return needed && result.size() <= hues ? result : std::vector<std::size_t>();
    }

    std::vector<EndLabel> end_labels() const {
        std::vector<EndLabel> at_end;
        std::vector<EndLabel> before;
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
                value = number((columns[at].back().from + columns[at].back().to) / Decimal(2));
                place += 0.4;
            }
            const std::string shown = is_slope() ? value_text(chart_, last.value) + "  " : "";
            const auto lines = wrapped(shown + harmless(series.label), end_label_width);
            EndLabel label{at, place, value, line_height * static_cast<double>(lines.size()), lines};
            (last.place + 1 < chart_.places.size() ? before : at_end).push_back(std::move(label));
        }
        put_apart(at_end);
        for (EndLabel& label : before) {
            label.stands = pixels_of(label.value) + line_height;
        }
        at_end.insert(at_end.end(), before.begin(), before.end());
        return at_end;
    }

    // Data

    /// A key of a tooltip. Two names would not be shown as keys.
    void tip_key(const std::string& name) {
        const std::string text = harmless(name);
        json_.key(text == "title" || text == "image" ? text + "\u00A0" : text);
    }

    void tip_line(const std::string& name, const std::string& text) {
        if (!text.empty()) {
            tip_key(name);
            json_.value(text);
        }
    }

    std::string value_title() const {
        return chart_.value_label + (chart_.unit.empty() ? "" : ", " + chart_.unit);
    }

    std::string word(std::string_view english) const { return translated(english, language_); }

    void add_tip(const ChartSeries& series, const ChartPoint& point) {
        json_.key("tip");
        json_.object([&] {
            json_.member("title", series.label.empty() ? chart_.places.at(point.place) : series.label);
            if (!series.label.empty()) {
                tip_line(chart_.place_label.empty() ? word("Place") : chart_.place_label,
                         chart_.places.at(point.place));
            }
            tip_line(value_title().empty() ? word("Value") : value_title(),
                     point_text(chart_, series, point));
            tip_line(word("Counts"), series.definition);
            tip_line(word("Stage"), series.stage);
            if (!point.mark.empty()) {
                const auto found = std::find_if(chart_.marks.begin(), chart_.marks.end(),
                                                [&](const auto& mark) { return mark.first == point.mark; });
                tip_line(word("Mark"), found == chart_.marks.end() ? point.mark : found->second);
            }
        });
    }

    /// One row for each point of the series that are drawn by `mark`.
    template <typename AddFields>
    void add_points(std::string_view name, const std::vector<ChartMark>& drawn, const AddFields& fields) {
        json_.key(name_ + std::string(name));
        json_.array([&] {
            for (std::size_t at = 0; at < chart_.series.size(); ++at) {
                const ChartSeries& series = chart_.series[at];
                if (std::find(drawn.begin(), drawn.end(), series.mark) == drawn.end()) {
                    continue;
                }
                for (std::size_t point = 0; point < series.points.size(); ++point) {
                    json_.object([&] {
                        json_.member("series", at);
                        json_.member("hue", looks_[at].hue);
                        json_.member("dash", looks_[at].dash);
                        fields(at, point);
                    });
                }
            }
        });
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

    /// Whether no other series has less at the place of a point: its figure stands at the left of a tornado.
    bool is_least_at_place(const ChartPoint& point) const {
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
    bool is_crossed(const Decimal& from, const Decimal& end) const {
        const Decimal room = (high_ - low_) * Decimal("0.08");
        return end - from > room + room &&
               std::any_of(chart_.lines.begin(), chart_.lines.end(), [&](const ChartLine& line) {
                   return line.value > end && line.value - end < room;
               });
    }

    bool is_part(const ChartPoint& point) const {
        return chart_.kind == ChartKind::waterfall && !point.total;
    }

    struct BarLabel {
        std::string_view side;
        Decimal end;
        std::string text;
    };

    /// The figure at the end of a bar: what it adds in a waterfall, where it ends elsewhere.
    BarLabel label_of(const ChartPoint& point) const {
        const Decimal from = point.from.value_or(Decimal(0));
        const bool left = chart_.kind == ChartKind::tornado ? is_least_at_place(point) : point.value < from;
        const Decimal end = left ? least(point.value, from) : greatest(point.value, from);
        return {
            left                    ? "left"
            : is_crossed(from, end) ? "inside"
                                    : "right",
            end,
            is_part(point) ? value_text(chart_, point.value - from, true) : value_text(chart_, point.value)};
    }

    void add_bar(std::size_t at, std::size_t number_of_point) {
        const ChartSeries& series = chart_.series[at];
        const ChartPoint& point = series.points[number_of_point];
        const Decimal from = point.from.value_or(Decimal(0));
        const bool leftwards = point.value < from;
        const bool part = is_part(point);
        double top = static_cast<double>(point.place) - 0.34;
        double height = 0.68;
        if (const std::size_t beside = bars_side_by_side(); beside > 1) {
            std::size_t before = 0;
            for (std::size_t other = 0; other < at; ++other) {
                const auto& points = chart_.series[other].points;
                before += std::any_of(points.begin(), points.end(),
                                      [&](const ChartPoint& one) { return one.place == point.place; })
                              ? 1U
                              : 0U;
            }
            height /= static_cast<double>(beside);
            top += height * static_cast<double>(before);
        }
        json_.member("x", point.value);
        json_.member("from", from);
        json_.member("y", top);
        json_.member("y2", top + height);
        json_.member("middle", top + height / 2);
        json_.member("look", point.total ? whole_hue
                             : part      ? (leftwards ? std::size_t{1} : 0)
                                         : looks_[at].hue);
        json_.member("marked", !point.mark.empty());
        const BarLabel label = label_of(point);
        json_.member("end", label.end);
        json_.member("side", label.side);
        json_.member("shown", label.text);
        add_tip(series, point);
    }

    /// What bars stand for, left of them, in lines around their middle.
    void add_bar_places() {
        json_.key(name_ + "bar_places");
        json_.array([&] {
            for (std::size_t place = 0; lies_ && place < chart_.places.size(); ++place) {
                const auto lines = wrapped(harmless(chart_.places[place]), bar_label_width_);
                const double up = line_height / 2 * static_cast<double>(lines.size() - 1) / bar_height_;
                json_.object([&] {
                    json_.member("y", static_cast<double>(place) - up);
                    json_.member("label", lines);
                });
            }
        });
    }

    /// In a waterfall, from the end of each bar to the next.
    void add_joins() {
        json_.key(name_ + "joins");
        json_.array([&] {
            for (const ChartSeries& series : chart_.series) {
                for (std::size_t at = 0; at + 1 < series.points.size(); ++at) {
                    if (chart_.kind != ChartKind::waterfall || series.mark != ChartMark::bar) {
                        continue;
                    }
                    json_.object([&] {
                        json_.member("x", series.points[at].value);
                        json_.member("y", static_cast<double>(series.points[at].place) + 0.34);
                        json_.member("y2", static_cast<double>(series.points[at + 1].place) - 0.34);
                    });
                }
            }
        });
    }

    void add_ends() {
        json_.key(name_ + "ends");
        json_.array([&] {
            for (const EndLabel& label : end_labels()) {
                json_.object([&] {
                    json_.member("x", label.place);
                    json_.member("y", label.value);
                    json_.member("hue", looks_[label.series].hue);
                    json_.member("ghost", chart_.series[label.series].mark == ChartMark::ghost);
                    json_.member("beside", label.place >= last_place());
                    json_.member("label_y", first_line_of(label));
                    json_.member("label", label.lines);
                });
            }
        });
    }

    /// Lines of a text stand below its first: where that one is, on the axis of values.
    double first_line_of(const EndLabel& label) const {
        return above(number(low_), label.stands + (label.height - line_height) / 2);
    }

    /// Of a slope: the figures at its first place.
    void add_starts() {
        std::vector<EndLabel> labels;
        for (std::size_t at = 0; is_slope() && at < chart_.series.size(); ++at) {
            const ChartSeries& series = chart_.series[at];
            if (!series.points.empty() && series.points.front().place == 0) {
                const Decimal& value = series.points.front().value;
                labels.push_back({at, 0, number(value), line_height, {value_text(chart_, value)}});
            }
        }
        put_apart(labels);
        json_.key(name_ + "starts");
        json_.array([&] {
            for (const EndLabel& label : labels) {
                json_.object([&] {
                    json_.member("x", label.place);
                    json_.member("y", label.value);
                    json_.member("hue", looks_[label.series].hue);
                    json_.member("label_y", first_line_of(label));
                    json_.member("label", label.lines);
                });
            }
        });
    }

    void add_events() {
        json_.key(name_ + "events");
        json_.array([&] {
            for (const PlacedEvent& event : events_) {
                json_.object([&] {
                    json_.member("x", event.at);
                    json_.member("foot", above(number(high_), event.foot));
                    const auto lines_above = static_cast<double>(event.label.size() - 1);
                    json_.member("label_y", above(number(high_), event.foot + line_height * lines_above));
                    json_.member("align", event.align);
                    json_.member("label", event.label);
                });
            }
        });
    }

    /// Which end of a line is further from what is drawn there.
    bool named_at_left(double value) const {
        std::array<double, 2> nearest = {height_, height_};
        for (const ChartSeries& series : chart_.series) {
            if (series.points.empty() || series.mark == ChartMark::column) {
                continue;
            }
            const auto distance = [&](const ChartPoint& point) {
                return std::abs(pixels_of(number(point.value)) - pixels_of(value) - line_height / 2);
            };
            nearest[0] = std::min(nearest[0], distance(series.points.front()));
            nearest[1] = std::min(nearest[1], distance(series.points.back()));
        }
        return nearest[0] >= nearest[1];
    }

    void add_lines() {
        const auto [first, last] = places_domain();
        json_.key(name_ + "references");
        json_.array([&] {
            double row = 0;
            for (const ChartLine& line : chart_.lines) {
                const bool left = named_at_left(number(line.value));
                const double share = pixels_of(number(line.value)) / height_;
                json_.object([&] {
                    json_.member("value", line.value);
                    json_.member("label", line.label);
                    // Over bars each name has a row of its own.
                    json_.member("label_y", -0.5 - (4 + line_height * row++) / bar_height_);
                    json_.member("label_x", left ? first : last);
                    json_.member("align", lies_ ? (share < 0.35   ? "left"
                                                   : share > 0.65 ? "right"
                                                                  : "center")
                                                : (left ? "left" : "right"));
                });
            }
        });
    }

    // Axes and layers

    void add_places_axis(std::string_view orient) {
        json_.key("axis");
        json_.object([&] {
            json_.key("values");
            json_.array([&] {
                for (std::size_t at = 0; at < chart_.places.size(); ++at) {
                    json_.value(at);
                }
            });
            json_.member("labelExpr", name_ + "places[datum.value]");
            json_.member("orient", orient);
            json_.member("title", chart_.place_label);
            if (lies_) {
                json_.raw_member("grid", "false");
                json_.raw_member("ticks", "false");
                json_.raw_member("title", "null");
                json_.raw_member("labels", "false");
            } else {
                json_.raw_member("grid", "false");
                json_.raw_member("labelOverlap", "\"greedy\"");
                json_.raw_member("labelSeparation", "6");
                json_.raw_member("labelFlush", "false");
            }
        });
    }

    void add_values_axis() {
        std::size_t digits = 0;
        for (const Decimal& tick : ticks_) {
            const std::string text = plain_figure({.value = tick});
            const std::size_t point = text.find('.');
            digits = std::max(digits, point == std::string::npos ? 0 : text.size() - point - 1);
        }
        json_.key("axis");
        json_.object([&] {
            json_.key("values");
            json_.array([&] {
                for (const Decimal& tick : ticks_) {
                    json_.value(tick);
                }
            });
            json_.member("format", ",." + std::to_string(digits) + "f");
            json_.member("title", value_title());
            json_.raw_member("domain", "false");
            json_.raw_member("ticks", "false");
            json_.raw_member("labelOverlap", "true");
            json_.raw_member("labelSeparation", "8");
            json_.raw_member("labelFlush", "false");
            if (!lies_) {
                // Read as it stands, above the axis; rows of events push it up.
                json_.raw_member("titleAngle", "0");
                json_.raw_member("titleAlign", "\"left\"");
                json_.raw_member("titleAnchor", "\"end\"");
                json_.raw_member("titleBaseline", "\"bottom\"");
                json_.raw_member("titleX", is_slope() ? "0" : "-30");
                json_.member("titleY", -14 - above_plot_);
                json_.raw_member("labels", is_slope() ? "false" : "true");
            }
        });
    }

    template <typename AddAxis>
    void add_scale(std::string_view channel, std::string_view field, const Decimal& low, const Decimal& high,
                   bool reversed, const AddAxis& axis) {
        json_.key(channel);
        json_.object([&] {
            json_.member("field", field);
            json_.raw_member("type", "\"quantitative\"");
            json_.key("scale");
            json_.object([&] {
                json_.key("domain");
                json_.array([&] {
                    json_.value(low);
                    json_.value(high);
                });
                json_.raw_member("nice", "false");
                json_.raw_member("zero", "false");
                if (lies_ && channel == "x") {
                    const auto [left, right] = room_beside_bars();
                    json_.raw_member("range", "[" + std::to_string(static_cast<int>(left)) +
                                                  ",{\"expr\":\"width - " +
                                                  std::to_string(static_cast<int>(right)) + "\"}]");
                }
                json_.member("reverse", reversed);
            });
            axis();
        });
    }

    void add_encoding() {
        const auto [first, last] = places_domain();
        const auto decimal = [](double value) { return Decimal(std::to_string(value)); };
        json_.key("encoding");
        json_.object([&] {
            const auto places = [&](std::string_view channel, std::string_view orient) {
                add_scale(channel, channel, decimal(first), decimal(last), lies_,
                          [&] { add_places_axis(orient); });
            };
            const auto values = [&](std::string_view channel) {
                add_scale(channel, channel, low_, high_, false, [&] { add_values_axis(); });
            };
            if (lies_) {
                values("x");
                places("y", "left");
            } else {
                places("x", "bottom");
                values("y");
            }
        });
    }

    void layer(std::string_view data, std::string_view mark, std::string_view encoding,
               std::string_view only = {}) {
        json_.object([&] {
            json_.key("data");
            json_.object([&] { json_.member("name", name_ + std::string(data)); });
            if (!only.empty()) {
                json_.key("transform");
                json_.array([&] { json_.object([&] { json_.member("filter", only); }); });
            }
            json_.raw_member("mark", mark);
            json_.raw_member("encoding", encoding);
        });
    }

    void add_layers() {
        if (has(ChartMark::band)) {
            layer("bands", R"({"type":"area","opacity":0.24,"interpolate":"linear"})",
                  R"({"y2":{"field":"from"},"detail":{"field":"series"},"color":)" + hue("hue") + "}");
        }
        if (has(ChartMark::column)) {
            layer("columns", R"({"type":"rect","stroke":"#ffffff","strokeWidth":1})",
                  R"({"x2":{"field":"x2"},"y2":{"field":"from"},"tooltip":{"field":"tip"},"color":)" +
                      hue("hue", legend()) + "}");
        }
        if (lies_) {
            add_bar_layers();
        } else {
            layer("references", R"({"type":"rule","stroke":"#1c2128","strokeWidth":1.25})",
                  R"({"x":null,"y":{"field":"value","type":"quantitative"}})");
        }
        if (!events_.empty()) {
            layer("events", R"({"type":"rule","stroke":"#5f6772","strokeDash":[2,3]})",
                  lies_ ? R"({"y":{"field":"x","type":"quantitative"},"x":null})"
                        : R"({"y2":{"datum":)" + plain_figure({.value = low_}) +
                              R"(},"y":{"field":"foot","type":"quantitative"}})");
        }
        if (!lies_) {
            add_line_layers();
            add_label_layers();
        }
    }

    void add_bar_layers() {
        const std::string text = R"("fontSize":12,"fill":"#1c2128")";
        layer("joins", R"({"type":"rule","stroke":"#5f6772"})", R"({"y2":{"field":"y2"}})");
        layer("bars", R"({"type":"rect"})",
              R"({"x2":{"field":"from"},"y2":{"field":"y2"},"tooltip":{"field":"tip"},"color":)" +
                  hue("look", legend()) +
                  R"(,"opacity":{"condition":{"test":"datum.marked","value":0.75},"value":1}})");
        layer("references", R"({"type":"rule","stroke":"#1c2128","strokeWidth":1.25})",
              R"({"x":{"field":"value","type":"quantitative"},"y":null})");
        struct Side {
            std::string_view name, look;
        };
        for (const auto& [name, look] : {Side{"left", R"("align":"right","dx":-5,"fill":"#1c2128")"},
                                         Side{"right", R"("align":"left","dx":5,"fill":"#1c2128")"},
                                         Side{"inside", R"("align":"right","dx":-5,"fill":"#ffffff")"}}) {
            layer(
                "bars", R"({"type":"text","fontSize":12,"baseline":"middle",)" + std::string(look) + "}",
                R"({"x":{"field":"end","type":"quantitative"},"y":{"field":"middle","type":"quantitative"},)"
                R"("text":{"field":"shown"}})",
                "datum.side == '" + std::string(name) + "'");
        }
        layer("bar_places",
              R"({"type":"text","align":"right","baseline":"middle","dx":-8,"lineHeight":14,)" + text + "}",
              R"({"x":{"value":0},"text":{"field":"label"}})");
        for (const std::string_view align : {"left", "center", "right"}) {
            layer("references",
                  R"({"type":"text","baseline":"bottom","align":")" + std::string(align) + "\"," + text + "}",
                  R"({"x":{"field":"value","type":"quantitative"},)"
                  R"("y":{"field":"label_y","type":"quantitative"},"text":{"field":"label"}})",
                  "datum.align == '" + std::string(align) + "'");
        }
    }

    void add_line_layers() {
        const std::string dash = R"("strokeDash":{"field":"dash","type":"nominal","legend":null,)"
                                 R"("scale":{"domain":[0,1,2,3,4,5,6,7],"range":)" +
                                 dashes() + "}}";
        const std::string shape =
            R"("shape":{"field":"dash","type":"nominal","legend":null,"scale":{"domain":[0,1,2,3,4,5,6,7],)"
            R"("range":["circle","square","triangle-up","diamond","cross","triangle-down","triangle-right",)"
            R"("triangle-left"]}})";
        const std::string size = chart_.places.size() > most_points_large ? "16" : "42";
        if (has(ChartMark::ghost)) {
            layer("ghosts", R"({"type":"line","stroke":"#5f6772","strokeDash":[4,3],"strokeWidth":1.5})",
                  R"({"detail":{"field":"series"}})");
        }
        if (has(ChartMark::line)) {
            layer("lines", R"({"type":"line","strokeWidth":2.25,"strokeJoin":"round"})",
                  R"({"detail":{"field":"series"},"color":)" + hue("hue") + "," + dash + "}");
            layer("lines", R"({"type":"point","filled":true,"opacity":1,"size":)" + size + "}",
                  R"({"color":)" + hue("hue") + "," + shape + "}", "!datum.marked");
            layer("lines",
                  R"({"type":"point","filled":false,"fill":"#ffffff","strokeWidth":1.5,"opacity":1,"size":)" +
                      size + "}",
                  R"({"stroke":)" + hue("hue") + "," + shape + "}", "datum.marked");
        }
        // What a pointer finds is larger than what is drawn.
        for (const auto& [mark, data] : {std::pair(ChartMark::band, "bands"),
                                         {ChartMark::ghost, "ghosts"},
                                         {ChartMark::line, "lines"}}) {
            if (has(mark)) {
                layer(data, R"({"type":"point","filled":true,"opacity":0,"size":260})",
                      R"({"tooltip":{"field":"tip"}})");
            }
        }
    }

    void add_label_layers() {
        const std::string text = R"("type":"text","fontSize":12,"fill":"#1c2128","lineHeight":14,)";
        layer("ends", R"({"type":"rule","x2Offset":12,"xOffset":3,"strokeWidth":1})",
              R"({"x2":{"field":"x"},"y2":{"field":"label_y"},"color":)" + hue("hue") + "}",
              "datum.beside && !datum.ghost");
        layer("ends", R"({"type":"rule","x2Offset":12,"xOffset":3,"strokeWidth":1,"stroke":"#5f6772"})",
              R"({"x2":{"field":"x"},"y2":{"field":"label_y"}})", "datum.beside && datum.ghost");
        layer("ends", "{" + text + R"("align":"left","baseline":"middle","dx":16})",
              R"({"y":{"field":"label_y","type":"quantitative"},"text":{"field":"label"}})", "datum.beside");
        layer("ends", "{" + text + R"("align":"left","baseline":"bottom","dx":-4,"dy":4})",
              R"({"y":{"field":"label_y","type":"quantitative"},"text":{"field":"label"}})", "!datum.beside");
        if (is_slope()) {
            layer("starts", R"({"type":"rule","x2Offset":-12,"xOffset":-3,"strokeWidth":1})",
                  R"({"x2":{"field":"x"},"y2":{"field":"label_y"},"color":)" + hue("hue") + "}");
            layer("starts", "{" + text + R"("align":"right","baseline":"middle","dx":-16})",
                  R"({"y":{"field":"label_y","type":"quantitative"},"text":{"field":"label"}})");
        }
        for (const std::string_view align : {"left", "center", "right"}) {
            const std::string only = "datum.align == '" + std::string(align) + "'";
            const std::string aligned = R"("align":")" + std::string(align) + "\"";
            layer("events", "{" + text + aligned + R"(,"baseline":"bottom"})",
                  R"({"y":{"field":"label_y","type":"quantitative"},"text":{"field":"label"}})", only);
            const std::string aside = align == "left" ? R"(,"dx":4)" : align == "right" ? R"(,"dx":-4)" : "";
            layer("references", "{" + text + aligned + aside + R"(,"baseline":"bottom","dy":-3})",
                  R"({"x":{"field":"label_x","type":"quantitative"},)"
                  R"("y":{"field":"value","type":"quantitative"},"text":{"field":"label"}})",
                  only);
        }
    }

    static std::string dashes() {
        std::string text;
        for (const ChartDash& dash : chart_dashes) {
            std::string pixels;
            for (const int length : dash) {
                pixels += (pixels.empty() ? "" : ",") + std::to_string(length);
            }
            // Vega takes no empty dash.
            text += (text.empty() ? "[" : ",[") + (pixels.empty() ? "1,0" : pixels) + "]";
        }
        return "[" + text + "]";
    }

    /// The encoding of a colour by its number.
    static std::string hue(const std::string& field, const std::string& legend = "null") {
        return R"({"field":")" + field +
               R"(","type":"nominal","scale":{"domain":[0,1,2,3,4,5,6,7]},"legend":)" + legend + "}";
    }

    std::string legend() const {
        const auto series = legend_series();
        if (series.empty()) {
            return "null";
        }
        std::string values;
        for (const std::size_t one : series) {
            values += (values.empty() ? "" : ",") + std::to_string(looks_[one].hue);
        }
        return R"({"title":null,"orient":"bottom","direction":"vertical","symbolType":"square",)"
               R"("labelLimit":0,"labelExpr":")" +
               name_ + R"(names[datum.value]","values":[)" + values + "]}";
    }

    Json& json_;
    const Chart& chart_;
    Language language_;
    std::string name_;
    std::vector<ChartLook> looks_;
    bool lies_;
    std::vector<Decimal> ticks_;
    Decimal low_;
    Decimal high_;
    int bar_label_width_ = bar_label_width;
    double bar_height_ = bar_height;
    double height_ = plot_height;
    double above_plot_ = 0;
    std::vector<PlacedEvent> events_;
};

void add_config(Json& json) {
    std::string colours;
    for (const ChartHue& hue : chart_hues) {
        colours += (colours.empty() ? "\"" : ",\"") + std::string(hue.light) + "\"";
    }
    json.raw_member("config", R"({"font":"system-ui, sans-serif","view":{"stroke":null},)"
                              R"("axis":{"labelFontSize":12,"titleFontSize":12,"titleFontWeight":"normal",)"
                              R"("labelColor":"#1c2128","titleColor":"#1c2128","gridColor":"#d9dee4",)"
                              R"("domainColor":"#5f6772","tickColor":"#5f6772","titlePadding":10},)"
                              R"("legend":{"labelFontSize":12,"labelColor":"#1c2128"},)"
                              R"("title":{"anchor":"start","color":"#1c2128","subtitleColor":"#5f6772",)"
                              R"("fontSize":15,"subtitleFontSize":12},)"
                              R"("range":{"category":[)" +
                                  colours + "]}}");
}

/// A specification: `add_views` adds what is drawn of the drawings.
template <typename AddViews>
std::string specification(Json& json, std::vector<Drawing>& drawings, const AddViews& add_views) {
    json.object([&] {
        json.member("$schema", "https://vega.github.io/schema/vega-lite/v6.json");
        json.key("params");
        json.array([&] {
            for (Drawing& drawing : drawings) {
                drawing.add_params();
            }
        });
        json.key("datasets");
        json.object([&] {
            for (Drawing& drawing : drawings) {
                drawing.add_data();
            }
        });
        add_views();
        add_config(json);
    });
    return json.text();
}

}  // namespace

std::string vega_lite(const Chart& chart, Language language) {
    Json json;
    std::vector<Drawing> drawings;
    drawings.emplace_back(json, chart, language, "");
    return specification(json, drawings, [&] {
        json.raw_member("autosize", R"({"type":"fit-x","contains":"padding"})");
        drawings.front().add_view("\"container\"");
    });
}

std::string vega_lite(const std::vector<Chart>& charts, Language language) {
    Json json;
    std::vector<Drawing> drawings;
    for (const Chart& chart : charts) {
        drawings.emplace_back(json, chart, language, "chart" + std::to_string(drawings.size() + 1) + "_");
    }
    return specification(json, drawings, [&] {
        json.key("vconcat");
        json.array([&] {
            for (Drawing& drawing : drawings) {
                json.object([&] { drawing.add_view("600"); });
            }
        });
        json.raw_member("resolve", R"({"scale":{"color":"independent"}})");
    });
}

}  // namespace burden::brief
