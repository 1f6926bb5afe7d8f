#include <string>
#include <vector>

#include "support/refusals.hpp"

using namespace burden::tests;

TEST_CASE("a share without its unit, or with another, is refused", "[calc][parse]") {
    const std::vector<Refusal> refusals = {
        {share, "5 pp", "'pp' is the unit of a difference of shares, not of a share", 2, 2, "5%"},
        {share, "5%%", "'%' stands after a share", 2, 1, ""},
        {share, "5% of GDP", "'of GDP' stands after a share", 3, 6, ""},
        {share, "2,5%", "digits are grouped in threes, not as in '2,5'", 0, 3, ""},
        {share, "1,000%", "a share is written without commas, not as in '1,000'", 0, 5, ""},
        {share, "0,5%", "digits are grouped in threes, not as in '0,5'", 0, 3, ""},
        {share, "5 pecent", "unknown unit 'pecent' of a share", 2, 6, "percent"},
        {share, "", "a share is missing", 0, 1, ""},
        {share, "nan%", "'n' does not begin a number", 0, 1, ""},
        {share, "inf", "'i' does not begin a number", 0, 1, ""},
        {share, "1e31%", "'1e31%' is too large: at most 1e30 is read", 0, 5, ""},
        {share, "5 ppp", "unknown unit 'ppp' of a share", 2, 3, ""},
        {points, "5%", "'%' is the unit of a share, not of a difference of shares", 1, 1, "5 pp"},
        {points, "5", "a difference of shares needs a unit: '5' has none", 0, 1, "5 pp"},
        {share, "5", "a share needs a unit: '5' may be 5% or 500%", 0, 1, "5%"},
        {share, "５ ＰＰ", "'PP' is the unit of a difference of shares, not of a share", 4, 6, "5%"},
        {share, "５", "a share needs a unit: '5' may be 5% or 500%", 0, 3, "5%"},
        {share,
         "5\xc0"
         "\xaf"
         "",
         "the byte '\\xc0' is no character of UTF-8", 1, 1, ""},
    };
    for (const Refusal& refusal : refusals) {
        check_refusal(refusal);
    }
}

TEST_CASE("shares by year are refused where a year is missing, mixed or given twice", "[calc][parse]") {
    const std::vector<Refusal> refusals = {
        {by_year, "2026=0.5%, 2026=0.8%", "2026 is given twice", 11, 4, ""},
        {by_year, "2026=0.5%, FY2027=0.8%", "fiscal and calendar years are mixed: 2026 and FY2027", 11, 6,
         "2027"},
        {by_year, "2026=0.5%,0.8%", "a year and '=' are missing before '0.8%'", 10, 4, ""},
        {by_year, "2026=0.5%,", "a year and its share are missing", 10, 1, ""},
        {by_year, "2026=,", "a share is missing", 5, 1, ""},
        {by_year, "2026=5", "a share needs a unit: '5' may be 5% or 500%", 5, 1, "5%"},
        {by_year, "=5%", "a year is missing", 0, 1, ""},
        {by_year, "2,5%", "digits are grouped in threes, not as in '2,5'", 0, 3, ""},
        {by_year, "２０２６＝５", "a share needs a unit: '5' may be 5% or 500%", 15, 3, "5%"},
        {by_year, "2026=5%;2027=6%", "';2027=6%' stands after a share", 7, 8, ""},
        {by_year, "2026=5%=6%", "'=6%' stands after a share", 7, 3, ""},
        {by_year, "26=5%", "unknown year '26'", 0, 2, ""},
        {by_year, "1700=5%", "the year 1700 is outside 1800 to 2200", 0, 4, ""},
    };
    for (const Refusal& refusal : refusals) {
        check_refusal(refusal);
    }
}

