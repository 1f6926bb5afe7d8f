/// One year's defence budget on every published basis.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "burden/inputs/chosen.hpp"

namespace burden::inputs {

/// A GDP that a budget may be set against.
struct RatioDenominator {
    std::string name;   ///< "FY2022 held fixed", "IMF, April 2026"
    std::string words;  ///< the whole of it, for a note
    calc::Decimal amount;
    calc::FiscalCalendar calendar;  ///< whose years it is counted in
    bool fixed = false;             ///< GDP of another year, held
    std::vector<std::string> sources;
    const FactSeries* series = nullptr;
    calc::Year year = {};  ///< by its calendar
};

/// A budget and its ratio to each denominator of its own calendar.
struct RatioNumerator {
    std::string key;
    std::string title;
    std::string definition;
    std::string stage;
    std::string year;  ///< "FY2025"
    calc::Decimal amount;
    std::vector<std::optional<calc::Decimal>> shares;  ///< one for each denominator
    std::vector<std::string> sources;
    const FactSeries* series = nullptr;
    const Observation* observation = nullptr;
};

/// A ratio as a publisher prints it.
struct PublishedRatio {
    std::string key;
    std::string title;
    std::string definition;
    std::string stage;
    std::string year;
    calc::Decimal share;
    std::vector<std::string> sources;
    const FactSeries* series = nullptr;
    const Observation* observation = nullptr;
};

/// It points into the facts that it was made of.
struct RatioRun {
    std::string name;
    calc::Currency currency;
    calc::Year year;
    calc::FiscalCalendar calendar;  ///< of the country
    std::vector<RatioDenominator> denominators;
    std::vector<RatioNumerator> numerators;
    std::vector<PublishedRatio> published;
    const Country* country = nullptr;
};

/// Every amount of defence spending, in the country's currency, of a fiscal year and of the calendar year
/// with the same number; every GDP to set it against; every ratio that is published. A year with none of them
/// is a diagnostic that lists the years there are.
Reading<RatioRun> ratio_run(const Country& country, const calc::YearText& asked);

}  // namespace burden::inputs
