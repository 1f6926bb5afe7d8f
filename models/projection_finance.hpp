/// The part of a projection that is public finance: how extra spending is paid for, what it does to debt, and
/// what it is beside taxes and budgets. For every number.
#pragma once

#include <algorithm>
#include <optional>

#include "burden/models/fiscal.hpp"
#include "burden/models/projection_spending.hpp"

namespace burden::models::projection_detail {

/// An amount of its published years; before and after them in step with GDP.
template <calc::Number N>
std::optional<calc::Series<calc::Yearly<N>>> yardstick(const CountryPlan<N>& plan, const Economy<N>& economy,
                                                       const std::optional<StepPlan<N>>& step,
                                                       std::string_view name) {
    if (!step) {
        return std::nullopt;
    }
    return calc::series_of(plan.from, plan.to, [&](calc::Year year) {
        const std::pair<calc::Year, N>* nearest = &step->known.front();
        for (const auto& one : step->known) {
            nearest = one.first <= year ? &one : nearest;
        }
        const calc::Yearly<N> amount(changed(nearest->second, step->changes, nearest->first), plan.unit);
        if (nearest->first == year) {
            return labelled(names_of(plan), name, year, amount);
        }
        // The economy may not reach back to where the amount was published.
        const calc::Year from = std::max(nearest->first, economy.gdp.first());
        return labelled(names_of(plan), name, year, amount * N(economy.gdp[year] / economy.gdp[from]));
    });
}

/// The balance that leads from one year's published debt to the next: the primary balance, with
/// all else that moves debt in it.
///
///     balance(y) = ratio(y−1) · (1 + i(y)) / (1 + g(y)) − ratio(y)
///
/// source  docs/models/fiscal.md, "The balance behind a published path"
template <calc::Number N>
N implied_balance(const N& before, const N& ratio, const N& interest, const N& growth) {
    return N(before * (N(1) + interest) / (N(1) + growth) - ratio);
}

/// Debt before the first year and the drivers of the ratio without the extra.
template <calc::Number N>
struct DebtGround {
    N before;
    calc::Series<N> interest;
    calc::Series<N> balance;
};

template <calc::Number N>
DebtGround<N> debt_ground(const CountryPlan<N>& plan) {
    using calc::Year;
    const FinancingPlan<N>& financing = *plan.finance.financing;
    const ResultNames names = names_of(plan);
    const auto over_years = [&](const auto& rule) { return calc::series_of(plan.from + 1, plan.to, rule); };
    const auto interest = over_years([&](Year year) {
        return labelled(names, "interest rate", year, changed(N(0), financing.interest, year));
    });
    std::optional<calc::Series<N>> ratio;
    std::optional<calc::Series<N>> gdp;
    if (plan.finance.debt) {
        ratio = held_on(*plan.finance.debt, plan.calendar, plan.to);
        gdp = carried_on(plan.economy.gdp, plan.calendar, plan.to);
    }
    const auto balance = over_years([&](Year year) {
        N published(0);
        if (ratio) {
            const N growth = N((*gdp)[year] / (*gdp)[year - 1] - N(1));
            published = labelled(names, "primary balance behind the published debt", year,
                                 implied_balance((*ratio)[year - 1], (*ratio)[year], interest[year], growth));
        }
        return labelled(names, "primary balance", year, changed(published, financing.primary_balance, year));
    });
    const N before = changed(ratio ? (*ratio)[plan.from] : N(0), plan.finance.base_debt, plan.from);
    return {labelled(names, "debt", plan.from, before), interest, balance};
}

/// The years after the base year in public finance, and debt at the end of the base year.
template <calc::Number N>
struct FinancedYears {
    N before;
    calc::Series<FiscalYear<N>> years;

