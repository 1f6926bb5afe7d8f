/// What a country's budget is measured against, and how it is carried past the last published year.
#pragma once

#include <algorithm>
#include <optional>
#include <utility>

#include "burden/calc/calendar.hpp"
#include "burden/calc/money.hpp"
#include "burden/calc/series.hpp"
#include "burden/models/change.hpp"
#include "burden/models/result_names.hpp"

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
    const auto factor =
        calc::named("yearly factor of the last years", values.back() / values[values.last() - 1]);
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
/// names      of the results
/// source     docs/models/economy.md, "From rates"
template <calc::Number N>
Economy<N> grown_economy(const calc::Yearly<N>& base_gdp, const calc::Series<N>& growth,
                         const calc::Series<N>& inflation, const std::optional<ResultNames>& names = {}) {
    const calc::Year base = growth.first() - 1;
    Economy<N> economy{calc::Series<calc::Yearly<N>>(base, {labelled(names, "gdp", base, base_gdp)}),
                       calc::Series<N>(base, {N(1)})};
    for (calc::Year year = growth.first(); year <= growth.last(); ++year) {
        const N prices = N(1) + inflation[year];
        economy.gdp.push_back(
            labelled(names, "gdp", year, economy.gdp.back() * ((N(1) + growth[year]) * prices)));
        economy.deflator.push_back(
            labelled(names, "rise of prices since the base year", year, N(economy.deflator.back() * prices)));
    }
    return economy;
}

/// A series in the years of its publisher.
template <typename N>
struct Published {
    calc::Series<N> values = calc::Series<N>(calc::Year{});
    calc::FiscalCalendar calendar = {};
};

/// A published level (GDP, prices, population) in the years of `calendar`, up to `last`: carried on by its
/// last year's factor, and put into these years by months.
template <calc::Number N>
calc::Series<N> carried_on(const Published<N>& level, const calc::FiscalCalendar& calendar, calc::Year last) {
    // One year more than asked for: a fiscal year may reach into the next year of the other calendar.
    const calc::Year end = std::max(level.values.last(), last + 1);
    return calc::by_months(extended(level.values, end), level.calendar, calendar);
}

/// A published ratio or rate of exchange likewise, its last value held.
template <calc::Number N>
calc::Series<N> held_on(const Published<N>& ratio, const calc::FiscalCalendar& calendar, calc::Year last) {
    calc::Series<N> values = ratio.values;
    while (values.last() < last + 1) {
        values.push_back(values.back());
    }
    return calc::by_months(values, ratio.calendar, calendar);
}

/// Published rises of a price level likewise, the last one held: they are put into other years by the level
/// that they make. The first rise is that of the year after the first whole one.
template <calc::Number N>
calc::Series<N> rises_carried_on(const Published<N>& rises_of_level, const calc::FiscalCalendar& calendar,
                                 calc::Year last, std::optional<ResultNames> names = {}) {
    const auto& published = rises_of_level.values;
    if (names) {
        names->calendar = rises_of_level.calendar;
    }
    calc::Series<N> level(published.first() - 1, {N(1)});
    for (calc::Year year = published.first(); year <= std::max(published.last(), last + 1); ++year) {
        const N& rise = published.covers(year) ? published[year] : published.back();
        level.push_back(labelled(names, "level of prices", year, N(level.back() * (N(1) + rise))));
    }
    return rises(calc::by_months(level, rises_of_level.calendar, calendar));
}

/// What a scenario changes of an economy; rates are changed in the years after the base year.
template <typename N>
struct EconomyChanges {
    ChangeLayers<N> base_gdp = {};  ///< GDP of the base year; later years keep their rates
    ChangeLayers<N> growth = {};
    ChangeLayers<N> inflation = {};
    ChangeLayers<N> population = {};  ///< growth of the population
};

/// An economy with its base year's GDP and the rates after it changed. What is not changed stays as it was,
/// to the last digit; years before the base year stay.  source  docs/models/projection.md, "The economy"
///
/// names  of the results
template <calc::Number N>
Economy<N> changed(const Economy<N>& economy, calc::Year base, const EconomyChanges<N>& changes,
                   const std::optional<ResultNames>& names = {}) {
    using calc::Year;
    Economy<N> result = economy;
    const Year last = economy.gdp.last();
    const auto after_base = [&](const char* name, const calc::Series<N>& rates,
                                const ChangeLayers<N>& layers) {
        return calc::series_of(base + 1, last, [&](Year year) {
            return labelled(names, name, year, changed(rates[year], layers, year));
        });
    };
    if (!changes.base_gdp.empty() || !changes.growth.empty() || !changes.inflation.empty()) {
        const calc::Unit unit = economy.gdp[base].unit();
        const auto grown =
            grown_economy(calc::Yearly<N>(changed(economy.gdp[base].in(unit), changes.base_gdp, base), unit),
                          after_base("growth", real_growth(economy), changes.growth),
                          after_base("inflation", rises(economy.deflator), changes.inflation), names);
        result.gdp = calc::series_of(economy.gdp.first(), last, [&](Year year) {
            return base <= year ? grown.gdp[year] : economy.gdp[year];
        });
        if (!changes.inflation.empty()) {
            result.deflator = calc::series_of(economy.gdp.first(), last, [&](Year year) {
                return base <= year ? labelled(names, "deflator", year,
                                               N(economy.deflator[base] * grown.deflator[year]))
                                    : economy.deflator[year];
            });
        }
    }
    if (economy.population && !changes.population.empty()) {
        const auto rates =
            after_base("growth of the population", rises(*economy.population), changes.population);
        N persons = (*economy.population)[base];
        result.population = calc::series_of(economy.gdp.first(), last, [&](Year year) {
            if (year <= base) {
                return (*economy.population)[year];
            }
            persons = labelled(names, "population", year, N(persons * (N(1) + rates[year])));
            return persons;
        });
    }
    return result;
}

}  // namespace burden::models
