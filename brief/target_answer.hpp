/// The tables of a spending target.
#pragma once

#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/inputs/target_run.hpp"

namespace burden::brief {

/// One table of years and one of totals for each country; for programs the years one under another. Figures
/// are those of one recording: inputs::target_recording.
/// `runs` holds at least one.
Answer target_answer(const std::vector<inputs::TargetRun>& runs, const inputs::Facts& facts);

}  // namespace burden::brief
