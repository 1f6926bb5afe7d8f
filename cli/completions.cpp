/// Completions for three shells, made from the command tree.
#include <algorithm>

#include "burden/brief/citations.hpp"
#include "burden/cli/command_tree.hpp"

namespace burden::cli {
namespace {

/// Words with spaces between them, as shells part them.
std::string joined(const std::vector<std::string>& words, const std::string& between = " ") {
    return brief::joined(words, between);
}

std::vector<std::string> names_of(const std::vector<TreeOption>& options) {
    std::vector<std::string> names;
    for (const TreeOption& option : options) {
        names.insert(names.end(), option.names.begin(), option.names.end());
    }
    return names;
}

std::vector<std::string> values_of_arguments(const TreeCommand& command) {
    std::vector<std::string> values;
    for (const TreeOption& argument : command.arguments) {
        values.insert(values.end(), argument.values.begin(), argument.values.end());
    }
    return values;
}

/// Text inside single quotes of a shell.
std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) {
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return result + "'";
}

/// Text inside a zsh argument specification: brackets and colons are marks there.
std::string zsh_text(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') {
            result += '\\';
        }
        result += c;
    }
    return result;
}

bool takes_files(const TreeCommand& command) {
    return std::any_of(command.arguments.begin(), command.arguments.end(),
                       [](const TreeOption& argument) { return argument.is_file; });
}

std::string zsh_action(const TreeOption& option) {
    if (option.values.empty()) {
        return option.is_file ? "_files" : " ";
    }
    // The words of a list would end at a colon, so that `constant:` is offered without its own.
    std::vector<std::string> words;
    for (const std::string& value : option.values) {
        words.push_back(zsh_text(value));
    }
    const std::string list = "(" + joined(words) + ")";
    return option.is_file ? "{_alternative \"names:name:" + list + "\" \"files:file:_files\"}" : list;
}

}  // namespace

std::string bash_completion(const std::vector<TreeCommand>& tree) {
    std::vector<std::string> commands;
    for (const TreeCommand& command : tree) {
        commands.push_back(command.name);
    }
    std::string text = R"(# Completion of burden for bash. Made from the command tree.
_burden() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    if [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY=($(compgen -W ")" +
                       joined(commands) + R"( --help --version" -- "$word"))
        return
    fi
    case "$command" in
)";
    for (const TreeCommand& command : tree) {
        text += "    " + command.name + ")\n        case \"$before\" in\n";
        for (const TreeOption& option : command.options) {
            if (option.is_file) {
                text += "        " + joined(option.names, "|") +
                        ") COMPREPLY=($(compgen -f -- \"$word\")); return;;\n";
            } else if (!option.values.empty()) {
                text += "        " + joined(option.names, "|") + ") COMPREPLY=($(compgen -W \"" +
                        joined(option.values) + "\" -- \"$word\")); return;;\n";
            }
        }
        text += "        esac\n        COMPREPLY=($(compgen -W \"" + joined(values_of_arguments(command)) +
                (values_of_arguments(command).empty() ? "" : " ") + joined(names_of(command.options)) +
                "\" -- \"$word\")" + (takes_files(command) ? " $(compgen -f -- \"$word\")" : "") + ");;\n";
    }
    text += "    esac\n}\ncomplete -F _burden burden\n";
    return text;
}

std::string zsh_completion(const std::vector<TreeCommand>& tree) {
    std::string text = R"(#compdef burden
# Completion of burden for zsh. Made from the command tree.
_burden() {
    local -a commands
    commands=(
)";
    for (const TreeCommand& command : tree) {
        text += "        " + quoted(command.name + ":" + zsh_text(command.help)) + "\n";
    }
    text += R"(    )
    if (( CURRENT == 2 )); then
        _describe command commands
        return
    fi
    case "$words[2]" in
)";
    for (const TreeCommand& command : tree) {
        text += "    " + command.name + ")\n        shift words; (( CURRENT-- ))\n        _arguments -s";
        for (const TreeOption& option : command.options) {
            for (const std::string& name : option.names) {
                const std::string value =
                    option.type.empty() ? "" : ":" + zsh_text(option.type) + ":" + zsh_action(option);
                text += " \\\n            " + quoted("*" + name + "[" + zsh_text(option.help) + "]" + value);
            }
        }
        for (const TreeOption& argument : command.arguments) {
            text += " \\\n            " + quoted("*:" + zsh_text(argument.type) + ":" + zsh_action(argument));
            break;  // one pattern serves all arguments
        }
        text += ";;\n";
    }
    text += "    esac\n}\n_burden \"$@\"\n";
    return text;
}

std::string fish_completion(const std::vector<TreeCommand>& tree) {
    std::string text =
        "# Completion of burden for fish. Made from the command tree.\ncomplete -c burden -f\n";
    for (const TreeCommand& command : tree) {
        text += "complete -c burden -n __fish_use_subcommand -a " + command.name + " -d " +
                quoted(command.help) + "\n";
        const std::string within = "complete -c burden -n '__fish_seen_subcommand_from " + command.name + "'";
        const auto values = values_of_arguments(command);
        if (!values.empty() || takes_files(command)) {
            text += within + (takes_files(command) ? " -F" : "") +
                    (values.empty() ? "" : " -a " + quoted(joined(values))) + "\n";
        }
        for (const TreeOption& option : command.options) {
            text += within;
            for (const std::string& name : option.names) {
                text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            }
            if (!option.type.empty()) {
                text += option.is_file ? " -r -F" : " -x";
            }
            if (!option.values.empty()) {
                text += " -a " + quoted(joined(option.values));
            }
            text += " -d " + quoted(option.help) + "\n";
        }
    }
    return text;
}

}  // namespace burden::cli
