#include "burden/inputs/scenario_edit.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "burden/inputs/scenario_changes.hpp"
#include "burden/inputs/scenario_starter.hpp"
#include "support/catch.hpp"
#include "support/generators.hpp"

using namespace burden;
using namespace burden::inputs;

namespace {

KeyOfSubject key(std::string_view name) {
    const auto read = read_key_name(name);
    REQUIRE(read);
    return *read;
}

/// The text of an edit that is taken.
std::string taken(const Reading<std::string>& edited) {
    for (const Diagnostic& one : edited.diagnostics()) {
        UNSCOPED_INFO(to_text(one));
    }
    REQUIRE(edited);
    return *edited;
}

std::string set(std::string_view text, std::string_view name, std::string_view value) {
    return taken(with_key(text, key(name), value));
}

std::string reset(std::string_view text, std::string_view name) {
    return taken(without_key(text, key(name)));
}

/// Texts of scenarios: the ready-made ones, files in every form that is read, and one to begin with.
std::vector<std::string> texts() {
    std::vector<std::string> all;
    for (const ReadyMade& scenario : ready_made_scenarios()) {
        all.emplace_back(scenario.text);
    }
    for (const auto& entry : std::filesystem::directory_iterator(BURDEN_SOURCE_DIR "/tests/good/scenarios")) {
        if (entry.path().extension() == ".toml") {
            std::ifstream file(entry.path(), std::ios::binary);
            std::ostringstream text;
            text << file.rdbuf();
            all.push_back(text.str());
        }
    }
    all.push_back(starter_scenario("To begin with"));
    all.emplace_back("");
    all.emplace_back("# a comment");
    all.emplace_back("title = \"No end of line\"\n[basis]\nto = \"2040\"");
    return all;
}

/// Two values that a key takes.
std::vector<std::string> values_of(const ScenarioKey& key) {
    switch (key.form) {
        case ValueForm::share:
        case ValueForm::rate:
            return {"1.1%", key.by_year ? "FY2027=1%,FY2029=0.5%" : "0.9%"};
        case ValueForm::amount:
            return {"7 tn JPY", key.by_year ? "2027=1,055 bn JPY,2028=2 tn JPY" : "8 tn JPY"};
        case ValueForm::number:
            return {"120", key.by_year ? "2027=1,120,2028=130" : "1,120"};
        case ValueForm::year:
            return {"FY2031", "2030"};
        case ValueForm::truth:
            return {"true", "false"};
        case ValueForm::path:
            return {"step", "table:FY2028=2.2%,FY2035=5%"};
        case ValueForm::after_rule:
            return {"hold-nominal", "hold-share"};
        case ValueForm::denominator:
            return {"FY2022", "same-year"};
        case ValueForm::renewal:
            return {"x4", "cpi:cap=5%"};
        case ValueForm::base:
            return {"12 tn JPY", "1.8%"};
        case ValueForm::key_of_facts:
            return {"sipri-fy", "as-quoted"};
        case ValueForm::country:
            return {"USA", "CHN"};
        case ValueForm::countries:
            return {"JPN, USA", "JPN"};
        case ValueForm::currency:
            return {"USD", "EUR"};
        case ValueForm::prices:
            return {"constant:2026", "current"};
    }
    return {};
}

/// The keys that a test of a text goes through: all that it sets, and those of the run, of Japan and of the
/// yen; of the latter each in a few of all texts.
std::vector<KeyOfSubject> keys_for(const ScenarioFile& file) {
    constexpr std::size_t step = 17;
    std::vector<KeyOfSubject> all;
    std::size_t next = file.text.size();
    for (const ScenarioKey& one : scenario_keys()) {
        if (++next % step != 0 && file.text.find(one.name) == std::string::npos) {
            continue;
        }
        all.push_back({&one, one.subject == Subject::country    ? "JPN"
                             : one.subject == Subject::currency ? "JPY"
                                                                : ""});
    }
    for (const Setting& setting : file.settings) {
        if (std::find(all.begin(), all.end(), setting.key) == all.end()) {
            all.push_back(setting.key);
        }
    }
    return all;
}

/// The settings of a file, with one of the command line in place of the file's.
Scenario settings_with(const ScenarioFile& file, const KeyOfSubject& key, const std::string& value) {
    Scenario scenario;
    for (const Setting& setting : file.settings) {
        if (setting.key != key) {
            scenario.settings.push_back(setting);
        }
    }
    if (!value.empty()) {
        const auto setting = read_setting(to_text(key) + "=" + value, file.allow_extreme);
        REQUIRE(setting);
        scenario.settings.push_back(*setting);
    }
    return scenario;
}

Scenario settings_of(const std::string& text) {
    const auto file = read_scenario_file(text, "edited");
    REQUIRE(file);
    return {.name = "edited", .settings = file->settings};
}

}  // namespace

