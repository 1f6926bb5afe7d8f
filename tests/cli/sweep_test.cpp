/// Sweeps, searches and tornadoes through the command line, held to plain runs.
#include <algorithm>

#include "brief/xlsx_reader.hpp"
#include "cli/digits_reader.hpp"
#include "support/folder.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using cli::ExitCode;
using Args = std::vector<std::string>;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Args with(Args args, const Args& more) {
    args.insert(args.end(), more.begin(), more.end());
    return args;
}

/// A column of a run in FY2035, in the run's own unit.
std::string run_in_2035(const std::string& scenario, const Args& set, const std::string& column) {
    Args args = {"run", scenario, "--format", "json"};
    for (const std::string& one : set) {
        args.insert(args.end(), {"--set", one});
    }
    for (const auto& row : rows_with("year", args)) {
        if (row.cells.at("year") == "FY2035") {
            return row.cells.at(column);
        }
    }
    return {};
}

Args sweep(const Args& more) { return with({"sweep", "jpn-5-by-2035"}, more); }

}  // namespace

TEST_CASE("a cell of a sweep is the cell of a run with its settings", "[cli][sweep]") {
    const auto rows = rows_with(
        "jpn.spending[FY2035]",
        sweep({"--grid", "jpn.target.share=3%:4%:0.5%", "--grid", "jpn.growth=-0.5 pp|+0.5 pp", "--grid",
               "jpn.target.path=linear|geometric", "--metric", "jpn.spending[FY2035]", "--format", "json"}));
    REQUIRE(rows.size() == 12);
    for (const auto& row : rows) {
        const std::string growth = row.cells.at("jpn.growth");
        const Args set = {"jpn.target.share=" + row.cells.at("jpn.target.share") + "%",
                          "jpn.growth=" + std::string(growth.starts_with('-') ? "" : "+") + growth + " pp",
                          "jpn.target.path=" + row.cells.at("jpn.target.path")};
        INFO(set[0] << ' ' << set[1] << ' ' << set[2]);
        CHECK(row.cells.at("jpn.spending[FY2035]") == run_in_2035("jpn-5-by-2035", set, "spending"));
    }
}

TEST_CASE("a sweep writes the same lines in both formats, and to a file", "[cli][sweep]") {
    const Args grid = {"--grid",   "jpn.growth=0%:1%:0.01%", "--grid", "jpn.inflation=0%:1%:0.02%",
                       "--metric", "jpn.spending[FY2035]"};
    const auto csv = called(sweep(with(grid, {"--format", "csv"})));
    CHECK(csv.code == ExitCode::done);
    CHECK(csv.out.starts_with("jpn.growth,jpn.inflation,jpn.spending[FY2035]\n0,0,"));
    CHECK(std::count(csv.out.begin(), csv.out.end(), '\n') == 101 * 51 + 1);
    const auto json = nlohmann::json::parse(called(sweep(with(grid, {"--format", "json"}))).out);
    CHECK(json["tables"][0]["rows"].size() == 101 * 51);
    CHECK(csv.err.empty());
}

TEST_CASE("a grid that cannot be run is refused, and nothing is written", "[cli][sweep]") {
    const std::string metric = "jpn.spending[FY2035]";
    for (const auto& [grid, message] : std::vector<std::pair<std::string, std::string>>{
             {"jpn.target.share=2%:5%", "a range has three parts"},
             {"jpn.target.share=2%:5%:-1%", "this step leads away from 5%"},
             {"jpn.target.share=2%:5%:0%", "a distance of zero leads nowhere"},
             {"jpn.target.share=2%:40%:1%", "40"},
             {"jpn.target.share=2%,2.0%", "is given twice"},
             {"jpn.target.shre=2%,3%", "unknown key"},
             {"presence=1", ""},
             {"jpn.presence.members=54,288,60,000", "digits are not grouped"},
             {"currency=USD|JPY", "decides what cells are counted in"},
             {"jpn.growth=0%:20%:0.00001%", "more than a million values"},
             {"jpn.target.by=FY2030|FY2040|FY2020", "at jpn.target.by=FY2020"}}) {
        const auto call = called(sweep({"--grid", grid, "--metric", metric, "--format", "csv"}));
        INFO(grid << '\n' << call.err);
        CHECK(call.code == ExitCode::refused);
        CHECK(call.out.empty());
        CHECK(has(call.err, message));
    }
    const auto large = called(sweep({"--grid", "jpn.growth=0%:1%:0.001%", "jpn.inflation=0%:1%:0.001%",
                                     "--metric", metric, "--format", "csv"}));
    CHECK(large.code == ExitCode::refused);
    CHECK(has(large.err, "1002001 cells are asked for"));
}

TEST_CASE("a search answers with an input that holds, and a step further does not", "[cli][solve]") {
    const auto rows = rows_with("holds", {"solve", "jpn-5-by-2035", "--vary", "jpn.target.share", "--so-that",
                                          "jpn.spending[FY2035] <= 30 tn JPY", "--format", "json"});
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].cells.at("point") == "to");
    CHECK(rows[1].cells.at("holds") == "yes");
    CHECK(rows[2].cells.at("point") == "a step higher");
    CHECK(rows[2].cells.at("holds") == "no");
    CHECK(Decimal(rows[2].cells.at("input")) - Decimal(rows[1].cells.at("input")) == Decimal("0.001"));
    CHECK(rows[1].cells.at("cell") ==
          run_in_2035("jpn-5-by-2035", {"jpn.target.share=" + rows[1].cells.at("input") + "%"}, "spending"));
}

