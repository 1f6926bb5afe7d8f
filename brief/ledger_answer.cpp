#include "burden/brief/ledger_answer.hpp"

#include <algorithm>

#include "burden/brief/citations.hpp"
#include "burden/brief/scale.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/inputs/ledger_recording.hpp"
#include "burden/inputs/words.hpp"

namespace burden::brief {

using calc::Decimal;
using inputs::AccountRun;
using inputs::AsideRun;
using inputs::LedgerAside;
using inputs::LedgerLine;
using inputs::LedgerRun;

namespace {

const Decimal billion("1e9");

std::string unit_of(const LedgerRun& run) { return run.unit.currency.code() + " bn"; }

Cell billions(const calc::Total<Decimal>& amount, const std::string& recorded) {
    return Figure{.value = amount.in(amount.unit()) / billion,
                  .terms = {{.cell = recorded, .factor = Decimal(1) / billion}}};
}

/// A share in per cent.
Cell percents(const Decimal& share, const std::string& recorded) {
    return Figure{.value = share * Decimal(100), .terms = {{.cell = recorded, .factor = 100}}};
}

Cell share_of(const AccountRun& account, const inputs::RuleShare& share) {
    return share.cost ? percents(models::host_share(*share.cost), inputs::share_cell(account, share.rule))
                      : Cell();
}

std::string id_of(const std::string& id, const LedgerRun& run, bool several) {
    return several ? id + "-" + calc::lower_case(run.code) : id;
}

/// The number of a note, added where it does not stand yet.
int note_number(const std::string& note, std::vector<std::string>& notes) {
    auto found = std::find(notes.begin(), notes.end(), note);
    if (found == notes.end()) {
        notes.push_back(note);
        found = notes.end() - 1;
    }
    return static_cast<int>(found - notes.begin()) + 1;
}

std::string note_of(const AsideRun& one) { return one.aside->title + ": " + one.aside->note + "."; }

Table entries_table(const LedgerRun& run, const std::string& id, std::vector<std::string>& notes) {
    Table table{.id = id,
                .title = run.name + ": who pays for the presence",
                .caption = unit_of(run) + ", over the whole period, current prices",
                .columns = {{.key = "period", .label = "Period", .words = true},
                            {.key = "side", .label = "Side", .words = true},
                            {.key = "part", .label = "Part", .words = true},
                            {.key = "item", .label = "Item", .words = true},
                            {.key = "amount", .label = "amount", .unit = unit_of(run), .places = 2},
                            {.key = "published", .label = "As published", .words = true}},
                .rows = {},
                .marks = {{"t", "total only, no split by years is published"},
                          {"a", "rests on the figure of one year counted for every year"}}};
    for (const AccountRun& account : run.accounts) {
        bool first = true;
        for (std::size_t at = 0; at < account.lines.size(); ++at) {
            const LedgerLine& line = account.lines[at];
            Row row{.cells = {account.years, is_hosts(line.part) ? "host" : "guest",
                              std::string(to_text(line.part)), line.title,
                              billions(line.amount, inputs::entry_cell(account, at)), line.published},
                    .rule_above = first && !table.rows.empty(),
                    .mark = line.assumed      ? "a"
                            : line.total_only ? "t"
                                              : ""};
            for (const std::string& note :
                 {line.note, line.rate_words, first ? account.note : std::string()}) {
                if (!note.empty()) {
                    row.cells[3].notes.push_back(note_number(note + ".", notes));
                }
            }
            first = false;
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

/// Every rule beside the others, for people; below them the shares that others publish.
Table shares_table(const LedgerRun& run, const std::string& id, std::vector<std::string>& notes) {
    Table table{.id = id,
                .title = run.name + ": the host's share under every counting rule",
                .caption = "% of what is counted on both sides",
                .columns = {{.key = "period", .label = "Period", .words = true},
                            {.key = "account", .label = "Account", .words = true}},
                .rows = {},
                .marks = {{"a", "rests on the figure of one year counted for every year"}},
                .audience = Audience::people};
    for (const inputs::RuleShare& share : run.accounts.front().shares) {
        const std::string rule(to_text(share.rule));
        table.columns.push_back({.key = rule, .label = rule, .unit = "%", .places = 1});
    }
    table.columns.push_back({.key = "quoted", .label = "as quoted", .unit = "%", .places = 1});
    for (const AccountRun& account : run.accounts) {
        Row row{.cells = {account.years, account.title}};
        for (const inputs::RuleShare& share : account.shares) {
            row.cells.push_back(share_of(account, share));
            if (share.assumed && share.cost) {
                row.mark = "a";
            }
            if (!share.cost) {
                row.cells.back().notes = {note_number("Not known: " + share.unknown + ".", notes)};
            }
        }
        row.cells.emplace_back();
        table.rows.push_back(std::move(row));
    }
    bool first = true;
    for (const AsideRun& one : run.asides) {
        if (one.aside->kind != LedgerAside::Kind::quoted_share || !one.fact) {
            continue;
        }
        Row row{.cells = {one.when, one.aside->title}, .rule_above = first};
        row.cells.resize(table.columns.size() - 1);
        row.cells.emplace_back(Figure{.value = one.fact->observation->value,
                                      .terms = {{.cell = inputs::quoted_cell(one), .factor = 100}}});
        if (!one.aside->note.empty()) {
            row.cells[1].notes = {note_number(note_of(one), notes)};
        }
        first = false;
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// One share a row, with what it is of.
Table share_rows(const LedgerRun& run, const std::string& id) {
    Table table{.id = id,
                .title = run.name + ": the host's share under every counting rule",
                .caption = "% of what is counted on both sides",
                .columns = {{.key = "account", .label = "Account", .words = true},
                            {.key = "period", .label = "Period", .words = true},
                            {.key = "rule", .label = "Counting rule", .words = true},
                            {.key = "host", .label = "host", .unit = unit_of(run), .places = 2},
                            {.key = "guest", .label = "guest", .unit = unit_of(run), .places = 2},
                            {.key = "share", .label = "share", .unit = "%", .places = 1},
                            {.key = "unknown", .label = "Not known", .words = true}},
                .rows = {},
                .marks = {{"a", "rests on the figure of one year counted for every year"}},
                .audience = Audience::programs};
    for (const AccountRun& account : run.accounts) {
        for (const inputs::RuleShare& share : account.shares) {
            table.rows.push_back(
                {.cells = {account.key, account.years, std::string(to_text(share.rule)),
                           share.cost
                               ? billions(share.cost->host, inputs::side_cell(account, share.rule, true))
                               : Cell(),
                           share.cost
                               ? billions(share.cost->guest, inputs::side_cell(account, share.rule, false))
                               : Cell(),
                           share_of(account, share), share.cost ? std::string() : share.unknown},
                 .mark = share.assumed ? "a" : ""});
        }
    }
    return table;
}

std::string figure_of(const AsideRun& one) {
    if (!one.fact) {
        return "no figure";
    }
    return one.fact->observation->text + " " + one.fact->series->unit.text;
}

std::string flag_words(const std::optional<bool>& flag) { return !flag ? "unknown" : *flag ? "yes" : "no"; }

/// What stands beside the accounts, of one kind; none where there is nothing.
std::optional<Table> aside_table(const LedgerRun& run, LedgerAside::Kind kind, const std::string& id,
                                 const std::string& title, std::vector<std::string>& notes) {
    const bool offsets = kind == LedgerAside::Kind::offset;
    Table table{.id = id,
                .title = run.name + ": " + title,
                .columns = {{.key = "item", .label = "Item", .words = true},
                            {.key = "figure", .label = "Figure", .words = true},
                            {.key = "when", .label = "When", .words = true}},
                .rows = {}};
    if (offsets) {
        table.columns.push_back({.key = "additionality", .label = "Additional", .words = true});
        table.columns.push_back({.key = "in_budget", .label = "In the defence budget", .words = true});
    }
    table.columns.push_back({.key = "sources", .label = "Sources", .words = true});
    for (const AsideRun& one : run.asides) {
        if (one.aside->kind != kind) {
            continue;
        }
        Row row{.cells = {one.aside->title, figure_of(one), one.when}};
        if (offsets) {
            row.cells.emplace_back(one.aside->additionality ? inputs::percent_words(*one.aside->additionality)
                                                            : "unknown");
            row.cells.emplace_back(flag_words(one.aside->in_budget));
        }
        row.cells.emplace_back(joined(one.fact ? one.fact->observation->sources : one.aside->sources));
        if (!one.aside->note.empty()) {
            row.cells.front().notes = {note_number(note_of(one), notes)};
        }
        table.rows.push_back(std::move(row));
    }
    return table.rows.empty() ? std::nullopt : std::optional(table);
}

}  // namespace

Answer ledger_answer(const std::vector<LedgerRun>& runs, const inputs::Facts& facts) {
    Answer answer{.command = "ledger", .tables = {}};
    const bool several = runs.size() > 1;
    std::vector<std::string> keys;
    for (const LedgerRun& run : runs) {
        answer.tables.push_back(shares_table(run, id_of("ledger-shares", run, several), answer.notes));
        answer.tables.push_back(share_rows(run, id_of("ledger-shares", run, several)));
        answer.tables.push_back(entries_table(run, id_of("ledger", run, several), answer.notes));
        using Kind = LedgerAside::Kind;
        for (const auto& [kind, id, title] :
             {std::tuple{Kind::quoted_share, "ledger-quoted", "shares as others publish them"},
              std::tuple{Kind::wider_cost, "ledger-wider", "costs outside host-nation support"},
              std::tuple{Kind::offset, "ledger-offsets", "offsets, never part of a share"},
              std::tuple{Kind::one_off, "ledger-one-offs", "once, never part of a share"},
              std::tuple{Kind::unpriced, "ledger-unpriced", "without a price"}}) {
            auto table = aside_table(run, kind, id_of(id, run, several), title, answer.notes);
            if (table) {
                // For people they stand among the shares.
                table->audience = kind == Kind::quoted_share ? Audience::programs : Audience::everyone;
                answer.tables.push_back(std::move(*table));
            }
        }
        keys.insert(keys.end(), run.sources.begin(), run.sources.end());
    }
    answer.basis.currency = runs.front().unit.currency.code();
    answer.basis.prices = "current";
    answer.basis.words.emplace_back(
        "Share: host / (host + guest). Direct: cash and in kind. Amounts in other currencies at the average "
        "rate of each year");
    answer.basis.as_of = to_text(facts.as_of);
    answer.sources = citations(facts, std::move(keys));
    return answer;
}

}  // namespace burden::brief
