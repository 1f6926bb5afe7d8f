/// The program as its users run it: through a shell, in an empty folder, with a small environment.
#pragma once

#include <string>

#include "support/folder.hpp"

namespace burden::tests {

/// What a command printed on both streams, and how it ended.
struct Outcome {
    std::string text;
    int status = 0;
};

/// Runs a line of shell in `folder`; `burden` and `./run` are the program.
Outcome outcome(const std::string& line, const Folder& folder);

}  // namespace burden::tests
