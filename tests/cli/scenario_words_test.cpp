/// burden keys, show and init.
#include <algorithm>

#include "burden/inputs/scenario.hpp"
#include "cli/process.hpp"
#include "cli/session.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::tests;
using cli::ExitCode;

namespace {

bool holds(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

int widest_line(const std::string& text) {
    int widest = 0;
    int columns = 0;
    for (const char c : text) {
        columns = c == '\n' ? 0 : columns + ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0);
        widest = std::max(widest, columns);
    }
    return widest;
}

}  // namespace

TEST_CASE("every key is listed, within the screen", "[cli][keys]") {
    const auto call = called({"keys"});
    CHECK(call.code == ExitCode::done);
    CHECK(widest_line(call.out) <= 100);
    const auto csv = called({"keys", "--format", "csv"});
    for (const inputs::ScenarioKey& key : inputs::scenario_keys()) {
        CHECK(holds(call.out, key.subject == inputs::Subject::country ? std::string(key.name)
                                                                      : inputs::pattern_of(key)));
        CHECK(holds(csv.out, "\n" + inputs::pattern_of(key) + ","));
    }
    CHECK(csv.out.starts_with("key,section,group,unit,range,by_year,changes,meaning,otherwise"));
}

TEST_CASE("keys are found by words and by name", "[cli][keys]") {
    CHECK(holds(called({"keys", "jpn.target.share", "--format", "csv"}).out, "COUNTRY.target.share"));
    CHECK(!holds(called({"keys", "jpn.target.share", "--format", "csv"}).out, "COUNTRY.target.by"));
    CHECK(holds(called({"keys", "EXCHANGE", "rate"}).out, "fx.CURRENCY"));
    CHECK(holds(called({"keys", "zebra"}).out, "No key fits"));
    const auto wrong = called({"keys", "jpn.target.shar"});
    CHECK(wrong.code == ExitCode::refused);
    CHECK(holds(wrong.err, "nearest: 'jpn.target.share'"));
}

TEST_CASE("every ready-made scenario is listed, and shown with its reasons", "[cli][show]") {
    const auto list = called({"show"});
    CHECK(list.code == ExitCode::done);
    for (const inputs::ReadyMade& ready : inputs::ready_made_scenarios()) {
        INFO(ready.name);
        CHECK(holds(list.out, "\n " + std::string(ready.name) + " "));
        const auto call = called({"show", std::string(ready.name)});
        CHECK(call.code == ExitCode::done);
        CHECK(widest_line(call.out) <= 100);
        const auto file = inputs::read_scenario_file(ready.text, ready.name);
        REQUIRE(file);
        const auto json = called({"show", std::string(ready.name), "--format", "json"});
        for (const inputs::Setting& setting : file->settings) {
            CHECK(holds(json.out, "\"" + to_text(setting.key) + "\""));
            CHECK(holds(json.out, "\"" + setting.place.in_words() + "\""));
        }
    }
}

TEST_CASE("what is set over another file says so", "[cli][show]") {
    const Folder folder;
    folder.file("base.toml", "title = \"Base\"\n[policy.jpn]\ntarget.share = \"2%\"\n");
    const auto plan = folder.file("plan.toml",
                                  "title = \"Plan\"\nextends = \"base.toml\"\nleaves_out = [\"Nothing.\"]\n"
                                  "[policy.jpn]\ntarget.share = \"3.4%\"\n"
                                  "[why]\n\"jpn.target.share\" = \"a test\"\n");
    const auto shown = outcome("burden show plan.toml", folder).text;
    CHECK(holds(outcome("burden show plan.toml --format json", folder).text,
                "\"3.4 % of GDP (over 2 % of GDP in base.toml:3)\""));
    CHECK(holds(shown, "¹"));
    CHECK(holds(shown, "plan.toml:5"));
    CHECK(holds(shown, "1  a test"));
    CHECK(holds(shown, "2  Not included: Nothing."));
    CHECK(holds(shown, "Nothing is set under assumptions and basis: as in the baseline."));
    CHECK(called({"show", "--set", "to=2040"}).code == ExitCode::refused);
    CHECK(holds(called({"show", "baseline", "--set", "to=2040"}).out, "--set"));
}

TEST_CASE("a starter runs as it stands", "[cli][init]") {
    const Folder folder;
    CHECK(called({"init"}).code == ExitCode::done);
    CHECK(outcome("burden init > plan.toml && burden run plan.toml >/dev/null", folder).status == 0);
    CHECK(outcome("burden run plan.toml 2>&1 >/dev/null", folder).text.empty());
    CHECK(holds(called({"init", "A \"plan\""}).out, "title = \"A \\\"plan\\\"\"\n"));
}

TEST_CASE("a starter replaces no file unless it is told to", "[cli][init]") {
    const Folder folder;
    const auto path = folder.file("plan.toml", "mine");
    const auto refused = called({"init", "-o", path.string()});
    CHECK(refused.code == ExitCode::refused);
    CHECK(holds(refused.err, "is there already"));
    CHECK(text_of(path) == "mine");
    CHECK(called({"init", "-o", path.string(), "--force"}).code == ExitCode::done);
    CHECK(text_of(path) == called({"init"}).out);
    CHECK(called({"init", "--force"}).code == ExitCode::refused);
    CHECK(called({"init", "two\nlines"}).code == ExitCode::refused);
    CHECK(called({"init", ""}).code == ExitCode::refused);
}
