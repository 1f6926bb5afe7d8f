/// burden show: what a scenario changes.
#include <memory>

#include "burden/brief/show_answer.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/scenario_options.hpp"

namespace burden::cli {
namespace {

struct Options {
    std::vector<std::string> names;
    std::vector<std::string> set;
    TableOptions table;
};

ExitCode run(const Options& options, Session& session) {
    if (options.names.empty()) {
        if (!options.set.empty()) {
            report(
                {{.file = "--set", .message = "over which scenario?", .allowed = {"burden show baseline"}}},
                session);
            return ExitCode::refused;
        }
        return give(brief::ready_made_answer(), options.table, session);
    }
    std::string names;
    for (const std::string& name : options.names) {
        names += (names.empty() ? "" : "+") + name;
    }
    const auto scenario = scenario_named(names, options.set, session);
    return scenario ? give(brief::show_answer(*scenario), options.table, session) : ExitCode::refused;
}

constexpr const char* examples = R"(Examples:
  burden show                                     the ready-made scenarios
  burden show jpn-3-4-constant
  burden show jpn-3-4-constant+strong-yen         two of them put together
  burden show plan.toml --set jpn.target.share=3%)";

}  // namespace

void add_show(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command = app.add_subcommand("show", "What a scenario changes, where and why; ready-made scenarios");
    command.footer(examples);
    command
        .add_option("scenario", options->names,
                    "Scenario files and ready-made scenarios (else a list of the ready-made ones)")
        .type_name("SCENARIO");
    add_set_option(command, options->set);
    add_output_options(command, options->table);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
