#include "cli/process.hpp"

#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace burden::tests {
namespace fs = std::filesystem;

Folder::Folder() {
    std::string name = (fs::temp_directory_path() / "burden-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no folder could be made for a test");
    }
    path_ = name;
    fs::create_directory(path_ / ".bin");
    fs::create_symlink(BURDEN_PROGRAM, path_ / ".bin" / "burden");
    fs::create_symlink(BURDEN_PROGRAM, path_ / "run");
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path Folder::file(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
}

Outcome outcome(const std::string& line, const Folder& folder) {
    const fs::path script = folder.file(".line", line + "\n");
    const std::string bin = (folder.path() / ".bin").string();
    // The sanitizers' own settings go through; nothing else of the caller's world does.
    const char* sanitizer = std::getenv("ASAN_OPTIONS");
    const std::string command = "cd '" + folder.path().string() + "' && env -i PATH='" + bin +
                                ":/usr/bin:/bin' LANG=C.UTF-8 HOME='" + folder.path().string() +
                                "' ASAN_OPTIONS='" + (sanitizer != nullptr ? sanitizer : "") + "' sh '" +
                                script.string() + "' 2>&1";
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) {
        throw std::runtime_error("a shell could not be started");
    }
    Outcome result;
    char block[4096];
    for (std::size_t read = 0; (read = fread(block, 1, sizeof block, pipe)) > 0;) {
        result.text.append(block, read);
    }
    const int status = pclose(pipe);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace burden::tests
