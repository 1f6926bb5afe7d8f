#include "burden/inputs/table_reader.hpp"

#include <algorithm>

#include "burden/calc/quoted.hpp"

namespace burden::inputs {
namespace {

/// A text that has to be quoted, and is not.
std::string unquoted_message(const TomlNode& node, std::string_view what, const FileProblems& problems) {
    const std::string_view line = problems.line(node.place.line);
    std::string shown;
    if (character_count(line) == line.size() && node.place.column <= line.size()) {
        shown = calc::quoted(line.substr(node.place.column - 1, node.place.length));
    }
    return (shown.empty() ? std::string(what) : shown) + " stands without quotes";
}

/// The byte at which a text holds a character that would steer a terminal or a table.
std::optional<std::size_t> steering_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::max<std::size_t>(1, calc::character_length(text.substr(at)));
        const std::string_view character = text.substr(at, length);
        const auto first = static_cast<unsigned char>(character[0]);
        const bool control =
            (length == 1 && (first < 0x20U || first == 0x7FU)) ||
            (length == 2 && first == 0xC2U && static_cast<unsigned char>(character[1]) < 0xA0U);
        if (control || character == "\u2028" || character == "\u2029" ||
            (character >= "\u202A" && character <= "\u202E" && length == 3) ||
            (character >= "\u2066" && character <= "\u2069" && length == 3)) {
            return at;
        }
        at += length;
    }
    return std::nullopt;
}

std::string name_of_control(char c) {
    switch (c) {
        case '\n':
        case '\r':
            return "a line break";
        case '\t':
            return "a tab";
        default:
            return "a control character";
    }
}

}  // namespace

void refuse_kind(const TomlNode& node, std::string_view what, std::string_view wanted,
                 FileProblems& problems) {
    using Kind = TomlNode::Kind;
    const bool number = node.kind == Kind::whole || node.kind == Kind::fraction;
    if (wanted == "a text" && number) {
        problems.error(node.place, unquoted_message(node, what, problems),
                       {.hint = "figures are quoted, since a bare one is read as a binary fraction"});
        return;
    }
    problems.error(node.place, std::string(what) + " is " + std::string(wanted) + ", not " +
                                   std::string(in_words(node.kind)));
}

void add_fault(const calc::Fault& fault, const TomlNode& node, FileProblems& problems) {
    problems.error(place_of(fault, node, problems), fault.message,
                   {.allowed = fault.allowed, .nearest = fault.nearest});
}

std::string text_of(const TomlNode& node, std::string_view what, std::size_t longest,
                    FileProblems& problems) {
    if (node.kind != TomlNode::Kind::text) {
        refuse_kind(node, what, "a text", problems);
        return {};
    }
    const std::string_view text = node.text;
    if (text.find_first_not_of(' ') == std::string_view::npos) {
        problems.error(node.place, std::string(what) + " is empty");
        return {};
    }
    if (const std::size_t count = character_count(text); count > longest) {
        problems.error(node.place, std::string(what) + " has " + std::to_string(count) +
                                       " characters; at most " + std::to_string(longest) + " are read");
        return {};
    }
    if (const auto at = steering_character(text)) {
        problems.error(place_of({.message = {}, .at = *at}, node, problems),
                       std::string(what) + " holds " + name_of_control(text[*at]));
        return {};
    }
    return node.text;
}

std::optional<calc::Date> date_of(const TomlNode& node, std::string_view what, FileProblems& problems) {
    if (node.kind != TomlNode::Kind::text && node.kind != TomlNode::Kind::date) {
        if (node.kind == TomlNode::Kind::whole) {
            problems.error(node.place, std::string(what) + " stands without quotes",
                           {.allowed = {"2026-04-14", "\"2026-04\"", "\"2026\""}});
        } else {
            refuse_kind(node, what, "a date", problems);
        }
        return std::nullopt;
    }
    const auto date = calc::read_date(node.text);
    if (!date) {
        add_fault(date.fault(), node, problems);
        return std::nullopt;
    }
    return *date;
}

const TomlNode* TableReader::find(std::string_view key) {
    if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) {
        asked_.emplace_back(key);
    }
    const auto found = std::find_if(table_.entries.begin(), table_.entries.end(),
                                    [key](const TomlEntry& entry) { return entry.key == key; });
    return found == table_.entries.end() ? nullptr : &found->value;
}

const TomlNode* TableReader::required(std::string_view key) {
    const TomlNode* const node = find(key);
    if (node == nullptr) {
        problems_.error(table_.place, what_ + " has no '" + std::string(key) + "'");
    }
    return node;
}

