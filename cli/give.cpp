#include "burden/cli/give.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <ostream>
#include <set>

#include "burden/brief/files.hpp"
#include "burden/brief/in_language.hpp"
#include "burden/brief/write.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/cli/picture.hpp"
#include "burden/cli/word.hpp"

namespace burden::cli {

using brief::Format;
using inputs::Diagnostic;

namespace {

struct FormatName {
    std::string_view name;
    std::string_view ending;
    Format format;
};

constexpr std::array<FormatName, 9> formats = {{{"table", ".txt", Format::table},
                                                {"md", ".md", Format::md},
                                                {"html", ".html", Format::html},
                                                {"latex", ".tex", Format::latex},
                                                {"csv", ".csv", Format::csv},
                                                {"json", ".json", Format::json},
                                                {"xlsx", ".xlsx", Format::xlsx},
                                                {"docx", ".docx", Format::docx},
                                                {"vega", ".vl.json", Format::vega}}};

/// Formats that are bytes, and no text for a screen.
bool is_bytes(Format format) { return format == Format::xlsx || format == Format::docx; }

/// The format of a file by its ending, of two that fit the longer one: ".vl.json" is no ".json".
calc::Parsed<Format> format_of_file(const std::string& name, const std::string& ending) {
    const FormatName* found = nullptr;
    std::vector<std::string> endings;
    for (const FormatName& one : formats) {
        if (name.ends_with(one.ending) && (found == nullptr || found->ending.size() < one.ending.size())) {
            found = &one;
        }
        endings.emplace_back(one.ending);
    }
    if (found != nullptr) {
        return found->format;
    }
    return calc::unknown_name("ending", ending, endings);
}

/// A run of a scenario, with all that it points into.
struct OwnedRun {
    inputs::Scenario scenario;
    std::shared_ptr<const inputs::Facts> facts;
    inputs::ScenarioPlan plan = {};
};

}  // namespace

bool are_computed_with(const TableOptions& options, const Session& session) {
    const bool workbook =
        options.format == "xlsx" || (options.format.empty() && options.output.ends_with(".xlsx"));
    return workbook || session.given != nullptr;
}

RunsBehind runs_behind(const std::vector<std::pair<const inputs::Scenario*, const inputs::Facts*>>& sides,
                       const TableOptions& options, const Session& session) {
    RunsBehind runs;
    if (!are_computed_with(options, session)) {
        return runs;
    }
    std::map<const inputs::Facts*, std::shared_ptr<const inputs::Facts>> copies;
    for (const auto& [scenario, facts] : sides) {
        auto& copy = copies[facts];
        copy = copy ? copy : std::make_shared<const inputs::Facts>(*facts);
        auto run = std::make_shared<OwnedRun>(OwnedRun{*scenario, copy});
        const auto plan = inputs::plan_of(*run->facts, run->scenario);
        if (!plan) {
            // A side that cannot be planned by itself leaves values in place of formulas.
            return {};
        }
        run->plan = *plan;
        brief::WorkbookRun one = brief::workbook_run(run->scenario, run->plan, *run->facts);
        // It lives as long as what records it.
        one.record = [run, record = std::move(one.record)](inputs::Recorder& recorder,
                                                           const std::set<std::string>& names) {
            return record(recorder, names);
        };
        runs.push_back(std::move(one));
    }
    return runs;
}

brief::FiscalYears fiscal_years(const TableOptions& options) {
    return options.reiwa ? brief::FiscalYears::reiwa : brief::FiscalYears::common;
}

calc::Parsed<Format> read_format(std::string_view name) {
    std::vector<std::string> names;
    for (const FormatName& one : formats) {
        if (one.name == name) {
            return one.format;
        }
        names.emplace_back(one.name);
    }
    return calc::unknown_name("format", std::string(name), names);
}

std::string_view ending_of(Format format) {
    return std::find_if(formats.begin(), formats.end(),
                        [&](const FormatName& one) { return one.format == format; })
        ->ending;
}

std::optional<Format> format_asked(const TableOptions& options, Session& session) {
    if (const std::string picture = picture_format(options.format, options.output); !picture.empty()) {
        report({{.file = options.format.empty() ? "--output" : "--format",
                 .message = "a picture is drawn of a chart alone",
                 .allowed = {"burden chart KIND … -o chart." + picture}}},
               session);
        return std::nullopt;
    }
    if (!options.format.empty()) {
        return taken(read_format(options.format), "--format", options.format, session);
    }
    // A file says by its ending what it holds.
    const std::string ending = std::filesystem::path(options.output).extension().string();
    if (ending.empty() || options.output.starts_with("/dev/")) {
        return Format::table;
    }
    auto format = format_of_file(options.output, ending);
    if (!format) {
        calc::Fault fault = format.fault();
        fault.at += options.output.size() - ending.size();
        report({inputs::argument_diagnostic("--output", options.output, fault)}, session);
        return std::nullopt;
    }
    return *format;
}

inputs::Reading<std::string> document_text(const brief::Document& document, const RunsBehind& behind,
                                           Format format, const brief::Style& style) {
    if (format == Format::docx) {
        return word_document(document);
    }
    if (format == Format::xlsx) {
        std::string bytes = brief::write_workbook(document, behind);
        if (bytes.empty()) {
            return Diagnostic{.file = "--format xlsx",
                              .message = "a workbook needs room for temporary files, and there is none"};
        }
        return bytes;
    }
    return brief::written(document, format, style);
}

ExitCode give(const brief::Answer& answer, const TableOptions& options, Session& session,
              const RunsBehind& behind) {
    if (session.given != nullptr) {
        session.given->push_back({answer, behind});
        return ExitCode::done;
    }
    const auto format = format_asked(options, session);
    const auto language = language_asked(options, session);
    if (!format || !language) {
        return ExitCode::refused;
    }
    const bool for_programs = *format == Format::csv || *format == Format::json;
    const brief::Answer shown =
        in_language(answer, *language, for_programs ? brief::ReadBy::programs : brief::ReadBy::people,
                    fiscal_years(options));
    brief::Style style = session.style;
    style.csv_metadata = options.metadata;
    style.charts = style.charts || options.chart;
    if (!options.output.empty()) {
        style.colour = false;
    }
    const auto changes_nothing = [&](const std::string& option, const std::string& where,
                                     const std::string& instead) {
        report({{.severity = inputs::Severity::warning,
                 .file = option,
                 .message = "it changes nothing but " + where,
                 .allowed = {instead}}},
               session);
    };
    if (options.reiwa && (*language == brief::Language::en || for_programs)) {
        changes_nothing("--reiwa", "Japanese texts for people", "--lang ja --reiwa");
    }
    if (options.metadata && *format != Format::csv) {
        changes_nothing("--metadata", "a CSV", "--format csv --metadata");
    }
    if (options.chart && *format != Format::table) {
        changes_nothing("--chart", "a table on a screen", "--format table --chart");
    }
    if (is_bytes(*format) && options.output.empty()) {
        report({{.file = "--format",
                 .message = "a file of this kind is no text for a screen: -o says where it goes",
                 .allowed = {"-o answer" + std::string(ending_of(*format))}}},
               session);
        return ExitCode::refused;
    }
    if ((*format == Format::vega || options.chart) && answer.charts.empty()) {
        report({{.file = options.chart ? "--chart" : "--format",
                 .message = "this answer has no chart",
                 .allowed = {"--format table"}}},
               session);
        return ExitCode::refused;
    }
    const bool whole_page = *format == Format::html || *format == Format::latex || is_bytes(*format);
    std::optional<std::string> text;
    if (whole_page) {
        text = taken(document_text(brief::document_of(shown), behind, *format, style), session);
    } else {
        text = brief::written(shown, *format, style);
    }
    if (!text) {
        return ExitCode::refused;
    }
    if (options.output.empty()) {
        session.out << *text;
        return ExitCode::done;
    }
    return report(brief::write_whole(options.output, *text), session) ? ExitCode::refused : ExitCode::done;
}

ExitCode give(const brief::Answer& answer, const TableOptions& options, Session& session,
              const Computed& computed) {
    RunsBehind behind;
    if (are_computed_with(options, session)) {
        const std::string title = computed.title.empty() ? answer.tables.front().title : computed.title;
        behind.push_back({.title = title,
                          .name = title,
                          .facts = computed.facts.get(),
                          // The facts live as long as what records.
                          .record = [facts = computed.facts, record = computed.record](
                                        inputs::Recorder& recorder, const std::set<std::string>&) {
                              return record(recorder);
                          }});
    }
    return give(answer, options, session, behind);
}

}  // namespace burden::cli
