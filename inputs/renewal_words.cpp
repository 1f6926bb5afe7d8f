#include <algorithm>

#include "burden/inputs/renewal_ground.hpp"
#include "burden/inputs/target_ground.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using Kind = AskedRenewal::Kind;
using Yearly = calc::Yearly<Decimal>;

namespace {

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

AskedIndex index_after_step(const AskedRenewal& asked) {
    AskedIndex index = asked.index;
    if (!asked.follow_named && !index.cap) {
        index.cap = Decimal("0.05");
    }
    return index;
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
