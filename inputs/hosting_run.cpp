#include "burden/inputs/hosting_run.hpp"

#include <algorithm>

#include "burden/inputs/hosting_economy.hpp"
#include "burden/inputs/hosting_term.hpp"
#include "burden/inputs/renewal_ground.hpp"
#include "burden/inputs/target_ground.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;
using Yearly = calc::Yearly<Decimal>;
using Amounts = calc::Series<Yearly>;
using Kind = AskedRenewal::Kind;
using Rate = std::optional<calc::ExchangeRate<Decimal>>;

namespace {

/// Builds a run step by step; every step may refuse.
class HostingRunner {
public:
    HostingRunner(const Facts& facts, const Arrangement& arrangement, const Country& host,
                  const HostingQuestion& question)
        : facts_(facts),
          question_(question),
          host_(host),
          ground_{.facts = facts,
                  .arrangement = arrangement,
                  .calendar = arrangement.period == PeriodBasis::per_calendar_year ? calc::calendar_year
                                                                                   : host.fiscal_year,
                  .home = {*arrangement.unit.currency, arrangement.prices},
                  .abroad = {guest_currency(facts, arrangement), arrangement.prices},
                  .base = question.base},
          run_{.arrangement = &arrangement,
               .host_name = host.name,
               .calendar = ground_.calendar,
               .unit = ground_.home,
               .abroad = ground_.abroad,
               .as_of = question.as_of.value_or(facts.as_of)} {
        add_keys(run_.sources, arrangement.sources);
    }

    Reading<HostingRun> run() {
        for (const auto step :
             {&HostingRunner::set_rate, &HostingRunner::set_years, &HostingRunner::set_rises,
              &HostingRunner::set_term, &HostingRunner::set_reading, &HostingRunner::set_members,
              &HostingRunner::set_costs, &HostingRunner::set_renewals}) {
            if (auto wrong = (this->*step)(); !wrong.empty()) {
                return wrong;
            }
        }
        return std::move(run_);
    }

private:
    using Wrong = std::vector<Diagnostic>;

    static calc::Currency guest_currency(const Facts& facts, const Arrangement& arrangement) {
        const Country* const guest = facts.find_country(arrangement.guest);
        return guest != nullptr && guest->currency ? *guest->currency : calc::Currency("USD");
    }
    const Arrangement& arrangement() const { return ground_.arrangement; }
    bool renews() const { return !question_.renewals.empty(); }

    Wrong set_rate() {
        if (run_.unit.currency == run_.abroad.currency) {
            return {};
        }
        const auto rate = rate_between(facts_, run_.unit.currency, run_.abroad.currency, question_.rate,
                                       std::nullopt, calc::calendar_year);
        if (!rate) {
            return rate.diagnostics();
        }
        run_.rate = *rate;
        add_keys(run_.sources, rate->sources);
        return {};
    }

    Wrong set_years() {
        years_ = term_years(arrangement(), ground_.calendar);
        run_.term_first = years_.first;
        run_.term_last = years_.last;
        if (years_.first && years_.last) {
            run_.term_years = *years_.last - *years_.first + 1;
        }
        ground_.term_years = run_.term_years;
        if (arrangement().end) {
            run_.days_left = days_between(run_.as_of, *arrangement().end);
        }
        if (!renews()) {
            return {};
        }
        if (!arrangement().renewable) {
            return {
                refused("--renewals", "'" + arrangement().key + "' is a project: no new term follows it")};
        }
        if (!years_.last) {
            return {refused("--renewals", "'" + arrangement().key + "' has no end that is known")};
        }
        run_.first = *years_.last + 1;
        run_.to = *years_.last + question_.years;
        ground_.first = run_.first;
        ground_.last = run_.to;
        return {};
    }

