/// What can be done in the window, each thing once: in menus, on keys and buttons.
#pragma once

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

class QWidget;

namespace burden::gui {

/// The actions of a window; they belong to it.
struct Actions {
    explicit Actions(QWidget* window);

    /// Puts them into menus.
    void add_to(QMenuBar* bar) const;

    QAction* fresh;
    QMenu* ready_made;
    QAction* open;
    QMenu* recent;
    QAction* save;
    QAction* save_as;
    QAction* export_path;
    QAction* export_renewals;
    QAction* export_table;
    QAction* export_brief;
    QAction* quit;

    QAction* undo;
    QAction* redo;
    QAction* copy_command;
    QAction* copy_html;
    QAction* copy_csv;
    QAction* copy_markdown;

    QAction* logarithmic;
    QAction* constant_prices;
    QAction* reset_zoom;
    QAction* controls;
    QAction* derivation;
    QAction* to_controls;
    QAction* to_path;
    QAction* to_renewals;
    QAction* to_tables;
    QActionGroup* grounds;
    QActionGroup* languages;

    QAction* pin;
    QAction* unpin_all;
    QAction* difference;

    QAction* keys;
    QAction* about;
};

}  // namespace burden::gui
