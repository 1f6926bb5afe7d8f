/// burden sweep: a scenario at every point of a grid.
#include <algorithm>
#include <memory>
#include <ostream>

#include "burden/brief/files.hpp"
#include "burden/brief/in_language.hpp"
#include "burden/brief/sweep_answer.hpp"
#include "burden/brief/write_rows.hpp"
#include "burden/calc/parallel.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/option_reader.hpp"
#include "burden/cli/scenario_options.hpp"

namespace burden::cli {
namespace {

/// Points that are computed before they are written: bounds what memory holds.
constexpr std::size_t block_size = 4096;
/// Rows whose text is worth a thread.
constexpr std::size_t rows_for_a_thread = 64;

struct Options {
    std::string names;
    std::vector<std::string> grid;
    std::vector<std::string> metrics;
    bool fast = false;
    ScenarioOptions scenario;
};

bool allows_extreme(const inputs::Scenario& scenario) {
    return std::any_of(scenario.files.begin(), scenario.files.end(),
                       [](const inputs::ScenarioFile& file) { return file.allow_extreme; });
}

std::optional<inputs::SweepQuestion> question_of(const Options& options, const inputs::Scenario& scenario,
                                                 Session& session) {
    OptionReader read(session);
    inputs::SweepQuestion question;
    question.fast = options.fast;
    for (const std::string& text : options.grid) {
        const auto axis = read.value(inputs::read_axis(text, allows_extreme(scenario)));
        if (!axis) {
            continue;
        }
        const bool twice =
            std::any_of(question.axes.begin(), question.axes.end(),
                        [&](const inputs::SweepAxis& other) { return other.key == axis->key; });
        if (twice) {
            read.refuse("--grid", to_text(axis->key) + " is given twice");
        }
        question.axes.push_back(*axis);
    }
    for (const std::string& text : options.metrics) {
        const auto cell = read.value("--metric", text, inputs::ScenarioCell::read);
        if (!cell) {
            continue;
        }
        const bool twice =
            std::any_of(question.cells.begin(), question.cells.end(),
                        [&](const inputs::ScenarioCell& other) { return other.text == cell->text; });
        if (twice) {
            read.refuse("--metric", "'" + cell->text + "' is given twice");
        }
        question.cells.push_back(*cell);
    }
    return read.good() ? std::optional(question) : std::nullopt;
}

/// Says on the last line of a screen how far a sweep has come, and wipes it away.
class Progress {
public:
    Progress(std::size_t points, bool shown, std::ostream& err) : points_(points), shown_(shown), err_(err) {}
    Progress(const Progress&) = delete;
    Progress(Progress&&) = delete;
    Progress& operator=(const Progress&) = delete;
    Progress& operator=(Progress&&) = delete;
    ~Progress() {
        if (told_) {
            err_ << "\r\x1b[K" << std::flush;
        }
    }

