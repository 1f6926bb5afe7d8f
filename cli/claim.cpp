/// burden claim, burden claims: a quoted figure against the facts.
#include <algorithm>
#include <memory>
#include <utility>

#include "burden/brief/claim_answer.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/table_options.hpp"
#include "burden/inputs/claim_recording.hpp"
#include "burden/inputs/claim_run.hpp"

namespace burden::cli {
namespace {

struct Options {
    std::string text;
    std::string of;
    std::string tolerance;
    TableOptions table;
};

calc::Parsed<calc::Decimal> read_tolerance(std::string_view text) {
    const auto share = calc::read_share(text);
    if (share && (*share < calc::Decimal(0) || calc::Decimal("0.5") < *share)) {
        return calc::Fault{.message = "a tolerance is between 0 % and 50 %", .at = 0, .length = text.size()};
    }
    return share;
}

/// The country and the series of "jpn:troops"; none where there is no colon or no such country.
std::optional<std::pair<const inputs::Country*, std::string>> series_of(const std::string& typed,
                                                                        const inputs::Facts& facts) {
    const std::size_t colon = typed.find(':');
    if (colon == std::string::npos) {
        return std::nullopt;
    }
    const auto found = std::find_if(
        facts.countries.begin(), facts.countries.end(),
        [&](const inputs::Country& country) { return is_called(country, typed.substr(0, colon)); });
    return found == facts.countries.end() ? std::nullopt
                                          : std::optional(std::pair{&*found, typed.substr(colon + 1)});
}

ExitCode run(const Options& options, Session& session) {
    const auto figure = taken(inputs::read_claim_figure(options.text), "claim", options.text, session);
    auto tolerance = std::optional(inputs::usual_tolerance);
    if (!options.tolerance.empty()) {
        tolerance = taken(read_tolerance(options.tolerance), "--tolerance", options.tolerance, session);
    }
    auto ground = figure && tolerance ? ground_for({}, {}, true, options.table, session) : std::nullopt;
    if (!ground) {
        return ExitCode::refused;
    }
    const auto known = std::make_shared<const inputs::Facts>(std::move(ground->facts));
    const inputs::Facts& facts = *known;
    const auto* const arrangement = facts.find_arrangement(calc::lower_case(options.of));
    const auto series = series_of(options.of, facts);
    if (arrangement == nullptr && !series) {
        inputs::Diagnostic unknown = unknown_arrangement("--of", options.of, facts);
        unknown.hint = "a figure of a country stands as COUNTRY:MEASURE, --of chn:defence-growth";
        report({unknown}, session);
        return ExitCode::refused;
    }
    const auto checked =
        arrangement != nullptr
            ? inputs::arrangement_claim(facts, *arrangement, options.text, *figure, *tolerance)
            : inputs::series_claim(*series->first, series->second, options.text, *figure, *tolerance);
    const auto claim = taken(checked, session);
    if (!claim) {
        return ExitCode::refused;
    }
    const ExitCode given = give(brief::claim_answer(*claim, facts), options.table, session,
                                {.title = "Claim: " + claim->text,
                                 .facts = known,
                                 .record = [known, run = *claim](inputs::Recorder& recorder) {
                                     return inputs::claim_recording(recorder, *known, run);
                                 }});
    return given == ExitCode::done && claim->verdict == models::Verdict::refuted ? ExitCode::no : given;
}

ExitCode run_all(const TableOptions& options, Session& session) {
    const auto ground = ground_for({}, {}, true, options, session);
    if (!ground) {
        return ExitCode::refused;
    }
    std::vector<inputs::ClaimRun> runs;
    for (const inputs::Claim& claim : ground->facts.claims) {
        const auto one = taken(inputs::claim_run(ground->facts, claim), session);
        if (!one) {
            return ExitCode::refused;
        }
        runs.push_back(*one);
    }
    return give(brief::claims_answer(runs, ground->facts), options, session);
}

constexpr const char* claim_examples = R"(Examples:
  burden claim "8.6 billion USD per year" --of jpn-sma-2022
  burden claim "1.55 trillion JPY over 5 years" --of jpn-sma-2022
  burden claim "7.2%" --of chn:defence-growth
  burden claim "54,000 persons" --of jpn:troops --tolerance 3%

Exit status: 3 when the claim is refuted.)";

}  // namespace

void add_claim(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command = app.add_subcommand("claim", "Is this quoted figure right? Read every way there is");
    command.footer(claim_examples);
    command
        .add_option("claim", options->text,
                    "The figure: \"8.6 billion USD per year\", \"7.2%\", \"355 days\"")
        .type_name("FIGURE")
        .required();
    command
        .add_option("--of", options->of,
                    "What it is said of: an arrangement, or COUNTRY:MEASURE or COUNTRY:KEY of 'burden facts'")
        .type_name("SUBJECT")
        .required();
    command.add_option("--tolerance", options->tolerance, "How far from a fact still fits (else 1%)")
        .type_name("SHARE");
    add_table_options(command, options->table);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

void add_claims(CommandLine& app, Session& session) {
    const auto options = std::make_shared<TableOptions>();
    auto command = app.add_subcommand("claims", "Figures from news articles of 2025, each with a verdict");
    command.footer("Examples:\n  burden claims\n  burden claims --format md");
    add_table_options(command, *options);
    command.callback([options, &session] { session.exit_code = run_all(*options, session); });
}

}  // namespace burden::cli
