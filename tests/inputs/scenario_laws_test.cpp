#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "burden/calc/letter_case.hpp"
#include "inputs/scenarios.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using inputs::ValueForm;
using models::Metric;

namespace {

Decimal cell(const std::string& name, const inputs::Scenario& scenario) {
    const auto run = inputs::scenario_run(known_facts(), scenario);
    REQUIRE(run);
    const auto asked = inputs::ScenarioCell::read(name);
    REQUIRE(asked);
    const auto place = inputs::placed(*asked, run->plan, "cell");
    REQUIRE(place);
    return *inputs::value_of(*place, run->results);
}

/// Values that a key may be given to see that it counts.
std::vector<std::string> values_for(const inputs::ScenarioKey& key) {
    switch (key.form) {
        case ValueForm::share:
            return {"1.1%", "20%"};
        case ValueForm::rate:
            return {"3.3%"};
        case ValueForm::amount:
            return {"7 tn JPY"};
        case ValueForm::number:
            return {"120"};
        case ValueForm::year:
            return {"FY2030", "2030", "FY2024"};
        case ValueForm::truth:
            return {"true", "false"};
        case ValueForm::path:
            return {"step", "back"};
        case ValueForm::after_rule:
            return {"hold-nominal"};
        case ValueForm::denominator:
            return {"FY2022"};
        case ValueForm::renewal:
            return {"x4"};
        case ValueForm::base:
            return {"12 tn JPY"};
        case ValueForm::key_of_facts:
            return {"sipri-fy", "as-quoted"};
        case ValueForm::country:
            return {"USA"};
        case ValueForm::countries:
            return {"JPN, USA"};
        case ValueForm::currency:
            return {"USD"};
        case ValueForm::prices:
            return {"constant:2026"};
    }
    return {};
}

/// Whether some value of the key moves a figure of the ready-made scenario, with `also` set on both sides.
bool moves(const inputs::ScenarioKey& key, const std::string& name, const std::vector<std::string>& also) {
    const std::string full = key.subject == inputs::Subject::country    ? "jpn." + std::string(key.name)
                             : key.subject == inputs::Subject::currency ? std::string(key.name) + ".jpy"
                                                                        : std::string(key.name);
    const auto before = inputs::plan_of(known_facts(), scenario(name, also));
    if (!before) {
        return false;
    }
    const auto old = figures<double>(*before);
    for (const std::string& value : values_for(key)) {
        auto settings = also;
        settings.push_back(full + "=" + value);
        const auto changed = inputs::with_settings(scenario(name), settings);
        const auto after = changed ? inputs::plan_of(known_facts(), *changed)
                                   : inputs::Reading<inputs::ScenarioPlan>(inputs::Diagnostic{});
        if (after && figures<double>(*after) != old) {
            return true;
        }
    }
    return false;
}

std::vector<std::filesystem::path> good_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(BURDEN_SOURCE_DIR "/tests/good/scenarios")) {
        if (entry.path().extension() == ".toml") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

inputs::Reading<inputs::FileText> opened(const std::string& name, const std::string& beside) {
    std::filesystem::path path(name);
    if (path.is_relative() && !beside.empty()) {
        path = (std::filesystem::path(beside).parent_path() / path).lexically_normal();
    }
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return inputs::FileText{path.string(), text.str()};
}

}  // namespace

TEST_CASE("a scenario that sets nothing is the baseline to the last digit", "[inputs][scenario][laws]") {
    inputs::Scenario empty;
    CHECK(figures(empty) == figures(scenario("baseline")));
}

