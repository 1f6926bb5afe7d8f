#include <filesystem>
#include <fstream>

#include "burden/inputs/scenario_cell.hpp"
#include "cli/digits_reader.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using cli::ExitCode;
using Args = std::vector<std::string>;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("explain shows how a figure is computed", "[cli][explain]") {
    const auto call = called({"explain", "jpn-5-by-2035", "jpn.spending[FY2030]"});
    INFO(call.err);
    REQUIRE(call.code == ExitCode::done);
    CHECK(call.out.starts_with("jpn.spending[FY2030] = "));
    CHECK(has(call.out, "share[FY2030]"));
    CHECK(has(call.out, "jpn.target.share = 5 %"));
    CHECK(has(call.out, "jpn-5-by-2035:11"));
    CHECK(has(call.out, "Sources "));
}

TEST_CASE("every metric of a scenario can be explained in every form", "[cli][explain]") {
    for (const inputs::MetricName& metric : inputs::metric_names()) {
        for (const char* form : {"text", "latex", "dot", "json"}) {
            const std::string cell = "jpn." + std::string(metric.name) + "[FY2030]";
            const auto call = called({"explain", "hosting-cpi+weak-yen", cell, "--as", form, "--depth", "3",
                                      "--set", "jpn.financing.debt=50%", "--set", "jpn.interest=1%", "--set",
                                      "jpn.households=55000000"});
            INFO(cell << " " << form << "\n" << call.err);
            CHECK(call.code == ExitCode::done);
            CHECK(!call.out.empty());
        }
    }
}

TEST_CASE("explain has the figure that run prints", "[cli][explain]") {
    for (const char* scenario : {"baseline", "jpn-5-by-2035", "in-dollars", "constant-prices"}) {
        int years = 0;
        for (const auto& row : rows_with("share", {"run", scenario, "--format", "json"})) {
            if (row.cells.contains("year")) {
                const std::string year = row.cells.at("year");
                INFO(scenario << " " << year);
                const auto call = called({"explain", scenario, "jpn.share[" + year + "]", "--as", "json"});
                CHECK(has(call.out, "\"value\": " + row.cells.at("share") + ",\n  \"unit\": \"%\""));
                ++years;
            }
        }
        CHECK(years == 11);
    }
}

TEST_CASE("a setting of the command line is an input with its place", "[cli][explain]") {
    const auto call = called({"explain", "baseline", "jpn.share[FY2035]", "--set", "jpn.target.share=3.4%",
                              "--set", "jpn.target.by=FY2035"});
    CHECK(call.code == ExitCode::done);
    CHECK(has(call.out, "3.4 %"));
    CHECK(has(call.out, "--set"));
}

TEST_CASE("explain refuses what it cannot explain, and says what it could", "[cli][explain]") {
    const auto refused = [](const Args& args, const std::string& message) {
        Args all = {"explain"};
        all.insert(all.end(), args.begin(), args.end());
        const auto call = called(all);
        CAPTURE(call.err);
        CHECK(call.code == ExitCode::refused);
        CHECK(call.out.empty());
        CHECK(has(call.err, message));
    };
    refused({"baseline", "spending"}, "'spending' is no cell: a country, a metric and a year");
    refused({"baseline", "jpn.spendin[FY2030]"}, "nearest: 'spending'");
    refused({"baseline", "jpn.share[total]"}, "is no amount of a year");
    refused({"baseline", "usa.spending[2030]"}, "the scenario has no country 'usa'");
    refused({"baseline", "jpn.spending[FY2099]"}, "outside the years of JPN");
    refused({"baseline", "jpn.spending[FY2030]", "--as", "latx"}, "nearest: 'latex'");
    refused({"baseline", "jpn.spending[FY2030]", "--depth", "21"}, "0 to 20");
    refused({"baselin", "jpn.spending[FY2030]"}, "baseline");
}

TEST_CASE("a derivation goes into a file whole", "[cli][explain]") {
    const auto path = std::filesystem::temp_directory_path() / "burden-explain-test.dot";
    const auto call =
        called({"explain", "baseline", "jpn.spending[FY2030]", "--as", "dot", "-o", path.string()});
    CHECK(call.code == ExitCode::done);
    CHECK(call.out.empty());
    std::ifstream file(path);
    std::string first;
    std::getline(file, first);
    CHECK(first == "digraph \"jpn.spending[FY2030]\" {");
    std::filesystem::remove(path);
}
