#include "burden/brief/utf8.hpp"

#include <utf8proc.h>

namespace burden::brief {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool breaks_or_spaces(char32_t c) {
    return c == '\t' || c == '\n' || c == '\v' || c == '\f' || c == '\r' || c == 0x85 || c == 0x2028 ||
           c == 0x2029;
}

/// Overrides of direction can make a text read other than it stands.
bool controls(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
    utf8proc_int32_t value = 0;
    const auto* first = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
    const auto bytes = utf8proc_iterate(first, static_cast<utf8proc_ssize_t>(text.size() - at), &value);
    if (bytes <= 0) {
        return {replacement, 1};
    }
    return {static_cast<char32_t>(value), static_cast<std::size_t>(bytes)};
}

std::string harmless(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    CodePoint c;
    for (std::size_t at = 0; at < text.size(); at += c.bytes) {
        c = code_point_at(text, at);
        if (breaks_or_spaces(c.value)) {
            const bool one_break = c.value == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
            result += one_break ? "" : " ";
        } else if (controls(c.value) || c.value == replacement) {
            result += "\uFFFD";
        } else {
            result += text.substr(at, c.bytes);
        }
    }
    return result;
}

}  // namespace burden::brief
