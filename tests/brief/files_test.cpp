#include "burden/brief/files.hpp"

#include <sys/stat.h>

#include "support/catch.hpp"
#include "support/folder.hpp"

using namespace burden;
using namespace burden::tests;
namespace fs = std::filesystem;

namespace {

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a file is written whole", "[brief][files]") {
    const Folder folder;
    const auto before = files_in(folder.path());
    CHECK(brief::write_whole(folder.path() / "new.txt", "text\n").empty());
    CHECK(text_of(folder.path() / "new.txt") == "text\n");
    CHECK(files_in(folder.path()) == before + 1);
}

TEST_CASE("an old file keeps its rights when it is replaced", "[brief][files]") {
    const Folder folder;
    const auto path = folder.file("old.txt", "old");
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    CHECK(brief::write_whole(path, "new").empty());
    CHECK(text_of(path) == "new");
    CHECK((fs::status(path).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a link goes on pointing at the file that is replaced", "[brief][files]") {
    const Folder folder;
    const auto path = folder.file("old.txt", "old");
    fs::create_symlink(path, folder.path() / "link.txt");
    CHECK(brief::write_whole(folder.path() / "link.txt", "new").empty());
    CHECK(fs::is_symlink(folder.path() / "link.txt"));
    CHECK(text_of(path) == "new");
}

TEST_CASE("what cannot be written leaves nothing behind", "[brief][files]") {
    const Folder folder;
    const auto before = files_in(folder.path());
    CHECK(!brief::write_whole(folder.path() / "none" / "new.txt", "text").empty());
    CHECK(!brief::write_whole(folder.path(), "text").empty());
    CHECK(files_in(folder.path()) == before);
}

TEST_CASE("a device is written to and not replaced", "[brief][files]") {
    CHECK(brief::write_whole("/dev/null", "text").empty());
    CHECK(fs::is_character_file("/dev/null"));
    CHECK(!brief::write_whole("/dev/full", "text").empty());
}

TEST_CASE("a file over the limit is not read", "[brief][files]") {
    const Folder folder;
    const auto path = folder.file("large.toml", std::string(10'000'000, '#'));
    const auto text = brief::file_text(path, 4'000'000);
    REQUIRE(!text);
    CHECK(text.diagnostics().front().message == "is larger than the 4000000 bytes that are read");
}

TEST_CASE("a folder of facts is its .toml files in order of name", "[brief][files]") {
    const Folder folder;
    folder.file("b.toml", "");
    folder.file("a.toml", "");
    folder.file("c.txt", "");
    const auto files = brief::facts_files(folder.path());
    REQUIRE(files);
    CHECK(*files == std::vector<fs::path>{folder.path() / "a.toml", folder.path() / "b.toml"});
}

TEST_CASE("a scenario file is looked for beside the file that names it", "[brief][files]") {
    const Folder folder;
    const auto path = folder.file("below.toml", "title = \"Below\"\n");
    const std::string upper = (folder.path() / "plans" / "upper.toml").string();
    const auto beside = brief::opened_beside("../below.toml", upper);
    REQUIRE(beside);
    CHECK(beside->name == path.string());
    CHECK(beside->text == "title = \"Below\"\n");
    CHECK(brief::opened_beside(path.string(), upper));
    CHECK(brief::opened_beside("none.toml", upper).diagnostics().front().file ==
          (folder.path() / "plans" / "none.toml").string());
}
