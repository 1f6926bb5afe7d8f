/// The languages that answers are written in.
#pragma once

#include <string>
#include <string_view>

namespace burden::brief {

enum class Language { en, ja };

/// A text of the program in a language: a label, a sentence, a unit. Texts are kept in English; what the
/// catalogue does not know stays so.
std::string translated(std::string_view english, Language language);

}  // namespace burden::brief
