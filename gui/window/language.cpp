#include "burden/gui/window/language.hpp"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <array>

namespace burden::gui {

void speak(brief::Language language) {
    static std::array<QTranslator, 2> translators;
    for (QTranslator& translator : translators) {
        QCoreApplication::removeTranslator(&translator);
    }
    const bool japanese = language == brief::Language::ja;
    QLocale::setDefault(japanese ? QLocale(QLocale::Japanese) : QLocale(QLocale::English));
    if (!japanese) {
        return;
    }
    QTranslator& of_qt = translators.front();
    QTranslator& own = translators.back();
    if (of_qt.load(QStringLiteral("qtbase_ja"), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&of_qt);
    }
    if (own.load(QStringLiteral(":/i18n/burden_ja.qm"))) {
        QCoreApplication::installTranslator(&own);
    }
}

}  // namespace burden::gui
