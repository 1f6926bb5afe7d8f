#include "burden/models/solve.hpp"

#include <array>

#include "burden/calc/invariant.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using models::CellOfInput;
using models::Relation;
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

bool within(const Decimal& a, const char* b, const char* distance = "0.001") {
    const Decimal apart = a - Decimal(b);
    return apart <= Decimal(distance) && -apart <= Decimal(distance);
}

Decimal square(const Decimal& x) { return x * x; }

/// 3 up to an input of 4, then 5.
std::optional<Decimal> step_at_four(const Decimal& x) { return Decimal(x < Decimal(4) ? 3 : 5); }

}  // namespace

TEST_CASE("a rising cell is at most a value up to a boundary", "[models][solve]") {
    const auto answer = models::answer_to(question(Relation::at_most, "2"), square);
    REQUIRE(answer.outcome == SolveOutcome::solved);
    REQUIRE(answer.solutions.size() == 1);
    const auto& solution = answer.solutions[0];
    CHECK_FALSE(solution.before);
    CHECK(solution.first.input == Decimal(0));
    CHECK(within(solution.last.input, "1.41421356"));  // the root of 2
    CHECK(square(solution.last.input) <= Decimal(2));
    REQUIRE(solution.after);
    CHECK(square(solution.after->input) > Decimal(2));
    CHECK(solution.after->input - solution.last.input <= Decimal("0.001"));
    CHECK_FALSE(solution.step_after);

    // 65 for the scan, 18 halvings of 0.15625 to less than 1e-6, 20 to tell that there is no step.
    CHECK(models::answer_to(question(Relation::at_most, "2", "1e-6"), square).evaluations == 103);
}

TEST_CASE("a rising cell is at least a value from the boundary on", "[models][solve]") {
    const auto answer = models::answer_to(question(Relation::at_least, "2"), square);
    REQUIRE(answer.solutions.size() == 1);
    CHECK(within(answer.solutions[0].first.input, "1.41421356"));
    CHECK(square(answer.solutions[0].first.input) >= Decimal(2));
    CHECK(answer.solutions[0].last.input == Decimal(10));
    CHECK_FALSE(answer.solutions[0].after);
}

TEST_CASE("an equality is bracketed to the tolerance, and the nearer end is the answer", "[models][solve]") {
    const auto answer = models::answer_to(question(Relation::equal, "2", "1e-20"), square);
    REQUIRE(answer.solutions.size() == 1);
    const auto& solution = answer.solutions[0];
    CHECK_FALSE(solution.exact);
    CHECK(within(solution.first.input, "1.41421356237309504880", "1e-20"));
    CHECK(solution.before->cell < Decimal(2));
    CHECK(solution.after->cell > Decimal(2));
    CHECK(solution.after->input - solution.before->input <= Decimal("1e-20"));
    CHECK(answer.evaluations < 200);
}

TEST_CASE("an equality that is met to the digit says so", "[models][solve]") {
    // 2.5 is the sixteenth of 64 steps to 10.
    const auto answer = models::answer_to(question(Relation::equal, "6.25"), square);
    REQUIRE(answer.solutions.size() == 1);
    CHECK(answer.solutions[0].exact);
    CHECK(answer.solutions[0].first.input == Decimal("2.5"));
    CHECK(answer.solutions[0].last.input == Decimal("2.5"));
    CHECK(answer.solutions[0].before->input < Decimal("2.5"));
    CHECK(answer.solutions[0].after->input > Decimal("2.5"));
}

TEST_CASE("strictly below and above leave out the boundary, at most and at least take it in",
          "[models][solve]") {
    const auto cell = [](const Decimal& x) { return x; };
    const auto at_most = models::answer_to(question(Relation::at_most, "2.5"), cell);
    CHECK(at_most.solutions.at(0).last.input == Decimal("2.5"));
    const auto below = models::answer_to(question(Relation::below, "2.5"), cell);
    CHECK(below.solutions.at(0).last.input < Decimal("2.5"));
    CHECK(below.solutions.at(0).after->input == Decimal("2.5"));
    const auto at_least = models::answer_to(question(Relation::at_least, "2.5"), cell);
    CHECK(at_least.solutions.at(0).first.input == Decimal("2.5"));
    const auto above = models::answer_to(question(Relation::above, "2.5"), cell);
    CHECK(above.solutions.at(0).first.input > Decimal("2.5"));
}

