/// A scenario run: its plan, and what the plan gives.
#pragma once

#include <string>
#include <vector>

#include "burden/inputs/scenario_cell.hpp"

namespace burden::inputs {

using Projections = std::vector<models::CountryProjection<calc::Decimal>>;

/// What a scenario comes to. It points into the facts and the scenario that it was made of.
struct ScenarioRun {
    const Scenario* scenario = nullptr;
    ScenarioPlan plan;
    Projections results;  ///< of the plan's countries, in its order
    std::vector<const Setting*>
        idle;  ///< settings that change no digit of any figure: the last one of their key
};

/// The plan as it runs on another number: every input by its value alone.
template <calc::Number N>
models::ProjectionPlan<N> plan_as(const ScenarioPlan& plan);
extern template models::ProjectionPlan<calc::Decimal> plan_as(const ScenarioPlan& plan);
extern template models::ProjectionPlan<double> plan_as(const ScenarioPlan& plan);

/// The same with every input under its origin, for a derivation.
models::ProjectionPlan<calc::Traced> traced_plan(const ScenarioPlan& plan);

/// The scenario run in exact numbers. A setting without effect is reported as a warning.
Reading<ScenarioRun> scenario_run(const Facts& facts, const Scenario& scenario);

}  // namespace burden::inputs
