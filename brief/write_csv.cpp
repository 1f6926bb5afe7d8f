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

std::string metadata(const Answer& answer, const Table& table) {
    std::string lines;
    const auto add = [&](const char* label, const std::string& text) {
        if (!text.empty()) {
            lines += comment(label, text);
        }
    };
    const auto add_all = [&](const char* label, const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            add(label, text);
        }
    };
    add("title", table.title);
    add("caption", table.caption);
    add("units", units(table));
    for (const auto& [mark, meaning] : marks_borne({&table})) {
        add("mark", mark + " " + meaning);
    }
    add("currency", answer.basis.currency);
    add("prices", answer.basis.prices);
    add("definition", answer.basis.definition);
    add("denominator", answer.basis.denominator);
    add("gdp", answer.basis.gdp);
    add("rate", answer.basis.rate);
    add("as of", answer.basis.as_of);
    add_all("basis", answer.basis.words);
    add_all("warning", answer.warnings);
    for (std::size_t at = 0; at < answer.notes.size(); ++at) {
        add("note", std::to_string(at + 1) + " " + answer.notes[at]);
    }
    for (const Citation& source : answer.sources) {
        std::string text = source.key;
        for (const std::string* part :
             {&source.title, &source.publisher, &source.published, &source.address}) {
            text += part->empty() ? "" : ", " + *part;
        }
        add("source", text);
    }
    add("command", answer.command);
    return lines;
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

}  // namespace

std::string write_csv(const Answer& answer, const Style& style) {
    std::string text;
    for (const Table* table : tables_for_programs(answer)) {
        text += text.empty() ? "" : "\n";
        text += style.csv_metadata ? metadata(answer, *table) : "";
        text += head_line(*table);
        const bool marked = has_mark_field(*table);
        for (const Row& row : table->rows) {
            text += row_line(row, marked);
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
