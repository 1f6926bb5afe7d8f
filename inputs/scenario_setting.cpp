#include <algorithm>
#include <map>
#include <set>

#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/file_problems.hpp"
#include "burden/inputs/scenario.hpp"
#include "burden/inputs/scenario_value.hpp"

namespace burden::inputs {
namespace {

constexpr std::string_view set_option = "--set";

}  // namespace

std::string SettingPlace::in_words() const { return line == 0 ? file : file + ":" + std::to_string(line); }

Diagnostic diagnostic_at(const Setting& setting, std::string message, std::vector<std::string> allowed) {
    const SettingPlace& place = setting.place;
    return {.file = place.file,
            .line = place.line,
            .column = place.column,
            .length = place.length,
            .message = std::move(message),
            .excerpt = place.excerpt,
            .allowed = std::move(allowed)};
}

Reading<Setting> read_setting(std::string_view text, bool allow_extreme) {
    const auto wrong = [&](const calc::Fault& fault) { return argument_diagnostic(set_option, text, fault); };
    const std::size_t sign = text.find('=');
    if (sign == std::string_view::npos) {
        return wrong({.message = calc::quoted(text) + " sets nothing: it has no '='",
                      .at = 0,
                      .length = std::max<std::size_t>(1, text.size()),
                      .allowed = {"KEY=VALUE, such as jpn.target.share=3.4%"}});
    }
    const auto key = read_key_name(text.substr(0, sign));
    if (!key) {
        Diagnostic diagnostic = wrong(key.fault());
        if (diagnostic.allowed.empty() && diagnostic.nearest.empty()) {
            diagnostic.hint = "burden keys  lists what may be set";
        }
        return diagnostic;
    }
    const std::string_view value_text = calc::trimmed(text.substr(sign + 1));
    const std::size_t at = value_text.empty() ? text.size() : calc::place_of(value_text, text);
    const auto value = read_setting_value(*key->key, value_text, allow_extreme);
    if (!value) {
        Diagnostic diagnostic = wrong(calc::moved(value.fault(), at));
        diagnostic.hint = hint_on_value(*key->key, value_text, allow_extreme);
        if (!diagnostic.hint.empty()) {
            diagnostic.hint += "  in a file of the scenario";
        }
        return diagnostic;
    }
    return Setting{.key = *key,
                   .text = std::string(value_text),
                   .value = *value,
                   .place = {.file = std::string(set_option),
                             .line = 0,
                             .column = character_count(text.substr(0, at)) + 1,
                             .length = std::max<std::size_t>(1, character_count(value_text)),
                             .excerpt = std::string(text)}};
}

std::string Scenario::title() const {
    std::set<std::string> extended;
    for (const ScenarioFile& file : files) {
        extended.insert(file.extends.begin(), file.extends.end());
    }
    std::string titles;
    for (const ScenarioFile& file : files) {
        if (!extended.contains(file.name)) {
            titles += (titles.empty() ? "" : " + ") + file.title;
        }
    }
    return titles;
}

std::vector<const Setting*> Scenario::layers(std::string_view key, std::string_view subject) const {
    std::vector<const Setting*> result;
    for (const Setting& setting : settings) {
        if (setting.key.key->name == key && setting.key.subject == subject) {
            result.push_back(&setting);
        }
    }
    return result;
}

const Setting* Scenario::last(std::string_view key, std::string_view subject) const {
    const auto all = layers(key, subject);
    return all.empty() ? nullptr : all.back();
}

std::string Scenario::reason_for(const Setting& setting) const {
    for (const ScenarioFile& file : files) {
        const auto reason = file.why.find(to_text(setting.key));
        if (file.name == setting.place.file && reason != file.why.end()) {
            return reason->second;
        }
    }
    return {};
}

std::vector<std::string> Scenario::countries() const {
    std::vector<std::string> codes;
    for (const Setting& setting : settings) {
        const bool of_country = setting.key.key->subject == Subject::country;
        if (of_country && std::find(codes.begin(), codes.end(), setting.key.subject) == codes.end()) {
            codes.push_back(setting.key.subject);
        }
    }
    return codes;
}

Reading<Scenario> with_settings(Scenario scenario, const std::vector<std::string>& settings) {
    const bool allow_extreme = std::any_of(scenario.files.begin(), scenario.files.end(),
                                           [](const ScenarioFile& file) { return file.allow_extreme; });
    std::vector<Diagnostic> diagnostics;
    std::map<KeyOfSubject, std::string> before;
    bool failed = false;
    for (const std::string& text : settings) {
        const auto setting = read_setting(text, allow_extreme);
        diagnostics.insert(diagnostics.end(), setting.diagnostics().begin(), setting.diagnostics().end());
        failed = failed || !setting;
        if (!setting) {
            continue;
        }
        const auto [known, is_new] = before.emplace(setting->key, text);
        if (!is_new) {
            diagnostics.push_back(diagnostic_at(*setting, to_text(setting->key) + " is set twice: " +
                                                              calc::quoted(known->second) + " sets it too"));
            failed = true;
        }
        scenario.settings.push_back(*setting);
    }
    if (failed) {
        return diagnostics;
    }
    return {std::move(scenario), std::move(diagnostics)};
}

}  // namespace burden::inputs
