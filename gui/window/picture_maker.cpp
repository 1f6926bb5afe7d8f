#include "burden/gui/window/picture_maker.hpp"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QMetaObject>
#include <QStandardPaths>
#include <algorithm>

#include "burden/brief/files.hpp"
#include "burden/gui/window/text.hpp"

namespace burden::gui {
namespace {

/// What the program is told of a picture, but for the charts themselves.
QStringList words_for(const brief::ChartSheet& sheet, PictureFormat format, const PictureStyle& style) {
    QStringList words = {
        QStringLiteral("--export"), QStringLiteral("-"),
        QStringLiteral("--format"), exact(name_of(format)),
        QStringLiteral("--chart"),  QStringLiteral("-"),
        QStringLiteral("--size"),   QStringLiteral("%1x%2").arg(style.size.width()).arg(style.size.height())};
    if (style.dark) {
        words.append(QStringLiteral("--dark"));
    }
    if (style.sight.log) {
        words.append(QStringLiteral("--log"));
    }
    // A series that was hidden in an earlier chart need not be in this one.
    for (const brief::ChartSeries& series : sheet.answer.charts.front().series) {
        const auto& hidden = style.sight.hidden;
        if (std::find(hidden.begin(), hidden.end(), series.key) != hidden.end()) {
            words.append(QStringLiteral("--hide=") + exact(series.key));
        }
    }
    return words;
}

}  // namespace

QString window_program() {
    const QString name = QStringLiteral("burden-gui");
    const QString beside = QCoreApplication::applicationDirPath() + QLatin1Char('/') + name;
    return QFileInfo(beside).isExecutable() ? beside : QStandardPaths::findExecutable(name);
}

PictureMaker::PictureMaker(QObject* parent) : QObject(parent) {}

PictureMaker::~PictureMaker() {
    if (process_ != nullptr) {
        process_->disconnect(this);
        process_->kill();
        process_->waitForFinished();
    }
}

bool PictureMaker::make(const QString& program, const brief::ChartSheet& sheet, PictureFormat format,
                        const PictureStyle& style, const QString& file) {
    if (busy()) {
        return false;
    }
    file_ = file;
    cancelled_ = false;
    stays_.emplace();
    process_ = std::make_unique<QProcess>();
    QProcess* const process = process_.get();  // where it cannot be started, it is given up at once
    connect(process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            end(End::failed,
                tr("The program burden-gui could not be started: %1").arg(process_->errorString()));
        }
    });
    connect(process, &QProcess::finished, this, &PictureMaker::painted);
    process->setProcessChannelMode(QProcess::SeparateChannels);
    Q_EMIT begun(file_);
    process->start(program, words_for(sheet, format, style));
    process->write(QByteArray::fromStdString(brief::chart_json(sheet)));
    process->closeWriteChannel();
    return true;
}

void PictureMaker::cancel() {
    if (process_ != nullptr) {
        cancelled_ = true;
        process_->kill();
    }
}

void PictureMaker::settle() const {
    if (busy()) {
        QEventLoop loop;
        connect(this, &PictureMaker::done, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

void PictureMaker::painted(int code, QProcess::ExitStatus status) {
    if (cancelled_) {
        end(End::cancelled, {});
    } else if (status != QProcess::NormalExit || code != 0) {
        const QString said = QString::fromUtf8(process_->readAllStandardError()).trimmed();
        end(End::failed, said.isEmpty() ? tr("The picture could not be painted.") : said);
    } else {
        write(process_->readAllStandardOutput());
    }
}

void PictureMaker::write(const QByteArray& picture) {
    process_.release()->deleteLater();  // it is what called
    writer_.ask([this, picture, file = typed(file_)](const std::stop_token&) {
        const auto problems =
            brief::write_whole(file, {picture.data(), static_cast<std::size_t>(picture.size())});
        std::string told;
        for (const inputs::Diagnostic& one : problems) {
            told += to_text(one);
        }
        QMetaObject::invokeMethod(
            this,
            [this, said = exact(told).trimmed()] { end(said.isEmpty() ? End::written : End::failed, said); },
            Qt::QueuedConnection);
    });
}

void PictureMaker::end(End end, const QString& problem) {
    if (process_ != nullptr) {
        process_.release()->deleteLater();  // it is what called
    }
    const QString file = std::exchange(file_, QString());
    Q_EMIT done(file, end, problem);
    stays_.reset();
}

}  // namespace burden::gui
