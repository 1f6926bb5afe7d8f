/// A run that can be repeated: what `burden run -o FOLDER/` writes and `burden verify` runs again share this.
#pragma once

#include <string>
#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/inputs/scenario.hpp"

namespace burden::cli {

/// A scenario file by the name that others have for it.
struct NamedText {
    std::string name;
    std::string text;
};

/// The scenario that `names` stand for, put together from these files and no others, ready-made ones among
/// them, with settings of the command line over it.
inputs::Reading<inputs::Scenario> scenario_from(const std::string& names, const std::vector<NamedText>& files,
                                                const std::vector<std::string>& set);

/// A result as it is written.
struct ResultFile {
    std::string path;
    std::string text;
};

/// Each table that programs read as a CSV of its own, and the whole answer as result.json.
std::vector<ResultFile> result_files(const brief::Answer& answer);

}  // namespace burden::cli
