#include <algorithm>

#include "burden/calc/letter_case.hpp"
#include "burden/inputs/chosen.hpp"
#include "burden/inputs/plan_builder.hpp"
#include "burden/inputs/target_ground.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;
using Kind = FactUnit::Kind;

namespace {

/// Builds the public finance that a country's extra spending meets.
class FinancePlanner {
public:
    FinancePlanner(const Country& country, const models::CountryPlan<PlanInput>& plan,
                   const PlanSettings& settings, FinanceWords& words)
        : country_(country), plan_(plan), settings_(settings), words_(words) {}

    models::FinancePlan<PlanInput> plan() {
        set_debt();
        set_point_of_tax();
        finance_.general_account = yardstick("government-budget", words_.account);
        if (last("households") != nullptr) {
            finance_.households = settings_.figure("households", code(), Kind::persons, "").first;
        }
        set_financing();
        return std::move(finance_);
    }

private:
    PlanProblems& problems() const { return settings_.problems(); }
    const std::string& code() const { return country_.code; }
    const Setting* last(std::string_view key) const { return settings_.last(key, code()); }
    std::string full(const std::string& key) const { return calc::lower_case(code()) + "." + key; }
    std::string name(Year year) const { return label(year, plan_.calendar); }

    /// The series of a measure that the facts choose; none where there is none.
    const FactSeries* series_of(const std::string& measure) const {
        if (country_.own) {
            return nullptr;
        }
        const auto choice = chosen(country_, measure);
        return choice ? choice->series : nullptr;
    }

    void set_debt() {
        const FactSeries* const series = series_of("government-debt-share");
        finance_.base_debt = settings_.layers("base.debt", code(), Kind::percent);
        if (series == nullptr) {
            return;
        }
        auto ratio = published(country_, *series);
        if (ratio.values.size() == 0 || plan_.from < ratio.values.first() + 1) {
            return;
        }
        words_.debt = series->definition + (series->vintage.empty() ? "" : ", " + series->vintage) +
                      "; after " + label(ratio.values.last(), ratio.calendar) + " that ratio held";
        add_keys(words_.sources, sources_of(*series));
        finance_.debt = std::move(ratio);
    }

    /// What a measure's chosen series says of years like the plan's.
    std::optional<models::StepPlan<PlanInput>> yardstick(const std::string& measure, std::string& words) {
        const FactSeries* const series = series_of(measure);
        if (series == nullptr || series->unit.kind != Kind::money ||
            *series->unit.currency != plan_.unit.currency ||
            calendar_of(country_, *series) != plan_.calendar) {
            return std::nullopt;
        }
        auto known = published(country_, *series);
        if (known.values.size() == 0) {
            return std::nullopt;
        }
        const bool says_so = calc::lower_case(series->title) == calc::lower_case(series->definition);
        words = series->title + " (" + (says_so ? "" : series->definition + ", ") +
                name(known.values.first()) +
                (known.values.size() == 1 ? "" : " to " + name(known.values.last())) +
                "); other years in step with GDP";
        add_keys(words_.sources, sources_of(*series));
        models::StepPlan<PlanInput> step;
        for (Year year = known.values.first(); year <= known.values.last(); ++year) {
            step.known.emplace_back(year, known.values[year]);
        }
        return step;
    }

    void set_point_of_tax() {
        finance_.point_of_tax = yardstick("tax-yield", words_.tax);
        const Setting* const setting = last("tax_point");
        if (setting == nullptr) {
            return;
        }
        const auto& number = std::get<NumberSetting>(setting->value);
        if (number.currency && *number.currency != plan_.unit.currency) {
            problems().refuse(*setting,
                              country_.name + " is counted in " + plan_.unit.currency.code() + ", not " +
                                  number.currency->code(),
                              {"an amount in " + plan_.unit.currency.code()});
            return;
        }
        models::ChangeLayers<PlanInput> changes = settings_.layers("tax_point", code(), Kind::money);
        if (changes.empty()) {
            return;
        }
        const auto& lowest = changes.front().always;
        if (lowest->kind == models::ChangeKind::set) {
            const PlanInput figure = lowest->by;
            const Year year = figure.observation != nullptr ? figure.observation->year : plan_.from;
            changes.erase(changes.begin());
            finance_.point_of_tax = models::StepPlan<PlanInput>{{{year, figure}}, std::move(changes)};
            words_.tax = setting->text + " a point in " + name(year) + ", as set in " +
                         setting->place.in_words() + "; other years in step with GDP";
        } else if (finance_.point_of_tax) {
            finance_.point_of_tax->changes = std::move(changes);
            words_.tax += "; " + setting->text + " as set in " + setting->place.in_words();
        } else {
            problems().refuse(*setting, "a change needs a figure to change: no yield of a point of tax in " +
                                            country_.name + " is known");
        }
    }

