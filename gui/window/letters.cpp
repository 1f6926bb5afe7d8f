#include "burden/gui/window/letters.hpp"

#include <QStringList>
#include <algorithm>

#include "burden/brief/display_width.hpp"
#include "burden/gui/window/text.hpp"

namespace burden::gui {

double width_of(const QFontMetricsF& metrics, const std::vector<std::string>& lines) {
    double widest = 0;
    for (const std::string& line : lines) {
        widest = std::max(widest, metrics.horizontalAdvance(exact(line)));
    }
    return widest;
}

std::vector<std::string> wrapped_to(const QFontMetricsF& metrics, const std::string& text, double width) {
    constexpr int fewest = 8;  // columns
    const double pixels = metrics.horizontalAdvance(exact(text));
    // In a chart that is smaller than its margins there is less than no room.
    if (pixels <= std::max(width, 0.0)) {
        return {text};
    }
    const double share = width / pixels;
    int columns = std::max(fewest, static_cast<int>(brief::display_width(text) * share * 1.15));
    std::vector<std::string> lines = brief::wrapped(text, columns);
    while (columns > fewest && width_of(metrics, lines) > width) {
        lines = brief::wrapped(text, --columns);
    }
    return lines;
}

QFont letters_of(int pixels) {
    QFont font;
    // Chinese characters have other shapes in Japan than a fallback may choose.
    font.setFamilies(QStringList{QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"),
                                 QStringLiteral("Liberation Sans"), QStringLiteral("Noto Sans CJK JP"),
                                 QStringLiteral("sans-serif")});
    font.setPixelSize(pixels);
    return font;
}

}  // namespace burden::gui
