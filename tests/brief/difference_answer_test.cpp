#include "burden/brief/difference_answer.hpp"

#include <algorithm>

#include "burden/brief/display_width.hpp"
#include "burden/brief/write.hpp"
#include "inputs/scenarios.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::tests;
using brief::Answer;
using brief::Table;
using calc::Decimal;

namespace {

Answer answer(const inputs::Scenario& a, const inputs::Scenario& b,
              const inputs::DifferenceQuestion& question = {}) {
    const auto difference = inputs::scenario_difference({&a, &known_facts()}, {&b, &known_facts()}, question);
    REQUIRE(difference);
    return brief::difference_answer(*difference);
}

const Table& table(const Answer& answer, const std::string& id, brief::Audience audience) {
    const auto found = std::find_if(answer.tables.begin(), answer.tables.end(), [&](const Table& one) {
        return one.id == id && one.audience == audience;
    });
    INFO(id);
    REQUIRE(found != answer.tables.end());
    return *found;
}

/// A figure as it is printed.
Decimal printed(const brief::Cell& cell, const brief::Column& column) {
    return rounded(std::get<brief::Figure>(cell.content).value, column.places);
}

const std::string& words(const brief::Cell& cell) { return std::get<std::string>(cell.content); }

const std::vector<std::pair<std::string, std::string>> several_groups = {
    {"baseline", "jpn-3-4-constant+faster-growth"},
    {"stagnation", "jpn-5-by-2035+faster-growth"},
    {"jpn-3-5-plus-1-5", "sipri-count+stagnation"},
    {"five-allies", "jpn-tracks-usa+china-slows+faster-growth"}};

}  // namespace

TEST_CASE("printed parts add to the printed difference", "[brief][difference]") {
    for (const auto kind : {inputs::SplitOrder::Kind::alone, inputs::SplitOrder::Kind::average}) {
        for (const auto& [a, b] : several_groups) {
            INFO(a << " " << b);
            const Answer split = answer(scenario(a), scenario(b), {.order = {.kind = kind}});
            const Table& sides = table(split, "diff-jpn", brief::Audience::people);
            const Table& years = table(split, "diff-why-years-jpn", brief::Audience::people);
            const Table& parts = table(split, "diff-why-jpn", brief::Audience::people);
            REQUIRE(years.rows.size() == sides.rows.size());
            for (std::size_t row = 0; row < years.rows.size(); ++row) {
                Decimal sum = 0;
                const auto& cells = years.rows[row].cells;
                for (std::size_t cell = 1; cell + 1 < cells.size(); ++cell) {
                    sum += printed(cells[cell], years.columns[cell]);
                }
                CHECK(sum == printed(cells.back(), years.columns.back()));
                CHECK(sum == printed(sides.rows[row].cells.back(), sides.columns.back()));
            }
            Decimal sum = 0;
            for (std::size_t row = 0; row + 1 < parts.rows.size(); ++row) {
                sum += printed(parts.rows[row].cells[2], parts.columns[2]);
            }
            CHECK(sum == printed(parts.rows.back().cells[2], parts.columns[2]));
            CHECK(sum == printed(sides.rows.back().cells.back(), sides.columns.back()));
        }
    }
}

TEST_CASE("programs get every digit of the parts", "[brief][difference]") {
    const Answer split = answer(scenario("baseline"), scenario("jpn-3-4-constant+faster-growth"));
    const Table& parts = table(split, "diff-why-jpn", brief::Audience::programs);
    const Table& totals = table(split, "diff-totals-jpn", brief::Audience::programs);
    Decimal sum = 0;
    for (const brief::Row& row : parts.rows) {
        sum += std::get<brief::Figure>(row.cells[1].content).value;
    }
    const Decimal whole = std::get<brief::Figure>(totals.rows.front().cells.back().content).value;
    CHECK(rounded(sum, 40) == rounded(whole, 40));
    CHECK(rounded(sum, 1) != sum);
    CHECK(words(parts.rows.back().cells[0]) == "policy × growth");
    const Table& changes = table(split, "diff-changes", brief::Audience::programs);
    CHECK(changes.rows.size() == 3);
    CHECK(words(changes.rows.front().cells[0]) == "jpn.target.share");
}

