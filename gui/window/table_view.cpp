#include "burden/gui/window/table_view.hpp"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>

#include "burden/brief/shared.hpp"
#include "burden/brief/write_html.hpp"
#include "burden/gui/window/text.hpp"

namespace burden::gui {
namespace {

constexpr int margin = 8;  // left and right of a text, at 100 %

int suffix_width(const QAbstractItemModel& model, int column, const QFontMetrics& metrics) {
    int width = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString text = model.index(row, column).data(TableModel::SuffixRole).toString();
        width = text.isEmpty() ? width : std::max(width, metrics.horizontalAdvance(text) + 3);
    }
    return width;
}

/// Draws marks and notes in a strip of their own, so that the figures before them stand in line.
class FigureDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void set_suffix_widths(std::vector<int> widths) { widths_ = std::move(widths); }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        ground.text.clear();
        const QStyle* style = option.widget == nullptr ? QApplication::style() : option.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

        painter->save();
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        if (index.data(TableModel::RuleRole).toBool()) {
            painter->drawLine(option.rect.topLeft(), option.rect.topRight());
        }
        painter->setFont(option.font);
        const auto column = static_cast<std::size_t>(index.column());
        const int behind = column < widths_.size() ? widths_[column] : 0;
        const QRect inner = option.rect.adjusted(margin, 0, -margin, 0);
        const int alignment = index.data(Qt::TextAlignmentRole).toInt();
        const QString figure = index.data(TableModel::FigureRole).toString();
        const QString suffix = index.data(TableModel::SuffixRole).toString();
        painter->drawText(inner.adjusted(0, 0, -behind, 0), alignment, figure);
        if (!suffix.isEmpty()) {
            QRect place = inner;
            place.setLeft((alignment & Qt::AlignRight) != 0
                              ? inner.right() - behind + 4
                              : inner.left() + option.fontMetrics.horizontalAdvance(figure) + 3);
            painter->drawText(place, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), suffix);
        }
        painter->restore();
    }

private:
    std::vector<int> widths_;
};

/// Column heads of two lines, and above them headings over those that belong together.
class GroupHeader : public QHeaderView {
public:
    explicit GroupHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
        setSectionsClickable(false);
        setHighlightSections(false);
        setMinimumSectionSize(24);
    }

    QSize sizeHint() const override {
        int lines = 1;
        for (int at = 0; at < count(); ++at) {
            const QString text = model()->headerData(at, orientation()).toString();
            lines = std::max(lines, static_cast<int>(text.count(QLatin1Char('\n'))) + 1);
        }
        return {QHeaderView::sizeHint().width(),
                fontMetrics().lineSpacing() * (lines + (has_groups() ? 1 : 0)) + 10 + (has_groups() ? 4 : 0)};
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        painter->save();
        painter->setClipRect(rect);
        painter->fillRect(rect, palette().color(QPalette::Base));
        painter->setPen(palette().color(QPalette::Text));
        painter->setFont(font());
        QRect below = rect.adjusted(margin, 0, -margin, -4);
        const int alignment = model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt();
        painter->drawText(below, alignment, model()->headerData(section, orientation()).toString());
        const QString group = group_of(section);
        if (!group.isEmpty()) {
            int first = section;
            int last = section;
            while (first > 0 && group_of(first - 1) == group) {
                --first;
            }
            while (last + 1 < count() && group_of(last + 1) == group) {
                ++last;
            }
            const int left = sectionViewportPosition(first);
            const int right = sectionViewportPosition(last) + sectionSize(last);
            const int height = fontMetrics().lineSpacing() + 6;
            painter->drawText(QRect(left, rect.top(), right - left, height), Qt::AlignCenter,
                              fontMetrics().elidedText(group, Qt::ElideRight, right - left - margin));
            painter->setPen(palette().color(QPalette::Mid));
            painter->drawLine(left + margin, rect.top() + height, right - margin, rect.top() + height);
        }
        painter->setPen(palette().color(QPalette::Mid));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->restore();
    }

private:
    QString group_of(int section) const {
        return model()->headerData(section, orientation(), TableModel::GroupRole).toString();
    }

    bool has_groups() const {
        for (int at = 0; at < count(); ++at) {
            if (!group_of(at).isEmpty()) {
                return true;
            }
        }
        return false;
    }
};

