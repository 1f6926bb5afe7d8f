#include "burden/inputs/ledger_run.hpp"

#include <algorithm>
#include <array>

#include "burden/inputs/target_ground.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;
using Cost = models::PresenceCost<Decimal>;
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

/// Puts the amount of each year into another currency at the average rate of that year, and adds.
class YearlyConversion {
public:
    YearlyConversion(const Facts& facts, calc::Currency to) : facts_(facts), to_(to) {}

    /// An amount that is the same in every year from `first` to `last`.
    Reading<Sum> sum(const calc::Yearly<Decimal>& each, Year first, Year last,
                     const calc::FiscalCalendar& calendar) {
        const calc::Currency from = each.unit().currency;
        if (from == to_) {
            return calc::as_part_of_total(each) * Decimal(last - first + 1);
        }
        Sum sum(0, {to_});
        for (Year year = first; year <= last; ++year) {
            const auto rate =
                rate_between(facts_, from, to_, {.method = calc::RateMethod::average}, year, calendar);
            if (!rate) {
                return rate.diagnostics();
            }
            sum = sum + calc::as_part_of_total(calc::convert(each, rate->rate));
            add_keys(sources_, rate->sources);
            words_ = first == last ? rate->words : "at the average rate of each year";
        }
        return sum;
    }

    const std::string& words() const { return words_; }
    const std::vector<std::string>& sources() const { return sources_; }

private:
    const Facts& facts_;
    calc::Currency to_;
    std::string words_;
    std::vector<std::string> sources_;
};

Reading<LedgerLine> line_of(const Facts& facts, const LedgerAccount& account, const LedgerEntry& entry,
                            calc::Currency currency) {
    const auto fact = referred(facts, entry.fact);
    if (!fact || !fact->series->unit.currency) {
        return Diagnostic{.message = "the account '" + account.key + "' rests on '" + entry.fact.text +
                                     "', which is no amount of the facts"};
    }
    const Observation& observation = *fact->observation;
    const int years = observation.to - observation.year + 1;
    const calc::Unit unit{*fact->series->unit.currency};
    const auto each = calc::average(Sum(whole(*fact->series, observation), unit), years);
    const Year first = entry.each_year ? account.from : observation.year;
    const Year last = entry.each_year ? account.to : observation.to;
    YearlyConversion conversion(facts, currency);
    const auto amount = conversion.sum(each, first, last, calendar_of(*fact->country, *fact->series));
    if (!amount) {
        return amount.diagnostics();
    }
    LedgerLine line{.part = entry.part,
                    .title = entry.title,
                    .amount = *amount,
                    .published = published_words(*fact, account),
                    .rate_words = conversion.words(),
                    .total_only = years > 1,
                    .assumed = entry.each_year,
                    .note = entry.note,
                    .sources = observation.sources};
    add_keys(line.sources, conversion.sources());
    return line;
}

/// The sum of the lines that `counts`; none where there is no such line.
template <typename Counts>
std::optional<Sum> sum_of(const AccountRun& account, const Counts& counts) {
    std::optional<Sum> sum;
    for (const LedgerLine& line : account.lines) {
        if (counts(line.part)) {
            sum = sum ? *sum + line.amount : line.amount;
        }
    }
    return sum;
}

bool is_direct(LedgerPart part) {
    return part == LedgerPart::cash || part == LedgerPart::in_kind || part == LedgerPart::cash_and_in_kind;
}

/// The guest's side by categories, or as one sum where no split is published.
std::optional<Sum> guest_sum(const AccountRun& account, bool with_military_pay) {
    const auto published_whole =
        sum_of(account, [](LedgerPart part) { return part == LedgerPart::all_obligations; });
    const auto pay = sum_of(account, [](LedgerPart part) { return part == LedgerPart::military_pay; });
    const auto without_pay =
        sum_of(account, [](LedgerPart part) { return part == LedgerPart::without_military_pay; });
    const auto categories = sum_of(account, [&](LedgerPart part) {
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

RuleShare share_under(CountingRule rule, const AccountRun& account) {
    RuleShare result{.rule = rule, .cost = std::nullopt, .unknown = {}};
    auto host = sum_of(account, is_direct);
    const auto guest = guest_sum(account, rule != CountingRule::without_military_pay);
    const auto add = [&](LedgerPart wanted, const std::string& what) {
        const auto more = sum_of(account, [&](LedgerPart part) { return part == wanted; });
        if (!more) {
            result.unknown = "no figure for " + what;
        }
        host = host && more ? std::optional(*host + *more) : std::nullopt;
        for (const LedgerLine& line : account.lines) {
            result.assumed = result.assumed || (line.part == wanted && line.assumed);
        }
    };
    if (rule == CountingRule::with_forgone_rent || rule == CountingRule::with_forgone_rent_and_taxes) {
        add(LedgerPart::forgone_rent, "forgone rent");
    }
    if (rule == CountingRule::with_forgone_rent_and_taxes) {
        add(LedgerPart::waived_taxes, "waived taxes");
    }
    if (!guest) {
        result.unknown = rule == CountingRule::without_military_pay
                             ? "no split of the guest's costs is published"
                             : "the guest's military pay is not published";
    }
    if (host && guest) {
        result.cost = Cost{*host, *guest};
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
    const auto guest = guest_sum(account, base != CostBase::no_military_pay);
    if (base != CostBase::guest_and_host) {
        return guest;
    }
    const auto host = sum_of(account, is_direct);
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
