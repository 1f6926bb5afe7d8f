/// Writers: one answer, in the format that was asked for.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "burden/brief/document.hpp"

namespace burden::brief {

/// What an answer is written as. A workbook and a word processor's file are bytes, and made elsewhere:
/// write_workbook.hpp, and the command.
enum class Format { table, md, html, latex, csv, json, xlsx, docx, vega };

/// How a terminal wants it.
struct Style {
    int width = 100;            ///< columns of the screen
    bool colour = false;        ///< bold heads, dim notes
    bool charts = false;        ///< an answer's charts below its tables, on a terminal
    bool csv_metadata = false;  ///< title, basis, notes and sources as comment lines before a CSV table
};

/// The whole answer as text that ends with a line break.
std::string written(const Answer& answer, Format format, const Style& style);

/// The same of a document, in every format but those that are bytes.
std::string written(const Document& document, Format format, const Style& style);

std::string write_terminal(const Answer& answer, const Style& asked);
std::string write_markdown(const Answer& answer);
std::string write_markdown(const Document& document);
std::string write_csv(const Answer& answer, const Style& style);
/// The tables of all sections, each with its own basis; what the whole document says stands once, at its
/// head.
std::string write_csv(const Document& document, const Style& style);
std::string write_json(const Answer& answer);
/// The answer's object with "brief" besides: title, question, findings, sections with the ids of their
/// tables.
std::string write_json(const Document& document);

}  // namespace burden::brief
