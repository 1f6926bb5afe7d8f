#include "burden/inputs/ledger_recording.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "burden/calc/letter_case.hpp"
#include "burden/inputs/ledger_counts.hpp"
#include "burden/inputs/run_recording.hpp"

namespace burden::inputs {

using calc::Traced;

namespace {

std::string cell(const AccountRun& account, const std::string& what) {
    return account.key + "." + what + "[]";
}

/// Puts the accounts of one host together again, each number with its origin.
class LedgerRecorder {
public:
    LedgerRecorder(Recorder& recorder, const LedgerRun& run)
        : run_(run), inputs_(recorder, calc::lower_case(run.code)) {}

    std::vector<RecordedFigure> figures() {
        for (const AccountRun& account : run_.accounts) {
            add_account(account);
        }
        for (const AsideRun& aside : run_.asides) {
            if (aside.aside->kind == LedgerAside::Kind::quoted_share && aside.fact) {
                add(quoted_cell(aside), "%", fact(*aside.fact));
            }
        }
        return std::move(figures_);
    }

private:
    Traced fact(const ReferredFact& one) { return inputs_.fact(*one.country, *one.series, *one.observation); }

    Traced add(const std::string& name, const std::string& unit, const Traced& value) {
        figures_.push_back({name, unit, named(name, value)});
        return figures_.back().value;
    }

    void add_account(const AccountRun& account) {
        const std::string code = run_.unit.currency.code();
        const auto money = [&](const std::string& name, const calc::Total<Traced>& amount) {
            return calc::Total<Traced>(add(name, code, amount.in(amount.unit())), amount.unit());
        };
        CountedEntries<Traced> entries;
        for (std::size_t at = 0; at < account.lines.size(); ++at) {
            const LedgerLine& line = account.lines[at];
            const calc::Total<Traced> figure(fact(line.ground.fact),
                                             {*line.ground.fact.series->unit.currency});
            const auto amount =
                counted_amount<Traced>(figure, line.ground, run_.unit.currency,
                                       [&](const SourcedRate& rate) { return inputs_.rate(rate); });
            entries.push_back({line.part, money(entry_cell(account, at), amount)});
        }
        for (const RuleShare& share : account.shares) {
            if (const auto cost = cost_under(share.rule, entries)) {
                const models::PresenceCost<Traced> sums{
                    .host = money(side_cell(account, share.rule, true), cost->host),
                    .guest = money(side_cell(account, share.rule, false), cost->guest)};
                add(share_cell(account, share.rule), "%", models::host_share(sums));
            }
        }
    }

    const LedgerRun& run_;
    RunInputs inputs_;
    std::vector<RecordedFigure> figures_;
};

}  // namespace

std::string entry_cell(const AccountRun& account, std::size_t entry) {
    const std::string& title = account.lines[entry].title;
    const auto same = std::count_if(account.lines.begin(), account.lines.end(),
                                    [&](const LedgerLine& line) { return line.title == title; });
    return cell(account, plain(title) + (same > 1 ? " (" + std::to_string(entry + 1) + ")" : ""));
}

std::string side_cell(const AccountRun& account, CountingRule rule, bool host) {
    return cell(account, (host ? "host's cost, " : "guest's cost, ") + std::string(to_text(rule)));
}

std::string share_cell(const AccountRun& account, CountingRule rule) {
    return cell(account, "host's share, " + std::string(to_text(rule)));
}

std::string quoted_cell(const AsideRun& aside) { return plain(aside.aside->key) + ".as quoted[]"; }

Recording ledger_recording(Recorder& recorder, const std::vector<LedgerRun>& runs) {
    std::vector<RecordedFigure> figures;
    std::map<std::string, std::string> owners;
    for (const LedgerRun& run : runs) {
        for (RecordedFigure& figure : LedgerRecorder(recorder, run).figures()) {
            figures.push_back(std::move(figure));
        }
        owners[calc::lower_case(run.code)] = run.name;
        for (const AccountRun& account : run.accounts) {
            owners[account.key] = run.name + ": " + account.title;
        }
        for (const AsideRun& aside : run.asides) {
            owners[plain(aside.aside->key)] = run.name + ": " + aside.aside->title;
        }
    }
    Recording recording = recorder.recording(figures);
    recording.owners = std::move(owners);
    return recording;
}

}  // namespace burden::inputs
