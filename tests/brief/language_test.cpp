/// Japanese: figures keep their digits, units are those people know, programs get what they got before.
#include <nlohmann/json.hpp>

#include <sstream>

#include "brief/answers.hpp"
#include "burden/brief/display_width.hpp"
#include "burden/brief/in_language.hpp"
#include "burden/brief/japanese.hpp"
#include "burden/brief/japanese_figures.hpp"
#include "burden/brief/write.hpp"
#include "burden/calc/parse.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::brief;
using calc::Decimal;

namespace {

/// A table of amounts, in billions of yen and thousandths of it in dollars.
Answer amounts() {
    Table table{.id = "amounts",
                .title = "Japan by year",
                .caption = "JPY bn, current prices",
                .columns = {{.key = "year", .label = "Fiscal year", .words = true},
                            {.key = "spending", .label = "spending", .unit = "JPY bn", .places = 1},
                            {.key = "abroad", .label = "total abroad", .unit = "USD bn", .places = 3},
                            {.key = "share", .label = "share", .unit = "%", .places = 2}},
                .rows = {}};
    table.rows.push_back({.cells = {"FY2026", Decimal("1055.1"), Decimal("8.605"), Decimal("1.65")}});
    table.rows.push_back({.cells = {"FY2027", Decimal("211.02"), Decimal("1.7211"), Decimal("2")}});
    table.rows.push_back({.cells = {"total", Decimal("1266.12"), Cell(), Cell()}, .rule_above = true});
    return {.command = "test", .tables = {table}};
}

const Figure& figure_at(const Answer& answer, std::size_t row, std::size_t column) {
    return std::get<Figure>(answer.tables.at(0).rows.at(row).cells.at(column).content);
}

}  // namespace

TEST_CASE("an amount is put into 兆, 億 and 万 with the digits that it has", "[brief][language]") {
    const std::vector<std::pair<const char*, const char*>> known = {{"¥1,055.1 bn", "1兆551億円"},
                                                                    {"1,055.1 bn JPY", "1兆551億円"},
                                                                    {"¥211.02 bn", "2,110.2億円"},
                                                                    {"$8.6 bn", "86億ドル"},
                                                                    {"0.113 bn EUR", "1.13億ユーロ"},
                                                                    {"12,345.67 bn JPY", "12兆3,456.7億円"},
                                                                    {"10,000 bn JPY", "10兆円"},
                                                                    {"8.6 tn JPY", "8.6兆円"},
                                                                    {"132.4 mn EUR", "1億3,240万ユーロ"},
                                                                    {"¥3.89 mn", "389万円"},
                                                                    {"30 thousand USD", "3万ドル"},
                                                                    {"31.8 k USD", "3.18万ドル"},
                                                                    {"$31,800", "31,800ドル"},
                                                                    {"−¥3 bn", "−30億円"},
                                                                    {"149.57 JPY/USD", "1ドル=149.57円"},
                                                                    {"7.2 %", "7.2%"},
                                                                    {"+0.5 pp", "+0.5ポイント"}};
    for (const auto& [english, japanese] : known) {
        INFO(english);
        CHECK(japanese_figure(english) == japanese);
    }
}

TEST_CASE("an amount in Japanese reads back as the amount that it was", "[brief][language]") {
    for (const char* number : {"1", "9.5", "12", "0.07", "100", "211.02", "999.9", "1,000", "1,055.1",
                               "10,000", "12,345.678", "100,000.01", "1,000,000"}) {
        for (const char* scale : {"mn", "bn", "tn"}) {
            const std::string english = std::string(number) + " " + scale + " JPY";
            const auto japanese = japanese_figure(english);
            INFO(english << " → " << japanese.value_or("nothing"));
            REQUIRE(japanese);
            const auto before = calc::read_amount(english);
            const auto after = calc::read_amount(*japanese);
            REQUIRE(before);
            REQUIRE(after);
            CHECK(before->value == after->value);
        }
    }
}

TEST_CASE("years and dates are put as Japanese writes them", "[brief][language]") {
    CHECK(japanese_figure("FY2027") == "2027年度");
    CHECK(japanese_figure("FY2026–35") == "2026–35年度");
    CHECK(japanese_figure("FY2016..FY2019") == "2016–2019年度");
    CHECK(japanese_figure("2016..2019") == "2016–2019年");
    CHECK(japanese_figure("1 April 2022") == "2022年4月1日");
    CHECK(japanese_figure("2022-04-01") == "2022年4月1日");
    CHECK(japanese_figure("2026-06") == "2026年6月");
    CHECK(japanese("FY2025 is Apr 2025–Mar 2026.").text == "2025年度は2025年4月–2026年3月。");
    CHECK(in_reiwa("2019年度と2027年度、2026–35年度") == "令和元年度と令和9年度、令和8–17年度");
    CHECK(in_reiwa("2018年度、2018–2020年度、2027年3月") == "2018年度、2018–令和2年度、2027年3月");
}

TEST_CASE("what only looks like a figure stays", "[brief][language]") {
    for (const char* text : {"jpn.spending[FY2035]", "jpn-sma-2022", "table:FY2028=2.2%,FY2035=5%",
                             "burden ratio jpn FY2025", "WEO2026", "--set jpn.growth=2%"}) {
        INFO(text);
        CHECK(japanese(text).text == text);
        CHECK(japanese(text).whole);
    }
}

