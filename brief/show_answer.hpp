/// What a scenario changes, in words.
#pragma once

#include "burden/brief/answer.hpp"
#include "burden/inputs/scenario.hpp"

namespace burden::brief {

/// `burden show SCENARIO`: the files it is made of, and for each section what is set, where, over what, and
/// why.
Answer show_answer(const inputs::Scenario& scenario);

/// `burden show`: the ready-made scenarios.
Answer ready_made_answer();

}  // namespace burden::brief
