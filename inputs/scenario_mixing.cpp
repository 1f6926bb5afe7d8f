#include "burden/inputs/scenario_mixing.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "burden/calc/invariant.hpp"
#include "burden/inputs/scenario_run.hpp"

namespace burden::inputs {

using calc::Year;

namespace {

constexpr std::array groups_in_order = {
    ChangeGroup::policy,     ChangeGroup::growth,  ChangeGroup::inflation,  ChangeGroup::exchange_rate,
    ChangeGroup::population, ChangeGroup::finance, ChangeGroup::definition, ChangeGroup::data};

KeyOfSubject run_key(std::string_view name) { return *read_key_name(name); }

Setting of_both(std::string_view name, std::string text, SettingValue value) {
    return {.key = run_key(name),
            .text = std::move(text),
            .value = std::move(value),
            .place = {.file = std::string(name)}};
}

/// Whether a target is due in the last year because nobody says when.
bool is_due_last(const Scenario& scenario) {
    const auto codes = scenario.countries();
    return std::any_of(codes.begin(), codes.end(), [&](const std::string& code) {
        const bool aims =
            scenario.last("target.share", code) != nullptr || scenario.last("target.parity", code) != nullptr;
        return aims && scenario.last("target.by", code) == nullptr;
    });
}

/// Finds out how both sides are shown.
class SidesShown {
public:
    SidesShown(const ScenarioSide& first, const ScenarioSide& second) : first_(first), second_(second) {}

    /// The settings of every mixture; `changes` are the keys of what is shown that differ.
    Reading<std::vector<Setting>> settings(const std::vector<KeyChange>& changes) {
        const auto first = plan_of(*first_.facts, *first_.scenario);
        const auto second = plan_of(*second_.facts, *second_.scenario);
        for (const auto* const plan : {&first, &second}) {
            if (!*plan) {
                add(plan->diagnostics());
            }
        }
        for (const KeyChange& change : changes) {
            if (change.key == run_key("currency") || change.key == run_key("prices")) {
                refuse_unlike(change);
            }
        }
        if (!first || !second) {
            return diagnostics_;
        }
        set_last_year(last_year(*first), last_year(*second));
        set_countries(*first, *second);
        for (const char* const name : {"currency", "prices"}) {
            if (const Setting* const setting = first_.scenario->last(name, "")) {
                settings_.push_back(*setting);
            }
        }
        if (!diagnostics_.empty()) {
            return diagnostics_;
        }
        return settings_;
    }

private:
    void add(const std::vector<Diagnostic>& diagnostics) {
        for (const Diagnostic& one : diagnostics) {
            // Two sides that are wrong alike say so once.
            if (std::find(diagnostics_.begin(), diagnostics_.end(), one) == diagnostics_.end()) {
                diagnostics_.push_back(one);
            }
        }
    }

    static std::string on_side(const std::vector<const Setting*>& settings, const ScenarioSide& side) {
        return settings.empty()
                   ? "not set in " + name_with_settings(*side.scenario)
                   : KeyChange::value_words(settings) + " in " + name_with_settings(*side.scenario) + " (" +
                         settings.back()->place.in_words() + ")";
    }

    void refuse_unlike(const KeyChange& change) {
        Diagnostic unlike = diagnostic_at(change.stands_at(), "'" + to_text(change.key) + "' is " +
                                                                  on_side(change.before, first_) + " and " +
                                                                  on_side(change.after, second_));
        unlike.hint = "both sides are shown alike: set it in both, or in neither";
        diagnostics_.push_back(std::move(unlike));
    }

    static Year last_year(const ScenarioPlan& plan) {
        calc::require(!plan.plan.countries.empty(), "a plan has a country");
        return plan.plan.countries.front().to;
    }

