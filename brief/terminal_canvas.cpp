#include "burden/brief/terminal_canvas.hpp"

#include <array>

#include "burden/brief/terminal_drawing.hpp"

namespace burden::brief::terminal_drawing {
namespace {

/// U+2800 with these dots, as UTF-8.
std::string braille(unsigned dots) {
    return {static_cast<char>(0xE2), static_cast<char>(0xA0U + (dots >> 6U)),
            static_cast<char>(0x80U + (dots & 0x3FU))};
}

}  // namespace

Canvas::Canvas(int width, int height)
    : width_(width),
      height_(height),
      cells_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}

void Canvas::dot(int x, int y, std::string_view look) {
    if (x < 0 || y < 0 || x >= dots_across() || y >= dots_down()) {
        return;
    }
    static constexpr std::array<std::array<unsigned, 2>, 4> bits = {
        {{0x01U, 0x08U}, {0x02U, 0x10U}, {0x04U, 0x20U}, {0x40U, 0x80U}}};
    Cell& cell = at(x / 2, y / 4);
    cell.dots |= bits[static_cast<std::size_t>(y % 4)][static_cast<std::size_t>(x % 2)];
    cell.look = look;
}

void Canvas::sign(int column, int row, std::string_view text, std::string_view look) {
    if (holds(column, row)) {
        at(column, row).sign = text;
        at(column, row).look = look;
    }
}

void Canvas::ground(int column, int row, std::string_view text) {
    if (holds(column, row)) {
        at(column, row).ground = text;
    }
}

std::string Canvas::line(int row, const Style& style) const {
    std::string text;
    for (int column = 0; column < width_; ++column) {
        const Cell& cell = cells_[place(column, row)];
        if (!cell.sign.empty()) {
            text += coloured(cell.sign, cell.look, style);
        } else if (cell.dots != 0) {
            text += coloured(braille(cell.dots), cell.look, style);
        } else {
            text += cell.ground.empty() ? std::string(" ") : coloured(cell.ground, dim, style);
        }
    }
    return text;
}

}  // namespace burden::brief::terminal_drawing
