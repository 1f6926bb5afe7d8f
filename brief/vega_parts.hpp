/// The parts of a specification of Vega-Lite. Private to its writer.
#pragma once

#include <string>
#include <string_view>

#include "burden/brief/language.hpp"
#include "burden/brief/vega_json.hpp"
#include "burden/brief/vega_layout.hpp"

namespace burden::brief {

/// A chart of a specification.
struct VegaDrawing {
    VegaLayout layout;
    Language language;  ///< of the few words that the specification puts in itself
    std::string name;   ///< put before the names of its data and parameters, where several stand together
};

/// What expressions look up by number, as values of a list: the places, and the names of series in a legend.
void add_vega_params(VegaJson& json, const VegaDrawing& drawing);

/// What the values are and are counted in: "Spending, JPY tn". Empty where the chart says neither.
std::string vega_value_title(const Chart& chart);

/// What is drawn, as members of an object: rows for each kind of mark, with what tooltips say.
void add_vega_data(VegaJson& json, const VegaDrawing& drawing);

/// The members of the chart itself, without what stands once in a whole specification. `width` is JSON.
void add_vega_view(VegaJson& json, const VegaDrawing& drawing, std::string_view width);

}  // namespace burden::brief
