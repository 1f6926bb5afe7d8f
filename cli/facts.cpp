/// burden facts: what is known.
#include <memory>

#include "burden/brief/facts_answer.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/table_options.hpp"

namespace burden::cli {
namespace {

struct Options {
    std::vector<std::string> words;
    std::vector<std::string> countries;
    std::string measure;
    std::string year;
    bool values = false;
    TableOptions table;
};

bool is_measure(const std::string& name, Session& session) {
    std::vector<std::string> names;
    for (const inputs::Measure& measure : inputs::measures()) {
        names.emplace_back(measure.name);
        if (measure.name == name) {
            return true;
        }
    }
    report({inputs::argument_diagnostic("--measure", name, calc::unknown_name("measure", name, names))},
           session);
    return false;
}

ExitCode run(const Options& options, Session& session) {
    brief::FactsQuery query{
        .words = options.words, .countries = {}, .measure = {}, .years = {}, .values = options.values};
    // A year among the words is meant as one.
    std::string year = options.year;
    for (auto word = query.words.begin(); year.empty() && word != query.words.end(); ++word) {
        if (calc::read_years(*word)) {
            year = *word;
            query.words.erase(word);
            break;
        }
    }
    if (!year.empty()) {
        query.years = taken(calc::read_years(year), "--year", year, session);
        if (!query.years) {
            return ExitCode::refused;
        }
    }
    if (!options.measure.empty()) {
        if (!is_measure(options.measure, session)) {
            return ExitCode::refused;
        }
        query.measure = options.measure;
    }
    const auto ground = ground_for(options.countries, {}, options.countries.empty(), options.table, session);
    if (!ground) {
        return ExitCode::refused;
    }
    query.countries = ground->codes;
    return give(brief::facts_answer(query, ground->facts), options.table, session);
}

constexpr const char* examples = R"(Examples:
  burden facts                                    every series
  burden facts japan defence                      series in which all these words stand
  burden facts korea defence 2026                 figures of one year
  burden facts --country jpn --year FY2025 --measure defence-spending
  burden facts gdp-imf --country kor --values     every figure)";

}  // namespace

void add_facts(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command =
        app.add_subcommand("facts", "What is known: published figures, where they disagree, which is chosen");
    command.footer(examples);
    command.add_option("words", options->words, "Words that must all stand in a series").type_name("WORD");
    command.add_option("--country", options->countries, "Only these countries")
        .type_name("COUNTRY")
        .one_at_a_time()
        .delimiter(',');
    command.add_option("--measure", options->measure, "Only this measure: gdp, defence-spending, …")
        .type_name("MEASURE");
    command.add_option("--year", options->year, "Only figures of these years: FY2025, 2020..2025")
        .type_name("YEARS");
    command.add_flag("--values", options->values, "Every figure, not a line for each series");
    add_table_options(command, options->table);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
