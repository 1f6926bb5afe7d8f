/// Full briefs, made by the command.
#pragma once

#include <QObject>
#include <QProcess>
#include <QString>

class QProgressDialog;

namespace burden::gui {

/// Where the command is: beside this program, else in PATH; empty where it is nowhere.
QString command_path();

/// Runs `burden brief` beside the window, with a dialog that shows that it is at work and can break it off.
class BriefMaker : public QObject {
    Q_OBJECT

public:
    explicit BriefMaker(QWidget* window);

    /// Makes the brief on a scenario, by its file or its name, into a file whose ending says its format.
    /// `done` comes in any case.
    void make(const QString& command, const QString& scenario, const QString& file, const QString& language);
    bool busy() const { return process_ != nullptr; }

Q_SIGNALS:
    /// `problem` is empty where it went well.
    void done(const QString& file, const QString& problem);

private:
    void end(const QString& problem);

    QWidget* window_;
    QProcess* process_ = nullptr;
    QProgressDialog* progress_ = nullptr;
    QString file_ = {};
    bool cancelled_ = false;
};

}  // namespace burden::gui
