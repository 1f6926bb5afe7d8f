/// What holds for every target, tested with fractions that never round; Decimal is held to forty digits,
/// double to twelve.
#include <rapidcheck.h>

#include "burden/calc/deflator.hpp"
#include "models/economies.hpp"
#include "support/generators.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using calc::Year;

namespace {

/// What decides a random target.
struct Drawn {
    int gdp, growth, inflation, base, final, shape;
};

Drawn draw() {
    return {*rc::gen::inRange(1, 100'000).as("GDP"),
            *rc::gen::inRange(-50, 100).as("growth, per mille"),
            *rc::gen::inRange(-50, 100).as("inflation, per mille"),
            *rc::gen::inRange(1, 800).as("base share, hundredths of a per cent"),
            *rc::gen::inRange(1, 800).as("final share, hundredths of a per cent"),
            *rc::gen::inRange(0, 5).as("shape")};
}

template <calc::Number N>
calc::PathShape<N> shape_of(int drawn) {
    const std::vector<calc::PathShape<N>> shapes = {calc::Linear{}, calc::BackLoaded{}, calc::FrontLoaded{},
                                                    calc::SCurve{}, calc::Step{}};
    return shapes.at(static_cast<std::size_t>(drawn));
}

template <calc::Number N>
models::Economy<N> economy_of(const Drawn& drawn, Year last = {2035}) {
    return steady_economy<N>(N(drawn.gdp), N(drawn.growth) / N(1000), N(drawn.inflation) / N(1000), last);
}

template <calc::Number N>
models::TargetPath<N> path_of(const Drawn& drawn, Year to = {2035}) {
    const auto economy = economy_of<N>(drawn, to);
    return models::target_path(economy, target_of<N>(economy, N(drawn.base) / N(10'000),
                                                     N(drawn.final) / N(10'000), shape_of<N>(drawn.shape)));
}

}  // namespace

TEST_CASE("a target at the present share costs nothing", "[models][target][law]") {
    CHECK(rc::check([] {
        Drawn drawn = draw();
        drawn.final = drawn.base;
        for (const auto& year : path_of<Exact>(drawn)) {
            RC_ASSERT(year.extra.in(yen) == Exact(0));
        }
    }));
}

TEST_CASE("extra is spending less baseline, and the sum runs", "[models][target][law]") {
    const auto holds = []<calc::Number N>(const models::TargetPath<N>& path) {
        calc::Total<N> sum(N(0), yen);
        for (const auto& year : path) {
            RC_ASSERT(year.extra == year.spending - year.baseline);
            sum = sum + calc::as_part_of_total(year.extra);
            RC_ASSERT(year.cumulative_extra == sum);
        }
    };
    CHECK(rc::check([&] {
        const Drawn drawn = draw();
        holds(path_of<Exact>(drawn));
        holds(path_of<Decimal>(drawn));
    }));
}

TEST_CASE("a higher share never costs less in any year", "[models][target][law]") {
    CHECK(rc::check([] {
        const Drawn low = draw();
        Drawn high = low;
        high.final = low.final + *rc::gen::inRange(0, 500).as("more");
        const auto lower = path_of<Exact>(low);
        const auto higher = path_of<Exact>(high);
        for (Year year = lower.first(); year <= lower.last(); ++year) {
            RC_ASSERT((lower[year].spending.in(yen) <= higher[year].spending.in(yen)));
        }
    }));
}

TEST_CASE("a longer table begins with the shorter one", "[models][target][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw();
        const auto shorter = path_of<Exact>(drawn, {2035});
        const auto longer = path_of<Exact>(drawn, {2040});
        for (Year year = shorter.first(); year <= shorter.last(); ++year) {
            RC_ASSERT(shorter[year].spending == longer[year].spending);
            RC_ASSERT(shorter[year].cumulative_extra == longer[year].cumulative_extra);
        }
        calc::Total<Exact> rest(Exact(0), yen);
        for (Year year{2036}; year <= Year{2040}; ++year) {
            rest = rest + calc::as_part_of_total(longer[year].extra);
        }
        RC_ASSERT(longer.back().cumulative_extra == shorter.back().cumulative_extra + rest);
    }));
}

TEST_CASE("a limit on growth never raises spending", "[models][target][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw();
        const auto economy = economy_of<Exact>(drawn);
        auto target = target_of<Exact>(economy, Exact(drawn.base) / Exact(10'000),
                                       Exact(drawn.final) / Exact(10'000), shape_of<Exact>(drawn.shape));
        const auto free = models::target_path(economy, target);
        target.most_growth = Exact(*rc::gen::inRange(0, 300).as("limit, per mille")) / Exact(1000);
        const auto limited = models::target_path(economy, target);
        for (Year year = free.first(); year <= free.last(); ++year) {
            RC_ASSERT((limited[year].spending.in(yen) <= free[year].spending.in(yen)));
            RC_ASSERT((year == free.first() || models::growth(limited, year) <= *target.most_growth));
        }
    }));
}

TEST_CASE("a share does not depend on the unit that amounts are shown in", "[models][target][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw();
        const auto economy = economy_of<Exact>(drawn);
        const auto path = path_of<Exact>(drawn);
        const auto constant = models::in_other_unit(path, [&](const calc::Yearly<Exact>& amount, Year year) {
            return calc::deflated(amount, economy.deflator, year, {2025});
        });
        for (Year year = path.first(); year <= path.last(); ++year) {
            RC_ASSERT(constant[year].share == path[year].share);
            RC_ASSERT(constant[year].spending / constant[year].gdp == path[year].spending / path[year].gdp);
        }
    }));
}

TEST_CASE("Decimal is held to fractions by forty digits, double by twelve", "[models][target][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw();
        const auto exact = path_of<Exact>(drawn);
        const auto decimal = path_of<Decimal>(drawn);
        const auto binary = path_of<double>(drawn);
        for (Year year = exact.first(); year <= exact.last(); ++year) {
            const Decimal spending = exact[year].spending.in(yen).to_decimal();
            RC_ASSERT(same(decimal[year].spending.in(yen), spending));
            RC_ASSERT(same(decimal[year].share, exact[year].share.to_decimal()));
            RC_ASSERT(same(binary[year].spending.in(yen), spending.nearest_double()));
            RC_ASSERT(same(binary[year].share, exact[year].share.to_decimal().nearest_double()));
        }
    }));
}

TEST_CASE("double keeps to Decimal where paths take roots", "[models][target][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw();
        const auto in = [&]<calc::Real N>(calc::PathShape<N> shape) {
            const auto economy = economy_of<N>(drawn);
            return models::target_path(economy, target_of<N>(economy, N(drawn.base) / N(10'000),
                                                             N(drawn.final) / N(10'000), std::move(shape)));
        };
        const auto compare = [](const auto& decimal, const auto& binary) {
            for (Year year = decimal.first(); year <= decimal.last(); ++year) {
                RC_ASSERT(
                    same(binary[year].spending.in(yen), decimal[year].spending.in(yen).nearest_double()));
            }
        };
        compare(in(calc::PathShape<Decimal>(calc::Geometric{})),
                in(calc::PathShape<double>(calc::Geometric{})));
        compare(in(calc::PathShape<Decimal>(calc::ConstantGrowth{})),
                in(calc::PathShape<double>(calc::ConstantGrowth{})));
    }));
}
