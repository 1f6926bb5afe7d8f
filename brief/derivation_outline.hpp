/// A derivation as an outline of formulas: what stands below what, and how each result is called and counted.
/// Private to the forms of a derivation.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "burden/brief/formula.hpp"
#include "burden/inputs/scenario_derivation.hpp"

namespace burden::brief {

/// A result, an input, or what was followed no further.
struct OutlineEntry {
    std::size_t step = 0;
    int level = 0;                        ///< of named results below one another
    std::string symbol;                   ///< "share[FY2030]", "jpn.target.share", "a"
    std::optional<Formula> formula = {};  ///< none of an input and of what was not followed
    std::vector<std::size_t> below = {};  ///< entries that are explained below it: each where it is nearest
};

/// The entries of a derivation; the first is the cell, and none stands before the one it is explained below.
class Outline {
public:
    explicit Outline(const inputs::CellDerivation& derivation);

    const std::vector<OutlineEntry>& entries() const { return entries_; }
    const inputs::CellDerivation& derivation() const { return derivation_; }
    const calc::DerivationStep& step_of(const OutlineEntry& entry) const {
        return derivation_.steps[entry.step];
    }
    /// Whether an entry is given from outside.
    bool is_input(const OutlineEntry& entry) const;
    /// Results that were followed no further.
    std::size_t closed() const { return closed_; }
    const std::string& symbol_of(std::size_t step) const;
    /// "765.86 tn JPY", "2.5243 %": its figure with its unit.
    std::string figure_of(std::size_t step) const;
    /// The same in a formula: the unit of the cell need not be said again.
    std::string figure_within(std::size_t step) const;

private:
    std::string symbol_for(std::size_t step);
    void add_below(std::size_t at);

    const inputs::CellDerivation& derivation_;
    std::vector<OutlineEntry> entries_;
    std::vector<std::string> symbols_;  ///< by step
    std::size_t letters_ = 0;
    std::size_t closed_ = 0;
};

/// A figure in whole units as people read it: "2.5243 %" of 0.025243, "765.86 tn" of an amount, "54,288".
std::string derived_figure(const calc::Decimal& value, const std::string& unit);

}  // namespace burden::brief
