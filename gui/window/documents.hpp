/// The document of a window on its way from files and back: open, save, recent files, recovery after a crash.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>
#include <string>
#include <vector>

#include "burden/gui/view/recent.hpp"
#include "burden/gui/view/workbench.hpp"
#include "burden/gui/window/dialogs.hpp"

class QSettings;

namespace burden::gui {

/// Puts documents into a workbench, and keeps what was not saved from being lost.
class Documents : public QObject {
    Q_OBJECT

public:
    /// `recovery` is the folder for what was not saved; empty for none.
    Documents(Workbench& bench, QSettings& settings, const std::string& recovery, Dialogs dialogs,
              QObject* parent = nullptr);
    ~Documents() override;

    void set_dialogs(const Dialogs& dialogs) { dialogs_ = dialogs; }

    bool begin_new();
    bool begin_ready_made(const QString& name);
    bool open(const QString& path);
    bool open_chosen();
    /// A file where there is one of that name, else a ready-made scenario.
    bool open_named(const QString& name);
    bool save();
    bool save_as();
    /// Whether the document may be given up: it is saved, or a person said so.
    bool may_leave();

    std::vector<RecentFile> recent() const;
    void forget_recent();

    /// The document was edited: it is kept for a recovery soon.
    void edited();
    /// Keeps it now.
    void keep();
    /// Brings back what another window left behind, where a person wants it; true where one came back.
    bool recover();
    /// The window closes as it should: nothing is left behind.
    void close();

Q_SIGNALS:
    /// Another document is there.
    void replaced();
    void saved();
    /// Something could not be done; what there was is as before.
    void refused(const QString& what);

private:
    void put(Document document, const QString& path);
    void remember(const QString& path);
    void keep_recent();
    bool save_to(const QString& path);
    QString folder() const;

    struct Keeper;

    Workbench& bench_;
    QSettings& settings_;
    std::unique_ptr<Keeper> keeper_;
    Dialogs dialogs_;
    QTimer soon_;
};

}  // namespace burden::gui
