/// The brief that stands at the start, for a reader.
#pragma once

#include "burden/brief/answer.hpp"
#include "burden/inputs/headline_run.hpp"

namespace burden::brief {

/// One page: the arrangement, its renewals, the targets beside the rival, and the claim that is wrong by
/// five.
Answer headline_answer(const inputs::HeadlineRun& run, const inputs::Facts& facts);

}  // namespace burden::brief
