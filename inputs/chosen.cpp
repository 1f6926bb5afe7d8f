#include "burden/inputs/chosen.hpp"

#include <algorithm>

namespace burden::inputs {

Reading<Chosen> chosen(const Country& country, std::string_view measure) {
    if (const Choice* choice = country.choice(measure)) {
        if (const FactSeries* series = country.find(choice->use)) {
            return Chosen{series, choice->why};
        }
    }
    const auto candidates = country.measuring(measure);
    if (candidates.size() == 1) {
        return Chosen{candidates.front(), {}};
    }
    Diagnostic diagnostic{.message = "there is no fact on " + std::string(measure) + " for " + country.name};
    if (!candidates.empty()) {
        diagnostic.message = "several facts on " + std::string(measure) + " for " + country.name +
                             ", and no choice among them";
        for (const FactSeries* series : candidates) {
            diagnostic.allowed.push_back(series->key);
        }
    }
    return diagnostic;
}

calc::Decimal whole(const FactSeries& series, const Observation& observation) {
    const calc::Decimal value = observation.value * series.unit.scale;
    return series.unit.kind == FactUnit::Kind::percent ? value * calc::Decimal("0.01") : value;
}

std::vector<const Observation*> latest_run(const FactSeries& series) {
    std::vector<const Observation*> run;
    for (const Observation& observation : series.observations) {
        if (!observation.superseded.empty()) {
            continue;
        }
        if (!run.empty() && observation.year != run.back()->year + 1) {
            run.clear();
        }
        run.push_back(&observation);
    }
    return run;
}

calc::Series<calc::Decimal> values_by_year(const FactSeries& series) {
    const auto run = latest_run(series);
    calc::Series<calc::Decimal> values(run.empty() ? calc::Year{} : run.front()->year);
    for (const Observation* const observation : run) {
        values.push_back(whole(series, *observation));
    }
    return values;
}

calc::FiscalCalendar calendar_of(const Country& country, const FactSeries& series) {
    return series.period == PeriodBasis::per_fiscal_year ? country.fiscal_year : calc::calendar_year;
}

std::string when_of(const Country& country, const FactSeries& series, const Observation& observation) {
    if (observation.date.year != 0) {
        return calc::to_text(observation.date);
    }
    if (observation.to != observation.year) {
        const auto calendar = series.period == PeriodBasis::total_over_calendar_years ? calc::calendar_year
                                                                                      : country.fiscal_year;
        return label(observation.year, calendar) + ".." + label(observation.to, calendar);
    }
    return label(observation.year, calendar_of(country, series));
}

std::vector<std::string> sources_of(const FactSeries& series) {
    std::vector<std::string> keys;
    for (const Observation& observation : series.observations) {
        for (const std::string& key : observation.sources) {
            if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
                keys.push_back(key);
            }
        }
    }
    return keys;
}

}  // namespace burden::inputs