TEST_CASE("an edited scenario has the settings of the old one and the value of --set",
          "[inputs][edit][laws]") {
    for (const std::string& text : texts()) {
        const auto file = read_scenario_file(text, "plan.toml");
        REQUIRE(file);
        for (const KeyOfSubject& one : keys_for(*file)) {
            for (const std::string& value : values_of(*one.key)) {
                INFO(text << "\n--set " << to_text(one) << "=" << value);
                if (!read_setting(to_text(one) + "=" + value, file->allow_extreme)) {
                    CHECK(with_key(text, one, value).diagnostics().size() == 1);
                    continue;
                }
                const std::string edited = taken(with_key(text, one, value));
                REQUIRE(key_changes(settings_with(*file, one, value), settings_of(edited)).empty());
                REQUIRE(taken(with_key(edited, one, value)) == edited);
                const std::string without = taken(without_key(edited, one));
                REQUIRE(key_changes(settings_with(*file, one, ""), settings_of(without)).empty());
            }
        }
    }
}

TEST_CASE("a key that is set and taken out again leaves every byte", "[inputs][edit][laws]") {
    for (const std::string& text : texts()) {
        const auto file = read_scenario_file(text, "plan.toml");
        REQUIRE(file);
        if (file->title == "Sections with nothing in them") {
            continue;  // they go with the only thing that they hold
        }
        for (const KeyOfSubject& one : keys_for(*file)) {
            const std::string value = values_of(*one.key).front();
            const bool stands = std::any_of(file->settings.begin(), file->settings.end(),
                                            [&](const Setting& setting) { return setting.key == one; });
            if (stands || !read_setting(to_text(one) + "=" + value, file->allow_extreme)) {
                continue;
            }
            const std::string edited = taken(with_key(text, one, value));
            INFO(text << "\n" << edited);
            REQUIRE(taken(without_key(edited, one)) == text);
            const std::string reasoned = taken(with_reason(edited, one, "an \"assumption\""));
            REQUIRE(taken(with_reason(reasoned, one, "")) == edited);
            REQUIRE(taken(without_key(reasoned, one)) == text);
        }
    }
}

TEST_CASE("what is set already changes no byte", "[inputs][edit][laws]") {
    for (const std::string& text : texts()) {
        const auto file = read_scenario_file(text, "plan.toml");
        REQUIRE(file);
        for (const Setting& setting : file->settings) {
            INFO(text << "\n" << to_text(setting.key));
            CHECK(taken(with_key(text, setting.key, setting.text)) == text);
        }
        for (const auto& [name, reason] : file->why) {
            CHECK(taken(with_reason(text, key(name), reason)) == text);
        }
        if (text.find("title") != std::string::npos) {
            CHECK(read_scenario_file(taken(with_title(text, file->title)), "plan.toml")->title ==
                  file->title);
        }
    }
}

TEST_CASE("any order of edits comes to the settings of the last of each key", "[inputs][edit][laws]") {
    CHECK(rc::check("whatever they are", [] {
        const auto all = texts();
        std::string text = all[*rc::gen::inRange<std::size_t>(0, all.size())];
        const auto file = read_scenario_file(text, "plan.toml");
        Scenario wanted{.name = {}, .settings = file->settings};
        const auto keys = keys_for(*file);
        for (int i = 0; i < 8; ++i) {
            const KeyOfSubject one = keys[*rc::gen::inRange<std::size_t>(0, keys.size())];
            const auto values = values_of(*one.key);
            const std::string value = values[*rc::gen::inRange<std::size_t>(0, values.size())];
            const auto setting = read_setting(to_text(one) + "=" + value, file->allow_extreme);
            const bool removes = *rc::gen::inRange(0, 3) == 0;
            if (!setting && !removes) {
                continue;
            }
            const auto edited = removes ? without_key(text, one) : with_key(text, one, value);
            RC_ASSERT(static_cast<bool>(edited));
            text = *edited;
            std::erase_if(wanted.settings, [&](const Setting& other) { return other.key == one; });
            if (!removes) {
                wanted.settings.push_back(*setting);
            }
            RC_ASSERT(key_changes(wanted, settings_of(text)).empty());
        }
    }));
}

