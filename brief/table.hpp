/// Tables as data: columns with units, cells with marks, notes, a basis and sources. Writers know no models.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "burden/calc/decimal.hpp"

namespace burden::brief {

/// A figure in a column's unit, and how it is shown.
struct Figure {
    calc::Decimal value;             ///< in the column's unit: 5 for 5 %, 11.0 for ¥11.0 tn in "JPY tn"
    std::optional<int> places = {};  ///< digits after the point, where they differ from the column's
    bool plus = false;               ///< shown with its sign even when positive
};

/// A cell: nothing known, words, or a figure.
struct Cell {
    std::variant<std::monostate, std::string, Figure> content = {};
    std::vector<int> notes = {};  ///< numbers of the notes that stand at it, counted from 1
    std::optional<double> shade =
        {};  ///< how high it is among its like, 0 to 1: its ground on a coloured screen

    Cell() = default;
    Cell(std::string text) : content(std::move(text)) {}
    Cell(const char* text) : content(std::string(text)) {}
    Cell(Figure figure) : content(std::move(figure)) {}
    Cell(calc::Decimal value) : content(Figure{std::move(value)}) {}
};

struct Column {
    std::string key;         ///< stable name for programs
    std::string label;       ///< what people read
    std::string unit = {};   ///< "%", "pp", "persons", "years", "", or currency and scale: "JPY tn"
    int places = 0;          ///< digits after the point in tables for people
    std::string group = {};  ///< heading over neighbouring columns that have the same one; may be empty
    bool words = false;      ///< holds text, set to the left
};

struct Row {
    std::vector<Cell> cells;  ///< one for each column
    bool rule_above = false;  ///< a line before it: totals
    std::string mark = {};    ///< "p", "x", "e" behind the first cell; explained in the table's marks
};

/// Who a table is laid out for. Programs take long rows with one figure of each kind; people compare side by
/// side.
enum class Audience { everyone, people, programs };

struct Table {
    std::string id;            ///< stable name for programs: "target"
    std::string title;         ///< the question in words
    std::string caption = {};  ///< what holds for every figure: "JPY tn, current prices"
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::vector<std::pair<std::string, std::string>> marks = {};  ///< mark and meaning: "p", "projection"
    Audience audience = Audience::everyone;
};

/// What decides an answer; an empty part was not used.
struct Basis {
    std::string currency = {};
    std::string prices = {};
    std::string definition = {};
    std::string denominator = {};
    std::string gdp = {};
    std::string rate = {};
    std::string as_of = {};
    std::vector<std::string> words = {};  ///< sentences for people: path, baseline, vintage, extension
};

/// A source that an answer rests on.
struct Citation {
    std::string key;
    std::string title;
    std::string publisher;
    std::string published;
    std::string address;
};

/// What a command answers: tables, and what must be known to read them.
struct Answer {
    std::string command;
    std::vector<Table> tables;
    std::vector<std::string> notes = {};  ///< numbered from 1 as they stand
    Basis basis = {};
    std::vector<Citation> sources = {};  ///< each once, in order of key
    std::vector<std::string> warnings = {};
    std::vector<std::string> see = {};  ///< commands that go on from here
};

}  // namespace burden::brief
