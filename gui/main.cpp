#include <QApplication>
#include <cstdio>

#include "burden/gui/window/about.hpp"

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    std::fputs(burden::gui::about_text().toUtf8().constData(), stdout);
    std::fputs("\n", stdout);
    return 0;
}
