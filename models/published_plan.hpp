/// Spending as a published plan has it.
#pragma once

#include <utility>
#include <vector>

#include "burden/calc/money.hpp"
#include "burden/calc/series.hpp"

namespace burden::models {

/// Spending over every year after the base year, from that year's straight to each year that a plan names:
///
///     spending(y) = start + (next - start) / (years between) · (y - year of start)
///
/// After the plan's last year the share of GDP of that year is held.
///
/// base           year of base_spending, before every year of `points`
/// points         what the plan names, at least one, in order of year
/// gdp            covers the years from the last point on
/// source         docs/models/target.md
template <calc::Number N>
calc::Series<calc::Yearly<N>> planned_spending(
    calc::Year base, const calc::Yearly<N>& base_spending,
    const std::vector<std::pair<calc::Year, calc::Yearly<N>>>& points,
    const calc::Series<calc::Yearly<N>>& gdp) {
    calc::Series<calc::Yearly<N>> spending(base, {base_spending});
    for (const auto& [named, amount] : points) {
        const calc::Year before = spending.last();
        const calc::Yearly<N> start = spending.back();
        const calc::Yearly<N> step = (amount - start) / N(named - before);
        for (calc::Year year = before + 1; year <= named; ++year) {
            spending.push_back(start + step * N(year - before));
        }
    }
    const calc::Year last = spending.last();
    if (last < gdp.last()) {
        const N share = spending.back() / gdp[last];
        while (spending.last() < gdp.last()) {
            spending.push_back(gdp[spending.last() + 1] * share);
        }
    }
    return spending;
}

}  // namespace burden::models
