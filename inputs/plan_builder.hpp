/// Parts of a plan from settings and facts. Private to scenario_plan.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "burden/inputs/scenario_plan.hpp"

namespace burden::inputs {

using PlanLayers = models::ChangeLayers<PlanInput>;

/// Gathers what is wrong with a plan while it is built.
class PlanProblems {
public:
    /// Refuses a setting.
    void refuse(const Setting& setting, std::string message, std::vector<std::string> allowed = {});
    /// Refuses for the reason of a room that does not know settings: `setting` is what it came from, none for
    /// the facts.
    void refuse(const Setting* setting, const std::vector<Diagnostic>& diagnostics);
    void refuse(Diagnostic diagnostic);

    bool any() const { return !diagnostics_.empty(); }
    const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

private:
    std::vector<Diagnostic> diagnostics_;
};

/// Looks settings up and turns their numbers into inputs of a plan.
class PlanSettings {
public:
    PlanSettings(const Facts& facts, const Scenario& scenario, PlanProblems& problems)
        : facts_(facts), scenario_(scenario), problems_(problems) {}

    const Facts& facts() const { return facts_; }
    const Scenario& scenario() const { return scenario_; }
    PlanProblems& problems() const { return problems_; }

    const Setting* last(std::string_view key, std::string_view subject) const {
        return scenario_.last(key, subject);
    }
    /// The value of a setting that is of type T; none where nobody sets the key.
    template <typename T>
    const T* value(std::string_view key, std::string_view subject) const {
        const Setting* const setting = last(key, subject);
        return setting == nullptr ? nullptr : std::get_if<T>(&setting->value);
    }
    /// The changes of a key, the lowest first. `unit` is what its facts must be counted in.
    PlanLayers layers(std::string_view key, std::string_view subject, FactUnit::Kind unit) const;
    /// The figure that the lowest layers set, and the changes that are left upon it. A change of nothing is
    /// refused, with `what` as the reason.
    std::pair<std::optional<PlanInput>, PlanLayers> figure(std::string_view key, std::string_view subject,
                                                           FactUnit::Kind unit,
                                                           const std::string& what) const;

private:
    std::optional<models::ChangeLayer<PlanInput>> layer_of(const Setting& setting, FactUnit::Kind unit) const;

    const Facts& facts_;
    const Scenario& scenario_;
    PlanProblems& problems_;
};

/// A published figure, in whole units.
PlanInput input_of(const Country& country, const FactSeries& series, const Observation& observation);

/// The figures of a series, by years, each with its observation.
models::Published<PlanInput> published(const Country& country, const FactSeries& series);

/// What a series is counted in when its figures are whole: "JPY", "%", "persons", "JPY per USD"; empty for an
/// index or a count.
std::string unit_words(const FactUnit& unit);

/// A number that has only words for its origin, and its unit.
PlanInput input_of(const calc::Decimal& value, std::string label, std::vector<std::string> sources,
                   std::string unit = {});
/// A number of a setting, in the unit of its key.
PlanInput input_of(const calc::Decimal& value, const Setting& setting);
/// A number of a setting in a unit of its own.
PlanInput input_of(const calc::Decimal& value, const Setting& setting, std::string unit);

/// A year of a setting in the years of `calendar`, which are those of `series`; none after it was refused,
/// since a fiscal year is none where calendar years count.
std::optional<calc::Year> year_of_setting(const Setting& setting, const calc::YearText& text,
                                          const Country& country, const calc::FiscalCalendar& calendar,
                                          const FactSeries* series, const PlanSettings& settings);

/// The plan of one country but for the country that it follows; none when something was refused. Fills
/// `words`.
std::optional<models::CountryPlan<PlanInput>> country_plan(const Country& country, calc::Year last,
                                                           std::optional<calc::Year> constant,
                                                           const PlanSettings& settings,
                                                           PlannedCountry& words);

/// What a country aims at; none where it holds its share, or something was refused. `plan` has years and
/// economy.
std::optional<models::TargetPlan<PlanInput>> target_plan(const Country& country,
                                                         const models::CountryPlan<PlanInput>& plan,
                                                         const FactSeries* series,
                                                         const PlanSettings& settings, PlannedCountry& words);

/// The rate of a currency for a dollar; none for the dollar, or where none is known.
std::optional<models::HeldPlan<PlanInput>> rate_plan(const calc::Currency& currency,
                                                     const PlanSettings& settings, PlannedCountry& words);

/// The arrangement of a host and what follows it; none without one.
std::optional<models::HostingPlan<PlanInput>> hosting_plan(const Country& host, calc::Year to,
                                                           const PlanSettings& settings,
                                                           PlannedCountry& words);

/// The public finance that the extra of a plan meets. `plan` has years and economy.
models::FinancePlan<PlanInput> finance_plan(const Country& country,
                                            const models::CountryPlan<PlanInput>& plan,
                                            const PlanSettings& settings, FinanceWords& words);

/// Refuses settings whose changes lead out of the range of their key, or to where a rule divides by zero:
/// prices that vanish, growth from nothing. `plan` is whole but for the country that it follows.
void check_ranges(const models::CountryPlan<PlanInput>& plan, const PlanSettings& settings);

}  // namespace burden::inputs
