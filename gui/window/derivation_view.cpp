#include "burden/gui/window/derivation_view.hpp"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "burden/gui/window/theme.hpp"

namespace burden::gui {

DerivationView::DerivationView(QWidget* parent)
    : QDockWidget(tr("Where a figure comes from"), parent),
      heading_(new QLabel(this)),
      search_(new QLineEdit(this)),
      text_(new QPlainTextEdit(this)) {
    setObjectName(QStringLiteral("derivation"));
    heading_->setTextFormat(Qt::PlainText);
    heading_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    search_->setPlaceholderText(tr("Search"));
    search_->setAccessibleName(tr("Search in the derivation"));
    search_->setClearButtonEnabled(true);
    text_->setReadOnly(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setAccessibleName(tr("Derivation"));
    text_->setTabChangesFocus(true);
    auto* copy = new QPushButton(tr("Copy"), this);
    copy->setAccessibleName(tr("Copy the derivation"));

    auto* inside = new QWidget(this);
    auto* line = new QHBoxLayout;
    line->addWidget(search_, 1);
    line->addWidget(copy);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(8, 6, 8, 8);
    column->addWidget(heading_);
    column->addLayout(line);
    column->addWidget(text_, 1);
    setWidget(inside);

    connect(search_, &QLineEdit::returnPressed, this,
            [this] { find((QApplication::keyboardModifiers() & Qt::ShiftModifier) != 0); });
    connect(search_, &QLineEdit::textEdited, this, [this] {
        // From where the last hit began, so that a word that is being typed stays found.
        QTextCursor cursor = text_->textCursor();
        cursor.setPosition(cursor.selectionStart());
        text_->setTextCursor(cursor);
        find(false);
    });
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(text()); });
}

void DerivationView::wait_for(const QString& cell) {
    heading_->setText(cell);
    text_->setPlainText(tr("One moment…"));
    show();
    raise();
}

void DerivationView::show_text(const QString& cell, const QString& text) {
    heading_->setText(cell);
    text_->setPlainText(text);
    text_->moveCursor(QTextCursor::Start);
    show();
    raise();
}

int DerivationView::columns() const {
    const int width = text_->viewport()->width() - 2 * static_cast<int>(text_->document()->documentMargin());
    const int letter = std::max(1, QFontMetrics(text_->font()).horizontalAdvance(QLatin1Char('0')));
    return std::clamp(width / letter, 60, 200);
}

void DerivationView::find(bool backwards) {
    const QString wanted = search_->text();
    QPalette colours = search_->palette();
    bool found = true;
    if (!wanted.isEmpty()) {
        const QTextDocument::FindFlags flags =
            backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
        found = text_->find(wanted, flags);
        if (!found) {
            const QTextCursor before = text_->textCursor();
            text_->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
            found = text_->find(wanted, flags);
            if (!found) {
                text_->setTextCursor(before);
            }
        }
    }
    colours.setColor(QPalette::Text, found ? palette().color(QPalette::Text) : alarm_colour(palette()));
    search_->setPalette(colours);
}

}  // namespace burden::gui
