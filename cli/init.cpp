/// burden init: a scenario file to begin with.
#include <filesystem>
#include <memory>
#include <ostream>

#include "burden/brief/files.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/table_options.hpp"
#include "burden/inputs/scenario.hpp"
#include "burden/inputs/scenario_starter.hpp"

namespace burden::cli {
namespace {

struct Options {
    std::string title = "My scenario";
    std::string output;
    bool force = false;
};

ExitCode run(const Options& options, Session& session) {
    const std::string text = inputs::starter_scenario(options.title);
    // A title that would not be read again is refused here, where it was typed.
    const auto file = inputs::read_scenario_file(text, "title");
    if (!file || file->title != options.title) {
        report({{.file = "title",
                 .message = calc::quoted(options.title) + " is no title",
                 .allowed = {"one line of UTF-8, not empty, of at most 300 bytes"}}},
               session);
        return ExitCode::refused;
    }
    if (options.output.empty()) {
        if (options.force) {
            report({{.file = "--force", .message = "it replaces a file, and no -o names one"}}, session);
            return ExitCode::refused;
        }
        session.out << text;
        return ExitCode::done;
    }
    std::error_code error;
    if (!options.force && std::filesystem::is_regular_file(options.output, error)) {
        report({{.file = options.output, .message = "is there already", .hint = "--force replaces it"}},
               session);
        return ExitCode::refused;
    }
    return report(brief::write_whole(options.output, text), session) ? ExitCode::refused : ExitCode::done;
}

constexpr const char* examples = R"(Examples:
  burden init > plan.toml
  burden init "Japan: 3 % of GDP by FY2033" -o plan.toml
  burden init -o plan.toml --force                           in place of the one that is there)";

}  // namespace

void add_init(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command = app.add_subcommand("init", "A scenario file to begin with: every key, explained");
    command.footer(examples);
    command.add_option("title", options->title, "Title of the scenario (else \"My scenario\")")
        .type_name("TITLE");
    command
        .add_option("-o,--output", options->output,
                    "Write into a file instead; one that is there is not replaced")
        .type_name("FILE")
        .group("Output");
    command.add_flag("--force", options->force, "Replace the file that is there").group("Output");
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
