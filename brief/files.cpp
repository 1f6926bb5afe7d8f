#include "burden/brief/files.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>

#include "burden/inputs/facts_reader.hpp"

namespace burden::brief {
namespace fs = std::filesystem;

using inputs::Diagnostic;

namespace {

Diagnostic wrong(const fs::path& path, std::string message) {
    return {.file = path.string(), .message = std::move(message)};
}

std::string reason(int error) { return std::generic_category().message(error); }

/// A temporary file in the folder of its target, gone unless it was kept.
class TemporaryFile {
public:
    explicit TemporaryFile(const fs::path& target)
        : name_(target.string() + ".XXXXXX"), descriptor_(::mkstemp(name_.data())) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile(TemporaryFile&&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    ~TemporaryFile() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
            ::unlink(name_.c_str());
        }
    }

    bool is_open() const { return descriptor_ >= 0; }

    /// What `writer` writes, to the last byte.
    bool holds(const std::function<void(std::ostream&)>& writer) const {
        std::ofstream file(name_, std::ios::binary);
        writer(file);
        file.flush();
        return file.good() && ::fsync(descriptor_) == 0;
    }

    bool kept_as(const fs::path& target) {
        // Made for its owner alone; a new file takes what the user's mask allows, an old one keeps its
        // rights.
        struct stat old = {};
        const mode_t mask = ::umask(0);
        ::umask(mask);
        const mode_t rights = ::stat(target.c_str(), &old) == 0 ? old.st_mode & 07777U : 0666U & ~mask;
        if (::fchmod(descriptor_, rights) != 0 || ::rename(name_.c_str(), target.c_str()) != 0) {
            return false;
        }
        ::close(descriptor_);
        descriptor_ = -1;
        return true;
    }

private:
    std::string name_;
    int descriptor_;
};

}  // namespace

inputs::Reading<std::string> file_text(const fs::path& path, std::size_t most) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
        return wrong(path, "is a folder, not a file");
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return wrong(path, "cannot be read: " + reason(errno));
    }
    std::string text;
    char block[65536];
    while (file.read(block, sizeof block) || file.gcount() > 0) {
        text.append(block, static_cast<std::size_t>(file.gcount()));
        if (text.size() > most) {
            return wrong(path, "is larger than the " + std::to_string(most) + " bytes that are read");
        }
    }
    if (file.bad()) {
        return wrong(path, "cannot be read to its end");
    }
    return text;
}

inputs::Reading<inputs::FileText> opened_beside(const std::string& name, const std::string& beside) {
    fs::path path(name);
    if (path.is_relative() && !beside.empty()) {
        path = (fs::path(beside).parent_path() / path).lexically_normal();
    }
    const auto text = file_text(path, inputs::largest_file);
    if (!text) {
        return text.diagnostics();
    }
    return inputs::FileText{path.string(), *text};
}

inputs::Reading<std::vector<fs::path>> facts_files(const fs::path& path) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        return std::vector<fs::path>{path};
    }
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->path().extension() == ".toml") {
            files.push_back(entry->path());
        }
    }
    if (error) {
        return wrong(path, "cannot be read: " + error.message());
    }
    if (files.empty()) {
        return wrong(path, "holds no .toml file");
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<Diagnostic> write_whole(const fs::path& path, std::string_view text) {
    return write_whole(
        path, [&](std::ostream& out) { out.write(text.data(), static_cast<std::streamsize>(text.size())); });
}

std::vector<Diagnostic> write_whole(const fs::path& path, const std::function<void(std::ostream&)>& writer) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
        return {wrong(path, "is a folder: name a file in it")};
    }
    // What is no ordinary file, /dev/stdout or a pipe, is written to and not replaced.
    if (fs::exists(path, error) && !fs::is_regular_file(path, error)) {
        std::ofstream device(path, std::ios::binary);
        writer(device);
        device.flush();
        return device ? std::vector<Diagnostic>{}
                      : std::vector{wrong(path, "cannot be written: " + reason(errno))};
    }
    TemporaryFile file(fs::is_symlink(path, error) ? fs::canonical(path, error) : path);
    if (!file.is_open() || !file.holds(writer) ||
        !file.kept_as(fs::is_symlink(path, error) ? fs::canonical(path, error) : path)) {
        return {wrong(path, "cannot be written: " + reason(errno) + "; nothing was changed")};
    }
    return {};
}

}  // namespace burden::brief
