#include "burden/inputs/economy.hpp"

#include <algorithm>

#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Series;
using calc::Year;

namespace {

Certainty of_stage(Stage stage) {
    switch (stage) {
        case Stage::projection:
            return Certainty::projection;
        case Stage::estimate:
            return Certainty::estimate;
        default:
            return Certainty::outturn;
    }
}

/// "calendar years weighted ¾ and ¼ to April–March years", or nothing where the years are the same.
std::string weights_in_words(const calc::FiscalCalendar& own, const calc::FiscalCalendar& calendar) {
    if (own == calendar) {
        return {};
    }
    const auto parts = overlaps(Year{2000}, calendar, own);
    const auto share = [](int months) -> std::string {
        switch (months) {
            case 3:
                return "\u00bc";
            case 6:
                return "\u00bd";
            case 9:
                return "\u00be";
            default:
                return std::to_string(months) + "/12";
        }
    };
    return std::string(own == calc::calendar_year ? "calendar" : "fiscal") + " years weighted " +
           share(parts.front().months) + " and " + share(parts.back().months) + " by months";
}

/// A rate by year, where one is stated; else nothing.
std::optional<Decimal> stated(const std::optional<calc::ByYear>& rates, Year year) {
    if (!rates) {
        return std::nullopt;
    }
    for (const auto& [when, rate] : rates->years) {
        if (when.year == year) {
            return rate;
        }
    }
    return rates->always;
}

/// The first year whose GDP rests on something that the user gave.
std::optional<Year> first_given(Year base, const EconomyOverrides& overrides) {
    if (overrides.gdp) {
        return base;
    }
    std::optional<Year> first;
    for (const auto* rates : {&overrides.growth, &overrides.inflation}) {
        if (!*rates) {
            continue;
        }
        for (const auto& [when, rate] : (*rates)->years) {
            first = std::min(first.value_or(when.year), when.year);
        }
        if ((*rates)->always) {
            first = base + 1;
        }
    }
    return first ? std::optional(std::max(base, *first)) : std::nullopt;
}

/// From there on a year is as given, but where its growth is neither given nor published.
Series<Certainty> with_given_years(const Series<Certainty>& published, Year base,
                                   const EconomyOverrides& overrides) {
    const auto first = first_given(base, overrides);
    return calc::series_of(published.first(), published.last(), [&](Year year) {
        const bool extended = published[year] == Certainty::extended && !stated(overrides.growth, year);
        return first && *first <= year && !extended ? Certainty::given : published[year];
    });
}

/// Rates of a user, in place of those that hold.
models::ChangeLayers<Decimal> layers_of(const std::optional<calc::ByYear>& rates) {
    if (!rates) {
        return {};
    }
    models::ChangeLayer<Decimal> layer;
    if (rates->always) {
        layer.always = models::Change<Decimal>{.by = *rates->always};
    }
    for (const auto& [when, rate] : rates->years) {
        layer.years.emplace_back(when.year, models::Change<Decimal>{.by = rate});
    }
    return {layer};
}

models::EconomyChanges<Decimal> changes_of(const EconomyOverrides& overrides) {
    models::EconomyChanges<Decimal> changes{.growth = layers_of(overrides.growth),
                                            .inflation = layers_of(overrides.inflation)};
    if (overrides.gdp) {
        changes.base_gdp = {{.always = models::Change<Decimal>{.by = overrides.gdp->value}}};
    }
    return changes;
}

std::string rates_in_words(const std::string& what, const calc::ByYear& rates) {
    if (rates.always) {
        return what + " " + percent_words(*rates.always) + " a year";
    }
    std::string words = what;
    for (const auto& [when, rate] : rates.years) {
        words += (&when == &rates.years.front().first ? " " : ", ") + percent_words(rate) + " in " +
                 std::to_string(when.year.number);
    }
    return words;
}

std::string overrides_in_words(const EconomyOverrides& overrides) {
    std::string words;
    const auto add = [&](const std::string& part) { words += (words.empty() ? "" : ", ") + part; };
    if (overrides.gdp) {
        add("GDP of the base year");
    }
    if (overrides.growth) {
        add(rates_in_words("real growth", *overrides.growth));
    }
    if (overrides.inflation) {
        add(rates_in_words("deflator", *overrides.inflation));
    }
    return words.empty() ? "" : "; as given: " + words;
}

Diagnostic year_outside(const Country& country, const FactSeries& series,
                        const calc::FiscalCalendar& calendar, Year asked, Year first, Year last) {
    return {.message = label(asked, calendar) +
                       (asked < first ? " is before the first" : " is after the last") + " year of '" +
                       series.title + "' for " + country.name + ", " +
                       label(asked < first ? first : last, calendar)};
}

void add_sources(std::vector<std::string>& keys, const FactSeries& series) {
    for (const std::string& key : sources_of(series)) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            keys.push_back(key);
        }
    }
}

}  // namespace

std::string mark_of(Certainty certainty) {
    switch (certainty) {
        case Certainty::outturn:
            return "";
        case Certainty::estimate:
            return "e";
        case Certainty::given:
            return "g";
        case Certainty::projection:
            return "p";
        case Certainty::extended:
            return "x";
    }
    return "";
}

const FactSeries* deflator_of(const Country& country, const FactSeries& gdp) {
    for (const FactSeries* series : country.measuring("deflator")) {
        if (series->definition == gdp.definition && series->vintage == gdp.vintage) {
            return series;
        }
    }
    return nullptr;
}

