/// What the parser of TOML did not understand, in words for the author of the file. Private to the readers.
#pragma once

#include <string_view>

#include "burden/inputs/file_problems.hpp"
#include "burden/inputs/toml_scan.hpp"

namespace burden::inputs {

/// Adds to `problems` the error that the parser met at `where` and described.
void add_syntax_error(std::string_view described, const Place& where, const TomlScan& scan,
                      FileProblems& problems);

}  // namespace burden::inputs
