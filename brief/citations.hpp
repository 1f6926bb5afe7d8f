/// Sources of an answer, from the facts.
#pragma once

#include <string>
#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/inputs/facts.hpp"

namespace burden::brief {

/// The sources with these keys, each once, in order of key. A key that the facts do not hold is left out.
std::vector<Citation> citations(const inputs::Facts& facts, std::vector<std::string> keys);

/// "2, 3.4, 5": words in a row, with `between` between them.
std::string joined(const std::vector<std::string>& words, const std::string& between = ", ");

/// "2, 3.4 and 5": words in a sentence.
std::string listed(const std::vector<std::string>& words);

}  // namespace burden::brief
