/// A window of a test: its settings in a folder of its own, its questions answered by the test.
#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "burden/gui/window/language.hpp"
#include "burden/gui/window/main_window.hpp"
#include "burden/gui/window/text.hpp"

namespace burden::tests {

class Opened {
public:
    explicit Opened(const QString& scenario = {}, brief::Language language = brief::Language::en) {
        gui::speak(language);
        window_ = std::make_unique<gui::MainWindow>(
            gui::Places{.settings = file(QStringLiteral("settings.ini")),
                        .recovery = file(QStringLiteral("recovery")).toStdString()},
            language);
        dialogs_ = {
            .file_to_open = [this](const QString&) { return next_file; },
            .file_to_save = [this](const QString&, const QString&, const QString&) { return next_file; },
            .unsaved =
                [this](const QString&) {
                    ++asked;
                    return unsaved;
                },
            .overwrite = [](const QString&) { return false; },
            .bring_back = [](const QString&) { return true; },
            .tell = [this](const QString&, const QString& text) { told = text; }};
        window_->set_dialogs(dialogs_);
        if (!scenario.isEmpty()) {
            window_->open(scenario);
        }
        window_->resize(1400, 900);
        window_->show();
        window_->settle();
    }
    ~Opened() { gui::speak(brief::Language::en); }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

    gui::MainWindow& window() { return *window_; }
    gui::MainWindow* operator->() { return window_.get(); }

    /// The path of a file in its folder.
    QString file(const QString& name) const { return folder_.filePath(name); }
    /// Puts a file there and names its path.
    QString with_file(const QString& name, const QByteArray& text) const {
        QFile made(file(name));
        if (made.open(QIODevice::WriteOnly)) {
            made.write(text);
        }
        return made.fileName();
    }

    gui::ControlRow* row(const char* key) {
        const auto name = inputs::read_key_name(key);
        return name ? window_->controls()->row(*name) : nullptr;
    }
    /// Sets a key as its control does.
    void set(const char* key, const char* value) {
        Q_EMIT row(key)->edited(QString::fromUtf8(value), false);
        window_->settle();
    }
    const std::string& text() { return window_->bench().document().text(); }

    QString next_file = {};
    gui::Unsaved unsaved = gui::Unsaved::discard;
    int asked = 0;
    QString told = {};

private:
    QTemporaryDir folder_;
    gui::Dialogs dialogs_ = {};
    std::unique_ptr<gui::MainWindow> window_;
};

inline QByteArray bytes_of(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace burden::tests