TEST_CASE("people get the units that they know, with every digit", "[brief][language]") {
    const Answer japanese = in_language(amounts(), Language::ja);
    const Table& table = japanese.tables.at(0);
    CHECK(table.title == "日本：年別");
    CHECK(table.caption == "億円、名目");
    CHECK(table.columns.at(1).label == "防衛関係費");
    CHECK(table.columns.at(1).unit == "億円");
    CHECK(table.columns.at(1).places == 0);
    CHECK(table.columns.at(2).unit == "億ドル");
    CHECK(table.columns.at(2).places == 2);
    CHECK(table.columns.at(3).unit == "%");
    CHECK(figure_at(japanese, 0, 1).value == Decimal("10551"));
    CHECK(figure_at(japanese, 1, 1).value == Decimal("2110.2"));
    CHECK(figure_at(japanese, 1, 2).value == Decimal("17.211"));
    CHECK(figure_at(japanese, 0, 3).value == Decimal("1.65"));
    CHECK(std::get<std::string>(table.rows.at(0).cells.at(0).content) == "2026年度");
}

TEST_CASE("the terms of a figure grow with its unit", "[brief][language]") {
    Answer answer = amounts();
    Figure figure{.value = Decimal("1055.1"), .places = 2};
    figure.terms = {{.run = 0, .cell = "jpn.spending[FY2026]", .factor = Decimal("1e-9")}};
    answer.tables.at(0).rows.at(0).cells.at(1) = figure;
    const Answer japanese = in_language(answer, Language::ja);
    CHECK(figure_at(japanese, 0, 1).terms.at(0).factor == Decimal("1e-8"));
    CHECK(figure_at(japanese, 0, 1).places == 1);
}

TEST_CASE("programs get their keys, units, figures and cells untouched", "[brief][language]") {
    const Answer japanese = in_language(amounts(), Language::ja, ReadBy::programs);
    CHECK(write_csv(japanese, {}) == write_csv(amounts(), {}));
    const auto before = nlohmann::json::parse(write_json(amounts()));
    const auto after = nlohmann::json::parse(write_json(japanese));
    CHECK(after["tables"][0]["rows"] == before["tables"][0]["rows"]);
    CHECK(after["tables"][0]["columns"][1]["unit"] == "JPY bn");
    CHECK(after["tables"][0]["columns"][1]["key"] == "spending");
    CHECK(after["tables"][0]["columns"][1]["label"] == "防衛関係費");
    CHECK(after["tables"][0]["title"] == "日本：年別");
}

TEST_CASE("a chart in Japanese has its values in the unit that it names", "[brief][language]") {
    Chart chart{.id = "c",
                .title = "Japan by year",
                .caption = "JPY bn, current prices",
                .place_label = "Fiscal year",
                .places = {"FY2026", "FY2027"},
                .value_label = "spending",
                .unit = "JPY bn",
                .digits = 1,
                .series = {{.key = "s",
                            .label = "spending",
                            .points = {{.place = 0, .value = Decimal("1055.1")},
                                       {.place = 1, .value = Decimal("2"), .from = Decimal("0.5")}}}},
                .lines = {{.value = Decimal("3.3"), .label = "baseline"}}};
    const Chart japanese = in_language(chart, Language::ja);
    CHECK(japanese.unit == "億円");
    CHECK(japanese.digits == 0);
    CHECK(japanese.places.at(0) == "2026年度");
    CHECK(japanese.series.at(0).points.at(0).value == Decimal("10551"));
    CHECK(japanese.series.at(0).points.at(1).from == Decimal("5"));
    CHECK(japanese.lines.at(0).value == Decimal("33"));
    CHECK(japanese.lines.at(0).label == "比較基準");
}

TEST_CASE("a table in Japanese lines up on a terminal", "[brief][language]") {
    std::istringstream lines(write_terminal(in_language(amounts(), Language::ja), {.width = 80}));
    std::vector<std::string> rows;
    for (std::string line; std::getline(lines, line);) {
        if (line.find("年度 ") != std::string::npos && line.find('.') != std::string::npos) {
            rows.push_back(line);
        }
    }
    REQUIRE(rows.size() == 2);
    const auto column_of = [](const std::string& row, const std::string& digits) {
        return display_width(row.substr(0, row.find(digits) + digits.size()));
    };
    CHECK(column_of(rows[0], "10,551") == column_of(rows[1], "2,110"));
    CHECK(column_of(rows[0], "86.05") == column_of(rows[1], "17.21"));
    CHECK(column_of(rows[0], "1.65") == column_of(rows[1], "2.00"));
}

TEST_CASE("every line of the catalogue is reached by its own text", "[brief][language]") {
    const auto entries = japanese_catalogue();
    REQUIRE(entries.size() > 500);
    for (const CatalogueEntry& entry : entries) {
        if (entry.english.find('{') == std::string_view::npos) {
            INFO(entry.english);
            CHECK(japanese(entry.english).text == entry.japanese);
        }
    }
}

TEST_CASE("a text that nobody knows stays as it is, however long", "[brief][language]") {
    CHECK(japanese("A title of mine").text == "A title of mine");
    CHECK_FALSE(japanese("A title of mine").whole);
    CHECK(japanese("").text.empty());
    std::string list;
    for (int count = 0; count < 200; ++count) {
        list += "one, to and of: not known; ";
    }
    CHECK_FALSE(japanese(list).whole);
}

TEST_CASE("English stays English", "[brief][language]") {
    CHECK(translated("spending", Language::en) == "spending");
    CHECK(write_terminal(in_language(amounts(), Language::en), {}) == write_terminal(amounts(), {}));
}
