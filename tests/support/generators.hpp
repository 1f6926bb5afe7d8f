/// Random numbers for properties. RC_ASSERT takes its expression apart: a && or || stands in parentheses of
/// its own, or both of its sides are evaluated.
#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <string>

#include "burden/calc/decimal.hpp"

namespace burden::tests {

/// Decimals with up to twelve digits before the point and up to twelve after it.
inline rc::Gen<calc::Decimal> decimals() {
    return rc::gen::map(rc::gen::pair(rc::gen::inRange<std::int64_t>(-999'999'999'999, 1'000'000'000'000),
                                      rc::gen::inRange(0, 13)),
                        [](const std::pair<std::int64_t, int>& drawn) {
                            return calc::Decimal(drawn.first) *
                                   calc::Decimal("1e-" + std::to_string(drawn.second));
                        });
}

/// The same above zero.
inline rc::Gen<calc::Decimal> positive_decimals() {
    return rc::gen::map(
        rc::gen::pair(rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000), rc::gen::inRange(0, 13)),
        [](const std::pair<std::int64_t, int>& drawn) {
            return calc::Decimal(drawn.first) * calc::Decimal("1e-" + std::to_string(drawn.second));
        });
}

/// Shares from 0 to 100 %, in hundredths of a per cent.
inline rc::Gen<calc::Decimal> shares() {
    return rc::gen::map(rc::gen::inRange(0, 10'001),
                        [](int drawn) { return calc::Decimal(drawn) * calc::Decimal("0.0001"); });
}

}  // namespace burden::tests

namespace rc {

/// How a counterexample is printed.
inline void showValue(const burden::calc::Decimal& value, std::ostream& out) {
    out << value.to_significant(burden::calc::Decimal::digits);
}

}  // namespace rc
