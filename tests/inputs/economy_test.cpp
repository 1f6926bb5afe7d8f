#include "burden/inputs/economy.hpp"

#include "burden/inputs/embedded.hpp"
#include "burden/inputs/facts_reader.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using calc::Year;

namespace {

const calc::Unit yen{calc::Currency("JPY")};

inputs::Facts facts_of(const std::string& code) {
    return inputs::embedded_facts(std::vector<std::string>{code});
}

inputs::SourcedEconomy japan(const inputs::EconomyOverrides& overrides = {}) {
    static const inputs::Facts facts = facts_of("JPN");
    const inputs::Country& country = *facts.find_country("JPN");
    const auto economy = inputs::economy_of(country, country.fiscal_year, {2020}, {2025}, {2040}, overrides);
    REQUIRE(economy);
    return *economy;
}

Decimal gdp_bn(const inputs::SourcedEconomy& economy, int year) {
    return economy.economy.gdp[{year}].in(yen) / Decimal("1e9");
}

}  // namespace

TEST_CASE("published GDP is put into fiscal years by months", "[inputs][economy]") {
    // IMF, World Economic Outlook, April 2026: 3/4 · 663,757.3 + 1/4 · 677,601.437
    CHECK(gdp_bn(japan(), 2025) == Decimal("667218.33425"));
}

TEST_CASE("GDP is carried on past the last published year by its last growth", "[inputs][economy]") {
    const auto economy = japan();
    // CY2031 781,318.572 on CY2030 760,696.66; CY2032 by the same factor; FY2031 = 3/4 · CY2031 + 1/4 ·
    // CY2032
    const Decimal y2031("781318.572");
    const Decimal y2032 = y2031 * y2031 / Decimal("760696.66");
    CHECK(same(gdp_bn(economy, 2031), (y2031 * 3 + y2032) / 4));
    CHECK(economy.gdp_words.find("after 2031") != std::string::npos);
}

TEST_CASE("a year is as certain as the least certain of its months", "[inputs][economy]") {
    const auto economy = japan();
    CHECK(economy.certainty[{2023}] == inputs::Certainty::outturn);
    CHECK(economy.certainty[{2024}] == inputs::Certainty::estimate);  // January to March 2025 is an estimate
    CHECK(economy.certainty[{2025}] ==
          inputs::Certainty::projection);  // January to March 2026 is a projection
    CHECK(economy.certainty[{2030}] == inputs::Certainty::projection);
    CHECK(economy.certainty[{2031}] == inputs::Certainty::extended);
}

TEST_CASE("rates of the user's take the place of a country's own, after the base year", "[inputs][economy]") {
    inputs::EconomyOverrides overrides;
    overrides.growth = *calc::read_shares_by_year("2%");
    overrides.inflation = *calc::read_shares_by_year("1%");
    const auto economy = japan(overrides);
    CHECK(same(gdp_bn(economy, 2025), Decimal("667218.33425")));
    CHECK(same(gdp_bn(economy, 2026), Decimal("667218.33425") * Decimal("1.0302")));  // 1.02 · 1.01
    CHECK(gdp_bn(economy, 2024) == gdp_bn(japan(), 2024));
    CHECK(economy.gdp_words.find("real growth 2 % a year") != std::string::npos);
    CHECK(economy.certainty[{2025}] == inputs::Certainty::projection);
    CHECK(economy.certainty[{2026}] == inputs::Certainty::given);
    CHECK(economy.certainty[{2035}] == inputs::Certainty::given);
}

TEST_CASE("a rate for one year leaves the others as they are published", "[inputs][economy]") {
    inputs::EconomyOverrides overrides;
    overrides.growth = *calc::read_shares_by_year("2027=0%");
    const auto published = models::real_growth(japan().economy);
    const auto changed = models::real_growth(japan(overrides).economy);
    CHECK(same(changed[{2027}], Decimal(0)));
    CHECK(same(changed[{2026}], published[{2026}]));
    CHECK(same(changed[{2028}], published[{2028}]));
}

TEST_CASE("an override with the country's own figure changes nothing", "[inputs][economy]") {
    inputs::EconomyOverrides overrides;
    overrides.gdp = *calc::read_amount("667218.33425 bn JPY");
    CHECK(same(gdp_bn(japan(overrides), 2035), gdp_bn(japan(), 2035)));
}

TEST_CASE("GDP in another currency is refused", "[inputs][economy]") {
    const auto facts = facts_of("JPN");
    const inputs::Country& country = *facts.find_country("JPN");
    inputs::EconomyOverrides overrides;
    overrides.gdp = *calc::read_amount("5 tn USD");
    const auto economy = inputs::economy_of(country, country.fiscal_year, {2025}, {2025}, {2030}, overrides);
    REQUIRE(!economy);
    CHECK(economy.diagnostics().front().message == "GDP of Japan is counted in JPY, not USD");
}

TEST_CASE("a year before the figures names the first year there is", "[inputs][economy]") {
    const auto facts = facts_of("KOR");
    const auto economy =
        inputs::economy_of(*facts.find_country("KOR"), calc::calendar_year, {1990}, {2025}, {2030}, {});
    REQUIRE(!economy);
    CHECK(economy.diagnostics().front().message ==
          "1990 is before the first year of 'Gross domestic product' for South Korea, 2010");
}

TEST_CASE("GDP and deflator of two vintages do not mix", "[inputs][economy]") {
    const auto file = inputs::read_facts_file(R"(country = "JPN"
[[series]]
key = "gdp-old"
measure = "gdp"
title = "GDP"
unit = "bn JPY"
period = "per calendar year"
prices = "current"
definition = "IMF"
vintage = "October 2025"
stage = "outturn"
source = "WEO2026"
[series.values]
2024 = "609000"
2025 = "620000"
[[choice]]
measure = "gdp"
use = "gdp-old"
why = "a test"
)",
                                              "old.toml");
    REQUIRE(file);
    const auto facts = inputs::combined(facts_of("JPN"), {*file});
    REQUIRE(facts);
    const inputs::Country& country = *facts->find_country("JPN");
    const auto economy = inputs::economy_of(country, country.fiscal_year, {2024}, {2024}, {2030}, {});
    REQUIRE(!economy);
    CHECK(economy.diagnostics().front().message.find("vintages do not mix") != std::string::npos);
}
