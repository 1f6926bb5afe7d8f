/// What would follow a country's arrangement under several rules, all else as in a scenario.
#pragma once

#include "burden/brief/answer.hpp"
#include "burden/inputs/scenario_renewals.hpp"

namespace burden::brief {

/// Tables by year, for people and for programs, and a chart; each figure names its cell, its run being the
/// place of its rule. Against the first rule where none is flat. No tables of no renewals.
Answer scenario_renewals_answer(const inputs::ScenarioRenewals& renewals, const inputs::Facts& facts);

}  // namespace burden::brief
