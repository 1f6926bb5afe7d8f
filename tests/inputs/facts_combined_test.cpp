#include "burden/inputs/embedded.hpp"
#include "burden/inputs/facts_reader.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::inputs;

namespace {

FactsFile file_of(const std::string& text, const std::string& name) {
    const auto reading = read_facts_file(text, name);
    for (const Diagnostic& diagnostic : reading.diagnostics()) {
        UNSCOPED_INFO(to_text(diagnostic));
    }
    REQUIRE(reading);
    return *reading;
}

std::string series(const std::string& key, const std::string& measure, const std::string& figure) {
    const bool money = measure == "gdp" || measure == "defence-spending";
    return "[[series]]\nkey = \"" + key + "\"\nmeasure = \"" + measure + "\"\ntitle = \"T\"\nunit = \"" +
           (money ? "bn JPY\"\nprices = \"current" : "%") +
           "\"\nperiod = \"per calendar year\"\nsource = \"A\"\nstage = \"outturn\"\n[series.values]\n2024 = "
           "\"" +
           figure + "\"\n";
}

std::string choice(const std::string& measure, const std::string& use) {
    return "[[choice]]\nmeasure = \"" + measure + "\"\nuse = \"" + use + "\"\nwhy = \"w\"\n";
}

const std::string source_a =
    "[source.A]\ntitle = \"T\"\npublisher = \"P\"\npublished = \"2026\"\ngrade = \"official\"\n";
const std::string japan = "country = \"JPN\"\nname = \"Japan\"\ncurrency = \"JPY\"\n";

/// Facts of one country with two series.
Facts base() {
    const auto facts =
        combined({}, {file_of("as_of = 2026-11-22\n" + source_a, "sources.toml"),
                      file_of(japan + "fiscal_year = { begins = \"April\", named_by = \"start\" }\n" +
                                  series("gdp-imf", "gdp", "600") + series("cpi", "inflation", "2") +
                                  choice("gdp", "gdp-imf"),
                              "jpn.toml")});
    REQUIRE(facts);
    return *facts;
}

std::string all_text(const Reading<Facts>& reading) {
    std::string text;
    for (const Diagnostic& diagnostic : reading.diagnostics()) {
        text += to_text(diagnostic);
    }
    return text;
}

}  // namespace

TEST_CASE("files make facts: countries in order of code, sources by key, the day", "[inputs]") {
    const auto facts =
        combined({}, {file_of("country = \"USA\"\n", "usa.toml"), file_of(source_a, "sources.toml"),
                      file_of("country = \"AUS\"\nname = \"Australia\"\n", "aus.toml")});
    REQUIRE(facts);
    REQUIRE(facts->countries.size() == 2);
    CHECK(facts->countries[0].code == "AUS");
    CHECK(facts->countries[1].code == "USA");
    CHECK(facts->countries[1].name == "USA");
    CHECK(facts->sources.size() == 1);
    CHECK(facts->find_country("AUS")->name == "Australia");
    CHECK(facts->find_country("FRA") == nullptr);
    CHECK(base().as_of == calc::Date{2026, 11, 22});
}

TEST_CASE("a file replaces the series and sources that have its keys, and leaves the rest", "[inputs]") {
    const auto facts = combined(base(), {file_of("country = \"JPN\"\n" + series("gdp-imf", "gdp", "700") +
                                                     series("gdp-own", "gdp", "710") + source_a,
                                                 "mine.toml")});
    REQUIRE(facts);
    CHECK(facts.diagnostics().empty());
    const Country* country = facts->find_country("JPN");
    REQUIRE(country != nullptr);
    CHECK(country->name == "Japan");
    CHECK(country->currency == calc::Currency("JPY"));
    CHECK(country->fiscal_year.first_month == 4);
    CHECK(country->series.size() == 3);
    CHECK(country->find("gdp-imf")->observations[0].text == "700");
    CHECK(country->find("gdp-imf")->file == "mine.toml");
    CHECK(country->find("cpi")->file == "jpn.toml");
    CHECK(country->measuring("gdp").size() == 2);
    CHECK(country->choice("gdp")->use == "gdp-imf");
    CHECK(country->choice("inflation") == nullptr);
}

TEST_CASE("a choice of a file stands in place of the one below", "[inputs]") {
    const auto facts = combined(
        base(), {file_of("country = \"JPN\"\n" + series("gdp-own", "gdp", "710") + choice("gdp", "gdp-own"),
                         "mine.toml")});
    REQUIRE(facts);
    CHECK(facts->find_country("JPN")->choices.size() == 1);
    CHECK(facts->find_country("JPN")->choice("gdp")->use == "gdp-own");
}

TEST_CASE("two files that set one key are refused with both places", "[inputs]") {
    const auto facts =
        combined(base(), {file_of("country = \"JPN\"\n" + series("gdp-own", "gdp", "700"), "a.toml"),
                          file_of("country = \"JPN\"\n\n" + series("gdp-own", "gdp", "800"), "b.toml")});
    CHECK_FALSE(facts);
    CHECK(all_text(facts) ==
          "b.toml:4:7: error: two files set the series 'gdp-own' of JPN\n"
          "4 | key = \"gdp-own\"\n"
          "  |       ^^^^^^^^^\n"
          "  = it is also set at a.toml:3:7\n");
}

