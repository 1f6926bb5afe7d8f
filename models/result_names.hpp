/// How the results of a model are called by numbers that keep names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "burden/calc/calendar.hpp"
#include "burden/calc/letter_case.hpp"

namespace burden::models {

/// Whose results they are, and by which years they are counted. It keeps no text of its own.
struct ResultNames {
    std::string_view whose = {};  ///< before every name: "JPN"
    std::string_view part = {};   ///< of one part of several: "related"
    calc::FiscalCalendar calendar = {};
};

/// A result of a year by its name: "jpn.share[FY2030]". Other numbers come back as they are.
template <calc::Number N>
N labelled(const ResultNames& names, std::string_view what, calc::Year year, const N& value) {
    return calc::named_by(
        [&] {
            std::string name =
                names.whose.empty() ? std::string() : calc::lower_case(std::string(names.whose)) + ".";
            name += names.part.empty() ? std::string() : std::string(names.part) + " ";
            return name + std::string(what) + "[" + calc::label(year, names.calendar) + "]";
        },
        value);
}

/// The same where no names are given: then it has none.
template <calc::Number N>
N labelled(const std::optional<ResultNames>& names, std::string_view what, calc::Year year, const N& value) {
    return names ? labelled(*names, what, year, value) : value;
}

template <calc::Number N, calc::Period P, typename Names>
calc::Money<N, P> labelled(const Names& names, std::string_view what, calc::Year year,
                           const calc::Money<N, P>& amount) {
    return {labelled(names, what, year, N(amount.in(amount.unit()))), amount.unit()};
}

/// Every value of a series.
template <typename T, typename Names>
calc::Series<T> labelled(const Names& names, std::string_view what, const calc::Series<T>& values) {
    return calc::series_of(values.first(), values.last(),
                           [&](calc::Year year) { return labelled(names, what, year, values[year]); });
}

}  // namespace burden::models
