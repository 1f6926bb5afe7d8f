/// Puts scenario files together. Private to scenario.
#pragma once

#include <span>
#include <string_view>

#include "burden/inputs/scenario.hpp"

namespace burden::inputs {

/// Whether a name of a scenario is that of a file: it has a point or a slash. Any other is ready-made.
bool is_file_name(std::string_view name);

/// What scenario_of gives, were these the ready-made scenarios.
Reading<Scenario> composed(std::string_view names, const FileOpener& open,
                           std::span<const ReadyMade> ready_made);

}  // namespace burden::inputs
