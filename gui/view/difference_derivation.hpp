/// How the figures of a difference come about: what each is made of, and how that is computed.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "burden/brief/answer.hpp"
#include "burden/gui/view/view.hpp"

namespace burden::gui {

/// Two scenarios, and the figure that is compared.
struct DifferencePair {
    ScenarioText before;
    ScenarioText after;
    models::Metric metric = models::Metric::spending;
};

/// A figure that stands in the answer of a difference.
struct DifferenceFigure {
    std::string name;      ///< "policy × growth", "jpn-5-by-2035", "together"
    std::string years;     ///< "FY2030", "FY2026–35"
    std::string value;     ///< as it stands there: "+149.2 tn JPY"
    brief::Figure figure;  ///< with terms
    brief::Column column;  ///< that it stands in
};

/// The figure of a bar of a waterfall: what programs read of that part, and of the whole for the last bar.
/// None where the chart or the place is not there.
std::optional<DifferenceFigure> figure_of_bar(const brief::Answer& difference, std::string_view chart_id,
                                              std::size_t place);

/// The figure of a cell of a table of the answer, which stands there untranslated. A part's name and reasons
/// have the figure of the part; none for a cell without one.
std::optional<DifferenceFigure> figure_of_cell(const brief::Answer& difference, std::size_t table,
                                               std::size_t row, std::size_t column);

/// What a figure of the difference is: its sum over the two scenarios or their mixtures, in the words of
/// `language`; below it the text of `burden explain` of the cell of each, those nearest to the second side
/// first. Lines have at most `width` columns. Stops early, with a message of no use, where `stop` is
/// requested.
inputs::Reading<std::string> derivation_of(const inputs::Facts& facts, const DifferencePair& pair,
                                           const DifferenceFigure& asked, const inputs::FileOpener& open,
                                           brief::Language language, int width,
                                           const std::stop_token& stop = {});

}  // namespace burden::gui
