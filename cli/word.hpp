/// Documents for word processors, made by pandoc where it is installed.
#pragma once

#include <string>

#include "burden/brief/document.hpp"
#include "burden/inputs/diagnostic.hpp"

namespace burden::cli {

/// The bytes of a .docx: the same document gives the same bytes. Where pandoc is not found, or refuses, the
/// diagnostic says so, how to install it, and which formats need nothing.
inputs::Reading<std::string> word_document(const brief::Document& document);

}  // namespace burden::cli
