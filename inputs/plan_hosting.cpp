#include <algorithm>

#include "burden/inputs/hosting_term.hpp"
#include "burden/inputs/plan_builder.hpp"
#include "burden/inputs/target_ground.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;
using Kind = AskedRenewal::Kind;
using Terms = models::RenewalTerms<PlanInput>;

namespace {

const std::string dollar = "USD";

models::TermBase base_of(const std::optional<RenewalBase>& asked) {
    return asked == RenewalBase::last ? models::TermBase::last : models::TermBase::average;
}

models::IndexedBy index_of(Kind kind) {
    switch (kind) {
        case Kind::cpi:
            return models::IndexedBy::consumer_prices;
        case Kind::budget:
            return models::IndexedBy::defence_budget;
        default:
            return models::IndexedBy::nothing;
    }
}

/// Builds the plan of one host's arrangement.
class HostingPlanner {
public:
    HostingPlanner(const Country& host, const Arrangement& arrangement, Year to, const PlanSettings& settings,
                   PlannedCountry& words)
        : host_(host), arrangement_(arrangement), to_(to), settings_(settings), words_(words) {
        plan_.calendar =
            arrangement.period == PeriodBasis::per_calendar_year ? calc::calendar_year : host.fiscal_year;
    }

    std::optional<models::HostingPlan<PlanInput>> plan() {
        const TermYears years = term_years(arrangement_, plan_.calendar);
        if (!years.first || !years.last) {
            return unknown("the years of '" + arrangement_.key + "' are not known");
        }
        plan_.first = *years.first;
        plan_.last = *years.last;
        set_stated();
        set_reading();
        const bool all_known = arrangement_.escalator.empty()
                                   ? static_cast<int>(plan_.stated.size()) == plan_.last - plan_.first + 1
                                   : !plan_.stated.empty();
        if (!plan_.total && !all_known) {
            return unknown("the amounts of '" + arrangement_.key +
                           "' are not known for every year of its term");
        }
        set_members();
        if (!arrangement_.escalator.empty() && !plan_.stated.empty()) {
            const auto escalator = read_renewals(arrangement_.escalator);
            calc::require(static_cast<bool>(escalator), "an escalator was checked when it was read");
            AskedRenewal rule = escalator->front();
            rule.base = RenewalBase::last;
            plan_.escalator = terms_of(rule, nullptr);
        }
        set_renewal();
        if (asks_for_prices_ && !set_prices()) {
            return std::nullopt;
        }
        if (const bool* const in_budget = settings_.value<bool>("hosting.in_budget", host_.code)) {
            plan_.in_budget = *in_budget;
        }
        if (!plan_.in_budget) {
            words_.hosting_words += "; counted outside defence spending";
        }
        add_keys(words_.sources, arrangement_.sources);
        return std::move(plan_);
    }

private:
    std::optional<models::HostingPlan<PlanInput>> unknown(const std::string& why) {
        const Setting* const renewal = settings_.last("hosting.renewal", host_.code);
        if (renewal != nullptr) {
            settings_.problems().refuse(*renewal, why + ", so that nothing can follow it");
        }
        words_.remarks.push_back("Host-nation support is left out: " + why + ".");
        return std::nullopt;
    }

    PlanInput of_arrangement(const Decimal& value, const std::string& what,
                             const std::vector<std::string>& sources, std::string unit) const {
        return input_of(value, arrangement_.title + ", " + what,
                        sources.empty() ? arrangement_.sources : sources, std::move(unit));
    }

    std::string home() const { return arrangement_.unit.currency->code(); }

