/// Charts in the window: what is drawn, pointed at, enlarged and written into files.
#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <algorithm>
#include <cmath>
#include <sstream>

#include "burden/brief/chart_json.hpp"
#include "burden/brief/files.hpp"
#include "burden/gui/window/chart_view.hpp"
#include "burden/gui/window/export.hpp"
#include "burden/gui/window/export_command.hpp"
#include "burden/gui/window/letters.hpp"
#include "burden/gui/window/text.hpp"

using namespace burden;
using namespace burden::gui;
using brief::Chart;
using brief::ChartKind;
using brief::ChartMark;
using calc::Decimal;

namespace {

/// Lines of so many scenarios over a baseline; the last year of the first is at `end`.
Chart path(int end = 44, int scenarios = 3) {
    Chart chart{.kind = ChartKind::path,
                .id = "jpn-path",
                .title = "Japan: 5 % of GDP by FY2035",
                .caption = "JPY tn, current prices",
                .place_label = "Fiscal year",
                .places = {},
                .value_label = "Defence spending",
                .unit = "JPY tn",
                .series = {},
                .events = {{1.5, "Special measures agreement expires 2027-03-31"}},
                .marks = {{"p", "projection"}}};
    for (int year = 2025; year <= 2035; ++year) {
        chart.places.push_back("FY" + std::to_string(year));
    }
    for (int at = 0; at <= scenarios; ++at) {
        brief::ChartSeries series{.key = at == 0 ? "baseline" : "s" + std::to_string(at),
                                  .label = at == 0 ? "share held" : "scenario " + std::to_string(at),
                                  .mark = at == 0 ? ChartMark::ghost : ChartMark::line,
                                  .points = {}};
        const int last = at == 0 ? 14 : end - 4 * (at - 1);
        for (int place = 0; place <= 10; ++place) {
            series.points.push_back({.place = static_cast<std::size_t>(place),
                                     .value = Decimal(11) + Decimal((last - 11) * place) / Decimal(10),
                                     .mark = place > 0 ? "p" : ""});
        }
        chart.series.push_back(std::move(series));
    }
    return chart;
}

Chart waterfall() {
    Chart chart{
        .kind = ChartKind::waterfall,
        .id = "why",
        .title = "Why",
        .place_label = "Part",
        .places = {"policy", "growth", "together"},
        .value_label = "Difference",
        .unit = "JPY tn",
        .series = {{.key = "difference", .label = "difference", .mark = ChartMark::bar, .points = {}}}};
    chart.series[0].points = {{.place = 0, .value = Decimal(5), .from = Decimal(0)},
                              {.place = 1, .value = Decimal(4), .from = Decimal(5)},
                              {.place = 2, .value = Decimal(4), .from = Decimal(0), .total = true}};
    return chart;
}

brief::ChartSheet sheet() {
    brief::ChartSheet result{.answer = {.command = "run", .tables = {}},
                             .again = "burden chart path 'plan.toml'",
                             .scenario = std::string(64, 'b')};
    result.answer.charts = {path()};
    result.answer.notes = {"A note with <tags> & an ampersand."};
    result.answer.basis.gdp = "IMF, April 2026";
    result.answer.sources = {{"WEO2026", "World Economic Outlook", "IMF", "2026-04", "https://example.org"}};
    return result;
}

/// Where a point of a view lies in its widget.
QPoint point_of(const ChartView& view, const PlotSpot& spot) {
    const auto at = position_of(view.plot(), spot);
    const QRectF area = view.chart()->plotArea();
    return QPointF(area.left() + at->right * area.width(), area.bottom() - at->up * area.height()).toPoint();
}

/// A view that is shown, 800 by 480.
struct Shown {
    explicit Shown(const Chart& chart) {
        view.resize(800, 480);
        view.set_chart(chart);
        view.show();
        view.setFocus();
        // The window may come to the front a little later.
        static_cast<void>(QTest::qWaitForWindowExposed(&view));
    }
    ChartView view;
};

}  // namespace

class WindowChartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_chart_is_told_to_those_who_do_not_see_it() {
        const Shown shown(path());
        QCOMPARE(shown.view.accessibleName(), QStringLiteral("Japan: 5 % of GDP by FY2035"));
        QVERIFY(shown.view.accessibleDescription().startsWith(QStringLiteral("Line chart: Japan")));
    }

    void the_pointer_finds_the_exact_figure() {
        Shown shown(path());
        QSignalSpy pointed(&shown.view, &ChartView::pointed);
        QTest::mouseMove(shown.view.viewport(), point_of(shown.view, {1, 5}) + QPoint(3, -4));
        QVERIFY(!pointed.isEmpty());
        QCOMPARE(pointed.last().at(0).toString(),
                 QStringLiteral("scenario 1, FY2030: 27.5 tn JPY (projection)"));
    }

    void a_click_asks_where_a_figure_comes_from() {
        Shown shown(path());
        QSignalSpy asked(&shown.view, &ChartView::asked);
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, point_of(shown.view, {2, 10}));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0].at(0).toString(), QStringLiteral("jpn-path"));
        QCOMPARE(asked[0].at(1).toString(), QStringLiteral("s2"));
        QCOMPARE(asked[0].at(2).toInt(), 10);
    }

    void keys_go_from_point_to_point_and_ask() {
        Shown shown(path());
        QSignalSpy pointed(&shown.view, &ChartView::pointed);
        QSignalSpy asked(&shown.view, &ChartView::asked);
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QCOMPARE(pointed.last().at(0).toString(), QStringLiteral("scenario 1, FY2025: 11.0 tn JPY"));
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0].at(1).toString(), QStringLiteral("s2"));
        QCOMPARE(asked[0].at(2).toInt(), 1);
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QCOMPARE(pointed.last().at(0).toString(), QString());
    }

    void a_chart_is_enlarged_moved_and_seen_whole_again() {
        Shown shown(path());
        QSignalSpy zoomed(&shown.view, &ChartView::zoom_changed);
        QTest::keyClick(&shown.view, Qt::Key_Plus);
        QVERIFY(shown.view.is_zoomed());
        const PlotSpan before = shown.view.plot().places;
        QVERIFY(before.length() < shown.view.plot().all_places.length());
        const QPoint middle = shown.view.rect().center();
        QTest::mousePress(shown.view.viewport(), Qt::LeftButton, Qt::ShiftModifier, middle);
        QTest::mouseMove(shown.view.viewport(), middle + QPoint(40, 0));
        QTest::mouseRelease(shown.view.viewport(), Qt::LeftButton, Qt::ShiftModifier, middle + QPoint(40, 0));
        QVERIFY(shown.view.plot().places.low < before.low);
        QVERIFY(std::abs(shown.view.plot().places.length() - before.length()) < 1e-9);
        QTest::keyClick(&shown.view, Qt::Key_0);
        QVERIFY(!shown.view.is_zoomed());
        QCOMPARE(zoomed.last().at(0).toBool(), false);
        for (int times = 0; times < 60; ++times) {
            QTest::keyClick(&shown.view, Qt::Key_Plus);
        }
        QVERIFY(shown.view.plot().places.length() > 0.1);
        QTest::mouseDClick(shown.view.viewport(), Qt::LeftButton, {}, middle);
        QVERIFY(!shown.view.is_zoomed());
    }

    void a_rectangle_that_is_drawn_is_what_is_seen_next() {
        Shown shown(path());
        QSignalSpy asked(&shown.view, &ChartView::asked);
        const QRectF area = shown.view.chart()->plotArea();
        const QPoint from =
            QPointF(area.left() + area.width() * 0.25, area.top() + area.height() * 0.25).toPoint();
        const QPoint to =
            QPointF(area.left() + area.width() * 0.75, area.top() + area.height() * 0.75).toPoint();
        QTest::mousePress(shown.view.viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(shown.view.viewport(), to);
        QTest::mouseRelease(shown.view.viewport(), Qt::LeftButton, {}, to);
        const Plot& plot = shown.view.plot();
        QVERIFY(std::abs(plot.places.length() / plot.all_places.length() - 0.5) < 0.02);
        QVERIFY(std::abs(plot.values.length() / plot.all_values.length() - 0.5) < 0.02);
        QVERIFY(asked.isEmpty());
    }

    void the_wheel_keeps_what_lies_under_the_pointer() {
        Shown shown(waterfall());
        const QPoint at = shown.view.chart()->plotArea().center().toPoint();
        const double before = shown.view.plot().values.low + shown.view.plot().values.length() / 2;
        QWheelEvent turn(at, shown.view.mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        QApplication::sendEvent(shown.view.viewport(), &turn);
        const PlotSpan values = shown.view.plot().values;
        QVERIFY(values.length() < shown.view.plot().all_values.length());
        QVERIFY(std::abs(values.low + values.length() / 2 - before) < 0.05);
    }

    void series_are_hidden_by_their_entry_by_key_and_by_name() {
        Shown shown(path());
        QSignalSpy changed(&shown.view, &ChartView::hidden_changed);
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QTest::keyClick(&shown.view, Qt::Key_H);
        QCOMPARE(shown.view.hidden(), QStringList{QStringLiteral("s1")});
        QVERIFY(shown.view.plot().series[1].hidden);
        QTest::keyClick(&shown.view, Qt::Key_H, Qt::ShiftModifier);
        QVERIFY(shown.view.hidden().isEmpty());
        shown.view.set_hidden({QStringLiteral("baseline"), QStringLiteral("s3")});
        QCOMPARE(changed.size(), 3);
        // The entry of the first series stands at the left below the plot.
        auto* const scene = static_cast<ChartScene*>(shown.view.chart());
        QPoint entry;
        for (int y = static_cast<int>(scene->area().bottom()); y < shown.view.height(); ++y) {
            entry = scene->legend_at(QPointF(20, y)) ? QPoint(20, y) : entry;
        }
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, entry);
        QCOMPARE(shown.view.hidden(), QStringList{QStringLiteral("s3")});
    }

    void a_log_scale_is_drawn_or_refused_in_words() {
        Shown shown(path());
        shown.view.set_log(true);
        QVERIFY(shown.view.log());
        QVERIFY(shown.view.plot().log);
        shown.view.set_chart(waterfall());
        QVERIFY(!shown.view.plot().log);
        QVERIFY(!shown.view.plot().log_refused.empty());
    }

    void values_that_move_keep_the_crosshair_and_what_is_seen() {
        Shown shown(path());
        shown.view.zoom(1.5);
        const PlotSpan seen = shown.view.plot().values;
        QVERIFY(shown.view.point_at(QStringLiteral("s1"), 5));
        QSignalSpy pointed(&shown.view, &ChartView::pointed);
        shown.view.set_chart(path(33));
        QCOMPARE(shown.view.plot().values, seen);
        QCOMPARE(pointed.last().at(0).toString(),
                 QStringLiteral("scenario 1, FY2030: 22.0 tn JPY (projection)"));
        shown.view.set_chart(waterfall());
        QVERIFY(!shown.view.is_zoomed());
        QVERIFY(!shown.view.point_at(QStringLiteral("s1"), 5));
    }

    void what_is_drawn_differs_by_ground_and_follows_the_palette() {
        Shown shown(path());
        const QColor light = shown.view.grab().toImage().pixelColor(4, 4);
        QPalette dark = shown.view.palette();
        dark.setColor(QPalette::Base, QColor(20, 23, 27));
        shown.view.setPalette(dark);
        const QColor after = shown.view.grab().toImage().pixelColor(4, 4);
        QVERIFY(light.lightness() > 200);
        QVERIFY(after.lightness() < 60);
    }

    void a_chart_without_room_is_drawn_all_the_same() {
        const QFontMetricsF metrics{letters_of(12)};
        for (const double room : {-20.0, 0.0, 1.0}) {
            QCOMPARE(wrapped_to(metrics, "", room), std::vector<std::string>{""});
            // Eight columns are the fewest that are read.
            QCOMPARE(wrapped_to(metrics, "current prices", room),
                     (std::vector<std::string>{"current", "prices"}));
        }
        for (const QSize size : {QSize(16, 16), QSize(40, 30), QSize(90, 400), QSize(500, 40)}) {
            ChartView view;
            view.set_chart(path());
            view.setMinimumSize(size);
            view.resize(size);
            QCOMPARE(view.grab().size(), size);
        }
    }

    void a_slider_that_is_dragged_moves_points_and_builds_nothing_anew() {
        Shown shown(path(44, 5));
        QImage image(shown.view.size(), QImage::Format_RGB32);
        const auto before = shown.view.chart()->series();
        std::vector<double> milliseconds;
        for (int at = 0; at < 120; ++at) {
            QElapsedTimer clock;
            clock.start();
            shown.view.set_chart(path(30 + at % 40, 5));
            shown.view.viewport()->render(&image);
            milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
        std::sort(milliseconds.begin(), milliseconds.end());
        // Told, and measured by the benchmarks: a test that runs beside others has no clock of its own.
        qInfo("frame: median %.2f ms, p95 %.2f ms", milliseconds[60], milliseconds[114]);
        QCOMPARE(shown.view.chart()->series(), before);
    }

    void pictures_are_the_same_bytes_and_say_where_their_figures_come_from() {
        for (const PictureFormat format : {PictureFormat::png, PictureFormat::svg, PictureFormat::pdf}) {
            const std::string bytes = picture_of(sheet(), format);
            QVERIFY(bytes.size() > 1000);
            QVERIFY(bytes == picture_of(sheet(), format));
        }
    }

    void a_png_is_twice_as_fine_as_a_page_and_describes_itself() {
        const std::string bytes = picture_of(sheet(), PictureFormat::png, {.size = QSize(900, 600)});
        QImage image;
        QVERIFY(image.loadFromData(reinterpret_cast<const uchar*>(bytes.data()),
                                   static_cast<int>(bytes.size()), "PNG"));
        QCOMPARE(image.width(), 1800);
        QCOMPARE(image.height(), 1200);
        QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("Japan: 5 % of GDP by FY2035"));
        const QString told = image.text(QStringLiteral("Description"));
        for (const char* part :
             {"IMF, April 2026", "WEO2026", "burden chart path 'plan.toml'", "facts ", "bbbb"}) {
            QVERIFY2(told.contains(QString::fromUtf8(part)), part);
        }
    }

    void an_svg_is_well_formed_and_its_texts_can_be_read() {
        const std::string bytes = picture_of(sheet(), PictureFormat::svg);
        QXmlStreamReader xml(QByteArray::fromStdString(bytes));
        QStringList texts;
        QString title;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == QStringLiteral("title")) {
                title = xml.readElementText();
            } else if (xml.isStartElement() && xml.name() == QStringLiteral("text")) {
                texts.append(xml.readElementText().trimmed());
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(title, QStringLiteral("Japan: 5 % of GDP by FY2035"));
        for (const char* part : {"FY2030", "scenario 1  44.0", "1  A note with <tags> & an ampersand.",
                                 "GDP: IMF, April 2026"}) {
            QVERIFY2(texts.contains(QString::fromUtf8(part)), part);
        }
    }

    void a_pdf_bears_no_time() {
        const std::string bytes = picture_of(sheet(), PictureFormat::pdf);
        QVERIFY(bytes.starts_with("%PDF"));
        QVERIFY(bytes.find("CreationDate") == std::string::npos);
        QVERIFY(bytes.find("%%EOF") != std::string::npos);
    }

    void a_picture_with_much_to_say_grows_rather_than_losing_its_chart() {
        brief::ChartSheet much = sheet();
        much.answer.notes.assign(60, "A note that takes a line of its own.");
        QImage image;
        const std::string bytes = picture_of(much, PictureFormat::png, {.scale = 1});
        QVERIFY(image.loadFromData(reinterpret_cast<const uchar*>(bytes.data()),
                                   static_cast<int>(bytes.size()), "PNG"));
        QVERIFY(image.height() > 1100);
    }

    void pictures_are_written_whole_by_the_command() {
        const QTemporaryDir folder;
        const std::string file = typed(folder.filePath(QStringLiteral("a.svg")));
        std::istringstream in(chart_json(sheet()));
        std::ostringstream out;
        std::ostringstream err;
        QCOMPARE(run_export({.output = file, .scenario = {}, .sheet = "-"}, in, out, err), 0);
        QCOMPARE(exact(err.str()), QString());
        QVERIFY(*brief::file_text(file, 10'000'000) == picture_of(sheet(), PictureFormat::svg));
        std::istringstream none;
        QCOMPARE(
            run_export(
                {.output = file, .scenario = "jpn-5-by-2035", .sheet = {}, .language = "ja", .dark = true},
                none, out, err),
            0);
        const std::string japanese = *brief::file_text(file, 10'000'000);
        QVERIFY(japanese.find("防衛") != std::string::npos);
        QVERIFY(japanese.find("burden chart path jpn-5-by-2035 --lang ja") != std::string::npos);
        QCOMPARE(run_export({.output = "-",
                             .format = "svg",
                             .scenario = "jpn-5-by-2035",
                             .sheet = {},
                             .kind = "renewals"},
                            none, out, err),
                 0);
        QVERIFY(out.str().find("x4") != std::string::npos);
        QVERIFY(out.str().find("burden-gui --export FILE --kind renewals jpn-5-by-2035") !=
                std::string::npos);
    }

    void what_the_command_cannot_do_is_said_with_what_it_can() {
        const auto said = [](const ExportRequest& request, int status, const std::string& given = {}) {
            std::istringstream in(given);
            std::ostringstream out;
            std::ostringstream err;
            const int got = run_export(request, in, out, err);
            return got == status ? err.str() : "status " + std::to_string(got);
        };
        QCOMPARE(exact(said({.output = "a.gif", .scenario = "baseline", .sheet = {}}, 2)),
                 QStringLiteral("--export: error: unknown ending '.gif'\n  | a.gif\n  |  ^^^^\n  = allowed: "
                                ".png, .svg, .pdf\n"));
        QVERIFY(
            said({.output = "a.png", .scenario = "baselin", .sheet = {}}, 2).find("nearest: 'baseline'") !=
            std::string::npos);
        QVERIFY(said({.output = "a.png", .scenario = "baseline", .sheet = {}, .kind = "fan"}, 2)
                    .find("burden chart fan") != std::string::npos);
        QVERIFY(said({.output = "a.png", .scenario = "baseline", .sheet = {}, .size = "10x10"}, 2)
                    .find("from 320 to 8000") != std::string::npos);
        QVERIFY(said({.output = "a.png", .scenario = {}, .sheet = {}}, 2).find("of which scenario?") !=
                std::string::npos);
        QVERIFY(
            said({.output = "a.png", .scenario = {}, .sheet = "-"}, 2, "{}").find("'schema' is missing") !=
            std::string::npos);
        QVERIFY(said({.output = "/nowhere/a.png", .scenario = "baseline", .sheet = {}}, 1)
                    .find("/nowhere/a.png") != std::string::npos);
    }
};

QTEST_MAIN(WindowChartTest)
#include "window_chart_test.moc"
