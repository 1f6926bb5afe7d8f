/// The scale that a table's amounts are shown in.
#pragma once

#include <string>
#include <string_view>

#include "burden/calc/currency.hpp"
#include "burden/calc/decimal.hpp"

namespace burden::brief {

/// How many whole units one shown unit holds.
struct Scale {
    std::string_view word;  ///< "tn", "bn", "mn", "k", or ""
    calc::Decimal units;    ///< 10^12 for "tn"
};

/// The one scale of a table whose largest amount is `largest_whole_units`, of either sign: the smallest that
/// shows it with at most four digits before the point, so that the smaller amounts beside it keep theirs.
/// ¥4.2 tn is 4,220.4 bn, ¥43.8 tn is 43.8 tn. Beyond 9,999 tn it stays "tn".
Scale scale_for(const calc::Decimal& largest_whole_units);

/// The scale of a table that is one amount over and over: the smallest that shows it with at most three
/// digits before the point. $8.6 bn is 8.6 bn, ¥1,055.1 bn is 1.0551 tn.
Scale headline_scale_for(const calc::Decimal& largest_whole_units);

/// A column's unit: "JPY tn", and "JPY" for whole units.
std::string unit_text(const calc::Currency& currency, const Scale& scale);

}  // namespace burden::brief
