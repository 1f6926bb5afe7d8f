#include "burden/models/solve.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "burden/calc/invariant.hpp"

namespace burden::models {

using calc::Decimal;

bool holds(const Decimal& cell, Relation relation, const Decimal& value) {
    switch (relation) {
        case Relation::below:
            return cell < value;
        case Relation::at_most:
            return cell <= value;
        case Relation::equal:
            return cell == value;
        case Relation::at_least:
            return cell >= value;
        case Relation::above:
            return cell > value;
    }
    calc::require(false, "a relation is one of five");
    return false;
}

namespace {

/// On which side of the value a cell lies.
enum class Side { below, on, above, nowhere };

Decimal size(const Decimal& number) { return greatest(number, -number); }

/// The inputs tried so far, in order, and how more are tried.
class Search {
public:
    using Trials = std::map<Decimal, std::optional<Decimal>>;

    Search(const SolveQuestion& question, const CellOfInput& cell) : question_(question), cell_(cell) {}

    const Trials& trials() const { return trials_; }
    int evaluations() const { return evaluations_; }
    bool complete() const { return complete_; }

    void scan() {
        const Decimal width = question_.high - question_.low;
        for (int piece = 0; piece <= question_.pieces; ++piece) {
            // The end is reached to the digit, whatever the division leaves.
            try_at(piece == question_.pieces
                       ? question_.high
                       : question_.low + width * Decimal(piece) / Decimal(question_.pieces));
        }
    }

    /// Searches wherever the cell comes nearer to the value, stays on its side and goes away again.
    void look_for_dips() {
        const std::vector<Trial> scanned = list();
        for (std::size_t at = 0; at < scanned.size(); ++at) {
            const Trial& here = scanned[at];
            const Trial& left = scanned[at == 0 ? at : at - 1];
            const Trial& right = scanned[at + 1 == scanned.size() ? at : at + 1];
            const bool one_side = side(left) == side(here) && side(here) == side(right);
            if (one_side && !nearer(left, here) && !nearer(right, here) &&
                (nearer(here, left) || nearer(here, right))) {
                descend(left.input, here, right.input);
            }
        }
    }

    /// Halves every stretch between neighbours on different sides down to the tolerance.
    void narrow() {
        const std::vector<Trial> known = list();
        for (std::size_t at = 1; at < known.size(); ++at) {
            narrow(known[at - 1], known[at]);
        }
    }

    std::vector<Trial> list() const {
        std::vector<Trial> result;
        for (const auto& [input, cell] : trials_) {
            result.push_back({input, cell});
        }
        return result;
    }

    Side side(const Trial& trial) const {
        if (!trial.cell) {
            return Side::nowhere;
        }
        return *trial.cell < question_.value   ? Side::below
               : *trial.cell > question_.value ? Side::above
                                               : Side::on;
    }

    /// Whether the cell of `a` is nearer to the value than that of `b`.
    bool nearer(const Trial& a, const Trial& b) const {
        return a.cell && (!b.cell || size(*a.cell - question_.value) < size(*b.cell - question_.value));
    }

    /// Whether the cell jumps between two neighbours on different sides: over a millionth of their distance
    /// it still changes by more than half of what it changes between them.
    bool jumps(Trial low, Trial high) {
        if (!low.cell || !high.cell) {
            return true;
        }
        constexpr int halvings = 20;
        const Decimal wide = size(*high.cell - *low.cell);
        for (int halving = 0; halving < halvings; ++halving) {
            const auto middle = between(low, high);
            if (!middle) {
                return false;
            }
            if (!middle->cell) {
                return true;
            }
            (side(*middle) == side(low) ? low : high) = *middle;
        }
        return size(*high.cell - *low.cell) * Decimal(2) > wide;
    }

private:
    std::optional<Trial> evaluated(const Decimal& input) {
        if (evaluations_ == question_.most_evaluations) {
            complete_ = false;
            return std::nullopt;
        }
        ++evaluations_;
        return Trial{input, cell_(input)};
    }

    std::optional<Trial> try_at(const Decimal& input) {
        const auto known = trials_.find(input);
        if (known != trials_.end()) {
            return Trial{input, known->second};
        }
        auto trial = evaluated(input);
        if (trial) {
            trials_.emplace(input, trial->cell);
        }
        return trial;
    }

    /// Half way between two trials, not remembered; none when there is nothing between or no evaluation left.
    std::optional<Trial> between(const Trial& low, const Trial& high) {
        const Decimal middle = (low.input + high.input) / Decimal(2);
        return low.input < middle && middle < high.input ? evaluated(middle) : std::nullopt;
    }

    void narrow(const Trial& low, const Trial& high) {
        if (side(low) == side(high) || high.input - low.input <= question_.tolerance) {
            return;
        }
        const Decimal half = (low.input + high.input) / Decimal(2);
        if (half <= low.input || high.input <= half) {
            return;
        }
        const auto middle = try_at(half);
        if (middle) {
            narrow(low, *middle);
            narrow(*middle, high);
        }
    }

    /// Moves towards the value by halves from `best`, between `low` and `high`, until they are within the
    /// tolerance of it or the value is met or passed.
    void descend(Decimal low, Trial best, Decimal high) {
        const Side start = side(best);
        while (high - low > question_.tolerance && side(best) == start) {
            const Decimal left = (low + best.input) / Decimal(2);
            const Decimal right = (best.input + high) / Decimal(2);
            const auto at_left = try_at(left);
            const auto at_right = try_at(right);
            if (!at_left || !at_right) {
                return;
            }
            const auto further = [&](const Trial& trial) {
                return side(trial) != start ? trial.cell.has_value() : nearer(trial, best);
            };
            const bool right_is_better = side(*at_left) == start && nearer(*at_right, *at_left);
            if (further(*at_left) && !right_is_better) {
                high = best.input;
                best = *at_left;
            } else if (further(*at_right)) {
                low = best.input;
                best = *at_right;
            } else {
                low = left;
                high = right;
            }
        }
    }

