/// What is made from the command tree.
#include <algorithm>

#include "cli/session.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::tests;

TEST_CASE("completions and the manual page know every command and option", "[cli][tree]") {
    for (const auto& call : std::vector<std::vector<std::string>>{
             {"completion", "bash"}, {"completion", "zsh"}, {"completion", "fish"}, {"man"}}) {
        std::string text = called(call).out;
        text.erase(std::remove(text.begin(), text.end(), '\\'), text.end());
        INFO(call.back());
        for (const char* word :
             {"target", "ratio", "convert", "hns", "ledger", "claims", "facts", "sources", "share",
              "base-related", "prices", "all-methods", "metadata", "renewals", "break-even", "tolerance"}) {
            CHECK(text.find(word) != std::string::npos);
        }
    }
}

TEST_CASE("every command has help with examples", "[cli][tree]") {
    for (const char* command : {"target", "ratio", "convert", "hns", "ledger", "claim", "claims", "facts",
                                "sources", "completion", "sweep", "solve", "tornado"}) {
        const auto call = called({command, "--help"});
        CHECK(call.code == cli::ExitCode::done);
        CHECK(call.out.find("Examples:\n  burden " + std::string(command)) != std::string::npos);
    }
}

TEST_CASE("the program without arguments answers, and says where to go on", "[cli][tree]") {
    const auto call = called({});
    CHECK(call.code == cli::ExitCode::done);
    for (const char* next :
         {"burden hns jpn-sma-2022", "burden target jpn", "burden claims", "burden --help"}) {
        CHECK(call.out.find(next) != std::string::npos);
    }
    CHECK(called({"--help"}).out.find("Usage: burden") != std::string::npos);
    CHECK(called({"--version"}).out.starts_with("burden "));
}
