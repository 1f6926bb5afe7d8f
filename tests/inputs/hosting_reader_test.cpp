#include <fstream>
#include <iterator>

#include "burden/inputs/embedded.hpp"
#include "burden/inputs/facts_reader.hpp"
#include "burden/inputs/packed.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::inputs;
using calc::Decimal;
using calc::Year;

namespace {

/// What is between ```toml and ``` on the page on the format.
std::vector<std::string> examples() {
    std::ifstream file(BURDEN_SOURCE_DIR "/docs/hosting-format.md", std::ios::binary);
    REQUIRE(file);
    const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    constexpr std::string_view opening = "```toml\n";
    std::vector<std::string> blocks;
    for (std::size_t at = page.find(opening); at != std::string::npos; at = page.find(opening, at)) {
        at += opening.size();
        blocks.push_back(page.substr(at, page.find("```", at) - at));
    }
    return blocks;
}

template <typename T>
std::string all_text(const Reading<T>& reading) {
    std::string text;
    for (const Diagnostic& diagnostic : reading.diagnostics()) {
        text += to_text(diagnostic);
    }
    return text;
}

FactsFile file_of(const std::string& text, const std::string& name = "test.toml") {
    const auto reading = read_facts_file(text, name);
    INFO(all_text(reading));
    REQUIRE(reading);
    CHECK(reading.diagnostics().empty());
    return *reading;
}

const std::string source =
    "\n[source.A]\ntitle = \"T\"\npublisher = \"P\"\npublished = \"2026\"\ngrade = \"press\"\n";
const std::string utopia = R"(
country     = "UTO"
name        = "Utopia"
currency    = "JPY"
fiscal_year = { begins = "October", named_by = "end" }

[[fact]]
key     = "support"
measure = "host-support"
title   = "Support"
value   = "10"
unit    = "bn JPY"
prices  = "current"
period  = "total over a term"
term    = { from = 2024, to = 2026 }
stage   = "outturn"
source  = "A"
superseded = "counted anew"
)";

std::string arrangement(const std::string& rest) {
    return "[[arrangement]]\nkey = \"deal\"\ntitle = \"Deal\"\nhost = \"UTO\"\nguest = \"XYZ\"\n"
           "period = \"per fiscal year\"\nunit = \"bn JPY\"\nprices = \"current\"\nsource = \"A\"\n" +
           rest;
}

std::string account(const std::string& title) {
    return "[[account]]\nkey = \"costs\"\ntitle = \"" + title +
           "\"\nhost = \"UTO\"\nguest = \"XYZ\"\nyears = \"2024..2026\"\n[[account.entry]]\npart = \"cash\"\n"
           "title = \"Support\"\nfact = \"UTO support 2024..2026\"\n";
}

std::string aside(const std::string& title) {
    return "[[aside]]\nkey = \"land\"\nkind = \"unpriced\"\nhost = \"UTO\"\nguest = \"XYZ\"\ntitle = \"" +
           title + "\"\nsource = \"A\"\n";
}

std::string claim(const std::string& text) {
    return "[[claim]]\nkey = \"said\"\ntext = \"" + text +
           "\"\nfigure = \"10 bn JPY\"\nsaid = \"2025\"\nof = \"deal\"\nsource = \"A\"\n";
}

Facts base() {
    const auto facts = combined({}, {file_of(utopia + arrangement("") + account("Costs") + aside("Land") +
                                             claim("It costs 10") + source)});
    INFO(all_text(facts));
    REQUIRE(facts);
    return *facts;
}

}  // namespace

TEST_CASE("the examples of the page on hosting are read as they stand", "[inputs]") {
    const auto blocks = examples();
    REQUIRE(blocks.size() == 4);
    std::string all;
    for (const std::string& block : blocks) {
        all += block + "\n";
    }
    const FactsFile file = file_of(all);
    CHECK_FALSE(file.country);
    CHECK(file.arrangements.size() == 1);
    CHECK(file.accounts.size() == 1);
    CHECK(file.asides.size() == 1);
    CHECK(file.claims.size() == 1);
    CHECK(countries_named(file) == std::set<std::string>{"CHN", "JPN", "USA"});
}

