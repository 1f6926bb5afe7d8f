#include "burden/inputs/field_reader.hpp"

#include <algorithm>

#include "burden/calc/letter_case.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/calc/quoted.hpp"

namespace burden::inputs {
namespace {

bool is_key(std::string_view text) {
    return text.size() <= longest_key && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

}  // namespace

std::string read_key(TableReader& table) {
    const TomlNode* const node = table.required("key");
    const std::string key = node == nullptr ? "" : text_of(*node, "'key'", longest_title, table.problems());
    if (!is_key(key)) {
        table.problems().error(node->place,
                               "the key " + calc::quoted(key) +
                                   " is not made of small letters, digits and hyphens, at most " +
                                   std::to_string(longest_key));
        return {};
    }
    return key;
}

std::string read_key(TableReader& table, Mention::Of of, Mentions& mentions) {
    std::string key = read_key(table);
    if (!key.empty()) {
        mentions.set(of, key, table.find("key")->place);
    }
    return key;
}

void Keys::add(const std::string& key, const TomlNode& table, FileProblems& problems) {
    if (key.empty()) {
        return;
    }
    const auto node = std::find_if(table.entries.begin(), table.entries.end(),
                                   [](const TomlEntry& entry) { return entry.key == "key"; });
    const auto [known, is_new] = places_.emplace(key, node->value.place);
    if (!is_new) {
        problems.error(node->value.place, "the key '" + key + "' stands twice",
                       {.hint = "first on line " + std::to_string(known->second.line)});
    }
}

std::string read_code(const TomlNode& node, const std::string& what, FileProblems& problems) {
    const std::string typed = text_of(node, "'" + what + "'", longest_title, problems);
    const std::string code = calc::upper_case(typed);
    const bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!typed.empty() && (code.size() != 3 || !letters)) {
        problems.error(node.place,
                       "the " + what + " " + calc::quoted(typed) + " is not written in three letters",
                       {.allowed = {"a code of ISO 3166, such as JPN or USA, or three letters of your own"}});
        return {};
    }
    return code;
}

std::pair<std::string, std::string> read_parties(TableReader& table, Mentions& mentions) {
    std::pair<std::string, std::string> parties;
    if (const TomlNode* const host = table.required("host")) {
        parties.first = read_code(*host, "host", table.problems());
        if (!parties.first.empty()) {
            mentions.use({.of = Use::Of::host, .name = parties.first}, host->place);
        }
    }
    if (const TomlNode* const guest = table.required("guest")) {
        parties.second = read_code(*guest, "guest", table.problems());
        if (!parties.second.empty() && parties.second == parties.first) {
            table.problems().error(guest->place, parties.first + " is host and guest");
        }
    }
    return parties;
}

std::optional<FactReference> read_reference(TableReader& table, const std::string& key, Mentions& mentions,
                                            std::optional<FactUnit::Kind> kind, const std::string& like) {
    const TomlNode* const node = table.text_node(key);
    auto reference = table.parsed(node, FactReference::read);
    if (reference) {
        mentions.use({.of = Use::Of::fact, .name = reference->text, .kind = kind, .like = like}, node->place);
    }
    return reference;
}

std::optional<FactUnit> read_unit(TableReader& table) {
    const TomlNode* const node = table.required("unit");
    if (node == nullptr || text_of(*node, "'unit'", longest_title, table.problems()).empty()) {
        return std::nullopt;
    }
    return table.parsed(node, FactUnit::read);
}

calc::Prices read_prices(TableReader& table, const std::optional<FactUnit>& unit) {
    constexpr std::string_view constant = "constant of ";
    const TomlNode* const node = table.find("prices");
    const bool money = unit && unit->kind == FactUnit::Kind::money;
    if (node == nullptr) {
        if (money) {
            table.problems().error(table.node().place, "money in " + unit->text + " has no 'prices'",
                                   {.allowed = {"current", "constant of 2012"}});
        }
        return calc::Prices::current();
    }
    const std::string text = text_of(*node, "'prices'", longest_title, table.problems());
    if (text.empty()) {
        return calc::Prices::current();
    }
    if (unit && !money) {
        table.problems().error(node->place,
                               "prices stand with money, and " + calc::quoted(unit->text) + " is none");
        return calc::Prices::current();
    }
    if (text == "current") {
        return calc::Prices::current();
    }
    if (text.starts_with(constant)) {
        const auto year = calc::read_year(std::string_view(text).substr(constant.size()));
        if (year && !year->fiscal) {
            return calc::Prices::constant_of(year->year.number);
        }
        table.problems().error(node->place,
                               year ? "constant prices are those of a year without FY" : year.fault().message,
                               {.allowed = {"current", "constant of 2012"}});
        return calc::Prices::current();
    }
    Help help{.allowed = {"current", "constant of 2012"}};
    help.nearest = calc::nearest(text, help.allowed);
    table.problems().error(node->place, "unknown prices " + calc::quoted(text), std::move(help));
    return calc::Prices::current();
}

std::optional<calc::Year> year_of_key(const TomlEntry& entry, FileProblems& problems) {
    const auto year = calc::read_year(entry.key);
    const bool plain = entry.key.size() == 4 && std::all_of(entry.key.begin(), entry.key.end(),
                                                            [](char c) { return c >= '0' && c <= '9'; });
    if (plain && year) {
        return year->year;
    }
    problems.error(entry.place, plain ? year.fault().message : "unknown year " + calc::quoted(entry.key),
                   {.allowed = {"a year in four digits, 1800 to 2200"}});
    return std::nullopt;
}

}  // namespace burden::inputs
