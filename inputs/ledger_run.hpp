/// A ledger's figures: what host and guest paid over the same period, in one currency.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "burden/inputs/facts.hpp"
#include "burden/inputs/hosting.hpp"
#include "burden/inputs/rates.hpp"
#include "burden/inputs/renewal_question.hpp"
#include "burden/models/ledger.hpp"

namespace burden::inputs {

/// What an amount of an account is computed from: a figure, spread evenly over its years.
struct LedgerGround {
    ReferredFact fact = {};
    int years = 1;                        ///< that the figure covers
    int counted = 1;                      ///< that it stands for in the account
    std::vector<SourcedRate> rates = {};  ///< of each of these; none where nothing is converted
};

/// One entry of an account, over all its years.
struct LedgerLine {
    LedgerPart part = LedgerPart::cash;
    std::string title;
    calc::Total<calc::Decimal> amount;  ///< in the guest's currency
    std::string published;              ///< the figure as its source prints it, with unit and time
    std::string rate_words;             ///< empty without conversion
    bool total_only = false;            ///< no split by years is published
    bool assumed = false;               ///< the figure of one year stands for every year
    std::string note;
    std::vector<std::string> sources;
    LedgerGround ground = {};  ///< of the amount
};

/// What is counted on both sides.
enum class CountingRule { direct, without_military_pay, with_forgone_rent, with_forgone_rent_and_taxes };

/// "direct", "without military pay", …
std::string_view to_text(CountingRule rule);

/// The share under one rule.
struct RuleShare {
    CountingRule rule = CountingRule::direct;
    std::optional<models::PresenceCost<calc::Decimal>> cost;  ///< none where a part is not published
    std::string unknown;                                      ///< what is not published
    bool assumed = false;                                     ///< rests on a figure of another year
};

/// One account.
struct AccountRun {
    std::string key;
    std::string title;
    std::string years;  ///< as written: "2016..2019"
    int length = 1;     ///< years
    std::vector<LedgerLine> lines;
    std::vector<RuleShare> shares;
    std::string note;
};

/// What stands beside the accounts.
struct AsideRun {
    const LedgerAside* aside = nullptr;
    std::optional<ReferredFact> fact;
    std::string when;  ///< "FY2023", "2016..2019"; empty without figure
};

/// All accounts of one host.
struct LedgerRun {
    std::string code;
    std::string name;
    calc::Unit unit;  ///< of every amount of the accounts
    std::vector<AccountRun> accounts;
    std::vector<AsideRun> asides;
    std::vector<std::string> sources;
};

/// One account, its amounts in the guest's currency at the average rate of each year.
Reading<AccountRun> account_run(const Facts& facts, const LedgerAccount& account);

/// The accounts of a host that touch a period, and what stands beside them in it or at no time.
Reading<LedgerRun> ledger_run(const Facts& facts, const Country& host,
                              const std::optional<std::pair<calc::YearText, calc::YearText>>& period);

/// What a presence costs a year, for a rule that rests on cost.
struct YearlyCost {
    calc::Yearly<calc::Decimal> amount;  ///< in the guest's currency
    calc::Year last;                     ///< of the years it is an average of
    std::string words;                   ///< "the guest's obligations 2016..2019, 20.9 bn USD over 4 years"
    std::vector<std::string> sources;
};

/// The cost of a year from the host's account of the most years that has it, of equals the latest; a
/// diagnostic where none has.
Reading<YearlyCost> yearly_cost(const Facts& facts, const Country& host, CostBase base);

}  // namespace burden::inputs
