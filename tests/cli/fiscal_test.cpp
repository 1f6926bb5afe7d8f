/// burden fiscal: how extra spending is paid for.
#include "cli/digits_reader.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using cli::ExitCode;
using Args = std::vector<std::string>;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

auto fiscal(const Args& args) {
    Args all = {"fiscal"};
    all.insert(all.end(), args.begin(), args.end());
    return called(all);
}

}  // namespace

TEST_CASE("fiscal takes the mix from its options or from the scenario", "[cli][fiscal]") {
    const auto from_options = fiscal(
        {"jpn", "jpn-5-by-2035", "--tax", "50%", "--debt", "30%", "--interest", "1.5%", "--format", "csv"});
    const auto from_scenario = fiscal({"Japan", "jpn-5-half-taxed", "--format", "csv"});
    INFO(from_options.err);
    REQUIRE(from_options.code == ExitCode::done);
    CHECK(from_options.err.empty());
    CHECK(from_options.out == from_scenario.out);
}

TEST_CASE("every option of fiscal moves its output", "[cli][fiscal]") {
    const Args base = {"jpn", "jpn-5-half-taxed"};
    const auto before = fiscal(base);
    REQUIRE(before.code == ExitCode::done);
    for (const Args& option : {Args{"--tax", "60%"}, Args{"--debt", "10%"}, Args{"--interest", "2%"},
                               Args{"--set", "jpn.households=55000000"}, Args{"--format", "json"}}) {
        Args args = base;
        args.insert(args.end(), option.begin(), option.end());
        const auto call = fiscal(args);
        INFO(option.front() << '\n' << call.err);
        CHECK(call.code == ExitCode::done);
        CHECK(call.out != before.out);
    }
}

TEST_CASE("fiscal says what it was not told", "[cli][fiscal]") {
    const auto refused = [](const Args& args, const std::string& message) {
        const auto call = fiscal(args);
        CAPTURE(call.err);
        CHECK(call.code == ExitCode::refused);
        CHECK(call.out.empty());
        CHECK(has(call.err, message));
    };
    refused({"jpn", "jpn-5-by-2035"}, "nobody says how the extra of Japan is paid for");
    refused({"jpn", "jpn-5-by-2035", "--debt", "50%"}, "the rate of interest on debt is not said");
    refused({"kor", "jpn-5-borrowed"}, "the scenario does not show kor");
    refused({"jpn", "jpn-5-by-2035", "--tax", "70%", "--debt", "50%", "--interest", "1%"},
            "taxes and borrowing together pay for 120 % of the extra");
    refused({"jpn", "jpn-5-by-2035", "--tax", "half", "--interest", "1%"}, "'half'");
}

TEST_CASE("fiscal prints what explain derives", "[cli][fiscal]") {
    for (const auto& row : rows_with("debt", {"fiscal", "jpn", "jpn-5-borrowed", "--format", "json"})) {
        if (row.cells.contains("year")) {
            const std::string year = row.cells.at("year");
            INFO(year);
            const auto call = called({"explain", "jpn-5-borrowed", "jpn.debt[" + year + "]", "--as", "json"});
            CHECK(has(call.out, "\"value\": " + row.cells.at("debt") + ",\n  \"unit\": \"%\""));
        }
    }
}

TEST_CASE("fiscal knows other countries than Japan", "[cli][fiscal]") {
    const auto call = fiscal({"kor", "baseline", "--set", "kor.target.share=3.5%", "--set",
                              "kor.target.by=2035", "--debt", "100%", "--interest", "3%"});
    INFO(call.err);
    CHECK(call.code == ExitCode::done);
    CHECK(has(call.out, "KRW tn"));
    CHECK_FALSE(has(call.out, "points of tax"));
}
