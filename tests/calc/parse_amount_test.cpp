#include <rapidcheck.h>

#include "burden/calc/parse.hpp"
#include "support/generators.hpp"
#include "support/numbers.hpp"

using namespace burden;
using calc::Decimal;
using calc::StatedPeriod;

namespace {

struct Example {
    const char* text;
    const char* value;
    const char* currency;
    StatedPeriod period = StatedPeriod::none;
    std::optional<int> years = std::nullopt;
};

void check(const Example& example) {
    CAPTURE(example.text);
    const auto amount = calc::read_amount(example.text);
    if (!amount) {
        FAIL(amount.fault().message);
    }
    CHECK(amount->value == Decimal(example.value));
    CHECK(amount->currency.code() == example.currency);
    CHECK(amount->period == example.period);
    CHECK(amount->years == example.years);
}

void check_all(const std::vector<Example>& examples) {
    for (const Example& example : examples) {
        check(example);
    }
}

constexpr auto per_year = StatedPeriod::per_year;
constexpr auto in_total = StatedPeriod::in_total;
constexpr auto none = StatedPeriod::none;

}  // namespace

TEST_CASE("amounts are read as newspapers write them", "[calc][parse]") {
    check_all({
        {"¥1,055.1 bn", "1055100000000", "JPY"},
        {"1.05 trillion yen", "1050000000000", "JPY"},
        {"8.6 billion USD per year", "8600000000", "USD", per_year},
        {"$8.6bn annually", "8600000000", "USD", per_year},
        {"USD 20.9 bn", "20900000000", "USD"},
        {"1兆551億円", "1055100000000", "JPY"},
        {"1,055.1億円", "105510000000", "JPY"},
        {"1.55 trillion JPY over 5 years", "1550000000000", "JPY", in_total, 5},
        {"619 tn JPY", "619000000000000", "JPY"},
        {"43 tn JPY", "43000000000000", "JPY"},
    });
}

TEST_CASE("every currency is known by its sign, its code and its word", "[calc][parse]") {
    check_all({
        {"¥5", "5", "JPY"},      {"5円", "5", "JPY"},       {"5 yen", "5", "JPY"},
        {"5元", "5", "CNY"},     {"5 yuan", "5", "CNY"},    {"$5", "5", "USD"},
        {"US$5", "5", "USD"},    {"5 dollars", "5", "USD"}, {"5 US dollars", "5", "USD"},
        {"5ドル", "5", "USD"},   {"₩5", "5", "KRW"},        {"5원", "5", "KRW"},
        {"5 won", "5", "KRW"},   {"5ウォン", "5", "KRW"},   {"€5", "5", "EUR"},
        {"5€", "5", "EUR"},      {"5 euros", "5", "EUR"},   {"5ユーロ", "5", "EUR"},
        {"£5", "5", "GBP"},      {"5 pounds", "5", "GBP"},  {"5 zł", "5", "PLN"},
        {"5 zloty", "5", "PLN"}, {"₱5", "5", "PHP"},        {"A$5", "5", "AUD"},
        {"AU$5", "5", "AUD"},    {"a$5", "5", "AUD"},       {"jpy 5", "5", "JPY"},
        {"5 Aud", "5", "AUD"},   {"5 CAD", "5", "CAD"},     {"JPY5", "5", "JPY"},
    });
}

TEST_CASE("every scale counts its zeros", "[calc][parse]") {
    check_all({
        {"5 thousand USD", "5000", "USD"},
        {"$5k", "5000", "USD"},
        {"5 million USD", "5000000", "USD"},
        {"5 mn USD", "5000000", "USD"},
        {"$5m", "5000000", "USD"},
        {"$5M", "5000000", "USD"},
        {"5 billion USD", "5000000000", "USD"},
        {"5 BN USD", "5000000000", "USD"},
        {"$5b", "5000000000", "USD"},
        {"5 Trillion USD", "5000000000000", "USD"},
        {"5 tn USD", "5000000000000", "USD"},
        {"5bn€", "5000000000", "EUR"},
        {"5千円", "5000", "JPY"},
        {"5万円", "50000", "JPY"},
        {"5億円", "500000000", "JPY"},
        {"5兆円", "5000000000000", "JPY"},
    });
}

