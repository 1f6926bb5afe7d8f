/// The window: controls on the left, charts, tables below them.
#pragma once

#include <QMainWindow>
#include <array>
#include <memory>
#include <optional>
#include <string>

#include "burden/brief/language.hpp"
#include "burden/gui/view/workbench.hpp"
#include "burden/gui/window/actions.hpp"
#include "burden/gui/window/chart_view.hpp"
#include "burden/gui/window/computation.hpp"
#include "burden/gui/window/control_panel.hpp"
#include "burden/gui/window/derivation_view.hpp"
#include "burden/gui/window/dialogs.hpp"
#include "burden/gui/window/table_view.hpp"
#include "burden/gui/window/theme.hpp"

class QCheckBox;
class QComboBox;
class QLabel;
class QSettings;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace burden::gui {

class BriefMaker;
class DifferenceView;
class Documents;
class GroundView;
class PictureMaker;
class PinBar;

/// Where a window keeps things between runs.
struct Places {
    QString settings = {};      ///< a file; empty for where the desktop keeps settings
    std::string recovery = {};  ///< a folder; empty for no recovery

    /// As the desktop has them.
    static Places usual();
};

/// The language that a window was set to, or else the desktop's.
brief::Language language_kept(const Places& places);

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(const Places& places, brief::Language language);
    ~MainWindow() override;

    /// In place of the dialogs that a person answers: for tests.
    void set_dialogs(const Dialogs& dialogs);
    /// In place of the program that paints pictures: for tests.
    void set_painter(const QString& program) { painter_ = program; }

    /// A file or a ready-made scenario; false where it is refused.
    bool open(const QString& name);
    /// Offers what a window left behind that ended without closing.
    bool recover();
    void set_ground(Ground ground);

    Workbench& bench() { return bench_; }
    const Actions& actions_of() const { return actions_; }
    ControlPanel* controls() const { return controls_; }
    ChartView* path_chart() const { return path_; }
    ChartView* renewals_chart() const { return renewals_; }
    AnswerView* run_tables() const { return run_tables_; }
    AnswerView* renewal_tables() const { return renewal_tables_; }
    AnswerView* compared_tables() const { return compared_tables_; }
    DerivationView* derivation() const { return derivation_; }
    QTabWidget* tabs() const { return tabs_; }
    /// What the banner says; empty where it is not shown.
    QString banner() const;
    /// What is shown now; null before the first answer came.
    std::shared_ptr<const ShownView> shown_view() const { return shown_; }
    /// The window of the difference; null where it was never opened.
    DifferenceView* difference() const { return difference_; }
    PictureMaker* pictures() const { return pictures_; }

    /// Waits until what is shown is of the present document: for tests and pictures.
    void settle();

    /// Begins to write a chart as it stands, in the format of the file's ending; false where that cannot be.
    /// How it ended is told later.
    bool save_chart(bool renewals, const QString& file);
    /// Saves the table in front likewise, at once; false where that failed.
    bool save_table(const QString& file);

Q_SIGNALS:
    /// An answer was put into the widgets.
    void updated();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void lay_out();
    QWidget* bar();
    void connect_actions();
    void connect_widgets();
    void restore_layout();
    void keep_layout();

    // Edits.
    void edit(const inputs::KeyOfSubject& key, const QString& value, bool joined);
    void reset(const inputs::KeyOfSubject& key);
    void after_edit(bool hurry);
    void undo(bool again);
    void look_at_country(int at);
    void take_renewals();
    void switch_prices(bool constant);

    // What is shown.
    void ask(bool hurry);
    void show_view(const std::shared_ptr<const ShownView>& shown);
    void dim_charts(bool dim);
    void show_charts();
    void show_tab(int at);
    void show_bar();
    void show_document();
    void show_pins();
    void say(const QString& text, bool wrong);
    void hide_banner();
    void show_moment(const QString& text);
    QWidget* writing_notice();

    // Derivations and differences.
    void ask_point(const QString& chart, const QString& series, int place);
    void ask_cell(const brief::Answer& answer, int table, int row, int column);
    void ask_source(const std::optional<FigureSource>& source);
    void open_difference();
    void set_difference();

    // Out of the window.
    void export_chart(bool renewals);
    void export_table();
    void export_brief();
    void copy_command();
    void fill_recent();
    void fill_ready_made();
    void tell_keys();
    AnswerView* tables_in_front() const;

    brief::Language language_;
    std::unique_ptr<QSettings> settings_;
    Workbench bench_;
    Dialogs dialogs_;
    Actions actions_;
    Ground ground_ = Ground::desktop;
    Documents* documents_ = nullptr;
    BriefMaker* briefs_ = nullptr;
    PictureMaker* pictures_ = nullptr;
    QString painter_;

    std::shared_ptr<const ShownView> shown_;
    bool current_ = false;            ///< whether what is shown is of the present document
    std::array<bool, 4> stale_ = {};  ///< tabs that show an older answer
    int before_derivation_ = 0;       ///< the tab to go back to

    QSplitter* columns_ = nullptr;
    QSplitter* rows_ = nullptr;
    QSplitter* charts_ = nullptr;
    ControlPanel* controls_ = nullptr;
    QComboBox* country_ = nullptr;
    QLineEdit* beside_ = nullptr;
    QLabel* beside_label_ = nullptr;
    QToolButton* pin_ = nullptr;
    PinBar* pins_ = nullptr;
    QFrame* banner_ = nullptr;
    QLabel* banner_text_ = nullptr;
    ChartView* path_ = nullptr;
    ChartView* renewals_ = nullptr;
    QTabWidget* tabs_ = nullptr;
    AnswerView* run_tables_ = nullptr;
    AnswerView* renewal_tables_ = nullptr;
    AnswerView* compared_tables_ = nullptr;
    GroundView* ground_view_ = nullptr;
    DerivationView* derivation_ = nullptr;
    DifferenceView* difference_ = nullptr;
    QLabel* pointed_ = nullptr;
    // Last: its threads end before anything else goes.
    Computation* computation_ = nullptr;
};

}  // namespace burden::gui
