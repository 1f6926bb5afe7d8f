#include "burden/inputs/facts_reader.hpp"

#include <fstream>
#include <iterator>

#include "support/catch.hpp"

using namespace burden;
using namespace burden::inputs;
using calc::Decimal;
using calc::Year;

namespace {

std::string file_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// What is between ```toml and ``` on a page.
std::vector<std::string> toml_blocks(const std::string& page) {
    constexpr std::string_view opening = "```toml\n";
    std::vector<std::string> blocks;
    for (std::size_t at = page.find(opening); at != std::string::npos; at = page.find(opening, at)) {
        at += opening.size();
        blocks.push_back(page.substr(at, page.find("```", at) - at));
    }
    return blocks;
}

std::string all_text(const std::vector<Diagnostic>& diagnostics) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) {
        text += to_text(diagnostic);
    }
    return text;
}

/// The file that `text` holds, which must be right.
FactsFile file_of(const std::string& text) {
    const auto reading = read_facts_file(text, "test.toml");
    INFO(all_text(reading.diagnostics()));
    REQUIRE(reading);
    CHECK(reading.diagnostics().empty());
    return *reading;
}

const std::string japan = R"(
country     = "jpn"
name        = "Japan"
also        = ["Nippon"]
currency    = "JPY"
fiscal_year = { begins = "April", named_by = "start" }

[[series]]
key        = "gdp-imf"
measure    = "gdp"
title      = "Gross domestic product"
unit       = "bn JPY"
period     = "per calendar year"
prices     = "constant of 2015"
definition = "IMF"
vintage    = "April 2026"
published  = 2026-04-14
source     = ["WEO2026", "SNA"]
note       = "read from a copy"
stage      = { outturn = ["2022..2023", "2024"], estimate = "2025" }

[series.values]
2025 = { value = "663,757.3", stage = "projection", source = "OUTLOOK", published = "2026-05", note = "odd", superseded = "revised" }
2024 = "634,226.0"
2022 = "584900.6"
2023 = "616,032.9"
)";

}  // namespace

TEST_CASE("the examples of the page on the format are read as they stand", "[inputs]") {
    const auto blocks = toml_blocks(file_text(BURDEN_SOURCE_DIR "/docs/facts-format.md"));
    REQUIRE(blocks.size() == 7);

    const FactsFile six_lines = file_of(blocks[0]);
    REQUIRE(six_lines.country);
    CHECK(six_lines.country->own);

    std::string country;
    for (std::size_t i = 1; i < blocks.size(); ++i) {
        country += blocks[i] + "\n";
    }
    const FactsFile file = file_of(country);
    REQUIRE(file.country);
    CHECK(file.country->series.size() == 2);
    CHECK(file.country->choices.size() == 1);
    CHECK(file.sources.contains("WEO2026"));
    CHECK(file.aims.size() == 1);
}

TEST_CASE("a country is read with its names, currency and fiscal year", "[inputs]") {
    const Country country = *file_of(japan).country;
    CHECK(country.code == "JPN");
    CHECK(country.name == "Japan");
    CHECK(country.also == std::vector<std::string>{"Nippon"});
    CHECK(country.currency == calc::Currency("JPY"));
    CHECK(country.fiscal_year == calc::FiscalCalendar{4, calc::FiscalCalendar::NamedBy::start});
    CHECK(country.file == "test.toml");
    CHECK_FALSE(country.own);
}

TEST_CASE("a series keeps what its source prints, in order of time", "[inputs]") {
    const Country country = *file_of(japan).country;
    const FactSeries* series = country.find("gdp-imf");
    REQUIRE(series != nullptr);
    CHECK(series->measure == "gdp");
    CHECK(series->title == "Gross domestic product");
    CHECK(series->unit.text == "bn JPY");
    CHECK(series->period == PeriodBasis::per_calendar_year);
    CHECK(series->prices == calc::Prices::constant_of(2015));
    CHECK(series->definition == "IMF");
    CHECK(series->vintage == "April 2026");
    CHECK(series->note == "read from a copy");
    CHECK(series->file == "test.toml");
    REQUIRE(series->observations.size() == 4);

    const Observation& first = series->observations.front();
    CHECK(first.year == Year{2022});
    CHECK(first.to == Year{2022});
    CHECK(first.date == calc::Date{});
    CHECK(first.text == "584900.6");
    CHECK(first.value == Decimal("584900.6"));
    CHECK(first.stage == Stage::outturn);
    CHECK(first.sources == std::vector<std::string>{"WEO2026", "SNA"});
    CHECK(first.published == "2026-04-14");

    const Observation& last = series->observations.back();
    CHECK(last.text == "663,757.3");
    CHECK(last.value == Decimal("663757.3"));
    CHECK(last.stage == Stage::projection);
    CHECK(last.sources == std::vector<std::string>{"OUTLOOK"});
    CHECK(last.published == "2026-05");
    CHECK(last.note == "odd");
    CHECK(last.superseded == "revised");
}

