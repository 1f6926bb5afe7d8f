/// Files that a test makes and looks at.
#pragma once

#include <filesystem>
#include <string>

namespace burden::tests {

/// A folder of its own for one test, gone with it.
class Folder {
public:
    Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();

    const std::filesystem::path& path() const { return path_; }
    /// Puts a file into it and names its path.
    std::filesystem::path file(const std::string& name, const std::string& text) const;

private:
    std::filesystem::path path_;
};

/// The text of a file; empty when there is none.
std::string text_of(const std::filesystem::path& path);

}  // namespace burden::tests
