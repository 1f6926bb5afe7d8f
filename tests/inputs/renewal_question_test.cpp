#include "burden/inputs/renewal_question.hpp"

#include <rapidcheck.h>

#include "support/numbers.hpp"
#include "support/refusals.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using inputs::AskedRenewal;
using inputs::CostBase;
using inputs::RenewalBase;
using Kind = inputs::AskedRenewal::Kind;
using Words = std::vector<std::string>;

namespace {

constexpr Refuser renewals = fault_of<inputs::read_renewals>;
constexpr Refuser bases = fault_of<inputs::read_renewal_base>;

AskedRenewal one(const std::string& text) {
    const auto read = inputs::read_renewals(text);
    INFO(text << ": " << (read ? "" : read.fault().message));
    REQUIRE(read);
    REQUIRE(read->size() == 1);
    return read->front();
}

Words allowed(const std::string& text) {
    const auto read = inputs::read_renewals(text);
    INFO(text);
    REQUIRE_FALSE(read);
    return read.fault().allowed;
}

}  // namespace

TEST_CASE("a rule without parameters is what its name says", "[inputs][renewal]") {
    CHECK(one("lapse").kind == Kind::lapse);
    CHECK(one("bridge").kind == Kind::bridge);
    CHECK(one("flat").kind == Kind::flat);
    CHECK(one("cpi").kind == Kind::cpi);
    CHECK(one("budget").kind == Kind::budget);
    for (const char* rule : {"lapse", "bridge", "flat", "cpi", "budget"}) {
        const AskedRenewal asked = one(rule);
        CHECK(asked.text == rule);
        CHECK_FALSE(asked.base);
        CHECK_FALSE(asked.index.cap);
        CHECK_FALSE(asked.index.floor);
        CHECK(asked.index.lag == 0);
        CHECK_FALSE(asked.mixed);
        CHECK(asked.then.empty());
        CHECK(asked.years == 1);
    }
}

TEST_CASE("an index has a cap, a floor and a lag", "[inputs][renewal]") {
    for (const std::string rule : {"cpi", "budget", "step:8.3%"}) {
        const AskedRenewal asked = one(rule + ":cap=5%:floor=-1%:lag=2:base=last");
        INFO(rule);
        CHECK(asked.index.cap == Decimal("0.05"));
        CHECK(asked.index.floor == Decimal("-0.01"));
        CHECK(asked.index.lag == 2);
        CHECK(asked.base == RenewalBase::last);
    }
    CHECK(one("cpi:cap=2%:floor=2%").index.cap == Decimal("0.02"));
    CHECK(one("cpi:lag=10").index.lag == 10);
}

TEST_CASE("rules that start from the term say which amount of it", "[inputs][renewal]") {
    for (const std::string rule : {"flat", "x4", "cpi", "budget", "step:8.3%", "bridge"}) {
        INFO(rule);
        CHECK(one(rule + ":base=average").base == RenewalBase::average);
        CHECK(one(rule + ":base=last").base == RenewalBase::last);
    }
    CHECK(*inputs::read_renewal_base("average") == RenewalBase::average);
    CHECK(*inputs::read_renewal_base("last") == RenewalBase::last);
}

TEST_CASE("a multiple is any number up to a thousand", "[inputs][renewal]") {
    CHECK(one("x4").kind == Kind::multiple);
    CHECK(one("x4").number == Decimal(4));
    CHECK(one("x2.5").number == Decimal("2.5"));
    CHECK(one("X4").number == Decimal(4));
    CHECK(one("x0").number == Decimal(0));
    CHECK(one("x0.5").number == Decimal("0.5"));
    CHECK(one("x1000").number == Decimal(1000));
}

