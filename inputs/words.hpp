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

/// "¥1,055.1 bn", "$1.72 bn", "113 mn EUR" where the currency has no sign of its own: at most four
/// digits before the point and `places` after it, no trailing zeros.
std::string signed_words(const calc::Decimal& amount, const calc::Currency& currency, int places = 2);

/// "122.69": at most `places` digits after the point, digits before it grouped.
std::string number_words(const calc::Decimal& number, int places = 2);

/// "1 day", "129 days".
std::string days_words(int days);

/// "five", and from thirteen on "13".
std::string count_words(int count);

}  // namespace burden::inputs
