/// What would follow a country's arrangement under each of several rules, all else as in a scenario.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "burden/inputs/renewal_question.hpp"
#include "burden/inputs/scenario_run.hpp"

namespace burden::inputs {

/// A scenario with one rule set over it.
struct ScenarioRenewal {
    AskedRenewal rule;
    std::string words;  ///< "cpi, cap 5 %"
    std::shared_ptr<const Scenario> scenario;
    ScenarioRun run;  ///< points into it; of hosting alone, and what settings are idle is not looked at
};

struct ScenarioRenewals {
    const Arrangement* arrangement = nullptr;
    std::size_t country = 0;  ///< by its place in every plan
    calc::Year first = {};    ///< after the arrangement's term
    calc::Year to = {};
    std::vector<ScenarioRenewal> renewals;
};

/// The key that a rule is set by: "jpn.hosting.renewal".
std::string renewal_key(const std::string& country);

/// The renewals of a country's arrangement; none of them where it has no arrangement, or one that does not
/// end before the last year. A rule that does not fit the facts is a diagnostic.
Reading<ScenarioRenewals> scenario_renewals(const Facts& facts, const Scenario& scenario,
                                            const std::string& country,
                                            const std::vector<AskedRenewal>& rules);

}  // namespace burden::inputs
