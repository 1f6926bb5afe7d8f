#include "burden/brief/write_html.hpp"

#include <algorithm>

#include "answers.hpp"
#include "burden/brief/figure_text.hpp"
#include "burden/brief/page_files.hpp"
#include "latex/sample.hpp"
#include "support/catch.hpp"

using namespace burden;
using brief::write_html;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t result = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
        ++result;
    }
    return result;
}

/// A page from its body on, without the script at its end.
std::string body_of(const brief::Document& document) {
    const std::string page = write_html(document);
    const std::size_t begin = page.find("<main>");
    return page.substr(begin, page.find("</main>") - begin);
}

std::string body_of(const brief::Answer& answer) { return body_of(document_of(answer)); }

std::string body_with_cell(const std::string& text) {
    return body_of(brief::Answer{.command = "t",
                                 .tables = {{.id = "t",
                                             .title = "T",
                                             .columns = {{.key = "k", .label = "k", .words = true}},
                                             .rows = {{.cells = {text}}}}}});
}

}  // namespace

TEST_CASE("a table of a page has groups, marks, totals, notes and its unit once", "[brief][html]") {
    const std::string body = body_of(tests::two_targets());
    CHECK(body.find("<caption><span>JPY tn, current prices</span></caption>\n<thead>\n"
                    "<tr><th scope=\"col\" class=\"words\" rowspan=\"2\">FY</th>"
                    "<th scope=\"col\" rowspan=\"2\">GDP</th>"
                    "<th scope=\"colgroup\" class=\"group\" colspan=\"2\">2 %</th>"
                    "<th scope=\"colgroup\" class=\"group\" colspan=\"2\">5 %</th></tr>\n") !=
          std::string::npos);
    CHECK(body.find("<th scope=\"row\" class=\"words\">2025 <span class=\"mark\">e</span></th>"
                    "<td>667.2</td><td>1.65</td><td>–</td>") != std::string::npos);
    CHECK(body.find("<tr class=\"total\"><th scope=\"row\" class=\"words\">extra, a year</th>") !=
          std::string::npos);
    CHECK(body.find("<td>5.8<sup><a href=\"#note-1\" aria-label=\"Note 1\">1</a></sup></td>") !=
          std::string::npos);
    CHECK(body.find("<b>e</b> estimate · <b>p</b> projection</p>") != std::string::npos);
    CHECK(body.find("extended") == std::string::npos);
    CHECK(count(body, "JPY tn") == 1);
}

TEST_CASE("a page has every note, source, warning and line of the basis of its answer", "[brief][html]") {
    const brief::Answer answer = tests::two_targets();
    const std::string body = body_of(answer);
    CHECK(body.find("<h1>Japan: what 2 % and 5 % cost</h1>") != std::string::npos);
    CHECK(body.find("<li id=\"note-1\">The government counts 2 % against GDP of FY2022.</li>") !=
          std::string::npos);
    CHECK(body.find("<li>GDP: IMF, April 2026</li>") != std::string::npos);
    CHECK(body.find("Path linear in the share. Extra over holding 1.65 %.") != std::string::npos);
    CHECK(body.find("<li>The budget of FY2026 is a request.</li>") != std::string::npos);
    CHECK(body.find(
              "<b>JIJI2025</b> <a rel=\"noopener noreferrer\" href=\"https://example.org/a%20b\">Budget</a>"
              ", Jiji Press, 2025-11-28") != std::string::npos);
    CHECK(body.find("<code>burden ratio jpn FY2025</code>") != std::string::npos);
}

TEST_CASE("a document's page says its question, findings, assumptions and what it leaves out",
          "[brief][html]") {
    const std::string body = body_of(brief::Document{.command = "brief",
                                                     .title = "A title",
                                                     .question = "What does it cost?",
                                                     .findings = {"Much."},
                                                     .sections = {{.heading = "A part", .text = {"Said."}}},
                                                     .assumptions = {"Growth goes on."},
                                                     .left_out = {"Pensions."},
                                                     .as_of = "2026-11-22",
                                                     .again = {"burden brief <file>"}});
    for (const char* part : {"<h1>A title</h1>", "<p class=\"question\">What does it cost?</p>",
                             "<time datetime=\"2026-11-22\">2026-11-22</time>", "<li>Much.</li>",
                             "<h2>A part</h2>\n<p>Said.</p>", "<li>Growth goes on.</li>",
                             "<li>Pensions.</li>", "<code>burden brief &lt;file&gt;</code>"}) {
        CAPTURE(part);
        CHECK(body.find(part) != std::string::npos);
    }
}