TEST_CASE("a step says how far, and what follows it", "[inputs][renewal]") {
    const AskedRenewal bare = one("step:8.3%");
    CHECK(bare.kind == Kind::step);
    CHECK(bare.number == Decimal("0.083"));
    CHECK(bare.follow == Kind::cpi);
    CHECK_FALSE(bare.follow_named);
    CHECK(one("step:8.3%+cpi").follow == Kind::cpi);
    CHECK(one("step:8.3%+cpi").follow_named);
    CHECK(one("step:13.9%+budget:lag=1").follow == Kind::budget);
    CHECK(one("step:13.9%+budget:lag=1").index.lag == 1);
    CHECK(one("step:8.3%+flat").follow == Kind::flat);
    CHECK(one("step:8.3%+flat").number == Decimal("0.083"));
    CHECK(one("step:-5%").number == Decimal("-0.05"));
    CHECK(one("step:+8.3%+cpi").number == Decimal("0.083"));
}

TEST_CASE("a share of cost and cost plus say what is counted as cost", "[inputs][renewal]") {
    const AskedRenewal plus = one("cost-plus:50%:base=guest");
    CHECK(plus.kind == Kind::cost_plus);
    CHECK(plus.number == Decimal("0.5"));
    CHECK(plus.cost == CostBase::guest);
    CHECK_FALSE(plus.amount);
    CHECK_FALSE(plus.base);
    CHECK(one("cost-plus:base=guest+host:50%").cost == CostBase::guest_and_host);
    CHECK(one("cost-plus:0%:base=no-military-pay").cost == CostBase::no_military_pay);
    const AskedRenewal credited = one("cost-plus:50%:base=guest:credit=211 bn JPY per year");
    REQUIRE(credited.amount);
    CHECK(credited.amount->value == Decimal("211e9"));
    CHECK(credited.amount->currency == calc::Currency("JPY"));
    const AskedRenewal part = one("share:75%:base=guest+host");
    CHECK(part.kind == Kind::cost_share);
    CHECK(part.number == Decimal("0.75"));
    CHECK(part.cost == CostBase::guest_and_host);
    for (const CostBase base : {CostBase::guest, CostBase::guest_and_host, CostBase::no_military_pay}) {
        CHECK(one("share:1%:base=" + std::string(inputs::to_text(base))).cost == base);
    }
}

TEST_CASE("an amount per head is of a year, in any currency", "[inputs][renewal]") {
    CHECK(one("per-head:4 mn JPY").kind == Kind::per_head);
    CHECK(one("per-head:4 mn JPY").amount->value == Decimal("4e6"));
    CHECK(one("per-head:30 thousand USD per year").amount->currency == calc::Currency("USD"));
}

TEST_CASE("stated amounts are read year after year", "[inputs][renewal]") {
    const AskedRenewal stated = one("amounts:FY2027=220 bn JPY,FY2028=1.5 bn USD,FY2029=240 bn JPY per year");
    CHECK(stated.kind == Kind::amounts);
    REQUIRE(stated.amounts.size() == 3);
    CHECK(stated.amounts[0].first.year == calc::Year{2027});
    CHECK(stated.amounts[0].first.fiscal);
    CHECK(stated.amounts[0].second.value == Decimal("220e9"));
    CHECK(stated.amounts[1].second.currency == calc::Currency("USD"));
    CHECK(stated.amounts[2].first.year == calc::Year{2029});
}

TEST_CASE("a lapse may let a part of mixed items go on", "[inputs][renewal]") {
    CHECK(one("lapse:mixed=18%").mixed == Decimal("0.18"));
    CHECK(one("lapse:mixed=0%").mixed == Decimal(0));
    CHECK(one("lapse:mixed=100%").mixed == Decimal(1));
}

TEST_CASE("a bridge leads to any other rule, with its parameters", "[inputs][renewal]") {
    const AskedRenewal bridge = one("bridge:years=2:base=last:cpi:cap=5%:lag=1");
    CHECK(bridge.kind == Kind::bridge);
    CHECK(bridge.years == 2);
    CHECK(bridge.base == RenewalBase::last);
    REQUIRE(bridge.then.size() == 1);
    CHECK(bridge.then.front().text == "cpi:cap=5%:lag=1");
    CHECK(bridge.then.front().kind == Kind::cpi);
    CHECK(bridge.then.front().index.cap == Decimal("0.05"));
    CHECK(bridge.then.front().index.lag == 1);
    CHECK_FALSE(bridge.then.front().base);
    CHECK(one("bridge:x4").then.front().number == Decimal(4));
    CHECK(one("bridge:cost-plus:50%:base=guest").then.front().cost == CostBase::guest);
    CHECK(one("bridge:x4").text == "bridge:x4");
}

