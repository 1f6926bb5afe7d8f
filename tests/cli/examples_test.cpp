/// Commands that are only named, in running text, in blocks that show no output, and in the help: each of
/// them runs.
#include <algorithm>
#include <regex>
#include <set>

#include "cli/process.hpp"
#include "cli/session.hpp"
#include "support/catch.hpp"

namespace fs = std::filesystem;
using namespace burden;
using namespace burden::tests;

namespace {

/// Whether a text speaks of commands and is no call: with an ellipsis or a word in capitals that stands for
/// others, or only the name of a command, perhaps with that of an option.
bool is_no_call(const std::string& command) {
    static const std::regex stands_for_others(
        R"((…|\.\.\.|\b(COMMAND|ARGUMENTS|OPTIONS|COUNTRY|YEAR|AMOUNT|WORD|KEY|SHELL|FILE|DIR|SCENARIO|CELL|BRIEF|KIND|A B)\b))");
    static const std::regex only_named(
        R"(burden (target|ratio|convert|completion|run|show|verify|diff|explain|sweep|solve|tornado|fiscal|brief|chart)( --[a-z-]+)?)");
    return std::regex_search(command, stands_for_others) || std::regex_match(command, only_named);
}

/// `burden …` between backticks, and the lines of blocks that begin with it.
std::set<std::string> commands_of_page(const fs::path& page) {
    static const std::regex named(R"(`(burden [a-z][^`\n]*)`)");
    static const std::regex line(R"((?:^|\n)(?:\./run|burden)( [a-z][^\n#]*))");
    const std::string text = text_of(page);
    std::set<std::string> commands;
    for (std::sregex_iterator match(text.begin(), text.end(), named), end; match != end; ++match) {
        commands.insert((*match)[1]);
    }
    for (std::sregex_iterator match(text.begin(), text.end(), line), end; match != end; ++match) {
        commands.insert("burden" + (*match)[1].str());
    }
    return commands;
}

/// The examples at the foot of a command's help: two spaces, the command, and behind two spaces what it is
/// for.
std::set<std::string> commands_of_help(const std::vector<std::string>& call) {
    static const std::regex example(R"(\n  (burden (?:[^\s]| (?! ))+))");
    const std::string help = called(call).out;
    std::set<std::string> commands;
    for (std::sregex_iterator match(help.begin(), help.end(), example), end; match != end; ++match) {
        commands.insert((*match)[1]);
    }
    return commands;
}

void run_all(const std::set<std::string>& commands) {
    for (const std::string& command : commands) {
        if (is_no_call(command)) {
            continue;
        }
        const Folder folder;
        fs::create_directories(folder.path() / ".local/share/bash-completion/completions");
        fs::create_directories(folder.path() / ".config/fish/completions");
        const auto result =
            outcome(command.find("man -l") == std::string::npos ? command : "burden man", folder);
        INFO(command << '\n' << result.text);
        // A claim may be refuted: the answer is no, and an answer.
        CHECK((result.status == 0 || (result.status == 3 && command.starts_with("burden claim "))));
    }
}

}  // namespace

TEST_CASE("a command that a page names runs", "[cli][examples]") {
    std::vector<fs::path> pages = {fs::path(BURDEN_SOURCE_DIR) / "README.md"};
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(BURDEN_SOURCE_DIR) / "docs")) {
        if (entry.path().extension() == ".md") {
            pages.push_back(entry.path());
        }
    }
    std::size_t count = 0;
    for (const fs::path& page : pages) {
        INFO(page.filename().string());
        const auto commands = commands_of_page(page);
        count += commands.size();
        run_all(commands);
    }
    CHECK(count > 20);
}

TEST_CASE("an example of the help runs", "[cli][examples]") {
    std::set<std::string> commands = commands_of_help({"--help"});
    CHECK(commands.size() == 10);
    for (const char* command : {"target", "ratio", "convert", "hns", "ledger", "claim", "claims", "facts",
                                "sources", "completion", "sweep", "solve", "tornado", "brief", "chart"}) {
        const auto more = commands_of_help({command, "--help"});
        CHECK(more.size() >= 2);
        commands.insert(more.begin(), more.end());
    }
    run_all(commands);
}
