#include "burden/brief/scenario_amounts.hpp"

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
    : rate_unit_(inputs::unit_of(Metric::rate, country, run.plan).text),
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

Cell ScenarioAmounts::cell(Metric metric, const std::optional<Decimal>& value, bool plus) const {
    if (!value) {
        return {};
    }
    if (models::is_amount(metric)) {
        return Figure{.value = *value / scale_of(metric).units, .plus = plus};
    }
    switch (metric) {
        case Metric::rate:
            return Figure{.value = *value, .plus = plus};
        case Metric::population:
            return Figure{.value = *value / Decimal(1'000'000), .plus = plus};
        default:
            return Figure{.value = *value * Decimal(100), .plus = plus};
    }
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
