/// How much room texts of the models take in a font.
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <string>
#include <vector>

namespace burden::gui {

/// Pixels of the widest of some lines.
double width_of(const QFontMetricsF& metrics, const std::vector<std::string>& lines);

/// Text in lines of at most `width` pixels, broken where brief::wrapped would break it; a word that is longer
/// goes on in the next line.
std::vector<std::string> wrapped_to(const QFontMetricsF& metrics, const std::string& text, double width);

/// A font with letters of every language that the program speaks, so high in pixels.
QFont letters_of(int pixels);

}  // namespace burden::gui
