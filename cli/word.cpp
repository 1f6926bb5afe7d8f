#include "burden/cli/word.hpp"

#include <chrono>
#include <cstdio>
#include <cstring>
#include <utility>

#include "burden/brief/figure_text.hpp"
#include "burden/brief/shared.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/cli/other_program.hpp"

namespace burden::cli {
namespace {

using brief::Cell;
using brief::Column;
using brief::Row;
using brief::Section;
using brief::Table;

std::string escaped(const std::string& words) {
    std::string text;
    for (const char c : brief::harmless(words)) {
        switch (c) {
            case '&':
                text += "&amp;";
                break;
            case '<':
                text += "&lt;";
                break;
            case '>':
                text += "&gt;";
                break;
            case '"':
                text += "&quot;";
                break;
            default:
                text += c;
        }
    }
    return text;
}

std::string in(const std::string& tag, const std::string& inner) {
    return inner.empty() ? "" : "<" + tag + ">" + inner + "</" + tag + ">\n";
}

/// A document as the plain pages that pandoc reads: headings, lists and tables with grouped heads.
class Page {
public:
    explicit Page(const brief::Document& document) : document_(document) {}

    std::string html() const {
        std::string text = "<!DOCTYPE html>\n<html lang=\"";
        text += document_.language == brief::Language::ja ? "ja" : "en";
        text +=
            "\"><head><meta charset=\"utf-8\"><title>" + escaped(document_.title) + "</title></head><body>\n";
        text += document_.as_of.empty() ? "" : in("p", own("As of") + " " + escaped(document_.as_of));
        text += document_.question.empty() ? "" : in("p", "<em>" + escaped(document_.question) + "</em>");
        text += list("Findings", escaped_all(document_.findings));
        for (const Section& section : document_.sections) {
            text += section_text(section);
        }
        text += list("Assumptions", escaped_all(document_.assumptions));
        text += list("What this leaves out", escaped_all(document_.left_out));
        text += list("Notes", escaped_all(document_.notes), "ol");
        std::vector<std::string> sources;
        for (const brief::Citation& source : document_.sources) {
            sources.push_back(citation(source));
        }
        text += list("Sources", sources);
        text += list("To make this again", codes(document_.again));
        return text + list("See", codes(document_.see)) + "</body></html>\n";
    }

private:
    std::string own(const char* word) const { return escaped(brief::translated(word, document_.language)); }

    static std::vector<std::string> escaped_all(const std::vector<std::string>& texts) {
        std::vector<std::string> result;
        for (const std::string& text : texts) {
            result.push_back(escaped(text));
        }
        return result;
    }
    static std::vector<std::string> codes(const std::vector<std::string>& commands) {
        std::vector<std::string> result;
        for (const std::string& command : commands) {
            result.push_back("<code>" + escaped(command) + "</code>");
        }
        return result;
    }

    std::string list(const char* heading, const std::vector<std::string>& items,
                     const std::string& kind = "ul") const {
        std::string text;
        for (const std::string& item : items) {
            text += "<li>" + item + "</li>\n";
        }
        return items.empty() ? "" : in("h3", own(heading)) + in(kind, text);
    }

    static std::string citation(const brief::Citation& source) {
        const std::string title = escaped(source.title.empty() ? source.key : source.title);
        const bool linked = brief::is_web_page(source.address);
        std::string text = escaped(source.key) + ": ";
        text += linked
                    ? "<a href=\"" + escaped(brief::encoded_address(source.address)) + "\">" + title + "</a>"
                    : title;
        for (const std::string* part : {&source.publisher, &source.published}) {
            text += part->empty() ? "" : ", " + escaped(*part);
        }
        return text + (linked || source.address.empty() ? "" : ", " + escaped(source.address));
    }

    std::string section_text(const Section& section) const {
        std::string text = in("h1", escaped(section.heading));
        for (const std::string& paragraph : section.text) {
            text += in("p", escaped(paragraph));
        }
        const auto tables = brief::tables_for_people(section);
        for (const brief::Chart& chart : section.charts) {
            text += in("h2", escaped(chart.title)) + in("p", escaped(brief::alt_text(chart)));
            if (!brief::show(tables, chart)) {
                Table table = brief::chart_table(chart);
                table.title.clear();
                text += table_text(table) + legend({&table});
            }
        }
        for (const Table* table : tables) {
            text += table_text(*table);
        }
        text += legend(tables);
        text += list("Basis", escaped_all(brief::basis_lines(section)));
        text += list("Warning", escaped_all(section.warnings));
        return text +
               (section.command.empty() ? "" : in("p", "<code>" + escaped(section.command) + "</code>"));
    }

    static std::string legend(const std::vector<const Table*>& tables) {
        std::string text;
        for (const auto& [mark, meaning] : brief::marks_borne(tables)) {
            text += (text.empty() ? "" : " · ") + escaped(mark) + " " + escaped(meaning);
        }
        return in("p", text);
    }

