/// The tests of the window, by what they are about.
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <vector>

namespace burden::tests {

std::unique_ptr<QObject> controls_suite();
std::unique_ptr<QObject> documents_suite();
std::unique_ptr<QObject> exports_suite();
std::unique_ptr<QObject> keyboard_suite();
std::unique_ptr<QObject> tables_suite();

std::vector<std::unique_ptr<QObject>> suites();

/// Opens a window, edits its document, and ends as a crash does.
[[noreturn]] void edit_and_die(const QString& folder);

}  // namespace burden::tests
