#include "burden/inputs/facts_reader.hpp"

#include <algorithm>

#include "burden/calc/quoted.hpp"
#include "burden/inputs/facts_file_reader.hpp"
#include "burden/inputs/field_reader.hpp"
#include "burden/inputs/vocabulary_reader.hpp"

namespace burden::inputs {
namespace {

constexpr std::size_t longest_source_key = 60;

bool is_source_key(std::string_view text) {
    return !text.empty() && text.size() <= longest_source_key &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_';
           });
}

/// An address on the web, or words where there is none.
std::string read_address(TableReader& table) {
    const std::string address = table.text("address", longest_note);
    const std::size_t colon = address.find(':');
    const bool has_scheme = colon != std::string::npos && colon < address.find_first_of(" /?#.");
    if (has_scheme && !address.starts_with("https://") && !address.starts_with("http://")) {
        table.problems().error(table.find("address")->place,
                               "the address " + calc::quoted(address) + " is not on the web",
                               {.allowed = {"https://…", "http://…", "words where there is no address"}});
        return {};
    }
    return address;
}

bool is_empty(const FactsFile& file) {
    return !file.country && file.sources.empty() && file.arrangements.empty() && file.accounts.empty() &&
           file.asides.empty() && file.claims.empty() && file.aims.empty();
}

Aim read_aim(const TomlNode& node, FileProblems& problems, Mentions& mentions) {
    TableReader table(node, "the aim", problems);
    Aim aim;
    aim.key = read_key(table, Mention::Of::aim, mentions);
    aim.title = table.required_text("title");
    aim.set_by = table.required_text("set_by");
    aim.asks = table.required_text("asks", longest_note);
    table.required("due");
    const auto due = table.year("due");
    aim.due = due.value_or(calc::Year{});
    aim.review = table.year("review");
    if (due && aim.review && *due < *aim.review) {
        problems.error(table.find("review")->place, "the review of " + std::to_string(aim.review->number) +
                                                        " comes after the year due, " +
                                                        std::to_string(due->number));
    }
    aim.published = read_published(table, false);
    table.required("source");
    aim.sources = read_cited_sources(table, mentions);
    aim.note = table.text("note", longest_note);
    table.refuse_others();
    return aim;
}

}  // namespace

void Mentions::set(Mention::Of of, std::string name, const Place& place) {
    all_.push_back({.of = of, .name = std::move(name), .place = problems_.at(place)});
}

void Mentions::cite(const std::string& source, const Place& place) {
    if (cited_.size() == most_sources) {
        problems_.error(place,
                        "more than " + std::to_string(most_sources) + " sources are cited in one file");
    }
    if (cited_.size() <= most_sources && cited_.insert(source).second) {
        set(Mention::Of::cited_source, source, place);
    }
}

void Mentions::use(Use use, const Place& place) {
    use.place = problems_.at(place);
    uses_.push_back(std::move(use));
}

std::vector<std::string> read_cited_sources(TableReader& table, Mentions& mentions) {
    std::vector<std::string> sources = table.texts("source");
    const TomlNode* const node = table.find("source");
    for (const std::string& source : sources) {
        const auto item = std::find_if(node->items.begin(), node->items.end(),
                                       [&](const TomlNode& other) { return other.text == source; });
        mentions.cite(source, item == node->items.end() ? node->place : item->place);
    }
    return sources;
}

std::string read_published(TableReader& table, bool may_be_undated) {
    const TomlNode* const node = table.find("published");
    if (node == nullptr) {
        return {};
    }
    constexpr std::string_view undated = "undated";
    if (may_be_undated && node->kind == TomlNode::Kind::text && node->text == undated) {
        return node->text;
    }
    const auto date = date_of(*node, "'published'", table.problems());
    return date ? calc::to_text(*date) : std::string();
}

std::map<std::string, Source> read_sources(TableReader& root, FileProblems& problems, Mentions& mentions) {
    std::map<std::string, Source> sources;
    const TomlNode* const all = root.table("source");
    if (all == nullptr) {
        return sources;
    }
    if (all->entries.size() > most_sources) {
        problems.error(all->place, "more than " + std::to_string(most_sources) + " sources in one file");
        return sources;
    }
    for (const TomlEntry& entry : all->entries) {
        if (entry.value.kind != TomlNode::Kind::table) {
            refuse_kind(entry.value, "the source " + calc::quoted(entry.key), "a table", problems);
            continue;
        }
        if (!is_source_key(entry.key)) {
            problems.error(entry.place,
                           "the source " + calc::quoted(entry.key) +
                               " is not named in letters, digits, hyphens and underscores, at most " +
                               std::to_string(longest_source_key));
        }
        TableReader table(entry.value, "the source", problems);
        Source source;
        source.key = entry.key;
        source.title = table.required_text("title");
        source.publisher = table.required_text("publisher");
        source.address = read_address(table);
        if (table.required("published") != nullptr) {
            source.published = read_published(table, true);
        }
        source.grade = read_word(table, "grade", grade_of, grade_names()).value_or(Grade::weak);
        source.note = table.text("note", longest_note);
        table.refuse_others();
        mentions.set(Mention::Of::source, entry.key, entry.place);
        sources.emplace(entry.key, std::move(source));
    }
    return sources;
}

std::vector<Aim> read_aims(TableReader& root, FileProblems& problems, Mentions& mentions) {
    std::vector<Aim> aims;
    Keys keys;
    for (const TomlNode* const node : root.tables("aim", most_aims)) {
        if (!problems.full()) {
            aims.push_back(read_aim(*node, problems, mentions));
            keys.add(aims.back().key, *node, problems);
        }
    }
    return aims;
}

std::set<std::string> countries_named(const FactsFile& file) {
    std::set<std::string> codes;
    for (const Use& use : file.uses) {
        if (use.of == Use::Of::host) {
            codes.insert(use.name);
        } else if (const auto fact = FactReference::read(use.name); fact && use.of == Use::Of::fact) {
            codes.insert(fact->country);
        }
    }
    return codes;
}

Reading<FactsFile> read_facts_file(std::string_view bytes, std::string_view name) {
    const std::string_view text = without_byte_order_mark(bytes);
    FileProblems problems(text.substr(0, std::min(text.size(), largest_file)), name);
    auto root = read_toml(text, problems);
    if (!root) {
        return problems.diagnostics();
    }
    // What a country lacks is missed where it is named.
    for (const TomlEntry& entry : root->entries) {
        if (entry.key == "country") {
            root->place = entry.place;
        }
    }
    Mentions mentions(problems);
    TableReader table(*root, "the file", problems);
    FactsFile file;
    file.name = std::string(name);
    file.country = read_country(table, problems, mentions);
    file.sources = read_sources(table, problems, mentions);
    file.arrangements = read_arrangements(table, problems, mentions);
    file.accounts = read_accounts(table, problems, mentions);
    file.asides = read_asides(table, problems, mentions);
    file.claims = read_claims(table, problems, mentions);
    file.aims = read_aims(table, problems, mentions);
    file.as_of = table.date("as_of");
    table.refuse_others();
    if (is_empty(file) && !problems.has_errors()) {
        problems.error({}, "the file holds no country, source, aim, arrangement, account, aside or claim");
    }
    file.mentions = mentions.all();
    file.uses = mentions.uses();
    if (problems.has_errors()) {
        return problems.diagnostics();
    }
    return {std::move(file), problems.diagnostics()};
}

}  // namespace burden::inputs
