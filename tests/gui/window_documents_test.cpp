// Documents of the window on their way from files and back.
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QProcess>
#include <csignal>

#include "window_fixture.hpp"
#include "window_suites.hpp"

namespace burden::tests {
namespace {

constexpr const char* plan = R"(# A plan of my own.
title   = "Mine"
extends = "baseline"

[policy.jpn]
target.share = "3.4%"   # of GDP
target.by    = "FY2032"
)";

class DocumentsSuite : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_broken_file_is_told_with_line_and_column_and_leaves_the_document_alone() {
        Opened opened;
        const QString broken = opened.with_file(QStringLiteral("plan.toml"),
                                                "title = \"x\"\n[policy.jpn]\ntarget.shore = \"3%\"\n");
        const std::string before = opened.text();
        QVERIFY(!opened->open(broken));
        opened->settle();
        QVERIFY2(opened->banner().contains(QStringLiteral("plan.toml:3:")), qPrintable(opened->banner()));
        QVERIFY(opened->banner().contains(QStringLiteral("target.share")));
        QCOMPARE(QString::fromStdString(opened.text()), QString::fromStdString(before));
        QVERIFY(!opened->isWindowModified());
    }

    void open_save_open_is_the_identity() {
        Opened opened;
        const QString path = opened.with_file(QStringLiteral("plan.toml"), plan);
        QVERIFY(opened->open(path));
        opened->settle();
        QVERIFY(opened->windowTitle().contains(QStringLiteral("plan.toml")));
        const QString copy = opened.file(QStringLiteral("copy.toml"));
        opened.next_file = copy;
        opened->actions_of().save_as->trigger();
        QCOMPARE(bytes_of(copy), QByteArray(plan));
        QVERIFY(opened->open(copy));
        QCOMPARE(QByteArray::fromStdString(opened.text()), QByteArray(plan));
    }

    void an_edit_is_saved_and_leaves_the_rest_of_the_file_as_it_was() {
        Opened opened;
        const QString path = opened.with_file(QStringLiteral("plan.toml"), plan);
        QVERIFY(opened->open(path));
        opened->settle();
        opened.set("jpn.target.share", "3.5%");
        QVERIFY(opened->isWindowModified());
        opened->actions_of().save->trigger();
        QVERIFY(!opened->isWindowModified());
        QCOMPARE(bytes_of(path), QByteArray(plan).replace("3.4%", "3.5%"));
    }

    void undo_to_the_start_restores_the_start() {
        Opened opened;
        const QString path = opened.with_file(QStringLiteral("plan.toml"), plan);
        QVERIFY(opened->open(path));
        opened->settle();
        opened.set("jpn.target.share", "3.5%");
        opened.set("jpn.growth", "+0.5 pp");
        opened.set("jpn.hosting.renewal", "x4");
        const std::string last = opened.text();
        for (int times = 0; times < 3; ++times) {
            opened->actions_of().undo->trigger();
        }
        opened->settle();
        QCOMPARE(QByteArray::fromStdString(opened.text()), QByteArray(plan));
        QVERIFY(!opened->isWindowModified());
        QVERIFY(!opened->actions_of().undo->isEnabled());
        for (int times = 0; times < 3; ++times) {
            opened->actions_of().redo->trigger();
        }
        QCOMPARE(QString::fromStdString(opened.text()), QString::fromStdString(last));
    }

    void changes_that_were_not_saved_are_guarded() {
        Opened opened;
        const QString path = opened.with_file(QStringLiteral("plan.toml"), plan);
        QVERIFY(opened->open(path));
        opened->settle();
        opened.set("jpn.target.share", "4%");
        const std::string edited = opened.text();
        opened.unsaved = gui::Unsaved::stay;
        opened->actions_of().fresh->trigger();
        QCOMPARE(opened.asked, 1);
        QCOMPARE(QString::fromStdString(opened.text()), QString::fromStdString(edited));
        QVERIFY(!opened->close());
        opened.unsaved = gui::Unsaved::save;
        QVERIFY(opened->close());
        QVERIFY(bytes_of(path).contains("4%"));
    }

