/// Text as LaTeX sets it: nothing in it is a command, and pdflatex knows every character.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "burden/brief/language.hpp"

namespace burden::brief {

/// A text that LaTeX sets as it stands, wherever it stands: signs that it acts upon are named, and "--" stays
/// two hyphens. Characters outside Latin, Greek and a few signs are `\otherchar{5186}` in English, which the
/// preamble defines, and stay as they are in Japanese. A long word may be broken.
std::string latex_text(std::string_view words, Language language);

/// A command line in typewriter, with the signs that a shell takes.
std::string latex_code(std::string_view words, Language language);

/// Lines over one another, set to the left or to the right.
std::string latex_stack(const std::vector<std::string>& lines, bool left, Language language);

/// How wide a text is set, in ems of its font: an estimate that is seldom too small.
double latex_width(std::string_view text, Language language);

/// A text in at most `most` lines, none wider than `width` ems as far as words may be broken; where it has
/// more lines, the last ends in "…".
std::vector<std::string> lines_within(std::string_view text, double width, std::size_t most,
                                      Language language);

}  // namespace burden::brief
