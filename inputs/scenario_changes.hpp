/// What two scenarios set differently.
#pragma once

#include <string>
#include <vector>

#include "burden/inputs/scenario.hpp"

namespace burden::inputs {

/// A key that two scenarios set differently, with the settings of either side that count, the lowest first.
/// They point into the scenarios. A side that does not set the key has none.
struct KeyChange {
    KeyOfSubject key;
    ChangeGroup group = ChangeGroup::policy;  ///< what the change counts to
    std::vector<const Setting*> before;
    std::vector<const Setting*> after;
    /// Said by a difference that is split: codes of the countries whose metric the key changes in some
    /// mixture.
    std::vector<std::string> moves = {};

    /// "target share 3.4% instead of none (plan.toml:7)"; with the country or currency before it on demand.
    std::string in_words(bool with_subject) const;
    /// The value on a side: "2%, then +0.5 pp"; "none" of no settings.
    static std::string value_words(const std::vector<const Setting*>& settings);
    /// Where the second side sets the key; where it does not, the first.
    const Setting& stands_at() const { return after.empty() ? *before.back() : *after.back(); }
};

/// The settings of a key that count in a scenario, the lowest first: of a number the figure that hides what
/// is below it and the changes upon it, of anything else the last.
std::vector<const Setting*> counting(const Scenario& scenario, const KeyOfSubject& key);

/// The keys whose values differ, in the order of scenario_keys() and of their subjects. Values are compared,
/// not how they are written; rules are compared by their text.
std::vector<KeyChange> key_changes(const Scenario& before, const Scenario& after);

/// "plan.toml"; "plan.toml with --set" where the command line set something over it.
std::string name_with_settings(const Scenario& scenario);

}  // namespace burden::inputs
