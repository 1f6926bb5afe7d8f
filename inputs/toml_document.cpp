#include "burden/inputs/toml_document.hpp"

namespace burden::inputs {
namespace {

/// The parser of TOML stands before what it holds to be impossible.
struct ParserAtALoss {};

[[noreturn]] void throw_parser_at_a_loss() { throw ParserAtALoss(); }

}  // namespace
}  // namespace burden::inputs

// The parser asserts some things that a file can break. Where it would abort, or with NDEBUG assume the
// contrary, it throws here, and the file is refused.
#undef NDEBUG
#define TOML_ASSERT(expression) ((expression) ? (void)0 : burden::inputs::throw_parser_at_a_loss())
#include <toml++/toml.h>

#include <algorithm>

#include "burden/inputs/facts_reader.hpp"
#include "burden/inputs/toml_scan.hpp"
#include "burden/inputs/toml_syntax.hpp"

namespace burden::inputs {
namespace {

using Kind = TomlNode::Kind;

std::string digits(long long number, std::size_t places) {
    std::string text = std::to_string(number);
    return std::string(places - std::min(places, text.size()), '0') + text;
}

std::string written(const toml::date& date) {
    return digits(date.year, 4) + "-" + digits(date.month, 2) + "-" + digits(date.day, 2);
}

/// Puts what the parser made into a tree of ours.
class Converter {
public:
    explicit Converter(const FileProblems& problems) : problems_(problems) {}

    TomlNode node(const toml::node& parsed) const {
        TomlNode result;
        result.place = place(parsed.source());
        parsed.visit([&](const auto& value) { fill(result, value); });
        return result;
    }

private:
    void fill(TomlNode& result, const toml::table& table) const {
        for (const auto& [key, value] : table) {
            result.entries.push_back(
                {.key = std::string(key.str()), .place = place(key.source()), .value = node(value)});
        }
        // The parser keeps them by name.
        std::sort(result.entries.begin(), result.entries.end(), [](const TomlEntry& a, const TomlEntry& b) {
            return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
        });
    }
    void fill(TomlNode& result, const toml::array& array) const {
        result.kind = Kind::list;
        for (const toml::node& item : array) {
            result.items.push_back(node(item));
        }
    }
    void fill(TomlNode& result, const toml::value<std::string>& text) const {
        result.kind = Kind::text;
        result.text = text.get();
    }
    void fill(TomlNode& result, const toml::value<std::int64_t>& whole) const {
        result.kind = Kind::whole;
        result.text = std::to_string(whole.get());
    }
    void fill(TomlNode& result, const toml::value<double>&) const { result.kind = Kind::fraction; }
    void fill(TomlNode& result, const toml::value<bool>& value) const {
        result.kind = Kind::truth;
        result.text = value.get() ? "true" : "false";
    }
    void fill(TomlNode& result, const toml::value<toml::date>& date) const {
        result.kind = Kind::date;
        result.text = written(date.get());
    }
    void fill(TomlNode& result, const toml::value<toml::time>&) const { result.kind = Kind::time; }
    void fill(TomlNode& result, const toml::value<toml::date_time>&) const { result.kind = Kind::time; }

    Place place(const toml::source_region& region) const {
        const std::size_t line = region.begin.line;
        const std::size_t column = region.begin.column;
        const std::size_t end = region.end.line == region.begin.line
                                    ? region.end.column
                                    : character_count(problems_.line(line)) + 1;
        return {.line = line, .column = column, .length = end > column ? end - column : 1};
    }

    const FileProblems& problems_;
};

}  // namespace

std::string_view in_words(Kind kind) {
    switch (kind) {
        case Kind::text:
            return "a text";
        case Kind::whole:
            return "a whole number";
        case Kind::fraction:
            return "a fraction";
        case Kind::truth:
            return "true or false";
        case Kind::date:
            return "a date";
        case Kind::time:
            return "a time of day";
        case Kind::list:
            return "a list";
        case Kind::table:
            break;
    }
    return "a table";
}

std::string_view without_byte_order_mark(std::string_view text) {
    constexpr std::string_view mark = "\uFEFF";
    return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

std::optional<TomlNode> read_toml(std::string_view text, FileProblems& problems) {
    if (text.size() > largest_file) {
        problems.error({}, "the file holds " + std::to_string(text.size()) + " bytes; at most " +
                               std::to_string(largest_file) + " are read");
        return std::nullopt;
    }
    const auto scan = scan_toml(text, problems);
    if (!scan) {
        return std::nullopt;
    }
    try {
        return Converter(problems).node(toml::parse(text));
    } catch (const toml::parse_error& error) {
        const toml::source_position at = error.source().begin;
        add_syntax_error(error.description(), {.line = at.line, .column = at.column}, *scan, problems);
        return std::nullopt;
    } catch (const ParserAtALoss&) {
        problems.error({}, "the file is no TOML");
        return std::nullopt;
    }
}

Place place_of(const calc::Fault& fault, const TomlNode& node, const FileProblems& problems) {
    std::string_view line = problems.line(node.place.line);
    for (std::size_t i = 1; i < node.place.column && !line.empty(); ++i) {
        std::size_t end = 1;
        while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        line.remove_prefix(end);
    }
    const bool quoted = line.starts_with('"') || line.starts_with('\'');
    if (node.kind != Kind::text || !quoted || !line.substr(1).starts_with(node.text)) {
        return node.place;
    }
    const std::string_view content = node.text;
    const std::size_t at = std::min(fault.at, content.size());
    return {.line = node.place.line,
            .column = node.place.column + 1 + character_count(content.substr(0, at)),
            .length = std::max<std::size_t>(1, character_count(content.substr(at, fault.length)))};
}

}  // namespace burden::inputs
