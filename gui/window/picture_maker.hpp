/// Pictures of charts, painted beside the window.
#pragma once

#include <QEventLoopLocker>
#include <QObject>
#include <QProcess>
#include <QString>
#include <memory>
#include <optional>

#include "burden/gui/view/latest.hpp"
#include "burden/gui/window/export.hpp"

namespace burden::gui {

/// Where the program of the window is: beside this one, else in PATH; empty where it is nowhere.
QString window_program();

/// Paints charts with `burden-gui --export` in a process of its own, and writes the files on a thread: Qt
/// paints charts on the thread of the window alone, which is not to wait for them. One picture at a time.
class PictureMaker : public QObject {
    Q_OBJECT

public:
    enum class End { written, cancelled, failed };
    Q_ENUM(End)

    explicit PictureMaker(QObject* parent = nullptr);
    ~PictureMaker() override;

    /// Begins to write the charts of a sheet into a file, which is there when the picture is whole and not
    /// before. `done` comes in any case; false, and nothing more, where another picture is being written.
    bool make(const QString& program, const brief::ChartSheet& sheet, PictureFormat format,
              const PictureStyle& style, const QString& file);
    bool busy() const { return !file_.isEmpty(); }

    /// Breaks off what is at work. A picture that is painted already is written to its end.
    void cancel();
    /// Waits until nothing is at work, with events handled meanwhile: for tests.
    void settle() const;

Q_SIGNALS:
    /// A picture is being written.
    void begun(const QString& file);
    /// `problem` says why it failed.
    void done(const QString& file, burden::gui::PictureMaker::End end, const QString& problem);

private:
    void painted(int code, QProcess::ExitStatus status);
    void write(const QByteArray& picture);
    void end(End end, const QString& problem);

    std::unique_ptr<QProcess> process_;
    QString file_ = {};
    bool cancelled_ = false;
    std::optional<QEventLoopLocker> stays_;  ///< a window that is closed meanwhile does not end the program
    // Last, so that it ends first.
    Latest writer_;
};

}  // namespace burden::gui
