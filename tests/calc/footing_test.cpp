#include "burden/calc/footing.hpp"

#include <rapidcheck.h>

#include "support/generators.hpp"
#include "support/numbers.hpp"

using namespace burden;
using calc::Decimal;

namespace {

std::vector<Decimal> decimals_of(const std::vector<const char*>& texts) {
    std::vector<Decimal> parts;
    for (const char* text : texts) {
        parts.emplace_back(text);
    }
    return parts;
}

Decimal sum_of(const std::vector<Decimal>& parts) {
    Decimal sum;
    for (const Decimal& part : parts) {
        sum += part;
    }
    return sum;
}

}  // namespace

TEST_CASE("the missing unit goes to the largest remainder", "[calc][footing]") {
    // 33.4 + 33.3 + 33.3 = 100, each alone rounds to 33.
    CHECK(calc::footed(decimals_of({"33.3", "33.4", "33.3"}), 0) == decimals_of({"33", "34", "33"}));
    CHECK(calc::footed(decimals_of({"1.26", "2.26", "3.48"}), 1) == decimals_of({"1.3", "2.2", "3.5"}));
}

TEST_CASE("of equal remainders the first is served", "[calc][footing]") {
    CHECK(calc::footed(decimals_of({"0.5", "0.5"}), 0) == decimals_of({"1", "0"}));
    const Decimal third = Decimal(1) / Decimal(3);
    CHECK(calc::footed({third, third, third}, 2) == decimals_of({"0.34", "0.33", "0.33"}));
}

TEST_CASE("negative parts foot too", "[calc][footing]") {
    CHECK(calc::footed(decimals_of({"-0.5", "-0.5"}), 0) == decimals_of({"0", "-1"}));
    CHECK(calc::footed(decimals_of({"1.6", "-0.6"}), 0) == decimals_of({"2", "-1"}));
    CHECK(calc::footed(decimals_of({"-1.4", "2.4"}), 0) == decimals_of({"-1", "2"}));
}

TEST_CASE("nothing to foot is footed", "[calc][footing]") {
    CHECK(calc::footed({}, 1).empty());
    CHECK(calc::footed(decimals_of({"2.5"}), 0) == decimals_of({"3"}));
}

TEST_CASE("footed parts add to the rounded sum, and none moves by more than a unit", "[calc][footing]") {
    CHECK(rc::check("parts of every sign and size", [] {
        const auto parts = *rc::gen::container<std::vector<Decimal>>(tests::decimals());
        const int places = *rc::gen::inRange(0, 6);
        const auto footed = calc::footed(parts, places);
        const Decimal unit("1e-" + std::to_string(places));
        RC_ASSERT(sum_of(footed) == rounded(sum_of(parts), places));
        RC_ASSERT(footed.size() == parts.size());
        for (std::size_t at = 0; at < parts.size(); ++at) {
            const Decimal moved = footed[at] - parts[at];
            RC_ASSERT((moved <= unit && -moved <= unit));
            RC_ASSERT(footed[at] == rounded(footed[at], places));
        }
    }));
    CHECK(rc::check("parts that are quotients", [] {
        const auto whole = *tests::decimals();
        const int count = *rc::gen::inRange(1, 20);
        const std::vector<Decimal> parts(static_cast<std::size_t>(count), whole / Decimal(count));
        RC_ASSERT(sum_of(calc::footed(parts, 1)) == rounded(whole, 1));
    }));
    CHECK(rc::check("parts that foot already stay as they are", [] {
        const auto units = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-100'000, 100'000));
        std::vector<Decimal> parts;
        for (const int count : units) {
            parts.push_back(Decimal(count) * Decimal("0.1"));
        }
        RC_ASSERT(calc::footed(parts, 1) == parts);
    }));
}
