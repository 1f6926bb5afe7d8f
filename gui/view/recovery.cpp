#include "burden/gui/view/recovery.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

#include "burden/brief/files.hpp"
#include "burden/calc/in_order.hpp"
#include "burden/inputs/facts_reader.hpp"
#include "burden/inputs/fingerprint.hpp"

namespace burden::gui {
namespace fs = std::filesystem;

using inputs::Diagnostic;

namespace {

constexpr std::string_view first_line = "burden recovery 1\n";
constexpr std::string_view last_word = "sha256 ";
constexpr std::string_view kept_end = ".unsaved";
constexpr std::string_view lock_end = ".lock";
constexpr std::string_view aside_end = ".unreadable";
/// Two texts, and names.
constexpr std::size_t largest_recovery = 2 * inputs::largest_file + 100'000;

/// The file beside a lock, or the lock beside a file.
fs::path beside(fs::path path, std::string_view end) { return path.replace_extension(std::string(end)); }

/// Takes away what a window that was killed had half written.
void remove_halves(const fs::path& file) {
    std::error_code error;
    const std::string whole = file.filename().string() + ".";
    std::vector<fs::path> halves;
    for (fs::directory_iterator entry(file.parent_path(), error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().filename().string().starts_with(whole) && entry->path().extension() != aside_end) {
            halves.push_back(entry->path());
        }
    }
    for (const fs::path& half : halves) {
        fs::remove(half, error);
    }
}

/// Takes pieces from the front of some bytes.
class Pieces {
public:
    explicit Pieces(std::string_view bytes) : bytes_(bytes) {}

    bool starts_with(std::string_view word) {
        const bool starts = bytes_.starts_with(word);
        bytes_.remove_prefix(starts ? word.size() : 0);
        return starts;
    }

    /// "text 5\nhello\n"
    std::optional<std::string> named(std::string_view name) {
        if (!starts_with(name) || !starts_with(" ")) {
            return std::nullopt;
        }
        std::size_t length = 0;
        const auto [end, error] = std::from_chars(bytes_.data(), bytes_.data() + bytes_.size(), length);
        bytes_.remove_prefix(static_cast<std::size_t>(end - bytes_.data()));
        if (error != std::errc() || !starts_with("\n") || length >= bytes_.size() || bytes_[length] != '\n') {
            return std::nullopt;
        }
        std::string content(bytes_.substr(0, length));
        bytes_.remove_prefix(length + 1);
        return content;
    }

