#include "burden/inputs/renewal_ground.hpp"

#include <algorithm>

#include "burden/inputs/target_ground.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;
using Kind = AskedRenewal::Kind;
using Yearly = calc::Yearly<Decimal>;
using Rate = std::optional<calc::ExchangeRate<Decimal>>;

namespace {

const std::string option = "--renewals";

Reading<Yearly> at_home(const calc::Amount& amount, const RenewalGround& ground, const Rate& rate) {
    if (amount.currency == ground.home.currency) {
        return Yearly(amount.value, ground.home);
    }
    if (amount.currency != ground.abroad.currency || !rate) {
        return refused(
            option,
            "an amount in " + amount.currency.code() + " of an arrangement in " +
                ground.home.currency.code() + ": currencies do not mix",
            {"an amount in " + ground.home.currency.code(), "an amount in " + ground.abroad.currency.code()});
    }
    return calc::convert(Yearly(amount.value, ground.abroad), *rate);
}

models::IndexRule<Decimal> index_of(const SourcedRises& rises, const AskedIndex& asked) {
    return {.rises = rises.rises, .cap = asked.cap, .floor = asked.floor, .lag = asked.lag};
}

/// One asked rule on its way to a model's.
class Sizing {
public:
    Sizing(const AskedRenewal& asked, const RenewalGround& ground, const Rate& rate)
        : asked_(asked), ground_(ground), rate_(rate) {}

    Reading<SizedRenewal> result() {
        switch (asked_.kind) {
            case Kind::lapse:
                return lapse();
            case Kind::bridge:
                return bridge();
            case Kind::flat:
            case Kind::multiple:
                return multiple();
            case Kind::cpi:
            case Kind::budget:
                return index();
            case Kind::step:
                return step();
            case Kind::cost_plus:
            case Kind::cost_share:
                return cost();
            case Kind::per_head:
                return per_head();
            case Kind::amounts:
                break;
        }
        return stated();
    }

private:
    static SizedRenewal held(const Yearly& amount) {
        return {.renewal = {.rule = models::HeldAmount<Decimal>{amount}}, .notes = {}};
    }

    const SourcedRises& rises_of(Kind kind) const {
        return kind == Kind::budget ? *ground_.budget : *ground_.cpi;
    }

    Reading<SizedRenewal> lapse() const {
        if (ground_.items.empty()) {
            SizedRenewal sized = held(Yearly(0, ground_.home));
            sized.notes.emplace_back(
                "No item is known that rests on the status-of-forces agreement: all stops");
            return sized;
        }
        std::vector<models::TermItem<Decimal>> items;
        std::vector<std::string> going_on;
        std::vector<std::string> mixed;
        for (const PresentItem& item : ground_.items) {
            if (!item.total) {
                return refused(option,
                               "what of '" + item.title + "' would go on is not known: its total is not",
                               {"another rule"});
            }
            const bool both = item.basis == LegalBasis::both;
            const Decimal part = both ? asked_.mixed.value_or(0)
                                      : Decimal(item.basis == LegalBasis::special_agreement ? 0 : 1);
            items.push_back({*item.total, part});
            if (part > Decimal(0)) {
                going_on.push_back(item.title + (both ? " (" + percent_words(part) + ")" : ""));
            } else if (both) {
                mixed.push_back(item.title + (item.note.empty() ? std::string() : " (" + item.note + ")"));
            }
        }
        SizedRenewal sized = held(models::going_on(items, ground_.term_years));
        const Yearly stops = models::lapsing(items, ground_.term_years);
        std::string text = "Only what rests on the status-of-forces agreement goes on";
        for (std::size_t at = 0; at < going_on.size(); ++at) {
            text += (at == 0 ? ": " : ", ") + going_on[at];
        }
        sized.notes.push_back(text + "; " + signed_words(stops.in(ground_.home), ground_.home.currency) +
                              " a year stops");
        for (const std::string& item : mixed) {
            sized.notes.push_back("Rests on both agreements and is counted as stopping: " + item +
                                  ". lapse:mixed=PART lets a part of it go on");
        }
        return sized;
    }

