#include "burden/brief/figure_text.hpp"

namespace burden::brief {
namespace {

/// What a double, the number of most programs, can hold.
constexpr int significant_digits = 17;

std::string grouped(std::string digits) {
    const std::size_t point = digits.find('.');
    std::size_t at = point == std::string::npos ? digits.size() : point;
    while (at > 3) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

}  // namespace

std::string figure_text(const Figure& figure, const Column& column) {
    std::string digits = figure.value.to_text(figure.places.value_or(column.places));
    const bool negative = digits.front() == '-';
    if (negative) {
        digits.erase(0, 1);
    }
    const bool zero = digits.find_first_not_of("0.") == std::string::npos;
    const char* sign = negative ? "−" : figure.plus && !zero ? "+" : "";
    return sign + grouped(std::move(digits));
}

std::string unit_behind(const std::string& unit) {
    const std::size_t space = unit.find(' ');
    const bool scaled = space == 3 && unit.size() <= 6;
    return scaled ? unit.substr(space + 1) + " " + unit.substr(0, space) : unit;
}

std::string figure_with_unit(const Figure& figure, const Column& column) {
    const std::string unit = unit_behind(column.unit);
    return figure_text(figure, column) + (unit.empty() ? "" : " " + unit);
}

std::string plain_figure(const Figure& figure) { return figure.value.to_significant(significant_digits); }

}  // namespace burden::brief
