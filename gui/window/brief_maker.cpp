#include "burden/gui/window/brief_maker.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProgressDialog>
#include <QStandardPaths>

namespace burden::gui {

QString command_path() {
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/burden");
    return QFileInfo(beside).isExecutable() ? beside
                                            : QStandardPaths::findExecutable(QStringLiteral("burden"));
}

BriefMaker::BriefMaker(QWidget* window) : QObject(window), window_(window) {}

void BriefMaker::make(const QString& command, const QString& scenario, const QString& file,
                      const QString& language) {
    if (busy()) {
        return;
    }
    file_ = file;
    cancelled_ = false;
    process_ = new QProcess(this);
    progress_ = new QProgressDialog(tr("Making the brief…"), tr("Cancel"), 0, 0, window_);
    progress_->setWindowModality(Qt::WindowModal);
    progress_->setMinimumDuration(300);
    connect(progress_, &QProgressDialog::canceled, this, [this] {
        cancelled_ = true;
        if (process_ != nullptr) {
            process_->kill();
        }
    });
    connect(process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            end(tr("The program burden could not be started: %1").arg(process_->errorString()));
        }
    });
    connect(process_, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        const bool well = status == QProcess::NormalExit && code == 0;
        const QString said = QString::fromUtf8(process_->readAllStandardError()).trimmed();
        end(well ? QString() : cancelled_ ? tr("The brief was not made.") : said);
    });
    process_->setProcessChannelMode(QProcess::SeparateChannels);
    process_->start(command, {QStringLiteral("brief"), scenario, QStringLiteral("--lang"), language,
                              QStringLiteral("-o"), file});
}

void BriefMaker::end(const QString& problem) {
    process_->deleteLater();
    process_ = nullptr;
    progress_->deleteLater();
    progress_ = nullptr;
    Q_EMIT done(file_, problem);
}

}  // namespace burden::gui
