#include "burden/gui/view/recovery.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include "support/catch.hpp"
#include "support/folder.hpp"
#include "support/generators.hpp"

using namespace burden;
using namespace burden::tests;
using gui::Document;
using gui::KeptDocument;
using gui::left_behind;
using gui::Recovery;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view plan = "title = \"A plan\"\n\n[policy.jpn]\ntarget.share = \"3%\"\n";

inputs::KeyOfSubject key(std::string_view name) { return *inputs::read_key_name(name); }

std::shared_ptr<Recovery> recovery_in(const fs::path& folder) {
    const auto recovery = Recovery::in(folder);
    REQUIRE(recovery);
    return *recovery;
}

std::size_t kept_in(const fs::path& folder) {
    std::size_t count = 0;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        count += entry->path().extension() == ".unsaved" ? 1 : 0;
    }
    return count;
}

/// A window in a process of its own that edits `path` for ever, and is killed once it has kept something.
void kill_while_editing(const fs::path& folder, const fs::path& path) {
    const auto before = kept_in(folder);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const auto recovery = Recovery::in(folder);
        const auto start = Document::opened(path.string());
        if (!recovery || !start) {
            ::_exit(1);
        }
        Document document = *start;
        for (int i = 0;; ++i) {
            document.set(key("jpn.target.share"), "3." + std::to_string(1 + i % 9) + "%");
            (*recovery)->keep(document);
        }
    }
    for (int i = 0; i < 2'000 && kept_in(folder) == before; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
}

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a document of a window that was killed while it was edited comes back", "[gui][recovery]") {
    const Folder folder;
    const auto path = folder.file("plan.toml", std::string(plan));
    const auto recoveries = folder.path() / "recovery";
    kill_while_editing(recoveries, path);

    auto found = left_behind(recoveries);
    REQUIRE(found.size() == 1);
    const auto document = found.front().document();
    REQUIRE(document);
    CHECK(document->path() == path.string());
    CHECK(document->name() == "plan.toml");
    CHECK(document->saved_text() == plan);
    CHECK(document->changed());
    CHECK(!document->differs_on_disk());
    CHECK(document->text().starts_with("title = \"A plan\"\n\n[policy.jpn]\ntarget.share = \"3."));
    CHECK(found.front().when() > 0);

    SECTION("and is found no more once it is kept anew") {
        const auto recovery = recovery_in(recoveries);
        CHECK(recovery->keep(*document).empty());
        found.front().discard();
        CHECK(left_behind(recoveries).empty());
        CHECK(files_in(recoveries) == 2);  // a lock and what is kept anew
    }
    SECTION("and is found again where nobody took it") {
        CHECK(left_behind(recoveries).empty());  // while somebody looks at it, nobody else does
        found.clear();
        CHECK(left_behind(recoveries).size() == 1);
    }
}

TEST_CASE("several windows that were killed leave a document each", "[gui][recovery]") {
    const Folder folder;
    const auto recoveries = folder.path() / "recovery";
    kill_while_editing(recoveries, folder.file("a.toml", std::string(plan)));
    kill_while_editing(recoveries, folder.file("b.toml", std::string(plan)));
    std::vector<std::string> names;
    for (const auto& one : left_behind(recoveries)) {
        names.push_back(one.kept().name);
    }
    std::sort(names.begin(), names.end());
    CHECK(names == std::vector<std::string>{"a.toml", "b.toml"});
}

TEST_CASE("a window that lives or ended as it should leaves nothing behind", "[gui][recovery]") {
    const Folder folder;
    const auto recoveries = folder.path() / "recovery";
    Document document = Document::fresh(std::string(plan), "untitled");
    document.set(key("jpn.target.share"), "4%");
    {
        const auto recovery = recovery_in(recoveries);
        const auto second = recovery_in(recoveries);
        CHECK(recovery->keep(document).empty());
        CHECK(left_behind(recoveries).empty());
        CHECK(files_in(recoveries) == 3);  // two locks and what was kept
    }
    CHECK(left_behind(recoveries).empty());
    CHECK(files_in(recoveries) == 0);
}

TEST_CASE("a document that is saved or as it began is not kept", "[gui][recovery]") {
    const Folder folder;
    const auto recoveries = folder.path() / "recovery";
    const auto recovery = recovery_in(recoveries);
    Document document = Document::fresh(std::string(plan), "untitled");
    CHECK(recovery->keep(document).empty());
    CHECK(files_in(recoveries) == 1);
    document.set(key("jpn.target.share"), "4%");
    CHECK(recovery->keep(document).empty());
    CHECK(files_in(recoveries) == 2);
    document.undo();
    CHECK(recovery->keep(document).empty());
    CHECK(files_in(recoveries) == 1);
    document.redo();
    CHECK(recovery->keep(document).empty());
    CHECK(files_in(recoveries) == 2);
}

TEST_CASE("what cannot be read in the recovery folder is set aside", "[gui][recovery]") {
    const Folder folder;
    const KeptDocument unsaved{
        .path = "/plan.toml", .name = "plan.toml", .saved_text = "", .text = std::string(plan)};
    const std::string bytes = gui::to_bytes(unsaved);
    folder.file("a.unsaved", bytes);
    folder.file("b.unsaved", bytes.substr(0, bytes.size() / 2));
    folder.file("c.unsaved", "");
    folder.file("d.unsaved", std::string(9'000'000, 'x'));
    folder.file("e.unsaved", std::string(bytes).replace(bytes.find("3%"), 2, "4%"));
    folder.file("f.txt", "of somebody else");
    folder.file("g.lock", "");
    folder.file("g.unsaved.a1B2c3", bytes.substr(0, 10));
    fs::create_directory(folder.path() / "h.unsaved");
    CHECK(left_behind(folder.path()).size() == 1);
    CHECK(left_behind(folder.path()).front().kept() == unsaved);
    for (const std::string name : {"b", "c", "d", "e", "h"}) {
        CHECK(fs::exists(folder.path() / (name + ".unsaved.unreadable")));
        CHECK(!fs::exists(folder.path() / (name + ".unsaved")));
    }
    CHECK(text_of(folder.path() / "f.txt") == "of somebody else");
    CHECK(!fs::exists(folder.path() / "g.lock"));
    CHECK(!fs::exists(folder.path() / "g.unsaved.a1B2c3"));
    CHECK(left_behind(folder.path() / "none").empty());
}

TEST_CASE("what is kept is read as it was", "[gui][recovery]") {
    CHECK(rc::check("whatever bytes it holds, and nothing of what is cut off or changed", [] {
        const KeptDocument unsaved{.path = *rc::gen::arbitrary<std::string>(),
                                   .name = *rc::gen::arbitrary<std::string>(),
                                   .saved_text = *rc::gen::arbitrary<std::string>(),
                                   .text = *rc::gen::arbitrary<std::string>()};
        std::string bytes = gui::to_bytes(unsaved);
        RC_ASSERT((gui::read_kept(bytes) == unsaved));
        const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
        RC_ASSERT(!gui::read_kept(bytes.substr(0, at)));
        RC_ASSERT(!gui::read_kept(bytes + "x"));
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        RC_ASSERT(!gui::read_kept(bytes));
    }));
}

TEST_CASE("a folder that takes no files is said to take none", "[gui][recovery]") {
    const Folder folder;
    const auto path = folder.file("file", "");
    CHECK(!Recovery::in(path));
    CHECK(!Recovery::in("/proc/none"));
}
