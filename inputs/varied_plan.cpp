#include "burden/inputs/varied_plan.hpp"

#include <set>

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
        if (!asks_for(Metric::of_government)) {
            country.government.reset();
        }
    }
}

}  // namespace burden::inputs
