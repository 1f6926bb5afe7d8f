/// The inputs of a scenario at which one of its cells is as wanted.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/setting_number.hpp"
#include "burden/inputs/varied_plan.hpp"
#include "burden/models/solve.hpp"

namespace burden::inputs {

/// "jpn.spending[FY2035] <= 43 tn JPY", its value not read yet: that needs the unit of the cell.
struct Wish {
    std::string text;  ///< as it was typed
    ScenarioCell cell;
    models::Relation relation = models::Relation::at_most;
    std::string value;
    std::size_t value_at = 0;  ///< byte of the text

    /// With <=, >=, <, >, =, ==, ≤ or ≥ between cell and value.
    static calc::Parsed<Wish> read(std::string_view text);
};

/// "≤", "<", "=", "≥", ">".
std::string_view sign_of(models::Relation relation);

/// What is asked, as it was typed; an empty text leaves it to the key.
struct SolveRequest {
    KeyOfSubject vary;
    std::string low = {};
    std::string high = {};
    std::string tolerance = {};
    Wish wish;
};

/// An input in readable digits, and the cell there.
struct CheckedInput {
    calc::Decimal input;
    std::optional<calc::Decimal> cell;
    bool holds = false;
};

/// Inputs at which the cell is as wanted. Each end is as wanted in a run of its own.
struct SolvedStretch {
    CheckedInput from;
    CheckedInput to;
    std::optional<CheckedInput> below;  ///< one step of the last digit further: no longer as wanted; none
                                        ///< where the range begins
    std::optional<CheckedInput> above;
    bool jumps_below = false;  ///< the cell jumps there, or ends
    bool jumps_above = false;
};

/// What was asked and what was found. It points into the facts and the scenario that it was made of.
struct ScenarioSolution {
    std::shared_ptr<const Scenario> scenario;  ///< with the varied setting last
    std::shared_ptr<const ScenarioPlan> plan;
    SolveRequest request;
    PlacedCell cell;
    SettingNumber low;  ///< ends of the range
    SettingNumber high;
    calc::Decimal tolerance;
    calc::Decimal value;
    models::SolveAnswer answer;
    std::vector<SolvedStretch> stretches;  ///< in ascending order; of an equality, single inputs
    std::string reason;                    ///< why the input cannot go where it was tried; empty where it can
};

/// The answer to a request. No solution is an answer too; what cannot be read or planned is a diagnostic.
Reading<ScenarioSolution> scenario_solution(const Facts& facts, const Scenario& scenario,
                                            const SolveRequest& request);

}  // namespace burden::inputs
