#include "burden/inputs/rates.hpp"

#include "burden/inputs/embedded.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Currency;
using calc::Decimal;
using calc::Year;

namespace {

const calc::FiscalCalendar april{4, calc::FiscalCalendar::NamedBy::start};

inputs::Reading<inputs::SourcedRate> rate(const std::string& request, const std::string& from,
                                          const std::string& to, std::optional<Year> year = std::nullopt) {
    static const inputs::Facts facts = inputs::embedded_facts();
    const auto read = inputs::RateRequest::read(request);
    REQUIRE(read);
    return inputs::rate_between(facts, Currency(from), Currency(to), *read, year, april);
}

}  // namespace

TEST_CASE("a rate is found by its method and its year", "[inputs][rates]") {
    CHECK(rate("average:2025", "JPY", "USD")->rate.value ==
          Decimal("149.5686"));  // Federal Reserve, calendar 2025
    CHECK(rate("average:FY2025", "JPY", "USD")->rate.value ==
          Decimal("150.7397"));  // mean of April 2025 to March 2026
    CHECK(rate("budget:FY2023", "JPY", "USD")->rate.value == Decimal(137));        // Ministry of Finance
    CHECK(rate("budget:FY2025", "JPY", "USD")->rate.value == Decimal(108));        // the plan's rate
    CHECK(rate("spot:2022-04", "JPY", "USD")->rate.value == Decimal("126.3743"));  // monthly average
    CHECK(rate("fixed:122.69", "JPY", "USD")->rate.value == Decimal("122.69"));
}

TEST_CASE("a rate says in words what it is", "[inputs][rates]") {
    CHECK(rate("average:2025", "JPY", "USD")->words ==
          "149.5686 JPY per USD, average of 2025, Federal Reserve, mean of daily rates");
    CHECK(rate("fixed:122.69", "JPY", "USD")->words == "122.69 JPY per USD, as given");
}

TEST_CASE("the years of the amount decide which average is taken", "[inputs][rates]") {
    CHECK(rate("average", "JPY", "USD", Year{2024})->rate.value == Decimal("152.407"));  // FY2024
    CHECK(rate("average", "JPY", "USD")->rate.date == "FY2025");                         // the latest
}

TEST_CASE("the dollar is the base whichever way an amount goes", "[inputs][rates]") {
    for (const auto& [from, to] : {std::pair{"JPY", "USD"}, std::pair{"USD", "JPY"}}) {
        const auto found = rate("average:2025", from, to);
        CHECK(found->rate.base == Currency("USD"));
        CHECK(found->rate.quote == Currency("JPY"));
    }
}

TEST_CASE("two currencies meet through the dollar, and both sources are named", "[inputs][rates]") {
    const auto found = rate("average:2025", "JPY", "KRW");
    // 149.5686 JPY and 1,421.3963 KRW per dollar
    CHECK(same(found->rate.value, Decimal("149.5686") / Decimal("1421.3963")));
    CHECK(found->words.find("each against the dollar") != std::string::npos);
}

TEST_CASE("a rate that nobody published is refused with what there is", "[inputs][rates]") {
    const auto found = rate("average:FY2030", "JPY", "USD");
    REQUIRE(!found);
    CHECK(found.diagnostics().front().message == "no average rate of JPY is known for FY2030");
    CHECK(found.diagnostics().front().allowed == std::vector<std::string>{"FY2010 to FY2025"});
    CHECK(!rate("average", "CHF", "USD"));
}

TEST_CASE("a method of conversion is read with its parameter", "[inputs][rates]") {
    using inputs::RateRequest;
    CHECK(RateRequest::read("ppp:2025")->year->year == Year{2025});
    CHECK(RateRequest::read("spot:2026-04-13")->date == calc::Date{2026, 4, 13});
    CHECK(RateRequest::read("avrage").fault().nearest == "average");
    CHECK(RateRequest::read("fixed").fault().message == "a fixed rate needs its value");
    CHECK(RateRequest::read("fixed:-1").fault().at == 6);
    CHECK(RateRequest::read("budget:FY20").fault().at == 7);
}
