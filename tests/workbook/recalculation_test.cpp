/// Workbooks computed again by LibreOffice: with the inputs they were written with, and with others.
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <tuple>

#include "brief/claim_workbook.hpp"
#include "brief/conversion_workbook.hpp"
#include "brief/difference_workbook.hpp"
#include "brief/hosting_workbook.hpp"
#include "brief/ledger_workbook.hpp"
#include "brief/ratio_workbook.hpp"
#include "brief/target_workbook.hpp"
#include "brief/xlsx_reader.hpp"
#include "burden/brief/difference_answer.hpp"
#include "burden/brief/fiscal_answer.hpp"
#include "burden/brief/scenario_answer.hpp"
#include "burden/brief/write_workbook.hpp"
#include "inputs/scenarios.hpp"
#include "workbook/fods_reader.hpp"
#include "workbook/xlsx_editor.hpp"

using namespace burden;
using namespace burden::tests;
namespace fs = std::filesystem;

namespace {

/// Scenarios, side by side where there are two, and what is changed of them in the sheet and by settings.
struct ScenarioCase {
    std::string name;
    std::vector<std::string> scenarios;
    std::vector<std::string> before;                         ///< settings that the workbook is written with
    std::vector<std::pair<std::string, std::string>> typed;  ///< into the cells of these inputs
    std::vector<std::string> after;                          ///< the settings that say the same
};

const std::vector<ScenarioCase>& scenario_cases() {
    static const std::vector<ScenarioCase> all = {
        {"path",
         {"jpn-5-by-2035"},
         {"fx.jpy=150", "currency=USD"},
         {{"jpn.target.share", "0.034"}, {"jpn.growth", "0.005"}, {"fx.jpy", "110"}},
         {"fx.jpy=110", "currency=USD", "jpn.target.share=3.4%", "jpn.growth=+0.5 pp"}},
        {"allies",
         {"five-allies"},
         {"currency=JPY"},
         {{"kor.target.share", "0.05"}, {"usa.growth", "-0.01"}, {"fx.jpy", "1.25"}, {"fx.eur", "0.9"}},
         {"currency=JPY", "kor.target.share=5%", "usa.growth=-1 pp", "fx.jpy=×1.25", "fx.eur=×0.9"}},
        {"dollars",
         {"in-dollars"},
         {"jpn.target.share=3.4%", "jpn.growth=1%", "prices=constant:2025"},
         {{"jpn.target.share", "0.02"}, {"jpn.growth", "0.03"}, {"fx.jpy", "0.8"}, {"jpn.inflation", "0.01"}},
         {"jpn.target.share=2%", "jpn.growth=3%", "prices=constant:2025", "fx.jpy=×0.8",
          "jpn.inflation=+1 pp"}},
        {"hosting",
         {"hosting-cost-plus"},
         {"jpn.target.share=3.5%"},
         {{"jpn.target.share", "0.03"}, {"jpn.growth", "0.02"}, {"fx.jpy", "1.1"}},
         {"jpn.target.share=3%", "jpn.growth=+2 pp", "fx.jpy=×1.1"}},
        {"prices",
         {"hosting-cpi"},
         {"jpn.target.share=3.5%", "jpn.target.path=geometric"},
         {{"jpn.target.share", "0.03"}, {"jpn.growth", "0.02"}, {"jpn.inflation", "-0.01"}},
         {"jpn.target.share=3%", "jpn.target.path=geometric", "jpn.growth=+2 pp", "jpn.inflation=-1 pp"}},
        {"debt",
         {"jpn-5-half-taxed"},
         {},
         {{"jpn.target.share", "0.04"}, {"jpn.growth", "0.01"}, {"jpn.inflation", "0.005"}},
         {"jpn.target.share=4%", "jpn.growth=+1 pp", "jpn.inflation=+0.5 pp"}},
        {"parity",
         {"jpn-tracks-usa"},
         {"usa.target.share=4%"},
         {{"usa.target.share", "0.035"}, {"usa.growth", "0.01"}, {"jpn.growth", "-0.005"}},
         {"usa.target.share=3.5%", "usa.growth=+1 pp", "jpn.growth=-0.5 pp"}},
        {"difference",
         {"baseline", "jpn-5-by-2035"},
         {},
         {{"jpn.target.share", "0.03"}, {"jpn.growth", "0.01"}, {"jpn.inflation", "0.01"}},
         {"jpn.growth=+1 pp", "jpn.inflation=+1 pp", "jpn.target.share=3%"}}};
    return all;
}

std::string workbook_of(const ScenarioCase& one, const std::vector<std::string>& set) {
    std::vector<std::unique_ptr<inputs::Scenario>> scenarios;
    std::vector<inputs::ScenarioRun> runs;
    std::vector<brief::WorkbookRun> behind;
    runs.reserve(one.scenarios.size());
    for (const std::string& name : one.scenarios) {
        std::vector<std::string> settings = set;
        if (one.scenarios.size() > 1 && name == "baseline") {
            // Its share is held.
            std::erase_if(settings, [](const std::string& text) { return text.starts_with("jpn.target."); });
        }
        scenarios.push_back(std::make_unique<inputs::Scenario>(scenario(name, settings)));
        const auto run = inputs::scenario_run(known_facts(), *scenarios.back());
        INFO(name);
        REQUIRE(run);
        runs.push_back(*run);
        behind.push_back(brief::workbook_run(*scenarios.back(), runs.back().plan, known_facts()));
    }
    brief::Document document{.command = "brief", .sections = {}};
    if (runs.size() > 1) {
        const auto difference = inputs::scenario_difference(
            {scenarios[0].get(), &known_facts()}, {scenarios[1].get(), &known_facts()}, {.split = false});
        REQUIRE(difference);
        add_section(document, "", brief::difference_answer(*difference));
    } else {
        add_section(document, "", brief::scenario_answer(runs.front(), known_facts()));
        for (const std::size_t country : runs.front().plan.shown) {
            if (runs.front().plan.plan.countries[country].finance.financing) {
                add_section(document, "", brief::fiscal_answer(runs.front(), country, known_facts()));
            }
        }
    }
    return brief::write_workbook(document, behind);
}

inputs::AskedShare share(const std::string& text) { return *inputs::read_target_share(text, false); }

/// Two shares by two paths in dollars, on an economy that is typed in part.
std::string dollar_targets(const std::string& second, const std::string& growth, const std::string& rate) {
    inputs::TargetQuestion question;
    question.shares = {share("2%"), share(second)};
    question.by = *calc::read_year("2035");
    question.shapes = *inputs::read_path_shapes("linear,geometric");
    question.economy.growth = *inputs::read_rises(growth);
    question.currency = calc::Currency("USD");
    question.rate = *inputs::RateRequest::read(rate);
    question.constant_prices = *calc::read_year("2026");
    return target_workbook(question, std::vector<std::string>{"JPN"});
}

/// A target of two parts under a limit, against a published plan, for two countries.
std::string split_targets(const std::string& core, const std::string& related, const std::string& limit) {
    inputs::TargetQuestion question;
    question.split = inputs::SplitTarget{share(core), share(related), share("0.2%").share};
    question.by = *calc::read_year("2033");
    question.to = *calc::read_year("2036");
    question.shapes = *inputs::read_path_shapes("back:limit=" + limit);
    question.then = *inputs::read_after_rule("hold-real");
    question.baseline = *inputs::read_baseline("hold-real");
    return target_workbook(question, std::vector<std::string>{"JPN", "KOR"});
}

/// A target of an economy that nobody but the user knows.
std::string own_targets(const std::string& gdp, const std::string& inflation, const std::string& base) {
    inputs::TargetQuestion question;
    question.shares = {share("3.5%")};
    question.by = *calc::read_year("2035");
    question.to = *calc::read_year("2038");
    question.shapes = *inputs::read_path_shapes("s-curve");
    const auto given = inputs::target_run(known_facts(),
                                          inputs::OwnEconomy{.base_year = *calc::read_year("2025"),
                                                             .gdp = *inputs::read_yearly_amount(gdp),
                                                             .growth = *inputs::read_rises("2%"),
                                                             .inflation = *inputs::read_rises(inflation),
                                                             .base_share = share(base).share,
                                                             .base_spending = std::nullopt},
                                          "on the command line", question);
    REQUIRE(given);
    return target_workbook(question, std::vector{*given});
}

/// What policy and growth do to spending, by the average of all orders.
std::string parts(const std::string& share, const std::string& growth, const std::string& inflation) {
    const inputs::Scenario first = scenario("baseline", {"jpn.inflation=" + inflation});
    const inputs::Scenario second = scenario(
        "baseline", {"jpn.inflation=" + inflation, "jpn.target.share=" + share, "jpn.growth=" + growth});
    inputs::DifferenceQuestion question;
    question.order = *inputs::SplitOrder::read("average");
    return difference_workbook(first, second, question);
}

/// Renewals at a rate, with rises and head-counts of one's own.
std::string renewals(const std::string& listed, const std::string& cpi, const std::string& rate) {
    inputs::HostingQuestion question;
    question.renewals = *inputs::read_renewals(listed);
    question.cpi = *inputs::read_rises(cpi);
    question.rate = *inputs::RateRequest::read(rate);
    question.fx = {120};
    question.break_even = *calc::read_amount("8 bn USD");
    return hosting_workbook(question, {"jpn-sma-2022"});
}

/// Facts with other figures of Japan: the series, the year, and the digits as its source would print them.
inputs::Facts with_figures(const std::vector<std::tuple<std::string, int, std::string>>& figures) {
    inputs::Facts facts = known_facts();
    for (const auto& [key, year, digits] : figures) {
        std::size_t changed = 0;
        for (inputs::Country& country : facts.countries) {
            for (inputs::FactSeries& series : country.series) {
                for (inputs::Observation& figure : series.observations) {
                    if (country.code == "JPN" && series.key == key && figure.year.number == year) {
                        figure.value = calc::Decimal(digits);
                        ++changed;
                    }
                }
            }
        }
        INFO(key << " " << year);
        REQUIRE(changed == 1);
    }
    return facts;
}

/// A workbook, what is typed into its inputs, and the workbook that says the same.
struct Case {
    std::string name;
    std::function<std::string()> before;
    std::vector<std::pair<std::string, std::string>> typed;
    std::function<std::string()> after;
    std::size_t least = 100;  ///< formulas that it has at least, and that another input moves
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all = [] {
        std::vector<Case> made;
        for (const ScenarioCase& one : scenario_cases()) {
            made.push_back({one.name, [&one] { return workbook_of(one, one.before); }, one.typed,
                            [&one] { return workbook_of(one, one.after); }});
        }
        made.push_back({"target-dollars",
                        [] { return dollar_targets("5%", "1%", "fixed:150"); },
                        {{"Share of GDP to be reached (--share 5%)", "0.035"},
                         {"Real growth", "0.02"},
                         {"Rate of exchange", "110"}},
                        [] { return dollar_targets("3.5%", "2%", "fixed:110"); }});
        made.push_back({"target-split",
                        [] { return split_targets("3.5%", "1.5%", "12%"); },
                        {{"Share of GDP to be reached (--core 3.5%)", "0.03"},
                         {"Share of GDP to be reached (--related 1.5%)", "0.01"},
                         {"Limit on the growth of spending in a year", "0.09"}},
                        [] { return split_targets("3%", "1%", "9%"); }});
        made.push_back({"target-own",
                        [] { return own_targets("619 tn JPY", "0%", "1.8%"); },
                        {{"GDP of the base year", "663000000000000"},
                         {"Rise of the GDP deflator", "0.015"},
                         {"Share of GDP spent in the base year", "0.02"}},
                        [] { return own_targets("663 tn JPY", "1.5%", "2%"); }});
        made.push_back({"parts",
                        [] { return parts("3.4%", "+0.5 pp", "3%"); },
                        {{"jpn.target.share", "0.04"}, {"jpn.growth", "0.01"}, {"jpn.inflation", "0.02"}},
                        [] { return parts("4%", "+1 pp", "2%"); }});
        made.push_back({"renewals",
                        [] {
                            return renewals("lapse,flat,bridge:cpi,step:8.3%,x4,cost-plus:50%:base=guest",
                                            "3%", "fixed:150");
                        },
                        {{"Rise of consumer prices", "0.06"},
                         {"x4: factor", "3"},
                         {"cost-plus:50%:base=guest: margin", "0.2"},
                         {"Rate of exchange", "110"}},
                        [] {
                            return renewals("lapse,flat,bridge:cpi,step:8.3%,x3,cost-plus:20%:base=guest",
                                            "6%", "fixed:110");
                        }});
        made.push_back(
            {"ratios",
             [] { return ratio_workbook(known_facts(), "JPN", "FY2025"); },
             {{"Gross domestic product, 2025 (IMF, April 2026)", "700000000000000"},
              {"Gross domestic product, 2026 (IMF, April 2026)", "710000000000000"},
              {"Security-related total, initial budget, FY2025 (defence, coast guard, peacekeeping "
               "and four complementary items)",
               "9000000000000"}},
             [] {
                 return ratio_workbook(with_figures({{"gdp-imf", 2025, "700000"},
                                                     {"gdp-imf", 2026, "710000"},
                                                     {"security-total-initial", 2025, "9000"}}),
                                       "JPN", "FY2025");
             },
             25});
        const auto conversion = [](const std::string& amount, const std::string& rate,
                                   const inputs::Facts& facts) {
            return conversion_workbook(
                conversion_question(amount, "FY2023..FY2027", "USD", "fixed:" + rate, "constant:2025", true),
                facts);
        };
        made.push_back({"conversions",
                        [conversion] { return conversion("43 tn JPY", "150", known_facts()); },
                        {{"Amount", "60000000000000"},
                         {"Rate of exchange", "110"},
                         {"GDP deflator, 2025 (IMF, April 2026)", "115"}},
                        [conversion] {
                            return conversion("60 tn JPY", "110",
                                              with_figures({{"deflator-imf", 2025, "115"}}));
                        }});
        // Near enough that the same readings stand in the same order.
        const auto claim = [](const std::string& text, const inputs::Facts& facts) {
            return claim_workbook(arrangement_claim_run(text, "jpn-sma-2022", facts), facts);
        };
        made.push_back(
            {"claim",
             [claim] { return claim("8.6 billion USD per year", known_facts()); },
             {{"Claimed", "8610000000"},
              {"Exchange rate, average of the calendar year, 2025 (Federal Reserve, mean of daily rates)",
               "149.9"}},
             [claim] {
                 return claim("8.61 billion USD per year",
                              with_figures({{"exchange-rate-fed", 2025, "149.9"}}));
             },
             15});
        return made;
    }();
    return all;
}

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    INFO(path);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    REQUIRE(file.good());
}

