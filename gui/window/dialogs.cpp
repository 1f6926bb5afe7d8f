#include "burden/gui/window/dialogs.hpp"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace burden::gui {
namespace {

QString words(const char* english) { return QCoreApplication::translate("Dialogs", english); }

QString file_to_open(QWidget* window, const QString& folder) {
    return QFileDialog::getOpenFileName(
        window, words(QT_TRANSLATE_NOOP("Dialogs", "Open a scenario")), folder,
        words(QT_TRANSLATE_NOOP("Dialogs", "Scenarios (*.toml);;All files (*)")));
}

Unsaved unsaved(QWidget* window, const QString& name) {
    QMessageBox box(window);
    box.setIcon(QMessageBox::Warning);
    box.setText(words(QT_TRANSLATE_NOOP("Dialogs", "%1 has changes that were not saved.")).arg(name));
    QPushButton* save = box.addButton(words(QT_TRANSLATE_NOOP("Dialogs", "&Save")), QMessageBox::AcceptRole);
    QPushButton* discard =
        box.addButton(words(QT_TRANSLATE_NOOP("Dialogs", "&Discard")), QMessageBox::DestructiveRole);
    QPushButton* stay =
        box.addButton(words(QT_TRANSLATE_NOOP("Dialogs", "S&tay here")), QMessageBox::RejectRole);
    box.setDefaultButton(save);
    box.setEscapeButton(stay);
    box.exec();
    return box.clickedButton() == save      ? Unsaved::save
           : box.clickedButton() == discard ? Unsaved::discard
                                            : Unsaved::stay;
}

bool overwrite(QWidget* window, const QString& name) {
    QMessageBox box(window);
    box.setIcon(QMessageBox::Warning);
    box.setText(
        words(QT_TRANSLATE_NOOP("Dialogs", "Another program has changed %1 since it was opened.")).arg(name));
    QPushButton* over =
        box.addButton(words(QT_TRANSLATE_NOOP("Dialogs", "&Write over it")), QMessageBox::DestructiveRole);
    QPushButton* stay =
        box.addButton(words(QT_TRANSLATE_NOOP("Dialogs", "S&tay here")), QMessageBox::RejectRole);
    box.setDefaultButton(stay);
    box.setEscapeButton(stay);
    box.exec();
    return box.clickedButton() == over;
}

bool bring_back(QWidget* window, const QString& name) {
    QMessageBox box(window);
    box.setIcon(QMessageBox::Question);
    box.setText(
        words(QT_TRANSLATE_NOOP("Dialogs", "A window with %1 ended without being closed.")).arg(name));
    box.setInformativeText(
        words(QT_TRANSLATE_NOOP("Dialogs", "Its changes that were not saved can be brought back.")));
    QPushButton* back =
        box.addButton(words(QT_TRANSLATE_NOOP("Dialogs", "&Bring back")), QMessageBox::AcceptRole);
    box.addButton(words(QT_TRANSLATE_NOOP("Dialogs", "&Discard")), QMessageBox::DestructiveRole);
    box.setDefaultButton(back);
    // Closing the box keeps what was done.
    box.setEscapeButton(back);
    box.exec();
    return box.clickedButton() == back;
}

void tell(QWidget* window, const QString& title, const QString& text) {
    QMessageBox box(window);
    box.setWindowTitle(title);
    box.setTextFormat(Qt::PlainText);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box.setText(text);
    box.addButton(words(QT_TRANSLATE_NOOP("Dialogs", "&Close")), QMessageBox::AcceptRole);
    box.exec();
}

}  // namespace

Dialogs dialogs_before(QWidget* window) {
    return {.file_to_open = [window](const QString& folder) { return file_to_open(window, folder); },
            .file_to_save =
                [window](const QString& title, const QString& proposed, const QString& kinds) {
                    return QFileDialog::getSaveFileName(window, title, proposed, kinds);
                },
            .unsaved = [window](const QString& name) { return unsaved(window, name); },
            .overwrite = [window](const QString& name) { return overwrite(window, name); },
            .bring_back = [window](const QString& name) { return bring_back(window, name); },
            .tell = [window](const QString& title, const QString& text) { tell(window, title, text); }};
}

}  // namespace burden::gui
