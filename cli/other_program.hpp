/// Programs that this one hands work to, where they are installed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace burden::cli {

/// How another program ended, and what it gave.
struct OtherProgram {
    /// Why it could not be started: an errno; 0 where it was.
    int not_started = 0;
    /// No temporary file could be written for it; it was not started.
    bool no_room = false;
    /// Its exit status; -1 where it was killed.
    int status = -1;
    std::string out;  ///< what it wrote to standard output
    std::string err;  ///< and to standard error

    /// Whether there is no such program, as against one that cannot be started.
    bool is_missing() const;
};

/// Runs a program with `input` as its standard input, and waits for it. `words` are its name and its
/// arguments: no shell reads them; a name without a slash is looked for in PATH. `variables` stand in its
/// environment beside or in place of ours: "NAME=value".
OtherProgram run_other(const std::vector<std::string>& words, std::string_view input,
                       const std::vector<std::string>& variables = {});

}  // namespace burden::cli
