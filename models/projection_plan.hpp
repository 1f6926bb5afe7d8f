/// All that a projection is computed from. A plan's structure (which years, which rules, what is known) never
/// depends on its numbers, so that the same plan runs on any number, and numbers may be exchanged in it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "burden/calc/path_shape.hpp"
#include "burden/models/economy.hpp"
#include "burden/models/renewal_terms.hpp"
#include "burden/models/target.hpp"

namespace burden::models {

/// Published levels of a country, and what is changed of them.
template <typename N>
struct EconomyPlan {
    Published<N> gdp = {};  ///< whole units of the country's currency, current prices
    Published<N> deflator = {};
    std::optional<Published<N>> population = {};
    EconomyChanges<N> changes = {};
};

/// Spending of the base year.
template <typename N>
struct BasePlan {
    N figure = {};
    bool of_gdp = false;           ///< a share of the base year's GDP, not an amount
    ChangeLayers<N> changes = {};  ///< of the figure
};

/// A share to be reached: a number, or that of another country.
template <typename N>
struct TargetPlan {
    calc::Year due;
    std::optional<N> share = {};
    ChangeLayers<N> changes = {};  ///< of the share
    std::optional<std::size_t> parity =
        {};  ///< the country whose share is reached and followed, by its place
    calc::PathShape<N> shape = calc::Linear{};
    std::optional<N> most_growth = {};
    AfterRule then = HoldShare{};
    std::optional<calc::Year> fixed_year = {};  ///< GDP of one year, where shares are not of the same year's
    std::optional<N> fixed_gdp = {};  ///< that GDP, where it was published by itself; else the economy's
    std::optional<N> related = {};    ///< related spending beside the target
    ChangeLayers<N> related_changes = {};
    std::optional<N> base_related = {};  ///< the part of the base year's share that is related already
};

/// An arrangement of the host, and what follows it.
template <typename N>
struct HostingPlan {
    calc::FiscalCalendar calendar = {};
    calc::Year first = {};  ///< of the term
    calc::Year last = {};
    std::vector<std::pair<calc::Year, N>> stated = {};  ///< amounts of years of the term
    std::optional<N> total = {};                        ///< over the term
    std::optional<RenewalTerms<N>> escalator = {};      ///< of the years after the last stated one
    RenewalTerms<N> renewal = {};
    std::optional<Published<N>> consumer_prices = {};  ///< rises; there when a rule asks for them
    ChangeLayers<N> price_changes = {};
    ChangeLayers<N> cost_prices = {};  ///< yearly rises of prices in the guest's cost
    int cost_year = 0;                 ///< the year whose prices that cost has
    bool abroad = false;               ///< whether a rule asks for the rate of exchange
    std::optional<N> members = {};     ///< as published
    ChangeLayers<N> member_changes = {};
    bool in_budget = true;  ///< whether spending contains the support
};

/// What is bought from the ally.
template <typename N>
struct OffsetPlan {
    ChangeLayers<N> amount = {};  ///< a year
    bool abroad = false;          ///< in dollars
    N additional = {};            ///< the part that would not have been bought anyway
    bool in_budget = false;
};

/// A published ratio or rate, its last value held, and what is changed of it.
template <typename N>
struct HeldPlan {
    Published<N> published;
    ChangeLayers<N> changes = {};
};

/// An amount that is published for some years, in the years of the plan, and moves in step with GDP outside
/// them.
template <typename N>
struct StepPlan {
    std::vector<std::pair<calc::Year, N>> known = {};  ///< at least one, by year
    ChangeLayers<N> changes = {};                      ///< of the known figures
};

/// How extra spending is paid for; what taxes and debt leave is taken from other spending.
template <typename N>
struct FinancingPlan {
    N tax = {};                            ///< a share of the extra
    N debt = {};                           ///< likewise
    ChangeLayers<N> interest = {};         ///< effective rate on debt; the first layer sets it
    ChangeLayers<N> primary_balance = {};  ///< of the one behind the published debt, of GDP
};

/// The public finance that extra spending meets.
template <typename N>
struct FinancePlan {
    std::optional<Published<N>> debt = {};  ///< of general government, to GDP
    ChangeLayers<N> base_debt =
        {};  ///< of the base year's ratio; the first one sets it where none is published
    std::optional<FinancingPlan<N>> financing = {};
    std::optional<StepPlan<N>> point_of_tax = {};  ///< what one percentage point of a tax brings
    std::optional<StepPlan<N>> general_account = {};
    std::optional<N> households = {};
};

/// One country.
template <typename N>
struct CountryPlan {
    std::string code = {};
    calc::Unit unit = {
        calc::Currency("XXX")};  ///< of its money, current prices; no currency (ISO 4217) until it is set
    calc::FiscalCalendar calendar = {};  ///< of all years here
    calc::Year first = {};  ///< of the economy: not after `from`, and early enough for what else is asked for
    calc::Year from = {};   ///< base year
    calc::Year to = {};
    EconomyPlan<N> economy = {};
    BasePlan<N> base = {};
    std::optional<TargetPlan<N>> target = {};  ///< none holds the base year's share
    std::optional<HostingPlan<N>> hosting = {};
    std::vector<OffsetPlan<N>> offsets = {};
    std::optional<HeldPlan<N>> government = {};  ///< expenditure of general government, of GDP
    std::optional<HeldPlan<N>> rate = {};        ///< home currency for a dollar; none for the dollar itself
    FinancePlan<N> finance = {};
};

/// What amounts are shown in.
template <typename N>
struct ShownPlan {
    std::optional<calc::Currency> currency = {};  ///< none for each country's own
    std::optional<HeldPlan<N>> rate = {};         ///< that currency for a dollar; none for the dollar
    std::optional<calc::Year> constant = {};      ///< year of constant prices; none for current ones
};

template <typename N>
struct ProjectionPlan {
    std::vector<CountryPlan<N>> countries;
    ShownPlan<N> shown = {};
};

/// A plan with every number put through `f`, on its way from one number to another.
template <typename M, typename N, typename F>
ProjectionPlan<M> mapped(const ProjectionPlan<N>& plan, const F& f);

namespace plan_detail {

template <typename M, typename N, typename F>
class Mapping {
public:
    explicit Mapping(const F& f) : f_(f) {}

