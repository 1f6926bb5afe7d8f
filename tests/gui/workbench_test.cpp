#include "burden/gui/view/workbench.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "burden/brief/files.hpp"
#include "burden/brief/scenario_answer.hpp"
#include "burden/brief/write.hpp"
#include "gui/view_ground.hpp"

namespace burden::gui {
namespace {

View view_of_bench(const Workbench& bench) {
    return view_of(facts(), bench.question(), brief::opened_beside);
}

inputs::KeyOfSubject key(std::string_view name) {
    const auto read = inputs::read_key_name(name);
    REQUIRE(read);
    return *read;
}

std::string tables(const brief::Answer& answer) {
    std::string text;
    for (const brief::Table& table : answer.tables) {
        if (table.audience == brief::Audience::programs) {
            brief::Answer alone{.command = "run", .tables = {table}};
            alone.tables.front().title.clear();
            text += brief::write_csv(alone, {});
        }
    }
    return text;
}

/// What `burden run` answers to a scenario as it is typed.
std::string run_of(const TypedScenario& typed) {
    const auto scenario = inputs::scenario_of(typed.name, brief::opened_beside);
    REQUIRE(scenario);
    const auto with = typed.set.empty() ? scenario : inputs::with_settings(*scenario, typed.set);
    REQUIRE(with);
    const auto run = inputs::scenario_run(facts(), *with);
    REQUIRE(run);
    return tables(brief::scenario_answer(*run, facts()));
}

}  // namespace

TEST_CASE("the window opens on the headline", "[view][workbench]") {
    const Workbench bench;
    const View view = view_of_bench(bench);
    REQUIRE(view.problems.empty());
    REQUIRE(view.run.charts.size() == 1);
    CHECK(view.run.charts.front().series.size() == 4);
    REQUIRE(view.renewals.charts.size() == 1);
    CHECK(view.renewals.charts.front().series.size() == 5);
    CHECK(view.compared.tables.front().rows.size() == 3);
    CHECK_FALSE(bench.document().changed());
}

TEST_CASE("an edit of every control is the figures of burden run with it set", "[view][workbench]") {
    // Each value differs from what holds without it.
    const std::vector<std::pair<std::string, std::string>> edits = {
        {"jpn.target.share", "4.2%"},
        {"jpn.target.related", "1.5%"},
        {"jpn.target.by", "FY2033"},
        {"jpn.target.path", "back"},
        {"jpn.target.denominator", "FY2022"},
        {"jpn.hosting.renewal", "cpi:cap=5%"},
        {"jpn.growth", "+0.5 pp"},
        {"jpn.inflation", "2027=2%,2028=1.5%"},
        {"fx.jpy", "120"},
        {"chn.growth", "-1 pp"},
        {"jpn.definition", "sipri-fy"},
        {"currency", "USD"},
        {"prices", "constant:2025"},
        {"to", "2040"},
        {"jpn.base.spending", "2%"},
        {"jpn.hosting.in_budget", "false"},
        {"jpn.population", "-0.1 pp"},
    };
    for (const auto& [name, value] : edits) {
        CAPTURE(name, value);
        Workbench bench;
        REQUIRE(bench.document().set(key(name), value).empty());
        const View view = view_of_bench(bench);
        REQUIRE(view.problems.empty());
        const TypedScenario line = typed(bench.document());
        CHECK(line.lacking.empty());
        CHECK(line.set == std::vector<std::string>{name + "=" + value});
        const std::string shown = tables(view.run);
        CHECK_FALSE(shown.empty());
        // Of the country that is looked at: its tables stand among those of the command.
        CHECK(run_of(line).find(shown.substr(0, shown.find("\n\n"))) != std::string::npos);
    }
}

TEST_CASE("a command line gives what is shown, or the window says why none does", "[view][workbench]") {
    Workbench bench;
    CHECK(bench.commands(view_of_bench(bench)).lines.front() == "burden run jpn-5-by-2035");
    CHECK(bench.commands(view_of_bench(bench)).lines.at(1) ==
          "burden chart path jpn-5-by-2035 jpn-2-same-year jpn-3-4-constant");
    CHECK_THAT(bench.commands(view_of_bench(bench)).lines.back(),
               Catch::StartsWith("burden sweep jpn-5-by-2035 --grid 'jpn.hosting.renewal=flat|cpi:cap=5%|"));
    REQUIRE(bench.document().set(key("jpn.target.share"), "4%").empty());
    CHECK(bench.commands(view_of_bench(bench)).lines.front() ==
          "burden run jpn-5-by-2035 --set jpn.target.share=4%");
    REQUIRE(bench.document().reset(key("jpn.target.by")).empty());
    const CommandLines none = bench.commands(view_of_bench(bench));
    CHECK(none.lines.empty());
    CHECK(none.lacking == "jpn.target.by was taken out of jpn-5-by-2035");
}

TEST_CASE("a change upon a change is no command line", "[view][workbench]") {
    Workbench bench;
    auto slower = ready_made_document("china-slows");
    REQUIRE(slower);
    bench.put(*slower);
    REQUIRE(bench.document().set(key("chn.growth"), "-2 pp").empty());
    CHECK_FALSE(typed(bench.document()).lacking.empty());
    // A figure hides the change below it.
    REQUIRE(bench.document().set(key("chn.growth"), "3%").empty());
    CHECK(typed(bench.document()).lacking.empty());
}

TEST_CASE("a new scenario is a command line over what it extends", "[view][workbench]") {
    Workbench bench;
    bench.put(new_document());
    REQUIRE(bench.document().set(key("jpn.target.share"), "3%").empty());
    CHECK(bench.commands(view_of_bench(bench)).lines.front() ==
          "burden run baseline --set jpn.target.share=3%");
}

TEST_CASE("up to five scenarios are compared, each under a name of its own", "[view][workbench]") {
    Workbench bench;
    CHECK(bench.pin());
    CHECK_FALSE(bench.pin());
    REQUIRE(bench.document().set(key("jpn.target.share"), "4%").empty());
    CHECK(bench.pin());
    REQUIRE(bench.document().set(key("jpn.target.share"), "4.5%").empty());
    CHECK_FALSE(bench.pin());
    CHECK(bench.pinned().size() == most_compared - 1);
    std::set<std::string> names = {bench.document().name()};
    for (const Pin& pin : bench.pinned()) {
        names.insert(pin.scenario.name);
    }
    CHECK(names.size() == most_compared);
    const View view = view_of_bench(bench);
    REQUIRE(view.problems.empty());
    CHECK(view.run.charts.front().series.size() == 1 + most_compared);
    bench.unpin(0);
    CHECK(bench.pinned().size() == most_compared - 2);
}

TEST_CASE("looking at a country that is not shown adds it to the scenario", "[view][workbench]") {
    Workbench bench;
    bench.unpin_all();
    REQUIRE(bench.look_at("KOR", view_of_bench(bench)).empty());
    const View view = view_of_bench(bench);
    REQUIRE(view.problems.empty());
    CHECK(view.country == "KOR");
    CHECK(view.run.tables.front().id == "run-kor");
    CHECK(bench.document().changed());
    bench.document().undo();
    CHECK_FALSE(bench.document().changed());
    CHECK(view_of_bench(bench).country == "JPN");
}

TEST_CASE("the rules that renewals are seen beside are read as burden hns reads them", "[view][workbench]") {
    Workbench bench;
    CHECK(bench.set_renewals("flat,budget").empty());
    CHECK(view_of_bench(bench).renewals.charts.front().series.size() == 2);
    CHECK_FALSE(bench.set_renewals("flot").empty());
    CHECK(bench.renewals() == std::vector<std::string>{"flat", "budget"});
}

}  // namespace burden::gui
