// What leaves the window: derivations, differences, exports, command lines.
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QTabWidget>
#include <algorithm>

#include "burden/brief/files.hpp"
#include "burden/brief/write_html.hpp"
#include "burden/gui/window/brief_maker.hpp"
#include "burden/gui/window/difference_view.hpp"
#include "burden/gui/window/documents.hpp"
#include "burden/gui/window/export.hpp"
#include "burden/gui/window/main_window.hpp"
#include "burden/gui/window/picture_maker.hpp"
#include "burden/gui/window/text.hpp"

namespace burden::gui {
namespace {

QString in_full(const std::vector<inputs::Diagnostic>& diagnostics) {
    std::string text;
    for (const inputs::Diagnostic& one : diagnostics) {
        text += to_text(one);
    }
    return exact(text).trimmed();
}

/// The line that makes a chart again, or at least its figures.
std::string command_for(const std::vector<std::string>& lines, bool renewals) {
    const std::string_view begins = renewals ? "burden sweep" : "burden chart";
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&](const std::string& line) { return line.starts_with(begins); });
    return found != lines.end() ? *found : renewals || lines.empty() ? std::string() : lines.front();
}

bool is_ready_made(const std::string& name) {
    const auto all = inputs::ready_made_scenarios();
    return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
}

}  // namespace

void MainWindow::ask_point(const QString& chart, const QString& series, int place) {
    if (shown_ != nullptr && place >= 0) {
        ask_source(source_of_point(shown_->view, shown_->question, typed(chart), typed(series),
                                   static_cast<std::size_t>(place)));
    }
}

void MainWindow::ask_cell(const brief::Answer& answer, int table, int row, int column) {
    const auto at = static_cast<std::size_t>(table);
    if (at < answer.tables.size()) {
        ask_source(source_of_cell(shown_->view, answer.tables[at], static_cast<std::size_t>(row),
                                  static_cast<std::size_t>(column)));
    }
}

void MainWindow::ask_source(const std::optional<FigureSource>& source) {
    if (!source) {
        show_moment(tr("This is no figure of the scenario: it has no derivation."));
        return;
    }
    if (tabs_->currentWidget() != derivation_) {
        before_derivation_ = tabs_->currentIndex();
    }
    tabs_->setCurrentWidget(derivation_);
    derivation_->wait_for(exact(source->cell));
    derivation_->setFocus(Qt::OtherFocusReason);
    computation_->ask_derivation(shown_->question, *source, derivation_->columns(tabs_->width()));
}

void MainWindow::open_difference() {
    if (difference_ == nullptr) {
        difference_ = new DifferenceView(language_, this);
        connect(difference_, &DifferenceView::asked, computation_, &Computation::ask_difference);
        connect(difference_, &DifferenceView::asked_figure, computation_,
                qOverload<DifferencePair, DifferenceFigure, QString, int>(&Computation::ask_derivation));
        connect(computation_, &Computation::difference_derived, difference_, &DifferenceView::set_derivation);
    }
    difference_->show();
    difference_->raise();
    difference_->activateWindow();
    set_difference();
}

void MainWindow::set_difference() {
    if (difference_ == nullptr || !difference_->isVisible()) {
        return;
    }
    // The baseline is always there to compare with.
    std::vector<ScenarioText> befores;
    if (const auto baseline = ready_made_document("baseline")) {
        befores.push_back({.name = baseline->name(), .path = {}, .text = baseline->text()});
    }
    const ViewQuestion question = bench_.question();
    befores.insert(befores.end(), question.pinned.begin(), question.pinned.end());
    difference_->set_scenarios(befores, question.document);
}

AnswerView* MainWindow::tables_in_front() const {
    auto* tables = qobject_cast<AnswerView*>(tabs_->currentWidget());
    AnswerView* front = tables == nullptr ? run_tables_ : tables;
    return front->answer().tables.empty() ? nullptr : front;
}

void MainWindow::export_chart(bool renewals) {
    const QString file = dialogs_.file_to_save(
        tr("Export chart"),
        settings_->value(QStringLiteral("folder"), QDir::homePath()).toString() + QLatin1Char('/') +
            QFileInfo(shown(bench_.document().name())).completeBaseName() +
            (renewals ? QStringLiteral("-renewals.png") : QStringLiteral(".png")),
        tr("Pictures (*.png *.svg *.pdf)"));
    if (!file.isEmpty()) {
        save_chart(renewals, file);
    }
}