    const SolveQuestion& question_;
    const CellOfInput& cell_;
    Trials trials_;
    int evaluations_ = 0;
    bool complete_ = true;
};

/// Whether there are two cells or more and all agree to forty digits.
bool all_one(const std::vector<Trial>& trials) {
    std::vector<Decimal> cells;
    for (const Trial& trial : trials) {
        if (trial.cell) {
            cells.push_back(*trial.cell);
        }
    }
    if (cells.size() < 2) {
        return false;
    }
    const auto [least_cell, greatest_cell] = std::minmax_element(cells.begin(), cells.end());
    const Decimal largest = greatest(size(*least_cell), size(*greatest_cell));
    return *greatest_cell - *least_cell <= largest * Decimal("1e-40");
}

/// The stretches of trials at which the relation holds.
std::vector<Solution> stretches(const SolveQuestion& question, const std::vector<Trial>& trials,
                                Search& search) {
    const auto in = [&](const Trial& trial) {
        return trial.cell && holds(*trial.cell, question.relation, question.value);
    };
    std::vector<Solution> result;
    for (std::size_t at = 0; at < trials.size(); ++at) {
        if (!in(trials[at])) {
            continue;
        }
        Solution solution{
            .first = trials[at], .last = trials[at], .before = std::nullopt, .after = std::nullopt};
        if (at > 0) {
            solution.before = trials[at - 1];
            solution.step_before = search.jumps(trials[at - 1], trials[at]);
        }
        while (at + 1 < trials.size() && in(trials[at + 1])) {
            ++at;
        }
        solution.last = trials[at];
        if (at + 1 < trials.size()) {
            solution.after = trials[at + 1];
            solution.step_after = search.jumps(trials[at], trials[at + 1]);
        }
        result.push_back(std::move(solution));
    }
    return result;
}

/// Adds where the cell passes the value of an equality without meeting it to the digit.
void add_passages(const std::vector<Trial>& trials, Search& search, SolveAnswer& answer) {
    for (std::size_t at = 1; at < trials.size(); ++at) {
        const Trial& low = trials[at - 1];
        const Trial& high = trials[at];
        const Side from = search.side(low);
        const Side to = search.side(high);
        const bool passes =
            (from == Side::below && to == Side::above) || (from == Side::above && to == Side::below);
        if (!passes) {
            continue;
        }
        if (search.jumps(low, high)) {
            answer.stepped_over.push_back({low, high});
            continue;
        }
        const Trial& nearest = search.nearer(high, low) ? high : low;
        answer.solutions.push_back(
            {.first = nearest, .last = nearest, .before = low, .after = high, .exact = false});
    }
    std::sort(answer.solutions.begin(), answer.solutions.end(),
              [](const Solution& a, const Solution& b) { return a.first.input < b.first.input; });
}

/// Inputs at which the relation does not hold and the cell is nearer to the value than at both neighbours.
std::vector<Trial> near_misses(const SolveQuestion& question, const std::vector<Trial>& trials,
                               const Search& search) {
    std::vector<Trial> result;
    for (std::size_t at = 1; at + 1 < trials.size(); ++at) {
        const Trial& left = trials[at - 1];
        const Trial& here = trials[at];
        const Trial& right = trials[at + 1];
        const bool one_side =
            search.side(left) == search.side(here) && search.side(here) == search.side(right);
        if (one_side && here.cell && !holds(*here.cell, question.relation, question.value) &&
            search.nearer(here, left) && search.nearer(here, right)) {
            result.push_back(here);
        }
    }
    return result;
}

}  // namespace

SolveAnswer answer_to(const SolveQuestion& question, const CellOfInput& cell) {
    calc::require(question.tolerance > Decimal(0), "a bracket has a width above zero");
    calc::require(question.pieces > 0 && question.most_evaluations > question.pieces,
                  "a range is scanned in one piece or more, and each of its ends is tried");
    SolveAnswer answer;
    if (question.high < question.low) {
        answer.outcome = SolveOutcome::cannot_go_there;
        return answer;
    }
    Search search(question, cell);
    search.scan();
    const bool flat = all_one(search.list());
    if (!flat) {
        search.look_for_dips();
        search.narrow();
    }
    const std::vector<Trial> trials = search.list();
    for (const Trial& trial : trials) {
        if (trial.cell && (!answer.best || search.nearer(trial, *answer.best))) {
            answer.best = trial;
        }
    }
    if (!answer.best) {
        answer.outcome = SolveOutcome::cannot_go_there;
    } else if (flat) {
        answer.outcome = SolveOutcome::not_dependent;
    } else {
        answer.solutions = stretches(question, trials, search);
        if (question.relation == Relation::equal) {
            add_passages(trials, search, answer);
        }
        answer.near_misses = near_misses(question, trials, search);
        answer.outcome = answer.solutions.empty() ? SolveOutcome::none_in_range : SolveOutcome::solved;
    }
    answer.evaluations = search.evaluations();
    answer.complete = search.complete();
    return answer;
}

}  // namespace burden::models