    void set_stated() {
        if (arrangement_.total) {
            plan_.total = of_arrangement(*arrangement_.total, "total over the term", {}, home());
        }
        const FactSeries* const budgets =
            arrangement_.budgets.empty() ? nullptr : host_.find(arrangement_.budgets);
        for (Year year = plan_.first; year <= plan_.last; ++year) {
            const Observation* const budget = budgets == nullptr ? nullptr : budgets->at(year);
            if (budget != nullptr && budget->stage != Stage::projection &&
                budgets->unit.currency == arrangement_.unit.currency) {
                plan_.stated.emplace_back(year, input_of(host_, *budgets, *budget));
                add_keys(words_.sources, budget->sources);
                continue;
            }
            for (const ArrangementYear& stated : arrangement_.years) {
                if (stated.year == year) {
                    plan_.stated.emplace_back(
                        year, of_arrangement(stated.amount, label(year, plan_.calendar), {}, home()));
                }
            }
        }
    }

    /// A quoted figure in the place of the arrangement's own.
    void set_reading() {
        const Setting* const setting = settings_.last("hosting.reading", host_.code);
        if (setting == nullptr) {
            return;
        }
        const auto& key = std::get<std::string>(setting->value);
        const QuotedReading* const quoted = arrangement_.reading(key);
        if (quoted == nullptr) {
            std::vector<std::string> known;
            for (const QuotedReading& one : arrangement_.quoted) {
                known.push_back(one.key);
            }
            settings_.problems().refuse(
                *setting, "no figure '" + key + "' is quoted for '" + arrangement_.key + "'", known);
            return;
        }
        const int term = plan_.last - plan_.first + 1;
        const bool yearly = quoted->amount.period == calc::StatedPeriod::per_year;
        Decimal total = quoted->amount.value * Decimal(yearly ? term : 1);
        std::string at;
        if (quoted->amount.currency != *arrangement_.unit.currency) {
            const auto rate =
                rate_between(settings_.facts(), quoted->amount.currency, *arrangement_.unit.currency,
                             RateRequest{}, std::nullopt, calc::calendar_year);
            if (!rate) {
                settings_.problems().refuse(setting, rate.diagnostics());
                return;
            }
            total = calc::convert(calc::Total<Decimal>(total, {quoted->amount.currency, arrangement_.prices}),
                                  rate->rate)
                        .in({*arrangement_.unit.currency, arrangement_.prices});
            at = ", at " + rate->words;
            add_keys(words_.sources, rate->sources);
        }
        plan_.stated.clear();
        plan_.total = of_arrangement(total, "as quoted: " + quoted->text + at, quoted->sources, home());
        words_.remarks.push_back("Host-nation support is run as quoted, '" + quoted->text + "'" + at +
                                 "; the sources refute it: " + quoted->refuted + ".");
        add_keys(words_.sources, quoted->sources);
        quoted_ = true;
    }

    void set_members() {
        const auto troops = chosen(host_, "troops");
        const auto changes = settings_.layers("presence.members", host_.code, FactUnit::Kind::persons);
        if (troops) {
            const Observation* latest = nullptr;
            for (const Observation& one : troops->series->observations) {
                latest = one.superseded.empty() ? &one : latest;
            }
            if (latest != nullptr) {
                plan_.members = input_of(host_, *troops->series, *latest);
            }
        }
        if (!plan_.members && !changes.empty()) {
            settings_.problems().refuse(*settings_.last("presence.members", host_.code),
                                        "no head-count is known for " + host_.name +
                                            ", so that a changed one cannot be held against it");
            return;
        }
        plan_.member_changes = changes;
    }

    void set_renewal() {
        const Setting* const setting = settings_.last("hosting.renewal", host_.code);
        AskedRenewal flat;
        flat.text = "flat";
        const AskedRenewal& asked = setting == nullptr ? flat : std::get<AskedRenewal>(setting->value);
        words_.arrangement = &arrangement_;
        words_.hosting_words =
            arrangement_.title + " to " + label(plan_.last, plan_.calendar) + ", then " + words_of(asked);
        plan_.renewal = terms_of(asked, setting);
    }

