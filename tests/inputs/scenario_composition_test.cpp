#include "inputs/scenario_texts.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::tests;

namespace {

std::string refusal(const std::string& names, const Texts& texts) {
    const auto scenario = put_together(names, texts);
    CHECK_FALSE(scenario);
    return shown(scenario.diagnostics());
}

Scenario whole(const std::string& names, const Texts& texts) {
    const auto scenario = put_together(names, texts);
    INFO(shown(scenario.diagnostics()));
    REQUIRE(scenario);
    return *scenario;
}

std::vector<std::string> file_names(const Scenario& scenario) {
    std::vector<std::string> names;
    for (const ScenarioFile& file : scenario.files) {
        names.push_back(file.name);
    }
    return names;
}

const Texts plans = {
    {"low.toml", "title = \"Low\"\n[policy.jpn]\ntarget.share = \"2%\"\ntarget.by = \"FY2030\"\n"},
    {"high.toml", "title = \"High\"\nextends = \"low.toml\"\n[policy.jpn]\ntarget.share = \"+0.5 pp\"\n"},
    {"higher.toml",
     "title = \"Higher\"\nextends = \"./high.toml\"\n[policy.jpn]\ntarget.share = \"\u00D71.1\"\n"},
    {"growth.toml", "title = \"Growth\"\nextends = [\"low.toml\"]\n[assumptions]\njpn.growth = \"1%\"\n"},
    {"korea.toml", "title = \"Korea\"\n[policy]\nkor.target.share = \"3.5%\"\nkor.target.by = 2035\n"}};

}  // namespace

TEST_CASE("a file stands after all that it extends, and its settings over theirs", "[inputs][scenario]") {
    const Scenario scenario = whole("higher.toml", plans);
    CHECK(file_names(scenario) == std::vector<std::string>{"low.toml", "high.toml", "higher.toml"});
    const auto layers = scenario.layers("target.share", "JPN");
    REQUIRE(layers.size() == 3);
    CHECK(layers[0]->text == "2%");
    CHECK(layers[1]->text == "+0.5 pp");
    CHECK(layers[2]->text == "\u00D71.1");
    CHECK(scenario.last("target.share", "JPN") == layers[2]);
    CHECK(scenario.last("target.by", "JPN")->text == "FY2030");
    CHECK(scenario.last("target.by", "KOR") == nullptr);
    CHECK(scenario.files[2].extends == std::vector<std::string>{"high.toml"});
}

TEST_CASE("files that are named beside each other come in order of mention, each once",
          "[inputs][scenario]") {
    const Scenario scenario = whole("korea.toml+growth.toml + high.toml+strong-yen", plans);
    CHECK(file_names(scenario) == std::vector<std::string>{"korea.toml", "low.toml", "growth.toml",
                                                           "high.toml", "baseline", "strong-yen"});
    CHECK(scenario.name == "korea.toml+growth.toml + high.toml+strong-yen");
    CHECK(scenario.title() == "Korea + Growth + High + Strong yen");
    CHECK(scenario.countries() == std::vector<std::string>{"KOR", "JPN"});
    CHECK(scenario.files.back().ready_made);
    CHECK_FALSE(scenario.files.front().ready_made);
}

TEST_CASE("two scenarios that set one key are refused with both places", "[inputs][scenario]") {
    Texts texts = plans;
    texts["other.toml"] = "title = \"Other\"\n\n[policy.jpn]\ntarget.share = \"3%\"\n";
    CHECK(refusal("low.toml+other.toml", texts) ==
          "other.toml:4:16: error: jpn.target.share is set in low.toml:3 and in other.toml:4\n"
          "4 | target.share = \"3%\"\n"
          "  |                ^^^^\n"
          "  = one of two files may extend the other, and then counts\n");
    CHECK(refusal("other.toml+low.toml", texts)
              .starts_with(
                  "low.toml:3:16: error: jpn.target.share is set in other.toml:4 and in low.toml:3\n"));
}

TEST_CASE("two changes of one key are refused too, for their order would count", "[inputs][scenario]") {
    Texts texts = plans;
    texts["tenth.toml"] =
        "title = \"T\"\nextends = \"low.toml\"\n[policy]\njpn.target.share = \"\u00D71.1\"\n";
    CHECK(refusal("high.toml+tenth.toml", texts)
              .starts_with(
                  "tenth.toml:4:20: error: jpn.target.share is set in high.toml:4 and in tenth.toml:4\n"));
    texts["both.toml"] = "title = \"B\"\nextends = [\"high.toml\", \"tenth.toml\"]\n";
    CHECK(refusal("both.toml", texts).starts_with("tenth.toml:4:20: error: jpn.target.share is set in high"));
}

