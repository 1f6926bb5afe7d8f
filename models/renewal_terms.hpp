/// The rules of renewals with their numbers, and what they come to on a given ground.
#pragma once

#include <algorithm>
#include <optional>
#include <variant>
#include <vector>

#include "burden/models/arrangement.hpp"
#include "burden/models/ledger.hpp"

namespace burden::models {

/// The amount of the ending term that a rule starts from.
enum class TermBase { average, last };

/// The index that amounts follow.
enum class IndexedBy { consumer_prices, defence_budget, nothing };

/// An index with its bounds.
template <typename N>
struct IndexTerms {
    IndexedBy by = IndexedBy::consumer_prices;
    std::optional<N> cap = {};
    std::optional<N> floor = {};
    int lag = 0;
    std::optional<N> first = {};  ///< rise of the first year, in place of the index
};

/// An amount in the host's currency, or in the guest's.
template <typename N>
struct SidedAmount {
    N amount;
    bool abroad = false;  ///< in the guest's currency, at each year's rate
};

/// What goes on when the special agreement lapses.
template <typename N>
struct LapseTerms {
    struct Item {
        std::optional<N> total;  ///< none for the one item that is what the others leave
        N goes_on;               ///< the part that does not rest on the special agreement, 0 to 1
    };
    std::optional<N> total;  ///< of all items; asked for by an item without total
    std::vector<Item> items;
};

/// The base, or so many times the base.
template <typename N>
struct MultipleTerms {
    TermBase base = TermBase::average;
    std::optional<N> factor = {};
};

template <typename N>
struct IndexedTerms {
    TermBase base = TermBase::average;
    IndexTerms<N> index = {};
};

/// A share of a cost, or the cost and a margin less a credit.
template <typename N>
struct CostTerms {
    SidedAmount<N> cost;  ///< a year
    N number;             ///< the share, or the margin
    bool plus = false;    ///< whether `number` is a margin
    std::optional<SidedAmount<N>> credit = {};
};

template <typename N>
struct PerHeadTerms {
    SidedAmount<N> each;
};

/// Amounts from the first year on; the last goes on.
template <typename N>
struct StatedTerms {
    std::vector<SidedAmount<N>> amounts;
};

/// A rule, after years as before.
template <typename N>
struct RenewalTerms {
    int bridge_years = 0;
    TermBase bridge_base = TermBase::average;
    std::variant<MultipleTerms<N>, LapseTerms<N>, IndexedTerms<N>, CostTerms<N>, PerHeadTerms<N>,
                 StatedTerms<N>>
        rule = {};
};

/// Whether a rule follows an index.
template <typename N>
bool follows(const RenewalTerms<N>& terms, IndexedBy index) {
    const auto* const indexed = std::get_if<IndexedTerms<N>>(&terms.rule);
    return indexed != nullptr && indexed->index.by == index;
}

/// What a rule is put to. What a rule does not ask for may be missing; what it asks for must be there.
template <calc::Number N>
struct RenewalSetting {
    calc::Unit home;
    calc::Year first;
    calc::Year last;
    int term_years = 0;
    std::optional<calc::Yearly<N>> average = {};  ///< of the ending term
    std::optional<calc::Yearly<N>> last_year = {};
    std::optional<calc::Series<N>> consumer_prices = {};  ///< rises, from `first` less the longest lag
    std::optional<calc::Series<N>> defence_budget = {};   ///< rises, likewise
    std::optional<calc::Series<N>> rate = {};  ///< home currency for one unit of the guest's, first to last
    std::optional<calc::Series<N>> cost_prices =
        {};  ///< level of prices in the guest's cost; 1 in the cost's year
    std::optional<N> members = {};
    std::optional<N> members_of_cost =
        {};  ///< head-count that the cost was for; none leaves the cost as it is
};

namespace renewal_detail {

template <calc::Number N>
N in_home(const SidedAmount<N>& amount, const RenewalSetting<N>& setting, calc::Year year) {
    if (!amount.abroad) {
        return amount.amount;
    }
    calc::require(setting.rate.has_value(), "an amount abroad is put into home currency by a rate");
    return N(amount.amount * (*setting.rate)[year]);
}

template <calc::Number N>
const calc::Yearly<N>& base_of(TermBase base, const RenewalSetting<N>& setting) {
    const auto& amount = base == TermBase::average ? setting.average : setting.last_year;
    calc::require(amount.has_value(), "the amount that a rule starts from is known");
    return *amount;
}

template <calc::Number N>
IndexRule<N> index_of(const IndexTerms<N>& terms, const RenewalSetting<N>& setting, calc::Year first) {
    IndexRule<N> rule{.rises = calc::Series<N>(first),
                      .cap = terms.cap,
                      .floor = terms.floor,
                      .lag = terms.lag,
                      .first = terms.first};
    switch (terms.by) {
        case IndexedBy::nothing:
            rule.rises = calc::series_of(first, setting.last, [](calc::Year) { return N(0); });
            return rule;
        case IndexedBy::consumer_prices:
            calc::require(setting.consumer_prices.has_value(), "rises of consumer prices are known");
            rule.rises = *setting.consumer_prices;
            return rule;
        case IndexedBy::defence_budget:
            break;
    }
    calc::require(setting.defence_budget.has_value(), "growth of the defence budget is known");
    rule.rises = *setting.defence_budget;
    return rule;
}

/// A rule whose amounts do not depend on each other, year by year.
template <calc::Number N, typename AmountOf>
RenewalRule<N> by_year(const RenewalSetting<N>& setting, calc::Year first, const AmountOf& amount_of) {
    return StatedAmounts<N>{calc::series_of(first, setting.last, [&](calc::Year year) {
        return calc::Yearly<N>(N(amount_of(year)), setting.home);
    })};
}

template <calc::Number N>
calc::Yearly<N> going_on(const LapseTerms<N>& terms, const RenewalSetting<N>& setting) {
    std::vector<calc::Total<N>> known;
    for (const auto& item : terms.items) {
        if (item.total) {
            known.emplace_back(*item.total, setting.home);
        }
    }
    std::vector<TermItem<N>> items;
    for (const auto& item : terms.items) {
        calc::require(item.total || terms.total, "what the other items leave is left of a total");
        items.push_back({item.total ? calc::Total<N>(*item.total, setting.home)
                                    : residual(calc::Total<N>(*terms.total, setting.home), known),
                         item.goes_on});
    }
    return going_on(items, setting.term_years);
}

template <calc::Number N>
RenewalRule<N> by_cost(const CostTerms<N>& terms, const RenewalSetting<N>& setting, calc::Year first) {
    return by_year(setting, first, [&](calc::Year year) {
        N cost = terms.cost.amount;
        if (setting.cost_prices) {
            cost = N(cost * (*setting.cost_prices)[year]);
        }
        if (setting.members && setting.members_of_cost) {
            cost = N(cost * *setting.members / *setting.members_of_cost);
        }
        const N at_home = in_home(SidedAmount<N>{cost, terms.cost.abroad}, setting, year);
        if (!terms.plus) {
            return N(at_home * terms.number);
        }
        const calc::Yearly<N> credit(terms.credit ? in_home(*terms.credit, setting, year) : N(0),
                                     setting.home);
        return N(cost_plus(calc::Yearly<N>(at_home, setting.home), terms.number, credit).in(setting.home));
    });
}

}  // namespace renewal_detail

/// What follows an arrangement under a rule, put to its setting.  source  docs/models/arrangement.md
template <calc::Number N>
Renewal<N> renewal_of(const RenewalTerms<N>& terms, const RenewalSetting<N>& setting) {
    using namespace renewal_detail;
    Renewal<N> renewal{.rule = HeldAmount<N>{calc::Yearly<N>(N(0), setting.home)}};
    if (terms.bridge_years > 0) {
        renewal.bridge.assign(static_cast<std::size_t>(terms.bridge_years),
                              base_of(terms.bridge_base, setting));
    }
    const calc::Year first = setting.first + terms.bridge_years;
    if (setting.last < first) {
        return renewal;
    }
    if (const auto* multiple = std::get_if<MultipleTerms<N>>(&terms.rule)) {
        const auto& base = base_of(multiple->base, setting);
        renewal.rule = HeldAmount<N>{multiple->factor ? base * *multiple->factor : base};
    } else if (const auto* lapse = std::get_if<LapseTerms<N>>(&terms.rule)) {
        renewal.rule = HeldAmount<N>{lapse->items.empty() ? calc::Yearly<N>(N(0), setting.home)
                                                          : renewal_detail::going_on(*lapse, setting)};
    } else if (const auto* indexed = std::get_if<IndexedTerms<N>>(&terms.rule)) {
        renewal.rule =
            IndexedAmount<N>{base_of(indexed->base, setting), index_of(indexed->index, setting, first)};
    } else if (const auto* cost = std::get_if<CostTerms<N>>(&terms.rule)) {
        renewal.rule = by_cost(*cost, setting, first);
    } else if (const auto* per_head = std::get_if<PerHeadTerms<N>>(&terms.rule)) {
        calc::require(setting.members.has_value(), "an amount per head is multiplied by a head-count");
        renewal.rule = by_year(setting, first, [&](calc::Year year) {
            return N(in_home(per_head->each, setting, year) * *setting.members);
        });
    } else if (const auto* stated = std::get_if<StatedTerms<N>>(&terms.rule)) {
        renewal.rule = by_year(setting, first, [&](calc::Year year) {
            const auto at = static_cast<std::size_t>(year - first);
            return in_home(stated->amounts[std::min(at, stated->amounts.size() - 1)], setting, year);
        });
    }
    return renewal;
}

}  // namespace burden::models
