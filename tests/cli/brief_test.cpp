/// Briefs as their readers get them, and what happens where one cannot be written.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <regex>
#include <set>

#include "burden/inputs/brief_file.hpp"
#include "cli/process.hpp"
#include "cli/session.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::tests;
namespace fs = std::filesystem;

namespace {

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

constexpr const char* own_brief = R"(title = "A brief of one's own"
question = "What does 5 % cost?"
assumptions = ["The share rises on a straight line."]
leaves_out = ["How it is paid for."]
[[sections]]
heading = "The path"
text = ["Words before the table."]
question = "target jpn --share 5% --by 2035"
tables = ["target-summary"]
)";

}  // namespace

TEST_CASE("every ready-made brief has three to five findings, and says how it is made again",
          "[cli][brief]") {
    for (const inputs::ReadyBrief& ready : inputs::ready_briefs()) {
        INFO(ready.name);
        const auto call = called({"brief", std::string(ready.name), "--format", "json"});
        REQUIRE(call.code == cli::ExitCode::done);
        CHECK(call.err.empty());
        const auto json = nlohmann::json::parse(call.out);
        const auto& brief = json["brief"];
        CHECK(brief["findings"].size() >= 3);
        CHECK(brief["findings"].size() <= 5);
        CHECK(brief["again"][0] == "burden brief " + std::string(ready.name));
        CHECK(!json["sources"].empty());
        CHECK(!json["basis"]["as_of"].get<std::string>().empty());
        for (const auto& section : brief["sections"]) {
            CHECK(!section["tables"].empty());
        }
    }
}

TEST_CASE("a section's tables are those of the command that it names", "[cli][brief]") {
    const auto brief = nlohmann::json::parse(called({"brief", "targets", "--format", "json"}).out);
    const auto alone = nlohmann::json::parse(called({"target", "jpn", "--share", "2%", "--share", "3.5%",
                                                     "--share", "5%", "--by", "2035", "--format", "json"})
                                                 .out);
    CHECK(brief["brief"]["sections"][0]["command"] ==
          "burden target jpn --share 2% --share 3.5% --share 5% --by 2035");
    for (std::size_t at = 0; at < alone["tables"].size(); ++at) {
        CHECK(brief["tables"][at]["rows"] == alone["tables"][at]["rows"]);
    }
}

TEST_CASE("a brief on a scenario has its years, what it changes, and how it is paid for", "[cli][brief]") {
    const auto json = nlohmann::json::parse(called({"brief", "jpn-5-borrowed", "--format", "json"}).out);
    std::vector<std::string> commands;
    for (const auto& section : json["brief"]["sections"]) {
        commands.push_back(section["command"]);
    }
    CHECK(commands == std::vector<std::string>{"burden run jpn-5-borrowed",
                                               "burden diff baseline jpn-5-borrowed --why",
                                               "burden fiscal JPN jpn-5-borrowed"});
    const auto set = called({"brief", "baseline", "--set", "jpn.growth=1%", "--format", "json"});
    CHECK(set.out.find("burden run baseline --set jpn.growth=1%") != std::string::npos);
}

TEST_CASE("a brief of one's own is written in every format that was asked for", "[cli][brief]") {
    const Folder folder;
    folder.file("own.toml", own_brief);
    const auto done = outcome("burden brief own.toml --format md,latex,csv,json,xlsx -o out/", folder);
    CHECK(done.text.empty());
    CHECK(done.status == 0);
    CHECK(names_in(folder.path() / "out") ==
          std::set<std::string>{"own.csv", "own.json", "own.md", "own.tex", "own.xlsx"});
    const std::string page = text_of(folder.path() / "out" / "own.md");
    for (const auto* expected :
         {"# A brief of one's own", "What does 5 % cost?", "Words before the table.", "149.2",
          "The share rises on a straight line.", "How it is paid for.", "burden brief own.toml"}) {
        CHECK(page.find(expected) != std::string::npos);
    }
    CHECK(text_of(folder.path() / "out" / "own.xlsx").starts_with("PK"));
}

TEST_CASE("what a section may not ask, or cannot have, is told where it stands", "[cli][brief]") {
    const Folder folder;
    const auto refused = [&](const std::string& section) {
        folder.file("own.toml", "title = \"T\"\nquestion = \"Q?\"\n[[sections]]\n" + section);
        const auto done = outcome("burden brief own.toml -o brief.md", folder);
        CHECK(done.status == 2);
        CHECK(!fs::exists(folder.path() / "brief.md"));
        return done.text;
    };
    CHECK(refused("question = \"target jpn --share 5% --by 2035 -o x.csv\"\n")
              .find("own.toml:4:12: error: '-o' has no place in a question") == 0);
    CHECK(refused("question = \"brief renewal\"\n").find("a brief does not ask for a brief") !=
          std::string::npos);
    CHECK(refused("question = \"targt jpn\"\n").find("nearest: 'target'") != std::string::npos);
    CHECK(refused("question = \"man\"\n").find("answers with no table") != std::string::npos);
    const std::string wrong =
        refused("question = \"target jpn --share 5% --by 2035\"\ntables = [\"target-sumary\"]\n");
    CHECK(wrong.find("the answer has no table 'target-sumary'") != std::string::npos);
    CHECK(wrong.find("nearest: 'target-summary'") != std::string::npos);
}

