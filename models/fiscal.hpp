/// What extra spending does to public finance.
#pragma once

#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "burden/calc/money.hpp"
#include "burden/calc/series.hpp"
#include "burden/models/result_names.hpp"

namespace burden::models {

/// Debt at the end of a year, counted in an amount.
template <calc::Number N>
using Debt = calc::Money<N, calc::Period::at_date>;

/// What moves a debt ratio, all over the same years, as shares.
template <calc::Number N>
struct DebtDrivers {
    calc::Series<N> interest;         ///< effective rate on the debt of the year before
    calc::Series<N> growth;           ///< of nominal GDP
    calc::Series<N> primary_balance;  ///< of GDP; a deficit is below zero
    calc::Series<N> other;            ///< stock-flow adjustment, of GDP
};

/// A debt ratio at the end of a year and what changed it since the year before; all shares of GDP.
template <calc::Number N>
struct DebtYear {
    N ratio;
    N interest;  ///< adds
    N growth;    ///< what a larger GDP takes off: below zero where it grows
    N primary;   ///< a primary deficit adds
    N other;
};

/// What a year changed: interest + growth + primary + other.
template <calc::Number N>
N change(const DebtYear<N>& year) {
    return N(year.interest + year.growth + year.primary + year.other);
}

/// A debt ratio carried on:
///
///     ratio(y)    = ratio(y−1) · (1 + i(y)) / (1 + g(y)) − balance(y) + other(y)
///     interest(y) = ratio(y−1) · i(y) / (1 + g(y))
///     growth(y)   = ratio(y−1) / (1 + g(y)) − ratio(y−1)
///
/// before   ratio at the end of the year before the first of the drivers
/// names    of the ratios, `what` each is called
/// returns  one year for each of the drivers'; their parts add to what the ratio changed
/// source   docs/models/fiscal.md, "The debt ratio"
template <calc::Number N>
calc::Series<DebtYear<N>> debt_path(const N& before, const DebtDrivers<N>& drivers,
                                    const std::optional<ResultNames>& names = {},
                                    std::string_view what = "debt") {
    calc::Series<DebtYear<N>> path(drivers.growth.first());
    N ratio = before;
    for (calc::Year year = path.first(); year <= drivers.growth.last(); ++year) {
        const N spread = ratio / (N(1) + drivers.growth[year]);
        DebtYear<N> next{.ratio = ratio,
                         .interest = N(spread * drivers.interest[year]),
                         .growth = N(spread - ratio),
                         .primary = N(N(0) - drivers.primary_balance[year]),
                         .other = drivers.other[year]};
        next.ratio = ratio = labelled(names, what, year, N(ratio + change(next)));
        path.push_back(std::move(next));
    }
    return path;
}

/// How extra spending is paid for, as shares of it; what these two leave is taken from other spending.
template <calc::Number N>
struct FinancingMix {
    N tax;
    N debt;
};

/// An amount by how it is paid for; the three add to it.
template <calc::Number N>
struct Financing {
    calc::Yearly<N> taxed;
    calc::Yearly<N> borrowed;
    calc::Yearly<N> reallocated;
};

/// An amount of extra spending by how it is paid for.
template <calc::Number N>
Financing<N> financing(const calc::Yearly<N>& extra, const FinancingMix<N>& mix) {
    const auto taxed = extra * mix.tax;
    const auto borrowed = extra * mix.debt;
    return {.taxed = taxed, .borrowed = borrowed, .reallocated = extra - taxed - borrowed};
}

/// Extra spending and the public finances it meets.
template <calc::Number N>
struct FiscalPlan {
    calc::Series<calc::Yearly<N>> extra;  ///< current prices
    FinancingMix<N> mix;
    calc::Series<calc::Yearly<N>> gdp;  ///< current prices, over the years of extra and the year before
    N debt_before;                      ///< debt ratio at the end of the year before the first of extra
    calc::Series<N> interest;  ///< these three without the extra, over its years, as DebtDrivers have them
    calc::Series<N> primary_balance;
    calc::Series<N> other;
    std::optional<ResultNames> names = {};  ///< of the results
};

/// One year of extra spending in public finance.
template <calc::Number N>
struct FiscalYear {
    Financing<N> financing;
    Debt<N> extra_debt;              ///< at the end of the year, with the interest run up on it
    calc::Yearly<N> extra_interest;  ///< on the extra debt of the year before; borrowed
    DebtYear<N> without;             ///< the debt ratio without the extra
    DebtYear<N> with;                ///< and with it
};

/// The years of extra spending in public finance:
///
///     extra debt(y)     = extra debt(y−1) + extra interest(y) + borrowed(y)
///     extra interest(y) = extra debt(y−1) · i(y)
///     with              a primary balance that is lower by borrowed(y) / gdp(y)
///
/// What is borrowed in a year bears interest from the next. The ratios with and without differ by
/// extra debt(y) / gdp(y).
/// source  docs/models/fiscal.md, "Extra spending"
template <calc::Number N>
calc::Series<FiscalYear<N>> fiscal_path(const FiscalPlan<N>& plan) {
    using calc::Year;
    const Year first = plan.extra.first();
    const Year last = plan.extra.last();
    const auto over_years = [&](const auto& rule) { return calc::series_of(first, last, rule); };
    const auto financed = over_years([&](Year year) {
        Financing<N> parts = financing(plan.extra[year], plan.mix);
        parts.borrowed = labelled(plan.names, "borrowed", year, parts.borrowed);
        return parts;
    });

    DebtDrivers<N> drivers{
        .interest = plan.interest,
        .growth = over_years([&](Year year) { return N(plan.gdp[year] / plan.gdp[year - 1] - N(1)); }),
        .primary_balance = plan.primary_balance,
        .other = plan.other};
    const auto without = debt_path(plan.debt_before, drivers, plan.names, "debt without");
    drivers.primary_balance = over_years(
        [&](Year year) { return N(plan.primary_balance[year] - financed[year].borrowed / plan.gdp[year]); });
    const auto with = debt_path(plan.debt_before, drivers, plan.names);

    calc::Series<FiscalYear<N>> path(first);
    const calc::Unit unit = plan.extra.front().unit();
    N debt(0);
    for (Year year = first; year <= last; ++year) {
        const N interest = labelled(plan.names, "extra interest", year, N(debt * plan.interest[year]));
        debt =
            labelled(plan.names, "extra debt", year, N(debt + interest + financed[year].borrowed.in(unit)));
        path.push_back({.financing = financed[year],
                        .extra_debt = Debt<N>(debt, unit),
                        .extra_interest = calc::Yearly<N>(interest, unit),
                        .without = without[year],
                        .with = with[year]});
    }
    return path;
}

/// An amount of one year carried through others in step with nominal GDP, as the yield of a tax is:
///
///     amount(y) = amount · gdp(y) / gdp(year)
///
/// year     of the amount, among those of gdp
/// returns  over the years of gdp
template <calc::Number N>
calc::Series<calc::Yearly<N>> in_step_with(const calc::Series<calc::Yearly<N>>& gdp,
                                           const calc::Yearly<N>& amount, calc::Year year) {
    return calc::series_of(gdp.first(), gdp.last(), [&](calc::Year other) {
        return amount * gdp[other].in(gdp[year].unit()) / gdp[year].in(gdp[year].unit());
    });
}

/// What an amount of one year is held against, of the same year and in the amount's unit; all above zero.
template <calc::Number N>
struct Yardsticks {
    calc::Yearly<N> gdp;
    std::optional<calc::Yearly<N>> point_of_tax = {};  ///< what one percentage point of a tax yields
    std::optional<N> persons = {};
    std::optional<N> households = {};
    std::optional<calc::Yearly<N>> general_account = {};  ///< expenditure of the central budget
    std::optional<calc::Yearly<N>> general_government =
        {};  ///< expenditure of all levels, with social security
};

/// What an amount comes to; none where the yardstick is missing.
template <calc::Number N>
struct Equivalents {
    N share_of_gdp;
    std::optional<N> points_of_tax;  ///< 1 is one percentage point
    std::optional<calc::Yearly<N>> per_head;
    std::optional<calc::Yearly<N>> per_household;
    std::optional<N> share_of_general_account;     ///< of the account as it is, without the amount
    std::optional<N> share_of_general_government;  ///< the same
};

/// An amount held against its yardsticks.  source  docs/models/fiscal.md, "Equivalents"
template <calc::Number N>
Equivalents<N> equivalents(const calc::Yearly<N>& amount, const Yardsticks<N>& yardsticks) {
    const auto over = [&](const auto& yardstick) {
        using Ratio = std::decay_t<decltype(amount / *yardstick)>;
        return yardstick ? std::optional<Ratio>(amount / *yardstick) : std::nullopt;
    };
    return {.share_of_gdp = N(amount / yardsticks.gdp),
            .points_of_tax = over(yardsticks.point_of_tax),
            .per_head = over(yardsticks.persons),
            .per_household = over(yardsticks.households),
            .share_of_general_account = over(yardsticks.general_account),
            .share_of_general_government = over(yardsticks.general_government)};
}

}  // namespace burden::models
