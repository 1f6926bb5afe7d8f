// What the controls do: the figures are those of the command, and every change has its way back.
#include <QComboBox>
#include <QLineEdit>
#include <QProcess>
#include <QSlider>
#include <QToolButton>

#include "burden/brief/files.hpp"
#include "burden/brief/scenario_answer.hpp"
#include "burden/brief/write.hpp"
#include "burden/inputs/embedded.hpp"
#include "burden/inputs/scenario_run.hpp"
#include "window_fixture.hpp"
#include "window_suites.hpp"

namespace burden::tests {
namespace {

using gui::Control;
using gui::ControlRow;

std::string as_csv(const brief::Answer& answer) { return brief::write_csv(answer, {}); }

/// The tables of `burden run jpn-5-by-2035 --set SETTING` that are on Japan, which the window looks at;
/// nothing where it is refused.
std::string figures_with(const std::string& setting) {
    static const inputs::Facts facts = inputs::embedded_facts();
    const auto scenario = inputs::scenario_of("jpn-5-by-2035", brief::opened_beside);
    if (!scenario) {
        return {};
    }
    const auto set = inputs::with_settings(*scenario, {setting});
    if (!set) {
        return {};
    }
    const auto run = inputs::scenario_run(facts, *set);
    if (!run) {
        return {};
    }
    brief::Answer answer = brief::scenario_answer(*run, facts);
    std::erase_if(answer.tables, [](const brief::Table& table) {
        return !table.id.starts_with("run-jpn") && !table.id.starts_with("run-totals-jpn");
    });
    return as_csv(answer);
}

/// Moves a control by hand to another value, and gives that value; empty where it cannot be moved.
QString moved_by_hand(ControlRow* row) {
    const Control before = row->control();
    if (auto* slider = row->findChild<QSlider*>()) {
        const int wanted = slider->value() < slider->maximum() ? slider->value() + 1 : slider->value() - 1;
        slider->setValue(wanted);
        return gui::exact(before.slide->text(wanted));
    }
    if (before.key.key->form == inputs::ValueForm::renewal) {
        auto* box = row->findChild<QComboBox*>();
        box->lineEdit()->setFocus();
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), QStringLiteral("x4"));
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        return QStringLiteral("x4");
    }
    if (before.truth) {
        QTest::keyClick(row->editor(), Qt::Key_Space);
        return before.value == "true" ? QStringLiteral("false") : QStringLiteral("true");
    }
    if (!before.choices.empty()) {
        auto* box = qobject_cast<QComboBox*>(row->editor());
        const int at = before.choices.front().value == before.value && before.choices.size() > 1 ? 1 : 0;
        box->setCurrentIndex(at);
        Q_EMIT box->activated(at);
        return gui::exact(before.choices[static_cast<std::size_t>(at)].value);
    }
    return {};
}

