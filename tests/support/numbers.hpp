/// Numbers for tests: made from text, and how close is close enough for each type.
#pragma once

#include <string>
#include <string_view>

#include "burden/calc/number.hpp"
#include "support/catch.hpp"
#include "support/exact.hpp"

namespace burden::tests {

/// The number of type N that a text writes: `number<double>("0.05")`.
template <calc::Number N>
N number(std::string_view text) {
    return calc::as<N>(calc::Decimal(text));
}

/// How far apart two numbers near one may be and still be the same: not at all for Exact.
template <typename N>
inline const N closeness = N(0);
template <>
inline const calc::Decimal closeness<calc::Decimal> = calc::Decimal("1e-40");
template <>
inline const double closeness<double> = 1e-12;

/// Whether two numbers are one: Exact to the last digit, Decimal to forty digits, double to twelve, counted
/// from the first digit of the larger, or from the third after the point where both are smaller.
template <class N>
bool same(const N& a, const N& b) {
    using calc::greatest;
    const N floor = number<N>("0.001");
    const N zero(0);
    const N size = greatest(greatest(greatest(a, N(zero - a)), greatest(b, N(zero - b))), floor);
    const N apart = greatest(N(a - b), N(b - a));
    return apart <= size * closeness<N>;
}

inline std::string shown(const Exact& value) { return value.to_text(); }
inline std::string shown(const calc::Decimal& value) { return value.to_significant(calc::Decimal::digits); }
inline std::string shown(double value) { return Catch::Detail::stringify(value); }

/// `CHECK_THAT(share, Is<N>("0.05"))`: `same`, with both numbers in the message.
template <calc::Number N>
class Is : public Catch::MatcherBase<N> {
public:
    explicit Is(std::string_view expected) : expected_(number<N>(expected)) {}
    explicit Is(N expected) : expected_(std::move(expected)) {}

    bool match(const N& actual) const override { return same(actual, expected_); }
    std::string describe() const override { return "is " + shown(expected_); }

private:
    N expected_;
};

}  // namespace burden::tests

namespace Catch {

template <>
struct StringMaker<burden::calc::Decimal> {
    static std::string convert(const burden::calc::Decimal& value) { return burden::tests::shown(value); }
};
template <>
struct StringMaker<burden::tests::Exact> {
    static std::string convert(const burden::tests::Exact& value) { return burden::tests::shown(value); }
};

}  // namespace Catch
