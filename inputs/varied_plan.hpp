/// A plan some of whose numbers are exchanged from run to run: what sweeps and searches are made of.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "burden/inputs/scenario_run.hpp"
#include "burden/models/plan_numbers.hpp"

namespace burden::inputs {

/// The places at which a plan's countries stand when only those are left that some need: these, and those
/// they follow. In the order of the plan.
std::vector<std::size_t> countries_needed(const ScenarioPlan& plan, const std::vector<PlacedCell>& cells);

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

/// The cells of a plan as functions of the numbers that some of its settings give. Copies are independent of
/// one another, and of the plan they were made of.
template <calc::Number N>
class VariedPlan {
public:
    /// `varied` are settings of the scenario that the plan was made of.
    VariedPlan(const ScenarioPlan& plan, const std::vector<PlacedCell>& cells,
               const std::vector<const Setting*>& varied)
        : cells_(cells) {
        const auto countries = countries_needed(plan, cells);
        for (PlacedCell& cell : cells_) {
            cell.country = static_cast<std::size_t>(
                std::find(countries.begin(), countries.end(), cell.country) - countries.begin());
            wanted_.add(cell.metric);
        }
        auto needed = part_of(plan.plan, countries);
        leave_out_unneeded(needed, cells_);
        models::for_each_free_number(needed, [&](const PlanInput& input) {
            const auto found = input.setting == nullptr
                                   ? varied.end()
                                   : std::find(varied.begin(), varied.end(), input.setting);
            varied_by_.push_back(found == varied.end() ? nobody
                                                       : static_cast<std::size_t>(found - varied.begin()));
        });
        plan_ = models::mapped<N>(needed, [](const PlanInput& input) { return calc::as<N>(input.value); });
        numbers_.resize(varied.size());
        find_numbers();
    }
    VariedPlan(const VariedPlan& other)
        : cells_(other.cells_), wanted_(other.wanted_), varied_by_(other.varied_by_), plan_(other.plan_) {
        numbers_.resize(other.numbers_.size());
        find_numbers();
    }
    VariedPlan(VariedPlan&&) = delete;
    VariedPlan& operator=(const VariedPlan&) = delete;
    VariedPlan& operator=(VariedPlan&&) = delete;
    ~VariedPlan() = default;

    /// Whether any number comes from the setting at that place: else nothing depends on it.
    bool reaches(std::size_t varied) const { return !numbers_[varied].empty(); }

    /// Puts a number in the place of that of a setting.
    void set(std::size_t varied, const N& number) {
        for (N* const place : numbers_[varied]) {
            *place = number;
        }
    }

    /// The cells, in their order; none of a cell that is not known.
    std::vector<std::optional<N>> values() const {
        const auto results = models::projections(plan_, wanted_);
        std::vector<std::optional<N>> values;
        values.reserve(cells_.size());
        for (const PlacedCell& cell : cells_) {
            values.push_back(value_of(cell, results));
        }
        return values;
    }

private:
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

    void find_numbers() {
        std::size_t at = 0;
        models::for_each_free_number(plan_, [&](N& number) {
            if (varied_by_[at] != nobody) {
                numbers_[varied_by_[at]].push_back(&number);
            }
            ++at;
        });
        calc::require(at == varied_by_.size(), "a plan and what it is mapped to have the same numbers");
    }

    std::vector<PlacedCell> cells_;
    models::MetricSet wanted_;            ///< by the cells
    std::vector<std::size_t> varied_by_;  ///< of each free number, the place of its setting
    models::ProjectionPlan<N> plan_;
    std::vector<std::vector<N*>> numbers_;
};

}  // namespace burden::inputs
