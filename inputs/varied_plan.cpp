#include "burden/inputs/varied_plan.hpp"

#include <algorithm>
#include <set>

#include "burden/models/plan_numbers.hpp"

namespace burden::inputs {

std::vector<std::size_t> countries_needed(const ScenarioPlan& plan, const std::vector<PlacedCell>& cells) {
    std::set<std::size_t> needed;
    for (const PlacedCell& cell : cells) {
        needed.insert(cell.country);
        const auto& target = plan.plan.countries[cell.country].target;
        // Who is followed follows nobody.
        if (target && target->parity) {
            needed.insert(*target->parity);
        }
    }
    return {needed.begin(), needed.end()};
}

namespace {

/// The plan of those countries alone.
template <typename N>
models::ProjectionPlan<N> part_of(const models::ProjectionPlan<N>& plan,
                                  const std::vector<std::size_t>& countries) {
    models::ProjectionPlan<N> part{.countries = {}, .shown = plan.shown};
    const auto place = [&](std::size_t country) {
        return static_cast<std::size_t>(std::find(countries.begin(), countries.end(), country) -
                                        countries.begin());
    };
    for (const std::size_t country : countries) {
        part.countries.push_back(plan.countries[country]);
        auto& target = part.countries.back().target;
        if (target && target->parity) {
            target->parity = place(*target->parity);
        }
    }
    return part;
}

/// Takes out of a plan what none of these cells is made of: spending does not rest on hosting.
void leave_out_unneeded(models::ProjectionPlan<PlanInput>& plan, const std::vector<PlacedCell>& cells);

/// Takes out of a plan what none of these cells is made of: spending does not rest on hosting.
void leave_out_unneeded(models::ProjectionPlan<PlanInput>& plan, const std::vector<PlacedCell>& cells) {
    using models::Metric;
    for (std::size_t at = 0; at < plan.countries.size(); ++at) {
        const auto asks_for = [&](Metric metric) {
            return std::any_of(cells.begin(), cells.end(), [&](const PlacedCell& cell) {
                return cell.country == at && cell.metric == metric;
            });
        };
        auto& country = plan.countries[at];
        if (!asks_for(Metric::hosting) && !asks_for(Metric::contribution)) {
            country.hosting.reset();
        }
        if (!asks_for(Metric::contribution)) {
            country.offsets.clear();
        }
        if (!asks_for(Metric::of_government) && !asks_for(Metric::extra_of_government)) {
            country.government.reset();
        }
        const auto& finance = models::finance_metrics;
        if (std::none_of(finance.begin(), finance.end(), asks_for)) {
            country.finance.financing.reset();
            country.finance.debt.reset();
        }
    }
}

/// Carries the published economy on and into each country's years once: no run changes that.
template <calc::Number N>
void put_into_own_years(models::ProjectionPlan<N>& plan) {
    for (auto& country : plan.countries) {
        const auto settle = [&](models::Published<N>& level) {
            // One year more than is asked for, so that no run carries it on again.
            level = {models::carried_on(level, country.calendar, country.to + 1), country.calendar};
        };
        settle(country.economy.gdp);
        settle(country.economy.deflator);
        if (country.economy.population) {
            settle(*country.economy.population);
        }
    }
}

}  // namespace

template <calc::Number N>
VariedPlan<N>::VariedPlan(const ScenarioPlan& plan, const std::vector<PlacedCell>& cells,
                          const std::vector<const Setting*>& varied)
    : cells_(cells) {
    const auto countries = countries_needed(plan, cells);
    for (PlacedCell& cell : cells_) {
        cell.country = static_cast<std::size_t>(std::find(countries.begin(), countries.end(), cell.country) -
                                                countries.begin());
        wanted_.add(cell.metric);
    }
    auto needed = part_of(plan.plan, countries);
    leave_out_unneeded(needed, cells_);
    models::for_each_free_number(needed, [&](const PlanInput& input) {
        const auto found =
            input.setting == nullptr ? varied.end() : std::find(varied.begin(), varied.end(), input.setting);
        varied_by_.push_back(found == varied.end() ? nobody
                                                   : static_cast<std::size_t>(found - varied.begin()));
    });
    plan_ = models::mapped<N>(needed, [](const PlanInput& input) { return calc::as<N>(input.value); });
    put_into_own_years(plan_);
    numbers_.resize(varied.size());
    find_numbers();
}

template <calc::Number N>
VariedPlan<N>::VariedPlan(const VariedPlan& other)
    : cells_(other.cells_), wanted_(other.wanted_), varied_by_(other.varied_by_), plan_(other.plan_) {
    numbers_.resize(other.numbers_.size());
    find_numbers();
}

template <calc::Number N>
void VariedPlan<N>::set(std::size_t varied, const N& number) {
    for (N* const place : numbers_[varied]) {
        *place = number;
    }
}

template <calc::Number N>
std::vector<std::optional<N>> VariedPlan<N>::values() const {
    const auto results = models::projections(plan_, wanted_);
    std::vector<std::optional<N>> values;
    values.reserve(cells_.size());
    for (const PlacedCell& cell : cells_) {
        values.push_back(value_of(cell, results));
    }
    return values;
}

template <calc::Number N>
void VariedPlan<N>::find_numbers() {
    std::size_t at = 0;
    models::for_each_free_number(plan_, [&](N& number) {
        if (varied_by_[at] != nobody) {
            numbers_[varied_by_[at]].push_back(&number);
        }
        ++at;
    });
    calc::require(at == varied_by_.size(), "a plan and what it is mapped to have the same numbers");
}

template class VariedPlan<calc::Decimal>;
template class VariedPlan<double>;

}  // namespace burden::inputs
