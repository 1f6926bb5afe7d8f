#include "burden/inputs/ratio_run.hpp"

#include <set>

#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;

namespace {

bool is_amount_of_a_year(const FactSeries& series, const calc::Currency& currency) {
    return series.unit.kind == FactUnit::Kind::money && series.unit.currency == currency &&
           series.prices == calc::Prices::current() &&
           (series.period == PeriodBasis::per_fiscal_year || series.period == PeriodBasis::per_calendar_year);
}

std::string vintage_of(const FactSeries& series) {
    return series.definition + (series.vintage.empty() ? "" : ", " + series.vintage);
}

void add_fixed(std::vector<RatioDenominator>& denominators, const Country& country) {
    for (const FactSeries* series : country.measuring("target-base-gdp")) {
        const Observation& base = series->observations.front();
        const auto calendar = calendar_of(country, *series);
        const Decimal amount = whole(*series, base);
        denominators.push_back({label(base.year, calendar) + ", fixed",
                                "GDP of " + label(base.year, calendar) + ", " +
                                    amount_words(amount, *series->unit.currency) + ": " + series->definition,
                                amount, calendar, true, base.sources, series, base.year});
    }
}

/// GDP of one year of `calendar` by a series, where its figures reach.
void add_same_year(std::vector<RatioDenominator>& denominators, const Country& country, const FactSeries& gdp,
                   const calc::FiscalCalendar& calendar, Year year) {
    const auto own = calendar_of(country, gdp);
    const auto by_year = calc::by_months(values_by_year(gdp), own, calendar);
    if (!by_year.covers(year)) {
        return;
    }
    const bool weighted = !(own == calendar);
    denominators.push_back({vintage_of(gdp),
                            "GDP of " + label(year, calendar) + ", " +
                                amount_words(by_year[year], *gdp.unit.currency) + ": " + vintage_of(gdp) +
                                (weighted ? ", calendar years weighted by months" : ""),
                            by_year[year], calendar, false, sources_of(gdp), &gdp, year});
}

std::vector<std::string> known_years(const Country& country) {
    std::set<int> years;
    for (const std::string_view measure : {"defence-spending", "defence-share"}) {
        for (const FactSeries* series : country.measuring(measure)) {
            for (const Observation& observation : series->observations) {
                years.insert(observation.year.number);
            }
        }
    }
    if (years.empty()) {
        return {};
    }
    return {std::to_string(*years.begin()) + " to " + std::to_string(*years.rbegin())};
}

}  // namespace

Reading<RatioRun> ratio_run(const Country& country, const calc::YearText& asked) {
    if (!country.currency || country.own) {
        return Diagnostic{
            .file = "country",
            .message =
                country.name + " is known by the user's own figures only: nothing is published to compare"};
    }
    const Year year = asked.year;
    RatioRun run{country.name, *country.currency, year, country.fiscal_year, {}, {}, {}, &country};
    add_fixed(run.denominators, country);
    std::vector<calc::FiscalCalendar> calendars = {country.fiscal_year};
    if (!runs_with_the_calendar(country.fiscal_year)) {
        calendars.push_back(calc::calendar_year);
    }
    for (const auto& calendar : calendars) {
        for (const FactSeries* gdp : country.measuring("gdp")) {
            const bool own_years = calendar == country.fiscal_year || calendar_of(country, *gdp) == calendar;
            if (own_years && is_amount_of_a_year(*gdp, run.currency)) {
                add_same_year(run.denominators, country, *gdp, calendar, year);
            }
        }
    }
    for (const FactSeries* series : country.measuring("defence-spending")) {
        const Observation* observation = series->at(year);
        if (observation == nullptr || !is_amount_of_a_year(*series, run.currency)) {
            continue;
        }
        const auto calendar = calendar_of(country, *series);
        RatioNumerator numerator{series->key,
                                 series->title,
                                 series->definition,
                                 std::string(to_text(observation->stage)),
                                 label(year, calendar),
                                 whole(*series, *observation),
                                 {},
                                 observation->sources,
                                 series,
                                 observation};
        for (const RatioDenominator& denominator : run.denominators) {
            numerator.shares.push_back(denominator.calendar == calendar
                                           ? std::optional(numerator.amount / denominator.amount)
                                           : std::nullopt);
        }
        run.numerators.push_back(std::move(numerator));
    }
    for (const std::string_view measure : {"defence-share-of-fixed-gdp", "defence-share"}) {
        for (const FactSeries* series : country.measuring(measure)) {
            if (const Observation* observation = series->at(year)) {
                run.published.push_back(
                    {series->key, series->title, series->definition, std::string(to_text(observation->stage)),
                     label(year, calendar_of(country, *series)), whole(*series, *observation),
                     observation->sources, series, observation});
            }
        }
    }
    if (run.numerators.empty() && run.published.empty()) {
        return Diagnostic{.file = "year",
                          .message = "no defence budget of " + country.name + " is known for " +
                                     label(year, country.fiscal_year),
                          .allowed = known_years(country)};
    }
    return run;
}

}  // namespace burden::inputs
