/// Conversion between currencies: never without a method, a rate, a date and a source.
#pragma once

#include <string>
#include <utility>

#include "burden/calc/money.hpp"

namespace burden::calc {

/// How a rate of exchange was chosen.
enum class RateMethod { average, budget, spot, fixed, ppp };

/// A rate of exchange: units of `quote` that one unit of `base` is worth.
template <Number N>
struct ExchangeRate {
    Currency base;
    Currency quote;
    N value;  ///< above zero: 149.57 for JPY per USD
    RateMethod method;
    std::string date;    ///< the year, month or day that it holds for, as it is printed
    std::string source;  ///< key of its source; empty for a rate the user gave
};

/// An amount in the other currency of `rate`, whichever of the two it is counted in. Constant prices are
/// deflated first and converted at their base year's rate: `rate` must then be that year's.
template <Number N, Period P>
Money<N, P> convert(const Money<N, P>& amount, const ExchangeRate<N>& rate) {
    const Unit from = amount.unit();
    if (from.currency == rate.quote) {
        return {amount.in(from) / rate.value, {rate.base, from.prices}};
    }
    require(from.currency == rate.base, "a rate of exchange met a currency that is neither of its two");
    return {amount.in(from)*rate.value, {rate.quote, from.prices}};
}

}  // namespace burden::calc
