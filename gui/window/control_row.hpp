/// One control of a scenario: its name, how it is moved, and the way back.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QToolButton>
#include <QWidget>

#include "burden/brief/language.hpp"
#include "burden/gui/view/controls.hpp"

namespace burden::gui {

class RenewalEditor;

/// A row for a control. It is kept while values change, so that a slider is not let go of and a text that is
/// being typed stays.
class ControlRow : public QWidget {
    Q_OBJECT

public:
    ControlRow(const Control& control, brief::Language language, QWidget* parent);

    /// Shows a newer state of the same control.
    void show_control(const Control& control);
    const Control& control() const { return control_; }

    /// Says what is wrong with what was typed, and keeps it; cleared by the next edit.
    void refuse(const QString& problem);

    /// What the control is, in a few lines: meaning, unit, range, default, who set it and why.
    QString described() const;

    /// The widget that the keyboard reaches first.
    QWidget* editor() const;

Q_SIGNALS:
    /// The value was set: "3.4%". `joined` where it goes on from the edit just before: a slider on its way.
    void edited(const QString& value, bool joined);
    /// It is to be taken out of the scenario.
    void reset();
    /// The pointer or the focus came to it.
    void pointed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;

private:
    enum class Kind { text, choice, truth, renewal };

    static Kind kind_of(const Control& control);
    QString words(const std::string& english) const;
    QString otherwise() const;
    QString value_of(const QString& text) const;
    void make_editor();
    void make_slider();
    void take_text();
    void slide_to(int position);
    void go_back();
    void show_text();
    void show_slider();
    void show_back();
    void show_problem();
    void send(const QString& value, bool joined);
    void watch(QWidget* widget);

    Control control_;
    brief::Language language_;
    Kind kind_;
    QString refused_ = {};
    bool seen_ = false;  ///< whether what stands here is the control's state, and nothing was done since
    QLabel* name_;
    QLabel* unit_;
    QLineEdit* text_ = nullptr;
    QComboBox* choice_ = nullptr;
    QCheckBox* truth_ = nullptr;
    RenewalEditor* renewal_ = nullptr;
    QSlider* slider_ = nullptr;
    QToolButton* back_;
    QLabel* problem_;
    bool fresh_drag_ = true;  ///< whether the next move of the slider begins a step of undo
    QElapsedTimer moved_ = {};
};

}  // namespace burden::gui