    Reading<SizedRenewal> bridge() const {
        const auto base = base_of(asked_.base, ground_);
        if (!base) {
            return base.diagnostics();
        }
        AskedRenewal flat;
        flat.base = asked_.base;
        const int left = ground_.last - ground_.first + 1 - asked_.years;
        if (left < (asked_.then.empty() ? 0 : 1)) {
            return refused(option,
                           "a bridge of " + count_words(asked_.years) +
                               (asked_.years == 1 ? " year" : " years") + " leaves none to the rule after it",
                           {"more --years", "a shorter bridge"});
        }
        // The rule after it begins when the bridge ends.
        RenewalGround after = ground_;
        after.first = ground_.first + asked_.years;
        auto then = Sizing(asked_.then.empty() ? flat : asked_.then.front(), after, rate_).result();
        if (!then) {
            return then.diagnostics();
        }
        SizedRenewal sized = *then;
        sized.renewal.bridge.assign(static_cast<std::size_t>(asked_.years), *base);
        sized.fixed_in.home = true;
        return sized;
    }

    Reading<SizedRenewal> multiple() const {
        const auto base = base_of(asked_.base, ground_);
        if (!base) {
            return base.diagnostics();
        }
        return held(asked_.kind == Kind::flat ? *base : *base * asked_.number);
    }

    Reading<SizedRenewal> index() const {
        const auto base = base_of(asked_.base, ground_);
        if (!base) {
            return base.diagnostics();
        }
        return SizedRenewal{
            .renewal = {.rule = models::IndexedAmount<Decimal>{*base, index_of(rises_of(asked_.kind),
                                                                               asked_.index)}},
            .notes = {}};
    }

    Reading<SizedRenewal> step() const {
        const auto base = base_of(asked_.base, ground_);
        if (!base) {
            return base.diagnostics();
        }
        models::IndexRule<Decimal> index =
            asked_.follow == Kind::flat
                ? models::IndexRule<Decimal>{.rises = calc::series_of(ground_.first, ground_.last,
                                                                      [](Year) { return Decimal(0); })}
                : index_of(rises_of(asked_.follow), index_after_step(asked_));
        index.first = asked_.number;
        return SizedRenewal{.renewal = {.rule = models::IndexedAmount<Decimal>{*base, index}}, .notes = {}};
    }

    Reading<SizedRenewal> cost() const {
        const YearlyCost& cost = ground_.costs.at(*asked_.cost);
        const calc::Unit unit = cost.amount.unit();
        Yearly amount = cost.amount * asked_.number;
        if (asked_.kind == Kind::cost_plus) {
            Yearly credit(0, unit);
            if (asked_.amount) {
                const auto home = at_home(*asked_.amount, ground_, rate_);
                if (!home) {
                    return home.diagnostics();
                }
                credit = unit == ground_.home || !rate_ ? *home : calc::convert(*home, *rate_);
            }
            amount = models::cost_plus(cost.amount, asked_.number, credit);
            if (amount.in(unit) < Decimal(0)) {
                return refused(option, "the credit of '" + asked_.text + "' is more than the cost");
            }
        }
        SizedRenewal sized = held(unit == ground_.home || !rate_ ? amount : calc::convert(amount, *rate_));
        sized.fixed_in = {.home = unit == ground_.home, .abroad = unit != ground_.home};
        if (asked_.amount && asked_.amount->currency != unit.currency) {
            sized.fixed_in = {.home = true, .abroad = true};
        }
        sized.notes.push_back(
            (asked_.kind == Kind::cost_plus ? number_words(asked_.number + 1, 4) + " × "
                                            : percent_words(asked_.number) + " of ") +
            signed_words(cost.amount.in(unit), unit.currency, 4) + " a year (" + cost.words + ") is " +
            signed_words(amount.in(unit), unit.currency, 4) + " a year, in cash and in kind" +
            (asked_.kind == Kind::cost_share ? ""
             : asked_.amount
                 ? "; " + signed_words(asked_.amount->value, asked_.amount->currency) + " is credited"
                 : "; nothing is credited"));
        return sized;
    }