TEST_CASE("what the target command gives, a scenario gives", "[inputs][scenario][golden]") {
    // burden target jpn --share 5% --by 2035: 149.2 tn JPY over FY2026 to FY2035.
    const auto five = scenario("jpn-5-by-2035");
    CHECK(rounded(cell("jpn.extra[total]", five) / Decimal(1'000'000'000'000), 1) == Decimal("149.2"));
    CHECK(cell("jpn.share[FY2035]", five) == Decimal("0.05"));
    // burden hns jpn-sma-2022 --renewals x4: four times 211.02 bn JPY a year.
    CHECK(cell("jpn.hosting[FY2027]", scenario("hosting-quadrupled")) == Decimal(844'080'000'000));
    CHECK(cell("jpn.hosting[FY2026]", scenario("baseline")) == Decimal(219'100'000'000));
}

TEST_CASE("a renewal comes to the same as in the table of renewals", "[inputs][scenario][golden]") {
    const std::vector<std::pair<std::string, std::string>> renewals = {
        {"lapse", "lapse"},
        {"bridge:cpi", "bridge:cpi"},
        {"cpi:cap=5%", "cpi:cap=5%"},
        {"step:8.3%", "step:8.3%"},
        {"x4", "x4:base=last"},
        {"cost-plus:50%:base=guest", "cost-plus:50%:base=guest:credit=1 bn USD"},
        {"share:75%:base=guest+host", "share:75%:base=guest+host"},
        {"per-head:30000 USD", "per-head:3.9 mn JPY"}};
    for (const auto& [one, other] : renewals) {
        for (const std::string& rule : {one, other}) {
            CAPTURE(rule);
            const auto table = hosting("jpn-sma-2022", rule);
            const auto known = scenario("baseline", {"jpn.hosting.renewal=" + rule});
            for (const int year : {2027, 2029, 2031}) {
                const Decimal amount = table.renewals.front().home.amounts[calc::Year{year}].in(table.unit);
                CHECK(cell("jpn.hosting[FY" + std::to_string(year) + "]", known).to_significant(40) ==
                      amount.to_significant(40));
            }
        }
    }
}

TEST_CASE("a key set to its own value makes no difference", "[inputs][scenario][laws]") {
    const auto same = [](const std::string& name, const std::string& setting) {
        CAPTURE(name, setting);
        CHECK(figures(scenario(name, {setting})) == figures(scenario(name)));
    };
    same("jpn-5-by-2035", "jpn.target.share=5%");
    same("jpn-5-by-2035", "jpn.target.by=FY2035");
    same("jpn-5-by-2035", "jpn.target.path=linear");
    same("jpn-5-by-2035", "jpn.target.then=hold-share");
    same("jpn-5-by-2035", "jpn.target.share=+0 pp");
    same("jpn-5-by-2035", "jpn.target.share=×1");
    same("baseline", "jpn.hosting.renewal=flat");
    same("baseline", "jpn.hosting.in_budget=true");
    same("baseline", "jpn.base.year=FY2025");
    same("baseline", "to=FY2035");
    same("baseline", "prices=current");
    same("baseline", "currency=JPY");
    same("baseline", "countries=JPN");
    same("baseline", "fx.jpy=×1");
    same("hosting-per-head", "jpn.presence.members=×1");
    same("stagnation", "jpn.growth=+0 pp");
}

TEST_CASE("every key moves a figure of some ready-made scenario", "[inputs][scenario][laws]") {
    for (const inputs::ScenarioKey& key : inputs::scenario_keys()) {
        // An offset is nothing without all that must be said of it.
        std::vector<std::string> also;
        if (key.name.starts_with("offsets.arms") && key.name != "offsets.arms_in_budget") {
            also = {"jpn.offsets.arms_in_budget=false"};
        }
        if (key.name.starts_with("financing.")) {
            also = {"jpn.interest=1%"};
        }
        const bool counts =
            std::any_of(inputs::ready_made_scenarios().begin(), inputs::ready_made_scenarios().end(),
                        [&](const inputs::ReadyMade& one) {
                            const auto known = inputs::with_settings(scenario(one.name), also);
                            return known && moves(key, std::string(one.name), also);
                        });
        CAPTURE(key.name);
        CHECK(counts);
    }
}

TEST_CASE("a fast run is the exact one to twelve digits", "[inputs][scenario][laws]") {
    for (const inputs::ReadyMade& one : inputs::ready_made_scenarios()) {
        CAPTURE(one.name);
        const auto exact = figures(scenario(one.name));
        const auto fast = figures<double>(scenario(one.name));
        REQUIRE(exact.size() == fast.size());
        bool near = true;
        for (std::size_t at = 0; at < exact.size(); ++at) {
            const double value = exact[at] ? exact[at]->nearest_double() : 0;
            near = near && exact[at].has_value() == fast[at].has_value() &&
                   (!fast[at] || std::abs(*fast[at] - value) <= 1e-12 * std::max(1.0, std::abs(value)));
        }
        CHECK(near);
    }
}

TEST_CASE("ready-made scenarios run without a word of warning", "[inputs][scenario]") {
    for (const inputs::ReadyMade& one : inputs::ready_made_scenarios()) {
        CAPTURE(one.name);
        const auto known = scenario(one.name);
        CHECK_FALSE(known.title().empty());
        CHECK_FALSE(known.files.back().leaves_out.empty());
        for (const inputs::Setting& setting : known.files.back().settings) {
            CAPTURE(setting.text);
            CHECK(known.files.back().why.contains(to_text(setting.key)));
        }
        const auto run = inputs::scenario_run(known_facts(), known);
        REQUIRE(run);
        for (const inputs::Diagnostic& warning : run.diagnostics()) {
            UNSCOPED_INFO(to_text(warning));
        }
        CHECK(run.diagnostics().empty());
    }
}

TEST_CASE("every good file can be run", "[inputs][scenario]") {
    const auto files = good_files();
    CHECK(files.size() >= 100);
    for (const auto& file : files) {
        CAPTURE(file);
        const auto known = inputs::scenario_of(file.string(), opened);
        REQUIRE(known);
        const auto run = inputs::scenario_run(known_facts(), *known);
        for (const inputs::Diagnostic& one : run.diagnostics()) {
            UNSCOPED_INFO(to_text(one));
        }
        CHECK(run);
    }
}
