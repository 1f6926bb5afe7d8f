#include "burden/inputs/scenario_difference.hpp"

#include <rapidcheck.h>

#include <algorithm>

#include "inputs/scenarios.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using inputs::ChangeGroup;
using inputs::CountryDifference;
using inputs::DifferenceQuestion;
using inputs::ScenarioDifference;
using inputs::SplitOrder;
using models::Metric;
using Texts = std::vector<std::string>;

namespace {

SplitOrder order(const std::string& text) {
    if (text.empty()) {
        return {};
    }
    const auto read = SplitOrder::read(text);
    REQUIRE(read);
    return *read;
}

inputs::Reading<ScenarioDifference> asked(const inputs::Scenario& a, const inputs::Scenario& b,
                                          const DifferenceQuestion& question = {}) {
    return inputs::scenario_difference({&a, &known_facts()}, {&b, &known_facts()}, question);
}

ScenarioDifference difference(const inputs::Scenario& a, const inputs::Scenario& b,
                              const DifferenceQuestion& question = {}) {
    const auto reading = asked(a, b, question);
    for (const inputs::Diagnostic& one : reading.diagnostics()) {
        UNSCOPED_INFO(to_text(one));
    }
    REQUIRE(reading);
    return *reading;
}

/// What stands first in a refusal.
std::string refusal(const inputs::Scenario& a, const inputs::Scenario& b,
                    const DifferenceQuestion& question = {}) {
    const auto reading = asked(a, b, question);
    REQUIRE_FALSE(reading);
    return reading.diagnostics().front().message;
}

/// Ready-made scenarios by name, and some put together; those that are shown alike, in each country's own
/// currency and in current prices.
Texts shown_alike() {
    Texts names = {"jpn-3-4-constant+faster-growth", "hosting-cpi+stagnation", "jpn-5-by-2035+sipri-count",
                   "hosting-cost-plus+strong-yen+faster-growth", "jpn-tracks-usa+china-slows"};
    for (const inputs::ReadyMade& one : inputs::ready_made_scenarios()) {
        if (one.name != "in-dollars" && one.name != "constant-prices") {
            names.emplace_back(one.name);
        }
    }
    return names;
}

std::vector<Decimal> cells(const inputs::DifferenceCells& cells) {
    std::vector<Decimal> all(cells.years.begin(), cells.years.end());
    all.push_back(cells.whole);
    return all;
}

Decimal size_of(const Decimal& value) { return greatest(value, -value); }

/// Whether two lists of cells are the same to forty digits of what they are parts of.
bool same_cells(const std::vector<Decimal>& a, const std::vector<Decimal>& b,
                const CountryDifference& country) {
    const auto before = cells(country.before);
    const auto after = cells(country.after);
    for (std::size_t cell = 0; cell < a.size(); ++cell) {
        const Decimal size = greatest(size_of(before[cell]), size_of(after[cell]));
        if (size * Decimal("1e-40") < size_of(a[cell] - b[cell])) {
            return false;
        }
    }
    return a.size() == b.size();
}

std::vector<Decimal> sum_of_parts(const CountryDifference& country) {
    std::vector<Decimal> sum(cells(country.difference).size(), Decimal(0));
    for (const inputs::DifferencePart& part : country.parts) {
        const auto more = cells(part.cells);
        for (std::size_t cell = 0; cell < sum.size(); ++cell) {
            sum[cell] += more[cell];
        }
    }
    return sum;
}

/// Groups in which two scenarios differ, in a random order; "average"; or each by itself.
SplitOrder drawn_order(const std::vector<ChangeGroup>& groups) {
    SplitOrder drawn;
    drawn.kind =
        *rc::gen::element(SplitOrder::Kind::alone, SplitOrder::Kind::in_order, SplitOrder::Kind::average);
    if (drawn.kind == SplitOrder::Kind::in_order) {
        drawn.groups = groups;
        for (std::size_t last = drawn.groups.size(); last > 1; --last) {
            std::swap(drawn.groups[last - 1], drawn.groups[*rc::gen::inRange<std::size_t>(0, last)]);
        }
    }
    return drawn;
}

}  // namespace