TEST_CASE("an arrangement keeps what its sources print, and counts whole units", "[inputs]") {
    const Arrangement deal = file_of(examples().at(0)).arrangements.at(0);
    CHECK(deal.key == "jpn-sma-2022");
    CHECK(deal.host == "JPN");
    CHECK(deal.guest == "USA");
    CHECK(deal.signed_on == calc::Date{2022, 1, 7});
    CHECK(deal.start == calc::Date{2022, 4, 1});
    CHECK(deal.end == calc::Date{2027, 3, 31});
    CHECK(deal.renewable);
    CHECK(deal.period == PeriodBasis::per_fiscal_year);
    CHECK(deal.unit.text == "bn JPY");
    CHECK(deal.prices == calc::Prices::current());
    CHECK(deal.total == Decimal("1055100000000"));
    CHECK(deal.total_text == "1,055.1");
    CHECK(deal.total_firmness == Firmness::about);
    CHECK(deal.budgets == "host-support-initial");
    CHECK(deal.follows == "jpn-sma-2016-extension");
    CHECK(deal.sources == std::vector<std::string>{"MOFA2022J", "JIJI2022"});
    CHECK(deal.file == "test.toml");

    const ArrangementItem* utilities = deal.item("utilities");
    REQUIRE(utilities != nullptr);
    CHECK(utilities->basis == LegalBasis::special_agreement);
    CHECK(utilities->manner == Manner::cash);
    REQUIRE(utilities->years.size() == 5);
    CHECK(utilities->years[2].year == Year{2024});
    CHECK(utilities->years[2].amount == Decimal("15100000000"));
    CHECK(utilities->years[2].text == "15.1");
    CHECK(utilities->sources == std::vector<std::string>{"MOFA2022J"});

    const QuotedReading* quoted = deal.reading("as-quoted");
    REQUIRE(quoted != nullptr);
    CHECK(quoted->text == "8.6 billion USD per year");
    CHECK(quoted->amount.value == Decimal("8.6e9"));
    CHECK(quoted->amount.currency == calc::Currency("USD"));
    CHECK(deal.reading("other") == nullptr);
}

TEST_CASE("an item without a source has those of its arrangement", "[inputs]") {
    const Arrangement deal = file_of(examples().at(0)).arrangements.at(0);
    REQUIRE(deal.item("labour") != nullptr);
    CHECK(deal.item("labour")->residual);
    CHECK(deal.item("labour")->basis == LegalBasis::both);
    CHECK(deal.item("labour")->sources == deal.sources);
}

TEST_CASE("an entry of an account names a figure by country, series and years", "[inputs]") {
    const LedgerAccount costs = file_of(examples().at(1)).accounts.at(0);
    CHECK(costs.from == Year{2016});
    CHECK(costs.to == Year{2019});
    CHECK(costs.years == "2016..2019");
    REQUIRE(costs.entries.size() == 3);
    CHECK(costs.entries[0].part == LedgerPart::cash_and_in_kind);
    CHECK(costs.entries[1].part == LedgerPart::all_obligations);
    CHECK(costs.entries[1].fact.country == "USA");
    CHECK(costs.entries[1].fact.series == "presence-obligations-japan");
    CHECK(costs.entries[1].fact.from == Year{2016});
    CHECK(costs.entries[1].fact.to == Year{2019});
    CHECK_FALSE(costs.entries[1].each_year);
    CHECK(costs.entries[2].each_year);
    CHECK(costs.entries[2].fact.fiscal);
    CHECK(costs.entries[2].fact.text == "JPN imputed-rent FY2019");
}

TEST_CASE("what is unknown of an offset is told from what is known", "[inputs]") {
    const LedgerAside arms = file_of(examples().at(2)).asides.at(0);
    CHECK(arms.kind == LedgerAside::Kind::offset);
    CHECK_FALSE(arms.additionality);
    CHECK(arms.in_budget == true);
    REQUIRE(arms.fact);
    CHECK(arms.fact->series == "arms-contracts");
}

TEST_CASE("a claim has a figure, and readings of which some are what it means", "[inputs]") {
    const Claim growth = file_of(examples().at(3)).claims.at(0);
    CHECK(growth.figure == "7.2%");
    CHECK(growth.comparison == ClaimComparison::equal);
    CHECK(growth.said == calc::Date{2025, 3, 0});
    CHECK_FALSE(growth.tolerance);
    REQUIRE(growth.readings.size() == 2);
    CHECK(growth.readings[0].stated);
    CHECK(growth.readings[0].fact->series == "defence-growth-announced");
    CHECK_FALSE(growth.readings[1].stated);
}

TEST_CASE("a reference is read whatever its spaces and case, and refused where it goes wrong", "[inputs]") {
    const auto reference = FactReference::read("  jpn  gdp-imf  2024 ");
    REQUIRE(reference);
    CHECK(reference->country == "JPN");
    CHECK(reference->series == "gdp-imf");
    CHECK(reference->from == Year{2024});
    CHECK(reference->to == Year{2024});
    CHECK_FALSE(reference->fiscal);
    CHECK(FactReference::read("JPN x FY 2024")->fiscal);
    CHECK_FALSE(FactReference::read(""));
    CHECK(FactReference::read("JPN x 2024..").fault().at == 12);
    CHECK(FactReference::read("JPN x 2019..2016").fault().nearest == "2016..2019");
}