TEST_CASE("a text that somebody mistyped is edited, or said to be unreadable", "[inputs][edit][laws]") {
    CHECK(rc::check("and never changed elsewhere", [] {
        constexpr std::string_view signs = "\"'#=.,[]{}\n \tjpn2\\";
        static const auto all = texts();
        std::string text = all[*rc::gen::inRange<std::size_t>(0, all.size())];
        for (int i = *rc::gen::inRange(1, 4); i > 0 && !text.empty(); --i) {
            const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
            const char sign = signs[*rc::gen::inRange<std::size_t>(0, signs.size())];
            text.replace(at, *rc::gen::inRange<std::size_t>(0, 2), 1, sign);
        }
        const auto file = read_scenario_file(text, "plan.toml");
        const auto one =
            *read_key_name(*rc::gen::element<std::string>("jpn.target.share", "fx.jpy", "to", "jpn.growth"));
        const std::string value = one.key->form == ValueForm::year ? "2040" : "3%";
        const auto edited = with_key(text, one, one.key->subject == Subject::currency ? "150" : value);
        const auto without = without_key(text, one);
        RC_ASSERT(static_cast<bool>(edited) == static_cast<bool>(file));
        RC_ASSERT(static_cast<bool>(without) == static_cast<bool>(file));
        if (file) {
            RC_ASSERT(key_changes(settings_with(*file, one, ""), settings_of(*without)).empty());
        }
    }));
}

TEST_CASE("a value is replaced where it stands", "[inputs][edit]") {
    SECTION("among comments and spaces") {
        CHECK(set("# why\n[policy.jpn]  # Japan\n  target.share   =   \"3%\"   # the aim\ntarget.by = 2035\n",
                  "jpn.target.share", "3.4%") ==
              "# why\n[policy.jpn]  # Japan\n  target.share   =   \"3.4%\"   # the aim\ntarget.by = 2035\n");
    }
    SECTION("bare, or in the quotes that it has") {
        CHECK(set("[policy.jpn]\ntarget.by = 2035\n", "jpn.target.by", "2040") ==
              "[policy.jpn]\ntarget.by = 2040\n");
        CHECK(set("[policy.jpn]\ntarget.by = 2035\n", "jpn.target.by", "FY2040") ==
              "[policy.jpn]\ntarget.by = \"FY2040\"\n");
        CHECK(set("[policy.jpn]\ntarget.share = '3%'\n", "jpn.target.share", "4%") ==
              "[policy.jpn]\ntarget.share = '4%'\n");
    }
    SECTION("in a table of its own") {
        CHECK(set("[policy.jpn.target]\nshare = \"3%\"\n", "jpn.target.share", "4%") ==
              "[policy.jpn.target]\nshare = \"4%\"\n");
    }
    SECTION("in an inline table") {
        CHECK(set("[policy]\njpn = { target = { share = \"3%\", by = 2035 } }\n", "jpn.target.share", "4%") ==
              "[policy]\njpn = { target = { share = \"4%\", by = 2035 } }\n");
    }
    SECTION("in capitals, in quotes and with its section before it") {
        CHECK(set("[policy.JPN]\nTarget.Share = \"3%\"\n", "jpn.target.share", "4%") ==
              "[policy.JPN]\nTarget.Share = \"4%\"\n");
        CHECK(set("[policy]\n\"policy.jpn.target.share\" = \"3%\"\n", "jpn.target.share", "4%") ==
              "[policy]\n\"policy.jpn.target.share\" = \"4%\"\n");
    }
    SECTION("with the line ends of its file") {
        CHECK(set("[policy.jpn]\r\ntarget.share = \"3%\"\r\n", "jpn.target.by", "2035") ==
              "[policy.jpn]\r\ntarget.share = \"3%\"\r\ntarget.by    = \"2035\"\r\n");
    }
}

