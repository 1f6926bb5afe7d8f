/// burden solve: at which input is a result as wanted?
#include <memory>

#include "burden/brief/solve_answer.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/option_reader.hpp"
#include "burden/cli/scenario_options.hpp"

namespace burden::cli {
namespace {

struct Options {
    std::string names;
    std::string vary;
    std::string so_that;
    std::string from, to, in;
    std::string tolerance;
    ScenarioOptions scenario;
};

std::optional<inputs::SolveRequest> request_of(const Options& options, Session& session) {
    OptionReader read(session);
    inputs::SolveRequest request{
        .vary = {}, .low = options.from, .high = options.to, .tolerance = options.tolerance, .wish = {}};
    if (const auto key = read.value("--vary", options.vary, inputs::read_key_name)) {
        request.vary = *key;
    }
    if (const auto wish = read.value("--so-that", options.so_that, inputs::Wish::read)) {
        request.wish = *wish;
    }
    if (!options.in.empty()) {
        constexpr std::string_view between = "..";
        const std::size_t points = options.in.find(between);
        if (points == std::string::npos) {
            read.refuse("--in", "'" + options.in + "' is no range", {"LOW..HIGH"});
        } else if (!options.from.empty() || !options.to.empty()) {
            read.refuse("--in", "it says the same as --from and --to", {"one or the other"});
        } else {
            request.low = options.in.substr(0, points);
            request.high = options.in.substr(points + between.size());
        }
    }
    return read.good() ? std::optional(request) : std::nullopt;
}

ExitCode run(const Options& options, Session& session) {
    const auto request = request_of(options, session);
    const auto scenario =
        request ? scenario_named(options.names, options.scenario.set, session) : std::nullopt;
    const auto facts = scenario ? all_facts(options.scenario.table, session) : std::nullopt;
    const auto solution =
        facts ? taken(inputs::scenario_solution(*facts, *scenario, *request), session) : std::nullopt;
    if (!solution) {
        return ExitCode::refused;
    }
    const ExitCode given = give(brief::solve_answer(*solution, *facts), options.scenario.table, session);
    const bool solved = solution->answer.outcome == models::SolveOutcome::solved;
    return given == ExitCode::done && !solved ? ExitCode::no : given;
}

constexpr const char* examples = R"(Examples:
  burden solve jpn-5-by-2035 --vary jpn.target.share --so-that "jpn.spending[FY2035] <= 30 tn JPY"
  burden solve jpn-5-by-2035 --vary jpn.growth --so-that "jpn.spending[FY2035] >= 45 tn JPY" --in "-1 pp..+2 pp"
  burden solve in-dollars --vary fx.jpy --so-that "jpn.spending[FY2030] = 100 bn USD"
  burden solve baseline --vary jpn.target.share --so-that "jpn.extra[total] <= 50 tn JPY" --tolerance "0.01 pp"

Exit status: 3 when there is no such input.)";

}  // namespace

void add_solve(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command = app.add_subcommand("solve", "At which value of one setting is a result as wanted?");
    command.footer(examples);
    const auto text = [&](const char* names, std::string& value, const char* help, const char* type) {
        return command.add_option(names, value, help).type_name(type).group("Search");
    };
    command.add_option("scenario", options->names, "A scenario file or a ready-made scenario, several with +")
        .type_name("SCENARIO")
        .required();
    text("--vary", options->vary, "The key that is varied: a number", "KEY").required();
    text("--so-that", options->so_that,
         "What is wanted: a cell, one of <= >= < > =, and a value in the cell's unit", "RELATION")
        .required();
    text("--from", options->from, "Lowest value (else that of the key); a change varies a change: \"-1 pp\"",
         "VALUE");
    text("--to", options->to, "Highest value", "VALUE");
    text("--in", options->in, "Both at once: 2%..6%", "LOW..HIGH");
    text("--tolerance", options->tolerance, "How near the answer must be to the boundary: \"0.01 pp\"",
         "DISTANCE");
    add_scenario_options(command, options->scenario);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
