#include "burden/inputs/plan_builder.hpp"

#include "burden/inputs/chosen.hpp"

namespace burden::inputs {

using calc::Decimal;

namespace {

std::string_view in_words(FactUnit::Kind kind) {
    switch (kind) {
        case FactUnit::Kind::money:
            return "an amount";
        case FactUnit::Kind::percent:
            return "a percentage";
        case FactUnit::Kind::persons:
            return "persons";
        case FactUnit::Kind::exchange_rate:
            return "a rate of exchange";
        default:
            return "a figure of this kind";
    }
}

/// What the numbers of a key are counted in.
std::string unit_of_key(const Setting& setting) {
    const ScenarioKey& key = *setting.key.key;
    const auto* const number = std::get_if<NumberSetting>(&setting.value);
    if (number != nullptr && number->currency) {
        return number->currency->code();
    }
    switch (key.form) {
        case ValueForm::share:
        case ValueForm::rate:
        case ValueForm::base:
        case ValueForm::path:
            return "%";
        case ValueForm::number:
            return key.subject == Subject::currency ? setting.key.subject + " per USD"
                                                    : std::string(key.unit);
        default:
            return {};
    }
}

}  // namespace

void PlanProblems::refuse(const Setting& setting, std::string message, std::vector<std::string> allowed) {
    refuse(diagnostic_at(setting, std::move(message), std::move(allowed)));
}

void PlanProblems::refuse(const Setting* setting, const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& one : diagnostics) {
        if (setting == nullptr) {
            Diagnostic bare = one;
            // What a room calls an option is none of a scenario.
            bare.file.clear();
            refuse(std::move(bare));
            continue;
        }
        Diagnostic placed = diagnostic_at(*setting, one.message, one.allowed);
        placed.nearest = one.nearest;
        refuse(std::move(placed));
    }
}

void PlanProblems::refuse(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }

std::string unit_words(const FactUnit& unit) {
    switch (unit.kind) {
        case FactUnit::Kind::money:
            return unit.currency->code();
        case FactUnit::Kind::percent:
            return "%";
        case FactUnit::Kind::persons:
            return "persons";
        case FactUnit::Kind::days:
            return "days";
        case FactUnit::Kind::exchange_rate:
        case FactUnit::Kind::ppp_rate:
            return unit.text;
        default:
            return {};
    }
}

PlanInput input_of(const Decimal& value, std::string label, std::vector<std::string> sources,
                   std::string unit) {
    PlanInput input;
    input.value = value;
    input.unit = std::move(unit);
    input.other = std::make_shared<const calc::Origin>(
        calc::Origin{.label = std::move(label), .place = {}, .sources = std::move(sources)});
    return input;
}

PlanInput input_of(const Country& country, const FactSeries& series, const Observation& observation) {
    PlanInput input;
    input.value = whole(series, observation);
    input.country = &country;
    input.series = &series;
    input.observation = &observation;
    return input;
}

PlanInput input_of(const Decimal& value, const Setting& setting) {
    return input_of(value, setting, unit_of_key(setting));
}

PlanInput input_of(const Decimal& value, const Setting& setting, std::string unit) {
    PlanInput input;
    input.value = value;
    input.unit = std::move(unit);
    input.setting = &setting;
    return input;
}

models::Published<PlanInput> published(const Country& country, const FactSeries& series) {
    const auto run = latest_run(series);
    models::Published<PlanInput> result{
        calc::Series<PlanInput>(run.empty() ? calc::Year{} : run.front()->year),
        calendar_of(country, series)};
    for (const Observation* const observation : run) {
        result.values.push_back(input_of(country, series, *observation));
    }
    return result;
}

std::optional<models::ChangeLayer<PlanInput>> PlanSettings::layer_of(const Setting& setting,
                                                                     FactUnit::Kind unit) const {
    const auto& number = std::get<NumberSetting>(setting.value);
    models::ChangeLayer<PlanInput> layer;
    if (number.fact) {
        const auto fact = referred(facts_, *number.fact);
        if (!fact) {
            problems_.refuse(
                setting, "the facts have no figure '" + number.fact->text + "'",
                {"a figure that  burden facts  lists, as in  fact JPN host-support-initial FY2025"});
            return std::nullopt;
        }
        if (fact->series->unit.kind != unit) {
            problems_.refuse(setting, "'" + number.fact->text + "' is counted in " + fact->series->unit.text +
                                          ", and " + std::string(in_words(unit)) + " is wanted");
            return std::nullopt;
        }
        PlanInput input = input_of(*fact->country, *fact->series, *fact->observation);
        input.setting = &setting;
        layer.always = models::Change<PlanInput>{.by = std::move(input)};
        return layer;
    }
    const auto of = [&](const models::Change<Decimal>& change) {
        const bool factor = change.kind == models::ChangeKind::multiply;
        return models::Change<PlanInput>{
            change.kind, factor ? input_of(change.by, setting, "") : input_of(change.by, setting)};
    };
    if (number.layer.always) {
        layer.always = of(*number.layer.always);
    }
    for (const auto& [year, change] : number.layer.years) {
        layer.years.emplace_back(year, of(change));
    }
    return layer;
}

PlanLayers PlanSettings::layers(std::string_view key, std::string_view subject, FactUnit::Kind unit) const {
    PlanLayers layers;
    for (const Setting* const setting : scenario_.layers(key, subject)) {
        if (auto layer = layer_of(*setting, unit)) {
            // A figure for every year hides what stands below it.
            if (layer->always && layer->always->kind == models::ChangeKind::set && layer->years.empty()) {
                layers.clear();
            }
            layers.push_back(std::move(*layer));
        }
    }
    return layers;
}

std::pair<std::optional<PlanInput>, PlanLayers> PlanSettings::figure(std::string_view key,
                                                                     std::string_view subject,
                                                                     FactUnit::Kind unit,
                                                                     const std::string& what) const {
    PlanLayers layers = this->layers(key, subject, unit);
    if (layers.empty()) {
        return {};
    }
    const auto& lowest = layers.front();
    if (!lowest.always || lowest.always->kind != models::ChangeKind::set) {
        problems_.refuse(*lowest.always->by.setting, "a change needs a figure to change: " + what);
        return {};
    }
    PlanInput figure = lowest.always->by;
    layers.erase(layers.begin());
    return {std::move(figure), std::move(layers)};
}

}  // namespace burden::inputs
