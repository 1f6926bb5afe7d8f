#include "burden/gui/window/renewal_editor.hpp"

#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "burden/gui/window/text.hpp"

namespace burden::gui {
namespace {

void show_value(QWidget* field, const QString& value) {
    const QSignalBlocker quiet(field);
    if (auto* line = qobject_cast<QLineEdit*>(field)) {
        if (line->text() != value && !(line->hasFocus() && line->isModified())) {
            line->setText(value);
        }
    } else if (auto* box = qobject_cast<QComboBox*>(field)) {
        box->setCurrentIndex(box->findData(value));
    }
}

}  // namespace

RenewalEditor::RenewalEditor(brief::Language language, QWidget* parent)
    : QWidget(parent), language_(language), rule_(new QComboBox(this)), parts_(new QFormLayout) {
    rule_->setEditable(true);
    rule_->setInsertPolicy(QComboBox::NoInsert);
    rule_->setCompleter(nullptr);
    rule_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    rule_->setMinimumContentsLength(12);
    for (const RenewalRule& rule : renewal_rules()) {
        rule_->addItem(shown(brief::translated(rule.label, language_)), exact(rule.rule));
    }
    parts_->setContentsMargins(12, 0, 0, 0);
    parts_->setVerticalSpacing(3);
    parts_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(rule_);
    layout->addLayout(parts_);
    connect(rule_, &QComboBox::activated, this, [this](int at) {
        const std::string rule = typed(rule_->itemData(at).toString());
        if (rule == form_.rule && !text_.isEmpty()) {
            show_rule(text_, {});
            return;
        }
        Q_EMIT edited(exact(RenewalForm::of_rule(rule).text()));
    });
    connect(rule_->lineEdit(), &QLineEdit::editingFinished, this, &RenewalEditor::take_typed);
}

void RenewalEditor::take_typed() {
    if (!rule_->lineEdit()->isModified()) {
        return;
    }
    rule_->lineEdit()->setModified(false);
    const QString text = rule_->lineEdit()->text().trimmed();
    const int named = rule_->findText(text);
    if (named >= 0) {
        Q_EMIT edited(exact(RenewalForm::of_rule(typed(rule_->itemData(named).toString())).text()));
    } else if (text != text_) {
        Q_EMIT edited(text);
    }
}

void RenewalEditor::set_name(const QString& name) {
    name_ = name;
    rule_->setAccessibleName(name);
    rule_->lineEdit()->setAccessibleName(name);
}

void RenewalEditor::show_rule(const QString& text, const QString& standing) {
    rule_->lineEdit()->setPlaceholderText(standing);
    const bool typing = rule_->lineEdit()->hasFocus() && rule_->lineEdit()->isModified();
    text_ = text;
    RenewalForm form;
    if (!text.isEmpty()) {
        if (const auto read = RenewalForm::read(typed(text))) {
            form = *read;
        }
    }
    const bool other = form.rule != form_.rule || form.parts.size() != form_.parts.size();
    form_ = form;
    if (!typing) {
        const QSignalBlocker quiet(rule_);
        const int at = form_.rule.empty() ? -1 : rule_->findData(exact(form_.rule));
        rule_->setCurrentIndex(at);
        const QString wanted = at < 0 ? text_ : rule_->itemText(at);
        if (rule_->lineEdit()->text() != wanted) {
            rule_->setEditText(wanted);
        }
        rule_->lineEdit()->setCursorPosition(0);
    }
    rule_->setToolTip(text_);
    if (other) {
        show_parts();
    }
    for (std::size_t at = 0; at < form_.parts.size(); ++at) {
        show_value(fields_[at], exact(form_.parts[at].value));
    }
}

void RenewalEditor::show_parts() {
    while (parts_->rowCount() > 0) {
        parts_->removeRow(0);
    }
    fields_.clear();
    for (std::size_t at = 0; at < form_.parts.size(); ++at) {
        const RenewalPart& part = form_.parts[at];
        const QString label = shown(brief::translated(part.label, language_));
        QWidget* field = nullptr;
        if (part.choices.empty()) {
            auto* line = new QLineEdit(this);
            line->setPlaceholderText(exact(part.example));
            connect(line, &QLineEdit::editingFinished, this, [this, at, line] {
                if (line->isModified()) {
                    line->setModified(false);
                    take_part(at, line->text().trimmed());
                }
            });
            field = line;
        } else {
            auto* box = new QComboBox(this);
            if (!part.required) {
                box->addItem(QStringLiteral("–"), QString());
            }
            for (const std::string& choice : part.choices) {
                box->addItem(shown(brief::translated(choice, language_)), exact(choice));
            }
            connect(box, &QComboBox::activated, this,
                    [this, at, box](int chosen) { take_part(at, box->itemData(chosen).toString()); });
            field = box;
        }
        field->setAccessibleName(name_ + QStringLiteral(": ") + label);
        auto* name = new QLabel(label, this);
        name->setBuddy(field);
        parts_->addRow(name, field);
        fields_.push_back(field);
    }
}

void RenewalEditor::take_part(std::size_t at, const QString& value) {
    RenewalForm form = form_;
    if (at < form.parts.size()) {
        form.parts[at].value = typed(value);
        Q_EMIT edited(exact(form.text()));
    }
}

std::vector<QWidget*> RenewalEditor::editors() const {
    std::vector<QWidget*> all = {rule_};
    all.insert(all.end(), fields_.begin(), fields_.end());
    return all;
}

}  // namespace burden::gui
