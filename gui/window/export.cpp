#include "burden/gui/window/export.hpp"

#include <QBuffer>
#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "burden/brief/files.hpp"
#include "burden/brief/shared.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/gui/window/letters.hpp"
#include "burden/gui/window/text.hpp"
#include "burden/inputs/embedded.hpp"

namespace burden::gui {

namespace {

struct FormatName {
    std::string_view ending;
    PictureFormat format;
};
constexpr std::array<FormatName, 3> formats = {
    {{".png", PictureFormat::png}, {".svg", PictureFormat::svg}, {".pdf", PictureFormat::pdf}}};

// Pixels.
constexpr int chart_letters = 13;
constexpr int foot_letters = 11;
constexpr double edge = 10;
constexpr double least_chart = 340;
constexpr double paper_dots = 1200;  ///< of a PDF, an inch: finer than its letters are hinted
constexpr double page_dots = 96;     ///< pixels of a page, an inch

/// A part of the text below a chart: its heading and its paragraphs.
struct FootPart {
    std::string heading;
    std::vector<std::string> paragraphs;
};

std::string joined(const std::vector<std::string>& texts, const std::string& between) {
    std::string all;
    for (const std::string& text : texts) {
        all += (all.empty() ? "" : between) + text;
    }
    return all;
}

/// A source in full: what a reader without the program needs to find it.
std::string source_text(const brief::Citation& source) {
    std::string text = source.key + ": " + source.title;
    for (const std::string* part : {&source.publisher, &source.published}) {
        text += part->empty() ? "" : ", " + *part;
    }
    return text;
}

std::vector<FootPart> foot_of(const brief::ChartSheet& sheet) {
    const brief::Answer& answer = sheet.answer;
    const auto word = [&](const char* english) { return brief::translated(english, answer.basis.language); };
    std::vector<FootPart> parts;
    const auto add = [&](const char* heading, std::vector<std::string> paragraphs) {
        if (!paragraphs.empty()) {
            parts.push_back({word(heading), std::move(paragraphs)});
        }
    };
    add("Basis", brief::basis_lines(answer));
    std::vector<std::string> notes;
    for (std::size_t at = 0; at < answer.notes.size(); ++at) {
        notes.push_back(std::to_string(at + 1) + "  " + answer.notes[at]);
    }
    add("Notes", std::move(notes));
    add("Warning", answer.warnings);
    std::vector<std::string> sources;
    for (const brief::Citation& source : answer.sources) {
        sources.push_back(source_text(source));
    }
    if (!sources.empty()) {
        add("Sources", {joined(sources, "; ")});
    }
    add("Made by", {manifest_line(sheet)});
    return parts;
}

/// The text below the charts, broken into lines.
class Foot {
public:
    Foot(const brief::ChartSheet& sheet, double width)
        : letters_(letters_of(foot_letters)),
          metrics_(letters_),
          line_height_(std::ceil(metrics_.height() * 1.1)) {
        const auto parts = foot_of(sheet);
        for (const FootPart& part : parts) {
            indent_ = std::max(indent_, metrics_.horizontalAdvance(exact(part.heading)) + 14);
        }
        for (const FootPart& part : parts) {
            bool first = true;
            for (const std::string& paragraph : part.paragraphs) {
                for (std::string& text :
                     wrapped_to(metrics_, brief::harmless(paragraph), width - indent_ - 2 * edge)) {
                    lines_.emplace_back(first ? part.heading : std::string(), std::move(text));
                    first = false;
                }
            }
        }
    }

    double height() const { return edge + line_height_ * static_cast<double>(lines_.size()) + edge; }

