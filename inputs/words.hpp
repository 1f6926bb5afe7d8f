/// Figures in the middle of a sentence.
#pragma once

#include <string>

#include "burden/calc/money.hpp"

namespace burden::inputs {

/// "3.4 %" for 0.034, at most `places` digits after the point and no trailing zeros.
std::string percent_words(const calc::Decimal& share, int places = 2);

/// "560.2 tn JPY": in the largest scale that leaves a digit before the point, one digit after it where
/// needed.
std::string amount_words(const calc::Decimal& amount, const calc::Currency& currency);

}  // namespace burden::inputs