TEST_CASE("a brief that is bytes, or several files, needs to know where to go", "[cli][brief]") {
    CHECK(called({"brief", "targets", "--format", "xlsx"}).code == cli::ExitCode::refused);
    CHECK(called({"brief", "targets", "--format", "md,html"}).code == cli::ExitCode::refused);
    CHECK(called({"brief", "targets", "--format", "md,md"}).err.find("given twice") != std::string::npos);
    CHECK(called({"brief", "targets", "--format", "pdf"}).err.find("allowed: ") != std::string::npos);
    CHECK(called({"brief", "targets", "--set", "jpn.growth=1%"}).code == cli::ExitCode::refused);
    CHECK(called({"brief", "no-such-thing"}).code == cli::ExitCode::refused);
}

TEST_CASE("a folder that cannot be written keeps its old briefs whole", "[cli][brief]") {
    const Folder folder;
    fs::create_directory(folder.path() / "out");
    folder.file("out/targets.md", "old\n");
    // A limit on the size of files stands for a disk that is full: the workbook does not fit any more.
    const auto done =
        outcome("trap '' XFSZ; ulimit -f 4; burden brief targets --format xlsx,md -o out/", folder);
    CHECK(done.status == 2);
    CHECK(text_of(folder.path() / "out" / "targets.md") == "old\n");
    CHECK(names_in(folder.path() / "out") == std::set<std::string>{"targets.md"});
    const auto nowhere = outcome("burden brief targets -o /proc/none/brief.md", folder);
    CHECK(nowhere.status == 2);
    CHECK(nowhere.text.find("/proc/none/brief.md") != std::string::npos);
}

TEST_CASE("a small disk that is full, and one that may not be written, keep their old briefs whole",
          "[cli][brief]") {
    const Folder folder;
    // Disks of one's own need a namespace; where the system gives none, the limit on files above stands for
    // it.
    if (outcome("unshare -rm true", folder).status != 0) {
        WARN("no disk of its own can be made here");
        return;
    }
    const std::string call =
        "mkdir disk && unshare -rm sh -c 'mount -t tmpfs -o size=16k none disk && "
        "echo old >disk/targets.md && ";
    const auto full = outcome(call +
                                  "burden brief targets --format md,xlsx -o disk/; echo status $?; ls -A "
                                  "disk; cat disk/targets.md'",
                              folder);
    CHECK(full.text.find("No space left on device; nothing was changed") != std::string::npos);
    CHECK(full.text.ends_with("status 2\ntargets.md\nold\n"));
    const auto read_only = outcome("rmdir disk; " + call +
                                       "mount -o remount,ro disk && burden brief targets -o disk/targets.md; "
                                       "echo status $?; ls -A disk; cat disk/targets.md'",
                                   folder);
    CHECK(read_only.text.find("nothing was changed") != std::string::npos);
    CHECK(read_only.text.ends_with("status 2\ntargets.md\nold\n"));
}

TEST_CASE("the brief that the page on briefs describes is written", "[cli][brief]") {
    const std::string page = text_of(fs::path(BURDEN_SOURCE_DIR) / "docs" / "brief-format.md");
    const std::size_t begin = page.find("```toml\n") + 8;
    const Folder folder;
    folder.file("page.toml", page.substr(begin, page.find("```", begin) - begin));
    const auto done = outcome("burden brief page.toml", folder);
    INFO(done.text);
    CHECK(done.status == 0);
    CHECK(done.text.find("Another one.") != std::string::npos);
    CHECK(done.text.find("Written by Name of the author.") != std::string::npos);
}

TEST_CASE("a program that is killed while it writes leaves the old file as it was", "[cli][brief]") {
    const Folder folder;
    folder.file("old.csv", "old\n");
    // The sweep is stopped once its temporary file is there, long before its million cells are.
    const auto done = outcome(
        "burden sweep jpn-5-by-2035 --grid jpn.growth=0%:1%:0.001% jpn.inflation=0%:0.9%:0.001% "
        "--metric 'jpn.spending[FY2035]' -o old.csv & "
        "for i in $(seq 500); do [ $(ls -A | wc -l) -gt 1 ] && break; sleep 0.01; done; "
        "[ $(ls -A | wc -l) -gt 1 ] && echo begun; kill -KILL $!; wait $! 2>/dev/null; cat old.csv",
        folder);
    CHECK(done.text.find("begun\n") != std::string::npos);
    CHECK(done.text.find("old\n") != std::string::npos);
    CHECK(text_of(folder.path() / "old.csv") == "old\n");
}
