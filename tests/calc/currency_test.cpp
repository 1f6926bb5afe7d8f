#include "burden/calc/currency.hpp"

#include <algorithm>
#include <set>

#include "support/catch.hpp"

using burden::calc::BrokenInvariant;
using burden::calc::Currency;
using burden::calc::currency_codes;

TEST_CASE("a currency is read in any case and kept in capitals", "[calc][currency]") {
    CHECK(Currency::read("JPY")->code() == "JPY");
    CHECK(Currency::read("usd")->code() == "USD");
    CHECK(Currency::read("eUr")->code() == "EUR");
    CHECK(*Currency::read("krw") == Currency("KRW"));
    CHECK(Currency("AUD") != Currency("USD"));
}

TEST_CASE("an unknown currency is answered with the nearest", "[calc][currency]") {
    const auto jpx = Currency::read("JPX");
    REQUIRE_FALSE(jpx);
    CHECK(jpx.fault().message == "unknown currency 'JPX'");
    CHECK(jpx.fault().nearest == "JPY");
    CHECK(jpx.fault().at == 0);
    CHECK(jpx.fault().length == 3);
    CHECK(jpx.fault().allowed == std::vector<std::string>{"a code of ISO 4217, such as JPY, USD or EUR"});
    CHECK(Currency::read("").fault().length == 1);
    CHECK(Currency::read("US").fault().nearest == "USD");
    CHECK(Currency::read(std::string(1'000'000, 'U')).fault().message ==
          "unknown currency '" + std::string(40, 'U') + "…'");
}

TEST_CASE("a code that lies across two codes is none", "[calc][currency]") {
    CHECK_FALSE(Currency::read("ED "));
    CHECK_FALSE(Currency::read(" JP"));
    CHECK_FALSE(Currency::read("D A"));
}

TEST_CASE("a currency of the program must exist", "[calc][currency]") {
    CHECK_THROWS_AS(Currency("ABC"), BrokenInvariant);
    CHECK_THROWS_AS(Currency("jpy"), BrokenInvariant);
    CHECK_THROWS_AS(Currency(""), BrokenInvariant);
}

TEST_CASE("codes are in order, once each, and are read", "[calc][currency]") {
    const auto codes = currency_codes();
    CHECK(std::set<std::string>(codes.begin(), codes.end()).size() == codes.size());
    CHECK(std::is_sorted(codes.begin(), codes.end()));
    CHECK(std::all_of(codes.begin(), codes.end(),
                      [](const std::string& code) { return Currency::read(code)->code() == code; }));
}
