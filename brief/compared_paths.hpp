/// Paths of several scenarios in one chart.
#pragma once

#include <string>

#include "burden/brief/answer.hpp"

namespace burden::brief {

/// Adds to the path charts of an answer the lines of another's, named `name`, and what stands behind them.
/// False, and nothing is added, where charts, units, prices or years of the two differ: one chart has one
/// unit and one row of years.
bool add_paths(Answer& together, const Answer& one, const std::string& name);

/// Titles the path charts of an answer for so many scenarios: "Japan: defence spending under 3 scenarios".
void title_for_several(Answer& together, std::size_t scenarios);

}  // namespace burden::brief