TEST_CASE("what is no year is refused", "[calc][parse]") {
    const std::vector<Refusal> refusals = {
        {year, "令和0年度", "unknown year '令和0年度'", 0, 13, ""},
        {year, "FY27", "unknown year 'FY27'", 0, 4, ""},
        {year, "CY2027", "unknown year 'CY2027'", 0, 6, "2027"},
        {year, "1799", "the year 1799 is outside 1800 to 2200", 0, 4, ""},
        {year, "2201", "the year 2201 is outside 1800 to 2200", 0, 4, ""},
        {year, "2027年", "unknown year '2027年'", 0, 7, "2027"},
        {years, "2016-2019", "'2016-2019' are years without '..' between them", 0, 9, "2016..2019"},
        {years, "FY2016–FY2019", "'FY2016–FY2019' are years without '..' between them", 0, 15,
         "FY2016..FY2019"},
        {years, "FY2023..2027", "fiscal and calendar years are mixed: FY2023 and 2027", 0, 12,
         "FY2023..FY2027"},
        {years, "2019..2016", "2019 comes after 2016", 0, 10, "2016..2019"},
        {years, "..2016", "a year is missing", 0, 1, ""},
        {years, "2016..", "a year is missing", 6, 1, ""},
        {years, "", "years are missing", 0, 1, ""},
        {years, "2016..2017..2018", "unknown year '2017..2018'", 6, 10, ""},
        {years, "2016...2017", "'2016...2017' are years without '..' between them", 0, 11, "2016..2017"},
        {year, "", "a year is missing", 0, 1, ""},
        {year, "02027", "unknown year '02027'", 0, 5, ""},
        {year, "令和200年度", "the year 2218 is outside 1800 to 2200", 0, 15, ""},
        {year, "2027年度年度", "unknown year '2027年度年度'", 0, 16, "2027"},
        {year, "MMXXVII", "unknown year 'MMXXVII'", 0, 7, ""},
    };
    for (const Refusal& refusal : refusals) {
        check_refusal(refusal);
    }
}

TEST_CASE("a day that does not exist is refused", "[calc][parse]") {
    const std::vector<Refusal> refusals = {
        {date, "2026-02-29", "2026-02 has 28 days, no day '29'", 8, 2, ""},
        {date, "2026-13", "there is no month '13'", 5, 2, ""},
        {date, "2026-4-1", "unknown date '2026-4-1'", 0, 8, ""},
        {date, "2026/04/01", "unknown date '2026/04/01'", 0, 10, ""},
        {date, "2026-04-01-01", "unknown date '2026-04-01-01'", 0, 13, ""},
        {date, "0000-01-01", "the year 0000 is outside 1800 to 2200", 0, 4, ""},
        {date, "２０２６-02-30", "2026-02 has 28 days, no day '30'", 16, 2, ""},
        {date, "2026-00", "there is no month '00'", 5, 2, ""},
        {date, "2026-01-00", "2026-01 has 31 days, no day '00'", 8, 2, ""},
        {date, "20260401", "unknown date '20260401'", 0, 8, ""},
        {date, "April 2026", "unknown date 'April 2026'", 0, 10, ""},
        {date, "tomorrow", "unknown date 'tomorrow'", 0, 8, ""},
        {date,
         "2026-\xed"
         "\xa0"
         "\x80"
         "",
         "the byte '\\xed' is no character of UTF-8", 5, 1, ""},
    };
    for (const Refusal& refusal : refusals) {
        check_refusal(refusal);
    }
}

