#include "burden/calc/plain_text.hpp"

#include <algorithm>
#include <array>

#include "burden/calc/quoted.hpp"

namespace burden::calc {
namespace {

struct Plainer {
    std::string_view written;
    std::string_view plain;
};

constexpr std::array<Plainer, 20> plainer = {{
    {"\t", " "},     {"\u00A0", " "}, {"\u2000", " "},      {"\u2001", " "},      {"\u2002", " "},
    {"\u2003", " "}, {"\u2004", " "}, {"\u2005", " "},      {"\u2006", " "},      {"\u2007", " "},
    {"\u2008", " "}, {"\u2009", " "}, {"\u200A", " "},      {"\u202F", " "},      {"\u205F", " "},
    {"\u3000", " "}, {"\u2212", "-"}, {"\uFFE1", "\u00A3"}, {"\uFFE5", "\u00A5"}, {"\uFFE6", "\u20A9"},
}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The ASCII character that a full-width one, three bytes, stands for; 0 for others.
char half_width(std::string_view character) {
    if (character < "\uFF01" || character > "\uFF5E") {
        return 0;
    }
    const auto low = [&](std::size_t at) { return static_cast<unsigned char>(character[at]) & 0x3FU; };
    // U+FF01 is '!', U+FF5E is '~', in the same order.
    return static_cast<char>(((low(1) << 6U) | low(2)) - 0xF01U + 0x21U);
}

}  // namespace

Parsed<PlainText> PlainText::read(std::string_view typed, std::size_t most_bytes) {
    if (typed.size() > most_bytes) {
        return Fault{.message = "a text of " + std::to_string(typed.size()) + " bytes is too long; at most " +
                                std::to_string(most_bytes) + " are read",
                     .at = most_bytes,
                     .length = typed.size() - most_bytes};
    }
    PlainText result;
    for (std::size_t at = 0; at < typed.size();) {
        const std::size_t length = character_length(typed.substr(at));
        if (length == 0) {
            return Fault{.message = "the byte " + quoted(typed.substr(at, 1)) + " is no character of UTF-8",
                         .at = at};
        }
        const std::string_view character = typed.substr(at, length);
        const auto* const known = std::find_if(plainer.begin(), plainer.end(),
                                               [&](const Plainer& p) { return p.written == character; });
        std::string plain(known != plainer.end() ? known->plain : character);
        if (const char ascii = half_width(character); ascii != 0) {
            plain = ascii;
        }
        result.text_ += plain;
        result.typed_at_.insert(result.typed_at_.end(), plain.size(), at);
        at += length;
    }
    result.typed_at_.push_back(typed.size());
    return result;
}

std::size_t PlainText::typed_at(std::size_t at) const {
    return typed_at_[std::min(at, typed_at_.size() - 1)];
}

Fault PlainText::in_typed(Fault fault) const {
    const std::size_t from = typed_at(fault.at);
    const std::size_t to = typed_at(fault.at + fault.length);
    fault.at = from;
    fault.length = std::max<std::size_t>(1, to - from);
    return fault;
}

Fault moved(Fault fault, std::size_t by) {
    fault.at += by;
    return fault;
}

std::string_view trimmed(std::string_view plain) {
    const std::size_t first = plain.find_first_not_of(' ');
    if (first == std::string_view::npos) {
        return plain.substr(0, 0);
    }
    return plain.substr(first, plain.find_last_not_of(' ') - first + 1);
}

std::vector<std::string_view> pieces(std::string_view plain, char separator) {
    std::vector<std::string_view> result;
    std::size_t from = 0;
    for (;;) {
        const std::size_t to = plain.find(separator, from);
        result.push_back(trimmed(plain.substr(from, to - from)));
        if (to == std::string_view::npos) {
            return result;
        }
        from = to + 1;
    }
}

std::size_t phrase_length(std::string_view plain, std::string_view phrase) {
    std::size_t at = 0;
    for (const char expected : phrase) {
        if (at >= plain.size() || lower(plain[at]) != expected) {
            return 0;
        }
        at = expected == ' ' ? std::min(plain.find_first_not_of(' ', at), plain.size()) : at + 1;
    }
    const bool ends_in_letter = phrase.back() >= 'a' && phrase.back() <= 'z';
    return ends_in_letter && word_length(plain.substr(at)) > 0 ? 0 : at;
}

std::size_t word_length(std::string_view plain) {
    std::size_t at = 0;
    while (at < plain.size()) {
        const std::string_view rest = plain.substr(at);
        const bool ascii = lower(rest[0]) >= 'a' && lower(rest[0]) <= 'z';
        // Letters with accents and bars, as in zł.
        const bool latin = character_length(rest) == 2 && rest >= "\u00C0" && rest < "\u0250";
        if (!ascii && !latin) {
            break;
        }
        at += ascii ? 1 : 2;
    }
    return at;
}

}  // namespace burden::calc
