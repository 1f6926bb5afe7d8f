#include "burden/gui/view/recent.hpp"

#include <algorithm>
#include <filesystem>
#include <ranges>
#include <system_error>

namespace burden::gui {
namespace fs = std::filesystem;

namespace {

std::string from_root(const std::string& path) {
    std::error_code error;
    const fs::path whole = fs::absolute(path, error);
    return error ? path : whole.lexically_normal().string();
}

}  // namespace

RecentFiles::RecentFiles(const std::vector<std::string>& paths) {
    for (const std::string& path : std::views::reverse(paths)) {
        add(path);
    }
}

void RecentFiles::add(const std::string& path) {
    if (path.empty()) {
        return;
    }
    forget(path);
    paths_.insert(paths_.begin(), from_root(path));
    paths_.resize(std::min(paths_.size(), most));
}

void RecentFiles::forget(const std::string& path) { std::erase(paths_, from_root(path)); }

std::vector<RecentFile> RecentFiles::files() const {
    std::vector<RecentFile> result;
    for (const std::string& path : paths_) {
        std::error_code error;
        result.push_back({.path = path, .gone = !fs::is_regular_file(path, error)});
    }
    return result;
}

}  // namespace burden::gui
