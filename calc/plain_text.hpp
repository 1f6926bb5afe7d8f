/// What people write, in plainer characters that remember where they stood.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/fault.hpp"

namespace burden::calc {

/// The longest text that is read as one figure, in bytes.
constexpr std::size_t longest_figure = 500;
/// The longest text that is read as a list of rules or of figures by year, in bytes.
constexpr std::size_t longest_list = 10'000;

/// A text in UTF-8 in which full-width letters, digits and signs are ASCII, every kind of space is one space
/// and the minus sign is a hyphen. Other characters stay as they are.
class PlainText {
public:
    /// Refuses what is longer than `most_bytes` or is no UTF-8.
    static Parsed<PlainText> read(std::string_view typed, std::size_t most_bytes);

    std::string_view text() const { return text_; }
    /// The byte of the typed text that stands at a byte of the plain one; the end, for the end and beyond.
    std::size_t typed_at(std::size_t at) const;
    /// A fault found in the plain text, pointing into the typed one.
    Fault in_typed(Fault fault) const;

private:
    std::string text_;
    std::vector<std::size_t> typed_at_;  ///< one for each byte of text_, and one for its end
};

/// The fault that a reader found in a piece which begins `by` bytes into the whole.
Fault moved(Fault fault, std::size_t by);

/// The text without spaces around it.
std::string_view trimmed(std::string_view plain);

/// The pieces of `plain` between separators, spaces around them left out; at least one, perhaps empty.
std::vector<std::string_view> pieces(std::string_view plain, char separator);

/// Bytes that `phrase`, in small letters, takes at the start of `plain`; 0 when it does not stand there.
/// Letters of any case, one space or more for each space; a phrase that ends in a letter is not followed by
/// another.
std::size_t phrase_length(std::string_view plain, std::string_view phrase);

/// Bytes of the Latin letters at the start of `plain`.
std::size_t word_length(std::string_view plain);

/// The byte of `whole` that `piece`, a part of it, begins at.
inline std::size_t place_of(std::string_view piece, std::string_view whole) {
    return static_cast<std::size_t>(piece.data() - whole.data());
}

/// What `reader` makes of the plain form of `typed` without the spaces around it. Its faults point into what
/// it is handed; those returned point into `typed`.
template <typename T, typename Reader>
Parsed<T> read_plainly(std::string_view typed, std::size_t most_bytes, const Reader& reader) {
    const auto plain = PlainText::read(typed, most_bytes);
    if (!plain) {
        return plain.fault();
    }
    const std::string_view inner = trimmed(plain->text());
    Parsed<T> result = reader(inner);
    return result ? result : plain->in_typed(moved(result.fault(), place_of(inner, plain->text())));
}

}  // namespace burden::calc
