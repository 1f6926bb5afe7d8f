/// The rules by which an arrangement may be renewed, on the compiled-in facts.
#include <rapidcheck.h>

#include "burden/inputs/chosen.hpp"
#include "inputs/hosting_answers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using calc::Year;
using inputs::HostingQuestion;
using inputs::HostingRun;
using inputs::RenewalRun;
using Words = std::vector<std::string>;

// Rules that start from the term

TEST_CASE("flat is five times the average, to the yen", "[inputs][hosting]") {
    const HostingRun run = hosting(japan, "flat");
    const RenewalRun& flat = run.renewals.front();
    CHECK(run.first == Year{2027});
    CHECK(run.to == Year{2031});
    CHECK(by_year_bn(flat.home.amounts) == std::vector<Decimal>(5, Decimal("211.02")));
    CHECK(flat.home.total.in(run.unit) == Decimal("1055.1e9"));
    CHECK(flat.home.total_difference.in(run.unit) == Decimal(0));
    CHECK_FALSE(flat.fixed_in.abroad);
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
    CHECK(guest.fixed_in.abroad);
    CHECK(both.fixed_in.abroad);
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
}

TEST_CASE("an amount per head counts the latest head-count, or the one that is given", "[inputs][hosting]") {
    const RenewalRun yen = renewal("per-head:4 mn JPY");
    check_held(yen.home.amounts, "217.152");  // 54,288 at the end of December 2025
    CHECK_FALSE(yen.fixed_in.abroad);
    const RenewalRun dollars = renewal("per-head:30 thousand USD");
    check_held(dollars.abroad.amounts, "1.62864");
    CHECK(dollars.fixed_in.abroad);
    check_held(renewal("per-head:4 mn JPY", {.members = Decimal(50'000)}).home.amounts, "200");
    const HostingRun given = hosting(japan, "flat", {.members = Decimal(50'000)});
    CHECK(given.members == Decimal(50'000));
    CHECK(given.members_words == "50,000 service members, as given");
}

TEST_CASE("the last of stated amounts is held", "[inputs][hosting]") {
    const RenewalRun stated = renewal("amounts:FY2027=220 bn JPY,FY2028=230 bn JPY");
    CHECK(by_year_bn(stated.home.amounts) == std::vector<Decimal>{220, 230, 230, 230, 230});
    CHECK(has(stated.note, "The amount of FY2028 is held to FY2031"));
    CHECK_FALSE(stated.fixed_in.abroad);
    const RenewalRun dollars = renewal("amounts:FY2027=2 bn USD");
    check_held(dollars.abroad.amounts, "2");
    CHECK(dollars.fixed_in.abroad);
}
