#include "burden/brief/display_width.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "burden/brief/utf8.hpp"

namespace burden::brief {
namespace {

int width_of(char32_t c) { return utf8proc_charwidth(static_cast<utf8proc_int32_t>(c)); }

/// What is not broken, and whether a space stands before it.
struct Word {
    std::string text;
    bool spaced = false;
};

bool is_unit(std::string_view word) {
    static constexpr std::array<std::string_view, 6> units = {"%", "pp", "tn", "bn", "mn", "k"};
    const auto bare = word.substr(0, word.find_last_not_of(".,;:)") + 1);
    return std::find(units.begin(), units.end(), bare) != units.end();
}

bool ends_in_digit(std::string_view word) {
    return !word.empty() && word.back() >= '0' && word.back() <= '9';
}

/// Closing marks of East Asia do not begin a line.
bool closes(char32_t c) {
    static constexpr std::u32string_view closing = U"、。，．・：；？！ー）］｝〉》」』】〕％";
    return closing.find(c) != std::u32string_view::npos;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether a line may end before `at`, behind the hyphen of a compound: not inside an option's name or a
/// date.
bool parts_a_compound(std::string_view part, std::size_t at) {
    return at >= 2 && part.front() != '-' && part[at - 1] == '-' && is_letter(part[at - 2]) &&
           is_letter(part[at]);
}

void add_part(std::vector<Word>& words, std::string_view part, bool spaced) {
    if (spaced && !words.empty() && ends_in_digit(words.back().text) && is_unit(part)) {
        words.back().text += ' ';
        words.back().text += part;
        return;
    }
    std::size_t start = 0;
    bool wide_before = false;
    CodePoint c;
    for (std::size_t at = 0; at < part.size(); at += c.bytes) {
        c = code_point_at(part, at);
        const int width = width_of(c.value);
        const bool wide = width == 2;
        const bool between_wide = width > 0 && (wide || wide_before) && !closes(c.value);
        if (at > start && (between_wide || parts_a_compound(part, at))) {
            words.push_back({std::string(part.substr(start, at - start)), spaced && start == 0});
            start = at;
        }
        if (width > 0) {
            wide_before = wide;
        }
    }
    words.push_back({std::string(part.substr(start)), spaced && start == 0});
}

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    bool spaced = false;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            add_part(words, text.substr(at, end - at), spaced);
        }
        spaced = true;
        at = end + 1;
    }
    return words;
}

void trim_right(std::string& line) { line.resize(line.find_last_not_of(' ') + 1); }

}  // namespace

int display_width(std::string_view text) {
    int width = 0;
    CodePoint c;
    for (std::size_t at = 0; at < text.size(); at += c.bytes) {
        c = code_point_at(text, at);
        width += width_of(c.value);
    }
    return width;
}

std::string_view cut(std::string_view text, int width) {
    int taken = 0;
    CodePoint c;
    for (std::size_t at = 0; at < text.size(); at += c.bytes) {
        c = code_point_at(text, at);
        taken += width_of(c.value);
        if (taken > width && at > 0) {
            return text.substr(0, at);
        }
    }
    return text;
}

std::vector<std::string> wrapped(std::string_view text, int width) {
    if (display_width(text) <= width) {
        std::string line(text);
        trim_right(line);
        return {line};
    }
    std::vector<std::string> lines;
    std::string line;
    int used = 0;
    const auto finish = [&] {
        trim_right(line);
        lines.push_back(line);
        line.clear();
        used = 0;
    };
    for (const Word& word : words_of(text)) {
        const int size = display_width(word.text);
        const int space = word.spaced && !line.empty() ? 1 : 0;
        if (!line.empty() && used + space + size > width) {
            finish();
        } else if (space == 1) {
            line += ' ';
            ++used;
        }
        std::string_view rest = word.text;
        for (auto piece = cut(rest, width); piece.size() < rest.size(); piece = cut(rest, width)) {
            line = piece;
            finish();
            rest.remove_prefix(piece.size());
        }
        line += rest;
        used += display_width(rest);
    }
    if (!line.empty() || lines.empty()) {
        finish();
    }
    return lines;
}

int longest_word(std::string_view text) {
    int longest = 0;
    for (const Word& word : words_of(text)) {
        longest = std::max(longest, display_width(word.text));
    }
    return longest;
}

}  // namespace burden::brief
