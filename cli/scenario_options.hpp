/// What commands on scenarios share: --set, the tables' options, and how files are opened.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "burden/cli/give.hpp"
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

/// The runs of a scenario with each of these lists of settings over it, called by them, where somebody
/// computes with them: none where one of them cannot be run.
RunsBehind runs_under(const std::vector<std::vector<std::string>>& settings, const inputs::Scenario& scenario,
                      const inputs::Facts& facts, const TableOptions& options, const Session& session);

/// All facts, with those of --facts.
std::optional<inputs::Facts> all_facts(const TableOptions& options, Session& session);

}  // namespace burden::cli
