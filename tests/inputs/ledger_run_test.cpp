/// Ledgers of two sides, on the compiled-in facts.
#include "burden/inputs/ledger_run.hpp"

#include <algorithm>

#include "inputs/known_facts.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using inputs::AccountRun;
using inputs::AsideRun;
using inputs::CostBase;
using inputs::CountingRule;
using inputs::LedgerRun;
using inputs::RuleShare;
using Kind = inputs::LedgerAside::Kind;
using Words = std::vector<std::string>;

namespace {

inputs::Reading<LedgerRun> asked_ledger(const std::string& code, const std::string& period) {
    std::optional<std::pair<calc::YearText, calc::YearText>> years;
    if (!period.empty()) {
        years = *calc::read_years(period);
    }
    return inputs::ledger_run(known_facts(), *known_facts().find_country(code), years);
}

LedgerRun ledger(const std::string& code, const std::string& period = "") {
    const auto run = asked_ledger(code, period);
    REQUIRE(run);
    return *run;
}

const AccountRun& account(const LedgerRun& run, const std::string& key) {
    const auto found = std::find_if(run.accounts.begin(), run.accounts.end(),
                                    [&](const AccountRun& one) { return one.key == key; });
    INFO(key);
    REQUIRE(found != run.accounts.end());
    return *found;
}

const RuleShare& under(const AccountRun& account, CountingRule rule) {
    const auto found = std::find_if(account.shares.begin(), account.shares.end(),
                                    [&](const RuleShare& share) { return share.rule == rule; });
    REQUIRE(found != account.shares.end());
    return *found;
}

/// In per cent, to a decimal; what is not known in words.
std::string share_text(const AccountRun& account, CountingRule rule) {
    const RuleShare& share = under(account, rule);
    return share.cost ? (models::host_share(*share.cost) * 100).to_text(1) : share.unknown;
}

Words keys(const LedgerRun& run) {
    Words keys;
    for (const AccountRun& one : run.accounts) {
        keys.push_back(one.key);
    }
    return keys;
}

Decimal bn(const calc::Total<Decimal>& amount) { return amount.in(amount.unit()) / Decimal("1e9"); }

Decimal yearly_bn(const std::string& code, CostBase base) {
    const auto cost = inputs::yearly_cost(known_facts(), *known_facts().find_country(code), base);
    REQUIRE(cost);
    return cost->amount.in(cost->amount.unit()) / Decimal("1e9");
}

}  // namespace

TEST_CASE("Japan bore 37.6 % and Korea 30.2 % of direct costs from 2016 to 2019", "[inputs][ledger]") {
    const LedgerRun japan = ledger("JPN");
    const AccountRun& direct = account(japan, "jpn-gao-2016-2019");
    CHECK(share_text(direct, CountingRule::direct) == "37.6");  // 12.6 / 33.5
    CHECK_THAT(models::host_share(*under(direct, CountingRule::direct).cost),
               Is<Decimal>(Decimal("12.6") / Decimal("33.5")));
    CHECK_FALSE(under(direct, CountingRule::direct).assumed);
    CHECK(direct.length == 4);
    const LedgerRun korea = ledger("KOR");
    CHECK(share_text(account(korea, "kor-gao-2016-2019"), CountingRule::direct) == "30.2");  // 5.8 / 19.2
}

TEST_CASE("rent that is forgone makes the host's share larger, and is marked as assumed",
          "[inputs][ledger]") {
    const LedgerRun run = ledger("JPN");
    const AccountRun& japan = account(run, "jpn-gao-2016-2019");
    const RuleShare& direct = under(japan, CountingRule::direct);
    const RuleShare& rent = under(japan, CountingRule::with_forgone_rent);
    REQUIRE(rent.cost);
    CHECK(rent.assumed);
    CHECK(models::host_share(*direct.cost) < models::host_share(*rent.cost));
    CHECK(share_text(japan, CountingRule::with_forgone_rent) == "47.1");
    // 164 bn yen in each year, at the average of 2016, 2017, 2018 and 2019
    const auto line = std::find_if(japan.lines.begin(), japan.lines.end(), [](const inputs::LedgerLine& one) {
        return one.part == inputs::LedgerPart::forgone_rent;
    });
    REQUIRE(line != japan.lines.end());
    CHECK(line->assumed);
    CHECK(line->published == "164.0 bn JPY, FY2019");
    CHECK(line->rate_words == "at the average rate of each year");
    CHECK_THAT(bn(rent.cost->host) - bn(direct.cost->host), Is<Decimal>(bn(line->amount)));
    CHECK(share_text(japan, CountingRule::with_forgone_rent_and_taxes) == "no figure for waived taxes");
}

