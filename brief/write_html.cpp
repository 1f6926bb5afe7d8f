#include "burden/brief/write_html.hpp"

#include <algorithm>
#include <cmath>

#include "burden/brief/display_width.hpp"
#include "burden/brief/figure_text.hpp"
#include "burden/brief/page_files.hpp"
#include "burden/brief/shared.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/brief/write_vega.hpp"

namespace burden::brief {
namespace {

/// A text as it stands between tags and inside quoted attributes alike.
std::string escaped(std::string_view words) {
    std::string text;
    for (const char c : harmless(words)) {
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
            case '\'':
                text += "&#39;";
                break;
            default:
                text += c;
        }
    }
    return text;
}

/// JSON as it stands in a data block: no text in it can end the block. Signs of markup occur in strings
/// alone.
std::string inside_script(const std::string& json) {
    std::string text;
    text.reserve(json.size());
    for (const char c : json) {
        text += c == '<' ? "\\u003c" : c == '>' ? "\\u003e" : c == '&' ? "\\u0026" : std::string(1, c);
    }
    return text;
}

/// Digits behind the point of a figure as it is shown.
std::size_t digits_behind_point(const std::string& shown) {
    const std::size_t point = shown.find('.');
    return point == std::string::npos ? 0 : shown.size() - point - 1;
}

/// What is written of a document, one part after another.
class Page {
public:
    explicit Page(const Document& document) : document_(document) {}

    std::string html() {
        add_head();
        text_ += "<body>\n<main>\n";
        add_header();
        add_list("Findings", document_.findings, "findings");
        for (const Section& section : document_.sections) {
            add_section(section);
        }
        add_list("Assumptions", document_.assumptions, "assumptions");
        add_list("What this leaves out", document_.left_out, "left-out");
        add_notes();
        add_sources();
        add_commands("To make this again", document_.again);
        add_commands("See", document_.see);
        text_ += "</main>\n";
        if (charts_ > 0 && !page_script().empty()) {
            // The script is most of a page: it is put in place once, and not moved for what comes behind it.
            constexpr std::size_t around = 64;
            text_.reserve(text_.size() + page_script().size() + around);
            text_ += "<script>";
            text_ += page_script();
            text_ += "</script>\n";
        }
        text_ += "</body>\n</html>\n";
        return std::move(text_);
    }

private:
    std::string word(std::string_view english) const {
        return escaped(translated(english, document_.language));
    }

    /// What the page is about, in words: a document that has no title has that of its first table.
    const std::string& title() const {
        static const std::string none = "Burden";
        const std::string* result = &document_.title;
        for (const Section& section : document_.sections) {
            for (const Table* table : tables_for_people(section)) {
                result = result->empty() ? &table->title : result;
            }
            for (const Chart& chart : section.charts) {
                result = result->empty() ? &chart.title : result;
            }
        }
        return result->empty() ? none : *result;
    }

    void add_head() {
        const std::string hash(page_script_hash());
        text_ += "<!DOCTYPE html>\n<html lang=\"";
        text_ += document_.language == Language::ja ? "ja" : "en";
        text_ +=
            "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"";
        text_ += "default-src 'none'; style-src 'unsafe-inline'; script-src ";
        text_ += hash.empty() ? "'none'" : "'sha256-" + hash + "'";
        text_ += "; base-uri 'none'; form-action 'none'\">\n";
        text_ +=
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n"
            "<meta name=\"generator\" content=\"burden\">\n<title>";
        text_ += escaped(title());
        text_ += "</title>\n<style>\n";
        text_ += page_style();
        text_ += "</style>\n</head>\n";
    }

    void add_header() {
        text_ += "<header>\n<h1>" + escaped(title()) + "</h1>\n";
        if (!document_.question.empty()) {
            text_ += "<p class=\"question\">" + escaped(document_.question) + "</p>\n";
        }
        if (!document_.as_of.empty()) {
            text_ += "<p class=\"as-of\">" + word("As of") + " <time datetime=\"" + escaped(document_.as_of) +
                     "\">" + escaped(document_.as_of) + "</time></p>\n";
        }
        text_ += "</header>\n";
    }

    void add_heading(std::string_view heading) { text_ += "<h2>" + word(heading) + "</h2>\n"; }

    void add_items(const std::vector<std::string>& items) {
        text_ += "<ul>\n";
        for (const std::string& item : items) {
            text_ += "<li>" + escaped(item) + "</li>\n";
        }
        text_ += "</ul>\n";
    }

