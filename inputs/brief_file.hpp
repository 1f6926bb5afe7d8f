/// What a brief is made of: a file that asks questions, one a section.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/fault.hpp"
#include "burden/inputs/diagnostic.hpp"
#include "burden/inputs/scenario.hpp"

namespace burden::inputs {

/// A section: a heading, paragraphs, and a question whose answer stands below them.
struct BriefSection {
    std::string heading = {};
    std::vector<std::string> text = {};
    std::vector<std::string> question =
        {};  ///< a command line without the program: {"target", "jpn", …}; may be empty
    std::vector<std::string> tables = {};  ///< ids of the tables that are shown; all where none is named
    bool charts = true;                    ///< whether the answer's charts are shown
    SettingPlace place = {};               ///< where the question stands
};

struct BriefFile {
    std::string title;
    std::string question;  ///< that the whole brief answers
    std::string author = {};
    std::vector<std::string> assumptions = {};
    std::vector<std::string> leaves_out = {};
    std::vector<BriefSection> sections;
};

/// The words of a command line, as a shell parts them: at spaces, but for what stands between quotes. A quote
/// that is not closed is a fault.
calc::Parsed<std::vector<std::string>> command_words(std::string_view line);

/// A brief as it is written in TOML: docs/brief-format.md. `file` names it in diagnostics.
Reading<BriefFile> read_brief(std::string_view bytes, std::string_view file);

/// A brief that is compiled in.
struct ReadyBrief {
    std::string_view name;
    std::string_view text;
};
std::span<const ReadyBrief> ready_briefs();

}  // namespace burden::inputs
