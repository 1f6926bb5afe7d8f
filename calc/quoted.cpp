#include "burden/calc/quoted.hpp"

#include <algorithm>

namespace burden::calc {
namespace {

constexpr std::size_t most_bytes = 40;

unsigned byte_of(char c) { return static_cast<unsigned char>(c); }

bool continues(char c) { return (byte_of(c) & 0xC0U) == 0x80U; }

std::string as_hexadecimal(char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    return {'\\', 'x', digits[byte_of(c) >> 4U], digits[byte_of(c) & 0xFU]};
}

/// C0 and C1 controls, and the marks that turn the direction of what follows.
bool steers(std::string_view character) {
    const unsigned first = byte_of(character[0]);
    if (character.size() == 1) {
        return first < 0x20U || first == 0x7FU;
    }
    const unsigned second = byte_of(character[1]);
    if (first == 0xC2U) {
        return second < 0xA0U;
    }
    return (character >= "\u202A" && character <= "\u202E") ||
           (character >= "\u2066" && character <= "\u2069");
}

}  // namespace

std::size_t character_length(std::string_view text) {
    if (text.empty()) {
        return 0;
    }
    const unsigned first = byte_of(text[0]);
    if (first < 0x80U) {
        return 1;
    }
    const std::size_t length = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
    if (first < 0xC2U || first > 0xF4U || text.size() < length ||
        !std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(length), continues)) {
        return 0;
    }
    // Forms longer than needed, halves of UTF-16 pairs, and what lies past the last character.
    const unsigned second = byte_of(text[1]);
    const bool wrong = (first == 0xE0U && second < 0xA0U) || (first == 0xEDU && second >= 0xA0U) ||
                       (first == 0xF0U && second < 0x90U) || (first == 0xF4U && second >= 0x90U);
    return wrong ? 0 : length;
}

std::string quoted(std::string_view text) {
    std::string shown = "'";
    std::size_t at = 0;
    while (at < text.size()) {
        const std::string_view rest = text.substr(at);
        const std::size_t length = std::max<std::size_t>(1, character_length(rest));
        if (at + length > most_bytes) {
            shown += "\u2026";
            break;
        }
        const std::string_view character = rest.substr(0, length);
        if (character_length(rest) == 0 || steers(character)) {
            for (const char byte : character) {
                shown += as_hexadecimal(byte);
            }
        } else {
            shown += character;
        }
        at += length;
    }
    return shown + "'";
}

}  // namespace burden::calc
