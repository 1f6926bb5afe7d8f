#include <algorithm>
#include <array>
#include <span>

#include "burden/calc/nearest.hpp"
#include "burden/calc/number_text.hpp"
#include "burden/calc/parse.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"

namespace burden::calc {
namespace {

/// A kind of figure that is written as a number and a unit of per cent.
struct Kind {
    std::string_view name;
    std::vector<std::string> units;
    std::string example;
};

const Kind& share_kind() {
    static const Kind kind{"a share", {"%", "percent", "per cent"}, "5%"};
    return kind;
}

const Kind& points_kind() {
    static const Kind kind{
        "a difference of shares", {"pp", "percentage points", "percentage point"}, "0.5 pp"};
    return kind;
}

/// Bytes of the unit at the start of `rest`; 0 when there is none.
std::size_t unit_length(std::string_view rest, const Kind& kind) {
    std::size_t longest = 0;
    for (const std::string& unit : kind.units) {
        longest = std::max(longest, phrase_length(rest, unit));
    }
    return longest;
}

Fault without_unit(std::string_view number, const Decimal& value, const Kind& kind) {
    const bool share = &kind == &share_kind();
    const std::string hundredfold = (value * Decimal(100)).to_significant(Decimal::digits);
    return {.message = std::string(kind.name) + " needs a unit: " + quoted(number) +
                       (share ? " may be " + std::string(number) + "% or " + hundredfold + "%" : " has none"),
            .at = 0,
            .length = number.size(),
            .allowed = kind.units,
            .nearest = std::string(number) + (share ? "%" : " pp")};
}

Fault wrong_unit(std::string_view number, std::string_view rest, std::size_t at, const Kind& kind) {
    const bool share = &kind == &share_kind();
    const Kind& other = share ? points_kind() : share_kind();
    if (unit_length(rest, other) == rest.size()) {
        return {.message = quoted(rest) + " is the unit of " + std::string(other.name) + ", not of " +
                           std::string(kind.name),
                .at = at,
                .length = rest.size(),
                .allowed = kind.units,
                .nearest = std::string(number) + (share ? "%" : " pp")};
    }
    if (const std::size_t unit = unit_length(rest, kind); unit > 0) {
        const std::string_view more = trimmed(rest.substr(unit));
        return {.message = quoted(more) + " stands after " + std::string(kind.name),
                .at = at + place_of(more, rest),
                .length = more.size(),
                .allowed = {std::string(kind.name) + " alone, such as " + kind.example}};
    }
    return {.message = "unknown unit " + quoted(rest) + " of " + std::string(kind.name),
            .at = at,
            .length = rest.size(),
            .allowed = kind.units,
            .nearest = nearest(rest, kind.units)};
}

Parsed<Decimal> read_kind(std::string_view plain, const Kind& kind) {
    const std::vector<std::string> example = {std::string(kind.name) + " such as " + kind.example};
    if (plain.empty()) {
        return Fault{.message = std::string(kind.name) + " is missing", .allowed = example};
    }
    const auto scanned = scan_grouped_number(plain);
    if (!scanned) {
        Fault fault = scanned.fault();
        fault.allowed = example;
        return fault;
    }
    const std::string_view number = plain.substr(0, scanned->length);
    if (number.find(',') != std::string_view::npos) {
        return Fault{
            .message = std::string(kind.name) + " is written without commas, not as in " + quoted(number),
            .at = 0,
            .length = number.size(),
            .allowed = example};
    }
    const Decimal value(scanned->plain);
    const std::string_view rest = trimmed(plain.substr(number.size()));
    if (rest.empty()) {
        return without_unit(number, value, kind);
    }
    if (unit_length(rest, kind) != rest.size()) {
        return wrong_unit(number, rest, place_of(rest, plain), kind);
    }
    const Decimal largest("1e30");
    if (value > largest || value < -largest) {
        return Fault{.message = quoted(plain) + " is too large: at most 1e30 is read",
                     .at = 0,
                     .length = plain.size()};
    }
    return value * Decimal("0.01");
}

std::string written(const YearText& year) {
    return (year.fiscal ? "FY" : "") + std::to_string(year.year.number);
}

/// Adds `piece`, `2026=0.5%`, to `figures`, or says what is wrong with it; faults count from the piece.
std::optional<Fault> added(ByYear& figures, std::string_view piece) {
    const std::size_t sign = piece.find('=');
    if (sign == std::string_view::npos) {
        return Fault{
            .message = piece.empty() ? "a year and its share are missing"
                                     : "a year and '=' are missing before " + quoted(piece),
            .at = 0,
            .length = std::max<std::size_t>(1, piece.size()),
            .allowed = {"one share for every year, such as 2%", "shares by year, such as 2026=0.5%"}};
    }
    const std::string_view left = trimmed(piece.substr(0, sign));
    const auto year = read_year(left);
    if (!year) {
        return moved(year.fault(), place_of(left, piece));
    }
    for (const auto& [known, share] : figures.years) {
        if (known.fiscal != year->fiscal) {
            return Fault{.message = "fiscal and calendar years are mixed: " + written(known) + " and " +
                                    written(*year),
                         .at = 0,
                         .length = left.size(),
                         .nearest = written({year->year, known.fiscal})};
        }
        if (known.year == year->year) {
            return Fault{.message = written(*year) + " is given twice", .at = 0, .length = left.size()};
        }
    }
    const std::string_view right = trimmed(piece.substr(sign + 1));
    const auto share = read_kind(right, share_kind());
    if (!share) {
        return moved(share.fault(), right.empty() ? sign + 1 : place_of(right, piece));
    }
    figures.years.emplace_back(*year, *share);
    return std::nullopt;
}

Parsed<ByYear> read_by_year(std::string_view plain) {
    ByYear figures;
    if (plain.find('=') == std::string_view::npos) {
        const auto share = read_kind(plain, share_kind());
        if (!share) {
            return share.fault();
        }
        figures.always = *share;
        return figures;
    }
    for (const std::string_view piece : pieces(plain, ',')) {
        if (const auto fault = added(figures, piece)) {
            return moved(*fault, place_of(piece, plain));
        }
    }
    return figures;
}

}  // namespace

Parsed<Decimal> read_share(std::string_view text) {
    return read_plainly<Decimal>(text, longest_figure,
                                 [](std::string_view plain) { return read_kind(plain, share_kind()); });
}

Parsed<Decimal> read_points(std::string_view text) {
    return read_plainly<Decimal>(text, longest_figure,
                                 [](std::string_view plain) { return read_kind(plain, points_kind()); });
}

Parsed<ByYear> read_shares_by_year(std::string_view text) {
    return read_plainly<ByYear>(text, longest_list, read_by_year);
}

}  // namespace burden::calc
