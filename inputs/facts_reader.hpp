/// Readers of facts files: docs/facts-format.md. They take text and a name, open nothing, and report all they
/// find.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/diagnostic.hpp"
#include "burden/inputs/facts.hpp"

namespace burden::inputs {

/// Largest file that is read, in bytes, and deepest nesting.
constexpr std::size_t largest_file = 4'000'000;
constexpr int deepest_nesting = 16;

/// Where a file sets or uses a name, for messages about files that do not fit together.
struct Mention {
    enum class Of { country_key, series, choice, chosen_series, source, cited_source };

    Of of;
    std::string name;  ///< a key of the file's country, the key of a series or source, a choice's measure
    Diagnostic place = {};  ///< with no message yet
};

/// What one file holds: a country, sources, or both.
struct FactsFile {
    std::optional<Country> country;
    std::map<std::string, Source> sources;
    std::optional<calc::Date> as_of;
    std::string name;
    std::vector<Mention> mentions;  ///< in order of the file
};

/// Reads one file, whatever its bytes are. Syntax, types, names and units are checked here; what needs other
/// files is not.
Reading<FactsFile> read_facts_file(std::string_view bytes, std::string_view name);

/// Puts files together over `base`, and checks what needs them all: every source is known, every choice names
/// a series (or, for "defence-base", a series of measure defence-spending or defence-share), no two of
/// `files` set one key. A series, choice or source of `files` replaces that of `base` with the same key; a
/// country of `base` keeps the rest. An economy in six lines stands instead of all series and choices of a
/// country of `base`, with a warning. The day of `base` stays where it has one.
Reading<Facts> combined(Facts base, std::vector<FactsFile> files);

}  // namespace burden::inputs
