#include "burden/calc/calendar.hpp"

#include <array>

namespace burden::calc {
namespace {

constexpr int months_in_year = 12;

constexpr std::array<std::string_view, months_in_year> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// Months counted from January of year 0 to the first month of a year.
int first_month_of(Year year, const FiscalCalendar& calendar) {
    const bool starts_before = calendar.named_by == FiscalCalendar::NamedBy::end && calendar.first_month != 1;
    return (year.number - (starts_before ? 1 : 0)) * months_in_year + calendar.first_month - 1;
}

std::string month_and_year(int month) {
    return std::string(month_names.at(static_cast<std::size_t>(month % months_in_year)).substr(0, 3)) + " " +
           std::to_string(month / months_in_year);
}

}  // namespace

std::string label(Year year, const FiscalCalendar& calendar) {
    return (runs_with_the_calendar(calendar) ? "" : "FY") + std::to_string(year.number);
}

std::string months(Year year, const FiscalCalendar& calendar) {
    const int first = first_month_of(year, calendar);
    return month_and_year(first) + "\u2013" + month_and_year(first + months_in_year - 1);
}

std::optional<int> month_of(std::string_view name) {
    const auto lower = [](char c) { return static_cast<char>(c | 0x20); };
    for (std::size_t month = 0; month < month_names.size(); ++month) {
        const std::string_view known = month_names.at(month);
        if (known.size() != name.size()) {
            continue;
        }
        bool same = true;
        for (std::size_t at = 0; at < name.size(); ++at) {
            same = same && lower(known[at]) == lower(name[at]);
        }
        if (same) {
            return static_cast<int>(month) + 1;
        }
    }
    return std::nullopt;
}

std::vector<Overlap> overlaps(Year year, const FiscalCalendar& calendar, const FiscalCalendar& other) {
    const int first = first_month_of(year, calendar);
    std::vector<Overlap> result;
    for (Year candidate = year - 2; candidate <= year + 2; ++candidate) {
        const int start = first_month_of(candidate, other);
        const int shared = months_in_year - (start > first ? start - first : first - start);
        if (shared > 0) {
            result.push_back({candidate, shared});
        }
    }
    return result;
}

}  // namespace burden::calc
