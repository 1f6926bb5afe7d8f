/// What extra spending does to public finance, as tables.
#pragma once

#include "burden/brief/answer.hpp"
#include "burden/inputs/facts.hpp"
#include "burden/inputs/scenario_run.hpp"

namespace burden::brief {

/// How the extra of one country of a run is paid for, the debt ratio and what moves it, and what the extra is
/// beside taxes and budgets. `country` is a place in the plan whose financing is said.
Answer fiscal_answer(const inputs::ScenarioRun& run, std::size_t country, const inputs::Facts& facts);

}  // namespace burden::brief
