#include "burden/cli/scenario_options.hpp"

#include <utility>

#include "burden/brief/citations.hpp"
#include "burden/brief/files.hpp"
#include "burden/inputs/facts_reader.hpp"

namespace burden::cli {
void add_set_option(Command& command, std::vector<std::string>& set) {
    command
        .add_option("--set", set,
                    "Set a key over the scenario: jpn.target.share=3.4% (burden keys lists them)")
        .type_name("KEY=VALUE")
        .one_at_a_time()
        .group("Scenario");
}

void add_scenario_options(Command& command, ScenarioOptions& options) {
    add_set_option(command, options.set);
    add_table_options(command, options.table);
}

std::optional<inputs::Scenario> scenario_named(const std::string& names, const std::vector<std::string>& set,
                                               Session& session) {
    const auto scenario = taken(inputs::scenario_of(names, brief::opened_beside), session);
    if (!scenario || set.empty()) {
        return scenario;
    }
    return taken(inputs::with_settings(*scenario, set), session);
}

RunsBehind runs_under(const std::vector<std::vector<std::string>>& settings, const inputs::Scenario& scenario,
                      const inputs::Facts& facts, const TableOptions& options, const Session& session) {
    if (!are_computed_with(options, session)) {
        return {};
    }
    std::vector<inputs::Scenario> scenarios;
    for (const std::vector<std::string>& over : settings) {
        const auto one = inputs::with_settings(scenario, over);
        if (!one) {
            return {};
        }
        scenarios.push_back(*one);
    }
    std::vector<std::pair<const inputs::Scenario*, const inputs::Facts*>> sides;
    for (const inputs::Scenario& one : scenarios) {
        sides.emplace_back(&one, &facts);
    }
    RunsBehind runs = runs_behind(sides, options, session);
    for (std::size_t at = 0; at < runs.size(); ++at) {
        const std::string words = settings[at].empty() ? scenario.name : brief::joined(settings[at]);
        runs[at].title = words;
        runs[at].name = words;
    }
    return runs;
}

std::optional<inputs::Facts> all_facts(const TableOptions& options, Session& session) {
    const auto ground = ground_for({}, {}, true, options, session);
    return ground ? std::optional(ground->facts) : std::nullopt;
}

}  // namespace burden::cli
