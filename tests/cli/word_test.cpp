#include "burden/cli/word.hpp"

#include "cli/process.hpp"
#include "latex/sample.hpp"
#include "support/catch.hpp"
#include "support/path_instead.hpp"

using namespace burden;

namespace {

/// A folder with a stand-in for pandoc.
void put_pandoc(const tests::Folder& folder, const std::string& script) {
    const auto path = folder.file("pandoc", "#!/bin/sh\n" + script);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
}

}  // namespace

TEST_CASE("without pandoc a Word document is refused with what helps", "[cli][word]") {
    const tests::Folder folder;
    const tests::PathInstead path(folder.path().string());
    const auto word = cli::word_document(tests::sample_document());
    REQUIRE(!word);
    CHECK(to_text(word.diagnostics().front()) ==
          "error: a Word document is made by pandoc, which is not installed\n"
          "  = on Debian and Ubuntu: sudo apt-get install pandoc; md, html, latex, csv, json and xlsx are "
          "written "
          "without it\n");
}

TEST_CASE("what pandoc says against a document is passed on, on one line", "[cli][word]") {
    const tests::Folder folder;
    put_pandoc(folder, "echo 'no room' >&2\necho 'left' >&2\nexit 3\n");
    const tests::PathInstead path(folder.path().string());
    const auto word = cli::word_document(tests::sample_document());
    REQUIRE(!word);
    CHECK(word.diagnostics().front().message == "pandoc could not make the Word document: no room left ");
}

TEST_CASE("pandoc is given every note, figure and mark of a document, and hostile text as text",
          "[cli][word]") {
    const tests::Folder folder;
    put_pandoc(folder, "printf PK; /bin/cat; printf '%s' \"$SOURCE_DATE_EPOCH $*\"\n");
    const tests::PathInstead path(folder.path().string());
    const auto page = cli::word_document(tests::sample_document());
    REQUIRE(page);
    for (const char* part :
         {"<title>What would 5 % of GDP cost Japan?</title>", "<td style=\"text-align:right\">1,875.4</td>",
          "<strong>5.8<sup>1</sup></strong>", "<strong>−55.0</strong>", "2035 p</td>",
          "e estimate · p projection", "colspan=\"2\">5 %</th>", "<li>A second note.</li>",
          "<li>The government counts 2 %", "<a href=\"https://example.org/a%20b\">Budget</a>",
          "Stacked columns: Items of the arrangement.", "1795305600 --from=html --to=docx --output=-"}) {
        CAPTURE(part);
        CHECK(page->find(part) != std::string::npos);
    }
    const auto hostile = cli::word_document(tests::hostile_document());
    REQUIRE(hostile);
    CHECK(hostile->find("<b>") == std::string::npos);
    CHECK(hostile->find("href=\"javascript") == std::string::npos);
}

#ifdef BURDEN_PANDOC
TEST_CASE("pandoc makes the same Word document of the same document, with its figures and notes",
          "[cli][word]") {
    const auto word = cli::word_document(tests::sample_document());
    REQUIRE(word);
    CHECK(*word == *cli::word_document(tests::sample_document()));
    const tests::Folder folder;
    folder.file("word.docx", *word);
    const auto read = tests::outcome("pandoc --from=docx --to=plain --columns=400 word.docx", folder);
    CHECK(read.status == 0);
    for (const char* part : {"1,875.4", "−55.0", "A second note.", "The government counts 2 %", "JIJI2025",
                             "What this leaves out"}) {
        CAPTURE(part);
        CHECK(read.text.find(part) != std::string::npos);
    }
}
#endif
