/// The figure of a claim, as it was said.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "burden/calc/parse.hpp"

namespace burden::inputs {

/// What a claim says: "7.2%", "8.6 billion USD per year", "355 days", "4 times", "rank 2", "2027".
struct ClaimFigure {
    enum class Kind { share, amount, count, multiple, rank, year };

    Kind kind = Kind::share;
    calc::Decimal value;  ///< 0.072 of 7.2 %, 54,000 of 54 thousand persons, whole units of money
    std::optional<calc::Amount> amount;  ///< of an amount
    std::string unit;                    ///< of a count, as typed: "days", "thousand persons"
};

/// "7.2%" and other shares, amounts as calc::read_amount takes them, "355 days", "54,000 persons",
/// "1.2 mn persons", "12 count", "4 times" or "x4", "rank 2", "2027" or "FY2027". A bare number is a year.
calc::Parsed<ClaimFigure> read_claim_figure(std::string_view text);

/// What its value is counted in: "USD", "%"; empty for a bare number.
std::string unit_of(const ClaimFigure& figure);

/// "a share", "an amount", "a count", "a multiple", "a rank", "a year".
std::string_view in_words(ClaimFigure::Kind kind);

}  // namespace burden::inputs
