#include "burden/inputs/ledger_run.hpp"

#include <algorithm>
#include <array>

#include "burden/inputs/ledger_counts.hpp"
#include "burden/inputs/target_ground.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;
using Sum = calc::Total<Decimal>;

namespace {

constexpr std::array<std::pair<CountingRule, std::string_view>, 4> rule_names = {
    {{CountingRule::direct, "direct"},
     {CountingRule::without_military_pay, "without military pay"},
     {CountingRule::with_forgone_rent, "with forgone rent"},
     {CountingRule::with_forgone_rent_and_taxes, "with forgone rent and taxes"}}};

/// What the guest counts in; the dollar where the facts do not know the guest.
calc::Currency currency_of(const Facts& facts, const std::string& guest) {
    const Country* const country = facts.find_country(guest);
    return country != nullptr && country->currency ? *country->currency : calc::Currency("USD");
}

/// The figure as its source prints it: "20.9 bn USD, 2016..2019".
std::string published_words(const ReferredFact& fact, const LedgerAccount& account) {
    // What covers the account's own years is counted in them.
    const Observation& observation = *fact.observation;
    const bool same = observation.year == account.from && observation.to == account.to;
    return fact.observation->text + " " + fact.series->unit.text + ", " +
           (same ? account.years : when_of(*fact.country, *fact.series, observation));
}

/// The average rate of each year from `first` to `last`.
Reading<std::vector<SourcedRate>> rates_of_years(const Facts& facts, const calc::Currency& from,
                                                 const calc::Currency& to, Year first, Year last,
                                                 const calc::FiscalCalendar& calendar) {
    std::vector<SourcedRate> rates;
    for (Year year = first; year <= last; ++year) {
        const auto rate =
            rate_between(facts, from, to, {.method = calc::RateMethod::average}, year, calendar);
        if (!rate) {
            return rate.diagnostics();
        }
        rates.push_back(*rate);
    }
    return rates;
}

Reading<LedgerLine> line_of(const Facts& facts, const LedgerAccount& account, const LedgerEntry& entry,
                            calc::Currency currency) {
    const auto fact = referred(facts, entry.fact);
    if (!fact || !fact->series->unit.currency) {
        return Diagnostic{.message = "the account '" + account.key + "' rests on '" + entry.fact.text +
                                     "', which is no amount of the facts"};
    }
    const Observation& observation = *fact->observation;
    const Year first = entry.each_year ? account.from : observation.year;
    const Year last = entry.each_year ? account.to : observation.to;
    LedgerGround ground{
        .fact = *fact, .years = observation.to - observation.year + 1, .counted = last - first + 1};
    std::string rate_words;
    std::vector<std::string> sources = observation.sources;
    const calc::Currency from = *fact->series->unit.currency;
    if (from != currency) {
        const auto rates =
            rates_of_years(facts, from, currency, first, last, calendar_of(*fact->country, *fact->series));
        if (!rates) {
            return rates.diagnostics();
        }
        ground.rates = *rates;
        rate_words = first == last ? rates->front().words : "at the average rate of each year";
        for (const SourcedRate& rate : *rates) {
            add_keys(sources, rate.sources);
        }
    }
    const Sum figure(whole(*fact->series, observation), {from});
    const bool total_only = ground.years > 1;
    return LedgerLine{.part = entry.part,
                      .title = entry.title,
                      .amount = counted_amount<Decimal>(figure, ground, currency,
                                                        [](const SourcedRate& one) { return one.rate; }),
                      .published = published_words(*fact, account),
                      .rate_words = std::move(rate_words),
                      .total_only = total_only,
                      .assumed = entry.each_year,
                      .note = entry.note,
                      .sources = std::move(sources),
                      .ground = std::move(ground)};
}

CountedEntries<Decimal> counted(const AccountRun& account) {
    CountedEntries<Decimal> entries;
    for (const LedgerLine& line : account.lines) {
        entries.push_back({line.part, line.amount});
    }
    return entries;
}

RuleShare share_under(CountingRule rule, const AccountRun& account) {
    const auto entries = counted(account);
    RuleShare result{.rule = rule, .cost = cost_under(rule, entries), .unknown = {}};
    const auto look_for = [&](LedgerPart wanted, const std::string& what) {
        if (!sum_of(entries, wanted)) {
            result.unknown = "no figure for " + what;
        }
        for (const LedgerLine& line : account.lines) {
            result.assumed = result.assumed || (line.part == wanted && line.assumed);
        }
    };
    if (rule == CountingRule::with_forgone_rent || rule == CountingRule::with_forgone_rent_and_taxes) {
        look_for(LedgerPart::forgone_rent, "forgone rent");
    }
    if (rule == CountingRule::with_forgone_rent_and_taxes) {
        look_for(LedgerPart::waived_taxes, "waived taxes");
    }
    const bool with_pay = rule != CountingRule::without_military_pay;
    if (!guest_sum(entries, with_pay)) {
        result.unknown = with_pay ? "the guest's military pay is not published"
                                  : "no split of the guest's costs is published";
    }
    return result;
}

bool touches(const LedgerAccount& account,
             const std::optional<std::pair<calc::YearText, calc::YearText>>& period) {
    return !period || (period->first.year <= account.to && account.from <= period->second.year);
}

std::string in_words(CostBase base) {
    switch (base) {
        case CostBase::guest:
            return "the guest's obligations";
        case CostBase::guest_and_host:
            return "the guest's obligations and the host's direct support";
        case CostBase::no_military_pay:
            break;
    }
    return "the guest's costs without military pay";
}

/// The cost of all years of an account; none where a part is not published.
std::optional<Sum> cost_of(const AccountRun& account, CostBase base) {
    const auto entries = counted(account);
    const auto guest = guest_sum(entries, base != CostBase::no_military_pay);
    if (base != CostBase::guest_and_host) {
        return guest;
    }
    const auto host = direct_sum(entries);
    return guest && host ? std::optional(*guest + *host) : std::nullopt;
}

}  // namespace

