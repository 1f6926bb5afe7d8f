// What leaves the window.
#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QLineEdit>
#include <QMimeData>
#include <QTabWidget>
#include <QXmlStreamReader>

#include "burden/gui/window/brief_maker.hpp"
#include "burden/gui/window/derivation_view.hpp"
#include "burden/gui/window/difference_view.hpp"
#include "window_fixture.hpp"
#include "window_suites.hpp"

namespace burden::tests {
namespace {

class ExportsSuite : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_chart_is_written_as_a_picture_of_each_kind() {
        Opened opened;
        const QString png = opened.file(QStringLiteral("chart.png"));
        QVERIFY(opened->save_chart(false, png));
        QVERIFY(QImage(png).width() > 1000);
        const QString svg = opened.file(QStringLiteral("chart.svg"));
        QVERIFY(opened->save_chart(true, svg));
        QXmlStreamReader reader(bytes_of(svg));
        while (!reader.atEnd()) {
            reader.readNext();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        const QString pdf = opened.file(QStringLiteral("chart.pdf"));
        QVERIFY(opened->save_chart(false, pdf));
        QVERIFY(bytes_of(pdf).startsWith("%PDF-"));
    }

    void a_chart_without_a_known_ending_is_refused_in_words() {
        Opened opened;
        QVERIFY(!opened->save_chart(false, opened.file(QStringLiteral("chart.bmp"))));
        QVERIFY(opened->banner().contains(QStringLiteral("png")));
    }

    void a_table_is_written_with_its_notes_and_sources() {
        Opened opened;
        for (const QString& name :
             {QStringLiteral("table.csv"), QStringLiteral("table.md"), QStringLiteral("table.html"),
              QStringLiteral("table.tex"), QStringLiteral("table.json")}) {
            const QString path = opened.file(name);
            QVERIFY2(opened->save_table(path), qPrintable(opened->banner()));
            const QByteArray text = bytes_of(path);
            QVERIFY2(text.contains("WEO2026"), qPrintable(name));
            QVERIFY2(text.contains("2035"), qPrintable(name));
        }
        QVERIFY(!opened->save_table(opened.file(QStringLiteral("table.txt"))));
        QVERIFY(!opened->banner().isEmpty());
    }

