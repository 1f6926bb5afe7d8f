/// Reads the values of scenarios: one syntax for files and the command line. Private to the readers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/scenario.hpp"

namespace burden::inputs {

/// The value of a key:
///
///     3.4%   8 bn USD   54,288   FY2035      as the form of the key has it
///     2027=2%,2028=1.5%                      by year, where the key has years
///     +0.5 pp   -500   +10 bn JPY   ×1.1     a change, where the key has changes
///     fact JPN host-support-initial FY2025   a figure of the facts, where it has changes
///
/// A share of GDP above 25 % is read when `allow_extreme` is true.
calc::Parsed<SettingValue> read_setting_value(const ScenarioKey& key, std::string_view text,
                                              bool allow_extreme);

/// What mends a value that was refused, beyond its fault: that shares above 25 % can be allowed; empty where
/// that would not help.
std::string hint_on_value(const ScenarioKey& key, std::string_view text, bool allow_extreme);

/// Whether a value of this form is a number by year or for every year.
bool is_number(ValueForm form);

/// Figures of one key by year, one after another.
class FiguresByYear {
public:
    explicit FiguresByYear(const ScenarioKey& key) : key_(key) {}

    /// A fault of a year, or else of its figure.
    struct Refusal {
        bool of_year = false;
        calc::Fault fault;  ///< points into the year's text, or into the figure's
    };

    /// Adds one; a year that stands there already, or is of another kind, and a second currency are refused.
    std::optional<Refusal> add(std::string_view year, std::string_view figure);

    const NumberSetting& setting() const { return setting_; }

private:
    const ScenarioKey& key_;
    NumberSetting setting_;
    std::vector<calc::YearText> years_;
};

}  // namespace burden::inputs
