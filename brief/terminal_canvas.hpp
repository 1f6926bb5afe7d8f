/// Signs and dots on a terminal. Private to the writer of charts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "burden/brief/terminal_lines.hpp"

namespace burden::brief::terminal_drawing {

/// A field of cells: in each a sign, or up to eight dots. Texts outlive it.
class Canvas {
public:
    Canvas(int width, int height);

    int dots_across() const { return width_ * 2; }
    int dots_down() const { return height_ * 4; }

    void dot(int x, int y, std::string_view look);
    /// A sign over whatever dots there are.
    void sign(int column, int row, std::string_view text, std::string_view look);
    /// A sign where nothing else is: it lies behind.
    void ground(int column, int row, std::string_view text);

    std::string line(int row, const Style& style) const;

private:
    struct Cell {
        unsigned dots = 0;
        std::string_view sign = {};
        std::string_view ground = {};
        std::string_view look = {};
    };

    std::size_t place(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(width_) +
               static_cast<std::size_t>(column);
    }
    Cell& at(int column, int row) { return cells_[place(column, row)]; }
    bool holds(int column, int row) const {
        return column >= 0 && row >= 0 && column < width_ && row < height_;
    }

    int width_;
    int height_;
    std::vector<Cell> cells_;
};

}  // namespace burden::brief::terminal_drawing
