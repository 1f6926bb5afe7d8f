/// Command lines that an answer tells of, as they are typed in a shell.
#pragma once

#include <string>

#include "burden/inputs/scenario.hpp"

namespace burden::brief {

/// A name or a setting as one word of a shell.
std::string shell_word(const std::string& text);

/// The settings that the command line gave to a scenario: " --set jpn.growth=1%" each, but that of `but`.
std::string settings_typed(const inputs::Scenario& scenario, const inputs::KeyOfSubject& but = {});

/// A scenario with those settings: "plan.toml --set jpn.growth=1%".
std::string scenario_typed(const inputs::Scenario& scenario);

}  // namespace burden::brief
