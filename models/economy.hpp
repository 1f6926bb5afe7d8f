/// What a country's budget is measured against, and how it is carried past the last published year.
#pragma once

#include <optional>
#include <utility>

#include "burden/calc/money.hpp"
#include "burden/calc/series.hpp"

namespace burden::models {

/// An economy by a country's own fiscal years.
template <calc::Number N>
struct Economy {
    calc::Series<calc::Yearly<N>> gdp;               ///< current prices
    calc::Series<N> deflator;                        ///< price level of GDP, any base, over the years of gdp
    std::optional<calc::Series<N>> population = {};  ///< persons, over the years of gdp
};

/// Rises in each year of a series but the first, as shares: `value(y) / value(y-1) - 1`.
template <calc::Number N>
calc::Series<N> rises(const calc::Series<N>& values) {
    return calc::series_of(values.first() + 1, values.last(),
                           [&](calc::Year year) { return N(values[year] / values[year - 1] - N(1)); });
}

/// A series carried on to `last` by the factor of its last year. Of at least two years.
template <typename T>
calc::Series<T> extended(const calc::Series<T>& values, calc::Year last) {
    calc::require(values.size() >= 2, "a series of one year has no growth to go on with");
    const auto factor = values.back() / values[values.last() - 1];
    calc::Series<T> result = values;
    while (result.last() < last) {
        result.push_back(result.back() * factor);
    }
    return result;
}

/// The economy carried on to `last`: the last year's real growth, rise of the deflator and growth of
/// population are held. Years already covered stay as they are. source  docs/models/economy.md, "Past the
/// last published year"
template <calc::Number N>
Economy<N> extended(const Economy<N>& economy, calc::Year last) {
    Economy<N> result{extended(economy.gdp, last), extended(economy.deflator, last)};
    if (economy.population) {
        result.population = extended(*economy.population, last);
    }
    return result;
}

/// The real growth of an economy, `(1 + nominal) / (1 + rise of the deflator) - 1`, in every year but the
/// first.
template <calc::Number N>
calc::Series<N> real_growth(const Economy<N>& economy) {
    const auto prices = rises(economy.deflator);
    return calc::series_of(prices.first(), prices.last(), [&](calc::Year year) {
        return N(economy.gdp[year] / economy.gdp[year - 1] / (N(1) + prices[year]) - N(1));
    });
}

/// An economy from one year's GDP and rates:
///
///     gdp(y) = gdp(y-1) · (1 + growth(y)) · (1 + inflation(y))
///     deflator(y) = deflator(y-1) · (1 + inflation(y)),  1 in the base year
///
/// base_gdp   GDP of the year before the first rate, current prices
/// growth     real growth in each year, a share: 2 % is 0.02
/// inflation  rise of the GDP deflator in the same years, a share
/// source     docs/models/economy.md, "From rates"
template <calc::Number N>
Economy<N> grown_economy(const calc::Yearly<N>& base_gdp, const calc::Series<N>& growth,
                         const calc::Series<N>& inflation) {
    const calc::Year base = growth.first() - 1;
    Economy<N> economy{calc::Series<calc::Yearly<N>>(base, {base_gdp}), calc::Series<N>(base, {N(1)})};
    for (calc::Year year = growth.first(); year <= growth.last(); ++year) {
        const N prices = N(1) + inflation[year];
        economy.gdp.push_back(economy.gdp.back() * ((N(1) + growth[year]) * prices));
        economy.deflator.push_back(economy.deflator.back() * prices);
    }
    return economy;
}

}  // namespace burden::models