TEST_CASE("no ready-made scenario differs from itself", "[inputs][difference]") {
    for (const inputs::ReadyMade& one : inputs::ready_made_scenarios()) {
        const auto same = scenario(one.name);
        for (const Metric metric : {Metric::spending, Metric::share, Metric::hosting}) {
            INFO(one.name << " " << inputs::name_of(metric).name);
            const auto none = asked(same, same, {.metric = metric});
            // Hosting is not known of every country.
            if (!none) {
                CHECK(metric == Metric::hosting);
                continue;
            }
            CHECK(none->groups.empty());
            for (const CountryDifference& country : none->countries) {
                CHECK(country.parts.empty());
                for (const Decimal& cell : cells(country.difference)) {
                    CHECK(cell == Decimal(0));
                }
            }
        }
    }
}

TEST_CASE("the parts of a difference add to it in every order and on average", "[inputs][difference][law]") {
    const Texts names = shown_alike();
    CHECK(rc::check([&] {
        const auto a = scenario(*rc::gen::elementOf(names).as("first"));
        const auto b = scenario(*rc::gen::elementOf(names).as("second"));
        const auto metric = *rc::gen::elementOf(std::vector(models::metrics.begin(), models::metrics.end()));
        const auto plain = asked(a, b, {.metric = metric, .split = false});
        RC_PRE(static_cast<bool>(plain));
        const auto split = asked(a, b, {.metric = metric, .order = drawn_order(plain->groups)});
        RC_ASSERT(static_cast<bool>(split));
        RC_ASSERT(split->countries.size() == plain->countries.size());
        for (std::size_t at = 0; at < split->countries.size(); ++at) {
            const CountryDifference& country = split->countries[at];
            const auto whole = cells(country.difference);
            RC_ASSERT(same_cells(sum_of_parts(country), whole, country));
            RC_ASSERT(whole == cells(plain->countries[at].difference));
        }
    }));
}

TEST_CASE("the way back is the way there with the other sign", "[inputs][difference][law]") {
    const Texts names = shown_alike();
    CHECK(rc::check([&] {
        const auto a = scenario(*rc::gen::elementOf(names).as("first"));
        const auto b = scenario(*rc::gen::elementOf(names).as("second"));
        const DifferenceQuestion average{.order = {.kind = SplitOrder::Kind::average}};
        const auto there = asked(a, b, average);
        const auto back = asked(b, a, average);
        RC_ASSERT(static_cast<bool>(there) == static_cast<bool>(back));
        if (!there) {
            return;
        }
        for (const CountryDifference& one : there->countries) {
            const auto other = std::find_if(back->countries.begin(), back->countries.end(),
                                            [&](const CountryDifference& candidate) {
                                                return candidate.first.country == one.first.country;
                                            });
            RC_ASSERT((other != back->countries.end()));
            RC_ASSERT(one.parts.size() == other->parts.size());
            const auto turned = [](std::vector<Decimal> values) {
                for (Decimal& value : values) {
                    value = -value;
                }
                return values;
            };
            RC_ASSERT(cells(one.difference) == turned(cells(other->difference)));
            for (std::size_t part = 0; part < one.parts.size(); ++part) {
                RC_ASSERT(
                    same_cells(cells(one.parts[part].cells), turned(cells(other->parts[part].cells)), one));
            }
        }
    }));
}

TEST_CASE("a key that is set to its own value is no difference", "[inputs][difference]") {
    for (const std::string& name : shown_alike()) {
        const auto before = scenario(name);
        for (const inputs::Setting& setting : before.settings) {
            const auto* const number = std::get_if<inputs::NumberSetting>(&setting.value);
            // A change upon a change is another one.
            if (number != nullptr && number->layer.always->kind != models::ChangeKind::set) {
                continue;
            }
            INFO(name << " " << to_text(setting.key) << "=" << setting.text);
            const auto after = scenario(name, {to_text(setting.key) + "=" + setting.text});
            CHECK(inputs::key_changes(before, after).empty());
            CHECK(difference(before, after).groups.empty());
        }
    }
}

