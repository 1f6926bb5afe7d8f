#include "burden/brief/keys_answer.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "burden/calc/letter_case.hpp"
#include "burden/inputs/scenario_keys.hpp"

namespace burden::brief {

using inputs::ScenarioKey;
using inputs::Section;
using inputs::Subject;

namespace {

/// One heading of a scenario file.
struct Heading {
    Section section;
    bool by_country;
    std::string_view title;
};
constexpr std::array<Heading, 5> headings = {{
    {Section::policy, true, "[policy.COUNTRY]: what is decided"},
    {Section::assumptions, true, "[assumptions.COUNTRY]: what the world does"},
    {Section::assumptions, false, "[assumptions]"},
    {Section::basis, true, "[basis.COUNTRY]: what is counted"},
    {Section::basis, false, "[basis]: how it is shown"},
}};

bool stands_under(const ScenarioKey& key, const Heading& heading) {
    return key.section == heading.section && (key.subject == Subject::country) == heading.by_country;
}

std::string searched_text(const ScenarioKey& key) {
    std::string text = inputs::pattern_of(key);
    for (const std::string_view part : {key.unit, key.range, key.meaning, key.otherwise,
                                        inputs::to_text(key.section), inputs::to_text(key.group)}) {
        text += ' ';
        text += part;
    }
    return calc::lower_case(text);
}

bool fits(const ScenarioKey& key, const std::string& word) {
    const auto named = inputs::read_key_name(word);
    return (named && named->key == &key) ||
           searched_text(key).find(calc::lower_case(word)) != std::string::npos;
}

/// "% of GDP, 0 to 100 %; by year; or a change"
std::string values_of(const ScenarioKey& key) {
    std::string text(key.unit);
    text += (text.empty() ? "" : ", ") + std::string(key.range);
    text += key.by_year ? "; by year" : "";
    text += key.changes ? "; or a change" : "";
    return text;
}

/// As it stands below its heading: "target.share", "fx.CURRENCY".
std::string name_below(const ScenarioKey& key) {
    return key.subject == Subject::country ? std::string(key.name) : inputs::pattern_of(key);
}

Table table_below(const Heading& heading, const std::vector<const ScenarioKey*>& keys) {
    Table table{.id = "keys-" + std::string(inputs::to_text(heading.section)) +
                      (heading.by_country ? "-by-country" : ""),
                .title = std::string(heading.title),
                .columns = {{.key = "key", .label = "Key", .words = true},
                            {.key = "meaning", .label = "Meaning, and what holds without it", .words = true},
                            {.key = "range", .label = "Values", .words = true}},
                .rows = {},
                .audience = Audience::people};
    for (const ScenarioKey* const key : keys) {
        if (stands_under(*key, heading)) {
            table.rows.push_back(
                {.cells = {name_below(*key),
                           std::string(key->meaning) + ". Without it: " + std::string(key->otherwise),
                           values_of(*key)}});
        }
    }
    return table;
}

Table table_for_programs(const std::vector<const ScenarioKey*>& keys) {
    Table table{.id = "keys",
                .title = "What a scenario may set",
                .columns = {{.key = "key", .label = "Key", .words = true},
                            {.key = "section", .label = "Section", .words = true},
                            {.key = "group", .label = "Group of changes", .words = true},
                            {.key = "unit", .label = "Unit", .words = true},
                            {.key = "range", .label = "Range", .words = true},
                            {.key = "by_year", .label = "By year", .words = true},
                            {.key = "changes", .label = "Changes", .words = true},
                            {.key = "meaning", .label = "Meaning", .words = true},
                            {.key = "otherwise", .label = "Without it", .words = true}},
                .rows = {},
                .audience = Audience::programs};
    const auto truth = [](bool value) { return std::string(value ? "true" : "false"); };
    for (const ScenarioKey* const key : keys) {
        table.rows.push_back({.cells = {inputs::pattern_of(*key), std::string(inputs::to_text(key->section)),
                                        std::string(inputs::to_text(key->group)), std::string(key->unit),
                                        std::string(key->range), truth(key->by_year), truth(key->changes),
                                        std::string(key->meaning), std::string(key->otherwise)}});
    }
    return table;
}

}  // namespace

Answer keys_answer(const std::vector<std::string>& words) {
    std::vector<const ScenarioKey*> keys;
    for (const ScenarioKey& key : inputs::scenario_keys()) {
        if (std::all_of(words.begin(), words.end(), [&](const auto& word) { return fits(key, word); })) {
            keys.push_back(&key);
        }
    }
    Answer answer{.command = "keys", .tables = {}};
    for (const Heading& heading : headings) {
        Table table = table_below(heading, keys);
        if (!table.rows.empty()) {
            answer.tables.push_back(std::move(table));
        }
    }
    answer.tables.push_back(table_for_programs(keys));
    if (keys.empty()) {
        answer.warnings.emplace_back("No key fits. 'burden keys' alone lists them all.");
        return answer;
    }
    answer.notes = {
        "A country stands by its ISO 3166 code, a currency by its ISO 4217 code. In [why] and after --set "
        "a key is named with it: jpn.target.share, fx.jpy.",
        "A change: \"+0.5 pp\", \"×1.1\", and of numbers \"+500\". By year: { 2027 = \"2%\", 2028 = "
        "\"1.5%\" }, after --set 2027=2%,2028=1.5%."};
    answer.see = {"burden init", "burden show"};
    return answer;
}

}  // namespace burden::brief
