/// Compiles ready-made scenarios into a C++ source while the program is built: embed_scenarios OUT.cpp
/// FILE...
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "burden/inputs/scenario_composition.hpp"

namespace {

using namespace burden::inputs;

/// More than one literal may hold for certain.
constexpr std::size_t largest_text = 60'000;

struct NamedText {
    std::string name;
    std::string text;
};

/// A text as literals, one for each line; bytes that could mean something else stand as three octal digits.
std::string literals(std::string_view text) {
    std::string result;
    bool open = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        result += open ? "" : "\n     \"";
        open = c != '\n';
        if (c == '"' || c == '\\' || c == '?' || byte < 0x20U || byte == 0x7FU) {
            result += '\\';
            for (const unsigned shift : {6U, 3U, 0U}) {
                result += static_cast<char>('0' + ((byte >> shift) & 7U));
            }
        } else {
            result += c;
        }
        result += open ? "" : "\"";
    }
    return result + (open ? "\"" : "") + (text.empty() ? "\"\"" : "");
}

std::string source_of(const std::vector<NamedText>& files) {
    std::string rows;
    for (const NamedText& file : files) {
        rows += "    {\"" + file.name + "\"," + literals(file.text) + "},\n";
    }
    return "// Made by embed_scenarios from inputs/scenarios/*.toml.\n"
           "#include <array>\n\n#include \"burden/inputs/scenario.hpp\"\n\n"
           "namespace burden::inputs {\nnamespace {\n\n"
           "constexpr std::array<ReadyMade, " +
           std::to_string(files.size()) +
           "> scenarios = " + (files.empty() ? "{};\n" : "{{\n" + rows + "}};\n") +
           "\n}  // namespace\n\n"
           "std::span<const ReadyMade> ready_made_scenarios() { return scenarios; }\n\n"
           "}  // namespace burden::inputs\n";
}

bool is_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// Whether each of the scenarios reads with what it extends; what is wrong is shown.
bool all_read(const std::vector<NamedText>& files) {
    std::vector<ReadyMade> ready_made;
    for (const NamedText& file : files) {
        ready_made.push_back({file.name, file.text});
    }
    const FileOpener no_files = [](const std::string& name, const std::string&) {
        return Reading<FileText>(Diagnostic{.file = name, .message = "no file is read here"});
    };
    bool all = true;
    for (const NamedText& file : files) {
        const auto scenario = composed(file.name, no_files, ready_made);
        for (const Diagnostic& diagnostic : scenario.diagnostics()) {
            std::cerr << "inputs/scenarios: " << to_text(diagnostic);
        }
        all = all && scenario;
    }
    return all;
}

int embed(const std::string& out, const std::vector<std::filesystem::path>& paths) {
    std::vector<NamedText> files;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        NamedText one{path.stem().string(),
                      {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}};
        if (!file || one.text.size() > largest_text) {
            std::cerr << path.string() << ": error: the file cannot be read, or is too large\n";
            return 1;
        }
        if (!is_name(one.name)) {
            std::cerr << path.string() << ": error: a name has small letters, digits and hyphens\n";
            return 1;
        }
        files.push_back(std::move(one));
    }
    std::sort(files.begin(), files.end(),
              [](const NamedText& a, const NamedText& b) { return a.name < b.name; });
    if (!all_read(files)) {
        return 1;
    }
    std::ofstream source(out, std::ios::binary);
    source << source_of(files) << std::flush;
    if (!source) {
        std::cerr << out << ": error: the file cannot be written\n";
        return 1;
    }
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> given(arguments + 1, arguments + count);
    if (given.empty()) {
        std::cerr << "embed_scenarios OUT.cpp FILE...\n";
        return 2;
    }
    return embed(given[0], {given.begin() + 1, given.end()});
}
