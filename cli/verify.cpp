/// burden verify: whether a run on record comes out the same.
#include <algorithm>
#include <filesystem>
#include <memory>

#include "burden/brief/files.hpp"
#include "burden/brief/scenario_answer.hpp"
#include "burden/brief/verification.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/recorded_run.hpp"
#include "burden/cli/scenario_options.hpp"
#include "burden/inputs/embedded.hpp"
#include "burden/inputs/facts_reader.hpp"
#include "burden/inputs/fingerprint.hpp"

namespace burden::cli {
namespace fs = std::filesystem;
namespace {

/// Bytes of the largest result that is read.
constexpr std::size_t largest_result = 64'000'000;

struct Options {
    std::string manifest;
    TableOptions table;
};

/// Whether a file lies below a folder once every link is followed.
bool lies_below(const fs::path& file, const fs::path& folder) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(file, error);
    const fs::path below = error ? fs::path() : fs::weakly_canonical(folder, error);
    return !error && real.lexically_relative(below).begin()->string() != "..";
}

/// The files of a list as they lie in the folder; what is wrong is printed.
std::optional<std::vector<brief::FoundFile>> found(const std::vector<brief::RecordedFile>& records,
                                                   const fs::path& folder, std::size_t most,
                                                   Session& session) {
    std::vector<brief::FoundFile> files;
    bool good = true;
    for (const brief::RecordedFile& record : records) {
        const fs::path path = folder / record.path;
        if (!lies_below(path, folder)) {
            report({{.file = path.string(), .message = "leads out of the folder of its manifest"}}, session);
            good = false;
            continue;
        }
        const auto text = taken(brief::file_text(path, most), session);
        if (text) {
            files.push_back({record, *text, inputs::sha256_of(*text) == record.sha256});
        }
        good = good && text;
    }
    return good ? std::optional(files) : std::nullopt;
}

/// The run made anew from the copies, as it is written; none where it is refused, and the reason is printed.
std::optional<std::vector<brief::ResultAnew>> results_anew(
    const brief::Manifest& manifest, const std::vector<brief::FoundFile>& scenario_files,
    const fs::path& folder, Session& session) {
    std::vector<NamedText> texts;
    for (const brief::FoundFile& file : scenario_files) {
        texts.push_back({file.record.name, file.text});
    }
    TableOptions options;
    for (const brief::RecordedFile& record : manifest.facts) {
        options.facts.push_back((folder / record.path).string());
    }
    const auto scenario = taken(scenario_from(manifest.scenario, texts, manifest.set), session);
    const auto facts = scenario ? all_facts(options, session) : std::nullopt;
    const auto run = facts ? taken(inputs::scenario_run(*facts, *scenario), session) : std::nullopt;
    if (!run) {
        return std::nullopt;
    }
    std::vector<brief::ResultAnew> results;
    for (ResultFile& file : result_files(brief::scenario_answer(*run, *facts))) {
        results.push_back({std::move(file.path), std::move(file.text)});
    }
    return results;
}

ExitCode run(const Options& options, Session& session) {
    std::error_code error;
    fs::path path(options.manifest);
    if (fs::is_directory(path, error)) {
        path /= "manifest.json";
    }
    const auto text = taken(brief::file_text(path, brief::largest_manifest), session);
    const auto manifest = text ? taken(brief::read_manifest(*text, path.string()), session) : std::nullopt;
    if (!manifest) {
        return ExitCode::refused;
    }
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const auto files = found(manifest->files, folder, inputs::largest_file, session);
    const auto facts = found(manifest->facts, folder, inputs::largest_file, session);
    const auto results = found(manifest->results, folder, largest_result, session);
    if (!files || !facts || !results) {
        return ExitCode::refused;
    }
    const auto anew = results_anew(*manifest, *files, folder, session);
    if (!anew) {
        return ExitCode::refused;
    }
    brief::Verification verification{.manifest = *manifest,
                                     .inputs = *files,
                                     .results = *results,
                                     .anew = *anew,
                                     .version = BURDEN_VERSION,
                                     .embedded_facts = std::string(inputs::embedded_fingerprint())};
    verification.inputs.insert(verification.inputs.end(), facts->begin(), facts->end());
    const ExitCode code = give(brief::verification_answer(verification), options.table, session);
    return code == ExitCode::done && !identical(verification) ? ExitCode::no : code;
}

constexpr const char* examples = R"(Examples:
  burden run plan.toml -o record/      puts a run on record
  burden verify record/manifest.json   runs it again from the copies, and compares every byte

Exit status: 0 identical, 3 something differs, 2 a file cannot be read.)";

}  // namespace

void add_verify(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command = app.add_subcommand("verify", "Whether a run on record comes out the same");
    command.footer(examples);
    command
        .add_option("manifest", options->manifest, "manifest.json of 'burden run -o FOLDER/', or the folder")
        .type_name("MANIFEST")
        .required();
    add_output_options(command, options->table);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
