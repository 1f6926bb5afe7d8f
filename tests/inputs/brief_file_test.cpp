/// Files that describe briefs.
#include "burden/inputs/brief_file.hpp"

#include "support/catch.hpp"

using namespace burden;
using namespace burden::inputs;

namespace {

std::string refusal(const std::string& text) {
    const auto brief = read_brief(text, "my.toml");
    REQUIRE(!brief);
    std::string said;
    for (const Diagnostic& diagnostic : brief.diagnostics()) {
        said += to_text(diagnostic);
    }
    return said;
}

}  // namespace

TEST_CASE("every ready-made brief reads, and says what it leaves out", "[inputs][brief]") {
    CHECK(ready_briefs().size() >= 3);
    for (const ReadyBrief& ready : ready_briefs()) {
        INFO(ready.name);
        const auto brief = read_brief(ready.text, ready.name);
        REQUIRE(brief);
        CHECK(brief.diagnostics().empty());
        CHECK(brief->question.ends_with("?"));
        CHECK(!brief->leaves_out.empty());
        CHECK(!brief->assumptions.empty());
        CHECK(brief->sections.size() >= 2);
    }
}

TEST_CASE("a brief is read with its sections in order", "[inputs][brief]") {
    const auto brief = read_brief(R"(title = "T"
question = "Q?"
author = "A"
[[sections]]
heading = "One"
question = "burden target jpn --share '5 %' --by 2035"
tables = ["target"]
charts = false
[[sections]]
text = ["Words.", "More words."]
)",
                                  "my.toml");
    REQUIRE(brief);
    REQUIRE(brief->sections.size() == 2);
    CHECK(brief->sections[0].question ==
          std::vector<std::string>{"target", "jpn", "--share", "5 %", "--by", "2035"});
    CHECK(brief->sections[0].tables == std::vector<std::string>{"target"});
    CHECK(!brief->sections[0].charts);
    CHECK(brief->sections[0].place.line == 6);
    CHECK(brief->sections[1].text.size() == 2);
    CHECK(brief->sections[1].charts);
}

TEST_CASE("a command line is parted as a shell parts it", "[inputs][brief]") {
    CHECK(*command_words("claim \"8.6 billion USD\" --of  x") ==
          std::vector<std::string>{"claim", "8.6 billion USD", "--of", "x"});
    CHECK(*command_words("a 'b\"c' d''e \"\"") == std::vector<std::string>{"a", "b\"c", "de", ""});
    CHECK(!command_words("a 'b"));
    CHECK(!command_words("  "));
    CHECK(!command_words("burden"));
}

TEST_CASE("what a brief lacks or should not have is told with its place", "[inputs][brief]") {
    CHECK(refusal("") ==
          "my.toml: error: the brief has no 'title'\n"
          "my.toml: error: the brief has no 'question'\n"
          "my.toml: error: a brief has sections\n"
          "  = allowed: [[sections]] with 'heading', 'text' and 'question'\n");
    const std::string head = "title = \"T\"\nquestion = \"Q?\"\n";
    CHECK(refusal(head + "[[sections]]\nheading = \"H\"\n").find("my.toml:3") == 0);
    CHECK(refusal(head + "[[sections]]\nquestion = \"target 'jpn\"\n").find("a quote is not closed") !=
          std::string::npos);
    CHECK(refusal(head + "[[sections]]\nquestio = \"target jpn\"\n").find("nearest: 'question'") !=
          std::string::npos);
    CHECK(refusal(head + "sections = 3\n").find("list of tables") != std::string::npos);
    CHECK(refusal("title = \"T\"\ntitle = \"U\"\n").find("my.toml:2") == 0);
}
