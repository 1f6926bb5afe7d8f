#include <algorithm>
#include <string_view>

#include "burden/brief/figure_text.hpp"
#include "burden/brief/shared.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/brief/write.hpp"

namespace burden::brief {
namespace {

/// Where the sign stands that would begin a list or a rule if `text` begins a line: "- ", "---", "1. ".
std::size_t line_sign(std::string_view text) {
    const std::size_t at = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string_view signs = at > 0 ? ".)" : "-+";
    const bool sign = at < text.size() && signs.find(text[at]) != std::string_view::npos;
    const bool apart = at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '-';
    return sign && apart ? at : std::string_view::npos;
}

/// A text that reads as it stands wherever Markdown puts it. `$` would begin a formula on some pages.
std::string escaped(const std::string& words) {
    static constexpr std::string_view special = "\\|*_`<>[]#~&$";
    std::string plain = harmless(words);
    plain.erase(0, plain.find_first_not_of(' '));
    plain.resize(plain.find_last_not_of(' ') + 1);
    const std::size_t sign = line_sign(plain);
    std::string text;
    for (std::size_t at = 0; at < plain.size(); ++at) {
        if (at == sign || special.find(plain[at]) != std::string_view::npos) {
            text += '\\';
        }
        text += plain[at];
    }
    return text;
}

std::string citation(const Citation& source) {
    const std::string title = escaped(source.title.empty() ? source.key : source.title);
    const bool linked = is_web_page(source.address);
    std::string text = escaped(source.key) + ": ";
    text += linked ? "[" + title + "](" + encoded_address(source.address) + ")" : title;
    for (const std::string* part : {&source.publisher, &source.published}) {
        text += part->empty() ? "" : ", " + escaped(*part);
    }
    return text + (linked || source.address.empty() ? "" : ", " + escaped(source.address));
}

std::string cell_text(const Cell& cell, const Column& column) {
    std::string text;
    if (const auto* figure = std::get_if<Figure>(&cell.content)) {
        text = figure_text(*figure, column);
    } else if (const auto* words = std::get_if<std::string>(&cell.content)) {
        text = escaped(*words);
    } else if (!column.words) {
        text = "–";
    }
    return text + superscript(cell.notes);
}

std::string head(const Column& column) {
    std::string text = escaped(column.group);
    text += text.empty() || column.label.empty() ? "" : ": ";
    text += escaped(column.label);
    if (!column.unit.empty()) {
        text += (text.empty() ? "(" : " (") + escaped(column.unit) + ")";
    }
    return text;
}

/// A row between pipes; an empty cell is one space.
std::string line_of(const std::vector<std::string>& cells) {
    std::string line = "|";
    for (const std::string& cell : cells) {
        line += cell.empty() ? " |" : " " + cell + " |";
    }
    return line + '\n';
}

std::string row_text(const Row& row, const Table& table) {
    std::vector<std::string> cells;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        cells.push_back(cell_text(row.cells[at], table.columns[at]));
    }
    if (!row.mark.empty() && !cells.empty()) {
        cells.front() += (cells.front().empty() ? "" : " ") + escaped(row.mark);
    }
    if (row.rule_above && !cells.empty() && !cells.front().empty()) {
        cells.front() = "**" + cells.front() + "**";
    }
    return line_of(cells);
}

/// `heading` stands before the title: "## ".
std::string table_text(const Table& table, const std::string& heading) {
    std::string text;
    if (!table.title.empty()) {
        text += heading + escaped(table.title) + "\n\n";
    }
    if (!table.caption.empty()) {
        text += "*" + escaped(table.caption) + "*\n\n";
    }
    if (table.columns.empty()) {
        return text;
    }
    std::vector<std::string> heads;
    std::vector<std::string> sides;
    for (const Column& column : table.columns) {
        heads.push_back(head(column));
        sides.emplace_back(column.words ? ":---" : "---:");
    }
    text += line_of(heads) + line_of(sides);
    for (const Row& row : table.rows) {
        text += row_text(row, table);
    }
    return text + '\n';
}

std::string list(const std::string& heading, const std::vector<std::string>& items, bool numbered = false) {
    if (items.empty()) {
        return {};
    }
    std::string text = "**" + heading + "**\n\n";
    for (std::size_t at = 0; at < items.size(); ++at) {
        text += (numbered ? std::to_string(at + 1) + ". " : "- ") + items[at] + '\n';
    }
    return text + '\n';
}

std::vector<std::string> escaped(const std::vector<std::string>& texts) {
    std::vector<std::string> result;
    for (const std::string& text : texts) {
        result.push_back(escaped(text));
    }
    return result;
}

/// A command, to be copied as it stands.
std::string code(const std::string& command) {
    const std::string plain = harmless(command);
    return plain.find('`') == std::string::npos ? "`" + plain + "`" : escaped(command);
}

std::vector<std::string> codes(const std::vector<std::string>& commands) {
    std::vector<std::string> result;
    for (const std::string& command : commands) {
        result.push_back(code(command));
    }
    return result;
}

class Text {
public:
    explicit Text(const Document& document) : document_(document) {}

