/// What a scenario may set, as tables.
#pragma once

#include <string>
#include <vector>

#include "burden/brief/answer.hpp"

namespace burden::brief {

/// `burden keys`: keys in which all of `words` stand, in any case; a full name, "jpn.target.share", is looked
/// for as the key it is. People see a table for each place in a file, programs one with every property.
Answer keys_answer(const std::vector<std::string>& words);

}  // namespace burden::brief