    void paint(QPainter& painter, double top, double width, const ChartColours& colours) const {
        painter.setPen(QPen(colours.grid, 1));
        painter.drawLine(QPointF(edge, top), QPointF(width - edge, top));
        double y = top + edge + metrics_.ascent();
        painter.setFont(letters_);
        for (const auto& [heading, text] : lines_) {
            painter.setPen(colours.ink);
            if (!heading.empty()) {
                painter.drawText(QPointF(edge, y), exact(heading));
            }
            painter.setPen(colours.quiet);
            painter.drawText(QPointF(edge + indent_, y), exact(text));
            y += line_height_;
        }
    }

private:
    QFont letters_;
    QFontMetricsF metrics_;
    double line_height_;
    double indent_ = 0;
    std::vector<std::pair<std::string, std::string>> lines_;
};

/// All of a picture, laid out once, painted on whatever there is.
class Sheet {
public:
    Sheet(const brief::ChartSheet& sheet, const PictureStyle& style)
        : colours_(style.dark ? ChartColours::dark() : ChartColours::light()),
          foot_(sheet, style.size.width()) {
        const double width = style.size.width();
        const double room = std::max(least_chart, style.size.height() - foot_.height());
        double top = 0;
        for (const brief::Chart& chart : sheet.answer.charts) {
            auto* drawn = new ChartScene;
            scene_.addItem(drawn);  // which owns it
            drawn->set_letters(letters_of(chart_letters));
            drawn->set_colours(colours_);
            if (top == 0) {
                drawn->set_sight(style.sight);
            } else {
                drawn->set_sight({.legend = style.sight.legend});
            }
            drawn->setGeometry(QRectF(0, top, width, room));
            drawn->set_chart(chart);
            const double height = std::max(room, drawn->wanted_height());
            drawn->setGeometry(QRectF(0, top, width, height));
            top += height;
        }
        foot_top_ = top;
        scene_.setSceneRect(0, 0, width, top);
        size_ = QSizeF(width, std::ceil(top + foot_.height()));
    }

    QSizeF size() const { return size_; }

