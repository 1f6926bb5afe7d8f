#include "burden/inputs/recording.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "burden/calc/letter_case.hpp"
#include "burden/inputs/chosen.hpp"

namespace burden::inputs {

using calc::DerivationStep;
using calc::Operation;

namespace {

enum class Counted { home_money, share, persons, home_rate, shown_rate };

/// What named results are counted in; those that do not stand here are bare numbers.
constexpr std::array<std::pair<std::string_view, Counted>, 24> counted = {{
    {"gdp", Counted::home_money},
    {"published gdp", Counted::home_money},
    {"denominator", Counted::home_money},
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
    {"population", Counted::persons},
    {"published population", Counted::persons},
}};

/// "gdp" of "jpn.gdp[FY2030]", the part of several left out: "core share" is a share.
std::string_view what_of(std::string_view name) {
    const std::size_t open = std::min(name.find('['), name.size());
    const std::size_t point = name.substr(0, open).rfind('.');
    std::string_view what = name.substr(0, open);
    what.remove_prefix(point == std::string_view::npos ? 0 : point + 1);
    for (const std::string_view part : {"core ", "related "}) {
        if (what.starts_with(part)) {
            what.remove_prefix(part.size());
        }
    }
    return what;
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

calc::Traced Recorder::input(const PlanInput& input, InputOwner& owner) {
    RecordedInput made{.origin = origin_of(input), .value = input.value, .whose = owner.whose};
    std::string key = input.value.to_significant(calc::Decimal::digits);
    if (input.observation != nullptr) {
        made.is_fact = true;
        key += '\n' + input.country->code + '\n' + input.series->key + '\n' +
               when_of(*input.country, *input.series, *input.observation);
    } else {
        made.is_lever = input.other && !input.other->why.empty();
        made.is_fact = !made.origin.sources.empty();
        key += '\n' + made.origin.label + '\n' + made.origin.place;
        for (const std::string& source : made.origin.sources) {
            key += '\n' + source;
        }
        const int occurrence = owner.met[key]++;
        key += '\n' + std::to_string(occurrence);
        made.year = input.setting != nullptr ? year_of(*input.setting, input.value, occurrence) : "";
    }
    const auto found = known_.find(key);
    if (found != known_.end()) {
        return found->second;
    }
    if (made.origin.why.empty() && owner.scenario != nullptr) {
        made.origin.why = reason_of(made.origin, *owner.scenario);
    }
    // The record keeps the number of the input: its words stand here.
    const calc::Traced number(input.value, calc::Origin{.label = std::to_string(inputs_.size())});
    inputs_.push_back(std::move(made));
    known_.emplace(std::move(key), number);
    return number;
}

Recording Recorder::recording(const std::vector<RecordedFigure>& figures,
                              const std::function<std::string(std::string_view)>& unit_of) const {
    Recording recording;
    if (figures.empty()) {
        return recording;
    }
    // One sum of all figures has all of them in its derivation, each step once; the sum itself is no step of
    // theirs.
    calc::Traced all(calc::Decimal(0));
    for (const RecordedFigure& figure : figures) {
        recording.cells.push_back({.name = figure.name, .unit = figure.unit});
        all = all + figure.value;
    }
    constexpr calc::Extent whole{.depth = 1'000'000, .steps = 10'000'000};
    recording.steps = derivation(all, whole);
    std::size_t sum = 0;
    for (std::size_t at = figures.size(); at-- > 0;) {
        recording.cells[at].step = recording.steps[sum].operands[1];
        sum = recording.steps[sum].operands[0];
    }
    for (DerivationStep& step : recording.steps) {
        recording.inputs.emplace_back();
        std::string unit = step.name.empty() ? "" : unit_of(step.name);
        if (step.operation == Operation::input) {
            recording.inputs.back() = std::stoul(step.origin.label);
            step.origin = inputs_[*recording.inputs.back()].origin;
            unit = unit.empty() ? step.origin.unit : unit;
        }
        recording.units.push_back(std::move(unit));
    }
    return recording;
}

Recording Recorder::recording(const std::vector<RecordedFigure>& figures) const {
    std::map<std::string, std::string, std::less<>> units;
    for (const RecordedFigure& figure : figures) {
        units.emplace(figure.name, figure.unit);
    }
    return recording(figures, [&](std::string_view name) {
        const auto unit = units.find(name);
        return unit == units.end() ? std::string() : unit->second;
    });
}

PlanInput given_input(const calc::Decimal& value, std::string what, std::string place, std::string unit) {
    PlanInput input;
    input.value = value;
    input.unit = std::move(unit);
    input.other = std::make_shared<const calc::Origin>(
        calc::Origin{.label = std::move(what), .place = std::move(place)});
    return input;
}

models::CountryPlan<PlanInput> with_levers(models::CountryPlan<PlanInput> plan) {
    const std::string whose = calc::lower_case(plan.code);
    auto& changes = plan.economy.changes;
    add_lever(changes.growth, models::ChangeKind::add,
              lever(whose + ".growth", "added to real growth in every year after the base year", 0, "pp"));
    add_lever(changes.inflation, models::ChangeKind::add,
              lever(whose + ".inflation", "added to inflation in every year after the base year", 0, "pp"));
    if (plan.rate) {
        add_rate_lever(*plan.rate, plan.unit.currency);
    }
    return plan;
}

void add_rate_lever(models::HeldPlan<PlanInput>& rate, const calc::Currency& currency) {
    add_lever(rate.changes, models::ChangeKind::multiply,
              lever("fx." + calc::lower_case(currency.code()), "a factor of the rate in every year", 1, ""));
}

std::string unit_of_result(std::string_view name, const calc::Currency& home,
                           const std::optional<calc::Currency>& shown) {
    std::string_view what = what_of(name);
    constexpr std::string_view as_shown = " as shown";
    if (what.ends_with(as_shown) && shown) {
        return shown->code();
    }
    if (what.ends_with(as_shown)) {
        what.remove_suffix(as_shown.size());
    }
    const auto* const found =
        std::find_if(counted.begin(), counted.end(), [&](const auto& one) { return one.first == what; });
    if (found == counted.end()) {
        return {};
    }
    switch (found->second) {
        case Counted::home_money:
            return home.code();
        case Counted::share:
            return "%";
        case Counted::persons:
            return "persons";
        case Counted::home_rate:
            return home.code() + " per USD";
        case Counted::shown_rate:
            break;
    }
    return shown ? shown->code() + " per USD" : std::string();
}

std::string reason_of(const calc::Origin& origin, const Scenario& scenario) {
    for (const ScenarioFile& file : scenario.files) {
        const auto why = file.why.find(origin.label);
        if (why != file.why.end() && origin.place.starts_with(file.name + ":")) {
            return why->second;
        }
    }
    return {};
}

}  // namespace burden::inputs
