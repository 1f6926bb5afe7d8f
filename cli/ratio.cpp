/// burden ratio: one year's budget on every basis.
#include <memory>
#include <string>
#include <utility>

#include "burden/brief/ratio_answer.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/table_options.hpp"
#include "burden/inputs/ratio_recording.hpp"

namespace burden::cli {
namespace {

struct Options {
    std::string country;
    std::string year;
    TableOptions table;
};

ExitCode run(const Options& options, Session& session) {
    const auto year = taken(calc::read_year(options.year), "year", options.year, session);
    auto ground = ground_for({options.country}, {}, false, options.table, session);
    if (!year || !ground) {
        return ExitCode::refused;
    }
    // The run points into the facts, and may be recorded later.
    const auto facts = std::make_shared<const inputs::Facts>(std::move(ground->facts));
    const auto ratios = taken(inputs::ratio_run(*facts->find_country(ground->codes.front()), *year), session);
    if (!ratios) {
        return ExitCode::refused;
    }
    return give(brief::ratio_answer(*ratios, *facts), options.table, session,
                {.facts = facts, .record = [run = *ratios](inputs::Recorder& recorder) {
                     return inputs::ratio_recording(recorder, run);
                 }});
}

constexpr const char* examples = R"(Examples:
  burden ratio jpn FY2025
  burden ratio usa FY2025 --format csv
  burden ratio germany 2025)";

}  // namespace

void add_ratio(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command = app.add_subcommand("ratio", "One year's defence budget on every basis");
    command.footer(examples);
    command.add_option("country", options->country, "Country, by ISO code or English name")
        .type_name("COUNTRY")
        .required();
    command.add_option("year", options->year, "Fiscal or calendar year: FY2025, 2025")
        .type_name("YEAR")
        .required();
    add_table_options(command, options->table);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
