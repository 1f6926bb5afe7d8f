#include <rapidcheck.h>

#include "inputs/scenarios.hpp"

using namespace burden;
using namespace burden::tests;

namespace {

/// The first message to a scenario with settings over it; empty when it can be planned.
std::string refused(std::string_view name, const std::vector<std::string>& settings) {
    const auto plan = inputs::plan_of(known_facts(), scenario(name, settings));
    return plan ? "" : plan.diagnostics().front().message;
}

}  // namespace

TEST_CASE("equal factors lead neither from nothing nor to nothing", "[inputs][scenario]") {
    const std::string said = "grows by equal factors and cannot start from or end at 0 %";
    CHECK(refused("baseline", {"jpn.target.share=0%", "jpn.target.path=geometric"}) == "'geometric' " + said);
    CHECK(refused("baseline", {"jpn.target.share=0%", "jpn.target.path=growth"}) == "'growth' " + said);
    CHECK(refused("baseline", {"jpn.target.share=2%", "jpn.base.spending=0 JPY", "jpn.target.path=growth"}) ==
          "'growth' " + said);
    CHECK(refused("baseline", {"jpn.target.share=0%", "jpn.target.path=linear"}).empty());
    CHECK(refused("hosting-budget", {"jpn.target.share=0%"}) ==
          "support cannot follow a budget that is nothing in some year");
    CHECK(refused("baseline", {"jpn.base.spending=0 JPY"}).empty());
}

TEST_CASE("changes do not lead out of the range of their key", "[inputs][scenario]") {
    CHECK(refused("baseline", {"jpn.growth=-100 pp"}).starts_with("jpn.growth comes to −99."));
    CHECK(refused("baseline", {"jpn.inflation=-95 pp"}).starts_with("jpn.inflation comes to −9"));
    CHECK(refused("baseline", {"jpn.population=-95 pp"}).starts_with("jpn.population comes to −9"));
    CHECK(refused("in-dollars", {"fx.jpy=-200"}).starts_with("fx.jpy comes to −"));
    CHECK(refused("baseline", {"jpn.government_expenditure=-60 pp"})
              .starts_with("jpn.government_expenditure comes"));
    CHECK(refused("jpn-5-by-2035", {"jpn.target.share=+96 pp"}) ==
          "jpn.target.share comes to 101 % in FY2035");
    CHECK(refused("hosting-per-head", {"jpn.presence.members=-60000"})
              .starts_with("jpn.presence.members comes to −"));
    CHECK(refused("jpn-3-5-plus-1-5", {"jpn.target.base_related=3%"}) ==
          "3 % is more than the base year's whole share, 1.65 %");
}

TEST_CASE("what can be planned can be run", "[inputs][scenario]") {
    CHECK(rc::check("with any two settings over a ready-made scenario", [] {
        static const std::vector<std::string> settings = {"jpn.target.share=0%",
                                                          "jpn.target.share=2%",
                                                          "jpn.target.path=geometric",
                                                          "jpn.target.path=growth",
                                                          "jpn.target.path=step",
                                                          "jpn.target.by=FY2028",
                                                          "jpn.target.then=hold-real",
                                                          "jpn.target.parity=USA",
                                                          "jpn.target.related=1%",
                                                          "jpn.base.spending=0 JPY",
                                                          "jpn.base.gdp=600 tn JPY",
                                                          "jpn.growth=-50%",
                                                          "jpn.growth=-1 pp",
                                                          "jpn.inflation=-5%",
                                                          "jpn.population=-50%",
                                                          "fx.jpy=1",
                                                          "fx.jpy=×0.5",
                                                          "jpn.hosting.renewal=budget",
                                                          "jpn.hosting.renewal=lapse",
                                                          "jpn.hosting.renewal=step:8.3%",
                                                          "jpn.presence.members=1",
                                                          "jpn.definition=sipri-fy",
                                                          "to=2040",
                                                          "currency=EUR",
                                                          "prices=constant:2026",
                                                          "countries=USA, JPN",
                                                          "jpn.hosting.reading=as-quoted"};
        const auto ready = inputs::ready_made_scenarios();
        const auto& name = ready[*rc::gen::inRange<std::size_t>(0, ready.size())].name;
        const auto first = *rc::gen::elementOf(settings);
        const auto second = *rc::gen::elementOf(settings);
        RC_PRE(first.substr(0, first.find('=')) != second.substr(0, second.find('=')));
        const auto whole = inputs::with_settings(scenario(name), {first, second});
        RC_PRE(static_cast<bool>(whole));
        const auto plan = inputs::plan_of(known_facts(), *whole);
        if (plan) {
            RC_ASSERT(!figures(*plan).empty());
        }
    }));
}