    Terms terms_of(const AskedRenewal& asked, const Setting* setting) {
        Terms terms;
        if (asked.kind == Kind::bridge) {
            AskedRenewal flat;
            flat.base = asked.base;
            terms = terms_of(asked.then.empty() ? flat : asked.then.front(), setting);
            terms.bridge_years = asked.years;
            terms.bridge_base = base_of(asked.base);
            return terms;
        }
        const auto number = [&](const Decimal& value, const char* unit = "%") {
            return setting == nullptr ? of_arrangement(value, "escalator " + asked.text, {}, unit)
                                      : input_of(value, *setting, unit);
        };
        const auto maybe = [&](const std::optional<Decimal>& value) {
            return value ? std::optional(number(*value)) : std::nullopt;
        };
        const auto indexed = [&](Kind follow, const AskedIndex& index) {
            asks_for_prices_ = asks_for_prices_ || follow == Kind::cpi;
            models::IndexedTerms<PlanInput> result{.base = base_of(asked.base)};
            result.index = {.by = index_of(follow),
                            .cap = maybe(index.cap),
                            .floor = maybe(index.floor),
                            .lag = index.lag};
            return result;
        };
        switch (asked.kind) {
            case Kind::lapse:
                terms.rule = lapse_of(asked, setting);
                break;
            case Kind::flat:
                terms.rule = models::MultipleTerms<PlanInput>{.base = base_of(asked.base)};
                break;
            case Kind::multiple:
                terms.rule = models::MultipleTerms<PlanInput>{base_of(asked.base), number(asked.number, "")};
                break;
            case Kind::cpi:
            case Kind::budget:
                terms.rule = indexed(asked.kind, asked.index);
                break;
            case Kind::step: {
                auto step = indexed(asked.follow, index_after_step(asked));
                step.index.first = number(asked.number);
                terms.rule = std::move(step);
                break;
            }
            case Kind::cost_plus:
            case Kind::cost_share:
                terms.rule = cost_of(asked, setting);
                break;
            case Kind::per_head:
                if (!plan_.members) {
                    settings_.problems().refuse(*setting, "no head-count is known for " + host_.name);
                }
                terms.rule = models::PerHeadTerms<PlanInput>{sided(*asked.amount, *setting)};
                break;
            case Kind::amounts:
                terms.rule = stated_of(asked, *setting);
                break;
            case Kind::bridge:
                break;
        }
        return terms;
    }

    models::SidedAmount<PlanInput> sided(const calc::Amount& amount, const Setting& setting) {
        const bool home = amount.currency == *arrangement_.unit.currency;
        if (!home && amount.currency.code() != dollar) {
            settings_.problems().refuse(
                setting,
                "an amount in " + amount.currency.code() + " of an arrangement in " +
                    arrangement_.unit.currency->code() + ": currencies do not mix",
                {"an amount in " + arrangement_.unit.currency->code(), "an amount in " + dollar});
        }
        plan_.abroad = plan_.abroad || !home;
        return {input_of(amount.value, setting, amount.currency.code()), !home};
    }

    models::LapseTerms<PlanInput> lapse_of(const AskedRenewal& asked, const Setting* setting) {
        models::LapseTerms<PlanInput> lapse;
        if (quoted_) {
            settings_.problems().refuse(*setting,
                                        "a figure as quoted has no items: what would lapse is not known");
            return lapse;
        }
        lapse.total = plan_.total;
        const TermYears years{plan_.first, plan_.last};
        for (const PresentItem& item : present_items(arrangement_, years)) {
            if (!item.total) {
                settings_.problems().refuse(
                    *setting, "what of '" + item.title + "' would go on is not known: its total is not");
                continue;
            }
            const ArrangementItem* const stated = arrangement_.item(item.key);
            const bool both = item.basis == LegalBasis::both;
            const Decimal part =
                both ? asked.mixed.value_or(0) : Decimal(item.basis == LegalBasis::special_agreement ? 0 : 1);
            models::LapseTerms<PlanInput>::Item term;
            if (!item.residual) {
                term.total = of_arrangement(
                    item.total->in({*arrangement_.unit.currency, arrangement_.prices}), item.title,
                    stated != nullptr ? stated->sources : std::vector<std::string>{}, home());
            }
            term.goes_on =
                both && asked.mixed
                    ? input_of(part, *setting, "%")
                    : of_arrangement(part, "part of " + item.title + " that goes on without it", {}, "%");
            lapse.items.push_back(std::move(term));
        }
        return lapse;
    }