std::string_view to_text(CountingRule rule) {
    for (const auto& [known, name] : rule_names) {
        if (known == rule) {
            return name;
        }
    }
    return "";
}

Reading<AccountRun> account_run(const Facts& facts, const LedgerAccount& account) {
    const calc::Currency currency = currency_of(facts, account.guest);
    AccountRun run{.key = account.key,
                   .title = account.title,
                   .years = account.years,
                   .length = account.to - account.from + 1,
                   .lines = {},
                   .shares = {},
                   .note = account.note};
    for (const LedgerEntry& entry : account.entries) {
        const auto line = line_of(facts, account, entry, currency);
        if (!line) {
            return line.diagnostics();
        }
        run.lines.push_back(*line);
    }
    for (const auto& [rule, name] : rule_names) {
        run.shares.push_back(share_under(rule, run));
    }
    return run;
}

Reading<LedgerRun> ledger_run(const Facts& facts, const Country& host,
                              const std::optional<std::pair<calc::YearText, calc::YearText>>& period) {
    LedgerRun run{.code = host.code,
                  .name = host.name,
                  .unit = {calc::Currency("USD")},
                  .accounts = {},
                  .asides = {},
                  .sources = {}};
    std::vector<std::string> periods;
    for (const LedgerAccount& account : facts.accounts) {
        if (account.host != host.code) {
            continue;
        }
        periods.push_back(account.years);
        if (!touches(account, period)) {
            continue;
        }
        const auto one = account_run(facts, account);
        if (!one) {
            return one.diagnostics();
        }
        run.unit = {currency_of(facts, account.guest)};
        for (const LedgerLine& line : one->lines) {
            add_keys(run.sources, line.sources);
        }
        run.accounts.push_back(*one);
    }
    if (run.accounts.empty()) {
        std::vector<std::string> hosts;
        for (const LedgerAccount& account : facts.accounts) {
            add_keys(hosts, {account.host});
        }
        return refused(periods.empty() ? "country" : "--period",
                       periods.empty() ? "no ledger of " + host.name + " is known"
                                       : "no ledger of " + host.name + " touches that period",
                       periods.empty() ? hosts : periods);
    }
    for (const LedgerAside& aside : facts.asides) {
        if (aside.host != host.code) {
            continue;
        }
        AsideRun one{.aside = &aside, .fact = std::nullopt, .when = {}};
        if (aside.fact) {
            one.fact = referred(facts, *aside.fact);
            if (one.fact) {
                one.when = when_of(*one.fact->country, *one.fact->series, *one.fact->observation);
                const Observation& figure = *one.fact->observation;
                if (period && (figure.to < period->first.year || period->second.year < figure.year)) {
                    continue;
                }
                add_keys(run.sources, figure.sources);
            }
        }
        add_keys(run.sources, aside.sources);
        run.asides.push_back(std::move(one));
    }
    return run;
}

Reading<YearlyCost> yearly_cost(const Facts& facts, const Country& host, CostBase base) {
    const LedgerAccount* best = nullptr;
    std::optional<AccountRun> best_run;
    for (const LedgerAccount& account : facts.accounts) {
        // The account of the most years evens out a single budget; of equals, the latest.
        const auto rank = [](const LedgerAccount& one) { return std::pair(one.to - one.from, one.to); };
        if (account.host != host.code || (best != nullptr && rank(account) <= rank(*best))) {
            continue;
        }
        const auto run = account_run(facts, account);
        if (run && cost_of(*run, base)) {
            best = &account;
            best_run = *run;
        }
    }
    if (best == nullptr) {
        return Diagnostic{.message = "no ledger of " + host.name + " gives " + in_words(base),
                          .hint = "see  burden ledger"};
    }
    const Sum cost = *cost_of(*best_run, base);
    const int years = best_run->length;
    YearlyCost result{.amount = calc::average(cost, years), .last = best->to, .words = {}, .sources = {}};
    const Decimal& bare = cost.in(cost.unit());
    result.words = in_words(base) + " " + best->years + ", " + amount_words(bare, cost.unit().currency) +
                   (years > 1 ? " over " + std::to_string(years) + " years" : "");
    for (const LedgerLine& line : best_run->lines) {
        add_keys(result.sources, line.sources);
    }
    return result;
}

}  // namespace burden::inputs
