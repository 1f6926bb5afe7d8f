/// A table on a terminal: its cells as they are set, and its columns placed so that no line is wider than the
/// screen.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "burden/brief/answer.hpp"

namespace burden::brief {

/// A cell as it is set.
struct Piece {
    enum class Kind { blank, words, figure };

    Kind kind = Kind::blank;
    std::string text;                  ///< with what hangs behind it
    int before = 0;                    ///< of a figure: columns before the point
    int after = 0;                     ///< of a figure: columns of the point and the digits after it
    int hang = 0;                      ///< of a figure: columns of what hangs behind: " %", a mark, notes
    int notes = 0;                     ///< of a figure: how many of these are numbers of notes
    std::optional<double> shade = {};  ///< how high it is among its like, 0 to 1
};

/// What a column asks for.
struct GridColumn {
    std::string label;
    std::string unit;  ///< as the header shows it, "(%)"; empty where the caption says it
    std::string group;
    bool words = false;
    int before = 0;   ///< most columns before the point
    int after = 0;    ///< most columns of the point and after
    int longest = 0;  ///< longest word of its texts
};

struct Grid {
    std::vector<GridColumn> columns;
    std::vector<std::vector<Piece>> rows;
};

/// A table's cells as they are set, its texts harmless.
Grid grid_of(const Table& table);

/// A column's place in a block: its label and its figures end at `start + body`, what hangs behind them after
/// that.
struct Placed {
    std::size_t column = 0;
    int start = 0;
    int body = 0;

    int edge() const { return start + body; }
};

/// Columns that stand side by side.
struct Block {
    std::vector<Placed> columns;
    int width = 0;  ///< of its longest line
};

/// Columns between one column and the next.
constexpr int column_gap = 2;

/// How far the text of `row` in the `at`-th column of a block may run: over the blank cells behind it.
int room_for(const Grid& grid, const Block& block, std::size_t row, std::size_t at);

/// Where a piece begins in its place, and how wide it is set.
struct Span {
    int start = 0;
    int width = 0;
};
Span span_of(const GridColumn& column, const Placed& place, const Piece& piece);

/// The columns in as few blocks as `width` asks for. Each begins with the columns that stand before the first
/// group, or with the first column; a group is parted only where it is wider than the screen. No figure is
/// cut: one that is wider than the screen makes its block too wide.
std::vector<Block> blocks_of(const Grid& grid, int width);

}  // namespace burden::brief
