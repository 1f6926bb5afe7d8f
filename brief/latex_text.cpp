#include "burden/brief/latex_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "burden/brief/display_width.hpp"
#include "burden/brief/utf8.hpp"

namespace burden::brief {
namespace {

using Name = std::pair<char32_t, std::string_view>;

/// Signs that are set by a name, in order of code point.
constexpr std::array names = {
    Name{U'"', "\\textquotedbl{}"},
    Name{U'#', "\\#"},
    Name{U'$', "\\$"},
    Name{U'%', "\\%"},
    Name{U'&', "\\&"},
    // After \\ and \item these would be read as an option.
    Name{U'*', "{*}"},
    Name{U'<', "\\textless{}"},
    Name{U'>', "\\textgreater{}"},
    Name{U'[', "{[}"},
    Name{U'\\', "\\textbackslash{}"},
    Name{U']', "{]}"},
    Name{U'^', "\\textasciicircum{}"},
    Name{U'_', "\\_"},
    Name{U'`', "\\textasciigrave{}"},
    Name{U'{', "\\{"},
    Name{U'|', "\\textbar{}"},
    Name{U'}', "\\}"},
    Name{U'~', "\\textasciitilde{}"},
    Name{0xA0, "~"},
    Name{0xAD, "\\-"},
    Name{U'Α', "A"},
    Name{U'Γ', "\\ensuremath{\\Gamma}"},
    Name{U'Δ', "\\ensuremath{\\Delta}"},
    Name{U'Θ', "\\ensuremath{\\Theta}"},
    Name{U'Λ', "\\ensuremath{\\Lambda}"},
    Name{U'Ξ', "\\ensuremath{\\Xi}"},
    Name{U'Π', "\\ensuremath{\\Pi}"},
    Name{U'Σ', "\\ensuremath{\\Sigma}"},
    Name{U'Φ', "\\ensuremath{\\Phi}"},
    Name{U'Ψ', "\\ensuremath{\\Psi}"},
    Name{U'Ω', "\\ensuremath{\\Omega}"},
    Name{U'α', "\\ensuremath{\\alpha}"},
    Name{U'β', "\\ensuremath{\\beta}"},
    Name{U'γ', "\\ensuremath{\\gamma}"},
    Name{U'δ', "\\ensuremath{\\delta}"},
    Name{U'ε', "\\ensuremath{\\varepsilon}"},
    Name{U'ζ', "\\ensuremath{\\zeta}"},
    Name{U'η', "\\ensuremath{\\eta}"},
    Name{U'θ', "\\ensuremath{\\theta}"},
    Name{U'κ', "\\ensuremath{\\kappa}"},
    Name{U'λ', "\\ensuremath{\\lambda}"},
    Name{U'μ', "\\ensuremath{\\mu}"},
    Name{U'ν', "\\ensuremath{\\nu}"},
    Name{U'ξ', "\\ensuremath{\\xi}"},
    Name{U'π', "\\ensuremath{\\pi}"},
    Name{U'ρ', "\\ensuremath{\\rho}"},
    Name{U'σ', "\\ensuremath{\\sigma}"},
    Name{U'τ', "\\ensuremath{\\tau}"},
    Name{U'φ', "\\ensuremath{\\varphi}"},
    Name{U'χ', "\\ensuremath{\\chi}"},
    Name{U'ψ', "\\ensuremath{\\psi}"},
    Name{U'ω', "\\ensuremath{\\omega}"},
    Name{0x2002, "\\enspace{}"},
    Name{0x2003, "\\quad{}"},
    Name{0x2009, "\\,"},
    Name{0x200A, "\\,"},
    Name{0x200B, "\\allowbreak{}"},
    Name{0x2010, "-"},
    Name{0x2011, "\\mbox{-}"},
    Name{0x2012, "--"},
    Name{U'‘', "\\textquoteleft{}"},
    Name{U'’', "\\textquoteright{}"},
    Name{U'“', "\\textquotedblleft{}"},
    Name{U'”', "\\textquotedblright{}"},
    Name{0x202F, "\\,"},
    Name{U'′', "\\ensuremath{'}"},
    Name{U'″', "\\ensuremath{''}"},
    Name{U'⁰', "\\textsuperscript{0}"},
    Name{U'⁴', "\\textsuperscript{4}"},
    Name{U'⁵', "\\textsuperscript{5}"},
    Name{U'⁶', "\\textsuperscript{6}"},
    Name{U'⁷', "\\textsuperscript{7}"},
    Name{U'⁸', "\\textsuperscript{8}"},
    Name{U'⁹', "\\textsuperscript{9}"},
    Name{U'⁻', "\\textsuperscript{\\textminus}"},
    Name{U'ⁿ', "\\textsuperscript{n}"},
    Name{U'₀', "\\textsubscript{0}"},
    Name{U'₁', "\\textsubscript{1}"},
    Name{U'₂', "\\textsubscript{2}"},
    Name{U'₃', "\\textsubscript{3}"},
    Name{U'₄', "\\textsubscript{4}"},
    Name{U'₅', "\\textsubscript{5}"},
    Name{U'₆', "\\textsubscript{6}"},
    Name{U'₇', "\\textsubscript{7}"},
    Name{U'₈', "\\textsubscript{8}"},
    Name{U'₉', "\\textsubscript{9}"},
    Name{U'™', "\\textsuperscript{TM}"},
    Name{U'→', "\\ensuremath{\\rightarrow}"},
    Name{U'⇒', "\\ensuremath{\\Rightarrow}"},
    Name{U'∆', "\\ensuremath{\\Delta}"},
    Name{U'∑', "\\ensuremath{\\Sigma}"},
    Name{U'−', "\\textminus{}"},
    Name{U'√', "\\ensuremath{\\surd}"},
    Name{U'∞', "\\ensuremath{\\infty}"},
    Name{U'≈', "\\ensuremath{\\approx}"},
    Name{U'≠', "\\ensuremath{\\neq}"},
    Name{U'≤', "\\ensuremath{\\leq}"},
    Name{U'≥', "\\ensuremath{\\geq}"},
    Name{U'⋮', "\\ensuremath{\\vdots}"},
    Name{U'⋯', "\\ensuremath{\\cdots}"},
};
static_assert(std::is_sorted(names.begin(), names.end(),
                             [](const Name& a, const Name& b) { return a.first < b.first; }));

/// Characters that Latin Modern has in every shape and that both engines read as they are.
struct Range {
    char32_t first;
    char32_t last;
};
constexpr std::array<Range, 18> known = {{{0x20, 0x7E},
                                          {0xA1, 0x125},
                                          {0x128, 0x131},
                                          {0x134, 0x137},
                                          {0x139, 0x13E},
                                          {0x141, 0x148},
                                          {0x14A, 0x165},
                                          {0x168, 0x17E},
                                          {0x218, 0x21B},
                                          {0x2013, 0x2014},
                                          {0x201A, 0x201A},
                                          {0x201E, 0x201E},
                                          {0x2020, 0x2022},
                                          {0x2026, 0x2026},
                                          {0x2030, 0x2030},
                                          {0x2039, 0x203A},
                                          {0x20A9, 0x20A9},
                                          {0x20AC, 0x20AC}}};

bool is_known(char32_t c) {
    return std::any_of(known.begin(), known.end(),
                       [&](const Range& range) { return range.first <= c && c <= range.last; });
}

std::string_view name_of(char32_t c) {
    const auto* const found = std::lower_bound(
        names.begin(), names.end(), c, [](const Name& name, char32_t sign) { return name.first < sign; });
    return found != names.end() && found->first == c ? found->second : std::string_view();
}

std::string hexadecimal(char32_t c) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (auto rest = static_cast<std::uint32_t>(c); rest > 0 || text.empty(); rest /= 16) {
        text.insert(text.begin(), digits[rest % 16]);
    }
    return text;
}

/// Words longer than this may be broken behind a sign, or after as many characters without one.
constexpr int longest_unbroken = 20;
constexpr int longest_piece = 12;

class Escaper {
public:
    explicit Escaper(Language language, bool code) : language_(language), code_(code) {}

