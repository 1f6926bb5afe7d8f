#include "burden/gui/window/export_command.hpp"

#include <algorithm>
#include <charconv>
#include <exception>
#include <istream>
#include <iterator>
#include <optional>
#include <ostream>
#include <set>

#include "burden/brief/files.hpp"
#include "burden/brief/in_language.hpp"
#include "burden/brief/scenario_answer.hpp"
#include "burden/brief/scenario_renewals_answer.hpp"
#include "burden/brief/shell_words.hpp"
#include "burden/calc/invariant.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/gui/view/workbench.hpp"
#include "burden/gui/window/export.hpp"
#include "burden/inputs/embedded.hpp"
#include "burden/inputs/scenario_renewals.hpp"

namespace burden::gui {

using inputs::Diagnostic;
using inputs::Reading;

namespace {

constexpr int done = 0;
constexpr int failed = 1;
constexpr int refused = 2;

/// "1200x700"
calc::Parsed<QSize> read_size(const std::string& text) {
    const auto side = [](const std::string& digits) {
        int value = 0;
        const char* const end = digits.data() + digits.size();
        const auto read = std::from_chars(digits.data(), end, value);
        const bool fits = value >= least_picture && value <= most_picture;
        return read.ec == std::errc() && read.ptr == end && fits ? std::optional(value) : std::nullopt;
    };
    const std::size_t cross = text.find('x');
    if (cross != std::string::npos) {
        const auto width = side(text.substr(0, cross));
        const auto height = side(text.substr(cross + 1));
        if (width && height) {
            return QSize(*width, *height);
        }
    }
    return calc::Fault{.message = "unknown size '" + text + "'",
                       .at = 0,
                       .length = text.size(),
                       .allowed = {"1200x700: each side from " + std::to_string(least_picture) + " to " +
                                   std::to_string(most_picture)}};
}

calc::Parsed<brief::Language> read_language(const std::string& text) {
    if (text.empty() || text == "en") {
        return brief::Language::en;
    }
    if (text == "ja") {
        return brief::Language::ja;
    }
    return calc::unknown_name("language", text, {"en", "ja"});
}

/// What would follow the arrangement of each country of a scenario, under the rules that the window opens
/// with.
Reading<brief::Answer> renewals_of(const inputs::Scenario& scenario, const inputs::ScenarioRun& run,
                                   const inputs::Facts& facts) {
    const Workbench as_opened;
    std::string rules;
    for (const std::string& rule : as_opened.renewals()) {
        rules += (rules.empty() ? "" : ",") + rule;
    }
    const auto asked = inputs::read_renewals(rules);
    calc::require(static_cast<bool>(asked), "the window opens with rules that can be read");
    brief::Answer together{.command = "run", .tables = {}};
    for (const std::size_t shown : run.plan.shown) {
        if (run.plan.countries[shown].arrangement == nullptr) {
            continue;
        }
        const auto renewals =
            inputs::scenario_renewals(facts, scenario, run.plan.plan.countries[shown].code, *asked);
        if (!renewals) {
            return renewals.diagnostics();
        }
        brief::Answer one = brief::scenario_renewals_answer(*renewals, facts);
        if (together.charts.empty()) {
            together = std::move(one);
            continue;
        }
        together.charts.insert(together.charts.end(), one.charts.begin(), one.charts.end());
        if (together.basis.currency.find(one.basis.currency) == std::string::npos) {
            together.basis.currency += ", " + one.basis.currency;
        }
        brief::add_ground(together, one);
    }
    return together;
}

/// The sheet of a scenario: its charts of one kind.
Reading<brief::ChartSheet> sheet_of(const ExportRequest& request, brief::Language language) {
    const auto scenario = inputs::scenario_of(request.scenario, brief::opened_beside);
    if (!scenario) {
        return scenario.diagnostics();
    }
    const inputs::Facts facts = inputs::embedded_facts();
    const auto run = inputs::scenario_run(facts, *scenario);
    if (!run) {
        return run.diagnostics();
    }
    const std::string typed = brief::scenario_typed(*scenario);
    const bool renewals = request.kind == name_of(brief::ChartKind::renewals);
    const auto answer = renewals ? renewals_of(*scenario, *run, facts)
                                 : Reading<brief::Answer>(brief::scenario_answer(*run, facts));
    if (!answer) {
        return answer.diagnostics();
    }
    brief::ChartSheet sheet{.answer = *answer,
                            .again = renewals ? "burden-gui --export FILE --kind renewals " + typed
                                              : "burden chart " + request.kind + " " + typed,
                            .scenario = brief::scenario_fingerprint(*scenario)};
    sheet.again += language == brief::Language::ja ? " --lang ja" : "";
    std::vector<std::string> kinds = {"path", "renewals"};
    for (const brief::Chart& chart : sheet.answer.charts) {
        const std::string name(name_of(chart.kind));
        if (std::find(kinds.begin(), kinds.end(), name) == kinds.end()) {
            kinds.push_back(name);
        }
    }
    std::erase_if(sheet.answer.charts,
                  [&](const brief::Chart& chart) { return name_of(chart.kind) != request.kind; });
    if (sheet.answer.charts.empty() && renewals) {
        return Diagnostic{
            .file = request.scenario,
            .message = "there are no renewals to draw: no arrangement ends before its last year"};
    }
    if (sheet.answer.charts.empty()) {
        Diagnostic diagnostic = inputs::argument_diagnostic(
            "--kind", request.kind, calc::unknown_name("kind of chart of a scenario", request.kind, kinds));
        diagnostic.hint = "other kinds:  burden chart " + request.kind + " … -o " + request.output;
        return diagnostic;
    }
    sheet.answer.tables.clear();
    sheet.answer = in_language(sheet.answer, language);
    return {std::move(sheet), run.diagnostics()};
}

Reading<brief::ChartSheet> sheet_from(std::istream& in) {
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    auto sheet = brief::read_chart_json(text, "standard input");
    if (sheet && sheet->answer.charts.empty()) {
        return Diagnostic{.file = "standard input", .message = "there is nothing to draw"};
    }
    return sheet;
}

/// A message on each key that is none of a chart's series.
std::vector<Diagnostic> unknown_series(const brief::Chart& chart, const std::vector<std::string>& keys) {
    std::vector<std::string> known;
    for (const brief::ChartSeries& series : chart.series) {
        known.push_back(series.key);
    }
    std::vector<Diagnostic> diagnostics;
    for (const std::string& key : keys) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            diagnostics.push_back(
                inputs::argument_diagnostic("--hide", key, calc::unknown_name("series", key, known)));
        }
    }
    return diagnostics;
}

