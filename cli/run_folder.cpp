#include "burden/cli/run_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "burden/brief/files.hpp"
#include "burden/brief/manifest.hpp"
#include "burden/brief/scenario_answer.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/cli/recorded_run.hpp"
#include "burden/inputs/embedded.hpp"
#include "burden/inputs/facts_reader.hpp"
#include "burden/inputs/fingerprint.hpp"
#include "burden/inputs/scenario_composition.hpp"

namespace burden::cli {
namespace fs = std::filesystem;

using inputs::Diagnostic;
using inputs::Scenario;
using inputs::ScenarioFile;

namespace {

/// The longest folder that all of these files stand below.
fs::path common_folder(const std::vector<fs::path>& files) {
    fs::path common = files.front().parent_path();
    for (const fs::path& file : files) {
        while (common != common.root_path() && file.lexically_relative(common).begin()->string() == "..") {
            common = common.parent_path();
        }
    }
    return common;
}

/// Names of a scenario's files on record, by their own names: relative ones stay.
std::map<std::string, std::string> names_on_record(const Scenario& scenario) {
    std::map<std::string, std::string> names;
    std::vector<fs::path> absolute;
    std::set<std::string> others;
    for (const ScenarioFile& file : scenario.files) {
        if (!file.ready_made && fs::path(file.name).is_absolute()) {
            absolute.push_back(fs::path(file.name).lexically_normal());
        } else {
            names[file.name] = file.name;
            others.insert(fs::path(file.name).lexically_normal().string());
        }
    }
    if (absolute.empty()) {
        return names;
    }
    fs::path folder = common_folder(absolute);
    const auto taken_by_others = [&] {
        return std::any_of(absolute.begin(), absolute.end(), [&](const fs::path& file) {
            return others.contains(file.lexically_relative(folder).string());
        });
    };
    while (folder != folder.root_path() && taken_by_others()) {
        folder = folder.parent_path();
    }
    for (const ScenarioFile& file : scenario.files) {
        if (!names.contains(file.name)) {
            const std::string name =
                fs::path(file.name).lexically_normal().lexically_relative(folder).string();
            names[file.name] = inputs::is_file_name(name) ? name : "./" + name;
        }
    }
    return names;
}

/// Paths of copies in the folder, no two alike on any file system.
class CopyPaths {
public:
    /// "scenario/plan.toml" for "plans/plan.toml"; "scenario/plan-2.toml" for the next of that name.
    std::string add(const std::string& folder, const std::string& name) {
        std::string stem = fs::path(name).filename().string();
        if (stem.ends_with(".toml")) {
            stem.resize(stem.size() - 5);
        }
        for (char& c : stem) {
            const bool plain = static_cast<unsigned char>(c) > ' ' && c != '\\' && c != ':' && c != '\x7f';
            c = plain ? c : '_';
        }
        std::string path = folder + "/" + stem + ".toml";
        for (int again = 2; !taken_.insert(calc::lower_case(path)).second; ++again) {
            path = folder + "/" + stem + "-" + std::to_string(again) + ".toml";
        }
        return path;
    }

private:
    std::set<std::string> taken_;
};

/// A file that is to be written.
struct Planned {
    brief::RecordedFile record;
    std::string text;
};

Planned planned(std::string name, std::string path, std::string text) {
    std::string print = inputs::sha256_of(text);
    return {{.name = std::move(name), .path = std::move(path), .sha256 = std::move(print)}, std::move(text)};
}

/// The facts files of --facts, in order.
std::optional<std::vector<Planned>> facts_copies(const std::vector<std::string>& options, CopyPaths& paths,
                                                 Session& session) {
    std::vector<Planned> copies;
    for (const std::string& option : options) {
        const auto files = taken(brief::facts_files(option), session);
        if (!files) {
            return std::nullopt;
        }
        for (const fs::path& file : *files) {
            const auto text = taken(brief::file_text(file, inputs::largest_file), session);
            if (!text) {
                return std::nullopt;
            }
            const std::string name = brief::harmless(file.filename().string());
            copies.push_back(planned(name, paths.add("facts", name), *text));
        }
    }
    return copies;
}

std::vector<Diagnostic> folder_made(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return {{.file = folder.string(), .message = "cannot be made: " + error.message()}};
    }
    return {};
}

std::vector<Diagnostic> write_all(const fs::path& folder, const std::vector<std::vector<Planned>>& groups,
                                  const std::string& manifest) {
    if (auto problems = folder_made(folder); !problems.empty()) {
        return problems;
    }
    // No manifest vouches for a folder that is half one run and half another.
    std::error_code error;
    fs::remove(folder / "manifest.json", error);
    if (error) {
        return {{.file = (folder / "manifest.json").string(),
                 .message = "cannot be replaced: " + error.message()}};
    }
    for (const auto& group : groups) {
        for (const Planned& file : group) {
            const fs::path path = folder / file.record.path;
            auto problems = folder_made(path.parent_path());
            if (problems.empty()) {
                problems = brief::write_whole(path, file.text);
            }
            if (!problems.empty()) {
                return problems;
            }
        }
    }
    return brief::write_whole(folder / "manifest.json", manifest);
}

std::vector<brief::RecordedFile> records_of(const std::vector<Planned>& files) {
    std::vector<brief::RecordedFile> records;
    for (const Planned& file : files) {
        records.push_back(file.record);
    }
    return records;
}

bool refuses(const ScenarioOptions& options, Session& session) {
    for (const auto& [name, given] : {std::pair{"--format", !options.table.format.empty()},
                                      std::pair{"--metadata", options.table.metadata}}) {
        if (given) {
            report(
                {{.file = name,
                  .message = "it cannot change anything: a folder takes every table as CSV, and result.json",
                  .allowed = {"-o FILE"}}},
                session);
            return true;
        }
    }
    return false;
}

}  // namespace

