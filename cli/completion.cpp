/// burden completion, burden man: made from the command tree.
#include <memory>
#include <ostream>

#include "burden/calc/nearest.hpp"
#include "burden/cli/command_tree.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/table_options.hpp"

namespace burden::cli {

void add_completion(CommandLine& app, Session& session) {
    const auto shell = std::make_shared<std::string>();
    auto command = app.add_subcommand("completion", "Completion for a shell, to be sourced or installed");
    command.footer(
        "Examples:\n  burden completion bash > ~/.local/share/bash-completion/completions/burden\n"
        "  burden completion fish > ~/.config/fish/completions/burden.fish");
    command.add_option("shell", *shell, "bash, zsh or fish").type_name("SHELL").required();
    command.callback([shell, &app, &session] {
        const auto tree = command_tree(app);
        if (*shell == "bash") {
            session.out << bash_completion(tree);
        } else if (*shell == "zsh") {
            session.out << zsh_completion(tree);
        } else if (*shell == "fish") {
            session.out << fish_completion(tree);
        } else {
            report({inputs::argument_diagnostic(
                       "shell", *shell, calc::unknown_name("shell", *shell, {"bash", "zsh", "fish"}))},
                   session);
            session.exit_code = ExitCode::refused;
        }
    });
}

void add_man(CommandLine& app, Session& session) {
    auto command = app.add_subcommand("man", "The manual page, for 'burden man | man -l -'");
    command.callback(
        [&app, &session] { session.out << manual_page(command_tree(app), app, BURDEN_VERSION); });
}

}  // namespace burden::cli
