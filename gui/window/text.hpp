/// Texts between the models, which speak UTF-8, and the window.
#pragma once

#include <QString>
#include <string>
#include <string_view>

#include "burden/brief/utf8.hpp"

namespace burden::gui {

/// A text of a model as the window shows it: on one line, without anything that would change its direction.
inline QString shown(std::string_view text) { return QString::fromStdString(brief::harmless(text)); }

/// A text of several lines, or one that goes back into a file: as it is.
inline QString exact(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// What a person typed, for a model.
inline std::string typed(const QString& text) { return text.toStdString(); }

}  // namespace burden::gui