int exported(const ExportRequest& request, std::istream& in, std::ostream& out, std::ostream& err) {
    std::vector<Diagnostic> wrong;
    const auto take = [&](const char* option, const std::string& text, const auto& parsed) {
        if (!parsed) {
            wrong.push_back(inputs::argument_diagnostic(option, text, parsed.fault()));
        }
    };
    PictureStyle style;
    style.dark = request.dark;
    style.sight.log = request.log;
    style.sight.hidden = request.hidden;
    const auto format =
        request.format.empty() ? picture_format_of(request.output) : picture_format_named(request.format);
    take(request.format.empty() ? "--export" : "--format",
         request.format.empty() ? request.output : request.format, format);
    const auto language = read_language(request.language);
    take("--lang", request.language, language);
    if (!request.size.empty()) {
        const auto size = read_size(request.size);
        take("--size", request.size, size);
        style.size = size ? *size : style.size;
    }
    if (request.scenario.empty() == request.sheet.empty()) {
        wrong.push_back({.file = "--export",
                         .message = request.sheet.empty() ? "of which scenario?"
                                                          : "of a scenario, or of --chart: not of both",
                         .allowed = {"burden-gui --export chart.svg jpn-5-by-2035"}});
    } else if (!request.sheet.empty() && request.sheet != "-") {
        wrong.push_back({.file = "--chart",
                         .message = "a sheet of charts is read from standard input",
                         .allowed = {"-"}});
    }
    if (!request.sheet.empty() && !request.language.empty()) {
        wrong.push_back({.file = "--lang", .message = "the language of a sheet of charts is its own"});
    }
    const auto report = [&](const std::vector<Diagnostic>& diagnostics) {
        for (const Diagnostic& diagnostic : diagnostics) {
            err << to_text(diagnostic);
        }
    };
    if (!wrong.empty()) {
        report(wrong);
        return refused;
    }
    const auto sheet = request.sheet.empty() ? sheet_of(request, *language) : sheet_from(in);
    report(sheet.diagnostics());
    if (!sheet) {
        return refused;
    }
    if (const auto unknown = unknown_series(sheet->answer.charts.front(), request.hidden); !unknown.empty()) {
        report(unknown);
        return refused;
    }
    if (request.output == "-") {
        out << picture_of(*sheet, *format, style) << std::flush;
        return out ? done : failed;
    }
    const auto problems = export_picture(*sheet, request.output, *format, style);
    report(problems);
    return problems.empty() ? done : failed;
}

}  // namespace

int run_export(const ExportRequest& request, std::istream& in, std::ostream& out, std::ostream& err) {
    try {
        return exported(request, in, out, err);
    } catch (const std::exception& error) {
        err << "burden-gui: the program failed: " << error.what() << "\n"
            << "This is a fault of the program and not of your request: please report the command line.\n";
        return failed;
    }
}

}  // namespace burden::gui
