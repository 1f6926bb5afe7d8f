/// Renewals of arrangements, on the compiled-in facts.
#include "burden/inputs/hosting_run.hpp"

#include <algorithm>

#include "burden/inputs/chosen.hpp"
#include "inputs/known_facts.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using calc::Year;
using inputs::HostingQuestion;
using inputs::HostingRun;
using inputs::RenewalRun;
using Amounts = calc::Series<calc::Yearly<Decimal>>;
using Words = std::vector<std::string>;

namespace {

const std::string japan = "jpn-sma-2022";
const std::string korea = "kor-sma-12";

/// In billions of its unit.
template <typename Money>
Decimal bn(const Money& amount) {
    return amount.in(amount.unit()) / Decimal("1e9");
}

std::vector<Decimal> by_year_bn(const Amounts& amounts) {
    std::vector<Decimal> values;
    for (const auto& amount : amounts) {
        values.push_back(bn(amount));
    }
    return values;
}

void check_held(const Amounts& amounts, const std::string& expected_bn) {
    for (const Decimal& value : by_year_bn(amounts)) {
        CHECK_THAT(value, Is<Decimal>(expected_bn));
    }
}

RenewalRun renewal(const std::string& text, HostingQuestion question = {}) {
    return hosting(japan, text, std::move(question)).renewals.front();
}

HostingQuestion with_cpi(const std::string& rates) { return {.cpi = *calc::read_shares_by_year(rates)}; }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

// The present term

TEST_CASE("Japan's arrangement is 1,055.1 bn over five years, 211.02 bn a year", "[inputs][hosting]") {
    const HostingRun run = hosting(japan, "");
    REQUIRE(run.total);
    REQUIRE(run.average);
    CHECK(run.total->in(run.unit) == Decimal("1055.1e9"));
    CHECK(run.average->in(run.unit) == Decimal("211.02e9"));
    CHECK(run.unit.currency == calc::Currency("JPY"));
    CHECK(run.abroad.currency == calc::Currency("USD"));
    CHECK(run.term_first == Year{2022});
    CHECK(run.term_last == Year{2026});
    CHECK(run.term_years == 5);
    CHECK(run.arrangement->end == calc::Date{2027, 3, 31});
    CHECK(run.renewals.empty());
    CHECK(run.reading == nullptr);
}

TEST_CASE("labour is what the other items leave of the total", "[inputs][hosting]") {
    const HostingRun run = hosting(japan, "");
    REQUIRE(run.items.size() == 5);
    calc::Total<Decimal> sum(0, run.unit);
    int residuals = 0;
    for (const inputs::PresentItem& item : run.items) {
        INFO(item.key);
        REQUIRE(item.total);
        sum = sum + *item.total;
        if (item.residual) {
            ++residuals;
            CHECK(item.total->in(run.unit) == Decimal("725.5e9"));  // 1,055.1 − 88.5 − 20 − 57 − 164.1
            CHECK(item.basis == inputs::LegalBasis::both);
            CHECK(has(item.derivation, "¥1,055.1 bn less "));
        } else {
            CHECK(item.derivation.empty());
        }
    }
    CHECK(residuals == 1);
    CHECK(sum == *run.total);
}

TEST_CASE("utilities are known by year and add to their total", "[inputs][hosting]") {
    const HostingRun run = hosting(japan, "");
    const auto utilities =
        std::find_if(run.items.begin(), run.items.end(),
                     [](const inputs::PresentItem& item) { return item.key == "utilities"; });
    REQUIRE(utilities != run.items.end());
    REQUIRE(utilities->years.size() == 5);
    std::vector<Decimal> values;
    for (const auto& year : utilities->years) {
        REQUIRE(year);
        values.push_back(bn(*year));
    }
    CHECK(values == std::vector<Decimal>{Decimal("23.4"), Decimal("23.4"), Decimal("15.1"), Decimal("13.3"),
                                         Decimal("13.3")});
    CHECK(bn(*utilities->total) == Decimal("88.5"));
}

TEST_CASE("the last year is the budget of it where one is known", "[inputs][hosting]") {
    const HostingRun run = hosting(japan, "");
    REQUIRE(run.last);
    CHECK(bn(*run.last) == Decimal("219.1"));
    REQUIRE(run.term.size() == 5);
    CHECK_FALSE(run.term[0].budget);
    CHECK(bn(*run.term[2].budget) == Decimal("212.4"));
    CHECK(bn(*run.term[3].budget) == Decimal("216.3"));
    CHECK(bn(*run.term[4].budget) == Decimal("219.1"));
}

TEST_CASE("days are counted to the last day, which is still within", "[inputs][hosting]") {
    const auto left = [](calc::Date day) { return hosting(japan, "", {.as_of = day}).days_left; };
    CHECK(hosting(japan, "").days_left == 129);
    CHECK(left({2026, 11, 22}) == 129);
    CHECK(left({2027, 3, 30}) == 1);
    CHECK(left({2027, 3, 31}) == 0);
    CHECK(left({2027, 4, 1}) == -1);
    CHECK(left({2026, 3, 31}) == 365);
    CHECK(left({2024, 2, 28}) == 1127);  // 29 February 2024 lies between
    CHECK(left({2022, 4, 1}) == 1825);   // 365 · 5, less the first day, with that 29 February
}

TEST_CASE("a month counts from its first day and to its last", "[inputs][hosting]") {
    CHECK(inputs::days_between({2026, 2, 0}, {2026, 2, 0}) == 27);
    CHECK(inputs::days_between({2024, 2, 0}, {2024, 2, 0}) == 28);
    CHECK(inputs::days_between({2026, 0, 0}, {2026, 0, 0}) == 364);
    CHECK(inputs::days_between({2026, 3, 1}, {2026, 2, 28}) == -1);
}

TEST_CASE("the years of a term are those of the host's calendar", "[inputs][hosting]") {
    const auto& facts = known_facts();
    const auto& jpn = *facts.find_country("JPN");
    const auto years = inputs::term_years(known_arrangement(japan), jpn.fiscal_year);
    CHECK(years.first == Year{2022});
    CHECK(years.last == Year{2026});
    const auto extension = inputs::term_years(known_arrangement("jpn-sma-2016-extension"), jpn.fiscal_year);
    CHECK(extension.first == Year{2021});
    CHECK(extension.last == Year{2021});
    CHECK_FALSE(inputs::term_years(known_arrangement("jpn-sofa-1978"), jpn.fiscal_year).last);
    const HostingRun run = hosting(korea, "flat");
    CHECK(run.term_first == Year{2026});
    CHECK(run.term_last == Year{2030});
    CHECK(run.first == Year{2031});
    CHECK(run.to == Year{2035});
}

TEST_CASE("every arrangement of the facts can be shown", "[inputs][hosting]") {
    for (const inputs::Arrangement& arrangement : known_facts().arrangements) {
        const HostingRun run = hosting(arrangement.key, "");
        INFO(arrangement.key);
        CHECK(!run.sources.empty());
        if (run.total && run.average) {
            CHECK_THAT(bn(*run.average) * Decimal(run.term_years), Is<Decimal>(bn(*run.total)));
        }
    }
}

// Rules that start from the term

TEST_CASE("flat is five times the average, to the yen", "[inputs][hosting]") {
    const HostingRun run = hosting(japan, "flat");
    const RenewalRun& flat = run.renewals.front();
    CHECK(run.first == Year{2027});
    CHECK(run.to == Year{2031});
    CHECK(by_year_bn(flat.home.amounts) == std::vector<Decimal>(5, Decimal("211.02")));
    CHECK(flat.home.total.in(run.unit) == Decimal("1055.1e9"));
    CHECK(flat.home.total_difference.in(run.unit) == Decimal(0));
    CHECK_FALSE(flat.fixed_abroad);
    CHECK(flat.warning.empty());
}

TEST_CASE("a renewal runs for the years that are asked for", "[inputs][hosting]") {
    for (const int years : {1, 2, 10, 50}) {
        const HostingRun run = hosting(japan, "flat", {.years = years});
        CHECK(run.renewals.front().home.amounts.size() == years);
        CHECK(run.renewals.front().home.total.in(run.unit) == Decimal("211.02e9") * Decimal(years));
        CHECK(run.to == Year{2026 + years});
    }
}

TEST_CASE("base=last starts from the budget of the last year", "[inputs][hosting]") {
    check_held(renewal("flat:base=last").home.amounts, "219.1");
    check_held(renewal("flat", {.base = inputs::RenewalBase::last}).home.amounts, "219.1");
    check_held(renewal("flat:base=average", {.base = inputs::RenewalBase::last}).home.amounts, "211.02");
    check_held(renewal("x4:base=last").home.amounts, "876.4");
    // Against flat from the base of the question: 5 · (219.1 − 211.02)
    CHECK_THAT(bn(renewal("flat:base=last").home.total_difference), Is<Decimal>("40.4"));
    CHECK_THAT(bn(renewal("flat:base=last", {.base = inputs::RenewalBase::last}).home.total_difference),
               Is<Decimal>("0"));
}

TEST_CASE("four times is 844.08 bn a year, and no 8 bn dollars", "[inputs][hosting]") {
    const RenewalRun x4 = renewal("x4");
    CHECK(by_year_bn(x4.home.amounts) == std::vector<Decimal>(5, Decimal("844.08")));
    CHECK(bn(x4.home.total) == Decimal("4220.4"));
    CHECK(bn(x4.home.total_difference) == Decimal("3165.3"));
    CHECK(x4.warning ==
          "x4 is ¥844.08 bn a year, $5.64 bn at this rate. The demand reported in 2019, about $8 bn, is "
          "another base or rate: it is ¥1,196.55 bn here, 5.7 times the base; x4 comes to it at 105.51 "
          "JPY/USD, or on a base of $2 bn (¥299.14 bn).");
    CHECK(renewal("x0.5").warning.empty());
    CHECK(renewal("x1").warning.empty());
    CHECK_FALSE(renewal("x1.1").warning.empty());
    CHECK_FALSE(renewal("x4", {.rate = *inputs::RateRequest::read("fixed:120")}).warning == x4.warning);
}

TEST_CASE("when the agreement lapses only what rests on the status of forces goes on", "[inputs][hosting]") {
    const RenewalRun lapse = renewal("lapse");
    check_held(lapse.home.amounts, "32.82");  // facilities, 164.1 / 5
    CHECK(has(lapse.note, "goes on: Facilities improvement; ¥178.2 bn a year stops"));
    CHECK(has(lapse.note, "lapse:mixed=PART"));
}

TEST_CASE("what goes on and what stops are the average, whatever part of the mixed items goes on",
          "[inputs][hosting]") {
    const HostingRun term = hosting(japan, "");
    CHECK(rc::check([&] {
        const int percent = *rc::gen::inRange(0, 101);
        const RenewalRun lapse = renewal("lapse:mixed=" + std::to_string(percent) + "%");
        std::vector<models::TermItem<Decimal>> items;
        for (const inputs::PresentItem& item : term.items) {
            items.push_back({*item.total, item.basis == inputs::LegalBasis::both ? Decimal(percent) / 100
                                          : item.basis == inputs::LegalBasis::special_agreement
                                              ? Decimal(0)
                                              : Decimal(1)});
        }
        const auto stops = models::lapsing(items, term.term_years);
        RC_ASSERT(same(bn(lapse.home.amounts.front() + stops), bn(*term.average)));
    }));
    check_held(renewal("lapse:mixed=0%").home.amounts, "32.82");
    check_held(renewal("lapse:mixed=100%").home.amounts, "177.92");  // (164.1 + 725.5) / 5
    CHECK_FALSE(has(renewal("lapse:mixed=100%").note, "lapse:mixed=PART"));
}

TEST_CASE("where no items are known all stops", "[inputs][hosting]") {
    const RenewalRun lapse = hosting(korea, "lapse").renewals.front();
    check_held(lapse.home.amounts, "0");
    CHECK(has(lapse.note, "all stops"));
}

TEST_CASE("a bridge is years as before, then a rule that begins after them", "[inputs][hosting]") {
    const auto values = [](const std::string& text) {
        return by_year_bn(renewal(text, with_cpi("2%")).home.amounts);
    };
    const auto decimals = [](const Words& words) {
        std::vector<Decimal> result;
        for (const std::string& word : words) {
            result.emplace_back(word);
        }
        return result;
    };
    CHECK(by_year_bn(renewal("bridge").home.amounts) == std::vector<Decimal>(5, Decimal("211.02")));
    CHECK(values("bridge:cpi,cpi") ==
          decimals({"211.02", "215.2404", "219.545208", "223.93611216", "228.4148344032"}));
    CHECK(by_year_bn(renewal("bridge:years=2:x4").home.amounts) ==
          decimals({"211.02", "211.02", "844.08", "844.08", "844.08"}));
    // The base of the bridge is its own; the rule after it has one too.
    CHECK(by_year_bn(renewal("bridge:base=last:x4").home.amounts) ==
          decimals({"219.1", "844.08", "844.08", "844.08", "844.08"}));
    CHECK(by_year_bn(renewal("bridge:x4:base=last").home.amounts) ==
          decimals({"211.02", "876.4", "876.4", "876.4", "876.4"}));
    CHECK(by_year_bn(renewal("bridge:lapse").home.amounts).back() == Decimal("32.82"));
    CHECK(has(renewal("bridge").note, "Precedent: Japan FY2021, one year at ¥201.7 bn"));
}

// Indexes

TEST_CASE("consumer prices without a rise leave the amount flat", "[inputs][hosting]") {
    const RenewalRun held = renewal("cpi", with_cpi("0%"));
    CHECK(by_year_bn(held.home.amounts) == std::vector<Decimal>(5, Decimal("211.02")));
    CHECK(bn(held.home.total_difference) == Decimal(0));
}

TEST_CASE("Korea's twelfth agreement grows with consumer prices, at most 5 %", "[inputs][hosting]") {
    const auto term = [](const std::string& rate) {
        Words values;
        for (const inputs::TermYear& year : hosting(korea, "", with_cpi(rate)).term) {
            REQUIRE(year.amount);
            values.push_back(bn(*year.amount).to_significant(20));
        }
        return values;
    };
    CHECK(term("2%") == Words{"1519.2", "1549.584", "1580.57568", "1612.1871936", "1644.430937472"});
    const Words held = {"1519.2", "1595.16", "1674.918", "1758.6639", "1846.597095"};
    CHECK(term("7%") == held);
    CHECK(term("5%") == held);
    CHECK(term("0%") == Words(5, "1519.2"));
    const HostingRun run = hosting(korea, "", with_cpi("2%"));
    CHECK(run.term[0].certainty == inputs::Certainty::outturn);
    CHECK(run.term[1].certainty == inputs::Certainty::projection);
    CHECK_THAT(bn(*run.total), Is<Decimal>("7905.977811072"));
}

TEST_CASE("published consumer prices are put into fiscal years by months", "[inputs][hosting]") {
    // IMF, April 2026: the level of FY t is 3/4 of that of t and 1/4 of that of t + 1.
    const auto& inflation = *known_facts().find_country("JPN")->measuring("inflation").front();
    const auto rise = [&](int year) {
        return inputs::whole(inflation, *inflation.at(Year{year})) + Decimal(1);
    };
    const auto level = [&](int year) { return Decimal(3) + rise(year + 1); };  // times the level of `year`
    const Decimal fy2027 = rise(2027) * level(2027) / level(2026);
    CHECK_THAT(bn(renewal("cpi").home.amounts.front()), Is<Decimal>(Decimal("211.02") * fy2027));
}

TEST_CASE("a rise for one year leaves the others as they are published", "[inputs][hosting]") {
    const auto published = renewal("cpi").home.amounts;
    const auto changed = renewal("cpi", with_cpi("2028=0%")).home.amounts;
    CHECK(changed[{2027}] == published[{2027}]);
    CHECK(changed[{2028}] == changed[{2027}]);
    CHECK_THAT(changed[{2031}] / changed[{2028}], Is<Decimal>(published[{2031}] / published[{2028}]));
}

TEST_CASE("bounds hold an index", "[inputs][hosting]") {
    CHECK(renewal("cpi:cap=5%", with_cpi("7%")).home.amounts == renewal("cpi", with_cpi("5%")).home.amounts);
    CHECK(renewal("cpi:floor=0%", with_cpi("-2%")).home.amounts == renewal("flat").home.amounts);
    CHECK(renewal("cpi:floor=1%:cap=3%", with_cpi("2%")).home.amounts ==
          renewal("cpi", with_cpi("2%")).home.amounts);
}

TEST_CASE("a lag counts the rises of earlier years", "[inputs][hosting]") {
    const auto lagged = renewal("cpi:lag=1", with_cpi("2026=1%,2027=2%,2028=3%,2029=4%,2030=5%,2031=6%"));
    const auto plain = renewal("cpi", with_cpi("2027=1%,2028=2%,2029=3%,2030=4%,2031=5%"));
    CHECK(lagged.home.amounts == plain.home.amounts);
}

TEST_CASE("a cap never raises a renewal, and a floor never lowers it", "[inputs][hosting]") {
    CHECK(rc::check([] {
        const auto percent = [](int tenths) { return (Decimal(tenths) / 10).to_text(1) + "%"; };
        Words rises;
        for (int year = 2025; year <= 2031; ++year) {
            rises.push_back(std::to_string(year) + "=" + percent(*rc::gen::inRange(-50, 150)));
        }
        const int lag = *rc::gen::inRange(0, 3);
        std::string given;
        for (std::size_t at = static_cast<std::size_t>(2 - lag); at < rises.size(); ++at) {
            given += (given.empty() ? "" : ",") + rises[at];
        }
        const std::string rule = "cpi:lag=" + std::to_string(lag);
        const std::string bound = percent(*rc::gen::inRange(-50, 150));
        const auto of = [&](const std::string& text) { return renewal(text, with_cpi(given)).home.amounts; };
        const auto plain = of(rule);
        const auto capped = of(rule + ":cap=" + bound);
        const auto floored = of(rule + ":floor=" + bound);
        for (Year year = plain.first(); year <= plain.last(); ++year) {
            RC_ASSERT(bn(capped[year]) <= bn(plain[year]));
            RC_ASSERT(bn(plain[year]) <= bn(floored[year]));
        }
    }));
}

TEST_CASE("the budget grows with GDP, its share held", "[inputs][hosting]") {
    const RenewalRun budget = renewal("budget");
    // IMF, April 2026, calendar years by months: FY2026 and FY2027
    const Decimal fy2026 = Decimal("677601.437") * 3 + Decimal("700187.666");
    const Decimal fy2027 = Decimal("700187.666") * 3 + Decimal("719401.985");
    CHECK_THAT(bn(budget.home.amounts.front()), Is<Decimal>(Decimal("211.02") * fy2027 / fy2026));
    for (const Decimal& share : budget.share_of_gdp) {
        CHECK_THAT(share, Is<Decimal>(budget.share_of_gdp.front()));
    }
    const RenewalRun given = renewal("budget", {.budget = *calc::read_shares_by_year("10%")});
    CHECK_THAT(bn(given.home.amounts.front()), Is<Decimal>("232.122"));
    CHECK_THAT(bn(given.home.amounts.back()), Is<Decimal>("339.8498202"));  // 211.02 · 1.1^5
    CHECK(renewal("budget:cap=0%:floor=0%").home.amounts == renewal("flat").home.amounts);
}

TEST_CASE("a step is followed by prices, the budget or nothing", "[inputs][hosting]") {
    const auto values = [](const std::string& text) {
        Words words;
        for (const Decimal& value :
             by_year_bn(renewal(text, has(text, "flat") ? HostingQuestion{} : with_cpi("7%")).home.amounts)) {
            words.push_back(value.to_significant(12));
        }
        return words;
    };
    CHECK(values("step:8.3%+flat") == Words(5, "228.53466"));
    // Korea's pattern, unless it is said: at most 5 %
    CHECK(values("step:8.3%") ==
          Words{"228.53466", "239.961393", "251.95946265", "264.557435783", "277.785307572"});
    CHECK(values("step:8.3%") == values("step:8.3%:cap=5%"));
    CHECK(values("step:8.3%+cpi")[1] == "244.5320862");  // 228.53466 · 1.07
    CHECK(values("step:8.3%:cap=3%")[1] == "235.3906998");
    CHECK(has(renewal("step:8.3%").note, "Precedent: Korea 2026, +8.3 %, then cpi, cap 5 %"));
    const RenewalRun budget = renewal("step:13.9%+budget", {.budget = *calc::read_shares_by_year("10%")});
    CHECK_THAT(budget.home.amounts[{2028}] / budget.home.amounts[{2027}], Is<Decimal>("1.1"));
    CHECK(has(budget.note, "Precedent: Korea 2021, +13.9 %"));
}

// Rules that rest on cost, heads or stated amounts

TEST_CASE("cost plus fifty is 7.8375 or 12.5625 bn dollars, by what is counted as cost",
          "[inputs][hosting]") {
    const RenewalRun guest = renewal("cost-plus:50%:base=guest");
    const RenewalRun both = renewal("cost-plus:50%:base=guest+host");
    check_held(guest.abroad.amounts, "7.8375");
    check_held(both.abroad.amounts, "12.5625");  // 1.5 · (20.9 + 12.6) / 4
    CHECK(guest.fixed_abroad);
    CHECK(both.fixed_abroad);
    CHECK_THAT(bn(guest.home.amounts.front()), Is<Decimal>("1172.2439025"));  // at 149.5686
    CHECK(has(guest.note,
              "1.5 × $5.225 bn a year (the guest's obligations 2016..2019, 20.9 bn USD over 4 "
              "years) is $7.8375 bn a year"));
    CHECK(has(guest.note, "nothing is credited"));
}

TEST_CASE("what is credited is taken off, in either currency", "[inputs][hosting]") {
    check_held(renewal("cost-plus:50%:base=guest:credit=1 bn USD").abroad.amounts, "6.8375");
    const HostingQuestion at_150{.rate = *inputs::RateRequest::read("fixed:150")};
    check_held(renewal("cost-plus:50%:base=guest:credit=150 bn JPY", at_150).abroad.amounts, "6.8375");
}

TEST_CASE("what is credited is at most the cost", "[inputs][hosting]") {
    check_held(renewal("cost-plus:50%:base=guest:credit=7.8375 bn USD").abroad.amounts, "0");
    const auto more = refusal(japan, "cost-plus:50%:base=guest:credit=8 bn USD");
    CHECK(has(more.message, "is more than the cost"));
}

TEST_CASE("a share of cost is a share of it", "[inputs][hosting]") {
    check_held(renewal("share:75%:base=guest").abroad.amounts, "3.91875");
    check_held(renewal("share:75%:base=guest+host").abroad.amounts, "6.28125");
    check_held(renewal("share:100%:base=guest").abroad.amounts, "5.225");
    check_held(renewal("share:0%:base=guest").abroad.amounts, "0");
    check_held(renewal("share:75%:base=no-military-pay").abroad.amounts, "1.5");  // 2.0 bn in FY2012
    check_held(renewal("bridge:share:75%:base=guest", {.years = 1}).home.amounts, "211.02");
}

TEST_CASE("an amount per head counts the latest head-count, or the one that is given", "[inputs][hosting]") {
    const RenewalRun yen = renewal("per-head:4 mn JPY");
    check_held(yen.home.amounts, "217.152");  // 54,288 at the end of December 2025
    CHECK_FALSE(yen.fixed_abroad);
    const RenewalRun dollars = renewal("per-head:30 thousand USD");
    check_held(dollars.abroad.amounts, "1.62864");
    CHECK(dollars.fixed_abroad);
    check_held(renewal("per-head:4 mn JPY", {.members = Decimal(50'000)}).home.amounts, "200");
    const HostingRun given = hosting(japan, "flat", {.members = Decimal(50'000)});
    CHECK(given.members == Decimal(50'000));
    CHECK(given.members_words == "50,000 service members, as given");
}

TEST_CASE("the last of stated amounts is held", "[inputs][hosting]") {
    const RenewalRun stated = renewal("amounts:FY2027=220 bn JPY,FY2028=230 bn JPY");
    CHECK(by_year_bn(stated.home.amounts) == std::vector<Decimal>{220, 230, 230, 230, 230});
    CHECK(has(stated.note, "The amount of FY2028 is held to FY2031"));
    CHECK_FALSE(stated.fixed_abroad);
    const RenewalRun dollars = renewal("amounts:FY2027=2 bn USD");
    check_held(dollars.abroad.amounts, "2");
    CHECK(dollars.fixed_abroad);
}

// What it is against

TEST_CASE("shares of defence are shares of the budget's share of GDP", "[inputs][hosting]") {
    const HostingRun run = hosting(japan, "flat,x4,cpi:cap=5%");
    for (const RenewalRun& one : run.renewals) {
        REQUIRE(one.share_of_defence);
        for (Year year = run.first; year <= run.to; ++year) {
            // 11 of 667.21833425 tn JPY in FY2025, held
            CHECK_THAT(one.share_of_gdp[year] / (*one.share_of_defence)[year],
                       Is<Decimal>(Decimal(11) / Decimal("667.21833425")));
        }
    }
    // 211.02 bn of FY2027: 3/4 · 700,187.666 + 1/4 · 719,401.985
    CHECK_THAT(run.renewals[0].share_of_gdp.front(),
               Is<Decimal>(Decimal("211.02") / Decimal("704991.24575")));
    CHECK(run.gdp_words.find("IMF, April 2026") != std::string::npos);
    CHECK(!run.defence_words.empty());
}

TEST_CASE("the mean share is of all years together", "[inputs][hosting]") {
    const RenewalRun flat = renewal("flat");
    Decimal gdp = 0;
    for (Year year = flat.home.amounts.first(); year <= flat.home.amounts.last(); ++year) {
        gdp += bn(flat.home.amounts[year]) / flat.share_of_gdp[year];
    }
    CHECK_THAT(flat.mean_share_of_gdp, Is<Decimal>(Decimal("1055.1") / gdp));
}

TEST_CASE("an amount a member is by the head-count that is stated", "[inputs][hosting]") {
    const HostingRun run = hosting(japan, "flat");
    REQUIRE(run.members);
    CHECK(*run.members == Decimal(54'288));
    CHECK(has(run.members_words, "54,288 service members"));
    CHECK(has(run.members_words, "2025"));
    REQUIRE(run.renewals.front().per_member);
    for (const auto& amount : *run.renewals.front().per_member) {
        CHECK_THAT(amount.in(run.unit), Is<Decimal>(Decimal("211.02e9") / Decimal(54'288)));
    }
    CHECK_THAT(run.renewals.front().mean_per_member->in(run.unit),
               Is<Decimal>(Decimal("211.02e9") / Decimal(54'288)));
}

TEST_CASE("against flat is the difference year by year, and the years add", "[inputs][hosting]") {
    const HostingRun run =
        hosting(japan, "lapse,bridge:x4,flat:base=last,cpi,budget,step:8.3%,x4,cost-plus:50%:base=guest");
    for (const RenewalRun& one : run.renewals) {
        INFO(one.text);
        Decimal total = 0;
        Decimal difference = 0;
        for (Year year = run.first; year <= run.to; ++year) {
            CHECK_THAT(bn(one.home.difference[year]),
                       Is<Decimal>(bn(one.home.amounts[year]) - Decimal("211.02")));
            total += bn(one.home.amounts[year]);
            difference += bn(one.home.difference[year]);
        }
        CHECK_THAT(bn(one.home.total), Is<Decimal>(total));
        CHECK_THAT(bn(one.home.total_difference), Is<Decimal>(difference));
        CHECK_THAT(bn(one.abroad.total) * Decimal("149.5686"), Is<Decimal>(total));
    }
}

// Rates of exchange

TEST_CASE("fixed in yen the dollars move, fixed in dollars the yen", "[inputs][hosting]") {
    const HostingRun run =
        hosting(japan, "flat,cost-plus:50%:base=guest", {.fx = {Decimal(120), Decimal(150), Decimal(180)}});
    const auto& yen = run.renewals[0].at_rates;
    const auto& dollars = run.renewals[1].at_rates;
    REQUIRE(yen.size() == 3);
    REQUIRE(dollars.size() == 3);
    for (std::size_t at = 0; at < 3; ++at) {
        CHECK(yen[at].rate == std::vector<Decimal>{120, 150, 180}[at]);
        CHECK_THAT(bn(yen[at].home), Is<Decimal>("211.02"));
        CHECK_THAT(bn(yen[at].abroad) * yen[at].rate, Is<Decimal>("211.02"));
        CHECK_THAT(bn(dollars[at].abroad), Is<Decimal>("7.8375"));
        CHECK_THAT(bn(dollars[at].home), Is<Decimal>(Decimal("7.8375") * dollars[at].rate));
    }
    CHECK_THAT(bn(yen[1].abroad), Is<Decimal>("1.4068"));
    CHECK_THAT(bn(dollars[2].home), Is<Decimal>("1410.75"));
}

TEST_CASE("four times the average is 8 bn dollars at 105.51 to the dollar", "[inputs][hosting]") {
    const HostingRun run = hosting(japan, "x4,flat", {.break_even = *calc::read_amount("8 bn USD")});
    REQUIRE(run.renewals[0].break_even);
    CHECK(*run.renewals[0].break_even == Decimal("105.51"));
    CHECK(*run.renewals[1].break_even == Decimal("26.3775"));
    CHECK_FALSE(renewal("x4").break_even);
}

TEST_CASE("at the break-even rate a renewal in yen is worth the amount asked", "[inputs][hosting]") {
    CHECK(rc::check([] {
        const auto asked = *rc::gen::inRange(1, 200);
        const auto amount = *calc::read_amount(std::to_string(asked) + "00 mn USD");
        for (const std::string rule : {"x4", "cpi:cap=5%", "lapse"}) {
            const RenewalRun first = renewal(rule, {.break_even = amount});
            const RenewalRun again = renewal(rule, {.fx = {*first.break_even}});
            RC_ASSERT(same(bn(again.at_rates.front().abroad), Decimal(asked) / 10));
        }
    }));
}

TEST_CASE("the rate that is asked for changes the dollars and no yen", "[inputs][hosting]") {
    const RenewalRun usual = renewal("flat");
    const RenewalRun at_120 = renewal("flat", {.rate = *inputs::RateRequest::read("fixed:120")});
    CHECK(usual.home.amounts == at_120.home.amounts);
    check_held(at_120.abroad.amounts, "1.7585");
}

// Quoted readings

TEST_CASE("a figure as quoted is run in the place of the arrangement's own", "[inputs][hosting]") {
    const HostingRun run = hosting(japan, "flat", {.reading = "as-quoted"});
    REQUIRE(run.reading != nullptr);
    CHECK(run.reading->text == "8.6 billion USD per year");
    CHECK(!run.reading->refuted.empty());
    check_held(run.renewals.front().abroad.amounts, "8.6");
    CHECK_THAT(bn(*run.average), Is<Decimal>("1286.28996"));  // 8.6 · 149.5686
    CHECK_THAT(bn(*run.total), Is<Decimal>("6431.4498"));
    check_held(hosting(japan, "flat:base=last", {.reading = "as-quoted"}).renewals.front().abroad.amounts,
               "8.6");
}

TEST_CASE("a figure as quoted has no items that could lapse", "[inputs][hosting]") {
    CHECK(hosting(japan, "", {.reading = "as-quoted"}).items.empty());
    CHECK(refusal(japan, "lapse", {.reading = "as-quoted"}).message ==
          "a figure as quoted has no items: what would lapse is not known");
}

TEST_CASE("an unknown reading is refused with those that are known", "[inputs][hosting]") {
    const auto unknown = refusal(japan, "flat", {.reading = "as-said"});
    CHECK(unknown.file == "--reading");
    CHECK(unknown.message == "unknown reading 'as-said'");
    CHECK(unknown.allowed == Words{"as-quoted"});
    CHECK(refusal(korea, "", {.reading = "as-quoted"}).message == "no figure is quoted for 'kor-sma-12'");
}

// What cannot be renewed, and what cannot change anything

TEST_CASE("a project, an open arrangement and one of no known end are not renewed", "[inputs][hosting]") {
    const auto project = refusal("jpn-guam-relocation", "flat");
    CHECK(project.file == "--renewals");
    CHECK(project.message == "'jpn-guam-relocation' is a project: no new term follows it");
    CHECK(refusal("jpn-sofa-1978", "flat").message == "'jpn-sofa-1978' has no end that is known");
    CHECK(refusal("deu-sofa", "flat").message == "'deu-sofa' has no end that is known");
}

TEST_CASE("a rule that starts from an amount that is not known is refused with what is",
          "[inputs][hosting]") {
    const auto unknown = refusal("jpn-sma-2008", "flat");
    CHECK(unknown.file == "--renewals");
    CHECK(unknown.message == "the average of 'jpn-sma-2008' is not known");
    CHECK(unknown.allowed == Words{"--base last"});
    CHECK(refusal("aus-force-posture", "flat:base=last").allowed == Words{"--base average"});
    // What is allowed works: the average stands in no rule then, nor in what they are held against.
    check_held(
        hosting("jpn-sma-2008", "flat", {.base = inputs::RenewalBase::last}).renewals.front().home.amounts,
        "188.1");
}

TEST_CASE("an amount in a third currency does not mix", "[inputs][hosting]") {
    for (const std::string rule :
         {"per-head:1000 EUR", "amounts:FY2027=1 bn EUR", "cost-plus:50%:base=guest:credit=1 bn EUR"}) {
        const auto mixed = refusal(japan, rule);
        CHECK(mixed.message == "an amount in EUR of an arrangement in JPY: currencies do not mix");
        CHECK(mixed.allowed == Words{"an amount in JPY", "an amount in USD"});
    }
}

TEST_CASE("stated amounts of other years are refused", "[inputs][hosting]") {
    CHECK(refusal(japan, "amounts:FY2028=220 bn JPY").message ==
          "stated amounts begin in FY2027, not FY2028");
    CHECK(refusal(japan, "amounts:FY2027=1 bn JPY,FY2028=2 bn JPY", {.years = 1}).message ==
          "an amount of FY2028 cannot change anything: the last year is FY2027");
}

TEST_CASE("rises that no rule follows are refused", "[inputs][hosting]") {
    const auto prices = refusal(japan, "flat,x4", with_cpi("2%"));
    CHECK(prices.file == "--cpi");
    CHECK(prices.message == "it cannot change anything: no rule follows consumer prices");
    const auto budget = refusal(japan, "flat", {.budget = *calc::read_shares_by_year("2%")});
    CHECK(budget.file == "--budget-growth");
    const auto year = refusal(japan, "cpi", with_cpi("2032=2%"));
    CHECK(year.message == "a rate for FY2032 cannot change anything");
    CHECK(year.allowed == Words{"years from FY2027 to FY2031"});
    CHECK(refusal(japan, "", with_cpi("2%")).file == "--cpi");
    CHECK(refusal("jpn-sofa-1978", "", with_cpi("2%")).file == "--cpi");
    CHECK(refusal(japan, "", {.budget = *calc::read_shares_by_year("2%")}).file == "--budget-growth");
    CHECK(hosting(japan, "bridge:cpi", with_cpi("2%")).renewals.size() == 1);
}

TEST_CASE("an amount to break even at is one of the guest's", "[inputs][hosting]") {
    const auto wrong = refusal(japan, "flat", {.break_even = *calc::read_amount("8 bn JPY")});
    CHECK(wrong.file == "--break-even");
    CHECK(wrong.message == "the amount is one of the guest's, in USD");
}
