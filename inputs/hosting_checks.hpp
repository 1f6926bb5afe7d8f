/// What tables of hosting need of all facts together. Private to the readers.
#pragma once

#include <optional>

#include "burden/inputs/facts_reader.hpp"

namespace burden::inputs {

/// What is wrong with a use, were `facts` all there is.
std::optional<Diagnostic> fault_of(const Use& use, const Facts& facts);

}  // namespace burden::inputs
