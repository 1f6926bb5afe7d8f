/// Scenarios that are held as text, put together with what they extend. Private to the view.
#pragma once

#include "burden/gui/view/view.hpp"

namespace burden::gui {

/// A scenario of its text: its file by its path, and what has none among the ready-made ones, in the place of
/// one with its name. The scenario is called by its name, not by its path.
inputs::Reading<inputs::Scenario> composed(const ScenarioText& scenario, const inputs::FileOpener& open);

}  // namespace burden::gui
