/// What a scenario comes to, as tables.
#pragma once

#include "burden/brief/answer.hpp"
#include "burden/inputs/scenario_run.hpp"

namespace burden::brief {

/// `burden run`: for each country a table by year, and the sums after its base year.
Answer scenario_answer(const inputs::ScenarioRun& run, const inputs::Facts& facts);

}  // namespace burden::brief