    M operator()(const N& number) const { return f_(number); }
    template <typename T>
    auto operator()(const std::optional<T>& value) const {
        using Result = std::optional<decltype((*this)(*value))>;
        return value ? Result((*this)(*value)) : Result();
    }
    template <typename T>
    auto operator()(const std::vector<T>& values) const {
        std::vector<decltype((*this)(values.front()))> result;
        result.reserve(values.size());
        for (const T& value : values) {
            result.push_back((*this)(value));
        }
        return result;
    }
    auto operator()(const std::pair<calc::Year, N>& value) const {
        return std::pair<calc::Year, M>(value.first, f_(value.second));
    }
    auto operator()(const std::pair<calc::Year, Change<N>>& value) const {
        return std::pair<calc::Year, Change<M>>(value.first, (*this)(value.second));
    }
    calc::Series<M> operator()(const calc::Series<N>& series) const {
        return calc::series_of(series.first(), series.last(),
                               [&](calc::Year year) { return f_(series[year]); });
    }
    Published<M> operator()(const Published<N>& published) const {
        return {(*this)(published.values), published.calendar};
    }
    Change<M> operator()(const Change<N>& change) const { return {change.kind, f_(change.by)}; }
    ChangeLayer<M> operator()(const ChangeLayer<N>& layer) const {
        return {(*this)(layer.always), (*this)(layer.years)};
    }
    EconomyPlan<M> operator()(const EconomyPlan<N>& plan) const {
        return {.gdp = (*this)(plan.gdp),
                .deflator = (*this)(plan.deflator),
                .population = (*this)(plan.population),
                .changes = {.base_gdp = (*this)(plan.changes.base_gdp),
                            .growth = (*this)(plan.changes.growth),
                            .inflation = (*this)(plan.changes.inflation),
                            .population = (*this)(plan.changes.population)}};
    }
    calc::PathShape<M> operator()(const calc::PathShape<N>& shape) const {
        return std::visit(
            [&](const auto& one) -> calc::PathShape<M> {
                if constexpr (std::is_same_v<std::decay_t<decltype(one)>, calc::WayPoints<N>>) {
                    return calc::WayPoints<M>{(*this)(one.points)};
                } else {
                    return one;
                }
            },
            shape);
    }
    TargetPlan<M> operator()(const TargetPlan<N>& plan) const {
        return {.due = plan.due,
                .share = (*this)(plan.share),
                .changes = (*this)(plan.changes),
                .parity = plan.parity,
                .shape = (*this)(plan.shape),
                .most_growth = (*this)(plan.most_growth),
                .then = plan.then,
                .fixed_year = plan.fixed_year,
                .fixed_gdp = (*this)(plan.fixed_gdp),
                .related = (*this)(plan.related),
                .related_changes = (*this)(plan.related_changes),
                .base_related = (*this)(plan.base_related)};
    }
    SidedAmount<M> operator()(const SidedAmount<N>& amount) const {
        return {f_(amount.amount), amount.abroad};
    }
    IndexTerms<M> operator()(const IndexTerms<N>& terms) const {
        return {.by = terms.by,
                .cap = (*this)(terms.cap),
                .floor = (*this)(terms.floor),
                .lag = terms.lag,
                .first = (*this)(terms.first)};
    }
    typename LapseTerms<M>::Item operator()(const typename LapseTerms<N>::Item& item) const {
        return {(*this)(item.total), f_(item.goes_on)};
    }
    MultipleTerms<M> operator()(const MultipleTerms<N>& terms) const {
        return {terms.base, (*this)(terms.factor)};
    }
    LapseTerms<M> operator()(const LapseTerms<N>& terms) const {
        return {(*this)(terms.total), (*this)(terms.items)};
    }
    IndexedTerms<M> operator()(const IndexedTerms<N>& terms) const {
        return {terms.base, (*this)(terms.index)};
    }
    CostTerms<M> operator()(const CostTerms<N>& terms) const {
        return {.cost = (*this)(terms.cost),
                .number = f_(terms.number),
                .plus = terms.plus,
                .credit = (*this)(terms.credit)};
    }
    PerHeadTerms<M> operator()(const PerHeadTerms<N>& terms) const { return {(*this)(terms.each)}; }
    StatedTerms<M> operator()(const StatedTerms<N>& terms) const { return {(*this)(terms.amounts)}; }
    RenewalTerms<M> operator()(const RenewalTerms<N>& terms) const {
        return {.bridge_years = terms.bridge_years,
                .bridge_base = terms.bridge_base,
                .rule = std::visit(
                    [&](const auto& rule) { return decltype(RenewalTerms<M>::rule)((*this)(rule)); },
                    terms.rule)};
    }
    HostingPlan<M> operator()(const HostingPlan<N>& plan) const {
        return {.calendar = plan.calendar,
                .first = plan.first,
                .last = plan.last,
                .stated = (*this)(plan.stated),
                .total = (*this)(plan.total),
                .escalator = (*this)(plan.escalator),
                .renewal = (*this)(plan.renewal),
                .consumer_prices = (*this)(plan.consumer_prices),
                .price_changes = (*this)(plan.price_changes),
                .cost_prices = (*this)(plan.cost_prices),
                .cost_year = plan.cost_year,
                .abroad = plan.abroad,
                .members = (*this)(plan.members),
                .member_changes = (*this)(plan.member_changes),
                .in_budget = plan.in_budget};
    }
    OffsetPlan<M> operator()(const OffsetPlan<N>& plan) const {
        return {(*this)(plan.amount), plan.abroad, f_(plan.additional), plan.in_budget};
    }
    HeldPlan<M> operator()(const HeldPlan<N>& plan) const {
        return {(*this)(plan.published), (*this)(plan.changes)};
    }
    StepPlan<M> operator()(const StepPlan<N>& plan) const {
        return {(*this)(plan.known), (*this)(plan.changes)};
    }
    FinancingPlan<M> operator()(const FinancingPlan<N>& plan) const {
        return {.tax = f_(plan.tax),
                .debt = f_(plan.debt),
                .interest = (*this)(plan.interest),
                .primary_balance = (*this)(plan.primary_balance)};
    }
    FinancePlan<M> operator()(const FinancePlan<N>& plan) const {
        return {.debt = (*this)(plan.debt),
                .base_debt = (*this)(plan.base_debt),
                .financing = (*this)(plan.financing),
                .point_of_tax = (*this)(plan.point_of_tax),
                .general_account = (*this)(plan.general_account),
                .households = (*this)(plan.households)};
    }
    CountryPlan<M> operator()(const CountryPlan<N>& plan) const {
        return {.code = plan.code,
                .unit = plan.unit,
                .calendar = plan.calendar,
                .first = plan.first,
                .from = plan.from,
                .to = plan.to,
                .economy = (*this)(plan.economy),
                .base = {f_(plan.base.figure), plan.base.of_gdp, (*this)(plan.base.changes)},
                .target = (*this)(plan.target),
                .hosting = (*this)(plan.hosting),
                .offsets = (*this)(plan.offsets),
                .government = (*this)(plan.government),
                .rate = (*this)(plan.rate),
                .finance = (*this)(plan.finance)};
    }

private:
    const F& f_;
};

}  // namespace plan_detail

template <typename M, typename N, typename F>
ProjectionPlan<M> mapped(const ProjectionPlan<N>& plan, const F& f) {
    const plan_detail::Mapping<M, N, F> map(f);
    return {
        .countries = map(plan.countries),
        .shown = {
            .currency = plan.shown.currency, .rate = map(plan.shown.rate), .constant = plan.shown.constant}};
}

}  // namespace burden::models
