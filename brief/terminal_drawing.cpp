#include "burden/brief/terminal_drawing.hpp"

#include <array>

#include "burden/calc/number.hpp"

namespace burden::brief::terminal_drawing {

using calc::Decimal;

double drawn_at(const Decimal& value, const std::pair<Decimal, Decimal>& reach) {
    return calc::as<double>((value - reach.first) / (reach.second - reach.first));
}

std::string_view colour_of(std::size_t series) {
    static constexpr std::array<std::string_view, 6> looks = {"\x1b[38;5;32m", "\x1b[38;5;172m",
                                                              "\x1b[38;5;36m", "\x1b[38;5;169m",
                                                              "\x1b[38;5;74m", "\x1b[38;5;178m"};
    return looks[series % looks.size()];
}

std::string coloured(std::string_view text, std::string_view look, const Style& style) {
    return style.colour && !look.empty() ? std::string(look) + std::string(text) + std::string(look_ends)
                                         : std::string(text);
}

}  // namespace burden::brief::terminal_drawing
