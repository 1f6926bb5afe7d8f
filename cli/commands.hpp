/// The commands: each adds itself to the tree, one file a command.
#pragma once

#include <CLI/CLI.hpp>

#include "burden/cli/session.hpp"

namespace burden::cli {

void add_target(CLI::App& app, Session& session);
void add_hns(CLI::App& app, Session& session);
void add_ledger(CLI::App& app, Session& session);
void add_claim(CLI::App& app, Session& session);
void add_claims(CLI::App& app, Session& session);
void add_run(CLI::App& app, Session& session);
void add_show(CLI::App& app, Session& session);
void add_init(CLI::App& app, Session& session);
void add_keys(CLI::App& app, Session& session);
void add_verify(CLI::App& app, Session& session);
void add_diff(CLI::App& app, Session& session);
void add_explain(CLI::App& app, Session& session);
void add_sweep(CLI::App& app, Session& session);
void add_solve(CLI::App& app, Session& session);
void add_tornado(CLI::App& app, Session& session);
void add_ratio(CLI::App& app, Session& session);
void add_convert(CLI::App& app, Session& session);
void add_facts(CLI::App& app, Session& session);
void add_sources(CLI::App& app, Session& session);
/// `burden completion SHELL` and `burden man`: made from the tree that `app` holds.
void add_completion(CLI::App& app, Session& session);
void add_man(CLI::App& app, Session& session);

}  // namespace burden::cli
