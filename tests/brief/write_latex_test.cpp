#include "burden/brief/write_latex.hpp"

#include <algorithm>
#include <set>

#include "burden/brief/figure_text.hpp"
#include "burden/brief/latex_text.hpp"
#include "burden/brief/utf8.hpp"
#include "latex/sample.hpp"
#include "support/catch.hpp"

using namespace burden;
using brief::Language;
using brief::latex_text;

namespace {

std::string text_of(const std::string& words) { return latex_text(words, Language::en); }

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

/// What stands behind `\begin{document}`.
std::string body_of(const std::string& paper) { return paper.substr(paper.find("\\begin{document}")); }

/// A figure of a paper as people read it: siunitx groups its thousands and sets the sign.
std::string read_back(std::string digits) {
    const std::size_t sign = digits.front() == '-' || digits.front() == '+' ? 1 : 0;
    std::size_t at = std::min(digits.find('.'), digits.size());
    while (at > sign + 3) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits.front() == '-' ? "−" + digits.substr(1) : digits;
}

/// The figures that stand in cells of a paper's tables, as people read them.
std::multiset<std::string> figures_of(const std::string& paper) {
    std::multiset<std::string> result;
    for (std::size_t line = 0; line < paper.size();) {
        const std::size_t end = std::min(paper.find('\n', line), paper.size());
        std::string row = paper.substr(line, end - line);
        line = end + 1;
        const std::size_t behind = row.rfind(" \\\\");
        if (behind == std::string::npos) {
            continue;
        }
        row.resize(behind);
        for (std::size_t cell = 0; cell <= row.size();) {
            const std::size_t next = std::min(row.find(" & ", cell), row.size());
            const std::string text = row.substr(cell, std::min(row.find('{', cell), next) - cell);
            if (!text.empty() && text.find_first_not_of("+-.0123456789") == std::string::npos) {
                result.insert(read_back(text));
            }
            cell = next + 3;
        }
    }
    return result;
}

}  // namespace

TEST_CASE("what LaTeX would act upon is set as it stands", "[brief][latex]") {
    CHECK(text_of("\\input{/etc/passwd}") == "\\textbackslash{}input\\{/etc/passwd\\}");
    CHECK(text_of("$x^2$ 5 % a&b #1 ~a_b") ==
          "\\$x\\textasciicircum{}2\\$ 5 \\% a\\&b \\#1 \\textasciitilde{}a\\_b");
    CHECK(text_of("<u> \"q\" `t` |w|") ==
          "\\textless{}u\\textgreater{} \\textquotedbl{}q\\textquotedbl{} "
          "\\textasciigrave{}t\\textasciigrave{} \\textbar{}w\\textbar{}");
}

TEST_CASE("a text at the beginning of a row or an item is no option of it", "[brief][latex]") {
    CHECK(text_of("[2pt] *") == "{[}2pt{]} {*}");
}

TEST_CASE("signs that fonts join stay apart", "[brief][latex]") {
    CHECK(text_of("a--b") == "a-\\mbox{-}b");
    CHECK(text_of("''") == "'\\mbox{'}");
    CHECK(brief::latex_code("burden --by '2035'", Language::en) ==
          "\\texttt{burden -\\mbox{-}by \\textquotesingle{}2035\\textquotesingle{}}");
}

TEST_CASE("figures and signs of the field are set in both engines", "[brief][latex]") {
    CHECK(text_of("−5 – ¥¾ × ″ ¹⁰") == "\\textminus{}5 – ¥¾ × \\ensuremath{''} ¹\\textsuperscript{0}");
    CHECK(text_of("≤ Σπ √") ==
          "\\ensuremath{\\leq} \\ensuremath{\\Sigma}\\ensuremath{\\pi} \\ensuremath{\\surd}");
}

TEST_CASE("characters that a Latin font lacks are named, and stay in Japanese", "[brief][latex]") {
    CHECK(text_of("円 😀") == "\\otherchar{5186} \\otherchar{1F600}");
    CHECK(latex_text("円", Language::ja) == "円");
}

TEST_CASE("control signs and torn bytes do not reach a paper", "[brief][latex]") {
    const std::string paper = write_latex(tests::hostile_document());
    CHECK(paper.find_first_of("\x1b\x07\xff\t\r") == std::string::npos);
    CHECK(!holds(paper, "\u202E"));
}

TEST_CASE("hostile text brings no command into a paper", "[brief][latex]") {
    const std::string body = body_of(write_latex(tests::hostile_document()));
    CHECK(!holds(body, "\\input"));
    CHECK(count_of(body, "\\end{document}") == 1);
    CHECK(!holds(body, "\\url{javascript"));
    // An address is read sign by sign, and may hold two of them.
    CHECK(count_of(body, "$") == count_of(body, "\\$") + 2);
}

