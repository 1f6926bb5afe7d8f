#include "burden/calc/traced.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <thread>
#include <tuple>

#include "burden/calc/invariant.hpp"
#include "support/generators.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using calc::DerivationStep;
using calc::Operation;
using calc::Traced;

namespace {

Traced input(const std::string& label, const Decimal& value) { return Traced(value, {.label = label}); }

/// An operation of a random computation, and what it is applied to, by number.
using Drawn = std::tuple<std::size_t, std::size_t, std::size_t>;

std::vector<Drawn> draw_operations() {
    const auto number = rc::gen::inRange<std::size_t>(0, 1000);
    return *rc::gen::resize(20,
                            rc::gen::container<std::vector<Drawn>>(rc::gen::tuple(number, number, number)));
}

/// The results of the operations, each on what came before it. Products and quotients are by inputs, and
/// roots of them, so that nothing overflows and nothing is divided by zero.
template <calc::Real N>
std::vector<N> results_of(const std::vector<Drawn>& operations, const std::vector<N>& inputs) {
    std::vector<N> results = inputs;
    const auto among = [](const std::vector<N>& numbers, std::size_t drawn) -> const N& {
        return numbers[drawn % numbers.size()];
    };
    for (const auto& [operation, first, second] : operations) {
        const N& a = among(results, first);
        const N& b = among(results, second);
        const N& given = among(inputs, second);
        const std::vector<N> by_operation = {a + b,
                                             a - b,
                                             a * given,
                                             a / given,
                                             least(a, b),
                                             greatest(a, b),
                                             power(given, N(1) / N(first + 1))};
        results.push_back(among(by_operation, operation));
    }
    return results;
}

std::vector<Decimal> draw_inputs() {
    return *rc::gen::container<std::vector<Decimal>>(4, positive_decimals()).as("inputs");
}

std::vector<Traced> recorded(const std::vector<Decimal>& values) {
    std::vector<Traced> inputs;
    for (const Decimal& value : values) {
        inputs.push_back(input(std::to_string(inputs.size()), value));
    }
    return inputs;
}

/// One plus one plus one …, so many operations.
Traced long_sum(int operations) {
    Traced sum(1);
    for (int at = 0; at < operations; ++at) {
        sum = sum + Traced(1);
    }
    return sum;
}

constexpr int many = 100'000;

}  // namespace

TEST_CASE("a model can run on traced numbers, and cannot compare them", "[calc][traced]") {
    STATIC_REQUIRE(calc::Real<Traced>);
    STATIC_REQUIRE_FALSE(std::equality_comparable<Traced>);
    STATIC_REQUIRE_FALSE(std::convertible_to<Traced, Decimal>);
    STATIC_REQUIRE_FALSE(std::convertible_to<Decimal, Traced>);
    CHECK(Traced().value() == Decimal(0));
    CHECK(calc::as<Traced>(Decimal("0.05")).value() == Decimal("0.05"));
}

TEST_CASE("a traced number has the value that Decimal gives, to the last digit", "[calc][traced][law]") {
    CHECK(rc::check([] {
        const auto inputs = draw_inputs();
        const auto operations = draw_operations();
        const auto expected = results_of(operations, inputs);
        const auto traced = results_of(operations, recorded(inputs));
        for (std::size_t at = 0; at < expected.size(); ++at) {
            RC_ASSERT(traced[at].value() == expected[at]);
            RC_ASSERT(recomputed(traced[at]) == expected[at]);
        }
    }));
}

TEST_CASE("a derivation gives for other inputs what the formula gives for them", "[calc][traced][law]") {
    CHECK(rc::check([] {
        const auto operations = draw_operations();
        const auto traced = results_of(operations, recorded(draw_inputs()));
        const auto others = draw_inputs();
        const auto expected = results_of(operations, others);
        for (std::size_t at = 0; at < expected.size(); ++at) {
            const auto changed = [&](const calc::Origin& origin) -> std::optional<Decimal> {
                return others[std::stoul(origin.label)];
            };
            RC_ASSERT(recomputed(traced[at], changed) == expected[at]);
        }
    }));
}

TEST_CASE("a name changes no value", "[calc][traced][law]") {
    CHECK(rc::check([] {
        const Traced a = input("a", *positive_decimals());
        const Traced b = input("b", *positive_decimals());
        const Traced named_product = named("product", a * b);
        RC_ASSERT(named_product.value() == (a * b).value());
        RC_ASSERT(recomputed(named("sum", named_product + b)) == (a * b + b).value());
        RC_ASSERT(calc::named("a", a.value()) == a.value());
    }));
}

TEST_CASE("an input that is not changed keeps its value", "[calc][traced]") {
    const Traced share = input("share", Decimal("0.02")) * input("gdp", 500);
    const auto other_gdp = [](const calc::Origin& origin) {
        return origin.label == "gdp" ? std::optional<Decimal>(600) : std::nullopt;
    };
    CHECK(recomputed(share, other_gdp) == Decimal(12));  // 0.02 * 600
    CHECK(share.value() == Decimal(10));
}

TEST_CASE("what Decimal refuses is refused, when it is made and when it is made again", "[calc][traced]") {
    CHECK_THROWS_AS(Traced(1) / Traced(0), calc::BrokenInvariant);
    CHECK_THROWS_AS(power(Traced(-1), Traced(2)), calc::BrokenInvariant);
    const Traced ratio = Traced(1) / input("divisor", 2);
    const auto nothing = [](const calc::Origin&) { return std::optional<Decimal>(0); };
    CHECK_THROWS_AS(recomputed(ratio, nothing), calc::BrokenInvariant);
}

