/// What the window is made of, and under which licences.
#pragma once

#include <QString>

namespace burden::gui {

/// The text of --about and of the help menu, in plain lines.
QString about_text();

}  // namespace burden::gui