TEST_CASE("what is superseded is never the observation of a year", "[inputs]") {
    const Country country = *file_of(japan).country;
    const FactSeries* series = country.find("gdp-imf");
    REQUIRE(series != nullptr);
    REQUIRE(series->at(Year{2024}) != nullptr);
    CHECK(series->at(Year{2024})->text == "634,226.0");
    CHECK(series->at(Year{2025}) == nullptr);
    CHECK(series->at(Year{2021}) == nullptr);
}

TEST_CASE("a fact says when it holds: a year, a term or a date", "[inputs]") {
    const std::string head =
        "country = \"JPN\"\nfiscal_year = { begins = \"April\", named_by = \"start\" }\n";
    const auto observation = [&](const std::string& measure, const std::string& rest) {
        const auto file =
            file_of(head +
                    "[[fact]]\nkey = \"x\"\ntitle = \"X\"\nvalue = \"43\"\nstage = \"estimate\"\n"
                    "source = \"A\"\nmeasure = \"" +
                    measure + "\"\n" + rest);
        return file.country->series.at(0).observations.at(0);
    };
    const auto year =
        observation("defence-plan",
                    "unit = \"tn JPY\"\nprices = \"current\"\nperiod = \"per fiscal year\"\nyear = 2022\n");
    CHECK(year.year == Year{2022});
    CHECK(year.to == Year{2022});

    const auto term = observation("defence-plan",
                                  "unit = \"tn JPY\"\nprices = \"current\"\nperiod = \"total over a term\"\n"
                                  "term = { from = 2023, to = 2027 }\n");
    CHECK(term.year == Year{2023});
    CHECK(term.to == Year{2027});

    const auto day =
        observation("troops", "unit = \"persons\"\nperiod = \"stock at a date\"\ndate = 2025-12-31\n");
    CHECK(day.date == calc::Date{2025, 12, 31});
    CHECK(day.year == Year{2025});

    const auto month =
        observation("troops", "unit = \"persons\"\nperiod = \"stock at a date\"\ndate = \"2025-12\"\n");
    CHECK(month.date == calc::Date{2025, 12, 0});
}

TEST_CASE("a total over a term is no observation of a year", "[inputs]") {
    const auto file = file_of(
        "country = \"JPN\"\n[[fact]]\nkey = \"x\"\ntitle = \"X\"\nvalue = \"43\"\nstage = "
        "\"estimate\"\nsource = \"A\"\n"
        "measure = \"defence-plan\"\nunit = \"tn JPY\"\nprices = \"current\"\nperiod = \"total over a "
        "term\"\n"
        "term = { from = 2023, to = 2027 }\n");
    CHECK(file.country->series.at(0).at(Year{2023}) == nullptr);
}

TEST_CASE("a source is read with its grade, and may be undated", "[inputs]") {
    const FactsFile file = file_of(
        "as_of = 2026-11-22\n[source.A]\ntitle = \"T\"\npublisher = \"P\"\npublished = \"undated\"\n"
        "address = \"https://example.org/\"\ngrade = \"press\"\nnote = \"n\"\n");
    CHECK_FALSE(file.country);
    CHECK(file.as_of == calc::Date{2026, 11, 22});
    const Source& source = file.sources.at("A");
    CHECK(source.key == "A");
    CHECK(source.title == "T");
    CHECK(source.publisher == "P");
    CHECK(source.published == "undated");
    CHECK(source.address == "https://example.org/");
    CHECK(source.grade == Grade::press);
    CHECK(source.note == "n");
}

