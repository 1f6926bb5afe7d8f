/// What a run of hosting stands on, recorded. Private to its recording.
#pragma once

#include <optional>
#include <utility>

#include "burden/calc/exchange.hpp"
#include "burden/inputs/hosting_run.hpp"
#include "burden/inputs/run_recording.hpp"
#include "burden/models/economy.hpp"

namespace burden::inputs {

/// Puts the numbers that renewals are computed from together again, each with its origin. What is recorded
/// first stands first among the inputs.
class HostingGround {
public:
    using Amount = calc::Yearly<calc::Traced>;
    using Amounts = calc::Series<Amount>;
    using Rate = calc::ExchangeRate<calc::Traced>;

    /// All of these outlive it.
    HostingGround(RunInputs& inputs, const HostingRun& run, const HostingQuestion& question,
                  const Country& host)
        : inputs_(inputs), run_(run), question_(question), host_(host) {}

    void record_rate();
    /// Rises of consumer prices, where a rule follows them. The term has an end.
    void record_rises();
    /// What renewals are shares of, and the growth of the budget where a rule follows it. The term has an
    /// end.
    void record_economy();
    void record_members();

    bool renews() const { return !run_.renewals.empty(); }
    /// Whether amounts of the term follow a rule from some year on.
    bool escalates() const;

    // What was recorded; none of what was not, or is not known.
    const std::optional<Rate>& rate() const { return rate_; }
    const std::optional<calc::Series<calc::Traced>>& prices() const { return prices_; }
    const std::optional<calc::Series<calc::Traced>>& budget_growth() const { return budget_growth_; }
    const std::optional<Amounts>& gdp() const { return gdp_; }
    const std::optional<Amounts>& defence() const { return defence_; }
    const std::optional<calc::Traced>& members() const { return members_; }

private:
    bool any_follows(AskedRenewal::Kind index) const;
    std::pair<calc::Year, calc::Year> years_of_rises() const;
    void record_defence();
    models::ResultNames names() const;

    RunInputs& inputs_;
    const HostingRun& run_;
    const HostingQuestion& question_;
    const Country& host_;
    std::optional<Rate> rate_;
    std::optional<calc::Series<calc::Traced>> prices_;
    std::optional<calc::Series<calc::Traced>> budget_growth_;
    std::optional<Amounts> gdp_;
    std::optional<Amounts> defence_;
    std::optional<calc::Traced> members_;
};

}  // namespace burden::inputs
