/// A scenario put to the facts: everything that a projection is computed from, every number with its origin.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "burden/calc/traced.hpp"
#include "burden/inputs/economy.hpp"
#include "burden/inputs/scenario.hpp"
#include "burden/models/projection_plan.hpp"

namespace burden::inputs {

/// A number of a plan. It points into the facts and the scenario that the plan was made of, which outlive it.
struct PlanInput {
    calc::Decimal value;
    const Country* country = nullptr;
    const FactSeries* series = nullptr;  ///< of a published figure
    const Observation* observation = nullptr;
    const Setting* setting = nullptr;                     ///< what set it; beside a fact, what named the fact
    std::shared_ptr<const calc::Origin> other = nullptr;  ///< of a number that is neither
    std::string unit = {};  ///< of a number that no series counts: "%", "JPY"; empty for a bare one
};

/// Where a number comes from, in words: "Gross domestic product, 2030 (IMF, April 2026)", with the reason of
/// the choice that its series was chosen by.
calc::Origin origin_of(const PlanInput& input);

/// What stands behind the public finance of a country, in words; empty where it is not known.
struct FinanceWords {
    std::string mix = {};       ///< "by taxes 50 %, by borrowing 30 %, from other spending 20 %"
    std::string interest = {};  ///< "1.5%, as set in plan.toml:9"
    std::string debt = {};      ///< whose ratio, and what holds after it
    std::string tax = {};       ///< what a point of which tax brings, and how it moves
    std::string account = {};   ///< likewise of the general account
    std::vector<std::string> sources = {};
};

/// What stands behind a country of a plan, for the answer.
struct PlannedCountry {
    const Country* country = nullptr;
    calc::Series<Certainty> certainty;  ///< of GDP, from the base year to the last
    std::string base_mark = {};         ///< of the base year's spending
    std::string spending_words = {};    ///< "security-related total with the supplementary budget (national)"
    std::string gdp_words = {};
    std::string target_words = {};   ///< what is aimed at, on the way it is reached
    std::string hosting_words = {};  ///< the arrangement and what follows it; empty without one
    std::string rate_words = {};     ///< empty where no rate counts
    const Arrangement* arrangement = nullptr;
    std::vector<std::string> remarks = {};
    std::vector<std::string> sources = {};
    std::vector<std::string> rate_sources = {};  ///< of the rate of exchange, where it counts
    FinanceWords finance = {};
};

/// A plan and what stands behind it. Countries that are followed by others come before them.
struct ScenarioPlan {
    models::ProjectionPlan<PlanInput> plan;
    std::vector<PlannedCountry> countries;  ///< of the plan, in its order
    std::vector<std::size_t> shown;         ///< those that are shown, in order
    std::vector<std::string> sources;       ///< of what amounts are shown in
};

/// The plan of a scenario; what the facts do not know, or what does not fit together, is a diagnostic that
/// points at the setting.
Reading<ScenarioPlan> plan_of(const Facts& facts, const Scenario& scenario);

}  // namespace burden::inputs
