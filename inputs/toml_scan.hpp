/// A look over a file before it is parsed. Private to the readers.
#pragma once

#include <optional>
#include <string_view>

#include "burden/inputs/file_problems.hpp"

namespace burden::inputs {

/// What was seen of a file that may be parsed.
struct TomlScan {
    std::optional<Place> unclosed = {};  ///< an opening bracket that nothing closes
};

/// Checks what a parser must not be troubled with: bytes that are no text, nesting without end, tables
/// without number. None when the file is refused; `problems` says why.
std::optional<TomlScan> scan_toml(std::string_view text, FileProblems& problems);

}  // namespace burden::inputs
