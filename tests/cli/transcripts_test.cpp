/// Every command line in README, docs/, tests/cli/transcripts and tests/bad/commands is run, and its output
/// compared to the letter. BURDEN_UPDATE=1 writes what is printed now in place of what stands there: read the
/// diff.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "cli/process.hpp"
#include "support/catch.hpp"

namespace fs = std::filesystem;
using namespace burden::tests;

namespace {

/// A command of a transcript: the lines as typed, and what should follow them.
struct Step {
    std::string command;   ///< without "$ "
    std::string typed;     ///< the lines as they stand
    std::string expected;  ///< output, and "[exit N]" where N is not 0
};

/// A piece of a file: text that is kept, or a session of steps in one folder.
struct Piece {
    std::string text;
    std::vector<Step> steps;
};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line + "\n");
    }
    return lines;
}

/// The lines of one session as steps. A `<<'END'` in a command takes the lines up to END with it.
std::vector<Step> steps_of(const std::vector<std::string>& lines) {
    std::vector<Step> steps;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (lines[at].starts_with("$ ")) {
            steps.push_back({lines[at].substr(2), lines[at], ""});
            if (lines[at].find("<<'END'") != std::string::npos) {
                do {
                    ++at;
                    steps.back().command += lines.at(at);
                    steps.back().typed += lines.at(at);
                } while (lines.at(at) != "END\n");
            }
        } else {
            REQUIRE(!steps.empty());
            steps.back().expected += lines[at];
        }
    }
    return steps;
}

/// A page in Markdown: its ```console blocks are sessions. Any other file is one session.
std::vector<Piece> pieces_of(const fs::path& path) {
    const auto lines = lines_of(text_of(path));
    if (path.extension() != ".md") {
        return {{"", steps_of(lines)}};
    }
    std::vector<Piece> pieces = {{"", {}}};
    std::vector<std::string> session;
    bool within = false;
    for (const std::string& line : lines) {
        if (!within) {
            pieces.back().text += line;
            within = line == "```console\n";
        } else if (line == "```\n") {
            pieces.push_back({"", steps_of(session)});
            pieces.push_back({line, {}});
            session.clear();
            within = false;
        } else {
            session.push_back(line);
        }
    }
    REQUIRE(!within);
    return pieces;
}

std::string printed(const Outcome& outcome) {
    std::string text = outcome.text;
    if (!text.empty() && text.back() != '\n') {
        text += '\n';
    }
    return text + (outcome.status == 0 ? "" : "[exit " + std::to_string(outcome.status) + "]\n");
}

/// Replays a file; with `update`, its text with the output of now.
std::string replayed(const fs::path& path, bool update) {
    std::string text;
    for (const Piece& piece : pieces_of(path)) {
        text += piece.text;
        const Folder folder;
        for (const Step& step : piece.steps) {
            const std::string actual = printed(outcome(step.command, folder));
            if (!update) {
                INFO(path.filename().string() << ": $ " << step.command);
                CHECK(actual == step.expected);
            }
            text += step.typed + actual;
        }
    }
    return text;
}

std::vector<fs::path> files_in(const std::string& folder, const std::string& extension) {
    std::vector<fs::path> files;
    const fs::path root = fs::path(BURDEN_SOURCE_DIR) / folder;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        if (entry.path().extension() == extension) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

void replay(const std::vector<fs::path>& files) {
    const char* update = std::getenv("BURDEN_UPDATE");
    REQUIRE(!files.empty());
    for (const fs::path& path : files) {
        const std::string text = replayed(path, update != nullptr);
        if (update != nullptr) {
            std::ofstream(path, std::ios::binary) << text;
        }
    }
}

}  // namespace

TEST_CASE("the README shows what the program prints", "[cli][transcripts]") {
    replay({fs::path(BURDEN_SOURCE_DIR) / "README.md"});
}

TEST_CASE("the pages of docs/ show what the program prints", "[cli][transcripts]") {
    replay(files_in("docs", ".md"));
}

TEST_CASE("terminal sessions go as they are written down", "[cli][transcripts]") {
    replay(files_in("tests/cli/transcripts", ".console"));
}

TEST_CASE("a wrong command line is refused in the program's own words", "[cli][transcripts][bad]") {
    const auto files = files_in("tests/bad/commands", ".console");
    replay(files);
    for (const fs::path& path : files) {
        for (const Piece& piece : pieces_of(path)) {
            for (const Step& step : piece.steps) {
                if (step.command.starts_with("burden")) {
                    INFO(step.command);
                    CHECK(step.expected.ends_with("[exit 2]\n"));
                }
            }
        }
    }
}
