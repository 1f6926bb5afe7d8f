/// Reads a table key by key, and refuses the keys that nobody asked for. Private to the readers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/parse.hpp"
#include "burden/inputs/toml_document.hpp"

namespace burden::inputs {

/// Characters that a text may have.
constexpr std::size_t longest_title = 300;
constexpr std::size_t longest_note = 2'000;

/// Hands out the values of a table. What is there and has not the right form is reported, and comes back as
/// none.
class TableReader {
public:
    /// `what` names the table in messages, "the series"; table and problems outlive the reader.
    TableReader(const TomlNode& table, std::string what, FileProblems& problems)
        : table_(table), what_(std::move(what)), problems_(problems) {}

    /// The value of a key.
    const TomlNode* find(std::string_view key);
    /// The value of a key that must be there.
    const TomlNode* required(std::string_view key);

    /// The value of a key, if it is a text.
    const TomlNode* text_node(std::string_view key, std::size_t longest = longest_title);
    /// A text of one line with something in it; empty where there is none.
    std::string text(std::string_view key, std::size_t longest = longest_title);
    std::string required_text(std::string_view key, std::size_t longest = longest_title);
    /// A text, or a list of at most a hundred, none of them twice.
    std::vector<std::string> texts(std::string_view key, std::size_t longest = longest_title);
    /// A table.
    const TomlNode* table(std::string_view key);
    /// The tables of a list, `[[key]]`, or `[[within.key]]`; at most `most`.
    std::vector<const TomlNode*> tables(std::string_view key, std::size_t most, std::string_view within = {});
    /// A date as far as it is known.
    std::optional<calc::Date> date(std::string_view key);
    /// A year as a bare number.
    std::optional<calc::Year> year(std::string_view key);

    /// `true` or `false`; `absent` without a key.
    bool truth(std::string_view key, bool absent);

    /// Reports every key that was not asked for.
    void refuse_others();

    /// What `read` makes of a text, its faults as messages that point into it; none of no node.
    template <typename Read>
    auto parsed(const TomlNode* node, const Read& read)
        -> std::optional<std::decay_t<decltype(*read(std::string_view()))>>;

    FileProblems& problems() const { return problems_; }
    const TomlNode& node() const { return table_; }

private:
    const TomlNode& table_;
    std::string what_;
    FileProblems& problems_;
    std::vector<std::string> asked_;
};

/// Reports that a value is of the wrong kind; `wanted` is "a text", "a table".
void refuse_kind(const TomlNode& node, std::string_view what, std::string_view wanted,
                 FileProblems& problems);

/// The content of a text node; empty when it is none or cannot be shown, and `problems` says why. `what`
/// names it.
std::string text_of(const TomlNode& node, std::string_view what, std::size_t longest, FileProblems& problems);

/// A date of a node, bare or quoted.
std::optional<calc::Date> date_of(const TomlNode& node, std::string_view what, FileProblems& problems);

/// Reports a fault of a text's content.
void add_fault(const calc::Fault& fault, const TomlNode& node, FileProblems& problems);

template <typename Read>
auto TableReader::parsed(const TomlNode* node, const Read& read)
    -> std::optional<std::decay_t<decltype(*read(std::string_view()))>> {
    if (node == nullptr) {
        return std::nullopt;
    }
    const auto result = read(std::string_view(node->text));
    if (!result) {
        add_fault(result.fault(), *node, problems_);
        return std::nullopt;
    }
    return *result;
}

}  // namespace burden::inputs
