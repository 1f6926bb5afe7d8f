/// Tables as LaTeX sets them: booktabs' rules, siunitx' columns, over as many pages as they need.
#pragma once

#include <string>

#include "burden/brief/language.hpp"
#include "burden/brief/table.hpp"

namespace burden::brief {

/// A table with its title and caption above, its heads again on every page. One that is too wide for the page
/// is set smaller, then on its side, then in parts beside each of which its first column stands again.
std::string latex_table(const Table& table, Language language);

/// Numbers of notes as LaTeX raises them: "\notes{1,12}".
std::string latex_notes(const std::vector<int>& notes);

}  // namespace burden::brief
