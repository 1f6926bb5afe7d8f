/// burden sources: from whom it is known.
#include <memory>

#include "burden/brief/facts_answer.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/table_options.hpp"

namespace burden::cli {
namespace {

struct Options {
    std::vector<std::string> words;
    TableOptions table;
};

ExitCode run(const Options& options, Session& session) {
    const auto ground = ground_for({}, {}, true, options.table, session);
    if (!ground) {
        return ExitCode::refused;
    }
    if (options.words.size() == 1) {
        const std::string key = calc::upper_case(options.words.front());
        const auto source = ground->facts.sources.find(key);
        if (source != ground->facts.sources.end()) {
            return give(brief::source_answer(source->second, ground->facts), options.table, session);
        }
        std::vector<std::string> keys;
        for (const auto& [known, unused] : ground->facts.sources) {
            keys.push_back(known);
        }
        calc::Fault fault = calc::unknown_name("source", options.words.front(), std::move(keys));
        fault.allowed.clear();
        if (!fault.nearest.empty() &&
            brief::sources_answer(options.words, ground->facts).tables.front().rows.empty()) {
            report({inputs::argument_diagnostic("key", options.words.front(), fault)}, session);
            return ExitCode::refused;
        }
    }
    return give(brief::sources_answer(options.words, ground->facts), options.table, session);
}

constexpr const char* examples = R"(Examples:
  burden sources                 all of them
  burden sources WEO2026         one, and what rests on it
  burden sources budget draft    those in which all these words stand)";

}  // namespace

void add_sources(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command = app.add_subcommand("sources", "From whom it is known: one source by its key, or a list");
    command.footer(examples);
    command.add_option("key", options->words, "A source's key, or words to look for").type_name("KEY");
    add_table_options(command, options->table);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