    void set_last_year(Year first, Year second) {
        const ScenarioSide& shorter = first < second ? first_ : second_;
        const Setting* const mine = first_.scenario->last("to", "");
        const Setting* const theirs = second_.scenario->last("to", "");
        const bool stated = mine != nullptr || theirs != nullptr;
        if (first != second && (stated || is_due_last(*shorter.scenario))) {
            const auto words = [](Year year, const Setting* setting, const ScenarioSide& side) {
                return std::to_string(year.number) + " in " + name_with_settings(*side.scenario) + " (" +
                       (setting == nullptr ? "not set" : setting->place.in_words()) + ")";
            };
            const std::string message =
                "'to' is " + words(first, mine, first_) + " and " + words(second, theirs, second_);
            const Setting* const at = theirs != nullptr ? theirs : mine;
            Diagnostic unlike = at == nullptr ? Diagnostic{.file = second_.scenario->name, .message = message}
                                              : diagnostic_at(*at, message);
            unlike.hint = "the same years are compared: set 'to' in both";
            diagnostics_.push_back(std::move(unlike));
            return;
        }
        // Where nobody says how far, the later target leads both.
        const Year last = std::max(first, second);
        settings_.push_back(of_both("to", std::to_string(last.number), calc::YearText{.year = last}));
    }

    void set_countries(const ScenarioPlan& first, const ScenarioPlan& second) {
        std::vector<std::string> codes;
        std::string text;
        for (const ScenarioPlan* const plan : {&first, &second}) {
            for (const std::size_t country : plan->shown) {
                const std::string& code = plan->plan.countries[country].code;
                if (std::find(codes.begin(), codes.end(), code) == codes.end()) {
                    codes.push_back(code);
                    text += (text.empty() ? "" : ", ") + code;
                }
            }
        }
        settings_.push_back(of_both("countries", text, codes));
    }

    ScenarioSide first_;
    ScenarioSide second_;
    std::vector<Setting> settings_;
    std::vector<Diagnostic> diagnostics_;
};

std::size_t place_of(const Mixing& mixing, ChangeGroup group) {
    const auto found = std::find(mixing.groups.begin(), mixing.groups.end(), group);
    return static_cast<std::size_t>(found - mixing.groups.begin());
}

/// Whether a mixture takes a group from the second side. Groups without differences are the first side's.
bool is_second(const Mixing& mixing, std::size_t mixture, ChangeGroup group) {
    const std::size_t place = place_of(mixing, group);
    return place < mixing.groups.size() && is_switched(mixture, place);
}

/// What a key counts to between these sides.
ChangeGroup group_of(const Mixing& mixing, const KeyOfSubject& key) {
    const auto change = std::find_if(mixing.changes.begin(), mixing.changes.end(),
                                     [&](const KeyChange& one) { return one.key == key; });
    return change == mixing.changes.end() ? key.key->group : change->group;
}

std::string groups_words(const std::vector<ChangeGroup>& groups) {
    std::string words;
    for (const ChangeGroup group : groups) {
        words += (words.empty() ? "" : ", ") + std::string(to_text(group));
    }
    return words;
}

/// Finds the countries that a key of its own moves, in fast numbers.
class MovedCountries {
public:
    MovedCountries(const Mixing& mixing, models::Metric metric) : mixing_(mixing), metric_(metric) {}

    /// Their codes, in the order in which they are shown.
    std::vector<std::string> by(const KeyOfSubject& key) {
        std::set<std::string> moved;
        std::vector<std::string> shown;
        bool planned = false;
        for (std::size_t mixture = 0; mixture <= mixing_.all(); ++mixture) {
            const auto& whole = figures_of(mixture);
            shown = codes_of(whole);
            const auto exchanged = figures(mixture, &key);
            // A key that others rest on cannot be exchanged without them.
            if (!exchanged) {
                continue;
            }
            planned = true;
            for (std::size_t country = 0; country < whole.size(); ++country) {
                if ((*exchanged)[country] != whole[country]) {
                    moved.insert(whole[country].first);
                }
            }
            if (moved.size() == whole.size()) {
                break;
            }
        }
        if (!planned) {
            return shown;
        }
        std::erase_if(shown, [&](const std::string& code) { return !moved.contains(code); });
        return shown;
    }

    std::vector<std::string> all() { return codes_of(figures_of(mixing_.none())); }

private:
    /// The metric of every country that is shown, with its code.
    using Figures = std::vector<std::pair<std::string, std::vector<std::optional<double>>>>;

    static std::vector<std::string> codes_of(const Figures& figures) {
        std::vector<std::string> codes;
        for (const auto& [code, values] : figures) {
            codes.push_back(code);
        }
        return codes;
    }

    const Figures& figures_of(std::size_t mixture) {
        auto& known = known_[mixture];
        if (!known) {
            known = figures(mixture, nullptr);
            calc::require(known.has_value(), "a mixture that was run can be planned");
        }
        return *known;
    }

