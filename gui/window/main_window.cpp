#include "burden/gui/window/main_window.hpp"

#include <QApplication>
#include <QCheckBox>
#include <QCloseEvent>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWindow>

#include "burden/gui/window/about.hpp"
#include "burden/gui/window/brief_maker.hpp"
#include "burden/gui/window/difference_view.hpp"
#include "burden/gui/window/documents.hpp"
#include "burden/gui/window/ground_view.hpp"
#include "burden/gui/window/picture_maker.hpp"
#include "burden/gui/window/pin_bar.hpp"
#include "burden/gui/window/text.hpp"

namespace burden::gui {
namespace {

std::unique_ptr<QSettings> settings_at(const Places& places) {
    return places.settings.isEmpty() ? std::make_unique<QSettings>()
                                     : std::make_unique<QSettings>(places.settings, QSettings::IniFormat);
}

QString local_file(const QMimeData* data) {
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

/// A panel whose text is told by its tab alone.
AnswerView* tables_in(QTabWidget* tabs, const QString& title) {
    auto* tables = new AnswerView(tabs);
    tables->setAccessibleName(title);
    tabs->addTab(tables, title);
    return tables;
}

}  // namespace

Places Places::usual() {
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    return {.recovery = data.isEmpty() ? std::string() : typed(data + QStringLiteral("/recovery"))};
}

brief::Language language_kept(const Places& places) {
    const QString kept = settings_at(places)->value(QStringLiteral("language")).toString();
    const bool japanese =
        kept.isEmpty() ? QLocale::system().language() == QLocale::Japanese : kept == QStringLiteral("ja");
    return japanese ? brief::Language::ja : brief::Language::en;
}

MainWindow::MainWindow(const Places& places, brief::Language language)
    : language_(language),
      settings_(settings_at(places)),
      dialogs_(dialogs_before(this)),
      actions_(this),
      documents_(new Documents(bench_, *settings_, places.recovery, dialogs_, this)),
      briefs_(new BriefMaker(this)),
      pictures_(new PictureMaker(this)),
      painter_(window_program()),
      computation_(new Computation(language_, this)) {
    setAcceptDrops(true);
    lay_out();
    connect_actions();
    connect_widgets();
    restore_layout();
    fill_recent();
    fill_ready_made();
    show_document();
    ask(true);
}

MainWindow::~MainWindow() {
    // What widgets say while they go finds nobody, and threads end before what their answers would be shown
    // in.
    for (QObject* child : findChildren<QObject*>()) {
        child->disconnect(this);
    }
    delete computation_;
}

void MainWindow::set_dialogs(const Dialogs& dialogs) {
    dialogs_ = dialogs;
    documents_->set_dialogs(dialogs);
}

void MainWindow::lay_out() {
    actions_.add_to(menuBar());
    controls_ = new ControlPanel(language_, this);

    banner_ = new QFrame(this);
    banner_->setAutoFillBackground(true);
    banner_text_ = new QLabel(banner_);
    banner_text_->setTextFormat(Qt::PlainText);
    banner_text_->setWordWrap(true);
    banner_text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* dismiss = new QToolButton(banner_);
    dismiss->setText(QStringLiteral("×"));
    dismiss->setAutoRaise(true);
    dismiss->setToolTip(tr("Hide this message."));
    dismiss->setAccessibleName(dismiss->toolTip());
    connect(dismiss, &QToolButton::clicked, this, &MainWindow::hide_banner);
    auto* message = new QHBoxLayout(banner_);
    message->addWidget(banner_text_, 1);
    message->addWidget(dismiss, 0, Qt::AlignTop);
    banner_->hide();

    charts_ = new QSplitter(Qt::Horizontal, this);
    path_ = new ChartView(charts_);
    renewals_ = new ChartView(charts_);
    for (ChartView* chart : {path_, renewals_}) {
        chart->setMinimumSize(260, 280);  // so that the window fits a small screen at twice the size
    }
    charts_->setStretchFactor(0, 1);
    charts_->setStretchFactor(1, 1);
    charts_->setChildrenCollapsible(false);

    tabs_ = new QTabWidget(this);
    tabs_->setDocumentMode(true);
    run_tables_ = tables_in(tabs_, tr("Path"));
    renewal_tables_ = tables_in(tabs_, tr("Renewals"));
    compared_tables_ = tables_in(tabs_, tr("Compared"));
    ground_view_ = new GroundView(tabs_);
    tabs_->addTab(ground_view_, tr("Basis and sources"));
    derivation_ = new DerivationView(tabs_);
    tabs_->addTab(derivation_, tr("Where a figure comes from"));

    rows_ = new QSplitter(Qt::Vertical, this);
    rows_->addWidget(charts_);
    rows_->addWidget(tabs_);
    rows_->setStretchFactor(0, 3);
    rows_->setStretchFactor(1, 2);
    rows_->setChildrenCollapsible(false);

    pins_ = new PinBar(this);
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(6);
    column->addWidget(bar());
    column->addWidget(banner_);
    column->addWidget(rows_, 1);

    columns_ = new QSplitter(Qt::Horizontal, this);
    columns_->addWidget(controls_);
    columns_->addWidget(right);
    columns_->setStretchFactor(0, 0);
    columns_->setStretchFactor(1, 1);
    columns_->setCollapsible(1, false);
    setCentralWidget(columns_);

    pointed_ = new QLabel(this);
    pointed_->setTextFormat(Qt::PlainText);
    statusBar()->addWidget(pointed_, 1);
    statusBar()->addPermanentWidget(writing_notice());
}

QWidget* MainWindow::writing_notice() {
    auto* notice = new QWidget(this);
    auto* text = new QLabel(notice);
    text->setTextFormat(Qt::PlainText);
    auto* break_off = new QToolButton(notice);
    break_off->setText(tr("Cancel"));
    break_off->setToolTip(tr("Do not write the picture."));
    break_off->setAccessibleName(break_off->toolTip());
    break_off->setFocusPolicy(Qt::StrongFocus);
    auto* line = new QHBoxLayout(notice);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(text);
    line->addWidget(break_off);
    notice->hide();
    connect(break_off, &QToolButton::clicked, pictures_, &PictureMaker::cancel);
    connect(pictures_, &PictureMaker::begun, notice, [this, notice, text](const QString& file) {
        const QString name = fontMetrics().elidedText(QFileInfo(file).fileName(), Qt::ElideMiddle,
                                                      fontMetrics().averageCharWidth() * 40);
        text->setText(tr("Writing %1…").arg(name));
        notice->show();
    });
    connect(pictures_, &PictureMaker::done, notice, &QWidget::hide);
    return notice;
}

QWidget* MainWindow::bar() {
    auto* whole = new QWidget(this);
    country_ = new QComboBox(whole);
    country_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    country_->setAccessibleName(tr("Country"));
    country_->setStatusTip(
        tr("The country that is looked at. One that the scenario does not show is added to it."));
    auto* of = new QLabel(tr("&Country"), whole);
    of->setBuddy(country_);
    beside_ = new QLineEdit(whole);
    beside_->setAccessibleName(tr("Renewals to compare"));
    beside_->setStatusTip(
        tr("Renewal rules with commas between them, which the scenario's own is seen beside: flat, "
           "cpi:cap=5%, x4"));
    beside_->setToolTip(beside_->statusTip());
    beside_->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
    beside_label_ = new QLabel(tr("&Renewals"), whole);
    beside_label_->setBuddy(beside_);
    auto* constant = new QCheckBox(tr("C&onstant prices"), whole);
    auto* log = new QCheckBox(tr("&Log scale"), whole);
    for (const auto& [box, action] :
         {std::pair(constant, actions_.constant_prices), std::pair(log, actions_.logarithmic)}) {
        box->setStatusTip(action->statusTip());
        box->setToolTip(action->statusTip());
        connect(box, &QCheckBox::clicked, action, &QAction::trigger);
        connect(action, &QAction::toggled, box, &QCheckBox::setChecked);
    }
    pin_ = new QToolButton(whole);
    pin_->setDefaultAction(actions_.pin);
    auto* difference = new QToolButton(whole);
    difference->setDefaultAction(actions_.difference);
    for (QToolButton* button : {pin_, difference}) {
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(button->defaultAction()->text().remove(QLatin1Char('&')));
    }

    auto* line = new QHBoxLayout;
    line->addWidget(of);
    line->addWidget(country_);
    line->addSpacing(8);
    line->addWidget(beside_label_);
    line->addWidget(beside_, 1);
    line->addSpacing(8);
    line->addWidget(constant);
    line->addWidget(log);
    auto* pinned = new QHBoxLayout;
    pinned->addWidget(pin_);
    pinned->addWidget(difference);
    pinned->addSpacing(8);
    pinned->addWidget(pins_, 1);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(8, 0, 8, 0);
    column->setSpacing(4);
    column->addLayout(line);
    column->addLayout(pinned);
    return whole;
}

void MainWindow::connect_actions() {
    const auto on = [this](QAction* action, auto&& what) {
        connect(action, &QAction::triggered, this, std::forward<decltype(what)>(what));
    };
    on(actions_.fresh, [this] { documents_->begin_new(); });
    on(actions_.open, [this] { documents_->open_chosen(); });
    on(actions_.save, [this] { documents_->save(); });
    on(actions_.save_as, [this] { documents_->save_as(); });
    on(actions_.export_path, [this] { export_chart(false); });
    on(actions_.export_renewals, [this] { export_chart(true); });
    on(actions_.export_table, [this] { export_table(); });
    on(actions_.export_brief, [this] { export_brief(); });
    on(actions_.quit, [this] { close(); });

    on(actions_.undo, [this] { undo(false); });
    on(actions_.redo, [this] { undo(true); });
    on(actions_.copy_command, [this] { copy_command(); });
    for (const auto& [action, format] : {std::pair(actions_.copy_html, brief::Format::html),
                                         std::pair(actions_.copy_csv, brief::Format::csv),
                                         std::pair(actions_.copy_markdown, brief::Format::md)}) {
        on(action, [this, kind = format] {
            if (const AnswerView* tables = tables_in_front()) {
                tables->copy(kind);
                show_moment(tr("The table is on the clipboard."));
            }
        });
    }

    on(actions_.logarithmic, [this](bool log) {
        path_->set_log(log);
        renewals_->set_log(log);
    });
    on(actions_.constant_prices, [this](bool constant) { switch_prices(constant); });
    on(actions_.reset_zoom, [this] {
        path_->reset_zoom();
        renewals_->reset_zoom();
    });
    on(actions_.controls, [this](bool seen) { controls_->setVisible(seen); });
    on(actions_.derivation, [this] {
        tabs_->setCurrentWidget(derivation_);
        derivation_->setFocus(Qt::ShortcutFocusReason);
    });
    connect(derivation_, &DerivationView::left, this, [this] {
        tabs_->setCurrentIndex(before_derivation_);
        actions_.to_tables->trigger();
    });
    on(actions_.to_controls, [this] {
        actions_.controls->setChecked(true);
        controls_->setVisible(true);
        if (!controls_->rows().empty()) {
            controls_->rows().front()->editor()->setFocus(Qt::ShortcutFocusReason);
        }
    });
    on(actions_.to_path, [this] { path_->setFocus(Qt::ShortcutFocusReason); });
    on(actions_.to_renewals, [this] { renewals_->setFocus(Qt::ShortcutFocusReason); });
    on(actions_.to_tables, [this] {
        if (auto* table = tabs_->currentWidget()->findChild<TableView*>()) {
            table->setFocus(Qt::ShortcutFocusReason);
        } else {
            tabs_->currentWidget()->setFocus(Qt::ShortcutFocusReason);
        }
    });
    connect(actions_.grounds, &QActionGroup::triggered, this, [this](const QAction* chosen) {
        set_ground(static_cast<Ground>(chosen->data().toInt()));
        settings_->setValue(QStringLiteral("ground"), chosen->data());
    });
    connect(actions_.languages, &QActionGroup::triggered, this, [this](const QAction* chosen) {
        settings_->setValue(QStringLiteral("language"), chosen->data());
        say(tr("The language changes when the window is opened again."), false);
    });
    for (QAction* language : actions_.languages->actions()) {
        language->setChecked((language->data().toString() == QStringLiteral("ja")) ==
                             (language_ == brief::Language::ja));
    }

    on(actions_.pin, [this] {
        if (bench_.pin()) {
            show_pins();
            ask(true);
        } else {
            say(tr("This scenario is pinned already, or as many as can be compared are."), false);
        }
    });
    on(actions_.unpin_all, [this] {
        bench_.unpin_all();
        show_pins();
        ask(true);
    });
    on(actions_.difference, [this] { open_difference(); });
    on(actions_.keys, [this] { tell_keys(); });
    on(actions_.about, [this] { dialogs_.tell(tr("About"), about_text()); });
}

void MainWindow::connect_widgets() {
    connect(controls_, &ControlPanel::edited, this, &MainWindow::edit);
    connect(controls_, &ControlPanel::reset, this, &MainWindow::reset);
    connect(country_, &QComboBox::activated, this, &MainWindow::look_at_country);
    connect(beside_, &QLineEdit::editingFinished, this, &MainWindow::take_renewals);
    connect(pins_, &PinBar::unpin, this, [this](int at) {
        bench_.unpin(static_cast<std::size_t>(at));
        show_pins();
        ask(true);
    });
    for (ChartView* chart : {path_, renewals_}) {
        connect(chart, &ChartView::pointed, pointed_, &QLabel::setText);
        connect(chart, &ChartView::asked, this, &MainWindow::ask_point);
    }
    connect(run_tables_, &AnswerView::asked, this,
            [this](int table, int row, int column) { ask_cell(shown_->view.run, table, row, column); });
    connect(renewal_tables_, &AnswerView::asked, this,
            [this](int table, int row, int column) { ask_cell(shown_->view.renewals, table, row, column); });
    connect(compared_tables_, &AnswerView::asked, this,
            [this](int table, int row, int column) { ask_cell(shown_->view.compared, table, row, column); });
    connect(tabs_, &QTabWidget::currentChanged, this, &MainWindow::show_tab);

    connect(documents_, &Documents::replaced, this, [this] {
        hide_banner();
        show_document();
        fill_recent();
        ask(true);
    });
    connect(documents_, &Documents::saved, this, [this] {
        show_document();
        fill_recent();
        show_moment(tr("Saved."));
        ask(true);
    });
    connect(documents_, &Documents::refused, this, [this](const QString& what) { say(what, true); });
    connect(briefs_, &BriefMaker::done, this, [this](const QString& file, const QString& problem) {
        if (problem.isEmpty()) {
            show_moment(tr("The brief is in %1.").arg(QDir::toNativeSeparators(file)));
        } else {
            say(problem, true);
        }
    });

    connect(pictures_, &PictureMaker::done, this,
            [this](const QString& file, PictureMaker::End end, const QString& problem) {
                switch (end) {
                    case PictureMaker::End::written:
                        show_moment(tr("The chart is in %1.").arg(QDir::toNativeSeparators(file)));
                        break;
                    case PictureMaker::End::cancelled:
                        show_moment(tr("The chart was not written."));
                        break;
                    case PictureMaker::End::failed:
                        // The window may have been closed meanwhile.
                        if (isVisible()) {
                            say(problem, true);
                        } else {
                            dialogs_.tell(tr("Export chart"), problem);
                        }
                        break;
                }
            });

    connect(computation_, &Computation::came, this, &MainWindow::show_view);
    connect(computation_, &Computation::derived, derivation_, &DerivationView::show_text);
    connect(computation_, &Computation::differed, this,
            [this](const std::shared_ptr<const ShownDifference>& difference) {
                if (difference_ != nullptr) {
                    difference_->set_difference(*difference);
                }
            });
}

void MainWindow::restore_layout() {
    const QSettings& kept = *settings_;
    if (!restoreGeometry(kept.value(QStringLiteral("window/geometry")).toByteArray())) {
        const QSize room = screen() != nullptr ? screen()->availableSize() : QSize(1400, 900);
        resize(QSize(1400, 900).boundedTo(room));
    }
    restoreState(kept.value(QStringLiteral("window/state")).toByteArray());
    if (!columns_->restoreState(kept.value(QStringLiteral("window/columns")).toByteArray())) {
        const int controls = controls_->sizeHint().width();
        columns_->setSizes({controls, width() - controls});
    }
    if (!rows_->restoreState(kept.value(QStringLiteral("window/rows")).toByteArray())) {
        rows_->setSizes({height() * 55 / 100, height() * 45 / 100});
    }
    charts_->restoreState(kept.value(QStringLiteral("window/charts")).toByteArray());
    const auto ground = static_cast<Ground>(kept.value(QStringLiteral("ground"), 0).toInt());
    for (QAction* one : actions_.grounds->actions()) {
        one->setChecked(one->data().toInt() == static_cast<int>(ground));
    }
    set_ground(ground);
}

void MainWindow::keep_layout() {
    settings_->setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings_->setValue(QStringLiteral("window/state"), saveState());
    settings_->setValue(QStringLiteral("window/columns"), columns_->saveState());
    settings_->setValue(QStringLiteral("window/rows"), rows_->saveState());
    settings_->setValue(QStringLiteral("window/charts"), charts_->saveState());
    settings_->sync();
}

void MainWindow::set_ground(Ground ground) {
    ground_ = ground;
    apply_ground(ground);
}

bool MainWindow::open(const QString& name) { return documents_->open_named(name); }

bool MainWindow::recover() { return documents_->recover(); }

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!documents_->may_leave()) {
        event->ignore();
        return;
    }
    keep_layout();
    documents_->close();
    if (difference_ != nullptr) {
        difference_->close();
    }
    event->accept();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ThemeChange && ground_ == Ground::desktop) {
        apply_ground(ground_);
    }
    if (event->type() == QEvent::PaletteChange && banner_ != nullptr && banner_->isVisible()) {
        say(banner_text_->text(), banner_->property("wrong").toBool());
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!local_file(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString file = local_file(event->mimeData());
    if (!file.isEmpty()) {
        event->acceptProposedAction();
        documents_->open(file);
    }
}

}  // namespace burden::gui
