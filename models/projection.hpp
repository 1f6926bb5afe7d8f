/// A plan run: what each country spends, supports and contributes, year by year.
#pragma once

#include <vector>

#include "burden/calc/traced.hpp"
#include "burden/models/country_projection.hpp"
#include "burden/models/projection_plan.hpp"

namespace burden::models {

/// Every country of a plan, in its order. A country that follows another stands after it.
///
/// wanted  the metrics that are computed; shares are whatever is wanted, since others may follow them
/// source  docs/models/projection.md
///
/// Compiled once for the numbers below; another one needs projection_rules.hpp.
template <calc::Number N>
std::vector<CountryProjection<N>> projections(const ProjectionPlan<N>& plan,
                                              MetricSet wanted = MetricSet::all());

extern template std::vector<CountryProjection<calc::Decimal>> projections(
    const ProjectionPlan<calc::Decimal>& plan, MetricSet wanted);
extern template std::vector<CountryProjection<double>> projections(const ProjectionPlan<double>& plan,
                                                                   MetricSet wanted);
extern template std::vector<CountryProjection<calc::Traced>> projections(
    const ProjectionPlan<calc::Traced>& plan, MetricSet wanted);

}  // namespace burden::models
