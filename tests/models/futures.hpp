/// Two futures in one number, so that a formula that branches on a value does not compile.
#pragma once

#include <concepts>
#include <functional>
#include <utility>

#include "support/exact.hpp"

namespace burden::tests {

/// Two numbers that are computed with at once, as a batch is. Neither can be compared.
class Futures {
public:
    Futures() = default;
    Futures(int both) : Futures(Exact(both), Exact(both)) {}
    Futures(Exact one, Exact other) : one_(std::move(one)), other_(std::move(other)) {}

    const Exact& one() const { return one_; }
    const Exact& other() const { return other_; }

    friend Futures operator+(const Futures& a, const Futures& b) { return each(a, b, std::plus<Exact>()); }
    friend Futures operator-(const Futures& a, const Futures& b) { return each(a, b, std::minus<Exact>()); }
    friend Futures operator*(const Futures& a, const Futures& b) {
        return each(a, b, std::multiplies<Exact>());
    }
    friend Futures operator/(const Futures& a, const Futures& b) { return each(a, b, std::divides<Exact>()); }
    friend Futures least(const Futures& a, const Futures& b) {
        return each(a, b, [](const Exact& x, const Exact& y) { return least(x, y); });
    }
    friend Futures greatest(const Futures& a, const Futures& b) {
        return each(a, b, [](const Exact& x, const Exact& y) { return greatest(x, y); });
    }

private:
    template <typename Operation>
    static Futures each(const Futures& a, const Futures& b, const Operation& operation) {
        return {operation(a.one_, b.one_), operation(a.other_, b.other_)};
    }

    Exact one_;
    Exact other_;
};

static_assert(calc::Number<Futures> && !std::equality_comparable<Futures>);

}  // namespace burden::tests
