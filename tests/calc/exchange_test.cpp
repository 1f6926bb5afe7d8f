#include "burden/calc/exchange.hpp"

#include <rapidcheck.h>

#include "support/generators.hpp"
#include "support/numbers.hpp"

using namespace burden;
using calc::Currency;
using calc::Decimal;
using calc::ExchangeRate;
using calc::Prices;
using calc::RateMethod;
using calc::Unit;
using calc::Yearly;
using tests::Exact;
using tests::Is;
using tests::number;

namespace {

const Unit yen{Currency("JPY")};
const Unit dollars{Currency("USD")};

template <calc::Number N>
ExchangeRate<N> yen_per_dollar(const N& value) {
    return {Currency("USD"), Currency("JPY"), value, RateMethod::average, "2025", "FED"};
}

}  // namespace

TEMPLATE_TEST_CASE("an amount is converted either way by one rate", "[calc][exchange]", Decimal, double,
                   Exact) {
    using N = TestType;
    const auto rate = yen_per_dollar(number<N>("125"));
    const Yearly<N> bill(number<N>("8600000000"), dollars);
    CHECK_THAT(convert(bill, rate).in(yen), Is<N>("1075000000000"));
    const Yearly<N> support(number<N>("211020000000"), yen);
    CHECK_THAT(convert(support, rate).in(dollars), Is<N>("1688160000"));  // 211,020 mn / 125
}

TEMPLATE_TEST_CASE("a conversion keeps the prices of an amount", "[calc][exchange]", Decimal, double, Exact) {
    using N = TestType;
    const Unit yen_of_2025{Currency("JPY"), Prices::constant_of(2025)};
    const auto converted = convert(Yearly<N>(N(150), yen_of_2025), yen_per_dollar(N(150)));
    CHECK(converted.unit() == Unit{Currency("USD"), Prices::constant_of(2025)});
    CHECK_THAT(converted.in(converted.unit()), Is<N>("1"));
}

TEST_CASE("a rate does not convert a third currency", "[calc][exchange]") {
    const Yearly<Decimal> won(Decimal(1), Unit{Currency("KRW")});
    CHECK_THROWS_AS(convert(won, yen_per_dollar(Decimal(150))), calc::BrokenInvariant);
}

TEST_CASE("there and back at one rate is the amount again", "[calc][exchange]") {
    CHECK(rc::check("exactly in fractions, to forty digits in decimals", [] {
        const Decimal amount = *tests::decimals();
        const Decimal rate = *tests::positive_decimals();
        const Unit unit = *rc::gen::element(yen, dollars);

        const auto exact_rate = yen_per_dollar(Exact(rate));
        const Yearly<Exact> exact(Exact(amount), unit);
        RC_ASSERT(convert(convert(exact, exact_rate), exact_rate) == exact);

        const auto decimal_rate = yen_per_dollar(rate);
        const Yearly<Decimal> decimal(amount, unit);
        RC_ASSERT(tests::same(convert(convert(decimal, decimal_rate), decimal_rate).in(unit), amount));

        const auto fast_rate = yen_per_dollar(rate.nearest_double());
        const Yearly<double> fast(amount.nearest_double(), unit);
        RC_ASSERT(
            tests::same(convert(convert(fast, fast_rate), fast_rate).in(unit), amount.nearest_double()));
    }));
}
