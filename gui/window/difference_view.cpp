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

/// Without the bars of letters that a terminal has: the chart has them.
brief::Answer without_bars(brief::Answer answer) {
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
    return answer;
}

}  // namespace

DifferenceView::DifferenceView(brief::Language language, QWidget* parent)
    : QDialog(parent),
      before_(new QComboBox(this)),
      after_name_(new QLabel(this)),
      metric_(new QComboBox(this)),
      which_(new QComboBox(this)),
      chart_(new ChartView(this)),
      tables_(new AnswerView(this)),
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
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(chart_);
    parts->addWidget(tables_);
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
}

void DifferenceView::set_scenarios(const std::vector<ScenarioText>& befores, const ScenarioText& after) {
    const bool same = befores == befores_ && after == after_ && !answer_.tables.empty();
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
        Q_EMIT asked(befores_[static_cast<std::size_t>(at)], after_,
                     static_cast<Metric>(metric_->currentData().toInt()));
    }
}

void DifferenceView::set_answer(const brief::Answer& answer, const QString& problem) {
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    chart_->setEnabled(problem.isEmpty());
    if (!problem.isEmpty()) {
        return;
    }
    answer_ = without_bars(answer);
    const QSignalBlocker quiet(which_);
    const int chosen = which_->currentIndex();
    which_->clear();
    for (const brief::Chart& chart : answer_.charts) {
        which_->addItem(shown(chart.title));
    }
    which_->setCurrentIndex(std::clamp(chosen, 0, std::max(0, which_->count() - 1)));
    which_->setVisible(answer_.charts.size() > 1);
    tables_->set_answer(answer_, tr("These two do not differ."));
    chart_->set_ground(ground_in_words(answer_));
    show_chart();
}

void DifferenceView::show_chart() {
    const auto at = static_cast<std::size_t>(std::max(0, which_->currentIndex()));
    chart_->setVisible(at < answer_.charts.size());
    if (at < answer_.charts.size()) {
        chart_->set_chart(answer_.charts[at]);
    }
}

}  // namespace burden::gui
