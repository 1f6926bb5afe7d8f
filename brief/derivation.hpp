/// How a figure is computed, for people and for programs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "burden/inputs/scenario_derivation.hpp"

namespace burden::brief {

enum class DerivationForm { text, latex, dot, json };

/// "text", "latex", "dot" or "json"; else a fault with the nearest one.
calc::Parsed<DerivationForm> read_derivation_form(std::string_view text);

/// A derivation in one of its forms, in lines of at most `width` columns where it is text; ends with a line
/// break.
std::string written(const inputs::CellDerivation& derivation, DerivationForm form, int width);

/// The cell with its figure; below it its formula, first with names and then with figures; below that each
/// result of the formula likewise, indented, down to inputs with their sources, reasons and places.
std::string derivation_text(const inputs::CellDerivation& derivation, int width);
/// One `aligned` environment for each level of named results, then the inputs as a list.
std::string derivation_latex(const inputs::CellDerivation& derivation);
/// A digraph for graphviz: a node for each step, inputs as boxes, edges from what is used to what is made of
/// it.
std::string derivation_dot(const inputs::CellDerivation& derivation);
/// {"cell": …, "value": …, "unit": …, "steps": […]}: docs/explain.md.
std::string derivation_json(const inputs::CellDerivation& derivation);

}  // namespace burden::brief
