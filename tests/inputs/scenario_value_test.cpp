#include "burden/inputs/scenario_value.hpp"

#include "support/generators.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::inputs;
using calc::Decimal;
using calc::Year;
using models::ChangeKind;

namespace {

const ScenarioKey& key(std::string_view name) { return *read_key_name(name)->key; }

calc::Parsed<SettingValue> value(std::string_view name, std::string_view text) {
    return read_setting_value(key(name), text, false);
}

NumberSetting number(std::string_view name, std::string_view text) {
    CAPTURE(name, text);
    const auto parsed = value(name, text);
    if (!parsed) {
        FAIL(parsed.fault().message);
    }
    return std::get<NumberSetting>(*parsed);
}

/// The change of every year; the value has no years of its own.
models::Change<Decimal> always(std::string_view name, std::string_view text) {
    const NumberSetting setting = number(name, text);
    CHECK(setting.layer.years.empty());
    REQUIRE(setting.layer.always);
    return *setting.layer.always;
}

bool is(const models::Change<Decimal>& change, ChangeKind kind, std::string_view by) {
    return change.kind == kind && change.by == Decimal(by);
}

calc::Fault fault(std::string_view name, std::string_view text) {
    CAPTURE(name, text);
    const auto parsed = value(name, text);
    REQUIRE_FALSE(parsed);
    return parsed.fault();
}

}  // namespace

TEST_CASE("shares and rates are set", "[inputs][scenario]") {
    CHECK(is(always("jpn.target.share", "3.4%"), ChangeKind::set, "0.034"));
    CHECK(is(always("jpn.target.share", " ３．４ ％ "), ChangeKind::set, "0.034"));
    CHECK(is(always("jpn.growth", "-0.5%"), ChangeKind::set, "-0.005"));
    CHECK(is(always("jpn.growth", "\u22120.5%"), ChangeKind::set, "-0.005"));
    CHECK(is(always("jpn.growth", "-90%"), ChangeKind::set, "-0.9"));
    CHECK(is(always("jpn.growth", "1000%"), ChangeKind::set, "10"));
}

TEST_CASE("shares and rates are changed by points or by a factor", "[inputs][scenario]") {
    for (const auto* name : {"jpn.target.share", "jpn.target.related", "jpn.growth", "jpn.inflation",
                             "jpn.government_expenditure"}) {
        CHECK(is(always(name, "+0.5 pp"), ChangeKind::add, "0.005"));
        CHECK(is(always(name, "-0.5 percentage points"), ChangeKind::add, "-0.005"));
        CHECK(is(always(name, "\u00D71.1"), ChangeKind::multiply, "1.1"));
        CHECK(is(always(name, "x 0.9"), ChangeKind::multiply, "0.9"));
    }
}

TEST_CASE("a percentage with a plus sign may be meant in two ways, and is refused", "[inputs][scenario]") {
    CHECK(fault("jpn.growth", "+0.5%").message == "is '+0.5%' a rate or a change?");
    CHECK(fault("jpn.growth", "+0.5%").allowed == std::vector<std::string>{"0.5%", "+0.5 pp"});
    CHECK(fault("jpn.target.share", "+0.5 percent").allowed ==
          std::vector<std::string>{"0.5 percent", "+0.5 pp"});
    CHECK(fault("jpn.target.share", "0.5 pp").allowed == std::vector<std::string>{"+0.5 pp", "-0.5 pp"});
}

TEST_CASE("numbers are set, added to and multiplied", "[inputs][scenario]") {
    CHECK(is(always("jpn.presence.members", "54,288"), ChangeKind::set, "54288"));
    CHECK(is(always("jpn.presence.members", "54288"), ChangeKind::set, "54288"));
    CHECK(is(always("jpn.presence.members", "+500"), ChangeKind::add, "500"));
    CHECK(is(always("jpn.presence.members", "-1,500"), ChangeKind::add, "-1500"));
    CHECK(is(always("jpn.presence.members", "\u00D70.8"), ChangeKind::multiply, "0.8"));
    CHECK(is(always("fx.jpy", "149.57"), ChangeKind::set, "149.57"));
    CHECK(is(always("fx.jpy", "-9.57"), ChangeKind::add, "-9.57"));
}

TEST_CASE("a number of persons is whole, and a percentage of it is a factor", "[inputs][scenario]") {
    CHECK(fault("jpn.presence.members", "54.288").message == "'54.288' is no whole number of persons");
    CHECK(fault("jpn.presence.members", "-20%").nearest == "\u00D70.8");
    CHECK(fault("jpn.presence.members", "+10%").nearest == "\u00D71.1");
    CHECK(fault("jpn.presence.members", "0").message == "'0' is too low");
    CHECK(fault("fx.jpy", "0").message == "'0' is too low");
}