bool names_folder(const std::string& output) {
    std::error_code error;
    return output.ends_with('/') || (!output.empty() && fs::is_directory(output, error));
}

ExitCode run_into_folder(const Scenario& scenario, const ScenarioOptions& options, Session& session) {
    if (refuses(options, session)) {
        return ExitCode::refused;
    }
    const auto names = names_on_record(scenario);
    CopyPaths paths;
    std::vector<Planned> copies;
    std::vector<NamedText> texts;
    for (const ScenarioFile& file : scenario.files) {
        const std::string& name = names.at(file.name);
        if (brief::harmless(name) != name) {
            report({{.file = file.name,
                     .message = "no manifest can name a file like this: its name is no plain text"}},
                   session);
            return ExitCode::refused;
        }
        copies.push_back(planned(name, paths.add("scenario", name), file.text));
        texts.push_back({name, file.text});
    }
    std::string name;
    for (const std::string_view piece : calc::pieces(scenario.name, '+')) {
        const auto known = names.find(std::string(piece));
        name += (name.empty() ? "" : "+") + (known == names.end() ? std::string(piece) : known->second);
    }
    const auto facts_files = facts_copies(options.table.facts, paths, session);
    const auto facts = facts_files ? all_facts(options.table, session) : std::nullopt;
    if (!facts) {
        return ExitCode::refused;
    }
    const auto again = scenario_from(name, texts, options.set);
    if (!again) {
        report(again.diagnostics(), session);
        return ExitCode::refused;
    }
    const auto run = taken(inputs::scenario_run(*facts, *again), session);
    if (!run) {
        return ExitCode::refused;
    }
    std::vector<Planned> results;
    for (ResultFile& file : result_files(brief::scenario_answer(*run, *facts))) {
        results.push_back(planned("", std::move(file.path), std::move(file.text)));
    }
    const brief::Manifest manifest{.version = BURDEN_VERSION,
                                   .embedded_facts = std::string(inputs::embedded_fingerprint()),
                                   .scenario = name,
                                   .set = options.set,
                                   .files = records_of(copies),
                                   .facts = records_of(*facts_files),
                                   .results = records_of(results)};
    const auto problems = write_all(options.table.output, {copies, *facts_files, results}, written(manifest));
    return report(problems, session) ? ExitCode::refused : ExitCode::done;
}

}  // namespace burden::cli
