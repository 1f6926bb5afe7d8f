/// A sheet of charts as JSON, for another program that draws it: the window, which knows Qt, from the
/// command, which does not.
#pragma once

#include <string>
#include <string_view>

#include "burden/brief/answer.hpp"
#include "burden/inputs/diagnostic.hpp"
#include "burden/inputs/scenario.hpp"

namespace burden::brief {

/// Charts with all that is printed below them.
struct ChartSheet {
    Answer answer;           ///< its charts, basis, notes, sources and warnings; tables are not drawn
    std::string again = {};  ///< the command line that makes it again
    std::string scenario =
        {};  ///< SHA-256 of the scenario behind it, where one is; of several, with commas between them
};

/// SHA-256 of a scenario: of its file, as `sha256sum` prints it, or of the texts of its files one after
/// another.
std::string scenario_fingerprint(const inputs::Scenario& scenario);

/// Bytes of the largest sheet that is read.
constexpr std::size_t largest_sheet = 8'000'000;

/// The sheet as JSON, without its answer's tables; keys in fixed order, values as texts of up to fifty
/// digits, so that none is rounded.
std::string chart_json(const ChartSheet& sheet);

/// A sheet from JSON, `name` being where it came from: every fault of its structure with what was found and
/// what may stand there.
inputs::Reading<ChartSheet> read_chart_json(std::string_view text, std::string_view name);

}  // namespace burden::brief
