/// The number of everything that is printed: fifty decimal digits, the same on every machine.
#pragma once

#include <boost/multiprecision/cpp_dec_float.hpp>

#include <compare>
#include <concepts>
#include <string>
#include <string_view>

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

    Decimal() = default;

    template <std::integral Whole>
        requires(!std::same_as<Whole, bool>)
    Decimal(Whole whole) : value_(whole) {}

    /// A constant of the program, `Decimal("0.1")`. Text that is no number throws BrokenInvariant.
    explicit Decimal(std::string_view text);
    explicit Decimal(const char* text) : Decimal(std::string_view(text)) {}

    /// A plain number as a file or a person writes it: digits, at most one point, a small exponent.
    /// No grouping, no `nan`, no `inf`, at most fifty digits, exponent within ±99.
    static Parsed<Decimal> read(std::string_view text);

    friend Decimal operator+(const Decimal& a, const Decimal& b) { return finite(a.value_ + b.value_); }
    friend Decimal operator-(const Decimal& a, const Decimal& b) { return finite(a.value_ - b.value_); }
    friend Decimal operator*(const Decimal& a, const Decimal& b) { return finite(a.value_ * b.value_); }
    friend Decimal operator/(const Decimal& a, const Decimal& b);
    Decimal operator-() const { return finite(-value_); }
    Decimal& operator+=(const Decimal& other) { return *this = *this + other; }
    Decimal& operator-=(const Decimal& other) { return *this = *this - other; }
    Decimal& operator*=(const Decimal& other) { return *this = *this * other; }
    Decimal& operator/=(const Decimal& other) { return *this = *this / other; }

    friend bool operator==(const Decimal& a, const Decimal& b) { return a.value_ == b.value_; }
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
        return a.value_.compare(b.value_) <=> 0;
    }

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
    using Value = boost::multiprecision::number<boost::multiprecision::cpp_dec_float<50>,
                                                boost::multiprecision::et_off>;

    static Decimal finite(Value value);
    static Value settled(const Value& value);

    Value value_ = 0;
};

// Seen by those who name it, not only beside a Decimal.
Decimal rounded(const Decimal& value, int places);

}  // namespace burden::calc
