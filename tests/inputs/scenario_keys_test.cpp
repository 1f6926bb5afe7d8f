#include "burden/inputs/scenario_keys.hpp"

#include <set>

#include "burden/calc/letter_case.hpp"
#include "burden/inputs/scenario_value.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::inputs;

namespace {

KeyOfSubject some(const ScenarioKey& key) {
    switch (key.subject) {
        case Subject::country:
            return {&key, "JPN"};
        case Subject::currency:
            return {&key, "EUR"};
        case Subject::run:
            break;
    }
    return {&key, ""};
}

calc::Fault fault_of(std::string_view name) {
    const auto key = read_key_name(name);
    REQUIRE_FALSE(key);
    return key.fault();
}

}  // namespace

TEST_CASE("every key says what it means, what it may be and what holds without it", "[inputs][scenario]") {
    std::set<std::string> patterns;
    for (const ScenarioKey& key : scenario_keys()) {
        CAPTURE(key.name);
        CHECK_FALSE(key.range.empty());
        CHECK_FALSE(key.meaning.empty());
        CHECK_FALSE(key.otherwise.empty());
        CHECK(patterns.insert(pattern_of(key)).second);
    }
}

TEST_CASE("the least and the most of a key are values of it", "[inputs][scenario]") {
    for (const ScenarioKey& key : scenario_keys()) {
        CAPTURE(key.name);
        const std::string currency = key.form == ValueForm::amount ? " JPY" : "";
        if (!key.low.empty() && key.low != "1e-9") {
            CHECK(read_setting_value(key, std::string(key.low) + currency, true));
        }
        if (!key.high.empty() && key.high != "1e9") {
            CHECK(read_setting_value(key, key.high, true));
        }
    }
}

TEST_CASE("a key is read as it is written, with its section or without, in any case", "[inputs][scenario]") {
    for (const ScenarioKey& key : scenario_keys()) {
        const KeyOfSubject one = some(key);
        const std::string name = to_text(one);
        const std::string whole = std::string(to_text(key.section)) + "." + name;
        CAPTURE(whole);
        CHECK(*read_key_name(name) == one);
        CHECK(*read_key_name(whole) == one);
        CHECK(*read_key_name(calc::upper_case(whole)) == one);
        CHECK(*read_key_name("  " + name + " ") == one);
    }
}

TEST_CASE("keys are listed by what they are about", "[inputs][scenario]") {
    CHECK(pattern_of(*read_key_name("jpn.target.share")->key) == "COUNTRY.target.share");
    CHECK(pattern_of(*read_key_name("fx.jpy")->key) == "fx.CURRENCY");
    CHECK(pattern_of(*read_key_name("to")->key) == "to");
    CHECK(read_key_name("fx.jpy")->subject == "JPY");
    CHECK(read_key_name("kor.growth")->subject == "KOR");
    CHECK(read_key_name("to")->subject.empty());
}

TEST_CASE("an unknown key names the nearest one with the country that was typed", "[inputs][scenario]") {
    CHECK(fault_of("kor.target.shar").message == "unknown key 'kor.target.shar'");
    CHECK(fault_of("kor.target.shar").nearest == "kor.target.share");
    CHECK(fault_of("kor.share").nearest == "kor.target.share");
    CHECK(fault_of("kor.gdp").nearest == "kor.base.gdp");
    CHECK(fault_of("kor.target.base-related").nearest == "kor.target.base_related");
    CHECK(fault_of("curency").nearest == "currency");
    CHECK(fault_of("kor.currency").nearest == "currency");
    CHECK(fault_of("kor.wonders").nearest.empty());
}

TEST_CASE("a key that begins like others lists them", "[inputs][scenario]") {
    const auto fault = fault_of("kor.hosting.contribution");
    CHECK(fault.allowed ==
          std::vector<std::string>{"kor.hosting.renewal", "kor.hosting.reading", "kor.hosting.in_budget"});
}

TEST_CASE("a key in the wrong section is told the right one", "[inputs][scenario]") {
    const auto fault = fault_of("policy.jpn.growth");
    CHECK(fault.message == "'jpn.growth' stands in [assumptions], not in [policy]");
    CHECK(fault.nearest == "assumptions.jpn.growth");
    CHECK(fault.at == 0);
    CHECK(fault.length == 17);
}

TEST_CASE("a key of a country needs its code in three letters", "[inputs][scenario]") {
    CHECK(fault_of("target.share").message == "no country stands before 'target.share'");
    CHECK(fault_of("target.share").allowed ==
          std::vector<std::string>{"COUNTRY.target.share, such as jpn.target.share"});
    CHECK(fault_of("japan.target.share").message == "'japan' is no country in three letters");
    CHECK(fault_of("policy.japan.target.share").at == 7);
    CHECK(fault_of("policy.japan.target.share").length == 5);
    CHECK(fault_of("jpn").message == "what is set of 'JPN' is missing");
    CHECK(fault_of("").message == "a key is missing");
}

TEST_CASE("a rate of exchange is of a currency", "[inputs][scenario]") {
    CHECK(fault_of("fx").message == "a currency is missing behind 'fx'");
    CHECK(fault_of("fx.jyp").nearest == "fx.jpy");
    CHECK(fault_of("fx.jyp").at == 3);
    CHECK(fault_of("fx.yen").nearest == "fx.jpy");
    CHECK(fault_of("usd.jpy").nearest == "fx.jpy");
    CHECK(fault_of("jpn.fx").message == "a rate of exchange is of a currency, not of a country");
}
