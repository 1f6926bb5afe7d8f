/// Figures of hosting, ledgers and claims that are known beforehand, through the command line.
#include <algorithm>

#include "burden/inputs/words.hpp"
#include "cli/digits_reader.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using cli::ExitCode;
using Args = std::vector<std::string>;
using Rows = std::vector<DigitsReader::Row>;

namespace {

Args joined(Args args, const Args& more) {
    args.insert(args.end(), more.begin(), more.end());
    return args;
}

Args renewals(const std::string& rules, const Args& more = {}) {
    return joined({"hns", "jpn-sma-2022", "--renewals", rules, "--format", "json"}, more);
}

/// The rows of one renewal.
Rows of(const std::string& renewal, const Rows& all) {
    Rows rows;
    for (const auto& row : all) {
        if (row.cells.at("renewal") == renewal) {
            rows.push_back(row);
        }
    }
    return rows;
}

Args column(const Rows& rows, const std::string& key) {
    Args cells;
    for (const auto& row : rows) {
        cells.push_back(row.cells.at(key));
    }
    return cells;
}

nlohmann::json json_of(const Args& args) { return nlohmann::json::parse(called(args).out); }

/// The keys of a table's columns.
Args keys_of(const nlohmann::json& table) {
    Args keys;
    for (const auto& one : table["columns"]) {
        keys.push_back(one["key"]);
    }
    return keys;
}

const nlohmann::json& table_of(const nlohmann::json& answer, const std::string& id) {
    for (const auto& table : answer["tables"]) {
        if (table["id"] == id) {
            return table;
        }
    }
    FAIL("no table '" << id << "'");
    return answer;
}

/// The claim's verdict and its exit status.
std::pair<std::string, ExitCode> verdict(const std::string& figure, const std::string& of) {
    const auto call = called({"claim", figure, "--of", of, "--format", "json"});
    INFO(call.err);
    return {nlohmann::json::parse(call.out)["tables"][0]["rows"][0]["verdict"], call.code};
}

std::size_t count_of(const std::string& text, char letter) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), letter));
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

// Renewals

TEST_CASE("the rows of renewals have the keys of the contract", "[cli][golden][hosting]") {
    const auto answer = json_of(renewals("flat,x4"));
    CHECK(answer["schema"] == 1);
    CHECK(answer["command"] == "hns");
    CHECK(keys_of(table_of(answer, "hns")) == Args{"renewal", "year", "amount", "amount_usd", "share_of_gdp",
                                                   "share_of_defence", "per_member", "vs_flat"});
    const Args totals = keys_of(table_of(answer, "hns-totals"));
    CHECK(Args(totals.begin(), totals.begin() + 4) == Args{"renewal", "total", "total_usd", "vs_flat"});
    const auto& columns = table_of(answer, "hns")["columns"];
    CHECK(columns[2]["unit"] == "JPY bn");
    CHECK(columns[3]["unit"] == "USD bn");
    CHECK(columns[4]["unit"] == "%");
    CHECK(columns[6]["unit"] == "JPY");
    CHECK(answer["basis"]["currency"] == "JPY");
    CHECK(answer["basis"]["prices"] == "current");
    CHECK(answer["basis"]["as_of"] == "2026-11-22");
    CHECK(has(answer["basis"]["rate"], "149.5686 JPY per USD"));
    CHECK(!answer["sources"].empty());
    REQUIRE(answer["warnings"].size() == 1);
    CHECK(has(answer["warnings"][0], "x4 is ¥844.08 bn a year"));
}

