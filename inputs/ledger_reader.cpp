#include <algorithm>
#include <tuple>

#include "burden/calc/quoted.hpp"
#include "burden/inputs/facts_file_reader.hpp"
#include "burden/inputs/field_reader.hpp"
#include "burden/inputs/vocabulary_reader.hpp"

namespace burden::inputs {
namespace {

using calc::Decimal;
using AsideKind = LedgerAside::Kind;

constexpr std::string_view unknown = "unknown";

void read_years(TableReader& table, LedgerAccount& account) {
    if (table.required("years") == nullptr) {
        return;
    }
    const TomlNode* const node = table.text_node("years");
    if (const auto years = table.parsed(node, calc::read_years)) {
        account.from = years->first.year;
        account.to = years->second.year;
        account.years = node->text;
    }
}

/// What a fact of fewer or more years than the account would add is no part of it.
void check_length(TableReader& table, const LedgerEntry& entry, const LedgerAccount& account) {
    if (account.years.empty()) {
        return;
    }
    const int length = entry.fact.to - entry.fact.from;
    const Place place = table.find("fact")->place;
    if (entry.each_year && length > 0) {
        table.problems().error(place, calc::quoted(entry.fact.text) +
                                          " is of several years, and 'each_year' takes the figure of one");
    } else if (!entry.each_year && length != account.to - account.from) {
        table.problems().error(
            place,
            calc::quoted(entry.fact.text) + " does not cover the years of the account, " + account.years,
            {.hint = "each_year = true  takes the figure of one year for each"});
    }
}

LedgerEntry read_entry(const TomlNode& node, const LedgerAccount& account, FileProblems& problems,
                       Mentions& mentions) {
    TableReader table(node, "the entry", problems);
    LedgerEntry entry;
    entry.part = read_word(table, "part", ledger_part_of, ledger_part_names()).value_or(LedgerPart::cash);
    entry.title = table.required_text("title");
    table.required("fact");
    const auto fact = read_reference(table, "fact", mentions, FactUnit::Kind::money);
    entry.each_year = table.truth("each_year", false);
    entry.note = table.text("note", longest_note);
    table.refuse_others();
    if (fact) {
        entry.fact = *fact;
        check_length(table, entry, account);
    }
    return entry;
}

LedgerAccount read_account(const TomlNode& node, FileProblems& problems, Mentions& mentions) {
    TableReader table(node, "the account", problems);
    LedgerAccount account;
    account.file = problems.name();
    account.key = read_key(table, Mention::Of::account, mentions);
    account.title = table.required_text("title");
    std::tie(account.host, account.guest) = read_parties(table, mentions);
    read_years(table, account);
    account.note = table.text("note", longest_note);
    const auto entries = table.tables("entry", most_items, "account");
    if (table.find("entry") == nullptr) {
        problems.error(node.place, "the account has no [[account.entry]]");
    }
    for (const TomlNode* const entry : entries) {
        if (!problems.full()) {
            account.entries.push_back(read_entry(*entry, account, problems, mentions));
        }
    }
    table.refuse_others();
    return account;
}

/// "unknown", or a share of a whole.
std::optional<Decimal> read_additionality(TableReader& table) {
    const TomlNode* const node = table.text_node("additionality");
    if (node == nullptr || node->text == unknown) {
        return std::nullopt;
    }
    const auto share = table.parsed(node, calc::read_share);
    if (share && (*share < Decimal(0) || *share > Decimal(1))) {
        table.problems().error(
            node->place, "the additionality " + calc::quoted(node->text) + " is not between 0 and 100 %");
        return std::nullopt;
    }
    return share;
}

std::optional<bool> read_in_budget(TableReader& table) {
    const TomlNode* const node = table.text_node("in_budget");
    if (node == nullptr || node->text == unknown) {
        return std::nullopt;
    }
    if (node->text != "yes" && node->text != "no") {
        table.problems().error(node->place,
                               "'in_budget' is yes, no or unknown, not " + calc::quoted(node->text),
                               {.allowed = {"yes", "no", std::string(unknown)}});
        return std::nullopt;
    }
    return node->text == "yes";
}

/// What is said of offsets is said of each, and of nothing else.
void check_offset(TableReader& table, const std::optional<AsideKind>& kind) {
    for (const std::string key : {"additionality", "in_budget"}) {
        const TomlNode* const node = table.find(key);
        if (kind == AsideKind::offset) {
            table.required(key);
        } else if (kind && node != nullptr) {
            table.problems().error(node->place, "'" + key + "' is said of an offset, and this is '" +
                                                    std::string(to_text(*kind)) + "'");
        }
    }
}

void check_figure(TableReader& table, const std::optional<AsideKind>& kind) {
    const TomlNode* const fact = table.find("fact");
    if (kind == AsideKind::quoted_share) {
        table.required("fact");
    } else if (kind == AsideKind::unpriced && fact != nullptr) {
        table.problems().error(fact->place, "what is 'unpriced' has no figure",
                               {.allowed = {"wider cost", "offset", "one-off"}});
    }
    if (fact == nullptr && kind != AsideKind::quoted_share) {
        table.required("source");
    }
}

LedgerAside read_aside(const TomlNode& node, FileProblems& problems, Mentions& mentions) {
    TableReader table(node, "the aside", problems);
    LedgerAside aside;
    aside.file = problems.name();
    aside.key = read_key(table, Mention::Of::aside, mentions);
    const auto kind = read_word(table, "kind", aside_kind_of, aside_kind_names());
    aside.kind = kind.value_or(AsideKind::unpriced);
    std::tie(aside.host, aside.guest) = read_parties(table, mentions);
    aside.title = table.required_text("title");
    aside.fact = read_reference(
        table, "fact", mentions,
        aside.kind == AsideKind::quoted_share ? FactUnit::Kind::percent : FactUnit::Kind::money);
    aside.additionality = read_additionality(table);
    aside.in_budget = read_in_budget(table);
    aside.note = table.text("note", longest_note);
    aside.sources = read_cited_sources(table, mentions);
    check_offset(table, kind);
    check_figure(table, kind);
    table.refuse_others();
    return aside;
}

/// The tables of a list under `key`, no two of them with one key.
template <typename Read>
auto read_all(TableReader& root, std::string_view key, FileProblems& problems, Mentions& mentions,
              const Read& read) {
    std::vector<decltype(read(root.node(), problems, mentions))> result;
    Keys keys;
    for (const TomlNode* const node : root.tables(key, most_of_hosting)) {
        if (!problems.full()) {
            result.push_back(read(*node, problems, mentions));
            keys.add(result.back().key, *node, problems);
        }
    }
    return result;
}

}  // namespace

std::vector<LedgerAccount> read_accounts(TableReader& root, FileProblems& problems, Mentions& mentions) {
    return read_all(root, "account", problems, mentions, read_account);
}

std::vector<LedgerAside> read_asides(TableReader& root, FileProblems& problems, Mentions& mentions) {
    return read_all(root, "aside", problems, mentions, read_aside);
}

}  // namespace burden::inputs