TEST_CASE("amounts keep their currency, and only those that stand for facts are changed",
          "[inputs][scenario]") {
    const NumberSetting arms = number("jpn.offsets.arms", "1,055.1 bn JPY");
    CHECK(is(*arms.layer.always, ChangeKind::set, "1055.1e9"));
    CHECK(arms.currency == calc::Currency("JPY"));
    CHECK(is(always("jpn.offsets.arms", "0 JPY"), ChangeKind::set, "0"));
    CHECK(number("jpn.base.gdp", "+10 tn JPY").currency == calc::Currency("JPY"));
    CHECK(is(always("jpn.base.gdp", "+10 tn JPY"), ChangeKind::add, "10e12"));
    CHECK(is(always("jpn.base.gdp", "-10 tn JPY"), ChangeKind::add, "-10e12"));
    CHECK(is(always("jpn.base.gdp", "\u00D71.01"), ChangeKind::multiply, "1.01"));

    CHECK(fault("jpn.offsets.arms", "-1 bn JPY").message == "the amount of a year is not below zero");
    CHECK(fault("jpn.offsets.arms", "\u00D72").message ==
          "'\u00D72' is a change, and 'offsets.arms' takes none");
    CHECK(fault("jpn.base.gdp", "0 JPY").message == "the amount of a year is above zero");
    CHECK(fault("jpn.base.gdp", "600 tn JPY over five years").message ==
          "a total over a term is not the amount of a year");
}

TEST_CASE("the spending of the base year is an amount or a share", "[inputs][scenario]") {
    CHECK(number("jpn.base.spending", "11 tn JPY").currency == calc::Currency("JPY"));
    CHECK_FALSE(number("jpn.base.spending", "1.8%").currency);
    CHECK(is(always("jpn.base.spending", "1.8%"), ChangeKind::set, "0.018"));
    CHECK(is(always("jpn.base.spending", "+0.1 pp"), ChangeKind::add, "0.001"));
    CHECK(is(always("jpn.base.spending", "-1 tn JPY"), ChangeKind::add, "-1e12"));
    CHECK(fault("jpn.base.spending", "180%").message == "'180%' is more than the whole of GDP");
}

TEST_CASE("a share above a quarter of GDP is read where that is allowed", "[inputs][scenario]") {
    for (const auto* name : {"jpn.target.share", "jpn.target.related"}) {
        const auto refused = fault(name, "34%");
        CHECK(refused.message == "34 % of GDP is more than any country spends in peace; did you mean 3.4 %?");
        CHECK(refused.allowed.empty());
        CHECK(hint_on_value(key(name), "34%", false) == "shares above 25 % need  allow_extreme = true");
        CHECK(read_setting_value(key(name), "34%", true));
        CHECK_FALSE(read_setting_value(key(name), "101%", true));
        CHECK(hint_on_value(key(name), "101%", false).empty());
        CHECK(read_setting_value(key(name), "25%", false));
    }
}

TEST_CASE("figures by year are set or changed, each by itself", "[inputs][scenario]") {
    const NumberSetting growth = number("jpn.growth", "2027=2%, 2028 = +0.5 pp,2029=\u00D71.1");
    CHECK_FALSE(growth.layer.always);
    REQUIRE(growth.layer.years.size() == 3);
    CHECK(growth.layer.years[0].first == Year{2027});
    CHECK(is(growth.layer.years[0].second, ChangeKind::set, "0.02"));
    CHECK(is(growth.layer.years[1].second, ChangeKind::add, "0.005"));
    CHECK(is(growth.layer.years[2].second, ChangeKind::multiply, "1.1"));

    const NumberSetting arms = number("jpn.offsets.arms", "FY2027=1,055.1 bn JPY,FY2028=900,000,000 JPY");
    REQUIRE(arms.layer.years.size() == 2);
    CHECK(is(arms.layer.years[0].second, ChangeKind::set, "1055.1e9"));
    CHECK(is(arms.layer.years[1].second, ChangeKind::set, "9e8"));

    const NumberSetting rates = number("fx.jpy", "2027=1,000,2028=150");
    REQUIRE(rates.layer.years.size() == 2);
    CHECK(is(rates.layer.years[0].second, ChangeKind::set, "1000"));
}

TEST_CASE("figures by year that do not go together are refused where the later one stands",
          "[inputs][scenario]") {
    CHECK(fault("jpn.growth", "2027=2%,2027=1%").message == "2027 is given twice");
    CHECK(fault("jpn.growth", "2027=2%,FY2027=1%").message == "FY2027 is given twice");
    CHECK(fault("jpn.growth", "2027=2%,FY2028=1%").message ==
          "fiscal and calendar years are mixed: 2027 and FY2028");
    CHECK(fault("jpn.growth", "2027=2%,FY2028=1%").at == 8);
    CHECK(fault("jpn.growth", "2027=2%,1%").message == "a year and '=' are missing");
    CHECK(fault("jpn.growth", "2027=2%,2028=1").at == 13);
    CHECK(fault("jpn.offsets.arms", "2027=1 bn JPY,2028=1 bn USD").message ==
          "two currencies by year: JPY and USD");
    CHECK(fault("jpn.presence.members", "2027=50,000").message ==
          "'presence.members' is one figure, not one for each year");
    CHECK(fault("jpn.growth", "2027=").message == "a value is missing");
    CHECK(fault("jpn.growth", "2027=2%,").message == "a year and '=' are missing");
}

