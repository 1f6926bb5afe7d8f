/// The controls beside the charts, as data: what each sets in the scenario, how it is moved, where it stands.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/decimal.hpp"
#include "burden/inputs/scenario_run.hpp"

namespace burden::gui {

/// What a control is about: what is decided, what the world does, what is counted and how it is shown.
enum class ControlGroup { policy, assumptions, basis };

/// Positions of a slider, each with the text that a scenario has for it.
class Slide {
public:
    /// How a figure is written: "3.4%", "+0.5 pp", "150", "FY2035".
    enum class Form { share, change, number, fiscal_year, year };

    Slide(Form form, calc::Decimal low, const calc::Decimal& high, calc::Decimal step);

    /// Positions are counted from 0 to this one.
    int last() const { return last_; }
    /// "3.4%" at a position, which lies within the slide.
    std::string text(int position) const;
    /// The position nearest to a text of the form; none where the text is of another kind.
    std::optional<int> position(std::string_view text) const;

private:
    Form form_;
    calc::Decimal low_;
    calc::Decimal step_;
    int last_ = 0;
    int places_ = 0;
};

/// A value that may be chosen, and what it is called.
struct Choice {
    std::string value;
    std::string label;
};

/// One control with its state.
struct Control {
    inputs::KeyOfSubject key;
    ControlGroup group = ControlGroup::policy;
    bool first = false;                ///< of those that stand open; others are found under "more"
    std::string label;                 ///< "Target share"
    std::string unit = {};             ///< "% of GDP"
    std::string range = {};            ///< "0 to 100 %, above 25 % with allow_extreme"
    std::string meaning = {};          ///< a sentence
    std::string otherwise = {};        ///< what holds where it is not set: "the base year's share is held"
    std::optional<Slide> slide = {};   ///< where it is moved by a slider
    std::vector<Choice> choices = {};  ///< where there are a few; other texts are taken too
    bool truth = false;                ///< true or false

    std::string value = {};      ///< as the scenario has it, "3.4%"; empty where nobody sets it
    std::string standing = {};   ///< what counts now where nobody sets it: "¥149.57 per dollar"; may be empty
    bool set_here = false;       ///< whether this document sets it, and not one that it extends
    std::string from_file = {};  ///< the file that sets it where this one does not
    std::string reason = {};     ///< of [why]
    /// Whether it differs from the document as it was opened or saved; the value there is `saved`, empty for
    /// none of its own.
    bool changed = false;
    std::string saved = {};
    bool idle = false;         ///< set, and no figure of the answer would differ without it
    std::string problem = {};  ///< what is wrong with its value
};

/// The controls of a country of a scenario, those that stand open first in each group.
///
/// facts     what definitions and rates there are
/// scenario  put together, the document's file last
/// saved     the document's file as it was opened or saved
/// run       of the scenario; null where it does not run
/// country   its code in capitals
std::vector<Control> controls_of(const inputs::Facts& facts, const inputs::Scenario& scenario,
                                 const inputs::ScenarioFile& saved, const inputs::ScenarioRun* run,
                                 const std::string& country);

}  // namespace burden::gui