TEST_CASE("bars are as long as the parts, and say what is below zero", "[brief][difference]") {
    // Growth of the same size up and down, and a target above both.
    const auto bars = [](const std::string& growth) {
        const Answer split =
            answer(scenario("baseline"), scenario("jpn-3-4-constant", {"jpn.growth=" + growth}));
        return table(split, "diff-why-jpn", brief::Audience::people);
    };
    const Table up = bars("+0.5 pp");
    CHECK(brief::display_width(words(up.rows[0].cells[0])) == 16);
    CHECK(brief::display_width(words(up.rows[1].cells[0])) < 16);
    CHECK_FALSE(words(up.rows[1].cells[0]).empty());
    CHECK(words(up.rows[2].cells[1]) == "both at once");
    CHECK(words(up.rows[2].cells[3]) == "policy × growth");
    const Table down = bars("-0.5 pp");
    CHECK(words(down.rows[0].cells[0]).find("minus") == std::string::npos);
    CHECK(words(down.rows[1].cells[0]).ends_with(" (minus)"));
    // A part too small for the scale still shows.
    CHECK(words(bars("+0.001 pp").rows[1].cells[0]) == "▏");
}

TEST_CASE("a heading says by how much and which way", "[brief][difference]") {
    const auto heading = [](const inputs::Scenario& a, const inputs::Scenario& b,
                            models::Metric metric = models::Metric::spending) {
        return answer(a, b, {.metric = metric, .split = false}).tables.front().title;
    };
    const auto baseline = scenario("baseline");
    CHECK(heading(baseline, scenario("jpn-3-4-constant")) ==
          "Spending FY2026–35: jpn-3-4-constant is ¥78 tn above baseline");
    CHECK(heading(scenario("jpn-3-4-constant"), baseline) ==
          "Spending FY2026–35: baseline is ¥78 tn below jpn-3-4-constant");
    CHECK(heading(baseline, baseline) == "Spending FY2026–35: no difference");
    CHECK(heading(baseline, scenario("baseline", {"jpn.target.share=5%"}), models::Metric::share) ==
          "Share FY2035: baseline with --set is 3.35 pp above baseline");
    CHECK(heading(baseline, scenario("china-slows")) == "Japan: spending FY2026–35: no difference");
}

TEST_CASE("notes name what has no effect, and that nothing differs", "[brief][difference]") {
    const Answer yen = answer(scenario("baseline"), scenario("strong-yen"));
    CHECK(yen.notes.front() == "No effect here: exchange rate: JPY fx ×0.8 (strong-yen:11).");
    const Answer none = answer(scenario("baseline"), scenario("baseline"));
    CHECK(none.notes == std::vector<std::string>{"No difference: baseline and baseline set the same."});
    CHECK(none.see.empty());
    // Two sides alone do not tell what moves them.
    for (const std::string& note :
         answer(scenario("baseline"), scenario("jpn-3-4-constant"), {.split = false}).notes) {
        CHECK(note.find("No effect") == std::string::npos);
    }
}

TEST_CASE("a difference fits screens of 100 and of 60 columns", "[brief][difference]") {
    for (const auto& [a, b] : several_groups) {
        const Answer split = answer(scenario(a), scenario(b));
        for (const int width : {100, 60}) {
            const std::string text = brief::written(split, brief::Format::table, {.width = width});
            // A bar stays whole.
            CHECK(text.find("████████████████") != std::string::npos);
            for (std::size_t at = 0; at < text.size();) {
                const std::size_t end = text.find('\n', at);
                INFO(a << " " << b << ": " << text.substr(at, end - at));
                CHECK(brief::display_width(text.substr(at, end - at)) <= width);
                at = end + 1;
            }
        }
    }
}