    void add_list(std::string_view heading, const std::vector<std::string>& items, std::string_view name) {
        if (items.empty()) {
            return;
        }
        text_ += "<section class=\"" + std::string(name) + "\">\n";
        add_heading(heading);
        add_items(items);
        text_ += "</section>\n";
    }

    void add_section(const Section& section) {
        text_ += "<section>\n";
        if (!section.heading.empty()) {
            text_ += "<h2>" + escaped(section.heading) + "</h2>\n";
        }
        for (const std::string& paragraph : section.text) {
            text_ += "<p>" + escaped(paragraph) + "</p>\n";
        }
        for (const Chart& chart : section.charts) {
            add_chart(chart);
        }
        const auto tables = tables_for_people(section);
        for (const Table* table : tables) {
            add_table(*table);
        }
        add_legend(marks_borne(tables));
        const auto basis = basis_lines(section);
        if (!basis.empty()) {
            text_ += "<div class=\"basis\"><p class=\"label\">" + word("Basis") + "</p>\n";
            add_items(basis);
            text_ += "</div>\n";
        }
        if (!section.warnings.empty()) {
            text_ += "<div class=\"warning\" role=\"note\"><p class=\"label\">" + word("Warning") + "</p>\n";
            add_items(section.warnings);
            text_ += "</div>\n";
        }
        if (!section.command.empty()) {
            text_ += "<p class=\"command\"><code>" + escaped(section.command) + "</code></p>\n";
        }
        text_ += "</section>\n";
    }

    void add_legend(const std::vector<std::pair<std::string, std::string>>& marks) {
        if (marks.empty()) {
            return;
        }
        text_ += "<p class=\"marks\">";
        for (std::size_t at = 0; at < marks.size(); ++at) {
            text_ += at == 0 ? "" : " · ";
            text_ += "<b>" + escaped(marks[at].first) + "</b> " + escaped(marks[at].second);
        }
        text_ += "</p>\n";
    }

    // Tables

    std::string notes_at(const Cell& cell) const {
        std::string text;
        for (const int note : cell.notes) {
            const std::string number = std::to_string(note);
            const bool there = note > 0 && static_cast<std::size_t>(note) <= document_.notes.size();
            text += text.empty() ? "" : ",";
            text += there ? "<a href=\"#note-" + number + "\" aria-label=\"" + word("Note") + " " + number +
                                "\">" + number + "</a>"
                          : number;
        }
        return text.empty() ? text : "<sup>" + text + "</sup>";
    }

    void add_table(const Table& table, bool hidden_title = false) {
        ++tables_;
        const std::string id = "table-" + std::to_string(tables_);
        // What is the heading of the page is not said again over its first table.
        const bool titled = !table.title.empty() && table.title != title() && !hidden_title;
        const bool captioned = titled || !table.caption.empty();
        // Paper is turned for a table that needs it.
        constexpr int widest_upright = 96;
        const int width = width_of(table);
        text_ += "<div class=\"scroll";
        text_ += width > widest_upright ? " wide\" style=\"--columns:" + std::to_string(width) : "";
        text_ += "\" tabindex=\"0\" role=\"group\" aria-label=\"" +
                 (table.title.empty() ? word("Table") : escaped(table.title)) + "\">\n<table id=\"" + id +
                 "\">\n";
        if (captioned) {
            text_ += "<caption>";
            text_ += titled ? "<b>" + escaped(table.title) + "</b> " : "";
            text_ += table.caption.empty() ? "" : "<span>" + escaped(table.caption) + "</span>";
            text_ += "</caption>\n";
        }
        add_table_head(table);
        text_ += "<tbody>\n";
        const auto digits = most_digits(table);
        for (const Row& row : table.rows) {
            add_row(row, table, digits);
        }
        text_ += "</tbody>\n</table>\n</div>\n";
    }

    /// Roughly how many columns of text a table takes, long words wrapped.
    static int width_of(const Table& table) {
        constexpr int longest_line = 24;
        constexpr int gap = 3;
        int width = 0;
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            const Column& column = table.columns[at];
            int widest = longest_word(harmless(column.label));
            for (const Row& row : table.rows) {
                const Cell& cell = row.cells[at];
                if (const auto* figure = std::get_if<Figure>(&cell.content)) {
                    widest = std::max(widest, display_width(figure_text(*figure, column)));
                } else if (const auto* words = std::get_if<std::string>(&cell.content)) {
                    widest = std::max({widest, std::min(display_width(harmless(*words)), longest_line),
                                       longest_word(harmless(*words))});
                }
            }
            width += widest + gap;
        }
        return width;
    }

