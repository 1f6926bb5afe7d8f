#include "burden/brief/manifest.hpp"

#include <algorithm>

#include "support/catch.hpp"

using namespace burden;

namespace {

const std::string print(64, 'a');

brief::Manifest example() {
    return {.version = "0.1.0",
            .embedded_facts = "0123456789abcdef",
            .scenario = "plan.toml+strong-yen",
            .set = {"jpn.target.share=\"3\\%"},
            .files = {{"plan.toml", "scenario/plan.toml", print}},
            .facts = {{"own.toml", "facts/own.toml", print}},
            .results = {{"", "run-jpn.csv", print}, {"", "result.json", print}}};
}

/// The messages about a manifest in which the first `from` reads `to`.
std::vector<std::string> messages(const std::string& from, const std::string& to) {
    std::string text = written(example());
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    const auto manifest = brief::read_manifest(text, "manifest.json");
    CHECK(!manifest);
    std::vector<std::string> result;
    for (const inputs::Diagnostic& diagnostic : manifest.diagnostics()) {
        result.push_back(diagnostic.message);
    }
    return result;
}

using Messages = std::vector<std::string>;

}  // namespace

TEST_CASE("a manifest that was written is read again, the same", "[brief][manifest]") {
    const auto again = brief::read_manifest(written(example()), "manifest.json");
    REQUIRE(again);
    CHECK(*again == example());
    CHECK(written(*again) == written(example()));
}

TEST_CASE("what is wrong with a manifest is told by its place", "[brief][manifest]") {
    CHECK(messages("\"schema\": 1", "\"schema\": 2") == Messages{"'schema' is 2"});
    CHECK(messages("\"schema\": 1", "\"schema\": \"1\"") == Messages{"'schema' is a text"});
    CHECK(messages("\"version\": \"0.1.0\"", "\"version\": null") == Messages{"'program.version' is null"});
    CHECK(messages("\"name\": \"burden\"", "\"name\": \"other\"") == Messages{"'program.name' is 'other'"});
    CHECK(messages("\"version\"", "\"versoin\"") ==
          Messages{"unknown key 'versoin' in 'program'", "'program.version' is missing"});
    CHECK(messages(print, "A" + print.substr(1)) ==
          Messages{"'scenario.files[0].sha256' is 'A" + std::string(39, 'a') + "…'"});
    CHECK(messages("\"result.json\"", "\"run-jpn.csv\"") ==
          Messages{"'results[1].path' is 'run-jpn.csv', which stands there already"});
    CHECK(messages("\"schema\": 1,", "\"schema\": 1, \"schema\": 1,") ==
          Messages{"'schema' stands twice in the manifest"});
}

TEST_CASE("no path of a manifest leads out of its folder", "[brief][manifest]") {
    for (const std::string path : {"../plan.toml", "/etc/passwd", "scenario/../../plan.toml", "./plan.toml",
                                   "scenario//plan.toml", "scenario/", "..", "a\\\\b", "c:plan.toml"}) {
        INFO(path);
        const auto found = messages("scenario/plan.toml", path);
        REQUIRE(found.size() == 1);
        CHECK(found.front().find("leads out of the folder") != std::string::npos);
    }
}

TEST_CASE("a manifest is read within limits of size and depth", "[brief][manifest]") {
    const auto refused = [](const std::string& text) {
        return brief::read_manifest(text, "manifest.json").diagnostics().front().message;
    };
    CHECK(refused(std::string(1'000'001, ' ')) == "the manifest has 1000001 bytes");
    CHECK(refused(std::string(500'000, '[')) == "is nested more than 8 deep from here on");
    CHECK(refused("[1]") == "the manifest is a list");
    CHECK(refused("").starts_with("is no JSON from here on"));
    CHECK(refused("{\"schema\": \"\xff\"}").starts_with("is no JSON from here on"));
}

TEST_CASE("a manifest cut short anywhere is refused", "[brief][manifest]") {
    const std::string whole = written(example());
    for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
        CHECK(!brief::read_manifest(whole.substr(0, size), "manifest.json"));
    }
}
