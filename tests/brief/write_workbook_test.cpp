/// Workbooks: what stands on which sheet, that texts stay texts, and that figures are formulas over inputs.
#include "burden/brief/write_workbook.hpp"

#include <algorithm>
#include <set>

#include "brief/answers.hpp"
#include "brief/claim_workbook.hpp"
#include "brief/conversion_workbook.hpp"
#include "brief/difference_workbook.hpp"
#include "brief/hosting_workbook.hpp"
#include "brief/ledger_workbook.hpp"
#include "brief/ratio_workbook.hpp"
#include "brief/target_workbook.hpp"
#include "brief/xlsx_reader.hpp"
#include "burden/brief/difference_answer.hpp"
#include "burden/brief/scenario_answer.hpp"
#include "burden/inputs/scenario_derivation.hpp"
#include "inputs/scenarios.hpp"

using namespace burden;
using namespace burden::tests;
using brief::Document;

namespace {

const XlsxSheet& sheet(const std::vector<XlsxSheet>& sheets, const std::string& name) {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const XlsxSheet& one) { return one.name == name; });
    INFO(name);
    REQUIRE(found != sheets.end());
    return *found;
}

std::vector<std::string> names(const std::vector<XlsxSheet>& sheets) {
    std::vector<std::string> result;
    for (const XlsxSheet& one : sheets) {
        result.push_back(one.name);
    }
    return result;
}

/// "C7" for "B7".
std::string right_of(const std::string& address) {
    std::string next = address;
    ++next.front();
    return next;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) {
        ++count;
    }
    return count;
}

/// How many figures of tables and charts there are; each must be a formula.
std::size_t formulas_in(const std::vector<XlsxSheet>& sheets) {
    std::size_t formulas = 0;
    for (const XlsxSheet& one : sheets) {
        for (const auto& [address, cell] : one.cells) {
            if (cell.value && one.name != "Inputs" && one.name != "Model") {
                INFO(one.name << " " << address << " " << *cell.value);
                CHECK_FALSE(cell.formula.empty());
                ++formulas;
            }
        }
    }
    return formulas;
}

/// A scenario with its run, as a document of one section.
struct RunDocument {
    explicit RunDocument(const std::string& name, const std::vector<std::string>& set = {})
        : question(scenario(name, set)) {
        const auto reading = inputs::scenario_run(known_facts(), question);
        REQUIRE(reading);
        run = *reading;
        document = brief::document_of(brief::scenario_answer(run, known_facts()));
    }
    std::string bytes() const {
        return brief::write_workbook(document, {brief::workbook_run(question, run.plan, known_facts())});
    }

    inputs::Scenario question;
    inputs::ScenarioRun run;
    Document document;
};

}  // namespace

TEST_CASE("a workbook has a sheet of texts and one for each table that people read", "[brief][workbook]") {
    Document document = brief::document_of(two_targets());
    document.title = "What it costs";
    document.question = "What does it cost?";
    document.findings = {"A lot."};
    document.sections.front().tables.push_back({.id = "for-programs",
                                                .title = "long rows",
                                                .columns = {},
                                                .rows = {},
                                                .audience = brief::Audience::programs});
    const auto sheets = xlsx_sheets(brief::write_workbook(document));
    CHECK(names(sheets) == std::vector<std::string>{"Brief", "target"});
    const XlsxSheet& brief = sheets.front();
    CHECK(brief.cells.at("A1").text == "What it costs");
    CHECK(brief.cells.at(right_of(brief.find("Findings").replace(1, 1, "6"))).text == "A lot.");
    brief.find("What does it cost?");
    brief.find("Japan: what 2 % and 5 % cost (values)");
}

TEST_CASE("a table keeps its figures as numbers, with marks in a column of their own", "[brief][workbook]") {
    const auto sheets = xlsx_sheets(brief::write_workbook(brief::document_of(two_targets())));
    const XlsxSheet& table = sheet(sheets, "target");
    CHECK(table.cells.at("A1").text == "Japan: what 2 % and 5 % cost");
    CHECK(table.cells.at("A2").text == "JPY tn, current prices");
    CHECK(table.cells.at("D4").text == "2 %");
    CHECK(table.cells.at("A5").text == "FY");
    CHECK(table.cells.at("C5").text == "GDP");
    CHECK(table.cells.at("C6").text == "JPY tn");
    CHECK(table.cells.at("A7").text == "2025");
    CHECK(table.cells.at("B7").text == "e");
    CHECK(table.cells.at("C7").value == 667.2);
    CHECK(table.cells.at("C8").value == 1875.39);
    CHECK(table.cells.at("G9").value == -55);
    CHECK(table.xml.find("<mergeCell ref=\"D4:E4\"/>") != std::string::npos);
    table.find("e  estimate");
}

