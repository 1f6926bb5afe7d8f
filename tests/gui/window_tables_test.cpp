// Tables of answers in Qt's views.
#include <QAbstractItemModelTester>
#include <QHeaderView>

#include "burden/brief/figure_text.hpp"
#include "burden/gui/window/table_view.hpp"
#include "window_fixture.hpp"
#include "window_suites.hpp"

namespace burden::tests {
namespace {

using brief::Cell;

brief::Table sample() {
    brief::Table table;
    table.id = "sample";
    table.title = "A sample";
    table.caption = "JPY tn, current prices";
    table.columns = {{.key = "year", .label = "FY", .words = true},
                     {.key = "spending", .label = "spending", .unit = "JPY tn", .places = 1, .group = "5 %"},
                     {.key = "share", .label = "share", .unit = "%", .places = 2, .group = "5 %"}};
    Cell noted{calc::Decimal("11.04")};
    noted.notes = {1, 2};
    table.rows = {
        {.cells = {"2025", noted, Cell{}}, .mark = "p"},
        {.cells = {"sum", Cell{calc::Decimal("-1234.56")}, Cell{calc::Decimal("5")}}, .rule_above = true}};
    table.marks = {{"p", "projection"}};
    return table;
}

class TablesSuite : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_table_keeps_the_rules_of_qt_when_it_changes() {
        gui::TableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(!model.set_table(sample()));
        brief::Table other = sample();
        other.rows.front().cells[2] = Cell{calc::Decimal("4")};
        QVERIFY(model.set_table(other));
        other.rows.pop_back();
        QVERIFY(!model.set_table(other));
        QVERIFY(!model.set_table({}));
    }

    void figures_are_those_of_every_writer() {
        gui::TableModel model;
        model.set_table(sample());
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, 0), QStringLiteral("2025 p"));
        QCOMPARE(text(0, 1), QStringLiteral("11.0¹,²"));
        QCOMPARE(text(0, 2), QStringLiteral("–"));
        QCOMPARE(text(1, 1), QStringLiteral("−1,234.6"));
        QCOMPARE(text(1, 2), QStringLiteral("5.00"));
        // The caption says the unit of the first; the second says its own.
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("spending"));
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("share\n%"));
        QVERIFY(model.index(1, 0).data(gui::TableModel::RuleRole).toBool());
        QCOMPARE(model.index(1, 1).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("5 %, spending: −1,234.6 JPY tn"));
    }

    void a_figure_is_asked_for_with_enter_and_with_a_double_click() {
        gui::TableView view;
        view.set_table(sample());
        view.resize(500, 300);
        view.show();
        int row = -1;
        int column = -1;
        connect(&view, &gui::TableView::asked, &view, [&](int r, int c) { row = r, column = c; });
        view.setCurrentIndex(view.model()->index(1, 2));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(row, 1);
        QCOMPARE(column, 2);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                          view.visualRect(view.model()->index(0, 1)).center());
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {},
                           view.visualRect(view.model()->index(0, 1)).center());
        QCOMPARE(row, 0);
        QCOMPARE(column, 1);
    }

    void columns_are_as_wide_as_what_stands_in_them() {
        gui::TableView view;
        view.set_table(sample());
        const QFontMetrics metrics(view.font());
        for (int column = 0; column < view.model()->columnCount(); ++column) {
            for (int row = 0; row < view.model()->rowCount(); ++row) {
                const QString text = view.model()->index(row, column).data().toString();
                QVERIFY2(view.columnWidth(column) > metrics.horizontalAdvance(text), qPrintable(text));
            }
        }
    }
};

}  // namespace

std::unique_ptr<QObject> tables_suite() { return std::make_unique<TablesSuite>(); }

std::vector<std::unique_ptr<QObject>> suites() {
    std::vector<std::unique_ptr<QObject>> all;
    all.push_back(tables_suite());
    all.push_back(controls_suite());
    all.push_back(documents_suite());
    all.push_back(exports_suite());
    all.push_back(keyboard_suite());
    return all;
}

}  // namespace burden::tests

#include "window_tables_test.moc"