TEST_CASE("a file and a ready-made scenario conflict like two files", "[inputs][scenario]") {
    const Texts texts = {{"yen.toml", "title = \"Yen\"\n[assumptions]\nfx.jpy = 150\n"}};
    CHECK(refusal("strong-yen+yen.toml", texts)
              .starts_with("yen.toml:3:10: error: fx.jpy is set in strong-yen:4 and in yen.toml:3\n"));
}

TEST_CASE("a circle of files is refused with its chain", "[inputs][scenario]") {
    const Texts texts = {{"a.toml", "title = \"A\"\nextends = \"b.toml\"\n"},
                         {"b.toml", "title = \"B\"\nextends = \"c.toml\"\n"},
                         {"c.toml", "title = \"C\"\nextends = [\"./b.toml\"]\n"},
                         {"self.toml", "title = \"S\"\nextends = \"self.toml\"\n"}};
    CHECK(refusal("a.toml", texts) ==
          "c.toml:2:12: error: 'b.toml' extends itself: b.toml \u2192 c.toml \u2192 b.toml\n"
          "2 | extends = [\"./b.toml\"]\n"
          "  |            ^^^^^^^^^^\n");
    CHECK(
        refusal("self.toml", texts)
            .starts_with("self.toml:2:11: error: 'self.toml' extends itself: self.toml \u2192 self.toml\n"));
}

TEST_CASE("a file that is named twice is refused, however it is written", "[inputs][scenario]") {
    CHECK(refusal("low.toml+./low.toml", plans) ==
          "scenario: error: 'low.toml' is named twice\n"
          "  | low.toml+./low.toml\n"
          "  |          ^^^^^^^^^^\n");
    CHECK(refusal("baseline+baseline", plans).starts_with("scenario: error: 'baseline' is named twice\n"));
}

TEST_CASE("a name without point or slash is a ready-made scenario", "[inputs][scenario]") {
    CHECK(refusal("strong-yan", plans) ==
          "scenario: error: unknown ready-made scenario 'strong-yan'\n"
          "  | strong-yan\n"
          "  | ^^^^^^^^^^\n"
          "  = allowed: baseline, strong-yen\n"
          "  = nearest: 'strong-yen'\n"
          "  = a file has a point or a slash in its name: ./strong-yan\n");
    const Texts texts = {{"a.toml", "title = \"A\"\nextends = [\"basline\", \"gone.toml\"]\n"}};
    CHECK(refusal("a.toml", texts) ==
          "a.toml:2:12: error: unknown ready-made scenario 'basline'\n"
          "2 | extends = [\"basline\", \"gone.toml\"]\n"
          "  |            ^^^^^^^^^\n"
          "  = allowed: baseline, strong-yen\n"
          "  = nearest: 'baseline'\n"
          "  = a file has a point or a slash in its name: ./basline\n"
          "a.toml:2:23: error: gone.toml: there is no such file\n"
          "2 | extends = [\"basline\", \"gone.toml\"]\n"
          "  |                       ^^^^^^^^^^^\n");
}

TEST_CASE("a missing name and a missing file are refused", "[inputs][scenario]") {
    CHECK(refusal("low.toml+", plans).starts_with("scenario: error: the name of a scenario is missing\n"));
    CHECK(refusal("", plans).starts_with("scenario: error: the name of a scenario is missing\n"));
    CHECK(refusal("gone.toml", plans) == "gone.toml: error: there is no such file\n");
}

TEST_CASE("what a file names is looked for beside it", "[inputs][scenario]") {
    const Texts texts = {{"plans/a.toml", "title = \"A\"\nextends = \"b.toml\"\n"},
                         {"plans/b.toml", "title = \"B\"\n"},
                         {"b.toml", "title = \"Another\"\n"}};
    CHECK(file_names(whole("plans/a.toml", texts)) ==
          std::vector<std::string>{"plans/b.toml", "plans/a.toml"});
}

TEST_CASE("a ready-made scenario extends no files", "[inputs][scenario]") {
    const std::array<ReadyMade, 1> leaning = {{{"leaning", "title = \"L\"\nextends = \"low.toml\"\n"}}};
    CHECK(shown(composed("leaning", opener(plans), leaning).diagnostics())
              .starts_with("leaning:2:11: error: a ready-made scenario extends ready-made ones, no files\n"));
}

TEST_CASE("all files with mistakes are told of in one go", "[inputs][scenario]") {
    const Texts texts = {{"a.toml", "titel = \"A\"\n"},
                         {"b.toml", "title = \"B\"\n[policy]\njpn.target.share = \"3\"\n"}};
    const std::string said = refusal("a.toml+b.toml", texts);
    CHECK(said.find("a.toml:1:1: error: unknown key 'titel' in the scenario\n") != std::string::npos);
    CHECK(said.find("b.toml:3:20: error: a share needs a unit") != std::string::npos);
}

