#include "burden/cli/other_program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

extern char** environ;

namespace burden::cli {
namespace {

/// A file without a name, gone when it is closed.
class NamelessFile {
public:
    NamelessFile() {
        std::error_code error;
        std::string name = (std::filesystem::temp_directory_path(error) / "burden-XXXXXX").string();
        descriptor_ = mkostemp(name.data(), O_CLOEXEC);
        if (descriptor_ >= 0) {
            unlink(name.c_str());
        }
    }
    NamelessFile(const NamelessFile&) = delete;
    NamelessFile& operator=(const NamelessFile&) = delete;
    NamelessFile(NamelessFile&&) = delete;
    NamelessFile& operator=(NamelessFile&&) = delete;
    ~NamelessFile() {
        if (descriptor_ >= 0) {
            close(descriptor_);
        }
    }

    bool is_open() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }

    /// Puts `text` into it, and its beginning in front of whoever reads next.
    bool holds(std::string_view text) const {
        std::size_t done = 0;
        while (done < text.size()) {
            const ssize_t wrote = write(descriptor_, text.data() + done, text.size() - done);
            if (wrote < 0 && errno != EINTR) {
                return false;
            }
            done += wrote > 0 ? static_cast<std::size_t>(wrote) : 0;
        }
        return lseek(descriptor_, 0, SEEK_SET) == 0;
    }

    std::string text() const {
        std::string result;
        std::array<char, 65536> block{};
        if (lseek(descriptor_, 0, SEEK_SET) != 0) {
            return result;
        }
        for (ssize_t size = 0; (size = read(descriptor_, block.data(), block.size())) > 0;) {
            result.append(block.data(), static_cast<std::size_t>(size));
        }
        return result;
    }

private:
    int descriptor_ = -1;
};

/// Our environment with some variables in place of ours.
std::vector<std::string> environment(const std::vector<std::string>& variables) {
    std::vector<std::string> result = variables;
    for (char** ours = environ; *ours != nullptr; ++ours) {
        const std::string_view variable(*ours);
        const std::string_view name = variable.substr(0, variable.find('=') + 1);
        if (std::none_of(variables.begin(), variables.end(),
                         [&](const std::string& one) { return std::string_view(one).starts_with(name); })) {
            result.emplace_back(variable);
        }
    }
    return result;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (std::string& text : texts) {
        result.push_back(text.data());
    }
    result.push_back(nullptr);
    return result;
}

}  // namespace

bool OtherProgram::is_missing() const {
    return not_started == ENOENT || not_started == EACCES || not_started == ENOTDIR;
}

OtherProgram run_other(const std::vector<std::string>& words, std::string_view input,
                       const std::vector<std::string>& variables) {
    OtherProgram other;
    const NamelessFile in;
    const NamelessFile out;
    const NamelessFile err;
    if (!in.is_open() || !out.is_open() || !err.is_open() || !in.holds(input)) {
        other.no_room = true;
        return other;
    }
    std::vector<std::string> arguments = words;
    std::vector<std::string> its_environment = environment(variables);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in.descriptor(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out.descriptor(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err.descriptor(), STDERR_FILENO);
    pid_t child = 0;
    other.not_started = posix_spawnp(&child, arguments.front().c_str(), &actions, nullptr,
                                     pointers(arguments).data(), pointers(its_environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (other.not_started != 0) {
        return other;
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    other.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    other.out = out.text();
    other.err = err.text();
    return other;
}

}  // namespace burden::cli
