/// Files that are refused, with what is said of each beside it. BURDEN_UPDATE=1 writes what is said now in
/// place of what stands there: read the difference before you keep it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "burden/inputs/facts_reader.hpp"
#include "support/catch.hpp"

using namespace burden::inputs;

namespace {

std::string file_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// What the author of a file would see, were it the only one.
std::string shown(const std::string& text, const std::string& name) {
    std::string result;
    const auto show = [&](const std::vector<Diagnostic>& diagnostics) {
        for (const Diagnostic& diagnostic : diagnostics) {
            result += to_text(diagnostic);
        }
    };
    const auto file = read_facts_file(text, name);
    show(file.diagnostics());
    if (file) {
        const auto facts = combined({}, {*file});
        show(facts.diagnostics());
        CHECK_FALSE(facts);
    }
    return result;
}

std::vector<std::filesystem::path> bad_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(BURDEN_SOURCE_DIR "/tests/bad/facts")) {
        if (entry.path().extension() == ".toml") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

TEST_CASE("every bad file is refused in the words that stand beside it", "[inputs]") {
    const auto files = bad_files();
    CHECK(files.size() >= 250);
    const char* const update = std::getenv("BURDEN_UPDATE");
    for (const auto& path : files) {
        INFO(path.filename().string());
        auto expected = path;
        expected.replace_extension(".expected");
        if (update != nullptr) {
            std::ofstream(expected, std::ios::binary) << shown(file_text(path), path.filename().string());
        }
        CHECK(shown(file_text(path), path.filename().string()) == file_text(expected));
    }
}

TEST_CASE("a file of ten megabytes is refused before it is read", "[inputs]") {
    CHECK(shown(std::string(10'000'000, '#'), "large.toml") ==
          "large.toml: error: the file holds 10000000 bytes; at most 4000000 are read\n");
}

TEST_CASE("a hundred thousand brackets within each other are refused", "[inputs]") {
    const std::string brackets(100'000, '[');
    CHECK(shown("x = " + brackets, "deep.toml") == "deep.toml:1:21: error: nested deeper than 16 levels\n");
    CHECK(shown("x = " + brackets + std::string(100'000, ']'), "deep.toml") ==
          "deep.toml:1:21: error: nested deeper than 16 levels\n");

    std::string tables;
    for (int i = 0; i < 100'000; ++i) {
        tables += "{a=";
    }
    CHECK(shown("x = " + tables, "deep.toml") == "deep.toml:1:53: error: nested deeper than 16 levels\n");
}

TEST_CASE("a name of a hundred thousand parts is refused", "[inputs]") {
    std::string name = "a";
    for (int i = 0; i < 100'000; ++i) {
        name += ".a";
    }
    CHECK(shown(name + " = 1", "deep.toml") == "deep.toml:1:34: error: nested deeper than 16 levels\n");
    CHECK(shown("[" + name + "]", "deep.toml") == "deep.toml:1:33: error: nested deeper than 16 levels\n");
}

TEST_CASE("brackets within quotes and comments are no nesting", "[inputs]") {
    const std::string brackets(100, '[');
    const std::string text = "# " + brackets + "\ncountry = \"JPN\"\nname = \"" + brackets + "\\\"" +
                             brackets + "\"\nalso = ['" + brackets + "', '''" + brackets + "''', \"\"\"" +
                             brackets + "\"\"\"\"]\n";
    CHECK(read_facts_file(text, "quoted.toml").diagnostics().empty() == false);
    CHECK(shown(text, "quoted.toml").find("nested") == std::string::npos);
}

TEST_CASE("tables without number are refused", "[inputs]") {
    std::string text;
    for (int i = 0; i < 20'001; ++i) {
        text += "[a" + std::to_string(i) + "]\n";
    }
    CHECK(shown(text, "wide.toml") ==
          "wide.toml:20001:1: error: more than 20000 tables in one file\n"
          "20001 | [a20000]\n"
          "      | ^\n");
}

TEST_CASE("a file with thousands of mistakes shows the first hundred", "[inputs]") {
    std::string text = "country = \"JPN\"\n";
    for (int i = 0; i < 3'000; ++i) {
        text += "x" + std::to_string(i) + " = 1\n";
    }
    const auto reading = read_facts_file(text, "many.toml");
    REQUIRE(reading.diagnostics().size() == 101);
    CHECK(reading.diagnostics().front().line == 2);
    CHECK(reading.diagnostics()[99].line == 101);
    CHECK(to_text(reading.diagnostics().back()) ==
          "many.toml: error: more than 1900 more messages are not shown\n");
}

TEST_CASE("too many series, facts or values are refused", "[inputs]") {
    std::string series = "country = \"JPN\"\n";
    for (int i = 0; i < 401; ++i) {
        series += "[[series]]\n";
    }
    CHECK(shown(series, "many.toml") ==
          "many.toml:402:1: error: more than 400 [[series]] in one file\n"
          "402 | [[series]]\n"
          "    | ^^^^^^^^^^\n");

    std::string values = "country = \"JPN\"\n[[series]]\n[series.values]\n";
    for (int i = 0; i < 501; ++i) {
        values += std::to_string(1800 + i) + " = \"1\"\n";
    }
    CHECK(shown(values, "many.toml").find("error: the series has 501 values; at most 500 are read\n") !=
          std::string::npos);
}

TEST_CASE("too many tables of hosting are refused", "[inputs]") {
    for (const std::string table : {"arrangement", "account", "aside", "claim"}) {
        std::string text;
        for (int i = 0; i < 501; ++i) {
            text += "[[" + table + "]]\n";
        }
        CHECK(shown(text, "many.toml").find("501:1: error: more than 500 [[" + table + "]] in one file\n") !=
              std::string::npos);
    }
    std::string claim = "[[claim]]\n";
    for (int i = 0; i < 51; ++i) {
        claim += "[[claim.reading]]\n";
    }
    CHECK(shown(claim, "many.toml").find("52:1: error: more than 50 [[claim.reading]] in one claim\n") !=
          std::string::npos);
}

TEST_CASE("a true file cut at any byte is read or refused, never more", "[inputs]") {
    const std::string whole = file_text(BURDEN_SOURCE_DIR "/tests/bad/facts/many_mistakes.toml");
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto reading = read_facts_file(whole.substr(0, length), "cut.toml");
        CHECK((reading || !reading.diagnostics().empty()));
    }
}
