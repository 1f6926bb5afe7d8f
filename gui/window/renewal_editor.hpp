/// A renewal rule in a form: which rule, and its parts.
#pragma once

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QWidget>
#include <functional>
#include <vector>

#include "burden/brief/language.hpp"
#include "burden/gui/view/renewal_form.hpp"

namespace burden::gui {

/// Chooses a rule and fills in its parts. The rule as text stands in the field, where it can be typed too.
class RenewalEditor : public QWidget {
    Q_OBJECT

public:
    RenewalEditor(brief::Language language, QWidget* parent);

    /// Shows a rule, "cpi:cap=5%"; empty for none, then `standing` is said.
    void show_rule(const QString& text, const QString& standing);
    void set_name(const QString& name);

    QComboBox* rule_box() const { return rule_; }
    /// Whatever can have the focus.
    std::vector<QWidget*> editors() const;

Q_SIGNALS:
    /// A rule was chosen, typed or changed in a part; empty for none.
    void edited(const QString& text);

private:
    void take_typed();
    void show_parts();
    void take_part(std::size_t at, const QString& value);

    brief::Language language_;
    QString text_ = {};
    QString name_ = {};
    RenewalForm form_ = {};
    QComboBox* rule_;
    QFormLayout* parts_;
    std::vector<QWidget*> fields_;
};

}  // namespace burden::gui
