#include "burden/gui/view/workbench.hpp"

#include <algorithm>
#include <utility>

#include "burden/brief/citations.hpp"
#include "burden/brief/shell_words.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/inputs/scenario_composition.hpp"
#include "burden/inputs/scenario_renewals.hpp"

namespace burden::gui {

using inputs::Setting;

namespace {

/// The headline: what is looked at before anything is asked, as `burden` alone answers.
constexpr const char* headline = "jpn-5-by-2035";
constexpr const char* beside_headline[] = {"jpn-2-same-year", "jpn-3-4-constant"};
const std::vector<std::string>& usual_renewals() {
    static const std::vector<std::string> rules = {"flat", "cpi:cap=5%", "step:8.3%", "x4",
                                                   "cost-plus:50%:base=guest"};
    return rules;
}

const inputs::ReadyMade* ready_made(std::string_view name) {
    const auto all = inputs::ready_made_scenarios();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

Document known_ready_made(std::string_view name) {
    auto document = ready_made_document(name);
    calc::require(static_cast<bool>(document), "what the window begins with is compiled in");
    return *document;
}

const Setting* find(const std::vector<Setting>& settings, const inputs::KeyOfSubject& key) {
    const auto found =
        std::find_if(settings.begin(), settings.end(), [&](const Setting& one) { return one.key == key; });
    return found == settings.end() ? nullptr : &*found;
}

/// Whether a setting over another leaves nothing of it: a figure for every year, a rule, a name; not a change
/// upon it, nor figures for some years.
bool hides(const Setting& setting) {
    const auto* const number = std::get_if<inputs::NumberSetting>(&setting.value);
    return number == nullptr || number->fact ||
           (number->layer.always && number->layer.always->kind == models::ChangeKind::set);
}

/// What a command line begins with, and what that sets already.
struct Ground {
    std::string name;
    inputs::ScenarioFile file = {};
};

Ground ground_of(const Document& document) {
    // A file without a point or a slash in its name would be taken for a ready-made scenario.
    const std::string& path = document.path();
    const std::string name = path.empty() ? document.name() : inputs::is_file_name(path) ? path : "./" + path;
    const inputs::ReadyMade* const ready = document.path().empty() ? ready_made(name) : nullptr;
    const std::string text = ready != nullptr ? std::string(ready->text) : document.saved_text();
    if (ready != nullptr || !document.path().empty()) {
        const auto file = inputs::read_scenario_file(text, name);
        if (file) {
            return {name, *file};
        }
    }
    // Never saved, and like none that is known: what it extends, with all that it sets.
    Ground ground{.name = brief::joined(document.file().extends, "+")};
    ground.name = ground.name.empty() ? "baseline" : ground.name;
    ground.file.extends = document.file().extends;
    return ground;
}

std::string with_set(const std::string& command, const TypedScenario& scenario) {
    std::string line = command + " " + brief::shell_word(scenario.name);
    for (const std::string& set : scenario.set) {
        line += " --set " + brief::shell_word(set);
    }
    return line;
}

}  // namespace

TypedScenario typed(const Document& document) {
    const Ground ground = ground_of(document);
    const inputs::ScenarioFile& file = document.file();
    TypedScenario result{.name = ground.name};
    const auto lacks = [&](const std::string& why) {
        if (result.lacking.empty()) {
            result.lacking = why;
        }
    };
    if (file.extends != ground.file.extends) {
        lacks("what " + ground.name + " extends was changed");
    }
    if (file.allow_extreme && !ground.file.allow_extreme) {
        lacks("allow_extreme is set in the file alone");
    }
    for (const Setting& before : ground.file.settings) {
        if (find(file.settings, before.key) == nullptr) {
            lacks(to_text(before.key) + " was taken out of " + ground.name);
        }
    }
    for (const Setting& setting : file.settings) {
        const Setting* const before = find(ground.file.settings, setting.key);
        if (before != nullptr && before->text == setting.text) {
            continue;
        }
        if (before != nullptr && !hides(setting)) {
            lacks(to_text(setting.key) + " changes what " + ground.name + " sets, and would change it twice");
        }
        result.set.push_back(to_text(setting.key) + "=" + setting.text);
    }
    return result;
}

Workbench::Workbench() : document_(known_ready_made(headline)), renewals_(usual_renewals()) {
    for (const char* const name : beside_headline) {
        const Document other = known_ready_made(name);
        pinned_.push_back(
            {.scenario = {.name = name, .path = {}, .text = other.text()}, .typed = typed(other)});
    }
}

void Workbench::put(Document document) {
    document_ = std::move(document);
    country_.clear();
}

bool Workbench::pin() {
    const ScenarioText now = scenario();
    const bool same = std::any_of(pinned_.begin(), pinned_.end(),
                                  [&](const Pin& one) { return one.scenario.text == now.text; });
    if (same || pinned_.size() + 1 >= most_compared) {
        return false;
    }
    Pin pin{.scenario = now, .typed = typed(document_)};
    const auto taken = [&](const std::string& name) {
        return name == document_.name() || std::any_of(pinned_.begin(), pinned_.end(), [&](const Pin& one) {
                   return one.scenario.name == name;
               });
    };
    for (int number = 1; taken(pin.scenario.name); ++number) {
        pin.scenario.name = now.name + " (" + std::to_string(number) + ")";
    }
    pinned_.push_back(std::move(pin));
    return true;
}

void Workbench::unpin(std::size_t at) {
    calc::require(at < pinned_.size(), "what is taken away was pinned");
    pinned_.erase(pinned_.begin() + static_cast<std::ptrdiff_t>(at));
}

std::vector<inputs::Diagnostic> Workbench::look_at(const std::string& country, const View& view) {
    const auto name = std::find_if(view.countries.begin(), view.countries.end(),
                                   [&](const CountryName& one) { return one.code == country; });
    calc::require(name != view.countries.end(), "a country that is looked at is one of the view's");
    if (!name->shown) {
        std::string codes;
        for (const Control& control : view.controls) {
            if (control.key.key->name == "countries") {
                codes = control.value.empty() ? control.standing : control.value;
            }
        }
        const auto key = inputs::read_key_name("countries");
        calc::require(static_cast<bool>(key), "a scenario may say which countries it shows");
        const auto refused = document_.set(*key, codes + (codes.empty() ? "" : ", ") + country);
        if (!refused.empty()) {
            return refused;
        }
    }
    country_ = country;
    return {};
}

std::vector<inputs::Diagnostic> Workbench::set_renewals(std::string_view text) {
    const auto asked = inputs::read_renewals(text);
    if (!asked) {
        return {inputs::argument_diagnostic("renewals", text, asked.fault())};
    }
    renewals_.clear();
    for (const inputs::AskedRenewal& rule : *asked) {
        renewals_.push_back(rule.text);
    }
    return {};
}

ScenarioText Workbench::scenario() const {
    return {.name = document_.name(), .path = document_.path(), .text = document_.text()};
}

ViewQuestion Workbench::question() const {
    ViewQuestion question{
        .document = scenario(), .saved = document_.saved_text(), .country = country_, .renewals = renewals_};
    for (const Pin& pin : pinned_) {
        question.pinned.push_back(pin.scenario);
    }
    return question;
}

CommandLines Workbench::commands(const View& view) const {
    CommandLines commands;
    const TypedScenario own = typed(document_);
    if (!own.lacking.empty()) {
        commands.lacking = own.lacking;
        return commands;
    }
    commands.lines = {with_set("burden run", own)};
    bool plain = own.set.empty();
    for (const Pin& pin : pinned_) {
        plain = plain && pin.typed.set.empty() && pin.typed.lacking.empty();
    }
    if (!pinned_.empty() && plain) {
        std::string line = "burden chart path " + brief::shell_word(own.name);
        for (const Pin& pin : pinned_) {
            line += " " + brief::shell_word(pin.typed.name);
        }
        commands.lines.push_back(std::move(line));
    } else {
        for (const Pin& pin : pinned_) {
            if (pin.typed.lacking.empty()) {
                commands.lines.push_back(with_set("burden run", pin.typed));
            } else {
                commands.lacking = pin.typed.lacking;
            }
        }
    }
    for (const brief::Table& table : view.renewals.tables) {
        if (table.audience != brief::Audience::programs || table.rows.empty()) {
            continue;
        }
        std::string rules;
        std::string last;
        for (const brief::Row& row : table.rows) {
            const auto& rule = std::get<std::string>(row.cells.front().content);
            if (rule != last) {
                rules += (rules.empty() ? "" : "|") + rule;
                last = rule;
            }
        }
        std::string line = with_set("burden sweep", own) + " --grid " +
                           brief::shell_word(inputs::renewal_key(view.country) + "=" + rules) + " --metric";
        const std::string code = calc::lower_case(view.country);
        std::vector<std::string> years;
        for (const brief::Row& row : table.rows) {
            const auto& year = std::get<std::string>(row.cells[1].content);
            if (std::find(years.begin(), years.end(), year) == years.end()) {
                years.push_back(year);
                line += " " + brief::shell_word(code + ".hosting[" + year + "]");
            }
        }
        commands.lines.push_back(std::move(line));
    }
    return commands;
}

Document new_document() {
    return Document::fresh(
        "# A new scenario: burden keys lists what it may set.\ntitle   = \"New scenario\"\nextends = "
        "\"baseline\"\n",
        "untitled");
}

inputs::Reading<Document> ready_made_document(std::string_view name) {
    const inputs::ReadyMade* const ready = ready_made(name);
    if (ready == nullptr) {
        std::vector<std::string> known;
        for (const inputs::ReadyMade& one : inputs::ready_made_scenarios()) {
            known.emplace_back(one.name);
        }
        return inputs::argument_diagnostic(
            "scenario", name, calc::unknown_name("ready-made scenario", std::string(name), std::move(known)));
    }
    return Document::fresh(std::string(ready->text), std::string(name));
}

}  // namespace burden::gui
