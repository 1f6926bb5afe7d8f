/// Rounding parts so that they add to the rounded whole.
#pragma once

#include <vector>

#include "burden/calc/decimal.hpp"

namespace burden::calc {

/// `parts` rounded to `places` digits so that they add to their sum rounded half away from zero: every part
/// is cut, and the units still missing go to the largest remainders, of equals to the first.
std::vector<Decimal> footed(const std::vector<Decimal>& parts, int places);

}  // namespace burden::calc
