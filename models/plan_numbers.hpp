/// The numbers of a plan by reference, so that some may be exchanged between two runs of it.
#pragma once

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "burden/models/projection_plan.hpp"

namespace burden::models {

namespace plan_detail {

template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <typename T>
struct IsVector : std::false_type {};
template <typename T>
struct IsVector<std::vector<T>> : std::true_type {};

/// Visits the parts of a plan. `N` is its number; parts are const where the plan is.
template <typename N, typename F>
class Visiting {
public:
    explicit Visiting(const F& f) : f_(f) {}

    template <typename Part>
    void operator()(Part& part) const {
        using T = std::remove_const_t<Part>;
        if constexpr (std::is_same_v<T, N>) {
            f_(part);
        } else if constexpr (IsOptional<T>::value) {
            if (part) {
                (*this)(*part);
            }
        } else if constexpr (IsVector<T>::value) {
            for (auto& one : part) {
                (*this)(one);
            }
        } else {
            visit(part);
        }
    }

private:
    template <typename... Parts>
    void all(Parts&... parts) const {
        ((*this)(parts), ...);
    }
    /// `T`, const or not.
    template <typename T, typename Part>
    static constexpr bool is = std::is_same_v<std::remove_const_t<Part>, T>;

    template <typename Part>
    void visit(Part& part) const {
        if constexpr (is<Change<N>, Part>) {
            (*this)(part.by);
        } else if constexpr (is<ChangeLayer<N>, Part>) {
            all(part.always, part.years);
        } else if constexpr (is<std::pair<calc::Year, N>, Part> ||
                             is<std::pair<calc::Year, Change<N>>, Part>) {
            (*this)(part.second);
        } else if constexpr (is<EconomyPlan<N>, Part>) {
            auto& changes = part.changes;
            all(changes.base_gdp, changes.growth, changes.inflation, changes.population);
        } else if constexpr (is<BasePlan<N>, Part>) {
            all(part.figure, part.changes);
        } else if constexpr (is<calc::PathShape<N>, Part>) {
            if (auto* const way = std::get_if<calc::WayPoints<N>>(&part)) {
                (*this)(way->points);
            }
        } else if constexpr (is<TargetPlan<N>, Part>) {
            all(part.share, part.changes, part.shape, part.most_growth, part.fixed_gdp, part.related,
                part.related_changes, part.base_related);
        } else if constexpr (is<OffsetPlan<N>, Part>) {
            all(part.amount, part.additional);
        } else if constexpr (is<HeldPlan<N>, Part>) {
            (*this)(part.changes);
        } else if constexpr (is<CountryPlan<N>, Part>) {
            all(part.economy, part.base, part.target, part.hosting, part.offsets, part.government, part.rate,
                part.finance);
        } else if constexpr (is<FinancePlan<N>, Part>) {
            all(part.base_debt, part.financing, part.point_of_tax, part.general_account, part.households);
        } else if constexpr (is<FinancingPlan<N>, Part>) {
            all(part.tax, part.debt, part.interest, part.primary_balance);
        } else if constexpr (is<StepPlan<N>, Part>) {
            all(part.known, part.changes);
        } else {
            visit_hosting(part);
        }
    }

    template <typename Part>
    void visit_hosting(Part& part) const {
        if constexpr (is<SidedAmount<N>, Part>) {
            (*this)(part.amount);
        } else if constexpr (is<IndexTerms<N>, Part>) {
            all(part.cap, part.floor, part.first);
        } else if constexpr (is<typename LapseTerms<N>::Item, Part>) {
            all(part.total, part.goes_on);
        } else if constexpr (is<MultipleTerms<N>, Part>) {
            (*this)(part.factor);
        } else if constexpr (is<LapseTerms<N>, Part>) {
            all(part.total, part.items);
        } else if constexpr (is<IndexedTerms<N>, Part>) {
            (*this)(part.index);
        } else if constexpr (is<CostTerms<N>, Part>) {
            all(part.cost, part.number, part.credit);
        } else if constexpr (is<PerHeadTerms<N>, Part>) {
            (*this)(part.each);
        } else if constexpr (is<StatedTerms<N>, Part>) {
            (*this)(part.amounts);
        } else if constexpr (is<RenewalTerms<N>, Part>) {
            std::visit([&](auto& rule) { (*this)(rule); }, part.rule);
        } else {
            static_assert(is<HostingPlan<N>, Part>, "every part of a plan is visited");
            all(part.stated, part.total, part.escalator, part.renewal, part.price_changes, part.cost_prices,
                part.members, part.member_changes);
        }
    }

    const F& f_;
};

}  // namespace plan_detail

/// Calls `f` with every number of a plan but those of published series, which nothing exchanges: in an order
/// that the structure alone decides, so that it is the same for a plan and for what `mapped` makes of it.
template <typename N, typename F>
void for_each_free_number(ProjectionPlan<N>& plan, const F& f) {
    const plan_detail::Visiting<N, F> visit(f);
    visit(plan.countries);
    visit(plan.shown.rate);
}
template <typename N, typename F>
void for_each_free_number(const ProjectionPlan<N>& plan, const F& f) {
    const plan_detail::Visiting<N, F> visit(f);
    visit(plan.countries);
    visit(plan.shown.rate);
}

}  // namespace burden::models
