/// Fiscal calendars, and the passage between fiscal and calendar years by months.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/money.hpp"
#include "burden/calc/series.hpp"

namespace burden::calc {

/// A budget year of twelve months.
struct FiscalCalendar {
    enum class NamedBy { start, end };

    int first_month = 1;  ///< 1 is January
    NamedBy named_by = NamedBy::start;

    friend bool operator==(const FiscalCalendar&, const FiscalCalendar&) = default;
};

/// January to December.
constexpr FiscalCalendar calendar_year{};

/// Whether the fiscal year is the calendar year.
constexpr bool runs_with_the_calendar(const FiscalCalendar& calendar) { return calendar.first_month == 1; }

/// How a year is written: "FY2027", and "2027" where the fiscal year is the calendar year.
std::string label(Year year, const FiscalCalendar& calendar);

/// How a year is explained: "Apr 2027–Mar 2028".
std::string months(Year year, const FiscalCalendar& calendar);

/// "April" to 4; none for another word. Any case.
std::optional<int> month_of(std::string_view name);

/// Months that one year of a calendar shares with a year of another.
struct Overlap {
    Year year;   ///< of the other calendar
    int months;  ///< 1 to 12; those of all overlaps of a year add to 12
};

/// The years of `other` that `year` of `calendar` runs through, in order. At most two.
std::vector<Overlap> overlaps(Year year, const FiscalCalendar& calendar, const FiscalCalendar& other);

/// A series of one calendar's years put into another's, even within each year:
///
///     Japan   FY t = 3/4 · CY t + 1/4 · CY t+1        CY t = 1/4 · FY t-1 + 3/4 · FY t
///
/// returns  every year that the months of `values` cover wholly; empty when there is none
/// source   docs/models/calendar.md
template <Number N>
Series<N> by_months(const Series<N>& values, const FiscalCalendar& from, const FiscalCalendar& to) {
    if (from == to) {
        return values;
    }
    Series<N> result(values.first());
    for (Year year = values.first() - 1; year <= values.last() + 1; ++year) {
        const auto parts = overlaps(year, to, from);
        if (!values.covers(parts.front().year) || !values.covers(parts.back().year)) {
            continue;
        }
        N sum(0);
        for (const Overlap& part : parts) {
            sum = sum + values[part.year] * N(part.months);
        }
        if (result.size() == 0) {
            result = Series<N>(year);
        }
        result.push_back(sum / N(12));
    }
    return result;
}

/// Calendar-year amounts put into a country's fiscal years, even within each calendar year.
template <Number N>
Series<Yearly<N>> by_fiscal_year(const Series<CalendarYearly<N>>& amounts, const FiscalCalendar& fiscal) {
    require(amounts.size() > 0, "an empty series has no unit");
    const Unit unit = amounts.front().unit();
    const auto bare = series_of(amounts.first(), amounts.last(), [&](Year y) { return amounts[y].in(unit); });
    const auto result = by_months(bare, calendar_year, fiscal);
    return series_of(result.first(), result.last(), [&](Year y) { return Yearly<N>(result[y], unit); });
}

/// Fiscal-year amounts put into calendar years, even within each fiscal year.
template <Number N>
Series<CalendarYearly<N>> by_calendar_year(const Series<Yearly<N>>& amounts, const FiscalCalendar& fiscal) {
    require(amounts.size() > 0, "an empty series has no unit");
    const Unit unit = amounts.front().unit();
    const auto bare = series_of(amounts.first(), amounts.last(), [&](Year y) { return amounts[y].in(unit); });
    const auto result = by_months(bare, fiscal, calendar_year);
    return series_of(result.first(), result.last(),
                     [&](Year y) { return CalendarYearly<N>(result[y], unit); });
}

}  // namespace burden::calc