    std::optional<Figures> figures(std::size_t mixture, const KeyOfSubject* exchanged) const {
        const Scenario scenario = mixed(mixing_, mixture, exchanged);
        const auto plan = plan_of(facts_of(mixing_, mixture), scenario);
        if (!plan) {
            return std::nullopt;
        }
        Figures figures;
        const auto results = models::projections(plan_as<double>(*plan));
        for (const std::size_t country : plan->shown) {
            const auto& series = results[country][metric_];
            // The base year itself is no cell.
            figures.emplace_back(plan->plan.countries[country].code,
                                 std::vector(series.begin() + 1, series.end()));
        }
        return figures;
    }

    const Mixing& mixing_;
    models::Metric metric_;
    std::map<std::size_t, std::optional<Figures>> known_;
};

}  // namespace

Reading<Mixing> mixing_of(const ScenarioSide& first, const ScenarioSide& second) {
    Mixing mixing{.first = first,
                  .second = second,
                  .changes = {},
                  .other_facts = first.facts != second.facts,
                  .groups = {},
                  .shown = {}};
    std::vector<KeyChange> unlike;
    for (KeyChange& change : key_changes(*first.scenario, *second.scenario)) {
        const bool is_shown = change.group == ChangeGroup::shown;
        (is_shown ? unlike : mixing.changes).push_back(std::move(change));
    }
    const auto shown = SidesShown(first, second).settings(unlike);
    if (!shown) {
        return shown.diagnostics();
    }
    mixing.shown = *shown;
    for (const ChangeGroup group : groups_in_order) {
        const bool differs = std::any_of(mixing.changes.begin(), mixing.changes.end(),
                                         [&](const KeyChange& change) { return change.group == group; });
        if (differs || (group == ChangeGroup::data && mixing.other_facts)) {
            mixing.groups.push_back(group);
        }
    }
    return mixing;
}

Scenario mixed(const Mixing& mixing, std::size_t mixture, const KeyOfSubject* exchanged) {
    Scenario scenario{
        .name = mixture == mixing.all() ? mixing.second.scenario->name : mixing.first.scenario->name,
        .files = {},
        .settings = {}};
    for (const bool second : {false, true}) {
        for (const Setting& setting : (second ? mixing.second : mixing.first).scenario->settings) {
            const ChangeGroup group = group_of(mixing, setting.key);
            const bool turned = exchanged != nullptr && setting.key == *exchanged;
            if (group != ChangeGroup::shown && (is_second(mixing, mixture, group) != turned) == second) {
                scenario.settings.push_back(setting);
            }
        }
    }
    scenario.settings.insert(scenario.settings.end(), mixing.shown.begin(), mixing.shown.end());
    return scenario;
}

const Facts& facts_of(const Mixing& mixing, std::size_t mixture) {
    return *(is_second(mixing, mixture, ChangeGroup::data) ? mixing.second : mixing.first).facts;
}

std::string words_on(const Mixing& mixing, std::size_t mixture) {
    std::vector<ChangeGroup> kept;
    std::vector<ChangeGroup> switched;
    for (std::size_t group = 0; group < mixing.groups.size(); ++group) {
        (is_switched(mixture, group) ? switched : kept).push_back(mixing.groups[group]);
    }
    return groups_words(switched) + " of " + name_with_settings(*mixing.second.scenario) + " and " +
           groups_words(kept) + " of " + name_with_settings(*mixing.first.scenario);
}

void mark_moved(std::vector<KeyChange>& changes, const std::vector<ChangeGroup>& idle, const Mixing& mixing,
                models::Metric metric) {
    MovedCountries moved(mixing, metric);
    for (const ChangeGroup group : mixing.groups) {
        if (std::find(idle.begin(), idle.end(), group) != idle.end()) {
            continue;
        }
        bool found = group == ChangeGroup::data && mixing.other_facts;
        std::vector<KeyChange*> keys;
        for (KeyChange& change : changes) {
            if (change.group == group) {
                change.moves = moved.by(change.key);
                found = found || !change.moves.empty();
                keys.push_back(&change);
            }
        }
        // Keys that do something only with each other share it.
        for (KeyChange* const change : keys) {
            change->moves = found ? change->moves : moved.all();
        }
    }
}

}  // namespace burden::inputs
