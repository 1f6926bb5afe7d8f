#include "burden/calc/path_shape.hpp"

#include <rapidcheck.h>

#include "support/generators.hpp"
#include "support/numbers.hpp"

using namespace burden;
using calc::Decimal;
using calc::PathEnds;
using calc::PathShape;
using calc::Series;
using calc::Year;
using tests::Exact;
using tests::Is;
using tests::number;

namespace {

/// GDP of 619 in the base year, two per cent more each year.
template <calc::Number N>
Series<N> gdp(int years) {
    Series<N> series(Year{2025}, {number<N>("619")});
    for (int year = 0; year < years; ++year) {
        series.push_back(series.back() * number<N>("1.02"));
    }
    return series;
}

/// From 1.8 to 3.5 % in ten years.
template <calc::Number N>
PathEnds<N> golden_ends() {
    return {{2025}, {2035}, number<N>("0.018"), number<N>("0.035")};
}

/// Spending over holding the base share, summed over years 1 to 10.
template <calc::Number N>
N extra(const PathShape<N>& shape) {
    const auto ends = golden_ends<N>();
    const auto output = gdp<N>(10);
    const auto shares = share_path(shape, ends, output);
    N sum(0);
    for (Year year = ends.from + 1; year <= ends.due; ++year) {
        sum = sum + (shares[year] - ends.base_share) * output[year];
    }
    return sum;
}

/// Shapes that move along the straight line at their own pace.
template <calc::Number N>
std::vector<PathShape<N>> paced() {
    return {calc::Linear{}, calc::BackLoaded{}, calc::FrontLoaded{}, calc::SCurve{}, calc::Step{}};
}

template <calc::Number N>
std::vector<PathShape<N>> all_shapes() {
    auto shapes = paced<N>();
    shapes.emplace_back(calc::WayPoints<N>{{{{2028}, number<N>("0.022")}, {{2035}, number<N>("0.035")}}});
    if constexpr (calc::Real<N>) {
        shapes.emplace_back(calc::Geometric{});
        shapes.emplace_back(calc::ConstantGrowth{});
    }
    return shapes;
}

}  // namespace

TEMPLATE_TEST_CASE("the extra over ten years is that of the golden table", "[calc][path_shape]", Decimal,
                   double, Exact) {
    using N = TestType;
    const auto near = [](const N& actual, const char* golden) {
        const N off = actual - number<N>(golden);
        // The table has fifteen digits after the point.
        return off <= number<N>("1e-13") && number<N>("-1e-13") <= off;
    };
    CHECK(near(extra<N>(calc::Linear{}), "66.559430552614825"));
    CHECK(near(extra<N>(calc::FrontLoaded{}), "85.747578088608479"));
    CHECK(near(extra<N>(calc::BackLoaded{}), "47.371283016621174"));
    CHECK(near(extra<N>(calc::Step{}), "12.827478281604829"));
    if constexpr (calc::Real<N>) {
        CHECK(near(extra<N>(calc::Geometric{}), "60.213285837738323"));
    }
}

TEMPLATE_TEST_CASE("shares half-way are those of the formulas", "[calc][path_shape]", Decimal, double,
                   Exact) {
    using N = TestType;
    const PathEnds<N> ends{{2025}, {2029}, number<N>("0.01"), number<N>("0.05")};
    const auto at = [&](const PathShape<N>& shape, int year) {
        return share_path(shape, ends, gdp<N>(4))[{year}];
    };
    CHECK_THAT(at(calc::Linear{}, 2026), Is<N>("0.02"));         // x = 1/4
    CHECK_THAT(at(calc::BackLoaded{}, 2026), Is<N>("0.0125"));   // x² = 1/16
    CHECK_THAT(at(calc::FrontLoaded{}, 2026), Is<N>("0.0275"));  // 1 - 9/16
    CHECK_THAT(at(calc::SCurve{}, 2026), Is<N>("0.01625"));      // 3/16 - 2/64
    CHECK_THAT(at(calc::SCurve{}, 2027), Is<N>("0.03"));
    CHECK_THAT(at(calc::Step{}, 2028), Is<N>("0.01"));
}

TEMPLATE_TEST_CASE("geometric paths grow by equal factors", "[calc][path_shape]", Decimal, double) {
    using N = TestType;
    const PathEnds<N> ends{{2025}, {2027}, number<N>("0.01"), number<N>("0.04")};
    const Series<N> output({2025}, {N(100), N(200), N(100)});
    CHECK_THAT(share_path<N>(calc::Geometric{}, ends, output)[{2026}], Is<N>("0.02"));
    // Spending of 1 and 4 passes through 2, which is one per cent of 200.
    CHECK_THAT(share_path<N>(calc::ConstantGrowth{}, ends, output)[{2026}], Is<N>("0.01"));
}

TEST_CASE("a number without roots has no geometric path", "[calc][path_shape]") {
    CHECK_THROWS_AS(extra<Exact>(calc::Geometric{}), calc::BrokenInvariant);
    CHECK_THROWS_AS(extra<Exact>(calc::ConstantGrowth{}), calc::BrokenInvariant);
}

