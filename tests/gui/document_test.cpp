#include "burden/gui/view/document.hpp"

#include <filesystem>

#include "burden/inputs/scenario_starter.hpp"
#include "support/catch.hpp"
#include "support/folder.hpp"
#include "support/generators.hpp"

using namespace burden;
using namespace burden::tests;
using gui::Document;
namespace fs = std::filesystem;

namespace {

inputs::KeyOfSubject key(std::string_view name) {
    const auto read = inputs::read_key_name(name);
    REQUIRE(read);
    return *read;
}

constexpr std::string_view plan =
    "# a plan\ntitle = \"A plan\"\n\n[policy.jpn]\ntarget.share = \"3%\"  # the aim\ntarget.by    = 2035\n";

Document opened(const fs::path& path) {
    const auto document = Document::opened(path.string());
    REQUIRE(document);
    return *document;
}

}  // namespace

TEST_CASE("a document that is opened, saved and opened again has the same bytes", "[gui][document]") {
    const Folder folder;
    for (const inputs::ReadyMade& scenario : inputs::ready_made_scenarios()) {
        const auto path = folder.file("plan.toml", std::string(scenario.text));
        Document document = opened(path);
        CHECK(document.text() == scenario.text);
        CHECK(document.name() == "plan.toml");
        CHECK(!document.changed());
        CHECK(document.save().empty());
        CHECK(text_of(path) == scenario.text);
        CHECK(document.save_as((folder.path() / "copy.toml").string()).empty());
        CHECK(text_of(folder.path() / "copy.toml") == scenario.text);
        CHECK(!document.can_undo());
        CHECK(opened(folder.path() / "copy.toml").text() == scenario.text);
    }
    const std::string bytes =
        "\xEF\xBB\xBF"
        "title = \"Marked\"\r\n\r\n[basis]\r\nto = \"2040\"";
    Document document = opened(folder.file("marked.toml", bytes));
    CHECK(document.save().empty());
    CHECK(text_of(folder.path() / "marked.toml") == bytes);
}

TEST_CASE("undone to the start, a document is as it began, and redone to the end as it was left",
          "[gui][document]") {
    CHECK(rc::check("whatever was done to it", [] {
        const auto ready = inputs::ready_made_scenarios();
        const std::string start(ready[*rc::gen::inRange<std::size_t>(0, ready.size())].text);
        Document document = Document::fresh(start, "plan");
        const std::vector<std::pair<std::string, std::string>> edits = {{"jpn.target.share", "3%"},
                                                                        {"jpn.target.share", "4%"},
                                                                        {"jpn.growth", "+1 pp"},
                                                                        {"fx.jpy", "2027=150,2028=140"},
                                                                        {"to", "2040"},
                                                                        {"jpn.target.share", "no share"}};
        std::vector<std::string> states = {start};
        for (int i = 0; i < 12; ++i) {
            const auto& [name, value] = edits[*rc::gen::inRange<std::size_t>(0, edits.size())];
            const auto one = *inputs::read_key_name(name);
            switch (*rc::gen::inRange(0, 4)) {
                case 0:
                    document.reset(one);
                    break;
                case 1:
                    document.undo();
                    document.redo();
                    break;
                case 2:
                    document.replace(document.text() + "# more\n", "a comment");
                    break;
                default:
                    document.set(one, value);
            }
            if (document.text() != states.back()) {
                states.push_back(document.text());
            }
        }
        for (std::size_t i = states.size(); i-- > 0;) {
            RC_ASSERT(document.text() == states[i]);
            RC_ASSERT(document.file().text == states[i]);
            RC_ASSERT(document.can_undo() == (i > 0));
            document.undo();
        }
        RC_ASSERT(!document.changed());
        for (const std::string& state : states) {
            RC_ASSERT(document.text() == state);
            document.redo();
        }
        RC_ASSERT(!document.can_redo());
    }));
}

TEST_CASE("a step is called by what it set", "[gui][document]") {
    Document document = Document::fresh(std::string(plan), "untitled");
    CHECK(document.undo_words().empty());
    CHECK(document.set(key("jpn.target.share"), "4%").empty());
    CHECK(document.undo_words() == "jpn.target.share = 4%");
    CHECK(document.reset(key("jpn.target.by")).empty());
    CHECK(document.undo_words() == "jpn.target.by");
    document.undo();
    CHECK(document.redo_words() == "jpn.target.by");
    CHECK(document.undo_words() == "jpn.target.share = 4%");
    CHECK(document.set(key("to"), "2040").empty());
    CHECK(!document.can_redo());
}

