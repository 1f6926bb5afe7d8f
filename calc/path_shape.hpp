/// The ways from one share to another over years.
#pragma once

#include <utility>
#include <variant>
#include <vector>

#include "burden/calc/number.hpp"
#include "burden/calc/series.hpp"

namespace burden::calc {

struct Linear {};          ///< equal steps of the share: x
struct Geometric {};       ///< equal growth of the share: s0 (s1/s0)^x
struct BackLoaded {};      ///< late: x²
struct FrontLoaded {};     ///< early: 1 - (1 - x)²
struct SCurve {};          ///< slow at both ends: 3x² - 2x³
struct Step {};            ///< all in the last year
struct ConstantGrowth {};  ///< equal growth of spending

/// Stated shares in stated years, linear between them.
template <typename N>
struct WayPoints {
    std::vector<std::pair<Year, N>>
        points;  ///< in order of year, after the base year, the last one at the year due
};

template <typename N>
using PathShape =
    std::variant<Linear, Geometric, BackLoaded, FrontLoaded, SCurve, Step, ConstantGrowth, WayPoints<N>>;

/// What a path runs between.
template <Number N>
struct PathEnds {
    Year from;      ///< base year
    Year due;       ///< year of arrival, after `from`
    N base_share;   ///< share in `from`
    N final_share;  ///< share in `due`
};

namespace path_detail {

/// How much of the way is done at `k` of `n` years.
template <Number N>
N progress(const PathShape<N>& shape, int k, int n) {
    const N x = N(k) / N(n);
    if (std::holds_alternative<BackLoaded>(shape)) {
        return x * x;
    }
    if (std::holds_alternative<FrontLoaded>(shape)) {
        return N(1) - (N(1) - x) * (N(1) - x);
    }
    if (std::holds_alternative<SCurve>(shape)) {
        return x * x * (N(3) - N(2) * x);
    }
    if (std::holds_alternative<Step>(shape)) {
        return N(0);
    }
    return x;
}

template <Number N>
void require_order(const WayPoints<N>& way, const PathEnds<N>& ends) {
    Year before = ends.from;
    for (const auto& [point, value] : way.points) {
        require(before < point && point <= ends.due, "way-points come one after another, up to the year due");
        before = point;
    }
}

template <Number N>
N between(const WayPoints<N>& way, const PathEnds<N>& ends, Year year) {
    Year before = ends.from;
    N share = ends.base_share;
    for (const auto& [point, value] : way.points) {
        if (year == point) {
            return value;
        }
        if (year < point) {
            return share + (value - share) * N(year - before) / N(point - before);
        }
        before = point;
        share = value;
    }
    return ends.final_share;
}

/// `first` grown by equal factors so that the n-th is `last`: one root, then products.
template <Real N>
Series<N> grown(Year from, const N& first, const N& last, int n) {
    const N factor = named("yearly factor", N(power(N(last / first), N(N(1) / N(n)))));
    Series<N> result(from, {first});
    for (int year = 1; year < n; ++year) {
        result.push_back(result.back() * factor);
    }
    result.push_back(last);
    return result;
}

}  // namespace path_detail

/// Shares from the base year to the year due, both included; exactly the base share in the first and the
/// final share in the last.
///
/// denominator  what the shares are of, covering those years: asked for by ConstantGrowth only
/// source       docs/models/target.md, "Shapes"
/// Geometric and ConstantGrowth take roots: they need a Real number and shares above zero.
template <Number N>
Series<N> share_path(const PathShape<N>& shape, const PathEnds<N>& ends, const Series<N>& denominator) {
    const int n = ends.due - ends.from;
    require(n > 0, "a path ends after it begins");
    if (const auto* way = std::get_if<WayPoints<N>>(&shape)) {
        path_detail::require_order(*way, ends);
    }
    if constexpr (Real<N>) {
        if (std::holds_alternative<Geometric>(shape)) {
            return path_detail::grown(ends.from, ends.base_share, ends.final_share, n);
        }
        if (std::holds_alternative<ConstantGrowth>(shape)) {
            const auto spending = path_detail::grown(ends.from, N(ends.base_share * denominator[ends.from]),
                                                     N(ends.final_share * denominator[ends.due]), n);
            return series_of(ends.from, ends.due, [&](Year year) -> N {
                // Multiplied and divided by the same denominator, a share may come back a digit off.
                if (year == ends.from) {
                    return ends.base_share;
                }
                return year == ends.due ? ends.final_share : N(spending[year] / denominator[year]);
            });
        }
    } else {
        require(!std::holds_alternative<Geometric>(shape) && !std::holds_alternative<ConstantGrowth>(shape),
                "a number without roots has no geometric path");
    }
    return series_of(ends.from, ends.due, [&](Year year) -> N {
        const int k = year - ends.from;
        if (k == n) {
            return ends.final_share;
        }
        if (const auto* way = std::get_if<WayPoints<N>>(&shape)) {
            return path_detail::between(*way, ends, year);
        }
        return ends.base_share + (ends.final_share - ends.base_share) * path_detail::progress(shape, k, n);
    });
}

}  // namespace burden::calc
