/// What a recorded run consists of: docs/scenario-format.md, "A run on record".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/diagnostic.hpp"

namespace burden::brief {

/// A file of a recorded run, in its folder.
struct RecordedFile {
    std::string name = {};  ///< how the scenario or the user names it; empty for a result
    std::string path;       ///< from the folder of the manifest, with slashes
    std::string sha256;     ///< 64 hexadecimal digits

    friend bool operator==(const RecordedFile&, const RecordedFile&) = default;
};

/// A recorded run: nothing of the time, the machine or the user stands in it.
struct Manifest {
    std::string version;                ///< of the program
    std::string embedded_facts;         ///< fingerprint of the facts that are compiled in
    std::string scenario;               ///< as it was named: "plan.toml+strong-yen"
    std::vector<std::string> set;       ///< of --set, in order
    std::vector<RecordedFile> files;    ///< of the scenario, those that are extended first
    std::vector<RecordedFile> facts;    ///< of --facts, in order
    std::vector<RecordedFile> results;  ///< in order of writing

    friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// Bytes of the largest manifest that is read.
constexpr std::size_t largest_manifest = 1'000'000;

/// As manifest.json holds it: keys in fixed order, so that equal runs have equal manifests.
std::string written(const Manifest& manifest);

/// A manifest from JSON, `name` being its file: every fault of its structure with what was found and what may
/// stand there. Paths that would leave the folder are refused.
inputs::Reading<Manifest> read_manifest(std::string_view text, std::string_view name);

}  // namespace burden::brief
