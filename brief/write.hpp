/// Writers: one answer, in the format that was asked for.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "burden/brief/answer.hpp"

namespace burden::brief {

enum class Format { table, md, csv, json };

/// How a terminal wants it.
struct Style {
    int width = 100;            ///< columns of the screen
    bool colour = false;        ///< bold heads, dim notes
    bool csv_metadata = false;  ///< title, basis, notes and sources as comment lines before a CSV table
};

/// The whole answer as text that ends with a line break.
std::string written(const Answer& answer, Format format, const Style& style);

std::string write_terminal(const Answer& answer, const Style& asked);
std::string write_markdown(const Answer& answer);
std::string write_csv(const Answer& answer, const Style& style);
std::string write_json(const Answer& answer);

}  // namespace burden::brief
