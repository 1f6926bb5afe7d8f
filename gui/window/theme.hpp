/// How the window looks: light and dark, and what has the focus.
#pragma once

#include <QColor>
#include <QPalette>

namespace burden::gui {

/// As the desktop has it, or one of the two whatever it has.
enum class Ground { desktop, light, dark };

/// Puts the style and the palette of a ground on the program. With `desktop` it is called again when the
/// desktop changes.
void apply_ground(Ground ground);

/// Whether a palette is of a dark ground.
bool is_dark(const QPalette& palette);

/// The colour of what is wrong, read with ease on the palette's ground.
QColor alarm_colour(const QPalette& palette);

/// The ground behind a message on what is wrong.
QColor alarm_ground(const QPalette& palette);

}  // namespace burden::gui