TEST_CASE("no such input is an answer of its own", "[cli][solve]") {
    const auto none = called({"solve", "jpn-5-by-2035", "--vary", "jpn.target.share", "--so-that",
                              "jpn.spending[FY2035] >= 900 tn JPY"});
    CHECK(none.code == ExitCode::no);
    CHECK(has(none.out, "never makes"));
    CHECK(has(none.out, "nearest"));
    const auto independent = called(
        {"solve", "jpn-5-by-2035", "--vary", "fx.jpy", "--so-that", "jpn.spending[FY2035] <= 30 tn JPY"});
    CHECK(independent.code == ExitCode::no);
    CHECK(has(independent.out, "does not depend on fx.jpy"));
}

TEST_CASE("a search that cannot be understood is refused", "[cli][solve]") {
    const auto refused = [](const std::string& vary, const std::string& wish, const Args& more = {}) {
        const auto call = called(with({"solve", "jpn-5-by-2035", "--vary", vary, "--so-that", wish}, more));
        CHECK(call.code == ExitCode::refused);
        CHECK(call.out.empty());
        return call.err;
    };
    const std::string share = "jpn.target.share";
    CHECK(has(refused(share, "jpn.spending[FY2035] <= 30 bn USD"), "shown in JPY"));
    CHECK(has(refused(share, "jpn.spending[FY2035] 30 tn JPY"), "no relation"));
    CHECK(has(refused(share, "jpn.spending[FY2075] <= 30 tn JPY"), "outside the years"));
    CHECK(has(refused("jpn.target.path", "jpn.spending[FY2035] <= 30 tn JPY"), "no number"));
    CHECK(has(refused(share, "jpn.spending[FY2035] <= 30 tn JPY", {"--in", "5%..2%"}), "is empty"));
    CHECK(has(refused(share, "jpn.spending[FY2035] <= 30 tn JPY", {"--from", "2%", "--to", "+1 pp"}),
              "two numbers of one kind"));
}

TEST_CASE("both ends of a tornado are runs with their settings", "[cli][tornado]") {
    const auto rows = rows_with("width", {"tornado", "jpn-5-by-2035", "--metric", "jpn.spending[FY2035]",
                                          "--range", "jpn.target.share=3%:4%", "--format", "json"});
    Decimal before("1e9");
    bool growth = false;
    for (const auto& row : rows) {
        const Decimal width(row.cells.at("width"));
        CHECK(width <= before);
        before = width;
        CHECK(row.cells.at("base") == run_in_2035("jpn-5-by-2035", {}, "spending"));
        if (row.cells.at("key") == "jpn.growth") {
            growth = true;
            CHECK(row.cells.at("range") == "−0.5 pp to +0.5 pp");
            CHECK(row.cells.at("low") == run_in_2035("jpn-5-by-2035", {"jpn.growth=-0.5 pp"}, "spending"));
            CHECK(row.cells.at("high") == run_in_2035("jpn-5-by-2035", {"jpn.growth=+0.5 pp"}, "spending"));
        }
    }
    CHECK(growth);
    CHECK(rows.front().cells.at("key") == "jpn.target.share");
}

TEST_CASE("assumptions without effect are named", "[cli][tornado]") {
    const auto call = called({"tornado", "jpn-5-by-2035", "--metric", "jpn.spending[FY2035]"});
    CHECK(call.code == ExitCode::done);
    CHECK(has(call.out, "No effect here:"));
    CHECK(has(call.out, "fx.jpy (×0.9 to ×1.1)"));
}

TEST_CASE("in a workbook each point of a sweep and each end of a tornado is a model",
          "[cli][sweep][tornado]") {
    struct Asked {
        Args args;
        std::string sheet;
        std::size_t formulas;
        std::size_t models;
    };
    const Folder folder;
    const std::string file = (folder.path() / "answer.xlsx").string();
    for (const Asked& one :
         {Asked{sweep({"--grid", "jpn.target.share=3%:5%:1%", "--grid", "jpn.target.path=linear|back",
                       "--metric", "jpn.extra[total]"}),
                "sweep", 6, 6},
          Asked{{"tornado", "jpn-5-by-2035", "--metric", "jpn.extra[total]", "--range",
                 "jpn.target.share=3%:5%"},
                "tornado",
                9,
                7},
          // More than anybody looks at.
          Asked{sweep({"--grid", "jpn.target.share=2%:5%:0.04%", "--metric", "jpn.spending[FY2030]"}),
                "sweep", 0, 0}}) {
        const auto made = called(with(one.args, {"--format", "xlsx", "-o", file}));
        INFO(one.args.front() << " " << made.err);
        REQUIRE(made.code == ExitCode::done);
        std::size_t formulas = 0;
        std::size_t models = 0;
        for (const XlsxSheet& sheet : xlsx_sheets(text_of(file))) {
            models += sheet.name.starts_with("Model") ? 1 : 0;
            for (const auto& [address, cell] : sheet.cells) {
                formulas += sheet.name == one.sheet && !cell.formula.empty() ? 1 : 0;
            }
        }
        CHECK(formulas == one.formulas);
        CHECK(models == one.models);
    }
}