    void done(std::size_t points) {
        if (shown_ && points < points_) {
            told_ = true;
            err_ << "\r" << points * 100 / points_ << " % of " << points_ << " points" << std::flush;
        }
    }

private:
    std::size_t points_;
    bool shown_;
    bool told_ = false;
    std::ostream& err_;
};

ExitCode stream(const inputs::Sweep& sweep, const brief::SweepTable& table, brief::Format format,
                brief::Language language, const TableOptions& options, Session& session) {
    // Rows on a screen show by themselves how far it is.
    const bool on_screen = options.output.empty() && session.style.colour;
    Progress progress(sweep.points(), session.progress && !on_screen, session.err);
    const auto rows = [&](const brief::RowText& text_of, const std::function<void(std::string_view)>& take) {
        const std::size_t width = sweep.cells().size();
        std::vector<std::string> texts;
        for (std::size_t first = 0; first < sweep.points(); first += block_size) {
            const std::size_t count = std::min(block_size, sweep.points() - first);
            const auto values = sweep.values(first, count);
            texts.resize(count);
            calc::in_parallel(count, rows_for_a_thread, sweep.question().threads,
                              [&](std::size_t begin, std::size_t end) {
                                  for (std::size_t at = begin; at < end; ++at) {
                                      texts[at] = text_of(table.row(first + at, values, at * width));
                                  }
                              });
            std::for_each(texts.begin(), texts.end(), take);
            progress.done(first + count);
        }
    };
    brief::Style style = session.style;
    style.csv_metadata = options.metadata;
    const brief::Answer frame = in_language(table.frame(), language, brief::ReadBy::programs);
    const auto write = [&](std::ostream& out) {
        if (format == brief::Format::csv) {
            stream_csv(frame, rows, style, out);
        } else {
            stream_json(frame, rows, out);
        }
    };
    if (options.output.empty()) {
        write(session.out);
        return ExitCode::done;
    }
    return report(brief::write_whole(options.output, write), session) ? ExitCode::refused : ExitCode::done;
}

/// What each point sets, of a sweep that is small enough to stand in a workbook.
std::vector<std::vector<std::string>> settings_of_points(const inputs::Sweep& sweep) {
    std::vector<std::vector<std::string>> settings;
    for (std::size_t point = 0; point < sweep.points() && sweep.points() <= brief::most_sweep_models;
         ++point) {
        const auto places = sweep.places(point);
        settings.emplace_back();
        for (std::size_t at = 0; at < places.size(); ++at) {
            const inputs::SweepAxis& axis = sweep.question().axes[at];
            settings.back().push_back(to_text(axis.key) + "=" + axis.text(places[at]));
        }
    }
    return settings;
}

ExitCode run(const Options& options, Session& session) {
    const auto format = format_asked(options.scenario.table, session);
    const auto language = language_asked(options.scenario.table, session);
    const auto scenario =
        format && language ? scenario_named(options.names, options.scenario.set, session) : std::nullopt;
    const auto question = scenario ? question_of(options, *scenario, session) : std::nullopt;
    const auto facts = question ? all_facts(options.scenario.table, session) : std::nullopt;
    const auto sweep =
        facts ? taken(inputs::Sweep::ready(*facts, *scenario, *question), session) : std::nullopt;
    if (!sweep) {
        return ExitCode::refused;
    }
    const brief::SweepTable table(*sweep, *facts);
    if (*format == brief::Format::csv || *format == brief::Format::json) {
        return stream(*sweep, table, *format, *language, options.scenario.table, session);
    }
    return give(table.for_people(), options.scenario.table, session,
                runs_under(settings_of_points(*sweep), *scenario, *facts, options.scenario.table, session));
}

constexpr const char* examples = R"(Examples:
  burden sweep baseline --grid jpn.target.share=2%:5%:0.5% --metric "jpn.spending[FY2035]"
  burden sweep jpn-5-by-2035 --grid jpn.target.share=3%:5%:0.5% --grid "jpn.growth=-0.5 pp|+0 pp|+0.5 pp" --metric "jpn.extra[total]"
  burden sweep in-dollars --grid fx.jpy=120,140,160 --metric "jpn.spending[FY2030]" --metric "jpn.hosting[FY2030]"
  burden sweep jpn-5-by-2035 --grid "jpn.hosting.renewal=flat|x4" --grid "jpn.target.path=linear|geometric" --metric "jpn.contribution[total]"
  burden sweep jpn-5-by-2035 --grid jpn.growth=0%:2%:0.02% --grid jpn.inflation=0%:2%:0.02% --metric "jpn.spending[FY2035]" --fast --format csv

The first key changes slowest. At most 1,000,000 cells: points times metrics.)";

}  // namespace

void add_sweep(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command = app.add_subcommand("sweep", "A scenario at every point of a grid of settings");
    command.footer(examples);
    command.add_option("scenario", options->names, "A scenario file or a ready-made scenario, several with +")
        .type_name("SCENARIO")
        .required();
    command
        .add_option("--grid", options->grid,
                    "A key and its values: KEY=FROM:TO:STEP, KEY=VALUE,VALUE of numbers, KEY=VALUE|VALUE of "
                    "anything")
        .type_name("KEY=VALUES")
        .required()
        .group("Sweep");
    command
        .add_option("--metric", options->metrics,
                    "Cells to compute at each point: jpn.spending[FY2035], jpn.extra[total]")
        .type_name("CELL")
        .required()
        .group("Sweep");
    command.add_flag("--fast", options->fast, "Compute in binary floating point: twelve digits hold")
        .group("Sweep");
    add_scenario_options(command, options->scenario);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
