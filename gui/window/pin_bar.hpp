/// What is pinned beside the document.
#pragma once

#include <QHBoxLayout>
#include <QLabel>
#include <QWidget>

namespace burden::gui {

/// The names of pinned scenarios in a line, each with a button that takes it out.
class PinBar : public QWidget {
    Q_OBJECT

public:
    explicit PinBar(QWidget* parent = nullptr);

    void set_pins(const QStringList& names);

Q_SIGNALS:
    void unpin(int at);

private:
    QStringList names_;
    QLabel* label_;
    QHBoxLayout* pins_;
};

}  // namespace burden::gui
