/// Arrangements and their renewals, for a reader.
#pragma once

#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/inputs/facts.hpp"
#include "burden/inputs/hosting_run.hpp"

namespace burden::brief {

/// The present term of each arrangement, or what would follow it where renewals were asked for.
Answer hosting_answer(const std::vector<inputs::HostingRun>& runs, const inputs::Facts& facts);

/// Every arrangement that is known.
Answer arrangements_answer(const inputs::Facts& facts);

/// The renewals of one arrangement by year, for people: the table of `hosting_answer`, for a brief of
/// several.
Table renewal_table(const inputs::HostingRun& run);

}  // namespace burden::brief
