/// The range of a result by year over the points of a grid.
#pragma once

#include "burden/brief/answer.hpp"
#include "burden/inputs/scenario_sweep.hpp"

namespace burden::brief {

/// The cells of a sweep are one metric, year after year. For each year the lowest and the highest of all
/// points, the middle half and the median, as a table and as a fan. Every point counts once: none is more
/// likely than another.
Answer fan_answer(const inputs::Sweep& sweep, const inputs::Facts& facts);

}  // namespace burden::brief
