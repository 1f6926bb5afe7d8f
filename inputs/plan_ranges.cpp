#include <algorithm>
#include <functional>

#include "burden/calc/letter_case.hpp"
#include "burden/inputs/plan_builder.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;

namespace {

using Layers = models::ChangeLayers<Decimal>;

/// Looks at what changes make of a country's figures.
class RangeCheck {
public:
    RangeCheck(const models::CountryPlan<PlanInput>& plan, const PlanSettings& settings)
        : plan_(models::mapped<Decimal>(models::ProjectionPlan<PlanInput>{{plan}, {}},
                                        [](const PlanInput& input) { return input.value; })
                    .countries.front()),
          settings_(settings) {}

    void check() {
        check_rates();
        check_base();
        check_others();
        if (settings_.problems().any()) {
            return;
        }
        check_growth_from_nothing();
    }

private:
    using Value = std::function<Decimal(Year)>;
    struct Bounds {
        Decimal low;
        Decimal high;
        bool above_low = false;  ///< the lower bound itself is refused too
    };

    std::string name(Year year) const { return label(year, plan_.calendar); }

    /// Refuses the uppermost setting of a key when a changed figure leaves its bounds.
    void within(std::string_view key, std::string_view subject, const Layers& layers, Year first, Year last,
                const Value& published, const Bounds& bounds,
                const std::function<std::string(const Decimal&)>& words) {
        if (layers.empty()) {
            return;
        }
        for (Year year = first; year <= last; ++year) {
            const Decimal value = models::changed(published(year), layers, year);
            const bool low = bounds.above_low ? value <= bounds.low : value < bounds.low;
            if (low || bounds.high < value) {
                const Setting& setting = *settings_.last(key, subject);
                settings_.problems().refuse(
                    setting, to_text(setting.key) + " comes to " + words(value) + " in " + name(year),
                    {std::string(setting.key.key->range)});
                return;
            }
        }
    }
    void rate_within(std::string_view key, const Layers& layers, const calc::Series<Decimal>& rates) {
        within(
            key, plan_.code, layers, plan_.from + 1, plan_.to, [&](Year year) { return rates[year]; },
            {Decimal("-0.9"), Decimal(10)}, [](const Decimal& rate) { return percent_words(rate); });
    }
    void positive(std::string_view key, std::string_view subject, const Layers& layers, Year first, Year last,
                  const Value& published) {
        within(key, subject, layers, first, last, published, {Decimal(0), Decimal("1e30"), true},
               [](const Decimal& value) { return number_words(value); });
    }

    void check_rates() {
        const auto& changed = plan_.economy.changes;
        if (changed.growth.empty() && changed.inflation.empty() && changed.population.empty() &&
            changed.base_gdp.empty()) {
            return;
        }
        const auto gdp = models::carried_on(plan_.economy.gdp, plan_.calendar, plan_.to);
        const auto inflation =
            models::rises(models::carried_on(plan_.economy.deflator, plan_.calendar, plan_.to));
        const auto growth = calc::series_of(plan_.from + 1, plan_.to, [&](Year year) {
            return Decimal(gdp[year] / gdp[year - 1] / (Decimal(1) + inflation[year]) - Decimal(1));
        });
        const auto& changes = plan_.economy.changes;
        rate_within("growth", changes.growth, growth);
        rate_within("inflation", changes.inflation, inflation);
        if (plan_.economy.population) {
            rate_within(
                "population", changes.population,
                models::rises(models::carried_on(*plan_.economy.population, plan_.calendar, plan_.to)));
        }
        positive("base.gdp", plan_.code, changes.base_gdp, plan_.from, plan_.from,
                 [&](Year year) { return gdp[year]; });
    }

    void check_base() {
        within(
            "base.spending", plan_.code, plan_.base.changes, plan_.from, plan_.from,
            [&](Year) { return plan_.base.figure; },
            {Decimal(0), plan_.base.of_gdp ? Decimal(1) : Decimal("1e30")},
            [&](const Decimal& value) {
                return plan_.base.of_gdp ? percent_words(value) : amount_words(value, plan_.unit.currency);
            });
    }

