/// Where a figure comes from: the text of its derivation.
#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWidget>

namespace burden::gui {

/// A derivation below the charts, in letters of one width, with a field to search it.
class DerivationView : public QWidget {
    Q_OBJECT

public:
    explicit DerivationView(QWidget* parent = nullptr);

    /// Shows none, and says how one is asked for.
    void clear();
    /// Says that a figure's derivation is being made.
    void wait_for(const QString& cell);
    /// Shows a derivation, or why there is none.
    void show_text(const QString& cell, const QString& text);
    QString text() const { return text_->toPlainText(); }
    QString heading() const { return heading_->text(); }

    /// How many letters fit on a line of a view that is so many pixels wide.
    int columns(int width) const;

Q_SIGNALS:
    /// Escape was pressed: what was there before is wanted again.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void find(bool backwards);

    QLabel* heading_;
    QLineEdit* search_;
    QPlainTextEdit* text_;
};

}  // namespace burden::gui
