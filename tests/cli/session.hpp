/// The command line without a process.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "burden/cli/run.hpp"

namespace burden::tests {

/// What a call printed, and its exit status.
struct Called {
    std::string out;
    std::string err;
    cli::ExitCode code;
};

/// Runs `burden ARGS` in this process, as if into a file.
inline Called called(const std::vector<std::string>& args, int width = 100) {
    std::ostringstream out;
    std::ostringstream err;
    cli::Session session{.out = out, .err = err, .style = {.width = width}};
    const auto code = cli::run(args, session);
    return {out.str(), err.str(), code};
}

}  // namespace burden::tests