TEST_CASE("rules stand in a list, stated amounts with their own commas", "[inputs][renewal]") {
    const auto read =
        inputs::read_renewals("lapse, bridge:cpi,amounts:FY2027=220 bn JPY,FY2028=230 bn JPY,x4");
    REQUIRE(read);
    REQUIRE(read->size() == 4);
    CHECK((*read)[0].text == "lapse");
    CHECK((*read)[1].then.front().kind == Kind::cpi);
    CHECK((*read)[2].amounts.size() == 2);
    CHECK((*read)[2].text == "amounts:FY2027=220 bn JPY,FY2028=230 bn JPY");
    CHECK((*read)[3].kind == Kind::multiple);
}

TEST_CASE("the names that are allowed are the rules there are", "[inputs][renewal]") {
    CHECK(inputs::renewal_names() == Words{"lapse", "bridge", "flat", "cpi", "budget", "step", "cost-plus",
                                           "share", "per-head", "amounts", "x4"});
    CHECK(allowed("falt") == inputs::renewal_names());
}

TEST_CASE("an unknown rule is refused where it stands, with the nearest", "[inputs][renewal]") {
    for (const Refusal& refused : std::vector<Refusal>{
             {renewals, "falt", "unknown renewal 'falt'", 0, 4, "flat"},
             {renewals, "lapse,flat,costplus:50%", "unknown renewal 'costplus'", 11, 8, "cost-plus"},
             {renewals, "flat,x", "unknown renewal 'x'", 5, 1, "x4"},
             {renewals, "x-1", "unknown renewal 'x-1'", 0, 3, ""},
             {renewals, "x1001", "unknown renewal 'x1001'", 0, 5, ""},
             {renewals, "bridge:falt", "unknown renewal 'falt'", 7, 4, "flat"},
             {bases, "mean", "unknown base 'mean'", 0, 4, ""},
             {bases, "lsat", "unknown base 'lsat'", 0, 4, "last"},
         }) {
        check_refusal(refused);
    }
}

TEST_CASE("an unknown parameter is refused with those of its rule", "[inputs][renewal]") {
    for (const Refusal& refused : std::vector<Refusal>{
             {renewals, "cpi:cup=5%", "unknown parameter 'cup' of 'cpi'", 4, 3, "cap"},
             {renewals, "x4,cpi:cap=5%:lagg=1", "unknown parameter 'lagg' of 'cpi'", 14, 4, "lag"},
             {renewals, "flat:cap=5%", "unknown parameter 'cap' of 'flat'", 5, 3, ""},
             {renewals, "flat:5%", "unknown parameter '5%' of 'flat'", 5, 2, ""},
             {renewals, "cpi:5%", "unknown parameter '5%' of 'cpi'", 4, 2, ""},
             {renewals, "step:8.3%:9%", "unknown parameter '9%' of 'step'", 10, 2, ""},
             {renewals, "lapse:base=last", "unknown parameter 'base' of 'lapse'", 6, 4, ""},
             {renewals, "per-head:4 mn JPY:base=last", "unknown parameter 'base' of 'per-head'", 18, 4, ""},
             {renewals, "share:75%:base=guest:credit=1 bn USD", "unknown parameter 'credit' of 'share'", 21,
              6, ""},
             {renewals, "bridge:cap=5%:cpi", "unknown parameter 'cap' of 'bridge'", 7, 3, ""},
             {renewals, "bridge:cpi:years=2", "unknown parameter 'years' of 'cpi'", 11, 5, ""},
         }) {
        check_refusal(refused);
    }
    CHECK(allowed("cpi:cup=5%") == Words{"cap", "floor", "lag", "base"});
    CHECK(allowed("x4:cap=5%") == Words{"base"});
    CHECK(allowed("lapse:x=1%") == Words{"mixed"});
    CHECK(allowed("cost-plus:50%:x=1%") == Words{"base", "credit"});
    CHECK(allowed("bridge:x=1%") == Words{"years", "base"});
}

