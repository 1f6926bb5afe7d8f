#include <algorithm>
#include <array>
#include <ostream>
#include <string_view>

#include "burden/brief/figure_text.hpp"
#include "burden/brief/shared.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/brief/write.hpp"
#include "burden/brief/write_rows.hpp"

namespace burden::brief {
namespace {

/// Whether a spreadsheet might take a cell for a formula. Spreadsheets of East Asia take wide signs too.
bool begins_formula(std::string_view text) {
    static constexpr std::array<std::string_view, 10> signs = {"=",  "+",  "-",  "@",  "\t",
                                                               "\r", "＝", "＋", "－", "＠"};
    const std::string_view begin = text.substr(std::min(text.find_first_not_of(' '), text.size()));
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view s) { return begin.starts_with(s); });
}

std::string inert(const std::string& text) { return (begins_formula(text) ? "'" : "") + harmless(text); }

std::string field(const std::string& text) {
    const std::string plain = inert(text);
    if (plain.find_first_of(",\"") == std::string::npos && !plain.starts_with('#')) {
        return plain;
    }
    std::string quoted = "\"";
    for (const char c : plain) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + '"';
}

/// A line that readers skip. Those that do not will part it at commas: no part may be a formula or open a
/// quote.
std::string comment(const std::string& label, const std::string& text) {
    const std::string plain = harmless(text);
    std::string line = "# " + label + ": ";
    for (std::size_t at = 0; at < plain.size(); ++at) {
        const bool after_comma = at > 0 && (plain[at - 1] == ',' || plain[at - 1] == ';');
        if (after_comma && (plain[at] == '"' || begins_formula(std::string_view(plain).substr(at)))) {
            line += plain[at] == '"' ? " " : " '";
        }
        line += plain[at];
    }
    line.resize(line.find_last_not_of(' ') + 1);
    return line + '\n';
}

std::string units(const Table& table) {
    std::string result;
    for (const Column& column : table.columns) {
        if (!column.unit.empty()) {
            result += (result.empty() ? "" : ", ") + column.key + " in " + column.unit;
        }
    }
    return result;
}

/// Comment lines, one after another.
class Comments {
public:
    void add(const char* label, const std::string& text) {
        lines_ += text.empty() ? "" : comment(label, text);
    }
    void add(const char* label, const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            add(label, text);
        }
    }
    void add_table(const Table& table) {
        add("title", table.title);
        add("caption", table.caption);
        add("units", units(table));
        for (const auto& [mark, meaning] : marks_borne({&table})) {
            add("mark", mark + " " + meaning);
        }
    }
    void add_basis(const Basis& basis) {
        add("currency", basis.currency);
        add("prices", basis.prices);
        add("definition", basis.definition);
        add("denominator", basis.denominator);
        add("gdp", basis.gdp);
        add("rate", basis.rate);
        add("as of", basis.as_of);
        add("basis", basis.words);
    }
    void add_notes(const std::vector<std::string>& notes) {
        for (std::size_t at = 0; at < notes.size(); ++at) {
            add("note", std::to_string(at + 1) + " " + notes[at]);
        }
    }
    void add_sources(const std::vector<Citation>& sources) {
        for (const Citation& source : sources) {
            std::string text = source.key;
            for (const std::string* part :
                 {&source.title, &source.publisher, &source.published, &source.address}) {
                text += part->empty() ? "" : ", " + *part;
            }
            add("source", text);
        }
    }
    const std::string& text() const { return lines_; }

private:
    std::string lines_;
};

std::string metadata(const Answer& answer, const Table& table) {
    Comments comments;
    comments.add_table(table);
    comments.add_basis(answer.basis);
    comments.add("warning", answer.warnings);
    comments.add_notes(answer.notes);
    comments.add_sources(answer.sources);
    comments.add("command", answer.command);
    return comments.text();
}

/// What stands before the tables of a brief: what it says beside them, with all notes and sources once.
std::string metadata(const Document& document) {
    Comments comments;
    comments.add("brief", document.title);
    comments.add("question", document.question);
    comments.add("finding", document.findings);
    comments.add("assumption", document.assumptions);
    comments.add("left out", document.left_out);
    comments.add_notes(document.notes);
    comments.add_sources(document.sources);
    comments.add("as of", document.as_of);
    comments.add("again", document.again);
    return comments.text();
}

std::string metadata(const Section& section, const Table& table) {
    Comments comments;
    comments.add("section", section.heading);
    comments.add("text", section.text);
    comments.add_table(table);
    comments.add_basis(section.basis);
    comments.add("warning", section.warnings);
    comments.add("command", section.command);
    return comments.text();
}

std::string content(const Cell& cell) {
    if (const auto* figure = std::get_if<Figure>(&cell.content)) {
        return plain_figure(*figure);
    }
    const auto* text = std::get_if<std::string>(&cell.content);
    return text == nullptr ? "" : field(*text);
}

/// The fields of a line. A line that would be empty is a quoted empty field, since an empty line ends a
/// table.
std::string line_of(const std::vector<std::string>& fields) {
    std::string line;
    for (std::size_t at = 0; at < fields.size(); ++at) {
        line += at == 0 ? "" : ",";
        line += fields[at];
    }
    return (line.empty() ? "\"\"" : line) + '\n';
}

std::string head_line(const Table& table) {
    std::vector<std::string> heads;
    for (const Column& column : table.columns) {
        heads.push_back(field(column.key));
    }
    if (has_mark_field(table)) {
        heads.emplace_back("mark");
    }
    return line_of(heads);
}

std::string row_line(const Row& row, bool marked) {
    std::vector<std::string> fields;
    fields.reserve(row.cells.size() + 1);
    for (const Cell& cell : row.cells) {
        fields.push_back(content(cell));
    }
    if (marked) {
        fields.push_back(field(row.mark));
    }
    return line_of(fields);
}

std::string table_lines(const Table& table) {
    std::string text = head_line(table);
    const bool marked = has_mark_field(table);
    for (const Row& row : table.rows) {
        text += row_line(row, marked);
    }
    return text;
}

}  // namespace

std::string write_csv(const Answer& answer, const Style& style) {
    std::string text;
    for (const Table* table : tables_for_programs(answer)) {
        text += text.empty() ? "" : "\n";
        text += style.csv_metadata ? metadata(answer, *table) : "";
        text += table_lines(*table);
    }
    return text.empty() ? "\n" : text;
}

std::string write_csv(const Document& document, const Style& style) {
    std::string text = style.csv_metadata ? metadata(document) : "";
    for (const Section& section : document.sections) {
        const Answer alone{.command = {}, .tables = section.tables};
        for (const Table* table : tables_for_programs(alone)) {
            text += text.empty() ? "" : "\n";
            text += style.csv_metadata ? metadata(section, *table) : "";
            text += table_lines(*table);
        }
    }
    return text.empty() ? "\n" : text;
}

void stream_csv(const Answer& answer, const RowSource& rows, const Style& style, std::ostream& out) {
    const Table& table = answer.tables.at(0);
    calc::require(table.marks.empty(), "a table written row by row has no marks");
    out << (style.csv_metadata ? metadata(answer, table) : "") << head_line(table);
    const bool marked = has_mark_field(table);
    rows([&](const Row& row) { return row_line(row, marked); }, [&](std::string_view line) { out << line; });
}

}  // namespace burden::brief
