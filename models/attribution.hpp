/// A difference between two results, split by what was changed.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "burden/calc/invariant.hpp"
#include "burden/calc/number.hpp"

namespace burden::models {

/// The most groups of changes: 256 results, 40,320 orders.
constexpr int most_groups = 8;

/// Cells of a result: values by year, totals, or whatever is split; always as many, in the same order.
template <calc::Number N>
using Cells = std::vector<N>;

/// Cells for each group.
template <calc::Number N>
using CellsByGroup = std::vector<Cells<N>>;

/// The results of two sides and of every mixture of them.
template <calc::Number N>
struct Mixtures {
    int groups;
    std::vector<Cells<N>> results;  ///< bit g of the index: group g is switched to the second side

    const Cells<N>& before() const { return results.front(); }
    const Cells<N>& after() const { return results.back(); }
};

namespace attribution_detail {

constexpr std::size_t bit_of(int group) { return std::size_t{1} << static_cast<unsigned>(group); }
constexpr bool contains(std::size_t subset, int group) { return (subset & bit_of(group)) != 0; }

constexpr int factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }

/// The first cells less the second.
template <calc::Number N>
Cells<N> less(const Cells<N>& cells, const Cells<N>& others) {
    Cells<N> result;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        result.push_back(N(cells[cell] - others[cell]));
    }
    return result;
}

template <calc::Number N>
Cells<N> nothing(const Mixtures<N>& mixtures) {
    return Cells<N>(mixtures.before().size(), N(0));
}

/// Whether an order names each group once.
inline bool names_each_once(std::span<const int> order, int groups) {
    std::vector<int> sorted(order.begin(), order.end());
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t place = 0; place < sorted.size(); ++place) {
        if (sorted[place] != static_cast<int>(place)) {
            return false;
        }
    }
    return std::cmp_equal(sorted.size(), groups);
}

}  // namespace attribution_detail

/// The results of every mixture of two sides, each evaluated once.
///
/// groups    0 to most_groups
/// evaluate  Cells<N>(std::span<const bool> switched), one flag a group: false takes the group's inputs from
/// the
///           first side, true from the second. Equal flags give equal cells.
template <calc::Number N, typename Evaluate>
    requires std::convertible_to<std::invoke_result_t<const Evaluate&, std::span<const bool>>, Cells<N>>
Mixtures<N> mixtures_of(int groups, const Evaluate& evaluate) {
    using attribution_detail::bit_of;
    calc::require(groups >= 0 && groups <= most_groups, "a difference is split into at most eight groups");
    Mixtures<N> mixtures{groups, {}};
    for (std::size_t subset = 0; subset < bit_of(groups); ++subset) {
        std::array<bool, most_groups> switched{};
        for (int group = 0; group < groups; ++group) {
            switched.at(static_cast<std::size_t>(group)) = attribution_detail::contains(subset, group);
        }
        mixtures.results.push_back(
            evaluate(std::span<const bool>(switched).first(static_cast<std::size_t>(groups))));
        calc::require(mixtures.after().size() == mixtures.before().size(), "mixtures have the same cells");
    }
    return mixtures;
}

/// What is split: the second side less the first.
template <calc::Number N>
Cells<N> whole_difference(const Mixtures<N>& mixtures) {
    return attribution_detail::less(mixtures.after(), mixtures.before());
}

/// What each group does when it alone is switched.
template <calc::Number N>
CellsByGroup<N> effects_alone(const Mixtures<N>& mixtures) {
    CellsByGroup<N> effects;
    for (int group = 0; group < mixtures.groups; ++group) {
        effects.push_back(
            attribution_detail::less(mixtures.results[attribution_detail::bit_of(group)], mixtures.before()));
    }
    return effects;
}

/// What cells for each group leave of the whole difference:
///
///     whole − Σ cells
///
/// Of effects_alone it is the interaction, what groups do only together. Of parts it is what rounding leaves:
/// nothing for fractions, and for Decimal less than the fortieth digit of the largest result.
template <calc::Number N>
Cells<N> left_of_whole(const Mixtures<N>& mixtures, const CellsByGroup<N>& cells) {
    Cells<N> left = whole_difference(mixtures);
    for (const Cells<N>& part : cells) {
        left = attribution_detail::less(left, part);
    }
    return left;
}

