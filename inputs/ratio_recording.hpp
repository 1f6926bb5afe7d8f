/// How one budget's ratios are computed, down to published figures.
#pragma once

#include <string>

#include "burden/inputs/ratio_run.hpp"
#include "burden/inputs/recording.hpp"

namespace burden::inputs {

/// The name of the recorded amount of a budget of the run: "jpn#1.amount[FY2025]".
std::string budget_cell(const RatioRun& run, const RatioNumerator& budget);

/// That of a GDP: "jpn.GDP: IMF, April 2026[FY2025]".
std::string gdp_cell(const RatioRun& run, const RatioDenominator& gdp);

/// That of the ratio of the two.
std::string ratio_cell(const RatioRun& run, const RatioNumerator& budget, const RatioDenominator& gdp);

/// That of a ratio which a publisher prints.
std::string published_cell(const RatioRun& run, const PublishedRatio& ratio);

/// Records every amount, GDP and ratio of a run. A GDP that is put into fiscal years rests on each of the
/// calendar years that it is made of.
Recording ratio_recording(Recorder& recorder, const RatioRun& run);

}  // namespace burden::inputs