/// A LibreOffice that computes every file it loads, with settings of its own that go with it.
class Office {
public:
    Office() : folder_(fs::temp_directory_path() / ("burden-workbooks-" + std::to_string(getpid()))) {
        fs::remove_all(folder_);
        // Always, which is 0; it would ask or trust the file else.
        write(folder_ / "profile/user/registrymodifications.xcu",
              R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
)");
    }
    ~Office() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    fs::path folder() const { return folder_; }

    /// Every file in `from`, loaded and written to `to` as a flat OpenDocument spreadsheet.
    void convert(const std::string& from, const std::string& to) const {
        std::string command = std::string("'" BURDEN_SOFFICE "' '-env:UserInstallation=file://") +
                              (folder_ / "profile").string() + "' --headless --convert-to fods --outdir '" +
                              (folder_ / to).string() + "'";
        for (const auto& file : fs::directory_iterator(folder_ / from)) {
            command += " '" + file.path().string() + "'";
        }
        command += " > '" + (folder_ / "said").string() + "' 2>&1";
        INFO(command);
        REQUIRE(std::system(command.c_str()) == 0);
    }

private:
    fs::path folder_;
};

bool close(double a, double b) {
    constexpr double relative = 1e-9;
    return std::abs(a - b) <= relative * std::abs(b);
}

