/// How a claim is held against facts, down to what they say.
#pragma once

#include <cstddef>
#include <string>

#include "burden/inputs/claim_run.hpp"
#include "burden/inputs/recording.hpp"

namespace burden::inputs {

/// The name of the recorded factor of a line of a run: "claim#1.claim over fact[]".
std::string factor_cell(std::size_t line);

/// Records the factor of every line that has one: the claim over an amount or a published figure, converted
/// where the line says so.
Recording claim_recording(Recorder& recorder, const Facts& facts, const ClaimRun& run);

}  // namespace burden::inputs