TEST_CASE("renewals come out of the command line to the last digit", "[cli][golden][hosting]") {
    const Rows rows = rows_with("amount_usd", renewals("flat,x4,cost-plus:50%:base=guest,"
                                                       "cost-plus:50%:base=guest+host,lapse,step:8.3%+flat"));
    REQUIRE(rows.size() == 30);
    CHECK(column(of("flat", rows), "year") == Args{"FY2027", "FY2028", "FY2029", "FY2030", "FY2031"});
    CHECK(column(of("flat", rows), "amount") == Args(5, "211.02"));
    CHECK(column(of("flat", rows), "vs_flat") == Args(5, "0"));
    // 211.02 / 149.5686, and 211.02 bn a head of 54,288
    CHECK(column(of("flat", rows), "amount_usd") ==
          Args(5, (Decimal("211.02") / Decimal("149.5686")).to_significant(17)));
    CHECK(column(of("flat", rows), "per_member") ==
          Args(5, (Decimal("211.02e9") / Decimal(54'288)).to_significant(17)));
    CHECK(column(of("x4", rows), "amount") == Args(5, "844.08"));
    CHECK(column(of("x4", rows), "vs_flat") == Args(5, "633.06"));
    CHECK(column(of("cost-plus:50%:base=guest", rows), "amount_usd") == Args(5, "7.8375"));
    CHECK(column(of("cost-plus:50%:base=guest", rows), "amount") == Args(5, "1172.2439025"));
    CHECK(column(of("cost-plus:50%:base=guest+host", rows), "amount_usd") == Args(5, "12.5625"));
    CHECK(column(of("lapse", rows), "amount") == Args(5, "32.82"));
    CHECK(column(of("step:8.3%+flat", rows), "amount") == Args(5, "228.53466"));
}

TEST_CASE("totals come out of the command line to the last digit", "[cli][golden][hosting]") {
    const Rows rows = rows_with("total_usd", renewals("flat,x4,cost-plus:50%:base=guest"));
    REQUIRE(rows.size() == 3);
    CHECK(column(rows, "renewal") == Args{"flat", "x4", "cost-plus:50%:base=guest"});
    CHECK(column(rows, "total") == Args{"1055.1", "4220.4", "5861.2195125"});
    CHECK(column(rows, "vs_flat") == Args{"0", "3165.3", "4806.1195125"});
    CHECK(rows[2].cells.at("total_usd") == "39.1875");
}

TEST_CASE("the present term comes out with its items and its total", "[cli][golden][hosting]") {
    const Rows rows = rows_with("item", {"hns", "jpn-sma-2022", "--format", "json"});
    const auto amount = [&](const std::string& item, const std::string& year) {
        for (const auto& row : rows) {
            if (row.cells.at("item") == item && row.cells.at("year") == year) {
                return row.cells.at("amount");
            }
        }
        return std::string("not found");
    };
    CHECK(amount("utilities", "FY2024") == "15.1");
    CHECK(amount("utilities", "total") == "88.5");
    CHECK(amount("labour", "total") == "725.5");
    CHECK(amount("facilities", "total") == "164.1");
    CHECK(amount("budget", "FY2026") == "219.1");
    CHECK(amount("arrangement", "total") == "1055.1");
    CHECK(amount("arrangement", "average") == "211.02");
    const Rows totals = rows_with("total_usd", {"hns", "jpn-sma-2022", "--format", "json"});
    REQUIRE(totals.size() == 1);
    CHECK(totals[0].cells.at("renewal") == "present");
    CHECK(totals[0].cells.at("total") == "1055.1");
    CHECK(totals[0].cells.at("vs_flat") == "null");
}

TEST_CASE("Korea's twelfth agreement runs on at 2 % to the last digit", "[cli][golden][hosting]") {
    Args amounts;
    for (const auto& row : rows_with("item", {"hns", "kor-sma-12", "--cpi", "2%", "--format", "json"})) {
        if (row.cells.at("item") == "arrangement" && row.cells.at("year").starts_with("20")) {
            amounts.push_back(row.cells.at("amount"));
        }
    }
    CHECK(amounts == Args{"1519.2", "1549.584", "1580.57568", "1612.1871936", "1644.430937472"});
}

TEST_CASE("several hosts stand in tables of their own", "[cli][golden][hosting]") {
    const auto answer = json_of({"hns", "jpn", "kor-sma-12", "--renewals", "flat", "--format", "json"});
    CHECK(table_of(answer, "hns-jpn-sma-2022")["rows"].size() == 5);
    CHECK(table_of(answer, "hns-kor-sma-12")["rows"].size() == 5);
    CHECK(table_of(answer, "hns-totals-jpn-sma-2022")["rows"][0]["total"] == 1055.1);
    CHECK(table_of(answer, "hns-kor-sma-12")["columns"][2]["unit"] == "KRW bn");
    CHECK(table_of(answer, "hns-kor-sma-12")["rows"][0]["year"] == "2031");
}

TEST_CASE("a figure as quoted says first that it is refuted", "[cli][golden][hosting]") {
    const auto answer = json_of(renewals("flat", {"--reading", "as-quoted"}));
    CHECK(
        table_of(answer, "hns")["notes"][0] ==
        "This runs \"8.6 billion USD per year\" as quoted. It is refuted: the arrangement is 1,055.1 bn JPY "
        "over five years.");
    const auto& row = table_of(answer, "hns")["rows"][0];
    CHECK(Decimal(row["amount_usd"].dump()) == Decimal("8.6"));
}

TEST_CASE("rates of exchange and the rate that breaks even stand in a table", "[cli][golden][hosting]") {
    const Rows rows = rows_with(
        "fixed_in", renewals("x4,cost-plus:50%:base=guest", {"--fx", "120,150", "--break-even", "8 bn USD"}));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].cells.at("fixed_in") == "JPY");
    CHECK(rows[0].cells.at("home_at_120") == "844.08");
    CHECK(rows[0].cells.at("home_at_150") == "844.08");
    CHECK(rows[0].cells.at("abroad_at_120") == "7.034");
    CHECK(rows[0].cells.at("break_even") == "105.51");
    CHECK(rows[1].cells.at("fixed_in") == "USD");
    CHECK(rows[1].cells.at("abroad_at_120") == "7.8375");
    CHECK(rows[1].cells.at("abroad_at_150") == "7.8375");
    CHECK(rows[1].cells.at("home_at_150") == "1175.625");
}

TEST_CASE("renewals in CSV are the rows of the contract, in Markdown a table of years",
          "[cli][golden][hosting]") {
    const std::string csv = called({"hns", "jpn-sma-2022", "--renewals", "flat,x4", "--format", "csv"}).out;
    CHECK(
        csv.starts_with("renewal,year,amount,amount_usd,share_of_gdp,share_of_defence,per_member,vs_flat\n"
                        "flat,FY2027,211.02,1.4108576265339115,"));
    CHECK(has(csv, "\nx4,FY2031,844.08,"));
    CHECK(has(csv, "\nflat,1055.1,"));
    const std::string md = called({"hns", "jpn-sma-2022", "--renewals", "flat,x4", "--format", "md"}).out;
    CHECK(md.starts_with("## Japan: after 2027-03-31, five years under each renewal\n"));
    CHECK(has(md, "| 844.1 | 844.1 | 844.1 | 844.1 | 844.1 | 4,220.4 | +3,165.3 |"));
    CHECK(has(md, "\n**Notes**\n"));
}

TEST_CASE("arrangements are listed, and a host's latest is the one in force", "[cli][golden][hosting]") {
    const auto answer = json_of({"hns", "--format", "json"});
    CHECK(answer["tables"][0]["rows"].size() == 23);
    CHECK(called({"hns", "jpn"}).out == called({"hns", "jpn-sma-2022"}).out);
    CHECK(called({"hns", "Japan"}).out == called({"hns", "JPN-SMA-2022"}).out);
    CHECK(called({"hns", "kor"}).out == called({"hns", "kor-sma-12"}).out);
}

TEST_CASE("an arrangement that has ended says so", "[cli][golden][hosting]") {
    const auto on = [](const std::string& day) {
        return called({"hns", "jpn-sma-2022", "--as-of", day}).out;
    };
    CHECK(has(on("2027-03-31"), "; 0 days left on 2027-03-31"));
    CHECK_FALSE(has(on("2027-04-02"), "left"));
    CHECK(has(on("2027-04-02"), "ended 2 days before 2027-04-02"));
}

// Ledgers

TEST_CASE("the host's share stands under every counting rule", "[cli][golden][ledger]") {
    const Rows rows = rows_with("rule", {"ledger", "jpn", "kor", "--format", "json"});
    const auto cell = [&](const std::string& account, const std::string& rule, const std::string& key) {
        for (const auto& row : rows) {
            if (row.cells.at("account") == account && row.cells.at("rule") == rule) {
                return row.cells.at(key);
            }
        }
        return std::string("not found");
    };
    CHECK(cell("jpn-gao-2016-2019", "direct", "host") == "12.6");
    CHECK(cell("jpn-gao-2016-2019", "direct", "guest") == "20.9");
    CHECK(cell("jpn-gao-2016-2019", "direct", "share") ==
          (Decimal(1260) / Decimal("33.5")).to_significant(17));
    CHECK(Decimal(cell("kor-gao-2016-2019", "direct", "share")).to_text(1) == "30.2");
    CHECK(Decimal(cell("jpn-gao-2016-2019", "with forgone rent", "share")).to_text(1) == "47.1");
    CHECK(cell("jpn-gao-2016-2019", "with forgone rent", "mark") == "a");
    CHECK(cell("jpn-gao-2016-2019", "without military pay", "share") == "null");
    CHECK(cell("jpn-gao-2016-2019", "without military pay", "unknown") ==
          "no split of the guest's costs is published");
}

TEST_CASE("what others publish and what is bought stand beside the shares", "[cli][golden][ledger]") {
    const auto answer = json_of({"ledger", "jpn", "--format", "json"});
    Args quoted;
    for (const auto& row : table_of(answer, "ledger-quoted")["rows"]) {
        quoted.push_back(row["figure"]);
    }
    CHECK(quoted == Args{"86.4 %", "92.6 %", "74.5 %", "50 %"});
    const auto& offsets = table_of(answer, "ledger-offsets");
    CHECK(offsets["title"] == "Japan: offsets, never part of a share");
    CHECK(offsets["rows"][0]["additionality"] == "unknown");
    CHECK(offsets["rows"][0]["in_budget"] == "yes");
    const std::string md = called({"ledger", "jpn", "--format", "md"}).out;
    CHECK(md.starts_with("## Japan: the host's share under every counting rule\n"));
    CHECK(called({"ledger", "jpn", "--format", "csv"})
              .out.starts_with("account,period,rule,host,guest,share,unknown,mark\n"));
}

// Claims

TEST_CASE("a claim has the keys of the contract and is five times too high", "[cli][golden][claim]") {
    const Args call = {"claim", "8.6 billion USD per year", "--of", "jpn-sma-2022", "--format", "json"};
    const auto answer = json_of(call);
    CHECK(answer["command"] == "claim");
    CHECK(keys_of(table_of(answer, "claim")) == Args{"text", "verdict", "reading", "factor", "sources"});
    const Rows rows = rows_with("verdict", call, ExitCode::no);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].cells.at("text") == "8.6 billion USD per year");
    CHECK(rows[0].cells.at("verdict") == "refuted");
    CHECK(rows[0].cells.at("factor") == "5");
    CHECK(rows[0].cells.at("reading") ==
          "matches the five-year total of ¥1,055.1 bn at 122.69 JPY/USD; a year is ¥211.02 bn, $1.72 bn at "
          "that rate; 5.0 times too high");
    CHECK(has(rows[0].cells.at("sources"), "MOFA2022J"));
    CHECK(table_of(answer, "claim-readings")["rows"][0]["fits"] == "fits");
}

