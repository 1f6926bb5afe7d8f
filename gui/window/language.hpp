/// The language of the window's own texts.
#pragma once

#include "burden/brief/language.hpp"

namespace burden::gui {

/// Puts the texts of the window, and those of Qt's own dialogs where Qt has them, into a language. Widgets
/// that are there already keep theirs.
void speak(brief::Language language);

}  // namespace burden::gui
