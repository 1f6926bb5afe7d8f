/// What the window asks a person.
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace burden::gui {

/// What is done with changes that were not saved.
enum class Unsaved { save, discard, stay };

/// Questions as functions, so that a test can answer them.
struct Dialogs {
    /// A file to open, or nothing. `folder` is where to begin.
    std::function<QString(const QString& folder)> file_to_open;
    /// Where to save: `title` says what, `proposed` a name, `kinds` the endings as Qt's filters have them.
    std::function<QString(const QString& title, const QString& proposed, const QString& kinds)> file_to_save;
    std::function<Unsaved(const QString& name)> unsaved;
    /// Whether a file is written over that another program has changed since it was opened.
    std::function<bool(const QString& name)> overwrite;
    /// Whether a document of a window that ended without closing is brought back.
    std::function<bool(const QString& name)> bring_back;
    /// Shows a text that is read and closed.
    std::function<void(const QString& title, const QString& text)> tell;
};

/// The real ones, before a window.
Dialogs dialogs_before(QWidget* window);

}  // namespace burden::gui