    std::string_view rest() const { return bytes_; }

private:
    std::string_view bytes_;
};

}  // namespace

/// The system gives a lock back when the process is gone, killed or not.
class FileLock {
public:
    /// None where another process holds it, or the file is no longer there.
    static std::unique_ptr<FileLock> of(const fs::path& path, bool create) {
        const int flags = O_RDWR | O_CLOEXEC | (create ? O_CREAT | O_EXCL : 0);
        const int descriptor = ::open(path.c_str(), flags, S_IRUSR | S_IWUSR);
        if (descriptor < 0) {
            return nullptr;
        }
        auto lock = std::unique_ptr<FileLock>(new FileLock(path, descriptor));
        struct stat opened = {};
        struct stat named = {};
        // Between the two calls another window may have tidied the file away: a lock without a name holds
        // nothing.
        const bool held = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 && ::fstat(descriptor, &opened) == 0 &&
                          ::stat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
                          opened.st_dev == named.st_dev;
        return held ? std::move(lock) : nullptr;
    }
    FileLock(const FileLock&) = delete;
    FileLock(FileLock&&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock() { ::close(descriptor_); }

    const fs::path& path() const { return path_; }

private:
    FileLock(fs::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

    fs::path path_;
    int descriptor_;
};

KeptDocument KeptDocument::of(const Document& document) {
    std::error_code error;
    const fs::path path = document.path();
    return {.path = path.empty() ? std::string() : fs::absolute(path, error).string(),
            .name = document.name(),
            .saved_text = document.saved_text(),
            .text = document.text()};
}

std::string to_bytes(const KeptDocument& kept) {
    std::string bytes(first_line);
    const auto add = [&](std::string_view name, const std::string& content) {
        bytes += std::string(name) + " " + std::to_string(content.size()) + "\n" + content + "\n";
    };
    add("path", kept.path);
    add("name", kept.name);
    add("saved", kept.saved_text);
    add("text", kept.text);
    return bytes + std::string(last_word) + inputs::sha256_of(bytes) + "\n";
}

std::optional<KeptDocument> read_kept(std::string_view bytes) {
    Pieces pieces(bytes);
    if (!pieces.starts_with(first_line)) {
        return std::nullopt;
    }
    auto path = pieces.named("path");
    auto name = path ? pieces.named("name") : std::nullopt;
    auto saved = name ? pieces.named("saved") : std::nullopt;
    auto text = saved ? pieces.named("text") : std::nullopt;
    if (!text) {
        return std::nullopt;
    }
    const std::string_view whole = bytes.substr(0, bytes.size() - pieces.rest().size());
    if (pieces.rest() != std::string(last_word) + inputs::sha256_of(whole) + "\n") {
        return std::nullopt;
    }
    return KeptDocument{std::move(*path), std::move(*name), std::move(*saved), std::move(*text)};
}

Recovery::Recovery(fs::path folder) : folder_(std::move(folder)) {
    // A name that no other window has: of its process, and a number of its own in it.
    constexpr int most_names = 1'000;
    for (int i = 0; i < most_names && lock_ == nullptr; ++i) {
        const std::string name = "window-" + std::to_string(::getpid()) + "-" + std::to_string(i);
        lock_ = FileLock::of(folder_ / (name + std::string(lock_end)), true);
    }
}

inputs::Reading<std::shared_ptr<Recovery>> Recovery::in(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return Diagnostic{.file = folder.string(), .message = "cannot be made: " + error.message()};
    }
    // What was not saved is for its author's eyes.
    fs::permissions(folder, fs::perms::owner_all, error);
    auto recovery = std::shared_ptr<Recovery>(new Recovery(folder));
    if (recovery->lock_ == nullptr) {
        return Diagnostic{.file = folder.string(),
                          .message = "takes no file: nothing is kept for a recovery"};
    }
    return recovery;
}

Recovery::~Recovery() {
    if (lock_ != nullptr) {
        std::error_code ignored;
        fs::remove(beside(lock_->path(), kept_end), ignored);
        fs::remove(lock_->path(), ignored);
    }
}

std::vector<Diagnostic> Recovery::keep(const KeptDocument& kept) {
    const fs::path file = beside(lock_->path(), kept_end);
    if (kept.text == kept.saved_text) {
        std::error_code error;
        fs::remove(file, error);
        holds_ = false;
        return {};
    }
    if (holds_ && kept_ == kept) {
        return {};
    }
    auto problems = brief::write_whole(file, to_bytes(kept));
    if (problems.empty()) {
        kept_ = kept;
        holds_ = true;
    }
    return problems;
}

Recovered::Recovered(KeptDocument kept, fs::path file, std::time_t when, std::shared_ptr<FileLock> lock)
    : kept_(std::move(kept)), file_(std::move(file)), when_(when), lock_(std::move(lock)) {}

inputs::Reading<Document> Recovered::document() const {
    return Document::recovered(kept_.path, kept_.name, kept_.saved_text, kept_.text);
}

void Recovered::discard() {
    std::error_code ignored;
    remove_halves(file_);
    fs::remove(file_, ignored);
    fs::remove(beside(file_, lock_end), ignored);
    lock_ = nullptr;
}

std::vector<Recovered> left_behind(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    std::vector<fs::path> locks;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const fs::path& path = entry->path();
        if (path.extension() == kept_end) {
            files.push_back(path);
        } else if (path.extension() == lock_end) {
            locks.push_back(path);
        }
    }
    std::vector<Recovered> found;
    for (const fs::path& file : files) {
        const fs::path lock_path = beside(file, lock_end);
        // A file without its lock is nobody's: somebody tidied up.
        const bool has_lock = fs::exists(lock_path, error);
        std::shared_ptr<FileLock> lock = FileLock::of(lock_path, !has_lock);
        struct stat status = {};
        if (lock == nullptr || ::stat(file.c_str(), &status) != 0) {
            continue;
        }
        const auto bytes = brief::file_text(file, largest_recovery);
        auto kept = bytes ? read_kept(*bytes) : std::nullopt;
        if (!kept) {
            fs::rename(file, fs::path(file.string() + std::string(aside_end)), error);
            fs::remove(lock_path, error);
            continue;
        }
        found.emplace_back(std::move(*kept), file, status.st_mtime, std::move(lock));
    }
    // Locks of windows that ended before they had anything to keep.
    for (const fs::path& path : locks) {
        const fs::path file = beside(path, kept_end);
        if (fs::exists(file, error)) {
            continue;
        }
        if (const auto lock = FileLock::of(path, false)) {
            remove_halves(file);
            fs::remove(path, error);
        }
    }
    calc::put_in_order(found, [](const Recovered& a, const Recovered& b) { return a.when() > b.when(); });
    return found;
}

}  // namespace burden::gui
