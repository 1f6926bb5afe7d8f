/// Pictures of charts: handed to burden-gui, where it is.
#include "burden/cli/picture.hpp"

#include <cstdlib>

#include "cli/process.hpp"
#include "cli/session.hpp"
#include "support/catch.hpp"
#include "support/path_instead.hpp"

using namespace burden;
using namespace burden::tests;

namespace {

brief::ChartSheet sheet() {
    brief::ChartSheet result{.answer = {.command = "test", .tables = {}},
                             .again = "burden chart path baseline"};
    brief::Chart chart{.id = "one",
                       .title = "One",
                       .place_label = "Year",
                       .places = {"FY2025"},
                       .value_label = "Spending",
                       .series = {}};
    chart.series.push_back({.key = "a", .label = "a", .points = {{.place = 0, .value = calc::Decimal(1)}}});
    result.answer.charts.push_back(chart);
    return result;
}

/// A folder with a stand-in for burden-gui.
void put_window(const Folder& folder, const std::string& script) {
    const auto path = folder.file("burden-gui", "#!/bin/sh\n" + script);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
}

}  // namespace

TEST_CASE("without burden-gui a picture is refused with what it is built with", "[cli][chart][picture]") {
    const Folder folder;
    const PathInstead path(folder.path().string());
    const auto drawn = cli::picture(sheet(), {.format = "png"}, folder.path());
    REQUIRE_FALSE(drawn);
    CHECK(
        to_text(drawn.diagnostics().front()) ==
        "--format: error: pictures are drawn by burden-gui, which is neither beside burden nor in PATH\n"
        "  = burden-gui is built where Qt 6 with Qt Charts is; on Debian: sudo apt-get install qt6-base-dev "
        "libqt6opengl6-dev qt6-charts-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools; --vega, --html and "
        "--term "
        "need nothing\n");
}

TEST_CASE("burden-gui is given the chart and what was asked, and its bytes are taken as they are",
          "[cli][chart][picture]") {
    const Folder folder;
    put_window(folder, "printf '<?xml %s ' \"$*\"; /bin/cat\n");
    const PathInstead path("/nowhere");
    const auto drawn =
        cli::picture(sheet(), {.format = "svg", .size = "400x400", .dark = true}, folder.path());
    REQUIRE(drawn);
    CHECK(*drawn == "<?xml --export - --format svg --chart - --size 400x400 --dark " + chart_json(sheet()));
}

TEST_CASE("burden-gui is looked for in PATH where it is not beside the program", "[cli][chart][picture]") {
    const Folder folder;
    put_window(folder, "printf '%%PDF'\n");
    const PathInstead path(folder.path().string());
    const auto drawn = cli::picture(sheet(), {.format = "pdf"}, "/nowhere");
    REQUIRE(drawn);
    CHECK(*drawn == "%PDF");
}

TEST_CASE("what burden-gui says against a picture is passed on, and so is what is no picture",
          "[cli][chart][picture]") {
    const Folder folder;
    put_window(folder, "echo 'no room' >&2\nexit 1\n");
    const auto refused = cli::picture(sheet(), {.format = "png"}, folder.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.diagnostics().front().message == "burden-gui could not draw the picture: no room ");
    put_window(folder, "echo GIF89a\n");
    CHECK_FALSE(cli::picture(sheet(), {.format = "png"}, folder.path()));
}

TEST_CASE("a picture is asked for by name or by the ending of its file, and needs one",
          "[cli][chart][picture]") {
    CHECK(cli::picture_format("", "chart.png") == "png");
    CHECK(cli::picture_format("svg", "chart.png") == "svg");
    CHECK(cli::picture_format("", "chart.md").empty());
    CHECK(cli::picture_format("md", "chart.png").empty());
    CHECK(cli::folder_of_program().is_absolute());
    const auto refused = [](const std::vector<std::string>& args) {
        const auto call = called(args);
        CHECK(call.code == cli::ExitCode::refused);
        CHECK(call.out.empty());
        return call.err;
    };
    CHECK(refused({"chart", "path", "baseline", "--format", "png"}) ==
          "--format: error: a picture is no text for a screen: -o says where it goes\n"
          "  = allowed: -o chart.png\n");
    CHECK(refused({"chart", "path", "baseline", "--dark"})
              .find("--dark: error: it says nothing of what is no picture") == 0);
    CHECK(refused({"run", "baseline", "-o", "chart.svg"}) ==
          "--output: error: a picture is drawn of a chart alone\n"
          "  = allowed: burden chart KIND … -o chart.svg\n");
    CHECK(refused({"ratio", "jpn", "FY2025", "--format", "png"}).find("--format: error: a picture") == 0);
    CHECK(refused({"chart", "path", "baseline", "--size", "9x9", "-o", "x.html"}).find("--size: error:") ==
          0);
}

#ifdef BURDEN_HAS_WINDOW
TEST_CASE("the program draws pictures of charts that say where their figures come from",
          "[cli][chart][picture]") {
    const Folder folder;
    for (const char* file : {"a.svg", "a.png", "a.pdf"}) {
        const auto drawn = outcome(
            "burden chart path jpn-2-same-year jpn-5-by-2035 --set jpn.growth=1% -o " + std::string(file),
            folder);
        INFO(drawn.text);
        CHECK(drawn.status == 0);
    }
    const std::string svg = text_of(folder.path() / "a.svg");
    for (const char* part :
         {"<title>Japan: ", "JIJI2025NOV",
          "burden chart path jpn-2-same-year jpn-5-by-2035 --set jpn.growth=1%", "facts "}) {
        CAPTURE(part);
        CHECK(svg.find(part) != std::string::npos);
    }
    CHECK(text_of(folder.path() / "a.png").starts_with("\x89PNG"));
    CHECK(text_of(folder.path() / "a.pdf").starts_with("%PDF"));
    const auto wrong = outcome("burden chart path baseline --size 1x1 -o b.png", folder);
    CHECK(wrong.status == 2);
    CHECK(wrong.text.find("unknown size '1x1'") != std::string::npos);
    CHECK(text_of(folder.path() / "b.png").empty());
}

TEST_CASE("a picture in Japanese says everything in Japanese", "[cli][chart][picture]") {
    const Folder folder;
    const auto drawn =
        outcome("burden chart renewals jpn-sma-2022 --renewals flat,x4 --lang ja -o a.svg", folder);
    INFO(drawn.text);
    CHECK(drawn.status == 0);
    const std::string svg = text_of(folder.path() / "a.svg");
    CHECK(svg.find("億円") != std::string::npos);
    CHECK(svg.find(">出典<") != std::string::npos);
    CHECK(svg.find(">Sources<") == std::string::npos);
}
#endif
