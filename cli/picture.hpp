/// Pictures of charts, drawn by burden-gui where it is installed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "burden/brief/chart_json.hpp"

namespace burden::cli {

/// How a picture is asked for.
struct PictureAsked {
    std::string format;     ///< "png", "svg", "pdf"
    std::string size = {};  ///< "1200x700"; empty for the usual one
    bool dark = false;
};

/// The format of a picture that --format or the ending of a file asks for: "png"; empty where it is no
/// picture.
std::string picture_format(const std::string& format, const std::string& output);

/// The folder of this program, where burden-gui is looked for first; empty where it is not known.
std::filesystem::path folder_of_program();

/// The bytes of a picture: the same sheet gives the same bytes. Where burden-gui is neither in `beside` nor
/// in PATH, or refuses, the diagnostic says so, what it is built with, and which formats need nothing.
inputs::Reading<std::string> picture(const brief::ChartSheet& sheet, const PictureAsked& asked,
                                     const std::filesystem::path& beside = folder_of_program());

}  // namespace burden::cli