TEST_CASE("rules that are not written as such are refused", "[calc][parse]") {
    const std::vector<Refusal> refusals = {
        {rules, "", "a rule is missing", 0, 1, ""},
        {rules, "a,,b", "a rule is missing", 2, 1, ""},
        {rules, "a,", "a rule is missing", 2, 1, ""},
        {rules, ":cap", "a rule's name is missing before ':'", 0, 1, ""},
        {rules, "a:", "a parameter is missing after ':'", 2, 1, ""},
        {rules, "a:=5", "a parameter's name is missing before '='", 2, 1, ""},
        {rules, "a:b=", "the value of 'b' is missing", 2, 2, ""},
        {rules, "a:b=1:b=2", "'b' is given twice", 6, 1, ""},
        {rules, "t:FY2028=1%,fy2028=2%", "'fy2028' is given twice", 12, 6, ""},
        {rules, "FY2028=1%", "a rule's name is missing before 'FY2028=1%'", 0, 9, ""},
        {rules, "a,cap=5%", "'cap' is no year; other parameters follow a colon", 2, 3, ""},
        {rules, "a:FY2027=1,055 bn JPY", "'055 bn JPY' does not name a rule", 11, 10, ""},
        {rules, "a:b=c=d", "a second '=' stands in 'b=c=d'", 5, 1, ""},
        {rules, "linear;step", "'linear;step' does not name a rule", 0, 11, ""},
        {rules, "4x", "'4x' does not name a rule", 0, 2, ""},
        {rules, "a:b=1,c:=2", "a parameter's name is missing before '='", 8, 1, ""},
        {rules, "a b", "'a b' does not name a rule", 0, 3, ""},
        {rules, "table:FY2028=2%,FY20288=3%", "'FY20288' is no year; other parameters follow a colon", 16, 7,
         ""},
    };
    for (const Refusal& refusal : refusals) {
        check_refusal(refusal);
    }
}

TEST_CASE("a text of a megabyte is refused unread", "[calc][parse]") {
    for (const Refuser reader : {amount, share, points, year, years, date}) {
        const auto fault = reader(std::string(1'000'000, '1'));
        REQUIRE(fault);
        CHECK(fault->message == "a text of 1000000 bytes is too long; at most 500 are read");
        CHECK(fault->at == 500);
    }
    for (const Refuser reader : {by_year, rules}) {
        const auto fault = reader(std::string(1'000'000, ','));
        REQUIRE(fault);
        CHECK(fault->message == "a text of 1000000 bytes is too long; at most 10000 are read");
    }
    CHECK(amount("5 USD" + std::string(496, ' '))->at == 500);
    CHECK_FALSE(amount("5 USD" + std::string(495, ' ')));
}

TEST_CASE("a text cut within a character is refused, never misread", "[calc][parse]") {
    const std::string whole = "１兆５５１億円 毎年";
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const std::string cut = whole.substr(0, length);
        for (const Refuser reader : {share, points, year, years, date, by_year, rules}) {
            CHECK(reader(cut));
        }
        const auto fault = amount(cut);
        if (fault) {
            CHECK(fault->at <= cut.size());
            CHECK(fault->length >= 1);
        }
    }
}

TEST_CASE("a refusal lists what may stand there", "[calc][parse]") {
    CHECK(share("5")->allowed == std::vector<std::string>{"%", "percent", "per cent"});
    CHECK(points("5")->allowed == std::vector<std::string>{"pp", "percentage points", "percentage point"});
    CHECK(year("next")->allowed == std::vector<std::string>{"2027", "FY2027", "2027年度", "令和9年度"});
    CHECK(years("next")->allowed == std::vector<std::string>{"2027", "FY2027", "2027年度", "令和9年度"});
    CHECK(date("next")->allowed == std::vector<std::string>{"2026-04-01", "2026-04", "2026"});
    CHECK(date("2026-02-30")->allowed == std::vector<std::string>{"01 to 28"});
    CHECK(amount("5 USD over zero years")->allowed == std::vector<std::string>{"1 to 100", "one to ten"});
    CHECK(amount("5 bn USD x")->allowed ==
          std::vector<std::string>{"per year", "a year", "annually", "yearly", "/year", "per annum", "毎年",
                                   "年間", "in total", "total", "over 5 years"});
    CHECK(amount("5 bn")->allowed.front() == "a code of ISO 4217, such as JPY, USD or EUR");
    CHECK(amount("$5 x")->allowed.front() == "thousand");
}
