/// A fraction that never rounds, put through the same templates as Decimal, so that laws can be tested
/// exactly.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdlib>
#include <string>
#include <utility>

#include "burden/calc/number.hpp"

namespace burden::tests {

/// A whole number over a whole number. It has no roots: geometric paths are not for it.
class Exact {
public:
    Exact() = default;
    Exact(int whole) : value_(whole) {}
    explicit Exact(const calc::Decimal& decimal) : Exact(fraction(decimal)) {}

    friend Exact operator+(const Exact& a, const Exact& b) { return Exact(Value(a.value_ + b.value_)); }
    friend Exact operator-(const Exact& a, const Exact& b) { return Exact(Value(a.value_ - b.value_)); }
    friend Exact operator*(const Exact& a, const Exact& b) { return Exact(Value(a.value_ * b.value_)); }
    friend Exact operator/(const Exact& a, const Exact& b) { return Exact(Value(a.value_ / b.value_)); }
    friend bool operator==(const Exact& a, const Exact& b) { return a.value_ == b.value_; }
    friend bool operator<(const Exact& a, const Exact& b) { return a.value_ < b.value_; }
    friend bool operator<=(const Exact& a, const Exact& b) { return a.value_ <= b.value_; }
    friend Exact least(const Exact& a, const Exact& b) { return b < a ? b : a; }
    friend Exact greatest(const Exact& a, const Exact& b) { return a < b ? b : a; }

    /// The decimal nearest to it, to fifty digits cut off; for what lies between 1e-45 and 1e90.
    calc::Decimal to_decimal() const {
        using Whole = boost::multiprecision::cpp_int;
        const Whole numerator = boost::multiprecision::numerator(value_);
        const Whole denominator = boost::multiprecision::denominator(value_);
        const auto size = [](const Whole& n) { return static_cast<int>(Whole(abs(n)).str().size()); };
        // Shifted by so many places, the quotient has forty-nine or fifty digits.
        const int places = calc::Decimal::digits - 1 - (size(numerator) - size(denominator));
        const Whole shift = boost::multiprecision::pow(Whole(10), static_cast<unsigned>(std::abs(places)));
        const Whole quotient =
            places >= 0 ? Whole(numerator * shift / denominator) : Whole(numerator / (denominator * shift));
        return calc::Decimal(quotient.str() + "e" + std::to_string(-places));
    }
    std::string to_text() const { return value_.str(); }

private:
    using Value = boost::multiprecision::number<boost::multiprecision::cpp_rational_backend,
                                                boost::multiprecision::et_off>;
    explicit Exact(Value value) : value_(std::move(value)) {}

    static Exact fraction(const calc::Decimal& decimal) {
        const std::string text = decimal.to_significant(calc::Decimal::digits);
        const std::size_t point = text.find('.');
        const std::string digits =
            text.substr(0, point) + (point == std::string::npos ? "" : text.substr(point + 1));
        const auto places = point == std::string::npos ? 0U : static_cast<unsigned>(text.size() - point - 1);
        using Whole = boost::multiprecision::cpp_int;
        // A leading zero would be read as octal.
        const bool negative = digits.front() == '-';
        const std::size_t first = digits.find_first_not_of("-0");
        const Whole whole(first == std::string::npos ? "0" : digits.substr(first));
        return Exact(Value(negative ? Whole(-whole) : whole, boost::multiprecision::pow(Whole(10), places)));
    }

    Value value_ = 0;
};

static_assert(calc::Number<Exact> && !calc::Real<Exact>);

}  // namespace burden::tests
