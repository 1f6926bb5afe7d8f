/// Economies for tests.
#pragma once

#include "burden/models/target.hpp"
#include "support/numbers.hpp"

namespace burden::tests {

inline const calc::Unit yen{calc::Currency("JPY")};

template <calc::Number N>
calc::Yearly<N> in_yen(const N& amount) {
    return calc::Yearly<N>(amount, yen);
}

/// GDP of 2025 grown by one real rate and one rise of the deflator to `last`.
template <calc::Number N>
models::Economy<N> steady_economy(const N& gdp, const N& growth, const N& inflation, calc::Year last) {
    const auto every_year = [&](const N& rate) {
        return calc::series_of(calc::Year{2026}, last, [&](calc::Year) { return rate; });
    };
    return models::grown_economy(in_yen(gdp), every_year(growth), every_year(inflation));
}

/// A target from 2025 to 2035 that starts from `base_share`.
template <calc::Number N>
models::Target<N> target_of(const models::Economy<N>& economy, const N& base_share, const N& share,
                            calc::PathShape<N> shape = calc::Linear{}) {
    return {.from = {2025},
            .due = {2035},
            .to = economy.gdp.last(),
            .base_spending = economy.gdp[{2025}] * base_share,
            .share = share,
            .shape = std::move(shape)};
}

}  // namespace burden::tests
