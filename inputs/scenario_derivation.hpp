/// How a figure of a scenario's result is computed, down to its facts and settings.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/scenario_cell.hpp"

namespace burden::inputs {

/// The derivation of one cell.
struct CellDerivation {
    std::string cell;     ///< "jpn.spending[FY2030]"
    std::string whose;    ///< "jpn": results of that country are named "jpn.gdp[FY2030]"
    CellUnit unit;        ///< of the cell
    calc::Decimal value;  ///< in whole units; a share as 0.034
    std::vector<calc::DerivationStep>
        steps;                       ///< the first is the cell; reasons of files stand in the origins
    std::vector<std::string> units;  ///< of the steps: "%", "JPY", "persons"; empty for a bare number
    int depth = 0;                   ///< to which named results were followed
    bool cut = false;                ///< whether steps were left out because there are too many
};

/// The derivation of a cell as deep as `extent` asks for. A cell outside the plan, or one that is not known,
/// is a diagnostic at "cell".
Reading<CellDerivation> cell_derivation(const Scenario& scenario, const ScenarioPlan& plan,
                                        const ScenarioCell& cell, const calc::Extent& extent);

/// A cell of one year by its name: "jpn.spending[FY2030]". `year` is as its country labels it.
std::string name_of_cell(std::string_view country, models::Metric metric, const std::string& year);
std::string name_of_cell(const ScenarioPlan& plan, std::size_t country, models::Metric metric,
                         calc::Year year);

/// A number that recordings rest on.
struct RecordedInput {
    calc::Origin origin;  ///< its reason may be that of a file
    calc::Decimal value;
    std::string year = {};   ///< of a setting by year: "2027"
    bool is_fact = false;    ///< published, and not set by a scenario
    bool is_lever = false;   ///< stands at a change of nothing, and was put there to be moved
    std::string whose = {};  ///< "jpn"; of a rate of exchange that no country owns, empty
};

/// A cell of a recording.
struct RecordedCell {
    std::string name;  ///< "jpn.spending[FY2030]"
    std::string unit;  ///< "JPY", "%"; empty for a bare number
    std::size_t step = 0;
};

/// How the figures of a scenario's result are computed, all in one: what several share stands here once.
struct ScenarioRecording {
    std::vector<calc::DerivationStep> steps;
    std::vector<std::string> units;                  ///< of the steps
    std::vector<std::optional<std::size_t>> inputs;  ///< of the steps: the number of an input
    std::vector<RecordedCell> cells;                 ///< by country, metric and year
};

/// Records scenarios whose inputs stand side by side: what two of them share is one input.
class ScenarioRecorder {
public:
    /// Records the cells of the countries that a plan shows, as far as they are known: those of `metrics`.
    /// Growth, inflation and rates of exchange that a scenario leaves as they are published have a lever, a
    /// change of nothing, so that whoever has the recording can move them as the scenario could.
    ScenarioRecording record(const Scenario& scenario, const ScenarioPlan& plan,
                             const models::MetricSet& metrics);

    /// Those of all recordings so far; some may be used by no cell.
    const std::vector<RecordedInput>& inputs() const { return inputs_; }

private:
    struct Owner;
    calc::Traced traced(const PlanInput& input, const Scenario& scenario, Owner& owner);

    std::vector<RecordedInput> inputs_;
    std::map<const Observation*, calc::Traced> facts_;
    std::map<std::string, calc::Traced> others_;
};

}  // namespace burden::inputs
