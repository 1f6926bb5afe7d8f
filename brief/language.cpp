#include "burden/brief/language.hpp"

#include "burden/brief/japanese.hpp"

namespace burden::brief {

std::string translated(std::string_view english, Language language) {
    return language == Language::ja ? japanese(english).text : std::string(english);
}

}  // namespace burden::brief