TEST_CASE("a reference leads to the figure of exactly its years, superseded or not", "[inputs]") {
    const Facts facts = base();
    const auto found = referred(facts, *FactReference::read("UTO support 2024..2026"));
    REQUIRE(found);
    CHECK(found->country->code == "UTO");
    CHECK(found->series->key == "support");
    CHECK(found->observation->text == "10");
    CHECK_FALSE(found->observation->superseded.empty());
    CHECK_FALSE(referred(facts, *FactReference::read("UTO support 2024")));
    CHECK_FALSE(referred(facts, *FactReference::read("UTO other 2024..2026")));
    CHECK_FALSE(referred(facts, *FactReference::read("UTP support 2024..2026")));
}

TEST_CASE("years of a term are those of the host's budget", "[inputs]") {
    const std::string term = "start = 2024-10-01\nend = 2026-09-30\n";
    const auto facts_with = [&](const std::string& year) {
        return combined(
            {},
            {file_of(utopia + arrangement(term + "[arrangement.values]\n" + year + " = \"1\"\n") + source)});
    };
    // The fiscal year that begins in October 2024 is named 2025.
    CHECK_FALSE(facts_with("2024"));
    CHECK(facts_with("2025"));
    CHECK(facts_with("2026"));
    CHECK(all_text(facts_with("2027")).find("FY2027 is outside the term of 'deal'") != std::string::npos);
}

TEST_CASE("an item may stand twice for years that do not overlap", "[inputs]") {
    const std::string item =
        "[[arrangement.item]]\nkey = \"labour\"\ntitle = \"Labour\"\nbasis = \"both\"\nmanner = \"cash\"\n"
        "[arrangement.item.values]\n";
    const auto file = file_of(arrangement(item + "2024 = \"1\"\n" + item + "2025 = \"2\"\n"));
    CHECK(file.arrangements.at(0).items.size() == 2);
}

TEST_CASE("what a file says of hosting replaces what has its key, and leaves the rest", "[inputs]") {
    Facts before = base();
    const auto facts = combined(
        before, {file_of(arrangement("note = \"mine\"\n") + account("Mine") + aside("Mine") + claim("Mine"),
                         "mine.toml")});
    INFO(all_text(facts));
    REQUIRE(facts);
    CHECK(facts.diagnostics().empty());
    REQUIRE(facts->arrangements.size() == 1);
    CHECK(facts->find_arrangement("deal")->note == "mine");
    CHECK(facts->find_arrangement("deal")->file == "mine.toml");
    CHECK(facts->find_arrangement("other") == nullptr);
    REQUIRE(facts->accounts.size() == 1);
    CHECK(facts->accounts[0].title == "Mine");
    REQUIRE(facts->asides.size() == 1);
    CHECK(facts->asides[0].title == "Mine");
    REQUIRE(facts->claims.size() == 1);
    CHECK(facts->claims[0].text == "Mine");
}

TEST_CASE("two files do not set one arrangement, account, aside or claim", "[inputs]") {
    const std::string mine = arrangement("") + account("Mine") + aside("Mine") + claim("Mine");
    const auto facts = combined(base(), {file_of(mine, "a.toml"), file_of(mine, "b.toml")});
    CHECK_FALSE(facts);
    REQUIRE(facts.diagnostics().size() == 4);
    CHECK(facts.diagnostics()[0].message == "two files set the arrangement 'deal'");
    CHECK(facts.diagnostics()[0].hint == "it is also set at a.toml:2:7");
    CHECK(facts.diagnostics()[1].message == "two files set the account 'costs'");
    CHECK(facts.diagnostics()[2].message == "two files set the aside 'land'");
    CHECK(facts.diagnostics()[3].message == "two files set the claim 'said'");
}

