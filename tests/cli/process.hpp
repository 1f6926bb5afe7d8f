/// The program as its users run it: through a shell, in an empty folder, with a small environment.
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

/// What a command printed on both streams, and how it ended.
struct Outcome {
    std::string text;
    int status = 0;
};

/// Runs a line of shell in `folder`; `burden` and `./run` are the program.
Outcome outcome(const std::string& line, const Folder& folder);

/// The text of a file; empty when there is none.
std::string text_of(const std::filesystem::path& path);

}  // namespace burden::tests
