#include "burden/inputs/scenario_changes.hpp"

#include <algorithm>
#include <set>

namespace burden::inputs {

using calc::Decimal;

namespace {

using Layer = models::ChangeLayer<Decimal>;
using YearChange = std::pair<calc::Year, models::Change<Decimal>>;

bool same(const models::Change<Decimal>& a, const models::Change<Decimal>& b) {
    return a.kind == b.kind && a.by == b.by;
}

std::vector<YearChange> by_year(const Layer& layer) {
    auto years = layer.years;
    std::sort(years.begin(), years.end(),
              [](const YearChange& a, const YearChange& b) { return a.first < b.first; });
    return years;
}

bool same(const Layer& a, const Layer& b) {
    const bool always = a.always && b.always ? same(*a.always, *b.always) : !a.always && !b.always;
    const auto years = by_year(a);
    const auto others = by_year(b);
    return always && std::equal(years.begin(), years.end(), others.begin(), others.end(),
                                [](const YearChange& one, const YearChange& other) {
                                    return one.first == other.first && same(one.second, other.second);
                                });
}

bool same(const NumberSetting& a, const NumberSetting& b) {
    const bool facts = a.fact && b.fact ? a.fact->text == b.fact->text : !a.fact && !b.fact;
    return facts && a.currency == b.currency && same(a.layer, b.layer);
}
bool same(const calc::YearText& a, const calc::YearText& b) { return a.year == b.year; }
bool same(const std::optional<calc::YearText>& a, const std::optional<calc::YearText>& b) {
    return a && b ? same(*a, *b) : !a && !b;
}
bool same(const AskedShape& a, const AskedShape& b) { return a.text == b.text; }
bool same(const AskedAfterRule& a, const AskedAfterRule& b) { return a.text == b.text; }
bool same(const AskedRenewal& a, const AskedRenewal& b) { return a.text == b.text; }
template <std::equality_comparable T>
bool same(const T& a, const T& b) {
    return a == b;
}

bool same_value(const Setting& a, const Setting& b) {
    return a.value.index() == b.value.index() &&
           std::visit(
               [&](const auto& value) {
                   return same(value, std::get<std::decay_t<decltype(value)>>(b.value));
               },
               a.value);
}

bool same_value(const std::vector<const Setting*>& a, const std::vector<const Setting*>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Setting* one, const Setting* other) { return same_value(*one, *other); });
}

/// Whether a setting hides all that is below it.
bool hides(const Setting& setting) {
    const auto* const number = std::get_if<NumberSetting>(&setting.value);
    if (number == nullptr || number->fact) {
        return true;
    }
    const Layer& layer = number->layer;
    return layer.always && layer.always->kind == models::ChangeKind::set && layer.years.empty();
}

/// Whether a setting changes what holds without it, and puts nothing in its place.
bool only_changes(const Setting& setting) {
    const auto* const number = std::get_if<NumberSetting>(&setting.value);
    if (number == nullptr || number->fact) {
        return false;
    }
    const auto changes = [](const models::Change<Decimal>& change) {
        return change.kind != models::ChangeKind::set;
    };
    const Layer& layer = number->layer;
    return (!layer.always || changes(*layer.always)) &&
           std::all_of(layer.years.begin(), layer.years.end(),
                       [&](const YearChange& one) { return changes(one.second); });
}

bool only_change(const std::vector<const Setting*>& settings) {
    return !settings.empty() && std::all_of(settings.begin(), settings.end(),
                                            [](const Setting* setting) { return only_changes(*setting); });
}

}  // namespace

std::string KeyChange::value_words(const std::vector<const Setting*>& settings) {
    std::string words;
    for (const Setting* const setting : settings) {
        words += (words.empty() ? "" : ", then ") + setting->text;
    }
    return words.empty() ? "none" : words;
}

std::string KeyChange::in_words(bool with_subject) const {
    std::string name(key.key->name);
    std::replace_if(name.begin(), name.end(), [](char c) { return c == '.' || c == '_'; }, ' ');
    // A rate of exchange says nothing without its currency.
    const bool subject_stands =
        !key.subject.empty() && (with_subject || key.key->subject == Subject::currency);
    const bool adds = before.empty() && only_change(after);
    const bool takes_away = after.empty() && only_change(before);
    return (subject_stands ? key.subject + " " : "") + name + " " +
           (takes_away ? "without " + value_words(before)
                       : value_words(after) + (adds ? "" : " instead of " + value_words(before))) +
           " (" + stands_at().place.in_words() + ")";
}

std::vector<const Setting*> counting(const Scenario& scenario, const KeyOfSubject& key) {
    std::vector<const Setting*> settings;
    for (const Setting& setting : scenario.settings) {
        if (setting.key == key) {
            if (hides(setting)) {
                settings.clear();
            }
            settings.push_back(&setting);
        }
    }
    return settings;
}

namespace {

/// What a change of a key counts to. What has a meaning only beside a way of financing is part of that
/// decision where one side alone pays for its extra.
ChangeGroup group_of(const KeyOfSubject& key, const Scenario& before, const Scenario& after) {
    const auto pays = [&](const Scenario& scenario) {
        return scenario.last("financing.tax", key.subject) != nullptr ||
               scenario.last("financing.debt", key.subject) != nullptr;
    };
    return key.key->beside_financing && pays(before) != pays(after) ? ChangeGroup::policy : key.key->group;
}

}  // namespace

std::vector<KeyChange> key_changes(const Scenario& before, const Scenario& after) {
    std::set<KeyOfSubject> keys;
    for (const Scenario* const scenario : {&before, &after}) {
        for (const Setting& setting : scenario->settings) {
            keys.insert(setting.key);
        }
    }
    std::vector<KeyChange> changes;
    for (const KeyOfSubject& key : keys) {
        KeyChange change{.key = key,
                         .group = group_of(key, before, after),
                         .before = counting(before, key),
                         .after = counting(after, key)};
        if (!same_value(change.before, change.after)) {
            changes.push_back(std::move(change));
        }
    }
    return changes;
}

std::string name_with_settings(const Scenario& scenario) {
    const bool set = std::any_of(scenario.settings.begin(), scenario.settings.end(),
                                 [](const Setting& setting) { return setting.place.file == "--set"; });
    return scenario.name + (set ? " with --set" : "");
}

}  // namespace burden::inputs
