/// Reads the settings of a scenario file. Private to its reader.
#pragma once

#include <set>
#include <vector>

#include "burden/inputs/scenario.hpp"
#include "burden/inputs/toml_document.hpp"

namespace burden::inputs {

/// Where something stands in a file.
SettingPlace place_in(const FileProblems& problems, const Place& place);

/// What the sections of a file set.
struct FileSettings {
    std::vector<Setting> settings = {};     ///< in order of the file
    std::set<KeyOfSubject> mentioned = {};  ///< their keys, and those whose values were refused
};

/// The settings of [policy], [assumptions] and [basis] in the table of the whole file, nested tables and
/// dotted keys alike. What is no setting is reported, and a key that stands there twice.
FileSettings read_settings(const TomlNode& root, bool allow_extreme, FileProblems& problems);

}  // namespace burden::inputs