    void check_others() {
        const auto share = [](const Decimal& value) { return percent_words(value); };
        if (plan_.target && plan_.target->share) {
            within(
                "target.share", plan_.code, plan_.target->changes, plan_.target->due, plan_.target->due,
                [&](Year) { return *plan_.target->share; }, {Decimal(0), Decimal(1)}, share);
        }
        if (plan_.target && plan_.target->related) {
            within(
                "target.related", plan_.code, plan_.target->related_changes, plan_.target->due,
                plan_.target->due, [&](Year) { return *plan_.target->related; }, {Decimal(0), Decimal(1)},
                share);
        }
        if (plan_.government && !plan_.government->changes.empty()) {
            const auto values = models::held_on(plan_.government->published, plan_.calendar, plan_.to);
            within(
                "government_expenditure", plan_.code, plan_.government->changes, plan_.from, plan_.to,
                [&](Year year) { return values[std::max(year, values.first())]; },
                {Decimal("0.01"), Decimal(1)}, share);
        }
        if (plan_.rate && !plan_.rate->changes.empty()) {
            const auto values = models::held_on(plan_.rate->published, plan_.calendar, plan_.to);
            positive("fx", plan_.unit.currency.code(), plan_.rate->changes, plan_.from, plan_.to,
                     [&](Year year) { return values[std::max(year, values.first())]; });
        }
        check_finance();
        if (plan_.hosting && plan_.hosting->members) {
            positive("presence.members", plan_.code, plan_.hosting->member_changes, plan_.from, plan_.from,
                     [&](Year) { return *plan_.hosting->members; });
        }
        if (plan_.hosting && plan_.hosting->consumer_prices && !plan_.hosting->price_changes.empty()) {
            rate_within("consumer_prices", plan_.hosting->price_changes,
                        models::rises_carried_on(*plan_.hosting->consumer_prices, plan_.hosting->calendar,
                                                 plan_.to + 1));
        }
    }

    void check_finance() {
        const auto& finance = plan_.finance;
        const auto share = [](const Decimal& value) { return percent_words(value); };
        std::optional<calc::Series<Decimal>> ratio;
        if (finance.debt && !finance.base_debt.empty()) {
            ratio = models::held_on(*finance.debt, plan_.calendar, plan_.to);
        }
        within(
            "base.debt", plan_.code, finance.base_debt, plan_.from, plan_.from,
            [&](Year year) { return ratio ? (*ratio)[year] : Decimal(0); }, {Decimal(0), Decimal(10)}, share);
        if (finance.financing) {
            within(
                "interest", plan_.code, finance.financing->interest, plan_.from + 1, plan_.to,
                [](Year) { return Decimal(0); }, {Decimal("-0.9"), Decimal(10)}, share);
        }
        if (finance.point_of_tax && settings_.last("tax_point", plan_.code) != nullptr) {
            const auto& step = *finance.point_of_tax;
            for (const auto& [year, amount] : step.known) {
                if (models::changed(amount, step.changes, year) <= Decimal(0)) {
                    const Setting& setting = *settings_.last("tax_point", plan_.code);
                    settings_.problems().refuse(setting,
                                                "a point of tax that brings nothing pays for nothing",
                                                {std::string(setting.key.key->range)});
                    return;
                }
            }
        }
    }

    bool starts_from_nothing() const {
        return models::changed(plan_.base.figure, plan_.base.changes, plan_.from) <= Decimal(0);
    }
    bool ends_in_nothing() const {
        const auto& target = *plan_.target;
        return (target.share && models::changed(*target.share, target.changes, target.due) <= Decimal(0)) ||
               (target.related &&
                models::changed(*target.related, target.related_changes, target.due) <= Decimal(0));
    }

    /// Equal factors lead neither from nothing nor to nothing, and what follows a budget needs one.
    void check_growth_from_nothing() {
        const bool nothing = starts_from_nothing() || (plan_.target && ends_in_nothing());
        const Setting* const path = settings_.last("target.path", plan_.code);
        const bool by_factors =
            plan_.target && (std::holds_alternative<calc::Geometric>(plan_.target->shape) ||
                             std::holds_alternative<calc::ConstantGrowth>(plan_.target->shape));
        if (nothing && by_factors) {
            settings_.problems().refuse(
                *path, "'" + path->text + "' grows by equal factors and cannot start from or end at 0 %",
                {"linear", "front", "back", "s-curve", "step"});
        }
        if (nothing && plan_.hosting &&
            models::follows(plan_.hosting->renewal, models::IndexedBy::defence_budget)) {
            settings_.problems().refuse(*settings_.last("hosting.renewal", plan_.code),
                                        "support cannot follow a budget that is nothing in some year");
        }
        if (plan_.target && plan_.target->base_related) {
            check_base_related(by_factors);
        }
    }

    void check_base_related(bool by_factors) {
        const auto gdp = models::carried_on(plan_.economy.gdp, plan_.calendar, plan_.to);
        const Decimal spending = models::changed(plan_.base.figure, plan_.base.changes, plan_.from);
        const Decimal base_gdp = models::changed(gdp[plan_.from], plan_.economy.changes.base_gdp, plan_.from);
        const Decimal share = plan_.base.of_gdp ? spending : Decimal(spending / base_gdp);
        const Decimal& related = *plan_.target->base_related;
        if (share < related || (by_factors && (share == related || related == Decimal(0)))) {
            const Setting& setting = *settings_.last("target.base_related", plan_.code);
            settings_.problems().refuse(setting, share < related
                                                     ? percent_words(related) +
                                                           " is more than the base year's whole share, " +
                                                           percent_words(share)
                                                     : "one part starts from 0 %, and equal factors cannot");
        }
    }

    models::CountryPlan<Decimal> plan_;
    const PlanSettings& settings_;
};

}  // namespace

void check_ranges(const models::CountryPlan<PlanInput>& plan, const PlanSettings& settings) {
    RangeCheck(plan, settings).check();
}

}  // namespace burden::inputs
