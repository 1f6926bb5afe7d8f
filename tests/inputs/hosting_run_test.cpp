/// Arrangements, and what their renewals come to, on the compiled-in facts.
#include "burden/inputs/hosting_run.hpp"

#include <rapidcheck.h>

#include <algorithm>

#include "inputs/hosting_answers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using calc::Year;
using inputs::HostingQuestion;
using inputs::HostingRun;
using inputs::RenewalRun;
using Words = std::vector<std::string>;

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
