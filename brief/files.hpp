/// Files: read within limits, written whole or not at all.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/diagnostic.hpp"
#include "burden/inputs/scenario.hpp"

namespace burden::brief {

/// The text of a file of at most `most` bytes.
inputs::Reading<std::string> file_text(const std::filesystem::path& path, std::size_t most);

/// A scenario file by its name, beside the file that names it: the inputs::FileOpener of the command and of
/// the window.
inputs::Reading<inputs::FileText> opened_beside(const std::string& name, const std::string& beside);

/// The facts files that `path` names: itself, or the .toml files of a folder in order of name.
inputs::Reading<std::vector<std::filesystem::path>> facts_files(const std::filesystem::path& path);

/// Puts `text` into a file beside `path` and renames it there: `path` is the old file or the new one, never
/// half. No diagnostic when it went well.
std::vector<inputs::Diagnostic> write_whole(const std::filesystem::path& path, std::string_view text);

/// The same of what `writer` writes, which need not fit in memory.
std::vector<inputs::Diagnostic> write_whole(const std::filesystem::path& path,
                                            const std::function<void(std::ostream&)>& writer);

}  // namespace burden::brief
