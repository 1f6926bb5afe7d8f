/// A chart made ready for drawing: axes with their marks, looks, labels that do not cover one another, and
/// what is nearest to a pointer. Whoever draws it needs no arithmetic but the scale from values to pixels.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "burden/brief/chart.hpp"
#include "burden/brief/chart_look.hpp"

namespace burden::gui {

/// From a lower end to a higher one.
struct PlotSpan {
    double low = 0;
    double high = 1;

    double length() const { return high - low; }
    friend bool operator==(const PlotSpan&, const PlotSpan&) = default;
};

/// How a chart is to be drawn.
struct PlotOptions {
    double height = 320;  ///< pixels that the values of upright charts, and the rows of bars, are spread over
    double line_height = 16;  ///< pixels of a line of a label
    double width = 640;       ///< pixels that the places of upright charts are spread over
    double beside = 0;        ///< pixels at the right of these, which texts above the plot may use
    /// Pixels of a line of text; where none is given, seven a column.
    std::function<double(const std::string&)> width_of = {};
    int label_columns = 24;  ///< of a label beside a line: columns of text, as brief::wrapped counts them
    int event_columns = 24;
    int place_columns = 26;                ///< of what stands left of a lying bar
    std::size_t most_ticks = 7;            ///< on the axis of values
    bool log = false;                      ///< the values on a scale of equal ratios
    std::vector<std::string> hidden = {};  ///< keys of series that are not drawn
    std::optional<PlotSpan> places = {};   ///< the places that are seen; all where none
    std::optional<PlotSpan> values = {};   ///< the values that are seen, in the chart's unit
};

/// A mark on an axis.
struct PlotTick {
    double at = 0;                        ///< a value or a place
    std::vector<std::string> lines = {};  ///< its text
};

struct PlotPoint {
    std::size_t place = 0;
    double value = 0;
    double from = 0;      ///< where a band begins
    bool marked = false;  ///< it bears a mark: a projection
};

/// A line, a ghost or a band. Columns and bars are drawn as boxes.
struct PlotSeries {
    std::string key = {};
    std::string label = {};
    brief::ChartMark mark = brief::ChartMark::line;
    brief::ChartLook look = {};
    bool hidden = false;
    std::vector<PlotPoint> points = {};
};

/// Where a figure stands that belongs to a box.
enum class PlotSide { none, before, behind, inside };

/// A column or a bar: along the places from `first` to `last`, along the values from `from` to `to`.
struct PlotBox {
    std::size_t series = 0;
    std::size_t place = 0;
    double first = 0;
    double last = 0;
    double from = 0;
    double to = 0;
    std::size_t hue = 0;
    bool marked = false;
    std::string text = {};       ///< its figure
    std::string from_text = {};  ///< the figure of its other end, where that has one
    PlotSide side = PlotSide::none;
};

/// From the end of a part of a waterfall to the next.
struct PlotJoin {
    double value = 0;
    double first = 0;
    double last = 0;
};

/// The name of a series beside its last point, or a figure beside its first.
struct PlotLabel {
    std::size_t series = 0;
    double place = 0;
    double value = 0;     ///< what it points to
    double middle = 0;    ///< its middle, in pixels above the foot of the plot
    bool inside = false;  ///< it stands above its point, since the series ends before the last place
    std::vector<std::string> lines = {};
};

/// A dotted line across the places, and its text above the plot.
struct PlotEvent {
    double at = 0;
    double foot = 0;         ///< of its text, in pixels above the head of the plot
    bool leftwards = false;  ///< its text stands left of the line, and not right of it
    std::vector<std::string> lines = {};
};

/// A value that the others are seen against.
struct PlotLine {
    double value = 0;
    std::string label = {};
    bool named_at_left = false;
    double row = 0;  ///< over bars: which row of text above the plot names it, from 0
};

struct Plot {
    brief::ChartKind kind = brief::ChartKind::path;
    brief::Language language = brief::Language::en;
    bool lies = false;  ///< values run from left to right, places from above to below
    bool log = false;
    std::string
        log_refused;  ///< why the values do not stand on a scale of equal ratios, where that was asked
    std::string title = {};
    std::string subtitle = {};  ///< what the values are: "Defence spending, JPY tn, current prices"
    PlotSpan all_places = {};
    PlotSpan all_values = {};
    PlotSpan places = {};  ///< that are seen
    PlotSpan values = {};
    std::vector<PlotTick> value_ticks = {};
    std::vector<PlotTick> place_ticks = {};
    std::vector<PlotSeries> series = {};  ///< as many as the chart has, in its order
    std::vector<PlotBox> boxes = {};
    std::vector<PlotJoin> joins = {};
    std::vector<PlotLabel> ends = {};
    std::vector<PlotLabel> starts = {};
    std::vector<PlotEvent> events = {};
    double above = 0;  ///< pixels that texts take above the plot
    std::vector<PlotLine> lines = {};
    std::vector<std::pair<std::string, std::string>> marks = {};

    /// A value as it lies along its axis: itself, or its logarithm.
    double along(double value) const;
    /// The value that lies there.
    double value_along(double place) const;
    /// The part of the axis of values below `value`: 0 at the lowest that is seen, 1 at the highest.
    double share_of_values(double value) const;
    double share_of_places(double place) const;
};

Plot plot_of(const brief::Chart& chart, const PlotOptions& options = {});

/// Whether one is drawn where the other stood by moving points alone: the same series, places and marks.
bool same_shape(const Plot& one, const Plot& other);

/// A point of a chart.
struct PlotSpot {
    std::size_t series = 0;
    std::size_t place = 0;

    friend bool operator==(const PlotSpot&, const PlotSpot&) = default;
};

/// The point that is nearest to a pointer, of the places first and of the values then; hidden series have
/// none. `right` and `up` are parts of the plot, 0 to 1, from its left end and from its foot.
std::optional<PlotSpot> nearest(const Plot& plot, double right, double up);

/// Where a point lies: parts of the plot from its left end and from its foot. A box is pointed to at its end.
struct PlotPosition {
    double right = 0;
    double up = 0;
};
std::optional<PlotPosition> position_of(const Plot& plot, const PlotSpot& spot);

enum class PlotMove { left, right, up, down };

/// The next point for one who moves by keys: along the places of a series, and between the series at a place
/// by their values. Where there is none, the point itself; the first point of all where there was none.
std::optional<PlotSpot> moved(const Plot& plot, const std::optional<PlotSpot>& from, PlotMove move);

/// What a point says, in lines: series and place (of the only row of bars the place alone), its figure as
/// tables show it, its figure with every digit where there are more, what it counts, its stage, what its mark
/// means. Empty where there is no such point.
std::vector<std::string> told_lines(const brief::Chart& chart, std::size_t series, std::size_t place);

/// The same in one line: "5 %, FY2030: 25.5 tn JPY (exactly 25.4573892 tn JPY; projection)".
std::string told(const brief::Chart& chart, std::size_t series, std::size_t place);

}  // namespace burden::gui