TEST_CASE("a value is compared, not how it is written", "[inputs][difference]") {
    const auto changes = [](const std::string& a, const std::string& b) {
        return inputs::key_changes(scenario("baseline", {a}), scenario("baseline", {b})).size();
    };
    CHECK(changes("jpn.target.share=3.4%", "jpn.target.share=3.40 %") == 0);
    CHECK(changes("jpn.growth=2027=1%,2028=2%", "jpn.growth=2028=2%,2027=1%") == 0);
    CHECK(changes("jpn.target.share=3.4%", "jpn.target.share=3.5%") == 1);
    CHECK(changes("jpn.growth=0.5%", "jpn.growth=+0.5 pp") == 1);
    CHECK(changes("jpn.base.spending=11 tn JPY", "jpn.base.spending=2%") == 1);
    CHECK(changes("jpn.hosting.renewal=flat", "jpn.hosting.renewal=x4") == 1);
}

TEST_CASE("what differs is said in words, with its place", "[inputs][difference]") {
    const auto words = [](const Texts& before, const Texts& after, bool with_subject = false) {
        const auto a = scenario("baseline", before);
        const auto b = scenario("baseline", after);
        const auto changes = inputs::key_changes(a, b);
        REQUIRE(changes.size() == 1);
        return changes.front().in_words(with_subject);
    };
    CHECK(words({}, {"jpn.target.share=3.4%"}) == "target share 3.4% instead of none (--set)");
    CHECK(words({"jpn.target.share=2%"}, {"jpn.target.share=3.4%"}, true) ==
          "JPN target share 3.4% instead of 2% (--set)");
    CHECK(words({}, {"jpn.growth=+0.5 pp"}) == "growth +0.5 pp (--set)");
    CHECK(words({"jpn.growth=+0.5 pp"}, {}) == "growth without +0.5 pp (--set)");
    CHECK(words({"fx.jpy=150"}, {"fx.jpy=×0.8"}) == "JPY fx ×0.8 instead of 150 (--set)");
    const auto a = scenario("jpn-3-4-constant");
    const auto b = scenario("jpn-3-4-constant", {"jpn.target.share=+0.1 pp"});
    CHECK(inputs::key_changes(a, b).front().in_words(false) ==
          "target share 3.4%, then +0.1 pp instead of 3.4% (--set)");
}

TEST_CASE("what groups do only together stands by itself, or falls to the later one",
          "[inputs][difference]") {
    const auto a = scenario("baseline");
    const auto b = scenario("jpn-3-4-constant+faster-growth");
    const auto alone = difference(a, b);
    CHECK(alone.groups == std::vector{ChangeGroup::policy, ChangeGroup::growth});
    const auto& parts = alone.countries.front().parts;
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].groups == std::vector{ChangeGroup::policy});
    CHECK(parts[1].groups == std::vector{ChangeGroup::growth});
    CHECK(parts[2].groups == std::vector{ChangeGroup::policy, ChangeGroup::growth});
    const Decimal policy = parts[0].cells.whole;
    const Decimal growth = parts[1].cells.whole;
    const Decimal both = parts[2].cells.whole;
    CHECK(Decimal(0) < both);
    // Either alone is what a diff against the baseline says.
    CHECK_THAT(policy,
               Is<Decimal>(difference(a, scenario("jpn-3-4-constant")).countries[0].difference.whole));
    CHECK_THAT(growth, Is<Decimal>(difference(a, scenario("faster-growth")).countries[0].difference.whole));

    const auto later = difference(a, b, {.order = order("policy,growth")}).countries.front().parts;
    REQUIRE(later.size() == 2);
    CHECK_THAT(later[0].cells.whole, Is<Decimal>(policy));
    CHECK_THAT(later[1].cells.whole, Is<Decimal>(Decimal(growth + both)));

    const auto earlier = difference(a, b, {.order = order("growth,policy")}).countries.front().parts;
    REQUIRE(earlier.size() == 2);
    CHECK(earlier[0].groups == std::vector{ChangeGroup::growth});
    CHECK_THAT(earlier[0].cells.whole, Is<Decimal>(growth));
    CHECK_THAT(earlier[1].cells.whole, Is<Decimal>(Decimal(policy + both)));

    const auto average = difference(a, b, {.order = order("average")}).countries.front().parts;
    REQUIRE(average.size() == 2);
    CHECK_THAT(average[0].cells.whole, Is<Decimal>(Decimal(policy + both / Decimal(2))));
}