TEST_CASE("a paper shows every figure with the digits of every other writer", "[brief][latex]") {
    const brief::Document document = tests::sample_document();
    const auto shown = figures_of(write_latex(document));
    for (const brief::Section& section : document.sections) {
        for (const brief::Table& table : section.tables) {
            for (const brief::Row& row : table.rows) {
                for (std::size_t at = 0; at < row.cells.size(); ++at) {
                    if (const auto* figure = std::get_if<brief::Figure>(&row.cells[at].content)) {
                        const std::string text = figure_text(*figure, table.columns[at]);
                        CAPTURE(table.id, text);
                        CHECK(shown.contains(text));
                    }
                }
            }
        }
    }
}

TEST_CASE("a paper holds whatever a document says", "[brief][latex]") {
    const brief::Document document = tests::sample_document();
    const std::string paper = write_latex(document);
    std::vector<std::string> texts = document.notes;
    for (const auto* more : {&document.findings, &document.assumptions, &document.left_out}) {
        texts.insert(texts.end(), more->begin(), more->end());
    }
    texts.insert(texts.end(), {document.title, document.question, document.as_of});
    for (const brief::Section& section : document.sections) {
        texts.push_back(section.heading);
        texts.insert(texts.end(), section.text.begin(), section.text.end());
        texts.insert(texts.end(), section.warnings.begin(), section.warnings.end());
        for (const brief::Table& table : section.tables) {
            texts.insert(texts.end(), {table.title, table.caption});
        }
        for (const brief::Chart& chart : section.charts) {
            texts.insert(texts.end(), {chart.title, chart.caption, alt_text(chart)});
        }
    }
    for (const std::string& text : texts) {
        CAPTURE(text);
        CHECK(holds(paper, text_of(text)));
    }
    for (const auto* commands : {&document.again, &document.see}) {
        for (const std::string& command : *commands) {
            CHECK(holds(paper, brief::latex_code(command, Language::en)));
        }
    }
    for (const brief::Citation& source : document.sources) {
        CHECK(holds(paper, text_of(source.key) + ": " + text_of(source.title)));
    }
    CHECK(holds(paper, "\\url{https://example.org/a%20b}"));
    CHECK(holds(paper, "Path linear in the share. Extra over holding 1.65 \\%."));
    CHECK(holds(paper, "GDP: IMF, April 2026"));
}

TEST_CASE("a table of a paper has groups, units, marks, notes and a rule above its totals",
          "[brief][latex]") {
    const std::string paper = write_latex(brief::document_of(tests::two_targets()));
    CHECK(holds(paper,
                "\\multicolumn{2}{c}{2 \\%} & \\multicolumn{2}{c}{5 \\%} \\\\\n"
                "\\cmidrule(lr){3-4}\\cmidrule(lr){5-6}"));
    CHECK(holds(paper, "{\\stackright{share\\\\(\\%)}}"));
    CHECK(holds(paper, "2035~p & 1875.4 & 2.00 & 3.1 & 5.00 & 29.3 "));
    CHECK(holds(paper, "\\midrule\n\\multicolumn{3}{@{}l}{extra, a year} & 5.8{\\notes{1}} &  & -55.0 "));
    CHECK(holds(paper, "e estimate · p projection"));
    CHECK(holds(paper, "\\endhead"));
}

TEST_CASE("a table wider than a page is parted, its first column in each part", "[brief][latex]") {
    brief::Document document;
    document.sections = {{.tables = {tests::wide_table(14)}}};
    const std::string paper = write_latex(document);
    CHECK(count_of(paper, "\\begin{longtable}") > 2);
    CHECK(count_of(paper, "2025~p & ") == count_of(paper, "\\begin{longtable}"));
    CHECK(count_of(paper, "\\caption[]") == 1);
    document.sections = {{.tables = {tests::wide_table(6)}}};
    CHECK(holds(write_latex(document), "\\begin{landscape}"));
}

TEST_CASE("every kind of chart is drawn", "[brief][latex]") {
    for (const brief::Chart& chart : tests::charts_of_every_kind()) {
        brief::Document document;
        document.sections = {{.charts = {chart}}};
        const std::string paper = write_latex(document);
        CAPTURE(chart.id);
        CHECK(count_of(paper, "\\begin{axis}") == 1);
        for (const brief::ChartEvent& event : chart.events) {
            CHECK(holds(paper, "{" + text_of(event.label) + "};"));
        }
    }
}

TEST_CASE("a chart without values is a title and words", "[brief][latex]") {
    brief::Document document;
    document.sections = {{.charts = {{.id = "none",
                                      .title = "Nothing known",
                                      .place_label = "",
                                      .places = {},
                                      .value_label = "",
                                      .series = {}}}}};
    const std::string paper = write_latex(document);
    CHECK(holds(paper, "Nothing known"));
    CHECK(!holds(paper, "\\begin{tikzpicture}"));
}

TEST_CASE("the same document is the same paper", "[brief][latex]") {
    CHECK(write_latex(tests::sample_document()) == write_latex(tests::sample_document()));
}