TEST_CASE("a value that a parameter cannot have is refused at the value", "[inputs][renewal]") {
    for (const Refusal& refused : std::vector<Refusal>{
             {renewals, "cpi:cap=5", "a share needs a unit: '5' may be 5% or 500%", 8, 1, "5%"},
             {renewals, "cpi:cap=1001%", "'cap' is between -100 % and 1000 %", 8, 5, ""},
             {renewals, "cpi:floor=-101%", "'floor' is between -100 % and 1000 %", 10, 5, ""},
             {renewals, "cpi:cap=2%:floor=3%", "the cap is below the floor", 17, 2, ""},
             {renewals, "cpi:floor=3%:cap=2%", "the cap is below the floor", 17, 2, ""},
             {renewals, "cpi:lag=11", "a lag in years is a whole number, 0 to 10", 8, 2, ""},
             {renewals, "cpi:lag=1.5", "a lag in years is a whole number, 0 to 10", 8, 3, ""},
             {renewals, "cpi:lag=-1", "a lag in years is a whole number, 0 to 10", 8, 2, ""},
             {renewals, "flat:base=lsat", "unknown base 'lsat'", 10, 4, "last"},
             {renewals, "lapse:mixed=101%", "'mixed' is between 0 % and 100 %", 12, 4, ""},
             {renewals, "lapse:mixed=-1%", "'mixed' is between 0 % and 100 %", 12, 3, ""},
             {renewals, "step:-95%", "the rise is between -90 % and 1000 %", 5, 4, ""},
             {renewals, "cost-plus:-1%:base=guest", "the rise is between 0 % and 1000 %", 10, 3, ""},
             {renewals, "step:8.3%+cpy", "unknown rule after a step 'cpy'", 10, 3, "cpi"},
             {renewals, "step:8.3%+x4", "unknown rule after a step 'x4'", 10, 2, ""},
             {renewals, "share:101%:base=guest", "a share of cost is between 0 % and 100 %", 6, 4, ""},
             {renewals, "cost-plus:50%:base=gest", "unknown base 'gest'", 19, 4, "guest"},
             {renewals, "cost-plus:50%:base=guest:credit=-1 bn USD", "the amount is not below zero", 32, 9,
              ""},
             {renewals, "per-head:-4 mn JPY", "the amount is not below zero", 9, 9, ""},
             {renewals, "per-head:4 mn JPY over 5 years", "a rule takes the amount of a year, not a total", 9,
              21, ""},
             {renewals, "bridge:years=11", "a bridge in years is a whole number, 0 to 10", 13, 2, ""},
             {renewals, "bridge:lapse:mixed=2", "a share needs a unit: '2' may be 2% or 200%", 19, 1, "2%"},
         }) {
        check_refusal(refused);
    }
    CHECK(allowed("step:8.3%+cpy") == Words{"cpi", "budget", "flat"});
    CHECK(allowed("cost-plus:50%:base=gest") == Words{"guest", "guest+host", "no-military-pay"});
    CHECK(allowed("flat:base=lsat") == Words{"average", "last"});
}

TEST_CASE("a rule that lacks what it cannot do without says what is missing", "[inputs][renewal]") {
    for (const Refusal& refused : std::vector<Refusal>{
             {renewals, "flat,step", "a step says how far", 5, 4, ""},
             {renewals, "step:cap=5%", "a step says how far", 0, 11, ""},
             {renewals, "cost-plus", "cost plus says its margin", 0, 9, ""},
             {renewals, "cost-plus:base=guest", "cost plus says its margin", 0, 20, ""},
             {renewals, "cost-plus:50%", "cost plus says what is counted as cost", 0, 13, ""},
             {renewals, "share:75%", "a share of cost says what is counted as cost", 0, 9, ""},
             {renewals, "share:base=guest", "the share is missing", 0, 16, ""},
             {renewals, "per-head", "an amount per head is missing", 0, 8, ""},
             {renewals, "amounts", "amounts by year are missing", 0, 7, ""},
             {renewals, "bridge:step", "a step says how far", 7, 4, ""},
         }) {
        check_refusal(refused);
    }
    CHECK(allowed("step") == Words{"step:8.3%"});
    CHECK(allowed("cost-plus:50%") == Words{"cost-plus:50%:base=guest", "cost-plus:50%:base=guest+host",
                                            "cost-plus:50%:base=no-military-pay"});
    CHECK(allowed("per-head") == Words{"per-head:4 mn JPY"});
}

