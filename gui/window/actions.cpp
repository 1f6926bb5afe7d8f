#include "burden/gui/window/actions.hpp"

#include <QCoreApplication>

#include "burden/gui/window/theme.hpp"

namespace burden::gui {
namespace {

QString text_of(const char* english) { return QCoreApplication::translate("Actions", english); }

QAction* action(QWidget* window, const char* text, const QKeySequence& keys, const char* tip) {
    auto* made = new QAction(text_of(text), window);
    made->setShortcut(keys);
    made->setStatusTip(text_of(tip));
    window->addAction(made);
    return made;
}

QAction* choice(QActionGroup* group, const char* text, const QVariant& value) {
    QAction* made = group->addAction(text_of(text));
    made->setCheckable(true);
    made->setData(value);
    return made;
}

}  // namespace

Actions::Actions(QWidget* window)
    : fresh(action(window, QT_TRANSLATE_NOOP("Actions", "&New"), QKeySequence::New,
                   QT_TRANSLATE_NOOP("Actions", "Begin a scenario that sets nothing."))),
      ready_made(new QMenu(text_of(QT_TRANSLATE_NOOP("Actions", "New from &ready-made")), window)),
      open(action(window, QT_TRANSLATE_NOOP("Actions", "&Open…"), QKeySequence::Open,
                  QT_TRANSLATE_NOOP("Actions", "Open a scenario file."))),
      recent(new QMenu(text_of(QT_TRANSLATE_NOOP("Actions", "Open re&cent")), window)),
      save(action(window, QT_TRANSLATE_NOOP("Actions", "&Save"), QKeySequence::Save,
                  QT_TRANSLATE_NOOP("Actions", "Save the scenario as a file that the command reads too."))),
      save_as(action(window, QT_TRANSLATE_NOOP("Actions", "Save &as…"),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                     QT_TRANSLATE_NOOP("Actions", "Save the scenario under another name."))),
      export_path(action(
          window, QT_TRANSLATE_NOOP("Actions", "&Export the path chart…"), QKeySequence(Qt::CTRL | Qt::Key_E),
          QT_TRANSLATE_NOOP("Actions",
                            "Save the chart of the path as a picture, with its basis and sources."))),
      export_renewals(
          action(window, QT_TRANSLATE_NOOP("Actions", "Export the rene&wals chart…"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
                 QT_TRANSLATE_NOOP(
                     "Actions", "Save the chart of the renewals as a picture, with its basis and sources."))),
      export_table(action(
          window, QT_TRANSLATE_NOOP("Actions", "Export the &table…"), QKeySequence(Qt::CTRL | Qt::Key_T),
          QT_TRANSLATE_NOOP("Actions", "Save the table in front in a file, with its notes and sources."))),
      export_brief(action(
          window, QT_TRANSLATE_NOOP("Actions", "Export a full &brief…"), QKeySequence(Qt::CTRL | Qt::Key_B),
          QT_TRANSLATE_NOOP(
              "Actions",
              "Make a brief of the scenario that can be sent: findings, tables, charts and sources."))),
      quit(action(window, QT_TRANSLATE_NOOP("Actions", "&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q),
                  QT_TRANSLATE_NOOP("Actions", "Close the window."))),
      undo(action(window, QT_TRANSLATE_NOOP("Actions", "&Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z),
                  QT_TRANSLATE_NOOP("Actions", "Take back the last change."))),
      redo(action(window, QT_TRANSLATE_NOOP("Actions", "&Redo"),
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
                  QT_TRANSLATE_NOOP("Actions", "Make the change again that was taken back."))),
      copy_command(
          action(window, QT_TRANSLATE_NOOP("Actions", "&Copy command"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                 QT_TRANSLATE_NOOP("Actions", "Copy the command lines that show what this window shows."))),
      copy_html(
          action(window, QT_TRANSLATE_NOOP("Actions", "Copy table for a &word processor"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
                 QT_TRANSLATE_NOOP(
                     "Actions", "Copy the table in front so that it can be pasted into a word processor."))),
      copy_csv(action(window, QT_TRANSLATE_NOOP("Actions", "Copy table as C&SV"), {},
                      QT_TRANSLATE_NOOP("Actions", "Copy the table in front for a spreadsheet."))),
      copy_markdown(action(window, QT_TRANSLATE_NOOP("Actions", "Copy table as &Markdown"), {},
                           QT_TRANSLATE_NOOP("Actions", "Copy the table in front as Markdown."))),
      logarithmic(action(window, QT_TRANSLATE_NOOP("Actions", "&Log scale"),
                         QKeySequence(Qt::CTRL | Qt::Key_L),
                         QT_TRANSLATE_NOOP("Actions", "Show equal rates of growth as equal slopes."))),
      constant_prices(
          action(window, QT_TRANSLATE_NOOP("Actions", "Constant &prices"), QKeySequence(Qt::CTRL | Qt::Key_K),
                 QT_TRANSLATE_NOOP("Actions",
                                   "Count amounts in prices of the base year: an edit of the scenario."))),
      reset_zoom(action(window, QT_TRANSLATE_NOOP("Actions", "Show &whole charts"),
                        QKeySequence(Qt::CTRL | Qt::Key_0),
                        QT_TRANSLATE_NOOP("Actions", "Undo every zoom of the charts."))),
      controls(action(window, QT_TRANSLATE_NOOP("Actions", "&Controls"), QKeySequence(Qt::Key_F9),
                      QT_TRANSLATE_NOOP("Actions", "Show the controls beside the charts, or hide them."))),
      derivation(
          action(window, QT_TRANSLATE_NOOP("Actions", "&Derivation"), QKeySequence(Qt::Key_F8),
                 QT_TRANSLATE_NOOP("Actions", "Show where the figure that was asked for comes from."))),
      to_controls(action(window, QT_TRANSLATE_NOOP("Actions", "Go to the c&ontrols"),
                         QKeySequence(Qt::CTRL | Qt::Key_1),
                         QT_TRANSLATE_NOOP("Actions", "Put the keyboard on the controls."))),
      to_path(action(window, QT_TRANSLATE_NOOP("Actions", "Go to the p&ath chart"),
                     QKeySequence(Qt::CTRL | Qt::Key_2),
                     QT_TRANSLATE_NOOP("Actions", "Put the keyboard on the chart of the path."))),
      to_renewals(action(window, QT_TRANSLATE_NOOP("Actions", "Go to the &renewals chart"),
                         QKeySequence(Qt::CTRL | Qt::Key_3),
                         QT_TRANSLATE_NOOP("Actions", "Put the keyboard on the chart of the renewals."))),
      to_tables(action(window, QT_TRANSLATE_NOOP("Actions", "Go to the &tables"),
                       QKeySequence(Qt::CTRL | Qt::Key_4),
                       QT_TRANSLATE_NOOP("Actions", "Put the keyboard on the table in front."))),
      grounds(new QActionGroup(window)),
      languages(new QActionGroup(window)),
      pin(action(
          window, QT_TRANSLATE_NOOP("Actions", "&Pin this scenario"), QKeySequence(Qt::CTRL | Qt::Key_P),
          QT_TRANSLATE_NOOP(
              "Actions", "Keep the scenario as it is now in the charts, to compare what follows with it."))),
      unpin_all(action(window, QT_TRANSLATE_NOOP("Actions", "&Unpin all"),
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
                       QT_TRANSLATE_NOOP("Actions", "Compare with nothing but the baseline."))),
      difference(action(window, QT_TRANSLATE_NOOP("Actions", "&Difference…"),
                        QKeySequence(Qt::CTRL | Qt::Key_D),
                        QT_TRANSLATE_NOOP("Actions", "Show why this scenario differs from another one."))),
      keys(action(window, QT_TRANSLATE_NOOP("Actions", "&Keyboard"), QKeySequence(Qt::SHIFT | Qt::Key_F1),
                  QT_TRANSLATE_NOOP("Actions", "Show what the keys do."))),
      about(action(
          window, QT_TRANSLATE_NOOP("Actions", "&About"), QKeySequence(Qt::Key_F1),
          QT_TRANSLATE_NOOP("Actions", "Show what this program is made of, and under which licences."))) {
    for (QAction* one : {logarithmic, constant_prices, controls}) {
        one->setCheckable(true);
    }
    controls->setChecked(true);
    choice(grounds, QT_TRANSLATE_NOOP("Actions", "As the &desktop"), static_cast<int>(Ground::desktop))
        ->setChecked(true);
    choice(grounds, QT_TRANSLATE_NOOP("Actions", "&Light"), static_cast<int>(Ground::light));
    choice(grounds, QT_TRANSLATE_NOOP("Actions", "Dar&k"), static_cast<int>(Ground::dark));
    for (const auto& [name, code] : {std::pair("English", "en"), std::pair("日本語", "ja")}) {
        QAction* language = languages->addAction(QString::fromUtf8(name));
        language->setCheckable(true);
        language->setData(QString::fromLatin1(code));
    }
}

void Actions::add_to(QMenuBar* bar) const {
    QMenu* file = bar->addMenu(text_of(QT_TRANSLATE_NOOP("Actions", "&File")));
    file->addAction(fresh);
    file->addMenu(ready_made);
    file->addAction(open);
    file->addMenu(recent);
    file->addSeparator();
    file->addActions({save, save_as});
    file->addSeparator();
    file->addActions({export_path, export_renewals, export_table, export_brief});
    file->addSeparator();
    file->addAction(quit);

    QMenu* edit = bar->addMenu(text_of(QT_TRANSLATE_NOOP("Actions", "&Edit")));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({copy_command, copy_html, copy_csv, copy_markdown});

    QMenu* view = bar->addMenu(text_of(QT_TRANSLATE_NOOP("Actions", "&View")));
    view->addActions({logarithmic, constant_prices, reset_zoom});
    view->addSeparator();
    view->addActions({controls, derivation});
    view->addSeparator();
    view->addActions({to_controls, to_path, to_renewals, to_tables});
    view->addSeparator();
    view->addMenu(text_of(QT_TRANSLATE_NOOP("Actions", "Gro&und")))->addActions(grounds->actions());
    view->addMenu(text_of(QT_TRANSLATE_NOOP("Actions", "Lan&guage")))->addActions(languages->actions());

    QMenu* compare = bar->addMenu(text_of(QT_TRANSLATE_NOOP("Actions", "&Compare")));
    compare->addActions({pin, unpin_all});
    compare->addSeparator();
    compare->addAction(difference);

    QMenu* help = bar->addMenu(text_of(QT_TRANSLATE_NOOP("Actions", "&Help")));
    help->addActions({keys, about});
}

}  // namespace burden::gui
