/// How wide text stands on a terminal, and how it is wrapped and cut to a width.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace burden::brief {

/// Columns that a line of UTF-8 takes on a terminal: wide characters of East Asia 2, combining marks 0.
int display_width(std::string_view text);

/// The longest beginning of `text` that takes at most `width` columns, and at least one character of it.
std::string_view cut(std::string_view text, int width);

/// `text` in lines of at most `width` columns, broken at spaces and between wide characters; a number stays
/// with its unit ("3.4 %", "11 tn") and U+00A0 does not break. A word longer than a line goes on in the next.
/// At least one line; none ends in a space.
std::vector<std::string> wrapped(std::string_view text, int width);

/// Columns of the longest piece of `text` that `wrapped` would rather not break.
int longest_word(std::string_view text);

}  // namespace burden::brief