TEST_CASE("what a rule allows is itself read", "[inputs][renewal]") {
    for (const char* lacking : {"step", "cost-plus", "share", "per-head", "amounts"}) {
        for (const std::string& text : allowed(lacking)) {
            one(text);
        }
    }
}

TEST_CASE("amounts that no year can have are refused", "[inputs][renewal]") {
    for (const Refusal& refused : std::vector<Refusal>{
             {renewals, "amounts:FY2027=220 bn JPY,FY2029=230 bn JPY",
              "the years of stated amounts follow one another, FY2029 does not", 26, 6, ""},
             {renewals, "amounts:FY2028=220 bn JPY,FY2027=230 bn JPY",
              "the years of stated amounts follow one another, FY2027 does not", 26, 6, ""},
             {renewals, "amounts:FY2027=1055.1 bn JPY over 5 years",
              "a rule takes the amount of a year, not a total", 15, 26, ""},
             {renewals, "amounts:FY2027=220 bn", "an amount needs a currency: '220 bn' has none", 15, 6, ""},
             {renewals, "amounts:220 bn JPY", "unknown parameter '220 bn JPY' of 'amounts'", 8, 10, ""},
         }) {
        check_refusal(refused);
    }
}

TEST_CASE("a rule stands once in a list, and a bridge does not lead to a bridge", "[inputs][renewal]") {
    for (const Refusal& refused : std::vector<Refusal>{
             {renewals, "flat,x4,flat", "'flat' is given twice", 8, 4, ""},
             {renewals, "cpi:cap=5%,cpi:cap=5%", "'cpi:cap=5%' is given twice", 11, 10, ""},
             {renewals, "bridge:bridge", "a bridge leads to another rule, not to a bridge", 7, 6, ""},
             {renewals, "bridge:years=2:bridge:flat", "a bridge leads to another rule, not to a bridge", 15,
              6, ""},
         }) {
        check_refusal(refused);
    }
    CHECK(inputs::read_renewals("cpi,cpi:cap=5%"));
}

TEST_CASE("a comma parts rules, so that digits of an amount are not grouped", "[inputs][renewal]") {
    CHECK(fault_of<inputs::read_renewals>("per-head:30,000 USD"));
    CHECK(fault_of<inputs::read_renewals>("amounts:FY2027=1,055.1 bn JPY"));
    CHECK(one("per-head:30000 USD").amount->value == Decimal(30'000));
}

TEST_CASE("an empty list and a list that ends in a comma are refused", "[inputs][renewal]") {
    CHECK(fault_of<inputs::read_renewals>(""));
    CHECK(fault_of<inputs::read_renewals>("flat,"));
    CHECK(fault_of<inputs::read_renewals>(",flat"));
    CHECK(fault_of<inputs::read_renewals>("flat:"));
    CHECK(fault_of<inputs::read_renewals>("cpi:cap="));
    CHECK(fault_of<inputs::read_renewals>("cpi:cap=5%:cap=6%"));
}

TEST_CASE("whatever is typed as renewals is read or refused within the text", "[inputs][renewal]") {
    static const Words pieces = {"flat", "x4",  "cpi", "bridge", "step",   "cost-plus", ":",    ",",
                                 "=",    "cap", "5%",  "base",   "FY2027", "1 bn JPY",  "+",    "guest",
                                 "last", "lag", "１",  "−",      "mixed",  "amounts",   "lapse"};
    CHECK(rc::check([] {
        const auto drawn = *rc::gen::container<Words>(rc::gen::elementOf(pieces));
        std::string text;
        for (const std::string& piece : drawn) {
            text += piece;
        }
        const auto read = inputs::read_renewals(text);
        if (!read) {
            RC_ASSERT(!read.fault().message.empty());
            RC_ASSERT(read.fault().at <= text.size());
        } else {
            RC_ASSERT(!read->empty());
        }
    }));
}
