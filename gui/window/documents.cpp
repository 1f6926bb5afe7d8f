#include "burden/gui/window/documents.hpp"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include "burden/gui/view/latest.hpp"
#include "burden/gui/view/recent.hpp"
#include "burden/gui/view/recovery.hpp"
#include "burden/gui/window/text.hpp"

namespace burden::gui {
namespace {

constexpr int soon = 500;  // milliseconds after an edit

const QString recent_key = QStringLiteral("recent");
const QString folder_key = QStringLiteral("folder");

QString in_full(const std::vector<inputs::Diagnostic>& diagnostics) {
    std::string text;
    for (const inputs::Diagnostic& one : diagnostics) {
        text += to_text(one);
    }
    return exact(text).trimmed();
}

bool failed(const std::vector<inputs::Diagnostic>& diagnostics) {
    for (const inputs::Diagnostic& one : diagnostics) {
        if (one.severity == inputs::Severity::error) {
            return true;
        }
    }
    return false;
}

}  // namespace

/// Keeps what was not saved, beside the window.
struct Documents::Keeper {
    std::filesystem::path folder;
    std::shared_ptr<Recovery> recovery;  ///< null where there can be none
    RecentFiles recent;
    Latest work;  ///< last, so that it ends first
};

Documents::Documents(Workbench& bench, QSettings& settings, const std::string& recovery, Dialogs dialogs,
                     QObject* parent)
    : QObject(parent),
      bench_(bench),
      settings_(settings),
      keeper_(std::make_unique<Keeper>()),
      dialogs_(std::move(dialogs)) {
    keeper_->folder = recovery;
    if (!recovery.empty()) {
        if (const auto kept = Recovery::in(recovery)) {
            keeper_->recovery = *kept;
        }
    }
    std::vector<std::string> paths;
    for (const QString& path : settings_.value(recent_key).toStringList()) {
        paths.push_back(typed(path));
    }
    keeper_->recent = RecentFiles(paths);
    soon_.setSingleShot(true);
    soon_.setInterval(soon);
    connect(&soon_, &QTimer::timeout, this, &Documents::keep);
}

Documents::~Documents() = default;

bool Documents::begin_new() {
    if (!may_leave()) {
        return false;
    }
    put(new_document(), {});
    return true;
}

bool Documents::begin_ready_made(const QString& name) {
    if (!may_leave()) {
        return false;
    }
    const auto document = ready_made_document(typed(name));
    if (!document) {
        Q_EMIT refused(in_full(document.diagnostics()));
        return false;
    }
    put(*document, {});
    return true;
}

bool Documents::open(const QString& path) {
    const auto document = Document::opened(typed(path));
    if (!document) {
        Q_EMIT refused(in_full(document.diagnostics()));
        return false;
    }
    // Only what can be opened is worth the question.
    if (!may_leave()) {
        return false;
    }
    put(*document, path);
    return true;
}

bool Documents::open_chosen() {
    const QString path = dialogs_.file_to_open(folder());
    return !path.isEmpty() && open(path);
}

bool Documents::open_named(const QString& name) {
    return QFileInfo(name).isFile() || name.contains(QLatin1Char('.')) || name.contains(QLatin1Char('/'))
               ? open(name)
               : begin_ready_made(name);
}

bool Documents::save() {
    const Document& document = bench_.document();
    if (document.path().empty()) {
        return save_as();
    }
    if (document.differs_on_disk() && !dialogs_.overwrite(shown(document.name()))) {
        return false;
    }
    return save_to({});
}

bool Documents::save_as() {
    const QString name = shown(bench_.document().name());
    const QString proposed = name.endsWith(QStringLiteral(".toml")) ? name : name + QStringLiteral(".toml");
    QString path = dialogs_.file_to_save(tr("Save scenario"), folder() + QLatin1Char('/') + proposed,
                                         tr("Scenarios (*.toml)"));
    if (path.isEmpty()) {
        return false;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QStringLiteral(".toml");
    }
    return save_to(path);
}

bool Documents::save_to(const QString& path) {
    const auto problems = path.isEmpty() ? bench_.document().save() : bench_.document().save_as(typed(path));
    if (failed(problems)) {
        Q_EMIT refused(in_full(problems));
        return false;
    }
    remember(exact(bench_.document().path()));
    keep();
    Q_EMIT saved();
    return true;
}

bool Documents::may_leave() {
    if (!bench_.document().changed()) {
        return true;
    }
    switch (dialogs_.unsaved(shown(bench_.document().name()))) {
        case Unsaved::save:
            return save();
        case Unsaved::discard:
            return true;
        case Unsaved::stay:
            break;
    }
    return false;
}

void Documents::put(Document document, const QString& path) {
    bench_.put(std::move(document));
    if (!path.isEmpty()) {
        remember(QFileInfo(path).absoluteFilePath());
    }
    keep();
    Q_EMIT replaced();
}

QString Documents::folder() const { return settings_.value(folder_key, QDir::homePath()).toString(); }

void Documents::remember(const QString& path) {
    settings_.setValue(folder_key, QFileInfo(path).absolutePath());
    keeper_->recent.add(typed(path));
    keep_recent();
}

void Documents::keep_recent() {
    QStringList paths;
    for (const std::string& path : keeper_->recent.paths()) {
        paths.append(exact(path));
    }
    settings_.setValue(recent_key, paths);
}

std::vector<RecentFile> Documents::recent() const { return keeper_->recent.files(); }

void Documents::forget_recent() {
    keeper_->recent.clear();
    keep_recent();
}

void Documents::edited() {
    // A drag that goes on for long is kept on the way too.
    if (!soon_.isActive()) {
        soon_.start();
    }
}

void Documents::keep() {
    soon_.stop();
    if (keeper_->recovery != nullptr) {
        keeper_->work.ask([recovery = keeper_->recovery, kept = KeptDocument::of(bench_.document())](
                              const std::stop_token&) { recovery->keep(kept); });
    }
}

bool Documents::recover() {
    if (keeper_->folder.empty()) {
        return false;
    }
    for (Recovered& one : left_behind(keeper_->folder)) {
        if (!dialogs_.bring_back(shown(one.kept().name))) {
            one.discard();
            continue;
        }
        const auto document = one.document();
        if (!document) {
            Q_EMIT refused(in_full(document.diagnostics()));
            continue;
        }
        put(*document, {});
        // What is brought back is kept anew before the old is let go; more than one waits for the next
        // window.
        keeper_->work.settle();
        one.discard();
        return true;
    }
    return false;
}

void Documents::close() {
    soon_.stop();
    keeper_->work.settle();
    keeper_->recovery.reset();
}

}  // namespace burden::gui
