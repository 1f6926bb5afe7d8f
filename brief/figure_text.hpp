/// Figures as people read them and as programs do.
#pragma once

#include <string>

#include "burden/brief/answer.hpp"

namespace burden::brief {

/// A figure as every writer for people shows it: rounded once, half away from zero, to its own places or else
/// the column's; thousands parted by commas; "−" (U+2212) before what is below zero, and "+" above it where
/// asked for.
std::string figure_text(const Figure& figure, const Column& column);

/// A figure as every writer for programs gives it: up to 17 significant digits, no grouping, no exponent,
/// ASCII.
std::string plain_figure(const Figure& figure);

/// "JPY tn" of a column is "tn JPY" behind a figure; other units stay.
std::string unit_behind(const std::string& unit);

/// A figure in a sentence: "43.8 tn JPY", "4.52 %".
std::string figure_with_unit(const Figure& figure, const Column& column);

}  // namespace burden::brief
