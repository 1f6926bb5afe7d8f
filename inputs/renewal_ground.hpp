/// What renewals of one arrangement are computed from. Private to the hosting run.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "burden/inputs/hosting_run.hpp"
#include "burden/inputs/ledger_run.hpp"

namespace burden::inputs {

/// Rises by year, and what they are in words.
struct SourcedRises {
    calc::Series<calc::Decimal> rises;
    std::string words;
    std::vector<std::string> sources;
};

struct RenewalGround {
    const Facts& facts;
    const Arrangement& arrangement;
    calc::FiscalCalendar calendar;
    calc::Unit home;
    calc::Unit abroad;
    calc::Year first = {};
    calc::Year last = {};
    RenewalBase base = RenewalBase::average;
    std::optional<calc::Yearly<calc::Decimal>> average = {};
    std::optional<calc::Yearly<calc::Decimal>> last_year = {};
    std::string last_words = {};  ///< "FY2026 budget"
    std::vector<PresentItem> items = {};
    int term_years = 0;
    std::optional<SourcedRises> cpi = {};
    std::optional<SourcedRises> budget = {};
    std::optional<calc::Decimal> members = {};
    std::map<CostBase, YearlyCost> costs = {};
};

/// An arrangement's renewal at a rate of exchange.
struct SizedRenewal {
    models::Renewal<calc::Decimal> renewal;
    FixedIn fixed_in = {.home = true};
    std::vector<std::string> notes;  ///< sentences without their full stop
};

/// The bounds of the index after a step: one that does not say what follows goes on as Korea's of 2026 does.
AskedIndex index_after_step(const AskedRenewal& asked);

/// A rule put to the ground. `rate` is between home and abroad; none where they are one currency.
Reading<SizedRenewal> sized(const AskedRenewal& asked, const RenewalGround& ground,
                            const std::optional<calc::ExchangeRate<calc::Decimal>>& rate);

/// The amount that a rule starts from; a diagnostic where the term's amounts are not known.
Reading<calc::Yearly<calc::Decimal>> base_of(const std::optional<RenewalBase>& asked,
                                             const RenewalGround& ground);

/// What agreement went before in this way, with its figures from the facts; empty where none did. Adds its
/// sources.
std::string precedent_of(const AskedRenewal& asked, const Facts& facts, std::vector<std::string>& sources);

/// What a multiple is not: the demand that was reported for the host, and on which base or at which rate it
/// would be. Empty where nothing was demanded. Adds its sources.
std::string demand_warning(const AskedRenewal& asked, const RenewalGround& ground, const Country& host,
                           const calc::ExchangeRate<calc::Decimal>& rate, std::vector<std::string>& sources);

/// Whether a rule, or the one after its bridge, follows an index of this kind.
bool follows(const AskedRenewal& asked, AskedRenewal::Kind index);

/// The most years that an index of these rules, or of those after their bridges, lies behind; 0 without one.
int longest_lag(const std::vector<AskedRenewal>& renewals);

/// The rules that rises are wanted for: those asked for, and the one within the arrangement's term.
std::vector<AskedRenewal> rules_by_rises(const HostingQuestion& question, const Arrangement& arrangement);

/// A rule in words: "cpi, cap 5 %", "step 8.3 %, then cpi, cap 5 %", "cost plus 50 %, guest".
std::string words_of(const AskedRenewal& asked);

}  // namespace burden::inputs
