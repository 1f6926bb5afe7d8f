#include "cli/process.hpp"

#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace burden::tests {
namespace fs = std::filesystem;

namespace {

/// Puts the program where `burden` and `./run` find it, once for each folder.
void put_program(const fs::path& folder) {
    if (fs::exists(folder / ".bin")) {
        return;
    }
    fs::create_directory(folder / ".bin");
    fs::create_symlink(BURDEN_PROGRAM, folder / ".bin" / "burden");
    fs::create_symlink(BURDEN_PROGRAM, folder / "run");
}

}  // namespace

Outcome outcome(const std::string& line, const Folder& folder) {
    put_program(folder.path());
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

}  // namespace burden::tests
