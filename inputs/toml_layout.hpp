/// Where everything stands in a TOML text, to the byte: what an edit of the text needs and a reader does not.
/// Private to the editor.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace burden::inputs {

/// Bytes of a text, the end not included.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// `name = value`, as a line of its own or within an inline table.
struct LaidEntry {
    std::vector<std::string> path;       ///< names of all tables around it, and its own
    std::vector<Span> names;             ///< of its own names, quotes included, with points between them
    Span value;                          ///< brackets and quotes included
    bool is_table = false;               ///< an inline table
    std::vector<LaidEntry> inside = {};  ///< of an inline table
};

/// A header and what stands below it; the first block has none.
struct LaidBlock {
    std::vector<std::string> path = {};
    Span header = {};  ///< brackets included
    bool is_list = false;
    std::vector<LaidEntry> entries = {};
};

/// The blocks of a text that read_toml takes; of any other, whatever they may be.
std::vector<LaidBlock> toml_layout(std::string_view text);

/// A name of TOML: bare where it may be, else between quotes.
std::string toml_name(std::string_view name);

/// A text between quotes of TOML, on one line.
std::string toml_text(std::string_view text);

}  // namespace burden::inputs