    models::CostTerms<PlanInput> cost_of(const AskedRenewal& asked, const Setting* setting) {
        models::CostTerms<PlanInput> terms;
        const auto cost = yearly_cost(settings_.facts(), host_, *asked.cost);
        if (!cost) {
            settings_.problems().refuse(setting, cost.diagnostics());
            return terms;
        }
        const calc::Unit unit = cost->amount.unit();
        terms.cost = {input_of(cost->amount.in(unit), cost->words, cost->sources, unit.currency.code()),
                      unit.currency != *arrangement_.unit.currency};
        plan_.abroad = plan_.abroad || terms.cost.abroad;
        plan_.cost_year = cost->last.number;
        plan_.cost_prices = settings_.layers("guest_costs", host_.code, FactUnit::Kind::percent);
        terms.number = input_of(asked.number, *setting, "%");
        terms.plus = asked.kind == Kind::cost_plus;
        if (asked.amount) {
            terms.credit = sided(*asked.amount, *setting);
        }
        add_keys(words_.sources, cost->sources);
        return terms;
    }

    models::StatedTerms<PlanInput> stated_of(const AskedRenewal& asked, const Setting& setting) {
        models::StatedTerms<PlanInput> terms;
        const Year first = plan_.last + 1;
        if (asked.amounts.front().first.year != first) {
            settings_.problems().refuse(setting,
                                        "stated amounts begin in " + label(first, plan_.calendar) + ", not " +
                                            label(asked.amounts.front().first.year, plan_.calendar),
                                        {"amounts:" + label(first, plan_.calendar) + "=…"});
        }
        for (const auto& [year, amount] : asked.amounts) {
            terms.amounts.push_back(sided(amount, setting));
        }
        if (to_ < asked.amounts.back().first.year) {
            settings_.problems().refuse(
                setting, "an amount of " + label(asked.amounts.back().first.year, plan_.calendar) +
                             " cannot change anything: the last year is " + label(to_, plan_.calendar));
        }
        return terms;
    }

    bool set_prices() {
        const auto series = chosen(host_, "inflation");
        if (!series) {
            settings_.problems().refuse(settings_.last("hosting.renewal", host_.code), series.diagnostics());
            return false;
        }
        plan_.consumer_prices = published(host_, *series->series);
        plan_.price_changes = settings_.layers("consumer_prices", host_.code, FactUnit::Kind::percent);
        add_keys(words_.sources, sources_of(*series->series));
        return true;
    }

    const Country& host_;
    const Arrangement& arrangement_;
    Year to_;
    const PlanSettings& settings_;
    PlannedCountry& words_;
    models::HostingPlan<PlanInput> plan_;
    bool asks_for_prices_ = false;
    bool quoted_ = false;
};

}  // namespace

std::optional<models::HostingPlan<PlanInput>> hosting_plan(const Country& host, Year to,
                                                           const PlanSettings& settings,
                                                           PlannedCountry& words) {
    const Arrangement* const arrangement = present_arrangement(settings.facts(), host);
    // What is counted in another currency than the host's budget has no place in it.
    if (arrangement == nullptr || arrangement->unit.currency != host.currency) {
        for (const char* const key :
             {"hosting.renewal", "hosting.reading", "hosting.in_budget", "presence.members"}) {
            if (const Setting* const setting = settings.last(key, host.code)) {
                settings.problems().refuse(
                    *setting,
                    arrangement == nullptr
                        ? "no arrangement is known that " + host.name + " is the host of"
                        : "'" + arrangement->key + "' is not counted in the currency of " + host.name);
            }
        }
        return std::nullopt;
    }
    return HostingPlanner(host, *arrangement, to, settings, words).plan();
}

}  // namespace burden::inputs
