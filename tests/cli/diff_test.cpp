#include <nlohmann/json.hpp>

#include "cli/process.hpp"
#include "cli/session.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::tests;
using cli::ExitCode;
using Args = std::vector<std::string>;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Args diff(const Args& more) {
    Args args = {"diff"};
    args.insert(args.end(), more.begin(), more.end());
    return args;
}

std::string printed(const Args& more) {
    const auto call = called(diff(more));
    INFO(call.err);
    REQUIRE(call.code == ExitCode::done);
    return call.out;
}

std::string refused(const Args& more) {
    const auto call = called(diff(more));
    CHECK(call.code == ExitCode::refused);
    CHECK(call.out.empty());
    return call.err;
}

}  // namespace

TEST_CASE("diff says what a file of a user does, with the line that does it", "[cli][diff]") {
    const Folder folder;
    const auto plan = folder.file("plan.toml",
                                  "extends = \"baseline\"\n[policy.jpn]\ntarget.share = \"3.4%\"\n"
                                  "[assumptions.jpn]\ngrowth = \"+0.3 pp\"\n");
    const std::string text = printed({"baseline", plan.string(), "--why"});
    CHECK(has(text, "above baseline"));
    CHECK(has(text, "target share 3.4% instead of none"));
    CHECK(has(text, "plan.toml:3"));
    CHECK(has(text, "both at once"));
    CHECK(has(text, "Order: policy, growth."));
}

TEST_CASE("every option of diff moves its output", "[cli][diff]") {
    const Folder folder;
    const Args base = {"baseline", "jpn-3-4-constant+faster-growth"};
    const std::string facts = folder
                                  .file("jpn.toml",
                                        "country = \"JPN\"\n[[choice]]\nmeasure = \"defence-base\"\n"
                                        "use = \"sipri-fy\"\nwhy = \"a test\"\n")
                                  .string();
    const std::string plain = printed(base);
    for (const Args& more : std::vector<Args>{{"--why"},
                                              {"--metric", "share"},
                                              {"--order", "policy,growth"},
                                              {"--set", "jpn.target.share=4%"},
                                              {"--facts", facts},
                                              {"--facts-b", facts},
                                              {"--format", "md"}}) {
        Args with = base;
        with.insert(with.end(), more.begin(), more.end());
        INFO(more.front());
        CHECK(printed(with) != plain);
    }
    const auto why = [&](const char* order) {
        return printed({"baseline", "jpn-3-4-constant+faster-growth", "--order", order});
    };
    CHECK(why("policy,growth") != why("growth,policy"));
    CHECK(why("policy,growth") != why("average"));
}

TEST_CASE("diff sets keys over the second scenario alone", "[cli][diff]") {
    const std::string text = printed({"baseline", "baseline", "--set", "jpn.target.share=3.4%"});
    CHECK(has(text, "baseline with --set is ¥78 tn above baseline"));
    CHECK(has(text, "burden diff baseline baseline --set jpn.target.share=3.4% --why"));
    CHECK(has(printed({"baseline", "baseline"}), "no difference"));
}

TEST_CASE("facts of the second scenario alone count as data", "[cli][diff]") {
    const Folder folder;
    const std::string facts = folder
                                  .file("jpn.toml",
                                        "country = \"JPN\"\n[[choice]]\nmeasure = \"defence-base\"\n"
                                        "use = \"sipri-fy\"\nwhy = \"a test\"\n")
                                  .string();
    const std::string text = printed({"baseline", "baseline", "--facts-b", facts, "--why"});
    CHECK(has(text, "data"));
    CHECK(has(text, "other facts"));
    CHECK(has(printed({"baseline", "baseline", "--facts", facts, "--why"}), "no difference"));
}

TEST_CASE("diff gives programs the parts in tables of their own", "[cli][diff]") {
    const auto json = nlohmann::json::parse(
        printed({"baseline", "jpn-3-4-constant+faster-growth", "--why", "--format", "json"}));
    CHECK(json["command"] == "diff");
    std::vector<std::string> ids;
    for (const auto& table : json["tables"]) {
        ids.push_back(table["id"]);
    }
    CHECK(ids == std::vector<std::string>{"diff-why-jpn", "diff-jpn", "diff-totals-jpn", "diff-why-years-jpn",
                                          "diff-changes"});
    CHECK(json["tables"][0]["rows"].size() == 3);
    CHECK(json["tables"][0]["rows"][2]["part"] == "policy × growth");
    CHECK(json["tables"][1]["rows"][0]["year"] == "FY2026");
}

TEST_CASE("diff refuses what cannot be compared, and says where", "[cli][diff][bad]") {
    CHECK(has(refused({"baseline", "in-dollars"}),
              "in-dollars:11:12: error: 'currency' is not set in baseline"));
    CHECK(has(refused({"baseline", "jpn-5-by-2035", "--order", "growth"}),
              "--order: error: the scenarios do not"));
    CHECK(has(refused({"baseline", "jpn-5-by-2035", "--order", "polcy"}), "nearest: 'policy'"));
    CHECK(has(refused({"baseline", "jpn-5-by-2035", "--metric", "spendng"}), "nearest: 'spending'"));
    CHECK(has(refused({"baseline", "jpn-5-by-2036"}), "nearest: 'jpn-5-by-2035'"));
    CHECK(has(refused({"baseline"}), "second is missing"));
}

TEST_CASE("diff has help with examples", "[cli][diff]") {
    CHECK(has(called({"diff", "--help"}).out, "Examples:\n  burden diff"));
}