TEST_CASE("figures by year keep the form that they stand in", "[inputs][edit]") {
    SECTION("an inline table") {
        CHECK(set("[assumptions]\nfx.jpy = { 2027 = \"150\", 2028 = \"140\" }  # falls\n", "fx.jpy",
                  "2027=151") == "[assumptions]\nfx.jpy = { 2027 = \"151\" }  # falls\n");
        CHECK(set("[assumptions]\nfx.jpy = \"150\"\n", "fx.jpy", "2027=151,2028=152") ==
              "[assumptions]\nfx.jpy = { 2027 = \"151\", 2028 = \"152\" }\n");
    }
    SECTION("a text") {
        CHECK(set("[assumptions]\nfx.jpy = \"2027=150\"\n", "fx.jpy", "2027=151,2028=152") ==
              "[assumptions]\nfx.jpy = \"2027=151,2028=152\"\n");
    }
    SECTION("lines of their own, each with its comment") {
        const std::string text =
            "[assumptions.jpn.growth]\nFY2027 = \"1%\"  # the first\nFY2029 = \"2%\"  # the last\n";
        CHECK(set(text, "jpn.growth", "FY2027=1%,FY2028=3%,FY2029=4%") ==
              "[assumptions.jpn.growth]\nFY2027 = \"1%\"  # the first\nFY2028 = \"3%\"\nFY2029 = \"4%\"  # "
              "the last\n");
        CHECK(set(text, "jpn.growth", "FY2026=0%,FY2029=2%") ==
              "[assumptions.jpn.growth]\nFY2026 = \"0%\"\nFY2029 = \"2%\"  # the last\n");
        CHECK(set(text, "jpn.growth", "1.5%") == "[assumptions.jpn]\ngrowth = \"1.5%\"\n");
    }
    SECTION("dotted names") {
        CHECK(set("[assumptions.jpn]\ngrowth.2027 = \"1%\"\ngrowth.2028 = \"2%\"\n", "jpn.growth",
                  "2028=3%,2029=4%") == "[assumptions.jpn]\ngrowth.2028 = \"3%\"\ngrowth.2029 = \"4%\"\n");
    }
}

TEST_CASE("a new key comes below those of its section and country", "[inputs][edit]") {
    SECTION("aligned as they are") {
        CHECK(set("[policy.jpn]\ntarget.share = \"3%\"\n\n[why]\n\"jpn.target.share\" = \"so\"\n",
                  "jpn.target.by", "FY2035") ==
              "[policy.jpn]\ntarget.share = \"3%\"\ntarget.by    = \"FY2035\"\n\n[why]\n"
              "\"jpn.target.share\" = \"so\"\n");
    }
    SECTION("in the table that its group has") {
        CHECK(set("[policy.jpn.target]\nshare = \"3%\"\n", "jpn.target.by", "2035") ==
              "[policy.jpn.target]\nshare = \"3%\"\nby    = \"2035\"\n");
    }
    SECTION("in an inline table") {
        CHECK(set("[policy]\njpn = { target.share = \"3%\" }\n", "jpn.hosting.renewal", "x4") ==
              "[policy]\njpn = { target.share = \"3%\", hosting.renewal = \"x4\" }\n");
    }
    SECTION("beside dotted names of the section") {
        CHECK(set("[policy]\njpn.target.share = \"3%\"\n", "jpn.target.by", "2035") ==
              "[policy]\njpn.target.share = \"3%\"\njpn.target.by    = \"2035\"\n");
    }
}

TEST_CASE("a new section comes behind those of its kind", "[inputs][edit]") {
    const std::string text =
        "title = \"A plan\"\n\n[policy.usa]\ntarget.share = \"3%\"\n\n# counted so\n[basis]\nto = "
        "\"2040\"\n\n"
        "[why]\n\"to\" = \"so\"\n";
    CHECK(
        set(text, "jpn.target.share", "3%") ==
        "title = \"A plan\"\n\n[policy.usa]\ntarget.share = \"3%\"\n\n[policy.jpn]\ntarget.share = \"3%\"\n\n"
        "# counted so\n[basis]\nto = \"2040\"\n\n[why]\n\"to\" = \"so\"\n");
    CHECK(set(text, "fx.jpy", "150") ==
          "title = \"A plan\"\n\n[policy.usa]\ntarget.share = \"3%\"\n\n[assumptions]\nfx.jpy = \"150\"\n\n"
          "# counted so\n[basis]\nto = \"2040\"\n\n[why]\n\"to\" = \"so\"\n");
    CHECK(set("", "to", "2040") == "[basis]\nto = \"2040\"\n");
    CHECK(set("title = \"A plan\"", "to", "2040") == "title = \"A plan\"\n\n[basis]\nto = \"2040\"");
    CHECK(set("# to what end\n[why]\n", "to", "2040") == "[basis]\nto = \"2040\"\n\n# to what end\n[why]\n");
}

