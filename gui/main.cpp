#include <QApplication>
#include <QCommandLineParser>
#include <QHashSeed>
#include <cstdio>
#include <iostream>

#include "burden/gui/window/about.hpp"
#include "burden/gui/window/export_command.hpp"
#include "burden/gui/window/open_window.hpp"
#include "burden/gui/window/text.hpp"
#include "burden/inputs/diagnostic.hpp"

namespace {

using namespace burden::gui;

constexpr int failed = 1;
constexpr int refused = 2;

/// Whether a window can be opened: Qt itself would end the program in the midst.
bool has_display() {
#ifdef Q_OS_LINUX
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

/// What burden-gui takes on its command line.
struct Options {
    QCommandLineOption output{QStringLiteral("export"),
                              QStringLiteral("Write a picture (.png, .svg, .pdf) without a window."),
                              QStringLiteral("FILE")};
    QCommandLineOption format{
        QStringLiteral("format"),
        QStringLiteral("Of --export: png, svg or pdf, where the file's name does not say it."),
        QStringLiteral("FORMAT")};
    QCommandLineOption kind{QStringLiteral("kind"),
                            QStringLiteral("Of --export: the kind of chart: path, renewals or slope."),
                            QStringLiteral("KIND"), QStringLiteral("path")};
    QCommandLineOption size{QStringLiteral("size"),
                            QStringLiteral("Of --export: its width and height in pixels of a page."),
                            QStringLiteral("1200x700")};
    QCommandLineOption dark{QStringLiteral("dark"), QStringLiteral("Of --export: on a dark ground.")};
    QCommandLineOption log{QStringLiteral("log"), QStringLiteral("Of --export: values on a log scale.")};
    QCommandLineOption hide{
        QStringLiteral("hide"),
        QStringLiteral("Of --export: a series that is not drawn, by its key; repeatable."),
        QStringLiteral("KEY")};
    QCommandLineOption language{QStringLiteral("lang"), QStringLiteral("The language: en or ja."),
                                QStringLiteral("LANGUAGE")};
    QCommandLineOption sheet{
        QStringLiteral("chart"),
        QStringLiteral(
            "Of --export: the charts in JSON from standard input, as burden chart hands them over."),
        QStringLiteral("-")};
    QCommandLineOption about{QStringLiteral("about"),
                             QStringLiteral("What it is made of, and under which licences.")};
    QCommandLineOption version{QStringList{QStringLiteral("v"), QStringLiteral("version")},
                               QStringLiteral("The version.")};
    QCommandLineOption help{QStringList{QStringLiteral("h"), QStringLiteral("help")},
                            QStringLiteral("This text.")};

    void add_to(QCommandLineParser& parser) const {
        parser.setApplicationDescription(QStringLiteral("A window over the models of Burden."));
        for (const QCommandLineOption* option : {&output, &format, &kind, &size, &dark, &log, &hide,
                                                 &language, &sheet, &about, &version, &help}) {
            parser.addOption(*option);
        }
        parser.addPositionalArgument(QStringLiteral("scenario"),
                                     QStringLiteral("A scenario file, or the name of a ready-made scenario."),
                                     QStringLiteral("[SCENARIO…]"));
    }
};

void print(const QString& text) {
    std::cout << typed(text);
    if (!text.endsWith(QLatin1Char('\n'))) {
        std::cout << '\n';
    }
}

int export_as_asked(const QCommandLineParser& parser, const Options& options) {
    const auto value = [&](const QCommandLineOption& option) { return typed(parser.value(option)); };
    std::vector<std::string> hidden;
    for (const QString& key : parser.values(options.hide)) {
        hidden.push_back(typed(key));
    }
    return run_export({.output = value(options.output),
                       .format = value(options.format),
                       .scenario = typed(parser.positionalArguments().join(QLatin1Char('+'))),
                       .sheet = value(options.sheet),
                       .kind = value(options.kind),
                       .size = value(options.size),
                       .language = value(options.language),
                       .dark = parser.isSet(options.dark),
                       .log = parser.isSet(options.log),
                       .hidden = std::move(hidden)},
                      std::cin, std::cout, std::cerr);
}

}  // namespace

int main(int argc, char** argv) {
    QStringList words;
    for (int at = 0; at < argc; ++at) {
        words.append(QString::fromLocal8Bit(argv[at]));
    }
    QCommandLineParser parser;
    const Options options;
    options.add_to(parser);
    const bool understood = parser.parse(words);
    const bool words_alone = !understood || parser.isSet(options.help) || parser.isSet(options.version) ||
                             parser.isSet(options.about) || parser.isSet(options.output);
    if (words_alone) {
        // Pictures are made where there is no display too, and always with the same order of things in them.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        QHashSeed::setDeterministicGlobalSeed();
        // What Qt remarks upon its surroundings is of no use to who asked for a picture.
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    }
    if (!words_alone && !has_display()) {
        std::cerr << to_text(burden::inputs::Diagnostic{.file = "burden-gui",
                                                        .message = "there is no display to open a window on",
                                                        .hint = "--export makes pictures without one"});
        return failed;
    }
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("burden-gui"));
    if (!understood) {
        std::cerr << to_text(
            burden::inputs::Diagnostic{.file = "burden-gui", .message = typed(parser.errorText())});
        return refused;
    }
    if (parser.isSet(options.help)) {
        print(parser.helpText());
        return 0;
    }
    if (parser.isSet(options.version)) {
        print(QStringLiteral("burden-gui " BURDEN_VERSION));
        return 0;
    }
    if (parser.isSet(options.about)) {
        print(about_text());
        return 0;
    }
    if (parser.isSet(options.output)) {
        return export_as_asked(parser, options);
    }
    return open_window(parser.positionalArguments().join(QLatin1Char('+')), parser.value(options.language));
}
