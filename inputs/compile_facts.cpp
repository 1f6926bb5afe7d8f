/// Compiles facts files into a C++ source while the program is built: compile_facts OUT.cpp FILE...
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "burden/inputs/embedded_source.hpp"
#include "burden/inputs/facts_reader.hpp"

namespace {

using namespace burden::inputs;

/// FNV-1a with 64 bits over texts, sixteen hexadecimal digits.
class Fingerprint {
public:
    void add(std::string_view text) {
        for (const char c : text) {
            hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
        }
    }
    std::string digits() const {
        std::string result;
        for (int shift = 60; shift >= 0; shift -= 4) {
            result += "0123456789abcdef"[(hash_ >> static_cast<unsigned>(shift)) & 0xFU];
        }
        return result;
    }

private:
    std::uint64_t hash_ = 0xCBF29CE484222325U;
};

/// Shows what was found; whether there is a value.
template <typename T>
bool shown(const Reading<T>& reading) {
    for (const Diagnostic& diagnostic : reading.diagnostics()) {
        std::cerr << to_text(diagnostic);
    }
    return static_cast<bool>(reading);
}

int compile(const std::string& out, std::vector<std::filesystem::path> paths) {
    std::sort(paths.begin(), paths.end(),
              [](const auto& a, const auto& b) { return a.filename() < b.filename(); });
    Fingerprint fingerprint;
    std::vector<FactsFile> files;
    bool all_read = true;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        if (!file) {
            std::cerr << path.string() << ": error: the file cannot be read\n";
            return 1;
        }
        fingerprint.add(text);
        const auto reading = read_facts_file(text, path.string());
        if (!shown(reading)) {
            all_read = false;
        } else if (reading->country && reading->country->own) {
            std::cerr << path.string() << ": error: an economy in six lines is not compiled in\n";
            all_read = false;
        } else {
            files.push_back(*reading);
        }
    }
    if (!all_read) {
        return 1;
    }
    const auto facts = combined({}, std::move(files));
    if (!shown(facts)) {
        return 1;
    }
    std::ofstream source(out, std::ios::binary);
    source << embedded_source(*facts, fingerprint.digits()) << std::flush;
    if (!source) {
        std::cerr << out << ": error: the file cannot be written\n";
        return 1;
    }
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> given(arguments + 1, arguments + count);
    if (given.size() < 2) {
        std::cerr << "compile_facts OUT.cpp FILE...\n";
        return 2;
    }
    return compile(given[0], {given.begin() + 1, given.end()});
}
