/// What stands out in answers, said in sentences that are made of their figures.
#pragma once

#include <string>
#include <vector>

#include "burden/brief/answer.hpp"

namespace burden::brief {

/// Sentences on an answer, the weightiest first: what, how much, when; none on an answer whose tables are not
/// known here. They say what the tables say, and advise nothing.
std::vector<std::string> findings_of(const Answer& answer);

/// At most five of several answers: the first of each, then the second of each.
std::vector<std::string> findings_of(const std::vector<Answer>& answers);

}  // namespace burden::brief