    void a_new_document_and_every_ready_made_one_can_be_looked_at() {
        Opened opened;
        opened->actions_of().fresh->trigger();
        opened->settle();
        QVERIFY(opened->shown_view()->view.good());
        for (QAction* one : opened->actions_of().ready_made->actions()) {
            one->trigger();
            opened->settle();
            QVERIFY2(opened->banner().isEmpty(),
                     qPrintable(one->text() + QLatin1Char(' ') + opened->banner()));
            QVERIFY2(!opened->shown_view()->view.run.tables.empty(), qPrintable(one->text()));
        }
    }

    void a_file_that_is_dropped_is_opened() {
        Opened opened;
        const QString path = opened.with_file(QStringLiteral("plan.toml"), plan);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&opened.window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&opened.window(), &drop);
        QCOMPARE(QByteArray::fromStdString(opened.text()), QByteArray(plan));
    }

    void recent_files_are_remembered_and_those_that_are_gone_are_said_to_be() {
        Opened opened;
        const QString path = opened.with_file(QStringLiteral("plan.toml"), plan);
        QVERIFY(opened->open(path));
        const auto files = opened->actions_of().recent->actions();
        QVERIFY(!files.isEmpty());
        QCOMPARE(files.front()->text(), QStringLiteral("plan.toml"));
        QVERIFY(QFile::remove(path));
        const QString other = opened.with_file(QStringLiteral("other.toml"), plan);
        QVERIFY(opened->open(other));
        bool gone = false;
        for (const QAction* one : opened->actions_of().recent->actions()) {
            gone = gone || (one->text().startsWith(QStringLiteral("plan.toml")) && !one->isEnabled());
        }
        QVERIFY(gone);
    }

    void a_window_that_is_killed_leaves_its_document_to_the_next() {
        Opened opened;
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--edit-and-die"), opened.file(QStringLiteral("recovery"))});
        QVERIFY(other.waitForFinished());
        QCOMPARE(other.exitStatus(), QProcess::CrashExit);
        QVERIFY(opened->recover());
        opened->settle();
        QVERIFY(opened.text().find("4.9%") != std::string::npos);
        QVERIFY(opened->isWindowModified());
        QVERIFY(!opened->recover());
    }

    void a_window_without_a_display_says_so() {
        QProcess program;
        QProcessEnvironment bare = QProcessEnvironment::systemEnvironment();
        for (const QString& name : {QStringLiteral("DISPLAY"), QStringLiteral("WAYLAND_DISPLAY"),
                                    QStringLiteral("QT_QPA_PLATFORM")}) {
            bare.remove(name);
        }
        program.setProcessEnvironment(bare);
        program.start(QStringLiteral(BURDEN_WINDOW), QStringList());
        QVERIFY2(program.waitForFinished(), qPrintable(program.errorString()));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 1);
        QVERIFY(program.readAllStandardError().contains("there is no display"));
    }

    void the_layout_is_remembered() {
        const QTemporaryDir folder;
        const gui::Places places{.settings = folder.filePath(QStringLiteral("settings.ini"))};
        {
            gui::MainWindow window(places, brief::Language::en);
            window.resize(1234, 777);
            window.show();
            window.settle();
            window.close();
        }
        gui::MainWindow window(places, brief::Language::en);
        QCOMPARE(window.size(), QSize(1234, 777));
    }
};

}  // namespace

std::unique_ptr<QObject> documents_suite() { return std::make_unique<DocumentsSuite>(); }

void edit_and_die(const QString& folder) {
    const QTemporaryDir kept;
    gui::MainWindow window(
        {.settings = kept.filePath(QStringLiteral("settings.ini")), .recovery = folder.toStdString()},
        brief::Language::en);
    window.show();
    window.settle();
    const auto key = inputs::read_key_name("jpn.target.share");
    Q_EMIT window.controls()->edited(*key, QStringLiteral("4.9%"), false);
    QTest::qWait(1500);
    std::raise(SIGKILL);
    std::abort();
}

}  // namespace burden::tests

#include "window_documents_test.moc"
