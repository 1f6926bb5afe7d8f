#include "burden/cli/picture.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <system_error>

#include "burden/brief/utf8.hpp"
#include "burden/cli/other_program.hpp"

namespace burden::cli {
namespace fs = std::filesystem;
namespace {

struct Picture {
    std::string_view name;
    std::string_view ending;
    std::string_view beginning;  ///< of its bytes
};
constexpr std::array<Picture, 3> pictures = {
    {{"png", ".png", "\x89PNG"}, {"svg", ".svg", "<?xml"}, {"pdf", ".pdf", "%PDF"}}};

constexpr const char* instead = "--vega, --html and --term need nothing";

inputs::Diagnostic refusal(std::string message) {
    return {.file = "--format", .message = std::move(message), .hint = instead};
}

inputs::Diagnostic not_started(const OtherProgram& window) {
    if (window.is_missing()) {
        return {
            .file = "--format",
            .message = "pictures are drawn by burden-gui, which is neither beside burden nor in PATH",
            .hint = std::string(
                        "burden-gui is built where Qt 6 with Qt Charts is; on Debian: sudo apt-get install "
                        "qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev qt6-tools-dev "
                        "qt6-l10n-tools; ") +
                    instead};
    }
    return refusal(std::string("burden-gui could not be started: ") + std::strerror(window.not_started));
}

}  // namespace

std::string picture_format(const std::string& format, const std::string& output) {
    for (const Picture& one : pictures) {
        if (format.empty() ? output.ends_with(one.ending) : format == one.name) {
            return std::string(one.name);
        }
    }
    return {};
}

fs::path folder_of_program() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path() : program.parent_path();
}

inputs::Reading<std::string> picture(const brief::ChartSheet& sheet, const PictureAsked& asked,
                                     const fs::path& beside) {
    std::string program = "burden-gui";
    if (const fs::path here = beside / program; !beside.empty() && access(here.c_str(), X_OK) == 0) {
        program = here.string();
    }
    std::vector<std::string> words = {program, "--export", "-", "--format", asked.format, "--chart", "-"};
    if (!asked.size.empty()) {
        words.insert(words.end(), {"--size", asked.size});
    }
    if (asked.dark) {
        words.emplace_back("--dark");
    }
    OtherProgram window = run_other(words, brief::chart_json(sheet));
    if (window.no_room) {
        return refusal("burden-gui cannot be given the chart: no temporary file can be written");
    }
    if (window.not_started != 0) {
        return not_started(window);
    }
    const auto* const wanted = std::find_if(pictures.begin(), pictures.end(),
                                            [&](const Picture& one) { return one.name == asked.format; });
    if (window.status != 0 || wanted == pictures.end() || !window.out.starts_with(wanted->beginning)) {
        std::string message = "burden-gui could not draw the picture";
        if (const std::string reason = brief::harmless(window.err.substr(0, 600)); !reason.empty()) {
            message += ": " + reason;
        }
        return refusal(message);
    }
    return std::move(window.out);
}

}  // namespace burden::cli