    const FiscalYear<N>& operator[](calc::Year year) const { return years[year]; }
};

/// None where nobody says how the extra is paid for.
template <calc::Number N>
std::optional<FinancedYears<N>> financed_years(const CountryPlan<N>& plan, const Economy<N>& economy,
                                               const calc::Series<calc::Yearly<N>>& extra) {
    if (!plan.finance.financing) {
        return std::nullopt;
    }
    const DebtGround<N> ground = debt_ground(plan);
    return FinancedYears<N>{
        ground.before, fiscal_path(FiscalPlan<N>{
                           .extra = calc::part(extra, plan.from + 1, plan.to),
                           .mix = {.tax = plan.finance.financing->tax, .debt = plan.finance.financing->debt},
                           .gdp = calc::part(economy.gdp, plan.from, plan.to),
                           .debt_before = ground.before,
                           .interest = ground.interest,
                           .primary_balance = ground.balance,
                           .other = calc::series_of(plan.from + 1, plan.to, [](calc::Year) { return N(0); }),
                           .names = names_of(plan)})};
}

/// Sets the metrics of public finance. `shown` gives an amount at home as it is shown.
template <calc::Number N, typename Shown>
void set_finance(CountryProjection<N>& result, const CountryPlan<N>& plan, const Economy<N>& economy,
                 const TargetPath<N>& path, const std::optional<calc::Series<N>>& government,
                 const Shown& shown) {
    using calc::Year;
    const auto wanted = [&](const auto& metrics) {
        return std::any_of(metrics.begin(), metrics.end(),
                           [&](Metric metric) { return result.wants(metric); });
    };
    const bool asked = wanted(finance_metrics);
    if (!asked && !wanted(extra_metrics)) {
        return;
    }
    const ResultNames names = names_of(plan);
    const auto called = [&](const char* what, Year year, const N& value) {
        return labelled(names, what, year, value);
    };
    const auto extras = calc::series_of(
        plan.from, plan.to, [&](Year year) { return labelled(names, "extra", year, path[year].extra); });
    const auto extra = [&](Year year) { return extras[year].in(plan.unit); };
    const auto years = asked ? financed_years(plan, economy, extras) : std::nullopt;
    // Nothing is extra in the base year; the ratio of that year is the first one's ground. What the model of
    // public finance has named already comes without a name.
    const auto amount = [&](Metric metric, const char* name, const char* as_shown, const auto& part) {
        result.set(metric, [&](Year year) -> std::optional<N> {
            if (!years) {
                return std::nullopt;
            }
            if (year == plan.from) {
                return N(0);
            }
            const N value = part((*years)[year]);
            return shown(as_shown, name == nullptr ? value : called(name, year, value), year);
        });
    };
    const auto in_units = [&](const auto& money) { return money.in(plan.unit); };
    amount(Metric::taxed, "taxed", "taxed as shown",
           [&](const FiscalYear<N>& year) { return in_units(year.financing.taxed); });
    amount(Metric::borrowed, nullptr, "borrowed as shown",
           [&](const FiscalYear<N>& year) { return in_units(year.financing.borrowed); });
    amount(Metric::reallocated, "reallocated", "reallocated as shown",
           [&](const FiscalYear<N>& year) { return in_units(year.financing.reallocated); });
    amount(Metric::extra_interest, nullptr, "extra interest as shown",
           [&](const FiscalYear<N>& year) { return in_units(year.extra_interest); });
    amount(Metric::extra_debt, nullptr, "extra debt as shown",
           [&](const FiscalYear<N>& year) { return in_units(year.extra_debt); });

    const bool debt_known = plan.finance.debt || !plan.finance.base_debt.empty();
    const auto ratio = [&](Metric metric, const char* name, bool of_base_year, const auto& part) {
        result.set(metric, [&](Year year) -> std::optional<N> {
            if (!years || !debt_known || (year == plan.from && !of_base_year)) {
                return std::nullopt;
            }
            if (year == plan.from) {
                return years->before;
            }
            return name == nullptr ? part(year) : called(name, year, part(year));
        });
    };
    ratio(Metric::debt, nullptr, true, [&](Year year) { return (*years)[year].with.ratio; });
    ratio(Metric::debt_without, nullptr, true, [&](Year year) { return (*years)[year].without.ratio; });
    ratio(Metric::debt_interest, "debt by interest", false,
          [&](Year year) { return (*years)[year].with.interest; });
    ratio(Metric::debt_growth, "debt by growth", false,
          [&](Year year) { return (*years)[year].with.growth; });
    ratio(Metric::debt_balance, "debt by the balance", false,
          [&](Year year) { return (*years)[year].without.primary; });
    ratio(Metric::debt_borrowing, "debt by borrowing", false,
          [&](Year year) { return N((*years)[year].with.primary - (*years)[year].without.primary); });

    const auto point = yardstick(plan, economy, plan.finance.point_of_tax, "point of tax");
    const auto account = yardstick(plan, economy, plan.finance.general_account, "general account");
    // A point is a hundredth: shares are counted whole.
    result.set(Metric::tax_points, [&](Year year) -> std::optional<N> {
        if (!years || !point) {
            return std::nullopt;
        }
        return year == plan.from
                   ? N(0)
                   : called("tax points", year,
                            N(in_units((*years)[year].financing.taxed) / in_units((*point)[year]) / N(100)));
    });
    const auto equivalent = [&](Metric metric, const char* name, bool known, const auto& rule) {
        result.set(metric, [&](Year year) {
            return known ? std::optional<N>(called(name, year, rule(year))) : std::nullopt;
        });
    };
    equivalent(Metric::extra_points, "extra in points", point.has_value(),
               [&](Year year) { return N(extra(year) / in_units((*point)[year]) / N(100)); });
    equivalent(Metric::extra_of_account, "extra of the general account", account.has_value(),
               [&](Year year) { return N(extra(year) / in_units((*account)[year])); });
    equivalent(
        Metric::extra_of_government, "extra of general government", government.has_value(),
        [&](Year year) { return N(extra(year) / (path[year].gdp.in(plan.unit) * (*government)[year])); });
    result.set(Metric::extra_per_head, [&](Year year) -> std::optional<N> {
        if (!economy.population) {
            return std::nullopt;
        }
        return shown("extra per head as shown",
                     called("extra per head", year, N(extra(year) / (*economy.population)[year])), year);
    });
    result.set(Metric::extra_per_household, [&](Year year) -> std::optional<N> {
        if (!plan.finance.households) {
            return std::nullopt;
        }
        return shown("extra per household as shown",
                     called("extra per household", year, N(extra(year) / *plan.finance.households)), year);
    });
}

}  // namespace burden::models::projection_detail
