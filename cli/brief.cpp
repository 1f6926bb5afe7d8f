/// burden brief: a brief that can be sent, in every format.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>

#include "burden/brief/files.hpp"
#include "burden/brief/findings.hpp"
#include "burden/brief/in_language.hpp"
#include "burden/brief/shell_words.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/option_reader.hpp"
#include "burden/cli/run.hpp"
#include "burden/cli/run_folder.hpp"
#include "burden/cli/scenario_options.hpp"
#include "burden/inputs/brief_file.hpp"
#include "burden/inputs/facts_reader.hpp"

namespace burden::cli {
namespace fs = std::filesystem;

using brief::Document;
using brief::Format;
using inputs::BriefFile;
using inputs::BriefSection;
using inputs::Diagnostic;

namespace {

struct Options {
    std::vector<std::string> names;
    ScenarioOptions scenario;
};

/// A brief, and the name that its files have.
struct Named {
    BriefFile brief;
    std::string name;
};

/// The parts of a brief on scenarios: what they come to, what they change, and how it is paid for.
Named brief_on(const inputs::Scenario& scenario, const inputs::ScenarioPlan& plan,
               const std::vector<std::string>& set) {
    Named result;
    const std::string& name = scenario.name;
    const std::string title = scenario.title();
    result.brief.title = title.empty() ? name : title;
    result.brief.question = "What does the scenario " + name + " come to, and what does it change?";
    result.brief.assumptions = {"Everything that the scenario does not set is as in the baseline.",
                                "What the scenario sets: burden show " + brief::scenario_typed(scenario)};
    result.name = name;
    std::replace_if(
        result.name.begin(), result.name.end(), [](char c) { return c == '+' || c == '/' || c == ' '; }, '-');
    const auto question = [&](std::vector<std::string> words) {
        for (const std::string& setting : set) {
            words.emplace_back("--set");
            words.push_back(setting);
        }
        return words;
    };
    result.brief.sections.push_back({.heading = "Year by year", .question = question({"run", name})});
    if (name != "baseline" || !set.empty()) {
        result.brief.sections.push_back(
            {.heading = "Against the baseline", .question = question({"diff", "baseline", name, "--why"})});
    }
    for (const std::size_t country : plan.shown) {
        if (plan.plan.countries[country].finance.financing) {
            result.brief.sections.push_back(
                {.heading = "How the extra is paid for",
                 .question = question({"fiscal", plan.plan.countries[country].code, name})});
        }
    }
    return result;
}

std::optional<Named> ready_made(const std::string& name, Session& session) {
    for (const inputs::ReadyBrief& one : inputs::ready_briefs()) {
        if (one.name == name) {
            const auto brief = taken(inputs::read_brief(one.text, name), session);
            return brief ? std::optional(Named{*brief, name}) : std::nullopt;
        }
    }
    return std::nullopt;
}

/// Whether a text is that of a brief, and not of a scenario: only briefs have sections.
bool is_brief(std::string_view text) { return text.find("[[sections]]") != std::string_view::npos; }

/// The brief that was asked for: ready-made, in a file, or on scenarios.
std::optional<Named> brief_named(const Options& options, Session& session) {
    if (options.names.size() == 1) {
        const std::string& name = options.names.front();
        std::error_code error;
        std::optional<Named> named;
        if (const auto ready = ready_made(name, session)) {
            named = ready;
        } else if (fs::is_regular_file(name, error)) {
            const auto text = taken(brief::file_text(name, inputs::largest_file), session);
            if (!text) {
                return std::nullopt;
            }
            if (is_brief(*text)) {
                const auto brief = taken(inputs::read_brief(*text, name), session);
                if (!brief) {
                    return std::nullopt;
                }
                named = Named{*brief, fs::path(name).stem().string()};
            }
        }
        if (named) {
            if (!options.scenario.set.empty()) {
                report({{.file = "--set",
                         .message = "a brief states its own questions: --set goes over a scenario",
                         .allowed = {"burden brief SCENARIO --set KEY=VALUE"}}},
                       session);
                return std::nullopt;
            }
            return named;
        }
    }
    std::string names;
    for (const std::string& name : options.names) {
        names += (names.empty() ? "" : "+") + name;
    }
    const auto scenario = scenario_named(names, options.scenario.set, session);
    const auto facts = scenario ? all_facts(options.scenario.table, session) : std::nullopt;
    const auto plan = facts ? taken(inputs::plan_of(*facts, *scenario), session) : std::nullopt;
    return plan ? std::optional(brief_on(*scenario, *plan, options.scenario.set)) : std::nullopt;
}

/// Where a section's question stands, for a refusal of what it asks.
Diagnostic refusal_at(const BriefSection& section, std::string message, std::vector<std::string> allowed) {
    Diagnostic diagnostic{.file = "question",
                          .message = std::move(message),
                          .excerpt = section.place.excerpt,
                          .allowed = std::move(allowed)};
    if (section.place.line > 0) {
        diagnostic.file = section.place.file;
        diagnostic.line = section.place.line;
        diagnostic.column = section.place.column;
        diagnostic.length = section.place.length;
    }
    return diagnostic;
}

/// A brief asks for answers; where they go and how they look is not its to say.
bool asks_only(const BriefSection& section, Session& session) {
    for (const std::string& word : section.question) {
        const std::string name = word.substr(0, word.find('='));
        const bool output = name == "--output" || name == "--format" || name == "--metadata" ||
                            name == "--chart" || (word.starts_with("-o") && !word.starts_with("--"));
        if (output) {
            report({refusal_at(section, "'" + name + "' has no place in a question", {})}, session);
            return false;
        }
    }
    if (section.question.front() == "brief" || section.question.front() == "chart") {
        report({refusal_at(section, "a brief does not ask for a " + section.question.front(),
                           {"target", "hns", "run", "diff", "ratio"})},
               session);
        return false;
    }
    return true;
}

std::string command_line(const std::vector<std::string>& words) {
    std::string line = "burden";
    for (const std::string& word : words) {
        line += " " + brief::shell_word(word);
    }
    return line;
}

std::optional<Given> asked(const BriefSection& section, const Options& options, Session& session) {
    if (!asks_only(section, session)) {
        return std::nullopt;
    }
    std::vector<std::string> words = section.question;
    for (const std::string& facts : options.scenario.table.facts) {
        words.emplace_back("--facts");
        words.push_back(facts);
    }
    std::vector<Given> answers;
    Session inner{.out = session.out, .err = session.err, .style = session.style, .given = &answers};
    const ExitCode code = cli::run(words, inner);
    // A refuted claim is an answer.
    if ((code != ExitCode::done && code != ExitCode::no) || answers.empty()) {
        const std::string asked = command_line(section.question);
        report({refusal_at(section,
                           code == ExitCode::done ? "'" + asked + "' answers with no table"
                                                  : "'" + asked + "' was refused, as said above",
                           {})},
               session);
        return std::nullopt;
    }
    return std::move(answers.front());
}

/// Terms count runs from those of sections before.
void move_runs(brief::Answer& answer, std::size_t before) {
    const auto move = [&](std::vector<brief::FigureTerm>& terms) {
        for (brief::FigureTerm& term : terms) {
            term.run += before;
        }
    };
    for (brief::Table& table : answer.tables) {
        for (brief::Row& row : table.rows) {
            for (brief::Cell& cell : row.cells) {
                if (auto* figure = std::get_if<brief::Figure>(&cell.content)) {
                    move(figure->terms);
                }
            }
        }
    }
    for (brief::Chart& chart : answer.charts) {
        for (brief::ChartSeries& series : chart.series) {
            for (brief::ChartPoint& point : series.points) {
                move(point.terms);
                move(point.from_terms);
            }
        }
    }
}

/// Keeps the tables that a section names; none is named that the answer has not.
bool keep_tables(const BriefSection& section, brief::Answer& answer, Session& session) {
    if (section.tables.empty()) {
        return true;
    }
    std::vector<std::string> known;
    for (const brief::Table& table : answer.tables) {
        if (std::find(known.begin(), known.end(), table.id) == known.end()) {
            known.push_back(table.id);
        }
    }
    for (const std::string& id : section.tables) {
        if (std::find(known.begin(), known.end(), id) == known.end()) {
            Diagnostic diagnostic = refusal_at(section, "the answer has no table '" + id + "'", known);
            diagnostic.nearest = calc::nearest(id, known);
            report({diagnostic}, session);
            return false;
        }
    }
    std::erase_if(answer.tables, [&](const brief::Table& table) {
        return std::find(section.tables.begin(), section.tables.end(), table.id) == section.tables.end();
    });
    return true;
}

struct Written {
    Document document;
    RunsBehind behind;
};

std::optional<Written> document_of(const Named& named, const Options& options, Session& session) {
    const BriefFile& file = named.brief;
    Written result;
    Document& document = result.document;
    document.command = "brief";
    document.title = file.title;
    document.question = file.question;
    document.assumptions = file.assumptions;
    document.left_out = file.leaves_out;
    std::vector<brief::Answer> answers;
    for (const BriefSection& section : file.sections) {
        if (section.question.empty()) {
            document.sections.push_back({.heading = section.heading, .text = section.text});
            continue;
        }
        auto given = asked(section, options, session);
        if (!given || !keep_tables(section, given->answer, session)) {
            return std::nullopt;
        }
        brief::Answer& answer = given->answer;
        answers.push_back(answer);
        if (!section.charts) {
            answer.charts.clear();
        }
        move_runs(answer, result.behind.size());
        result.behind.insert(result.behind.end(), given->behind.begin(), given->behind.end());
        brief::add_section(document, section.heading, answer);
        document.sections.back().text = section.text;
        document.sections.back().command = command_line(section.question);
    }
    if (!file.author.empty()) {
        document.notes.push_back("Written by " + file.author + ".");
    }
    document.findings = brief::findings_of(answers);
    std::vector<std::string> again = {"brief"};
    again.insert(again.end(), options.names.begin(), options.names.end());
    for (const std::string& setting : options.scenario.set) {
        again.emplace_back("--set");
        again.push_back(setting);
    }
    document.again = {command_line(again)};
    return result;
}

std::optional<std::vector<Format>> formats_asked(const Options& options, OptionReader& read,
                                                 Session& session) {
    const std::string& asked = options.scenario.table.format;
    if (asked.empty()) {
        const std::string& output = options.scenario.table.output;
        if (output.empty()) {
            return std::vector{Format::md};
        }
        if (names_folder(output)) {
            return std::vector{Format::md, Format::html, Format::xlsx};
        }
        const auto format = format_asked(options.scenario.table, session);
        return format ? std::optional(std::vector{*format}) : std::nullopt;
    }
    std::vector<Format> formats;
    for (const std::string_view name : calc::pieces(asked, ',')) {
        const auto format = read.value("--format", std::string(name), read_format);
        if (!format) {
            return std::nullopt;
        }
        if (std::find(formats.begin(), formats.end(), *format) != formats.end()) {
            read.refuse("--format", "'" + std::string(name) + "' is given twice");
            return std::nullopt;
        }
        formats.push_back(*format);
    }
    return formats.empty() ? std::nullopt : std::optional(formats);
}

struct File {
    fs::path path;
    std::string text;
};

/// Every file is ready before the first is written.
std::optional<std::vector<File>> files_of(const Written& written, const std::vector<Format>& formats,
                                          const std::string& name, const Options& options, Session& session) {
    const std::string& output = options.scenario.table.output;
    const bool folder = formats.size() > 1 || names_folder(output);
    brief::Style style = session.style;
    style.colour = style.colour && output.empty();
    style.csv_metadata = true;
    const auto language = language_asked(options.scenario.table, session);
    if (!language) {
        return std::nullopt;
    }
    std::vector<File> files;
    for (const Format format : formats) {
        const bool for_programs = format == Format::csv || format == Format::json;
        const Document shown = in_language(written.document, *language,
                                           for_programs ? brief::ReadBy::programs : brief::ReadBy::people,
                                           fiscal_years(options.scenario.table));
        auto text = taken(document_text(shown, written.behind, format, style), session);
        if (!text) {
            return std::nullopt;
        }
        const fs::path path =
            folder ? fs::path(output) / (name + std::string(ending_of(format))) : fs::path(output);
        files.push_back({path, *std::move(text)});
    }
    return files;
}

ExitCode run(const Options& options, Session& session) {
    OptionReader read(session);
    const auto formats = formats_asked(options, read, session);
    if (!formats) {
        return ExitCode::refused;
    }
    const std::string& output = options.scenario.table.output;
    const bool bytes = std::any_of(formats->begin(), formats->end(), [](Format format) {
        return format == Format::xlsx || format == Format::docx;
    });
    if (output.empty() && (formats->size() > 1 || bytes)) {
        read.refuse("--format",
                    formats->size() > 1
                        ? "several formats go into a folder: -o says which"
                        : "a file of this kind is no text for a screen: -o says where it goes",
                    {"-o brief/"});
        return ExitCode::refused;
    }
    const auto named = brief_named(options, session);
    const auto written = named ? document_of(*named, options, session) : std::nullopt;
    const auto files = written ? files_of(*written, *formats, named->name, options, session) : std::nullopt;
    if (!files) {
        return ExitCode::refused;
    }
    if (output.empty()) {
        session.out << files->front().text;
        return ExitCode::done;
    }
    if (formats->size() > 1 || names_folder(output)) {
        std::error_code error;
        fs::create_directories(output, error);
        if (error) {
            report({{.file = output, .message = "the folder cannot be made: " + error.message()}}, session);
            return ExitCode::refused;
        }
    }
    for (const File& file : *files) {
        if (report(brief::write_whole(file.path, file.text), session)) {
            return ExitCode::refused;
        }
    }
    return ExitCode::done;
}

constexpr const char* examples = R"(Ready-made: renewal, targets, allies.

Examples:
  burden brief renewal
  burden brief targets --format md,html,latex,xlsx,csv,json -o briefs/
  burden brief jpn-5-by-2035 -o brief.html
  burden brief jpn-3-4-constant+faster-growth --format xlsx -o plan.xlsx
  burden brief FILE.toml --format html,xlsx -o briefs/)";

}  // namespace

void add_brief(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command =
        app.add_subcommand("brief", "A brief that can be sent: findings, tables, charts and sources");
    command.footer(examples);
    command
        .add_option("of", options->names,
                    "A ready-made brief, a file that describes one, or scenarios that are put together")
        .type_name("BRIEF|SCENARIO")
        .required();
    add_scenario_options(command, options->scenario);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
