#include "burden/gui/view/recent.hpp"

#include <filesystem>

#include "support/catch.hpp"
#include "support/folder.hpp"

using namespace burden;
using namespace burden::tests;
using gui::RecentFiles;

TEST_CASE("recent files are listed once each, the latest first", "[gui][recent]") {
    RecentFiles recent;
    recent.add("/plans/a.toml");
    recent.add("/plans/b.toml");
    recent.add("/plans/../plans/a.toml");
    CHECK(recent.paths() == std::vector<std::string>{"/plans/a.toml", "/plans/b.toml"});
    recent.forget("/plans/a.toml");
    CHECK(recent.paths() == std::vector<std::string>{"/plans/b.toml"});
    recent.add("");
    CHECK(recent.paths().size() == 1);
    recent.clear();
    CHECK(recent.paths().empty());
}

TEST_CASE("more than ten recent files are not remembered", "[gui][recent]") {
    RecentFiles recent;
    for (int i = 0; i < 12; ++i) {
        recent.add("/plans/" + std::to_string(i) + ".toml");
    }
    CHECK(recent.paths().size() == 10);
    CHECK(recent.paths().front() == "/plans/11.toml");
    CHECK(recent.paths().back() == "/plans/2.toml");
    CHECK(RecentFiles(recent.paths()).paths() == recent.paths());
}

TEST_CASE("a recent file that is gone is said to be gone", "[gui][recent]") {
    const Folder folder;
    const std::string path = folder.file("plan.toml", "").string();
    RecentFiles recent({path});
    CHECK(recent.files() == std::vector<gui::RecentFile>{{.path = path, .gone = false}});
    std::filesystem::remove(path);
    CHECK(recent.files() == std::vector<gui::RecentFile>{{.path = path, .gone = true}});
}
