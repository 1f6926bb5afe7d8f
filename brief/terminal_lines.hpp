/// Lines of a terminal, and the heads that stand over tables and charts. Private to the writers for
/// terminals.
#pragma once

#include <string>
#include <string_view>

#include "burden/brief/write.hpp"

namespace burden::brief {

inline constexpr std::string_view bold = "\x1b[1m";
inline constexpr std::string_view dim = "\x1b[2m";
inline constexpr std::string_view plain_look;
inline constexpr std::string_view look_ends = "\x1b[0m";

/// So many spaces; none of a number below zero.
std::string spaces(int count);

/// A finished line: no space at its end, and no-break spaces, which only guided the wrapping, as spaces.
std::string line_of(std::string text, std::string_view look, const Style& style);

/// A title, and what holds for every figure at the right, or below it where both do not fit.
std::string title_lines(const std::string& title, const std::string& caption, int width, const Style& style);

/// A chart in lines no wider than the screen: plotted in dots, or as bars, with its title and its legend.
/// Distinct without colour.
std::string terminal_chart(const Chart& chart, const Style& style);

}  // namespace burden::brief
