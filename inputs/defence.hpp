/// What a country spends on defence, by a stated definition, and what a published plan would have it spend.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/chosen.hpp"
#include "burden/inputs/economy.hpp"

namespace burden::inputs {

/// The series that a target starts from: the one named by `definition` (its key), or the one chosen for
/// "defence-base". It is an amount, or a share of GDP as a publisher prints it.
Reading<Chosen> defence_series(const Country& country, const std::optional<std::string>& definition);

/// The latest year of a series that is neither superseded nor a projection.
std::optional<calc::Year> latest_year(const FactSeries& series);

/// Spending of one year.
struct BaseSpending {
    calc::Yearly<calc::Decimal> spending;
    std::string words;  ///< "security-related total with the supplementary budget (national)"
    std::string mark;   ///< of the year's figure: "e" when it is an estimate
    std::vector<std::string> sources;
};

/// The figure of `year` as an amount; a share is taken of the same year's GDP. `gdp` covers that year.
Reading<BaseSpending> base_spending(const Country& country, const FactSeries& series, calc::Year year,
                                    const calc::Series<calc::Yearly<calc::Decimal>>& gdp);

/// A published plan over every year after the base year.
struct PlannedSpending {
    calc::Series<calc::Yearly<calc::Decimal>> spending;
    std::string words;
    std::vector<std::string> sources;
    const FactSeries* plan = nullptr;
};

/// What a plan names after its base year, in order.
std::vector<const Observation*> years_of_plan(const FactSeries& plan, calc::Year base);

/// The plan with this key, or the only plan by years when it is empty: from the base spending straight to
/// each year that the plan names; after its last year, the share of GDP of that year held. Its years are
/// those of `calendar`.
Reading<PlannedSpending> planned_spending(const Country& country, const std::string& key,
                                          const calc::FiscalCalendar& calendar, calc::Year base,
                                          const calc::Yearly<calc::Decimal>& base_spending,
                                          const calc::Series<calc::Yearly<calc::Decimal>>& gdp);

}  // namespace burden::inputs
