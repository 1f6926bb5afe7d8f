#include "burden/gui/window/difference_view.hpp"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>
#include <array>

#include "burden/gui/window/ground_view.hpp"
#include "burden/gui/window/text.hpp"
#include "burden/inputs/scenario_cell.hpp"

namespace burden::gui {
namespace {

using models::Metric;

/// What is asked for most, first.
constexpr std::array offered = {Metric::spending,     Metric::share, Metric::extra,    Metric::hosting,
                                Metric::contribution, Metric::gdp,   Metric::per_head, Metric::of_government};

/// Takes out the bars of letters that a terminal has: the chart has them.
void leave_out_bars(brief::Answer& answer) {
    for (brief::Table& table : answer.tables) {
        for (std::size_t at = table.columns.size(); at-- > 0;) {
            if (table.columns[at].key == "bar") {
                const auto place = static_cast<std::ptrdiff_t>(at);
                table.columns.erase(table.columns.begin() + place);
                for (brief::Row& row : table.rows) {
                    row.cells.erase(row.cells.begin() + place);
                }
            }
        }
    }
}

}  // namespace

DifferenceView::DifferenceView(brief::Language language, QWidget* parent)
    : QDialog(parent),
      language_(language),
      before_(new QComboBox(this)),
      after_name_(new QLabel(this)),
      metric_(new QComboBox(this)),
      which_(new QComboBox(this)),
      chart_(new ChartView(this)),
      pages_(new QTabWidget(this)),
      tables_(new AnswerView(pages_)),
      derivation_(new DerivationView(pages_)),
      problem_(new QLabel(this)) {
    setWindowTitle(tr("Difference"));
    for (const Metric metric : offered) {
        const inputs::MetricName& name = inputs::name_of(metric);
        metric_->addItem(shown(brief::translated(name.meaning, language)), static_cast<int>(metric));
    }
    before_->setAccessibleName(tr("Scenario to compare with"));
    metric_->setAccessibleName(tr("Figure that is compared"));
    which_->setAccessibleName(tr("Country"));
    for (QComboBox* box : {before_, metric_, which_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(24);
    }
    auto* from = new QLabel(tr("&From"), this);
    from->setBuddy(before_);
    auto* of = new QLabel(tr("&in"), this);
    of->setBuddy(metric_);
    after_name_->setTextFormat(Qt::PlainText);
    problem_->setTextFormat(Qt::PlainText);
    problem_->setWordWrap(true);
    problem_->hide();

    auto* line = new QHBoxLayout;
    line->addWidget(from);
    line->addWidget(before_);
    line->addWidget(after_name_);
    line->addWidget(of);
    line->addWidget(metric_);
    line->addWidget(which_);
    line->addStretch(1);
    pages_->setDocumentMode(true);
    tables_->setAccessibleName(tr("Tables"));
    pages_->addTab(tables_, tr("Tables"));
    pages_->addTab(derivation_, tr("Where a figure comes from"));
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(chart_);
    parts->addWidget(pages_);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->addLayout(line);
    column->addWidget(problem_);
    column->addWidget(parts, 1);
    resize(fontMetrics().averageCharWidth() * 150, fontMetrics().lineSpacing() * 44);

    connect(before_, &QComboBox::activated, this, &DifferenceView::ask);
    connect(metric_, &QComboBox::activated, this, &DifferenceView::ask);
    connect(which_, &QComboBox::activated, this, &DifferenceView::show_chart);
    connect(chart_, &ChartView::asked, this, [this](const QString& chart, const QString&, int place) {
        if (place >= 0) {
            ask_figure(figure_of_bar(shown_.answer, typed(chart), static_cast<std::size_t>(place)));
        }
    });
    connect(tables_, &AnswerView::asked, this, [this](int table, int row, int at) {
        ask_figure(figure_of_cell(shown_.answer, static_cast<std::size_t>(table),
                                  static_cast<std::size_t>(row), static_cast<std::size_t>(at)));
    });
    connect(derivation_, &DerivationView::left, this, &DifferenceView::leave_derivation);
}

void DifferenceView::set_scenarios(const std::vector<ScenarioText>& befores, const ScenarioText& after) {
    const bool same = befores == befores_ && after == after_ && !shown_.shown.tables.empty();
    const QString chosen = before_->currentText();
    befores_ = befores;
    after_ = after;
    const QSignalBlocker quiet(before_);
    before_->clear();
    for (const ScenarioText& one : befores_) {
        before_->addItem(shown(one.name));
    }
    const int at = before_->findText(chosen);
    before_->setCurrentIndex(at < 0 ? 0 : at);
    after_name_->setText(tr("to %1").arg(shown(after_.name)));
    if (!same) {
        ask();
    }
}

void DifferenceView::ask() {
    const int at = before_->currentIndex();
    if (at >= 0) {
        Q_EMIT asked({.before = befores_[static_cast<std::size_t>(at)],
                      .after = after_,
                      .metric = static_cast<Metric>(metric_->currentData().toInt())});
    }
}

void DifferenceView::set_difference(const ShownDifference& difference) {
    problem_->setText(difference.problem);
    problem_->setVisible(!difference.problem.isEmpty());
    chart_->setEnabled(difference.problem.isEmpty());
    if (!difference.problem.isEmpty()) {
        return;
    }
    shown_ = difference;
    leave_out_bars(shown_.answer);
    leave_out_bars(shown_.shown);
    const QSignalBlocker quiet(which_);
    const int chosen = which_->currentIndex();
    which_->clear();
    for (const brief::Chart& chart : shown_.shown.charts) {
        which_->addItem(shown(chart.title));
    }
    which_->setCurrentIndex(std::clamp(chosen, 0, std::max(0, which_->count() - 1)));
    which_->setVisible(shown_.shown.charts.size() > 1);
    tables_->set_answer(shown_.shown, tr("These two do not differ."));
    chart_->set_ground(ground_in_words(shown_.shown));
    show_chart();
    // A derivation was of the difference before.
    waits_for_.clear();
    derivation_->clear();
    if (pages_->currentWidget() == derivation_) {
        leave_derivation();
    }
}

void DifferenceView::show_chart() {
    const auto at = static_cast<std::size_t>(std::max(0, which_->currentIndex()));
    chart_->setVisible(at < shown_.shown.charts.size());
    if (at < shown_.shown.charts.size()) {
        chart_->set_chart(shown_.shown.charts[at]);
    }
}

void DifferenceView::ask_figure(const std::optional<DifferenceFigure>& figure) {
    // Beside figures there are words: nothing is to be said of them.
    if (!figure) {
        return;
    }
    const auto said = [this](const std::string& text) { return shown(brief::translated(text, language_)); };
    waits_for_ = tr("%1, %2: %3").arg(said(figure->name), said(figure->years), said(figure->value));
    if (pages_->currentWidget() != derivation_) {
        before_derivation_ = focusWidget();
    }
    pages_->setCurrentWidget(derivation_);
    derivation_->wait_for(waits_for_);
    derivation_->setFocus(Qt::OtherFocusReason);
    Q_EMIT asked_figure(shown_.pair, *figure, waits_for_, derivation_->columns(pages_->width()));
}

void DifferenceView::set_derivation(const QString& title, const QString& text) {
    if (title == waits_for_) {
        waits_for_.clear();
        derivation_->show_text(title, text);
    }
}

void DifferenceView::leave_derivation() {
    const bool focused = derivation_->isAncestorOf(focusWidget());
    pages_->setCurrentWidget(tables_);
    if (focused && before_derivation_ != nullptr) {
        before_derivation_->setFocus(Qt::OtherFocusReason);
    }
}

}  // namespace burden::gui
