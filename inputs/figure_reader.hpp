/// Figures as their sources print them. Private to the readers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "burden/inputs/facts.hpp"
#include "burden/inputs/toml_document.hpp"

namespace burden::inputs {

/// What stands for the measure of a figure that belongs to an arrangement and not to a series.
constexpr std::string_view amount_of_an_arrangement = "amount";

/// What a figure is counted in and stands for; without one of the two, what depends on it goes unchecked.
struct FigureKind {
    std::optional<FactUnit> unit;
    std::string_view measure;
};

/// The number of a quoted figure, digits grouped by commas or not. Refused: bare figures, exponents, more
/// than fifty digits, and what the measure cannot be: a population of nothing, a share over 100 %.
std::optional<calc::Decimal> read_figure(const TomlNode& node, std::string_view what, const FigureKind& kind,
                                         FileProblems& problems);

/// "money, such as bn JPY": what a measure may be counted in.
std::string in_words(FactUnit::Kind kind);

}  // namespace burden::inputs
