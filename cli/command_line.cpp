#include "burden/cli/command_line.hpp"

#include <CLI/CLI.hpp>

#include <utility>

namespace burden::cli {

Option& Option::type_name(const std::string& name) {
    option_->type_name(name);
    return *this;
}
Option& Option::group(const std::string& name) {
    option_->group(name);
    return *this;
}
Option& Option::required() {
    option_->required();
    return *this;
}
Option& Option::delimiter(char between) {
    option_->delimiter(between);
    return *this;
}
Option& Option::one_at_a_time() {
    option_->allow_extra_args(false);
    return *this;
}

Option Command::add_option(const std::string& names, std::string& value, const std::string& help) {
    return Option(app_->add_option(names, value, help));
}
Option Command::add_option(const std::string& names, std::vector<std::string>& values,
                           const std::string& help) {
    return Option(app_->add_option(names, values, help));
}
Option Command::add_flag(const std::string& names, bool& value, const std::string& help) {
    return Option(app_->add_flag(names, value, help));
}
void Command::footer(const std::string& text) { app_->footer(text); }
void Command::callback(std::function<void()> action) { app_->callback(std::move(action)); }

Command CommandLine::add_subcommand(const std::string& name, const std::string& help) {
    return Command(app_->add_subcommand(name, help));
}

std::string CommandLine::description() const { return app_->get_description(); }
std::string CommandLine::examples() const { return app_->get_footer(); }

}  // namespace burden::cli
