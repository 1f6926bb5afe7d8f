/// How a projection is computed, for every number. Whoever runs one on a number of ours needs projection.hpp
/// alone, which costs far less to compile.
#pragma once

#include <optional>
#include <vector>

#include "burden/models/projection.hpp"
#include "burden/models/projection_finance.hpp"
#include "burden/models/projection_hosting.hpp"
#include "burden/models/projection_shown.hpp"
#include "burden/models/projection_spending.hpp"

namespace burden::models {

namespace projection_detail {

/// What offsets add in a year.
template <calc::Number N>
N offsets_of(const CountryPlan<N>& plan, const std::optional<calc::Series<N>>& rate, calc::Year year) {
    N sum(0);
    for (const OffsetPlan<N>& offset : plan.offsets) {
        if (offset.in_budget) {
            continue;
        }
        N amount = N(changed(N(0), offset.amount, year) * offset.additional);
        if (offset.abroad && rate) {
            amount = N(amount * (*rate)[year]);
        }
        sum = N(sum + amount);
    }
    return sum;
}

template <calc::Number N>
CountryProjection<N> projection_of(const CountryPlan<N>& plan, const ShownPlan<N>& shown,
                                   const std::vector<CountryProjection<N>>& earlier, MetricSet wanted) {
    using calc::Year;
    const Economy<N> economy = economy_of(plan);
    const auto path = spending_path(plan, economy, earlier);
    std::optional<calc::Series<N>> rate;
    if (plan.rate) {
        rate = held(*plan.rate, "rate", names_of(plan), plan.first, plan.to);
    }
    std::optional<Amounts<N>> hosting;
    if (plan.hosting) {
        hosting = hosting_path(plan, economy, path);
    }
    std::optional<calc::Series<N>> government;
    if (plan.government) {
        government = held(*plan.government, "government expenditure", names_of(plan), plan.first, plan.to);
    }

    const Shown<N> as_shown(shown, plan, economy, rate);
    const auto at_home = [&](const calc::Yearly<N>& amount) { return amount.in(plan.unit); };
    const auto support = [&](Year year) -> std::optional<N> {
        const auto amount = hosting ? hosting->find(year) : std::nullopt;
        return amount ? std::optional<N>(at_home(*amount)) : std::nullopt;
    };
    const bool outside = plan.hosting && !plan.hosting->in_budget;
    const auto none = std::optional<N>();
    const ResultNames names = names_of(plan);
    const auto called = [&](const char* what, Year year, const N& value) {
        return labelled(names, what, year, value);
    };

    CountryProjection<N> result(plan.from, plan.to, wanted);
    result.set(Metric::gdp, [&](Year y) { return as_shown("gdp as shown", at_home(path[y].gdp), y); });
    result.set(Metric::share, [&](Year y) { return path[y].share; });
    result.set(Metric::spending,
               [&](Year y) { return as_shown("spending as shown", at_home(path[y].spending), y); });
    result.set(Metric::extra, [&](Year y) {
        return as_shown("extra as shown", called("extra", y, at_home(path[y].extra)), y);
    });
    result.set(Metric::hosting, [&](Year y) {
        const auto amount = support(y);
        return amount ? std::optional<N>(as_shown("hosting as shown", *amount, y)) : none;
    });
    result.set(Metric::contribution, [&](Year y) {
        N sum = N(at_home(path[y].spending) + offsets_of(plan, rate, y));
        if (outside) {
            const auto amount = support(y);
            if (!amount) {
                return none;
            }
            sum = N(sum + *amount);
        }
        return std::optional<N>(as_shown("contribution as shown", called("contribution", y, sum), y));
    });
    result.set(Metric::per_head, [&](Year y) {
        if (!economy.population) {
            return none;
        }
        const N each = called("per head", y, N(at_home(path[y].spending) / (*economy.population)[y]));
        return std::optional<N>(as_shown("per head as shown", each, y));
    });
    result.set(Metric::of_government, [&](Year y) {
        return government ? std::optional<N>(
                                N(at_home(path[y].spending) / (at_home(path[y].gdp) * (*government)[y])))
                          : none;
    });
    result.set(Metric::population, [&](Year y) {
        return economy.population ? std::optional<N>((*economy.population)[y]) : none;
    });
    result.set(Metric::rate, [&](Year y) { return rate ? std::optional<N>((*rate)[y]) : none; });
    set_finance(result, plan, economy, path, government, as_shown);
    return result;
}

}  // namespace projection_detail

template <calc::Number N>
std::vector<CountryProjection<N>> projections(const ProjectionPlan<N>& plan, MetricSet wanted) {
    wanted.add(Metric::share);
    std::vector<CountryProjection<N>> results;
    for (const CountryPlan<N>& country : plan.countries) {
        calc::require(!country.target || !country.target->parity || *country.target->parity < results.size(),
                      "a country that follows another stands after it");
        results.push_back(projection_detail::projection_of(country, plan.shown, results, wanted));
    }
    return results;
}

}  // namespace burden::models
