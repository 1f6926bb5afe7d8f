/// Charts as data: series over places of one axis, events between the places, and what must be known to read
/// them. Writers for a terminal, a page, a paper and a window draw the same one; they know no models.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "burden/brief/language.hpp"
#include "burden/brief/table.hpp"

namespace burden::brief {

/// What a chart shows: a path with the baseline behind it, items of an arrangement on one another, renewals
/// side by side, a difference in its parts, what each assumption moves, a range by year, shares of allies at
/// two dates, one budget by every count.
enum class ChartKind { path, stack, renewals, waterfall, tornado, fan, slope, ratio };

/// "path", "waterfall": as it is typed.
std::string_view name_of(ChartKind kind);

/// How a series is drawn.
enum class ChartMark {
    line,    ///< through its values, place after place
    ghost,   ///< a line that the others are seen against: the baseline
    column,  ///< upright, standing on the columns of the series before it
    bar,     ///< lying, a line of its own for each place
    band     ///< the ground between `from` and `value`
};

/// A value at a place.
struct ChartPoint {
    std::size_t place = 0;                    ///< counted from 0
    calc::Decimal value;                      ///< in the chart's unit, unrounded
    std::optional<calc::Decimal> from = {};   ///< where a bar or a band begins; none for zero
    std::string mark = {};                    ///< "p", "x": as in tables, explained in the chart's marks
    bool total = false;                       ///< of a bar: a whole and not a part
    std::vector<FigureTerm> terms = {};       ///< what the value is the sum of, as of a table's figure
    std::vector<FigureTerm> from_terms = {};  ///< the same of `from`
};

/// Values that belong together.
struct ChartSeries {
    std::string key;              ///< stable name for programs
    std::string label;            ///< what stands beside it
    std::string definition = {};  ///< what it counts: "security-related total (national definition)"
    std::string stage = {};       ///< "initial budget", "projection"; empty where it is told by marks
    ChartMark mark = ChartMark::line;
    std::vector<ChartPoint> points;  ///< by place, ascending; a place without a value has none
};

/// What happens between two places, or at one: "arrangement expires 31 Mar 2027".
struct ChartEvent {
    double at = 0;  ///< a place, or a point between: 1.5 is half way from the second to the third
    std::string label;
};

/// A value that all others are seen against: what a tornado turns on, a share that was promised.
struct ChartLine {
    calc::Decimal value;
    std::string label;
};

struct Chart {
    ChartKind kind = ChartKind::path;
    std::string id;                   ///< stable name for programs: "target-path"
    std::string title;                ///< the question in words
    std::string caption = {};         ///< what holds for every value: "JPY tn, current prices"
    std::string place_label;          ///< "Fiscal year"
    std::vector<std::string> places;  ///< "FY2025", …; of bars what each stands for
    std::string value_label;          ///< "Defence spending"
    std::string unit = {};            ///< as a column's
    int digits = 1;                   ///< after the point, as a column's
    bool from_zero = true;            ///< whether the axis of values must begin at zero
    std::vector<ChartSeries> series;
    std::vector<ChartEvent> events = {};
    std::vector<ChartLine> lines = {};
    std::vector<std::pair<std::string, std::string>> marks = {};  ///< mark and meaning
    Language language = Language::en;                             ///< of its texts
};

/// Whether the places are lines of text with a bar each: waterfall, tornado, ratio.
bool lies(const Chart& chart);

/// The lowest and the highest value of a chart with what its events and lines need; zero is among them where
/// the axis begins there.
std::pair<calc::Decimal, calc::Decimal> reach_of(const Chart& chart);

/// Round values for an axis from `low` to `high`: at least two and at most `most`, 1, 2 or 5 times a power of
/// ten apart, the first not above `low` and the last not below `high`.
std::vector<calc::Decimal> ticks(const calc::Decimal& low, const calc::Decimal& high, std::size_t most);

/// A value of a chart as its tables show it, without its unit: "1,055.1", "+12.3" with `plus`.
std::string value_text(const Chart& chart, const calc::Decimal& value, bool plus = false);

/// What a point says, without its unit: its value, what a part of a waterfall adds, or from where to where a
/// bar or a band reaches.
std::string point_text(const Chart& chart, const ChartSeries& series, const ChartPoint& point);

/// Every value of a chart as a table: a row for each place, a column for each series; of bars where each
/// begins and ends.
Table chart_table(const Chart& chart);

/// What a chart shows, for those who do not see it: its kind, its axes, each series from where to where with
/// its extremes, and its events. Two to six sentences.
std::string alt_text(const Chart& chart);

}  // namespace burden::brief