/// How the formulas of a workbook compare with what LibreOffice made of them.
struct Comparison {
    std::size_t formulas = 0;
    std::size_t wrong = 0;
    std::size_t moved = 0;  ///< that give something else than before
    std::string first = {};
};

Comparison compared(const std::string& before, const std::string& expected, const FodsNumbers& computed) {
    Comparison result;
    const auto written = xlsx_sheets(before);
    const auto wanted = xlsx_sheets(expected);
    REQUIRE(written.size() == wanted.size());
    for (std::size_t at = 0; at < written.size(); ++at) {
        for (const auto& [address, cell] : written[at].cells) {
            if (cell.formula.empty()) {
                continue;
            }
            const std::string& sheet = written[at].name;
            const double value = wanted[at].cells.at(address).value.value();
            const double found = computed.at(sheet).at(address);
            ++result.formulas;
            result.moved += close(cell.value.value(), value) ? 0 : 1;
            if (!close(found, value)) {
                ++result.wrong;
                if (result.first.empty()) {
                    result.first = sheet + "!" + address + " =" + cell.formula + " gives " +
                                   std::to_string(found) + " and not " + std::to_string(value);
                }
            }
        }
    }
    return result;
}

}  // namespace

TEST_CASE("LibreOffice computes every figure of a workbook as the program does, and follows changed inputs",
          "[workbook]") {
    const Office office;
    for (const Case& one : cases()) {
        INFO(one.name);
        const std::string bytes = one.before();
        const auto sheets = xlsx_sheets(bytes);
        const auto inputs = std::find_if(sheets.begin(), sheets.end(),
                                         [](const XlsxSheet& sheet) { return sheet.name == "Inputs"; });
        REQUIRE(inputs != sheets.end());
        std::map<std::string, std::string> typed;
        for (const auto& [label, digits] : one.typed) {
            typed["B" + inputs->find(label).substr(1)] = digits;
        }
        write(office.folder() / "written" / (one.name + "-same.xlsx"), xlsx_typed_into(bytes, "Inputs", {}));
        write(office.folder() / "written" / (one.name + "-other.xlsx"),
              xlsx_typed_into(bytes, "Inputs", typed));
    }
    office.convert("written", "computed");
    for (const Case& one : cases()) {
        INFO(one.name);
        const std::string before = one.before();
        for (const auto& [end, expected] : {std::pair{"-same", before}, std::pair{"-other", one.after()}}) {
            const Comparison result =
                compared(before, expected,
                         fods_numbers(read(office.folder() / "computed" / (one.name + end + ".fods"))));
            INFO(end << ": " << result.first);
            CHECK(result.wrong == 0);
            CHECK(result.formulas > one.least);
            CHECK((result.moved > one.least) == (std::string(end) == "-other"));
        }
    }
}

TEST_CASE("a workbook with another input does not pass for one with the same", "[workbook]") {
    const Case& one = cases().front();
    const std::string before = one.before();
    const std::string other = one.after();
    FodsNumbers as_written;
    for (const XlsxSheet& sheet : xlsx_sheets(before)) {
        for (const auto& [address, cell] : sheet.cells) {
            as_written[sheet.name][address] = cell.value.value_or(0);
        }
    }
    CHECK(compared(before, before, as_written).wrong == 0);
    CHECK(compared(before, other, as_written).wrong > 100);
}