TEST_CASE("a key goes with its reason, and a section that held nothing else", "[inputs][edit]") {
    const std::string text =
        "[policy.jpn]\ntarget.share = \"3%\"\ntarget.by = \"2035\"\n\n[basis]\nto = \"2040\"  # far\n\n"
        "[why]\n\"to\" = \"so\"\n";
    CHECK(reset(text, "to") == "[policy.jpn]\ntarget.share = \"3%\"\ntarget.by = \"2035\"\n");
    CHECK(reset(text, "jpn.target.by") ==
          "[policy.jpn]\ntarget.share = \"3%\"\n\n[basis]\nto = \"2040\"  # far\n\n[why]\n\"to\" = \"so\"\n");
    CHECK(reset(text, "jpn.growth") == text);
    CHECK(reset("[policy]\njpn = { target = { share = \"3%\" }, hosting.renewal = \"x4\" }\n",
                "jpn.target.share") == "[policy]\njpn = { hosting.renewal = \"x4\" }\n");
    SECTION("unless comments stand in it") {
        CHECK(reset("[basis]\n# currency = \"USD\"\nto = \"2040\"\n", "to") ==
              "[basis]\n# currency = \"USD\"\n");
    }
}

TEST_CASE("reasons, title, author and what is below are edited in place", "[inputs][edit]") {
    const std::string text = "# a plan\ntitle   = \"A\"\nextends = \"baseline\"\n\n[basis]\nto = \"2040\"\n";
    CHECK(taken(with_title(text, "B \"b\"")) ==
          "# a plan\ntitle   = \"B \\\"b\\\"\"\nextends = \"baseline\"\n\n[basis]\nto = \"2040\"\n");
    CHECK(taken(with_author(text, "me")) ==
          "# a plan\ntitle   = \"A\"\nauthor  = \"me\"\nextends = \"baseline\"\n\n[basis]\nto = \"2040\"\n");
    CHECK(taken(with_extends(text, {})) == "# a plan\ntitle   = \"A\"\n\n[basis]\nto = \"2040\"\n");
    CHECK(taken(with_extends(text, {"baseline", "in-dollars"})) ==
          "# a plan\ntitle   = \"A\"\nextends = [\"baseline\", \"in-dollars\"]\n\n[basis]\nto = \"2040\"\n");
    CHECK(taken(with_title("# a plan\n[basis]\nto = \"2040\"\n", "A")) ==
          "# a plan\ntitle = \"A\"\n\n[basis]\nto = \"2040\"\n");
    CHECK(taken(with_title("", "A")) == "title = \"A\"\n");
    CHECK(taken(with_reason(text, key("to"), "far \\ enough")) ==
          text + "\n[why]\n\"to\" = \"far \\\\ enough\"\n");
}

TEST_CASE("an edit that cannot be read is refused with its place", "[inputs][edit]") {
    const auto value = with_key("", key("jpn.target.share"), "5");
    REQUIRE(!value);
    CHECK(value.diagnostics().front().file == "--set");
    const auto file = with_key("[policy.jpn\n", key("jpn.target.share"), "5%", "plan.toml");
    REQUIRE(!file);
    CHECK(file.diagnostics().front().file == "plan.toml");
    CHECK(file.diagnostics().front().line == 1);
    const auto reason = with_reason("", key("to"), "so", "plan.toml");
    REQUIRE(!reason);
    CHECK(reason.diagnostics().front().message == "'to' has a reason, and this file does not set it");
    CHECK(!with_title("", std::string(400, 'x')));
    CHECK(!with_key("", key("jpn.target.share"), "40%"));
    CHECK(with_key("allow_extreme = true\n", key("jpn.target.share"), "40%"));
}