TEST_CASE("a sheet is laid out for paper, and its heads stay where they are", "[brief][workbook]") {
    const std::string bytes = brief::write_workbook(brief::document_of(two_targets()));
    const auto sheets = xlsx_sheets(bytes);
    const std::string& xml = sheet(sheets, "target").xml;
    CHECK(xml.find("<pane xSplit=\"2\" ySplit=\"6\"") != std::string::npos);
    CHECK(xml.find("fitToPage=\"1\"") != std::string::npos);
    CHECK(xml.find("paperSize=\"9\"") != std::string::npos);
    CHECK(xlsx_files(bytes).at("xl/workbook.xml").find("_xlnm.Print_Titles") != std::string::npos);
}

TEST_CASE("no text of a workbook runs, links or becomes a number", "[brief][workbook]") {
    const std::vector<std::string> texts = {"=cmd|' /C calc'!A0",
                                            "+1",
                                            "-1",
                                            "@x",
                                            "=1+1",
                                            "{=A1}",
                                            "007",
                                            "http://example.org/",
                                            "mailto:a@example.org",
                                            "internal:Brief!A1",
                                            "file:///etc/passwd",
                                            "\tx"};
    Document document{.command = "brief", .title = "=1+1", .question = "@q", .sections = {}};
    brief::Table table{.id = "=1+1", .title = "+1", .caption = "-1", .columns = {}, .rows = {}};
    table.columns = {{.key = "a", .label = "=2+2", .unit = "=3", .group = "=4"}, {.key = "b", .label = "@b"}};
    for (const std::string& text : texts) {
        table.rows.push_back({.cells = {text, text}, .mark = "=m"});
    }
    brief::Chart chart;
    chart.id = "c";
    chart.title = "=1+1";
    chart.place_label = "=p";
    chart.value_label = "=v";
    chart.places = {"=a", "=b"};
    chart.series = {
        {.key = "s", .label = "=s", .points = {{.place = 0, .value = 1}, {.place = 1, .value = 2}}}};
    document.findings = texts;
    document.notes = texts;
    document.sections.push_back({.heading = "=h", .text = texts, .tables = {table}, .charts = {chart}});
    document.sources = {{"=k", "=t", "=p", "=d", "=http://example.org"}};
    const std::string bytes = brief::write_workbook(document);
    const auto sheets = xlsx_sheets(bytes);
    for (const XlsxSheet& one : sheets) {
        INFO(one.name);
        CHECK(one.xml.find("<f>") == std::string::npos);
        for (const auto& [address, cell] : one.cells) {
            INFO(address);
            CHECK((cell.is_text || one.name == "Charts"));
        }
    }
    for (const std::string& text : {texts[0], texts[1], texts[6], texts[7]}) {
        CHECK(sheets.front().find(text).front() == 'B');
    }
    for (const auto& [name, content] : xlsx_files(bytes)) {
        INFO(name);
        CHECK(content.find("TargetMode=\"External\"") == std::string::npos);
        if (name.find("charts/") != std::string::npos) {
            CHECK(content.find("<c:f>1+1") == std::string::npos);
            CHECK(content.find("<c:f>=") == std::string::npos);
        }
    }
}