    void a_table_is_copied_for_a_word_processor() {
        Opened opened;
        opened->actions_of().copy_html->trigger();
        const QMimeData* data = QApplication::clipboard()->mimeData();
        QVERIFY(data->hasHtml());
        QVERIFY(data->html().contains(QStringLiteral("<table")));
        QVERIFY(data->html().contains(QStringLiteral("43.8")));
        QVERIFY(data->hasText());
        opened->actions_of().copy_csv->trigger();
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("year")));
        opened->actions_of().copy_markdown->trigger();
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("| 2035")));
    }

    void the_command_that_is_copied_names_every_edit() {
        Opened opened;
        opened.set("jpn.target.share", "4.2%");
        opened->actions_of().copy_command->trigger();
        const QString text = QApplication::clipboard()->text();
        QVERIFY2(text.contains(QStringLiteral("burden run jpn-5-by-2035 --set jpn.target.share=4.2%")),
                 qPrintable(text));
    }

    void a_brief_is_made_by_the_command() {
        Opened opened;
        gui::BriefMaker maker(&opened.window());
        QString problem;
        QString made;
        QObject::connect(&maker, &gui::BriefMaker::done, &maker,
                         [&](const QString& file, const QString& why) { made = file, problem = why; });
        const QString file = opened.file(QStringLiteral("brief.md"));
        maker.make(QStringLiteral(BURDEN_PROGRAM), QStringLiteral("jpn-5-by-2035"), file,
                   QStringLiteral("en"));
        QTRY_VERIFY_WITH_TIMEOUT(!made.isEmpty(), 20000);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(bytes_of(file).startsWith("# "));
    }

    void a_brief_that_cannot_be_made_says_why() {
        Opened opened;
        gui::BriefMaker maker(&opened.window());
        QString problem;
        QObject::connect(&maker, &gui::BriefMaker::done, &maker,
                         [&](const QString&, const QString& why) { problem = why; });
        maker.make(QStringLiteral("/nowhere/burden"), QStringLiteral("jpn-5-by-2035"),
                   opened.file(QStringLiteral("brief.md")), QStringLiteral("en"));
        QTRY_VERIFY(!problem.isEmpty());
        problem.clear();
        maker.make(QStringLiteral(BURDEN_PROGRAM), QStringLiteral("no-such-scenario"),
                   opened.file(QStringLiteral("brief.md")), QStringLiteral("en"));
        QTRY_VERIFY_WITH_TIMEOUT(!problem.isEmpty(), 20000);
        QVERIFY2(problem.contains(QStringLiteral("no-such-scenario")), qPrintable(problem));
    }

    void a_figure_of_a_chart_and_of_a_table_opens_its_derivation() {
        Opened opened;
        const brief::Chart& chart = opened->path_chart()->shown_chart();
        std::size_t own = 0;
        while (own < chart.series.size() && chart.series[own].mark == brief::ChartMark::ghost) {
            ++own;
        }
        Q_EMIT opened->path_chart()->asked(gui::exact(chart.id), gui::exact(chart.series[own].key),
                                           static_cast<int>(chart.series[own].points.back().place));
        opened->settle();
        QVERIFY2(opened->derivation()->text().contains(QStringLiteral("WEO2026")),
                 qPrintable(opened->derivation()->text()));
        QCOMPARE(opened->tabs()->currentWidget(), opened->derivation());
        opened->tabs()->setCurrentIndex(0);
        Q_EMIT opened->run_tables()->asked(0, 3, 3);
        opened->settle();
        QVERIFY(opened->derivation()->text().startsWith(QStringLiteral("jpn.")));
    }

    void a_difference_has_its_reasons() {
        Opened opened;
        opened.set("jpn.growth", "+0.5 pp");
        opened->actions_of().difference->trigger();
        opened->settle();
        QVERIFY(opened->difference() != nullptr);
        QVERIFY(!opened->difference()->answer().tables.empty());
        QCOMPARE(opened->difference()->chart()->shown_chart().kind, brief::ChartKind::waterfall);
    }

    void a_bar_of_the_difference_opens_what_it_is_made_of_and_escape_leads_back() {
        Opened opened;
        opened.set("jpn.growth", "+0.5 pp");
        opened->actions_of().difference->trigger();
        opened->settle();
        gui::DifferenceView* view = opened->difference();
        QVERIFY(QTest::qWaitForWindowActive(view));
        view->chart()->setFocus();
        QTest::keyClick(view->chart(), Qt::Key_Down);
        QTest::keyClick(view->chart(), Qt::Key_Return);
        QCOMPARE(view->pages()->currentWidget(), view->derivation());
        opened->settle();
        const QString heading = view->derivation()->heading();
        const QString text = view->derivation()->text();
        QVERIFY2(heading.contains(QStringLiteral("FY2026–35: +")), qPrintable(heading));
        QVERIFY2(text.contains(QStringLiteral("WEO2026")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral(" tn JPY   baseline")), qPrintable(text));
        QTest::keyClick(view->focusWidget(), Qt::Key_Escape);
        QCOMPARE(view->pages()->currentWidget(), view->tables());
        QCOMPARE(view->focusWidget(), view->chart());
        QVERIFY(view->isVisible());
    }

    void a_figure_of_the_tables_of_a_difference_opens_its_derivation_in_the_language_of_the_window() {
        Opened opened({}, brief::Language::ja);
        opened.set("jpn.growth", "+0.5 pp");
        opened->actions_of().difference->trigger();
        opened->settle();
        gui::DifferenceView* view = opened->difference();
        const auto& tables = view->answer().tables;
        const auto years = std::find_if(tables.begin(), tables.end(), [](const brief::Table& table) {
            return table.id == "diff-jpn" && table.audience == brief::Audience::people;
        });
        QVERIFY(years != tables.end());
        Q_EMIT view->tables()->asked(static_cast<int>(years - tables.begin()), 4, 3);
        opened->settle();
        const QString heading = view->derivation()->heading();
        QVERIFY2(heading.startsWith(QString::fromUtf8("差、2030年度：+")), qPrintable(heading));
        const QString text = view->derivation()->text();
        QVERIFY2(text.contains(QString::fromUtf8("兆円")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("jpn.spending[FY2030] = ")), qPrintable(text));
        // The year beside it is no figure, and opens nothing.
        view->pages()->setCurrentWidget(view->tables());
        Q_EMIT view->tables()->asked(static_cast<int>(years - tables.begin()), 4, 0);
        QCOMPARE(view->pages()->currentWidget(), view->tables());
    }

    void another_difference_takes_the_derivation_of_the_one_before_away() {
        Opened opened;
        opened->actions_of().difference->trigger();
        opened->settle();
        gui::DifferenceView* view = opened->difference();
        const brief::Chart& chart = view->chart()->shown_chart();
        Q_EMIT view->chart()->asked(gui::exact(chart.id), gui::exact(chart.series.front().key), 0);
        opened->settle();
        QVERIFY(!view->derivation()->text().isEmpty());
        // One that was asked for before the edit comes too late.
        Q_EMIT view->chart()->asked(gui::exact(chart.id), gui::exact(chart.series.front().key), 0);
        opened.set("jpn.target.share", "4%");
        opened->settle();
        QVERIFY2(view->derivation()->text().isEmpty(), qPrintable(view->derivation()->text()));
        QCOMPARE(view->pages()->currentWidget(), view->tables());
    }

    void enter_in_the_search_of_a_derivation_presses_no_button() {
        Opened opened;
        opened->actions_of().difference->trigger();
        opened->settle();
        QApplication::clipboard()->setText(QStringLiteral("kept"));
        auto* search = opened->difference()->derivation()->findChild<QLineEdit*>();
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("kept"));
    }
};

}  // namespace

std::unique_ptr<QObject> exports_suite() { return std::make_unique<ExportsSuite>(); }

}  // namespace burden::tests

#include "window_exports_test.moc"
