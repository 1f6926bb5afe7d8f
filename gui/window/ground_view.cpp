#include "burden/gui/window/ground_view.hpp"

#include <QCoreApplication>
#include <QScrollBar>

#include "burden/brief/shared.hpp"
#include "burden/gui/window/text.hpp"

namespace burden::gui {
namespace {

QString safe(const std::string& text) { return shown(text).toHtmlEscaped(); }

QString heading(const QString& text) { return QStringLiteral("<h3>%1</h3>").arg(text.toHtmlEscaped()); }

QString listed(const QStringList& items, const char* kind) {
    const QString tag = QString::fromLatin1(kind);
    return QStringLiteral("<%1><li>%2</li></%1>").arg(tag, items.join(QStringLiteral("</li><li>")));
}

QStringList safe(const std::vector<std::string>& texts) {
    QStringList result;
    for (const std::string& text : texts) {
        result.append(safe(text));
    }
    return result;
}

QString cited(const brief::Citation& source) {
    const QString title = safe(source.title.empty() ? source.key : source.title);
    const QString linked =
        brief::is_web_page(source.address)
            ? QStringLiteral("<a href=\"%1\">%2</a>")
                  .arg(exact(brief::encoded_address(source.address)).toHtmlEscaped(), title)
            : title;
    QStringList parts = {QStringLiteral("<b>%1</b> %2").arg(safe(source.key), linked)};
    for (const std::string* part : {&source.publisher, &source.published}) {
        if (!part->empty()) {
            parts.append(safe(*part));
        }
    }
    return parts.join(QStringLiteral(", "));
}

}  // namespace

GroundView::GroundView(QWidget* parent) : QTextBrowser(parent) {
    setOpenExternalLinks(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Basis and sources"));
    document()->setDocumentMargin(12);
}

void GroundView::set_answer(const brief::Answer& answer) {
    QString page;
    if (!answer.warnings.empty()) {
        page += heading(tr("Warnings")) + listed(safe(answer.warnings), "ul");
    }
    const std::vector<std::string> basis = brief::basis_lines(answer);
    if (!basis.empty()) {
        page += heading(tr("Basis")) + listed(safe(basis), "ul");
    }
    if (!answer.notes.empty()) {
        page += heading(tr("Notes")) + listed(safe(answer.notes), "ol");
    }
    if (!answer.sources.empty()) {
        QStringList sources;
        for (const brief::Citation& source : answer.sources) {
            sources.append(cited(source));
        }
        page += heading(tr("Sources")) + listed(sources, "ul");
    }
    if (page == page_) {
        return;
    }
    page_ = page;
    const int scrolled = verticalScrollBar()->value();
    setHtml(page);
    verticalScrollBar()->setValue(scrolled);
}

QString ground_in_words(const brief::Answer& answer) {
    QStringList lines;
    for (const std::string& line : brief::basis_lines(answer)) {
        lines.append(shown(line));
    }
    QStringList keys;
    for (const brief::Citation& source : answer.sources) {
        keys.append(shown(source.key));
    }
    if (!keys.isEmpty()) {
        lines.append(
            QCoreApplication::translate("Ground", "Sources: %1").arg(keys.join(QStringLiteral(", "))));
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace burden::gui
