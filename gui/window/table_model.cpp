#include "burden/gui/window/table_model.hpp"

#include <QFont>
#include <algorithm>

#include "burden/brief/figure_text.hpp"
#include "burden/brief/shared.hpp"
#include "burden/gui/window/text.hpp"

namespace burden::gui {
namespace {

bool same_columns(const brief::Table& before, const brief::Table& after) {
    return std::equal(before.columns.begin(), before.columns.end(), after.columns.begin(),
                      after.columns.end(), [](const brief::Column& a, const brief::Column& b) {
                          return a.key == b.key && a.label == b.label && a.unit == b.unit &&
                                 a.group == b.group && a.words == b.words;
                      });
}

}  // namespace

bool TableModel::set_table(const brief::Table& table) {
    const bool same = same_columns(table_, table) && table_.rows.size() == table.rows.size();
    if (!same) {
        beginResetModel();
    }
    table_ = table;
    if (!same) {
        endResetModel();
    } else if (!table_.rows.empty() && !table_.columns.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    return same;
}

int TableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.rows.size());
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.columns.size());
}

QString TableModel::figure(const brief::Cell& cell, const brief::Column& column) const {
    if (const auto* figure = std::get_if<brief::Figure>(&cell.content)) {
        return exact(brief::figure_text(*figure, column));
    }
    if (const auto* words = std::get_if<std::string>(&cell.content)) {
        return shown(*words);
    }
    return column.words ? QString() : QStringLiteral("–");
}

QString TableModel::suffix(const brief::Row& row, std::size_t column) const {
    QString text = exact(brief::superscript(row.cells[column].notes));
    if (column == 0 && !row.mark.empty()) {
        text += text.isEmpty() ? shown(row.mark) : QLatin1Char(' ') + shown(row.mark);
    }
    return text;
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const brief::Row& row = table_.rows[static_cast<std::size_t>(index.row())];
    const auto at = static_cast<std::size_t>(index.column());
    if (at >= row.cells.size()) {
        return {};
    }
    const brief::Column& column = table_.columns[at];
    const bool figures = std::holds_alternative<brief::Figure>(row.cells[at].content);
    switch (role) {
        case Qt::DisplayRole: {
            const QString text = figure(row.cells[at], column);
            const QString behind = suffix(row, at);
            const bool mark = at == 0 && !row.mark.empty();
            return behind.isEmpty() ? text : text + (mark ? QStringLiteral(" ") : QString()) + behind;
        }
        case FigureRole:
            return figure(row.cells[at], column);
        case SuffixRole:
            return suffix(row, at);
        case RuleRole:
            return row.rule_above;
        case Qt::TextAlignmentRole:
            return static_cast<int>(Qt::AlignVCenter |
                                    (column.words && !figures ? Qt::AlignLeft : Qt::AlignRight));
        case Qt::AccessibleTextRole: {
            const QString unit = shown(column.unit);
            const QString label =
                headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString();
            return label + QStringLiteral(": ") + figure(row.cells[at], column) +
                   (figures && !unit.isEmpty() ? QLatin1Char(' ') + unit : QString());
        }
        default:
            return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical || section < 0 || section >= columnCount()) {
        return {};
    }
    const brief::Column& column = table_.columns[static_cast<std::size_t>(section)];
    switch (role) {
        case Qt::DisplayRole: {
            // A unit that the caption says for the whole table is not said again.
            const bool said = brief::caption_says(table_.caption, column.unit);
            const QString label = shown(column.label);
            const QString unit = said ? QString() : shown(column.unit);
            return unit.isEmpty() ? label : label.isEmpty() ? unit : label + QLatin1Char('\n') + unit;
        }
        case GroupRole:
            return shown(column.group);
        case Qt::AccessibleTextRole: {
            const QString group = shown(column.group);
            const QString label = shown(column.label);
            return group.isEmpty() || label.isEmpty() ? group + label : group + QStringLiteral(", ") + label;
        }
        case Qt::TextAlignmentRole:
            return static_cast<int>(Qt::AlignBottom | (column.words ? Qt::AlignLeft : Qt::AlignRight));
        default:
            return {};
    }
}

}  // namespace burden::gui
