/// What an arrangement says that a quoted amount may have meant. Private to the claim runs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "burden/calc/invariant.hpp"
#include "burden/inputs/claim_run.hpp"
#include "burden/inputs/hosting_run.hpp"

namespace burden::inputs {

/// What an arrangement says that a claim may have meant.
struct Candidate {
    std::string words;                    ///< "total over five years"
    std::string says;                     ///< of a conclusion: "the five-year total"
    ClaimAmount made;                     ///< how the amount is computed
    calc::Decimal amount = {};            ///< whole units of the arrangement's currency
    bool yearly = false;                  ///< of one year; else of the term
    bool of_the_signing = false;          ///< what may have been put into other money when it was agreed
    bool primary = false;                 ///< the total or its average
    std::string remark = {};              ///< "another thing"
    std::optional<calc::Year> year = {};  ///< of a year's own figure, which has that year's rate
    std::vector<std::string> sources;
};

/// All of them: the total and its average, budgets by year, both without what rests on the status-of-forces
/// agreement, per service member, and the host's wider costs.
std::vector<Candidate> claim_candidates(const HostingRun& term, const Country& host,
                                        const calc::Amount& claimed);

/// The figures of a term that candidates are made of, in whole units at home.
template <calc::Number N>
struct TermFigures {
    std::optional<N> total = {};
    std::optional<N> average = {};
    std::vector<N> status_of_forces = {};  ///< totals of items that rest on that agreement alone
    std::map<calc::Year, N> amounts = {};  ///< by year, stated or by the rule within the term
    std::map<calc::Year, N> budgets = {};  ///< what the host budgeted
    std::optional<N> members = {};
    std::optional<N> stationing_cost = {};  ///< the host's wider cost of a year
};

/// The latest year of a host's wider cost of stationing, where it is counted in a currency; null without one.
struct WiderCost {
    const FactSeries* series = nullptr;
    const Observation* latest = nullptr;
};
WiderCost wider_cost(const Country& host, const calc::Currency& currency);

/// A candidate's amount.
template <calc::Number N>
N amount_of(const ClaimAmount& made, const TermFigures<N>& term, int term_years) {
    using Kind = ClaimAmount::Kind;
    const auto known = [](const auto& figure) -> const N& {
        calc::require(figure.has_value(), "a candidate is made of figures that are known");
        return *figure;
    };
    const auto special = [&] {
        N rest = known(term.total);
        for (const N& item : term.status_of_forces) {
            rest = rest - item;
        }
        return rest;
    };
    switch (made.kind) {
        case Kind::total:
            return known(term.total);
        case Kind::average:
            return known(term.average);
        case Kind::average_over_years:
            return known(term.average) * N(calc::Decimal(made.years));
        case Kind::special_total:
            return special();
        case Kind::special_average:
            return special() / N(calc::Decimal(term_years));
        case Kind::average_per_member:
            return known(term.average) / known(term.members);
        case Kind::total_per_member:
            return known(term.total) / known(term.members);
        case Kind::year:
            return term.amounts.at(made.year);
        case Kind::budget:
            return term.budgets.at(made.year);
        case Kind::stationing_cost:
            return known(term.stationing_cost);
    }
    throw calc::BrokenInvariant("a kind of amount that nobody computes");
}

}  // namespace burden::inputs