TEST_CASE("a figure of the facts stands where a change may stand", "[inputs][scenario]") {
    const NumberSetting members = number("jpn.presence.members", "fact jpn troops-dmdc-december 2025");
    REQUIRE(members.fact);
    CHECK(members.fact->country == "JPN");
    CHECK(members.fact->series == "troops-dmdc-december");
    CHECK(members.fact->from == Year{2025});
    CHECK_FALSE(members.layer.always);

    CHECK(fault("jpn.offsets.arms", "fact JPN arms-budget FY2025").message ==
          "'offsets.arms' takes no figure of the facts");
    CHECK(fault("jpn.growth", "2027=fact JPN real-growth-imf 2026").message ==
          "a figure of the facts stands for every year, not for one");
    CHECK(fault("jpn.growth", "fact").message ==
          "country, series and year of a figure of the facts are missing");
    CHECK(fault("jpn.growth", "fact JPN real-growth-imf").at == 5);
}

TEST_CASE("words are read by the readers of their rules", "[inputs][scenario]") {
    CHECK(std::get<AskedShape>(*value("jpn.target.path", "linear:limit=8%")).most_growth == Decimal("0.08"));
    CHECK(std::get<AskedAfterRule>(*value("jpn.target.then", "hold-real")).text == "hold-real");
    CHECK_FALSE(std::get<std::optional<calc::YearText>>(*value("jpn.target.denominator", "same-year")));
    CHECK(std::get<std::optional<calc::YearText>>(*value("jpn.target.denominator", "FY2022"))->fiscal);
    CHECK_FALSE(std::get<std::optional<calc::YearText>>(*value("prices", "current")));
    CHECK(std::get<std::optional<calc::YearText>>(*value("prices", "constant:2025"))->year == Year{2025});
    CHECK(std::get<AskedRenewal>(*value("jpn.hosting.renewal", "x4")).number == Decimal(4));
    CHECK(std::get<calc::YearText>(*value("jpn.target.by", "FY2035")).fiscal);
    CHECK(std::get<bool>(*value("jpn.hosting.in_budget", "false")) == false);
    CHECK(std::get<std::string>(*value("jpn.target.parity", "usa")) == "USA");
    CHECK(std::get<std::string>(*value("jpn.definition", "sipri-fy")) == "sipri-fy");
    CHECK(std::get<std::vector<std::string>>(*value("countries", "jpn, USA")) ==
          std::vector<std::string>{"JPN", "USA"});
    CHECK(std::get<calc::Currency>(*value("currency", "usd")) == calc::Currency("USD"));
}

TEST_CASE("one rule is taken where a command takes a list of them", "[inputs][scenario]") {
    CHECK(fault("jpn.target.path", "linear,back").message == "one path is taken, not 2");
    CHECK(fault("jpn.hosting.renewal", "flat,x4").message == "one renewal is taken, not 2");
    CHECK(fault("jpn.hosting.renewal", "\u00D74").nearest == "x4");
    CHECK(fault("to", "2101").message == "'2101' is too late");
    CHECK(fault("currency", "yen").nearest == "JPY");
    CHECK(fault("countries", "JPN,usa,JPN").at == 8);
}

TEST_CASE("a number that is written comes back as it was", "[inputs][scenario]") {
    CHECK(rc::check("shares", [] {
        const Decimal share = *tests::shares() / 4;
        const std::string text = (share * 100).to_significant(Decimal::digits);
        RC_ASSERT(is(always("jpn.target.share", text + "%"), ChangeKind::set,
                     share.to_significant(Decimal::digits)));
        RC_ASSERT(is(always("jpn.target.share", "+" + text + " pp"), ChangeKind::add,
                     share.to_significant(Decimal::digits)));
    }));
}

TEST_CASE("any text is read or refused with a place within it", "[inputs][scenario]") {
    const std::string letters = "0123456789.,=%+-x\u00D7 pFYbnJUSDfact:";
    CHECK(rc::check([&] {
        const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(letters));
        for (const ScenarioKey& one : scenario_keys()) {
            const auto parsed = read_setting_value(one, text, false);
            if (!parsed) {
                RC_ASSERT(!parsed.fault().message.empty());
                RC_ASSERT(parsed.fault().at <= text.size());
            }
        }
    }));
}
