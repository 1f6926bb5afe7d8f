/// burden run: a scenario, year by year.
#include <memory>

#include "burden/brief/scenario_answer.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/run_folder.hpp"
#include "burden/cli/scenario_options.hpp"

namespace burden::cli {
namespace {

struct Options {
    std::vector<std::string> names;
    ScenarioOptions scenario;
};

ExitCode run(const Options& options, Session& session) {
    std::string names;
    for (const std::string& name : options.names) {
        names += (names.empty() ? "" : "+") + name;
    }
    const auto scenario = scenario_named(names, options.scenario.set, session);
    if (scenario && names_folder(options.scenario.table.output)) {
        return run_into_folder(*scenario, options.scenario, session);
    }
    const auto facts = scenario ? all_facts(options.scenario.table, session) : std::nullopt;
    if (!facts) {
        return ExitCode::refused;
    }
    const auto result = taken(inputs::scenario_run(*facts, *scenario), session);
    if (!result) {
        return ExitCode::refused;
    }
    return give(brief::scenario_answer(*result, *facts), options.scenario.table, session,
                runs_behind({{&*scenario, &*facts}}, options.scenario.table, session));
}

constexpr const char* examples = R"(Examples:
  burden run baseline
  burden run jpn-5-by-2035
  burden run jpn-3-4-constant+hosting-quadrupled
  burden run baseline --set jpn.target.share=3.4% --set jpn.target.by=FY2035
  burden run five-allies --set currency=USD --format csv
  burden run plan.toml -o record/          puts the run on record: burden verify record/manifest.json
  burden run plan.toml --set "jpn.growth=+0.5 pp")";

}  // namespace

void add_run(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command = app.add_subcommand("run", "A scenario, year by year: burden show lists ready-made ones");
    command.footer(examples);
    command
        .add_option(
            "scenario", options->names,
            "Scenario files and ready-made scenarios; several are put together, as with + between them")
        .type_name("SCENARIO")
        .required();
    add_scenario_options(command, options->scenario);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
