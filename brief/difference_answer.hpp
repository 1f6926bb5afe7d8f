/// The difference of two scenarios, as tables.
#pragma once

#include "burden/brief/answer.hpp"
#include "burden/inputs/scenario_difference.hpp"

namespace burden::brief {

/// `burden diff`: for each country both sides and their difference by year; where it was split, what makes
/// it, with bars for people, and its parts by year.
Answer difference_answer(const inputs::ScenarioDifference& difference);

}  // namespace burden::brief
