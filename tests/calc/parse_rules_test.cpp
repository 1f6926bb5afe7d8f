#include "burden/calc/parse.hpp"
#include "support/catch.hpp"

using namespace burden;

namespace {

/// Rules as `name[key=value, value]`, one after another.
std::string shown(const std::vector<calc::RuleText>& rules) {
    std::string text;
    for (const auto& rule : rules) {
        text += (text.empty() ? "" : " ") + rule.name;
        for (const auto& [key, value, at, value_at] : rule.parameters) {
            text += "[" + (key.empty() ? "" : key + "=") + value + "]";
        }
    }
    return text;
}

}  // namespace

TEST_CASE("a rule has a name and parameters", "[calc][parse]") {
    CHECK(shown(*calc::read_rules("x4")) == "x4");
    CHECK(shown(*calc::read_rules("step:8.3%")) == "step[8.3%]");
    CHECK(shown(*calc::read_rules("cpi:cap=5%:lag=1")) == "cpi[cap=5%][lag=1]");
    CHECK(shown(*calc::read_rules("cost-plus:50%:base=guest")) == "cost-plus[50%][base=guest]");
    CHECK(shown(*calc::read_rules("x1.5")) == "x1.5");
}

TEST_CASE("rules have commas between them", "[calc][parse]") {
    const auto rules =
        calc::read_rules("lapse,bridge,flat,cpi:cap=5%,budget,step:8.3%,x4,cost-plus:50%:base=guest");
    REQUIRE(rules);
    CHECK(shown(*rules) == "lapse bridge flat cpi[cap=5%] budget step[8.3%] x4 cost-plus[50%][base=guest]");
    CHECK((*rules)[3].text == "cpi:cap=5%");
    CHECK((*rules)[7].text == "cost-plus:50%:base=guest");
}

TEST_CASE("a piece that begins with a year goes on with the rule before it", "[calc][parse]") {
    const auto rules = calc::read_rules("linear,table:FY2028=2.2%,FY2035=5%");
    REQUIRE(rules);
    CHECK(shown(*rules) == "linear table[FY2028=2.2%][FY2035=5%]");
    CHECK((*rules)[1].text == "table:FY2028=2.2%,FY2035=5%");
    CHECK(shown(*calc::read_rules("table:2028=2%,2035=5%:limit=3%,flat")) ==
          "table[2028=2%][2035=5%][limit=3%] flat");
}

TEST_CASE("a rule remembers how and where it was typed", "[calc][parse]") {
    const std::string typed = " ｌｉｎｅａｒ， table: FY2028 = ２％,FY2035=5% ";
    const auto rules = calc::read_rules(typed);
    REQUIRE(rules);
    REQUIRE(rules->size() == 2);
    CHECK((*rules)[0].name == "linear");
    CHECK((*rules)[0].text == "ｌｉｎｅａｒ");
    CHECK((*rules)[1].text == "table: FY2028 = ２％,FY2035=5%");
    for (const auto& rule : *rules) {
        CHECK(typed.substr(rule.at, rule.text.size()) == rule.text);
        for (const auto& parameter : rule.parameters) {
            CHECK(typed.substr(parameter.at, parameter.key.size()) == parameter.key);
            CHECK(typed.substr(parameter.value_at, parameter.value.size()) == parameter.value);
        }
    }
    CHECK((*rules)[1].parameters[0].value == "２％");
}
