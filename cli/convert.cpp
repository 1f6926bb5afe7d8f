/// burden convert: one amount in other money.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "burden/brief/conversion_answer.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/table_options.hpp"
#include "burden/inputs/conversion_recording.hpp"
#include "burden/inputs/target_question.hpp"

namespace burden::cli {
namespace {

struct Options {
    std::string amount;
    std::string over;
    std::string to;
    std::string prices = "current";
    std::string rate = "average";
    bool all_methods = false;
    TableOptions table;
};

ExitCode run(const Options& options, Session& session) {
    const auto amount = taken(calc::read_amount(options.amount), "amount", options.amount, session);
    const auto rate = taken(inputs::RateRequest::read(options.rate), "--rate", options.rate, session);
    const auto prices = taken(inputs::read_prices(options.prices), "--prices", options.prices, session);
    if (!amount || !rate || !prices) {
        return ExitCode::refused;
    }
    inputs::ConversionQuestion question{.text = options.amount,
                                        .amount = *amount,
                                        .constant_prices = *prices,
                                        .rate = *rate,
                                        .all_methods = options.all_methods};
    std::vector<calc::Currency> currencies = {amount->currency};
    if (!options.over.empty()) {
        question.over = taken(calc::read_years(options.over), "--over", options.over, session);
        if (!question.over) {
            return ExitCode::refused;
        }
    }
    if (!options.to.empty()) {
        question.to = taken(calc::Currency::read(options.to), "--to", options.to, session);
        if (!question.to) {
            return ExitCode::refused;
        }
        currencies.push_back(*question.to);
    }
    auto ground = ground_for({}, currencies, false, options.table, session);
    if (!ground) {
        return ExitCode::refused;
    }
    // The run points into the facts, and may be recorded later.
    const auto facts = std::make_shared<const inputs::Facts>(std::move(ground->facts));
    const auto conversions = taken(inputs::conversion_run(*facts, question), session);
    if (!conversions) {
        return ExitCode::refused;
    }
    return give(brief::conversion_answer(*conversions, *facts), options.table, session,
                {.facts = facts, .record = [run = *conversions](inputs::Recorder& recorder) {
                     return inputs::conversion_recording(recorder, run);
                 }});
}

constexpr const char* examples = R"(Examples:
  burden convert "11 tn JPY" --over FY2025 --to USD
  burden convert "43 tn JPY" --over FY2023..FY2027 --to USD --prices constant:2025 --all-methods
  burden convert "8.6 billion USD" --to JPY --rate fixed:122.69
  burden convert "1,518.8 bn KRW" --over 2026 --to USD --rate average:2025)";

}  // namespace

void add_convert(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command = app.add_subcommand(
        "convert", "An amount in another currency or in constant prices, by named methods");
    command.footer(examples);
    command.add_option("amount", options->amount, "The amount: \"43 tn JPY\"").type_name("AMOUNT").required();
    command.add_option("--over", options->over, "Year or years it is spread over, evenly: FY2023..FY2027")
        .type_name("YEARS");
    command.add_option("--to", options->to, "Currency to convert to").type_name("CURRENCY");
    command.add_option("--prices", options->prices, "current, or constant:YEAR").type_name("PRICES");
    command
        .add_option("--rate", options->rate,
                    "average[:YEAR], budget[:YEAR], spot:DATE, fixed:VALUE, ppp[:YEAR]")
        .type_name("RATE");
    command.add_flag("--all-methods", options->all_methods, "Every named method, one under another");
    add_table_options(command, options->table);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