    std::string written() {
        if (!document_.title.empty()) {
            text_ += "# " + escaped(document_.title) + "\n\n";
        }
        if (!document_.as_of.empty()) {
            text_ += own("As of") + " " + escaped(document_.as_of) + "\n\n";
        }
        if (!document_.question.empty()) {
            text_ += "*" + escaped(document_.question) + "*\n\n";
        }
        text_ += list(own("Findings"), escaped(document_.findings));
        for (const Section& section : document_.sections) {
            add(section);
        }
        text_ += list(own("Assumptions"), escaped(document_.assumptions));
        text_ += list(own("What this leaves out"), escaped(document_.left_out));
        text_ += list(own("Notes"), escaped(document_.notes), true);
        std::vector<std::string> sources;
        for (const Citation& source : document_.sources) {
            sources.push_back(citation(source));
        }
        text_ += list(own("Sources"), sources);
        text_ += list(own("To make this again"), codes(document_.again));
        text_ += list(own("See"), codes(document_.see));
        // One line break ends the text.
        text_.resize(text_.find_last_not_of('\n') + 1);
        return std::move(text_) + '\n';
    }

private:
    std::string own(std::string_view word) const { return translated(word, document_.language); }

    void add(const Section& section) {
        const bool below = !section.heading.empty();
        if (below) {
            text_ += "## " + escaped(section.heading) + "\n\n";
        }
        for (const std::string& paragraph : section.text) {
            text_ += escaped(paragraph) + "\n\n";
        }
        const auto tables = tables_for_people(section);
        for (const Chart& chart : section.charts) {
            text_ += "**" + escaped(chart.title) + "**: " + escaped(alt_text(chart)) + "\n\n";
            if (!show(tables, chart)) {
                Table table = chart_table(chart);
                table.title.clear();
                text_ += table_text(table, "");
                add_legend({&table});
            }
        }
        for (const Table* table : tables) {
            text_ += table_text(*table, below ? "### " : "## ");
        }
        add_legend(tables);
        text_ += list(own("Basis"), escaped(basis_lines(section)));
        text_ += list(own("Warning"), escaped(section.warnings));
        if (!section.command.empty()) {
            text_ += code(section.command) + "\n\n";
        }
    }

    void add_legend(const std::vector<const Table*>& tables) {
        std::string legend;
        for (const auto& [mark, meaning] : marks_borne(tables)) {
            legend += (legend.empty() ? "" : " · ") + escaped(mark) + " " + escaped(meaning);
        }
        text_ += legend.empty() ? "" : legend + "\n\n";
    }

    const Document& document_;
    std::string text_ = {};
};

}  // namespace

std::string write_markdown(const Document& document) { return Text(document).written(); }

std::string write_markdown(const Answer& answer) {
    Document document = document_of(answer);
    document.language = answer.basis.language;
    // Of an answer the tables say it all, and its basis of when it is.
    document.sections.front().charts.clear();
    document.as_of.clear();
    return write_markdown(document);
}

}  // namespace burden::brief
