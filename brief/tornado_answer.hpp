/// A tornado as a table.
#pragma once

#include "burden/brief/answer.hpp"
#include "burden/inputs/scenario_tornado.hpp"

namespace burden::brief {

/// `burden tornado`: the cell at both ends of each range, the widest first, with bars for people.
Answer tornado_answer(const inputs::Tornado& tornado, const inputs::Facts& facts);

}  // namespace burden::brief
