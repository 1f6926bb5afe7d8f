/// A plan some of whose numbers are exchanged from run to run: what sweeps and searches are made of.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "burden/inputs/scenario_run.hpp"

namespace burden::inputs {

/// The places at which a plan's countries stand when only those are left that some need: these, and those
/// they follow. In the order of the plan.
std::vector<std::size_t> countries_needed(const ScenarioPlan& plan, const std::vector<PlacedCell>& cells);

/// The cells of a plan as functions of the numbers that some of its settings give. Copies are independent of
/// one another, and of the plan they were made of.
template <calc::Number N>
class VariedPlan {
public:
    /// `varied` are settings of the scenario that the plan was made of.
    VariedPlan(const ScenarioPlan& plan, const std::vector<PlacedCell>& cells,
               const std::vector<const Setting*>& varied);
    VariedPlan(const VariedPlan& other);
    VariedPlan(VariedPlan&&) = delete;
    VariedPlan& operator=(const VariedPlan&) = delete;
    VariedPlan& operator=(VariedPlan&&) = delete;
    ~VariedPlan() = default;

    /// Whether any number comes from the setting at that place: else nothing depends on it.
    bool reaches(std::size_t varied) const { return !numbers_[varied].empty(); }

    /// Puts a number in the place of that of a setting.
    void set(std::size_t varied, const N& number);

    /// The cells, in their order; none of a cell that is not known.
    std::vector<std::optional<N>> values() const;

private:
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

    void find_numbers();

    std::vector<PlacedCell> cells_;
    models::MetricSet wanted_;            ///< by the cells
    std::vector<std::size_t> varied_by_;  ///< of each free number, the place of its setting
    models::ProjectionPlan<N> plan_;
    std::vector<std::vector<N*>> numbers_;
};

extern template class VariedPlan<calc::Decimal>;
extern template class VariedPlan<double>;

}  // namespace burden::inputs
