/// The inputs at which a cell of a result is as wanted.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "burden/calc/decimal.hpp"

namespace burden::models {

/// How a cell is to stand to a value.
enum class Relation { below, at_most, equal, at_least, above };

/// Whether `cell` stands to `value` as wanted.
bool holds(const calc::Decimal& cell, Relation relation, const calc::Decimal& value);

/// A cell as a function of one input; none where the input cannot go. Equal inputs give equal cells.
using CellOfInput = std::function<std::optional<calc::Decimal>(const calc::Decimal& input)>;

/// What is asked: the inputs from `low` to `high` at which the cell stands to `value` as wanted.
struct SolveQuestion {
    calc::Decimal low;
    calc::Decimal high;
    Relation relation = Relation::at_most;
    calc::Decimal value;
    calc::Decimal tolerance;      ///< widest bracket, in the input's unit, above zero
    int pieces = 64;              ///< equal pieces that the range is scanned in, at least one
    int most_evaluations = 4096;  ///< of the cell; more than pieces
};

/// An input that was tried, and its cell.
struct Trial {
    calc::Decimal input;
    std::optional<calc::Decimal> cell;  ///< none where the input cannot go

    friend bool operator==(const Trial&, const Trial&) = default;
};

/// A stretch of inputs at which the relation holds at every one that was tried; of one input, mostly, where
/// equality is asked for.
struct Solution {
    Trial first;
    Trial last;
    std::optional<Trial> before;  ///< the next lower input tried: not in the stretch, no further off than the
                                  ///< tolerance; none where the range begins
    std::optional<Trial> after;   ///< the next higher one; none where the range ends
    bool exact = true;  ///< false for an equality that was not met to the digit: the cell passes the value
                        ///< between `before` and `after`, and `first` is the nearer of them
    bool step_before = false;  ///< between `before` and `first` the cell jumps, or ends
    bool step_after = false;   ///< between `last` and `after` it does
};

/// A jump of the cell over the value that an equality asks for.
struct SteppedOver {
    Trial below;  ///< the lower input
    Trial above;  ///< the higher input, within the tolerance
};

enum class SolveOutcome {
    solved,
    none_in_range,   ///< no input tried is a solution
    not_dependent,   ///< all cells of the scan agree to forty digits
    cannot_go_there  ///< the range is empty, or no input tried in it gives a cell
};

/// All that was found. Solutions, steps and near misses are in ascending order of the input.
struct SolveAnswer {
    SolveOutcome outcome = SolveOutcome::none_in_range;
    std::vector<Solution> solutions = {};
    std::vector<SteppedOver> stepped_over = {};  ///< of an equality
    std::vector<Trial> near_misses = {};  ///< where the relation does not hold and the cell, on one side of
                                          ///< the value, is nearer to it than at both neighbours
    std::optional<Trial> best = {};       ///< the input tried whose cell is nearest to the value
    int evaluations = 0;
    bool complete =
        true;  ///< false when most_evaluations were not enough: brackets may be wider, steps unseen
};

/// The answer to a question, found by evaluating the cell alone: a scan of the range, then halving wherever
/// neighbours lie on different sides of the value, and a search wherever the cell turns back before it.
/// What lies between two inputs of the scan and shows at neither may be missed.
///
/// source  docs/models/solve.md
SolveAnswer answer_to(const SolveQuestion& question, const CellOfInput& cell);

}  // namespace burden::models
