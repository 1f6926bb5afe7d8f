/// Workbooks of differences, for tests.
#pragma once

#include <string>
#include <vector>

#include "burden/brief/difference_answer.hpp"
#include "burden/brief/write_workbook.hpp"
#include "burden/inputs/scenario_difference.hpp"
#include "inputs/scenarios.hpp"

namespace burden::tests {

/// The difference of two scenarios, with both sides behind it and the mixtures of them that are no side.
inline std::string difference_workbook(const inputs::Scenario& first, const inputs::Scenario& second,
                                       const inputs::DifferenceQuestion& question) {
    const auto difference =
        inputs::scenario_difference({&first, &known_facts()}, {&second, &known_facts()}, question);
    for (const inputs::Diagnostic& one : difference.diagnostics()) {
        UNSCOPED_INFO(to_text(one));
    }
    REQUIRE(difference);
    const auto mixtures = inputs::mixtures_of(*difference);
    std::vector<inputs::ScenarioPlan> plans;
    plans.reserve(mixtures.size());
    std::vector<brief::WorkbookRun> behind;
    for (const inputs::DifferenceMixture& mixture : mixtures) {
        const auto plan = inputs::plan_of(known_facts(), mixture.scenario);
        REQUIRE(plan);
        plans.push_back(*plan);
        behind.push_back(brief::workbook_run(mixture.scenario, plans.back(), known_facts()));
    }
    return brief::write_workbook(brief::document_of(brief::difference_answer(*difference)), behind);
}

}  // namespace burden::tests