TEST_CASE("names of sheets are ones that a spreadsheet takes, and no two are alike", "[brief][workbook]") {
    Document document{.command = "brief", .sections = {}};
    brief::Section section;
    for (const std::string& id :
         {std::string("a/b\\c[d]:e*f?"), std::string(200, 'x'), std::string(200, 'x'),
          std::string("'quoted'"), std::string("BRIEF"), std::string("History"), std::string(),
          std::string("日本の防衛費は国内総生産の五パーセントに達するのか否かを問う表である")}) {
        section.tables.push_back(
            {.id = id, .title = "", .columns = {{.key = "a", .label = "a"}}, .rows = {{.cells = {"1"}}}});
    }
    document.sections.push_back(section);
    const auto sheets = xlsx_sheets(brief::write_workbook(document));
    REQUIRE(sheets.size() == 9);
    std::set<std::string> seen;
    for (const XlsxSheet& one : sheets) {
        INFO(one.name);
        std::string lower = one.name;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char c) { return static_cast<char>(c < 128 ? std::tolower(c) : c); });
        CHECK(seen.insert(lower).second);
        CHECK(one.name.find_first_of("[]:*?/\\'") == std::string::npos);
        CHECK(std::count_if(one.name.begin(), one.name.end(), [](char c) { return (c & 0xC0) != 0x80; }) <=
              31);
        CHECK(lower != "history");
    }
}

