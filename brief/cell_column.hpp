/// How cells of scenarios are shown: one unit for all that stand side by side.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/inputs/scenario_cell.hpp"
#include "burden/inputs/setting_number.hpp"

namespace burden::brief {

/// A unit and what it holds.
struct ShownIn {
    std::string unit = {};    ///< "JPY tn", "%", "mn persons"
    calc::Decimal units = 1;  ///< 10^12 for "JPY tn", 0.01 for "%"
    int places = 0;           ///< digits after the point
    std::string prices = {};  ///< of an amount: "current prices", "prices of FY2025"

    Cell cell(const std::optional<calc::Decimal>& value, bool plus = false) const;
    /// The same of a figure that is the sum of those terms.
    Cell cell(const std::optional<calc::Decimal>& value, std::vector<FigureTerm> terms) const;
    /// "43.78 tn JPY", "4.52 %": in a sentence.
    std::string words(const calc::Decimal& value) const;
};

/// What a cell of a plan is shown in, beside others no larger than `largest`.
ShownIn shown_cell(const inputs::PlacedCell& cell, const inputs::ScenarioPlan& plan,
                   const calc::Decimal& largest);

/// The figures of a run that a cell of its plan is the sum of, one for each of its years.
std::vector<FigureTerm> terms_of(const inputs::PlacedCell& cell, const inputs::ScenarioPlan& plan,
                                 const ShownIn& shown, std::size_t run);

/// What the numbers of a key are shown in, with the digits that all of them need.
ShownIn shown_numbers(const inputs::KeyOfSubject& key, const inputs::SettingNumber& like,
                      const std::vector<calc::Decimal>& numbers);

/// "JPY tn, current prices"; of what is no amount the unit.
std::string caption_of(const ShownIn& shown);

/// What stands behind some cells of a plan: definition, GDP, currency and prices of their countries, and
/// sources.
void add_ground(Answer& answer, const inputs::ScenarioPlan& plan,
                const std::vector<inputs::PlacedCell>& cells, const inputs::Facts& facts);

}  // namespace burden::brief
