#include "burden/cli/scenario_options.hpp"

#include <filesystem>

#include "burden/cli/files.hpp"
#include "burden/inputs/facts_reader.hpp"

namespace burden::cli {
namespace fs = std::filesystem;
namespace {

/// A file by its name, beside the one that names it.
inputs::Reading<inputs::FileText> opened(const std::string& name, const std::string& beside) {
    fs::path path(name);
    if (path.is_relative() && !beside.empty()) {
        path = (fs::path(beside).parent_path() / path).lexically_normal();
    }
    const auto text = file_text(path, inputs::largest_file);
    if (!text) {
        return text.diagnostics();
    }
    return inputs::FileText{path.string(), *text};
}

}  // namespace

void add_set_option(Command& command, std::vector<std::string>& set) {
    command
        .add_option("--set", set,
                    "Set a key over the scenario: jpn.target.share=3.4% (burden keys lists them)")
        .type_name("KEY=VALUE")
        .one_at_a_time()
        .group("Scenario");
}

void add_scenario_options(Command& command, ScenarioOptions& options) {
    add_set_option(command, options.set);
    add_table_options(command, options.table);
}

std::optional<inputs::Scenario> scenario_named(const std::string& names, const std::vector<std::string>& set,
                                               Session& session) {
    const auto scenario = taken(inputs::scenario_of(names, opened), session);
    if (!scenario || set.empty()) {
        return scenario;
    }
    return taken(inputs::with_settings(*scenario, set), session);
}

std::optional<inputs::Facts> all_facts(const TableOptions& options, Session& session) {
    const auto ground = ground_for({}, {}, true, options, session);
    return ground ? std::optional(ground->facts) : std::nullopt;
}

}  // namespace burden::cli