    void paint(QPainter& painter) {
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.fillRect(QRectF(QPointF(0, 0), size_), colours_.ground);
        scene_.render(&painter, scene_.sceneRect(), scene_.sceneRect());
        foot_.paint(painter, foot_top_, size_.width(), colours_);
    }

private:
    ChartColours colours_;
    Foot foot_;
    QGraphicsScene scene_;
    double foot_top_ = 0;
    QSizeF size_;
};

std::string title_of(const brief::ChartSheet& sheet) {
    return sheet.answer.charts.empty() ? std::string() : brief::harmless(sheet.answer.charts.front().title);
}

/// What the file says of itself: each chart in words, and all that stands below.
std::string description_of(const brief::ChartSheet& sheet) {
    std::string text;
    for (const brief::Chart& chart : sheet.answer.charts) {
        text += brief::harmless(alt_text(chart)) + "\n";
    }
    for (const FootPart& part : foot_of(sheet)) {
        for (const std::string& paragraph : part.paragraphs) {
            text += part.heading + ": " + brief::harmless(paragraph) + "\n";
        }
    }
    return text;
}

QByteArray png_of(const brief::ChartSheet& sheet, const PictureStyle& style) {
    Sheet drawn(sheet, style);
    QImage image((drawn.size() * style.scale).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(static_cast<int>(std::lround(page_dots * style.scale / 0.0254)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    {
        QPainter painter(&image);
        painter.scale(style.scale, style.scale);
        drawn.paint(painter);
    }
    image.setText(QStringLiteral("Title"), exact(title_of(sheet)));
    image.setText(QStringLiteral("Description"), exact(description_of(sheet)));
    image.setText(QStringLiteral("Software"), exact(std::string("burden ") + BURDEN_VERSION));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setCompression(80);
    writer.write(image);
    return buffer.data();
}

QByteArray svg_of(const brief::ChartSheet& sheet, const PictureStyle& style) {
    Sheet drawn(sheet, style);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const char* const title_mark = "burden-title";
    const char* const description_mark = "burden-description";
    QSvgGenerator generator;
    generator.setTitle(QString::fromLatin1(title_mark));
    generator.setDescription(QString::fromLatin1(description_mark));
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(page_dots));
    generator.setSize(drawn.size().toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), drawn.size()));
    {
        QPainter painter(&generator);
        drawn.paint(painter);
    }
    // Qt names the first family alone; where that is not installed, others are better than what a browser
    // takes.
    QByteArray bytes = buffer.data();
    bytes.replace(
        "font-family=\"" + letters_of(chart_letters).families().constFirst().toUtf8() + "\"",
        "font-family=\"" + letters_of(chart_letters).families().join(QStringLiteral(", ")).toUtf8() + "\"");
    // Qt writes what it is given as it is, so that a "<" in it would end the page: it is given marks to put
    // it at.
    bytes.replace(title_mark, exact(title_of(sheet)).toHtmlEscaped().toUtf8());
    bytes.replace(description_mark, exact(description_of(sheet)).toHtmlEscaped().toUtf8());
    return bytes;
}

/// A PDF without the time at which it was made, which Qt always writes: blanks in its place keep every
/// offset.
QByteArray without_time(QByteArray pdf) {
    const QByteArray key = "/CreationDate";
    const qsizetype at = pdf.indexOf(key);
    const qsizetype end = at < 0 ? -1 : pdf.indexOf(')', at);
    if (end >= 0) {
        pdf.replace(at, end + 1 - at, QByteArray(end + 1 - at, ' '));
    }
    return pdf;
}

QByteArray pdf_of(const brief::ChartSheet& sheet, const PictureStyle& style) {
    Sheet drawn(sheet, style);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(exact(title_of(sheet)));
    writer.setCreator(exact(manifest_line(sheet)));
    writer.setPageSize(
        QPageSize(drawn.size() / page_dots, QPageSize::Inch, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(static_cast<int>(paper_dots));
    {
        QPainter painter(&writer);
        painter.scale(paper_dots / page_dots, paper_dots / page_dots);
        drawn.paint(painter);
    }
    return without_time(buffer.data());
}

}  // namespace

calc::Parsed<PictureFormat> picture_format_of(std::string_view file) {
    std::vector<std::string> endings;
    for (const FormatName& one : formats) {
        if (file.ends_with(one.ending)) {
            return one.format;
        }
        endings.emplace_back(one.ending);
    }
    const std::size_t point = std::min(file.rfind('.'), file.size());
    return calc::unknown_name("ending", file.substr(point), endings, point == file.size() ? 0 : point);
}

std::string_view name_of(PictureFormat format) {
    const auto* const found = std::find_if(formats.begin(), formats.end(),
                                           [&](const FormatName& one) { return one.format == format; });
    return found->ending.substr(1);
}

calc::Parsed<PictureFormat> picture_format_named(std::string_view name) {
    std::vector<std::string> names;
    for (const FormatName& one : formats) {
        if (one.ending.substr(1) == name) {
            return one.format;
        }
        names.emplace_back(one.ending.substr(1));
    }
    return calc::unknown_name("format", name, names);
}

std::string manifest_line(const brief::ChartSheet& sheet) {
    std::string text = "burden " BURDEN_VERSION ", facts ";
    text += inputs::embedded_fingerprint();
    if (!sheet.scenario.empty()) {
        text += ", scenario SHA-256 " + brief::harmless(sheet.scenario);
    }
    if (!sheet.again.empty()) {
        text += "; " + brief::harmless(sheet.again);
    }
    return text;
}

std::string picture_of(const brief::ChartSheet& sheet, PictureFormat format, const PictureStyle& style) {
    QByteArray bytes;
    switch (format) {
        case PictureFormat::png:
            bytes = png_of(sheet, style);
            break;
        case PictureFormat::svg:
            bytes = svg_of(sheet, style);
            break;
        case PictureFormat::pdf:
            bytes = pdf_of(sheet, style);
            break;
    }
    return bytes.toStdString();
}

std::vector<inputs::Diagnostic> export_picture(const brief::ChartSheet& sheet,
                                               const std::filesystem::path& file, PictureFormat format,
                                               const PictureStyle& style) {
    return brief::write_whole(file, picture_of(sheet, format, style));
}

}  // namespace burden::gui
