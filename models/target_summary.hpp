/// What a target comes to in one line.
#pragma once

#include <optional>

#include "burden/models/target.hpp"

namespace burden::models {

/// The sums and extremes of a target's years after the base year.
struct TargetSummary {
    calc::Total<calc::Decimal> extra;           ///< in the unit of the path
    calc::Total<calc::Decimal> extra_constant;  ///< in constant prices of the base year
    std::optional<calc::Yearly<calc::Decimal>>
        extra_per_head;  ///< a year, average of the years; none without population
    std::optional<calc::Decimal>
        fastest_growth;       ///< largest growth of spending in a year, a share; none from nothing
    calc::Year fastest_year;  ///< the first year of that growth
};

/// path        in any unit
/// constant    the same path in constant prices of its base year
/// population  persons, over the years of path; none where it is not known
TargetSummary summary(const TargetPath<calc::Decimal>& path, const TargetPath<calc::Decimal>& constant,
                      const std::optional<calc::Series<calc::Decimal>>& population);

}  // namespace burden::models
