/// What commands on scenarios share: --set, the tables' options, and how files are opened.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "burden/cli/table_options.hpp"
#include "burden/inputs/scenario.hpp"
#include "burden/inputs/scenario_run.hpp"

namespace burden::cli {

struct ScenarioOptions {
    std::vector<std::string> set;
    TableOptions table;
};

/// Adds --set.
void add_set_option(Command& command, std::vector<std::string>& set);

/// Adds --set and the tables' options.
void add_scenario_options(Command& command, ScenarioOptions& options);

/// The scenario that `names` stand for ("plan.toml+strong-yen"), with --set over it.
std::optional<inputs::Scenario> scenario_named(const std::string& names, const std::vector<std::string>& set,
                                               Session& session);

/// All facts, with those of --facts.
std::optional<inputs::Facts> all_facts(const TableOptions& options, Session& session);

}  // namespace burden::cli
