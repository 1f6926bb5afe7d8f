/// Facts as a C++ source, for `compile_facts`. Private.
#pragma once

#include <string>
#include <string_view>

#include "burden/inputs/facts.hpp"

namespace burden::inputs {

/// The source that defines embedded::data with these facts, which hold no economy in six lines.
std::string embedded_source(const Facts& facts, std::string_view fingerprint);

}  // namespace burden::inputs
