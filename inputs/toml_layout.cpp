#include "burden/inputs/toml_layout.hpp"

#include <algorithm>

namespace burden::inputs {
namespace {

bool is_bare(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// A quoted name without its quotes. Escapes of ASCII alone are undone: no name that is known has others.
std::string unquoted(std::string_view quoted) {
    const std::string_view content = quoted.size() < 2 ? quoted : quoted.substr(1, quoted.size() - 2);
    if (quoted.starts_with('\'')) {
        return std::string(content);
    }
    std::string name;
    for (std::size_t i = 0; i < content.size(); ++i) {
        if (content[i] != '\\' || i + 1 == content.size()) {
            name += content[i];
            continue;
        }
        const char kind = content[++i];
        const std::size_t digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        if (digits == 0) {
            name += kind;
            continue;
        }
        const std::string code(content.substr(i + 1, digits));
        const unsigned long number = std::strtoul(code.c_str(), nullptr, 16);
        name +=
            number < 0x80 ? std::string(1, static_cast<char>(number)) : "\\" + std::string(1, kind) + code;
        i += code.size();
    }
    return name;
}

/// Goes through a text that is known to be TOML. Never past its end, whatever it holds.
class Layer {
public:
    explicit Layer(std::string_view text) : text_(text) {}

    std::vector<LaidBlock> blocks() {
        std::vector<LaidBlock> result(1);
        if (text_.starts_with("\uFEFF")) {
            at_ = std::string_view("\uFEFF").size();
        }
        for (skip_lines(); at_ < text_.size(); skip_lines()) {
            const std::size_t before = at_;
            if (peek() == '[') {
                result.push_back(header());
            } else {
                result.back().entries.push_back(entry(result.back().path));
            }
            if (at_ == before) {
                ++at_;
            }
        }
        return result;
    }

private:
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    void skip_blanks() {
        while (peek() == ' ' || peek() == '\t') {
            ++at_;
        }
    }

    /// Over spaces, line breaks and comments.
    void skip_lines() {
        while (at_ < text_.size()) {
            const char c = peek();
            if (c == '#') {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                ++at_;
            } else {
                return;
            }
        }
    }

    /// Over a text, from its first quote to its last.
    void skip_quoted() {
        const char quote = peek();
        const std::string three(3, quote);
        const bool is_long = text_.substr(at_).starts_with(three);
        const std::string_view closing = std::string_view(three).substr(0, is_long ? 3 : 1);
        at_ += closing.size();
        while (at_ < text_.size() && !text_.substr(at_).starts_with(closing)) {
            at_ += quote == '"' && peek() == '\\' ? 2 : 1;
        }
        at_ = std::min(at_ + closing.size(), text_.size());
        // A long text may end in one or two quotes of its own.
        for (int i = 0; is_long && i < 2 && peek() == quote; ++i) {
            ++at_;
        }
    }

    /// Names with points between them; appended to `path`.
    std::vector<Span> names(std::vector<std::string>& path) {
        std::vector<Span> spans;
        while (at_ < text_.size()) {
            skip_blanks();
            const std::size_t begin = at_;
            if (peek() == '"' || peek() == '\'') {
                skip_quoted();
                path.push_back(unquoted(text_.substr(begin, at_ - begin)));
            } else {
                while (is_bare(peek())) {
                    ++at_;
                }
                path.emplace_back(text_.substr(begin, at_ - begin));
            }
            spans.push_back({begin, at_});
            skip_blanks();
            if (peek() != '.') {
                break;
            }
            ++at_;
        }
        return spans;
    }

    LaidBlock header() {
        LaidBlock block;
        const std::size_t begin = at_;
        ++at_;
        block.is_list = peek() == '[';
        at_ += block.is_list ? 1 : 0;
        names(block.path);
        while (peek() == ']') {
            ++at_;
        }
        block.header = {begin, at_};
        return block;
    }

    LaidEntry entry(const std::vector<std::string>& around) {
        LaidEntry entry;
        entry.path = around;
        entry.names = names(entry.path);
        if (peek() == '=') {
            ++at_;
        }
        skip_blanks();
        const std::size_t begin = at_;
        entry.is_table = peek() == '{';
        if (entry.is_table) {
            entry.inside = inline_table(entry.path);
        } else {
            skip_value();
        }
        entry.value = {begin, at_};
        return entry;
    }

    std::vector<LaidEntry> inline_table(const std::vector<std::string>& path) {
        std::vector<LaidEntry> entries;
        ++at_;
        for (skip_lines(); at_ < text_.size() && peek() != '}'; skip_lines()) {
            const std::size_t before = at_;
            if (peek() == ',') {
                ++at_;
            } else {
                entries.push_back(entry(path));
            }
            if (at_ == before) {
                ++at_;
            }
        }
        at_ = std::min(at_ + 1, text_.size());
        return entries;
    }

    void skip_value() {
        if (peek() == '"' || peek() == '\'') {
            skip_quoted();
        } else if (peek() == '[') {
            skip_list();
        } else {
            // A bare value; a date may have a space before its time, and no setting is one.
            while (at_ < text_.size() &&
                   std::string_view(",]}# \t\r\n").find(peek()) == std::string_view::npos) {
                ++at_;
            }
        }
    }

    void skip_list() {
        int open = 0;
        do {
            const char c = peek();
            if (c == '"' || c == '\'') {
                skip_quoted();
            } else if (c == '#') {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else {
                open += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
                ++at_;
            }
        } while (open > 0 && at_ < text_.size());
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<LaidBlock> toml_layout(std::string_view text) { return Layer(text).blocks(); }

std::string toml_name(std::string_view name) {
    const bool bare = !name.empty() && std::all_of(name.begin(), name.end(), is_bare);
    return bare ? std::string(name) : toml_text(name);
}

std::string toml_text(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (c == '\n') {
            result += "\\n";
        } else if (byte < 0x20U || byte == 0x7FU) {
            result += "\\u00";
            result += digits[byte >> 4U];
            result += digits[byte & 0xFU];
        } else {
            result += c;
        }
    }
    return result + '"';
}

}  // namespace burden::inputs