TEST_CASE("a cell that rises and falls has two solutions", "[models][solve]") {
    // x (8 - x) is 7 at 1 and at 7.
    const auto hill = [](const Decimal& x) { return x * (Decimal(8) - x); };
    const auto equal = models::answer_to(question(Relation::equal, "7"), hill);
    REQUIRE(equal.solutions.size() == 2);
    CHECK(within(equal.solutions[0].first.input, "1"));
    CHECK(within(equal.solutions[1].first.input, "7"));

    const auto at_most = models::answer_to(question(Relation::at_most, "7"), hill);
    REQUIRE(at_most.solutions.size() == 2);
    CHECK(within(at_most.solutions[0].last.input, "1"));
    CHECK(within(at_most.solutions[1].first.input, "7"));
    CHECK(at_most.solutions[1].last.input == Decimal(10));
}

TEST_CASE("a cell that stays on a value is equal to it over a stretch", "[models][solve]") {
    const auto plateau = [](const Decimal& x) { return least(x, greatest(Decimal(3), x - Decimal(2))); };
    const auto answer = models::answer_to(question(Relation::equal, "3"), plateau);
    REQUIRE(answer.solutions.size() == 1);
    CHECK(within(answer.solutions[0].first.input, "3"));
    CHECK(within(answer.solutions[0].last.input, "5"));
    CHECK(answer.solutions[0].exact);
}

TEST_CASE("a step is found, and called a step", "[models][solve]") {
    SECTION("an inequality ends there") {
        const auto answer = models::answer_to(question(Relation::at_most, "4"), step_at_four);
        REQUIRE(answer.solutions.size() == 1);
        CHECK(within(answer.solutions[0].last.input, "4"));
        CHECK(answer.solutions[0].last.cell == Decimal(3));
        CHECK(answer.solutions[0].after->cell == Decimal(5));
        CHECK(answer.solutions[0].step_after);
    }
    SECTION("an equality with what is stepped over has no solution") {
        const auto answer = models::answer_to(question(Relation::equal, "4"), step_at_four);
        CHECK(answer.outcome == SolveOutcome::none_in_range);
        CHECK(answer.solutions.empty());
        REQUIRE(answer.stepped_over.size() == 1);
        CHECK(answer.stepped_over[0].below.cell == Decimal(3));
        CHECK(answer.stepped_over[0].above.cell == Decimal(5));
        CHECK(within(answer.stepped_over[0].above.input, "4"));
    }
    SECTION("a gap narrower than the tolerance is one too") {
        const auto gap = [](const Decimal& x) {
            return x < Decimal("5.0001")   ? std::optional<Decimal>(3)
                   : x > Decimal("5.0005") ? std::optional<Decimal>(5)
                                           : std::nullopt;
        };
        const auto answer = models::answer_to(question(Relation::equal, "4"), gap);
        CHECK(answer.solutions.empty());
        CHECK(answer.stepped_over.size() == 1);
    }
    SECTION("a steep cell is no step") {
        const auto steep = [](const Decimal& x) { return (x - Decimal("3.14")) * Decimal(1'000'000); };
        const auto upright = [](const Decimal& x) {
            const Decimal off = x - Decimal("3.14");
            const Decimal third = Decimal(1) / Decimal(3);
            return off == Decimal(0) ? off : off < Decimal(0) ? -power(-off, third) : power(off, third);
        };
        for (const CellOfInput& cell : {CellOfInput(steep), CellOfInput(upright)}) {
            const auto answer = models::answer_to(question(Relation::equal, "0"), cell);
            CHECK(answer.stepped_over.empty());
            REQUIRE(answer.solutions.size() == 1);
            CHECK(within(answer.solutions[0].first.input, "3.14"));
        }
    }
}

