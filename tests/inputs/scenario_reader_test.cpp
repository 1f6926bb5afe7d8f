/// Scenario files that are read, and such that are refused with what is said of each beside it.
/// BURDEN_UPDATE=1 writes what is said now in place of what stands there: read the difference before you keep
/// it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "burden/inputs/scenario.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::inputs;

namespace {

std::string file_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::filesystem::path> files_in(const std::string& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(BURDEN_SOURCE_DIR "/tests/" + folder)) {
        if (entry.path().extension() == ".toml") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string shown(const std::vector<Diagnostic>& diagnostics) {
    std::string result;
    for (const Diagnostic& diagnostic : diagnostics) {
        result += to_text(diagnostic);
    }
    return result;
}

/// Opens files of one folder.
FileOpener files_of(const std::string& folder) {
    return [folder](const std::string& name, const std::string&) -> Reading<FileText> {
        const std::string shown_name = std::filesystem::path(name).filename().string();
        std::ifstream file(BURDEN_SOURCE_DIR "/tests/" + folder + "/" + shown_name, std::ios::binary);
        if (!file) {
            return Diagnostic{.file = name, .message = "there is no such file"};
        }
        return FileText{shown_name, {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}};
    };
}

ScenarioFile read(const std::string& text) {
    const auto file = read_scenario_file(text, "plan.toml");
    INFO(shown(file.diagnostics()));
    REQUIRE(file);
    return *file;
}

}  // namespace

TEST_CASE("every bad scenario is refused in the words that stand beside it", "[inputs][scenario]") {
    const auto files = files_in("bad/scenarios");
    CHECK(files.size() >= 150);
    const char* const update = std::getenv("BURDEN_UPDATE");
    for (const auto& path : files) {
        INFO(path.filename().string());
        auto expected = path;
        expected.replace_extension(".expected");
        const auto reading = read_scenario_file(file_text(path), path.filename().string());
        CHECK_FALSE(reading);
        const std::string said = shown(reading.diagnostics());
        if (update != nullptr) {
            std::ofstream(expected, std::ios::binary) << said;
        }
        CHECK(said == file_text(expected));
    }
}

TEST_CASE("every good scenario is read with what it extends, and nothing is said", "[inputs][scenario]") {
    const auto files = files_in("good/scenarios");
    CHECK(files.size() >= 150);
    std::set<std::string> keys;
    for (const auto& path : files) {
        const auto scenario = scenario_of("./" + path.filename().string(), files_of("good/scenarios"));
        CHECK(shown(scenario.diagnostics()).empty());
        REQUIRE(scenario);
        for (const Setting& setting : scenario->settings) {
            keys.insert(pattern_of(*setting.key.key));
        }
    }
    for (const ScenarioKey& key : scenario_keys()) {
        INFO(pattern_of(key));
        CHECK(keys.contains(pattern_of(key)));
    }
}

TEST_CASE("every ready-made scenario is read with what it extends", "[inputs][scenario]") {
    const auto no_files = [](const std::string& name, const std::string&) -> Reading<FileText> {
        return Diagnostic{.file = name, .message = "there is no such file"};
    };
    std::string before;
    for (const ReadyMade& ready : ready_made_scenarios()) {
        INFO(ready.name);
        const auto scenario = scenario_of(ready.name, no_files);
        CHECK(shown(scenario.diagnostics()).empty());
        REQUIRE(scenario);
        CHECK(scenario->files.back().ready_made);
        CHECK(scenario->files.back().text == ready.text);
        CHECK_FALSE(scenario->files.back().leaves_out.empty());
        CHECK(before < ready.name);
        before = ready.name;
    }
}

TEST_CASE("a file keeps its words, its settings in order and where they stand", "[inputs][scenario]") {
    const std::string text =
        "title = \"A plan\"\n"
        "author = \"A. Analyst\"\n"
        "extends = [\"baseline\", \"other.toml\"]\n"
        "leaves_out = \"Prices.\"\n"
        "[assumptions]\n"
        "jpn.growth = { 2027 = \"1%\", 2028 = \"2%\" }\n"
        "[policy.jpn]\n"
        "target.share = \"3.4%\"  # of GDP\n"
        "offsets.arms_in_budget = true\n"
        "[why]\n"
        "\"policy.JPN.target.share\" = \"an aim\"\n";
    const ScenarioFile file = read(text);
    CHECK(file.name == "plan.toml");
    CHECK(file.text == text);
    CHECK(file.title == "A plan");
    CHECK(file.author == "A. Analyst");
    CHECK(file.extends == std::vector<std::string>{"baseline", "other.toml"});
    REQUIRE(file.extends_at.size() == 2);
    CHECK(file.extends_at[1].line == 3);
    CHECK(file.extends_at[1].column == 24);
    CHECK(file.leaves_out == std::vector<std::string>{"Prices."});
    CHECK(file.why == std::map<std::string, std::string>{{"jpn.target.share", "an aim"}});

    REQUIRE(file.settings.size() == 3);
    CHECK(to_text(file.settings[0].key) == "jpn.growth");
    CHECK(file.settings[0].text == "2027=1%,2028=2%");
    CHECK(file.settings[0].place.in_words() == "plan.toml:6");
    CHECK(to_text(file.settings[1].key) == "jpn.target.share");
    CHECK(file.settings[1].text == "3.4%");
    CHECK(file.settings[1].place.column == 16);
    CHECK(file.settings[1].place.length == 6);
    CHECK(file.settings[1].place.excerpt == "target.share = \"3.4%\"  # of GDP");
    CHECK(file.settings[2].text == "true");
}

TEST_CASE("the years of a table are read as those of a text", "[inputs][scenario]") {
    const auto table = read("title = \"A\"\n[assumptions.jpn.growth]\nFY2027 = \"1%\"\nFY2028 = \"+2 pp\"\n");
    const auto text = read("title = \"A\"\n[assumptions]\njpn.growth = \"FY2027=1%,FY2028=+2 pp\"\n");
    CHECK(table.settings[0].text == text.settings[0].text);
    const auto& years = std::get<NumberSetting>(table.settings[0].value).layer.years;
    const auto& same = std::get<NumberSetting>(text.settings[0].value).layer.years;
    REQUIRE(years.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(years[i].first == same[i].first);
        CHECK(years[i].second.kind == same[i].second.kind);
        CHECK(years[i].second.by == same[i].second.by);
    }
}

TEST_CASE("the refusal of a share that is a slip reads as it should", "[inputs][scenario]") {
    const auto reading =
        read_scenario_file("title = \"A\"\n\n\n\n\n[policy.jpn.target]\nshare = \"34%\"\n", "plan.toml");
    CHECK(shown(reading.diagnostics()) ==
          "plan.toml:7:9: error: 34 % of GDP is more than any country spends in peace; did you mean 3.4 %?\n"
          "7 | share = \"34%\"\n"
          "  |         ^^^^^\n"
          "  = shares above 25 % need  allow_extreme = true\n");
}

TEST_CASE("a diagnostic points at a setting", "[inputs][scenario]") {
    const auto file = read("title = \"A\"\n[policy]\nkor.target.by = 2035\n");
    CHECK(to_text(diagnostic_at(file.settings[0], "too early", {"2036 or later"})) ==
          "plan.toml:3:17: error: too early\n"
          "3 | kor.target.by = 2035\n"
          "  |                 ^^^^\n"
          "  = allowed: 2036 or later\n");
}

TEST_CASE("a scenario cut at any byte is read or refused, never more", "[inputs][scenario]") {
    for (const auto* name : {"/tests/bad/scenarios/many_mistakes.toml", "/tests/good/scenarios/unicode.toml",
                             "/tests/good/scenarios/everything_together.toml"}) {
        const std::string whole = file_text(BURDEN_SOURCE_DIR + std::string(name));
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const auto reading = read_scenario_file(whole.substr(0, length), "cut.toml");
            CHECK((reading || !reading.diagnostics().empty()));
        }
    }
}

TEST_CASE("a scenario with thousands of mistakes shows the first hundred", "[inputs][scenario]") {
    std::string text = "title = \"A\"\n[policy.jpn]\n";
    for (int i = 0; i < 3'000; ++i) {
        text += "x" + std::to_string(i) + " = 1\n";
    }
    const auto reading = read_scenario_file(text, "many.toml");
    REQUIRE(reading.diagnostics().size() == 101);
    CHECK(reading.diagnostics().front().line == 3);
}
