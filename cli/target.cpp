/// burden target: what a spending target costs.
#include <algorithm>
#include <memory>
#include <ostream>
#include <utility>

#include "burden/brief/target_answer.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/option_reader.hpp"
#include "burden/cli/table_options.hpp"
#include "burden/inputs/target_recording.hpp"

namespace burden::cli {
namespace {

using inputs::TargetQuestion;

struct Options {
    std::vector<std::string> countries;
    std::vector<std::string> shares;
    std::string core, related, base_related;
    std::string from, by, to;
    std::vector<std::string> paths;
    std::string baseline = "hold-share";
    std::string then = "hold-share";
    std::string denominator = "same-year";
    std::string definition;
    std::string gdp, growth, inflation, base_share, base_spending;
    std::string currency;
    std::string rate = "average";
    std::string prices = "current";
    bool extreme = false;
    TableOptions table;
};

void read_shares(const Options& options, OptionReader& read, TargetQuestion& question) {
    const auto share = [&](const std::string& text) {
        return inputs::read_target_share(text, options.extreme);
    };
    for (const std::string& text : options.shares) {
        const auto asked = read.value("--share", text, share);
        const bool twice =
            asked && std::any_of(question.shares.begin(), question.shares.end(),
                                 [&](const auto& other) { return other.share == asked->share; });
        if (twice) {
            read.refuse("--share", text + " is given twice");
        } else if (asked) {
            question.shares.push_back(*asked);
        }
    }
    const auto core = read.value("--core", options.core, share);
    const auto related = read.value("--related", options.related, share);
    const auto base_related = read.value("--base-related", options.base_related, share);
    if (options.core.empty() != options.related.empty()) {
        read.refuse(options.core.empty() ? "--related" : "--core", "a split target has two parts",
                    {"--core 3.5% --related 1.5%"});
    } else if (core && related) {
        question.split = inputs::SplitTarget{
            *core, *related, base_related ? std::optional(base_related->share) : std::nullopt};
    } else if (base_related && options.core.empty()) {
        read.refuse("--base-related", "it cannot change anything without --core and --related");
    }
}

/// A table of way-points says its own share and year, where no other is asked for.
void complete_from_table(TargetQuestion& question, bool by_given) {
    if (question.shapes.size() != 1 || question.split) {
        return;
    }
    const auto* way = std::get_if<calc::WayPoints<calc::Decimal>>(&question.shapes.front().shape);
    if (way == nullptr) {
        return;
    }
    const auto& [year, share] = way->points.back();
    if (!by_given) {
        question.by = {year, false};
    }
    if (question.shares.empty() && (!by_given || question.by.year == year)) {
        question.shares.push_back({(share * 100).to_significant(calc::Decimal::digits) + "%", share});
    }
}

std::optional<TargetQuestion> question_of(const Options& options, Session& session) {
    OptionReader read(session);
    TargetQuestion question;
    read_shares(options, read, question);
    question.from = read.value("--from", options.from, calc::read_year);
    const auto by = read.value("--by", options.by, calc::read_year);
    question.to = read.value("--to", options.to, calc::read_year);
    for (const std::string& text : options.paths) {
        if (const auto shapes = read.value("--path", text, inputs::read_path_shapes)) {
            question.shapes.insert(question.shapes.end(), shapes->begin(), shapes->end());
        }
    }
    if (const auto baseline = read.value("--vs", options.baseline, inputs::read_baseline)) {
        question.baseline = *baseline;
    }
    if (const auto then = read.value("--then", options.then, inputs::read_after_rule)) {
        question.then = *then;
    }
    if (const auto denominator = read.value("--denominator", options.denominator, inputs::read_denominator)) {
        question.fixed_denominator = *denominator;
    }
    if (!options.definition.empty()) {
        question.definition = options.definition;
    }
    question.currency = read.value("--currency", options.currency, calc::Currency::read);
    if (const auto rate = read.value("--rate", options.rate, inputs::RateRequest::read)) {
        question.rate = *rate;
    }
    if (const auto prices = read.value("--prices", options.prices, inputs::read_prices)) {
        question.constant_prices = *prices;
    }
    question.economy.gdp = read.value("--gdp", options.gdp, inputs::read_yearly_amount);
    question.economy.growth = read.value("--growth", options.growth, inputs::read_rises);
    question.economy.inflation = read.value("--inflation", options.inflation, inputs::read_rises);
    if (const auto share = read.value("--base-share", options.base_share, [&](const std::string& text) {
            return inputs::read_target_share(text, options.extreme);
        })) {
        question.base_share = share->share;
    }
    question.base_spending = read.value("--base-spending", options.base_spending, inputs::read_yearly_amount);
    if (question.base_share && question.base_spending) {
        read.refuse("--base-spending", "the base year's spending is given twice: by --base-share too");
    }
    if (options.rate != "average" && options.currency.empty()) {
        read.refuse("--rate", "it cannot change anything without --currency",
                    {"--currency USD --rate " + options.rate});
    }
    if (question.shapes.empty() && options.paths.empty()) {
        question.shapes = *inputs::read_path_shapes("linear");
    }
    if (by) {
        question.by = *by;
    }
    complete_from_table(question, by.has_value());
    if (read.good() && question.shares.empty() && !question.split) {
        read.refuse("--share", "what share of GDP is to be reached?",
                    {"--share 2%", "--core 3.5% --related 1.5%"});
    }
    if (read.good() && question.by.year == calc::Year{}) {
        read.refuse("--by", "by which year is it to be reached?", {"--by 2035"});
    }
    if (read.good() && options.then != "hold-share" && !question.to) {
        read.refuse("--then", "it cannot change anything without --to, a year after the year due",
                    {"--to " + std::to_string(question.by.year.number + 5)});
    }
    return read.good() ? std::optional(question) : std::nullopt;
}

/// The economy that the command line alone makes.
std::optional<inputs::OwnEconomy> own_economy(const TargetQuestion& question, Session& session) {
    OptionReader read(session);
    if (!question.economy.gdp) {
        read.refuse(
            "country", "which country? Or an economy of your own, by --gdp",
            {"burden target jpn …", "burden target --gdp \"619 tn JPY\" --growth 2% --inflation 0% …"});
        return std::nullopt;
    }
    if (!question.from) {
        read.refuse("--from", "the base year of your own economy is missing", {"--from 2025"});
    } else if (question.from->fiscal) {
        read.refuse("--from",
                    "only a country has fiscal years: say " + std::to_string(question.from->year.number));
    }
    if (!question.economy.growth) {
        read.refuse("--growth", "the real growth of your own economy is missing",
                    {"--growth 2%", "--growth 2026=0.5%,2027=0.8%"});
    }
    if (!question.economy.inflation) {
        read.refuse("--inflation", "the rise of the GDP deflator is missing",
                    {"--inflation 0%", "--inflation 2%"});
    }
    if (!read.good()) {
        return std::nullopt;
    }
    return inputs::OwnEconomy{.base_year = *question.from,
                              .gdp = *question.economy.gdp,
                              .growth = *question.economy.growth,
                              .inflation = *question.economy.inflation,
                              .base_share = question.base_share,
                              .base_spending = question.base_spending};
}

ExitCode run(const Options& options, Session& session) {
    const auto question = question_of(options, session);
    if (!question) {
        return ExitCode::refused;
    }
    std::vector<calc::Currency> currencies;
    if (question->currency) {
        currencies.push_back(*question->currency);
        if (question->economy.gdp && options.countries.empty()) {
            currencies.push_back(question->economy.gdp->currency);
        }
    }
    auto ground = ground_for(options.countries, currencies, false, options.table, session);
    if (!ground) {
        return ExitCode::refused;
    }
    // Runs point into the facts, and may be recorded later.
    const auto facts = std::make_shared<const inputs::Facts>(std::move(ground->facts));
    std::vector<inputs::TargetRun> runs;
    if (options.countries.empty()) {
        const auto own = own_economy(*question, session);
        const auto run =
            own ? taken(inputs::target_run(*facts, *own, "on the command line", *question), session)
                : std::nullopt;
        if (!run) {
            return ExitCode::refused;
        }
        runs.push_back(*run);
    }
    for (const std::string& code : ground->codes) {
        const auto run = taken(inputs::target_run(*facts, *facts->find_country(code), *question), session);
        if (!run) {
            return ExitCode::refused;
        }
        runs.push_back(*run);
    }
    return give(brief::target_answer(runs, *facts), options.table, session,
                {.title = runs.size() == 1 ? "" : "What spending targets cost",
                 .facts = facts,
                 .record = [facts, runs, question](inputs::Recorder& recorder) {
                     return inputs::target_recording(recorder, *facts, runs, *question);
                 }});
}

constexpr const char* examples = R"(Examples:
  burden target jpn --share 2% --share 3.4% --share 5% --by 2035
  burden target jpn --share 3.5% --by 2035 --path linear,front,back,step
  burden target jpn --share 2% --by FY2027 --denominator FY2022
  burden target kor deu pol --core 3.5% --related 1.5% --by 2035
  burden target jpn --share 3.5% --by 2035 --currency USD --prices constant:2025
  burden target kor --share 5% --by 2035 --vs plan
  burden target --gdp "619 tn JPY" --from 2025 --growth 2% --inflation 0% --base-share 1.8% --share 3.5% --by 2035)";

}  // namespace

