/// How figures are computed, recorded for whoever computes with them again: inputs, and formulas over them.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/scenario_plan.hpp"

namespace burden::inputs {

/// A number that recordings rest on.
struct RecordedInput {
    calc::Origin origin;  ///< its reason may be that of a file
    calc::Decimal value;
    std::string year = {};   ///< of a setting by year: "2027"
    bool is_fact = false;    ///< published, and not set by whoever asks
    bool is_lever = false;   ///< stands at a change of nothing, and was put there to be moved
    std::string whose = {};  ///< "jpn"; of a rate of exchange that no country owns, empty
};

/// A cell of a recording.
struct RecordedCell {
    std::string name;  ///< "jpn.spending[FY2030]"
    std::string unit;  ///< "JPY", "%"; empty for a bare number
    std::size_t step = 0;
};

/// How figures are computed, all in one: what several share stands here once.
struct Recording {
    std::vector<calc::DerivationStep> steps;
    std::vector<std::string> units;                  ///< of the steps
    std::vector<std::optional<std::size_t>> inputs;  ///< of the steps: the number of an input
    std::vector<RecordedCell> cells;
    std::map<std::string, std::string> owners = {};  ///< whose results they are, in words: "jpn" and "Japan"
};

/// Whose inputs are recorded. Two numbers that are called alike are told apart by their order.
struct InputOwner {
    std::string whose;
    const Scenario* scenario = nullptr;  ///< that sets them, and may say why; none where no file does
    std::map<std::string, int> met = {};
};

/// A figure that becomes a cell.
struct RecordedFigure {
    std::string name;  ///< "jpn.spending[FY2030]": what stands before the last point is whose it is
    std::string unit;
    calc::Traced value;
};

/// Makes recordings whose inputs stand side by side: what two of them share is one input. A fact is the same
/// in two copies of the facts.
class Recorder {
public:
    /// A number that formulas rest on.
    calc::Traced input(const PlanInput& input, InputOwner& owner);

    /// How figures are made of inputs. `unit_of` says what a named result between the two is counted in.
    Recording recording(const std::vector<RecordedFigure>& figures,
                        const std::function<std::string(std::string_view name)>& unit_of) const;

    /// The same where every named result is one of the figures, counted in that figure's unit.
    Recording recording(const std::vector<RecordedFigure>& figures) const;

    /// Those of all recordings so far; some may be used by no cell.
    const std::vector<RecordedInput>& inputs() const { return inputs_; }

private:
    std::vector<RecordedInput> inputs_;
    std::map<std::string, calc::Traced> known_;
};

/// A number that was given where there is no file of settings: what it is, and where it stands: "--share 5%".
PlanInput given_input(const calc::Decimal& value, std::string what, std::string place, std::string unit = {});

/// The plan with levers where growth, inflation and the rate of exchange are left as they are published.
models::CountryPlan<PlanInput> with_levers(models::CountryPlan<PlanInput> plan);

/// A rate with a lever likewise, a factor of 1.
void add_rate_lever(models::HeldPlan<PlanInput>& rate, const calc::Currency& currency);

/// What a named result is counted in: "%" of "jpn.core share[FY2030]"; empty for a bare number, or a result
/// that no model names.
std::string unit_of_result(std::string_view name, const calc::Currency& home,
                           const std::optional<calc::Currency>& shown);

/// The reason that the file of a setting gives for it; empty without one.
std::string reason_of(const calc::Origin& origin, const Scenario& scenario);

}  // namespace burden::inputs
