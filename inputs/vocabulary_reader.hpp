/// Reads the words that a facts file takes from a fixed list. Private to the readers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/quoted.hpp"
#include "burden/inputs/facts.hpp"
#include "burden/inputs/table_reader.hpp"

namespace burden::inputs {

/// The measure that no figure has and a choice may name: which series a target starts from.
constexpr std::string_view defence_base = "defence-base";

std::vector<std::string> period_names();
std::vector<std::string> stage_names();
std::vector<std::string> grade_names();
std::vector<std::string> legal_basis_names();
std::vector<std::string> manner_names();
std::vector<std::string> firmness_names();
std::vector<std::string> ledger_part_names();
std::vector<std::string> aside_kind_names();
std::vector<std::string> comparison_names();

/// Figures have the measures of the vocabulary; choices may also name "defence-base".
enum class MeasuresOf { figures, choices };

/// The measure that `table` must name; empty when it does not.
std::string read_measure(TableReader& table, MeasuresOf of);

/// The value of one word, which `of` knows by its name; `what` names it in a message.
template <typename Of>
auto word_of(const TomlNode& node, const std::string& what, const Of& of, std::vector<std::string> names,
             FileProblems& problems) -> decltype(of(std::string_view())) {
    const std::string text = text_of(node, "'" + what + "'", longest_title, problems);
    auto value = of(std::string_view(text));
    if (!value && !text.empty()) {
        problems.error(node.place, "unknown " + what + " " + calc::quoted(text),
                       one_of(std::move(names), text));
    }
    return value;
}

/// The word under a key that may be missing.
template <typename Of>
auto read_optional_word(TableReader& table, const std::string& key, const Of& of,
                        std::vector<std::string> names) -> decltype(of(std::string_view())) {
    const TomlNode* const node = table.find(key);
    return node == nullptr ? std::nullopt : word_of(*node, key, of, std::move(names), table.problems());
}

/// The word under a key that must be there.
template <typename Of>
auto read_word(TableReader& table, const std::string& key, const Of& of, std::vector<std::string> names)
    -> decltype(of(std::string_view())) {
    const TomlNode* const node = table.required(key);
    return node == nullptr ? std::nullopt : word_of(*node, key, of, std::move(names), table.problems());
}

}  // namespace burden::inputs
