/// A scenario run at every point of a grid of settings.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "burden/inputs/setting_number.hpp"
#include "burden/inputs/varied_plan.hpp"

namespace burden::inputs {

/// The most cells of a sweep: points of the grid times cells at each.
constexpr std::size_t most_sweep_cells = 1'000'000;
/// The most combinations of values that change more than a number: each is a plan of its own.
constexpr std::size_t most_sweep_plans = 2'000;

/// One side of a grid: a key, and the values that it takes one after another.
struct SweepAxis {
    KeyOfSubject key;
    std::vector<Setting> values;         ///< of an axis of numbers, only the first
    std::vector<calc::Decimal> numbers;  ///< of an axis whose values differ in nothing but their number
    std::optional<SettingNumber> like;   ///< of that axis: what they have in common

    bool is_of_numbers() const { return like.has_value(); }
    std::size_t size() const { return is_of_numbers() ? numbers.size() : values.size(); }
    /// The value at a place as --set takes it: "2.5%", "linear".
    std::string text(std::size_t at) const;
};

/// An axis as it is typed:
///
///     jpn.target.share=2%:5%:0.5%          from, to and step; the last point is `to` where a step ends there
///     fx.jpy=120,140,160                   numbers with commas, their digits not grouped
///     jpn.hosting.renewal=flat|x4          any values, with bars between them
///
/// `allow_extreme` as in a file.
Reading<SweepAxis> read_axis(std::string_view text, bool allow_extreme);

struct SweepQuestion {
    std::vector<SweepAxis> axes;      ///< the first changes slowest; no key twice
    std::vector<ScenarioCell> cells;  ///< at each point
    bool fast = false;                ///< in binary floating point
    unsigned threads = 0;             ///< at most so many; 0 for as many as the machine runs at once
};

/// A sweep that is ready: everything that could be refused has been looked at.
class Sweep {
public:
    std::size_t points() const { return points_; }
    const SweepQuestion& question() const { return question_; }
    const Scenario& scenario() const { return *scenario_; }
    /// The plan at the first point, for units and words.
    const ScenarioPlan& plan() const { return *plan_; }
    /// Where the cells are found in it.
    const std::vector<PlacedCell>& cells() const { return cells_; }

    /// The places on the axes of a point.
    std::vector<std::size_t> places(std::size_t point) const;

    /// The cells of `count` points from `first` on, those of a point together; none of a cell that is not
    /// known. The same whatever the number of threads.
    std::vector<std::optional<calc::Decimal>> values(std::size_t first, std::size_t count) const;

    /// Keys of axes that none of the cells depends on at any point.
    const std::vector<KeyOfSubject>& idle() const { return idle_; }

    /// The sweep of a scenario; what is wrong with any point is a diagnostic.
    static Reading<Sweep> ready(const Facts& facts, const Scenario& scenario, SweepQuestion question);

private:
    using Plans = std::variant<std::deque<VariedPlan<calc::Decimal>>, std::deque<VariedPlan<double>>>;
    friend class SweepBuilder;

    std::size_t points_ = 0;
    SweepQuestion question_;
    std::shared_ptr<const Scenario> scenario_;
    std::shared_ptr<const ScenarioPlan> plan_;
    std::vector<PlacedCell> cells_;
    std::vector<std::size_t> number_axes_;  ///< in order
    std::vector<std::size_t> word_axes_;
    std::vector<std::vector<double>> doubles_;  ///< of number axes, when fast
    std::shared_ptr<const Plans> plans_;  ///< one for each combination of words, the first changing slowest
    std::vector<KeyOfSubject> idle_;
};

}  // namespace burden::inputs