QLabel* label_in(QWidget* parent, bool dim) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (dim) {
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    return label;
}

void say(QLabel* label, const QString& text) {
    if (label->text() != text) {
        label->setText(text);
    }
    label->setVisible(!text.isEmpty());
}

}  // namespace

TableView::TableView(QWidget* parent) : QTableView(parent) {
    setModel(&model_);
    setHorizontalHeader(new GroupHeader(this));
    setItemDelegate(new FigureDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setStatusTip(tr("Double click a figure, or press Enter on it, to see where it comes from."));
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT asked(index.row(), index.column()); });
}

void TableView::set_table(const brief::Table& table) {
    const bool same = model_.set_table(table);
    setAccessibleName(shown(table.title));
    setAccessibleDescription(shown(table.caption));
    fit_columns(same);
    if (!same) {
        updateGeometry();
        setFixedHeight(whole_height());
    }
}

void TableView::fit_columns(bool only_wider) {
    const QFontMetrics metrics(font());
    std::vector<int> suffixes;
    for (int column = 0; column < model_.columnCount(); ++column) {
        suffixes.push_back(suffix_width(model_, column, metrics));
        int width = 0;
        const QString head = model_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        for (const QString& line : head.split(QLatin1Char('\n'))) {
            width = std::max(width, metrics.horizontalAdvance(line));
        }
        for (int row = 0; row < model_.rowCount(); ++row) {
            const QString text = model_.index(row, column).data(TableModel::FigureRole).toString();
            width = std::max(width, metrics.horizontalAdvance(text) + suffixes.back());
        }
        width += 2 * margin + 2;
        if (!only_wider || width > columnWidth(column)) {
            setColumnWidth(column, width);
        }
    }
    static_cast<FigureDelegate*>(itemDelegate())->set_suffix_widths(std::move(suffixes));
    verticalHeader()->setDefaultSectionSize(metrics.lineSpacing() + 6);
}

int TableView::whole_height() const {
    const int rows = model_.rowCount() * verticalHeader()->defaultSectionSize();
    return rows + horizontalHeader()->sizeHint().height() + horizontalScrollBar()->sizeHint().height() / 2 +
           4;
}

QSize TableView::sizeHint() const { return {400, whole_height()}; }

QSize TableView::minimumSizeHint() const { return {120, whole_height()}; }

void TableView::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT asked(currentIndex().row(), currentIndex().column());
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        // What is selected, as a spreadsheet takes it.
        QString text;
        for (const QItemSelectionRange& range : selectionModel()->selection()) {
            for (int row = range.top(); row <= range.bottom(); ++row) {
                for (int column = range.left(); column <= range.right(); ++column) {
                    text += (column == range.left() ? QString() : QStringLiteral("\t")) +
                            model_.index(row, column).data(TableModel::FigureRole).toString();
                }
                text += QLatin1Char('\n');
            }
        }
        QApplication::clipboard()->setText(text);
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fit_columns(false);
        setFixedHeight(whole_height());
    }
}

void TableView::wheelEvent(QWheelEvent* event) {
    // Up and down belongs to what the table stands in.
    if (std::abs(event->angleDelta().y()) >= std::abs(event->angleDelta().x())) {
        event->ignore();
        return;
    }
    QTableView::wheelEvent(event);
}

AnswerView::AnswerView(QWidget* parent)
    : QScrollArea(parent),
      inside_(new QWidget),
      empty_(label_in(inside_, true)),
      notes_(label_in(inside_, false)) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    inside_->setBackgroundRole(QPalette::Base);
    inside_->setAutoFillBackground(true);
    viewport()->setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(inside_);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(14);
    layout->addWidget(empty_);
    layout->addWidget(notes_);
    layout->addStretch(1);
    setWidget(inside_);
}

