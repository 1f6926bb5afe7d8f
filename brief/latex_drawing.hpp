/// What pictures of charts that pgfplots draws have in common. Private to their writer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "burden/brief/chart.hpp"
#include "burden/brief/language.hpp"

namespace burden::brief::latex_drawing {

/// Of a picture with all its labels, in centimetres; a page of the document has half a centimetre more.
constexpr double picture_width = 16.0;
constexpr double em = 0.281;   ///< of the labels' font
constexpr double line = 0.36;  ///< from one line of a label to the next
constexpr double highest = 19.0;
/// Lines of a label, and ems of one below the picture; what is cut off stands in the text below.
constexpr std::size_t most_lines = 4;
constexpr double most_over = 26;

/// The width of a label in centimetres. Fonts differ: it is estimated a little larger.
double centimetres(std::string_view text, Language language);
/// That of the widest of some lines.
double widest(const std::vector<std::string>& lines, Language language);

std::string coordinate(double value);
std::string coordinate(const calc::Decimal& value);

/// Colours that differ, before the first comes again.
constexpr std::size_t colours = 7;
std::string colour_of(std::size_t series);

/// A label's text over several lines for a node that has `align`.
std::string lines_of(const std::vector<std::string>& lines, Language language);
/// "Spending (JPY tn)".
std::string with_unit(const std::string& label, const std::string& unit);

/// An axis of values: round values on it, and where a value stands along its length.
struct Axis {
    std::vector<calc::Decimal> at;
    double low = 0;
    double high = 1;
    double length = 1;  ///< centimetres

    double place(const calc::Decimal& value) const {
        return (value.nearest_double() - low) / (high - low) * length;
    }
};
Axis axis_of(const Chart& chart, double length);

/// Ticks in words, with as many digits as tell one from another.
std::vector<std::string> tick_texts(const std::vector<calc::Decimal>& at);
/// The options of an axis for its ticks: "xtick={…}, xticklabels={…}".
std::string tick_options(char axis, const std::vector<std::string>& at,
                         const std::vector<std::string>& texts);
/// Those of an axis of values.
std::string value_ticks(char name, const Axis& axis, Language language);

/// A text above the picture, over a place on its lower axis.
struct OverLabel {
    std::string text;
    double at = 0;     ///< centimetres from the left
    double share = 0;  ///< the same, of the axis' length
};
/// Texts over an axis, in as many rows as they need to stand beside one another, each with its rule.
std::string over_labels(const std::vector<OverLabel>& labels, double length, double height, double right_room,
                        Language language);

/// The mark that every value at a place bears; empty where they differ.
std::string mark_at(const Chart& chart, std::size_t place);

/// A chart with its places from left to right.
std::string upright(const Chart& chart, Language language);
/// A chart with a line of text and a bar for each place.
std::string lying(const Chart& chart, Language language);

}  // namespace burden::brief::latex_drawing
