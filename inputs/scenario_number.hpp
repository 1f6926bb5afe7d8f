/// Reads numbers of scenarios and changes of them. Private to the readers.
#pragma once

#include <optional>
#include <string_view>

#include "burden/inputs/scenario.hpp"

namespace burden::inputs {

/// A number, or a change of one.
struct Figure {
    models::Change<calc::Decimal> change;
    std::optional<calc::Currency> currency = {};  ///< of an amount; a factor has none
};

/// "3.4%", "+0.5 pp", "×1.1", "8 bn USD", "54,288": what a key of a number takes, within its bounds. `plain`
/// as calc::PlainText has it; shares of GDP above 25 % only when `extreme` is allowed.
calc::Parsed<Figure> read_figure(const ScenarioKey& key, std::string_view plain, bool extreme);

}  // namespace burden::inputs
