#include "burden/inputs/toml_syntax.hpp"

#include <algorithm>
#include <optional>

#include "burden/calc/quoted.hpp"

namespace burden::inputs {
namespace {

constexpr std::string_view blanks = " \t";

bool mentions(std::string_view text, std::string_view words) {
    return text.find(words) != std::string_view::npos;
}

/// A stretch of a line by its bytes, as a place.
Place stretch(std::string_view line, std::size_t number, std::size_t first, std::size_t end) {
    return {.line = number,
            .column = character_count(line.substr(0, first)) + 1,
            .length = std::max<std::size_t>(1, character_count(line.substr(first, end - first)))};
}

/// A line of the form `key = rest`.
struct Setting {
    std::string_view key;
    std::string_view rest;  ///< without spaces around it and a comment after it
    Place key_place;
    Place rest_place;
};

std::optional<Setting> setting(std::string_view line, std::size_t number) {
    const std::size_t sign = line.find('=');
    const std::size_t start = line.find_first_not_of(blanks);
    if (sign == std::string_view::npos || start >= sign || line.find_first_of("\"'[{#") < sign) {
        return std::nullopt;
    }
    const std::size_t key_end = line.find_last_not_of(blanks, sign - 1) + 1;
    const std::size_t first = std::min(line.find_first_not_of(blanks, sign + 1), line.size());
    std::size_t end = std::min(line.find('#', first), line.size());
    while (end > first && mentions(blanks, line.substr(end - 1, 1))) {
        --end;
    }
    return Setting{.key = line.substr(start, key_end - start),
                   .rest = line.substr(first, end - first),
                   .key_place = stretch(line, number, start, key_end),
                   .rest_place = stretch(line, number, first, end)};
}

/// The byte of a line that a column stands at.
std::size_t byte_at(std::string_view line, std::size_t column) {
    std::size_t at = 0;
    for (std::size_t i = 1; i < column && at < line.size(); ++i) {
        at += std::max<std::size_t>(1, calc::character_length(line.substr(at)));
    }
    return at;
}

/// The name within the first quotes of a description.
std::string_view named(std::string_view described) {
    const std::size_t first = described.find('\'');
    const std::size_t last = first == std::string_view::npos ? first : described.rfind('\'');
    return first == last ? std::string_view{} : described.substr(first + 1, last - first - 1);
}

void add_duplicate(std::string_view described, const Place& where, FileProblems& problems) {
    const std::string_view line = problems.line(where.line);
    const std::string_view name = named(described);
    if (line.starts_with('[')) {
        problems.error(stretch(line, where.line, 0, line.size()),
                       "the table " + calc::quoted(name) + " stands twice");
        return;
    }
    // The parser points to the value, and does not name the first part of a dotted key.
    const std::size_t value = byte_at(line, where.column);
    const std::size_t at = name.empty() ? std::string_view::npos : line.rfind(name, value);
    if (at != std::string_view::npos) {
        problems.error(stretch(line, where.line, at, at + name.size()), calc::quoted(name) + " is set twice");
        return;
    }
    const std::size_t end = std::min(line.find_first_of(". \t=", value), line.size());
    problems.error(stretch(line, where.line, value, end),
                   calc::quoted(line.substr(value, end - value)) + " is set twice");
}

/// Whether a value was meant to be a text or figure and lacks its quotes.
bool lacks_quotes(std::string_view rest) { return !rest.empty() && !mentions("\"'[{", rest.substr(0, 1)); }

}  // namespace

void add_syntax_error(std::string_view described, const Place& where, const TomlScan& scan,
                      FileProblems& problems) {
    constexpr std::string_view preamble = "Error while parsing ";
    const std::size_t colon = described.find(": ");
    const std::string_view reading =
        described.starts_with(preamble) ? described.substr(preamble.size()) : described;
    const std::string_view reason = colon == std::string_view::npos ? described : described.substr(colon + 2);
    const std::string_view line = problems.line(where.line);
    const auto set = setting(line, where.line);

    if (mentions(reason, "cannot redefine existing") || mentions(reason, "cannot insert")) {
        add_duplicate(reason, where, problems);
    } else if (set && set->rest.empty()) {
        problems.error(set->key_place, calc::quoted(set->key) + " has no value");
    } else if (set && (reading.starts_with("date") || reading.starts_with("time"))) {
        problems.error(set->rest_place, "there is no date " + calc::quoted(set->rest),
                       {.hint = "a date is written 2026-04-14; a month \"2026-04\""});
    } else if (set && lacks_quotes(set->rest)) {
        problems.error(set->rest_place, calc::quoted(set->rest) + " stands without quotes",
                       {.hint = "text and figures are quoted: " + std::string(set->key.substr(0, 40)) +
                                " = \"" + std::string(set->rest.substr(0, 40)) + "\""});
    } else if (mentions(reason, "unknown escape sequence")) {
        problems.error(where, "a backslash begins nothing that is known",
                       {.hint = "a backslash itself is written \\\\"});
    } else if (scan.unclosed && mentions(reason, "end-of-file")) {
        problems.error(*scan.unclosed, "a bracket opens here, and none closes it");
    } else if (mentions(reason, "expected '='") ||
               reading.starts_with("key-value pair: encountered end-of-file")) {
        const std::size_t start = std::min(line.find_first_not_of(blanks), line.size());
        const std::size_t end = line.find_last_not_of(blanks) + 1;
        problems.error(stretch(line, where.line, start, std::max(start, end)),
                       "the line sets nothing: it has no '=' behind a key");
    } else {
        problems.error(where, "the line is no TOML: " + std::string(reason));
    }
}

}  // namespace burden::inputs
