#include "burden/inputs/claim_figure.hpp"

#include <algorithm>
#include <array>

#include "burden/calc/nearest.hpp"
#include "burden/calc/number_text.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/fact_unit.hpp"

namespace burden::inputs {
namespace {

using calc::Fault;
using calc::Parsed;
using calc::phrase_length;
using calc::place_of;
using calc::trimmed;
using Kind = ClaimFigure::Kind;

std::vector<std::string> examples() {
    return {"7.2%", "8.6 billion USD per year", "355 days", "54,000 persons", "4 times", "rank 2", "2027"};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Fault at_fault(std::string message, std::string_view part, std::string_view plain,
               std::vector<std::string> allowed) {
    return {.message = std::move(message),
            .at = part.empty() ? plain.size() : place_of(part, plain),
            .length = std::max<std::size_t>(1, part.size()),
            .allowed = std::move(allowed)};
}

/// "4" of "4 times" and "x4".
Parsed<ClaimFigure> read_multiple(std::string_view number, std::string_view plain) {
    const auto scanned = calc::scan_grouped_number(number);
    if (!scanned || scanned->length != number.size() || calc::Decimal(scanned->plain) <= calc::Decimal(0)) {
        return at_fault("a multiple is a number above zero, not " + calc::quoted(number), number, plain,
                        {"4 times", "x4", "2.5 times"});
    }
    return ClaimFigure{
        .kind = Kind::multiple, .value = calc::Decimal(scanned->plain), .amount = {}, .unit = {}};
}

/// "2" of "rank 2".
Parsed<ClaimFigure> read_rank(std::string_view number, std::string_view plain) {
    constexpr std::size_t most_digits = 4;
    if (number.empty() || number.size() > most_digits || number[0] == '0' ||
        !std::all_of(number.begin(), number.end(), is_digit)) {
        return at_fault("a rank is a whole number from 1, not " + calc::quoted(number), number, plain,
                        {"rank 1", "rank 2"});
    }
    return ClaimFigure{.kind = Kind::rank, .value = calc::Decimal(number), .amount = {}, .unit = {}};
}

Parsed<ClaimFigure> read_year_figure(std::string_view plain) {
    const auto year = calc::read_year(plain);
    const bool other_number =
        calc::scan_grouped_number(plain) && plain.find_first_of(".,+-") != std::string_view::npos;
    if (!year) {
        Fault fault = year.fault();
        fault.message = other_number ? "the figure " + calc::quoted(plain) + " has no unit" : fault.message;
        fault.allowed = examples();
        return fault;
    }
    return ClaimFigure{
        .kind = Kind::year, .value = calc::Decimal(year->year.number), .amount = {}, .unit = {}};
}

/// A count of persons, days or anything else, where `unit` is one; none where it is not.
std::optional<Parsed<ClaimFigure>> read_count(const calc::NumberText& number, std::string_view unit,
                                              std::string_view plain) {
    const std::vector<std::string> units = {"days", "persons", "thousand persons", "mn persons", "count"};
    const auto read = FactUnit::read(unit);
    using Unit = FactUnit::Kind;
    if (!read) {
        const std::string near = calc::nearest(unit, units);
        if (near.empty()) {
            return std::nullopt;
        }
        Fault fault = at_fault("unknown unit " + calc::quoted(unit), unit, plain, units);
        fault.nearest = near;
        return fault;
    }
    if (read->kind != Unit::days && read->kind != Unit::persons && read->kind != Unit::count) {
        return std::nullopt;
    }
    if (calc::Decimal(number.plain) < calc::Decimal(0)) {
        return at_fault("a count is not below zero", plain.substr(0, number.length), plain, {});
    }
    return ClaimFigure{.kind = Kind::count,
                       .value = calc::Decimal(number.plain) * read->scale,
                       .amount = {},
                       .unit = std::string(unit)};
}

Parsed<ClaimFigure> read_share_figure(std::string_view plain) {
    const auto share = calc::read_share(plain);
    if (!share) {
        return share.fault();
    }
    return ClaimFigure{.kind = Kind::share, .value = *share, .amount = {}, .unit = {}};
}

Parsed<ClaimFigure> read_amount_figure(std::string_view plain) {
    const auto amount = calc::read_amount(plain);
    if (!amount && std::none_of(plain.begin(), plain.end(), is_digit)) {
        // An amount may be in words or in 万; what is neither is answered about as a figure of any kind.
        return at_fault(calc::quoted(plain) + " is no figure", plain, plain, examples());
    }
    if (!amount) {
        return amount.fault();
    }
    return ClaimFigure{.kind = Kind::amount, .value = amount->value, .amount = *amount, .unit = {}};
}

bool is_share(std::string_view unit) {
    constexpr std::array<std::string_view, 3> words = {"%", "percent", "per cent"};
    return std::any_of(words.begin(), words.end(),
                       [unit](std::string_view word) { return phrase_length(unit, word) > 0; });
}

Parsed<ClaimFigure> read_plain_figure(std::string_view plain) {
    if (plain.empty()) {
        return Fault{.message = "a figure is missing", .allowed = examples()};
    }
    if (const std::size_t word = phrase_length(plain, "rank"); word > 0) {
        return read_rank(trimmed(plain.substr(word)), plain);
    }
    if ((plain[0] == 'x' || plain[0] == 'X') && plain.size() > 1 && is_digit(plain[1])) {
        return read_multiple(plain.substr(1), plain);
    }
    if (plain.starts_with("FY") || plain.starts_with("fy")) {
        return read_year_figure(plain);
    }
    const auto number = calc::scan_grouped_number(plain);
    if (!number) {
        return read_amount_figure(plain);
    }
    const std::string_view unit = trimmed(plain.substr(number->length));
    if (unit.empty()) {
        return read_year_figure(plain);
    }
    if (phrase_length(unit, "times") == unit.size()) {
        return read_multiple(plain.substr(0, number->length), plain);
    }
    if (is_share(unit)) {
        return read_share_figure(plain);
    }
    if (auto count = read_count(*number, unit, plain)) {
        return std::move(*count);
    }
    return read_amount_figure(plain);
}

}  // namespace

Parsed<ClaimFigure> read_claim_figure(std::string_view text) {
    return calc::read_plainly<ClaimFigure>(text, calc::longest_figure, read_plain_figure);
}

std::string unit_of(const ClaimFigure& figure) {
    return figure.amount ? figure.amount->currency.code() : figure.kind == Kind::share ? "%" : "";
}

std::string_view in_words(ClaimFigure::Kind kind) {
    constexpr std::array<std::string_view, 6> words = {"a share",    "an amount", "a count",
                                                       "a multiple", "a rank",    "a year"};
    return words.at(static_cast<std::size_t>(kind));
}

}  // namespace burden::inputs
