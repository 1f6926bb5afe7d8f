/// A run put on record in a folder: its results, all that they were computed from, and a manifest.
#pragma once

#include <string>

#include "burden/cli/scenario_options.hpp"

namespace burden::cli {

/// Whether -o names a folder: one that is there, or a name that ends with a slash.
bool names_folder(const std::string& output);

/// Runs a scenario and writes into the folder of -o, which is made where it is missing: each table as CSV,
/// result.json, copies of the scenario's files and of --facts, and last manifest.json. The run is made from
/// the copies. Files named from the root stand there by what is left of their names after their common
/// folder, so that nothing of this machine is on record.
ExitCode run_into_folder(const inputs::Scenario& scenario, const ScenarioOptions& options, Session& session);

}  // namespace burden::cli
