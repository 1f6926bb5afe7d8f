/// Scenario files that stand in memory.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "burden/inputs/scenario_composition.hpp"

namespace burden::tests {

using namespace burden::inputs;

/// Files by name.
using Texts = std::map<std::string, std::string>;

/// Files that stand in memory; "./a.toml" is "a.toml".
inline FileOpener opener(const Texts& texts) {
    return [texts](const std::string& name, const std::string& beside) -> Reading<FileText> {
        std::string shown = name.starts_with("./") ? name.substr(2) : name;
        if (const std::size_t slash = beside.rfind('/'); slash != std::string::npos) {
            shown = beside.substr(0, slash + 1) + shown;
        }
        const auto found = texts.find(shown);
        if (found == texts.end()) {
            return Diagnostic{.file = shown, .message = "there is no such file"};
        }
        return FileText{shown, found->second};
    };
}

inline constexpr std::array<ReadyMade, 2> ready_made = {
    {{"baseline", "title = \"Baseline\"\n"},
     {"strong-yen",
      "title = \"Strong yen\"\nextends = \"baseline\"\n[assumptions]\nfx.jpy = \"\u00D70.8\"\n"}}};

inline Reading<Scenario> put_together(const std::string& names, const Texts& texts) {
    return composed(names, opener(texts), ready_made);
}

inline std::string shown(const std::vector<Diagnostic>& diagnostics) {
    std::string result;
    for (const Diagnostic& diagnostic : diagnostics) {
        result += to_text(diagnostic);
    }
    return result;
}

/// What counts: for each key its layers, the lowest first.
inline std::map<std::string, std::vector<std::string>> effect(const Scenario& scenario) {
    std::map<std::string, std::vector<std::string>> layers;
    for (const Setting& setting : scenario.settings) {
        layers[to_text(setting.key)].push_back(setting.place.in_words() + " " + setting.text);
    }
    return layers;
}

}  // namespace burden::tests
