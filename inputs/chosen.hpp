/// Which of a country's facts a run rests on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/diagnostic.hpp"
#include "burden/inputs/facts.hpp"

namespace burden::inputs {

/// A series that a run uses, and why it and no other.
struct Chosen {
    const FactSeries* series = nullptr;
    std::string why;  ///< of the choice; empty when there is only one
};

/// The series of a measure: the one a choice names, or the only one. Else a diagnostic that lists what there
/// is.
Reading<Chosen> chosen(const Country& country, std::string_view measure);

/// The figure in whole units: money in units of its currency, a percentage as a share (3 % is 0.03).
calc::Decimal whole(const FactSeries& series, const Observation& observation);

/// The latest run of years without a gap, superseded figures left out: what is carried on goes on from there.
std::vector<const Observation*> latest_run(const FactSeries& series);

/// Its figures, in whole units.
calc::Series<calc::Decimal> values_by_year(const FactSeries& series);

/// The calendar that a series counts its years in.
calc::FiscalCalendar calendar_of(const Country& country, const FactSeries& series);

/// When a figure holds: "FY2023", "FY2016..FY2019", "2025-12-31".
std::string when_of(const Country& country, const FactSeries& series, const Observation& observation);

/// The keys of the sources of a series, each once, in order of first use.
std::vector<std::string> sources_of(const FactSeries& series);

}  // namespace burden::inputs
