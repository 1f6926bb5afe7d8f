/// burden ledger: what host and guest pay, under every counting rule.
#include <memory>

#include "burden/brief/ledger_answer.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/table_options.hpp"
#include "burden/inputs/ledger_recording.hpp"

namespace burden::cli {
namespace {

struct Options {
    std::vector<std::string> countries;
    std::string period;
    TableOptions table;
};

ExitCode run(const Options& options, Session& session) {
    std::optional<std::pair<calc::YearText, calc::YearText>> period;
    if (!options.period.empty()) {
        period = taken(calc::read_years(options.period), "--period", options.period, session);
        if (!period) {
            return ExitCode::refused;
        }
    }
    // A ledger rests on what the guest publishes too, and on rates.
    auto ground = ground_for(options.countries, {}, true, options.table, session);
    if (!ground) {
        return ExitCode::refused;
    }
    const auto facts = std::make_shared<const inputs::Facts>(std::move(ground->facts));
    std::vector<inputs::LedgerRun> runs;
    for (const std::string& code : ground->codes) {
        const auto one = taken(inputs::ledger_run(*facts, *facts->find_country(code), period), session);
        if (!one) {
            return ExitCode::refused;
        }
        runs.push_back(*one);
    }
    return give(brief::ledger_answer(runs, *facts), options.table, session,
                {.facts = facts, .record = [runs](inputs::Recorder& recorder) {
                     return inputs::ledger_recording(recorder, runs);
                 }});
}

constexpr const char* examples = R"(Examples:
  burden ledger jpn
  burden ledger jpn --period 2016..2019
  burden ledger jpn kor --format json)";

}  // namespace

void add_ledger(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command =
        app.add_subcommand("ledger", "What host and guest pay for a presence, under every counting rule");
    command.footer(examples);
    command.add_option("country", options->countries, "Hosts, by ISO code or English name")
        .type_name("COUNTRY")
        .required();
    command.add_option("--period", options->period, "Only accounts that touch these years: 2016..2019")
        .type_name("YEARS");
    add_table_options(command, options->table);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