TEMPLATE_TEST_CASE("every path begins and ends exactly at its shares", "[calc][path_shape]", Decimal, double,
                   Exact) {
    using N = TestType;
    // Neither 11 / 667.22 nor a third of a per cent can be written down.
    const N base = number<N>("11") / number<N>("667.22");
    const N final_share = number<N>("0.1") / number<N>("3");
    const PathEnds<N> ends{{2025}, {2035}, base, final_share};
    for (auto shape : all_shapes<N>()) {
        if (auto* way = std::get_if<calc::WayPoints<N>>(&shape)) {
            way->points.back().second = final_share;
        }
        const auto shares = share_path(shape, ends, gdp<N>(10));
        CAPTURE(shape.index());
        REQUIRE(shares.size() == 11);
        CHECK(shares.front() == base);
        CHECK(shares.back() == final_share);
    }
}

TEMPLATE_TEST_CASE("way-points are reached, and the way between them is straight", "[calc][path_shape]",
                   Decimal, double, Exact) {
    using N = TestType;
    const N stated = number<N>("0.2") / number<N>("7");
    const PathEnds<N> ends{{2025}, {2031}, number<N>("0.01"), number<N>("0.05")};
    const calc::WayPoints<N> way{
        {{{2027}, number<N>("0.03")}, {{2029}, stated}, {{2031}, number<N>("0.05")}}};
    const auto shares = share_path<N>(way, ends, gdp<N>(6));
    CHECK_THAT(shares[{2026}], Is<N>("0.02"));
    CHECK(shares[{2027}] == number<N>("0.03"));
    CHECK(shares[{2029}] == stated);
    CHECK_THAT(shares[{2030}], Is<N>(N((stated + number<N>("0.05")) / N(2))));
}

TEST_CASE("way-points out of order are refused", "[calc][path_shape]") {
    const PathEnds<Decimal> ends{{2025}, {2031}, Decimal("0.01"), Decimal("0.05")};
    const auto path = [&](std::vector<std::pair<Year, Decimal>> points) {
        return share_path<Decimal>(calc::WayPoints<Decimal>{std::move(points)}, ends, gdp<Decimal>(6));
    };
    const Decimal share("0.02");
    CHECK_THROWS_AS(path({{{2029}, share}, {{2027}, share}}), calc::BrokenInvariant);
    CHECK_THROWS_AS(path({{{2027}, share}, {{2027}, share}}), calc::BrokenInvariant);
    CHECK_THROWS_AS(path({{{2025}, share}}), calc::BrokenInvariant);
    CHECK_THROWS_AS(path({{{2032}, share}}), calc::BrokenInvariant);
}

TEST_CASE("a path ends after it begins", "[calc][path_shape]") {
    const PathEnds<Decimal> ends{{2025}, {2025}, Decimal("0.01"), Decimal("0.05")};
    CHECK_THROWS_AS(share_path<Decimal>(calc::Linear{}, ends, gdp<Decimal>(0)), calc::BrokenInvariant);
}

TEST_CASE("a path of one year goes straight to its end", "[calc][path_shape]") {
    const PathEnds<Decimal> ends{{2025}, {2026}, Decimal("0.01"), Decimal("0.05")};
    for (const auto& shape : paced<Decimal>()) {
        CHECK(share_path(shape, ends, gdp<Decimal>(1)) ==
              Series<Decimal>({2025}, {Decimal("0.01"), Decimal("0.05")}));
    }
}

TEST_CASE("a higher final share lowers no year", "[calc][path_shape]") {
    CHECK(rc::check("for every shape along the straight line, exactly", [] {
        const auto shape = *rc::gen::elementOf(paced<Exact>());
        const int years = *rc::gen::inRange(1, 30);
        const Exact base(*tests::shares());
        const Exact one(*tests::shares());
        const Exact other(*tests::shares());
        const Series<Exact> unused(Year{2025});
        const auto lower = share_path(shape, {{2025}, Year{2025} + years, base, least(one, other)}, unused);
        const auto higher =
            share_path(shape, {{2025}, Year{2025} + years, base, greatest(one, other)}, unused);
        for (Year year = lower.first(); year <= lower.last(); ++year) {
            RC_ASSERT(lower[year] <= higher[year]);
        }
    }));
}

TEST_CASE("decimals and doubles follow the path of fractions", "[calc][path_shape]") {
    CHECK(rc::check("to forty digits and to twelve", [] {
        const std::size_t which = *rc::gen::inRange<std::size_t>(0, paced<Exact>().size());
        const int years = *rc::gen::inRange(1, 30);
        const Decimal base = *tests::shares();
        const Decimal final_share = *tests::shares();
        const Year due = Year{2025} + years;
        const auto exact = share_path(paced<Exact>()[which], {{2025}, due, Exact(base), Exact(final_share)},
                                      Series<Exact>(Year{2025}));
        const auto decimal = share_path(paced<Decimal>()[which], {{2025}, due, base, final_share},
                                        Series<Decimal>(Year{2025}));
        const auto fast = share_path(paced<double>()[which],
                                     {{2025}, due, base.nearest_double(), final_share.nearest_double()},
                                     Series<double>(Year{2025}));
        for (Year year = exact.first(); year <= exact.last(); ++year) {
            const Decimal nearest = exact[year].to_decimal();
            RC_ASSERT(tests::same(decimal[year], nearest));
            RC_ASSERT(tests::same(fast[year], nearest.nearest_double()));
        }
    }));
}
