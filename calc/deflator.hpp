/// Current and constant prices.
#pragma once

#include "burden/calc/money.hpp"
#include "burden/calc/series.hpp"

namespace burden::calc {

/// A price index put to 1 in `base`, which it must cover.
template <Number N>
Series<N> rebased(const Series<N>& index, Year base) {
    const N& at_base = index[base];
    return series_of(index.first(), index.last(), [&](Year year) { return N(index[year] / at_base); });
}

/// An amount of `year` in constant prices of `base`, `R_t = N_t · P_base / P_t`.
template <Number N, Period P>
Money<N, P> deflated(const Money<N, P>& amount, const Series<N>& index, Year year, Year base) {
    const Unit unit = amount.unit();
    require(unit.prices == Prices::current(), "only an amount in current prices is deflated");
    return {amount.in(unit)*index[base] / index[year], {unit.currency, Prices::constant_of(base.number)}};
}

/// The inverse: an amount in constant prices put into the prices of `year`.
template <Number N, Period P>
Money<N, P> in_current_prices(const Money<N, P>& amount, const Series<N>& index, Year year) {
    const Unit unit = amount.unit();
    require(unit.prices.year().has_value(), "only an amount in constant prices is inflated");
    return {amount.in(unit)*index[year] / index[Year{*unit.prices.year()}],
            {unit.currency, Prices::current()}};
}

}  // namespace burden::calc