    /// The label of a column with its unit, where the caption does not say it for all.
    static std::string head(const Column& column, const Table& table) {
        std::string text = escaped(column.label);
        if (!column.unit.empty() && !caption_says(table.caption, column.unit)) {
            text += (text.empty() ? "" : " ") + ("<span class=\"unit\">" + escaped(column.unit) + "</span>");
        }
        return text;
    }

    /// What has no words is the head of nothing.
    static std::string head_cell(const std::string& words, const std::string& attributes) {
        return words.empty() ? "<td" + attributes + "></td>"
                             : "<th scope=\"col\"" + attributes + ">" + words + "</th>";
    }

    void add_table_head(const Table& table) {
        const auto& columns = table.columns;
        const bool grouped = std::any_of(columns.begin(), columns.end(),
                                         [](const Column& column) { return !column.group.empty(); });
        std::string upper;
        std::string lower;
        for (std::size_t at = 0; at < columns.size();) {
            const std::string side = columns[at].words ? " class=\"words\"" : "";
            if (columns[at].group.empty()) {
                upper += head_cell(head(columns[at], table), side + (grouped ? " rowspan=\"2\"" : ""));
                ++at;
                continue;
            }
            std::size_t end = at;
            for (; end < columns.size() && columns[end].group == columns[at].group; ++end) {
                lower += head_cell(head(columns[end], table),
                                   std::string(columns[end].words ? " class=\"words" : " class=\"") +
                                       (end == at ? " begins\"" : "\""));
            }
            upper += "<th scope=\"colgroup\" class=\"group\" colspan=\"" + std::to_string(end - at) + "\">" +
                     escaped(columns[at].group) + "</th>";
            at = end;
        }
        text_ +=
            "<thead>\n<tr>" + upper + "</tr>\n" + (grouped ? "<tr>" + lower + "</tr>\n" : "") + "</thead>\n";
    }

    /// The most digits behind the point in each column: what shows fewer stands as far in.
    static std::vector<std::size_t> most_digits(const Table& table) {
        std::vector<std::size_t> result(table.columns.size(), 0);
        for (const Row& row : table.rows) {
            for (std::size_t at = 0; at < row.cells.size(); ++at) {
                if (const auto* figure = std::get_if<Figure>(&row.cells[at].content)) {
                    const int places = figure->places.value_or(table.columns[at].places);
                    result[at] = std::max(result[at], static_cast<std::size_t>(std::max(places, 0)));
                }
            }
        }
        return result;
    }

