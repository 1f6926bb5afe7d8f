/// Charts as specifications of Vega-Lite, which pages draw.
#pragma once

#include <string>
#include <vector>

#include "burden/brief/chart.hpp"
#include "burden/brief/language.hpp"

namespace burden::brief {

/// A chart as JSON for Vega-Lite 6 (5 reads it too), as wide as its container, complete in itself: data as
/// numbers of 17 significant digits, what tooltips say as text beside them, and its own colours. Series
/// differ in colour, dash and shape; each is named where it ends. Texts stand in the data or as titles, never
/// inside an expression. The language is that of the few words it puts in itself.
std::string vega_lite(const Chart& chart, Language language = Language::en);

/// Several charts in one specification, one under another, each 600 pixels wide.
std::string vega_lite(const std::vector<Chart>& charts, Language language = Language::en);

}  // namespace burden::brief
