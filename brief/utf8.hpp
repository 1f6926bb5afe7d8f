/// UTF-8 that came from outside: read by code point, and made harmless.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace burden::brief {

/// One code point of a text and the bytes it took. Bytes that are no UTF-8 are taken one at a time, as
/// U+FFFD.
struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
};

/// The code point that begins at byte `at` of `text`, which lies within it.
CodePoint code_point_at(std::string_view text, std::size_t at);

/// A text on one line that no terminal, page or file acts upon: valid UTF-8, with a space for each line break
/// and tab, and U+FFFD for every other control character, change of direction, and byte that is no UTF-8.
std::string harmless(std::string_view text);

}  // namespace burden::brief