AnswerView::Part& AnswerView::part(std::size_t at) {
    auto* layout = static_cast<QVBoxLayout*>(inside_->layout());
    while (parts_.size() <= at) {
        Part made{.whole = new QWidget(inside_),
                  .title = nullptr,
                  .caption = nullptr,
                  .table = nullptr,
                  .marks = nullptr};
        made.title = label_in(made.whole, false);
        made.caption = label_in(made.whole, true);
        made.table = new TableView(made.whole);
        made.marks = label_in(made.whole, true);
        QFont bold = made.title->font();
        bold.setBold(true);
        made.title->setFont(bold);
        auto* column = new QVBoxLayout(made.whole);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        column->addWidget(made.title);
        column->addWidget(made.caption);
        column->addWidget(made.table);
        column->addWidget(made.marks);
        layout->insertWidget(static_cast<int>(parts_.size()) + 1, made.whole);
        const std::size_t place = parts_.size();
        connect(made.table, &TableView::asked, this, [this, place](int row, int column_asked) {
            Q_EMIT asked(parts_[place].place, row, column_asked);
        });
        connect(made.table->selectionModel(), &QItemSelectionModel::currentChanged, this,
                [this, place] { chosen_ = place; });
        parts_.push_back(made);
    }
    return parts_[at];
}

void AnswerView::set_answer(const brief::Answer& answer, const QString& empty) {
    answer_ = answer;
    std::size_t shown_parts = 0;
    for (std::size_t at = 0; at < answer_.tables.size(); ++at) {
        const brief::Table& table = answer_.tables[at];
        if (table.audience == brief::Audience::programs) {
            continue;
        }
        Part& one = part(shown_parts++);
        one.place = static_cast<int>(at);
        say(one.title, shown(table.title));
        say(one.caption, shown(table.caption));
        one.table->set_table(table);
        QStringList marks;
        for (const auto& [mark, meaning] : brief::marks_borne({&table})) {
            marks.append(shown(mark) + QLatin1Char(' ') + shown(meaning));
        }
        say(one.marks, marks.join(QStringLiteral(" · ")));
        one.whole->setVisible(true);
    }
    for (std::size_t at = shown_parts; at < parts_.size(); ++at) {
        parts_[at].whole->setVisible(false);
    }
    chosen_ = chosen_ < shown_parts ? chosen_ : 0;
    say(empty_, shown_parts == 0 ? empty : QString());
    QStringList notes;
    for (std::size_t at = 0; at < answer_.notes.size(); ++at) {
        notes.append(exact(brief::superscript({static_cast<int>(at) + 1})) + QLatin1Char(' ') +
                     shown(answer_.notes[at]));
    }
    say(notes_, shown_parts == 0 ? QString() : notes.join(QLatin1Char('\n')));
}

brief::Answer AnswerView::chosen(bool for_programs) const {
    brief::Answer answer = answer_;
    answer.charts.clear();
    if (chosen_ >= parts_.size() || answer_.tables.empty()) {
        return answer;
    }
    const brief::Table& table = answer_.tables[static_cast<std::size_t>(parts_[chosen_].place)];
    if (!for_programs || table.audience == brief::Audience::everyone) {
        answer.tables = {table};
        return answer;
    }
    std::erase_if(answer.tables,
                  [](const brief::Table& one) { return one.audience == brief::Audience::people; });
    const bool named = std::any_of(answer.tables.begin(), answer.tables.end(),
                                   [&](const brief::Table& one) { return one.id == table.id; });
    if (named) {
        std::erase_if(answer.tables, [&](const brief::Table& one) { return one.id != table.id; });
    }
    return answer;
}

void AnswerView::copy(brief::Format format) const {
    brief::Style style;
    style.csv_metadata = true;
    const brief::Answer answer = chosen(format == brief::Format::csv);
    auto* content = new QMimeData;
    if (format == brief::Format::html) {
        brief::Document document = brief::document_of(answer);
        document.language = answer.basis.language;
        content->setHtml(exact(brief::write_html(document)));
        content->setText(exact(brief::write_markdown(answer)));
    } else {
        const std::string text = brief::written(answer, format, style);
        content->setText(exact(text));
        if (format == brief::Format::csv) {
            content->setData(QStringLiteral("text/csv"), QByteArray::fromStdString(text));
        }
    }
    QApplication::clipboard()->setMimeData(content);
}

void AnswerView::contextMenuEvent(QContextMenuEvent* event) {
    if (brief::tables_for_people(answer_).empty()) {
        return;
    }
    QMenu menu(this);
    menu.addAction(tr("Copy table for a word processor"), this, [this] { copy(brief::Format::html); });
    menu.addAction(tr("Copy table as CSV"), this, [this] { copy(brief::Format::csv); });
    menu.addAction(tr("Copy table as Markdown"), this, [this] { copy(brief::Format::md); });
    menu.exec(event->globalPos());
}

}  // namespace burden::gui
