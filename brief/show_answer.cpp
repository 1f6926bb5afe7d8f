#include "burden/brief/show_answer.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "burden/brief/citations.hpp"
#include "burden/inputs/setting_words.hpp"

namespace burden::brief {

using inputs::Scenario;
using inputs::ScenarioFile;
using inputs::Section;
using inputs::Setting;

namespace {

constexpr std::array<std::pair<Section, std::string_view>, 3> sections = {
    {{Section::policy, "Policy: what is decided"},
     {Section::assumptions, "Assumptions: what the world does"},
     {Section::basis, "Basis: what is counted, and how it is shown"}}};

Table files_table(const Scenario& scenario) {
    Table table{.id = "show",
                .title = scenario.title(),
                .caption = scenario.name,
                .columns = {{.key = "file", .label = "File", .words = true},
                            {.key = "title", .label = "Title", .words = true},
                            {.key = "author", .label = "Author", .words = true},
                            {.key = "extends", .label = "Extends", .words = true}},
                .rows = {}};
    std::set<std::string> extended;
    for (const ScenarioFile& file : scenario.files) {
        extended.insert(file.extends.begin(), file.extends.end());
    }
    const auto add = [&](const ScenarioFile& file) {
        table.rows.push_back({.cells = {file.name, file.title, file.author, joined(file.extends)}});
    };
    // Those that were named stand first, and what they rest on below them.
    for (const ScenarioFile& file : scenario.files) {
        if (!extended.contains(file.name)) {
            add(file);
        }
    }
    for (std::size_t below = scenario.files.size(); below > 0; --below) {
        const ScenarioFile& file = scenario.files[below - 1];
        if (extended.contains(file.name)) {
            add(file);
        }
    }
    return table;
}

/// The settings that count, in the order of the keys' table; the countries in that of first mention.
std::vector<const Setting*> upper_settings(const Scenario& scenario, Section section) {
    std::vector<std::string> subjects;
    std::vector<const Setting*> result;
    for (const Setting& setting : scenario.settings) {
        const bool counts = scenario.last(setting.key.key->name, setting.key.subject) == &setting;
        if (setting.key.key->section == section && counts) {
            result.push_back(&setting);
        }
    }
    for (const Setting& setting : scenario.settings) {
        subjects.push_back(setting.key.subject);
    }
    const auto rank = [&](const Setting* setting) {
        const auto subject = std::find(subjects.begin(), subjects.end(), setting->key.subject);
        const bool by_country = setting->key.key->subject == inputs::Subject::country;
        return std::tuple(!by_country, by_country ? subject - subjects.begin() : 0, setting->key.key,
                          subject - subjects.begin());
    };
    std::sort(result.begin(), result.end(),
              [&](const Setting* a, const Setting* b) { return rank(a) < rank(b); });
    return result;
}

/// For people reasons are notes; programs have them in a column.
Table section_table(const Scenario& scenario, Section section, std::string_view title, bool for_people,
                    std::vector<std::string>& notes) {
    Table table{.id = "show-" + std::string(inputs::to_text(section)),
                .title = std::string(title),
                .columns = {{.key = "key", .label = "Key", .words = true},
                            {.key = "value", .label = "Value", .words = true},
                            {.key = "otherwise", .label = "Without it", .words = true},
                            {.key = "where", .label = "Where", .words = true}},
                .rows = {},
                .audience = for_people ? Audience::people : Audience::programs};
    if (!for_people) {
        table.columns.push_back({.key = "text", .label = "As written", .words = true});
        table.columns.push_back({.key = "why", .label = "Why", .words = true});
    }
    for (const Setting* const setting : upper_settings(scenario, section)) {
        Row row{.cells = {to_text(setting->key), in_words(*setting, scenario),
                          std::string(setting->key.key->otherwise), setting->place.in_words()}};
        const std::string why = scenario.reason_for(*setting);
        if (!for_people) {
            row.cells.emplace_back(setting->text);
            row.cells.emplace_back(why);
        } else if (!why.empty()) {
            auto note = std::find(notes.begin(), notes.end(), why);
            if (note == notes.end()) {
                note = notes.insert(notes.end(), why);
            }
            row.cells[1].notes = {static_cast<int>(note - notes.begin()) + 1};
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

Answer show_answer(const Scenario& scenario) {
    Answer answer{.command = "show", .tables = {files_table(scenario)}};
    std::vector<std::string> untouched;
    for (const auto& [section, title] : sections) {
        Table people = section_table(scenario, section, title, true, answer.notes);
        if (people.rows.empty()) {
            untouched.emplace_back(inputs::to_text(section));
            continue;
        }
        answer.tables.push_back(std::move(people));
        answer.tables.push_back(section_table(scenario, section, title, false, answer.notes));
    }
    if (!untouched.empty()) {
        answer.basis.words.push_back("Nothing is set under " + listed(untouched) + ": as in the baseline.");
    }
    std::set<std::string> left_out;
    for (const ScenarioFile& file : scenario.files) {
        for (const std::string& sentence : file.leaves_out) {
            if (left_out.insert(sentence).second) {
                answer.notes.push_back("Not included: " + sentence);
            }
        }
    }
    answer.see = {"burden run " + scenario.name, "burden keys"};
    return answer;
}

Answer ready_made_answer() {
    Table table{.id = "scenarios",
                .title = "Ready-made scenarios",
                .columns = {{.key = "name", .label = "Name", .words = true},
                            {.key = "title", .label = "Title", .words = true}},
                .rows = {}};
    for (const inputs::ReadyMade& ready : inputs::ready_made_scenarios()) {
        const auto file = inputs::read_scenario_file(ready.text, ready.name);
        calc::require(static_cast<bool>(file), "a ready-made scenario reads");
        table.rows.push_back({.cells = {std::string(ready.name), file->title}});
    }
    Answer answer{.command = "show", .tables = {std::move(table)}};
    answer.see = {"burden show NAME", "burden run NAME"};
    return answer;
}

}  // namespace burden::brief
