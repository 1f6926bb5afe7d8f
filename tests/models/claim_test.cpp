#include "burden/models/claim.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <sstream>

#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using models::ReadingKind;
using models::ReadingOutcome;
using models::Verdict;

namespace {

using Readings = std::vector<ReadingOutcome>;

constexpr std::array kinds = {ReadingKind::stated, ReadingKind::other, ReadingKind::later, ReadingKind::slip};

std::string_view word(ReadingKind kind) {
    constexpr std::array<std::string_view, 4> words = {"stated", "other", "later", "slip"};
    return words.at(static_cast<std::size_t>(kind));
}

/// Readings from words: "stated+ other-" is a stated one that fits and another that does not.
Readings readings(const std::string& text) {
    Readings result;
    std::istringstream words(text);
    for (std::string one; words >> one;) {
        for (const ReadingKind kind : kinds) {
            if (one.substr(0, one.size() - 1) == word(kind)) {
                result.push_back({kind, one.back() == '+'});
            }
        }
    }
    return result;
}

/// And back.
std::string text(const Readings& readings) {
    std::string result;
    for (const ReadingOutcome& one : readings) {
        result += (result.empty() ? "" : " ") + std::string(word(one.kind)) + (one.fits ? '+' : '-');
    }
    return result;
}

Readings with(Readings readings, ReadingOutcome more) {
    readings.push_back(more);
    return readings;
}

bool any_fits(const Readings& readings, bool slip) {
    return std::any_of(readings.begin(), readings.end(), [&](const ReadingOutcome& one) {
        return one.fits && (one.kind == ReadingKind::slip) == slip;
    });
}

/// Every choice from four kinds of reading that fit and four that do not.
std::vector<Readings> all_sets() {
    std::vector<Readings> sets = {{}};
    for (const ReadingKind kind : kinds) {
        for (const bool fits : {true, false}) {
            for (std::size_t at = 0, size = sets.size(); at < size; ++at) {
                sets.push_back(with(sets[at], {kind, fits}));
            }
        }
    }
    return sets;
}

Readings draw() {
    const auto reading = rc::gen::map(rc::gen::inRange(0, 8), [](int drawn) {
        return ReadingOutcome{kinds.at(static_cast<std::size_t>(drawn / 2)), drawn % 2 == 0};
    });
    Readings drawn = *rc::gen::container<Readings>(reading);
    RC_LOG() << text(drawn) << '\n';
    return drawn;
}

struct Case {
    const char* readings;
    Verdict verdict;
};

}  // namespace

namespace Catch {

template <>
struct StringMaker<Verdict> {
    static std::string convert(Verdict verdict) {
        constexpr std::array<const char*, 5> words = {"supported", "refuted", "reading-dependent",
                                                      "overtaken", "unknown"};
        return words.at(static_cast<std::size_t>(verdict));
    }
};

}  // namespace Catch

TEST_CASE("the verdict on a claim follows from its readings", "[models][claim]") {
    const Case one = GENERATE(values<Case>({
        {"stated+", Verdict::supported},
        {"stated+ other+ later+", Verdict::supported},
        {"other+", Verdict::supported},
        {"other+ other+", Verdict::supported},
        {"later+", Verdict::supported},
        {"stated+ slip+", Verdict::supported},

        {"stated- slip+", Verdict::refuted},  // 8.6 bn dollars a year, which is the five years' total
        {"other- slip+", Verdict::refuted},
        {"stated- other- later- slip+", Verdict::refuted},
        {"slip+", Verdict::refuted},

        {"stated+ other-", Verdict::reading_dependent},
        {"stated+ stated-", Verdict::reading_dependent},
        {"stated- other+", Verdict::reading_dependent},
        {"other+ other-", Verdict::reading_dependent},
        {"stated- later+", Verdict::reading_dependent},
        {"other- later+", Verdict::reading_dependent},
        {"later+ later-", Verdict::reading_dependent},
        {"stated+ later+ later-", Verdict::reading_dependent},
        {"stated+ other- later-", Verdict::reading_dependent},
        {"stated- other+ slip+", Verdict::reading_dependent},

        {"stated+ later-", Verdict::overtaken},  // 7.2 % of 2024, and 7.0 % announced for 2026
        {"stated+ other+ later-", Verdict::overtaken},
        {"other+ later-", Verdict::overtaken},
        {"later-", Verdict::overtaken},  // "has not asked": what is known was all published later
        {"later- slip+", Verdict::overtaken},

        {"", Verdict::unknown},
        {"stated-", Verdict::unknown},
        {"other-", Verdict::unknown},
        {"stated- later-", Verdict::unknown},
        {"stated- slip-", Verdict::unknown},
        {"slip-", Verdict::unknown},
    }));
    CAPTURE(one.readings);
    CHECK(models::verdict(readings(one.readings)) == one.verdict);
}

TEST_CASE("the order of readings does not matter, nor how many say the same", "[models][claim][law]") {
    CHECK(rc::check([] {
        const Readings drawn = draw();
        Readings other = drawn;
        for (std::size_t at = 1; at < other.size(); ++at) {
            std::swap(other[at], other[*rc::gen::inRange<std::size_t>(0, at + 1)]);
        }
        RC_ASSERT((models::verdict(other) == models::verdict(drawn)));
        other.insert(other.end(), drawn.begin(), drawn.end());
        RC_ASSERT((models::verdict(other) == models::verdict(drawn)));
    }));
}

TEST_CASE("a slip that does not fit never matters", "[models][claim][law]") {
    for (const Readings& one : all_sets()) {
        CAPTURE(text(one));
        CHECK(models::verdict(with(one, {ReadingKind::slip, false})) == models::verdict(one));
    }
}

TEST_CASE("a claim whose own words fit is neither refuted nor unknown", "[models][claim][law]") {
    for (const Readings& one : all_sets()) {
        const Verdict verdict = models::verdict(with(one, {ReadingKind::stated, true}));
        CAPTURE(text(one), verdict);
        CHECK((verdict != Verdict::refuted && verdict != Verdict::unknown));
    }
}

TEST_CASE("what only a slip explains is never supported, and what nothing explains is not refuted",
          "[models][claim][law]") {
    for (const Readings& one : all_sets()) {
        const Verdict verdict = models::verdict(one);
        CAPTURE(text(one), verdict);
        CHECK((verdict != Verdict::supported || any_fits(one, false)));
        CHECK((verdict != Verdict::refuted || (any_fits(one, true) && !any_fits(one, false))));
        CHECK((verdict != Verdict::unknown || (!any_fits(one, true) && !any_fits(one, false))));
    }
}

TEST_CASE("a slip that fits turns nothing but the unknown", "[models][claim][law]") {
    for (const Readings& one : all_sets()) {
        const Verdict before = models::verdict(one);
        CAPTURE(text(one), before);
        CHECK(models::verdict(with(one, {ReadingKind::slip, true})) ==
              (before == Verdict::unknown ? Verdict::refuted : before));
    }
}

// 1,055.1 bn yen over five years, quoted as 8.6 bn dollars a year: 8.6 bn is all five years at 122.686.
TEMPLATE_TEST_CASE("a total taken for a year is five times too high", "[models][claim][golden]", Decimal,
                   double, Exact) {
    using N = TestType;
    const N rate = number<N>("1055.1") / number<N>("8.6");
    CHECK_THAT(models::claim_factor<N>(number<N>("8.6"), number<N>("211.02") / rate), Is<N>("5"));
    CHECK_THAT(models::claim_factor<N>(number<N>("8.6"), number<N>("1055.1") / rate), Is<N>("1"));
}
