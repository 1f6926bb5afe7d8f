/// Why two scenarios differ.
#pragma once

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <memory>
#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/gui/view/view.hpp"
#include "burden/gui/window/chart_view.hpp"
#include "burden/gui/window/table_view.hpp"

namespace burden::gui {

/// A window with the difference between a scenario and the document, as a waterfall of its reasons and as
/// tables.
class DifferenceView : public QDialog {
    Q_OBJECT

public:
    DifferenceView(brief::Language language, QWidget* parent);

    /// Those that the document can be set against, the first of them chosen, and the document.
    void set_scenarios(const std::vector<ScenarioText>& befores, const ScenarioText& after);
    void set_answer(const brief::Answer& answer, const QString& problem);
    const brief::Answer& answer() const { return answer_; }

    ChartView* chart() const { return chart_; }
    AnswerView* tables() const { return tables_; }

Q_SIGNALS:
    /// A difference is to be computed.
    void asked(const burden::gui::ScenarioText& before, const burden::gui::ScenarioText& after,
               burden::models::Metric metric);

private:
    void ask();
    void show_chart();

    std::vector<ScenarioText> befores_;
    ScenarioText after_ = {};
    brief::Answer answer_ = {};
    QComboBox* before_;
    QLabel* after_name_;
    QComboBox* metric_;
    QComboBox* which_;
    ChartView* chart_;
    AnswerView* tables_;
    QLabel* problem_;
};

}  // namespace burden::gui
