#include "burden/gui/window/derivation_view.hpp"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "burden/gui/window/theme.hpp"

namespace burden::gui {

DerivationView::DerivationView(QWidget* parent)
    : QWidget(parent),
      heading_(new QLabel(this)),
      search_(new QLineEdit(this)),
      text_(new QPlainTextEdit(this)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    QFont bold = font();
    bold.setBold(true);
    heading_->setFont(bold);
    heading_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    text_->setFrameShape(QFrame::NoFrame);
    heading_->setTextFormat(Qt::PlainText);
    heading_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    search_->setPlaceholderText(tr("Search"));
    search_->setAccessibleName(tr("Search in the derivation"));
    search_->setClearButtonEnabled(true);
    search_->setFixedWidth(fontMetrics().averageCharWidth() * 24);
    text_->setReadOnly(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setAccessibleName(tr("Derivation"));
    text_->setTabChangesFocus(true);
    setFocusProxy(text_);
    auto* copy = new QPushButton(tr("Copy"), this);
    copy->setAccessibleName(tr("Copy the derivation"));
    copy->setAutoDefault(false);  // or Enter in a dialog would press it

    auto* line = new QHBoxLayout;
    line->addWidget(heading_, 1);
    line->addWidget(search_);
    line->addWidget(copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 4);
    column->addLayout(line);
    column->addWidget(text_, 1);

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
    clear();
}

void DerivationView::clear() {
    heading_->setText(
        tr("Click a figure in a chart or a table, or press Enter on it, to see where it comes from."));
    text_->clear();
}

void DerivationView::wait_for(const QString& cell) {
    heading_->setText(cell);
    text_->setPlainText(tr("One moment…"));
}

void DerivationView::show_text(const QString& cell, const QString& text) {
    heading_->setText(cell);
    text_->setPlainText(text);
    text_->moveCursor(QTextCursor::Start);
}

int DerivationView::columns(int width) const {
    const QMargins around = layout()->contentsMargins();
    const double room = width - around.left() - around.right() -
                        text_->verticalScrollBar()->sizeHint().width() -
                        2 * text_->document()->documentMargin();
    const double letter = QFontMetricsF(text_->font()).horizontalAdvance(QStringLiteral("0123456789")) / 10;
    return std::clamp(static_cast<int>(room / letter) - 1, 60, 200);
}

void DerivationView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    QWidget::keyPressEvent(event);
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
