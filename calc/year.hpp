/// Years by their number; whether a calendar or a fiscal year is meant is said by what they count.
#pragma once

#include <compare>

namespace burden::calc {

/// A year by its number, in the calendar of whatever it counts.
struct Year {
    int number = 0;

    friend constexpr bool operator==(Year, Year) = default;
    friend constexpr auto operator<=>(Year, Year) = default;
    friend constexpr Year operator+(Year year, int years) { return {year.number + years}; }
    friend constexpr Year operator-(Year year, int years) { return {year.number - years}; }
    friend constexpr int operator-(Year later, Year earlier) { return later.number - earlier.number; }
    constexpr Year& operator++() {
        ++number;
        return *this;
    }
};

/// The years a program speaks of at all; readers refuse others.
constexpr Year earliest_year{1800};
constexpr Year latest_year{2200};

}  // namespace burden::calc
