// Edits of the document, and how their answers come into the widgets.
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGraphicsOpacityEffect>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolButton>
#include <algorithm>

#include "burden/gui/window/difference_view.hpp"
#include "burden/gui/window/documents.hpp"
#include "burden/gui/window/ground_view.hpp"
#include "burden/gui/window/main_window.hpp"
#include "burden/gui/window/pin_bar.hpp"
#include "burden/gui/window/text.hpp"

namespace burden::gui {
namespace {

/// Tabs, in their order.
enum Tab { path_tab, renewals_tab, compared_tab, ground_tab };

constexpr int moment = 6000;  // milliseconds

bool is_error(const inputs::Diagnostic& one) { return one.severity == inputs::Severity::error; }

/// What is wrong with a value that was typed beside its key: no place is needed.
QString in_short(const std::vector<inputs::Diagnostic>& diagnostics) {
    for (const inputs::Diagnostic& one : diagnostics) {
        if (is_error(one)) {
            QString text = shown(one.message);
            QStringList allowed;
            for (const std::string& name : one.allowed) {
                allowed.append(shown(name));
            }
            if (!allowed.isEmpty()) {
                text += QLatin1Char('\n') + allowed.join(QStringLiteral(", "));
            }
            return one.hint.empty() ? text : text + QLatin1Char('\n') + shown(one.hint);
        }
    }
    return {};
}

QString in_full(const std::vector<inputs::Diagnostic>& diagnostics) {
    std::string text;
    for (const inputs::Diagnostic& one : diagnostics) {
        text += to_text(one);
    }
    return exact(text).trimmed();
}

bool same_points(const brief::ChartSeries& one, const brief::ChartSeries& other) {
    return one.key == other.key && one.label == other.label && one.mark == other.mark &&
           std::equal(one.points.begin(), one.points.end(), other.points.begin(), other.points.end(),
                      [](const brief::ChartPoint& a, const brief::ChartPoint& b) {
                          return a.place == b.place && a.value == b.value && a.from == b.from &&
                                 a.mark == b.mark && a.total == b.total;
                      });
}

/// Whether two charts are drawn alike; what differs is drawn anew.
bool same_chart(const brief::Chart& one, const brief::Chart& other) {
    return one.id == other.id && one.title == other.title && one.caption == other.caption &&
           one.unit == other.unit && one.digits == other.digits && one.places == other.places &&
           std::equal(one.series.begin(), one.series.end(), other.series.begin(), other.series.end(),
                      same_points) &&
           std::equal(one.events.begin(), one.events.end(), other.events.begin(), other.events.end(),
                      [](const brief::ChartEvent& a, const brief::ChartEvent& b) {
                          return a.at == b.at && a.label == b.label;
                      }) &&
           std::equal(one.lines.begin(), one.lines.end(), other.lines.begin(), other.lines.end(),
                      [](const brief::ChartLine& a, const brief::ChartLine& b) {
                          return a.value == b.value && a.label == b.label;
                      }) &&
           one.marks == other.marks;
}

void show_chart(ChartView* view, const brief::Answer& answer) {
    const brief::Chart& chart = answer.charts.front();
    if (!same_chart(view->shown_chart(), chart)) {
        view->set_chart(chart);
    }
    view->set_ground(ground_in_words(answer));
}

const Control* control_named(const View& view, std::string_view name) {
    const auto at = std::find_if(view.controls.begin(), view.controls.end(),
                                 [&](const Control& one) { return one.key.key->name == name; });
    return at == view.controls.end() ? nullptr : &*at;
}

}  // namespace

void MainWindow::edit(const inputs::KeyOfSubject& key, const QString& value, bool joined) {
    const auto problems = bench_.document().set(key, typed(value), joined);
    const QString wrong = in_short(problems);
    if (!wrong.isEmpty()) {
        controls_->refuse(key, wrong);
        return;
    }
    after_edit(!joined);
}

void MainWindow::reset(const inputs::KeyOfSubject& key) {
    const QString wrong = in_short(bench_.document().reset(key));
    if (!wrong.isEmpty()) {
        controls_->refuse(key, wrong);
        return;
    }
    after_edit(true);
}

void MainWindow::after_edit(bool hurry) {
    documents_->edited();
    show_document();
    ask(hurry);
}

void MainWindow::undo(bool again) {
    if (again ? bench_.document().can_redo() : bench_.document().can_undo()) {
        again ? bench_.document().redo() : bench_.document().undo();
        after_edit(true);
    }
}

void MainWindow::look_at_country(int at) {
    if (shown_ == nullptr) {
        return;
    }
    const auto problems = bench_.look_at(typed(country_->itemData(at).toString()), shown_->view);
    const QString wrong = in_short(problems);
    if (!wrong.isEmpty()) {
        say(wrong, true);
        show_bar();
        return;
    }
    after_edit(true);
}

void MainWindow::take_renewals() {
    if (!beside_->isModified()) {
        return;
    }
    const QString wrong = in_short(bench_.set_renewals(typed(beside_->text())));
    if (!wrong.isEmpty()) {
        say(wrong, true);
        return;
    }
    beside_->setModified(false);
    hide_banner();
    ask(true);
}

void MainWindow::switch_prices(bool constant) {
    const Control* prices = shown_ == nullptr ? nullptr : control_named(shown_->view, "prices");
    if (prices == nullptr) {
        show_bar();
        return;
    }
    const auto choice = std::find_if(prices->choices.begin(), prices->choices.end(), [&](const Choice& one) {
        return one.value.starts_with("constant") == constant;
    });
    if (choice != prices->choices.end()) {
        edit(prices->key, exact(choice->value), false);
    }
}

void MainWindow::ask(bool hurry) {
    current_ = false;
    computation_->ask(bench_.question(), hurry);
}

void MainWindow::settle() {
    for (int times = 0; times < 50; ++times) {
        computation_->settle();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        if (current_) {
            computation_->settle();
            QCoreApplication::processEvents();
            return;
        }
    }
}

void MainWindow::show_view(const std::shared_ptr<const ShownView>& shown_now) {
    const View& view = shown_now->view;
    const bool was_wrong = banner_->isVisible() && banner_->property("of_view").toBool();
    const ViewQuestion& asked = shown_now->question;
    current_ = asked.document == bench_.scenario();
    if (view.good()) {
        shown_ = shown_now;
        if (was_wrong) {
            hide_banner();
        }
    } else if (!view.problems.empty()) {
        say(in_full(view.problems), true);
        banner_->setProperty("of_view", true);
    }
    dim_charts(!view.good());
    for (AnswerView* tables : {run_tables_, renewal_tables_, compared_tables_}) {
        tables->setEnabled(view.good());
    }
    if (!view.controls.empty()) {
        controls_->set_controls(view.controls);
    }
    if (view.good()) {
        show_charts();
        stale_.fill(true);
        show_tab(tabs_->currentIndex());
        show_bar();
        set_difference();
    }
    Q_EMIT updated();
}

void MainWindow::dim_charts(bool dim) {
    for (ChartView* chart : {path_, renewals_}) {
        chart->setEnabled(!dim);
    }
    if (dim && charts_->graphicsEffect() == nullptr) {
        auto* pale = new QGraphicsOpacityEffect(charts_);
        pale->setOpacity(0.4);
        charts_->setGraphicsEffect(pale);
    } else if (!dim && charts_->graphicsEffect() != nullptr) {
        charts_->setGraphicsEffect(nullptr);
    }
}

void MainWindow::show_charts() {
    if (!shown_->run.charts.empty()) {
        show_chart(path_, shown_->run);
    }
    const bool hosting = !shown_->renewals.charts.empty();
    renewals_->setVisible(hosting);
    beside_->setEnabled(hosting);
    beside_label_->setEnabled(hosting);
    actions_.export_renewals->setEnabled(hosting);
    tabs_->setTabVisible(renewals_tab, hosting);
    tabs_->setTabVisible(compared_tab, !shown_->compared.tables.empty());
    if (hosting) {
        show_chart(renewals_, shown_->renewals);
    }
}

void MainWindow::show_tab(int at) {
    if (shown_ == nullptr || at < 0 || at > ground_tab || !stale_[static_cast<std::size_t>(at)]) {
        return;
    }
    stale_[static_cast<std::size_t>(at)] = false;
    switch (at) {
        case path_tab:
            run_tables_->set_answer(shown_->run, {});
            break;
        case renewals_tab:
            renewal_tables_->set_answer(shown_->renewals, tr("No arrangement ends in these years."));
            break;
        case compared_tab:
            compared_tables_->set_answer(shown_->compared, tr("Nothing is pinned."));
            break;
        case ground_tab: {
            brief::Answer all = shown_->run;
            brief::add_ground(all, shown_->renewals);
            ground_view_->set_answer(all);
            break;
        }
        default:
            break;
    }
}

void MainWindow::show_bar() {
    const View& view = shown_->view;
    const QSignalBlocker quiet(country_);
    const bool same =
        country_->count() == static_cast<int>(view.countries.size()) &&
        std::equal(
            view.countries.begin(), view.countries.end(),
            [&] {
                QStringList codes;
                for (int at = 0; at < country_->count(); ++at) {
                    codes.append(country_->itemData(at).toString() +
                                 (country_->itemData(at, Qt::UserRole + 1).toBool() ? "+" : ""));
                }
                return codes;
            }()
                .begin(),
            [](const CountryName& one, const QString& item) {
                return exact(one.code) + (one.shown ? "+" : "") == item;
            });
    if (!same) {
        country_->clear();
        for (const CountryName& one : view.countries) {
            const QString name = shown(brief::translated(one.name, language_));
            country_->addItem(one.shown ? name : tr("%1 (add)").arg(name), exact(one.code));
            country_->setItemData(country_->count() - 1, one.shown, Qt::UserRole + 1);
        }
    }
    country_->setCurrentIndex(country_->findData(exact(view.country)));
    if (!beside_->isModified()) {
        QStringList rules;
        for (const std::string& rule : bench_.renewals()) {
            rules.append(exact(rule));
        }
        const QString text = rules.join(QStringLiteral(","));
        if (beside_->text() != text) {
            beside_->setText(text);
            beside_->setCursorPosition(0);
        }
    }
    const Control* prices = control_named(view, "prices");
    actions_.constant_prices->setChecked(prices != nullptr && prices->value.starts_with("constant"));
    if (!view.warnings.empty()) {
        statusBar()->setToolTip(in_full(view.warnings));
    } else {
        statusBar()->setToolTip({});
    }
}

void MainWindow::show_document() {
    const Document& document = bench_.document();
    const QString name = shown(document.name());
    setWindowTitle(tr("%1[*] – Burden").arg(name));
    setWindowFilePath(exact(document.path()));
    setWindowTitle(tr("%1[*] – Burden").arg(name));
    setWindowModified(document.changed());
    actions_.save->setEnabled(document.changed() || document.path().empty());
    const auto name_step = [](QAction* action, bool can, const QString& plain, const QString& named,
                              const std::string& step) {
        action->setEnabled(can);
        action->setText(can && !step.empty() ? named.arg(shown(step)) : plain);
    };
    name_step(actions_.undo, document.can_undo(), tr("&Undo"), tr("&Undo: %1"), document.undo_words());
    name_step(actions_.redo, document.can_redo(), tr("&Redo"), tr("&Redo: %1"), document.redo_words());
    show_pins();
}

void MainWindow::show_pins() {
    QStringList names;
    for (const ScenarioText& one : bench_.question().pinned) {
        names.append(shown(one.name));
    }
    pins_->set_pins(names);
    actions_.unpin_all->setEnabled(!names.isEmpty());
}

void MainWindow::say(const QString& text, bool wrong) {
    QPalette colours = palette();
    colours.setColor(QPalette::Window, wrong ? alarm_ground(colours) : colours.color(QPalette::ToolTipBase));
    colours.setColor(QPalette::WindowText,
                     wrong ? alarm_colour(colours) : colours.color(QPalette::ToolTipText));
    banner_->setPalette(colours);
    // Diagnostics point at columns.
    banner_text_->setFont(
        text.contains(QLatin1Char('\n')) ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : font());
    banner_text_->setText(text);
    banner_text_->setAccessibleName(text);
    banner_->setProperty("wrong", wrong);
    banner_->setProperty("of_view", false);
    banner_->show();
}

void MainWindow::hide_banner() {
    banner_->hide();
    banner_text_->clear();
}

QString MainWindow::banner() const { return banner_text_->text(); }

void MainWindow::show_moment(const QString& text) { statusBar()->showMessage(text, moment); }

void MainWindow::fill_recent() {
    actions_.recent->clear();
    const std::vector<RecentFile> files = documents_->recent();
    for (const RecentFile& file : files) {
        const QString path = exact(file.path);
        const QString name = shown(QFileInfo(path).fileName().toStdString());
        QAction* one = actions_.recent->addAction(file.gone ? tr("%1 (gone)").arg(name) : name, this,
                                                  [this, path] { documents_->open(path); });
        one->setEnabled(!file.gone);
        one->setStatusTip(path);
        one->setToolTip(path);
    }
    if (!files.empty()) {
        actions_.recent->addSeparator();
        actions_.recent->addAction(tr("&Forget them"), this, [this] {
            documents_->forget_recent();
            fill_recent();
        });
    }
    actions_.recent->setEnabled(!files.empty());
}

void MainWindow::fill_ready_made() {
    for (const inputs::ReadyMade& one : inputs::ready_made_scenarios()) {
        const QString name = exact(one.name);
        actions_.ready_made->addAction(name, this, [this, name] { documents_->begin_ready_made(name); });
    }
}

}  // namespace burden::gui
