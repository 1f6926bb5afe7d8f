/// What is added up on the two sides of an account, for plain numbers and for recorded ones. Private to the
/// ledger run and its recording.
#pragma once

#include <optional>
#include <vector>

#include "burden/calc/exchange.hpp"
#include "burden/inputs/ledger_run.hpp"

namespace burden::inputs {

/// The amount of an entry: a figure spread evenly over its years, as often as it is counted, each year at
/// its rate. `rate_of` gives the rate of exchange of a sourced one.
template <calc::Number N, typename RateOf>
calc::Total<N> counted_amount(const calc::Total<N>& figure, const LedgerGround& ground,
                              const calc::Currency& currency, const RateOf& rate_of) {
    const calc::Yearly<N> each = calc::average(figure, ground.years);
    if (ground.rates.empty()) {
        return calc::as_part_of_total(each) * N(calc::Decimal(ground.counted));
    }
    calc::Total<N> sum(N(calc::Decimal(0)), {currency});
    for (const SourcedRate& rate : ground.rates) {
        sum = sum + calc::as_part_of_total(calc::convert(each, rate_of(rate)));
    }
    return sum;
}

/// An entry of an account.
template <calc::Number N>
struct CountedEntry {
    LedgerPart part = LedgerPart::cash;
    calc::Total<N> amount;
};

template <calc::Number N>
using CountedEntries = std::vector<CountedEntry<N>>;

/// The sum of the entries whose part `counts`; none where there is no such entry.
template <calc::Number N, typename Counts>
std::optional<calc::Total<N>> sum_of(const CountedEntries<N>& entries, const Counts& counts) {
    std::optional<calc::Total<N>> sum;
    for (const CountedEntry<N>& entry : entries) {
        if (counts(entry.part)) {
            sum = sum ? *sum + entry.amount : entry.amount;
        }
    }
    return sum;
}

template <calc::Number N>
std::optional<calc::Total<N>> sum_of(const CountedEntries<N>& entries, LedgerPart wanted) {
    return sum_of(entries, [&](LedgerPart part) { return part == wanted; });
}

/// What the host pays in cash and in kind.
template <calc::Number N>
std::optional<calc::Total<N>> direct_sum(const CountedEntries<N>& entries) {
    return sum_of(entries, [](LedgerPart part) {
        return part == LedgerPart::cash || part == LedgerPart::in_kind ||
               part == LedgerPart::cash_and_in_kind;
    });
}

/// The guest's side by categories, or as one sum where no split is published.
template <calc::Number N>
std::optional<calc::Total<N>> guest_sum(const CountedEntries<N>& entries, bool with_military_pay) {
    const auto published_whole = sum_of(entries, LedgerPart::all_obligations);
    const auto pay = sum_of(entries, LedgerPart::military_pay);
    const auto without_pay = sum_of(entries, LedgerPart::without_military_pay);
    const auto categories = sum_of(entries, [](LedgerPart part) {
        return !is_hosts(part) && part != LedgerPart::all_obligations &&
               part != LedgerPart::without_military_pay && part != LedgerPart::military_pay;
    });
    if (with_military_pay) {
        return published_whole     ? published_whole
               : pay && categories ? std::optional(*pay + *categories)
                                   : std::nullopt;
    }
    if (without_pay) {
        return without_pay;
    }
    if (published_whole && pay) {
        return *published_whole - *pay;
    }
    return pay ? categories : std::nullopt;
}

/// Both sides as a rule counts them; none where a part is not published.
template <calc::Number N>
std::optional<models::PresenceCost<N>> cost_under(CountingRule rule, const CountedEntries<N>& entries) {
    auto host = direct_sum(entries);
    const auto add = [&](LedgerPart part) {
        const auto more = sum_of(entries, part);
        host = host && more ? std::optional(*host + *more) : std::nullopt;
    };
    if (rule == CountingRule::with_forgone_rent || rule == CountingRule::with_forgone_rent_and_taxes) {
        add(LedgerPart::forgone_rent);
    }
    if (rule == CountingRule::with_forgone_rent_and_taxes) {
        add(LedgerPart::waived_taxes);
    }
    const auto guest = guest_sum(entries, rule != CountingRule::without_military_pay);
    return host && guest ? std::optional(models::PresenceCost<N>{*host, *guest}) : std::nullopt;
}

}  // namespace burden::inputs
