#include "burden/inputs/diagnostic.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <numeric>

#include "burden/calc/quoted.hpp"

namespace burden::inputs {
namespace {

/// Terminal columns that an excerpt may take, and how many of them stand before the fault when it is cut.
constexpr int widest_excerpt = 96;
constexpr int before_fault = 40;

/// A character as it is shown, and the terminal columns that it takes.
struct Shown {
    std::string text;
    int width = 1;
};

utf8proc_int32_t codepoint(std::string_view character) {
    utf8proc_int32_t result = 0;
    utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(character.data()),
                     static_cast<utf8proc_ssize_t>(character.size()), &result);
    return result;
}

/// Controls, and the marks that turn the direction of what follows.
bool steers(utf8proc_int32_t character) {
    return utf8proc_category(character) == UTF8PROC_CATEGORY_CC || character == 0x2028 ||
           character == 0x2029 || (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

std::vector<Shown> characters(std::string_view text) {
    std::vector<Shown> result;
    while (!text.empty()) {
        const std::size_t length = calc::character_length(text);
        const std::string_view character = text.substr(0, std::max<std::size_t>(1, length));
        if (length == 0) {
            result.push_back({"\uFFFD", 1});
        } else if (const auto point = codepoint(character); steers(point)) {
            result.push_back({" ", 1});
        } else {
            result.push_back({std::string(character), utf8proc_charwidth(point)});
        }
        text.remove_prefix(character.size());
    }
    return result;
}

std::string harmless(std::string_view text) {
    std::string result;
    for (const Shown& character : characters(text)) {
        result += character.text;
    }
    return result;
}

int width(const std::vector<Shown>& line, std::size_t from, std::size_t to) {
    return std::accumulate(line.begin() + static_cast<std::ptrdiff_t>(from),
                           line.begin() + static_cast<std::ptrdiff_t>(to), 0,
                           [](int sum, const Shown& character) { return sum + character.width; });
}

/// A line with carets under its fault.
struct Underlined {
    std::string line;
    std::string carets;
};

Underlined underlined(const Diagnostic& diagnostic) {
    const auto line = characters(diagnostic.excerpt);
    const std::size_t fault = std::min(std::max<std::size_t>(1, diagnostic.column) - 1, line.size());
    const std::size_t fault_end = std::min(fault + std::max<std::size_t>(1, diagnostic.length), line.size());

    std::size_t first = 0;
    std::size_t last = line.size();
    if (width(line, first, last) > widest_excerpt) {
        for (first = fault; first > 0 && width(line, first - 1, fault) <= before_fault; --first) {
        }
        int taken = 0;
        for (last = first; last < line.size() && taken + line[last].width <= widest_excerpt; ++last) {
            taken += line[last].width;
        }
    }
    Underlined result;
    if (first > 0) {
        result.line = "\u2026";
        result.carets = " ";
    }
    for (std::size_t at = first; at < last; ++at) {
        result.line += line[at].text;
    }
    if (last < line.size()) {
        result.line += "\u2026";
    }
    const int carets = width(line, fault, std::min(fault_end, last));
    result.carets += std::string(static_cast<std::size_t>(width(line, first, fault)), ' ') +
                     std::string(static_cast<std::size_t>(std::max(1, carets)), '^');
    return result;
}

std::string place(const Diagnostic& diagnostic) {
    if (diagnostic.file.empty()) {
        return "";
    }
    std::string result = harmless(diagnostic.file) + ":";
    if (diagnostic.line > 0) {
        result += std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column) + ":";
    }
    return result + " ";
}

/// Names with commas between them behind a head, in lines of at most `widest` columns under one another.
std::string listed(const std::string& head, const std::vector<std::string>& names) {
    constexpr std::size_t widest = 100;
    const std::string indent(head.size(), ' ');
    std::string text;
    std::string line = head;
    std::size_t columns = head.size();
    for (std::size_t at = 0; at < names.size(); ++at) {
        const std::string name = harmless(names[at]) + (at + 1 < names.size() ? "," : "");
        const auto shown = characters(name);
        const auto length = static_cast<std::size_t>(width(shown, 0, shown.size()));
        if (columns > head.size() && columns + 1 + length > widest) {
            text += line + "\n";
            line = indent;
            columns = indent.size();
        }
        const bool first = columns == head.size();
        line += (first ? "" : " ") + name;
        columns += length + (first ? 0 : 1);
    }
    return text + line + "\n";
}

}  // namespace

std::string to_text(const Diagnostic& diagnostic) {
    const std::string number = diagnostic.line > 0 ? std::to_string(diagnostic.line) : " ";
    const std::string margin(number.size() + 1, ' ');
    std::string text = place(diagnostic) +
                       (diagnostic.severity == Severity::error ? "error: " : "warning: ") +
                       harmless(diagnostic.message) + "\n";
    if (!diagnostic.excerpt.empty()) {
        const Underlined shown = underlined(diagnostic);
        text += number + " | " + shown.line + "\n" + margin + "| " + shown.carets + "\n";
    }
    if (!diagnostic.allowed.empty()) {
        text += listed(margin + "= allowed: ", diagnostic.allowed);
    }
    if (!diagnostic.nearest.empty()) {
        text += margin + "= nearest: '" + harmless(diagnostic.nearest) + "'\n";
    }
    if (!diagnostic.hint.empty()) {
        text += margin + "= " + harmless(diagnostic.hint) + "\n";
    }
    return text;
}

Diagnostic argument_diagnostic(std::string_view where, std::string_view argument, const calc::Fault& fault) {
    const std::size_t at = std::min(fault.at, argument.size());
    return {.file = std::string(where),
            .column = characters(argument.substr(0, at)).size() + 1,
            .length = std::max<std::size_t>(1, characters(argument.substr(at, fault.length)).size()),
            .message = fault.message,
            .excerpt = std::string(argument),
            .allowed = fault.allowed,
            .nearest = fault.nearest};
}

}  // namespace burden::inputs
