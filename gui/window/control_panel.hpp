/// The controls of a scenario beside the charts: what is decided, what the world does, what is counted.
#pragma once

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QWidget>
#include <array>
#include <vector>

#include "burden/gui/view/controls.hpp"
#include "burden/gui/window/control_row.hpp"

namespace burden::gui {

/// All controls in their groups, those that are used most standing open; below them what is known of the one
/// under the pointer or with the focus.
class ControlPanel : public QWidget {
    Q_OBJECT

public:
    explicit ControlPanel(brief::Language language, QWidget* parent = nullptr);

    /// Shows controls. Those that were shown before are moved in place.
    void set_controls(const std::vector<Control>& controls);

    /// Says what is wrong with a value that was typed.
    void refuse(const inputs::KeyOfSubject& key, const QString& problem);

    /// The row of a key; null where there is none.
    ControlRow* row(const inputs::KeyOfSubject& key) const;
    const std::vector<ControlRow*>& rows() const { return rows_; }

    /// Opens the rest of every group, or closes it.
    void show_more(bool open);

    QSize sizeHint() const override;

Q_SIGNALS:
    void edited(const burden::inputs::KeyOfSubject& key, const QString& value, bool joined);
    void reset(const burden::inputs::KeyOfSubject& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Group {
        QLabel* heading;
        QVBoxLayout* first;
        QToolButton* more;
        QWidget* rest;
        QVBoxLayout* others;
    };

    void rebuild(const std::vector<Control>& controls);
    void name_more(const Group& group, int count) const;

    brief::Language language_;
    QScrollArea* scroll_;
    QLabel* about_;
    std::array<Group, 3> groups_ = {};
    std::vector<ControlRow*> rows_;
};

}  // namespace burden::gui
