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

std::string index_words(const AskedIndex& index) {
    std::string words;
    if (index.cap) {
        words += ", cap " + percent_words(*index.cap);
    }
    if (index.floor) {
        words += ", floor " + percent_words(*index.floor);
    }
    if (index.lag > 0) {
        words += ", lag " + std::to_string(index.lag);
    }
    return words;
}

std::string base_suffix(const AskedRenewal& asked) {
    if (!asked.base) {
        return "";
    }
    return *asked.base == RenewalBase::average ? ", from the average" : ", from the last year";
}

/// A step that does not say what follows goes on as Korea's of 2026 does.
AskedIndex index_after_step(const AskedRenewal& asked) {
    AskedIndex index = asked.index;
    if (!asked.follow_named && !index.cap) {
        index.cap = Decimal("0.05");
    }
    return index;
}

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

/// "Precedent: South Korea 2026, +8.3 %, then cpi, cap 5 %": the first rise of an arrangement from the last
/// amount known before, and its rule.
std::string agreed_before(const Facts& facts, const char* before, const char* after,
                          std::vector<std::string>& sources) {
    const Arrangement* const old = facts.find_arrangement(before);
    const Arrangement* const next = facts.find_arrangement(after);
    if (old == nullptr || next == nullptr || old->years.empty() || next->years.empty()) {
        return "";
    }
    const ArrangementYear* from = &old->years.back();
    for (const ArrangementYear& to : next->years) {
        const Decimal rise = to.amount / from->amount - 1;
        if (rise > Decimal(0)) {
            const auto rule = read_renewals(next->escalator);
            add_keys(sources, next->sources);
            return "Precedent: Korea " + std::to_string(to.year.number) + ", +" + percent_words(rise, 1) +
                   (rule ? ", then " + words_of(rule->front()) : "");
        }
        from = &to;
    }
    return "";
}

}  // namespace

