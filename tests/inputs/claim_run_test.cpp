/// Quoted figures against the compiled-in facts.
#include "burden/inputs/claim_run.hpp"

#include <rapidcheck.h>

#include <algorithm>

#include "burden/inputs/claim_lines.hpp"
#include "inputs/known_facts.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using inputs::ClaimLine;
using inputs::ClaimRun;
using models::ReadingKind;
using models::Verdict;

namespace {

const std::string japan = "jpn-sma-2022";

inputs::Reading<ClaimRun> asked_claim(const std::string& text, const std::string& of,
                                      const Decimal& tolerance = inputs::usual_tolerance) {
    const auto figure = inputs::read_claim_figure(text);
    INFO(text);
    REQUIRE(figure);
    return inputs::arrangement_claim(known_facts(), known_arrangement(of), text, *figure, tolerance);
}

ClaimRun claim(const std::string& text, const std::string& of = japan,
               const Decimal& tolerance = inputs::usual_tolerance) {
    const auto run = asked_claim(text, of, tolerance);
    INFO(text);
    REQUIRE(run);
    return *run;
}

inputs::Reading<ClaimRun> asked_series(const std::string& text, const std::string& country,
                                       const std::string& series,
                                       const Decimal& tolerance = inputs::usual_tolerance) {
    const auto figure = inputs::read_claim_figure(text);
    REQUIRE(figure);
    return inputs::series_claim(*known_facts().find_country(country), series, text, *figure, tolerance);
}

ClaimRun of_series(const std::string& text, const std::string& country, const std::string& series,
                   const Decimal& tolerance = inputs::usual_tolerance) {
    const auto run = asked_series(text, country, series, tolerance);
    INFO(text << " of " << country << ':' << series);
    REQUIRE(run);
    return *run;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

bool any_line(const ClaimRun& run, const std::string& words) {
    return std::any_of(run.lines.begin(), run.lines.end(),
                       [&](const ClaimLine& line) { return has(line.words, words); });
}

}  // namespace

TEST_CASE("8.6 billion dollars a year is the five-year total, five times too high", "[inputs][claim]") {
    const ClaimRun run = claim("8.6 billion USD per year");
    CHECK(run.verdict == Verdict::refuted);
    CHECK(run.reading ==
          "matches the five-year total of ¥1,055.1 bn at 122.69 JPY/USD; a year is ¥211.02 bn, $1.72 bn at "
          "that rate; 5.0 times too high");
    REQUIRE(run.factor);
    CHECK(*run.factor == Decimal(5));
    CHECK(run.of == "Japan, Special measures agreement of 2022");
    REQUIRE(!run.lines.empty());
    CHECK(run.lines.front().fits);
    CHECK(run.lines.front().kind == ReadingKind::slip);
    CHECK(run.lines.front().words == "total over five years, at 122.69 JPY/USD");
    CHECK(run.lines.front().fact == "¥1,055.1 bn = $8.6 bn");
    CHECK(std::count_if(run.lines.begin(), run.lines.end(),
                        [](const ClaimLine& line) { return line.fits; }) == 1);
    CHECK(run.said_by == std::vector<std::string>{"ARTICLE2025D"});
    REQUIRE(run.remarks.size() == 2);
    CHECK(has(run.remarks[0], "Quoted so, and refuted: "));
    CHECK(run.remarks[1] == "In force 2022-04-01 to 2027-03-31; 129 days left on 2026-11-22.");
}

TEST_CASE("the same dollars over five years are right, and without a period may be either",
          "[inputs][claim]") {
    const ClaimRun total = claim("8.6 billion USD over 5 years");
    CHECK(total.verdict == Verdict::supported);
    CHECK(total.reading == "matches the five-year total of ¥1,055.1 bn at 122.69 JPY/USD");
    CHECK(*total.factor == Decimal(1));
    CHECK(total.lines.front().kind == ReadingKind::stated);
    const ClaimRun open = claim("8.6 billion USD");
    CHECK(open.verdict == Verdict::reading_dependent);
    CHECK(open.lines.front().kind == ReadingKind::other);
    CHECK(claim("8.6 billion USD in total").verdict == Verdict::supported);
}

TEST_CASE("how a figure is written does not change what becomes of it", "[inputs][claim]") {
    for (const char* text : {"$8.6 bn annually", "USD 8.6 bn a year", "8,600 mn USD per year", "$8.6bn/year",
                             "8.6 billion dollars per annum"}) {
        INFO(text);
        CHECK(claim(text).verdict == Verdict::refuted);
        CHECK(*claim(text).factor == Decimal(5));
    }
    CHECK(claim("1兆551億円 over 5 years").verdict == Verdict::supported);
}

TEST_CASE("what the arrangement says in its own currency is right", "[inputs][claim]") {
    const ClaimRun total = claim("1,055.1 bn JPY over 5 years");
    CHECK(total.verdict == Verdict::supported);
    CHECK(*total.factor == Decimal(1));
    CHECK(total.reading == "matches the five-year total of ¥1,055.1 bn");
    const ClaimRun yearly = claim("211.02 bn JPY per year");
    CHECK(yearly.verdict == Verdict::supported);
    CHECK(*yearly.factor == Decimal(1));
    CHECK(yearly.reading == "matches the average of a year of ¥211.02 bn");
    CHECK(claim("1.05 tn JPY over five years").verdict == Verdict::supported);
    CHECK(claim("1.06 tn JPY over five years").verdict == Verdict::supported);
    CHECK(claim("211 bn JPY a year").verdict == Verdict::supported);
}

TEST_CASE("a total that is given for a year, and a year for the total, are five off", "[inputs][claim]") {
    const ClaimRun total = claim("1,055.1 bn JPY per year");
    CHECK(total.verdict == Verdict::refuted);
    CHECK(total.reading ==
          "matches the five-year total of ¥1,055.1 bn; a year is ¥211.02 bn; 5.0 times too high");
    CHECK_THAT(*total.factor, Is<Decimal>("5"));
    const ClaimRun yearly = claim("211.02 bn JPY over 5 years");
    CHECK(yearly.verdict == Verdict::refuted);
    CHECK(
        yearly.reading ==
        "matches the average of a year of ¥211.02 bn; the term's total is ¥1,055.1 bn: a year was taken for "
        "the total");
    CHECK_THAT(*yearly.factor, Is<Decimal>("0.2"));
}

TEST_CASE("1.55 trillion lost a digit of 1.0551", "[inputs][claim]") {
    const ClaimRun run = claim("1.55 trillion JPY over 5 years");
    CHECK(run.verdict == Verdict::refuted);
    CHECK(
        run.reading ==
        "inconsistent with ¥211.02 bn a year of the same source (it would be ¥310 bn a year); the five-year "
        "total is ¥1,055.1 bn: a digit was lost");
    CHECK(run.lines.front().remark == "a digit was lost");
    CHECK(run.lines.front().kind == ReadingKind::slip);
    CHECK_THAT(*run.factor, Is<Decimal>(Decimal(1550) / Decimal("1055.1")));
}

TEST_CASE("a digit is lost within a figure, not by rounding it", "[inputs][claim]") {
    CHECK(inputs::digit_lost(Decimal("1.55"), Decimal("1.0551")));
    CHECK(inputs::digit_lost(Decimal("155"), Decimal("1055")));
    CHECK_FALSE(inputs::digit_lost(Decimal("1.5"), Decimal("1.57953")));  // cut off
    CHECK_FALSE(inputs::digit_lost(Decimal("2.1"), Decimal("2.1902")));
    CHECK_FALSE(inputs::digit_lost(Decimal("1.5"), Decimal("1.55")));
    CHECK_FALSE(inputs::digit_lost(Decimal("1.05"), Decimal("1.0551")));
    CHECK_FALSE(inputs::digit_lost(Decimal("3"), Decimal("3.4")));
    CHECK_FALSE(inputs::digit_lost(Decimal(0), Decimal(1)));
    CHECK_FALSE(inputs::digit_lost(Decimal(-15), Decimal(105)));
    CHECK(claim("1.5 tn KRW per year", "kor-sma-12").verdict == Verdict::unknown);
}

TEST_CASE("a figure that is off by a power of ten is refuted", "[inputs][claim]") {
    const ClaimRun low = claim("105.51 bn JPY over 5 years");
    CHECK(low.verdict == Verdict::refuted);
    CHECK(low.reading == "the five-year total of ¥1,055.1 bn with too few zeros; 10.0 times too low");
    CHECK_THAT(*low.factor, Is<Decimal>("0.1"));
    const ClaimRun high = claim("10.551 tn JPY over 5 years");
    CHECK(high.verdict == Verdict::refuted);
    CHECK(high.reading == "the five-year total of ¥1,055.1 bn with too many zeros; 10.0 times too high");
    CHECK_THAT(*claim("211.02 mn JPY per year").factor, Is<Decimal>("0.001"));
    CHECK_THAT(*claim("21.102 tn JPY per year").factor, Is<Decimal>("100"));
    CHECK(claim("211.02 thousand JPY per year").verdict == Verdict::unknown);
}

TEST_CASE("what nothing explains is not known", "[inputs][claim]") {
    const ClaimRun run = claim("3 billion USD per year");
    CHECK(run.verdict == Verdict::unknown);
    CHECK(run.reading.starts_with("no reading fits within 1 %; its words mean a year, average, at "));
    CHECK(std::none_of(run.lines.begin(), run.lines.end(), [](const ClaimLine& line) { return line.fits; }));
    CHECK(!run.lines.empty());
    CHECK(claim("1 bn EUR per year").verdict == Verdict::unknown);
    CHECK(has(claim("1 bn EUR per year").reading, "JPY/EUR"));
}

TEST_CASE("159,000 dollars a head is the five-year total per service member", "[inputs][claim]") {
    const ClaimRun run = claim("159,000 USD per year");
    CHECK(run.verdict == Verdict::refuted);
    CHECK(has(run.reading, "matches the five-year total per service member of ¥19.44 mn"));
    CHECK(has(run.reading, "a year is ¥3.89 mn"));
    CHECK(*run.factor == Decimal(5));
    CHECK(claim("3.89 mn JPY per year").verdict == Verdict::reading_dependent);
}

TEST_CASE("a budget of one year and the average without a basis are other readings", "[inputs][claim]") {
    const ClaimRun budget = claim("219.1 bn JPY per year");
    CHECK(budget.verdict == Verdict::reading_dependent);
    CHECK(has(budget.reading, "FY2026's budget of ¥219.1 bn"));
    const ClaimRun special = claim("178.2 bn JPY per year");
    CHECK(special.verdict == Verdict::reading_dependent);
    CHECK(has(special.reading, "without status-of-forces items"));
    CHECK(claim("844.08 bn JPY over 4 years").verdict == Verdict::reading_dependent);
}

TEST_CASE("the year of the end is right or wrong", "[inputs][claim]") {
    CHECK(claim("2027").verdict == Verdict::supported);
    CHECK(claim("2027").reading == "in force to 2027-03-31");
    CHECK_FALSE(claim("2027").factor);
    CHECK(claim("2026").verdict == Verdict::refuted);
    CHECK(claim("2028").verdict == Verdict::refuted);
    CHECK(claim("2030", "kor-sma-12").verdict == Verdict::supported);
}

TEST_CASE("a tolerance widens and narrows what fits", "[inputs][claim]") {
    CHECK(claim("215 bn JPY per year").verdict == Verdict::reading_dependent);  // a budget: 216.3
    CHECK(claim("215 bn JPY per year", japan, Decimal("0.02")).verdict == Verdict::supported);
    CHECK(claim("211 bn JPY per year", japan, Decimal(0)).verdict == Verdict::unknown);
    CHECK(claim("211.02 bn JPY per year", japan, Decimal(0)).verdict == Verdict::supported);
    CHECK(inputs::fits(Decimal("1.01"), Decimal("0.01")));
    CHECK(inputs::fits(Decimal("0.99"), Decimal("0.01")));
    CHECK_FALSE(inputs::fits(Decimal("1.0101"), Decimal("0.01")));
    CHECK_FALSE(inputs::fits(Decimal("0.9899"), Decimal("0.01")));
}

TEST_CASE("readings that fit stand first, then the nearest", "[inputs][claim]") {
    for (const char* text : {"8.6 billion USD per year", "3 billion USD per year", "1 tn JPY", "2 bn USD"}) {
        const ClaimRun run = claim(text);
        INFO(text);
        const auto distance = [](const ClaimLine& line) {
            return greatest(*line.factor, Decimal(1) / *line.factor);
        };
        bool fitting = true;
        Decimal before = 0;
        for (const ClaimLine& line : run.lines) {
            CHECK((fitting || !line.fits));
            if (!line.fits) {
                CHECK(before <= distance(line));
                before = distance(line);
            }
            fitting = line.fits;
        }
    }
    CHECK_FALSE(any_line(claim("8.6 billion USD per year"), "per service member"));  // too far to be of use
    CHECK(any_line(claim("159,000 USD per year"), "per service member"));
}

TEST_CASE("an arrangement is held against amounts and years alone", "[inputs][claim]") {
    for (const char* text : {"7.2%", "355 days", "4 times", "rank 2"}) {
        const auto run = asked_claim(text, japan);
        REQUIRE_FALSE(run);
        INFO(text);
        CHECK(run.diagnostics().front().file == "claim");
        CHECK(has(run.diagnostics().front().message,
                  "an arrangement is held against an amount or the year of its end, not "));
    }
    CHECK_FALSE(asked_claim("-8.6 bn USD per year", japan));
}

TEST_CASE("a total is held against a claim where the years of the term are not known", "[inputs][claim]") {
    CHECK(claim("8.6 bn USD in total", "jpn-guam-relocation").verdict == Verdict::supported);
}

TEST_CASE("an arrangement whose amounts are not known leaves a claim open", "[inputs][claim]") {
    CHECK(claim("1 bn USD per year", "jpn-sma-1991").verdict == Verdict::unknown);
}

TEST_CASE("a claim of any size in yen is judged by its factor", "[inputs][claim]") {
    CHECK(rc::check([] {
        const int millions = *rc::gen::inRange(1, 3'000'000);
        const ClaimRun run = claim(std::to_string(millions) + " mn JPY per year");
        const bool fits = inputs::fits(Decimal(millions) / Decimal("211020"), inputs::usual_tolerance);
        RC_ASSERT((run.verdict == Verdict::supported) == fits);
        RC_ASSERT(!run.reading.empty());
    }));
}

// The claims of the facts

TEST_CASE("every claim of the facts has its verdict", "[inputs][claim]") {
    struct Expected {
        const char* key;
        Verdict verdict;
        const char* factor;  ///< empty for none
    };
    const std::vector<Expected> expected = {
        {"china-growth", Verdict::supported, "1.000"},
        {"china-second", Verdict::supported, ""},
        {"senkaku-355", Verdict::supported, "1.000"},
        {"senkaku-353", Verdict::overtaken, "1.000"},
        {"senkaku-39", Verdict::supported, "1.000"},
        {"japan-2-by-2027", Verdict::supported, "1.000"},
        {"no-request-2025", Verdict::overtaken, ""},
        {"five-percent-demand", Verdict::reading_dependent, "1.000"},
        {"below-2-percent", Verdict::reading_dependent, ""},
        {"us-3-4-percent", Verdict::reading_dependent, "1.006"},
        {"troops-54000", Verdict::supported, "1.000"},
        {"quadruple", Verdict::reading_dependent, "1.000"},
        {"host-support-8-6", Verdict::refuted, "5.000"},
        {"host-support-per-head", Verdict::refuted, "5.000"},
        {"expires-2027", Verdict::supported, ""},
    };
    REQUIRE(known_facts().claims.size() == expected.size());
    for (std::size_t at = 0; at < expected.size(); ++at) {
        const inputs::Claim& written = known_facts().claims[at];
        INFO(written.key);
        CHECK(written.key == expected[at].key);
        const auto run = inputs::claim_run(known_facts(), written);
        REQUIRE(run);
        CHECK(inputs::to_text(run->verdict) == inputs::to_text(expected[at].verdict));
        CHECK((run->factor ? run->factor->to_text(3) : "") == expected[at].factor);
        CHECK(run->key == written.key);
        CHECK(run->text == written.text);
        CHECK(run->figure == written.figure);
        CHECK(run->said_by == written.sources);
        CHECK(!run->said_by.empty());
        CHECK(!run->reading.empty());
        CHECK(!run->sources.empty());
        CHECK(!run->lines.empty());
        CHECK(run->tolerance == written.tolerance.value_or(inputs::usual_tolerance));
    }
}

TEST_CASE("what was published after a claim overtakes it and refutes nothing", "[inputs][claim]") {
    const auto find = [](const std::string& key) {
        const auto& claims = known_facts().claims;
        const auto found = std::find_if(claims.begin(), claims.end(),
                                        [&](const inputs::Claim& one) { return one.key == key; });
        REQUIRE(found != claims.end());
        const auto run = inputs::claim_run(known_facts(), *found);
        REQUIRE(run);
        return *run;
    };
    const ClaimRun requested = find("no-request-2025");
    for (const ClaimLine& line : requested.lines) {
        CHECK(line.kind == ReadingKind::later);
        CHECK(line.remark == "published later");
        CHECK_FALSE(line.fits);
    }
    CHECK(has(find("senkaku-353").reading, "; later, "));
    CHECK(has(find("china-second").reading, "United States $1,004.9 bn"));
    CHECK(has(find("china-second").lines.front().remark, "place 2 of the "));
    CHECK(has(find("quadruple").reading, "$8 bn over $2 bn: 4 times; but demand over the budget of FY2019"));
}

// Figures of a country

TEST_CASE("a share is held against every figure of a measure", "[inputs][claim]") {
    const ClaimRun growth = of_series("7.2%", "CHN", "defence-growth");
    CHECK(growth.verdict == Verdict::reading_dependent);
    CHECK(growth.of == "China, defence-growth");
    CHECK(std::count_if(growth.lines.begin(), growth.lines.end(),
                        [](const ClaimLine& line) { return line.fits; }) == 3);  // 2023, 2024 and 2025
    CHECK(of_series("7.2%", "CHN", "defence-growth-announced").verdict == Verdict::reading_dependent);
    CHECK(of_series("25%", "CHN", "defence-growth").verdict == Verdict::unknown);
    CHECK(of_series("7.2%", "CHN", "defence-growth", Decimal("0.5")).verdict == Verdict::supported);
}

TEST_CASE("a series of one figure decides by itself", "[inputs][claim]") {
    CHECK(of_series("355 days", "JPN", "patrol-days", Decimal(0)).lines.front().fits);
    const ClaimRun quoted = of_series("54,000 persons", "JPN", "troops", Decimal("0.03"));
    CHECK(quoted.verdict == Verdict::reading_dependent);
    CHECK(quoted.lines.size() == 12);  // as many as are shown
    CHECK(*quoted.lines.front().factor == Decimal(1));
}

TEST_CASE("an amount is held against figures in its own currency", "[inputs][claim]") {
    const ClaimRun dollars = of_series("335.52 bn USD", "CHN", "defence-spending");
    CHECK(dollars.lines.front().fits);
    CHECK(has(dollars.lines.front().words, "2025"));
    for (const ClaimLine& line : dollars.lines) {
        CHECK(has(line.fact, "$"));
    }
}

TEST_CASE("a series that cannot be held against a figure is refused with those that can", "[inputs][claim]") {
    const auto unknown = asked_series("54,000 persons", "JPN", "nothing");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.diagnostics().front().file == "--of");
    CHECK(unknown.diagnostics().front().message ==
          "Japan has no series or measure 'nothing' that a count can be held against");
    CHECK(unknown.diagnostics().front().allowed ==
          std::vector<std::string>{"population", "troops", "patrol-days", "patrol-entries"});
    CHECK_FALSE(asked_series("7.2%", "JPN", "troops"));
    for (const char* figure : {"rank 2", "4 times", "2027"}) {
        const auto wrong = asked_series(figure, "CHN", "defence-spending");
        REQUIRE_FALSE(wrong);
        CHECK(wrong.diagnostics().front().file == "claim");
        CHECK(has(wrong.diagnostics().front().message, "a series is not held against "));
    }
}