TEST_CASE("the claims of the facts stand in one table, refuted or not", "[cli][golden][claim]") {
    const auto answer = json_of({"claims", "--format", "json"});
    const auto& table = table_of(answer, "claims");
    CHECK(keys_of(table) == Args{"key", "text", "verdict", "reading", "factor", "sources", "said_by"});
    CHECK(table["rows"].size() == 15);
    std::map<std::string, int> verdicts;
    for (const auto& row : table["rows"]) {
        ++verdicts[row["verdict"]];
    }
    CHECK(verdicts == std::map<std::string, int>{
                          {"supported", 7}, {"refuted", 2}, {"reading-dependent", 4}, {"overtaken", 2}});
    CHECK(called({"claims"}).code == ExitCode::done);
    CHECK(called({"claims", "--format", "csv"})
              .out.starts_with("key,text,verdict,reading,factor,sources,said_by\n"));
    CHECK(has(called({"claims", "--format", "md"}).out, "| refuted | "));
}

TEST_CASE("the exit status is 3 for a refuted claim and else 0", "[cli][golden][claim]") {
    const std::string japan = "jpn-sma-2022";
    CHECK(verdict("8.6 billion USD per year", japan) ==
          std::pair<std::string, ExitCode>("refuted", ExitCode::no));
    CHECK(verdict("1.55 trillion JPY over 5 years", japan) ==
          std::pair<std::string, ExitCode>("refuted", ExitCode::no));
    CHECK(verdict("2028", japan) == std::pair<std::string, ExitCode>("refuted", ExitCode::no));
    CHECK(verdict("8.6 billion USD over 5 years", japan) ==
          std::pair<std::string, ExitCode>("supported", ExitCode::done));
    CHECK(verdict("8.6 billion USD", japan) ==
          std::pair<std::string, ExitCode>("reading-dependent", ExitCode::done));
    CHECK(verdict("3 billion USD per year", japan) ==
          std::pair<std::string, ExitCode>("unknown", ExitCode::done));
    CHECK(verdict("25%", "chn:defence-growth") ==
          std::pair<std::string, ExitCode>("unknown", ExitCode::done));
}

