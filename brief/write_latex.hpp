/// A document as a paper: LaTeX for pdflatex and lualatex.
#pragma once

#include <string>

#include "burden/brief/document.hpp"

namespace burden::brief {

/// The whole document as an article on A4, for pdflatex and lualatex; in Japanese for lualatex with luatexja.
/// It asks for Debian's texlive-latex-recommended, -pictures, -science and lmodern, and for no other file.
std::string write_latex(const Document& document);

}  // namespace burden::brief
