/// Why two scenarios differ.
#pragma once

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPointer>
#include <QTabWidget>
#include <memory>
#include <optional>
#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/gui/window/chart_view.hpp"
#include "burden/gui/window/computation.hpp"
#include "burden/gui/window/derivation_view.hpp"
#include "burden/gui/window/table_view.hpp"

namespace burden::gui {

/// A window with the difference between a scenario and the document, as a waterfall of its reasons and as
/// tables. Every figure can be asked where it comes from.
class DifferenceView : public QDialog {
    Q_OBJECT

public:
    DifferenceView(brief::Language language, QWidget* parent);

    /// Those that the document can be set against, the first of them chosen, and the document.
    void set_scenarios(const std::vector<ScenarioText>& befores, const ScenarioText& after);
    void set_difference(const ShownDifference& difference);
    /// Shows where a figure comes from, unless another was asked for since.
    void set_derivation(const QString& title, const QString& text);
    const brief::Answer& answer() const { return shown_.shown; }

    ChartView* chart() const { return chart_; }
    AnswerView* tables() const { return tables_; }
    DerivationView* derivation() const { return derivation_; }
    QTabWidget* pages() const { return pages_; }

Q_SIGNALS:
    /// A difference is to be computed.
    void asked(const burden::gui::DifferencePair& pair);
    /// A figure of the one that is shown is to be derived, in lines of so many letters.
    void asked_figure(const burden::gui::DifferencePair& pair, const burden::gui::DifferenceFigure& figure,
                      const QString& title, int width);

private:
    void ask();
    void show_chart();
    void ask_figure(const std::optional<DifferenceFigure>& figure);
    void leave_derivation();

    std::vector<ScenarioText> befores_;
    ScenarioText after_ = {};
    ShownDifference shown_ = {};
    brief::Language language_;
    QString waits_for_ = {};               ///< the title of the figure that was asked for
    QPointer<QWidget> before_derivation_;  ///< what had the focus when it was
    QComboBox* before_;
    QLabel* after_name_;
    QComboBox* metric_;
    QComboBox* which_;
    ChartView* chart_;
    QTabWidget* pages_;
    AnswerView* tables_;
    DerivationView* derivation_;
    QLabel* problem_;
};

}  // namespace burden::gui
