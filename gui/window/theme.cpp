#include "burden/gui/window/theme.hpp"

#include <QApplication>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>

namespace burden::gui {
namespace {

/// The edge of a field, which is to be told from the ground around it.
void outline(const QStyleOption& option, QPainter& painter) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(is_dark(option.palette) ? QColor(0x6b, 0x74, 0x80) : QColor(0x8a, 0x92, 0x9b));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
}

/// Qt's own style for every platform, with a frame around what has the focus that cannot be overlooked.
class PlainStyle : public QProxyStyle {
    Q_OBJECT

public:
    PlainStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        if (element == PE_FrameFocusRect) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(option->palette.color(QPalette::Highlight), 2));
            painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 2, 2);
            painter->restore();
            return;
        }
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool field = element == PE_FrameLineEdit || element == PE_IndicatorCheckBox;
        if (field && (option->state & State_HasFocus) == 0) {
            outline(*option, *painter);
        }
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_ComboBox && (option->state & State_HasFocus) == 0) {
            outline(*option, *painter);
        }
        if (control == CC_Slider && (option->state & State_HasFocus) != 0) {
            const QRect handle = subControlRect(CC_Slider, option, SC_SliderHandle, widget);
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(option->palette.color(QPalette::Text), 2));
            painter->drawRoundedRect(QRectF(handle).adjusted(1, 1, -1, -1), 3, 3);
            painter->restore();
        }
    }

    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override {
        if (element == CE_HeaderEmptyArea) {
            // Heads of tables stand on the ground of the table.
            painter->fillRect(option->rect, option->palette.base());
            return;
        }
        QProxyStyle::drawControl(element, option, painter, widget);
    }
};

struct Colours {
    QRgb window, base, alternate, text, dim, button, mid, accent, on_accent, link, tip;
};

constexpr Colours light_colours = {.window = 0xfff3f4f6,
                                   .base = 0xffffffff,
                                   .alternate = 0xfff7f8fa,
                                   .text = 0xff1b1f24,
                                   .dim = 0xff5c6570,
                                   .button = 0xffeceef1,
                                   .mid = 0xffb9c0c8,
                                   .accent = 0xff1f5fa8,
                                   .on_accent = 0xffffffff,
                                   .link = 0xff1f5fa8,
                                   .tip = 0xfffffbe6};
constexpr Colours dark_colours = {.window = 0xff20242a,
                                  .base = 0xff181b20,
                                  .alternate = 0xff1d2127,
                                  .text = 0xffe6e9ed,
                                  .dim = 0xffa0a9b4,
                                  .button = 0xff2c3139,
                                  .mid = 0xff4a525c,
                                  .accent = 0xff6aa9ef,
                                  .on_accent = 0xff0d1116,
                                  .link = 0xff8abdf5,
                                  .tip = 0xff2f353d};

QPalette palette_of(const Colours& colours) {
    QPalette palette(QColor(colours.button), QColor(colours.window));
    const auto set = [&](QPalette::ColorRole role, QRgb colour) { palette.setColor(role, QColor(colour)); };
    set(QPalette::Window, colours.window);
    set(QPalette::WindowText, colours.text);
    set(QPalette::Base, colours.base);
    set(QPalette::AlternateBase, colours.alternate);
    set(QPalette::Text, colours.text);
    set(QPalette::PlaceholderText, colours.dim);
    set(QPalette::Button, colours.button);
    set(QPalette::ButtonText, colours.text);
    set(QPalette::BrightText, colours.on_accent);
    set(QPalette::Mid, colours.mid);
    set(QPalette::Highlight, colours.accent);
    set(QPalette::HighlightedText, colours.on_accent);
    set(QPalette::Link, colours.link);
    set(QPalette::LinkVisited, colours.link);
    set(QPalette::ToolTipBase, colours.tip);
    set(QPalette::ToolTipText, colours.text);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, QColor(colours.mid));
    }
    return palette;
}

}  // namespace

void apply_ground(Ground ground) {
    if (qobject_cast<PlainStyle*>(QApplication::style()) == nullptr) {
        QApplication::setStyle(new PlainStyle);
    }
    bool dark = ground == Ground::dark;
    if (ground == Ground::desktop) {
        // Without a palette of ours the program has the desktop's.
        QApplication::setPalette(QPalette());
        dark = is_dark(QApplication::palette()) || is_dark(QApplication::style()->standardPalette());
    }
    const QPalette palette = palette_of(dark ? dark_colours : light_colours);
    if (palette != QApplication::palette()) {
        QApplication::setPalette(palette);
    }
}

bool is_dark(const QPalette& palette) { return palette.color(QPalette::Base).lightness() < 128; }

QColor alarm_colour(const QPalette& palette) {
    return is_dark(palette) ? QColor(0xff, 0x8f, 0x80) : QColor(0xb0, 0x1c, 0x10);
}

QColor alarm_ground(const QPalette& palette) {
    return is_dark(palette) ? QColor(0x3c, 0x1f, 0x1c) : QColor(0xfd, 0xec, 0xe9);
}

}  // namespace burden::gui

#include "theme.moc"
