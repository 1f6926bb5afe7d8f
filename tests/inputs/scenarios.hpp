/// Scenarios for tests: ready-made ones, with settings over them, and what they come to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/scenario_run.hpp"
#include "inputs/known_facts.hpp"
#include "support/catch.hpp"

namespace burden::tests {

/// A scenario of compiled-in files alone, with settings of a command line over it.
inline inputs::Scenario scenario(std::string_view names, const std::vector<std::string>& settings = {}) {
    const auto no_file = [](const std::string& name, const std::string&) {
        return inputs::Reading<inputs::FileText>(inputs::Diagnostic{.file = name, .message = "no file here"});
    };
    auto read = inputs::scenario_of(names, no_file);
    REQUIRE(read);
    auto set = inputs::with_settings(*read, settings);
    for (const inputs::Diagnostic& one : set.diagnostics()) {
        UNSCOPED_INFO(to_text(one));
    }
    REQUIRE(set);
    return *set;
}

/// Every figure of every country that is shown, in order.
template <calc::Number N = calc::Decimal>
std::vector<std::optional<N>> figures(const inputs::ScenarioPlan& plan) {
    std::vector<std::optional<N>> all;
    const auto results = models::projections(inputs::plan_as<N>(plan));
    for (const std::size_t country : plan.shown) {
        for (const models::Metric metric : models::metrics) {
            for (const auto& figure : results[country][metric]) {
                all.push_back(figure);
            }
        }
    }
    return all;
}

/// The same of a scenario by its name.
template <calc::Number N = calc::Decimal>
std::vector<std::optional<N>> figures(const inputs::Scenario& scenario) {
    const auto plan = inputs::plan_of(known_facts(), scenario);
    for (const inputs::Diagnostic& one : plan.diagnostics()) {
        UNSCOPED_INFO(to_text(one));
    }
    REQUIRE(plan);
    return figures<N>(*plan);
}

}  // namespace burden::tests
