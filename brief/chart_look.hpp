/// How the series of a chart are told apart: by colour, dash and shape together. One table for pages and for
/// the window.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "burden/brief/chart.hpp"

namespace burden::brief {

/// One colour, as it stands on a light and on a dark ground: "#0072b2".
struct ChartHue {
    std::string_view light;
    std::string_view dark;
};

/// Colours that people who see fewer of them can tell apart, in the order that series take them; each at
/// least 3 to 1 against its ground.
inline constexpr std::array<ChartHue, 8> chart_hues = {{{"#0072b2", "#56b4e9"},
                                                        {"#c44e00", "#f58a4b"},
                                                        {"#00805d", "#2cc498"},
                                                        {"#a8478f", "#e08fca"},
                                                        {"#8f6a00", "#d9b73a"},
                                                        {"#3f4650", "#d5dae1"},
                                                        {"#2f8fd0", "#7a9cf0"},
                                                        {"#8a1f4d", "#e87a9f"}}};

/// What a chart is drawn on, its letters, what stands back (baselines, axes), and the lines of its grid.
struct ChartGround {
    std::string_view ground;
    std::string_view ink;
    std::string_view quiet;
    std::string_view grid;
};

inline constexpr ChartGround light_ground = {"#ffffff", "#1c2128", "#5f6772", "#d9dee4"};
inline constexpr ChartGround dark_ground = {"#14171b", "#e6e9ed", "#a3abb6", "#343b44"};

/// Pixels of line and gap by turns; none of an unbroken line.
struct ChartDash {
    std::array<int, 6> pixels;
    std::size_t size;

    const int* begin() const { return pixels.data(); }
    const int* end() const { return pixels.data() + size; }
};

/// In the order that series take them: as many as there are colours.
inline constexpr std::array<ChartDash, chart_hues.size()> chart_dashes = {{{{}, 0},
                                                                           {{7, 3}, 2},
                                                                           {{2, 2}, 2},
                                                                           {{9, 3, 2, 3}, 4},
                                                                           {{4, 4}, 2},
                                                                           {{12, 3}, 2},
                                                                           {{2, 5}, 2},
                                                                           {{9, 3, 2, 3, 2, 3}, 6}}};

/// Of a baseline.
inline constexpr ChartDash ghost_dash = {{4, 3}, 2};

/// The shapes of points, in the order that series take them.
enum class ChartShape {
    circle,
    square,
    triangle_up,
    diamond,
    cross,
    triangle_down,
    triangle_right,
    triangle_left
};

/// Numbers of a series in these tables.
struct ChartLook {
    std::size_t hue = 0;
    std::size_t dash = 0;  ///< and shape
};

/// Of bars that are a whole: the darkest.
inline constexpr std::size_t whole_hue = 5;

/// The look of each series of a chart. Bands take the colour of the only line that they surround. Behind the
/// last colour the first comes again, with another dash and shape.
std::vector<ChartLook> looks_of(const Chart& chart);

}  // namespace burden::brief
