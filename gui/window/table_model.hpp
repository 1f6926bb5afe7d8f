/// A table of an answer for Qt's views.
#pragma once

#include <QAbstractTableModel>
#include <QString>

#include "burden/brief/table.hpp"

namespace burden::gui {

/// A table of an answer, read only. Its texts are those of every writer for people.
class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// What a delegate asks for beside Qt's own roles.
    enum Role {
        FigureRole = Qt::UserRole,  ///< the text without marks and notes
        SuffixRole,                 ///< the row's mark, and the numbers of notes: "p", "¹"
        RuleRole,                   ///< whether a line stands above the row
        GroupRole                   ///< of a column: its heading over neighbouring ones
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Puts another table in the place of the one shown. One with the same columns and as many rows keeps
    /// what is selected; true where that was so.
    bool set_table(const brief::Table& table);
    const brief::Table& table() const { return table_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString figure(const brief::Cell& cell, const brief::Column& column) const;
    QString suffix(const brief::Row& row, std::size_t column) const;

    brief::Table table_ = {};
};

}  // namespace burden::gui