TEST_CASE("a page shows each figure as every writer for people does", "[brief][html]") {
    const brief::Answer answer = tests::two_targets();
    const std::string body = body_of(answer);
    for (const brief::Row& row : answer.tables.front().rows) {
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            if (const auto* figure = std::get_if<brief::Figure>(&row.cells[at].content)) {
                const std::string shown = figure_text(*figure, answer.tables.front().columns[at]);
                CAPTURE(shown);
                CHECK(body.find(">" + shown + "<") != std::string::npos);
            }
        }
    }
}

TEST_CASE("what a page would act upon is escaped", "[brief][html]") {
    CHECK(body_with_cell("<script>alert(1)</script>").find("&lt;script&gt;alert(1)&lt;/script&gt;") !=
          std::string::npos);
    CHECK(body_with_cell("a & \"b\" 'c'").find("a &amp; &quot;b&quot; &#39;c&#39;") != std::string::npos);
    CHECK(body_with_cell("two\nlines \x1b[31m \u202Eyen").find("two lines \uFFFD[31m \uFFFDyen") !=
          std::string::npos);
}

TEST_CASE("hostile text adds no element, script or link to a page", "[brief][html]") {
    const std::string page = write_html(tests::hostile_document());
    const std::string body = body_of(tests::hostile_document());
    CHECK(page.find_first_of("\x1b\x07\xff\r") == std::string::npos);
    CHECK(page.find("href=\"javascript") == std::string::npos);
    CHECK(count(body, "<script") == count(body, "<script type=\"application/json\">"));
    CHECK(count(body, "<script") == count(body, "</script>"));
    const std::string answer = body_of(tests::hostile_answer());
    CHECK(answer.find("<b>*x*") == std::string::npos);
    CHECK(answer.find("href=\"javascript") == std::string::npos);
}

TEST_CASE("no text of a chart can end the data that it stands in", "[brief][html]") {
    brief::Document document{.command = "t", .title = "T", .sections = {{}}};
    document.sections.front().charts = {tests::path_chart()};
    document.sections.front().charts.front().series.front().label = "</script><script>alert(1)</script><!--";
    const std::string body = body_of(document);
    CHECK(body.find("<script>alert") == std::string::npos);
    CHECK(body.find("<!--") == std::string::npos);
    CHECK(count(body, "</script>") == (brief::page_script().empty() ? 0 : 1));
}

TEST_CASE("a page forbids every script but its own, which stands in it once", "[brief][html]") {
    brief::Document document{.command = "t", .title = "T", .sections = {{}}};
    document.sections.front().charts = tests::charts_of_every_kind();
    const std::string page = write_html(document);
    const std::string hash(brief::page_script_hash());
    CHECK(page.find("default-src 'none'") != std::string::npos);
    CHECK(page.find(hash.empty() ? "script-src 'none'" : "script-src 'sha256-" + hash + "'") !=
          std::string::npos);
    CHECK(count(page, "<script>") == (brief::page_script().empty() ? 0 : 1));
    CHECK(brief::page_script().empty() == brief::page_licences().empty());
    CHECK(count(page, "<figure") == document.sections.front().charts.size());
    CHECK(count(page, "<details open>") == document.sections.front().charts.size());
}

TEST_CASE("a page without charts has no script", "[brief][html]") {
    CHECK(write_html(document_of(tests::two_targets())).find("<script") == std::string::npos);
}

TEST_CASE("a page names its language", "[brief][html]") {
    brief::Document document = document_of(tests::two_targets());
    CHECK(write_html(document).find("<html lang=\"en\">") != std::string::npos);
    document.language = brief::Language::ja;
    const std::string page = write_html(document);
    CHECK(page.find("<html lang=\"ja\">") != std::string::npos);
    CHECK(page.find("<h2>" + brief::translated("Sources", brief::Language::ja) + "</h2>") !=
          std::string::npos);
}

TEST_CASE("a column without words has no head that is read out", "[brief][html]") {
    const std::string body = body_of(brief::Answer{
        .command = "t",
        .tables = {{.id = "t",
                    .title = "T",
                    .columns = {{.key = "bar", .label = "", .words = true}, {.key = "k", .label = "k"}},
                    .rows = {{.cells = {"█", "policy"}}}}}});
    CHECK(body.find("<thead>\n<tr><td class=\"words\"></td><th scope=\"col\">k</th></tr>") !=
          std::string::npos);
}
