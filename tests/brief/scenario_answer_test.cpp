/// What a scenario's answer says beside its figures.
#include "burden/brief/scenario_answer.hpp"

#include <algorithm>

#include "burden/brief/in_language.hpp"
#include "inputs/scenarios.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::tests;

namespace {

brief::Answer answer_to(const inputs::Scenario& question, const inputs::Facts& facts) {
    const auto run = inputs::scenario_run(facts, question);
    REQUIRE(run);
    return brief::scenario_answer(*run, facts);
}

/// The reviews that the first chart marks.
std::vector<std::string> reviews_of(const brief::Answer& answer) {
    std::vector<std::string> labels;
    for (const brief::ChartEvent& event : answer.charts.at(0).events) {
        if (event.label.find("reviews") != std::string::npos ||
            event.label.find("見直し") != std::string::npos) {
            labels.push_back(event.label);
        }
    }
    return labels;
}

bool cites(const brief::Answer& answer, const std::string& key) {
    return std::any_of(answer.sources.begin(), answer.sources.end(),
                       [&](const auto& source) { return source.key == key; });
}

}  // namespace

TEST_CASE("a chart marks the review of an aim that the target's reason names, and cites its text",
          "[brief][scenario]") {
    const inputs::Scenario question = scenario("jpn-5-by-2035");
    const brief::Answer answer = answer_to(question, known_facts());
    CHECK(reviews_of(answer) == std::vector<std::string>{"NATO reviews the aim, 2029"});
    CHECK(cites(answer, "HAGUE2025"));
    const brief::Answer japanese = in_language(answer, brief::Language::ja, brief::ReadBy::people);
    CHECK(reviews_of(japanese) == std::vector<std::string>{"NATOが目標を見直し、2029年"});

    inputs::Facts others = known_facts();
    others.aims = {{.key = "mine",
                    .title = "Mine",
                    .set_by = "The EU",
                    .asks = "more",
                    .due = {2035},
                    .review = calc::Year{2031},
                    .published = {},
                    .sources = {"YOMIURI2026NDS"},
                    .note = {}}};
    CHECK(reviews_of(answer_to(question, others)) ==
          std::vector<std::string>{"The EU reviews the aim, 2031"});
    others.aims.front().sources = {"WEO2026"};
    CHECK(reviews_of(answer_to(question, others)).empty());
}

TEST_CASE("an aim that is not reviewed, or not within the years, marks nothing", "[brief][scenario]") {
    const inputs::Scenario question = scenario("jpn-5-by-2035");
    inputs::Facts facts = known_facts();
    facts.aims.front().review.reset();
    CHECK(reviews_of(answer_to(question, facts)).empty());
    facts.aims.front().review = calc::Year{2019};
    CHECK(reviews_of(answer_to(question, facts)).empty());
}
