#include "burden/inputs/hosting_ground.hpp"

#include <algorithm>

#include "burden/inputs/defence.hpp"
#include "burden/inputs/ledger_run.hpp"
#include "burden/inputs/plan_builder.hpp"
#include "burden/inputs/renewal_ground.hpp"
#include "burden/inputs/words.hpp"
#include "burden/models/projection_spending.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Traced;
using calc::Year;
using Kind = AskedRenewal::Kind;

void HostingGround::record_rate() {
    if (run_.rate) {
        rate_ = inputs_.rate(*run_.rate);
    }
}

bool HostingGround::escalates() const {
    return run_.term_last && !run_.arrangement->escalator.empty() && !run_.arrangement->years.empty() &&
           run_.arrangement->years.back().year < *run_.term_last;
}

bool HostingGround::any_follows(Kind index) const {
    const auto all = rules_by_rises(question_, *run_.arrangement);
    return std::any_of(all.begin(), all.end(),
                       [&](const AskedRenewal& asked) { return follows(asked, index); });
}

/// The years that rises are wanted for.
std::pair<Year, Year> HostingGround::years_of_rises() const {
    const Year begin = escalates() ? run_.arrangement->years.back().year + 1 : *run_.term_last + 1;
    return {begin - longest_lag(rules_by_rises(question_, *run_.arrangement)),
            renews() ? run_.to : *run_.term_last};
}

void HostingGround::record_rises() {
    if (!any_follows(Kind::cpi) || (!renews() && !escalates())) {
        return;
    }
    const auto [from, to] = years_of_rises();
    const auto& typed = question_.cpi;
    const std::string what = "Rise of consumer prices";
    if (typed && typed->always) {
        const Traced rise = inputs_.given(*typed->always, what, "%");
        prices_ = calc::series_of(from, to, [&](Year) { return rise; });
        return;
    }
    const FactSeries& series = *chosen(host_, "inflation")->series;
    const auto published_rises = published(host_, series);
    const models::Published<Traced> traced{
        calc::series_of(published_rises.values.first(), published_rises.values.last(),
                        [&](Year year) { return inputs_.record(published_rises.values[year]); }),
        published_rises.calendar};
    const auto by_year = models::rises_carried_on(traced, run_.calendar, to, std::optional(names()));
    prices_ = calc::series_of(from, to, [&](Year year) {
        for (const auto& [when, rise] : typed ? typed->years : decltype(typed->years){}) {
            if (when.year == year) {
                return inputs_.given(rise, what + ", " + label(year, run_.calendar), "%");
            }
        }
        return labelled(names(), "rise of consumer prices", year, by_year[year]);
    });
}

void HostingGround::record_economy() {
    const bool by_budget = any_follows(Kind::budget) && (renews() || escalates());
    if (!renews() && !by_budget) {
        return;
    }
    const auto [from, to] = years_of_rises();
    const Year first = renews() ? run_.first : from;
    models::CountryPlan<PlanInput> plan;
    plan.code = host_.code;
    plan.unit = {run_.unit.currency};
    plan.calendar = run_.calendar;
    plan.first = by_budget ? std::min(first, from - 1) : first;
    plan.from = plan.first;
    plan.to = to;
    const FactSeries& gdp = *chosen(host_, "gdp")->series;
    plan.economy.gdp = published(host_, gdp);
    plan.economy.deflator = published(host_, *deflator_of(host_, gdp));
    const models::ProjectionPlan<PlanInput> whole{.countries = {with_levers(std::move(plan))}};
    const auto traced = models::mapped<Traced>(whole, [&](const PlanInput& one) {
        return one.other == nullptr && one.observation == nullptr ? Traced() : inputs_.record(one);
    });
    const auto economy = models::projection_detail::economy_of(traced.countries.front());
    gdp_ = calc::series_of(
        first, to, [&](Year year) { return Amount(economy.gdp[year].in({run_.unit.currency}), run_.unit); });
    record_defence();
    if (by_budget) {
        const auto& typed = question_.budget;
        const std::string what = "Yearly growth of the defence budget";
        budget_growth_ = calc::series_of(from, to, [&](Year year) -> Traced {
            for (const auto& [when, rate] : typed ? typed->years : decltype(typed->years){}) {
                if (when.year == year) {
                    return inputs_.given(rate, what + ", " + label(year, run_.calendar), "%");
                }
            }
            if (typed && typed->always) {
                return inputs_.given(*typed->always, what, "%");
            }
            return labelled(names(), "growth of spending", year,
                            Traced(economy.gdp[year] / economy.gdp[year - 1] - Traced(Decimal(1))));
        });
    }
}

/// Defence spending: the latest published share of GDP, held.
void HostingGround::record_defence() {
    const auto series = defence_series(host_, std::nullopt);
    const auto latest = series ? latest_year(*series->series) : std::nullopt;
    const bool known = renews() && run_.renewals.front().share_of_defence.has_value();
    if (!latest || !known) {
        return;
    }
    const Traced figure = inputs_.fact(host_, *series->series, *series->series->at(*latest));
    Traced share = figure;
    if (series->series->unit.kind != FactUnit::Kind::percent) {
        const auto levels = published(host_, *chosen(host_, "gdp")->series);
        const models::Published<Traced> traced{
            calc::series_of(levels.values.first(), levels.values.last(),
                            [&](Year year) { return inputs_.record(levels.values[year]); }),
            levels.calendar};
        share = figure / models::carried_on(traced, calendar_of(host_, *series->series), *latest)[*latest];
    }
    defence_ = labelled(
        names(), "defence spending",
        calc::series_of(gdp_->first(), gdp_->last(), [&](Year year) { return (*gdp_)[year] * share; }));
}

void HostingGround::record_members() {
    if (!run_.members) {
        return;
    }
    if (question_.members) {
        members_ = inputs_.given(*question_.members, "Service members", "persons");
        return;
    }
    const FactSeries& series = *chosen(host_, "troops")->series;
    const Observation* latest = nullptr;
    for (const Observation& one : series.observations) {
        latest = one.superseded.empty() ? &one : latest;
    }
    members_ = inputs_.fact(host_, series, *latest);
}

models::ResultNames HostingGround::names() const {
    return {.whose = inputs_.whose(), .calendar = run_.calendar};
}

}  // namespace burden::inputs
