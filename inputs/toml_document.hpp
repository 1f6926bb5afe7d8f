/// A TOML file as a tree that knows where everything stands. Private to the readers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/fault.hpp"
#include "burden/inputs/file_problems.hpp"

namespace burden::inputs {

struct TomlEntry;

/// A value, and what it holds by its kind.
struct TomlNode {
    enum class Kind { text, whole, fraction, truth, date, time, list, table };

    Kind kind = Kind::table;
    Place place;                     ///< as it stands in the file, quotes and all; of a table, its header
    std::string text;                ///< of a text; a date as "2026-04-01", a whole number in digits, "true"
    std::vector<TomlNode> items;     ///< of a list
    std::vector<TomlEntry> entries;  ///< of a table, in order of the file
};

/// A key of a table.
struct TomlEntry {
    std::string key;
    Place place;
    TomlNode value;
};

/// "a text", "a whole number", "a table".
std::string_view in_words(TomlNode::Kind kind);

/// The tree of `text`, or none, and `problems` says why: larger than `largest_file`, no text in UTF-8, nested
/// deeper than `deepest_nesting`, or no TOML. `problems` must be of the same text. A mark of byte order at
/// the start counts for nothing.
std::optional<TomlNode> read_toml(std::string_view text, FileProblems& problems);

/// The text without a mark of byte order at its start: what FileProblems and read_toml are given.
std::string_view without_byte_order_mark(std::string_view text);

/// The place within a text node that a fault of its content points to; the whole node where its content is
/// not written out on one line.
Place place_of(const calc::Fault& fault, const TomlNode& node, const FileProblems& problems);

}  // namespace burden::inputs