Series<Certainty> certainty_of(const Country& country, const FactSeries& gdp,
                               const calc::FiscalCalendar& calendar, Year first, Year last) {
    const auto own = calendar_of(country, gdp);
    return calc::series_of(first, last, [&](Year year) {
        Certainty least = Certainty::outturn;
        for (const calc::Overlap& part : overlaps(year, calendar, own)) {
            const Observation* observation = gdp.at(part.year);
            least = std::max(least, observation ? of_stage(observation->stage) : Certainty::extended);
        }
        return least;
    });
}

std::string gdp_words(const Country& country, const FactSeries& gdp, const calc::FiscalCalendar& calendar,
                      Year last) {
    const auto own = calendar_of(country, gdp);
    std::string words = gdp.definition + (gdp.vintage.empty() ? "" : ", ") + gdp.vintage;
    const std::string weights = weights_in_words(own, calendar);
    if (!weights.empty()) {
        words += ", " + weights;
    }
    if (certainty_of(country, gdp, calendar, last, last)[last] == Certainty::extended) {
        const Year published = gdp.observations.back().year;
        words += "; after " + label(published, own) + " the real growth and deflator growth of " +
                 label(published, own) + " held";
    }
    return words;
}

Reading<SourcedEconomy> economy_of(const Country& country, const calc::FiscalCalendar& calendar, Year first,
                                   Year base, Year last, const EconomyOverrides& overrides) {
    const auto gdp = chosen(country, "gdp");
    if (!gdp) {
        return gdp.diagnostics();
    }
    const FactSeries& gdp_series = *gdp->series;
    const FactSeries* deflator = deflator_of(country, gdp_series);
    if (deflator == nullptr) {
        return Diagnostic{.message = "GDP of " + country.name + " is of " + gdp_series.definition + ", " +
                                     gdp_series.vintage +
                                     ", and no deflator of that vintage is known: vintages do not mix",
                          .allowed = {}};
    }
    const auto carried_on = [&](const FactSeries& series) {
        return models::carried_on(
            models::Published<Decimal>{values_by_year(series), calendar_of(country, series)}, calendar, last);
    };
    const auto gdp_by_year = carried_on(gdp_series);
    const auto deflator_by_year = carried_on(*deflator);
    const Year earliest = std::max(gdp_by_year.first(), deflator_by_year.first());
    if (first < earliest || gdp_by_year.last() < first) {
        return year_outside(country, gdp_series, calendar, first, earliest, gdp_by_year.last());
    }
    const calc::Unit unit{*gdp_series.unit.currency};
    if (overrides.gdp && overrides.gdp->currency != unit.currency) {
        return Diagnostic{.file = "--gdp",
                          .message = "GDP of " + country.name + " is counted in " + unit.currency.code() +
                                     ", not " + overrides.gdp->currency.code(),
                          .allowed = {"an amount in " + unit.currency.code()}};
    }
    const auto years = [&](const Series<Decimal>& whole) { return calc::part(whole, first, last); };
    models::Economy<Decimal> economy{
        calc::series_of(first, last,
                        [&](Year year) { return calc::Yearly<Decimal>(gdp_by_year[year], unit); }),
        years(deflator_by_year)};
    SourcedEconomy result{
        .economy = economy,
        .certainty = certainty_of(country, gdp_series, calendar, first, last),
        .gdp_words = gdp_words(country, gdp_series, calendar, last),
        .vintage = gdp_series.definition + (gdp_series.vintage.empty() ? "" : ", ") + gdp_series.vintage,
        .sources = {}};
    add_sources(result.sources, gdp_series);
    add_sources(result.sources, *deflator);
    if (const auto population = chosen(country, "population")) {
        const auto by_year = carried_on(*population->series);
        if (by_year.covers(first) && by_year.covers(last)) {
            result.economy.population = years(by_year);
            add_sources(result.sources, *population->series);
        }
    }
    result.economy = models::changed(result.economy, base, changes_of(overrides));
    result.certainty = with_given_years(result.certainty, base, overrides);
    result.gdp_words += overrides_in_words(overrides);
    return result;
}

Reading<SourcedEconomy> economy_of(const OwnEconomy& own, Year last, const std::string& where) {
    const Year base = own.base_year.year;
    const auto by_year = [&](const calc::ByYear& rates) {
        Decimal before;
        return calc::series_of(base + 1, last, [&](Year year) {
            before = stated(rates, year).value_or(before);
            return before;
        });
    };
    for (const auto& [what, rates] :
         {std::pair{"--growth", &own.growth}, std::pair{"--inflation", &own.inflation}}) {
        if (!rates->always && !stated(*rates, base + 1)) {
            return Diagnostic{.file = what,
                              .message = "no rate is given for " + std::to_string(base.number + 1) +
                                         ", the first year after the base year",
                              .allowed = {"one rate for every year, or rates from that year on"}};
        }
    }
    const calc::Unit unit{own.gdp.currency};
    const auto held = [](const calc::ByYear& rates) { return rates.always ? "" : ", the last one held"; };
    return SourcedEconomy{.economy = models::grown_economy(calc::Yearly<Decimal>(own.gdp.value, unit),
                                                           by_year(own.growth), by_year(own.inflation)),
                          .certainty = calc::series_of(base, last, [](Year) { return Certainty::given; }),
                          .gdp_words = "as given " + where + ": " +
                                       rates_in_words("real growth", own.growth) + held(own.growth) + ", " +
                                       rates_in_words("deflator", own.inflation) + held(own.inflation),
                          .vintage = "as given " + where,
                          .sources = {}};
}

}  // namespace burden::inputs
