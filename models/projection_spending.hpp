/// The part of a projection that is spending: the economy of a plan, and the path to its target. For every
/// number; whoever runs a projection needs projection.hpp alone.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "burden/models/country_projection.hpp"
#include "burden/models/projection_plan.hpp"

namespace burden::models::projection_detail {

/// Whose results those of a country are, by its own years.
template <typename N>
ResultNames names_of(const CountryPlan<N>& plan, std::string_view part = {}) {
    return {.whose = plan.code, .part = part, .calendar = plan.calendar};
}

template <calc::Number N>
Economy<N> economy_of(const CountryPlan<N>& plan) {
    const ResultNames names = names_of(plan);
    const EconomyChanges<N>& changes = plan.economy.changes;
    // What is not changed has one name.
    const auto years = [&](const Published<N>& level, bool changed, const char* as_published,
                           const char* name) {
        return labelled(names, changed ? as_published : name,
                        calc::part(carried_on(level, plan.calendar, plan.to), plan.first, plan.to));
    };
    const bool prices_change = !changes.inflation.empty();
    const auto gdp =
        years(plan.economy.gdp, prices_change || !changes.growth.empty() || !changes.base_gdp.empty(),
              "published gdp", "gdp");
    Economy<N> economy{
        calc::series_of(plan.first, plan.to,
                        [&](calc::Year year) { return calc::Yearly<N>(gdp[year], plan.unit); }),
        years(plan.economy.deflator, prices_change, "published deflator", "deflator")};
    if (plan.economy.population) {
        economy.population = years(*plan.economy.population, !changes.population.empty(),
                                   "published population", "population");
    }
    return changed(economy, plan.from, changes, std::optional(names));
}

/// A published ratio or rate by the years of a calendar, with its changes.
template <calc::Number N>
calc::Series<N> held(const HeldPlan<N>& plan, const char* name, const ResultNames& names, calc::Year first,
                     calc::Year last) {
    const auto values = held_on(plan.published, names.calendar, last);
    return calc::series_of(first, last, [&](calc::Year year) {
        // Before the first published year, that year's.
        const calc::Year known = std::max(year, values.first());
        return labelled(names, name, year, changed(values[known], plan.changes, year));
    });
}

template <calc::Number N>
calc::Yearly<N> base_spending(const CountryPlan<N>& plan, const Economy<N>& economy) {
    const N figure = changed(plan.base.figure, plan.base.changes, plan.from);
    const auto spending =
        plan.base.of_gdp ? economy.gdp[plan.from] * figure : calc::Yearly<N>(figure, plan.unit);
    return labelled(names_of(plan), "base spending", plan.from, spending);
}

/// The target of the model for one part of spending, or all of it.
template <calc::Number N>
Target<N> part_target(const CountryPlan<N>& plan, const TargetPlan<N>& target, const Economy<N>& economy,
                      const calc::Yearly<N>& base, const N& share, std::string_view name = {}) {
    Target<N> part{.from = plan.from,
                   .due = target.due,
                   .to = plan.to,
                   .base_spending = base,
                   .share = share,
                   .shape = target.shape,
                   .most_growth = target.most_growth,
                   .then = target.then,
                   .names = names_of(plan, name)};
    if (auto* way = std::get_if<calc::WayPoints<N>>(&part.shape);
        way != nullptr && way->points.back().first < target.due) {
        way->points.emplace_back(target.due, share);
    }
    if (target.fixed_year) {
        part.fixed_denominator = target.fixed_gdp ? calc::Yearly<N>(*target.fixed_gdp, plan.unit)
                                                  : economy.gdp[*target.fixed_year];
    }
    return part;
}

/// Spending that reaches another country's share and follows it after that.
template <calc::Number N>
TargetPath<N> parity_path(const CountryPlan<N>& plan, const TargetPlan<N>& target, const Economy<N>& economy,
                          const calc::Yearly<N>& base, const CountryProjection<N>& other) {
    const auto theirs = [&](calc::Year year) { return *other[Metric::share][year]; };
    const Target<N> to_parity = part_target(plan, target, economy, base, theirs(target.due));
    const auto bare_gdp = calc::series_of(plan.from, target.due,
                                          [&](calc::Year year) { return economy.gdp[year].in(plan.unit); });
    const auto way = calc::share_path(
        to_parity.shape,
        calc::PathEnds<N>{plan.from, target.due,
                          labelled(names_of(plan), "share", plan.from, N(base / economy.gdp[plan.from])),
                          to_parity.share},
        bare_gdp);
    calc::WayPoints<N> points;
    for (calc::Year year = plan.from + 1; year <= plan.to; ++year) {
        points.points.emplace_back(year, year <= target.due ? way[year] : theirs(year));
    }
    Target<N> whole = to_parity;
    whole.due = plan.to;
    whole.share = points.points.back().second;
    whole.shape = points;
    return target_path(economy, whole);
}

/// Spending of the base year held as a share of GDP.
template <calc::Number N>
TargetPath<N> held_path(const CountryPlan<N>& plan, const Economy<N>& economy, const calc::Yearly<N>& base) {
    const ResultNames names = names_of(plan);
    const N share = labelled(names, "share", plan.from, N(base / economy.gdp[plan.from]));
    calc::WayPoints<N> same;
    for (calc::Year year = plan.from + 1; year <= plan.to; ++year) {
        same.points.emplace_back(year, share);
    }
    return target_path(economy, Target<N>{.from = plan.from,
                                          .due = plan.to,
                                          .to = plan.to,
                                          .base_spending = base,
                                          .share = share,
                                          .shape = same,
                                          .names = names});
}

template <calc::Number N>
TargetPath<N> spending_path(const CountryPlan<N>& plan, const Economy<N>& economy,
                            const std::vector<CountryProjection<N>>& earlier) {
    const auto base = base_spending(plan, economy);
    if (!plan.target) {
        return held_path(plan, economy, base);
    }
    const TargetPlan<N>& target = *plan.target;
    if (target.parity) {
        return parity_path(plan, target, economy, base, earlier[*target.parity]);
    }
    const N share = changed(*target.share, target.changes, target.due);
    if (!target.related) {
        return target_path(economy, part_target(plan, target, economy, base, share));
    }
    const N related_share = changed(*target.related, target.related_changes, target.due);
    const Target<N> ends = part_target(plan, target, economy, base, share);
    const auto denominator = ends.fixed_denominator ? *ends.fixed_denominator : economy.gdp[plan.from];
    const auto base_of = [&](const char* part, const calc::Yearly<N>& spending) {
        return labelled(names_of(plan, part), "base spending", plan.from, spending);
    };
    const auto base_related =
        base_of("related", denominator * (target.base_related ? *target.base_related : N(0)));
    const auto base_core = base_of("core", base - base_related);
    return together(
        target_path(economy, part_target(plan, target, economy, base_core, share, "core")),
        target_path(economy, part_target(plan, target, economy, base_related, related_share, "related")),
        std::optional(names_of(plan)));
}

}  // namespace burden::models::projection_detail
