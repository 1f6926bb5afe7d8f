/// A tornado as a table.
#pragma once

#include "burden/brief/answer.hpp"
#include "burden/inputs/scenario_tornado.hpp"

namespace burden::brief {

/// `burden tornado`: the cell at both ends of each range, the widest first, with bars for people.
/// Its figures count the runs behind them in this order: the scenario as it is, then the low and the high end
/// of each range that moves the cell.
Answer tornado_answer(const inputs::Tornado& tornado, const inputs::Facts& facts);

}  // namespace burden::brief