    std::string of(std::string_view words) {
        const std::string plain = harmless(words);
        CodePoint c;
        for (std::size_t at = 0; at < plain.size(); at += c.bytes) {
            c = code_point_at(plain, at);
            if (c.value == U' ') {
                long_word_ = false;
            } else if (at == 0 || plain[at - 1] == ' ') {
                const std::string_view rest = std::string_view(plain).substr(at);
                long_word_ = display_width(rest.substr(0, rest.find(' '))) > longest_unbroken;
                piece_ = 0;
            }
            add(c.value, std::string_view(plain).substr(at, c.bytes));
            before_ = c.value;
        }
        return text_;
    }

private:
    void add(char32_t c, std::string_view bytes) {
        static constexpr std::u32string_view pairs = U"-',<>?!";
        const std::string_view name = name_of(c);
        if (code_ && c == U'\'') {
            text_ += "\\textquotesingle{}";
        } else if (c == before_ && pairs.find(c) != std::u32string_view::npos) {
            // Fonts make one sign of two: "--" a dash, "''" a quotation mark.
            text_ += "\\mbox{";
            text_ += name.empty() ? bytes : name;
            text_ += '}';
        } else if (!name.empty()) {
            text_ += name;
        } else if (language_ == Language::ja || is_known(c)) {
            text_ += bytes;
        } else {
            text_ += "\\otherchar{" + hexadecimal(c) + "}";
        }
        break_behind(c);
    }