TEST_CASE("without a solution the nearest that can be reached is told", "[models][solve]") {
    SECTION("at the end of the range") {
        const auto answer = models::answer_to(question(Relation::at_least, "120"), square);
        CHECK(answer.outcome == SolveOutcome::none_in_range);
        CHECK(answer.best->input == Decimal(10));
        CHECK(answer.best->cell == Decimal(100));
        CHECK(answer.near_misses.empty());
    }
    SECTION("where a cell turns back inside a piece of the scan") {
        // Lowest at 1/3, where it is 1.
        const auto valley = [](const Decimal& x) { return square(x * Decimal(3) - Decimal(1)) + Decimal(1); };
        const auto answer = models::answer_to(question(Relation::at_most, "1", "1e-9"), valley);
        CHECK(answer.outcome == SolveOutcome::none_in_range);
        CHECK(within(answer.best->input, "0.3333333333", "1e-9"));
        CHECK(within(*answer.best->cell, "1", "1e-16"));
        REQUIRE(answer.near_misses.size() == 1);
        CHECK(answer.near_misses[0] == *answer.best);
    }
}

TEST_CASE("a dip below the value that no input of the scan shows is still found", "[models][solve]") {
    // Below 0 from 0.33 to 0.34, within a piece from 0.3125 to 0.46875.
    const auto dip = [](const Decimal& x) { return (x - Decimal("0.33")) * (x - Decimal("0.34")); };
    for (const Relation relation : {Relation::at_most, Relation::below}) {
        const auto answer = models::answer_to(question(relation, "0", "1e-6"), dip);
        REQUIRE(answer.solutions.size() == 1);
        CHECK(within(answer.solutions[0].first.input, "0.33", "1e-6"));
        CHECK(within(answer.solutions[0].last.input, "0.34", "1e-6"));
    }
    const auto above = models::answer_to(question(Relation::above, "0", "1e-6"), dip);
    CHECK(above.solutions.size() == 2);
    const auto equal = models::answer_to(question(Relation::equal, "0", "1e-6"), dip);
    CHECK(equal.solutions.size() == 2);
}

TEST_CASE("a value that is only touched is a solution where the touch is met to the digit",
          "[models][solve]") {
    const auto touching = [](const Decimal& x) { return square(x - Decimal("2.5")); };
    const auto met = models::answer_to(question(Relation::equal, "0"), touching);
    REQUIRE(met.solutions.size() == 1);
    CHECK(met.solutions[0].first.input == Decimal("2.5"));

    // Halving never meets 7/3: it is a near miss, told with how near it comes.
    const auto missing = [](const Decimal& x) { return square(x * Decimal(3) - Decimal(7)); };
    const auto missed = models::answer_to(question(Relation::equal, "0"), missing);
    CHECK(missed.outcome == SolveOutcome::none_in_range);
    REQUIRE(missed.near_misses.size() == 1);
    CHECK(within(missed.near_misses[0].input, "2.33333333"));
}

TEST_CASE("a scan misses what shows at none of its inputs and leads nowhere near", "[models][solve]") {
    // 1 everywhere but between 5.01 and 5.02.
    const auto pin = [](const Decimal& x) {
        return Decimal(Decimal("5.01") < x && x < Decimal("5.02") ? -1 : 1) + x / Decimal(1000);
    };
    auto asked = question(Relation::at_most, "0");
    CHECK(models::answer_to(asked, pin).outcome == SolveOutcome::none_in_range);
    asked.pieces = 1200;
    const auto found = models::answer_to(asked, pin);
    REQUIRE(found.solutions.size() == 1);
    CHECK(within(found.solutions[0].first.input, "5.01"));
    CHECK(within(found.solutions[0].last.input, "5.02"));
}

