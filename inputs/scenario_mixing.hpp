/// Mixtures of two scenarios. Private to scenario_difference.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "burden/inputs/scenario_difference.hpp"

namespace burden::inputs {

/// Two sides that can be held against each other: what they differ in, and how both are shown.
struct Mixing {
    ScenarioSide first;
    ScenarioSide second;
    std::vector<KeyChange> changes;  ///< but for what is shown
    bool other_facts = false;
    std::vector<ChangeGroup> groups;  ///< in order
    std::vector<Setting> shown;       ///< countries, years, currency and prices of every mixture

    std::size_t none() const { return 0; }
    std::size_t all() const { return (std::size_t{1} << groups.size()) - 1; }
};

/// Whether bit `group` of a mixture is set: the group is the second side's.
constexpr bool is_switched(std::size_t mixture, std::size_t group) { return ((mixture >> group) & 1U) != 0; }

/// What the sides differ in; a refusal where one of them cannot be planned, or they are not shown alike.
Reading<Mixing> mixing_of(const ScenarioSide& first, const ScenarioSide& second);

/// The scenario of a mixture; `exchanged` is a key that is taken from the other side than its group.
Scenario mixed(const Mixing& mixing, std::size_t mixture, const KeyOfSubject* exchanged = nullptr);

/// The facts of a mixture.
const Facts& facts_of(const Mixing& mixing, std::size_t mixture);

/// "policy of plan.toml and growth, data of baseline".
std::string words_on(const Mixing& mixing, std::size_t mixture);

/// Says of each key which countries it moves: none for keys of `idle` groups; others are exchanged alone in
/// every mixture that can be planned so.
void mark_moved(std::vector<KeyChange>& changes, const std::vector<ChangeGroup>& idle, const Mixing& mixing,
                models::Metric metric);

}  // namespace burden::inputs