TEST_CASE("a chain of sixteen files is read, and a longer one refused", "[inputs][scenario]") {
    Texts texts;
    for (int i = 0; i < 17; ++i) {
        texts["f" + std::to_string(i) + ".toml"] =
            "title = \"F\"\n" + (i == 0 ? "" : "extends = \"f" + std::to_string(i - 1) + ".toml\"\n");
    }
    CHECK(whole("f15.toml", texts).files.size() == 16);
    CHECK(refusal("f16.toml", texts)
              .starts_with("f1.toml:2:11: error: more than 16 scenarios extend one another\n"));
}

TEST_CASE("more than sixty-four files are refused", "[inputs][scenario]") {
    Texts texts;
    std::string names;
    for (int i = 0; i < 65; ++i) {
        const std::string name = "f" + std::to_string(i) + ".toml";
        texts[name] = "title = \"F\"\n";
        names += (i == 0 ? "" : "+") + name;
    }
    CHECK(refusal(names, texts).starts_with("scenario: error: more than 64 scenarios are put together\n"));
    CHECK(whole(names.substr(0, names.rfind('+')), texts).files.size() == 64);
}

TEST_CASE("settings of the command line stand over all files", "[inputs][scenario]") {
    const auto scenario =
        with_settings(whole("high.toml", plans), {"jpn.target.share=3.4%", " JPN.growth = 2027=1%,2028=2% "});
    REQUIRE(scenario);
    CHECK(scenario->last("target.share", "JPN")->text == "3.4%");
    CHECK(scenario->last("target.share", "JPN")->place.in_words() == "--set");
    CHECK(scenario->layers("target.share", "JPN").size() == 3);
    CHECK(scenario->last("growth", "JPN")->text == "2027=1%,2028=2%");
    CHECK(to_text(diagnostic_at(*scenario->last("target.share", "JPN"), "too much")) ==
          "--set: error: too much\n"
          "  | jpn.target.share=3.4%\n"
          "  |                  ^^^^\n");
}

TEST_CASE("a wrong setting of the command line is shown as it was typed", "[inputs][scenario]") {
    const auto said = [](const std::string& text) { return shown(read_setting(text, false).diagnostics()); };
    CHECK(said("jpn.target.share=34%") ==
          "--set: error: 34 % of GDP is more than any country spends in peace; did you mean 3.4 %?\n"
          "  | jpn.target.share=34%\n"
          "  |                  ^^^\n"
          "  = shares above 25 % need  allow_extreme = true  in a file of the scenario\n");
    CHECK(said("jpn.target.shar=3%").find("= nearest: 'jpn.target.share'\n") != std::string::npos);
    CHECK(said("jpn.target.share") ==
          "--set: error: 'jpn.target.share' sets nothing: it has no '='\n"
          "  | jpn.target.share\n"
          "  | ^^^^^^^^^^^^^^^^\n"
          "  = allowed: KEY=VALUE, such as jpn.target.share=3.4%\n");
    CHECK(said("to=").starts_with("--set: error: a year is missing\n"));
    CHECK(said("=3").starts_with("--set: error: a key is missing\n"));
    CHECK(said("jpn.dragons=3").find("= burden keys  lists what may be set\n") != std::string::npos);
    CHECK(read_setting("jpn.target.share=34%", true));
}

TEST_CASE("a key that is set twice on the command line is refused", "[inputs][scenario]") {
    const auto scenario = with_settings(whole("low.toml", plans), {"to=2040", "basis.TO=2041"});
    REQUIRE_FALSE(scenario);
    CHECK(
        shown(scenario.diagnostics()).starts_with("--set: error: to is set twice: 'to=2040' sets it too\n"));
}

TEST_CASE("what a file allows holds for itself, and for settings of the command line", "[inputs][scenario]") {
    const Texts texts = {
        {"war.toml", "title = \"War\"\nallow_extreme = true\n[policy]\njpn.target.share = \"30%\"\n"},
        {"more.toml", "title = \"More\"\nextends = \"war.toml\"\n[policy]\njpn.target.related = \"26%\"\n"}};
    CHECK(refusal("more.toml", texts).starts_with("more.toml:4:22: error: 26 % of GDP is more than"));
    CHECK(with_settings(whole("war.toml", texts), {"jpn.target.related=26%"}));
    CHECK_FALSE(with_settings(whole("strong-yen", {}), {"jpn.target.related=26%"}));
}
