/// burden keys: what a scenario may set.
#include <memory>

#include "burden/brief/keys_answer.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/table_options.hpp"
#include "burden/inputs/scenario_keys.hpp"

namespace burden::cli {
namespace {

struct Options {
    std::vector<std::string> words;
    TableOptions table;
};

ExitCode run(const Options& options, Session& session) {
    const brief::Answer answer = brief::keys_answer(options.words);
    if (options.words.size() == 1 && answer.tables.back().rows.empty()) {
        const std::string& word = options.words.front();
        const auto key = inputs::read_key_name(word);
        if (!key && !key.fault().nearest.empty()) {
            report({inputs::argument_diagnostic("key", word, key.fault())}, session);
            return ExitCode::refused;
        }
    }
    return give(answer, options.table, session);
}

constexpr const char* examples = R"(Examples:
  burden keys                     all of them
  burden keys hosting             those in which the word stands
  burden keys gdp growth          all these words
  burden keys jpn.target.share    one by its name
  burden keys --format csv        with every property, for programs)";

}  // namespace

void add_keys(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command =
        app.add_subcommand("keys", "What a scenario may set, in which values, and what holds otherwise");
    command.footer(examples);
    command.add_option("words", options->words, "Words that must all stand at a key, or its name")
        .type_name("WORD");
    add_output_options(command, options->table);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
