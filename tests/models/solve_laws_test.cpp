/// What holds for every answer of the solver, whatever the cell does.
#include <rapidcheck.h>

#include <algorithm>
#include <array>

#include "burden/models/solve.hpp"
#include "support/catch.hpp"
#include "support/generators.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using models::CellOfInput;
using models::Relation;
using models::SolveAnswer;
using models::SolveOutcome;
using models::SolveQuestion;

namespace {

constexpr std::array relations = {Relation::below, Relation::at_most, Relation::equal, Relation::at_least,
                                  Relation::above};

/// The inputs from 0 to 10 at which a cell stands to a value.
SolveQuestion question(Relation relation, const char* value, const char* tolerance = "0.001") {
    return {.low = Decimal(0),
            .high = Decimal(10),
            .relation = relation,
            .value = Decimal(value),
            .tolerance = Decimal(tolerance)};
}

/// What every answer keeps to, whatever was asked.
void check_answer(const SolveQuestion& asked, const CellOfInput& cell, const SolveAnswer& answer) {
    RC_ASSERT((answer.evaluations <= asked.most_evaluations));
    RC_ASSERT((answer.solutions.empty() == (answer.outcome != SolveOutcome::solved)));
    const auto tried = [&](const models::Trial& trial) {
        RC_ASSERT((asked.low <= trial.input && trial.input <= asked.high));
        RC_ASSERT((cell(trial.input) == trial.cell));
    };
    const auto solves = [&](const models::Trial& trial) {
        return trial.cell && models::holds(*trial.cell, asked.relation, asked.value);
    };
    std::optional<Decimal> last;
    for (const auto& solution : answer.solutions) {
        tried(solution.first);
        tried(solution.last);
        RC_ASSERT((solution.first.input <= solution.last.input));
        RC_ASSERT((!last || *last < solution.first.input));
        last = solution.last.input;
        RC_ASSERT((solution.exact == (solves(solution.first) && solves(solution.last))));
        if (!solution.exact) {
            const auto off = [&](const models::Trial& trial) {
                return greatest(*trial.cell - asked.value, asked.value - *trial.cell);
            };
            RC_ASSERT((off(solution.first) <= least(off(*solution.before), off(*solution.after))));
        }
        if (solution.before) {
            tried(*solution.before);
            RC_ASSERT_FALSE(solves(*solution.before));
            RC_ASSERT((!answer.complete || solution.first.input - solution.before->input <= asked.tolerance));
        } else {
            RC_ASSERT(solution.first.input == asked.low);
        }
        if (solution.after) {
            tried(*solution.after);
            RC_ASSERT_FALSE(solves(*solution.after));
            RC_ASSERT((!answer.complete || solution.after->input - solution.last.input <= asked.tolerance));
        } else {
            RC_ASSERT(solution.last.input == asked.high);
        }
    }
}

/// (x − a)(x − b)(x − c), all roots apart from one another and from the inputs of a scan.
struct Cubic {
    std::vector<Decimal> roots;

    Decimal operator()(const Decimal& x) const { return (x - roots[0]) * (x - roots[1]) * (x - roots[2]); }
};

Cubic cubic() {
    // Three different numbers of 0 to 99 tenths, and a bit, so that no scan of 64 pieces meets them.
    const auto drawn =
        *rc::gen::unique<std::vector<int>>(3, rc::gen::inRange(0, 33)).as("roots, in three tenths");
    Cubic result;
    for (const int root : drawn) {
        result.roots.push_back(Decimal(3 * root) / Decimal(10) + Decimal("0.0123"));
    }
    std::sort(result.roots.begin(), result.roots.end());
    return result;
}

}  // namespace

TEST_CASE("every root of a cubic is found, and only those", "[models][solve][law]") {
    CHECK(rc::check([] {
        const Cubic cell = cubic();
        const auto asked = question(Relation::equal, "0", "1e-6");
        const auto answer = models::answer_to(asked, cell);
        check_answer(asked, cell, answer);
        RC_ASSERT(answer.complete);
        RC_ASSERT(answer.solutions.size() == cell.roots.size());
        for (std::size_t root = 0; root < cell.roots.size(); ++root) {
            const Decimal apart = answer.solutions[root].first.input - cell.roots[root];
            RC_ASSERT((greatest(apart, -apart) <= asked.tolerance));
        }
    }));
}

TEST_CASE("what solves an inequality and what solves its contrary are the whole range",
          "[models][solve][law]") {
    CHECK(rc::check([] {
        const Cubic cell = cubic();
        auto asked = question(Relation::at_most, "0", "1e-6");
        asked.value = Decimal(*rc::gen::inRange(-50, 50).as("value"));
        const auto in = models::answer_to(asked, cell);
        check_answer(asked, cell, in);
        asked.relation = Relation::above;
        const auto out = models::answer_to(asked, cell);
        check_answer(asked, cell, out);

        auto all = in.solutions;
        all.insert(all.end(), out.solutions.begin(), out.solutions.end());
        std::sort(all.begin(), all.end(),
                  [](const auto& a, const auto& b) { return a.first.input < b.first.input; });
        RC_ASSERT(all.front().first.input == asked.low);
        RC_ASSERT(all.back().last.input == asked.high);
        for (std::size_t next = 1; next < all.size(); ++next) {
            RC_ASSERT(all[next - 1].after == all[next].first);
            RC_ASSERT(all[next].before == all[next - 1].last);
        }
    }));
}

TEST_CASE("every answer keeps its promises, whatever the cell does", "[models][solve][law]") {
    CHECK(rc::check([] {
        // Values at 17 inputs: between them straight lines, or steps; some inputs give none.
        const auto values = *rc::gen::container<std::vector<int>>(17, rc::gen::inRange(-5, 6)).as("values");
        const bool steps = *rc::gen::arbitrary<bool>().as("steps");
        const int gap = *rc::gen::inRange(-4, 16).as("gap");
        const CellOfInput cell = [&](const Decimal& x) -> std::optional<Decimal> {
            const Decimal place = x * Decimal("1.6");
            int piece = 0;
            while (piece < 15 && Decimal(piece + 1) <= place) {
                ++piece;
            }
            const auto at = static_cast<std::size_t>(piece);
            if (piece == gap) {
                return std::nullopt;
            }
            const Decimal rise = Decimal(values[at + 1] - values[at]) * (place - Decimal(piece));
            return Decimal(values[at]) + (steps ? Decimal(0) : rise);
        };
        auto asked = question(*rc::gen::elementOf(relations).as("relation"), "0.7", "0.0001");
        asked.pieces = *rc::gen::inRange(1, 100).as("pieces");
        const auto answer = models::answer_to(asked, cell);
        check_answer(asked, cell, answer);
        RC_ASSERT((!answer.complete || answer.evaluations <= 4096));
        RC_ASSERT(models::answer_to(asked, cell).evaluations == answer.evaluations);
    }));
}
