/// burden chart: the charts of other commands' answers, alone.
#include <algorithm>
#include <array>
#include <memory>

#include "burden/brief/chart_json.hpp"
#include "burden/brief/compared_paths.hpp"
#include "burden/brief/document.hpp"
#include "burden/brief/fan_answer.hpp"
#include "burden/brief/files.hpp"
#include "burden/brief/shell_words.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/option_reader.hpp"
#include "burden/cli/picture.hpp"
#include "burden/cli/run.hpp"
#include "burden/cli/scenario_options.hpp"

namespace burden::cli {
namespace {

using brief::ChartKind;

struct Options {
    std::string kind;
    std::vector<std::string> names;
    std::vector<std::string> renewals;
    std::vector<std::string> ranges;
    std::vector<std::string> grid;
    std::string metric;
    bool term = false;
    bool vega = false;
    bool html = false;
    std::string size;
    bool dark = false;
    ScenarioOptions scenario;
};

/// A kind of chart, the command that answers with it, and what it is asked of.
struct Kind {
    ChartKind kind;
    const char* command;
    std::size_t least;
    std::size_t most;
    const char* of;
};
constexpr std::array<Kind, 8> kinds = {{{ChartKind::path, "run", 1, 5, "one to five scenarios"},
                                        {ChartKind::stack, "hns", 1, 1, "an arrangement"},
                                        {ChartKind::renewals, "hns", 1, 1, "an arrangement, and --renewals"},
                                        {ChartKind::waterfall, "diff", 2, 2, "two scenarios"},
                                        {ChartKind::tornado, "tornado", 1, 1, "a scenario, and --metric"},
                                        {ChartKind::fan, "sweep", 1, 1, "a scenario, --metric and --grid"},
                                        {ChartKind::slope, "run", 1, 1, "a scenario of several countries"},
                                        {ChartKind::ratio, "ratio", 2, 2, "a country and a year"}}};

calc::Parsed<Kind> read_kind(std::string_view text) {
    std::vector<std::string> names;
    for (const Kind& one : kinds) {
        if (brief::name_of(one.kind) == text) {
            return one;
        }
        names.emplace_back(brief::name_of(one.kind));
    }
    return calc::unknown_name("kind of chart", std::string(text), names);
}

/// What does not bear on a kind of chart is refused, so that nothing is dropped in silence.
bool refused_options(const Options& options, const Kind& kind, OptionReader& read) {
    const auto only = [&](const char* option, bool given, std::initializer_list<ChartKind> where) {
        if (given && std::find(where.begin(), where.end(), kind.kind) == where.end()) {
            std::vector<std::string> allowed;
            for (const ChartKind one : where) {
                allowed.push_back("burden chart " + std::string(brief::name_of(one)) + " … " + option + " …");
            }
            read.refuse(option,
                        "it says nothing of a chart of the kind " + std::string(brief::name_of(kind.kind)),
                        std::move(allowed));
        }
    };
    only("--renewals", !options.renewals.empty(), {ChartKind::renewals});
    only("--range", !options.ranges.empty(), {ChartKind::tornado});
    only("--grid", !options.grid.empty(), {ChartKind::fan});
    only("--metric", !options.metric.empty(), {ChartKind::tornado, ChartKind::fan, ChartKind::waterfall});
    only("--set", !options.scenario.set.empty(),
         {ChartKind::path, ChartKind::waterfall, ChartKind::tornado, ChartKind::fan, ChartKind::slope});
    if (kind.kind == ChartKind::renewals && options.renewals.empty()) {
        read.refuse("--renewals", "which renewals?", {"flat,cpi:cap=5%,x4"});
    }
    if ((kind.kind == ChartKind::tornado || kind.kind == ChartKind::fan) && options.metric.empty()) {
        read.refuse("--metric", "what is drawn?",
                    {kind.kind == ChartKind::fan ? "jpn.spending" : "jpn.spending[FY2035]"});
    }
    if (kind.kind == ChartKind::fan && options.grid.empty()) {
        read.refuse("--grid", "over which points?", {"jpn.growth=0%:2%:0.5%"});
    }
    return !read.good();
}

/// The answers of the command that has charts of this kind.
std::optional<std::vector<Given>> asked(const Options& options, const Kind& kind,
                                        const std::vector<std::string>& names, Session& session) {
    std::vector<std::string> args = {kind.command};
    args.insert(args.end(), names.begin(), names.end());
    const auto add = [&](const char* option, const std::vector<std::string>& values) {
        for (const std::string& value : values) {
            args.emplace_back(option);
            args.push_back(value);
        }
    };
    add("--renewals", options.renewals);
    add("--range", options.ranges);
    add("--set", options.scenario.set);
    add("--facts", options.scenario.table.facts);
    if (!options.metric.empty()) {
        add("--metric", {options.metric});
    }
    if (kind.kind == ChartKind::waterfall) {
        args.emplace_back("--why");
    }
    std::vector<Given> answers;
    Session inner{.out = session.out, .err = session.err, .style = session.style, .given = &answers};
    const ExitCode code = cli::run(args, inner);
    return code == ExitCode::done ? std::optional(std::move(answers)) : std::nullopt;
}

/// The metric in every year of a scenario, over a grid.
std::optional<brief::Answer> fan(const Options& options, Session& session) {
    OptionReader read(session);
    inputs::SweepQuestion question;
    for (const std::string& text : options.grid) {
        if (const auto axis = read.value(inputs::read_axis(text, false))) {
            question.axes.push_back(*axis);
        }
    }
    const auto scenario =
        read.good() ? scenario_named(options.names.front(), options.scenario.set, session) : std::nullopt;
    const auto facts = scenario ? all_facts(options.scenario.table, session) : std::nullopt;
    const auto plan = facts ? taken(inputs::plan_of(*facts, *scenario), session) : std::nullopt;
    if (!plan) {
        return std::nullopt;
    }
    const std::string code = options.metric.substr(0, options.metric.find('.'));
    const auto country =
        std::find_if(plan->plan.countries.begin(), plan->plan.countries.end(),
                     [&](const auto& one) { return calc::lower_case(one.code) == calc::lower_case(code); });
    if (country == plan->plan.countries.end()) {
        read.refuse("--metric", "a metric of a country of the scenario is wanted, without a year",
                    {"jpn.spending"});
        return std::nullopt;
    }
    for (calc::Year year = country->from; year <= country->to; ++year) {
        const auto cell = read.value("--metric", options.metric + "[" + label(year, country->calendar) + "]",
                                     inputs::ScenarioCell::read);
        if (!cell) {
            return std::nullopt;
        }
        question.cells.push_back(*cell);
    }
    const auto sweep = taken(inputs::Sweep::ready(*facts, *scenario, question), session);
    return sweep ? std::optional(brief::fan_answer(*sweep, *facts)) : std::nullopt;
}

/// The charts of one kind of an answer, without its tables.
brief::Answer charts_alone(brief::Answer answer, ChartKind kind) {
    answer.tables.clear();
    std::erase_if(answer.charts, [&](const brief::Chart& chart) { return chart.kind != kind; });
    return answer;
}

/// One chart of the paths of several scenarios: the lines of each, over the baseline of the first.
std::optional<brief::Answer> paths(const Options& options, const Kind& kind, Session& session) {
    std::optional<brief::Answer> together;
    for (const std::string& name : options.names) {
        const auto answers = asked(options, kind, {name}, session);
        if (!answers || answers->empty()) {
            return std::nullopt;
        }
        brief::Answer one = charts_alone(answers->front().answer, kind.kind);
        if (!together) {
            together = std::move(one);
            continue;
        }
        if (!brief::add_paths(*together, one, name)) {
            report({{.file = name,
                     .message = "its countries, years, currency or prices are not those of '" +
                                options.names.front() + "'",
                     .hint = "one chart has one unit and one row of years"}},
                   session);
            return std::nullopt;
        }
    }
    if (together && options.names.size() > 1) {
        brief::title_for_several(*together, options.names.size());
    }
    return together;
}

std::optional<brief::Answer> answer_of(const Options& options, const Kind& kind, Session& session) {
    if (kind.kind == ChartKind::fan) {
        auto answer = fan(options, session);
        return answer ? std::optional(charts_alone(std::move(*answer), kind.kind)) : std::nullopt;
    }
    if (kind.kind == ChartKind::path) {
        return paths(options, kind, session);
    }
    auto answers = asked(options, kind, options.names, session);
    if (!answers || answers->empty()) {
        return std::nullopt;
    }
    return charts_alone(std::move(answers->front().answer), kind.kind);
}

/// The command line that draws a chart again, whatever it is written into.
std::string typed_again(const Options& options) {
    std::string line = "burden chart " + options.kind;
    for (const std::string& name : options.names) {
        line += " " + brief::shell_word(name);
    }
    const auto add = [&](const char* option, const std::vector<std::string>& values) {
        for (const std::string& value : values) {
            line += std::string(" ") + option + " " + brief::shell_word(value);
        }
    };
    add("--renewals", options.renewals);
    add("--metric", options.metric.empty() ? std::vector<std::string>() : std::vector{options.metric});
    add("--range", options.ranges);
    add("--grid", options.grid);
    add("--set", options.scenario.set);
    add("--facts", options.scenario.table.facts);
    line += options.scenario.table.language == "ja" ? " --lang ja" : "";
    return line + (options.scenario.table.reiwa ? " --reiwa" : "");
}

/// Fingerprints of the scenarios of a chart, in the order of its names.
std::string fingerprints(const Options& options, const Kind& kind) {
    std::string digits;
    const std::string_view command = kind.command;
    if (command == "hns" || command == "ratio") {
        return digits;
    }
    for (const std::string& name : options.names) {
        if (const auto scenario = inputs::scenario_of(name, brief::opened_beside)) {
            digits += (digits.empty() ? "" : ", ") + brief::scenario_fingerprint(*scenario);
        }
    }
    return digits;
}

/// A picture, into a file.
ExitCode give_picture(const brief::Answer& answer, const Options& options, const Kind& kind,
                      const std::string& format, Session& session) {
    const TableOptions& table = options.scenario.table;
    const auto language = language_asked(table, session);
    if (!language) {
        return ExitCode::refused;
    }
    if (table.output.empty()) {
        report({{.file = "--format",
                 .message = "a picture is no text for a screen: -o says where it goes",
                 .allowed = {"-o chart." + format}}},
               session);
        return ExitCode::refused;
    }
    const brief::ChartSheet sheet{
        .answer = in_language(answer, *language, brief::ReadBy::people, fiscal_years(table)),
        .again = typed_again(options),
        .scenario = fingerprints(options, kind)};
    const auto bytes =
        taken(picture(sheet, {.format = format, .size = options.size, .dark = options.dark}), session);
    if (!bytes) {
        return ExitCode::refused;
    }
    return report(brief::write_whole(table.output, *bytes), session) ? ExitCode::refused : ExitCode::done;
}

ExitCode run(const Options& options, Session& session) {
    OptionReader read(session);
    const auto kind = read.value("kind", options.kind, read_kind);
    if (!kind || refused_options(options, *kind, read)) {
        return ExitCode::refused;
    }
    if (options.names.size() < kind->least || options.names.size() > kind->most) {
        read.refuse("burden chart " + options.kind, std::string("it is drawn of ") + kind->of);
        return ExitCode::refused;
    }
    TableOptions table = options.scenario.table;
    const std::array<std::pair<bool, const char*>, 3> forms = {
        {{options.term, "table"}, {options.vega, "vega"}, {options.html, "html"}}};
    for (const auto& [given, format] : forms) {
        if (given && !table.format.empty()) {
            read.refuse("burden chart", "one format is enough: --term, --vega, --html or --format");
            return ExitCode::refused;
        }
        table.format = given ? format : table.format;
    }
    const std::string format = picture_format(table.format, table.output);
    if (format.empty() && (!options.size.empty() || options.dark)) {
        read.refuse(options.dark ? "--dark" : "--size", "it says nothing of what is no picture",
                    {"-o chart.png", "-o chart.svg", "-o chart.pdf"});
        return ExitCode::refused;
    }
    const auto answer = answer_of(options, *kind, session);
    if (!answer) {
        return ExitCode::refused;
    }
    if (answer->charts.empty()) {
        report({{.file = "burden chart " + options.kind,
                 .message = "there is nothing to draw",
                 .hint = std::string("it is drawn of ") + kind->of}},
               session);
        return ExitCode::refused;
    }
    if (!format.empty()) {
        return give_picture(*answer, options, *kind, format, session);
    }
    Session drawing = session;
    drawing.style.charts = true;
    return give(*answer, table, drawing);
}

constexpr const char* examples = R"(Kinds: path, stack, renewals, waterfall, tornado, fan, slope, ratio.

Examples:
  burden chart path jpn-5-by-2035
  burden chart path jpn-2-same-year jpn-3-4-constant jpn-5-by-2035
  burden chart renewals jpn-sma-2022 --renewals flat,cpi:cap=5%,x4
  burden chart stack jpn-sma-2022
  burden chart waterfall baseline jpn-3-4-constant+faster-growth
  burden chart tornado jpn-5-by-2035 --metric "jpn.spending[FY2035]"
  burden chart fan jpn-5-by-2035 --metric jpn.spending --grid jpn.growth=-0.5%:1.5%:0.5% jpn.inflation=0%:2%:0.5%
  burden chart slope five-allies
  burden chart ratio jpn FY2025 --vega
  burden chart path jpn-5-by-2035 -o path.svg      a picture: .png, .svg, .pdf)";

}  // namespace

