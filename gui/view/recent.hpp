/// Files that were opened or saved of late.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace burden::gui {

struct RecentFile {
    std::string path;
    bool gone = false;  ///< it was moved or removed since

    friend bool operator==(const RecentFile&, const RecentFile&) = default;
};

/// At most so many paths, each once, the latest first.
class RecentFiles {
public:
    static constexpr std::size_t most = 10;

    RecentFiles() = default;
    /// As they were remembered; what is too much or twice is left out.
    explicit RecentFiles(const std::vector<std::string>& paths);

    /// Puts a file first. Paths are taken from the root, so that one file under two names stands there once.
    void add(const std::string& path);
    void forget(const std::string& path);
    void clear() { paths_.clear(); }

    /// What is to be remembered.
    const std::vector<std::string>& paths() const { return paths_; }
    /// What is to be shown: looks on the disk.
    std::vector<RecentFile> files() const;

private:
    std::vector<std::string> paths_;
};

}  // namespace burden::gui
