/// What a command sees of the world: where it writes, and what its reader's screen is like.
#pragma once

#include <iosfwd>
#include <vector>

#include "burden/brief/write.hpp"

namespace burden::cli {

/// Exit status of the program.
enum class ExitCode {
    done = 0,
    failed = 1,   ///< the program is at fault
    refused = 2,  ///< the request or a file is
    no = 3,       ///< the answer is no: claim refuted, verify differs, no solution
};

struct Given;

/// One call of the program.
struct Session {
    std::ostream& out;  ///< results
    std::ostream& err;  ///< everything else
    brief::Style style = {};
    bool progress = false;  ///< whether somebody looks at `err` while a long command runs
    ExitCode exit_code = ExitCode::done;
    /// Where a command that asks others has their answers put, in place of being written.
    std::vector<Given>* given = nullptr;
};

}  // namespace burden::cli