    void add_row(const Row& row, const Table& table, const std::vector<std::size_t>& digits) {
        text_ += row.rule_above ? "<tr class=\"total\">" : "<tr>";
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            const Cell& cell = row.cells[at];
            const Column& column = table.columns[at];
            std::string shown;
            std::string classes = column.words ? "words" : "";
            if (const auto* figure = std::get_if<Figure>(&cell.content)) {
                shown = figure_text(*figure, column);
                const std::size_t missing = digits[at] - std::min(digits[at], digits_behind_point(shown));
                if (missing > 0) {
                    classes += std::string(classes.empty() ? "" : " ") + "in-" +
                               std::to_string(std::min<std::size_t>(missing, 6));
                    classes += digits_behind_point(shown) == 0 ? " whole" : "";
                }
            } else if (const auto* words = std::get_if<std::string>(&cell.content)) {
                constexpr int long_words = 16;
                shown = escaped(*words);
                classes += column.words && display_width(harmless(*words)) > long_words ? " long" : "";
            } else if (!column.words) {
                shown = "–";
            }
            const bool heads = at == 0 && !shown.empty();
            text_ += heads ? "<th scope=\"row\"" : "<td";
            text_ += classes.empty() ? "" : " class=\"" + classes + "\"";
            if (cell.shade) {
                const auto part = std::lround(std::clamp(*cell.shade, 0.0, 1.0) * 100);
                text_ += " style=\"--shade:" + std::to_string(part) + "\"";
            }
            text_ += ">" + shown + notes_at(cell);
            if (at == 0 && !row.mark.empty()) {
                text_ += " <span class=\"mark\">" + escaped(row.mark) + "</span>";
            }
            text_ += heads ? "</th>" : "</td>";
        }
        text_ += "</tr>\n";
    }

    // Charts

    void add_chart(const Chart& chart) {
        ++charts_;
        const std::string number = std::to_string(charts_);
        const bool drawn = !page_script().empty();
        text_ += "<figure class=\"chart\" id=\"chart-" + number + "\">\n<figcaption><b>" +
                 escaped(chart.title) + "</b>";
        text_ += chart.caption.empty() ? "" : " <span>" + escaped(chart.caption) + "</span>";
        text_ += "</figcaption>\n";
        if (drawn) {
            text_ += "<div class=\"drawing\" role=\"img\" aria-label=\"" + escaped(alt_text(chart)) +
                     "\" hidden></div>\n<script type=\"application/json\">" +
                     inside_script(vega_lite(chart, document_.language)) + "</script>\n";
            text_ +=
                "<noscript><p class=\"without\">" +
                word("Charts are drawn by a script, and none runs here. The table has the same figures.") +
                "</p></noscript>\n";
        } else {
            text_ += "<p class=\"without\">" +
                     word("This program was built without charts on pages. The table has the same figures.") +
                     "</p>\n";
        }
        add_chart_legend(chart);
        // Open until the script has drawn the chart.
        text_ += "<details open>\n<summary>" + word("Figures of this chart") + "</summary>\n";
        add_table(chart_table(chart), true);
        text_ += "</details>\n";
        if (drawn) {
            text_ += "<p class=\"save\" hidden>" + word("Save as") +
                     " <button type=\"button\" value=\"svg\">SVG</button>"
                     " <button type=\"button\" value=\"png\">PNG</button></p>\n";
        }
        text_ += "</figure>\n";
    }

    /// Points that bear a mark are hollow; the table below explains marks in the same words.
    void add_chart_legend(const Chart& chart) {
        std::vector<std::pair<std::string, std::string>> borne;
        bool lines = false;
        for (const ChartSeries& series : chart.series) {
            for (const ChartPoint& point : series.points) {
                lines = lines || (series.mark == ChartMark::line && !point.mark.empty());
                for (const auto& mark : chart.marks) {
                    if (mark.first == point.mark &&
                        std::find(borne.begin(), borne.end(), mark) == borne.end()) {
                        borne.push_back(mark);
                    }
                }
            }
        }
        if (lines && !borne.empty() && !page_script().empty()) {
            text_ += "<p class=\"marks\"><span class=\"hollow\" aria-hidden=\"true\"></span> ";
            for (std::size_t at = 0; at < borne.size(); ++at) {
                text_ += (at == 0 ? "" : " · ") + ("<b>" + escaped(borne[at].first) + "</b> ") +
                         escaped(borne[at].second);
            }
            text_ += "</p>\n";
        } else {
            add_legend(borne);
        }
    }

    // What must be known to read it

    void add_notes() {
        if (document_.notes.empty()) {
            return;
        }
        text_ += "<section class=\"notes\">\n";
        add_heading("Notes");
        text_ += "<ol>\n";
        for (std::size_t at = 0; at < document_.notes.size(); ++at) {
            text_ +=
                "<li id=\"note-" + std::to_string(at + 1) + "\">" + escaped(document_.notes[at]) + "</li>\n";
        }
        text_ += "</ol>\n</section>\n";
    }

    void add_sources() {
        if (document_.sources.empty()) {
            return;
        }
        text_ += "<section class=\"sources\">\n";
        add_heading("Sources");
        text_ += "<ul>\n";
        for (const Citation& source : document_.sources) {
            const std::string title = escaped(source.title.empty() ? source.key : source.title);
            const bool linked = is_web_page(source.address);
            text_ += "<li><b>" + escaped(source.key) + "</b> ";
            text_ += linked ? "<a rel=\"noopener noreferrer\" href=\"" +
                                  escaped(encoded_address(source.address)) + "\">" + title + "</a>"
                            : title;
            for (const std::string* part : {&source.publisher, &source.published}) {
                text_ += part->empty() ? "" : ", " + escaped(*part);
            }
            // On paper a link is its address.
            if (!source.address.empty()) {
                text_ += std::string(linked ? "<span class=\"address\">" : "<span>") + ", " +
                         escaped(source.address) + "</span>";
            }
            text_ += "</li>\n";
        }
        text_ += "</ul>\n</section>\n";
    }

    void add_commands(std::string_view heading, const std::vector<std::string>& commands) {
        if (commands.empty()) {
            return;
        }
        text_ += "<section class=\"commands\">\n";
        add_heading(heading);
        for (const std::string& command : commands) {
            text_ += "<pre tabindex=\"0\"><code>" + escaped(command) + "</code></pre>\n";
        }
        text_ += "</section>\n";
    }

    const Document& document_;
    std::string text_;
    std::size_t tables_ = 0;
    std::size_t charts_ = 0;
};

}  // namespace

std::string write_html(const Document& document) { return Page(document).html(); }

}  // namespace burden::brief
