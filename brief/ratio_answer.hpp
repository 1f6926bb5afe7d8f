/// The tables of one budget on every basis.
#pragma once

#include "burden/brief/answer.hpp"
#include "burden/inputs/ratio_run.hpp"

namespace burden::brief {

/// For people, what is counted against each GDP side by side; for programs one row for each pair. Published
/// ratios stand in a table of their own. Figures are those of one recording: inputs::ratio_recording.
Answer ratio_answer(const inputs::RatioRun& run, const inputs::Facts& facts);

}  // namespace burden::brief
