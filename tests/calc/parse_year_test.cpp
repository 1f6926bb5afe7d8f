#include <rapidcheck.h>

#include "burden/calc/parse.hpp"
#include "support/catch.hpp"

using namespace burden;
using calc::Date;
using calc::Year;

namespace {

std::string shown(const calc::YearText& year) {
    return (year.fiscal ? "FY" : "") + std::to_string(year.year.number);
}

std::string year(std::string_view text) { return shown(*calc::read_year(text)); }

std::string years(std::string_view text) {
    const auto read = calc::read_years(text);
    return shown(read->first) + " to " + shown(read->second);
}

}  // namespace

TEST_CASE("a year is a calendar or a fiscal one", "[calc][parse]") {
    CHECK(year("2027") == "2027");
    CHECK(year("FY2027") == "FY2027");
    CHECK(year("fy2027") == "FY2027");
    CHECK(year("FY 2027") == "FY2027");
    CHECK(year("2027年度") == "FY2027");
    CHECK(year("令和9年度") == "FY2027");
    CHECK(year("令和元年度") == "FY2019");
    CHECK(year("２０２７年度") == "FY2027");
    CHECK(year(" ＦＹ２０２７ ") == "FY2027");
    CHECK(year("1800") == "1800");
    CHECK(year("2200") == "2200");
}

TEST_CASE("years run from one to another, both included", "[calc][parse]") {
    CHECK(years("FY2023..FY2027") == "FY2023 to FY2027");
    CHECK(years("2016..2019") == "2016 to 2019");
    CHECK(years("2016 .. 2019") == "2016 to 2019");
    CHECK(years("2027") == "2027 to 2027");
    CHECK(years("FY2027") == "FY2027 to FY2027");
    CHECK(years("令和5年度..令和9年度") == "FY2023 to FY2027");
    CHECK(years("2019..2019") == "2019 to 2019");
}

TEST_CASE("a date is a day, a month or a year", "[calc][parse]") {
    CHECK(*calc::read_date("2026-04-01") == Date{2026, 4, 1});
    CHECK(*calc::read_date("2026-04") == Date{2026, 4, 0});
    CHECK(*calc::read_date("2026") == Date{2026, 0, 0});
    CHECK(*calc::read_date("2024-02-29") == Date{2024, 2, 29});
    CHECK(*calc::read_date("2000-02-29") == Date{2000, 2, 29});
    CHECK_FALSE(calc::read_date("2100-02-29"));
    CHECK(*calc::read_date(" ２０２６-12-31 ") == Date{2026, 12, 31});
    CHECK(Date{2026, 3, 31} < Date{2026, 4, 1});
}

TEST_CASE("a date is written as far as it is known, and read back", "[calc][parse]") {
    CHECK(to_text(Date{2026, 4, 1}) == "2026-04-01");
    CHECK(to_text(Date{2026, 4, 0}) == "2026-04");
    CHECK(to_text(Date{2026, 0, 0}) == "2026");
    CHECK(rc::check("any day there is", [] {
        const Date date{*rc::gen::inRange(1800, 2201), *rc::gen::inRange(1, 13), *rc::gen::inRange(0, 29)};
        RC_ASSERT(*calc::read_date(to_text(date)) == date);
    }));
}
