/// Tables of an answer as people look at them in the window.
#pragma once

#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTableView>
#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/brief/write.hpp"
#include "burden/gui/window/table_model.hpp"

namespace burden::gui {

/// One table: figures to the right with their marks and notes beside them, a line above totals, and a heading
/// over columns that belong together. As high as its rows are.
class TableView : public QTableView {
    Q_OBJECT

public:
    explicit TableView(QWidget* parent = nullptr);

    void set_table(const brief::Table& table);
    const brief::Table& table() const { return model_.table(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A cell was double clicked, or Enter was pressed on it.
    void asked(int row, int column);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void fit_columns(bool only_wider);
    int whole_height() const;

    TableModel model_;
};

/// The tables of an answer that people read, one below the other, each with its title, caption and what its
/// marks mean; below them the answer's notes.
class AnswerView : public QScrollArea {
    Q_OBJECT

public:
    explicit AnswerView(QWidget* parent = nullptr);

    /// `empty` is said where there is no table.
    void set_answer(const brief::Answer& answer, const QString& empty);
    const brief::Answer& answer() const { return answer_; }

    /// The answer with the one table that has the focus, or had it last, or stands first; for programs with
    /// the tables of the same name that they read.
    brief::Answer chosen(bool for_programs) const;

    /// Puts that answer on the clipboard: as text, and HTML besides as what word processors take.
    void copy(brief::Format format) const;

Q_SIGNALS:
    /// A figure was asked for: `table` counts the answer's tables, those for programs too.
    void asked(int table, int row, int column);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Part {
        QWidget* whole;
        QLabel* title;
        QLabel* caption;
        TableView* table;
        QLabel* marks;
        int place = 0;  ///< among the answer's tables
    };

    Part& part(std::size_t at);

    brief::Answer answer_;
    QWidget* inside_;
    QLabel* empty_;
    QLabel* notes_;
    std::vector<Part> parts_;
    std::size_t chosen_ = 0;
};

}  // namespace burden::gui
