/// Tables as data: columns with units, cells with marks and notes. Writers know no models.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "burden/calc/decimal.hpp"

namespace burden::brief {

/// A part of a figure: a cell of a recorded run, so many times.
struct FigureTerm {
    std::size_t run = 0;  ///< which of the runs behind a table, counted from 0
    std::string cell;     ///< "jpn.spending[FY2030]"
    calc::Decimal
        factor;  ///< 10^-12 where the column is in "JPY tn", 100 where it is in "%"; negative in a difference
};

/// A figure in a column's unit, and how it is shown.
struct Figure {
    calc::Decimal value;             ///< in the column's unit: 5 for 5 %, 11.0 for ¥11.0 tn in "JPY tn"
    std::optional<int> places = {};  ///< digits after the point, where they differ from the column's
    bool plus = false;               ///< shown with its sign even when positive
    std::vector<FigureTerm> terms =
        {};                          ///< what it is the sum of, where recorded runs gave it; may be unknown
    std::optional<int> footed = {};  ///< digits it was rounded to so that it adds with its like: its terms
                                     ///< are the sum before that
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

}  // namespace burden::brief
