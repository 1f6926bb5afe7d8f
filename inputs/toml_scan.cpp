#include "burden/inputs/toml_scan.hpp"

#include <array>
#include <vector>

#include "burden/calc/quoted.hpp"
#include "burden/inputs/facts_reader.hpp"

namespace burden::inputs {
namespace {

/// The parser looks through all earlier tables at each new one.
constexpr int most_tables = 20'000;

std::string hexadecimal(unsigned number, int digits) {
    constexpr std::string_view names = "0123456789ABCDEF";
    std::string text;
    for (int place = digits - 1; place >= 0; --place) {
        text += names[(number >> (4U * static_cast<unsigned>(place))) & 0xFU];
    }
    return text;
}

bool starts_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '"' || c == '\'';
}

/// Goes through a file byte by byte and keeps line and column.
class Scanner {
public:
    Scanner(std::string_view text, FileProblems& problems) : text_(text), problems_(problems) {}

    bool is_text() {
        for (; at_ < text_.size(); advance()) {
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (calc::character_length(text_.substr(at_)) == 0) {
                problems_.error(place(), "the file is no text in UTF-8: byte 0x" + hexadecimal(byte, 2),
                                {.hint = "save it as UTF-8"});
                return false;
            }
            if (text_.substr(at_).starts_with("\uFEFF")) {
                problems_.error(place(), "a mark of byte order stands within the file");
                return false;
            }
            const bool allowed = byte == '\t' || byte == '\n' || (byte == '\r' && next_is('\n'));
            if ((byte < 0x20U && !allowed) || byte == 0x7FU) {
                problems_.error(place(), byte == '\r' ? "a carriage return stands without a line feed"
                                                      : "a control character, U+" + hexadecimal(byte, 4));
                return false;
            }
        }
        start_again();
        return true;
    }

    std::optional<TomlScan> structure() {
        for (; at_ < text_.size(); advance()) {
            const char c = text_[at_];
            if (c == '#') {
                skip_comment();
            } else if (c == '"' || c == '\'') {
                if (!quoted(c)) {
                    return std::nullopt;
                }
            } else if (!token(c)) {
                return std::nullopt;
            }
            if (c != ' ' && c != '\t' && c != '\r') {
                before_ = c;
            }
        }
        return TomlScan{.unclosed = open_.empty() ? std::nullopt : std::optional<Place>(open_.back())};
    }

private:
    Place place() const { return {.line = line_, .column = column_, .length = 1}; }
    bool next_is(char c) const { return at_ + 1 < text_.size() && text_[at_ + 1] == c; }

    void start_again() {
        at_ = 0;
        line_ = 1;
        column_ = 1;
    }

    /// To the next character; never past the end.
    void advance() {
        if (at_ >= text_.size()) {
            return;
        }
        const bool line_ends = text_[at_] == '\n';
        at_ += std::max<std::size_t>(1, calc::character_length(text_.substr(at_)));
        line_ += line_ends ? 1U : 0U;
        column_ = line_ends ? 1 : column_ + 1;
    }

    /// Leaves the position at the line's break.
    void skip_comment() {
        while (at_ + 1 < text_.size() && text_[at_ + 1] != '\n') {
            advance();
        }
    }

    /// Leaves the position at the last quote. Where a text cannot begin, scan and parser would part ways.
    bool quoted(char quote) {
        const Place opening = place();
        constexpr std::string_view before_a_text = "=,[{.\n";
        if (before_a_text.find(before_) == std::string_view::npos) {
            problems_.error(opening, "a quote stands where no text begins",
                            {.hint = "a line is  key = \"text\""});
            return false;
        }
        const std::array<char, 3> three = {quote, quote, quote};
        const std::string_view long_quote(three.data(), three.size());
        const bool spans_lines = text_.substr(at_).starts_with(long_quote);
        const std::string_view closing = spans_lines ? long_quote : long_quote.substr(0, 1);
        for (std::size_t i = 0; i < closing.size(); ++i) {
            advance();
        }
        while (at_ < text_.size() && !text_.substr(at_).starts_with(closing) &&
               (spans_lines || text_[at_] != '\n')) {
            if (text_[at_] == '\\' && quote == '"' && (spans_lines || !next_is('\n'))) {
                advance();
            }
            advance();
        }
        if (at_ >= text_.size() || !text_.substr(at_).starts_with(closing)) {
            problems_.error(opening, "a text begins here, and no quote ends it");
            return false;
        }
        for (std::size_t i = 1; i < closing.size(); ++i) {
            advance();
        }
        // A long text may end in one or two quotes of its own.
        for (int i = 0; spans_lines && i < 2 && next_is(quote); ++i) {
            advance();
        }
        return true;
    }

    /// Whether a header's opening bracket has no name behind it, at which the parser would be at a loss.
    bool header_lacks_name() const {
        constexpr std::string_view blanks = " \t";
        const std::string_view line = problems_.line(line_);
        const std::size_t bracket = column_ - 1;
        if (!open_.empty() || line.find_first_not_of(blanks) != bracket) {
            return false;
        }
        const std::size_t behind = bracket + (line.substr(bracket).starts_with("[[") ? 2 : 1);
        const std::size_t name = line.find_first_not_of(blanks, behind);
        return name == std::string_view::npos || !starts_name(line[name]);
    }

    bool token(char c) {
        if (static_cast<unsigned char>(c) >= 0x80U) {
            const std::string_view character = text_.substr(at_, calc::character_length(text_.substr(at_)));
            problems_.error(place(), calc::quoted(character) + " stands outside of quotes");
            return false;
        }
        if (c == '[' && header_lacks_name()) {
            problems_.error(place(), "no name of a table follows the bracket",
                            {.allowed = {"[series.values]", "[[series]]", "[source.KEY]"}});
            return false;
        }
        if (c == '[' || c == '{') {
            tables_ += c == '{' || open_.empty() ? 1 : 0;
            open_.push_back(place());
            names_ = 0;
        } else if (c == ']' || c == '}') {
            if (!open_.empty()) {
                open_.pop_back();
            }
            names_ = 0;
        } else if (c == '.') {
            ++names_;
            ++tables_;
        } else if (c == '=' || c == ',' || c == '\n') {
            names_ = 0;
        }
        if (open_.size() + static_cast<std::size_t>(names_) > static_cast<std::size_t>(deepest_nesting)) {
            problems_.error(place(), "nested deeper than " + std::to_string(deepest_nesting) + " levels");
            return false;
        }
        if (tables_ > most_tables) {
            problems_.error(place(), "more than " + std::to_string(most_tables) + " tables in one file");
            return false;
        }
        return true;
    }

    std::string_view text_;
    FileProblems& problems_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
    std::vector<Place> open_;
    int names_ = 0;  ///< points within a name or a header, each a level
    int tables_ = 0;
    char before_ = '\n';  ///< what stands before, spaces left out
};

}  // namespace

std::optional<TomlScan> scan_toml(std::string_view text, FileProblems& problems) {
    Scanner scanner(text, problems);
    if (!scanner.is_text()) {
        return std::nullopt;
    }
    return scanner.structure();
}

}  // namespace burden::inputs
