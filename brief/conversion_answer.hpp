/// The table of one amount under every named conversion.
#pragma once

#include "burden/brief/answer.hpp"
#include "burden/inputs/conversion_run.hpp"

namespace burden::brief {

/// One row for each method, with its rate and the sources of the rate. Figures are those of one recording:
/// inputs::conversion_recording.
Answer conversion_answer(const inputs::ConversionRun& run, const inputs::Facts& facts);

}  // namespace burden::brief
