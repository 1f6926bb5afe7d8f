// What leaves the window.
#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QStatusBar>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <QXmlStreamReader>
#include <algorithm>
#include <sstream>

#include "burden/gui/window/brief_maker.hpp"
#include "burden/gui/window/derivation_view.hpp"
#include "burden/gui/window/difference_view.hpp"
#include "burden/gui/window/export_command.hpp"
#include "burden/gui/window/picture_maker.hpp"
#include "window_fixture.hpp"
#include "window_suites.hpp"

namespace burden::tests {
namespace {

/// A program that does what a shell is told.
QString program(const Opened& opened, const QByteArray& text) {
    const QString path = opened.with_file(QStringLiteral("painter"), "#!/bin/sh\n" + text);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

/// The painter of pictures, once a file is there.
QString painter_that_waits_for(const Opened& opened, const QString& file) {
    return program(opened, "until [ -e '" + file.toUtf8() +
                               "' ]; do sleep 0.02; done\nexec '" BURDEN_WINDOW "' \"$@\"\n");
}

/// The button beside the notice that a picture is being written.
QToolButton* cancel_of(const gui::MainWindow& window) {
    return window.statusBar()->findChild<QToolButton*>();
}

class ExportsSuite : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_chart_is_written_as_a_picture_of_each_kind() {
        Opened opened;
        const QString png = opened.file(QStringLiteral("chart.png"));
        QVERIFY(opened->save_chart(false, png));
        opened->pictures()->settle();
        QVERIFY(QImage(png).width() > 1000);
        const QString svg = opened.file(QStringLiteral("chart.svg"));
        QVERIFY(opened->save_chart(true, svg));
        opened->pictures()->settle();
        QXmlStreamReader reader(bytes_of(svg));
        while (!reader.atEnd()) {
            reader.readNext();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        const QString pdf = opened.file(QStringLiteral("chart.pdf"));
        QVERIFY(opened->save_chart(false, pdf));
        opened->pictures()->settle();
        QVERIFY(bytes_of(pdf).startsWith("%PDF-"));
    }

    void the_window_goes_on_while_a_picture_is_painted_and_then_says_where_it_is() {
        Opened opened;
        const QString png = opened.file(QStringLiteral("chart.png"));
        const QString go = opened.file(QStringLiteral("go"));
        opened->set_painter(painter_that_waits_for(opened, go));
        QVERIFY(opened->save_chart(false, png));
        const auto notice = [&] { return cancel_of(opened.window())->parentWidget(); };
        QVERIFY(notice()->isVisible());
        QVERIFY(notice()->findChild<QLabel*>()->text().contains(QStringLiteral("chart.png")));
        // The painter waits, and the window does not: an edit is computed and shown.
        opened.set("jpn.target.share", "4.2%");
        QVERIFY(opened->shown_view()->question.document.text.find("4.2%") != std::string::npos);
        QVERIFY(opened->pictures()->busy());
        QVERIFY(!QFile::exists(png));
        // A second one has to wait its turn.
        QVERIFY(!opened->save_chart(false, opened.file(QStringLiteral("other.png"))));
        QVERIFY(!opened->banner().isEmpty());
        opened.with_file(QStringLiteral("go"), {});
        opened->pictures()->settle();
        QVERIFY(QImage(png).width() > 1000);
        QVERIFY(!notice()->isVisible());
        QVERIFY(opened->statusBar()->currentMessage().contains(QStringLiteral("chart.png")));
        QVERIFY(!QFile::exists(opened.file(QStringLiteral("other.png"))));
    }

    void a_picture_that_is_cancelled_leaves_what_was_there() {
        Opened opened;
        opened->set_painter(painter_that_waits_for(opened, opened.file(QStringLiteral("go"))));
        const QString old = opened.with_file(QStringLiteral("old.svg"), "an old one");
        for (const QString& file : {opened.file(QStringLiteral("new.svg")), old}) {
            QVERIFY(opened->save_chart(true, file));
            cancel_of(opened.window())->click();
            opened->pictures()->settle();
            QVERIFY(opened->statusBar()->currentMessage().contains(QStringLiteral("not written")));
        }
        QCOMPARE(bytes_of(old), QByteArray("an old one"));
        const QDir folder = QFileInfo(old).dir();
        QCOMPARE(folder.entryList({QStringLiteral("*.svg*")}, QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("old.svg")});
        // The next one is written as if nothing had been.
        opened.with_file(QStringLiteral("go"), {});
        QVERIFY(opened->save_chart(true, old));
        opened->pictures()->settle();
        QVERIFY(bytes_of(old).contains("<svg"));
    }

    void a_window_that_is_closed_has_its_picture_written_to_the_end() {
        Opened opened;
        const QString png = opened.file(QStringLiteral("chart.png"));
        opened->set_painter(painter_that_waits_for(opened, opened.file(QStringLiteral("go"))));
        QVERIFY(opened->save_chart(false, png));
        QTimer::singleShot(0, &opened.window(), [&] {
            opened->close();
            opened.with_file(QStringLiteral("go"), {});
        });
        QApplication::exec();  // ends with the last window, and not before the picture
        QVERIFY(!opened->isVisible());
        QVERIFY(QImage(png).width() > 1000);
    }

    void a_picture_that_cannot_be_written_or_painted_says_why() {
        Opened opened;
        QVERIFY(opened->save_chart(false, opened.file(QStringLiteral("nowhere/chart.png"))));
        opened->pictures()->settle();
        QVERIFY2(opened->banner().contains(QStringLiteral("cannot be written")),
                 qPrintable(opened->banner()));
        const QString png = opened.file(QStringLiteral("chart.png"));
        opened->set_painter(QStringLiteral("/nowhere/burden-gui"));
        QVERIFY(opened->save_chart(false, png));
        opened->pictures()->settle();
        QVERIFY2(opened->banner().contains(QStringLiteral("could not be started")),
                 qPrintable(opened->banner()));
        opened->set_painter(program(opened, "echo 'no paint is left' >&2\nexit 1\n"));
        QVERIFY(opened->save_chart(false, png));
        opened->pictures()->settle();
        QCOMPARE(opened->banner(), QStringLiteral("no paint is left"));
        opened->set_painter({});
        QVERIFY(!opened->save_chart(false, png));
        QVERIFY(opened->banner().contains(QStringLiteral("burden-gui")));
        QVERIFY(!QFile::exists(png));
    }

    void a_picture_is_what_the_chart_shows_dark_on_a_log_scale_without_what_is_hidden() {
        Opened opened;
        brief::ChartSheet sheet{.answer = opened->shown_view()->run, .again = "burden run jpn-5-by-2035"};
        sheet.answer.tables.clear();  // they are not drawn
        const gui::PictureStyle plain;
        gui::PictureStyle style;
        style.dark = true;
        style.sight.log = true;
        style.sight.hidden = {sheet.answer.charts.front().series.back().key, "of another chart"};
        gui::PictureMaker maker;
        const QString png = opened.file(QStringLiteral("chart.png"));
        for (const gui::PictureStyle& one : {plain, style}) {
            QVERIFY(maker.make(QStringLiteral(BURDEN_WINDOW), sheet, gui::PictureFormat::png, one, png));
            maker.settle();
            const std::string here = picture_of(sheet, gui::PictureFormat::png, one);
            const QImage painted(png);
            QVERIFY(!painted.isNull());
            QVERIFY(painted == QImage::fromData(QByteArray::fromStdString(here)));
        }
        QVERIFY(picture_of(sheet, gui::PictureFormat::png, style) !=
                picture_of(sheet, gui::PictureFormat::png, plain));
    }

    void a_series_that_is_not_there_cannot_be_hidden() {
        std::istringstream in;
        std::ostringstream out;
        std::ostringstream err;
        QCOMPARE(gui::run_export({.output = "-",
                                  .format = "svg",
                                  .scenario = "jpn-5-by-2035",
                                  .sheet = {},
                                  .hidden = {"baselin"}},
                                 in, out, err),
                 2);
        QVERIFY2(QString::fromStdString(err.str()).contains(QStringLiteral("nearest: 'baseline'")),
                 err.str().c_str());
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