TEST_CASE("military pay is left out where a split is published, and else is not known", "[inputs][ledger]") {
    const LedgerRun japan = ledger("JPN");
    const LedgerRun korea = ledger("KOR");
    const auto share = [](const LedgerRun& run, const std::string& key) {
        return share_text(account(run, key), CountingRule::without_military_pay);
    };
    const std::string no_split = "no split of the guest's costs is published";
    CHECK(share(korea, "kor-us-budget-2020") == "27.2");
    CHECK(share(korea, "kor-fy2012") == "40.3");
    CHECK(share(japan, "jpn-fy2012") == "52.9");
    CHECK(share(japan, "jpn-gao-2016-2019") == no_split);
    CHECK(share(japan, "jpn-us-budget-2020") == no_split);
    CHECK(share(japan, "jpn-fy2016") == no_split);
    CHECK(share(korea, "kor-gao-2016-2019") == no_split);
    CHECK(share_text(account(korea, "kor-us-budget-2020"), CountingRule::direct) == "16.5");
    CHECK(share_text(account(japan, "jpn-fy2012"), CountingRule::direct) ==
          "the guest's military pay is not published");
}

TEST_CASE("the guest's parts add to what it bore", "[inputs][ledger]") {
    const LedgerRun run = ledger("KOR");
    const AccountRun& korea = account(run, "kor-us-budget-2020");
    Decimal guest = 0;
    Decimal pay = 0;
    for (const inputs::LedgerLine& line : korea.lines) {
        if (!inputs::is_hosts(line.part)) {
            guest += bn(line.amount);
        }
        if (line.part == inputs::LedgerPart::military_pay) {
            pay += bn(line.amount);
        }
    }
    CHECK(guest == Decimal("4.4642"));  // 2,104.0 + 2,218.1 + 140.8 + 0 + 1.3 mn
    CHECK(bn(under(korea, CountingRule::direct).cost->guest) == guest);
    CHECK(bn(under(korea, CountingRule::without_military_pay).cost->guest) == guest - pay);
}

TEST_CASE("a share is the host's part of both and lies between none and all", "[inputs][ledger]") {
    for (const char* code : {"JPN", "KOR"}) {
        const LedgerRun run = ledger(code);
        for (const AccountRun& one : run.accounts) {
            CHECK(one.shares.size() == 4);
            for (const RuleShare& share : one.shares) {
                INFO(one.key << ", " << inputs::to_text(share.rule));
                CHECK(share.cost.has_value() == share.unknown.empty());
                if (share.cost) {
                    const Decimal part = models::host_share(*share.cost);
                    CHECK(Decimal(0) < part);
                    CHECK(part < Decimal(1));
                    CHECK_THAT(part, Is<Decimal>(share.cost->host / (share.cost->host + share.cost->guest)));
                }
            }
        }
    }
}

TEST_CASE("a period keeps the accounts that touch it", "[inputs][ledger]") {
    CHECK(keys(ledger("JPN", "2016..2019")) == Words{"jpn-gao-2016-2019", "jpn-fy2016"});
    CHECK(keys(ledger("JPN", "2019")) == Words{"jpn-gao-2016-2019"});
    CHECK(keys(ledger("JPN", "2010..2012")) == Words{"jpn-fy2012", "jpn-fy2010"});
    CHECK(keys(ledger("KOR", "2020..2030")) == Words{"kor-us-budget-2020"});
    CHECK(keys(ledger("JPN")).size() == 5);
    const auto none = asked_ledger("JPN", "1990..1991");
    REQUIRE_FALSE(none);
    CHECK(none.diagnostics().front().file == "--period");
    CHECK(none.diagnostics().front().allowed == Words{"2016..2019", "FY2020", "FY2016", "FY2012", "FY2010"});
}

