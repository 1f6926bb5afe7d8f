/// Documents as pages.
#pragma once

#include <string>

#include "burden/brief/document.hpp"

namespace burden::brief {

/// A document as one file that asks nothing of the network: its charts drawn by the script that is compiled
/// in, each with its figures in a table, which stands open where no script runs. It forbids every other
/// script, and reads in light, in dark and on paper.
std::string write_html(const Document& document);

}  // namespace burden::brief
