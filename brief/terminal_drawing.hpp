/// What charts on a terminal have in common. Private to their writer.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "burden/brief/chart.hpp"
#include "burden/brief/terminal_lines.hpp"

namespace burden::brief::terminal_drawing {

/// Where something is drawn between the ends of a reach, which are 0 and 1; for the screen alone: no figure
/// is made of it.
double drawn_at(const calc::Decimal& value, const std::pair<calc::Decimal, calc::Decimal>& reach);

/// Colours that those who see few of them tell apart: blue, orange, green, pink, sky, yellow.
std::string_view colour_of(std::size_t series);
std::string coloured(std::string_view text, std::string_view look, const Style& style);

/// A chart whose values stand over places: lines, ghosts and bands.
std::string plot(const Chart& chart, const Style& style, int width);
/// A line for each place, with a bar from one value to another.
std::string lying_bars(const Chart& chart, const Style& style, int width);
/// Columns lie on a terminal, a line for each place, with the sum behind.
std::string stacked(const Chart& chart, const Style& style, int width);

}  // namespace burden::brief::terminal_drawing
