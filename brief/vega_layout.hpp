/// Where the things of a chart stand in a specification of Vega-Lite. Private to its writer.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "burden/brief/chart.hpp"
#include "burden/brief/chart_look.hpp"

namespace burden::brief {

/// Pixels from one line of a label to the next.
constexpr double vega_line_height = 14;

/// A chart laid out once: its axis of values, and where each thing stands in pixels. It points into the
/// chart.
class VegaLayout {
public:
    /// An event, its label in rows of its own above the plot.
    struct Event {
        double at;
        std::vector<std::string> label;
        std::string align;
        double foot;  ///< of its label, in pixels above the plot
    };

    /// The label of a series at its end, or at its first place.
    struct Label {
        std::size_t series;
        double place;
        double value;
        double height;  ///< of its lines, in pixels
        std::vector<std::string> lines;
        double stands = 0;  ///< the middle of it, in pixels above the foot of the plot
    };

    /// Where in its column the value of a series is.
    struct Piece {
        calc::Decimal from, to;
    };

    /// The figure of a bar.
    struct BarLabel {
        std::string_view side;  ///< of the bar's end: "left", "right", "inside"
        calc::Decimal end;
        std::string text;
    };

    /// What a bar takes of its place, whose middle is the place's number.
    struct Thickness {
        double top;
        double height;
    };

    explicit VegaLayout(const Chart& chart);

    const Chart& chart() const { return chart_; }
    bool lies() const { return lies_; }
    bool is_slope() const { return chart_.kind == ChartKind::slope; }
    bool has(ChartMark mark) const;
    const std::vector<ChartLook>& looks() const { return looks_; }
    /// The series that a legend names, in order; none where no legend is needed.
    std::vector<std::size_t> legend_series() const;

    /// The values that the axis is marked at, from its one end to its other.
    const std::vector<calc::Decimal>& ticks() const { return ticks_; }
    const calc::Decimal& low() const { return ticks_.front(); }
    const calc::Decimal& high() const { return ticks_.back(); }
    double height() const { return height_; }
    /// A value at so many pixels above another on the axis of values.
    double above(double value, double pixels) const;
    double pixels_of(double value) const;

    double last_place() const;
    /// The ends of the axis of places.
    std::pair<double, double> places_domain() const;
    /// Columns of text that the name of a place may take, as `wrapped` counts them.
    int place_label_width() const;

    const std::vector<Event>& events() const { return events_; }
    /// Pixels that labels of events take above the plot.
    double above_plot() const { return above_plot_; }

    /// Where in their columns the values of each series are; none of a series of no columns.
    std::vector<std::vector<Piece>> pieces() const;

    /// The labels of series at their ends, put apart.
    std::vector<Label> end_labels() const;
    /// Of a slope: the figures at its first place, put apart.
    std::vector<Label> start_labels() const;
    /// Lines of a text stand below its first: where that one is, on the axis of values.
    double first_line_of(const Label& label) const;

    /// Pixels from the middle of a line with its bar to that of the next.
    double bar_height() const { return bar_height_; }
    /// Pixels that figures take at the left and at the right of bars.
    std::pair<double, double> room_beside_bars() const;
    /// Where the bar of a point of a series stands.
    Thickness thickness_of(std::size_t series, const ChartPoint& point) const;
    /// Whether a bar is a part in a waterfall, and not a whole.
    bool is_part(const ChartPoint& point) const;
    /// The figure at the end of a bar: what it adds in a waterfall, where it ends elsewhere.
    BarLabel label_of(const ChartPoint& point) const;

    /// Which end of a line across the plot is further from what is drawn there.
    bool is_named_at_left(double value) const;

private:
    std::string align_at(double at) const;
    void lay_out_bars();
    void lay_out_events();
    void put_apart(std::vector<Label>& labels) const;
    bool names_columns_in_legend() const;
    std::size_t bars_side_by_side() const;
    bool is_least_at_place(const ChartPoint& point) const;
    bool is_crossed(const calc::Decimal& from, const calc::Decimal& end) const;

    const Chart& chart_;
    std::vector<ChartLook> looks_;
    bool lies_;
    std::vector<calc::Decimal> ticks_;
    int bar_label_width_;
    double bar_height_;
    double height_;
    double above_plot_ = 0;
    std::vector<Event> events_;
};

}  // namespace burden::brief