TEST_CASE("a derivation is a formula of named results", "[calc][traced]") {
    const calc::Origin from_plan{"policy.target.share", "plan.toml:7", {"plan.toml"}};
    const Traced start = named("s0", input("spending", 11) / input("GDP", 500));
    const Traced goal = named("s1", Traced(Decimal("0.034"), from_plan));
    const Traced share = named("share", start + (goal - start) * (Traced(5) / Traced(10)));
    const Traced spending = share * named("GDP of the year", Traced(600));

    SECTION("whose own formulas are left for later") {
        const auto steps = derivation(spending, {.depth = 0});
        REQUIRE(steps.size() == 3);
        CHECK(steps[0].name.empty());
        CHECK(steps[0].operation == Operation::product);
        CHECK(steps[0].operands == std::vector<std::size_t>{1, 2});
        CHECK(steps[0].value == Decimal("16.8"));  // (0.022 + 0.012 * 0.5) * 600
        CHECK(steps[1].name == "share");
        CHECK(steps[1].operation == Operation::sum);
        CHECK(steps[1].operands.empty());
        CHECK(steps[2].name == "GDP of the year");
        CHECK(steps[2].operation == Operation::constant);
    }
    SECTION("in which whatever has no name belongs to the formula around it") {
        const auto steps = derivation(share, {.depth = 0});
        REQUIRE(steps.size() == 8);  // share: s0 + (s1 - s0) * (5 / 10), where s0 is one step
        const auto& product = steps[steps[0].operands[1]];
        const auto& difference = steps[product.operands[0]];
        const auto& quotient = steps[product.operands[1]];
        CHECK(product.operation == Operation::product);
        CHECK(difference.operation == Operation::difference);
        CHECK(steps[difference.operands[0]].name == "s1");
        CHECK(difference.operands[1] == steps[0].operands[0]);
        CHECK(steps[quotient.operands[1]].value == Decimal(10));
        CHECK(steps[steps[0].operands[0]].operands.empty());
    }
    SECTION("followed as deep as is asked") {
        const auto sizes = [&](int depth) { return derivation(spending, {.depth = depth}).size(); };
        CHECK(sizes(1) == 3 + 7);      // and the formula of share
        CHECK(sizes(2) == 3 + 7 + 2);  // and that of s0: spending / GDP
        CHECK(sizes(9) == sizes(2));
    }
    SECTION("down to where its inputs stand") {
        const auto steps = derivation(goal);
        REQUIRE(steps.size() == 1);
        CHECK(steps[0].name == "s1");
        CHECK(steps[0].operation == Operation::input);
        CHECK(steps[0].origin == from_plan);
    }
    SECTION("in which a second name stands over the first") {
        const auto steps = derivation(named("final share", goal));
        REQUIRE(steps.size() == 2);
        CHECK(steps[0].name == "final share");
        CHECK(steps[0].operation == Operation::same);
        CHECK(steps[steps[0].operands[0]].name == "s1");
    }
}

TEST_CASE("a named result is followed where it is nearest", "[calc][traced]") {
    const Traced deep = named("deep", input("x", 2) * Traced(3));
    const Traced near = named("near", deep + Traced(1)) * (Traced(1) + (Traced(1) + (Traced(1) + deep)));
    const auto steps = derivation(near, {.depth = 1});
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [](const DerivationStep& step) { return step.name == "deep"; });
    REQUIRE(found != steps.end());
    CHECK(found->operands.size() == 2);
}

TEST_CASE("a result that is used twice is recorded once", "[calc][traced]") {
    Traced doubled = input("x", 1);
    for (int at = 0; at < 64; ++at) {
        doubled = doubled + doubled;
    }
    CHECK(recomputed(doubled) == Decimal("18446744073709551616"));  // 2^64, in 64 additions
    const auto steps = derivation(doubled);
    CHECK(steps.size() == 65);
    CHECK(steps[0].operands == std::vector<std::size_t>{1, 1});
}

TEST_CASE("a derivation may be longer than the stack is deep", "[calc][traced]") {
    SECTION("by its first operands") { CHECK(recomputed(long_sum(many)) == Decimal(many + 1)); }
    SECTION("by its second operands, and by names") {
        Traced result(0);
        for (int at = 0; at < many; ++at) {
            result = named("next", Traced(1) - result);
        }
        CHECK(recomputed(result) == Decimal(0));
        CHECK(derivation(result, {.depth = 10}).size() == 11 + 11 + 1);  // results, ones and a closed result
    }
}

TEST_CASE("a derivation lists no more steps than are asked for", "[calc][traced]") {
    const Traced sum = long_sum(1000);
    CHECK(derivation(sum, {.steps = 1}).size() == 1);
    CHECK(derivation(sum, {.steps = 50}).size() == 49);  // two at a time after the first
    CHECK(derivation(sum, {.steps = 5000}).size() == 2001);
}

TEST_CASE("threads share what a number was made from", "[calc][traced]") {
    Traced shared = named("shared", long_sum(1000));
    std::vector<Decimal> results(4);
    std::vector<std::thread> threads;
    for (Decimal& result : results) {
        threads.emplace_back([&result, copy = shared] {
            Traced sum = copy;
            for (int at = 0; at < 1000; ++at) {
                sum = named("sum", copy + sum);
            }
            result = recomputed(sum);
        });
    }
    shared = Traced(0);
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(results == std::vector<Decimal>(4, Decimal(1001 * 1001)));
}
