/// burden-gui --export: pictures of charts without a window.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace burden::gui {

/// What was typed behind --export.
struct ExportRequest {
    std::string output;       ///< a file, whose ending says the format; "-" for standard output
    std::string format = {};  ///< "png", "svg", "pdf": where no ending says it
    std::string scenario;     ///< "plan.toml+strong-yen"; empty where a sheet is given
    std::string sheet;        ///< "-": a sheet of charts in JSON, from standard input
    std::string kind = "path";
    std::string size = {};      ///< "1200x700"
    std::string language = {};  ///< "en", "ja"
    bool dark = false;
    bool log = false;
    std::vector<std::string> hidden = {};  ///< keys of series of the first chart that are not drawn
};

/// Writes the picture. Gives the exit status of the command: 0 done, 1 it could not be written, 2 what was
/// typed, or what it names, is wrong. Messages go to `err`.
int run_export(const ExportRequest& request, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace burden::gui
