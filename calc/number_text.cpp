#include "burden/calc/number_text.hpp"

#include <algorithm>

#include "burden/calc/quoted.hpp"

namespace burden::calc {
namespace {

constexpr std::size_t most_digits = 50;
constexpr int largest_exponent = 99;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_from(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) {
        ++end;
    }
    return end - at;
}

Fault no_number(std::string_view text, std::size_t at) {
    if (at >= text.size()) {
        return {.message = "a number is missing", .at = at, .length = 1};
    }
    const std::size_t length = std::max<std::size_t>(1, character_length(text.substr(at)));
    return {
        .message = quoted(text.substr(at, length)) + " does not begin a number", .at = at, .length = length};
}

/// The digits from `start` with the groups of three that follow, `1,055,100`; moves `at` past them.
Parsed<std::string> groups(std::string_view text, std::size_t start, std::size_t& at) {
    std::string digits(text.substr(start, at - start));
    const bool may_be_grouped = digits.size() <= 3;
    while (at + 1 < text.size() && text[at] == ',' && is_digit(text[at + 1])) {
        const std::size_t length = digits_from(text, at + 1);
        const std::size_t end = at + 1 + length;
        if (length != 3 || !may_be_grouped) {
            return Fault{.message = "digits are grouped in threes, not as in " +
                                    quoted(text.substr(start, end - start)),
                         .at = start,
                         .length = end - start};
        }
        if (digits[0] == '0') {
            return Fault{.message = "a number with grouped digits does not begin with 0: " +
                                    quoted(text.substr(start, end - start)) +
                                    "; digits after the point follow '.'",
                         .at = start,
                         .length = end - start};
        }
        digits += text.substr(at + 1, length);
        at += 1 + length;
    }
    return digits;
}

Parsed<NumberText> scan(std::string_view text, bool grouped) {
    NumberText number;
    std::size_t at = 0;
    constexpr std::string_view minus_sign = "\u2212";
    if (text.starts_with(minus_sign)) {
        number.plain = "-";
        at = minus_sign.size();
    } else if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        number.plain = text[0] == '-' ? "-" : "";
        at = 1;
    }
    const std::size_t start = at;
    at += digits_from(text, at);
    std::string digits(text.substr(start, at - start));
    if (grouped && at > start) {
        auto more = groups(text, start, at);
        if (!more) {
            return more.fault();
        }
        digits = *more;
    }
    std::string fraction;
    if (at < text.size() && text[at] == '.') {
        const std::size_t length = digits_from(text, at + 1);
        fraction = text.substr(at + 1, length);
        if (digits.empty() && fraction.empty()) {
            return no_number(text, start);
        }
        if (fraction.empty()) {
            return Fault{.message = "no digit follows the point", .at = at, .length = 1};
        }
        at += 1 + length;
    }
    if (digits.empty() && fraction.empty()) {
        return no_number(text, start);
    }
    if (digits.empty()) {
        digits = "0";
    }
    if (digits.size() + fraction.size() > most_digits) {
        return Fault{.message = "a number has at most fifty digits, this one has " +
                                std::to_string(digits.size() + fraction.size()),
                     .at = start,
                     .length = at - start};
    }
    number.plain += digits + (fraction.empty() ? "" : "." + fraction);
    number.places = static_cast<int>(fraction.size());
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        std::size_t exponent = at + 1;
        if (exponent < text.size() && (text[exponent] == '-' || text[exponent] == '+')) {
            ++exponent;
        }
        const std::size_t length = digits_from(text, exponent);
        if (length > 0) {
            const std::string_view power = text.substr(at + 1, exponent + length - at - 1);
            if (length > 2) {
                return Fault{.message = "the exponent " + quoted(power) + " is beyond ±" +
                                        std::to_string(largest_exponent),
                             .at = at,
                             .length = 1 + power.size()};
            }
            number.plain += "e" + std::string(power);
            at = exponent + length;
        }
    }
    number.length = at;
    return number;
}

}  // namespace

Parsed<NumberText> scan_number(std::string_view text) {
    auto number = scan(text, false);
    if (number && number->length != text.size()) {
        return Fault{.message = quoted(text.substr(number->length)) + " is no part of a number",
                     .at = number->length,
                     .length = text.size() - number->length};
    }
    return number;
}

Parsed<NumberText> scan_grouped_number(std::string_view text) { return scan(text, true); }

}  // namespace burden::calc