    Wrong set_rises() {
        const auto all = rules_by_rises(question_, arrangement());
        const auto any = [&](Kind index) {
            return std::any_of(all.begin(), all.end(),
                               [&](const AskedRenewal& asked) { return follows(asked, index); });
        };
        if (!years_.last) {
            return idle_rises();
        }
        const bool escalates = !arrangement().escalator.empty() && !arrangement().years.empty() &&
                               arrangement().years.back().year < *years_.last;
        const Year begin = escalates ? arrangement().years.back().year + 1 : *years_.last + 1;
        const Year from = begin - longest_lag(all);
        const Year to = renews() ? run_.to : *years_.last;
        if (to < from || (!renews() && !escalates)) {
            return idle_rises();
        }
        if (any(Kind::cpi)) {
            const auto prices = consumer_prices(host_, ground_.calendar, from, to, question_.cpi);
            if (!prices) {
                return prices.diagnostics();
            }
            ground_.cpi = *prices;
            run_.prices_words = prices->words;
            add_keys(run_.sources, prices->sources);
        }
        const bool by_budget = any(Kind::budget);
        if ((question_.cpi && !ground_.cpi) || (question_.budget && !by_budget)) {
            return idle_rises(ground_.cpi.has_value());
        }
        return set_economy(from, to, by_budget);
    }

    /// Refuses rises that no rule asks for.
    Wrong idle_rises(bool prices_count = false) const {
        if (question_.cpi && !prices_count) {
            return {refused("--cpi", "it cannot change anything: no rule follows consumer prices")};
        }
        if (question_.budget) {
            return {refused("--budget-growth", "it cannot change anything: no rule follows the budget")};
        }
        return {};
    }

    /// What the renewals are shares of, and the budget's growth where a rule asks for it.
    Wrong set_economy(Year from, Year to, bool by_budget) {
        if (!renews() && !by_budget) {
            return {};
        }
        const Year first = renews() ? run_.first : from;
        const auto economy = hosting_economy(
            host_, ground_.calendar,
            {.first = first, .last = to, .growth_from = by_budget ? std::optional(from) : std::nullopt},
            question_.budget);
        if (!economy) {
            return economy.diagnostics();
        }
        gdp_ = economy->gdp;
        defence_ = economy->defence;
        run_.certainty = economy->certainty;
        run_.gdp_words = economy->gdp_words;
        run_.defence_words = economy->defence_words;
        add_keys(run_.sources, economy->sources);
        ground_.budget = economy->budget;
        run_.budget_words = economy->budget ? economy->budget->words : "";
        return {};
    }

    Wrong set_term() {
        run_.items = present_items(arrangement(), years_);
        ground_.items = run_.items;
        const auto term = present_years(arrangement(), host_, years_, ground_);
        if (!term) {
            return term.diagnostics();
        }
        run_.term = *term;
        run_.total = present_total(arrangement(), run_.term);
        if (run_.total && run_.term_years > 0) {
            run_.average = calc::average(*run_.total, run_.term_years);
        }
        if (!run_.term.empty()) {
            const TermYear& last = run_.term.back();
            run_.last = last.budget ? last.budget : last.amount;
            ground_.last_words = label(last.year, ground_.calendar) + (last.budget ? " budget" : " amount");
        }
        if (!arrangement().budgets.empty()) {
            if (const FactSeries* const budgets = host_.find(arrangement().budgets)) {
                for (const TermYear& year : run_.term) {
                    if (const Observation* const one = budgets->at(year.year)) {
                        add_keys(run_.sources, one->sources);
                    }
                }
            }
        }
        for (const ArrangementItem& item : arrangement().items) {
            add_keys(run_.sources, item.sources);
        }
        ground_.average = run_.average;
        ground_.last_year = run_.last;
        return {};
    }