    static std::string table_text(const Table& table) {
        std::string text = in("h2", escaped(table.title));
        text += table.caption.empty() ? "" : in("p", "<em>" + escaped(table.caption) + "</em>");
        if (table.columns.empty()) {
            return text;
        }
        std::string body;
        for (const Row& row : table.rows) {
            body += in("tr", row_text(row, table));
        }
        return text + in("table", in("thead", heads(table)) + in("tbody", body));
    }

    static std::string heads(const Table& table) {
        std::string groups;
        std::string labels;
        bool any = false;
        for (std::size_t first = 0; first < table.columns.size();) {
            const std::string& group = table.columns[first].group;
            std::size_t end = first + 1;
            while (end < table.columns.size() && table.columns[end].group == group) {
                ++end;
            }
            any = any || !group.empty();
            groups += "<th style=\"text-align:center\" colspan=\"" + std::to_string(end - first) + "\">" +
                      escaped(group) + "</th>";
            first = end;
        }
        for (const Column& column : table.columns) {
            const bool said = column.unit.empty() || brief::caption_says(table.caption, column.unit);
            const std::string unit = said ? "" : " (" + column.unit + ")";
            labels += opening("th", column) + escaped(column.label + unit) + "</th>";
        }
        return (any ? in("tr", groups) : "") + in("tr", labels);
    }

    static std::string opening(const std::string& tag, const Column& column) {
        std::string text = "<" + tag;
        text += " style=\"text-align:";
        text += column.words ? "left" : "right";
        return text + "\">";
    }

    static std::string row_text(const Row& row, const Table& table) {
        std::string text;
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            std::string cell = cell_text(row.cells[at], table.columns[at]);
            cell += at == 0 && !row.mark.empty() ? " " + escaped(row.mark) : "";
            // A word processor's table has no rules of its own: totals are bold.
            const bool bold = row.rule_above && !cell.empty();
            text +=
                opening("td", table.columns[at]) + (bold ? "<strong>" + cell + "</strong>" : cell) + "</td>";
        }
        return text;
    }

    static std::string cell_text(const Cell& cell, const Column& column) {
        std::string text;
        if (const auto* figure = std::get_if<brief::Figure>(&cell.content)) {
            text = brief::figure_text(*figure, column);
        } else if (const auto* words = std::get_if<std::string>(&cell.content)) {
            text = escaped(*words);
        } else if (!column.words) {
            text = "–";
        }
        std::string notes;
        for (const int note : cell.notes) {
            notes += (notes.empty() ? "" : ",") + std::to_string(note);
        }
        return text + (notes.empty() ? "" : "<sup>" + notes + "</sup>");
    }

    const brief::Document& document_;
};

/// The time that the document bears as a variable, so that the same document gives the same bytes.
std::string epoch_of(const std::string& as_of) {
    std::chrono::year_month_day day = std::chrono::year(2000) / 1 / 1;
    int year = 0;
    unsigned month = 0;
    unsigned of_month = 0;
    if (std::sscanf(as_of.c_str(), "%4d-%2u-%2u", &year, &month, &of_month) == 3 && year >= 1980) {
        const std::chrono::year_month_day stated{std::chrono::year(year), std::chrono::month(month),
                                                 std::chrono::day(of_month)};
        day = stated.ok() ? stated : day;
    }
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::sys_days(day).time_since_epoch());
    return "SOURCE_DATE_EPOCH=" + std::to_string(seconds.count());
}

inputs::Diagnostic refusal(const std::string& message) {
    return {.message = message, .hint = "md, html, latex, csv, json and xlsx are written without it"};
}

inputs::Diagnostic not_started(const OtherProgram& pandoc) {
    if (pandoc.is_missing()) {
        return {
            .message = "a Word document is made by pandoc, which is not installed",
            .hint =
                "on Debian and Ubuntu: sudo apt-get install pandoc; md, html, latex, csv, json and xlsx are "
                "written without it"};
    }
    return refusal(std::string("pandoc could not be started: ") + std::strerror(pandoc.not_started));
}

}  // namespace

inputs::Reading<std::string> word_document(const brief::Document& document) {
    OtherProgram pandoc = run_other({"pandoc", "--from=html", "--to=docx", "--output=-"},
                                    Page(document).html(), {epoch_of(document.as_of)});
    if (pandoc.no_room) {
        return refusal("pandoc cannot be given the document: no temporary file can be written");
    }
    if (pandoc.not_started != 0) {
        return not_started(pandoc);
    }
    if (pandoc.status != 0 || !pandoc.out.starts_with("PK")) {
        std::string message = "pandoc could not make the Word document";
        if (const std::string reason = brief::harmless(pandoc.err.substr(0, 400)); !reason.empty()) {
            message += ": ";
            message += reason;
        }
        return refusal(message);
    }
    return std::move(pandoc.out);
}

}  // namespace burden::cli
