/// The commands: each adds itself to the tree, one file a command.
#pragma once

#include "burden/cli/command_line.hpp"
#include "burden/cli/session.hpp"

namespace burden::cli {

void add_target(CommandLine& app, Session& session);
void add_hns(CommandLine& app, Session& session);
void add_ledger(CommandLine& app, Session& session);
void add_claim(CommandLine& app, Session& session);
void add_claims(CommandLine& app, Session& session);
void add_run(CommandLine& app, Session& session);
void add_show(CommandLine& app, Session& session);
void add_init(CommandLine& app, Session& session);
void add_keys(CommandLine& app, Session& session);
void add_verify(CommandLine& app, Session& session);
void add_diff(CommandLine& app, Session& session);
void add_explain(CommandLine& app, Session& session);
void add_sweep(CommandLine& app, Session& session);
void add_solve(CommandLine& app, Session& session);
void add_tornado(CommandLine& app, Session& session);
void add_fiscal(CommandLine& app, Session& session);
void add_brief(CommandLine& app, Session& session);
void add_chart(CommandLine& app, Session& session);
void add_ratio(CommandLine& app, Session& session);
void add_convert(CommandLine& app, Session& session);
void add_facts(CommandLine& app, Session& session);
void add_sources(CommandLine& app, Session& session);
/// `burden completion SHELL` and `burden man`: made from the tree that `app` holds.
void add_completion(CommandLine& app, Session& session);
void add_man(CommandLine& app, Session& session);

}  // namespace burden::cli
