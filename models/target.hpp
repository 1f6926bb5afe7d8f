/// What a spending target costs, year by year.
#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "burden/calc/path_shape.hpp"
#include "burden/models/economy.hpp"

namespace burden::models {

struct HoldShare {};    ///< the same share of the denominator
struct HoldReal {};     ///< the same amount in constant prices
struct HoldNominal {};  ///< the same amount in current prices

/// A stated share of the denominator.
template <calc::Number N>
struct StatedShare {
    N share;
};

/// Spending as a published plan has it, over every year after the base year.
template <calc::Number N>
struct PublishedPlan {
    calc::Series<calc::Yearly<N>> spending;
};

/// What spending would be without the target. Every baseline starts from the base year's spending.
template <calc::Number N>
using Baseline = std::variant<HoldShare, HoldReal, HoldNominal, StatedShare<N>, PublishedPlan<N>>;

/// What happens after the year due.
using AfterRule = std::variant<HoldShare, HoldReal, HoldNominal>;

/// A spending target.
template <calc::Number N>
struct Target {
    calc::Year from;                ///< base year
    calc::Year due;                 ///< after `from`
    calc::Year to;                  ///< last year shown, not before `due`
    calc::Yearly<N> base_spending;  ///< of the base year, current prices
    N share;                        ///< to be reached in `due`: 5 % is 0.05
    calc::PathShape<N> shape;
    std::optional<N> most_growth = {};  ///< limit on the growth of spending in any year after the base year
    AfterRule then = HoldShare{};
    std::optional<calc::Yearly<N>> fixed_denominator =
        {};  ///< GDP of one year, where shares are not of the same year's
    Baseline<N> baseline = HoldShare{};
    std::optional<ResultNames> names = {};  ///< of the results
};

/// One year of a target.
template <calc::Number N>
struct TargetYear {
    N share;              ///< of the target's denominator
    calc::Yearly<N> gdp;  ///< of the same year
    calc::Yearly<N> spending;
    calc::Yearly<N> baseline;
    calc::Yearly<N> extra;            ///< spending less baseline
    calc::Total<N> cumulative_extra;  ///< extra, summed from the first year
};

template <calc::Number N>
using TargetPath = calc::Series<TargetYear<N>>;

namespace target_detail {

template <calc::Number N>
using Spending = calc::Series<calc::Yearly<N>>;

/// Spending that goes on from `start` at `year` by a rule of holding.
template <calc::Number N, typename Rule>
calc::Yearly<N> held(const Rule& rule, const calc::Yearly<N>& start, calc::Year since, calc::Year year,
                     const Spending<N>& denominator, const calc::Series<N>& deflator) {
    if (std::holds_alternative<HoldReal>(rule)) {
        return start * N(deflator[year] / deflator[since]);
    }
    if (std::holds_alternative<HoldNominal>(rule)) {
        return start;
    }
    return denominator[year] * N(start / denominator[since]);
}

template <calc::Number N>
calc::Yearly<N> baseline_of(const Target<N>& target, calc::Year year, const Spending<N>& denominator,
                            const calc::Series<N>& deflator) {
    if (year == target.from) {
        return target.base_spending;
    }
    if (const auto* stated = std::get_if<StatedShare<N>>(&target.baseline)) {
        return denominator[year] * stated->share;
    }
    if (const auto* plan = std::get_if<PublishedPlan<N>>(&target.baseline)) {
        return plan->spending[year];
    }
    return held(target.baseline, target.base_spending, target.from, year, denominator, deflator);
}

/// A path of amounts with the columns that follow from them.
template <calc::Number N>
TargetPath<N> completed(calc::Year first, const Spending<N>& gdp, const calc::Series<N>& shares,
                        const Spending<N>& spending, const Spending<N>& baseline) {
    TargetPath<N> path(first);
    for (calc::Year year = first; year <= spending.last(); ++year) {
        const calc::Yearly<N> extra = spending[year] - baseline[year];
        const calc::Total<N> part = calc::as_part_of_total(extra);
        path.push_back({.share = shares[year],
                        .gdp = gdp[year],
                        .spending = spending[year],
                        .baseline = baseline[year],
                        .extra = extra,
                        .cumulative_extra = path.size() == 0 ? part : path.back().cumulative_extra + part});
    }
    return path;
}

}  // namespace target_detail

/// The years of a target from the base year on:
///
///     spending(y) = share(y) · denominator(y), at most spending(y-1) · (1 + most growth)
///     extra(y)    = spending(y) - baseline(y)
///
/// economy  covers the years from `from` to `to`
/// source   docs/models/target.md
template <calc::Number N>
TargetPath<N> target_path(const Economy<N>& economy, const Target<N>& target) {
    using calc::Year;
    calc::require(target.from < target.due && target.due <= target.to, "the years of a target are in order");
    const auto gdp = calc::part(economy.gdp, target.from, target.to);
    const auto denominator = calc::series_of(target.from, target.to, [&](Year year) {
        return target.fixed_denominator ? *target.fixed_denominator : gdp[year];
    });
    const auto bare_denominator = calc::series_of(
        target.from, target.to, [&](Year year) { return N(denominator[year].in(denominator[year].unit())); });

    const auto called = [&](const char* what, Year year, const auto& value) {
        return labelled(target.names, what, year, value);
    };
    const N base_share = called("share", target.from, N(target.base_spending / denominator[target.from]));
    calc::Series<N> shares = calc::share_path(
        target.shape, calc::PathEnds<N>{target.from, target.due, base_share, target.share}, bare_denominator);
    // What a limit makes of them has that name.
    const char* const share_name = target.most_growth ? "share without limit" : "share";
    shares = calc::series_of(target.from, target.due, [&](Year year) {
        return year == target.from ? base_share : called(share_name, year, shares[year]);
    });

    calc::Series<calc::Yearly<N>> spending(target.from, {target.base_spending});
    for (Year year = target.from + 1; year <= target.due; ++year) {
        const calc::Yearly<N> wanted = denominator[year] * shares[year];
        spending.push_back(called(
            "spending", year,
            target.most_growth ? least(wanted, spending.back() * (N(1) + *target.most_growth)) : wanted));
    }
    for (Year year = target.due + 1; year <= target.to; ++year) {
        spending.push_back(called("spending", year,
                                  target_detail::held(target.then, spending[target.due], target.due, year,
                                                      denominator, economy.deflator)));
        shares.push_back(called("share", year,
                                std::holds_alternative<HoldShare>(target.then)
                                    ? shares[target.due]
                                    : N(spending[year] / denominator[year])));
    }
    if (target.most_growth) {
        shares = calc::series_of(target.from, target.to, [&](Year year) {
            return year == target.from ? base_share
                                       : called("share", year, N(spending[year] / denominator[year]));
        });
    }
    const auto baseline = calc::series_of(target.from, target.to, [&](Year year) {
        return called("baseline", year,
                      target_detail::baseline_of(target, year, denominator, economy.deflator));
    });
    return target_detail::completed(target.from, gdp, shares, spending, baseline);
}

/// Growth of spending in `year` on the year before, a share. Not for the first year, nor after a year of no
/// spending.
template <calc::Number N>
N growth(const TargetPath<N>& path, calc::Year year) {
    return path[year].spending / path[year - 1].spending - N(1);
}

/// A path with every amount put into another unit by `unit_of(amount, year)`; what follows from amounts
/// (extra, its sum) follows from the new ones. Shares stay.
template <calc::Number N, typename Conversion>
TargetPath<N> in_other_unit(const TargetPath<N>& path, const Conversion& unit_of) {
    using calc::Year;
    const auto column = [&](const auto& amount) {
        return calc::series_of(path.first(), path.last(),
                               [&](Year year) { return unit_of(amount(path[year]), year); });
    };
    return target_detail::completed(
        path.first(), column([](const auto& row) { return row.gdp; }),
        calc::series_of(path.first(), path.last(), [&](Year year) { return path[year].share; }),
        column([](const auto& row) { return row.spending; }),
        column([](const auto& row) { return row.baseline; }));
}

/// Two paths over the same years and economy as one: shares, spending and baselines add. `names` are those of
/// the results.
template <calc::Number N>
TargetPath<N> together(const TargetPath<N>& a, const TargetPath<N>& b,
                       const std::optional<ResultNames>& names = {}) {
    using calc::Year;
    const auto sum = [&](const char* what, const auto& part) {
        return calc::series_of(a.first(), a.last(), [&](Year year) {
            return labelled(names, what, year, part(a[year]) + part(b[year]));
        });
    };
    return target_detail::completed(
        a.first(), calc::series_of(a.first(), a.last(), [&](Year year) { return a[year].gdp; }),
        sum("share", [](const auto& row) { return row.share; }),
        sum("spending", [](const auto& row) { return row.spending; }),
        sum("baseline", [](const auto& row) { return row.baseline; }));
}

}  // namespace burden::models
