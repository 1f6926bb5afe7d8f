#include "burden/calc/deflator.hpp"

#include <rapidcheck.h>

#include "support/generators.hpp"
#include "support/numbers.hpp"

using namespace burden;
using calc::Currency;
using calc::Decimal;
using calc::Prices;
using calc::Series;
using calc::Unit;
using calc::Year;
using calc::Yearly;
using tests::Exact;
using tests::Is;
using tests::number;
using tests::same;

namespace {

const Unit yen{Currency("JPY")};
const Unit yen_of_2025{Currency("JPY"), Prices::constant_of(2025)};

/// Price levels of 2020 to 2029.
Series<Decimal> drawn_index() {
    Series<Decimal> index(Year{2020});
    for (int year = 0; year < 10; ++year) {
        index.push_back(*tests::positive_decimals());
    }
    return index;
}

template <calc::Number N>
Series<N> as_series(const Series<Decimal>& series) {
    return calc::series_of(series.first(), series.last(),
                           [&](Year year) { return calc::as<N>(series[year]); });
}

template <calc::Number N>
bool same_series(const Series<N>& a, const Series<N>& b) {
    bool all = a.first() == b.first() && a.size() == b.size();
    for (Year year = a.first(); all && year <= a.last(); ++year) {
        all = same(a[year], b[year]);
    }
    return all;
}

template <calc::Number N>
void check_laws(const Series<Decimal>& drawn, const Decimal& amount, Year year, Year base) {
    const auto index = as_series<N>(drawn);
    const Yearly<N> nominal(calc::as<N>(amount), yen);
    const auto real = deflated(nominal, index, year, base);
    RC_ASSERT(same(in_current_prices(real, index, year).in(yen), nominal.in(yen)));
    RC_ASSERT(same_series(rebased(rebased(index, year), base), rebased(index, base)));
    // A rebased index deflates to the same amount.
    RC_ASSERT(
        same(deflated(nominal, rebased(index, year), year, base).in(real.unit()), real.in(real.unit())));
}

}  // namespace

TEMPLATE_TEST_CASE("an amount is deflated to the prices of a base year", "[calc][deflator]", Decimal, double,
                   Exact) {
    using N = TestType;
    const Series<N> index({2025}, {number<N>("100"), number<N>("102"), number<N>("104")});
    const Yearly<N> spending(number<N>("520"), yen);
    const auto real = deflated(spending, index, {2027}, {2025});
    CHECK(real.unit() == yen_of_2025);
    CHECK_THAT(real.in(yen_of_2025), Is<N>("500"));  // 520 * 100 / 104
    CHECK_THAT(in_current_prices(real, index, {2026}).in(yen), Is<N>("510"));
    CHECK_THAT(rebased(index, {2027})[{2025}] * number<N>("1.04"), Is<N>("1"));
}

TEST_CASE("an amount in constant prices is not deflated again", "[calc][deflator]") {
    const Series<Decimal> index({2025}, {Decimal(100), Decimal(102)});
    const Yearly<Decimal> real(Decimal(1), yen_of_2025);
    const Yearly<Decimal> nominal(Decimal(1), yen);
    CHECK_THROWS_AS(deflated(real, index, {2026}, {2025}), calc::BrokenInvariant);
    CHECK_THROWS_AS(in_current_prices(nominal, index, {2026}), calc::BrokenInvariant);
}

TEST_CASE("a year that an index does not cover is refused", "[calc][deflator]") {
    const Series<Decimal> index({2025}, {Decimal(100), Decimal(102)});
    const Yearly<Decimal> nominal(Decimal(1), yen);
    CHECK_THROWS_WITH(deflated(nominal, index, {2027}, {2025}), "year 2027 is outside 2025 to 2026");
    CHECK_THROWS_WITH(rebased(index, {2020}), "year 2020 is outside 2025 to 2026");
}

TEST_CASE("deflating and inflating undo each other, and rebasing composes", "[calc][deflator]") {
    CHECK(rc::check("in fractions exactly, in decimals to forty digits, in doubles to twelve", [] {
        const auto index = drawn_index();
        const Decimal amount = *tests::decimals();
        const Year year{*rc::gen::inRange(2020, 2030)};
        const Year base{*rc::gen::inRange(2020, 2030)};
        check_laws<Exact>(index, amount, year, base);
        check_laws<Decimal>(index, amount, year, base);
        check_laws<double>(index, amount, year, base);
    }));
}
