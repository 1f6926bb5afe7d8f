#include "burden/inputs/hosting_economy.hpp"

#include <algorithm>

#include "burden/inputs/defence.hpp"
#include "burden/inputs/target_ground.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;
using Amounts = calc::Series<calc::Yearly<Decimal>>;

namespace {

/// Defence spending of the latest year as a share of GDP.
struct DefenceShare {
    Decimal share;
    std::string words;
    std::vector<std::string> sources;
};

std::optional<DefenceShare> defence_share(const Country& host) {
    const auto series = defence_series(host, std::nullopt);
    const auto latest = series ? latest_year(*series->series) : std::nullopt;
    if (!latest) {
        return std::nullopt;
    }
    const auto own = calendar_of(host, *series->series);
    const auto then = economy_of(host, own, *latest, *latest, *latest, {});
    if (!then) {
        return std::nullopt;
    }
    const auto spent = base_spending(host, *series->series, *latest, then->economy.gdp);
    if (!spent) {
        return std::nullopt;
    }
    const Decimal share = spent->spending / then->economy.gdp[*latest];
    return DefenceShare{share,
                        spent->words + ", " + percent_words(share) + " of GDP in " + label(*latest, own) +
                            ", that share held",
                        spent->sources};
}

/// The rate given for a year.
std::optional<Decimal> given_for(const std::optional<calc::ByYear>& given, Year year) {
    if (!given) {
        return std::nullopt;
    }
    const auto found = std::find_if(given->years.begin(), given->years.end(),
                                    [year](const auto& one) { return one.first.year == year; });
    return found == given->years.end() ? given->always : std::optional(found->second);
}

Reading<SourcedRises> budget_growth(const Country& host, const Amounts& gdp, Year from, Year last,
                                    const std::optional<calc::ByYear>& given, bool share_known) {
    if (!share_known && !(given && given->always)) {
        return refused("--budget-growth",
                       "growth of the defence budget of " + host.name + " is not known: say it",
                       {"--budget-growth 3%"});
    }
    const bool always = given && given->always;
    return SourcedRises{
        calc::series_of(from, last,
                        [&](Year year) {
                            const auto rate = given_for(given, year);
                            return rate ? *rate : Decimal(gdp[year] / gdp[year - 1] - Decimal(1));
                        }),
        always ? "the defence budget grows by " + percent_words(*given->always) + " a year, as given"
               : "the defence budget grows with GDP, its share held" +
                     std::string(given ? ", in other years as given" : ""),
        {}};
}

}  // namespace

Reading<HostingEconomy> hosting_economy(const Country& host, const calc::FiscalCalendar& calendar,
                                        const HostingYears& years, const std::optional<calc::ByYear>& given) {
    const Year from = years.growth_from ? std::min(years.first, *years.growth_from - 1) : years.first;
    const auto economy = economy_of(host, calendar, from, from, years.last, {});
    if (!economy) {
        return pointing_at("--renewals", economy.diagnostics());
    }
    const Amounts& gdp = economy->economy.gdp;
    HostingEconomy result{.gdp = calc::part(gdp, years.first, years.last),
                          .certainty = calc::part(economy->certainty, years.first, years.last),
                          .gdp_words = economy->gdp_words,
                          .defence = std::nullopt,
                          .defence_words = {},
                          .budget = std::nullopt,
                          .sources = economy->sources};
    const auto defence = defence_share(host);
    if (defence) {
        result.defence =
            calc::series_of(years.first, years.last, [&](Year year) { return gdp[year] * defence->share; });
        result.defence_words = defence->words;
        add_keys(result.sources, defence->sources);
    }
    if (years.growth_from) {
        const auto growth =
            budget_growth(host, gdp, *years.growth_from, years.last, given, defence.has_value());
        if (!growth) {
            return growth.diagnostics();
        }
        result.budget = *growth;
    }
    return result;
}

Reading<SourcedRises> consumer_prices(const Country& country, const calc::FiscalCalendar& calendar,
                                      Year first, Year last, const std::optional<calc::ByYear>& given) {
    if (given && given->always) {
        return SourcedRises{calc::series_of(first, last, [&](Year) { return *given->always; }),
                            "consumer prices rise by " + percent_words(*given->always) + " a year, as given",
                            {}};
    }
    const auto series = chosen(country, "inflation");
    if (!series) {
        return pointing_at("--cpi", series.diagnostics());
    }
    const auto published = values_by_year(*series->series);
    const auto own = calendar_of(country, *series->series);
    const auto by_year = models::rises_carried_on(models::Published<Decimal>{published, own}, calendar, last);
    if (first < by_year.first()) {
        return refused("--renewals",
                       "consumer prices of " + country.name + " are not known before " +
                           label(by_year.first(), calendar),
                       {"a shorter lag"});
    }
    SourcedRises result{calc::part(by_year, first, last),
                        "consumer prices: " + series->series->definition +
                            (series->series->vintage.empty() ? "" : ", " + series->series->vintage),
                        sources_of(*series->series)};
    if (published.last() < last) {
        result.words += "; after " + label(published.last(), own) + " the rise of " +
                        label(published.last(), own) + " held";
    }
    for (const auto& [year, rise] : given ? given->years : decltype(given->years){}) {
        if (year.year < first || last < year.year) {
            return refused("--cpi", "a rate for " + label(year.year, calendar) + " cannot change anything",
                           {"years from " + label(first, calendar) + " to " + label(last, calendar)});
        }
        const auto before = result.rises;
        result.rises = calc::series_of(
            first, last, [&, at = year.year, to = rise](Year one) { return one == at ? to : before[one]; });
        result.words += "; " + label(year.year, calendar) + " " + percent_words(rise) + ", as given";
    }
    return result;
}

std::optional<HeadCount> head_count(const Country& host) {
    const auto troops = chosen(host, "troops");
    if (!troops) {
        return std::nullopt;
    }
    const FactSeries& series = *troops->series;
    const Observation* latest = nullptr;
    for (const Observation& one : series.observations) {
        if (one.superseded.empty()) {
            latest = &one;
        }
    }
    if (latest == nullptr) {
        return std::nullopt;
    }
    return HeadCount{whole(series, *latest),
                     latest->text + " service members (" + series.title + " " +
                         when_of(host, series, *latest) + ", " + series.definition + ")",
                     latest->sources};
}

}  // namespace burden::inputs
