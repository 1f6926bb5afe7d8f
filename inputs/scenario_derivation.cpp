#include "burden/inputs/scenario_derivation.hpp"

#include <algorithm>
#include <utility>

#include "burden/calc/letter_case.hpp"
#include "burden/inputs/scenario_run.hpp"

namespace burden::inputs {

using calc::DerivationStep;
using calc::Operation;
using models::Metric;

namespace {

std::string unit_of_name(std::string_view name, const ScenarioPlan& plan) {
    const std::string_view whose = name.substr(0, std::min(name.find('.'), name.size()));
    const auto& countries = plan.plan.countries;
    const auto country = std::find_if(countries.begin(), countries.end(),
                                      [&](const auto& one) { return calc::lower_case(one.code) == whose; });
    if (country != countries.end()) {
        return unit_of_result(name, country->unit.currency, plan.plan.shown.currency);
    }
    // What belongs to no country is at most a head-count.
    const std::string unit = unit_of_result(name, calc::Currency("XXX"), std::nullopt);
    return unit == "persons" ? unit : std::string();
}

std::string name_of_cell(const PlacedCell& cell, const ScenarioPlan& plan, bool total) {
    const auto& country = plan.plan.countries[cell.country];
    const std::string first = label(cell.first, country.calendar);
    const std::string years = total      ? "total"
                              : cell.sum ? first + ".." + label(cell.last, country.calendar)
                                         : first;
    return calc::lower_case(country.code) + "." + std::string(name_of(cell.metric).name) + "[" + years + "]";
}

/// Whether a step is made of others that are not listed.
bool is_not_followed(const DerivationStep& step) {
    return step.operands.empty() && step.operation != Operation::constant &&
           step.operation != Operation::input;
}

}  // namespace

std::string name_of_cell(std::string_view country, Metric metric, const std::string& year) {
    return calc::lower_case(std::string(country)) + "." + std::string(name_of(metric).name) + "[" + year +
           "]";
}

std::string name_of_cell(const ScenarioPlan& plan, std::size_t country, Metric metric, calc::Year year) {
    const auto& planned = plan.plan.countries[country];
    return name_of_cell(planned.code, metric, label(year, planned.calendar));
}

Recording scenario_recording(Recorder& recorder, const Scenario& scenario, const ScenarioPlan& plan,
                             const models::MetricSet& metrics) {
    models::ProjectionPlan<calc::Traced> traced_plan;
    const auto add_part = [&](const models::ProjectionPlan<PlanInput>& part, const std::string& whose) {
        InputOwner owner{.whose = whose, .scenario = &scenario};
        return models::mapped<calc::Traced>(
            part, [&](const PlanInput& input) { return recorder.input(input, owner); });
    };
    for (const auto& country : plan.plan.countries) {
        auto part = add_part({.countries = {with_levers(country)}}, calc::lower_case(country.code));
        traced_plan.countries.push_back(std::move(part.countries.front()));
    }
    models::ShownPlan<PlanInput> shown = plan.plan.shown;
    if (shown.currency && shown.rate) {
        add_rate_lever(*shown.rate, *shown.currency);
    }
    traced_plan.shown = add_part({.countries = {}, .shown = std::move(shown)}, "").shown;

    const auto results = models::projections(traced_plan, metrics);
    std::vector<RecordedFigure> figures;
    for (const std::size_t country : plan.shown) {
        for (const Metric metric : models::metrics) {
            if (!metrics.contains(metric)) {
                continue;
            }
            const CellUnit unit = unit_of(metric, country, plan);
            const auto& series = results[country][metric];
            for (calc::Year year = series.first(); year <= series.last(); ++year) {
                if (series[year]) {
                    figures.push_back({.name = name_of_cell(plan, country, metric, year),
                                       .unit = unit.money ? unit.money->currency.code() : unit.text,
                                       .value = *series[year]});
                }
            }
        }
    }
    Recording recording =
        recorder.recording(figures, [&](std::string_view name) { return unit_of_name(name, plan); });
    for (std::size_t at = 0; at < plan.countries.size(); ++at) {
        if (const Country* const country = plan.countries[at].country) {
            recording.owners[calc::lower_case(plan.plan.countries[at].code)] = country->name;
        }
    }
    return recording;
}

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
