/// burden chart: every kind, and what it refuses.
#include "cli/process.hpp"
#include "cli/session.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::tests;

TEST_CASE("every kind of chart is drawn on a terminal, with its basis and sources", "[cli][chart]") {
    const std::vector<std::vector<std::string>> calls = {
        {"path", "jpn-5-by-2035"},
        {"path", "jpn-2-same-year", "jpn-3-4-constant", "jpn-5-by-2035"},
        {"renewals", "jpn-sma-2022", "--renewals", "flat,cpi:cap=5%,x4"},
        {"stack", "jpn-sma-2022"},
        {"waterfall", "baseline", "jpn-3-4-constant+faster-growth"},
        {"tornado", "jpn-5-by-2035", "--metric", "jpn.spending[FY2035]"},
        {"fan", "jpn-5-by-2035", "--metric", "jpn.spending", "--grid", "jpn.growth=0%:1%:0.5%"},
        {"slope", "five-allies"},
        {"ratio", "jpn", "FY2025"}};
    for (const auto& of : calls) {
        std::vector<std::string> args = {"chart"};
        args.insert(args.end(), of.begin(), of.end());
        INFO(of.front());
        const auto call = called(args);
        CHECK(call.code == cli::ExitCode::done);
        CHECK(call.err.empty());
        CHECK(call.out.find("Sources") != std::string::npos);
        CHECK(call.out.find("Basis") != std::string::npos);
    }
}

TEST_CASE("a chart shows the figures of the table it is made of", "[cli][chart]") {
    const auto chart = called({"chart", "path", "jpn-5-by-2035"}).out;
    const auto table = called({"run", "jpn-5-by-2035"}).out;
    CHECK(chart.find("jpn-5-by-2035  43.8") != std::string::npos);
    CHECK(table.find("43.8") != std::string::npos);
    const auto both = called({"run", "jpn-5-by-2035", "--chart"}).out;
    CHECK(both.find("jpn-5-by-2035  43.8") != std::string::npos);
}

TEST_CASE("a chart is a page, Vega-Lite, or what its file's ending says", "[cli][chart]") {
    CHECK(called({"chart", "slope", "five-allies", "--html"}).out.starts_with("<!DOCTYPE html>"));
    const auto vega = called({"chart", "slope", "five-allies", "--vega"}).out;
    CHECK(vega.find("vega.github.io/schema/vega-lite") != std::string::npos);
    const Folder folder;
    const auto file = folder.path() / "chart.vl.json";
    CHECK(called({"chart", "slope", "five-allies", "-o", file.string()}).code == cli::ExitCode::done);
    CHECK(text_of(file) == vega);
}

TEST_CASE("what says nothing of a chart is refused with the chart it belongs to", "[cli][chart]") {
    const auto refused = [](const std::vector<std::string>& args) {
        const auto call = called(args);
        CHECK(call.code == cli::ExitCode::refused);
        CHECK(call.out.empty());
        return call.err;
    };
    CHECK(refused({"chart", "pie", "baseline"}).find("allowed: path, stack") != std::string::npos);
    CHECK(refused({"chart", "path", "baseline", "--grid", "fx.jpy=1,2"})
              .find("--grid: error: it says nothing") == 0);
    CHECK(refused({"chart", "tornado", "baseline"}).find("--metric: error: what is drawn?") == 0);
    CHECK(refused({"chart", "fan", "baseline", "--metric", "jpn.spending"})
              .find("--grid: error: over which points?") == 0);
    CHECK(refused({"chart", "renewals", "jpn-sma-2022"}).find("--renewals: error: which renewals?") == 0);
    CHECK(refused({"chart", "waterfall", "baseline"}).find("it is drawn of two scenarios") !=
          std::string::npos);
    CHECK(refused({"chart", "slope", "baseline"}).find("there is nothing to draw") != std::string::npos);
    CHECK(refused({"chart", "path", "baseline", "in-dollars"}).find("one chart has one unit") !=
          std::string::npos);
    CHECK(refused({"chart", "path", "baseline", "--term", "--format", "csv"}).find("one format is enough") !=
          std::string::npos);
    CHECK(refused({"target", "jpn", "--share", "5%", "--by", "2035", "--format", "xlsx"})
              .find("no text for a screen") != std::string::npos);
    CHECK(refused({"facts", "--chart"}).find("this answer has no chart") != std::string::npos);
}
