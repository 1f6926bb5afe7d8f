#include "burden/models/target_summary.hpp"

namespace burden::models {

using calc::Decimal;
using calc::Year;

TargetSummary summary(const TargetPath<Decimal>& path, const TargetPath<Decimal>& constant,
                      const std::optional<calc::Series<Decimal>>& population) {
    const Year base = path.first();
    calc::require(path.size() > 1, "a target has a year after its base year");
    TargetSummary result{.extra = path.back().cumulative_extra,
                         .extra_constant = constant.back().cumulative_extra,
                         .extra_per_head = std::nullopt,
                         .fastest_growth = std::nullopt,
                         .fastest_year = base + 1};
    const Decimal nothing(0);
    for (Year year = base + 1; year <= path.last(); ++year) {
        const auto& before = path[year - 1].spending;
        if (before.in(before.unit()) <= nothing) {
            continue;
        }
        const Decimal rise = growth(path, year);
        if (!result.fastest_growth || rise > *result.fastest_growth) {
            result.fastest_growth = rise;
            result.fastest_year = year;
        }
    }
    if (population) {
        calc::Yearly<Decimal> sum(0, path[base].extra.unit());
        for (Year year = base + 1; year <= path.last(); ++year) {
            sum = sum + path[year].extra / (*population)[year];
        }
        result.extra_per_head = sum / Decimal(path.size() - 1);
    }
    return result;
}

}  // namespace burden::models
