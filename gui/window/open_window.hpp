/// The program as a person starts it: with a window.
#pragma once

#include <QString>
#include <QStringList>

namespace burden::gui {

/// Opens a window and stays until it is closed.
///
/// scenario  a file or the name of a ready-made scenario; empty for the headline
/// language  "en" or "ja"; empty for the one that was chosen before, or the desktop's
/// returns   the program's exit status
int open_window(const QString& scenario, const QString& language);

}  // namespace burden::gui