void add_chart(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command =
        app.add_subcommand("chart", "A chart: on the terminal, as a page, a picture, or Vega-Lite");
    command.footer(examples);
    command.add_option("kind", options->kind, "What is drawn: path, waterfall, tornado …")
        .type_name("KIND")
        .required();
    command.add_option("of", options->names, "Scenarios, an arrangement, or a country and a year")
        .type_name("OF")
        .required();
    command.add_option("--renewals", options->renewals, "Of a chart of renewals: as burden hns takes them")
        .type_name("RULES")
        .one_at_a_time()
        .group("Chart");
    command.add_option("--metric", options->metric, "The metric or the cell that is drawn")
        .type_name("CELL")
        .group("Chart");
    command.add_option("--range", options->ranges, "Of a tornado: another range of an assumption")
        .type_name("KEY=LOW:HIGH")
        .one_at_a_time()
        .group("Chart");
    command.add_option("--grid", options->grid, "Of a fan: the points, as burden sweep takes them")
        .type_name("KEY=VALUES")
        .group("Chart");
    command.add_flag("--term", options->term, "On the terminal, in characters").group("Output");
    command.add_flag("--vega", options->vega, "As Vega-Lite, in JSON").group("Output");
    command.add_flag("--html", options->html, "As a page").group("Output");
    command.add_option("--size", options->size, "Of a picture: its width and height, 1200x700")
        .type_name("WxH")
        .group("Output");
    command.add_flag("--dark", options->dark, "Of a picture: on a dark ground").group("Output");
    add_scenario_options(command, options->scenario);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