/// Ordered substitution: what each group adds when the groups are switched one after another, and stay.
///
///     part(g) = result(groups up to and with g) − result(groups before g)
///
/// order    each group once
/// returns  parts by group, not by place in the order; they add to the whole difference
/// source   docs/models/attribution.md, "Ordered substitution"
template <calc::Number N>
CellsByGroup<N> parts_in_order(const Mixtures<N>& mixtures, std::span<const int> order) {
    calc::require(attribution_detail::names_each_once(order, mixtures.groups),
                  "an order of groups names each group once");
    CellsByGroup<N> parts(order.size());
    std::size_t subset = 0;
    for (const int group : order) {
        const std::size_t with = subset | attribution_detail::bit_of(group);
        parts[static_cast<std::size_t>(group)] =
            attribution_detail::less(mixtures.results[with], mixtures.results[subset]);
        subset = with;
    }
    return parts;
}

/// The average of parts_in_order over all orders of k groups (the Shapley value):
///
///     part(g) = Σ |S|! (k−1−|S|)! · (result(S with g) − result(S)) / k!,  over the sets S without g
///
/// returns  parts by group; they add to the whole difference
/// source   docs/models/attribution.md, "Average over orders"
template <calc::Number N>
CellsByGroup<N> average_parts(const Mixtures<N>& mixtures) {
    using attribution_detail::factorial;
    const int k = mixtures.groups;
    CellsByGroup<N> parts(static_cast<std::size_t>(k), attribution_detail::nothing(mixtures));
    for (int group = 0; group < k; ++group) {
        Cells<N>& part = parts[static_cast<std::size_t>(group)];
        for (std::size_t subset = 0; subset < mixtures.results.size(); ++subset) {
            if (attribution_detail::contains(subset, group)) {
                continue;
            }
            const int size = std::popcount(subset);
            const N orders(factorial(size) * factorial(k - 1 - size));
            const auto added = attribution_detail::less(
                mixtures.results[subset | attribution_detail::bit_of(group)], mixtures.results[subset]);
            for (std::size_t cell = 0; cell < part.size(); ++cell) {
                part[cell] = N(part[cell] + added[cell] * orders);
            }
        }
        // Divided once, last: the sum has whole weights and is exact where it fits.
        for (N& cell : part) {
            cell = N(cell / N(factorial(k)));
        }
    }
    return parts;
}

/// What two groups or more do together, beyond all that fewer of them do.
template <calc::Number N>
struct Interaction {
    std::vector<int> groups;  ///< at least two, ascending
    Cells<N> effect;
};

/// The interaction by the groups that take part in it (Harsanyi's dividends):
///
///     effect(S) = Σ (−1)^(|S|−|T|) · result(T),  over the sets T within S
///
/// returns  those that are not zero in every cell, smaller sets first; they add to what effects_alone leave
/// of
///          the whole. Results that were rounded leave effects in their last digits.
/// source   docs/models/attribution.md, "Interaction"
template <calc::Number N>
    requires std::equality_comparable<N>
std::vector<Interaction<N>> interactions(const Mixtures<N>& mixtures) {
    std::vector<Cells<N>> effects = mixtures.results;
    for (int group = 0; group < mixtures.groups; ++group) {
        for (std::size_t subset = 0; subset < effects.size(); ++subset) {
            if (attribution_detail::contains(subset, group)) {
                effects[subset] = attribution_detail::less(
                    effects[subset], effects[subset ^ attribution_detail::bit_of(group)]);
            }
        }
    }
    std::vector<Interaction<N>> result;
    const auto none = attribution_detail::nothing(mixtures);
    for (std::size_t subset = 0; subset < effects.size(); ++subset) {
        if (std::popcount(subset) < 2 || effects[subset] == none) {
            continue;
        }
        Interaction<N> interaction{{}, std::move(effects[subset])};
        for (int group = 0; group < mixtures.groups; ++group) {
            if (attribution_detail::contains(subset, group)) {
                interaction.groups.push_back(group);
            }
        }
        result.push_back(std::move(interaction));
    }
    std::sort(result.begin(), result.end(), [](const Interaction<N>& a, const Interaction<N>& b) {
        return std::pair(a.groups.size(), a.groups) < std::pair(b.groups.size(), b.groups);
    });
    return result;
}

/// The groups without effect, ascending: in no mixture of the others does switching the group change a digit
/// of any cell. A group that only cancels out, or changes what is not among the cells, is another matter:
/// the first is not listed, the second is.
template <calc::Number N>
    requires std::equality_comparable<N>
std::vector<int> idle_groups(const Mixtures<N>& mixtures) {
    std::vector<int> idle;
    for (int group = 0; group < mixtures.groups; ++group) {
        bool changes = false;
        for (std::size_t subset = 0; subset < mixtures.results.size(); ++subset) {
            changes = changes || !(mixtures.results[subset] ==
                                   mixtures.results[subset | attribution_detail::bit_of(group)]);
        }
        if (!changes) {
            idle.push_back(group);
        }
    }
    return idle;
}

}  // namespace burden::models
