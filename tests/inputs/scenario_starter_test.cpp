#include "burden/inputs/scenario_starter.hpp"

#include <algorithm>

#include "burden/inputs/scenario.hpp"
#include "support/catch.hpp"

using namespace burden;
using inputs::ScenarioKey;

namespace {

/// How the starter writes a key, up to its value.
std::string line_begin(const ScenarioKey& key) {
    return std::string(key.name) + (key.subject == inputs::Subject::currency ? ".jpy" : "") + " = ";
}

}  // namespace

TEST_CASE("every key says what it means, what it may be, and what holds without it", "[inputs][scenario]") {
    for (const ScenarioKey& key : inputs::scenario_keys()) {
        INFO(inputs::pattern_of(key));
        CHECK(!key.meaning.empty());
        CHECK(!key.range.empty());
        CHECK(!key.otherwise.empty());
    }
}

TEST_CASE("a starter is read without a word", "[inputs][scenario]") {
    for (const std::string title : {"My scenario", "\"quoted\" \\ back", "日本: 3 %"}) {
        const auto file = inputs::read_scenario_file(inputs::starter_scenario(title), "starter.toml");
        REQUIRE(file);
        CHECK(file.diagnostics().empty());
        CHECK(file->title == title);
        CHECK(file->settings.size() == 2);
        CHECK(file->why.size() == 2);
    }
}

TEST_CASE("every key stands in a starter, and its line is right when the # is taken away",
          "[inputs][scenario]") {
    const std::string text = inputs::starter_scenario("T");
    for (const ScenarioKey& key : inputs::scenario_keys()) {
        INFO(inputs::pattern_of(key));
        const std::size_t comment = text.find("\n# " + line_begin(key));
        if (comment == std::string::npos) {
            CHECK(text.find("\n" + line_begin(key)) != std::string::npos);
            continue;
        }
        std::string active = text;
        active.erase(comment + 1, 2);
        const auto file = inputs::read_scenario_file(active, "starter.toml");
        CHECK(file.diagnostics().empty());
        REQUIRE(file);
        CHECK(std::any_of(file->settings.begin(), file->settings.end(),
                          [&](const inputs::Setting& setting) { return setting.key.key == &key; }));
    }
}
