/// An arrangement between a host and a guest: how its items add, and what follows its term.
#pragma once

#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "burden/calc/money.hpp"
#include "burden/calc/series.hpp"

namespace burden::models {

/// An item of an arrangement over its term.
template <calc::Number N>
struct TermItem {
    calc::Total<N> total;
    N goes_on;  ///< part that does not rest on the special agreement: 0 stops with it, 1 goes on
};

/// What a total leaves after all the parts that are known by themselves.
template <calc::Number N>
calc::Total<N> residual(const calc::Total<N>& total, const std::vector<calc::Total<N>>& parts) {
    calc::Total<N> left = total;
    for (const calc::Total<N>& part : parts) {
        left = left - part;
    }
    return left;
}

/// The yearly average of what goes on when the special agreement lapses.
///
/// items   at least one
/// source  docs/models/arrangement.md, "Lapse"
template <calc::Number N>
calc::Yearly<N> going_on(const std::vector<TermItem<N>>& items, int years) {
    calc::require(!items.empty(), "an arrangement without items has nothing that goes on");
    calc::Total<N> sum = items.front().total * N(0);
    for (const TermItem<N>& item : items) {
        sum = sum + item.total * item.goes_on;
    }
    return calc::average(sum, years);
}

/// The yearly average of what stops then: with what goes on, the average of the items.
template <calc::Number N>
calc::Yearly<N> lapsing(const std::vector<TermItem<N>>& items, int years) {
    std::vector<TermItem<N>> stopping;
    for (const TermItem<N>& item : items) {
        stopping.push_back({item.total, N(1) - item.goes_on});
    }
    return going_on(stopping, years);
}

/// A yearly rise, held between bounds.
template <calc::Number N>
struct IndexRule {
    calc::Series<N> rises;        ///< as shares, over every year that the rule asks for less the lag
    std::optional<N> cap = {};    ///< the most that counts of a rise
    std::optional<N> floor = {};  ///< the least that counts of it
    int lag = 0;                  ///< years by which the rise that counts is older
    std::optional<N> first = {};  ///< rise of the first year, in place of the index
};

/// The same amount in every year: held, multiplied, by head, a share of a cost, cost plus.
template <calc::Number N>
struct HeldAmount {
    calc::Yearly<N> amount;
};

/// An amount that follows an index from the year before the first on.
template <calc::Number N>
struct IndexedAmount {
    calc::Yearly<N> base;
    IndexRule<N> index;
};

/// Amounts by year; the last goes on.
template <calc::Number N>
struct StatedAmounts {
    calc::Series<calc::Yearly<N>> amounts;
};

template <calc::Number N>
using RenewalRule = std::variant<HeldAmount<N>, IndexedAmount<N>, StatedAmounts<N>>;

/// What follows an arrangement: years as before, then a rule.
template <calc::Number N>
struct Renewal {
    std::vector<calc::Yearly<N>> bridge = {};  ///< amounts of the years before the rule begins
    RenewalRule<N> rule;
};

/// The rise that an index counts in `year`: least(cap, greatest(floor, rise(year - lag))).
template <calc::Number N>
N counted_rise(const IndexRule<N>& index, calc::Year year) {
    using calc::greatest;
    using calc::least;
    N rise = index.rises[year - index.lag];
    if (index.floor) {
        rise = greatest(rise, *index.floor);
    }
    return index.cap ? N(least(rise, *index.cap)) : rise;
}

/// Amounts that follow an index:
///
///     amount(y) = base · Π (1 + counted rise),  over first to y
///
/// source  docs/models/arrangement.md, "Indexed"
template <calc::Number N>
calc::Series<calc::Yearly<N>> indexed(const IndexedAmount<N>& rule, calc::Year first, calc::Year last) {
    calc::Series<calc::Yearly<N>> amounts(first);
    calc::Yearly<N> amount = rule.base;
    for (calc::Year year = first; year <= last; ++year) {
        const bool steps = year == first && rule.index.first;
        amount = amount * N(N(1) + (steps ? *rule.index.first : counted_rise(rule.index, year)));
        amounts.push_back(amount);
    }
    return amounts;
}

/// The years of a renewal from `first` to `last`.
template <calc::Number N>
calc::Series<calc::Yearly<N>> renewed(const Renewal<N>& renewal, calc::Year first, calc::Year last) {
    calc::Series<calc::Yearly<N>> amounts(first);
    for (const calc::Yearly<N>& amount : renewal.bridge) {
        if (amounts.last() < last) {
            amounts.push_back(amount);
        }
    }
    const calc::Year begins = first + amounts.size();
    if (last < begins) {
        return amounts;
    }
    const auto* index = std::get_if<IndexedAmount<N>>(&renewal.rule);
    const auto follows =
        index != nullptr ? indexed(*index, begins, last) : calc::Series<calc::Yearly<N>>(begins);
    for (calc::Year year = begins; year <= last; ++year) {
        if (const auto* held = std::get_if<HeldAmount<N>>(&renewal.rule)) {
            amounts.push_back(held->amount);
        } else if (const auto* stated = std::get_if<StatedAmounts<N>>(&renewal.rule)) {
            const auto& by_year = stated->amounts;
            amounts.push_back(by_year[by_year.last() < year ? by_year.last() : year]);
        } else {
            amounts.push_back(follows[year]);
        }
    }
    return amounts;
}

/// A renewal beside another that it is held against.
template <calc::Number N>
struct RenewalPath {
    calc::Series<calc::Yearly<N>> amounts;
    calc::Series<calc::Yearly<N>> difference;  ///< less the other
    calc::Total<N> total;
    calc::Total<N> total_difference;
};

/// The sum of yearly amounts; at least one.
template <calc::Number N>
calc::Total<N> sum(const calc::Series<calc::Yearly<N>>& amounts) {
    calc::Total<N> total = calc::as_part_of_total(amounts.front());
    for (calc::Year year = amounts.first() + 1; year <= amounts.last(); ++year) {
        total = total + calc::as_part_of_total(amounts[year]);
    }
    return total;
}

/// Amounts, and what they differ by from `against`, over the same years.
template <calc::Number N>
RenewalPath<N> held_against(const calc::Series<calc::Yearly<N>>& amounts,
                            const calc::Series<calc::Yearly<N>>& against) {
    const auto difference = calc::series_of(amounts.first(), amounts.last(),
                                            [&](calc::Year year) { return amounts[year] - against[year]; });
    return {.amounts = amounts,
            .difference = difference,
            .total = sum(amounts),
            .total_difference = sum(difference)};
}

/// Units of the host's currency per unit of the guest's at which an amount at home is an amount abroad.
template <calc::Number N, calc::Period P>
N break_even_rate(const calc::Money<N, P>& at_home, const calc::Money<N, P>& abroad) {
    return N(at_home.in(at_home.unit()) / abroad.in(abroad.unit()));
}

}  // namespace burden::models
