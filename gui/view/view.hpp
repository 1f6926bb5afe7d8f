/// What the window shows of a scenario: computed from its text, on any thread.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/gui/view/controls.hpp"
#include "burden/inputs/scenario.hpp"

namespace burden::gui {

/// A scenario as text: what a document holds, and what was pinned.
struct ScenarioText {
    std::string name;  ///< as its chart and its answers call it: "plan.toml", "jpn-5-by-2035"
    std::string path;  ///< of its file, which others are looked for beside; empty for one without
    std::string text;

    friend bool operator==(const ScenarioText&, const ScenarioText&) = default;
};

/// Scenarios side by side, the document among them, are at most so many.
constexpr std::size_t most_compared = 5;

/// All that decides what is shown.
struct ViewQuestion {
    ScenarioText document;
    std::string saved;                       ///< the document's text as it was opened or saved
    std::vector<ScenarioText> pinned = {};   ///< beside the document, at most most_compared - 1
    std::string country = {};                ///< code; empty for the first that is shown
    std::vector<std::string> renewals = {};  ///< rules beside the document's own: "flat", "x4"
};

/// Where a figure comes from: a scenario, settings over it, and a cell of its result.
struct FigureSource {
    std::size_t scenario = 0;           ///< 0 for the document, then those that are pinned
    std::vector<std::string> set = {};  ///< "jpn.hosting.renewal=x4"
    std::string cell;                   ///< "jpn.spending[FY2030]"
};

/// A country that can be looked at.
struct CountryName {
    std::string code;
    std::string name;
    bool shown = false;  ///< by the scenario; choosing another adds it
};

/// What is shown of a question.
struct View {
    /// What is wrong with the document or with what is pinned; then there are no answers.
    std::vector<inputs::Diagnostic> problems = {};
    /// What is odd: settings without effect.
    std::vector<inputs::Diagnostic> warnings = {};
    std::string country = {};  ///< code, in capitals
    std::vector<CountryName> countries = {};
    std::vector<Control> controls = {};
    std::string hosting = {};  ///< the country's arrangement: "Special measures agreement of 2022"; empty

    /// The answer of `burden run` with one chart for the country: the document's path, the baseline, and the
    /// paths of what is pinned.
    brief::Answer run = {};
    /// What would follow the country's arrangement under each rule, everything else as in the scenario: a
    /// table by year and a chart; no tables where the country has none, or it does not end in these years.
    brief::Answer renewals = {};
    /// How those that are pinned compare: last year and sums, a row each; no tables where nothing is pinned.
    brief::Answer compared = {};

    /// Whether there is something to show.
    bool good() const { return !run.tables.empty(); }
};

/// Answers of scenarios that are pinned, kept from one view to the next: they stay as they are while a slider
/// moves. One that rests on files of the disk is not kept, since these may change. Of one thread at a time.
class PinnedAnswers {
public:
    /// None where it is not known.
    const brief::Answer* find(const ScenarioText& scenario) const;
    void keep(ScenarioText scenario, brief::Answer answer);

private:
    std::vector<std::pair<ScenarioText, brief::Answer>> kept_;
};

/// The view of a question. `open` reads files that a scenario extends. Stops early, with no answers and no
/// problems, where `stop` is requested. `known` remembers what is pinned; null for nothing.
View view_of(const inputs::Facts& facts, const ViewQuestion& question, const inputs::FileOpener& open,
             const std::stop_token& stop = {}, PinnedAnswers* known = nullptr);

/// Where the figure at a place of a series comes from, for its derivation; none for one that is no cell.
std::optional<FigureSource> source_of_point(const View& view, const ViewQuestion& question,
                                            std::string_view chart_id, std::string_view series_key,
                                            std::size_t place);

/// The same of a cell of a table of the view: its row and column as they stand there.
std::optional<FigureSource> source_of_cell(const View& view, const brief::Table& table, std::size_t row,
                                           std::size_t column);

/// The text of `burden explain` of a figure, in lines of at most `width` columns.
inputs::Reading<std::string> derivation_of(const inputs::Facts& facts, const ViewQuestion& question,
                                           const FigureSource& figure, const inputs::FileOpener& open,
                                           int width);

/// The difference between two scenarios, split by what moves it, with a waterfall: `burden diff --why`.
/// Of any length: for a thread beside the window's.
inputs::Reading<brief::Answer> difference_of(const inputs::Facts& facts, const ScenarioText& before,
                                             const ScenarioText& after, models::Metric metric,
                                             const inputs::FileOpener& open);

}  // namespace burden::gui