bool MainWindow::save_chart(bool renewals, const QString& file) {
    if (shown_ == nullptr) {
        return false;
    }
    const brief::Answer& answer = renewals ? shown_->renewals : shown_->run;
    const auto format = picture_format_of(typed(file));
    if (!format) {
        say(in_full({inputs::argument_diagnostic("file", typed(file), format.fault())}), true);
        return false;
    }
    if (answer.charts.empty()) {
        return false;
    }
    if (painter_.isEmpty()) {
        say(tr("Pictures are painted by the program burden-gui, which is neither beside this one nor in "
               "PATH."),
            true);
        return false;
    }
    brief::ChartSheet sheet{.answer = answer};
    sheet.answer.tables.clear();
    sheet.answer.charts.resize(1);
    const CommandLines commands = bench_.commands(shown_->view);
    sheet.again = commands.lacking.empty() ? command_for(commands.lines, renewals) : std::string();
    if (const auto scenario = inputs::scenario_of(typed(bench_.document()).name, brief::opened_beside)) {
        sheet.scenario = brief::scenario_fingerprint(*scenario);
    }
    const ChartView* view = renewals ? renewals_ : path_;
    PictureStyle style;
    style.dark = is_dark(palette());
    style.sight.log = view->log();
    for (const QString& key : view->hidden()) {
        style.sight.hidden.push_back(typed(key));
    }
    if (!pictures_->make(painter_, sheet, *format, style, file)) {
        say(tr("Another picture is being written: export this one when it is done."), false);
        return false;
    }
    return true;
}

void MainWindow::export_table() {
    const QString file = dialogs_.file_to_save(
        tr("Export table"),
        settings_->value(QStringLiteral("folder"), QDir::homePath()).toString() + QLatin1Char('/') +
            QFileInfo(shown(bench_.document().name())).completeBaseName() + QStringLiteral(".csv"),
        tr("Tables (*.csv *.md *.html *.tex *.json)"));
    if (!file.isEmpty()) {
        save_table(file);
    }
}

bool MainWindow::save_table(const QString& file) {
    const AnswerView* tables = tables_in_front();
    if (tables == nullptr) {
        return false;
    }
    const QString ending = QFileInfo(file).suffix().toLower();
    std::string text;
    if (ending == QStringLiteral("csv")) {
        brief::Style style;
        style.csv_metadata = true;
        text = brief::write_csv(tables->chosen(true), style);
    } else if (ending == QStringLiteral("md")) {
        text = brief::write_markdown(tables->chosen(false));
    } else if (ending == QStringLiteral("html") || ending == QStringLiteral("htm")) {
        const brief::Answer answer = tables->chosen(false);
        brief::Document document = brief::document_of(answer);
        document.language = answer.basis.language;
        text = brief::write_html(document);
    } else if (ending == QStringLiteral("tex")) {
        text = brief::written(tables->chosen(false), brief::Format::latex, {});
    } else if (ending == QStringLiteral("json")) {
        text = brief::write_json(tables->chosen(true));
    } else {
        say(tr("A table is written as .csv, .md, .html, .tex or .json, and %1 ends with none of them.")
                .arg(file),
            true);
        return false;
    }
    const auto problems = brief::write_whole(typed(file), text);
    if (!problems.empty()) {
        say(in_full(problems), true);
        return false;
    }
    show_moment(tr("The table is in %1.").arg(QDir::toNativeSeparators(file)));
    return true;
}

void MainWindow::export_brief() {
    const QString command = command_path();
    if (command.isEmpty()) {
        say(tr("Briefs are made by the program burden, which is neither beside this one nor in PATH."), true);
        return;
    }
    // A brief names the scenario that it is made of, so that it can be made again.
    const Document& document = bench_.document();
    const bool named = !document.path().empty() || is_ready_made(document.name());
    if ((document.changed() || !named) && !documents_->save()) {
        say(tr("A brief names the file of its scenario: save it first."), false);
        return;
    }
    const QString scenario = exact(document.path().empty() ? document.name() : document.path());
    const QString file = dialogs_.file_to_save(
        tr("Export brief"),
        settings_->value(QStringLiteral("folder"), QDir::homePath()).toString() + QLatin1Char('/') +
            QFileInfo(shown(document.name())).completeBaseName() + QStringLiteral(".html"),
        tr("Briefs (*.html *.docx *.xlsx *.md *.tex)"));
    if (!file.isEmpty()) {
        briefs_->make(command, scenario, file,
                      language_ == brief::Language::ja ? QStringLiteral("ja") : QStringLiteral("en"));
    }
}

void MainWindow::copy_command() {
    if (shown_ == nullptr) {
        return;
    }
    const CommandLines commands = bench_.commands(shown_->view);
    if (!commands.lacking.empty()) {
        say(tr("No command line can give every edit: %1. Save the scenario, and its file can be named.")
                .arg(shown(commands.lacking)),
            false);
    }
    if (!commands.lines.empty()) {
        QStringList lines;
        for (const std::string& line : commands.lines) {
            lines.append(exact(line));
        }
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
        show_moment(tr("On the clipboard: %1").arg(lines.front()));
    }
}

void MainWindow::tell_keys() {
    QStringList lines;
    for (const QAction* action : actions()) {
        if (!action->shortcut().isEmpty()) {
            lines.append(action->shortcut().toString(QKeySequence::NativeText).leftJustified(16) +
                         action->text().remove(QLatin1Char('&')));
        }
    }
    lines.append(QString());
    lines.append(
        tr("In a chart: arrows go from point to point, Enter shows where a figure comes from, + and − "
           "enlarge, 0 shows all, H hides a series."));
    lines.append(
        tr("In a table: arrows go from figure to figure, Enter shows where it comes from, Ctrl+C copies "
           "what is selected."));
    dialogs_.tell(tr("Keyboard"), lines.join(QLatin1Char('\n')));
}

}  // namespace burden::gui
