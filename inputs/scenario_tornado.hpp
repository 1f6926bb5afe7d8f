/// How far each assumption of a scenario moves one of its cells.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/setting_number.hpp"
#include "burden/inputs/varied_plan.hpp"

namespace burden::inputs {

/// A cell at both ends of a range.
struct Swing {
    SwingRange range;
    std::string words;  ///< of the range: "−0.5 pp to +0.5 pp", "×0.9 to ×1.1"
    std::optional<calc::Decimal> low;
    std::optional<calc::Decimal> high;

    calc::Decimal width(const calc::Decimal& base) const;
};

/// It points into the facts.
struct Tornado {
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const ScenarioPlan> plan;
    ScenarioCell asked;
    PlacedCell cell;
    calc::Decimal base;
    std::vector<Swing> swings;          ///< the widest first
    std::vector<Swing> idle;            ///< that do not move the cell
    std::vector<std::string> left_out;  ///< keys that could not be run, with reasons
};

/// The cell at the ends of the range of every assumption about the countries and currencies of a scenario,
/// one at a time, and of what `ranges` and the scenario name. A range given there stands in place of the
/// scenario's, and both in place of the key's own.
Reading<Tornado> tornado(const Facts& facts, const Scenario& scenario, const ScenarioCell& cell,
                         const std::vector<SwingRange>& ranges);

}  // namespace burden::inputs
