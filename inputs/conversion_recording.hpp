/// How the figures of a conversion are computed, down to the amount, to rates and to deflators.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "burden/inputs/conversion_run.hpp"
#include "burden/inputs/recording.hpp"

namespace burden::inputs {

/// Results that a recording has for each method: sums over the years of the amount.
namespace conversion_results {
inline constexpr std::string_view amount = "amount converted, summed";
inline constexpr std::string_view constant_home = "deflated, then converted, summed";
inline constexpr std::string_view constant_foreign = "converted, then deflated, summed";

// Where nothing is converted.
inline constexpr std::string_view unconverted = "amount, summed";
inline constexpr std::string_view unconverted_constant = "deflated, summed";
}  // namespace conversion_results

/// The name of a recorded result of the conversion at that place of a run: "convert#1.amount converted,
/// summed[FY2027]"; of an amount without years, "convert#1.amount converted, summed[]".
std::string conversion_cell(const ConversionRun& run, std::size_t at, std::string_view what);

/// Records all figures of a run.
Recording conversion_recording(Recorder& recorder, const ConversionRun& run);

}  // namespace burden::inputs