TEST_CASE("a slider that is dragged is one step", "[gui][document]") {
    Document document = Document::fresh(std::string(plan), "untitled");
    CHECK(document.set(key("jpn.target.share"), "3.1%").empty());
    CHECK(document.set(key("jpn.target.share"), "3.2%", true).empty());
    CHECK(document.set(key("jpn.growth"), "+1 pp", true).empty());
    CHECK(document.set(key("jpn.growth"), "+2 pp", true).empty());
    document.undo();
    CHECK(document.text() == std::string(plan).replace(plan.find("3%"), 2, "3.2%"));
    document.undo();
    CHECK(document.text() == plan);
    CHECK(!document.can_undo());

    SECTION("none where it comes back to where it began") {
        CHECK(document.set(key("jpn.target.share"), "3.1%", true).empty());
        CHECK(document.set(key("jpn.target.share"), "3%", true).empty());
        CHECK(!document.can_undo());
        CHECK(!document.changed());
    }
    SECTION("and another one after it was saved or undone") {
        CHECK(document.set(key("jpn.target.share"), "3.1%", true).empty());
        const Folder folder;
        CHECK(document.save_as((folder.path() / "plan.toml").string()).empty());
        CHECK(document.set(key("jpn.target.share"), "3.2%", true).empty());
        CHECK(document.changed());
        document.undo();
        CHECK(!document.changed());
        CHECK(document.can_undo());
    }
}

TEST_CASE("a refused edit leaves a document alone", "[gui][document]") {
    Document document = Document::fresh(std::string(plan), "plan");
    CHECK(document.set(key("jpn.target.share"), "4%").empty());
    document.undo();
    const auto as_before = [&] {
        CHECK(document.text() == plan);
        CHECK(document.file().text == plan);
        CHECK(document.can_redo());
        CHECK(!document.can_undo());
        CHECK(!document.changed());
    };
    CHECK(document.set(key("jpn.target.share"), "4").size() == 1);
    as_before();
    const auto unreadable = document.replace("[policy.jpn\n", "typed");
    REQUIRE(unreadable.size() == 1);
    CHECK(unreadable.front().file == "plan");
    CHECK(unreadable.front().line == 1);
    as_before();
    CHECK(document.save().size() == 1);
    CHECK(document.save_as("/none/such/plan.toml").size() == 1);
    CHECK(document.path().empty());
    as_before();
}

TEST_CASE("a broken file is no document, and its reader says where", "[gui][document]") {
    const Folder folder;
    const auto path = folder.file("broken.toml", "title = \"A\"\n[policy.jpn]\ntarget.shore = \"3%\"\n");
    const auto document = Document::opened(path.string());
    REQUIRE(!document);
    CHECK(document.diagnostics().front().file == path.string());
    CHECK(document.diagnostics().front().line == 3);
    CHECK(document.diagnostics().front().column == 8);
    CHECK(!Document::opened((folder.path() / "none.toml").string()));
}

TEST_CASE("a document knows when it differs from its file", "[gui][document]") {
    const Folder folder;
    const auto path = folder.file("plan.toml", std::string(plan));
    Document document = opened(path);
    CHECK(document.set(key("jpn.target.share"), "4%").empty());
    CHECK(document.changed());
    CHECK(!document.differs_on_disk());
    CHECK(document.save().empty());
    CHECK(!document.changed());
    CHECK(text_of(path) == document.text());
    document.undo();
    CHECK(document.changed());
    folder.file("plan.toml", "# another hand\n");
    CHECK(document.differs_on_disk());
    fs::remove(path);
    CHECK(document.differs_on_disk());
}

TEST_CASE("a document that moves still extends the files that it extended", "[gui][document]") {
    const Folder folder;
    folder.file("below.toml", "title = \"Below\"\n");
    fs::create_directory(folder.path() / "plans");
    Document document = opened(folder.file("plan.toml", "extends = [\"baseline\", \"below.toml\"]\n"));
    const auto moved = folder.path() / "plans" / "plan.toml";
    CHECK(document.save_as(moved.string()).empty());
    CHECK(text_of(moved) == "extends = [\"baseline\", \"../below.toml\"]\n");
    CHECK(!document.changed());
    CHECK(document.save_as((folder.path() / "plan.toml").string()).empty());
    CHECK(document.file().extends == std::vector<std::string>{"baseline", "below.toml"});
}

TEST_CASE("steps take bounded memory, however many there are", "[gui][document]") {
    Document document = Document::fresh(std::string(plan) + std::string(20'000, '\n'), "untitled");
    for (int i = 0; i < 600; ++i) {
        CHECK(document.set(key("jpn.target.share"), std::to_string(1 + i % 9) + "." + std::to_string(i) + "%")
                  .empty());
    }
    int steps = 0;
    while (document.can_undo()) {
        document.undo();
        ++steps;
    }
    CHECK(steps > 100);
    CHECK(static_cast<std::size_t>(steps) * document.text().size() <= gui::most_undo_bytes);
    while (document.can_redo()) {
        document.redo();
    }
    CHECK(document.text().find("6.599%") != std::string::npos);
}

TEST_CASE("ten thousand moves of a slider are one step", "[gui][document]") {
    Document document = Document::fresh(std::string(plan), "untitled");
    for (int i = 0; i < 10'000; ++i) {
        const std::string value = std::to_string(1 + i % 9) + "." + std::to_string(i % 10) + "%";
        if (!document.set(key("jpn.target.share"), value, true).empty()) {
            FAIL("a move was refused");
        }
    }
    document.undo();
    CHECK(document.text() == plan);
    CHECK(!document.can_undo());
}
