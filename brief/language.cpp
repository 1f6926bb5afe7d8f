#include "burden/brief/language.hpp"

namespace burden::brief {

std::string translated(std::string_view english, Language /*language*/) { return std::string(english); }

}  // namespace burden::brief
