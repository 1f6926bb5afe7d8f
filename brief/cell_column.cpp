#include "burden/brief/cell_column.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "burden/brief/citations.hpp"
#include "burden/brief/figure_text.hpp"
#include "burden/brief/scale.hpp"
#include "burden/inputs/scenario_derivation.hpp"

namespace burden::brief {

using calc::Decimal;
using models::Metric;

namespace {

Decimal size_of(const Decimal& value) { return greatest(value, -value); }

/// Digits after the point of a number, up to `most`.
int places_of(const Decimal& number, int most) {
    const std::string text = rounded(number, most).to_significant(Decimal::digits);
    const std::size_t point = text.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

}  // namespace

Cell ShownIn::cell(const std::optional<Decimal>& value, bool plus) const {
    return value ? Cell(Figure{.value = *value / units, .plus = plus}) : Cell();
}

Cell ShownIn::cell(const std::optional<Decimal>& value, std::vector<FigureTerm> terms) const {
    return value ? Cell(Figure{.value = *value / units, .terms = std::move(terms)}) : Cell();
}

std::string ShownIn::words(const Decimal& value) const {
    return figure_with_unit(Figure{.value = value / units, .places = places},
                            Column{.key = {}, .label = {}, .unit = unit});
}

ShownIn shown_cell(const inputs::PlacedCell& cell, const inputs::ScenarioPlan& plan, const Decimal& largest) {
    const inputs::CellUnit unit = inputs::unit_of(cell.metric, cell.country, plan);
    if (unit.money) {
        const Scale scale = scale_for(largest);
        const auto constant = unit.money->prices.year();
        return {.unit = unit_text(unit.money->currency, scale),
                .units = scale.units,
                .places = size_of(largest) / scale.units < Decimal(100) ? 2 : 1,
                .prices = constant ? "prices of " + label(calc::Year{*constant},
                                                          plan.plan.countries[cell.country].calendar)
                                   : "current prices"};
    }
    switch (cell.metric) {
        case Metric::population:
            return {.unit = "mn persons", .units = Decimal(1'000'000), .places = 2};
        case Metric::rate:
            return {.unit = unit.text, .units = Decimal(1), .places = 2};
        default:
            return {.unit = "%", .units = Decimal("0.01"), .places = 2};
    }
}

std::vector<FigureTerm> terms_of(const inputs::PlacedCell& cell, const inputs::ScenarioPlan& plan,
                                 const ShownIn& shown, std::size_t run) {
    std::vector<FigureTerm> terms;
    for (calc::Year year = cell.first; year <= cell.last; ++year) {
        terms.push_back({.run = run,
                         .cell = inputs::name_of_cell(plan, cell.country, cell.metric, year),
                         .factor = Decimal(1) / shown.units});
    }
    return terms;
}

ShownIn shown_numbers(const inputs::KeyOfSubject& key, const inputs::SettingNumber& like,
                      const std::vector<Decimal>& numbers) {
    constexpr int most_places = 9;
    inputs::SettingNumber largest = like;
    for (const Decimal& number : numbers) {
        largest.value = greatest(size_of(largest.value), size_of(number));
    }
    const inputs::ShownNumber shown = inputs::shown_in(*key.key, largest);
    ShownIn result{.unit = shown.unit, .units = shown.units};
    for (const Decimal& number : numbers) {
        result.places = std::max(result.places, places_of(number / shown.units, most_places));
    }
    return result;
}

std::string caption_of(const ShownIn& shown) {
    return shown.unit + (shown.prices.empty() || shown.unit.empty() ? "" : ", ") + shown.prices;
}

void add_ground(Answer& answer, const inputs::ScenarioPlan& plan,
                const std::vector<inputs::PlacedCell>& cells, const inputs::Facts& facts) {
    std::set<std::size_t> countries;
    for (const inputs::PlacedCell& cell : cells) {
        countries.insert(cell.country);
    }
    std::vector<std::string> keys = plan.sources;
    const auto add = [&](std::string& part, const std::string& whose, const std::string& words) {
        if (!words.empty()) {
            part += (part.empty() ? "" : "; ") + whose + words;
        }
    };
    std::vector<std::string> currencies;
    std::vector<std::string> prices;
    for (const std::size_t country : countries) {
        const inputs::PlannedCountry& planned = plan.countries[country];
        const std::string whose = countries.size() > 1 ? planned.country->name + ": " : "";
        add(answer.basis.definition, whose, planned.spending_words);
        add(answer.basis.gdp, whose, planned.gdp_words);
        keys.insert(keys.end(), planned.sources.begin(), planned.sources.end());
    }
    for (const inputs::PlacedCell& cell : cells) {
        if (const auto money = inputs::unit_of(cell.metric, cell.country, plan).money) {
            const auto constant = money->prices.year();
            const std::string basis = constant ? "constant:" + std::to_string(*constant) : "current";
            if (std::find(currencies.begin(), currencies.end(), money->currency.code()) == currencies.end()) {
                currencies.push_back(money->currency.code());
            }
            if (std::find(prices.begin(), prices.end(), basis) == prices.end()) {
                prices.push_back(basis);
            }
        }
    }
    answer.basis.currency = joined(currencies);
    answer.basis.prices = joined(prices);
    answer.basis.as_of = to_text(facts.as_of);
    answer.sources = citations(facts, std::move(keys));
}

}  // namespace burden::brief
