#include "burden/gui/window/control_row.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <tuple>

#include "burden/gui/window/renewal_editor.hpp"
#include "burden/gui/window/text.hpp"
#include "burden/gui/window/theme.hpp"

namespace burden::gui {
namespace {

/// Moves of a slider by keys or the wheel that follow one another so closely are one step of undo.
constexpr qint64 joined_within = 800;  // milliseconds

/// A label that gives way: what has no room ends in dots.
class YieldingLabel : public QLabel {
    Q_OBJECT

public:
    explicit YieldingLabel(QWidget* parent) : QLabel(parent) {
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                         fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

/// Whether nothing of a control that is seen differs.
bool same_state(const Control& one, const Control& other) {
    const auto seen = [](const Control& control) {
        return std::tie(control.label, control.unit, control.range, control.meaning, control.otherwise,
                        control.value, control.standing, control.from_file, control.reason, control.saved,
                        control.problem);
    };
    const bool same_slide = one.slide.has_value() == other.slide.has_value() &&
                            (!one.slide || (one.slide->last() == other.slide->last() &&
                                            one.slide->text(0) == other.slide->text(0)));
    return seen(one) == seen(other) && one.set_here == other.set_here && one.changed == other.changed &&
           one.idle == other.idle && same_slide;
}

void say(QLabel* label, const QString& text) {
    if (label->text() != text) {
        label->setText(text);
    }
}

}  // namespace

ControlRow::Kind ControlRow::kind_of(const Control& control) {
    return control.key.key->form == inputs::ValueForm::renewal ? Kind::renewal
           : control.truth                                     ? Kind::truth
           : !control.choices.empty()                          ? Kind::choice
                                                               : Kind::text;
}

ControlRow::ControlRow(const Control& control, brief::Language language, QWidget* parent)
    : QWidget(parent),
      control_(control),
      language_(language),
      kind_(kind_of(control)),
      name_(new QLabel(this)),
      unit_(new YieldingLabel(this)),
      back_(new QToolButton(this)),
      problem_(new QLabel(this)) {
    name_->setTextFormat(Qt::PlainText);
    unit_->setTextFormat(Qt::PlainText);
    unit_->setForegroundRole(QPalette::PlaceholderText);
    problem_->setTextFormat(Qt::PlainText);
    problem_->setWordWrap(true);
    problem_->hide();
    back_->setText(QStringLiteral("↺"));
    back_->setAutoRaise(true);
    QSizePolicy keeps = back_->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    back_->setSizePolicy(keeps);
    connect(back_, &QToolButton::clicked, this, &ControlRow::go_back);
    make_editor();

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 2, 0, 4);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    if (kind_ == Kind::text) {
        // Name and unit on the left, a narrow field on the right, the slider below both.
        grid->addWidget(name_, 0, 0);
        grid->addWidget(unit_, 0, 1);
        grid->addWidget(text_, 0, 2);
        grid->addWidget(back_, 0, 3);
        if (control_.slide) {
            make_slider();
            grid->addWidget(slider_, 1, 0, 1, 3);
        }
    } else {
        grid->addWidget(name_, 0, 0);
        grid->addWidget(unit_, 0, 1, 1, 2);
        grid->addWidget(back_, 0, 3);
        grid->addWidget(editor() == truth_       ? static_cast<QWidget*>(truth_)
                        : kind_ == Kind::renewal ? static_cast<QWidget*>(renewal_)
                                                 : static_cast<QWidget*>(choice_),
                        1, 0, 1, 3);
    }
    grid->addWidget(problem_, 2, 0, 1, 4);
    name_->setBuddy(editor());
    watch(back_);
    show_control(control);
}

void ControlRow::watch(QWidget* widget) { widget->installEventFilter(this); }

void ControlRow::make_editor() {
    switch (kind_) {
        case Kind::text:
            text_ = new QLineEdit(this);
            text_->setFixedWidth(fontMetrics().averageCharWidth() * 15);
            connect(text_, &QLineEdit::editingFinished, this, &ControlRow::take_text);
            watch(text_);
            break;
        case Kind::choice:
            choice_ = new QComboBox(this);
            choice_->setEditable(true);
            choice_->setInsertPolicy(QComboBox::NoInsert);
            choice_->setCompleter(nullptr);
            choice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
            choice_->setMinimumContentsLength(12);
            for (const Choice& one : control_.choices) {
                choice_->addItem(words(one.label), exact(one.value));
            }
            connect(choice_, &QComboBox::activated, this, [this](int at) {
                choice_->lineEdit()->setModified(false);
                send(choice_->itemData(at).toString(), false);
            });
            connect(choice_->lineEdit(), &QLineEdit::editingFinished, this, &ControlRow::take_text);
            watch(choice_);
            watch(choice_->lineEdit());
            break;
        case Kind::truth:
            truth_ = new QCheckBox(this);
            truth_->setTristate(true);
            connect(truth_, &QCheckBox::clicked, this, [this] {
                // What nobody has set becomes true by the first click; the way back is the button.
                const bool yes = control_.value != "true";
                send(yes ? QStringLiteral("true") : QStringLiteral("false"), false);
            });
            watch(truth_);
            break;
        case Kind::renewal:
            renewal_ = new RenewalEditor(language_, this);
            connect(renewal_, &RenewalEditor::edited, this, [this](const QString& rule) {
                if (rule.isEmpty()) {
                    refused_.clear();
                    seen_ = false;
                    Q_EMIT reset();
                } else {
                    send(rule, false);
                }
            });
            watch(renewal_->rule_box());
            break;
    }
}

void ControlRow::make_slider() {
    slider_ = new QSlider(Qt::Horizontal, this);
    slider_->setRange(0, control_.slide->last());
    slider_->setPageStep(std::max(1, control_.slide->last() / 10));
    connect(slider_, &QSlider::sliderPressed, this, [this] { fresh_drag_ = true; });
    connect(slider_, &QSlider::sliderReleased, this, [this] { moved_.invalidate(); });
    connect(slider_, &QSlider::valueChanged, this, &ControlRow::slide_to);
    watch(slider_);
}

QString ControlRow::words(const std::string& english) const {
    return shown(brief::translated(english, language_));
}

QString ControlRow::otherwise() const {
    const std::string& holds = control_.standing.empty() ? control_.otherwise : control_.standing;
    // What can be chosen is called as it is where it is chosen.
    for (const Choice& choice : control_.choices) {
        if (choice.value == holds) {
            return words(choice.label);
        }
    }
    return words(holds);
}

QWidget* ControlRow::editor() const {
    switch (kind_) {
        case Kind::text:
            return text_;
        case Kind::choice:
            return choice_;
        case Kind::truth:
            return truth_;
        case Kind::renewal:
            return renewal_->rule_box();
    }
    return nullptr;
}

QString ControlRow::value_of(const QString& text) const {
    const int at = choice_ == nullptr ? -1 : choice_->findText(text);
    return at < 0 ? text : choice_->itemData(at).toString();
}

void ControlRow::take_text() {
    QLineEdit* line = text_ == nullptr ? choice_->lineEdit() : text_;
    if (!line->isModified()) {
        return;
    }
    line->setModified(false);
    const QString value = value_of(line->text().trimmed());
    if (value == exact(control_.value)) {
        refused_.clear();
        show_problem();
        show_text();
    } else if (value.isEmpty()) {
        refused_.clear();
        seen_ = false;
        Q_EMIT reset();
    } else {
        send(value, false);
    }
}

void ControlRow::slide_to(int position) {
    const bool joined =
        slider_->isSliderDown() ? !fresh_drag_ : moved_.isValid() && moved_.elapsed() < joined_within;
    fresh_drag_ = false;
    moved_.start();
    send(exact(control_.slide->text(position)), joined);
}

void ControlRow::send(const QString& value, bool joined) {
    refused_.clear();
    seen_ = false;
    Q_EMIT edited(value, joined);
}

void ControlRow::go_back() {
    refused_.clear();
    seen_ = false;
    if (control_.changed && !control_.saved.empty()) {
        Q_EMIT edited(exact(control_.saved), false);
    } else {
        Q_EMIT reset();
    }
}

void ControlRow::show_control(const Control& control) {
    // Of one move of a slider most controls see nothing.
    const bool seen = seen_ && same_state(control_, control);
    control_ = control;
    if (seen) {
        return;
    }
    seen_ = true;
    const QString name = words(control_.label);
    // A mark in front and a heavier name: what was changed is seen without colour too.
    say(name_, control_.changed ? QStringLiteral("● ") + name : name);
    if (name_->font().bold() != control_.changed) {
        QFont font = name_->font();
        font.setBold(control_.changed);
        name_->setFont(font);
    }
    say(unit_, words(control_.unit));
    const QString state = control_.changed ? tr("%1, changed").arg(name) : name;
    if (editor()->accessibleName() != state) {
        editor()->setAccessibleName(state);
        if (slider_ != nullptr) {
            slider_->setAccessibleName(tr("%1, slider").arg(state));
        }
        if (choice_ != nullptr) {
            choice_->lineEdit()->setAccessibleName(state);
        }
        if (renewal_ != nullptr) {
            renewal_->set_name(state);
        }
        back_->setAccessibleName(tr("%1, way back").arg(name));
    }
    show_text();
    show_slider();
    show_back();
    show_problem();
}

void ControlRow::show_text() {
    if (!refused_.isEmpty()) {
        return;
    }
    const QString value = exact(control_.value);
    if (kind_ == Kind::text) {
        if (text_->placeholderText() != otherwise()) {
            text_->setPlaceholderText(otherwise());
        }
        if (!(text_->hasFocus() && text_->isModified()) && text_->text() != value) {
            text_->setText(value);
            text_->setCursorPosition(0);
        }
    } else if (kind_ == Kind::choice) {
        choice_->lineEdit()->setPlaceholderText(otherwise());
        if (choice_->lineEdit()->hasFocus() && choice_->lineEdit()->isModified()) {
            return;
        }
        const QSignalBlocker quiet(choice_);
        const int at = value.isEmpty() ? -1 : choice_->findData(value);
        choice_->setCurrentIndex(at);
        const QString wanted = at < 0 ? value : choice_->itemText(at);
        if (choice_->lineEdit()->text() != wanted) {
            choice_->setEditText(wanted);
            choice_->lineEdit()->setCursorPosition(0);
        }
    } else if (kind_ == Kind::truth) {
        const QSignalBlocker quiet(truth_);
        truth_->setCheckState(control_.value == "true"    ? Qt::Checked
                              : control_.value == "false" ? Qt::Unchecked
                                                          : Qt::PartiallyChecked);
        truth_->setText(control_.value == "true"    ? tr("Yes")
                        : control_.value == "false" ? tr("No")
                                                    : otherwise());
    } else {
        renewal_->show_rule(value, otherwise());
    }
}

void ControlRow::show_slider() {
    if (slider_ == nullptr || slider_->isSliderDown()) {
        return;
    }
    const QSignalBlocker quiet(slider_);
    if (control_.slide && slider_->maximum() != control_.slide->last()) {
        slider_->setRange(0, control_.slide->last());
    }
    // A change that nobody makes is one by nothing.
    for (const std::string& text : {control_.value, control_.standing, std::string("+0 pp")}) {
        if (const auto position = text.empty() ? std::nullopt : control_.slide->position(text)) {
            slider_->setValue(*position);
            return;
        }
    }
}

void ControlRow::show_back() {
    const bool way = control_.changed || control_.set_here;
    if (back_->isVisibleTo(this) != way) {
        back_->setVisible(way);
    }
    if (way) {
        const QString tip =
            control_.changed && !control_.saved.empty()
                ? tr("Back to %1, as it was saved.").arg(exact(control_.saved))
                : tr("Take it out of the scenario. Then holds: %1").arg(words(control_.otherwise));
        if (back_->toolTip() != tip) {
            back_->setToolTip(tip);
            back_->setStatusTip(tip);
        }
    }
    const QString said = described();
    if (toolTip() != said) {
        setToolTip(said);
        editor()->setAccessibleDescription(said);
    }
}

void ControlRow::show_problem() {
    const bool wrong = !refused_.isEmpty() || !control_.problem.empty();
    const QString text = !refused_.isEmpty()         ? refused_
                         : !control_.problem.empty() ? shown(control_.problem)
                         : control_.idle             ? tr("No figure here depends on it.")
                                                     : QString();
    say(problem_, text);
    if (problem_->isVisibleTo(this) == text.isEmpty()) {
        problem_->setVisible(!text.isEmpty());
    }
    if (!text.isEmpty()) {
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText,
                         wrong ? alarm_colour(colours) : colours.color(QPalette::PlaceholderText));
        problem_->setPalette(colours);
    }
}

void ControlRow::refuse(const QString& problem) {
    refused_ = problem;
    seen_ = false;
    show_problem();
    if (slider_ != nullptr || kind_ == Kind::truth) {
        // What cannot be typed goes back to what holds.
        show_slider();
    }
}

QString ControlRow::described() const {
    QStringList lines;
    lines.append(words(control_.meaning));
    if (!control_.range.empty()) {
        const QString unit =
            control_.unit.empty() ? QString() : QStringLiteral(" (%1)").arg(words(control_.unit));
        lines.append(tr("Range: %1").arg(words(control_.range)) + unit);
    }
    if (!control_.otherwise.empty()) {
        lines.append(tr("Where it is not set: %1").arg(words(control_.otherwise)));
    }
    if (control_.value.empty() && !control_.standing.empty()) {
        lines.append(tr("Now: %1").arg(words(control_.standing)));
    }
    if (!control_.set_here && !control_.from_file.empty()) {
        lines.append(tr("Set by %1.").arg(shown(control_.from_file)));
    }
    if (!control_.reason.empty()) {
        lines.append(tr("Reason: %1").arg(words(control_.reason)));
    }
    lines.append(tr("Key: %1").arg(exact(inputs::to_text(control_.key))));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

bool ControlRow::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::Wheel:
            // The wheel moves the panel; what lies under it changes only where it has the focus.
            if (auto* widget = qobject_cast<QWidget*>(watched); widget != nullptr && !widget->hasFocus()) {
                event->ignore();
                return true;
            }
            break;
        case QEvent::FocusIn:
            Q_EMIT pointed();
            break;
        case QEvent::KeyPress: {
            auto* line = watched == text_                                       ? text_
                         : choice_ != nullptr && watched == choice_->lineEdit() ? choice_->lineEdit()
                                                                                : nullptr;
            if (line != nullptr && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
                line->setModified(false);
                refused_.clear();
                show_problem();
                show_text();
                return true;
            }
            break;
        }
        default:
            break;
    }
    return QWidget::eventFilter(watched, event);
}

void ControlRow::enterEvent(QEnterEvent* event) {
    Q_EMIT pointed();
    QWidget::enterEvent(event);
}

}  // namespace burden::gui

#include "control_row.moc"
