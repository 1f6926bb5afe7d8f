/// What an arrangement costs, and what would follow it: a question put to the facts and the model.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "burden/inputs/economy.hpp"
#include "burden/inputs/hosting.hpp"
#include "burden/inputs/rates.hpp"
#include "burden/inputs/renewal_question.hpp"
#include "burden/models/arrangement.hpp"

namespace burden::inputs {

/// Everything that decides a table of renewals.
struct HostingQuestion {
    std::vector<AskedRenewal> renewals = {};
    int years = 5;                            ///< of a renewal, at least one
    RenewalBase base = RenewalBase::average;  ///< of rules that do not say theirs
    std::string reading = {};                 ///< key of a quoted reading; empty for the arrangement itself
    RateRequest rate = {};
    std::optional<calc::Date> as_of = {};         ///< else the day of the facts
    std::optional<calc::ByYear> cpi = {};         ///< rises of consumer prices in place of the published ones
    std::optional<calc::ByYear> budget = {};      ///< growth of the defence budget, likewise
    std::optional<calc::Decimal> members = {};    ///< head-count in place of the published one
    std::vector<calc::Decimal> fx = {};           ///< rates to hold the renewals against
    std::optional<calc::Amount> break_even = {};  ///< a year, in the guest's currency
};

/// One year of the term.
struct TermYear {
    calc::Year year;
    std::optional<calc::Yearly<calc::Decimal>>
        amount;                              ///< of the whole arrangement, where it has one by year
    Certainty certainty = Certainty::given;  ///< of that amount
    std::optional<calc::Yearly<calc::Decimal>> budget;  ///< what the host budgeted
};

/// One item of the present term.
struct PresentItem {
    std::string key;
    std::string title;
    LegalBasis basis = LegalBasis::special_agreement;
    Manner manner = Manner::not_stated;
    Firmness firmness = Firmness::fixed;
    bool residual = false;
    std::vector<std::optional<calc::Yearly<calc::Decimal>>>
        years;  ///< of the term; none where only the total is known
    std::optional<calc::Total<calc::Decimal>> total;
    std::string derivation;  ///< of a residual: "1,055.1 less utilities 88.5, …"
    std::string note = {};
};

/// A renewal at another rate of exchange, an average of its years.
struct RenewalAtRate {
    calc::Decimal rate;
    calc::Yearly<calc::Decimal> home;
    calc::Yearly<calc::Decimal> abroad;
};

/// The currencies that fix what is paid.
struct FixedIn {
    bool home = false;
    bool abroad = false;
};

/// One renewal.
struct RenewalRun {
    std::string text;  ///< as it was typed
    std::string words;
    models::RenewalPath<calc::Decimal> home;    ///< against flat
    models::RenewalPath<calc::Decimal> abroad;  ///< in the guest's currency
    calc::Series<calc::Decimal> share_of_gdp;
    calc::Decimal mean_share_of_gdp;  ///< its total over the GDP of all its years
    std::optional<calc::Series<calc::Decimal>> share_of_defence = {};
    std::optional<calc::Series<calc::Yearly<calc::Decimal>>> per_member = {};  ///< host's currency
    std::optional<calc::Decimal> mean_share_of_defence = {};
    std::optional<calc::Yearly<calc::Decimal>> mean_per_member = {};
    FixedIn fixed_in = {};
    std::vector<RenewalAtRate> at_rates = {};
    std::optional<calc::Decimal> break_even =
        {};  ///< rate at which its yearly average is the amount asked; none where it is fixed abroad
    std::string note = {};  ///< base, precedent
    std::string warning = {};
};

/// An arrangement and its renewals.
struct HostingRun {
    const Arrangement* arrangement = nullptr;
    std::string host_name = {};
    calc::FiscalCalendar calendar = {};
    calc::Unit unit;    ///< of every amount at home
    calc::Unit abroad;  ///< the guest's
    std::optional<calc::Year> term_first = {};
    std::optional<calc::Year> term_last = {};
    int term_years = 0;                 ///< none where the term is open or its dates are not known
    std::optional<int> days_left = {};  ///< at `as_of`; below zero once it has ended
    calc::Date as_of = {};
    std::vector<TermYear> term = {};
    std::vector<PresentItem> items = {};
    std::optional<calc::Total<calc::Decimal>> total = {};  ///< of the reading that is run
    std::optional<calc::Yearly<calc::Decimal>> average = {};
    std::optional<calc::Yearly<calc::Decimal>> last = {};
    const QuotedReading* reading = nullptr;  ///< the quoted reading that is run

    calc::Year first = {};  ///< of the renewals
    calc::Year to = {};
    std::vector<RenewalRun> renewals = {};
    calc::Series<Certainty> certainty{calc::Year{}};  ///< of GDP in those years

    std::optional<SourcedRate> rate = {};  ///< between home and abroad; none where they are one
    std::string members_words = {};        ///< empty without head-count
    std::optional<calc::Decimal> members = {};
    std::string gdp_words = {};
    std::string defence_words = {};
    std::string prices_words = {};  ///< of consumer prices; empty where no rule asks for them
    std::string budget_words = {};  ///< of the budget's growth, likewise
    std::vector<std::string> remarks = {};
    std::vector<std::string> sources = {};
};

/// An arrangement of the facts and what would follow it.
Reading<HostingRun> hosting_run(const Facts& facts, const Arrangement& arrangement,
                                const HostingQuestion& question);

/// The years of an arrangement's term in its host's calendar; none where a date is not known.
struct TermYears {
    std::optional<calc::Year> first = {};
    std::optional<calc::Year> last = {};
};
TermYears term_years(const Arrangement& arrangement, const calc::FiscalCalendar& calendar);

/// The arrangement of a host that goes on: the latest one that has begun and is renewed; none where there is
/// none.
const Arrangement* present_arrangement(const Facts& facts, const Country& host);

/// Days from one day to another; a month counts from its first day and to its last.
int days_between(const calc::Date& from, const calc::Date& to);

}  // namespace burden::inputs