Reading<SourcedRises> consumer_prices(const Country& country, const calc::FiscalCalendar& calendar,
                                      Year first, Year last, const std::optional<calc::ByYear>& given) {
    if (given && given->always) {
        return SourcedRises{calc::series_of(first, last, [&](Year) { return *given->always; }),
                            "consumer prices rise by " + percent_words(*given->always) + " a year, as given",
                            {}};
    }
    const auto series = chosen(country, "inflation");
    if (!series) {
        return pointing_at("--cpi", series.diagnostics());
    }
    const auto published = values_by_year(*series->series);
    const auto own = calendar_of(country, *series->series);
    // A level of prices, one year before the first rise, so that it can be put into other years by months.
    calc::Series<Decimal> level(published.first() - 1, {Decimal(1)});
    for (Year year = published.first(); year <= last + 1; ++year) {
        const Decimal& rise = published.covers(year) ? published[year] : published.back();
        level.push_back(level.back() * (Decimal(1) + rise));
    }
    const auto by_year = calc::by_months(level, own, calendar);
    if (first - 1 < by_year.first()) {
        return refused("--renewals",
                       "consumer prices of " + country.name + " are not known before " +
                           label(by_year.first() + 1, calendar),
                       {"a shorter lag"});
    }
    SourcedRises result{
        calc::series_of(first, last,
                        [&](Year year) { return Decimal(by_year[year] / by_year[year - 1] - Decimal(1)); }),
        "consumer prices: " + series->series->definition +
            (series->series->vintage.empty() ? "" : ", " + series->series->vintage),
        sources_of(*series->series)};
    if (published.last() < last) {
        result.words += "; after " + label(published.last(), own) + " the rise of " +
                        label(published.last(), own) + " held";
    }
    for (const auto& [year, rise] : given ? given->years : decltype(given->years){}) {
        if (year.year < first || last < year.year) {
            return refused("--cpi", "a rate for " + label(year.year, calendar) + " cannot change anything",
                           {"years from " + label(first, calendar) + " to " + label(last, calendar)});
        }
        const auto before = result.rises;
        result.rises = calc::series_of(
            first, last, [&, at = year.year, to = rise](Year one) { return one == at ? to : before[one]; });
        result.words += "; " + label(year.year, calendar) + " " + percent_words(rise) + ", as given";
    }
    return result;
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

std::string precedent_of(const AskedRenewal& asked, const Facts& facts, std::vector<std::string>& sources) {
    switch (asked.kind) {
        case Kind::cpi:
            return agreed_before(facts, "kor-sma-11", "kor-sma-12", sources);
        case Kind::step:
            return asked.follow == Kind::cpi ? agreed_before(facts, "kor-sma-11", "kor-sma-12", sources)
                                             : agreed_before(facts, "kor-sma-10", "kor-sma-11", sources);
        case Kind::budget:
            return agreed_before(facts, "kor-sma-10", "kor-sma-11", sources);
        case Kind::bridge: {
            const Arrangement* const japan = facts.find_arrangement("jpn-sma-2016-extension");
            if (japan == nullptr || !japan->total) {
                return "";
            }
            add_keys(sources, japan->sources);
            return "Precedent: Japan FY2021, one year at " +
                   signed_words(*japan->total, *japan->unit.currency) + " between two agreements";
        }
        case Kind::multiple:
        case Kind::cost_plus:
            return "Precedent: what was reportedly asked of Japan and Korea in 2019, agreed with neither";
        default:
            return "";
    }
}

std::string demand_warning(const AskedRenewal& asked, const RenewalGround& ground, const Country& host,
                           const calc::ExchangeRate<Decimal>& rate, std::vector<std::string>& sources) {
    if (asked.kind != Kind::multiple || asked.number <= Decimal(1)) {
        return "";
    }
    const auto demand = chosen(host, "support-demand");
    const auto base = base_of(asked.base, ground);
    if (!demand || !base || demand->series->unit.currency != ground.abroad.currency) {
        return "";
    }
    const Observation& reported = demand->series->observations.back();
    add_keys(sources, reported.sources);
    const Yearly asked_abroad(whole(*demand->series, reported), ground.abroad);
    const Yearly home = *base * asked.number;
    const Yearly demanded = calc::convert(asked_abroad, rate);
    const auto in = [](const Yearly& amount) {
        return signed_words(amount.in(amount.unit()), amount.unit().currency);
    };
    const std::string pair = ground.home.currency.code() + "/" + ground.abroad.currency.code();
    return asked.text + " is " + in(home) + " a year, " + in(calc::convert(home, rate)) +
           " at this rate. The demand reported in " + std::to_string(reported.year.number) + ", about " +
           in(asked_abroad) + ", is another base or rate: it is " + in(demanded) + " here, " +
           number_words(demanded / *base, 1) + " times the base; " + asked.text + " comes to it at " +
           number_words(models::break_even_rate(home, asked_abroad)) + " " + pair + ", or on a base of " +
           in(asked_abroad / asked.number) + " (" + in(demanded / asked.number) + ").";
}

std::string words_of(const AskedRenewal& asked) {
    switch (asked.kind) {
        case Kind::lapse:
            return asked.mixed ? "lapse, " + percent_words(*asked.mixed) + " of mixed items goes on"
                               : "lapse";
        case Kind::bridge:
            return (asked.years == 1 ? "bridge of a year, then "
                                     : "bridge of " + std::to_string(asked.years) + " years, then ") +
                   (asked.then.empty() ? "flat" : words_of(asked.then.front())) + base_suffix(asked);
        case Kind::flat:
            return "flat" + base_suffix(asked);
        case Kind::cpi:
            return "cpi" + index_words(asked.index) + base_suffix(asked);
        case Kind::budget:
            return "budget" + index_words(asked.index) + base_suffix(asked);
        case Kind::step:
            return "step " + percent_words(asked.number) + ", then " +
                   (asked.follow == Kind::flat ? "flat"
                                               : (asked.follow == Kind::cpi ? "cpi" : "budget") +
                                                     index_words(index_after_step(asked))) +
                   base_suffix(asked);
        case Kind::multiple:
            return "x" + number_words(asked.number, 4) + base_suffix(asked);
        case Kind::cost_plus:
            return "cost plus " + percent_words(asked.number) + ", " + std::string(to_text(*asked.cost)) +
                   (asked.amount ? ", less credit" : "");
        case Kind::cost_share:
            return percent_words(asked.number) + " of cost, " + std::string(to_text(*asked.cost));
        case Kind::per_head:
            return signed_words(asked.amount->value, asked.amount->currency) + " per head";
        case Kind::amounts:
            break;
    }
    return "stated amounts";
}

}  // namespace burden::inputs
