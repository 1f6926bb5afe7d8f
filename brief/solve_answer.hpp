/// A search for an input as a table.
#pragma once

#include "burden/brief/answer.hpp"
#include "burden/inputs/scenario_solve.hpp"

namespace burden::brief {

/// `burden solve`: the inputs at which the cell is as wanted, each with the run that shows it; or why there
/// are none.
Answer solve_answer(const inputs::ScenarioSolution& solution, const inputs::Facts& facts);

}  // namespace burden::brief
