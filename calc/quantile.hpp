/// Quantiles of numbers.
#pragma once

#include <cstddef>
#include <vector>

#include "burden/calc/decimal.hpp"
#include "burden/calc/invariant.hpp"

namespace burden::calc {

/// The number below which `numerator` of `denominator` parts of the numbers lie, on the straight line between
/// its neighbours: of n ascending numbers x_0 … x_(n-1) the one at place (n-1)·numerator/denominator.
/// Spreadsheets call it PERCENTILE.INC.
inline Decimal quantile(const std::vector<Decimal>& ascending, int numerator, int denominator) {
    require(!ascending.empty(), "quantiles are of numbers");
    require(0 <= numerator && numerator <= denominator && denominator > 0, "a quantile is a part of a whole");
    const std::size_t steps = (ascending.size() - 1) * static_cast<std::size_t>(numerator);
    const std::size_t below = steps / static_cast<std::size_t>(denominator);
    const std::size_t rest = steps % static_cast<std::size_t>(denominator);
    if (rest == 0) {
        return ascending[below];
    }
    return ascending[below] +
           (ascending[below + 1] - ascending[below]) * Decimal(rest) / Decimal(denominator);
}

}  // namespace burden::calc
