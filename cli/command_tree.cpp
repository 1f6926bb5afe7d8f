#include "burden/cli/command_tree.hpp"

#include <CLI/CLI.hpp>

#include "burden/calc/letter_case.hpp"
#include "burden/inputs/embedded.hpp"
#include "burden/inputs/facts.hpp"
#include "burden/inputs/renewal_question.hpp"
#include "burden/inputs/scenario.hpp"
#include "burden/inputs/scenario_cell.hpp"

namespace burden::cli {
namespace {

/// Whether a type of value is a scenario: a ready-made one, or a file.
bool names_scenario(const std::string& type) {
    return type == "SCENARIO" || type == "FIRST" || type == "SECOND";
}

template <typename Named>
std::vector<std::string> names_in(const Named& list) {
    std::vector<std::string> names;
    for (const auto& one : list) {
        names.emplace_back(one.name);
    }
    return names;
}

/// What may stand for a type of value, where it is a list.
std::vector<std::string> values_of(const std::string& type) {
    if (type == "FORMAT") {
        return {"table", "md", "csv", "json"};
    }
    if (type == "LANGUAGE") {
        return {"en", "ja"};
    }
    if (type == "SHAPES") {
        return {"linear", "geometric", "front", "back", "s-curve", "step", "growth", "table:"};
    }
    if (type == "BASELINE") {
        return {"hold-share", "hold-real", "hold-nominal", "share:", "plan"};
    }
    if (type == "RULE") {
        return {"hold-share", "hold-real", "hold-nominal"};
    }
    if (type == "DENOMINATOR") {
        return {"same-year"};
    }
    if (type == "RATE") {
        return {"average", "budget", "spot:", "fixed:", "ppp"};
    }
    if (type == "PRICES") {
        return {"current", "constant:"};
    }
    if (type == "BASE") {
        return {"average", "last"};
    }
    if (type == "RENEWALS") {
        return inputs::renewal_names();
    }
    if (type == "SHELL") {
        return {"bash", "zsh", "fish"};
    }
    if (type == "FORM") {
        return {"text", "latex", "dot", "json"};
    }
    if (type == "ORDER") {
        return {"average"};
    }
    std::vector<std::string> values;
    if (type == "COUNTRY") {
        for (const inputs::Country& country : inputs::embedded_countries()) {
            values.push_back(calc::lower_case(country.code));
        }
    } else if (names_scenario(type)) {
        values = names_in(inputs::ready_made_scenarios());
    } else if (type == "METRIC") {
        values = names_in(inputs::metric_names());
    } else if (type == "ARRANGEMENT") {
        for (const inputs::ArrangementName& one : inputs::embedded_arrangements()) {
            values.emplace_back(one.key);
        }
    } else if (type == "MEASURE") {
        values = names_in(inputs::measures());
    } else if (type == "CURRENCY") {
        for (const inputs::Country& country : inputs::embedded_countries()) {
            if (country.currency) {
                values.push_back(country.currency->code());
            }
        }
    }
    return values;
}

TreeOption tree_option(const CLI::Option& option) {
    TreeOption result{.names = {},
                      .type = option.get_type_name(),
                      .help = option.get_description(),
                      .group = option.get_group(),
                      .values = {}};
    for (const std::string& name : option.get_snames()) {
        result.names.push_back("-" + name);
    }
    for (const std::string& name : option.get_lnames()) {
        result.names.push_back("--" + name);
    }
    result.values = values_of(result.type);
    result.is_file = result.type.find("FILE") != std::string::npos || result.type == "MANIFEST" ||
                     names_scenario(result.type);
    return result;
}

}  // namespace

std::vector<TreeCommand> command_tree(const CommandLine& app) {
    std::vector<TreeCommand> tree;
    for (const CLI::App* command : app.parser().get_subcommands([](const CLI::App*) { return true; })) {
        TreeCommand result{.name = command->get_name(),
                           .help = command->get_description(),
                           .footer = command->get_footer(),
                           .options = {},
                           .arguments = {}};
        for (const CLI::Option* option : command->get_options()) {
            (option->get_positional() ? result.arguments : result.options).push_back(tree_option(*option));
        }
        tree.push_back(std::move(result));
    }
    return tree;
}

}  // namespace burden::cli
