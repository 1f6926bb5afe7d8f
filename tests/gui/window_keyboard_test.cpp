// Who has no mouse, and who does not see: the keyboard reaches everything, and everything has a name.
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSet>
#include <QTabWidget>

#include "burden/brief/japanese.hpp"
#include "window_fixture.hpp"
#include "window_suites.hpp"

namespace burden::tests {
namespace {

/// Whether a widget is part of another that has the focus for it.
bool is_inner(const QWidget* widget) { return widget->focusProxy() != nullptr; }

std::vector<QWidget*> that_take_the_focus(QWidget* whole) {
    std::vector<QWidget*> result;
    for (QWidget* one : whole->findChildren<QWidget*>()) {
        if (one->isVisible() && one->isEnabled() && (one->focusPolicy() & Qt::TabFocus) != 0 &&
            !is_inner(one) && one->window() == whole) {
            result.push_back(one);
        }
    }
    return result;
}

QString place_of(const QWidget* widget) {
    QString text;
    for (const QWidget* one = widget; one != nullptr && !one->isWindow(); one = one->parentWidget()) {
        text = QString::fromLatin1(one->metaObject()->className()) + QLatin1Char('/') + text;
    }
    return text + widget->accessibleName();
}

class KeyboardSuite : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_tab_key_reaches_every_control() {
        Opened opened;
        opened->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&opened.window()));
        opened->controls()->rows().front()->editor()->setFocus();
        QSet<QWidget*> reached;
        for (int times = 0; times < 300; ++times) {
            QWidget* focused = QApplication::focusWidget();
            QVERIFY(focused != nullptr);
            if (reached.contains(focused) && focused == opened->controls()->rows().front()->editor()) {
                break;
            }
            reached.insert(focused);
            QTest::keyClick(focused, Qt::Key_Tab);
        }
        for (QWidget* one : that_take_the_focus(&opened.window())) {
            // The bar of tabs and what it shows are reached by its own keys too.
            QVERIFY2(reached.contains(one), qPrintable(place_of(one)));
        }
    }

    void whatever_takes_the_focus_has_a_name() {
        for (const auto language : {brief::Language::en, brief::Language::ja}) {
            Opened opened({}, language);
            opened->controls()->show_more(true);
            QCoreApplication::processEvents();
            for (int tab = 0; tab < opened->tabs()->count(); ++tab) {
                opened->tabs()->setCurrentIndex(tab);
                for (QWidget* one : that_take_the_focus(&opened.window())) {
                    QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(one);
                    QVERIFY2(seen != nullptr, qPrintable(place_of(one)));
                    QVERIFY2(!seen->text(QAccessible::Name).isEmpty(), qPrintable(place_of(one)));
                }
            }
        }
    }

    void no_two_actions_have_one_key_and_all_have_words() {
        Opened opened;
        QSet<QString> keys;
        for (const QAction* action : opened->actions()) {
            QVERIFY(!action->text().isEmpty());
            QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->text()));
            const QString key = action->shortcut().toString();
            QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(action->text() + key));
            keys.insert(key);
        }
        for (const QMenu* menu : opened->findChildren<QMenu*>()) {
            QSet<QString> letters;
            for (const QAction* action : menu->actions()) {
                const qsizetype at = action->text().indexOf(QLatin1Char('&'));
                const QString letter = at < 0 ? QString() : action->text().mid(at + 1, 1).toUpper();
                QVERIFY2(letter.isEmpty() || !letters.contains(letter), qPrintable(action->text()));
                letters.insert(letter);
            }
        }
    }

    void keys_move_between_the_parts_of_the_window() {
        Opened opened;
        opened->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&opened.window()));
        opened->actions_of().to_path->trigger();
        QCOMPARE(QApplication::focusWidget(), opened->path_chart());
        QTest::keyClick(opened->path_chart(), Qt::Key_Right);
        QTest::keyClick(opened->path_chart(), Qt::Key_Return);
        opened->settle();
        QVERIFY(!opened->derivation()->text().isEmpty());
        opened->actions_of().to_controls->trigger();
        QCOMPARE(QApplication::focusWidget(), opened->controls()->rows().front()->editor());
        opened->actions_of().keys->trigger();
        QVERIFY(opened.told.contains(QStringLiteral("Ctrl+O")));
        opened->actions_of().about->trigger();
        QVERIFY(opened.told.contains(QStringLiteral("GPL")));
    }

    void the_ground_is_light_or_dark_as_it_is_asked_for_and_remembered() {
        const QTemporaryDir folder;
        const gui::Places places{.settings = folder.filePath(QStringLiteral("settings.ini"))};
        {
            gui::MainWindow window(places, brief::Language::en);
            for (QAction* one : window.actions_of().grounds->actions()) {
                if (one->data().toInt() == static_cast<int>(gui::Ground::dark)) {
                    one->trigger();
                }
            }
            QVERIFY(gui::is_dark(QApplication::palette()));
            QTRY_VERIFY(gui::is_dark(window.path_chart()->palette()));
        }
        gui::apply_ground(gui::Ground::light);
        gui::MainWindow window(places, brief::Language::en);
        QVERIFY(gui::is_dark(QApplication::palette()));
        window.set_ground(gui::Ground::light);
        QVERIFY(!gui::is_dark(QApplication::palette()));
        QTRY_VERIFY(!gui::is_dark(window.path_chart()->palette()));
    }

    void the_window_speaks_japanese_throughout() {
        Opened opened({}, brief::Language::ja);
        QStringList english;
        const auto is_english = [](const QString& text) {
            // What has Latin words in it and no Japanese letter; names, keys and figures have no spaces.
            bool japanese = false;
            for (const QChar letter : text) {
                japanese = japanese || letter.unicode() > 0x2FFF;
            }
            return !japanese && text.contains(QLatin1Char(' ')) &&
                   text.contains(QRegularExpression(QStringLiteral("[A-Za-z]{3,} [A-Za-z]{2,}")));
        };
        for (const gui::ControlRow* row : opened->controls()->rows()) {
            for (const std::string* text : {&row->control().label, &row->control().meaning,
                                            &row->control().otherwise, &row->control().range}) {
                if (!text->empty() && !brief::japanese(*text).whole) {
                    english.append(QString::fromStdString(*text));
                }
            }
        }
        for (const QLabel* label : opened->findChildren<QLabel*>()) {
            if (is_english(label->text())) {
                english.append(label->text());
            }
        }
        for (const QAction* action : opened->actions()) {
            if (is_english(action->text())) {
                english.append(action->text());
            }
        }
        english.removeDuplicates();
        QVERIFY2(english.isEmpty(), qPrintable(english.join(QLatin1Char('\n'))));
    }
};

}  // namespace

std::unique_ptr<QObject> keyboard_suite() { return std::make_unique<KeyboardSuite>(); }

}  // namespace burden::tests

#include "window_keyboard_test.moc"