    /// Puts a quoted figure in the place of the arrangement's own.
    Wrong set_reading() {
        if (question_.reading.empty()) {
            return {};
        }
        std::vector<std::string> keys;
        for (const QuotedReading& quoted : arrangement().quoted) {
            keys.push_back(quoted.key);
        }
        const QuotedReading* const quoted = arrangement().reading(question_.reading);
        if (quoted == nullptr) {
            return {refused("--reading",
                            keys.empty() ? "no figure is quoted for '" + arrangement().key + "'"
                                         : "unknown reading '" + question_.reading + "'",
                            keys)};
        }
        if (run_.term_years == 0) {
            return {refused("--reading", "the years of '" + arrangement().key + "' are not known")};
        }
        const bool yearly = quoted->amount.period == calc::StatedPeriod::per_year;
        const Decimal a_year =
            yearly ? quoted->amount.value
                   : quoted->amount.value / Decimal(quoted->amount.years.value_or(run_.term_years));
        Yearly amount(a_year, {quoted->amount.currency, run_.unit.prices});
        if (amount.unit() != run_.unit) {
            if (!run_.rate || quoted->amount.currency != run_.abroad.currency) {
                return {refused("--reading", "a figure in " + quoted->amount.currency.code() +
                                                 " cannot be run in " + run_.unit.currency.code())};
            }
            amount = calc::convert(amount, run_.rate->rate);
        }
        run_.reading = quoted;
        // A quoted sum has no items.
        run_.items.clear();
        run_.average = amount;
        run_.total = calc::as_part_of_total(amount) * Decimal(run_.term_years);
        run_.last = amount;
        ground_.average = amount;
        ground_.last_year = amount;
        ground_.last_words = "figure as quoted";
        add_keys(run_.sources, quoted->sources);
        return {};
    }

    Wrong set_members() {
        if (question_.members) {
            run_.members = question_.members;
            run_.members_words = number_words(*question_.members, 0) + " service members, as given";
        } else if (const auto count = head_count(host_)) {
            run_.members = count->members;
            run_.members_words = count->words;
            if (renews()) {
                add_keys(run_.sources, count->sources);
            }
        }
        ground_.members = run_.members;
        return {};
    }

    Wrong set_costs() {
        for (const AskedRenewal& asked : question_.renewals) {
            const AskedRenewal& rule = asked.then.empty() ? asked : asked.then.front();
            if (!rule.cost || ground_.costs.contains(*rule.cost)) {
                continue;
            }
            const auto cost = yearly_cost(facts_, host_, *rule.cost);
            if (!cost) {
                return pointing_at("--renewals", cost.diagnostics());
            }
            add_keys(run_.sources, cost->sources);
            ground_.costs.emplace(*rule.cost, *cost);
        }
        return {};
    }

    Rate rate() const { return run_.rate ? Rate(run_.rate->rate) : std::nullopt; }

    Amounts abroad(const Amounts& home) const {
        if (!run_.rate) {
            return home;
        }
        return calc::series_of(home.first(), home.last(),
                               [&](Year year) { return calc::convert(home[year], run_.rate->rate); });
    }

    Wrong set_renewals() {
        if (!renews()) {
            return {};
        }
        const bool lapses = std::any_of(question_.renewals.begin(), question_.renewals.end(),
                                        [](const AskedRenewal& asked) { return asked.kind == Kind::lapse; });
        if (lapses && run_.reading != nullptr) {
            return {refused("--renewals", "a figure as quoted has no items: what would lapse is not known")};
        }
        const auto against = base_of(std::nullopt, ground_);
        if (!against) {
            return against.diagnostics();
        }
        const models::Renewal<Decimal> held{.rule = models::HeldAmount<Decimal>{*against}};
        const Amounts flat_amounts = models::renewed(held, run_.first, run_.to);
        for (const AskedRenewal& asked : question_.renewals) {
            const auto one = sized(asked, ground_, rate());
            if (!one) {
                return one.diagnostics();
            }
            const Amounts home = models::renewed(one->renewal, run_.first, run_.to);
            RenewalRun renewal{.text = asked.text,
                               .words = words_of(asked),
                               .home = models::held_against(home, flat_amounts),
                               .abroad = models::held_against(abroad(home), abroad(flat_amounts)),
                               .share_of_gdp = shares(home, gdp_),
                               .mean_share_of_gdp = models::sum(home) / models::sum(gdp_),
                               .share_of_defence = std::nullopt,
                               .per_member = std::nullopt,
                               .fixed_in = one->fixed_in,
                               .note = {},
                               .warning = {}};
            if (defence_) {
                renewal.share_of_defence = shares(home, *defence_);
                renewal.mean_share_of_defence = models::sum(home) / models::sum(*defence_);
            }
            if (run_.members) {
                renewal.per_member = calc::series_of(run_.first, run_.to,
                                                     [&](Year year) { return home[year] / *run_.members; });
            }
            if (run_.members) {
                renewal.mean_per_member =
                    calc::average(renewal.home.total, renewal.home.amounts.size()) / *run_.members;
            }
            renewal.note = note_on(asked, *one);
            renewal.warning = run_.rate ? demand_warning(asked, ground_, host_, run_.rate->rate, run_.sources)
                                        : std::string();
            if (auto wrong = add_risk(asked, home, renewal); !wrong.empty()) {
                return wrong;
            }
            run_.renewals.push_back(std::move(renewal));
        }
        return {};
    }

