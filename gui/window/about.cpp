#include "burden/gui/window/about.hpp"

#include <QCoreApplication>

namespace burden::gui {

QString about_text() {
    return QCoreApplication::translate("About",
                                       "burden-gui %1, a window over the models of Burden.\n"
                                       "Built with Qt %2. Qt Charts comes under the GNU General Public "
                                       "License 3.0, so that this program, "
                                       "which is linked with it, may be passed on under the GPL 3.0 only.\n"
                                       "The library and the command burden are under the Apache License 2.0, "
                                       "and contain nothing of Qt.")
        .arg(QStringLiteral(BURDEN_VERSION), QString::fromLatin1(qVersion()));
}

}  // namespace burden::gui
