/// burden explain: how a figure of a scenario is computed.
#include <algorithm>
#include <memory>
#include <ostream>

#include "burden/brief/derivation.hpp"
#include "burden/brief/files.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/option_reader.hpp"
#include "burden/cli/scenario_options.hpp"

namespace burden::cli {
namespace {

/// More is read by nobody, and slows down those who draw it.
constexpr std::size_t most_steps = 5000;

struct Options {
    std::string scenario;
    std::string cell;
    std::string depth = "2";
    std::string form = "text";
    std::vector<std::string> set;
    TableOptions table;
};

calc::Parsed<int> read_depth(std::string_view text) {
    constexpr int most = 20;
    const auto number = calc::Decimal::read(text);
    for (int depth = 0; number && depth <= most; ++depth) {
        if (*number == calc::Decimal(depth)) {
            return depth;
        }
    }
    return calc::Fault{.message = "a depth is a whole number",
                       .at = 0,
                       .length = std::max<std::size_t>(1, text.size()),
                       .allowed = {"0 to 20"}};
}

ExitCode run(const Options& options, Session& session) {
    OptionReader read(session);
    const auto depth = read.value("--depth", options.depth, read_depth);
    const auto form = read.value("--as", options.form, brief::read_derivation_form);
    const auto cell = taken(inputs::ScenarioCell::read(options.cell), "cell", options.cell, session);
    if (!depth || !form || !cell) {
        return ExitCode::refused;
    }
    const auto scenario = scenario_named(options.scenario, options.set, session);
    const auto facts = scenario ? all_facts(options.table, session) : std::nullopt;
    const auto plan = facts ? taken(inputs::plan_of(*facts, *scenario), session) : std::nullopt;
    const auto derivation =
        plan ? taken(inputs::cell_derivation(*scenario, *plan, *cell, {.depth = *depth, .steps = most_steps}),
                     session)
             : std::nullopt;
    if (!derivation) {
        return ExitCode::refused;
    }
    const std::string text = brief::written(*derivation, *form, session.style.width);
    if (options.table.output.empty()) {
        session.out << text;
        return ExitCode::done;
    }
    return report(brief::write_whole(options.table.output, text), session) ? ExitCode::refused
                                                                           : ExitCode::done;
}

constexpr const char* examples = R"(Examples:
  burden explain jpn-5-by-2035 "jpn.spending[FY2030]"
  burden explain jpn-5-by-2035 "jpn.extra[total]" --depth 1
  burden explain plan.toml+strong-yen "jpn.hosting[FY2028]" --depth 4
  burden explain baseline "jpn.share[FY2027]" --set jpn.target.share=3.4%
  burden explain baseline "jpn.spending[FY2030]" --as dot -o spending.dot)";

}  // namespace

void add_explain(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command = app.add_subcommand("explain", "How a figure of a scenario is computed, down to its facts");
    command.footer(examples);
    command
        .add_option("scenario", options->scenario,
                    "A scenario file or a ready-made scenario; several with + between them")
        .type_name("SCENARIO")
        .required();
    command
        .add_option("cell", options->cell,
                    "Country, metric and year: jpn.spending[FY2030], jpn.extra[total], "
                    "jpn.hosting[FY2027..FY2031]")
        .type_name("CELL")
        .required();
    command
        .add_option("--depth", options->depth, "Named results below one another that are followed (else 2)")
        .type_name("NUMBER");
    command.add_option("--as", options->form, "text, latex, dot (graphviz) or json")
        .type_name("FORM")
        .group("Output");
    command.add_option("-o,--output", options->table.output, "Write into a file instead, whole or not at all")
        .type_name("FILE")
        .group("Output");
    command.add_option("--set", options->set, "Set a key over the scenario: jpn.target.share=3.4%")
        .type_name("KEY=VALUE")
        .one_at_a_time()
        .group("Scenario");
    command
        .add_option("--facts", options->table.facts,
                    "Add or replace facts from a file or a folder of .toml files")
        .type_name("DIR|FILE")
        .one_at_a_time()
        .group("Facts");
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
