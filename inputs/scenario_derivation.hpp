/// How a figure of a scenario's result is computed, down to its facts and settings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/recording.hpp"
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

/// Records the cells of the countries that a plan shows, as far as they are known: those of `metrics`.
/// Growth, inflation and rates of exchange that a scenario leaves as they are published have a lever, a
/// change of nothing, so that whoever has the recording can move them as the scenario could.
Recording scenario_recording(Recorder& recorder, const Scenario& scenario, const ScenarioPlan& plan,
                             const models::MetricSet& metrics);

}  // namespace burden::inputs
