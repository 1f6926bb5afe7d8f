#include "burden/inputs/defence.hpp"

#include <algorithm>

#include "burden/calc/nearest.hpp"
#include "burden/models/published_plan.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;

namespace {

bool starts_a_target(const Country& country, const FactSeries& series) {
    return !is_total(series.period) &&
           (series.measure == "defence-share" ||
            (series.measure == "defence-spending" && series.unit.currency == country.currency));
}

/// Whether every figure of a plan is the amount of one year.
bool is_by_year(const FactSeries& plan) { return plan.measure == "defence-plan" && !is_total(plan.period); }

std::vector<std::string> keys_of(const std::vector<const FactSeries*>& series) {
    std::vector<std::string> keys;
    for (const FactSeries* one : series) {
        keys.push_back(one->key);
    }
    return keys;
}

/// A key that names none of a country's series: "unknown plan 'x' of South Korea".
Diagnostic unknown_key(const std::string& option, const std::string& what, const std::string& key,
                       const std::string& of, std::vector<std::string> allowed) {
    calc::Fault fault = calc::unknown_name(what, key, std::move(allowed));
    fault.message += " of " + of;
    return argument_diagnostic(option, key, fault);
}

}  // namespace

std::vector<const Observation*> years_of_plan(const FactSeries& plan, Year base) {
    std::vector<const Observation*> named;
    for (const Observation& point : plan.observations) {
        if (base < point.year && point.superseded.empty()) {
            named.push_back(&point);
        }
    }
    return named;
}

Reading<Chosen> defence_series(const Country& country, const std::optional<std::string>& definition) {
    if (!definition) {
        return chosen(country, "defence-base");
    }
    std::vector<const FactSeries*> candidates;
    for (const FactSeries& series : country.series) {
        if (starts_a_target(country, series)) {
            if (series.key == *definition) {
                return Chosen{&series, {}};
            }
            candidates.push_back(&series);
        }
    }
    return unknown_key("--definition", "definition", *definition, "defence spending in " + country.name,
                       keys_of(candidates));
}

std::optional<Year> latest_year(const FactSeries& series) {
    std::optional<Year> latest;
    for (const Observation& observation : series.observations) {
        if (observation.superseded.empty() && observation.stage != Stage::projection) {
            latest = observation.year;
        }
    }
    return latest;
}

Reading<BaseSpending> base_spending(const Country& country, const FactSeries& series, Year year,
                                    const calc::Series<calc::Yearly<Decimal>>& gdp) {
    const auto calendar = calendar_of(country, series);
    const Observation* observation = series.at(year);
    if (observation == nullptr) {
        Diagnostic diagnostic{.file = "--from",
                              .message = "'" + series.title + "' of " + country.name + " has no figure for " +
                                         label(year, calendar)};
        for (const Observation& known : series.observations) {
            if (known.superseded.empty()) {
                diagnostic.allowed.push_back(label(known.year, calendar));
            }
        }
        return diagnostic;
    }
    const calc::Unit unit = gdp[year].unit();
    const Decimal figure = whole(series, *observation);
    if (series.unit.kind == FactUnit::Kind::money && series.unit.currency != unit.currency) {
        return Diagnostic{.file = "--definition",
                          .message = "'" + series.title + "' is counted in " + series.unit.currency->code() +
                                     ", GDP in " + unit.currency.code() + ": currencies do not mix",
                          .hint = "choose a definition counted in " + unit.currency.code()};
    }
    std::string words = series.title + " (" + series.definition + ")";
    if (series.unit.kind == FactUnit::Kind::percent) {
        words += ", " + observation->text + " % of GDP";
    }
    return BaseSpending{.spending = series.unit.kind == FactUnit::Kind::percent
                                        ? gdp[year] * figure
                                        : calc::Yearly<Decimal>(figure, unit),
                        .words = words,
                        .mark = observation->stage == Stage::estimate ? "e" : "",
                        .sources = observation->sources};
}

Reading<PlannedSpending> planned_spending(const Country& country, const std::string& key,
                                          const calc::FiscalCalendar& calendar, Year base,
                                          const calc::Yearly<Decimal>& base_spending,
                                          const calc::Series<calc::Yearly<Decimal>>& gdp) {
    std::vector<const FactSeries*> plans;
    for (const FactSeries& series : country.series) {
        if (is_by_year(series)) {
            plans.push_back(&series);
        }
    }
    const auto found =
        std::find_if(plans.begin(), plans.end(), [&](const FactSeries* plan) { return plan->key == key; });
    if (plans.empty()) {
        return Diagnostic{.file = "--vs",
                          .message = "no published plan by years is known for " + country.name};
    }
    const bool only_one = key.empty() && plans.size() == 1;
    if (found == plans.end() && !only_one) {
        if (key.empty()) {
            return Diagnostic{
                .file = "--vs",
                .message = "several plans are known for " + country.name + ": say which, plan:KEY",
                .allowed = keys_of(plans)};
        }
        return unknown_key("--vs", "plan", key, country.name, keys_of(plans));
    }
    const FactSeries& plan = found == plans.end() ? *plans.front() : **found;
    const calc::Unit unit = base_spending.unit();
    if (plan.unit.currency != unit.currency) {
        return Diagnostic{.file = "--vs",
                          .message = "'" + plan.title + "' is counted in " + plan.unit.currency->code() +
                                     ", the target in " + unit.currency.code() + ": currencies do not mix"};
    }
    if (!(calendar_of(country, plan) == calendar)) {
        return Diagnostic{.file = "--vs",
                          .message = "'" + plan.title + "' and the target are counted in different years",
                          .hint = "choose a --definition that is counted in the plan's years"};
    }
    const auto named = years_of_plan(plan, base);
    std::vector<std::pair<Year, calc::Yearly<Decimal>>> points;
    for (const Observation* const point : named) {
        points.emplace_back(point->year, calc::Yearly<Decimal>(whole(plan, *point), unit));
    }
    if (points.empty()) {
        return Diagnostic{.file = "--vs",
                          .message = "'" + plan.title + "' names no year after the base year " +
                                     std::to_string(base.number)};
    }
    const Year last = points.back().first;
    std::string words = "the published plan '" + plan.title + "', straight between the years it names";
    if (last < gdp.last()) {
        words += "; after " + label(last, calendar_of(country, plan)) + " its share of GDP held";
    }
    return PlannedSpending{.spending = models::planned_spending(base, base_spending, points, gdp),
                           .words = words,
                           .sources = sources_of(plan),
                           .plan = &plan};
}

}  // namespace burden::inputs
