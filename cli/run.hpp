/// The command line as a function.
#pragma once

#include <string>
#include <vector>

#include "burden/cli/session.hpp"

namespace burden::cli {

/// Runs `burden ARGS`, `args` without the program's name.
ExitCode run(const std::vector<std::string>& args, Session& session);

}  // namespace burden::cli
