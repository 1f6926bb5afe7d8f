#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <ostream>

#include "burden/brief/figure_text.hpp"
#include "burden/brief/shared.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/brief/write.hpp"
#include "burden/brief/write_rows.hpp"

namespace burden::brief {
namespace {

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

/// How far the members of a row stand in: it is in the rows of a table in the tables of an answer.
constexpr const char* row_indent = "        ";

void key(Writer& json, const std::string& name) {
    const std::string text = harmless(name);
    json.Key(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void value(Writer& json, const std::string& words) {
    const std::string text = harmless(words);
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void value(Writer& json, const std::vector<std::string>& texts) {
    json.StartArray();
    for (const std::string& text : texts) {
        value(json, text);
    }
    json.EndArray();
}

template <typename Value>
void member(Writer& json, const std::string& name, const Value& content) {
    key(json, name);
    value(json, content);
}

void member_or_null(Writer& json, const std::string& name, const std::string& words) {
    key(json, name);
    if (words.empty()) {
        json.Null();
    } else {
        value(json, words);
    }
}

/// A blank among figures is null: programs expect a number there.
void value(Writer& json, const Cell& cell, const Column& column) {
    if (const auto* figure = std::get_if<Figure>(&cell.content)) {
        const std::string digits = plain_figure(*figure);
        json.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
        return;
    }
    const auto* text = std::get_if<std::string>(&cell.content);
    if (text == nullptr || (text->empty() && !column.words)) {
        json.Null();
    } else {
        value(json, *text);
    }
}

void add_columns(Writer& json, const Table& table) {
    key(json, "columns");
    json.StartArray();
    for (const Column& column : table.columns) {
        json.StartObject();
        member(json, "key", column.key);
        member(json, "label", column.label);
        member(json, "unit", column.unit);
        json.EndObject();
    }
    json.EndArray();
}

void add_row(Writer& json, const Table& table, const Row& row) {
    json.StartObject();
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        key(json, table.columns[at].key);
        value(json, row.cells[at], table.columns[at]);
    }
    if (has_mark_field(table)) {
        member(json, "mark", row.mark);
    }
    json.EndObject();
}

/// A table; `add_rows` adds what its rows are.
template <typename AddRows>
void add_table(Writer& json, const Table& table, const std::vector<std::string>& notes,
               const AddRows& add_rows) {
    json.StartObject();
    member(json, "id", table.id);
    member(json, "title", table.title);
    add_columns(json, table);
    key(json, "rows");
    json.StartArray();
    add_rows();
    json.EndArray();
    if (has_mark_field(table)) {
        key(json, "marks");
        json.StartObject();
        for (const auto& [mark, meaning] : table.marks) {
            member(json, mark, meaning);
        }
        json.EndObject();
    }
    member(json, "notes", notes);
    json.EndObject();
}

void add_basis(Writer& json, const Basis& basis) {
    key(json, "basis");
    json.StartObject();
    member_or_null(json, "currency", basis.currency);
    member_or_null(json, "prices", basis.prices);
    member_or_null(json, "definition", basis.definition);
    member_or_null(json, "denominator", basis.denominator);
    member_or_null(json, "gdp", basis.gdp);
    member_or_null(json, "rate", basis.rate);
    member_or_null(json, "as_of", basis.as_of);
    member(json, "words", basis.words);
    json.EndObject();
}

void add_sources(Writer& json, const std::vector<Citation>& sources) {
    key(json, "sources");
    json.StartArray();
    for (const Citation& source : sources) {
        json.StartObject();
        member(json, "key", source.key);
        member(json, "title", source.title);
        member(json, "publisher", source.publisher);
        member(json, "published", source.published);
        member(json, "address", source.address);
        json.EndObject();
    }
    json.EndArray();
}

/// A whole answer; `add_tables` adds what its tables are, `add_more` members that only some have.
template <typename AddTables, typename AddMore>
void add_answer(Writer& json, const Answer& answer, const AddTables& add_tables, const AddMore& add_more) {
    constexpr int schema = 1;
    json.SetIndent(' ', 2);
    json.StartObject();
    key(json, "schema");
    json.Int(schema);
    member(json, "command", answer.command);
    key(json, "tables");
    json.StartArray();
    add_tables();
    json.EndArray();
    add_basis(json, answer.basis);
    add_sources(json, answer.sources);
    member(json, "warnings", answer.warnings);
    add_more();
    json.EndObject();
}

void add_tables_of(Writer& json, const Answer& answer) {
    for (const Table* table : tables_for_programs(answer)) {
        add_table(json, *table, answer.notes, [&] {
            for (const Row& row : table->rows) {
                add_row(json, *table, row);
            }
        });
    }
}

void add_brief(Writer& json, const Document& document) {
    key(json, "brief");
    json.StartObject();
    member(json, "title", document.title);
    member(json, "question", document.question);
    member(json, "findings", document.findings);
    key(json, "sections");
    json.StartArray();
    for (const Section& section : document.sections) {
        json.StartObject();
        member(json, "heading", section.heading);
        member(json, "text", section.text);
        member(json, "command", section.command);
        std::vector<std::string> ids;
        Answer alone{.command = {}, .tables = section.tables};
        for (const Table* table : tables_for_programs(alone)) {
            ids.push_back(table->id);
        }
        member(json, "tables", ids);
        add_basis(json, section.basis);
        json.EndObject();
    }
    json.EndArray();
    member(json, "assumptions", document.assumptions);
    member(json, "left_out", document.left_out);
    member(json, "again", document.again);
    json.EndObject();
}

}  // namespace

std::string write_json(const Answer& answer) {
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    add_answer(json, answer, [&] { add_tables_of(json, answer); }, [] {});
    return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

std::string write_json(const Document& document) {
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    const Answer answer = answer_of(document);
    add_answer(json, answer, [&] { add_tables_of(json, answer); }, [&] { add_brief(json, document); });
    return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

void stream_json(const Answer& answer, const RowSource& rows, std::ostream& out) {
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    const auto pass_on = [&] {
        out.write(buffer.GetString(), static_cast<std::streamsize>(buffer.GetSize()));
        buffer.Clear();
    };
    const Table& table = answer.tables.at(0);
    calc::require(table.marks.empty(), "a table written row by row has no marks");
    const auto text_of = [&](const Row& row) {
        rapidjson::StringBuffer alone;
        Writer writer(alone);
        writer.SetIndent(' ', 2);
        add_row(writer, table, row);
        // A line break inside a string is written as an escape: these are all between members.
        std::string text;
        for (const char c : std::string_view(alone.GetString(), alone.GetSize())) {
            text += c;
            text += c == '\n' ? row_indent : "";
        }
        return text;
    };
    const auto add_rows = [&] {
        rows(text_of, [&](std::string_view text) {
            json.RawValue(text.data(), text.size(), rapidjson::kObjectType);
            pass_on();
        });
    };
    add_answer(json, answer, [&] { add_table(json, table, answer.notes, add_rows); }, [] {});
    pass_on();
    out << '\n';
}

}  // namespace burden::brief
