#include "burden/models/projection.hpp"

#include "burden/models/projection_rules.hpp"

namespace burden::models {

template std::vector<CountryProjection<calc::Decimal>> projections(const ProjectionPlan<calc::Decimal>& plan,
                                                                   MetricSet wanted);
template std::vector<CountryProjection<double>> projections(const ProjectionPlan<double>& plan,
                                                            MetricSet wanted);
template std::vector<CountryProjection<calc::Traced>> projections(const ProjectionPlan<calc::Traced>& plan,
                                                                  MetricSet wanted);

}  // namespace burden::models
