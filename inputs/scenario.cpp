#include "burden/inputs/scenario.hpp"

#include "burden/inputs/scenario_composition.hpp"

namespace burden::inputs {

Reading<Scenario> scenario_of(std::string_view names, const FileOpener& open) {
    return composed(names, open, ready_made_scenarios());
}

}  // namespace burden::inputs
