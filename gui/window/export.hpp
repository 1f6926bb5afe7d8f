/// Charts as files: a picture with all that is needed to believe it.
#pragma once

#include <QColor>
#include <QSize>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "burden/brief/chart_json.hpp"
#include "burden/gui/window/chart_scene.hpp"
#include "burden/inputs/diagnostic.hpp"

namespace burden::gui {

enum class PictureFormat { png, svg, pdf };

/// The format of a file by its ending; a fault with those there are.
calc::Parsed<PictureFormat> picture_format_of(std::string_view file);

/// "png", "svg", "pdf".
std::string_view name_of(PictureFormat format);

/// The format of a name: "png".
calc::Parsed<PictureFormat> picture_format_named(std::string_view name);

/// How large a picture is, and on what it stands.
struct PictureStyle {
    QSize size =
        QSize(1200, 700);  ///< in pixels of a page; it grows where the texts below take too much of it
    double scale = 2;      ///< dots of a PNG for each of these pixels
    bool dark = false;
    ChartSight sight = {.legend = false};  ///< what is shown of the first chart
};

/// The lowest and the highest that a width or a height may be.
constexpr int least_picture = 320;
constexpr int most_picture = 8000;

/// The charts of a sheet, one under another, and below them basis, notes, sources, and a line with the
/// version of the program, the fingerprint of its facts, that of the scenario, and the command line that
/// makes it again. The same stand in the file's own fields: title and description. Nothing of the time, the
/// machine or the user is in it: the same sheet gives the same bytes where Qt and the fonts are the same.
std::string picture_of(const brief::ChartSheet& sheet, PictureFormat format, const PictureStyle& style = {});

/// Writes a picture whole, or not at all. No diagnostic when it went well.
std::vector<inputs::Diagnostic> export_picture(const brief::ChartSheet& sheet,
                                               const std::filesystem::path& file, PictureFormat format,
                                               const PictureStyle& style = {});

/// "burden 0.1.0, facts 0123456789abcdef, scenario SHA-256 …, made by: burden chart path jpn-5-by-2035"
std::string manifest_line(const brief::ChartSheet& sheet);

}  // namespace burden::gui
