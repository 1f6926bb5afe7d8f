#include "burden/brief/terminal_lines.hpp"

#include <algorithm>

#include "burden/brief/display_width.hpp"
#include "burden/brief/terminal_grid.hpp"
#include "burden/brief/utf8.hpp"

namespace burden::brief {

std::string spaces(int count) {
    std::string text;
    text.resize(static_cast<std::size_t>(std::max(0, count)), ' ');
    return text;
}

std::string line_of(std::string text, std::string_view look, const Style& style) {
    constexpr std::string_view no_break = "\u00A0";
    for (std::size_t at = text.find(no_break); at != std::string::npos; at = text.find(no_break, at)) {
        text.replace(at, no_break.size(), " ");
    }
    text.resize(text.find_last_not_of(' ') + 1);
    if (!style.colour || look.empty() || text.empty()) {
        return text + '\n';
    }
    const std::size_t first = text.find_first_not_of(' ');
    return text.substr(0, first) + std::string(look) + text.substr(first) + std::string(look_ends) + '\n';
}

std::string title_lines(const std::string& title, const std::string& caption, int width, const Style& style) {
    const std::string head = harmless(title);
    const std::string side = harmless(caption);
    const int spare = width - display_width(head) - display_width(side);
    std::string text;
    if (!head.empty() && !side.empty() && spare >= column_gap) {
        text = line_of(head, bold, style);
        text.pop_back();
        return text + spaces(spare) + line_of(side, plain_look, style);
    }
    for (const auto& [words, look] : {std::pair(head, bold), std::pair(side, plain_look)}) {
        for (const std::string& line : wrapped(words, width)) {
            text += words.empty() ? "" : line_of(line, look, style);
        }
    }
    return text;
}

}  // namespace burden::brief
