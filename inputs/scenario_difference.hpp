/// The difference of two scenarios, split by what was changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/scenario_cell.hpp"
#include "burden/inputs/scenario_changes.hpp"

namespace burden::inputs {

/// How a difference is split among the groups in which two scenarios differ.
struct SplitOrder {
    enum class Kind {
        alone,     ///< what each group does by itself, and what groups do only together
        in_order,  ///< one group after another
        average    ///< the average over all orders
    };
    Kind kind = Kind::alone;
    std::vector<ChangeGroup> groups = {};  ///< of in_order
    std::string text = {};                 ///< as it was typed

    /// "average", or groups with commas between them: "policy,exchange-rate". None twice.
    static calc::Parsed<SplitOrder> read(std::string_view text);
};

/// A group as a command line has it: "exchange-rate".
std::string typed(ChangeGroup group);

/// One side: a scenario and the facts that it is put to. They outlive the difference.
struct ScenarioSide {
    const Scenario* scenario = nullptr;
    const Facts* facts = nullptr;
};

struct DifferenceQuestion {
    models::Metric metric = models::Metric::spending;
    bool split = true;  ///< else the two sides alone are run, and there are neither parts nor idle groups
    SplitOrder order = {};
};

/// A metric by year, and what stands for all of them: the sum, or for what is not summed the last year.
struct DifferenceCells {
    calc::Series<calc::Decimal> years;
    calc::Decimal whole;
};

/// A part of a difference.
struct DifferencePart {
    std::vector<ChangeGroup> groups;  ///< one; several for what they do only together
    DifferenceCells cells;
    std::vector<calc::Decimal> weights = {};  ///< how often each mixture's cells count in it, by its number
};

/// The difference of one country. Parts add to it, but for what rounding leaves: less than the fortieth digit
/// of the largest result.
struct CountryDifference {
    PlannedCountry first;  ///< what stands behind the first side
    PlannedCountry second;
    calc::FiscalCalendar calendar;
    CellUnit unit;
    calc::Year first_base;  ///< base year of the first side
    calc::Year second_base;
    DifferenceCells before;
    DifferenceCells after;
    DifferenceCells difference;         ///< after less before
    std::vector<DifferencePart> parts;  ///< of groups that have an effect: one by one, then together
};

/// It points into the two sides.
struct ScenarioDifference {
    ScenarioSide first;
    ScenarioSide second;
    models::Metric metric = models::Metric::spending;
    bool split = true;
    bool sums = true;  ///< whether `whole` is the sum over the years, or the last year's
    SplitOrder order;
    std::vector<ChangeGroup> groups;  ///< in which the sides differ, in order
    std::vector<ChangeGroup> idle;    ///< those of them without effect on any cell in any mixture
    std::vector<KeyChange> changes;   ///< keys that differ, those of what is shown left out; without `moves`
                                      ///< where nothing is split
    bool other_facts = false;         ///< whether the facts differ too
    bool converts = false;            ///< whether a rate of exchange counts
    std::vector<CountryDifference> countries;  ///< of either side, as far as the metric is known
    /// Numbers of the mixtures that figures are made of: the first side, the second, then those that count in
    /// a part.
    std::vector<std::size_t> behind;
    std::vector<std::string> sources;  ///< of both sides
};

/// The second side less the first. Both are shown in one currency, in the same prices, and up to the same
/// year; countries are those of either. Settings and facts of each group are exchanged in every mixture; one
/// that does not fit together is refused, and so is an order that does not name each group in which the sides
/// differ.
///
/// source  docs/models/attribution.md
Reading<ScenarioDifference> scenario_difference(const ScenarioSide& first, const ScenarioSide& second,
                                                const DifferenceQuestion& question);

/// A mixture of two sides. Bit g of its number: group g is the second side's.
struct DifferenceMixture {
    Scenario scenario;
    const Facts* facts = nullptr;  ///< those of one side
    std::string words;             ///< "policy of plan.toml and growth of baseline"
};

/// The mixtures behind the figures of a difference, in the order of `behind`, with all that either side
/// shows.
std::vector<DifferenceMixture> mixtures_of(const ScenarioDifference& difference);

}  // namespace burden::inputs