TEST_CASE("a cell that does not depend on the input is no answer", "[models][solve]") {
    for (const Relation relation : relations) {
        const auto answer =
            models::answer_to(question(relation, "2"), [](const Decimal&) { return Decimal(2); });
        CHECK(answer.outcome == SolveOutcome::not_dependent);
        CHECK(answer.solutions.empty());
        CHECK(answer.best->cell == Decimal(2));
        CHECK(answer.evaluations == 65);
    }
    // Nor does one that is the same wherever the input can go.
    const auto half = [](const Decimal& x) {
        return x < Decimal(5) ? std::nullopt : std::optional<Decimal>(1);
    };
    CHECK(models::answer_to(question(Relation::at_most, "2"), half).outcome == SolveOutcome::not_dependent);
    // What rounding leaves is no dependence.
    const auto rounded_away = [](const Decimal& x) {
        const Decimal third = (x + Decimal(1)) / Decimal(7);
        return Decimal(3) * (third / (x + Decimal(1)));
    };
    CHECK(models::answer_to(question(Relation::at_most, "2"), rounded_away).outcome ==
          SolveOutcome::not_dependent);
}

TEST_CASE("a range may be one input, and not less than that", "[models][solve]") {
    auto asked = question(Relation::at_most, "4");
    asked.low = asked.high = Decimal(2);
    const auto one = models::answer_to(asked, square);
    REQUIRE(one.outcome == SolveOutcome::solved);
    CHECK(one.solutions[0].first.input == Decimal(2));
    CHECK_FALSE(one.solutions[0].before);
    CHECK_FALSE(one.solutions[0].after);
    CHECK(one.evaluations == 1);

    asked.low = Decimal(3);
    const auto none = models::answer_to(asked, square);
    CHECK(none.outcome == SolveOutcome::cannot_go_there);
    CHECK_FALSE(none.best);
    CHECK(none.evaluations == 0);
}

TEST_CASE("inputs that give no cell bound the solutions", "[models][solve]") {
    const auto halfway = [](const Decimal& x) {
        return x < Decimal("4.2") ? std::nullopt : std::optional<Decimal>(x);
    };
    const auto answer = models::answer_to(question(Relation::at_most, "6.1"), halfway);
    REQUIRE(answer.solutions.size() == 1);
    CHECK(within(answer.solutions[0].first.input, "4.2"));
    CHECK(answer.solutions[0].first.input >= Decimal("4.2"));
    REQUIRE(answer.solutions[0].before);
    CHECK_FALSE(answer.solutions[0].before->cell);
    CHECK(answer.solutions[0].step_before);
    CHECK(within(answer.solutions[0].last.input, "6.1"));

    const auto nowhere = [](const Decimal&) { return std::optional<Decimal>(); };
    CHECK(models::answer_to(question(Relation::at_most, "6"), nowhere).outcome ==
          SolveOutcome::cannot_go_there);
}

TEST_CASE("evaluations end where they are bounded, and the answer says so", "[models][solve]") {
    auto asked = question(Relation::at_most, "2", "1e-30");
    asked.most_evaluations = 80;
    const auto answer = models::answer_to(asked, square);
    CHECK(answer.evaluations == 80);
    CHECK_FALSE(answer.complete);
    REQUIRE(answer.solutions.size() == 1);
    CHECK(within(answer.solutions[0].last.input, "1.41421356", "0.16"));

    // A cell that leaps up and down at every input is given up on too.
    const auto wild = [](const Decimal& x) { return Decimal(x.to_text(40)[41] % 3 - 1); };
    CHECK(models::answer_to(question(Relation::equal, "0", "1e-30"), wild).evaluations <= 4096);
}

TEST_CASE("a question without a tolerance or a scan is a mistake of the caller", "[models][solve]") {
    auto asked = question(Relation::at_most, "2", "0");
    CHECK_THROWS_AS(models::answer_to(asked, square), calc::BrokenInvariant);
    asked.tolerance = Decimal(1);
    asked.pieces = 0;
    CHECK_THROWS_AS(models::answer_to(asked, square), calc::BrokenInvariant);
    asked.pieces = asked.most_evaluations;
    CHECK_THROWS_AS(models::answer_to(asked, square), calc::BrokenInvariant);
}