void add_target(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command = app.add_subcommand("target", "What a spending target costs, year by year");
    command.footer(examples);
    command.add_option("country", options->countries, "Countries, by ISO code or English name")
        .type_name("COUNTRY");
    const auto text = [&](const char* names, std::string& value, const char* help, const char* type,
                          const char* group) {
        return command.add_option(names, value, help).type_name(type).group(group);
    };
    command
        .add_option("--share", options->shares,
                    "Share of GDP to reach; may be given several times, or a list with commas")
        .type_name("SHARE")
        .one_at_a_time()
        .delimiter(',')
        .group("Target");
    text("--core", options->core, "Core part of a split target", "SHARE", "Target");
    text("--related", options->related, "Related part of a split target", "SHARE", "Target");
    text("--base-related", options->base_related,
         "Part of the base year's share that is related spending (else none)", "SHARE", "Target");
    text("--from", options->from, "Base year (else the latest year of the spending figures)", "YEAR",
         "Target");
    text("--by", options->by, "Year in which the share is reached", "YEAR", "Target");
    text("--to", options->to, "Last year shown (else the year due)", "YEAR", "Target");
    command
        .add_option("--path", options->paths,
                    "linear, geometric, front, back, s-curve, step, growth, table:FY2028=2.2%,FY2035=5%; "
                    "each may end in :limit=8%")
        .type_name("SHAPES")
        .one_at_a_time()
        .group("Target");
    text("--vs", options->baseline,
         "Baseline of the extra: hold-share, hold-real, hold-nominal, share:2%, plan[:KEY]", "BASELINE",
         "Target");
    text("--then", options->then, "After the year due: hold-share, hold-real, hold-nominal", "RULE",
         "Target");
    text("--denominator", options->denominator,
         "GDP that shares are of: same-year, or a year held fixed, FY2022", "DENOMINATOR", "Target");
    text("--definition", options->definition,
         "Which count of spending to start from: a key of 'burden facts'", "KEY", "Target");
    command.add_flag("--allow-extreme", options->extreme, "Take shares above 25 %").group("Target");
    text("--gdp", options->gdp, "GDP of the base year, \"619 tn JPY\"", "AMOUNT", "Economy");
    text("--growth", options->growth, "Real growth, for every year or by year: 2026=0.5%,2027=0.8%", "RATES",
         "Economy");
    text("--inflation", options->inflation, "Rise of the GDP deflator, likewise", "RATES", "Economy");
    text("--base-share", options->base_share, "Share of GDP spent in the base year", "SHARE", "Economy");
    text("--base-spending", options->base_spending, "Amount spent in the base year", "AMOUNT", "Economy");
    text("--currency", options->currency, "Show amounts in another currency", "CURRENCY", "Units");
    text("--rate", options->rate,
         "Its rate: average[:YEAR], budget[:YEAR], spot:DATE, fixed:VALUE, ppp[:YEAR]", "RATE", "Units");
    text("--prices", options->prices, "current, or constant:YEAR", "PRICES", "Units");
    add_table_options(command, options->table);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
