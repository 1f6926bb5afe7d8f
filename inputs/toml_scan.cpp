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

    std::optional<TomlScan> nesting() {
        for (; at_ < text_.size(); advance()) {
            const char c = text_[at_];
            if (c == '#') {
                skip_comment();
            } else if (c == '"' || c == '\'') {
                skip_quoted(c);
            } else if (!structure(c)) {
                return std::nullopt;
            }
        }
        if (!unclosed_ && !open_.empty()) {
            unclosed_ = open_.back();
        }
        return TomlScan{.unclosed = unclosed_, .unclosed_quote = unclosed_quote_};
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

    /// Leaves the position at the last quote, or at what stands before the break that ends the line.
    void skip_quoted(char quote) {
        const Place opening = place();
        const std::array<char, 3> three = {quote, quote, quote};
        const std::string_view long_quote(three.data(), three.size());
        const bool spans_lines = text_.substr(at_).starts_with(long_quote);
        const std::string_view closing = spans_lines ? long_quote : long_quote.substr(0, 1);
        for (std::size_t i = 0; i < closing.size(); ++i) {
            advance();
        }
        while (at_ < text_.size() && !text_.substr(at_).starts_with(closing)) {
            if (!spans_lines && (text_[at_] == '\n' || next_is('\n'))) {
                break;
            }
            if (text_[at_] == '\\' && quote == '"') {
                advance();
            }
            advance();
        }
        if (!text_.substr(std::min(at_, text_.size())).starts_with(closing)) {
            if (!unclosed_quote_) {
                unclosed_ = opening;
                unclosed_quote_ = true;
            }
            return;
        }
        for (std::size_t i = 1; i < closing.size(); ++i) {
            advance();
        }
        // A long text may end in one or two quotes of its own.
        for (int i = 0; spans_lines && i < 2 && next_is(quote); ++i) {
            advance();
        }
    }

    bool structure(char c) {
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
    std::optional<Place> unclosed_;
    bool unclosed_quote_ = false;
};

}  // namespace

std::optional<TomlScan> scan_toml(std::string_view text, FileProblems& problems) {
    Scanner scanner(text, problems);
    if (!scanner.is_text()) {
        return std::nullopt;
    }
    return scanner.nesting();
}

}  // namespace burden::inputs
