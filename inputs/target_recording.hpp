/// How the figures of targets are computed, down to facts and to what was typed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/recording.hpp"
#include "burden/inputs/target_run.hpp"

namespace burden::inputs {

/// Results of a target that a recording has for each year; the sums run from the first year.
namespace target_results {
inline constexpr std::string_view gdp = "gdp";
inline constexpr std::string_view share = "share";
inline constexpr std::string_view spending = "spending";
inline constexpr std::string_view core = "core spending";
inline constexpr std::string_view related = "related spending";
inline constexpr std::string_view baseline = "baseline";
inline constexpr std::string_view extra = "extra";
inline constexpr std::string_view summed = "extra, summed";
inline constexpr std::string_view summed_constant = "extra in prices of the base year, summed";
inline constexpr std::string_view growth = "growth of spending";
inline constexpr std::string_view fastest = "fastest growth so far";
inline constexpr std::string_view per_head = "extra per head, average so far";
}  // namespace target_results

/// The name of a recorded result of the case at that place of a run: "jpn#1.spending[FY2030]".
std::string target_cell(const TargetRun& run, std::size_t at, std::string_view what, calc::Year year);

/// Records all results of runs of one question on these facts, those that the runs themselves have.
Recording target_recording(Recorder& recorder, const Facts& facts, const std::vector<TargetRun>& runs,
                           const TargetQuestion& question);

}  // namespace burden::inputs
