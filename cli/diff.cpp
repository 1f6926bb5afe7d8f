/// burden diff: the difference of two scenarios, and what makes it.
#include <memory>
#include <utility>

#include "burden/brief/difference_answer.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/option_reader.hpp"
#include "burden/cli/scenario_options.hpp"

namespace burden::cli {
namespace {

struct Options {
    std::string first;
    std::string second;
    bool why = false;
    std::string metric = "spending";
    std::string order;
    std::vector<std::string> second_facts;
    ScenarioOptions scenario;
};

/// The facts of the second side; those of the first where it has none of its own.
std::optional<inputs::Facts> facts_of_second(const Options& options, Session& session) {
    TableOptions table = options.scenario.table;
    table.facts.insert(table.facts.end(), options.second_facts.begin(), options.second_facts.end());
    return all_facts(table, session);
}

/// The runs of both sides, and behind them those of the mixtures that parts are made of.
RunsBehind sides_behind(const inputs::ScenarioDifference& difference, const TableOptions& table,
                        const Session& session) {
    if (!are_computed_with(table, session)) {
        return {};
    }
    const auto mixtures = inputs::mixtures_of(difference);
    std::vector<std::pair<const inputs::Scenario*, const inputs::Facts*>> sides;
    for (const inputs::DifferenceMixture& mixture : mixtures) {
        sides.emplace_back(&mixture.scenario, mixture.facts);
    }
    RunsBehind runs = runs_behind(sides, table, session);
    for (std::size_t at = 0; at < runs.size(); ++at) {
        const inputs::Scenario& side = *(at == 0 ? difference.first : difference.second).scenario;
        const std::string title = side.title();
        const std::string& words = mixtures[at].words;
        runs[at].title = at > 1 ? words : title.empty() ? side.name : title;
        runs[at].name = at > 1 ? words : side.name;
    }
    return runs;
}

ExitCode run(const Options& options, Session& session) {
    OptionReader read(session);
    inputs::DifferenceQuestion question;
    if (const auto metric = read.value("--metric", options.metric, inputs::read_metric)) {
        question.metric = *metric;
    }
    if (const auto order = read.value("--order", options.order, inputs::SplitOrder::read)) {
        question.order = *order;
    }
    question.split = options.why || !options.order.empty();
    const auto first = scenario_named(options.first, {}, session);
    const auto second = scenario_named(options.second, options.scenario.set, session);
    if (!read.good() || !first || !second) {
        return ExitCode::refused;
    }
    const auto facts = all_facts(options.scenario.table, session);
    const bool other_facts = facts && !options.second_facts.empty();
    const auto second_facts = other_facts ? facts_of_second(options, session) : std::nullopt;
    if (!facts || (other_facts && !second_facts)) {
        return ExitCode::refused;
    }
    const auto difference =
        taken(inputs::scenario_difference({&*first, &*facts},
                                          {&*second, other_facts ? &*second_facts : &*facts}, question),
              session);
    if (!difference) {
        return ExitCode::refused;
    }
    return give(brief::difference_answer(*difference), options.scenario.table, session,
                sides_behind(*difference, options.scenario.table, session));
}

constexpr const char* examples = R"(Examples:
  burden diff baseline jpn-3-4-constant
  burden diff baseline plan.toml --why
  burden diff baseline jpn-3-4-constant+faster-growth --why --order growth,policy
  burden diff hosting-flat hosting-quadrupled --metric hosting
  burden diff jpn-5-by-2035 jpn-5-by-2035 --set "jpn.growth=+0.5 pp" --why
  burden diff in-dollars in-dollars+strong-yen --why
  burden diff baseline baseline --facts-b corrected.toml --why)";

}  // namespace

void add_diff(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command =
        app.add_subcommand("diff", "What the second of two scenarios does beyond the first, and why");
    command.footer(examples);
    command
        .add_option("first", options->first,
                    "A scenario: a file, a ready-made one, or several with + between them")
        .type_name("FIRST")
        .required();
    command.add_option("second", options->second, "Another: --set goes over this one alone")
        .type_name("SECOND")
        .required();
    command
        .add_flag(
            "--why", options->why,
            "Split the difference by what was changed: policy, growth, inflation, exchange rate, population, "
            "public finance, definition, data")
        .group("Difference");
    command
        .add_option(
            "--metric", options->metric,
            "gdp, share, spending, extra, hosting, contribution, per_head, of_government, population or rate "
            "(else spending)")
        .type_name("METRIC")
        .group("Difference");
    command
        .add_option(
            "--order", options->order,
            "Split by changing one group after another, policy,growth, or by the average of all orders: "
            "average (else each by itself, and both at once)")
        .type_name("ORDER")
        .group("Difference");
    command
        .add_option(
            "--facts-b", options->second_facts,
            "Facts of the second scenario alone, over those of --facts: the difference counts as data")
        .type_name("DIR|FILE")
        .one_at_a_time()
        .group("Facts");
    add_scenario_options(command, options->scenario);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
