/// Figures that are known beforehand, through the command line.
#include <nlohmann/json.hpp>

#include "cli/digits_reader.hpp"
#include "cli/process.hpp"
#include "cli/session.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;

namespace {

std::vector<DigitsReader::Row> target_rows(const std::vector<std::string>& args) {
    return rows_with("cumulative_extra", args);
}

std::string last_sum(const std::vector<DigitsReader::Row>& rows, const std::string& path) {
    std::string sum;
    for (const auto& row : rows) {
        if (row.cells.at("path") == path) {
            sum = row.cells.at("cumulative_extra");
        }
    }
    return Decimal(sum).to_significant(15);
}

void check_golden_table(const std::vector<DigitsReader::Row>& rows) {
    CHECK(last_sum(rows, "linear") == "66.5594305526148");
    CHECK(last_sum(rows, "geometric") == "60.2132858377383");
    CHECK(last_sum(rows, "front") == "85.7475780886085");
    CHECK(last_sum(rows, "back") == "47.3712830166212");
    CHECK(last_sum(rows, "step") == "12.8274782816048");
}

const std::string all_shapes = "linear,geometric,front,back,step";

}  // namespace

TEST_CASE("the golden table of the design comes out of the command line", "[cli][golden]") {
    check_golden_table(target_rows({"target", "--gdp", "619 tn JPY", "--from", "2025", "--growth", "2%",
                                    "--inflation", "0%", "--base-share", "1.8%", "--share", "3.5%", "--by",
                                    "2035", "--path", all_shapes, "--format", "json"}));
}

TEST_CASE("the golden table comes out of a facts file of six lines", "[cli][golden]") {
    const Folder folder;
    const auto file = folder.file("uto.toml",
                                  "country    = \"UTO\"\n"
                                  "base_year  = \"2025\"\n"
                                  "gdp        = \"619 tn JPY\"\n"
                                  "growth     = \"2%\"\n"
                                  "inflation  = \"0%\"\n"
                                  "base_share = \"1.8%\"\n");
    check_golden_table(target_rows({"target", "uto", "--facts", file.string(), "--share", "3.5%", "--by",
                                    "2035", "--path", all_shapes, "--format", "json"}));
}

TEST_CASE("in JSON extra is spending less baseline and the sum runs, to the digits printed",
          "[cli][golden]") {
    const auto rows =
        target_rows({"target", "jpn", "--share", "2%", "--share", "5%", "--by", "2035", "--format", "json"});
    REQUIRE(rows.size() == 22);
    Decimal sum;
    for (const auto& row : rows) {
        if (row.cells.at("year") == "FY2025") {
            sum = Decimal(0);
        }
        const Decimal extra(row.cells.at("extra"));
        sum += extra;
        CHECK(rounded(Decimal(row.cells.at("spending")) - Decimal(row.cells.at("baseline")), 12) ==
              rounded(extra, 12));
        CHECK(rounded(Decimal(row.cells.at("cumulative_extra")), 11) == rounded(sum, 11));
    }
}

TEST_CASE("Japan's fiscal year is three quarters of one calendar year and a quarter of the next",
          "[cli][golden]") {
    // IMF, World Economic Outlook, April 2026: 663,757.3 bn in 2025, 677,601.437 bn in 2026;
    // 3/4 · 663,757.3 + 1/4 · 677,601.437 = 667,218.33425.
    const auto rows = target_rows({"target", "jpn", "--share", "2%", "--by", "2035", "--format", "json"});
    CHECK(rows.front().cells.at("gdp") == "667.21833425");
    CHECK(rows.front().cells.at("spending") == "11");
    // 11 / 667.21833425 = 1.6486357...  %
    CHECK(Decimal(rows.front().cells.at("share")).to_significant(5) == "1.6486");
}

TEST_CASE("the same budget is 1.4, 1.6, 1.8 or 2.0 % of GDP", "[cli][golden]") {
    const auto call = called({"ratio", "jpn", "FY2025", "--format", "json"});
    const auto json = nlohmann::json::parse(call.out);
    const auto share = [&](const std::string& key, const std::string& denominator) {
        for (const auto& row : json["tables"][0]["rows"]) {
            if (row["key"] == key &&
                row["denominator"].get<std::string>().find(denominator) != std::string::npos) {
                return Decimal(row["share"].dump()).to_text(2);
            }
        }
        return std::string("not found");
    };
    CHECK(share("security-total-initial", "GDP of FY2022") == "1.77");             // 9.9 / 560.2
    CHECK(share("security-total-with-supplementary", "GDP of FY2022") == "1.96");  // 11.0 / 560.2
    CHECK(share("security-total-initial", "IMF") == "1.48");                       // 9.9 / 667.2
    CHECK(share("security-total-with-supplementary", "IMF") == "1.65");            // 11.0 / 667.2
    CHECK(share("sipri-fy", "IMF") == "1.43");                                     // 9,547.7 / 667,218
    CHECK(call.out.find("1.412") != std::string::npos);                            // SIPRI, 2026 edition
}

TEST_CASE("an amount is converted at the rate that is named", "[cli][golden]") {
    const auto dollars = [](const std::vector<std::string>& args) {
        const auto json = nlohmann::json::parse(called(args).out);
        return Decimal(json["tables"][0]["rows"][0]["amount"].dump());
    };
    // 1,055.1 bn / 122.69 = 8.5997...: the figure that was taken for a year's
    CHECK(dollars({"convert", "1,055.1 bn JPY", "--to", "USD", "--rate", "fixed:122.69", "--format", "json"})
              .to_text(4) == "8.5997");
    // Federal Reserve, average of 2025: 149.5686
    CHECK(dollars({"convert", "149.5686 bn JPY", "--over", "2025", "--to", "USD", "--format", "json"}) ==
          Decimal(1));
}