TEST_CASE("what is packed is unpacked as it was", "[inputs]") {
    const std::string all = examples().at(0) + examples().at(1) + examples().at(2) + examples().at(3) +
                            R"(
[[arrangement]]
key       = "open"
title     = "\"Open\", \\ ünïcode 円"
host      = "JPN"
guest     = "USA"
renewable = false
period    = "total over a term"
unit      = "mn USD"
prices    = "constant of 2012"
total     = "0.000000000000000000000000000001"
total_is  = "at most"
source    = "A"

[[claim]]
key       = "end"
text      = "It ends in 2027"
figure    = "2027"
compare   = "year"
said      = 2025-03-04
source    = "A"
[[claim.reading]]
words  = "w"
end_of = "jpn-sma-2022"

[[claim]]
key       = "four"
text      = "Four times as much"
figure    = "4 times"
compare   = "multiple"
tolerance = "2.5%"
said      = "2025"
source    = "A"
[[claim.reading]]
words = "w"
fact  = "JPN a 2024"
over  = "JPN b 2024"

[[aim]]
key    = "together"
title  = "T"
set_by = "EU"
asks   = "2 % of GDP"
due    = 2035
review = 2029
source = "A"
)";
    const FactsFile file = file_of(all);
    Facts facts;
    facts.aims = file.aims;
    facts.arrangements = file.arrangements;
    facts.accounts = file.accounts;
    facts.asides = file.asides;
    facts.claims = file.claims;
    const std::string text = packed_hosting(facts);
    Facts again;
    unpack_hosting(text, again);
    CHECK(packed_hosting(again) == text);

    REQUIRE(again.aims.size() == 1);
    CHECK(again.aims[0].set_by == "EU");
    CHECK(again.aims[0].review == Year{2029});
    REQUIRE(again.arrangements.size() == 2);
    const Arrangement& deal = again.arrangements[0];
    CHECK(deal.items.size() == 2);
    CHECK(deal.item("utilities")->years[4].amount == Decimal("13300000000"));
    CHECK(deal.end == calc::Date{2027, 3, 31});
    CHECK(deal.quoted[0].amount.period == calc::StatedPeriod::per_year);
    CHECK(deal.file.empty());
    const Arrangement& open = again.arrangements[1];
    CHECK(open.title == "\"Open\", \\ ünïcode 円");
    CHECK_FALSE(open.end);
    CHECK_FALSE(open.renewable);
    CHECK(open.unit.currency == calc::Currency("USD"));
    CHECK(open.unit.scale == Decimal(1'000'000));
    CHECK(open.prices == calc::Prices::constant_of(2012));
    CHECK(open.total == file.arrangements[1].total);
    CHECK(open.total_firmness == Firmness::at_most);
    CHECK(again.accounts.at(0).entries.at(2).fact.text == "JPN imputed-rent FY2019");
    CHECK(again.asides.at(0).in_budget == true);
    CHECK_FALSE(again.asides.at(0).additionality);
    REQUIRE(again.claims.size() == 3);
    CHECK(again.claims[1].readings[0].end_of == "jpn-sma-2022");
    CHECK_FALSE(again.claims[1].readings[0].fact);
    CHECK(again.claims[2].tolerance == Decimal("0.025"));
    CHECK(again.claims[2].readings[0].over->series == "b");
}

TEST_CASE("what is packed and cut short is refused, never read beyond its end", "[inputs]") {
    Facts facts = base();
    const std::string text = packed_hosting(facts);
    for (std::size_t length = 0; length < text.size(); ++length) {
        Facts again;
        CHECK_THROWS_AS(unpack_hosting(text.substr(0, length), again), calc::BrokenInvariant);
    }
    Facts again;
    CHECK_THROWS_AS(unpack_hosting(text + "0,", again), calc::BrokenInvariant);
}

TEST_CASE("the examples cut at any byte are read or refused, never more", "[inputs]") {
    for (const std::string& example : examples()) {
        for (std::size_t length = 0; length < example.size(); ++length) {
            const auto reading = read_facts_file(example.substr(0, length), "cut.toml");
            CHECK((reading || !reading.diagnostics().empty()));
        }
    }
}

TEST_CASE("what is compiled in of hosting refers to what is compiled in", "[inputs]") {
    const Facts facts = embedded_facts();
    REQUIRE_FALSE(facts.arrangements.empty());
    for (const LedgerAccount& one : facts.accounts) {
        for (const LedgerEntry& entry : one.entries) {
            CAPTURE(one.key, entry.fact.text);
            CHECK(referred(facts, entry.fact));
        }
    }
    for (const LedgerAside& one : facts.asides) {
        CAPTURE(one.key);
        CHECK((!one.fact || referred(facts, *one.fact)));
    }
    for (const Claim& one : facts.claims) {
        CAPTURE(one.key);
        CHECK((one.of.empty() || facts.find_arrangement(one.of) != nullptr));
        for (const ClaimReading& reading : one.readings) {
            CHECK((!reading.fact || referred(facts, *reading.fact)));
            CHECK((!reading.over || referred(facts, *reading.over)));
        }
    }
}