    static calc::Series<Decimal> shares(const Amounts& amounts, const Amounts& of) {
        return calc::series_of(amounts.first(), amounts.last(),
                               [&](Year year) { return Decimal(amounts[year] / of[year]); });
    }

    std::string note_on(const AskedRenewal& asked, const SizedRenewal& one) {
        std::vector<std::string> sentences = one.notes;
        if (const std::string before = precedent_of(asked, facts_, run_.sources); !before.empty()) {
            sentences.push_back(before);
        }
        std::string note;
        for (const std::string& sentence : sentences) {
            note += (note.empty() ? "" : " ") + sentence + ".";
        }
        return note;
    }

    Wrong add_risk(const AskedRenewal& asked, const Amounts& home, RenewalRun& renewal) const {
        if (!run_.rate && (!question_.fx.empty() || question_.break_even)) {
            return {refused(
                question_.fx.empty() ? "--break-even" : "--fx",
                "the arrangement is in " + run_.unit.currency.code() + " on both sides: no rate changes it")};
        }
        const auto mean = [&](const Amounts& amounts) {
            return calc::average(models::sum(amounts), amounts.size());
        };
        for (const Decimal& value : question_.fx) {
            calc::ExchangeRate<Decimal> other = run_.rate->rate;
            other.value = value;
            other.method = calc::RateMethod::fixed;
            const auto one = sized(asked, ground_, other);
            if (!one) {
                return one.diagnostics();
            }
            const Yearly at_home = mean(models::renewed(one->renewal, run_.first, run_.to));
            renewal.at_rates.push_back({value, at_home, calc::convert(at_home, other)});
        }
        if (question_.break_even) {
            if (question_.break_even->currency != run_.abroad.currency) {
                return {refused("--break-even",
                                "the amount is one of the guest's, in " + run_.abroad.currency.code())};
            }
            if (!renewal.fixed_in.abroad) {
                renewal.break_even =
                    models::break_even_rate(mean(home), Yearly(question_.break_even->value, run_.abroad));
            }
        }
        return {};
    }

    const Facts& facts_;
    const HostingQuestion& question_;
    const Country& host_;
    RenewalGround ground_;
    HostingRun run_;
    TermYears years_;
    Amounts gdp_{Year{}};
    std::optional<Amounts> defence_;
};

}  // namespace

Reading<HostingRun> hosting_run(const Facts& facts, const Arrangement& arrangement,
                                const HostingQuestion& question) {
    const Country* const host = facts.find_country(arrangement.host);
    if (host == nullptr) {
        return Diagnostic{.message = "the facts know no country '" + arrangement.host + "', host of '" +
                                     arrangement.key + "'"};
    }
    return HostingRunner(facts, arrangement, *host, question).run();
}

}  // namespace burden::inputs