TEST_CASE("a total is the sum of its years, and a share is compared in the last year",
          "[inputs][difference]") {
    const auto a = scenario("baseline");
    const auto b = scenario("jpn-5-by-2035");
    const auto spending = difference(a, b);
    Decimal sum = 0;
    for (const Decimal& year : spending.countries.front().difference.years) {
        sum += year;
    }
    CHECK(spending.sums);
    CHECK_THAT(spending.countries.front().difference.whole, Is<Decimal>(sum));

    const auto share = difference(a, b, {.metric = Metric::share});
    CHECK_FALSE(share.sums);
    CHECK(share.countries.front().difference.whole == share.countries.front().difference.years.back());
    CHECK_THAT(share.countries.front().after.whole, Is<Decimal>("0.05"));
}

TEST_CASE("countries of either side are compared, and each by what moves it", "[inputs][difference]") {
    const auto a = scenario("baseline");
    const auto b = scenario("china-slows");
    for (const bool back : {false, true}) {
        const auto both = back ? difference(b, a) : difference(a, b);
        REQUIRE(both.countries.size() == 2);
        CHECK(both.countries[0].first.country->code == "JPN");
        CHECK(both.countries[1].first.country->code == "CHN");
        CHECK(both.countries[0].parts.empty());
        CHECK(both.countries[1].parts.size() == 1);
        REQUIRE(both.changes.size() == 1);
        CHECK(both.changes.front().moves == Texts{"CHN"});
    }
}

TEST_CASE("what changes no digit is listed as without effect", "[inputs][difference]") {
    const auto a = scenario("baseline");
    const auto yen = difference(a, scenario("strong-yen"));
    CHECK(yen.idle == std::vector{ChangeGroup::exchange_rate});
    CHECK(yen.changes.front().moves.empty());
    CHECK(yen.countries.front().parts.empty());

    // One key of a group that has an effect: the last year is due anyway.
    const auto target = difference(a, scenario("baseline", {"jpn.target.share=3%", "jpn.target.by=FY2035"}));
    CHECK(target.idle.empty());
    REQUIRE(target.changes.size() == 2);
    CHECK(target.changes[0].moves == Texts{"JPN"});
    CHECK(target.changes[1].moves.empty());

    // Spending does not follow the rate, hosting that is agreed in dollars does.
    const auto dollars = difference(scenario("hosting-cost-plus"), scenario("hosting-cost-plus+strong-yen"),
                                    {.metric = Metric::hosting});
    CHECK(dollars.idle.empty());
}

TEST_CASE("two that are not shown alike are refused", "[inputs][difference][bad]") {
    const auto a = scenario("baseline");
    CHECK(refusal(a, scenario("in-dollars")) ==
          "'currency' is not set in baseline and USD in in-dollars (in-dollars:11)");
    CHECK(refusal(scenario("constant-prices"), a) ==
          "'prices' is constant:2025 in constant-prices (constant-prices:10) and not set in baseline");
    CHECK(refusal(a, scenario("baseline", {"to=2040"})) ==
          "'to' is 2035 in baseline (not set) and 2040 in baseline with --set (--set)");
    CHECK(refusal(a, scenario("baseline", {"jpn.definition=sipri-cy"})) ==
          "a year of one is no year of the other: Japan is counted by FY2025 and by 2025");
    // To say the default is no other year.
    CHECK(difference(a, scenario("baseline", {"to=2035"})).groups.empty());
}

