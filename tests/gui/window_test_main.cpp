// Runs the tests of the window: window_tests [SUITE]. With "--edit-and-die FOLDER" it is the window that a
// test kills.
#include <QApplication>
#include <QTest>
#include <csignal>
#include <cstdio>
#include <memory>

#include "window_suites.hpp"

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 3 && words[1] == QStringLiteral("--edit-and-die")) {
        burden::tests::edit_and_die(words[2]);
    }
    int failed = 0;
    bool any = false;
    for (const auto& suite : burden::tests::suites()) {
        const QString name =
            QString::fromLatin1(suite->metaObject()->className()).section(QLatin1Char(':'), -1);
        if (words.size() == 1 || words[1] == name) {
            any = true;
            failed += QTest::qExec(suite.get(), QStringList{words.front()});
        }
    }
    return any ? failed : 2;
}