TEST_CASE("a host without ledger is refused with those that have one", "[inputs][ledger]") {
    const auto none = asked_ledger("AUS", "");
    REQUIRE_FALSE(none);
    CHECK(none.diagnostics().front().message == "no ledger of Australia is known");
    CHECK(none.diagnostics().front().allowed == Words{"JPN", "KOR"});
}

TEST_CASE("shares that others publish stand beside, as published", "[inputs][ledger]") {
    const LedgerRun japan = ledger("JPN");
    Words quoted;
    for (const AsideRun& one : japan.asides) {
        if (one.aside->kind == Kind::quoted_share) {
            REQUIRE(one.fact);
            quoted.push_back(one.fact->observation->text + ", " + one.when);
        }
    }
    CHECK(quoted == Words{"86.4, FY2015", "92.6, FY2015", "74.5, 2002", "50, 2016"});
}

TEST_CASE("an offset is flagged and no line of an account", "[inputs][ledger]") {
    for (const char* code : {"JPN", "KOR"}) {
        const LedgerRun run = ledger(code);
        std::size_t offsets = 0;
        for (const AsideRun& one : run.asides) {
            if (one.aside->kind != Kind::offset) {
                continue;
            }
            ++offsets;
            REQUIRE(one.aside->fact);
            for (const inputs::LedgerAccount& written : known_facts().accounts) {
                for (const inputs::LedgerEntry& entry : written.entries) {
                    CHECK(entry.fact.text != one.aside->fact->text);
                }
            }
        }
        INFO(code);
        CHECK(offsets > 0);
    }
    const LedgerRun japan = ledger("JPN");
    const auto arms = std::find_if(japan.asides.begin(), japan.asides.end(),
                                   [](const AsideRun& one) { return one.aside->kind == Kind::offset; });
    CHECK(arms->aside->in_budget == true);
    CHECK_FALSE(arms->aside->additionality);
}

TEST_CASE("what nobody has priced is listed without a figure", "[inputs][ledger]") {
    const LedgerRun japan = ledger("JPN");
    CHECK(std::any_of(japan.asides.begin(), japan.asides.end(), [](const AsideRun& one) {
        return one.aside->kind == Kind::unpriced && !one.fact && one.when.empty() &&
               !one.aside->sources.empty();
    }));
}

TEST_CASE("the cost of a year is of the account of the most years that has it", "[inputs][ledger]") {
    CHECK(yearly_bn("JPN", CostBase::guest) == Decimal("5.225"));
    CHECK(yearly_bn("JPN", CostBase::guest_and_host) == Decimal("8.375"));
    CHECK(yearly_bn("JPN", CostBase::no_military_pay) == Decimal("2"));
    CHECK(yearly_bn("KOR", CostBase::guest) == Decimal("3.35"));
    CHECK(yearly_bn("KOR", CostBase::guest_and_host) == Decimal("4.8"));
    CHECK(yearly_bn("KOR", CostBase::no_military_pay) == Decimal("2.3602"));  // 2020, the later of two
    const auto none = inputs::yearly_cost(known_facts(), *known_facts().find_country("AUS"), CostBase::guest);
    REQUIRE_FALSE(none);
    CHECK(none.diagnostics().front().message == "no ledger of Australia gives the guest's obligations");
}

TEST_CASE("every rule of counting has a name of its own", "[inputs][ledger]") {
    Words names;
    const LedgerRun run = ledger("JPN");
    for (const RuleShare& share : account(run, "jpn-fy2010").shares) {
        names.emplace_back(inputs::to_text(share.rule));
    }
    CHECK(names ==
          Words{"direct", "without military pay", "with forgone rent", "with forgone rent and taxes"});
}
