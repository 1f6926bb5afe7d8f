/// A renewal rule in parts, as a form has them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/fault.hpp"

namespace burden::gui {

/// A parameter of a rule: "cap" of cpi, the factor of a multiple.
struct RenewalPart {
    std::string name = {};   ///< "cap", "base"; empty for what stands first: the 8.3% of a step
    std::string label;       ///< "Most a year"
    std::string value = {};  ///< "5%"; empty for none
    std::string example;     ///< "5%"
    bool required = false;
    std::vector<std::string> choices = {};  ///< where there are a few
};

/// A rule in its parts: "cpi:cap=5%" is the rule "cpi" with the cap 5%.
struct RenewalForm {
    std::string rule;                ///< "cpi", "x", "cost-plus"
    std::vector<RenewalPart> parts;  ///< all that the rule may have, in the order of its text

    /// The rule as it is typed: "cpi:cap=5%".
    std::string text() const;
    /// A rule of the form's kind with its parts empty but those that it must have, which are as in examples.
    static RenewalForm of_rule(std::string_view rule);
    /// The parts of a text; a fault of renewal rules where it is none. A text with parts that the form does
    /// not have (a bridge to another rule) keeps them in its last part.
    static calc::Parsed<RenewalForm> read(std::string_view text);
};

/// The rules that a form has, with a name for people: {"cpi", "follows consumer prices"}.
struct RenewalRule {
    std::string rule;
    std::string label;
};
std::vector<RenewalRule> renewal_rules();

}  // namespace burden::gui
