/// Claims and their verdicts, for a reader.
#pragma once

#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/inputs/claim_run.hpp"

namespace burden::brief {

/// One claim with every reading that was tried.
Answer claim_answer(const inputs::ClaimRun& run, const inputs::Facts& facts);

/// Many claims, a row each.
Answer claims_answer(const std::vector<inputs::ClaimRun>& runs, const inputs::Facts& facts);

}  // namespace burden::brief
