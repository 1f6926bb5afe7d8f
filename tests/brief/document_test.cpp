#include "burden/brief/document.hpp"

#include <catch2/catch.hpp>

namespace burden::brief {
namespace {

Answer answer_with(std::vector<std::string> notes, std::vector<int> at_cell) {
    Cell cell("words");
    cell.notes = std::move(at_cell);
    return {.command = "run",
            .tables = {{.id = "one",
                        .title = "One",
                        .columns = {{.key = "a", .label = "A", .words = true}},
                        .rows = {{.cells = {cell}}}}},
            .notes = std::move(notes)};
}

}  // namespace

TEST_CASE("a note that two sections share stands once, and both point at it", "[brief][document]") {
    Document document{.command = "brief", .sections = {}};
    add_section(document, "first", answer_with({"shared", "of the first"}, {1, 2}));
    add_section(document, "second", answer_with({"of the second", "shared"}, {1, 2}));
    CHECK(document.notes == std::vector<std::string>{"shared", "of the first", "of the second"});
    const auto notes = [&](std::size_t section) {
        return document.sections[section].tables.front().rows.front().cells.front().notes;
    };
    CHECK(notes(0) == std::vector<int>{1, 2});
    CHECK(notes(1) == std::vector<int>{3, 1});
}

TEST_CASE("an answer as a document of one section is the answer again", "[brief][document]") {
    const Answer answer = answer_with({"one", "two"}, {2});
    const Answer again = answer_of(document_of(answer));
    CHECK(again.notes == answer.notes);
    CHECK(again.tables.front().rows.front().cells.front().notes == std::vector<int>{2});
}

}  // namespace burden::brief
