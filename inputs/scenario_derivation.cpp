#include "burden/inputs/scenario_derivation.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "burden/calc/letter_case.hpp"
#include "burden/inputs/scenario_run.hpp"

namespace burden::inputs {

using calc::DerivationStep;
using calc::Operation;

namespace {

enum class Counted { home_money, share, persons, home_rate, shown_rate };

/// What named results are counted in; those that do not stand here are bare numbers.
constexpr std::array<std::pair<std::string_view, Counted>, 21> counted = {{
    {"gdp", Counted::home_money},
    {"published gdp", Counted::home_money},
    {"base spending", Counted::home_money},
    {"spending", Counted::home_money},
    {"baseline", Counted::home_money},
    {"hosting", Counted::home_money},
    {"average of the term", Counted::home_money},
    {"extra", Counted::home_money},
    {"contribution", Counted::home_money},
    {"per head", Counted::home_money},
    {"share", Counted::share},
    {"share without limit", Counted::share},
    {"growth", Counted::share},
    {"inflation", Counted::share},
    {"growth of the population", Counted::share},
    {"growth of spending", Counted::share},
    {"rise of consumer prices", Counted::share},
    {"government expenditure", Counted::share},
    {"rate", Counted::home_rate},
    {"rate of the currency shown", Counted::shown_rate},
    {"members", Counted::persons},
}};

/// "jpn" and "gdp" of "jpn.gdp[FY2030]", the part of several left out: "core share" is a share.
struct NameParts {
    std::string_view whose;
    std::string_view what;
};

NameParts parts_of(std::string_view name) {
    const std::size_t point = std::min(name.find('.'), name.size());
    const std::size_t open = std::min(name.find('['), name.size());
    if (open <= point) {
        return {{}, name.substr(0, open)};
    }
    NameParts parts{name.substr(0, point), name.substr(point + 1, open - point - 1)};
    for (const std::string_view part : {"core ", "related "}) {
        if (parts.what.starts_with(part)) {
            parts.what.remove_prefix(part.size());
        }
    }
    return parts;
}

std::string unit_of_name(std::string_view name, const ScenarioPlan& plan) {
    NameParts parts = parts_of(name);
    if (parts.what == "population" || parts.what == "published population") {
        return "persons";
    }
    constexpr std::string_view as_shown = " as shown";
    if (parts.what.ends_with(as_shown) && plan.plan.shown.currency) {
        return plan.plan.shown.currency->code();
    }
    if (parts.what.ends_with(as_shown)) {
        parts.what.remove_suffix(as_shown.size());
    }
    const auto* const found = std::find_if(counted.begin(), counted.end(),
                                           [&](const auto& one) { return one.first == parts.what; });
    const auto& countries = plan.plan.countries;
    const auto country = std::find_if(countries.begin(), countries.end(), [&](const auto& one) {
        return calc::lower_case(one.code) == parts.whose;
    });
    if (found == counted.end() || country == countries.end()) {
        return {};
    }
    const std::string home = country->unit.currency.code();
    switch (found->second) {
        case Counted::home_money:
            return home;
        case Counted::share:
            return "%";
        case Counted::persons:
            return "persons";
        case Counted::home_rate:
            return home + " per USD";
        case Counted::shown_rate:
            break;
    }
    return plan.plan.shown.currency ? plan.plan.shown.currency->code() + " per USD" : std::string();
}

std::string name_of_cell(const PlacedCell& cell, const ScenarioPlan& plan, bool total) {
    const auto& country = plan.plan.countries[cell.country];
    const std::string first = label(cell.first, country.calendar);
    const std::string years = total      ? "total"
                              : cell.sum ? first + ".." + label(cell.last, country.calendar)
                                         : first;
    return calc::lower_case(country.code) + "." + std::string(name_of(cell.metric).name) + "[" + years + "]";
}

/// The reason that the file of a setting gives for it; empty without one.
std::string reason_of(const calc::Origin& origin, const Scenario& scenario) {
    for (const ScenarioFile& file : scenario.files) {
        const auto why = file.why.find(origin.label);
        if (why != file.why.end() && origin.place.starts_with(file.name + ":")) {
            return why->second;
        }
    }
    return {};
}

/// Whether a step is made of others that are not listed.
bool is_not_followed(const DerivationStep& step) {
    return step.operands.empty() && step.operation != Operation::constant &&
           step.operation != Operation::input;
}

}  // namespace

Reading<CellDerivation> cell_derivation(const Scenario& scenario, const ScenarioPlan& plan,
                                        const ScenarioCell& cell, const calc::Extent& extent) {
    const auto place = placed(cell, plan, "cell");
    if (!place) {
        return place.diagnostics();
    }
    const auto value = value_of(*place, models::projections(traced_plan(plan)));
    if (!value) {
        return Diagnostic{
            .file = "cell",
            .message = "'" + cell.text + "' is not known: what it is made of is not in the facts"};
    }
    CellDerivation result{.cell = name_of_cell(*place, plan, !cell.first),
                          .whose = calc::lower_case(plan.plan.countries[place->country].code),
                          .unit = unit_of(place->metric, place->country, plan),
                          .value = value->value(),
                          .steps = derivation(*value, extent),
                          .units = {},
                          .depth = extent.depth};
    for (DerivationStep& step : result.steps) {
        if (step.operation == Operation::input && step.origin.why.empty()) {
            step.origin.why = reason_of(step.origin, scenario);
        }
        std::string unit = step.name.empty() ? step.origin.unit : unit_of_name(step.name, plan);
        result.units.push_back(unit.empty() ? step.origin.unit : std::move(unit));
        // What has no name belongs to a formula, and is left out only where there are too many.
        result.cut = result.cut || (step.name.empty() && is_not_followed(step));
    }
    result.units.front() = result.unit.money ? result.unit.money->currency.code() : result.unit.text;
    return result;
}

}  // namespace burden::inputs