    void set_financing() {
        const Setting* const tax = last("financing.tax");
        const Setting* const debt = last("financing.debt");
        const Setting* const interest = last("interest");
        if (tax == nullptr && debt == nullptr) {
            for (const ScenarioKey& key : scenario_keys()) {
                const Setting* const idle = key.beside_financing ? last(key.name) : nullptr;
                if (idle != nullptr) {
                    problems().refuse(*idle,
                                      to_text(idle->key) +
                                          " cannot change anything where nobody says how the "
                                          "extra is paid for",
                                      {full("financing.tax"), full("financing.debt")});
                }
            }
            return;
        }
        if (interest == nullptr) {
            problems().refuse(*(debt == nullptr ? tax : debt),
                              "the rate of interest on debt is not said: nothing is assumed of it",
                              {full("interest")});
            return;
        }
        models::FinancingPlan<PlanInput> financing{
            .tax = part(tax, "financing.tax"),
            .debt = part(debt, "financing.debt"),
            .interest = whole_years(settings_.layers("interest", code(), Kind::percent), *interest),
            .primary_balance = settings_.layers("primary_balance", code(), Kind::percent)};
        const Decimal rest = Decimal(1) - financing.tax.value - financing.debt.value;
        if (rest < Decimal(0)) {
            problems().refuse(
                *(debt == nullptr ? tax : debt),
                "taxes and borrowing together pay for " + percent_words(Decimal(1) - rest) + " of the extra",
                {"at most 100 % of it"});
            return;
        }
        check_ground(financing);
        words_.mix = "by taxes " + percent_words(financing.tax.value) + ", by borrowing " +
                     percent_words(financing.debt.value) + ", from other spending " + percent_words(rest);
        words_.interest = interest->text + ", as set in " + interest->place.in_words();
        finance_.financing = std::move(financing);
    }

    /// A part of the mix; nothing of it where nobody says so.
    PlanInput part(const Setting* setting, const std::string& key) const {
        return setting == nullptr ? input_of(Decimal(0), "no part of " + full(key), {}, "%")
                                  : *settings_.figure(key, code(), Kind::percent, "").first;
    }

    /// Rates of interest for every year: one that stands for a year holds until the next that does.
    PlanLayers whole_years(PlanLayers layers, const Setting& setting) const {
        if (layers.empty()) {
            return layers;
        }
        const auto& lowest = layers.front();
        const auto sets = [](const models::Change<PlanInput>& change) {
            return change.kind == models::ChangeKind::set;
        };
        const bool stated = (!lowest.always || sets(*lowest.always)) &&
                            std::all_of(lowest.years.begin(), lowest.years.end(),
                                        [&](const auto& year) { return sets(year.second); });
        if (!stated) {
            problems().refuse(setting, "a change needs a rate to change: no rate of interest is published",
                              {"1.5%"});
            return layers;
        }
        for (auto& layer : layers) {
            if (!fill(layer.years)) {
                return layers;
            }
        }
        if (!lowest.always && plan_.from + 1 < lowest.years.front().first) {
            problems().refuse(setting, "no rate of interest is said for " + name(plan_.from + 1),
                              {"a rate for " + name(plan_.from + 1) + ", held until the next one"});
        }
        return layers;
    }

    /// Puts the last rate that is said into the years after it; false when one was refused.
    bool fill(std::vector<std::pair<Year, models::Change<PlanInput>>>& years) const {
        for (const auto& [year, change] : years) {
            if (year <= plan_.from || plan_.to < year) {
                problems().refuse(*change.by.setting, "interest of " + name(year) + " cannot change anything",
                                  {"years from " + name(plan_.from + 1) + " to " + name(plan_.to)});
                return false;
            }
        }
        if (years.empty()) {
            return true;
        }
        std::vector<std::pair<Year, models::Change<PlanInput>>> all;
        const auto said = [&](Year year) {
            return std::find_if(years.begin(), years.end(),
                                [&](const auto& one) { return one.first == year; });
        };
        const auto first = std::min_element(years.begin(), years.end(),
                                            [](const auto& a, const auto& b) { return a.first < b.first; });
        for (Year year = first->first; year <= plan_.to; ++year) {
            const auto own = said(year);
            all.emplace_back(year, own != years.end() ? own->second : all.back().second);
        }
        years = std::move(all);
        return true;
    }

    /// Debt is published, or stated with the balance that moves it; else it is not known.
    void check_ground(const models::FinancingPlan<PlanInput>& financing) const {
        if (finance_.debt) {
            return;
        }
        const auto sets = [](const PlanLayers& layers) {
            return !layers.empty() && layers.front().always &&
                   layers.front().always->kind == models::ChangeKind::set;
        };
        const Setting* const balance = last("primary_balance");
        const Setting* const base = last("base.debt");
        const std::string unknown = "no debt of " + country_.name + " is published for these years";
        if (balance != nullptr && !sets(financing.primary_balance)) {
            problems().refuse(*balance, "a change needs a figure to change: " + unknown);
        } else if (base != nullptr && !sets(finance_.base_debt)) {
            problems().refuse(*base, "a change needs a figure to change: " + unknown);
        } else if (base == nullptr && balance != nullptr) {
            problems().refuse(*balance, unknown + ", and the balance needs a debt to change",
                              {full("base.debt")});
        } else if (base != nullptr && balance == nullptr) {
            problems().refuse(*base, unknown + ", and what moves it is not said", {full("primary_balance")});
        }
    }

    const Country& country_;
    const models::CountryPlan<PlanInput>& plan_;
    const PlanSettings& settings_;
    FinanceWords& words_;
    models::FinancePlan<PlanInput> finance_;
};

}  // namespace

models::FinancePlan<PlanInput> finance_plan(const Country& country,
                                            const models::CountryPlan<PlanInput>& plan,
                                            const PlanSettings& settings, FinanceWords& words) {
    return FinancePlanner(country, plan, settings, words).plan();
}

}  // namespace burden::inputs
