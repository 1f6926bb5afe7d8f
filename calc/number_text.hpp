/// The plain numbers inside what people write.
#pragma once

#include <string>
#include <string_view>

#include "burden/calc/fault.hpp"

namespace burden::calc {

/// A number found at the start of a text.
struct NumberText {
    std::string plain;       ///< sign, digits, point, exponent: no grouping, fit for Decimal
    std::size_t length = 0;  ///< bytes it took
    int places = 0;          ///< digits written after the point
};

/// Reads a whole text as one number without grouping. Refuses `nan`, `inf`, more than fifty digits and
/// exponents beyond ±99.
Parsed<NumberText> scan_number(std::string_view text);

/// Reads the number at the start of a text, with digits grouped by commas in threes or not at all.
/// Stops at the first byte that is no part of it.
Parsed<NumberText> scan_grouped_number(std::string_view text);

}  // namespace burden::calc
