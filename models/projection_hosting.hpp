/// The part of a projection that is hosting: an arrangement to its end, and the renewal after it. For every
/// number.
#pragma once

#include <algorithm>
#include <optional>

#include "burden/models/projection_spending.hpp"

namespace burden::models::projection_detail {

template <calc::Number N>
using Amounts = calc::Series<calc::Yearly<N>>;

/// The same by the years of its arrangement.
template <typename N>
ResultNames hosting_names(const CountryPlan<N>& plan) {
    return {.whose = plan.code, .calendar = plan.hosting->calendar};
}

/// The level of prices in the guest's cost, 1 in the year it was counted in, over the years of a renewal.
template <calc::Number N>
calc::Series<N> cost_prices(const CountryPlan<N>& plan, calc::Year first, calc::Year last) {
    const HostingPlan<N>& hosting = *plan.hosting;
    N level(1);
    calc::Series<N> prices(first);
    for (calc::Year year{hosting.cost_year + 1}; year <= last; ++year) {
        level = N(level * (N(1) + changed(N(0), hosting.cost_prices, year)));
        if (first <= year) {
            prices.push_back(labelled(hosting_names(plan), "prices in the guest's cost", year, level));
        }
    }
    return prices;
}

/// Growth of spending by year; before the path, that of GDP.
template <calc::Number N>
calc::Series<N> budget_growth(const CountryPlan<N>& plan, const Economy<N>& economy,
                              const TargetPath<N>& path, calc::Year last) {
    const ResultNames names = names_of(plan);
    return calc::series_of(plan.first + 1, last, [&](calc::Year year) -> N {
        const calc::Year known = std::min(year, plan.to);
        return labelled(
            names, "growth of spending", known,
            plan.from < known ? growth(path, known) : N(economy.gdp[known] / economy.gdp[known - 1] - N(1)));
    });
}

/// Amounts of the term, from its first year on, and of the renewal up to `last`, in the arrangement's years.
template <calc::Number N>
Amounts<N> hosting_amounts(const CountryPlan<N>& plan, const Economy<N>& economy, const TargetPath<N>& path,
                           calc::Year last) {
    using calc::Year;
    const HostingPlan<N>& hosting = *plan.hosting;
    const ResultNames names = hosting_names(plan);
    RenewalSetting<N> setting{.home = plan.unit,
                              .first = hosting.first,
                              .last = last,
                              .term_years = hosting.last - hosting.first + 1};
    if (hosting.consumer_prices) {
        const auto rises =
            rises_carried_on(*hosting.consumer_prices, hosting.calendar, last, std::optional(names));
        setting.consumer_prices = calc::series_of(rises.first(), rises.last(), [&](Year year) {
            return labelled(names, "rise of consumer prices", year,
                            changed(rises[year], hosting.price_changes, year));
        });
    }
    const bool escalates_with_budget =
        hosting.escalator && follows(*hosting.escalator, IndexedBy::defence_budget);
    if (escalates_with_budget || follows(hosting.renewal, IndexedBy::defence_budget)) {
        setting.defence_budget = budget_growth(plan, economy, path, last);
    }
    if (hosting.abroad && plan.rate) {
        setting.rate = held(*plan.rate, "rate", names, hosting.first, last);
    }
    if (hosting.members) {
        setting.members = labelled(names_of(plan), "members", plan.from,
                                   changed(*hosting.members, hosting.member_changes, plan.from));
        setting.members_of_cost = hosting.members;
    }

    Amounts<N> escalated(hosting.first);
    const Year after_stated = hosting.stated.empty() ? hosting.first : hosting.stated.back().first + 1;
    if (hosting.escalator && after_stated <= hosting.last) {
        RenewalSetting<N> within = setting;
        within.first = after_stated;
        within.last = hosting.last;
        within.last_year = calc::Yearly<N>(hosting.stated.back().second, plan.unit);
        escalated = renewed(renewal_of(*hosting.escalator, within), within.first, within.last);
    }
    const auto known = [&](Year year) -> std::optional<calc::Yearly<N>> {
        for (const auto& [when, amount] : hosting.stated) {
            if (when == year) {
                return calc::Yearly<N>(amount, plan.unit);
            }
        }
        return escalated.find(year);
    };
    if (hosting.total) {
        setting.average = average(calc::Total<N>(*hosting.total, plan.unit), setting.term_years);
    } else {
        calc::Total<N> total(N(0), plan.unit);
        for (Year year = hosting.first; year <= hosting.last; ++year) {
            const auto amount = known(year);
            calc::require(amount.has_value(), "a year of an arrangement without total is known");
            total = total + calc::as_part_of_total(*amount);
        }
        setting.average = average(total, setting.term_years);
    }
    setting.average = labelled(names, "average of the term", hosting.last, *setting.average);
    Amounts<N> amounts = calc::series_of(hosting.first, std::min(hosting.last, last), [&](Year year) {
        const auto amount = known(year);
        return amount ? *amount : *setting.average;
    });
    if (last <= hosting.last) {
        return labelled(names, "hosting", amounts);
    }
    setting.last_year = amounts.back();
    setting.first = hosting.last + 1;
    setting.cost_prices = cost_prices(plan, setting.first, last);
    const auto following = renewed(renewal_of(hosting.renewal, setting), setting.first, last);
    for (const calc::Yearly<N>& amount : following) {
        amounts.push_back(amount);
    }
    return labelled(names, "hosting", amounts);
}

/// Host-nation support by the years of the plan, from the first one that it is known for.
template <calc::Number N>
Amounts<N> hosting_path(const CountryPlan<N>& plan, const Economy<N>& economy, const TargetPath<N>& path) {
    const auto& calendar = plan.hosting->calendar;
    if (calendar == plan.calendar) {
        return hosting_amounts(plan, economy, path, plan.to);
    }
    const auto amounts = hosting_amounts(plan, economy, path, plan.to + 1);
    const auto bare = calc::series_of(amounts.first(), amounts.last(),
                                      [&](calc::Year year) { return amounts[year].in(plan.unit); });
    const auto by_month = calc::by_months(bare, calendar, plan.calendar);
    return calc::series_of(by_month.first(), by_month.last(),
                           [&](calc::Year year) { return calc::Yearly<N>(by_month[year], plan.unit); });
}

}  // namespace burden::models::projection_detail