TEST_CASE("control characters and broken UTF-8 leave a workbook that can be read", "[brief][workbook]") {
    Document document{.command = "brief", .title = std::string("a\0b\x01\xFF", 5), .sections = {}};
    document.findings = {"\x1B[31mred", "\xED\xA0\x80", std::string(100'000, 'x')};
    const auto sheets = xlsx_sheets(brief::write_workbook(document));
    CHECK(sheets.front().cells.at("A1").text == "a\uFFFDb\uFFFD\uFFFD");
    CHECK(sheets.front().xml.find('\x1B') == std::string::npos);
}

TEST_CASE("the same document gives the same workbook", "[brief][workbook]") {
    const RunDocument one("jpn-5-by-2035");
    const std::string bytes = one.bytes();
    CHECK(bytes == one.bytes());
    const std::string properties = xlsx_files(bytes).at("docProps/core.xml");
    CHECK(properties.find(to_text(known_facts().as_of) + "T00:00:00Z") != std::string::npos);
}

TEST_CASE("every figure of a run is a formula, and stands beside the value that the program computed",
          "[brief][workbook]") {
    const RunDocument one("five-allies");
    const auto sheets = xlsx_sheets(one.bytes());
    const std::size_t tables = 5;
    REQUIRE(sheets.size() == 1 + tables + (one.document.sections.front().charts.empty() ? 0 : 1) + 2);
    std::size_t formulas = 0;
    for (std::size_t at = 1; at <= tables; ++at) {
        for (const auto& [address, cell] : sheets[at].cells) {
            if (cell.value) {
                INFO(sheets[at].name << " " << address);
                CHECK_FALSE(cell.formula.empty());
                ++formulas;
            }
        }
    }
    CHECK(formulas > 200);
    for (const auto& [address, cell] : sheet(sheets, "Model").cells) {
        INFO(address << " " << cell.formula);
        CHECK(cell.formula.size() <= 8192);
    }
}

TEST_CASE("a recording has every figure of a run, and a lever moves none of them", "[brief][workbook]") {
    for (const inputs::ReadyMade& one : inputs::ready_made_scenarios()) {
        INFO(one.name);
        const RunDocument made{std::string(one.name)};
        inputs::Recorder recorder;
        const auto recording =
            inputs::scenario_recording(recorder, made.question, made.run.plan, models::MetricSet::all());
        std::size_t known = 0;
        for (const std::size_t country : made.run.plan.shown) {
            for (const models::Metric metric : models::metrics) {
                for (const auto& value : made.run.results[country][metric]) {
                    known += value ? 1 : 0;
                }
            }
        }
        CHECK(recording.cells.size() == known);
        std::size_t wrong = 0;
        for (const inputs::RecordedCell& cell : recording.cells) {
            const auto asked = inputs::ScenarioCell::read(cell.name);
            REQUIRE(asked);
            const auto place = placed(*asked, made.run.plan, "cell");
            REQUIRE(place);
            const calc::Decimal value = *value_of(*place, made.run.results);
            const calc::Decimal off = recording.steps[cell.step].value - value;
            const calc::Decimal least_size = calc::Decimal("1e-40") * greatest(calc::Decimal("1e15"), value);
            wrong += greatest(off, -off) <= least_size ? 0 : 1;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("an input stands in one cell, however often it is used", "[brief][workbook]") {
    const RunDocument one("in-dollars", {"fx.jpy=150", "jpn.growth=1%", "jpn.target.share=3.4%"});
    const auto sheets = xlsx_sheets(one.bytes());
    const XlsxSheet& inputs = sheet(sheets, "Inputs");
    const std::string& model = sheet(sheets, "Model").xml;
    for (const auto& [label, value] :
         {std::pair{"jpn.target.share", 0.034}, {"jpn.growth", 0.01}, {"fx.jpy", 150.0}}) {
        INFO(label);
        const std::string cell = right_of(inputs.find(label));
        CHECK(inputs.cells.at(cell).value == value);
        CHECK(count_of(inputs.xml, "<c r=\"A" + cell.substr(1) + "\"") == 1);
        const std::string reference = "Inputs!$B$" + cell.substr(1);
        CHECK(count_of(model, reference) > 0);
    }
    std::set<std::string> labels;
    for (const auto& [address, cell] : inputs.cells) {
        if (address.front() == 'A' && inputs.cells.contains("B" + address.substr(1)) &&
            inputs.cells.at("B" + address.substr(1)).value) {
            INFO(cell.text);
            CHECK(labels.insert(cell.text).second);
        }
    }
}

TEST_CASE("an input says in a comment where it is from and why", "[brief][workbook]") {
    const RunDocument one("jpn-5-by-2035");
    const std::string bytes = one.bytes();
    std::string comments;
    for (const auto& [name, content] : xlsx_files(bytes)) {
        comments += name.find("comments") != std::string::npos ? content : "";
    }
    CHECK(comments.find("jpn-5-by-2035:") != std::string::npos);
    CHECK(comments.find("World Economic Outlook Database, April 2026") != std::string::npos);
    CHECK(comments.find("NATO") != std::string::npos);
}

TEST_CASE("growth, inflation and the rate have a cell to move where a scenario leaves them as published",
          "[brief][workbook]") {
    const RunDocument one("in-dollars");
    const auto sheets = xlsx_sheets(one.bytes());
    const XlsxSheet& inputs = sheet(sheets, "Inputs");
    CHECK(inputs.cells.at(right_of(inputs.find("jpn.growth"))).value == 0.0);
    CHECK(inputs.cells.at(right_of(inputs.find("jpn.inflation"))).value == 0.0);
    CHECK(inputs.cells.at(right_of(inputs.find("fx.jpy"))).value == 1.0);
}

TEST_CASE("a difference computes from two models over the same inputs", "[brief][workbook]") {
    const RunDocument a("baseline");
    const RunDocument b("jpn-5-by-2035");
    const auto difference = inputs::scenario_difference({&a.question, &known_facts()},
                                                        {&b.question, &known_facts()}, {.split = false});
    REQUIRE(difference);
    const Document document = brief::document_of(brief::difference_answer(*difference));
    const auto sheets = xlsx_sheets(
        brief::write_workbook(document, {brief::workbook_run(a.question, a.run.plan, known_facts()),
                                         brief::workbook_run(b.question, b.run.plan, known_facts())}));
    const XlsxSheet& table = sheet(sheets, "diff-jpn");
    bool both = false;
    for (const auto& [address, cell] : table.cells) {
        if (cell.value) {
            INFO(address);
            CHECK_FALSE(cell.formula.empty());
            both = both || (cell.formula.find("'Model 1'!") != std::string::npos &&
                            cell.formula.find("'Model 2'!") != std::string::npos);
        }
    }
    CHECK(both);
    const XlsxSheet& inputs = sheet(sheets, "Inputs");
    const std::string gdp = inputs.find("Gross domestic product, 2030 (IMF, April 2026)");
    CHECK(inputs.cells.at("G" + gdp.substr(1)).text == "1, 2");
}

TEST_CASE("figures whose terms do not add to them are written as values", "[brief][workbook]") {
    RunDocument one("jpn-5-by-2035");
    for (brief::Row& row : one.document.sections.front().tables.front().rows) {
        for (brief::Cell& cell : row.cells) {
            if (auto* const figure = std::get_if<brief::Figure>(&cell.content)) {
                figure->value += calc::Decimal(1);
            }
        }
    }
    const auto sheets = xlsx_sheets(one.bytes());
    for (const auto& [address, cell] : sheet(sheets, "run-jpn").cells) {
        INFO(address);
        CHECK(cell.formula.empty());
    }
}

TEST_CASE("every figure of a target is a formula over what was typed and published", "[brief][workbook]") {
    // A share for each way to say one, and what changes which numbers take part.
    const auto asked = [](const std::string& shapes) {
        inputs::TargetQuestion question;
        question.shapes = *inputs::read_path_shapes(shapes);
        for (const char* const share : {"2%", "5%"}) {
            question.shares.push_back(*inputs::read_target_share(share, false));
        }
        question.by = *calc::read_year("2033");
        question.to = *calc::read_year("2036");
        return question;
    };
    std::vector<inputs::TargetQuestion> questions = {asked("linear,geometric,front,back,s-curve,step,growth"),
                                                     asked("table:2028=2.2%,2033=5%:limit=12%")};
    questions.back().shares.erase(questions.back().shares.begin());
    for (const char* const baseline : {"hold-real", "hold-nominal", "share:2%"}) {
        questions.push_back(asked("linear"));
        questions.back().baseline = *inputs::read_baseline(baseline);
        questions.back().then = *inputs::read_after_rule("hold-nominal");
    }
    for (const char* const currency : {"USD", "EUR", "KRW"}) {
        questions.push_back(asked("front"));
        questions.back().currency = calc::Currency(currency);
        questions.back().constant_prices = *calc::read_year("2024");
    }
    questions.push_back(asked("linear"));
    questions.back().fixed_denominator = *inputs::read_denominator("FY2022");
    questions.push_back(asked("linear"));
    questions.back().economy = {.gdp = *inputs::read_yearly_amount("700 tn JPY"),
                                .growth = *inputs::read_rises("2026=0.5%,2027=0.8%"),
                                .inflation = *inputs::read_rises("2%")};
    questions.back().base_spending = *inputs::read_yearly_amount("11 tn JPY");
    for (const inputs::TargetQuestion& question : questions) {
        INFO(question.shapes.front().text << " " << question.baseline.text);
        CHECK(formulas_in(xlsx_sheets(target_workbook(question, std::vector<std::string>{"JPN"}))) > 60);
    }
}

TEST_CASE("a share that several paths and countries reach is one input", "[brief][workbook]") {
    inputs::TargetQuestion question;
    question.shares = {*inputs::read_target_share("3.5%", false)};
    question.shapes = *inputs::read_path_shapes("linear,front");
    question.by = *calc::read_year("2035");
    const std::string bytes = target_workbook(question, std::vector<std::string>{"JPN", "KOR", "DEU"});
    const auto sheets = xlsx_sheets(bytes);
    const XlsxSheet& inputs = sheet(sheets, "Inputs");
    const std::string given = inputs.find("Share of GDP to be reached (--share 3.5%)");
    CHECK(inputs.cells.at(right_of(given)).value == 0.035);
    CHECK(inputs.cells.at("D" + given.substr(1)).text == "on the command line");
    std::size_t such = 0;
    for (const auto& [address, cell] : inputs.cells) {
        such += cell.text.starts_with("Share of GDP to be reached") ? 1 : 0;
    }
    CHECK(such == 1);
    const XlsxSheet& model = sheet(sheets, "Model");
    model.find("Japan: 3.5% (linear in the share), fiscal years");
    model.find("South Korea: 3.5% (front-loaded (most of the way early))");
}

TEST_CASE("every figure of a renewal is a formula over what was typed and published", "[brief][workbook]") {
    const auto asked = [](const std::string& renewals) {
        inputs::HostingQuestion question;
        question.renewals = *inputs::read_renewals(renewals);
        return question;
    };
    inputs::HostingQuestion rates =
        asked("flat,x4,per-head:150000 USD,cost-plus:50%:base=guest+host:credit=1 bn USD");
    rates.fx = {120, 140};
    rates.break_even = *calc::read_amount("8 bn USD");
    rates.members = 50'000;
    inputs::HostingQuestion rises = asked("cpi:cap=5%:lag=1,budget:floor=1%,step:8.3%,step:2%+budget");
    rises.cpi = *inputs::read_rises("2028=3%");
    rises.budget = *inputs::read_rises("2028=4%");
    rises.base = inputs::RenewalBase::last;
    inputs::HostingQuestion quoted = asked("flat,x4");
    quoted.reading = "as-quoted";
    for (const inputs::HostingQuestion& question :
         {asked("lapse:mixed=18%,bridge,flat,cpi:cap=5%,budget,step:8.3%,x4,share:75%:base=guest+host,"
                "cost-plus:50%:base=no-military-pay"),
          asked("bridge:years=2:cpi,amounts:FY2027=220 bn JPY,amounts:FY2027=2 bn USD"), rates, rises,
          quoted}) {
        INFO(question.renewals.front().text);
        CHECK(formulas_in(xlsx_sheets(hosting_workbook(question, {"jpn-sma-2022"}))) > 30);
    }
    CHECK(formulas_in(
              xlsx_sheets(hosting_workbook(asked("flat,cpi:cap=5%"), {"jpn-sma-2022", "kor-sma-12"}))) > 40);
}

TEST_CASE("every figure of a term that is known is a formula over what the arrangement states",
          "[brief][workbook]") {
    for (const char* const key : {"jpn-sma-2022", "kor-sma-12"}) {
        INFO(key);
        CHECK(formulas_in(xlsx_sheets(hosting_workbook({}, {key}))) > 5);
    }
    // Of one without years, the totals.
    CHECK(formulas_in(xlsx_sheets(hosting_workbook({}, {"jpn-guam-relocation"}))) > 1);
}

TEST_CASE("every factor of a claim is a formula over what was claimed and what is published",
          "[brief][workbook]") {
    const auto formulas = [](const inputs::ClaimRun& run) {
        INFO(run.text << " of " << run.of);
        std::size_t factors = 0;
        for (const inputs::ClaimLine& line : run.lines) {
            factors += line.factor ? 1 : 0;
        }
        CHECK(formulas_in(xlsx_sheets(claim_workbook(run, known_facts()))) == factors);
        return factors;
    };
    struct Asked {
        const char* text;
        const char* of;
    };
    for (const Asked& one :
         {Asked{"8.6 billion USD per year", "jpn-sma-2022"}, Asked{"8.6 billion USD", "jpn-sma-2022"},
          Asked{"1.55 trillion JPY over 5 years", "jpn-sma-2022"},
          Asked{"10 trillion JPY in total over 10 years", "jpn-sma-2022"},
          Asked{"31,400 USD per year", "jpn-sma-2022"}, Asked{"1,518.8 bn KRW per year", "kor-sma-12"},
          Asked{"1.1 bn USD per year", "kor-sma-12"}, Asked{"3.1 bn USD", "jpn-guam-relocation"}}) {
        CHECK(formulas(arrangement_claim_run(one.text, one.of, known_facts())) > 0);
    }
    std::size_t of_facts = 0;
    for (const inputs::Claim& claim : known_facts().claims) {
        const auto run = inputs::claim_run(known_facts(), claim);
        REQUIRE(run);
        of_facts += formulas(*run);
    }
    CHECK(of_facts > known_facts().claims.size() / 2);
    const inputs::Country& china = *known_facts().find_country("CHN");
    const auto growth = inputs::series_claim(china, "defence-growth", "7.2%",
                                             *inputs::read_claim_figure("7.2%"), inputs::usual_tolerance);
    REQUIRE(growth);
    CHECK(formulas(*growth) > 3);
}

TEST_CASE("a claim's own cell stands above every line that it is held against", "[brief][workbook]") {
    const auto sheets = xlsx_sheets(claim_workbook(
        arrangement_claim_run("8.6 billion USD per year", "jpn-sma-2022", known_facts()), known_facts()));
    const XlsxSheet& inputs = sheet(sheets, "Inputs");
    CHECK(inputs.cells.at(right_of(inputs.find("Claimed"))).value == 8.6e9);
    const XlsxSheet& readings = sheet(sheets, "claim-readings");
    const std::string average = readings.find("a year, average, at 122.69 JPY/USD");
    CHECK(readings.cells.at("C" + average.substr(1)).value.value() == Approx(5.0));
}

TEST_CASE("every figure of a budget on every basis is a formula over what was published",
          "[brief][workbook]") {
    std::size_t years = 0;
    for (const inputs::Country& country : known_facts().countries) {
        for (const char* const year : {"2022", "2025", "2026"}) {
            if (inputs::ratio_run(country, *calc::read_year(year))) {
                INFO(country.name << " " << year);
                CHECK(formulas_in(xlsx_sheets(ratio_workbook(known_facts(), country.code, year))) > 0);
                ++years;
            }
        }
    }
    CHECK(years > known_facts().countries.size());
}

TEST_CASE("GDP of a fiscal year is computed from the calendar years that it runs through",
          "[brief][workbook]") {
    const auto sheets = xlsx_sheets(ratio_workbook(known_facts(), "JPN", "FY2025"));
    const XlsxSheet& inputs = sheet(sheets, "Inputs");
    const auto input = [&](const std::string& label) { return "Inputs!$B$" + inputs.find(label).substr(1); };
    const XlsxSheet& model = sheet(sheets, "Model");
    const std::string row = model.find("GDP: IMF, April 2026").substr(1);
    CHECK(model.cells.at("G" + row).formula ==
          "(3/4)*" + input("Gross domestic product, 2025 (IMF, April 2026)") + "+(1/4)*" +
              input("Gross domestic product, 2026 (IMF, April 2026)"));
    const std::string budget = model.find("Japan: Security-related total, initial budget, fiscal years");
    const int amount = std::stoi(budget.substr(1)) + 1;
    CHECK(model.cells.at("G" + std::to_string(amount + 2)).formula ==
          "G" + std::to_string(amount) + "/G" + row);
}

TEST_CASE("every figure of a conversion is a formula over the amount, its rates and deflators",
          "[brief][workbook]") {
    struct Asked {
        const char* amount;
        const char* over;
        const char* to;
        const char* rate = "average";
        const char* prices = "current";
        bool all_methods = false;
    };
    for (const Asked& one : {Asked{"43 tn JPY", "FY2023..FY2027", "USD", "average", "constant:2025", true},
                             Asked{"43 tn JPY", "", "USD", "fixed:110", "current", true},
                             Asked{"-8.6 bn USD", "", "JPY", "fixed:122.69"},
                             Asked{"1,518.8 bn KRW", "2026", "EUR", "average:2025"},
                             Asked{"2 bn USD per year", "2024..2026", "KRW", "ppp", "constant:2020"},
                             Asked{"11 tn JPY", "FY2025", "", "average", "constant:2022"}}) {
        INFO(one.amount << " " << one.to);
        const auto sheets = xlsx_sheets(conversion_workbook(
            conversion_question(one.amount, one.over, one.to, one.rate, one.prices, one.all_methods)));
        CHECK(formulas_in(sheets) > 0);
        sheet(sheets, "Inputs").find("Amount");
    }
}

TEST_CASE("every figure of a ledger is a formula over what both sides publish", "[brief][workbook]") {
    for (const std::vector<std::string>& hosts : {std::vector<std::string>{"JPN"}, {"KOR"}, {"JPN", "KOR"}}) {
        INFO(hosts.front() << " of " << hosts.size());
        const auto sheets = xlsx_sheets(ledger_workbook(known_facts(), hosts));
        CHECK(formulas_in(sheets) > 10);
    }
    // The share is the host's sum over both sums, each of them a cell of its own.
    const auto sheets = xlsx_sheets(ledger_workbook(known_facts(), {"JPN"}));
    const XlsxSheet& model = sheet(sheets, "Model");
    const int share = std::stoi(model.find("host's share, direct").substr(1));
    const std::string host = "C" + std::to_string(share - 2);
    const std::string guest = "C" + std::to_string(share - 1);
    CHECK(model.cells.at("C" + std::to_string(share)).formula == host + "/(" + host + "+" + guest + ")");
}

TEST_CASE("an amount without years stands in no year", "[brief][workbook]") {
    const auto sheets = xlsx_sheets(
        conversion_workbook(conversion_question("8.6 billion USD", "", "JPY", "fixed:122.69", "current")));
    const XlsxSheet& model = sheet(sheets, "Model");
    CHECK(model.find("Every year").front() == 'C');
    CHECK(model.cells.at("C" + model.find("amount").substr(1)).value == 8.6e9);
    for (const auto& [address, cell] : model.cells) {
        CHECK(address.front() < 'D');
    }
}

TEST_CASE("parts of a difference compute from the mixtures of its sides", "[brief][workbook]") {
    const std::vector<std::string> names = {"baseline", "jpn-3-4-constant+faster-growth+strong-yen"};
    const inputs::Scenario first = scenario(names[0], {"currency=USD"});
    const inputs::Scenario second = scenario(names[1], {"currency=USD"});
    for (const char* const order : {"", "average", "growth,policy,exchange-rate"}) {
        INFO(order);
        inputs::DifferenceQuestion question;
        if (*order != 0) {
            question.order = *inputs::SplitOrder::read(order);
        }
        const auto sheets = xlsx_sheets(difference_workbook(first, second, question));
        const XlsxSheet& why = sheet(sheets, "diff-why-jpn");
        std::size_t formulas = 0;
        double sum = 0;
        double last = 0;
        for (const auto& [address, cell] : why.cells) {
            if (cell.value) {
                INFO(address);
                CHECK_FALSE(cell.formula.empty());
                ++formulas;
            }
        }
        for (int row = 6; why.cells.contains("C" + std::to_string(row)); ++row) {
            const auto& cell = why.cells.at("C" + std::to_string(row));
            sum += last;
            last = cell.value.value_or(0);
        }
        CHECK(formulas > 3);
        CHECK(sum == Approx(last));
    }
}

TEST_CASE("parts of many groups compute, from those mixtures alone that count in one", "[brief][workbook]") {
    const inputs::Scenario first = scenario("baseline", {"currency=USD"});
    const inputs::Scenario second =
        scenario("jpn-3-4-constant+faster-growth+strong-yen", {"currency=USD", "jpn.inflation=+0.3 pp"});
    const auto models_for = [&](const char* order) {
        inputs::DifferenceQuestion question;
        if (*order != 0) {
            question.order = *inputs::SplitOrder::read(order);
        }
        const auto sheets = xlsx_sheets(difference_workbook(first, second, question));
        for (const char* const table : {"diff-why-jpn", "diff-jpn"}) {
            for (const auto& [address, cell] : sheet(sheets, table).cells) {
                INFO(order << " " << table << " " << address);
                CHECK((!cell.value || !cell.formula.empty()));
            }
        }
        return std::count_if(sheets.begin(), sheets.end(),
                             [](const XlsxSheet& one) { return one.name.starts_with("Model"); });
    };
    CHECK(models_for("average") == 16);
    CHECK(models_for("") == 16);
    // One group after another goes through as many mixtures as there are groups.
    CHECK(models_for("policy,growth,inflation,exchange-rate") == 5);
}

TEST_CASE("a waterfall follows its inputs: each bar begins where the one before it ends",
          "[brief][workbook]") {
    const auto sheets = xlsx_sheets(
        difference_workbook(scenario("baseline"), scenario("jpn-3-4-constant+faster-growth"), {}));
    const XlsxSheet& charts = sheet(sheets, "Charts");
    const int first = std::stoi(charts.find("policy").substr(1));
    const auto cell = [&](char column, int row) {
        return charts.cells.at(std::string(1, column) + std::to_string(row));
    };
    CHECK(cell('B', first).value == 0);
    CHECK(cell('B', first).formula.empty());
    for (int row = first; row < first + 3; ++row) {
        INFO(row);
        CHECK_FALSE(cell('C', row).formula.empty());
        CHECK((row == first || cell('B', row).formula == cell('C', row - 1).formula));
        CHECK((row == first || !cell('B', row).formula.empty()));
    }
    // The sum of all parts is the second side less the first.
    CHECK(charts.find("together") == "A" + std::to_string(first + 3));
    CHECK(cell('C', first + 3).value == cell('C', first + 2).value);
}

TEST_CASE("a difference computes for countries that one side alone speaks of", "[brief][workbook]") {
    const auto sheets =
        xlsx_sheets(difference_workbook(scenario("baseline"), scenario("five-allies"), {.split = false}));
    for (const char* const table : {"diff-jpn", "diff-usa", "diff-deu"}) {
        for (const auto& [address, cell] : sheet(sheets, table).cells) {
            INFO(table << " " << address);
            CHECK((!cell.value || !cell.formula.empty()));
        }
    }
    // Reasons of files stand at the settings of a mixture too.
    const XlsxSheet& inputs = sheet(sheets, "Inputs");
    CHECK_FALSE(inputs.cells.at("F" + inputs.find("usa.target.share").substr(1)).text.empty());
}
