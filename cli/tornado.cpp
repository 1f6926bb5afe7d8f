/// burden tornado: which assumption moves a result, and how far.
#include <algorithm>
#include <memory>

#include "burden/brief/tornado_answer.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/option_reader.hpp"
#include "burden/cli/scenario_options.hpp"

namespace burden::cli {
namespace {

struct Options {
    std::string names;
    std::string metric;
    std::vector<std::string> ranges;
    ScenarioOptions scenario;
};

/// What is set for the scenario as it is, and then at both ends of each range.
std::vector<std::vector<std::string>> settings_of_ends(const inputs::Tornado& tornado) {
    std::vector<std::vector<std::string>> settings(1);
    for (const inputs::Swing& swing : tornado.swings) {
        for (const std::string& end : {swing.range.low, swing.range.high}) {
            settings.push_back({to_text(swing.range.key) + "=" + end});
        }
    }
    return settings;
}

ExitCode run(const Options& options, Session& session) {
    OptionReader read(session);
    const auto cell = read.value("--metric", options.metric, inputs::ScenarioCell::read);
    std::vector<inputs::SwingRange> ranges;
    for (const std::string& text : options.ranges) {
        if (const auto range = read.value("--range", text, inputs::SwingRange::read)) {
            const bool twice =
                std::any_of(ranges.begin(), ranges.end(),
                            [&](const inputs::SwingRange& other) { return other.key == range->key; });
            if (twice) {
                read.refuse("--range", to_text(range->key) + " is given twice");
            }
            ranges.push_back(*range);
        }
    }
    const auto scenario =
        read.good() ? scenario_named(options.names, options.scenario.set, session) : std::nullopt;
    const auto facts = scenario ? all_facts(options.scenario.table, session) : std::nullopt;
    const auto tornado =
        facts ? taken(inputs::tornado(*facts, *scenario, *cell, ranges), session) : std::nullopt;
    return tornado ? give(brief::tornado_answer(*tornado, *facts), options.scenario.table, session,
                          runs_under(settings_of_ends(*tornado), *scenario, *facts, options.scenario.table,
                                     session))
                   : ExitCode::refused;
}

constexpr const char* examples = R"(Examples:
  burden tornado jpn-5-by-2035 --metric "jpn.spending[FY2035]"
  burden tornado in-dollars --metric "jpn.spending[FY2030]" --range fx.jpy=120:160
  burden tornado jpn-5-by-2035 --metric "jpn.extra[total]" --range jpn.target.share=3%:5% --range "jpn.target.path=geometric|front"
  burden tornado five-allies --metric "kor.spending[total]" --format csv)";

}  // namespace

void add_tornado(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command = app.add_subcommand("tornado", "How far each assumption moves a result, the widest first");
    command.footer(examples);
    command.add_option("scenario", options->names, "A scenario file or a ready-made scenario, several with +")
        .type_name("SCENARIO")
        .required();
    command.add_option("--metric", options->metric, "The cell that is moved: jpn.spending[FY2035]")
        .type_name("CELL")
        .required()
        .group("Ranges");
    command
        .add_option(
            "--range", options->ranges,
            "Both ends of a key of any section, in place of its own: jpn.growth=-1 pp:+1 pp; words with a "
            "bar")
        .type_name("KEY=LOW:HIGH")
        .one_at_a_time()
        .group("Ranges");
    add_scenario_options(command, options->scenario);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