TEST_CASE("two files do not set one source, name or choice either", "[inputs]") {
    const std::string mine = japan + source_a + choice("gdp", "gdp-imf");
    const auto facts = combined(base(), {file_of(mine, "a.toml"), file_of(mine, "b.toml")});
    CHECK_FALSE(facts);
    REQUIRE(facts.diagnostics().size() == 4);
    CHECK(facts.diagnostics()[0].message == "two files set 'name' of JPN");
    CHECK(facts.diagnostics()[1].message == "two files set 'currency' of JPN");
    CHECK(facts.diagnostics()[2].message == "two files set the source 'A'");
    CHECK(facts.diagnostics()[3].message == "two files set the choice of 'gdp' for JPN");
}

TEST_CASE("an aim of a file stands in place of the one with its key, and two files do not set one",
          "[inputs]") {
    const auto aim = [](const std::string& set_by) {
        return "[[aim]]\nkey = \"together\"\ntitle = \"T\"\nset_by = \"" + set_by +
               "\"\nasks = \"more\"\ndue = 2035\nsource = \"A\"\n";
    };
    const auto below = combined(base(), {file_of(source_a + aim("NATO"), "below.toml")});
    REQUIRE(below);
    const auto facts = combined(*below, {file_of(aim("EU"), "mine.toml")});
    REQUIRE(facts);
    REQUIRE(facts->aims.size() == 1);
    CHECK(facts->aims.front().set_by == "EU");

    const auto twice = combined(*below, {file_of(aim("EU"), "a.toml"), file_of(aim("EU"), "b.toml")});
    CHECK_FALSE(twice);
    REQUIRE(twice.diagnostics().size() == 1);
    CHECK(twice.diagnostics()[0].message == "two files set the aim 'together'");
}

TEST_CASE("files of two countries may use the same keys", "[inputs]") {
    CHECK(combined(base(), {file_of("country = \"AAA\"\n" + series("x", "gdp", "1"), "a.toml"),
                            file_of("country = \"BBB\"\n" + series("x", "gdp", "1"), "b.toml")}));
}

TEST_CASE("a series of a file may leave a choice below without its measure", "[inputs]") {
    const auto facts =
        combined(base(), {file_of("country = \"JPN\"\n" + series("gdp-imf", "inflation", "2"), "mine.toml")});
    CHECK_FALSE(facts);
    CHECK(all_text(facts) ==
          "mine.toml: error: the series 'gdp-imf' is of measure 'inflation', and chosen for 'gdp'\n");
}

TEST_CASE("the base of a target is chosen among spending and shares", "[inputs]") {
    const auto facts = [](const std::string& measure) {
        return combined(
            base(), {file_of("country = \"JPN\"\n" + series("x", measure, "2") + choice("defence-base", "x"),
                             "mine.toml")});
    };
    CHECK(facts("defence-spending"));
    CHECK(facts("defence-share"));
    CHECK_FALSE(facts("inflation"));
}

TEST_CASE("an economy in six lines stands instead of compiled-in figures, and says so", "[inputs]") {
    const std::string own =
        "country = \"JPN\"\nbase_year = \"2025\"\ngdp = \"619 tn JPY\"\ngrowth = \"2%\"\ninflation = \"0%\"\n"
        "base_share = \"1.8%\"\n";
    const auto facts = combined(base(), {file_of(own + series("gdp-own", "gdp", "1"), "mine.toml")});
    REQUIRE(facts);
    CHECK(all_text(facts) ==
          "mine.toml: warning: the economy of this file stands instead of all figures that are compiled in "
          "for JPN\n");
    const Country* country = facts->find_country("JPN");
    CHECK(country->own);
    CHECK(country->name == "Japan");
    CHECK(country->file == "mine.toml");
    REQUIRE(country->series.size() == 1);
    CHECK(country->series[0].key == "gdp-own");
    CHECK(country->choices.empty());
}

TEST_CASE("an economy in six lines of a country of one's own needs no warning", "[inputs]") {
    const auto facts = combined(
        base(), {file_of("country = \"UTO\"\nbase_year = \"2025\"\ngdp = \"619 tn JPY\"\ngrowth = \"2%\"\n"
                         "inflation = \"0%\"\nbase_share = \"1.8%\"\n",
                         "uto.toml")});
    REQUIRE(facts);
    CHECK(facts.diagnostics().empty());
    CHECK(facts->find_country("UTO")->own);
    CHECK(facts->find_country("UTO")->name == "UTO");
}

TEST_CASE("the day of a file changes nothing where there is one below", "[inputs]") {
    const auto facts = combined(base(), {file_of("as_of = 2027-01-01\n" + source_a, "mine.toml")});
    REQUIRE(facts);
    CHECK(facts->as_of == calc::Date{2026, 11, 22});
    CHECK(all_text(facts) ==
          "mine.toml: warning: 'as_of' changes nothing: the day is that of the compiled-in facts\n");
}

TEST_CASE("files over the compiled-in facts are checked against them", "[inputs]") {
    const auto facts =
        combined(embedded_facts(),
                 {file_of("country = \"JPN\"\n" + series("mine", "gdp", "1") + choice("gdp", "gdp-imff"),
                          "mine.toml")});
    CHECK_FALSE(facts);
    REQUIRE(facts.diagnostics().size() == 2);
    CHECK(facts.diagnostics()[0].message == "unknown source 'A'");
    CHECK(facts.diagnostics()[1].message == "JPN has no series 'gdp-imff'");
    CHECK(facts.diagnostics()[1].nearest == "gdp-imf");
}
