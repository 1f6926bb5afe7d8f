#include <fstream>
#include <iterator>
#include <set>

#include "burden/inputs/facts.hpp"
#include "support/catch.hpp"

using namespace burden;
using inputs::FactUnit;
using Kind = FactUnit::Kind;

namespace {

std::string format_page() {
    std::ifstream file(BURDEN_SOURCE_DIR "/docs/facts-format.md");
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("a unit of money has a scale and a currency", "[inputs]") {
    const auto unit = FactUnit::read("bn JPY");
    REQUIRE(unit);
    CHECK(unit->kind == Kind::money);
    CHECK(unit->scale == calc::Decimal(1'000'000'000));
    CHECK(unit->currency == calc::Currency("JPY"));
    CHECK(unit->text == "bn JPY");

    CHECK(FactUnit::read("JPY")->scale == calc::Decimal(1));
    CHECK(FactUnit::read("mn USD")->scale == calc::Decimal(1'000'000));
    CHECK(FactUnit::read("tn JPY")->scale == calc::Decimal(1'000'000'000'000));
    CHECK(FactUnit::read("thousand USD")->scale == calc::Decimal(1'000));
}

TEST_CASE("a unit of anything else says what is counted", "[inputs]") {
    CHECK(FactUnit::read("%")->kind == Kind::percent);
    CHECK(FactUnit::read("index")->kind == Kind::index);
    CHECK(FactUnit::read("days")->kind == Kind::days);
    CHECK(FactUnit::read("count")->kind == Kind::count);
    CHECK(FactUnit::read("persons")->scale == calc::Decimal(1));
    CHECK(FactUnit::read("mn persons")->kind == Kind::persons);
    CHECK(FactUnit::read("mn persons")->scale == calc::Decimal(1'000'000));
}

TEST_CASE("a rate is between two currencies, or a currency and the international dollar", "[inputs]") {
    const auto rate = FactUnit::read("JPY per USD");
    REQUIRE(rate);
    CHECK(rate->kind == Kind::exchange_rate);
    CHECK(rate->currency == calc::Currency("JPY"));
    CHECK(rate->per == calc::Currency("USD"));

    const auto parity = FactUnit::read("JPY per international dollar");
    REQUIRE(parity);
    CHECK(parity->kind == Kind::ppp_rate);
    CHECK(parity->currency == calc::Currency("JPY"));
    CHECK_FALSE(parity->per);
}

TEST_CASE("a unit with a slip is refused where the slip is", "[inputs]") {
    const auto fault = [](std::string_view text) {
        const auto unit = FactUnit::read(text);
        REQUIRE_FALSE(unit);
        return unit.fault();
    };
    CHECK(fault("").message == "unknown unit ''");
    CHECK(fault("bn").message == "unknown unit 'bn'");
    CHECK(fault("bn  JPY").message == "unknown unit 'bn  JPY'");
    CHECK(fault("person").nearest == "persons");
    CHECK(fault("bn JPX").at == 3);
    CHECK(fault("bn JPX").nearest == "JPY");
    CHECK(fault("JPY per USB").at == 8);
    CHECK(fault("JPY per JPY").message == "a rate is between two currencies, not JPY twice");
    CHECK(fault("bn jpy").message == "the currency 'jpy' is not in capitals");
    CHECK(fault("mn days").message == "unknown unit 'mn days'");
}

TEST_CASE("every word of the vocabulary is read as it is written", "[inputs]") {
    using namespace burden::inputs;
    for (const auto period :
         {PeriodBasis::per_calendar_year, PeriodBasis::per_fiscal_year, PeriodBasis::total_over_a_term,
          PeriodBasis::one_off, PeriodBasis::stock_at_a_date}) {
        CHECK(period_basis_of(to_text(period)) == period);
    }
    for (const auto stage : {Stage::request, Stage::initial, Stage::supplementary, Stage::with_supplementary,
                             Stage::outturn, Stage::estimate, Stage::projection}) {
        CHECK(stage_of(to_text(stage)) == stage);
    }
    for (const auto grade : {Grade::official, Grade::press, Grade::weak}) {
        CHECK(grade_of(to_text(grade)) == grade);
    }
    CHECK(to_text(PeriodBasis::total_over_a_term) == "total over a term");
    CHECK(to_text(Stage::with_supplementary) == "with supplementary");
    CHECK_FALSE(stage_of("Outturn"));
}

TEST_CASE("every word of hosting is read as it is written, and is on its page", "[inputs]") {
    using namespace burden::inputs;
    std::ifstream file(BURDEN_SOURCE_DIR "/docs/hosting-format.md");
    const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto check = [&](auto first, auto last, const auto& of) {
        for (int value = static_cast<int>(first); value <= static_cast<int>(last); ++value) {
            const auto word = static_cast<decltype(first)>(value);
            CAPTURE(to_text(word));
            CHECK(of(to_text(word)) == word);
            CHECK(page.find("`" + std::string(to_text(word)) + "`") != std::string::npos);
        }
        CHECK_FALSE(of("Cash"));
    };
    check(LegalBasis::special_agreement, LegalBasis::both, legal_basis_of);
    check(Manner::cash, Manner::not_stated, manner_of);
    check(Firmness::fixed, Firmness::about, firmness_of);
    check(LedgerPart::cash, LedgerPart::without_military_pay, ledger_part_of);
    check(LedgerAside::Kind::quoted_share, LedgerAside::Kind::unpriced, aside_kind_of);
    check(ClaimComparison::equal, ClaimComparison::year, comparison_of);
}

TEST_CASE("the page on the format lists every measure with its meaning, and no other", "[inputs]") {
    const std::string page = format_page();
    std::set<std::string_view> names;
    for (const inputs::Measure& measure : inputs::measures()) {
        CAPTURE(measure.name);
        CHECK(names.insert(measure.name).second);
        const std::size_t row = page.find("| `" + std::string(measure.name) + "` | ");
        REQUIRE(row != std::string::npos);
        const std::string line = page.substr(row, page.find('\n', row) - row);
        CHECK(line.ends_with("| " + std::string(measure.meaning) + " |"));
    }
    const std::string table = page.substr(page.find("## Measures"));
    std::size_t rows = 0;
    for (std::size_t at = table.find("\n| `"); at != std::string::npos; at = table.find("\n| `", at + 1)) {
        ++rows;
    }
    CHECK(rows == names.size());
}