const TomlNode* TableReader::text_node(std::string_view key, std::size_t longest) {
    const TomlNode* const node = find(key);
    return node == nullptr || text_of(*node, "'" + std::string(key) + "'", longest, problems_).empty()
               ? nullptr
               : node;
}

std::string TableReader::text(std::string_view key, std::size_t longest) {
    const TomlNode* const node = find(key);
    return node == nullptr ? std::string() : text_of(*node, "'" + std::string(key) + "'", longest, problems_);
}

std::string TableReader::required_text(std::string_view key, std::size_t longest) {
    const TomlNode* const node = required(key);
    return node == nullptr ? std::string() : text_of(*node, "'" + std::string(key) + "'", longest, problems_);
}

std::vector<std::string> TableReader::texts(std::string_view key, std::size_t longest) {
    const TomlNode* const node = find(key);
    if (node == nullptr) {
        return {};
    }
    const std::string what = "'" + std::string(key) + "'";
    if (node->kind != TomlNode::Kind::list) {
        const std::string only = text_of(*node, what, longest, problems_);
        return only.empty() ? std::vector<std::string>() : std::vector<std::string>{only};
    }
    constexpr std::size_t most = 100;
    if (node->items.empty() || node->items.size() > most) {
        problems_.error(node->place,
                        what + (node->items.empty() ? " is empty" : " has more than a hundred texts"));
        return {};
    }
    std::vector<std::string> result;
    for (const TomlNode& item : node->items) {
        std::string text = text_of(item, what, longest, problems_);
        if (std::find(result.begin(), result.end(), text) != result.end()) {
            problems_.error(item.place, calc::quoted(text) + " stands twice");
        } else if (!text.empty()) {
            result.push_back(std::move(text));
        }
    }
    return result;
}

const TomlNode* TableReader::table(std::string_view key) {
    const TomlNode* const node = find(key);
    if (node != nullptr && node->kind != TomlNode::Kind::table) {
        refuse_kind(*node, "'" + std::string(key) + "'", "a table", problems_);
        return nullptr;
    }
    return node;
}

std::vector<const TomlNode*> TableReader::tables(std::string_view key, std::size_t most,
                                                 std::string_view within) {
    const TomlNode* const node = find(key);
    std::vector<const TomlNode*> result;
    if (node == nullptr) {
        return result;
    }
    const std::string header =
        "[[" + std::string(within) + (within.empty() ? "" : ".") + std::string(key) + "]]";
    if (node->kind != TomlNode::Kind::list) {
        problems_.error(node->place, "'" + std::string(key) + "' is a list of tables, each under " + header);
        return result;
    }
    if (node->items.size() > most) {
        problems_.error(node->items[most].place, "more than " + std::to_string(most) + " " + header +
                                                     " in one " +
                                                     (within.empty() ? "file" : std::string(within)));
        return result;
    }
    for (const TomlNode& item : node->items) {
        if (item.kind == TomlNode::Kind::table) {
            result.push_back(&item);
        } else {
            refuse_kind(item, header, "a table", problems_);
        }
    }
    return result;
}

std::optional<calc::Date> TableReader::date(std::string_view key) {
    const TomlNode* const node = find(key);
    return node == nullptr ? std::nullopt : date_of(*node, "'" + std::string(key) + "'", problems_);
}

std::optional<calc::Year> TableReader::year(std::string_view key) {
    const TomlNode* const node = find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    if (node->kind != TomlNode::Kind::whole) {
        problems_.error(node->place,
                        "'" + std::string(key) + "' is a year, not " + std::string(in_words(node->kind)),
                        {.allowed = {"a year as a bare number, such as 2022"}});
        return std::nullopt;
    }
    const auto year = calc::read_year(node->text);
    if (!year) {
        problems_.error(node->place, year.fault().message, {.allowed = {"1800 to 2200"}});
        return std::nullopt;
    }
    return year->year;
}

bool TableReader::truth(std::string_view key, bool absent) {
    const TomlNode* const node = find(key);
    if (node == nullptr) {
        return absent;
    }
    if (node->kind != TomlNode::Kind::truth) {
        problems_.error(node->place,
                        "'" + std::string(key) + "' is true or false, not " +
                            (node->kind == TomlNode::Kind::text ? calc::quoted(node->text)
                                                                : std::string(in_words(node->kind))),
                        {.allowed = {"true", "false"}, .hint = "without quotes"});
        return absent;
    }
    return node->text == "true";
}

void TableReader::refuse_others() {
    for (const TomlEntry& entry : table_.entries) {
        if (std::find(asked_.begin(), asked_.end(), entry.key) == asked_.end() && !problems_.full()) {
            problems_.error(entry.place, "unknown key " + calc::quoted(entry.key) + " in " + what_,
                            one_of(asked_, entry.key));
        }
    }
}

}  // namespace burden::inputs
