/// Settings in the words that people use for them.
#pragma once

#include <string>

#include "burden/inputs/scenario.hpp"

namespace burden::inputs {

/// What a setting makes of its key: "3.4 % of GDP", "0.5 pp more", "2027: 150 JPY per USD; 2028: 140 JPY per
/// USD", "linear in the share".
std::string in_words(const Setting& setting);

/// What `setting`, one of the scenario's, makes of its key, and what it stands over: "3.4 % of GDP (over 2 %
/// of GDP in base.toml:4)". A change is upon what it changes.
std::string in_words(const Setting& setting, const Scenario& scenario);

}  // namespace burden::inputs
