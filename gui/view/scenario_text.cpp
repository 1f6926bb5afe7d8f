#include "burden/gui/view/scenario_text.hpp"

#include <algorithm>
#include <vector>

#include "burden/inputs/scenario_composition.hpp"

namespace burden::gui {

inputs::Reading<inputs::Scenario> composed(const ScenarioText& scenario, const inputs::FileOpener& open) {
    const auto ready = inputs::ready_made_scenarios();
    if (scenario.path.empty()) {
        std::vector<inputs::ReadyMade> known(ready.begin(), ready.end());
        std::erase_if(known, [&](const inputs::ReadyMade& one) { return one.name == scenario.name; });
        known.push_back({scenario.name, scenario.text});
        return inputs::composed(scenario.name, open, known);
    }
    if (scenario.path.find('+') != std::string::npos) {
        return inputs::Diagnostic{.file = scenario.path,
                                  .message = "a plus sign in a name stands between two scenarios",
                                  .hint = "save it under another name"};
    }
    // A path without a point or a slash would be taken for a ready-made scenario.
    const std::string file = inputs::is_file_name(scenario.path) ? scenario.path : "./" + scenario.path;
    const inputs::FileOpener first = [&](const std::string& name,
                                         const std::string& beside) -> inputs::Reading<inputs::FileText> {
        if (beside.empty() && name == file) {
            return inputs::FileText{file, scenario.text};
        }
        return open(name, beside);
    };
    auto composed = inputs::composed(file, first, ready);
    if (!composed) {
        return composed;
    }
    inputs::Scenario named = *composed;
    named.name = scenario.name;
    return {std::move(named), composed.diagnostics()};
}

}  // namespace burden::gui