TEST_CASE("an aim is read with who set it, when it is due and when it is looked at again", "[inputs]") {
    const std::string head =
        "[[aim]]\nkey = \"together\"\ntitle = \"T\"\nset_by = \"EU\"\n"
        "asks = \"2 % of GDP\"\ndue = 2035\nsource = [\"A\", \"B\"]\n";
    const FactsFile file = file_of(head + "review = 2029\npublished = 2025-06-25\nnote = \"n\"\n");
    REQUIRE(file.aims.size() == 1);
    const Aim& aim = file.aims.front();
    CHECK(aim.key == "together");
    CHECK(aim.title == "T");
    CHECK(aim.set_by == "EU");
    CHECK(aim.asks == "2 % of GDP");
    CHECK(aim.due == Year{2035});
    CHECK(aim.review == Year{2029});
    CHECK(aim.published == "2025-06-25");
    CHECK(aim.sources == std::vector<std::string>{"A", "B"});
    CHECK(aim.note == "n");

    CHECK_FALSE(file_of(head).aims.front().review);
}

TEST_CASE("an economy in six lines is read with its own digits", "[inputs]") {
    const FactsFile file = file_of(
        "country = \"uto\"\nbase_year = \"2025\"\ngdp = \"619 tn JPY\"\ngrowth = \"2026=0.5%,2027=0.8%\"\n"
        "inflation = \"-0.5%\"\nbase_spending = \"11 tn JPY\"\n");
    REQUIRE(file.country->own);
    const OwnEconomy& own = *file.country->own;
    CHECK(file.country->code == "UTO");
    CHECK(file.country->currency == calc::Currency("JPY"));
    CHECK(own.base_year.year == Year{2025});
    CHECK_FALSE(own.base_year.fiscal);
    CHECK(own.gdp.value == Decimal("619e12"));
    REQUIRE(own.growth.years.size() == 2);
    CHECK(own.growth.years[1].second == Decimal("0.008"));
    CHECK(own.inflation.always == Decimal("-0.005"));
    CHECK_FALSE(own.base_share);
    REQUIRE(own.base_spending);
    CHECK(own.base_spending->value == Decimal("11e12"));
}

TEST_CASE("a base year may be fiscal where the file has a fiscal year", "[inputs]") {
    const FactsFile file = file_of(
        "country = \"UTO\"\nbase_year = \"FY2025\"\ngdp = \"619 tn JPY\"\ngrowth = \"FY2026=2%\"\n"
        "inflation = \"0%\"\nbase_share = \"1.8%\"\nfiscal_year = { begins = \"october\", named_by = \"end\" "
        "}\n");
    CHECK(file.country->own->base_year.fiscal);
    CHECK(file.country->own->base_share == Decimal("0.018"));
    CHECK(file.country->fiscal_year == calc::FiscalCalendar{10, calc::FiscalCalendar::NamedBy::end});
}

TEST_CASE("a rate of a year that the path does not reach is reported", "[inputs]") {
    const auto reading = read_facts_file(
        "country = \"UTO\"\nbase_year = \"2025\"\ngdp = \"619 tn JPY\"\ngrowth = \"2025=1%,2026=2%\"\n"
        "inflation = \"0%\"\nbase_share = \"1.8%\"\n",
        "uto.toml");
    REQUIRE(reading);
    CHECK(all_text(reading.diagnostics()) ==
          "uto.toml:4:10: warning: the rate of 2025 changes nothing: the path begins after 2025\n"
          "4 | growth = \"2025=1%,2026=2%\"\n"
          "  |          ^^^^^^^^^^^^^^^^^\n");
}

TEST_CASE("a mark of byte order and line feeds after carriage returns change nothing", "[inputs]") {
    std::string text = "\uFEFF";
    for (const char c : japan) {
        text += c == '\n' ? "\r\n" : std::string(1, c);
    }
    const Country plain = *file_of(japan).country;
    const Country marked = *file_of(text).country;
    REQUIRE(marked.series.size() == 1);
    CHECK(marked.series[0].title == plain.series[0].title);
    CHECK(marked.series[0].observations.size() == plain.series[0].observations.size());
}
