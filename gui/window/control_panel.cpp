#include "burden/gui/window/control_panel.hpp"

#include <QEvent>
#include <QScrollBar>
#include <algorithm>

#include "burden/gui/window/text.hpp"

namespace burden::gui {
namespace {

QFont heavier(const QFont& font, double times) {
    QFont result = font;
    result.setBold(true);
    result.setPointSizeF(font.pointSizeF() * times);
    return result;
}

}  // namespace

ControlPanel::ControlPanel(brief::Language language, QWidget* parent)
    : QWidget(parent), language_(language), scroll_(new QScrollArea(this)), about_(new QLabel(this)) {
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(12, 8, 8, 8);
    column->setSpacing(2);
    const std::array<QString, 3> headings = {tr("Policy: what is decided"),
                                             tr("Assumptions: what the world does"),
                                             tr("Basis: what is counted and shown")};
    for (std::size_t at = 0; at < groups_.size(); ++at) {
        Group& group = groups_[at];
        group.heading = new QLabel(headings[at], inside);
        group.heading->setFont(heavier(font(), 1.05));
        group.heading->setContentsMargins(0, at == 0 ? 0 : 12, 0, 2);
        group.first = new QVBoxLayout;
        group.more = new QToolButton(inside);
        group.more->setCheckable(true);
        group.more->setAutoRaise(true);
        group.more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        group.more->setArrowType(Qt::RightArrow);
        group.rest = new QWidget(inside);
        group.others = new QVBoxLayout(group.rest);
        for (QVBoxLayout* rows : {group.first, group.others}) {
            rows->setContentsMargins(0, 0, 0, 0);
            rows->setSpacing(2);
        }
        group.rest->hide();
        column->addWidget(group.heading);
        column->addLayout(group.first);
        column->addWidget(group.more);
        column->addWidget(group.rest);
        connect(group.more, &QToolButton::toggled, this, [&group](bool open) {
            group.more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
            group.rest->setVisible(open);
        });
    }
    column->addStretch(1);
    inside->installEventFilter(this);
    scroll_->setWidget(inside);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);

    about_->setWordWrap(true);
    about_->setTextFormat(Qt::PlainText);
    about_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    about_->setContentsMargins(12, 8, 12, 8);
    about_->setForegroundRole(QPalette::PlaceholderText);
    about_->setFixedHeight(fontMetrics().lineSpacing() * 6 + 16);
    about_->setText(tr("Point at a control to read what it means."));
    auto* line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setForegroundRole(QPalette::Mid);
    line->setFrameShadow(QFrame::Plain);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(scroll_, 1);
    whole->addWidget(line);
    whole->addWidget(about_);
}

void ControlPanel::set_controls(const std::vector<Control>& controls) {
    const auto same = [](const ControlRow* row, const Control& control) {
        const Control& shown_now = row->control();
        return shown_now.key == control.key && shown_now.group == control.group &&
               shown_now.first == control.first && shown_now.truth == control.truth &&
               shown_now.slide.has_value() == control.slide.has_value() &&
               std::equal(shown_now.choices.begin(), shown_now.choices.end(), control.choices.begin(),
                          control.choices.end(), [](const Choice& a, const Choice& b) {
                              return a.value == b.value && a.label == b.label;
                          });
    };
    if (!std::equal(rows_.begin(), rows_.end(), controls.begin(), controls.end(), same)) {
        rebuild(controls);
        return;
    }
    for (std::size_t at = 0; at < rows_.size(); ++at) {
        rows_[at]->show_control(controls[at]);
    }
}

void ControlPanel::rebuild(const std::vector<Control>& controls) {
    // What has the focus keeps it where its key is still there.
    std::optional<inputs::KeyOfSubject> focused;
    for (const ControlRow* row : rows_) {
        if (row->isAncestorOf(focusWidget())) {
            focused = row->control().key;
        }
    }
    const int scrolled = scroll_->verticalScrollBar()->value();
    for (ControlRow* row : rows_) {
        row->hide();
        row->deleteLater();
    }
    rows_.clear();
    std::array<int, 3> hidden = {};
    for (const Control& control : controls) {
        const auto at = static_cast<std::size_t>(control.group);
        Group& group = groups_[at];
        auto* row =
            new ControlRow(control, language_, control.first ? group.heading->parentWidget() : group.rest);
        (control.first ? group.first : group.others)->addWidget(row);
        hidden[at] += control.first ? 0 : 1;
        connect(row, &ControlRow::edited, this, [this, row](const QString& value, bool joined) {
            Q_EMIT edited(row->control().key, value, joined);
        });
        connect(row, &ControlRow::reset, this, [this, row] { Q_EMIT reset(row->control().key); });
        connect(row, &ControlRow::pointed, this, [this, row] { about_->setText(row->described()); });
        rows_.push_back(row);
        if (focused && control.key == *focused) {
            row->editor()->setFocus();
        }
    }
    for (std::size_t at = 0; at < groups_.size(); ++at) {
        name_more(groups_[at], hidden[at]);
    }
    scroll_->verticalScrollBar()->setValue(scrolled);
}

void ControlPanel::name_more(const Group& group, int count) const {
    group.more->setText(tr("More (%1)").arg(count));
    group.more->setAccessibleName(tr("More controls: %1").arg(group.heading->text()));
    group.more->setVisible(count > 0);
}

void ControlPanel::refuse(const inputs::KeyOfSubject& key, const QString& problem) {
    if (ControlRow* one = row(key)) {
        one->refuse(problem);
        scroll_->ensureWidgetVisible(one);
    }
}

ControlRow* ControlPanel::row(const inputs::KeyOfSubject& key) const {
    const auto at = std::find_if(rows_.begin(), rows_.end(),
                                 [&](const ControlRow* row) { return row->control().key == key; });
    return at == rows_.end() ? nullptr : *at;
}

void ControlPanel::show_more(bool open) {
    for (const Group& group : groups_) {
        group.more->setChecked(open);
    }
}

bool ControlPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LayoutRequest && watched == scroll_->widget()) {
        // Rows are never cut off at their right ends.
        scroll_->setMinimumWidth(scroll_->widget()->layout()->totalMinimumSize().width() +
                                 scroll_->verticalScrollBar()->sizeHint().width());
    }
    return QWidget::eventFilter(watched, event);
}

QSize ControlPanel::sizeHint() const { return {fontMetrics().averageCharWidth() * 62, 700}; }

}  // namespace burden::gui
