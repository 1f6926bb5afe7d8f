/// Amounts that know their currency, their prices and the time they run over.
#pragma once

#include <optional>
#include <utility>

#include "burden/calc/currency.hpp"
#include "burden/calc/invariant.hpp"
#include "burden/calc/number.hpp"

namespace burden::calc {

/// The time an amount runs over. A year and a term are different types: they do not add.
enum class Period { fiscal_year, calendar_year, term, once, at_date };

/// The prices an amount is counted in: those of its own time, or of one year (named in the amount's
/// calendar).
class Prices {
public:
    static constexpr Prices current() { return {}; }
    static constexpr Prices constant_of(int year) {
        Prices prices;
        prices.year_ = year;
        return prices;
    }

    /// The year of constant prices; none for current ones.
    constexpr std::optional<int> year() const { return year_; }

    friend bool operator==(const Prices&, const Prices&) = default;

private:
    constexpr Prices() = default;
    std::optional<int> year_;
};

/// What an amount is counted in. Readers and conversions see to it that units meet their like.
struct Unit {
    Currency currency;
    Prices prices = Prices::current();

    friend bool operator==(const Unit&, const Unit&) = default;
};

/// An amount of money over a period, in whole units of its currency: a billion is 1'000'000'000.
/// Two amounts meet in one unit or throw BrokenInvariant; their ratio is a bare number, a share.
template <Number N, Period P>
class Money {
public:
    Money(N amount, Unit unit) : amount_(std::move(amount)), unit_(unit) {}

    const Unit& unit() const { return unit_; }

    /// The bare number, for callers who can name the unit they expect it in.
    const N& in(const Unit& expected) const {
        require(expected == unit_, "an amount was asked for in a unit it is not counted in");
        return amount_;
    }

    friend Money operator+(const Money& a, const Money& b) { return {a.amount_ + b.in(a.unit_), a.unit_}; }
    friend Money operator-(const Money& a, const Money& b) { return {a.amount_ - b.in(a.unit_), a.unit_}; }
    friend Money operator*(const Money& a, const N& factor) { return {a.amount_ * factor, a.unit_}; }
    friend Money operator/(const Money& a, const N& divisor) { return {a.amount_ / divisor, a.unit_}; }
    friend N operator/(const Money& a, const Money& b) { return a.amount_ / b.in(a.unit_); }
    friend Money least(const Money& a, const Money& b) {
        return {N(least(a.amount_, b.in(a.unit_))), a.unit_};
    }
    friend bool operator==(const Money& a, const Money& b) { return a.amount_ == b.in(a.unit_); }

private:
    N amount_;
    Unit unit_;
};

template <Number N>
using Yearly = Money<N, Period::fiscal_year>;
template <Number N>
using CalendarYearly = Money<N, Period::calendar_year>;
template <Number N>
using Total = Money<N, Period::term>;

/// The yearly average of a total over a term of `years`: the only way from one to the other.
template <Number N>
Yearly<N> average(const Total<N>& total, int years) {
    require(years > 0, "a term has at least one year");
    return {total.in(total.unit()) / N(years), total.unit()};
}

/// What one year adds to a total: the only way back.
template <Number N>
Total<N> as_part_of_total(const Yearly<N>& amount) {
    return {amount.in(amount.unit()), amount.unit()};
}

}  // namespace burden::calc