TEST_CASE("a later target leads both sides to its year", "[inputs][difference]") {
    const auto b = scenario("baseline", {"jpn.target.share=3%", "jpn.target.by=FY2040"});
    const auto later = difference(scenario("baseline"), b);
    CHECK(later.countries.front().difference.years.last() == calc::Year{2040});
    CHECK(refusal(scenario("baseline", {"jpn.target.share=3%"}), b) ==
          "'to' is 2035 in baseline with --set (not set) and 2040 in baseline with --set (not set)");
}

TEST_CASE("a mixture that does not go together is refused by its groups", "[inputs][difference][bad]") {
    const auto a = scenario("baseline");
    const auto b = scenario("baseline", {"jpn.definition=sipri-fy", "jpn.base.year=FY2020"});
    const auto reading = asked(a, b);
    REQUIRE_FALSE(reading);
    REQUIRE(reading.diagnostics().size() == 2);
    CHECK(
        reading.diagnostics()[0].message ==
        "data of baseline with --set and definition of baseline do not go together: the difference cannot be "
        "split");
    CHECK(reading.diagnostics()[1].file == "--set");
    // Unsplit, the years after the later base year are compared.
    const auto whole = difference(a, b, {.split = false});
    CHECK(whole.countries.front().first_base == calc::Year{2025});
    CHECK(whole.countries.front().second_base == calc::Year{2020});
    CHECK(whole.countries.front().difference.years.first() == calc::Year{2026});
}

TEST_CASE("an order names each group that differs once", "[inputs][difference][bad]") {
    const auto a = scenario("baseline");
    const auto b = scenario("jpn-3-4-constant+faster-growth");
    CHECK(refusal(a, b, {.order = order("growth")}) ==
          "'policy' is left out, and the scenarios differ in it");
    CHECK(refusal(a, b, {.order = order("policy,growth,data")}) == "the scenarios do not differ in 'data'");
    CHECK(asked(a, b, {.order = order("growth")}).diagnostics().front().allowed ==
          Texts{"policy,growth", "average"});
    CHECK(SplitOrder::read("exchange rate, Policy")->groups ==
          std::vector{ChangeGroup::exchange_rate, ChangeGroup::policy});
    CHECK(SplitOrder::read("policy,policy").fault().message == "'policy' is named twice");
    CHECK(SplitOrder::read("growht").fault().nearest == "growth");
    CHECK_FALSE(SplitOrder::read(""));
}

TEST_CASE("other facts count as data", "[inputs][difference]") {
    inputs::Facts more = known_facts();
    const auto japan = std::find_if(more.countries.begin(), more.countries.end(),
                                    [](const inputs::Country& country) { return country.code == "JPN"; });
    REQUIRE(japan != more.countries.end());
    for (inputs::FactSeries& series : japan->series) {
        for (inputs::Observation& one : series.observations) {
            one.value = series.measure == "gdp" ? Decimal(one.value * Decimal("1.1")) : one.value;
        }
    }
    const auto same = scenario("baseline");
    const auto data =
        inputs::scenario_difference({&same, &known_facts()}, {&same, &more}, {.metric = Metric::gdp});
    REQUIRE(data);
    CHECK(data->groups == std::vector{ChangeGroup::data});
    const CountryDifference& country = data->countries.front();
    REQUIRE(country.parts.size() == 1);
    CHECK_THAT(country.difference.whole, Is<Decimal>(Decimal(country.before.whole * Decimal("0.1"))));

    // Spending rests on growth, which is the same, and on its own base.
    const auto spending = inputs::scenario_difference({&same, &known_facts()}, {&same, &more}, {});
    REQUIRE(spending);
    CHECK_THAT(spending->countries.front().after.whole,
               Is<Decimal>(spending->countries.front().before.whole));
}
