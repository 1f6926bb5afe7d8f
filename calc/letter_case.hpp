/// Letters of names in one case: A to Z alone, whatever the locale is.
#pragma once

#include <string>

namespace burden::calc {

/// "JPN" as "jpn".
std::string lower_case(std::string text);

/// "jpn" as "JPN".
std::string upper_case(std::string text);

}  // namespace burden::calc
