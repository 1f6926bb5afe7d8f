/// What amounts of a projection are in the prices and the currency that are shown. For every number.
#pragma once

#include <optional>

#include "burden/calc/deflator.hpp"
#include "burden/models/projection_spending.hpp"

namespace burden::models::projection_detail {

/// What an amount at home is in what is shown, by year: constant prices first, then the other currency.
template <calc::Number N>
class Shown {
public:
    Shown(const ShownPlan<N>& shown, const CountryPlan<N>& plan, const Economy<N>& economy,
          const std::optional<calc::Series<N>>& home_rate)
        : names_(names_of(plan)), constant_(shown.constant), deflator_(economy.deflator) {
        if (!shown.currency || *shown.currency == plan.unit.currency) {
            return;
        }
        if (shown.rate) {
            theirs_ = held(*shown.rate, "rate of the currency shown", names_of(plan), plan.first, plan.to);
        }
        ours_ = home_rate;
    }

    /// `what` is the amount called where it is another as shown: "spending as shown".
    N operator()(const char* what, const N& amount, calc::Year year) const {
        if (!constant_ && !ours_ && !theirs_) {
            return amount;
        }
        N result = amount;
        if (constant_) {
            result = N(result * deflator_[*constant_] / deflator_[year]);
        }
        const calc::Year rate_year = constant_ ? *constant_ : year;
        if (ours_) {
            result = N(result / (*ours_)[rate_year]);
        }
        if (theirs_) {
            result = N(result * (*theirs_)[rate_year]);
        }
        return labelled(names_, what, year, result);
    }

private:
    ResultNames names_;
    std::optional<calc::Year> constant_;
    const calc::Series<N>& deflator_;
    std::optional<calc::Series<N>> ours_ = {};
    std::optional<calc::Series<N>> theirs_ = {};
};

}  // namespace burden::models::projection_detail