// The headline

TEST_CASE("the program without arguments prints four tables on two screens", "[cli][golden][headline]") {
    const auto call = called({});
    CHECK(call.code == ExitCode::done);
    CHECK(call.err.empty());
    CHECK(count_of(call.out, '\n') <= 50);
    for (const char* part :
         {"Japan: what hosting costs now", "¥1,055.1 bn over five years, ¥211.02 bn a year on average",
          "129 days left on 2026-11-22", "Japan: after 2027-03-31, five years under each renewal",
          "Japan: what a share of GDP by FY2035 costs, beside China at +7.2 % a year",
          "Said in the press: \"8.6 billion USD per year\"", "5.0 times too high", "burden hns jpn-sma-2022",
          "burden target jpn", "burden claims", "burden --help"}) {
        INFO(part);
        CHECK(has(call.out, part));
    }
}

TEST_CASE("the headline's figures are those of the commands it names", "[cli][golden][headline]") {
    const std::string headline = called({}).out;
    for (const auto& row : rows_with("total_usd", renewals("flat,cpi:cap=5%,step:8.3%,x4,"
                                                           "cost-plus:50%:base=guest"))) {
        INFO(row.cells.at("renewal"));
        CHECK(has(headline, inputs::number_words(Decimal(row.cells.at("total")), 1)));
    }
    const Rows targets =
        rows_with("cumulative_extra", {"target", "jpn", "--share", "5%", "--by", "2035", "--format", "json"});
    CHECK(has(headline, Decimal(targets.back().cells.at("cumulative_extra")).to_text(1)));
    CHECK(has(headline, Decimal(targets.back().cells.at("spending")).to_text(1)));
}

TEST_CASE("the headline fits a narrow screen", "[cli][golden][headline]") {
    for (const int width : {60, 80, 100, 140}) {
        std::istringstream lines(called({}, width).out);
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
