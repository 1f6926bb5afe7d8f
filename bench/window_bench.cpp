// How long the window takes, drawn by software: window_bench [MOVES] [en|ja]
#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSlider>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "burden/gui/window/main_window.hpp"

namespace {

using namespace burden;
using namespace burden::gui;

constexpr int warm_up = 50;
constexpr int starts = 7;

double milliseconds(const QElapsedTimer& clock) { return static_cast<double>(clock.nsecsElapsed()) / 1e6; }

double quantile(std::vector<double> values, double part) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

/// Kilobytes that the process holds in memory.
long resident() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) {
            return std::stol(line.substr(6));
        }
    }
    return 0;
}

/// A window with a slider on the target's share, which is dragged from end to end and back.
class Drag {
public:
    explicit Drag(brief::Language language)
        : window_({.settings = folder_.filePath(QStringLiteral("settings.ini"))}, language) {
        window_.resize(1400, 900);
        window_.show();
        window_.settle();
        const auto key = inputs::read_key_name("jpn.target.share");
        slider_ = window_.controls()->row(*key)->findChild<QSlider*>();
        QObject::connect(&window_, &MainWindow::updated, &window_, [this] { updated_ = true; });
        slider_->setSliderDown(true);
    }

    /// Milliseconds from a move of the slider to the end of the repaint that shows it.
    double move() {
        const int last = slider_->maximum();
        direction_ = slider_->value() >= last ? -1 : slider_->value() <= 1 ? 1 : direction_;
        updated_ = false;
        QElapsedTimer clock;
        clock.start();
        slider_->setValue(slider_->value() + direction_);
        while (!updated_) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        // What the answer has changed is drawn when the events that are waiting are done.
        QCoreApplication::processEvents();
        return milliseconds(clock);
    }

private:
    QTemporaryDir folder_;
    MainWindow window_;
    QSlider* slider_ = nullptr;
    bool updated_ = false;
    int direction_ = 1;
};

/// Says when the window was painted first, and when its charts were, and ends.
int painted() {
    const QTemporaryDir folder;
    MainWindow window({.settings = folder.filePath(QStringLiteral("settings.ini"))}, brief::Language::en);
    window.resize(1400, 900);
    window.show();
    QCoreApplication::processEvents();
    std::puts("window");
    std::fflush(stdout);
    window.settle();
    QCoreApplication::processEvents();
    std::puts("charts");
    std::fflush(stdout);
    return 0;
}

void time_starts() {
    std::vector<double> windows;
    std::vector<double> charts;
    for (int times = 0; times < starts; ++times) {
        QProcess other;
        QElapsedTimer clock;
        clock.start();
        other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--paint")});
        while (other.waitForReadyRead()) {
            while (other.canReadLine()) {
                (other.readLine().startsWith("window") ? windows : charts).push_back(milliseconds(clock));
            }
        }
        other.waitForFinished();
    }
    if (windows.empty() || charts.empty()) {
        std::puts("start                 the window could not be opened");
        return;
    }
    std::printf("start to first paint  %7.1f ms, with charts %.1f ms (medians of %d)\n",
                quantile(windows, 0.5), quantile(charts, 0.5), starts);
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QString word = QCoreApplication::arguments().value(1);
    if (word == QStringLiteral("--paint")) {
        return painted();
    }
    const int moves = word.isEmpty() ? 10000 : std::max(1000, word.toInt());
    time_starts();
    Drag drag(QCoreApplication::arguments().value(2) == QStringLiteral("ja") ? brief::Language::ja
                                                                             : brief::Language::en);
    for (int times = 0; times < warm_up; ++times) {
        drag.move();
    }
    std::vector<double> frames;
    std::vector<long> held;
    for (int times = 0; times < moves; ++times) {
        frames.push_back(drag.move());
        if (times + 1 == 1000 || times + 1 == moves) {
            held.push_back(resident());
        }
    }
    std::printf("a move of a slider    %7.2f ms p50, %.2f ms p95, %.2f ms worst (%d moves)\n",
                quantile(frames, 0.5), quantile(frames, 0.95), quantile(frames, 1), moves);
    std::printf("memory                %7.1f MB after 1000 moves, %.1f MB after %d\n",
                static_cast<double>(held.front()) / 1024, static_cast<double>(held.back()) / 1024, moves);
    return 0;
}
