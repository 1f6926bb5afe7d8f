/// The number of everything that is printed: fifty decimal digits, the same on every machine.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include "burden/calc/fault.hpp"

namespace burden::calc {

/// A decimal number of fifty digits. Made from whole numbers and from text; a `double` does not convert
/// to it, so no binary fraction slips in. Sums and products that fit in fifty digits are exact, and so is
/// a quotient that does. Overflow and division by zero throw BrokenInvariant: readers refuse what leads
/// there.
class Decimal {
public:
    /// Digits that are promised; a few more are carried and never shown.
    static constexpr int digits = 50;

    Decimal();
    Decimal(const Decimal& other);
    Decimal(Decimal&& other) noexcept;
    Decimal& operator=(const Decimal& other);
    Decimal& operator=(Decimal&& other) noexcept;
    ~Decimal() = default;

    template <std::integral Whole>
        requires(!std::same_as<Whole, bool>)
    Decimal(Whole whole)
        : Decimal(static_cast<std::conditional_t<std::signed_integral<Whole>, Signed, Unsigned>>(whole),
                  WholeTag{}) {}

    /// A constant of the program, `Decimal("0.1")`. Text that is no number throws BrokenInvariant.
    explicit Decimal(std::string_view text);
    explicit Decimal(const char* text) : Decimal(std::string_view(text)) {}

    /// A plain number as a file or a person writes it: digits, at most one point, a small exponent.
    /// No grouping, no `nan`, no `inf`, at most fifty digits, exponent within ±99.
    static Parsed<Decimal> read(std::string_view text);

    friend Decimal operator+(const Decimal& a, const Decimal& b);
    friend Decimal operator-(const Decimal& a, const Decimal& b);
    friend Decimal operator*(const Decimal& a, const Decimal& b);
    friend Decimal operator/(const Decimal& a, const Decimal& b);
    Decimal operator-() const;
    Decimal& operator+=(const Decimal& other) { return *this = *this + other; }
    Decimal& operator-=(const Decimal& other) { return *this = *this - other; }
    Decimal& operator*=(const Decimal& other) { return *this = *this * other; }
    Decimal& operator/=(const Decimal& other) { return *this = *this / other; }

    friend bool operator==(const Decimal& a, const Decimal& b);
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

    friend const Decimal& least(const Decimal& a, const Decimal& b) { return b < a ? b : a; }
    friend const Decimal& greatest(const Decimal& a, const Decimal& b) { return a < b ? b : a; }
    /// `base` above zero, raised to any exponent.
    friend Decimal power(const Decimal& base, const Decimal& exponent);

    /// The number nearest to `value` that has `places` digits after the point, half away from zero.
    friend Decimal rounded(const Decimal& value, int places);

    /// Its digits, rounded half away from zero to `places` after the point, never with an exponent.
    std::string to_text(int places) const;
    /// As many digits as it has, up to `significant` of them, half away from zero, no trailing zeros,
    /// never with an exponent: what other programs read.
    std::string to_significant(int significant) const;
    /// The nearest binary number, for the fast paths only.
    double nearest_double() const;

private:
    struct WholeTag {};
    using Signed = long long;
    using Unsigned = unsigned long long;
    Decimal(Signed whole, WholeTag tag);
    Decimal(Unsigned whole, WholeTag tag);

    /// The number of the library that counts, which only decimal.cpp knows: its headers would otherwise be
    /// compiled into every file that names an amount.
    struct Access;

    alignas(8) std::byte value_[64];
};

// Seen by those who name it, not only beside a Decimal.
Decimal rounded(const Decimal& value, int places);

}  // namespace burden::calc
