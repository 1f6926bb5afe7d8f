/// Charts as pgfplots draws them.
#pragma once

#include <string>

#include "burden/brief/chart.hpp"
#include "burden/brief/language.hpp"

namespace burden::brief {

/// Lines of a preamble: the colours and the styles that `latex_chart` draws with.
std::string latex_chart_styles();

/// A picture of a chart as wide as a page of A4; empty where nothing is to be drawn. Its series differ by
/// colour, dashes and marks, and bear their labels themselves.
std::string latex_chart(const Chart& chart, Language language);

}  // namespace burden::brief
