#include "burden/gui/window/open_window.hpp"

#include <QApplication>
#include <QTimer>

#include "burden/gui/window/language.hpp"
#include "burden/gui/window/main_window.hpp"

namespace burden::gui {

int open_window(const QString& scenario, const QString& language) {
    QCoreApplication::setOrganizationName(QStringLiteral("Burden"));
    const Places places = Places::usual();
    const brief::Language spoken = language.isEmpty()                 ? language_kept(places)
                                   : language == QStringLiteral("ja") ? brief::Language::ja
                                                                      : brief::Language::en;
    speak(spoken);
    MainWindow window(places, spoken);
    window.show();
    // A box with a question stands before the window that it is about.
    QTimer::singleShot(0, &window, [&window, scenario] {
        if (!window.recover() && !scenario.isEmpty()) {
            window.open(scenario);
        }
    });
    return QApplication::exec();
}

}  // namespace burden::gui