class ControlsSuite : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A control gives the figures that the command gives with the same setting, or both refuse.
    void every_control_moves_the_figures_that_the_command_prints() {
        Opened opened;
        opened->controls()->show_more(true);
        const std::string start = opened.text();
        int moved = 0;
        std::vector<inputs::KeyOfSubject> keys;
        for (const ControlRow* row : opened->controls()->rows()) {
            keys.push_back(row->control().key);
        }
        QVERIFY(keys.size() > 30);
        for (const inputs::KeyOfSubject& key : keys) {
            ControlRow* row = opened->controls()->row(key);
            QVERIFY2(row != nullptr, to_text(key).c_str());
            const QString value = moved_by_hand(row);
            if (value.isEmpty()) {
                continue;
            }
            opened->settle();
            const std::string setting = to_text(key) + "=" + value.toStdString();
            const std::string printed = figures_with(setting);
            if (printed.empty()) {
                QVERIFY2(!opened->banner().isEmpty() || opened.text() == start, setting.c_str());
            } else {
                QVERIFY2(opened->banner().isEmpty(),
                         (setting + " " + opened->banner().toStdString()).c_str());
                const std::string seen = as_csv(opened->shown_view()->view.run);
                QVERIFY2(seen == printed, (setting + "\n" + seen + "\n" + printed).c_str());
                ++moved;
            }
            while (opened->bench().document().can_undo()) {
                opened->actions_of().undo->trigger();
            }
            opened->settle();
            QCOMPARE(QString::fromStdString(opened.text()), QString::fromStdString(start));
        }
        QVERIFY2(moved >= 20, std::to_string(moved).c_str());
    }

    void the_figures_are_byte_for_byte_those_of_the_program() {
        Opened opened;
        opened.set("jpn.target.share", "4.2%");
        opened.set("jpn.growth", "+0.3 pp");
        QProcess program;
        program.start(
            QStringLiteral(BURDEN_PROGRAM),
            {QStringLiteral("run"), QStringLiteral("jpn-5-by-2035"), QStringLiteral("--set"),
             QStringLiteral("jpn.target.share=4.2%"), QStringLiteral("--set"),
             QStringLiteral("jpn.growth=+0.3 pp"), QStringLiteral("--format"), QStringLiteral("csv")});
        QVERIFY2(program.waitForFinished(), qPrintable(program.errorString()));
        QCOMPARE(QByteArray::fromStdString(as_csv(opened->shown_view()->view.run)),
                 program.readAllStandardOutput());
    }

    void a_slider_that_is_dragged_is_one_step_of_undo() {
        Opened opened;
        auto* slider = opened.row("jpn.target.share")->findChild<QSlider*>();
        const std::string start = opened.text();
        slider->setSliderDown(true);
        for (int position = 30; position <= 45; ++position) {
            slider->setValue(position);
        }
        slider->setSliderDown(false);
        opened->settle();
        QCOMPARE(QString::fromStdString(opened.row("jpn.target.share")->control().value),
                 QStringLiteral("4.5%"));
        opened->actions_of().undo->trigger();
        QCOMPARE(QString::fromStdString(opened.text()), QString::fromStdString(start));
        QVERIFY(!opened->bench().document().can_undo());
    }

    void a_value_is_typed_as_the_command_takes_it() {
        Opened opened;
        auto* field = qobject_cast<QLineEdit*>(opened.row("jpn.target.share")->editor());
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("3.45%"));
        QTest::keyClick(field, Qt::Key_Return);
        opened->settle();
        QCOMPARE(QString::fromStdString(opened.row("jpn.target.share")->control().value),
                 QStringLiteral("3.45%"));
        QVERIFY(opened.row("jpn.target.share")->control().changed);
        QVERIFY(opened->isWindowModified());
    }

    void a_value_that_is_wrong_is_told_beside_its_control_and_changes_nothing() {
        Opened opened;
        const std::string start = opened.text();
        auto* field = qobject_cast<QLineEdit*>(opened.row("jpn.target.share")->editor());
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("much"));
        QTest::keyClick(field, Qt::Key_Return);
        opened->settle();
        QCOMPARE(QString::fromStdString(opened.text()), QString::fromStdString(start));
        QCOMPARE(field->text(), QStringLiteral("much"));
        bool said = false;
        for (const QLabel* label : opened.row("jpn.target.share")->findChildren<QLabel*>()) {
            said = said || (label->isVisible() && label->text().contains(QStringLiteral("much")));
        }
        QVERIFY(said);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), QStringLiteral("5%"));
    }

    void every_change_has_a_way_back() {
        Opened opened;
        const std::string start = opened.text();
        opened.set("jpn.target.share", "4%");
        auto* back = opened.row("jpn.target.share")->findChild<QToolButton*>();
        QVERIFY(back->isVisible());
        QVERIFY(back->toolTip().contains(QStringLiteral("5%")));
        back->click();
        opened->settle();
        QCOMPARE(QString::fromStdString(opened.text()), QString::fromStdString(start));
        opened.set("jpn.growth", "+1 pp");
        opened.row("jpn.growth")->findChild<QToolButton*>()->click();
        opened->settle();
        QCOMPARE(QString::fromStdString(opened.text()), QString::fromStdString(start));
    }

    void a_text_that_is_being_typed_is_kept_while_answers_come() {
        Opened opened;
        auto* field = qobject_cast<QLineEdit*>(opened.row("jpn.target.share")->editor());
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("3."));
        opened.set("jpn.growth", "+1 pp");
        QCOMPARE(field->text(), QStringLiteral("3."));
        QCOMPARE(field->cursorPosition(), 2);
    }

    void a_renewal_is_changed_in_its_parts() {
        Opened opened;
        opened.set("jpn.hosting.renewal", "cpi:cap=5%");
        ControlRow* row = opened.row("jpn.hosting.renewal");
        const auto fields = row->findChildren<QLineEdit*>();
        QLineEdit* cap = nullptr;
        for (QLineEdit* field : fields) {
            cap = field->text() == QStringLiteral("5%") ? field : cap;
        }
        QVERIFY(cap != nullptr);
        cap->setFocus();
        cap->selectAll();
        QTest::keyClicks(cap, QStringLiteral("3%"));
        QTest::keyClick(cap, Qt::Key_Return);
        opened->settle();
        QCOMPARE(QString::fromStdString(opened.row("jpn.hosting.renewal")->control().value),
                 QStringLiteral("cpi:cap=3%"));
    }

    void the_switch_to_constant_prices_is_an_edit_of_the_scenario() {
        Opened opened;
        opened->actions_of().constant_prices->trigger();
        opened->settle();
        QVERIFY(opened.row("prices")->control().value.starts_with("constant"));
        QVERIFY(opened->shown_view()->run.tables.front().caption.find("current") == std::string::npos);
        QVERIFY(opened->actions_of().constant_prices->isChecked());
        opened->actions_of().undo->trigger();
        opened->settle();
        QVERIFY(!opened->actions_of().constant_prices->isChecked());
    }

    void what_cannot_be_computed_is_told_and_the_charts_stay_dimmed() {
        Opened opened;
        const std::size_t series = opened->path_chart()->shown_chart().series.size();
        // Arms that are bought need a word on whether they would have been bought anyway.
        opened.set("jpn.offsets.arms", "500 bn JPY");
        QVERIFY2(opened->banner().contains(QStringLiteral("offsets.arms")), qPrintable(opened->banner()));
        QVERIFY(!opened->path_chart()->isEnabled());
        QCOMPARE(opened->path_chart()->shown_chart().series.size(), series);
        opened->actions_of().undo->trigger();
        opened->settle();
        QVERIFY(opened->banner().isEmpty());
        QVERIFY(opened->path_chart()->isEnabled());
    }

    void what_is_pinned_stays_beside_what_follows() {
        Opened opened;
        opened->actions_of().unpin_all->trigger();
        opened->settle();
        QVERIFY(opened->shown_view()->view.compared.tables.empty());
        opened->actions_of().pin->trigger();
        opened.set("jpn.target.share", "3%");
        QCOMPARE(opened->shown_view()->question.pinned.size(), std::size_t{1});
        QVERIFY(!opened->shown_view()->view.compared.tables.empty());
        QVERIFY(opened->path_chart()->shown_chart().series.size() >= 2);
    }
};

}  // namespace

std::unique_ptr<QObject> controls_suite() { return std::make_unique<ControlsSuite>(); }

}  // namespace burden::tests

#include "window_controls_test.moc"
