#include "burden/inputs/setting_words.hpp"

#include "support/catch.hpp"

using namespace burden;

namespace {

std::string words(const std::string& text) {
    const auto setting = inputs::read_setting(text, false);
    REQUIRE(setting);
    return inputs::in_words(*setting);
}

inputs::Scenario scenario(const std::vector<std::string>& settings) {
    inputs::Scenario result;
    for (const std::string& text : settings) {
        result.settings.push_back(*inputs::read_setting(text, false));
    }
    return result;
}

}  // namespace

TEST_CASE("a setting in words", "[inputs][scenario]") {
    CHECK(words("jpn.target.share=3.4%") == "3.4 % of GDP");
    CHECK(words("jpn.target.share=+0.5 pp") == "0.5 pp more");
    CHECK(words("jpn.target.share=-1 pp") == "1 pp less");
    CHECK(words("jpn.growth=-0.5%") == "\u22120.5 % a year");
    CHECK(words("jpn.growth=2027=1%,2028=+0.5 pp") == "2027: 1 % a year; 2028: 0.5 pp more");
    CHECK(words("fx.jpy=150") == "150 JPY per USD");
    CHECK(words("fx.jpy=×1.1") == "1.1 times as much");
    CHECK(words("jpn.presence.members=-500") == "500 persons less");
    CHECK(words("jpn.base.spending=11 tn JPY") == "¥11 tn");
    CHECK(words("jpn.base.spending=1.8%") == "1.8 % of GDP");
    CHECK(words("jpn.base.spending=fact JPN security-total-initial FY2025") ==
          "the published figure JPN security-total-initial FY2025");
    CHECK(words("jpn.target.by=FY2033") == "FY2033");
    CHECK(words("jpn.target.denominator=FY2022") == "GDP of FY2022");
    CHECK(words("prices=constant:2025") == "constant prices of 2025");
    CHECK(words("prices=current") == "current prices");
    CHECK(words("jpn.hosting.in_budget=false") == "no");
    CHECK(words("countries=JPN, USA") == "JPN, USA");
}

TEST_CASE("a setting says what it stands over, and a change what it is upon", "[inputs][scenario]") {
    const auto over = scenario({"jpn.target.share=2%", "jpn.target.share=3.4%"});
    CHECK(inputs::in_words(over.settings[1], over) == "3.4 % of GDP (over 2 % of GDP in --set)");
    CHECK(inputs::in_words(over.settings[0], over) == "2 % of GDP");
    const auto upon = scenario({"jpn.target.share=2%", "jpn.target.share=+0.5 pp", "jpn.target.share=×1.1"});
    CHECK(inputs::in_words(upon.settings[2], upon) ==
          "1.1 times as much (upon 0.5 pp more in --set, upon 2 % of GDP in --set)");
}
