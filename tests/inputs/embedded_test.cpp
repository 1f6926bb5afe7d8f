#include "burden/inputs/embedded.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "burden/inputs/facts_reader.hpp"
#include "burden/inputs/packed.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::inputs;

namespace {

/// The facts files by their names in order.
std::map<std::string, std::string> fact_files() {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(BURDEN_SOURCE_DIR "/inputs/facts")) {
        if (entry.path().extension() == ".toml") {
            std::ifstream file(entry.path(), std::ios::binary);
            files[entry.path().filename().string()] = {std::istreambuf_iterator<char>(file),
                                                       std::istreambuf_iterator<char>()};
        }
    }
    return files;
}

/// What the reader makes of them.
Facts read_facts() {
    std::vector<FactsFile> files;
    for (const auto& [name, text] : fact_files()) {
        const auto reading = read_facts_file(text, name);
        INFO(name);
        REQUIRE(reading);
        CHECK(reading.diagnostics().empty());
        files.push_back(*reading);
    }
    const auto facts = combined({}, std::move(files));
    REQUIRE(facts);
    CHECK(facts.diagnostics().empty());
    return *facts;
}

void check_same(const FactUnit& a, const FactUnit& b) {
    CHECK(a.kind == b.kind);
    CHECK(a.scale == b.scale);
    CHECK(a.currency == b.currency);
    CHECK(a.per == b.per);
    CHECK(a.text == b.text);
}

void check_same(const Observation& a, const Observation& b) {
    CHECK(a.year == b.year);
    CHECK(a.to == b.to);
    CHECK(a.date == b.date);
    CHECK(a.text == b.text);
    CHECK(a.value == b.value);
    CHECK(a.stage == b.stage);
    CHECK(a.sources == b.sources);
    CHECK(a.published == b.published);
    CHECK(a.note == b.note);
    CHECK(a.superseded == b.superseded);
}

void check_same(const FactSeries& a, const FactSeries& b) {
    CHECK(a.key == b.key);
    CHECK(a.measure == b.measure);
    CHECK(a.title == b.title);
    check_same(a.unit, b.unit);
    CHECK(a.period == b.period);
    CHECK(a.prices == b.prices);
    CHECK(a.definition == b.definition);
    CHECK(a.vintage == b.vintage);
    CHECK(a.note == b.note);
    CHECK(a.file.empty());
    REQUIRE(a.observations.size() == b.observations.size());
    for (std::size_t i = 0; i < a.observations.size(); ++i) {
        check_same(a.observations[i], b.observations[i]);
    }
}

void check_same_head(const Country& a, const Country& b) {
    CHECK(a.code == b.code);
    CHECK(a.name == b.name);
    CHECK(a.also == b.also);
    CHECK(a.currency == b.currency);
    CHECK(a.fiscal_year == b.fiscal_year);
    CHECK(a.file.empty());
}

void check_same(const Country& a, const Country& b) {
    check_same_head(a, b);
    CHECK_FALSE(a.own);
    REQUIRE(a.series.size() == b.series.size());
    for (std::size_t i = 0; i < a.series.size(); ++i) {
        CAPTURE(a.code, a.series[i].key);
        check_same(a.series[i], b.series[i]);
    }
    REQUIRE(a.choices.size() == b.choices.size());
    for (std::size_t i = 0; i < a.choices.size(); ++i) {
        CHECK(a.choices[i].measure == b.choices[i].measure);
        CHECK(a.choices[i].use == b.choices[i].use);
        CHECK(a.choices[i].why == b.choices[i].why);
    }
}

void check_same(const Source& a, const Source& b) {
    CHECK(a.key == b.key);
    CHECK(a.title == b.title);
    CHECK(a.publisher == b.publisher);
    CHECK(a.published == b.published);
    CHECK(a.address == b.address);
    CHECK(a.grade == b.grade);
    CHECK(a.note == b.note);
}

}  // namespace

TEST_CASE("the compiled-in facts are what the reader makes of the files", "[inputs]") {
    const Facts facts = embedded_facts();
    const Facts read = read_facts();
    CHECK(facts.as_of == read.as_of);
    REQUIRE(facts.countries.size() == read.countries.size());
    for (std::size_t i = 0; i < facts.countries.size(); ++i) {
        check_same(facts.countries[i], read.countries[i]);
    }
    REQUIRE(facts.sources.size() == read.sources.size());
    for (const auto& [key, source] : facts.sources) {
        CAPTURE(key);
        REQUIRE(read.sources.contains(key));
        check_same(source, read.sources.at(key));
    }
    CHECK(packed_hosting(facts) == packed_hosting(read));
}

TEST_CASE("the compiled-in arrangements are known without their amounts", "[inputs]") {
    const Facts facts = embedded_facts();
    const auto names = embedded_arrangements();
    REQUIRE(names.size() == facts.arrangements.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(names[i].key == facts.arrangements[i].key);
        CHECK(names[i].title == facts.arrangements[i].title);
        CHECK(names[i].host == facts.arrangements[i].host);
    }
}

TEST_CASE("the compiled-in countries are known without their figures", "[inputs]") {
    const Facts facts = embedded_facts();
    const auto countries = embedded_countries();
    REQUIRE(countries.size() == facts.countries.size());
    for (std::size_t i = 0; i < countries.size(); ++i) {
        check_same_head(countries[i], facts.countries[i]);
        CHECK(countries[i].series.empty());
    }
}

TEST_CASE("some countries come with all sources and all of hosting", "[inputs]") {
    const Facts all = embedded_facts();
    const std::vector<std::string> codes = {"USA", "JPN", "XXX"};
    const Facts some = embedded_facts(codes);
    REQUIRE(some.countries.size() == 2);
    CHECK(some.countries[0].code == "JPN");
    check_same(some.countries[0], *all.find_country("JPN"));
    check_same(some.countries[1], *all.find_country("USA"));
    CHECK(some.sources.size() == all.sources.size());
    CHECK(some.as_of == all.as_of);
    CHECK(packed_hosting(some) == packed_hosting(all));
}

TEST_CASE("every source that a compiled-in figure cites is known, and no figure is without one", "[inputs]") {
    const Facts facts = embedded_facts();
    for (const Country& country : facts.countries) {
        for (const FactSeries& series : country.series) {
            for (const Observation& observation : series.observations) {
                CAPTURE(country.code, series.key, observation.year.number);
                CHECK_FALSE(observation.sources.empty());
                for (const std::string& source : observation.sources) {
                    CHECK(facts.sources.contains(source));
                }
            }
        }
    }
}

TEST_CASE("every compiled-in aim has sources that are known", "[inputs]") {
    const Facts facts = embedded_facts();
    CHECK_FALSE(facts.aims.empty());
    for (const Aim& aim : facts.aims) {
        CAPTURE(aim.key);
        CHECK_FALSE(aim.sources.empty());
        for (const std::string& source : aim.sources) {
            CHECK(facts.sources.contains(source));
        }
    }
}

TEST_CASE("the fingerprint is that of the files' text in order of their names", "[inputs]") {
    // FNV-1a, 64 bits.
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const auto& [name, text] : fact_files()) {
        for (const char c : text) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
        }
    }
    std::string digits;
    for (int i = 0; i < 16; ++i) {
        digits.insert(digits.begin(), "0123456789abcdef"[hash & 0xFU]);
        hash >>= 4U;
    }
    CHECK(embedded_fingerprint() == digits);
}
