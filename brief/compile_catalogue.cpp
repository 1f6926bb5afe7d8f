/// Compiles a catalogue of texts into a C++ source while the program is built: compile_catalogue OUT.cpp
/// FILE.toml...
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

namespace {

/// The places of a text, "{1}" or "{1#}", each as often as it stands there.
std::multiset<char> places_of(std::string_view text) {
    std::multiset<char> places;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const std::size_t end = text.find('}', at);
        if ((end == at + 2 || (end == at + 3 && text[at + 2] == '#')) && text[at + 1] >= '1' &&
            text[at + 1] <= '9') {
            places.insert(text[at + 1]);
        }
    }
    return places;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

std::string complaint_about(const std::string& english, const std::string& japanese) {
    if (english.empty() || japanese.empty() || is_space(english.front()) || is_space(english.back())) {
        return "a text is empty, or begins or ends with a space";
    }
    const auto places = places_of(english);
    const auto others = places_of(japanese);
    if (places != others) {
        return "the two texts have other places";
    }
    if (std::set<char>(places.begin(), places.end()).size() != places.size()) {
        return "a place stands twice";
    }
    return english.find("}{") != std::string::npos ? "two places touch" : "";
}

std::string literal(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        result += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    }
    return result + '"';
}

/// Adds the lines of a file; says whether all are good.
bool add(const std::string& path, std::map<std::string, std::string>& lines) {
    toml::table table;
    try {
        table = toml::parse_file(path);
    } catch (const toml::parse_error& error) {
        std::cerr << path << ":" << error.source().begin.line << ": error: " << error.description() << "\n";
        return false;
    }
    bool good = true;
    for (const auto& [key, value] : table) {
        const std::string english(key.str());
        const std::string japanese = value.value_or(std::string());
        std::string complaint = complaint_about(english, japanese);
        if (complaint.empty() && !lines.emplace(english, japanese).second) {
            complaint = "the text stands in another file too";
        }
        if (!complaint.empty()) {
            std::cerr << path << ": error: '" << english << "': " << complaint << "\n";
            good = false;
        }
    }
    return good;
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> given(arguments + 1, arguments + count);
    if (given.empty()) {
        std::cerr << "compile_catalogue OUT.cpp FILE.toml...\n";
        return 2;
    }
    std::map<std::string, std::string> lines;
    bool good = true;
    for (std::size_t at = 1; at < given.size(); ++at) {
        good = add(given[at], lines) && good;
    }
    if (!good) {
        return 1;
    }
    std::ofstream source(given[0], std::ios::binary);
    source << "// Made by compile_catalogue from brief/catalogue/*.toml.\n#include <array>\n\n"
              "#include \"burden/brief/japanese.hpp\"\n\nnamespace burden::brief {\nnamespace {\n\n"
              "constexpr std::array<CatalogueEntry, "
           << lines.size() << "> lines = {{\n";
    for (const auto& [english, japanese] : lines) {
        source << "    {" << literal(english) << ",\n     " << literal(japanese) << "},\n";
    }
    source << "}};\n\n}  // namespace\n\n"
              "std::span<const CatalogueEntry> japanese_catalogue() { return lines; }\n\n"
              "}  // namespace burden::brief\n"
           << std::flush;
    return source ? 0 : 1;
}
