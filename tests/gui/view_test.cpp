#include "burden/gui/view/view.hpp"

#include <catch2/catch.hpp>

#include "burden/brief/scenario_answer.hpp"
#include "burden/brief/write.hpp"
#include "gui/view_ground.hpp"

namespace burden::gui {
namespace {

ViewQuestion question_of(const ScenarioText& document) {
    return {.document = document, .saved = document.text, .renewals = {"flat", "cpi:cap=5%", "x4"}};
}

/// What `burden run NAME --set …` answers.
brief::Answer run_with(const std::string& name, const std::vector<std::string>& set) {
    const auto scenario = inputs::scenario_of(name, no_files);
    REQUIRE(scenario);
    const auto with = set.empty() ? scenario : inputs::with_settings(*scenario, set);
    REQUIRE(with);
    const auto run = inputs::scenario_run(facts(), *with);
    REQUIRE(run);
    return brief::scenario_answer(*run, facts());
}

const brief::Table& program_table(const brief::Answer& answer, std::string_view id) {
    for (const brief::Table& table : answer.tables) {
        if (table.id == id && table.audience == brief::Audience::programs) {
            return table;
        }
    }
    FAIL("no table " << id);
    return answer.tables.front();
}

std::string figures(const brief::Table& table) {
    brief::Answer alone{.command = "run", .tables = {table}};
    return brief::write_csv(alone, {});
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

}  // namespace

TEST_CASE("the window shows the figures of burden run", "[view]") {
    for (const char* const name : {"baseline", "jpn-5-by-2035", "in-dollars", "jpn-tracks-usa"}) {
        CAPTURE(name);
        const View view = view_of(facts(), question_of(ready_made(name)), no_files);
        REQUIRE(view.problems.empty());
        REQUIRE(view.good());
        CHECK(view.country == "JPN");
        CHECK(figures(program_table(view.run, "run-jpn")) ==
              figures(program_table(run_with(name, {}), "run-jpn")));
    }
}

TEST_CASE("a renewal in the window is the hosting of burden run with that rule set", "[view]") {
    ScenarioText document = ready_made("jpn-5-by-2035");
    const View view = view_of(facts(), question_of(document), no_files);
    const brief::Table& renewals = program_table(view.renewals, "renewals-jpn");
    CHECK(renewals.rows.size() == 3 * 9);
    for (const brief::Row& row : renewals.rows) {
        const auto rule = std::get<std::string>(row.cells[0].content);
        const auto year = std::get<std::string>(row.cells[1].content);
        const auto& shown = std::get<brief::Figure>(row.cells[2].content);
        const brief::Answer run = run_with("jpn-5-by-2035", {"jpn.hosting.renewal=" + rule});
        const brief::Table& years = program_table(run, "run-jpn");
        for (const brief::Row& other : years.rows) {
            if (std::get<std::string>(other.cells.front().content) != year) {
                continue;
            }
            for (std::size_t at = 0; at < years.columns.size(); ++at) {
                if (years.columns[at].key == "hosting") {
                    CAPTURE(rule, year);
                    const auto& figure = std::get<brief::Figure>(other.cells[at].content);
                    REQUIRE(renewals.columns[2].unit == "JPY bn");
                    REQUIRE(years.columns[at].unit == "JPY tn");
                    CHECK(shown.value == figure.value * calc::Decimal(1000));
                }
            }
        }
    }
    REQUIRE(view.renewals.charts.size() == 1);
    CHECK(view.renewals.charts.front().series.size() == 3);
    CHECK(view.hosting == "Special measures agreement of 2022");
}

TEST_CASE("the document's own renewal stands before those it is seen beside", "[view]") {
    const View view = view_of(facts(), question_of(ready_made("hosting-quadrupled")), no_files);
    const brief::Table& renewals = program_table(view.renewals, "renewals-jpn");
    CHECK(std::get<std::string>(renewals.rows.front().cells.front().content) == "x4");
    CHECK(renewals.rows.size() == 3 * 9);
}

TEST_CASE("what is pinned is a line beside the document's", "[view]") {
    ViewQuestion question = question_of(ready_made("jpn-5-by-2035"));
    question.pinned = {ready_made("jpn-2-same-year"), ready_made("jpn-3-4-constant")};
    const View view = view_of(facts(), question, no_files);
    REQUIRE(view.run.charts.size() == 1);
    std::vector<std::string> lines;
    for (const brief::ChartSeries& series : view.run.charts.front().series) {
        lines.push_back(series.label);
    }
    CHECK(lines ==
          std::vector<std::string>{"share held", "jpn-5-by-2035", "jpn-2-same-year", "jpn-3-4-constant"});
    REQUIRE(view.compared.tables.size() == 1);
    const brief::Table& table = view.compared.tables.front();
    CHECK(table.rows.size() == 3);
    for (const brief::Row& row : table.rows) {
        CHECK(row.cells.size() == table.columns.size());
    }
    // The sums of the comparison are those that each scenario's own run has.
    const brief::Answer other = run_with("jpn-3-4-constant", {});
    const brief::Table& sums = program_table(other, "run-totals-jpn");
    CHECK(std::get<brief::Figure>(table.rows[2].cells[4].content).value ==
          std::get<brief::Figure>(sums.rows.front().cells.front().content).value);
}

TEST_CASE("what is pinned may be remembered from one view to the next", "[view]") {
    PinnedAnswers known;
    ViewQuestion question = question_of(ready_made("jpn-5-by-2035"));
    question.pinned = {ready_made("jpn-2-same-year"), ready_made("jpn-3-4-constant")};
    for (const char* const share : {"5%", "4%", "3%"}) {
        std::string& text = question.document.text;
        text.replace(text.find("target.share = \"") + 16, 2, share);
        const View anew = view_of(facts(), question, no_files);
        const View remembered = view_of(facts(), question, no_files, {}, &known);
        for (const auto part : {&View::run, &View::renewals, &View::compared}) {
            CHECK(brief::write_json(remembered.*part) == brief::write_json(anew.*part));
            CHECK((remembered.*part).charts.size() == (anew.*part).charts.size());
        }
        CHECK(known.find(question.pinned.front()) != nullptr);
        CHECK(known.find(question.document) == nullptr);
    }
    SECTION("but not what rests on a file") {
        question.pinned.front() = {
            .name = "plan.toml", .path = "/home/plan.toml", .text = "extends = \"other.toml\"\n"};
        const auto open = [](const std::string& name, const std::string&) {
            return inputs::Reading<inputs::FileText>(
                inputs::FileText{name, "[policy.jpn]\ntarget.share = \"2%\"\ntarget.by = \"FY2030\"\n"});
        };
        CHECK(view_of(facts(), question, open, {}, &known).good());
        CHECK(known.find(question.pinned.front()) == nullptr);
    }
}

TEST_CASE("a scenario in another currency is told of and not drawn", "[view]") {
    ViewQuestion question = question_of(ready_made("jpn-5-by-2035"));
    question.pinned = {ready_made("in-dollars")};
    const View view = view_of(facts(), question, no_files);
    CHECK(view.good());
    REQUIRE(view.warnings.size() == 1);
    CHECK(view.warnings.front().file == "in-dollars");
}

TEST_CASE("text that cannot be read is a message with line and column, and no answer", "[view]") {
    ScenarioText document = ready_made("jpn-5-by-2035");
    document.text = "title = \"x\"\nextends = \"baseline\"\n[policy.jpn]\ntarget.shore = \"5%\"\n";
    const View view = view_of(facts(), question_of(document), no_files);
    CHECK_FALSE(view.good());
    REQUIRE_FALSE(view.problems.empty());
    CHECK(view.problems.front().line == 4);
    CHECK(view.problems.front().nearest == "jpn.target.share");
}

TEST_CASE("a value that does not fit the facts is told at its control", "[view]") {
    ScenarioText document = ready_made("jpn-5-by-2035");
    document.text =
        "title = \"x\"\nextends = \"baseline\"\n[policy.jpn]\ntarget.share = \"5%\"\ntarget.by = "
        "\"FY2020\"\n";
    const View view = view_of(facts(), question_of(document), no_files);
    CHECK_FALSE(view.good());
    CHECK_FALSE(control(view, "jpn.target.by").problem.empty());
    CHECK(control(view, "jpn.target.share").problem.empty());
}

TEST_CASE("a question that is out of date has no answer", "[view]") {
    std::stop_source source;
    source.request_stop();
    const View view =
        view_of(facts(), question_of(ready_made("jpn-5-by-2035")), no_files, source.get_token());
    CHECK_FALSE(view.good());
}

TEST_CASE("a point of a chart is derived as burden explain derives its cell", "[view]") {
    ViewQuestion question = question_of(ready_made("jpn-5-by-2035"));
    question.pinned = {ready_made("jpn-2-same-year")};
    const View view = view_of(facts(), question, no_files);
    const auto own = source_of_point(view, question, "run-jpn-path", "spending", 5);
    REQUIRE(own);
    CHECK(own->cell == "jpn.spending[FY2030]");
    CHECK(own->scenario == 0);
    const auto pinned = source_of_point(view, question, "run-jpn-path", "jpn-2-same-year", 5);
    REQUIRE(pinned);
    CHECK(pinned->scenario == 1);
    const auto renewal = source_of_point(view, question, "renewals-jpn-renewals", "x4", 1);
    REQUIRE(renewal);
    CHECK(renewal->cell == "jpn.hosting[FY2028]");
    CHECK(renewal->set == std::vector<std::string>{"jpn.hosting.renewal=x4"});
    for (const FigureSource& source : {*own, *pinned, *renewal}) {
        const auto text = derivation_of(facts(), question, source, no_files, 80);
        REQUIRE(text);
        CHECK_THAT(*text, Catch::Contains(source.cell));
    }
    CHECK_FALSE(source_of_point(view, question, "run-jpn-path", "spending", 99));
}

TEST_CASE("every figure of the window's tables that has terms can be derived", "[view]") {
    ViewQuestion question = question_of(ready_made("jpn-5-by-2035"));
    question.pinned = {ready_made("jpn-2-same-year")};
    const View view = view_of(facts(), question, no_files);
    int derived = 0;
    for (const brief::Answer* const answer : {&view.run, &view.renewals, &view.compared}) {
        for (const brief::Table& table : answer->tables) {
            if (table.audience == brief::Audience::programs) {
                continue;
            }
            for (std::size_t row = 0; row < table.rows.size(); ++row) {
                for (std::size_t column = 0; column < table.columns.size(); ++column) {
                    const auto source = source_of_cell(view, table, row, column);
                    if (source && row % 2 == 0) {
                        CAPTURE(table.id, row, column, source->cell);
                        CHECK(derivation_of(facts(), question, *source, no_files, 80));
                        ++derived;
                    }
                }
            }
        }
    }
    CHECK(derived > 40);
}

TEST_CASE("the difference of two scenarios adds up and is drawn as a waterfall", "[view]") {
    const auto answer = difference_of(facts(), ready_made("baseline"), ready_made("jpn-5-by-2035"),
                                      models::Metric::spending, no_files);
    REQUIRE(answer);
    CHECK(std::any_of(answer->charts.begin(), answer->charts.end(),
                      [](const brief::Chart& chart) { return chart.kind == brief::ChartKind::waterfall; }));
}

}  // namespace burden::gui
