/// What a model may ask of a number, and the numbers it may be run on.
#pragma once

#include <cmath>
#include <concepts>
#include <string_view>

#include "burden/calc/decimal.hpp"

namespace burden::calc {

inline double least(double a, double b) { return b < a ? b : a; }
inline double greatest(double a, double b) { return a < b ? b : a; }
inline double power(double base, double exponent) { return std::pow(base, exponent); }

/// All a model may ask of a number. There is no `<` and no `if`: a batch holds several futures and could
/// follow only one branch, and a recorded formula must stay true when its inputs change.
template <typename N>
concept Number = std::semiregular<N> && std::constructible_from<N, int> && !std::integral<N> &&
                 requires(const N a, const N b) {
                     { (a + b) * (a - b) / b } -> std::convertible_to<N>;
                     { least(a, b) } -> std::convertible_to<N>;
                     { greatest(a, b) } -> std::convertible_to<N>;
                 };

/// A number that also has roots: what a geometric path asks for.
template <typename N>
concept Real = Number<N> && requires(const N a, const N b) {
    { power(a, b) } -> std::convertible_to<N>;
};

/// The one way down from Decimal to another number; nothing goes back up.
template <Number N>
N as(const Decimal& value) {
    if constexpr (std::same_as<N, Decimal>) {
        return value;
    } else if constexpr (std::same_as<N, double>) {
        return value.nearest_double();
    } else {
        return N(value);
    }
}

/// Numbers that record nothing take no name, so that a model can name the results of any number.
template <Number N>
N named(std::string_view /*name*/, const N& value) {
    return value;
}

/// Whether a number keeps the name of a result.
template <typename N>
inline constexpr bool keeps_names = false;

/// A result under a name that is made up only where it is kept.
template <Number N, typename Name>
N named_by(const Name& name, const N& value) {
    if constexpr (keeps_names<N>) {
        return named(name(), value);
    } else {
        return value;
    }
}

static_assert(Real<Decimal> && Real<double>);

}  // namespace burden::calc
