/// The program as a process.
#include "cli/process.hpp"
#include "cli/session.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::tests;

TEST_CASE("results go to standard output, everything else to standard error", "[cli][program]") {
    const Folder folder;
    CHECK(outcome("burden target jpn --share 2% --by 2035 2>/dev/null | head -1", folder)
              .text.starts_with("Japan: what"));
    CHECK(outcome("burden target jpn --share 34% --by 2035 2>/dev/null", folder).text.empty());
    CHECK(outcome("burden target jpn --share 34% --by 2035 2>/dev/null", folder).status == 2);
}

TEST_CASE("nothing is coloured where there is no terminal", "[cli][program]") {
    const Folder folder;
    CHECK(outcome("burden target jpn --share 2% --by 2035", folder).text.find('\x1b') == std::string::npos);
}

TEST_CASE("a full disk is told, and the exit status says so", "[cli][program]") {
    const Folder folder;
    CHECK(outcome("burden facts > /dev/full", folder).status == 1);
    CHECK(outcome("burden facts -o /dev/full", folder).status == 2);
}

TEST_CASE("the ending of the output file chooses the format", "[cli][program]") {
    const Folder folder;
    CHECK(outcome("burden target jpn --share 2% --by 2035 -o out.json && head -c 1 out.json", folder).text ==
          "{");
    CHECK(
        outcome("burden target jpn --share 2% --by 2035 -o out.csv && head -1 out.csv", folder)
            .text.starts_with("target,path,year,share,gdp,spending,baseline,extra,cumulative_extra,growth"));
}

TEST_CASE("the same call prints the same bytes", "[cli][program]") {
    const std::vector<std::string> call = {"target", "jpn",      "kor",    "--share",          "3.5%",
                                           "--by",   "2035",     "--path", "geometric,growth", "--currency",
                                           "USD",    "--format", "json"};
    CHECK(called(call).out == called(call).out);
    const Folder folder;
    CHECK(outcome("burden target jpn kor --share 3.5% --by 2035 --path geometric,growth --currency USD "
                  "--format json",
                  folder)
              .text == called(call).out);
}

TEST_CASE("a country is known by its code in any case and by its name", "[cli][program]") {
    const auto by = [](const std::string& name) {
        return called({"target", name, "--share", "2%", "--by", "2035"}).out;
    };
    CHECK(by("jpn") == by("JPN"));
    CHECK(by("jpn") == by("Japan"));
    CHECK(by("jpn") == by("nippon"));
}

TEST_CASE("a negative rate needs no equals sign", "[cli][program]") {
    const std::vector<std::string> call = {"target", "jpn", "--share", "2%", "--by", "2035"};
    auto apart = call;
    apart.insert(apart.end(), {"--growth", "-1%"});
    auto joined = call;
    joined.push_back("--growth=-1%");
    CHECK(called(apart).code == cli::ExitCode::done);
    CHECK(called(apart).out == called(joined).out);
}

TEST_CASE("a target may start from no spending at all, whole or split", "[cli][program]") {
    const auto whole = called({"target", "jpn", "--share", "2%", "--by", "2035", "--base-share", "0%"});
    CHECK(whole.code == cli::ExitCode::done);
    const auto split = called(
        {"target", "jpn", "--core", "3.5%", "--related", "1.5%", "--by", "2035", "--base-share", "0%"});
    CHECK(split.code == cli::ExitCode::done);
}

TEST_CASE("an answer fits a narrow screen", "[cli][program]") {
    for (const int width : {40, 60, 80}) {
        std::istringstream lines(
            called({"target", "jpn", "--share", "2%", "--share", "5%", "--by", "2035"}, width).out);
        for (std::string line; std::getline(lines, line);) {
            int columns = 0;
            for (const char c : line) {
                columns += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
            }
            INFO(line);
            CHECK(columns <= width);
        }
    }
}
