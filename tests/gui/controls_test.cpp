#include "burden/gui/view/controls.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>
#include <set>

#include "burden/gui/view/renewal_form.hpp"
#include "burden/gui/view/view.hpp"
#include "burden/inputs/renewal_question.hpp"
#include "gui/view_ground.hpp"

namespace burden::gui {
namespace {

View view_of_text(const std::string& text, const std::string& saved) {
    return view_of(facts(), {.document = {.name = "plan", .path = {}, .text = text}, .saved = saved},
                   no_files);
}

const Control& control(const View& view, std::string_view key) {
    for (const Control& one : view.controls) {
        if (to_text(one.key) == key) {
            return one;
        }
    }
    FAIL("no control " << key);
    return view.controls.front();
}

constexpr const char* plain = "extends = \"baseline\"\n[policy.jpn]\ntarget.share = \"5%\"\n";

}  // namespace

TEST_CASE("every key that a scenario of a country may set has a control", "[view][controls]") {
    const View view = view_of_text(plain, plain);
    std::set<std::string> names;
    for (const Control& one : view.controls) {
        names.insert(std::string(one.key.key->name));
    }
    for (const inputs::ScenarioKey& key : inputs::scenario_keys()) {
        CAPTURE(key.name);
        CHECK(names.contains(std::string(key.name)));
    }
}

TEST_CASE("controls that stand open come first", "[view][controls]") {
    const View view = view_of_text(plain, plain);
    bool open = true;
    for (const Control& one : view.controls) {
        CHECK((open || !one.first));
        open = one.first;
    }
}

TEST_CASE("China's growth stands among the assumptions of every other country", "[view][controls]") {
    const View view = view_of_text(plain, plain);
    CHECK(control(view, "chn.growth").group == ControlGroup::assumptions);
    CHECK(control(view, "chn.growth").label == "China's real growth");
}

TEST_CASE("a control says what is set, by whom, and what holds otherwise", "[view][controls]") {
    const View view = view_of_text(plain, plain);
    const Control& share = control(view, "jpn.target.share");
    CHECK(share.value == "5%");
    CHECK(share.set_here);
    CHECK_FALSE(share.changed);
    CHECK(share.standing == "1.65 %");
    const Control& rate = control(view, "fx.jpy");
    CHECK(rate.value.empty());
    CHECK(rate.standing == "149.57");
    CHECK(rate.unit == "JPY per USD");
    const Control& members = control(view, "jpn.presence.members");
    CHECK(members.standing == "54,288");
    CHECK(members.slide->position(members.standing) == 53);
    const Control& due = control(view, "jpn.target.by");
    CHECK(due.standing == "FY2035");
}

TEST_CASE("a control that differs from what was saved says so and knows the way back", "[view][controls]") {
    const View view = view_of_text(
        "extends = \"baseline\"\n[policy.jpn]\ntarget.share = \"4%\"\ntarget.by = \"FY2034\"\n", plain);
    CHECK(control(view, "jpn.target.share").changed);
    CHECK(control(view, "jpn.target.share").saved == "5%");
    CHECK(control(view, "jpn.target.by").changed);
    CHECK(control(view, "jpn.target.by").saved.empty());
    CHECK_FALSE(control(view, "jpn.target.path").changed);
}

TEST_CASE("a control that changes nothing says so", "[view][controls]") {
    // The target is due in the last year, so that nothing comes after it.
    const View view = view_of_text(std::string(plain) + "target.then = \"hold-real\"\n", plain);
    REQUIRE(view.good());
    CHECK(control(view, "jpn.target.then").idle);
}

TEST_CASE("every choice of a control is a value that its key takes", "[view][controls]") {
    const View view = view_of_text(plain, plain);
    for (const Control& one : view.controls) {
        for (const Choice& choice : one.choices) {
            CAPTURE(to_text(one.key), choice.value);
            CHECK(inputs::read_setting(to_text(one.key) + "=" + choice.value, false));
        }
    }
}

TEST_CASE("every position of a slide is a value that its key takes, and is found again", "[view][controls]") {
    const View view = view_of_text(plain, plain);
    int slides = 0;
    for (const Control& one : view.controls) {
        if (!one.slide) {
            continue;
        }
        ++slides;
        for (int position = 0; position <= one.slide->last(); ++position) {
            const std::string text = one.slide->text(position);
            CAPTURE(to_text(one.key), position, text);
            REQUIRE(inputs::read_setting(to_text(one.key) + "=" + text, false));
            REQUIRE(one.slide->position(text) == position);
        }
    }
    CHECK(slides > 10);
}

TEST_CASE("a slide finds the nearest position of any figure of its form", "[view][controls]") {
    const Slide shares(Slide::Form::share, calc::Decimal(0), calc::Decimal(10), calc::Decimal("0.1"));
    CHECK(shares.last() == 100);
    CHECK(shares.text(34) == "3.4%");
    CHECK(shares.position("3.44 %") == 34);
    CHECK(shares.position("40%") == 100);
    CHECK_FALSE(shares.position("+0.5 pp"));
    CHECK_FALSE(shares.position("many"));
    const Slide changes(Slide::Form::change, calc::Decimal(-3), calc::Decimal(3), calc::Decimal("0.1"));
    CHECK(changes.text(30) == "+0.0 pp");
    CHECK(changes.text(25) == "-0.5 pp");
    CHECK(changes.position("+0.5 pp") == 35);
    const Slide years(Slide::Form::fiscal_year, calc::Decimal(2026), calc::Decimal(2050), calc::Decimal(1));
    CHECK(years.text(9) == "FY2035");
    CHECK(years.position("FY2035") == 9);
}

TEST_CASE("every renewal rule of the form begins as one that can be asked for", "[view][renewal_form]") {
    for (const RenewalRule& rule : renewal_rules()) {
        CAPTURE(rule.rule);
        const RenewalForm form = RenewalForm::of_rule(rule.rule);
        CHECK(inputs::read_renewals(form.text()));
        const auto again = RenewalForm::read(form.text());
        REQUIRE(again);
        CHECK(again->rule == rule.rule);
        CHECK(again->text() == form.text());
    }
}

TEST_CASE("a renewal rule that was typed keeps its text through the form", "[view][renewal_form]") {
    for (const char* const text :
         {"flat", "x4", "x2.5", "x4:base=last", "cpi", "cpi:cap=5%", "cpi:cap=5%:floor=0%:lag=1", "lapse",
          "lapse:mixed=18%", "bridge", "bridge:years=2", "bridge:years=1:cpi:cap=5%", "step:8.3%",
          "step:8.3%+budget:cap=5%", "cost-plus:50%:base=guest",
          "cost-plus:50%:base=guest+host:credit=1 bn USD", "share:75%:base=no-military-pay",
          "per-head:30000 USD", "amounts:FY2027=220 bn JPY,FY2028=230 bn JPY,FY2029=240 bn JPY"}) {
        CAPTURE(text);
        REQUIRE(inputs::read_renewals(text));
        const auto form = RenewalForm::read(text);
        REQUIRE(form);
        CHECK(form->text() == text);
    }
    CHECK_FALSE(RenewalForm::read("no rule"));
    CHECK_FALSE(RenewalForm::read("flat,x4"));
}

}  // namespace burden::gui
