#include "burden/brief/shell_words.hpp"

namespace burden::brief {

std::string shell_word(const std::string& text) {
    // A sign of per cent means something only where a word begins with it.
    if (!text.empty() && text.front() != '%' &&
        text.find_first_of(" \t\n|&;<>()$`\\\"'*?[]#~{}!") == std::string::npos) {
        return text;
    }
    std::string word = "'";
    for (const char c : text) {
        // Nothing is special between single quotes but their end.
        word += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return word + "'";
}

std::string settings_typed(const inputs::Scenario& scenario, const inputs::KeyOfSubject& but) {
    std::string typed;
    for (const inputs::Setting& setting : scenario.settings) {
        if (setting.place.file == "--set" && setting.key != but) {
            typed += " --set " + shell_word(to_text(setting.key) + "=" + setting.text);
        }
    }
    return typed;
}

std::string scenario_typed(const inputs::Scenario& scenario) {
    return shell_word(scenario.name) + settings_typed(scenario);
}

}  // namespace burden::brief
