/// A scenario file to begin with.
#pragma once

#include <string>
#include <string_view>

#include "burden/inputs/scenario_keys.hpp"

namespace burden::inputs {

/// A value that a key takes, as it is written in a file: "\"3.4%\"", "true".
std::string sample_value(const ScenarioKey& key);

/// A scenario file with that title: a target for Japan that runs as it stands, and below the headings every
/// other key as a comment with a value, its range and what holds without it.
std::string starter_scenario(std::string_view title);

}  // namespace burden::inputs
