/// What tests of the view put their questions to.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "burden/gui/view/view.hpp"
#include "burden/inputs/embedded.hpp"

namespace burden::gui {

/// The facts that are compiled in.
inline const inputs::Facts& facts() {
    static const inputs::Facts all = inputs::embedded_facts();
    return all;
}

/// Opens nothing.
inline inputs::Reading<inputs::FileText> no_files(const std::string& name, const std::string& /*beside*/) {
    return inputs::Diagnostic{.file = name, .message = "is not there"};
}

/// A ready-made scenario as a text.
inline ScenarioText ready_made(std::string_view name) {
    for (const inputs::ReadyMade& one : inputs::ready_made_scenarios()) {
        if (one.name == name) {
            return {.name = std::string(name), .path = {}, .text = std::string(one.text)};
        }
    }
    FAIL("no ready-made scenario " << name);
    return {};
}

}  // namespace burden::gui
