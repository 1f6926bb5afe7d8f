/// How a figure of a scenario's result is computed, down to its facts and settings.
#pragma once

#include <string>
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

}  // namespace burden::inputs