TEST_CASE("scales of ten thousand combine in falling order", "[calc][parse]") {
    check_all({
        {"1兆2億3万4円", "1000200030004", "JPY"},
        {"5千億円", "500000000000", "JPY"},
        {"2千万円", "20000000", "JPY"},
        {"5千300億円", "530000000000", "JPY"},
        {"1兆2千億円", "1200000000000", "JPY"},
        {"1億5000円", "100005000", "JPY"},
        {"1億23.5万円", "100235000", "JPY"},
        {"1.5千億円", "150000000000", "JPY"},
        {"1兆 551億 円", "1055100000000", "JPY"},
        {"20,000億円", "2000000000000", "JPY"},
        {"1兆5,192億원", "1519200000000", "KRW"},
    });
}

TEST_CASE("an amount says whether it is for a year or in total", "[calc][parse]") {
    check_all({
        {"5 USD per year", "5", "USD", per_year},
        {"5 USD a year", "5", "USD", per_year},
        {"5 USD Annually", "5", "USD", per_year},
        {"5 USD yearly", "5", "USD", per_year},
        {"5 USD/year", "5", "USD", per_year},
        {"5 USD / year", "5", "USD", per_year},
        {"5 USD per annum", "5", "USD", per_year},
        {"5億円毎年", "500000000", "JPY", per_year},
        {"毎年5億円", "500000000", "JPY", per_year},
        {"年間5億円", "500000000", "JPY", per_year},
        {"5 USD in total", "5", "USD", in_total},
        {"5 USD total", "5", "USD", in_total},
        {"5 USD over five years", "5", "USD", in_total, 5},
        {"5 USD over 1 year", "5", "USD", in_total, 1},
        {"5 USD over one year", "5", "USD", in_total, 1},
        {"5 USD over ten years", "5", "USD", in_total, 10},
        {"5 USD over 100 years", "5", "USD", in_total, 100},
        {"5 USD total over 5 years", "5", "USD", in_total, 5},
        {"5 USD over 5 years in total", "5", "USD", in_total, 5},
    });
}

TEST_CASE("spaces, full-width signs and minus signs are those of ASCII", "[calc][parse]") {
    check_all({
        {"  5 USD\t", "5", "USD"},
        {"5\u00A0bn\u2009USD", "5000000000", "USD"},
        {"5\u202FEUR", "5", "EUR"},
        {"￥１，０５５．１\u3000ｂｎ", "1055100000000", "JPY"},
        {"￡5", "5", "GBP"},
        {"￦5", "5", "KRW"},
        {"－５ ＵＳＤ", "-5", "USD"},
        {"\u22125 EUR", "-5", "EUR"},
        {"-$5 bn", "-5000000000", "USD"},
        {"$-5 bn", "-5000000000", "USD"},
        {"+5 USD", "5", "USD"},
    });
}

TEST_CASE("an amount keeps every digit", "[calc][parse]") {
    check({"0.00000000000000000000000000000000000000000001 bn JPY", "1e-35", "JPY"});
    check({"123456789012345678.123456789 JPY", "123456789012345678.123456789", "JPY"});
    check({"1e30 USD", "1e30", "USD"});
    check({"8.6e9 USD", "8600000000", "USD"});
    check({".5 bn USD", "500000000", "USD"});
}

TEST_CASE("an amount written out is read back", "[calc][parse]") {
    CHECK(rc::check("with its currency and its period", [] {
        const Decimal value = *tests::decimals();
        const auto currency = *rc::gen::elementOf(
            std::vector<std::string>(calc::currency_codes().begin(), calc::currency_codes().end()));
        const bool yearly = *rc::gen::arbitrary<bool>();
        const auto amount =
            calc::read_amount(value.to_text(12) + " bn " + currency + (yearly ? " per year" : ""));
        RC_ASSERT(static_cast<bool>(amount));
        RC_ASSERT(amount->value == value * Decimal(1'000'000'000));
        RC_ASSERT(amount->currency.code() == currency);
        RC_ASSERT(amount->period == (yearly ? per_year : none));
    }));
}

TEST_CASE("any bytes are read or refused", "[calc][parse]") {
    CHECK(rc::check("pieces of amounts in any order", [] {
        const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "5", "1,055.1", ".", ",", "-", "−", "¥", "$", "円", "bn", "兆", "億", "千", " ", "a", "year",
            "per", "over", "total", "毎年", "\xE5", "k", "A$", "JPY", "usd", "e9", "％"));
        std::string text;
        for (const auto& word : words) {
            text += word;
        }
        const auto amount = calc::read_amount(text);
        if (!amount) {
            RC_ASSERT(amount.fault().at <= text.size());
            RC_ASSERT(amount.fault().length >= 1U);
            RC_ASSERT(!amount.fault().message.empty());
        }
    }));
}