    void break_behind(char32_t c) {
        static constexpr std::u32string_view signs = U"/._-?=&:,;+|[]{}()";
        ++piece_;
        if (long_word_ && (signs.find(c) != std::u32string_view::npos || piece_ >= longest_piece)) {
            text_ += "\\allowbreak{}";
            piece_ = 0;
        }
    }

    Language language_;
    bool code_;
    std::string text_ = {};
    char32_t before_ = 0;
    bool long_word_ = false;
    int piece_ = 0;
};

}  // namespace

std::string latex_text(std::string_view words, Language language) {
    return Escaper(language, false).of(words);
}

std::string latex_code(std::string_view words, Language language) {
    return "\\texttt{" + Escaper(language, true).of(words) + "}";
}

std::string latex_stack(const std::vector<std::string>& lines, bool left, Language language) {
    std::string text;
    for (const std::string& line : lines) {
        text += (text.empty() ? "" : "\\\\") + latex_text(line, language);
    }
    return lines.size() == 1 ? text : (left ? "\\stackleft{" : "\\stackright{") + text + "}";
}

double latex_width(std::string_view text, Language language) {
    static constexpr std::string_view narrow = " ,.;:'!|iljtfI()[]/";
    static constexpr std::string_view wide = "mwMWOQGDHNUKX%@&#+=<>~";
    double width = 0;
    CodePoint c;
    for (std::size_t at = 0; at < text.size(); at += c.bytes) {
        c = code_point_at(text, at);
        const std::string_view bytes = text.substr(at, c.bytes);
        if (c.value >= 0x80) {
            // What no font has is set as its code.
            const double other = language == Language::ja ? 1.0 : 3.8;
            width += is_known(c.value) || !name_of(c.value).empty() ? 0.75 : other;
        } else if (narrow.find(bytes) != std::string_view::npos) {
            width += 0.34;
        } else {
            width += wide.find(bytes) != std::string_view::npos ? 0.8 : 0.53;
        }
    }
    return width;
}

std::vector<std::string> lines_within(std::string_view text, double width, std::size_t most,
                                      Language language) {
    const std::string plain = harmless(text);
    const auto too_wide = [&](const std::string& line) { return latex_width(line, language) > width; };
    // No sign is set narrower than this.
    int columns = std::max(1, static_cast<int>(width / 0.34));
    std::vector<std::string> lines = wrapped(plain, columns);
    const auto kept = [&] {
        return lines.begin() + static_cast<std::ptrdiff_t>(std::min(most, lines.size()));
    };
    while (columns > 1 && std::any_of(lines.begin(), kept(), too_wide)) {
        lines = wrapped(plain, --columns);
    }
    if (lines.size() > most) {
        lines.resize(most);
        lines.back() = std::string(cut(lines.back(), std::max(1, columns - 2))) + "…";
    }
    return lines;
}

}  // namespace burden::brief