    Reading<SizedRenewal> per_head() const {
        if (!ground_.members) {
            return refused(option, "no head-count is known for " + ground_.arrangement.host,
                           {"--members 50000"});
        }
        const auto each = at_home(*asked_.amount, ground_, rate_);
        if (!each) {
            return each.diagnostics();
        }
        SizedRenewal sized = held(*each * *ground_.members);
        const bool home = asked_.amount->currency == ground_.home.currency;
        sized.fixed_in = {.home = home, .abroad = !home};
        return sized;
    }

    Reading<SizedRenewal> stated() const {
        if (asked_.amounts.front().first.year != ground_.first) {
            return refused(option,
                           "stated amounts begin in " + label(ground_.first, ground_.calendar) + ", not " +
                               label(asked_.amounts.front().first.year, ground_.calendar),
                           {"amounts:" + label(ground_.first, ground_.calendar) + "=…"});
        }
        calc::Series<Yearly> amounts(ground_.first);
        FixedIn fixed_in;
        for (const auto& [year, amount] : asked_.amounts) {
            if (ground_.last < year.year) {
                return refused(option, "an amount of " + label(year.year, ground_.calendar) +
                                           " cannot change anything: the last year is " +
                                           label(ground_.last, ground_.calendar));
            }
            const auto home = at_home(amount, ground_, rate_);
            if (!home) {
                return home.diagnostics();
            }
            (amount.currency == ground_.home.currency ? fixed_in.home : fixed_in.abroad) = true;
            amounts.push_back(*home);
        }
        SizedRenewal sized{
            .renewal = {.rule = models::StatedAmounts<Decimal>{amounts}}, .fixed_in = fixed_in, .notes = {}};
        if (amounts.last() < ground_.last) {
            sized.notes.push_back("The amount of " + label(amounts.last(), ground_.calendar) +
                                  " is held to " + label(ground_.last, ground_.calendar));
        }
        return sized;
    }

    const AskedRenewal& asked_;
    const RenewalGround& ground_;
    const Rate& rate_;
};

}  // namespace

bool follows(const AskedRenewal& asked, Kind index) {
    return asked.kind == index || (asked.kind == Kind::step && asked.follow == index) ||
           std::any_of(asked.then.begin(), asked.then.end(),
                       [&](const AskedRenewal& then) { return follows(then, index); });
}

int longest_lag(const std::vector<AskedRenewal>& renewals) {
    int lag = 0;
    for (const AskedRenewal& asked : renewals) {
        lag = std::max({lag, asked.index.lag, longest_lag(asked.then)});
    }
    return lag;
}

std::vector<AskedRenewal> rules_by_rises(const HostingQuestion& question, const Arrangement& arrangement) {
    std::vector<AskedRenewal> rules = question.renewals;
    if (!arrangement.escalator.empty()) {
        const auto escalator = read_renewals(arrangement.escalator);
        calc::require(static_cast<bool>(escalator), "an escalator was checked when it was read");
        rules.push_back(escalator->front());
    }
    return rules;
}

Reading<Yearly> base_of(const std::optional<RenewalBase>& asked, const RenewalGround& ground) {
    const RenewalBase base = asked.value_or(ground.base);
    const auto& amount = base == RenewalBase::average ? ground.average : ground.last_year;
    if (!amount) {
        const auto& other = base == RenewalBase::average ? ground.last_year : ground.average;
        return refused(
            option,
            std::string(base == RenewalBase::average ? "the average" : "the last year") + " of '" +
                ground.arrangement.key + "' is not known",
            other ? std::vector<std::string>{base == RenewalBase::average ? "--base last" : "--base average"}
                  : std::vector<std::string>{"amounts:" + label(ground.first, ground.calendar) + "=…"});
    }
    return *amount;
}

Reading<SizedRenewal> sized(const AskedRenewal& asked, const RenewalGround& ground, const Rate& rate) {
    return Sizing(asked, ground, rate).result();
}

}  // namespace burden::inputs
