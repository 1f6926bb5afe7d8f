#include "burden/brief/scenario_amounts.hpp"

#include "burden/inputs/scenario_derivation.hpp"

namespace burden::brief {

using calc::Decimal;
using models::Metric;

namespace {

Decimal size_of(const Decimal& value) { return value < Decimal(0) ? -value : value; }

Decimal largest(const inputs::ScenarioRun& run, std::size_t country, Metric metric) {
    Decimal most = 0;
    for (const auto& value : run.results[country][metric]) {
        most = value ? greatest(most, size_of(*value)) : most;
    }
    return most;
}

}  // namespace

ScenarioAmounts::ScenarioAmounts(const inputs::ScenarioRun& run, std::size_t country)
    : run_(run),
      country_(country),
      rate_unit_(inputs::unit_of(Metric::rate, country, run.plan).text),
      amounts_(scale_for(largest(run, country, Metric::spending))),
      heads_(scale_for(largest(run, country, Metric::per_head))),
      households_(scale_for(largest(run, country, Metric::extra_per_household))) {
    const calc::Unit money = *inputs::unit_of(Metric::spending, country, run.plan).money;
    currency_ = money.currency;
    prices_ = money.prices.year() ? "prices of " + label(calc::Year{*money.prices.year()},
                                                         run.plan.plan.countries[country].calendar)
                                  : "current prices";
    // Support is a fraction of spending: it keeps a digit more where it would vanish.
    amount_places_ = largest(run, country, Metric::spending) / amounts_.units < Decimal(10) ? 2 : 1;
}

const Scale& ScenarioAmounts::scale_of(Metric metric) const {
    switch (metric) {
        case Metric::per_head:
        case Metric::extra_per_head:
            return heads_;
        case Metric::extra_per_household:
            return households_;
        default:
            return amounts_;
    }
}

std::string ScenarioAmounts::unit(Metric metric) const {
    if (models::is_amount(metric)) {
        return unit_text(*currency_, scale_of(metric));
    }
    switch (metric) {
        case Metric::rate:
            return rate_unit_;
        case Metric::population:
            return "mn persons";
        default:
            return std::string(inputs::name_of(metric).unit);
    }
}

int ScenarioAmounts::places(Metric metric) const {
    switch (metric) {
        case Metric::share:
        case Metric::rate:
            return 2;
        case Metric::hosting:
            return amount_places_ + 1;
        case Metric::gdp:
        case Metric::per_head:
        case Metric::of_government:
        case Metric::population:
        case Metric::extra_per_head:
        case Metric::extra_per_household:
        case Metric::debt:
        case Metric::debt_without:
        case Metric::tax_points:
        case Metric::extra_points:
        case Metric::extra_of_account:
        case Metric::extra_of_government:
            return 1;
        case Metric::debt_interest:
        case Metric::debt_growth:
        case Metric::debt_balance:
        case Metric::debt_borrowing:
            return 2;
        default:
            return amount_places_;
    }
}

Decimal ScenarioAmounts::factor(Metric metric) const {
    if (models::is_amount(metric)) {
        return Decimal(1) / scale_of(metric).units;
    }
    switch (metric) {
        case Metric::rate:
            return 1;
        case Metric::population:
            return Decimal("1e-6");
        default:
            return 100;
    }
}

Cell ScenarioAmounts::cell(Metric metric, const std::optional<Decimal>& value, bool plus) const {
    return value ? Figure{.value = *value * factor(metric), .plus = plus} : Cell();
}

FigureTerm ScenarioAmounts::term(Metric metric, calc::Year year) const {
    return {.cell = inputs::name_of_cell(run_.plan, country_, metric, year), .factor = factor(metric)};
}

Cell ScenarioAmounts::of_year(Metric metric, calc::Year year) const {
    Cell made = cell(metric, run_.results[country_][metric][year]);
    if (auto* const figure = std::get_if<Figure>(&made.content)) {
        figure->terms = {term(metric, year)};
    }
    return made;
}

Cell ScenarioAmounts::sum(Metric metric) const {
    const auto& results = run_.results[country_];
    Cell made = cell(metric, results.sum(metric, results.from() + 1, results.to()));
    if (auto* const figure = std::get_if<Figure>(&made.content)) {
        for (calc::Year year = results.from() + 1; year <= results.to(); ++year) {
            figure->terms.push_back(term(metric, year));
        }
    }
    return made;
}

std::string mark_of(const inputs::ScenarioRun& run, std::size_t country, calc::Year year) {
    const inputs::PlannedCountry& planned = run.plan.countries[country];
    const std::string mark = inputs::mark_of(planned.certainty[year]);
    return mark.empty() && year == run.plan.plan.countries[country].from ? planned.base_mark : mark;
}

const std::vector<std::pair<std::string, std::string>>& certainty_marks() {
    static const std::vector<std::pair<std::string, std::string>> meanings = {
        {"e", "estimate"},
        {"g", "as given"},
        {"p", "projection, in part or whole"},
        {"x", "past the last published year"}};
    return meanings;
}

}  // namespace burden::brief
