#include "burden/inputs/scenario_derivation.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "burden/calc/letter_case.hpp"
#include "burden/inputs/scenario_run.hpp"

namespace burden::inputs {

using calc::DerivationStep;
using calc::Operation;
using models::Metric;

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

/// A change of nothing, to be moved: its key as a scenario has it, and what it is.
PlanInput lever(const std::string& key, const char* what, const calc::Decimal& value, std::string unit) {
    PlanInput input;
    input.value = value;
    input.unit = std::move(unit);
    input.other = std::make_shared<const calc::Origin>(calc::Origin{.label = key, .why = what});
    return input;
}

using Layers = models::ChangeLayers<PlanInput>;

void add_lever(Layers& layers, models::ChangeKind kind, PlanInput input) {
    if (layers.empty()) {
        layers.push_back({.always = models::Change<PlanInput>{kind, std::move(input)}});
    }
}

void add_rate_lever(std::optional<models::HeldPlan<PlanInput>>& rate, const calc::Currency& currency) {
    if (rate) {
        add_lever(
            rate->changes, models::ChangeKind::multiply,
            lever("fx." + calc::lower_case(currency.code()), "a factor of the rate in every year", 1, ""));
    }
}

models::CountryPlan<PlanInput> with_levers(models::CountryPlan<PlanInput> plan) {
    const std::string whose = calc::lower_case(plan.code);
    auto& changes = plan.economy.changes;
    add_lever(changes.growth, models::ChangeKind::add,
              lever(whose + ".growth", "added to real growth in every year after the base year", 0, "pp"));
    add_lever(changes.inflation, models::ChangeKind::add,
              lever(whose + ".inflation", "added to inflation in every year after the base year", 0, "pp"));
    add_rate_lever(plan.rate, plan.unit.currency);
    return plan;
}

/// The year that the n-th number of this size has in a setting by year; empty where it has none.
std::string year_of(const Setting& setting, const calc::Decimal& value, int occurrence) {
    const auto* const number = std::get_if<NumberSetting>(&setting.value);
    if (number == nullptr) {
        return {};
    }
    if (number->layer.always && number->layer.always->by == value) {
        --occurrence;
    }
    for (const auto& [year, change] : number->layer.years) {
        if (change.by == value && occurrence-- == 0) {
            return std::to_string(year.number);
        }
    }
    return {};
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

/// A country, or what amounts are shown in. Two numbers of one setting that are alike are told apart by
/// their order in it.
struct ScenarioRecorder::Owner {
    std::string whose;
    std::map<std::string, int> met = {};
};

calc::Traced ScenarioRecorder::traced(const PlanInput& input, const Scenario& scenario, Owner& owner) {
    RecordedInput made{.origin = origin_of(input), .value = input.value, .whose = owner.whose};
    const auto added = [&](auto& known, auto key) {
        const auto found = known.find(key);
        if (found != known.end()) {
            return found->second;
        }
        if (made.origin.why.empty()) {
            made.origin.why = reason_of(made.origin, scenario);
        }
        // The record keeps the number of the input: its words stand here.
        const calc::Traced number(input.value, calc::Origin{.label = std::to_string(inputs_.size())});
        inputs_.push_back(made);
        known.emplace(std::move(key), number);
        return number;
    };
    if (input.observation != nullptr) {
        made.is_fact = true;
        return added(facts_, input.observation);
    }
    made.is_lever = input.other && !input.other->why.empty();
    made.is_fact = !made.origin.sources.empty();
    std::string key = made.origin.label + '\n' + made.origin.place + '\n' +
                      input.value.to_significant(calc::Decimal::digits);
    for (const std::string& source : made.origin.sources) {
        key += '\n' + source;
    }
    const int occurrence = owner.met[key]++;
    key += '\n' + std::to_string(occurrence);
    made.year = input.setting != nullptr ? year_of(*input.setting, input.value, occurrence) : "";
    return added(others_, std::move(key));
}

ScenarioRecording ScenarioRecorder::record(const Scenario& scenario, const ScenarioPlan& plan,
                                           const models::MetricSet& metrics) {
    models::ProjectionPlan<calc::Traced> traced_plan;
    const auto add_part = [&](const models::ProjectionPlan<PlanInput>& part, const std::string& whose) {
        Owner owner{whose};
        return models::mapped<calc::Traced>(
            part, [&](const PlanInput& input) { return traced(input, scenario, owner); });
    };
    for (const auto& country : plan.plan.countries) {
        auto part = add_part({.countries = {with_levers(country)}}, calc::lower_case(country.code));
        traced_plan.countries.push_back(std::move(part.countries.front()));
    }
    models::ShownPlan<PlanInput> shown = plan.plan.shown;
    if (shown.currency) {
        add_rate_lever(shown.rate, *shown.currency);
    }
    traced_plan.shown = add_part({.countries = {}, .shown = std::move(shown)}, "").shown;

    const auto results = models::projections(traced_plan, metrics);
    ScenarioRecording recording;
    std::vector<calc::Traced> values;
    for (const std::size_t country : plan.shown) {
        for (const Metric metric : models::metrics) {
            if (!metrics.contains(metric)) {
                continue;
            }
            const auto& series = results[country][metric];
            for (calc::Year year = series.first(); year <= series.last(); ++year) {
                if (series[year]) {
                    const CellUnit unit = unit_of(metric, country, plan);
                    recording.cells.push_back({.name = name_of_cell(plan, country, metric, year),
                                               .unit = unit.money ? unit.money->currency.code() : unit.text});
                    values.push_back(*series[year]);
                }
            }
        }
    }
    if (values.empty()) {
        return recording;
    }
    // One sum of all cells has all of them in its derivation, each step once; the sum itself is no step of
    // theirs.
    calc::Traced all(calc::Decimal(0));
    for (const calc::Traced& value : values) {
        all = all + value;
    }
    constexpr calc::Extent whole{.depth = 1'000'000, .steps = 10'000'000};
    recording.steps = derivation(all, whole);
    std::size_t sum = 0;
    for (std::size_t at = values.size(); at-- > 0;) {
        recording.cells[at].step = recording.steps[sum].operands[1];
        sum = recording.steps[sum].operands[0];
    }
    for (DerivationStep& step : recording.steps) {
        recording.inputs.emplace_back();
        std::string unit = step.name.empty() ? "" : unit_of_name(step.name, plan);
        if (step.operation == Operation::input) {
            recording.inputs.back() = std::stoul(step.origin.label);
            step.origin = inputs_[*recording.inputs.back()].origin;
            unit = unit.empty() ? step.origin.unit : unit;
        }
        recording.units.push_back(std::move(unit));
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
