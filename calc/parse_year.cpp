#include <algorithm>
#include <array>

#include "burden/calc/parse.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"

namespace burden::calc {
namespace {

constexpr std::string_view fiscal_suffix = "年度";
constexpr std::string_view reiwa = "令和";
constexpr std::string_view first_year_of_era = "元";
/// Reiwa 1 is 2019.
constexpr int year_before_reiwa = 2018;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A whole number of `least` to `most` digits and nothing else.
std::optional<int> whole_number(std::string_view text, std::size_t least, std::size_t most) {
    if (text.size() < least || text.size() > most || !std::all_of(text.begin(), text.end(), is_digit)) {
        return std::nullopt;
    }
    int number = 0;
    for (const char digit : text) {
        number = number * 10 + (digit - '0');
    }
    return number;
}

std::string written(const YearText& year) {
    return (year.fiscal ? "FY" : "") + std::to_string(year.year.number);
}

/// A year of any number, or none when the text is in no form that a year has.
std::optional<YearText> year_in(std::string_view plain) {
    bool fiscal = false;
    if (plain.starts_with(reiwa) && plain.ends_with(fiscal_suffix)) {
        plain.remove_prefix(reiwa.size());
        plain.remove_suffix(fiscal_suffix.size());
        const auto of_era = plain == first_year_of_era ? std::optional<int>(1) : whole_number(plain, 1, 3);
        if (!of_era || *of_era == 0) {
            return std::nullopt;
        }
        return YearText{Year{year_before_reiwa + *of_era}, true};
    }
    if (plain.starts_with("FY") || plain.starts_with("fy") || plain.starts_with("Fy")) {
        plain = trimmed(plain.substr(2));
        fiscal = true;
    } else if (plain.ends_with(fiscal_suffix)) {
        plain.remove_suffix(fiscal_suffix.size());
        fiscal = true;
    }
    const auto number = whole_number(plain, 4, 4);
    return number ? std::optional<YearText>(YearText{Year{*number}, fiscal}) : std::nullopt;
}

/// The one year of four digits within a text, as a guess.
std::string guess_of_year(std::string_view plain) {
    const auto* const first = std::find_if(plain.begin(), plain.end(), is_digit);
    const auto* const last = std::find_if_not(first, plain.end(), is_digit);
    if (last - first != 4 || std::any_of(last, plain.end(), is_digit)) {
        return {};
    }
    const bool fiscal = plain.find_first_of("Ff") != std::string_view::npos;
    return (fiscal ? "FY" : "") + std::string(first, last);
}

Parsed<YearText> read_plain_year(std::string_view plain) {
    const std::vector<std::string> allowed = {"2027", "FY2027", "2027年度", "令和9年度"};
    if (plain.empty()) {
        return Fault{.message = "a year is missing", .allowed = allowed};
    }
    const auto year = year_in(plain);
    if (!year) {
        return Fault{.message = "unknown year " + quoted(plain),
                     .at = 0,
                     .length = plain.size(),
                     .allowed = allowed,
                     .nearest = guess_of_year(plain)};
    }
    if (year->year < earliest_year || latest_year < year->year) {
        return Fault{.message = "the year " + std::to_string(year->year.number) + " is outside " +
                                std::to_string(earliest_year.number) + " to " +
                                std::to_string(latest_year.number),
                     .at = 0,
                     .length = plain.size()};
    }
    return *year;
}

Parsed<std::pair<YearText, YearText>> read_plain_years(std::string_view plain);

/// What years with another sign between them were probably meant to be: "2016-2019".
std::string guess_of_years(std::string_view plain) {
    constexpr std::array<std::string_view, 7> others = {"-", "\u2013", "\u2014", " to ",
                                                        "~", "\u301C", "..."};
    for (const std::string_view other : others) {
        const std::size_t at = plain.find(other);
        if (at == std::string_view::npos) {
            continue;
        }
        const auto from = read_plain_year(trimmed(plain.substr(0, at)));
        const auto to = read_plain_year(trimmed(plain.substr(at + other.size())));
        if (from && to) {
            return written(*from) + ".." + written({to->year, from->fiscal});
        }
    }
    return {};
}

Parsed<std::pair<YearText, YearText>> read_plain_years(std::string_view plain) {
    constexpr std::string_view between = "..";
    const std::vector<std::string> allowed = {"FY2023..FY2027", "2016..2019", "2027"};
    const std::size_t sign = plain.find(between);
    const std::string guess = guess_of_years(plain);
    if (!guess.empty() || (sign == std::string_view::npos && plain.empty())) {
        return Fault{.message = plain.empty() ? "years are missing"
                                              : quoted(plain) + " are years without '..' between them",
                     .at = 0,
                     .length = std::max<std::size_t>(1, plain.size()),
                     .allowed = allowed,
                     .nearest = guess};
    }
    if (sign == std::string_view::npos) {
        const auto year = read_plain_year(plain);
        if (!year) {
            return year.fault();
        }
        return std::pair(*year, *year);
    }
    const std::string_view left = trimmed(plain.substr(0, sign));
    const std::string_view right = trimmed(plain.substr(sign + between.size()));
    const auto from = read_plain_year(left);
    if (!from) {
        return moved(from.fault(), left.empty() ? 0 : place_of(left, plain));
    }
    const auto to = read_plain_year(right);
    if (!to) {
        return moved(to.fault(), right.empty() ? plain.size() : place_of(right, plain));
    }
    if (from->fiscal != to->fiscal) {
        return Fault{
            .message = "fiscal and calendar years are mixed: " + written(*from) + " and " + written(*to),
            .at = 0,
            .length = plain.size(),
            .allowed = allowed,
            .nearest = "FY" + std::to_string(from->year.number) + "..FY" + std::to_string(to->year.number)};
    }
    if (to->year < from->year) {
        return Fault{.message = written(*from) + " comes after " + written(*to),
                     .at = 0,
                     .length = plain.size(),
                     .allowed = allowed,
                     .nearest = written(*to) + ".." + written(*from)};
    }
    return std::pair(*from, *to);
}

int days_in(int year, int month) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days.at(static_cast<std::size_t>(month - 1)) + (month == 2 && leap ? 1 : 0);
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

Parsed<Date> read_plain_date(std::string_view plain) {
    const std::vector<std::string> allowed = {"2026-04-01", "2026-04", "2026"};
    if (plain.empty()) {
        return Fault{.message = "a date is missing", .allowed = allowed};
    }
    const auto parts = pieces(plain, '-');
    const bool as_typed = plain.find(' ') == std::string_view::npos && parts.size() <= 3;
    const auto year = whole_number(parts[0], 4, 4);
    const auto month = parts.size() > 1 ? whole_number(parts[1], 2, 2) : std::optional<int>(0);
    const auto day = parts.size() > 2 ? whole_number(parts[2], 2, 2) : std::optional<int>(0);
    if (!as_typed || !year || !month || !day) {
        return Fault{
            .message = "unknown date " + quoted(plain), .at = 0, .length = plain.size(), .allowed = allowed};
    }
    if (Year{*year} < earliest_year || latest_year < Year{*year}) {
        return Fault{.message = "the year " + std::string(parts[0]) + " is outside " +
                                std::to_string(earliest_year.number) + " to " +
                                std::to_string(latest_year.number),
                     .at = 0,
                     .length = parts[0].size()};
    }
    if (parts.size() > 1 && (*month < 1 || *month > 12)) {
        return Fault{.message = "there is no month " + quoted(parts[1]),
                     .at = place_of(parts[1], plain),
                     .length = parts[1].size(),
                     .allowed = {"01 to 12"}};
    }
    if (parts.size() > 2 && (*day < 1 || *day > days_in(*year, *month))) {
        const std::string last = std::to_string(days_in(*year, *month));
        return Fault{
            .message = to_text(Date{*year, *month, 0}) + " has " + last + " days, no day " + quoted(parts[2]),
            .at = place_of(parts[2], plain),
            .length = parts[2].size(),
            .allowed = {"01 to " + last}};
    }
    return Date{*year, *month, *day};
}

}  // namespace

Parsed<YearText> read_year(std::string_view text) {
    return read_plainly<YearText>(text, longest_figure, read_plain_year);
}

Parsed<std::pair<YearText, YearText>> read_years(std::string_view text) {
    return read_plainly<std::pair<YearText, YearText>>(text, longest_figure, read_plain_years);
}

Parsed<Date> read_date(std::string_view text) {
    return read_plainly<Date>(text, longest_figure, read_plain_date);
}

std::string to_text(const Date& date) {
    std::string text = std::to_string(date.year);
    for (const int part : {date.month, date.day}) {
        if (part == 0) {
            break;
        }
        text += "-" + two_digits(part);
    }
    return text;
}

}  // namespace burden::calc
