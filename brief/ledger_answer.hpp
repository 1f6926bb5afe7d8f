/// A ledger of two sides, for a reader.
#pragma once

#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/inputs/ledger_run.hpp"

namespace burden::brief {

/// What each host and its guest paid, the host's share under every counting rule, and what stands beside.
Answer ledger_answer(const std::vector<inputs::LedgerRun>& runs, const inputs::Facts& facts);

}  // namespace burden::brief
