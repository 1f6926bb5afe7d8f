#include "burden/brief/write.hpp"

#include "burden/brief/write_html.hpp"
#include "burden/brief/write_latex.hpp"
#include "burden/brief/write_vega.hpp"
#include "burden/calc/invariant.hpp"

namespace burden::brief {
namespace {

/// The charts of an answer as Vega-Lite, one under another where there are several.
std::string charts_text(const std::vector<Chart>& charts) {
    std::string text;
    for (const Chart& chart : charts) {
        text += (text.empty() ? "" : ",\n") + vega_lite(chart);
    }
    return (charts.size() == 1 ? text : "[" + text + "]") + '\n';
}

}  // namespace

std::string written(const Answer& answer, Format format, const Style& style) {
    switch (format) {
        case Format::table:
            return write_terminal(answer, style);
        case Format::csv:
            return write_csv(answer, style);
        case Format::json:
            return write_json(answer);
        case Format::vega:
            return charts_text(answer.charts);
        case Format::md:
            return write_markdown(answer);
        case Format::html:
        case Format::latex:
        case Format::xlsx:
        case Format::docx:
            return written(document_of(answer), format, style);
    }
    throw calc::BrokenInvariant("an answer was asked for in a format that has no writer");
}

std::string written(const Document& document, Format format, const Style& style) {
    switch (format) {
        case Format::md:
            return write_markdown(document);
        case Format::html:
            return write_html(document);
        case Format::latex:
            return write_latex(document);
        case Format::json:
            return write_json(document);
        case Format::csv:
            return write_csv(document, style);
        case Format::table:
        case Format::vega:
            return written(answer_of(document), format, style);
        case Format::xlsx:
        case Format::docx:
            break;
    }
    throw calc::BrokenInvariant("a workbook and a word processor's file are made elsewhere");
}

}  // namespace burden::brief
