/// How commands and their options are declared. The parser behind them is known to command_line.cpp, run.cpp
/// and command_tree.cpp alone: its headers would otherwise be compiled into every command.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace burden::cli {

/// An option or an argument that is being declared.
class Option {
public:
    explicit Option(CLI::Option* option) : option_(option) {}

    /// What stands for its value in the help: "FILE".
    Option& type_name(const std::string& name);
    /// The heading it stands under in the help.
    Option& group(const std::string& name);
    Option& required();
    /// What stands between several values in one word.
    Option& delimiter(char between);
    /// One value each time it is named, and not every word that follows.
    Option& one_at_a_time();

private:
    CLI::Option* option_;
};

/// A command that is being declared. What its options refer to must outlive the parsing.
class Command {
public:
    explicit Command(CLI::App* app) : app_(app) {}

    /// An option, "-o,--output", or an argument, "scenario"; its text goes into `value` as it was typed.
    Option add_option(const std::string& names, std::string& value, const std::string& help);
    /// One that may be given several times.
    Option add_option(const std::string& names, std::vector<std::string>& values, const std::string& help);
    /// One without a value.
    Option add_flag(const std::string& names, bool& value, const std::string& help);
    /// What stands under the help: examples.
    void footer(const std::string& text);
    /// What the command does, once its options are read.
    void callback(std::function<void()> action);

private:
    CLI::App* app_;
};

/// The program, which commands are added to.
class CommandLine {
public:
    explicit CommandLine(CLI::App& app) : app_(&app) {}

    Command add_subcommand(const std::string& name, const std::string& help);
    std::string description() const;
    std::string examples() const;
    const CLI::App& parser() const { return *app_; }

private:
    CLI::App* app_;
};

}  // namespace burden::cli
