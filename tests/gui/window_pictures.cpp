// Pictures of the window for the pages: window_pictures FOLDER [NAME…]
#include <QApplication>
#include <QDir>
#include <QHashSeed>
#include <QImage>
#include <QTabWidget>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <vector>

#include "burden/gui/window/difference_view.hpp"
#include "burden/gui/window/language.hpp"
#include "burden/gui/window/main_window.hpp"
#include "burden/gui/window/theme.hpp"

namespace {

using namespace burden;
using namespace burden::gui;

/// A picture with few colours is a small file: those that are there most, and the nearest of them for others.
QImage with_few_colours(const QImage& picture) {
    constexpr std::size_t most = 256;
    std::map<QRgb, int> counted;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            ++counted[picture.pixel(x, y)];
        }
    }
    std::vector<std::pair<int, QRgb>> colours;
    for (const auto& [colour, times] : counted) {
        colours.emplace_back(-times, colour);
    }
    std::sort(colours.begin(), colours.end());
    colours.resize(std::min(colours.size(), most));
    QList<QRgb> table;
    for (const auto& one : colours) {
        table.append(one.second);
    }
    const auto distance = [](QRgb a, QRgb b) {
        const int red = qRed(a) - qRed(b);
        const int green = qGreen(a) - qGreen(b);
        const int blue = qBlue(a) - qBlue(b);
        return red * red + green * green + blue * blue;
    };
    std::map<QRgb, uint> place;
    for (const auto& one : counted) {
        const auto nearest = std::min_element(table.begin(), table.end(), [&](QRgb a, QRgb b) {
            return distance(a, one.first) < distance(b, one.first);
        });
        place[one.first] = static_cast<uint>(nearest - table.begin());
    }
    QImage result(picture.size(), QImage::Format_Indexed8);
    result.setColorTable(table);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            result.setPixel(x, y, place[picture.pixel(x, y)]);
        }
    }
    return result;
}

struct Scene {
    const char* name;
    /// Brings the window there, and gives what is drawn.
    std::function<QWidget*(MainWindow&)> set;
};

/// The window of the difference between the baseline and a scenario with other growth and prices.
DifferenceView& difference_of(MainWindow& window) {
    for (const auto& [name, value] :
         {std::pair("jpn.growth", "+0.5 pp"), std::pair("jpn.inflation", "+0.3 pp")}) {
        window.controls()->row(*inputs::read_key_name(name))->edited(QString::fromLatin1(value), false);
    }
    window.settle();
    window.actions_of().difference->trigger();
    window.settle();
    return *window.difference();
}

const std::vector<Scene>& scenes() {
    static const std::vector<Scene> all = {
        {"start", [](MainWindow& window) -> QWidget* { return &window; }},
        {"comparison",
         [](MainWindow& window) -> QWidget* {
             // As it is, and with the rise coming later and sooner: five with the two beside it.
             const auto key = inputs::read_key_name("jpn.target.path");
             for (const char* path : {"back", "front"}) {
                 window.actions_of().pin->trigger();
                 window.controls()->row(*key)->edited(QString::fromLatin1(path), false);
             }
             window.settle();
             for (int at = 0; at < window.tabs()->count(); ++at) {
                 if (window.tabs()->widget(at) == window.compared_tables()) {
                     window.tabs()->setCurrentIndex(at);
                 }
             }
             return &window;
         }},
        {"difference", [](MainWindow& window) -> QWidget* { return &difference_of(window); }},
        {"reason",
         [](MainWindow& window) -> QWidget* {
             DifferenceView& difference = difference_of(window);
             // A fresh window has not laid out what it never showed.
             difference.resize(1100, 800);
             QCoreApplication::processEvents();
             const brief::Chart& chart = difference.chart()->shown_chart();
             Q_EMIT difference.chart()->asked(QString::fromStdString(chart.id),
                                              QString::fromStdString(chart.series.front().key), 1);
             window.settle();
             return &difference;
         }},
        {"derivation",
         [](MainWindow& window) -> QWidget* {
             const brief::Chart& chart = window.path_chart()->shown_chart();
             const brief::ChartSeries& series = chart.series.front();
             Q_EMIT window.path_chart()->asked(QString::fromStdString(chart.id),
                                               QString::fromStdString(series.key),
                                               static_cast<int>(series.points.back().place));
             window.settle();
             return &window;
         }},
    };
    return all;
}

bool picture(const Scene& scene, brief::Language language, Ground ground, const QString& folder) {
    speak(language);
    const QTemporaryDir kept;
    MainWindow window({.settings = kept.filePath(QStringLiteral("settings.ini"))}, language);
    window.set_ground(ground);
    window.resize(1400, 900);
    window.show();
    window.settle();
    QWidget* drawn = scene.set(window);
    window.settle();
    if (drawn != &window) {
        drawn->resize(1100, 800);
        QCoreApplication::processEvents();
    }
    if (QWidget* focused = QApplication::focusWidget()) {
        focused->clearFocus();  // no blinking
    }
    const QString file =
        QStringLiteral("%1/window-%2-%3-%4.png")
            .arg(folder, QString::fromLatin1(scene.name),
                 ground == Ground::dark ? QStringLiteral("dark") : QStringLiteral("light"),
                 language == brief::Language::ja ? QStringLiteral("ja") : QStringLiteral("en"));
    const QImage image = drawn->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const bool saved = with_few_colours(image).save(file, "PNG", 0);
    std::printf("%s %s\n", saved ? "wrote" : "could not write", qPrintable(file));
    return saved;
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QHashSeed::setDeterministicGlobalSeed();
    const QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words.isEmpty() || !QDir().mkpath(words.front())) {
        std::fputs("usage: window_pictures FOLDER [start|comparison|difference|reason|derivation]…\n",
                   stderr);
        return 2;
    }
    bool good = true;
    for (const Scene& scene : scenes()) {
        if (words.size() > 1 && !words.contains(QString::fromLatin1(scene.name))) {
            continue;
        }
        for (const auto language : {brief::Language::en, brief::Language::ja}) {
            for (const Ground ground : {Ground::light, Ground::dark}) {
                good = picture(scene, language, ground, words.front()) && good;
            }
        }
    }
    return good ? 0 : 1;
}
