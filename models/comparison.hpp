/// One spender beside another.
#pragma once

#include <optional>

#include "burden/calc/money.hpp"
#include "burden/calc/series.hpp"

namespace burden::models {

/// An amount that grows by the same rate every year: base · (1 + rate)^k, from `first`, the year of the base,
/// to `last`.
template <calc::Number N, calc::Period P>
calc::Series<calc::Money<N, P>> grown(const calc::Money<N, P>& base, const N& rate, calc::Year first,
                                      calc::Year last) {
    calc::Series<calc::Money<N, P>> amounts(first, {base});
    while (amounts.last() < last) {
        amounts.push_back(amounts.back() * N(N(1) + rate));
    }
    return amounts;
}

/// Amounts as shares of others, over the years of the first; the others cover them.
template <calc::Number N, calc::Period P, calc::Period Q>
calc::Series<N> as_shares_of(const calc::Series<calc::Money<N, P>>& amounts,
                             const calc::Series<calc::Money<N, Q>>& others) {
    return calc::series_of(amounts.first(), amounts.last(), [&](calc::Year year) {
        const auto& other = others[year];
        return N(amounts[year].in(other.unit()) / other.in(other.unit()));
    });
}

/// The first year in which a series is at least `level`; none where it never is.
inline std::optional<calc::Year> first_year_at(const calc::Series<calc::Decimal>& values,
                                               const calc::Decimal& level) {
    for (calc::Year year = values.first(); year <= values.last(); ++year) {
        if (values[year] >= level) {
            return year;
        }
    }
    return std::nullopt;
}

}  // namespace burden::models
