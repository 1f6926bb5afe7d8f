/// The command tree as data, for what is made from it: completions and the manual page.
#pragma once

#include <string>
#include <vector>

#include "burden/cli/command_line.hpp"

namespace burden::cli {

/// An option or an argument.
struct TreeOption {
    std::vector<std::string> names;  ///< "--share"; empty for an argument
    std::string type;                ///< "SHARE"; empty for a flag
    std::string help;
    std::string group;
    std::vector<std::string> values;  ///< what may stand there, where that is a list
    bool is_file = false;
};

struct TreeCommand {
    std::string name;
    std::string help;
    std::string footer;
    std::vector<TreeOption> options;
    std::vector<TreeOption> arguments;
};

/// The commands that a user sees, in the order of the help.
std::vector<TreeCommand> command_tree(const CommandLine& app);

/// Completions and the manual page.
std::string bash_completion(const std::vector<TreeCommand>& tree);
std::string zsh_completion(const std::vector<TreeCommand>& tree);
std::string fish_completion(const std::vector<TreeCommand>& tree);
std::string manual_page(const std::vector<TreeCommand>& tree, const CommandLine& app,
                        const std::string& version);

}  // namespace burden::cli
