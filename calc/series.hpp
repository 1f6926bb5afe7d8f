/// Values by year, without gaps.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "burden/calc/invariant.hpp"
#include "burden/calc/year.hpp"

namespace burden::calc {

/// One value for each of the years `first()` to `last()`. A year outside is an error that names the range,
/// never a silent zero.
template <typename T>
class Series {
public:
    explicit Series(Year first, std::vector<T> values = {}) : first_(first), values_(std::move(values)) {}

    Year first() const { return first_; }
    /// The last year; of an empty series, the year before the first.
    Year last() const { return first_ + (size() - 1); }
    int size() const { return static_cast<int>(values_.size()); }
    bool covers(Year year) const { return first() <= year && year <= last(); }

    /// The value of a year that the series covers; else BrokenInvariant.
    const T& operator[](Year year) const {
        if (!covers(year)) {
            throw BrokenInvariant(outside(year));
        }
        return values_[static_cast<std::size_t>(year - first_)];
    }
    /// The value of a year, or none outside.
    std::optional<T> find(Year year) const {
        return covers(year) ? std::optional<T>((*this)[year]) : std::nullopt;
    }
    /// Says that a year is outside, and what the range is.
    std::string outside(Year year) const {
        if (values_.empty()) {
            return "year " + std::to_string(year.number) + " was asked of an empty series";
        }
        return "year " + std::to_string(year.number) + " is outside " + std::to_string(first().number) +
               " to " + std::to_string(last().number);
    }

    const T& front() const { return (*this)[first()]; }
    const T& back() const { return (*this)[last()]; }
    void push_back(T value) { values_.push_back(std::move(value)); }
    /// Makes room for as many years at once.
    void reserve(int years) { values_.reserve(static_cast<std::size_t>(years < 0 ? 0 : years)); }

    auto begin() const { return values_.begin(); }
    auto end() const { return values_.end(); }

    friend bool operator==(const Series&, const Series&) = default;

private:
    Year first_;
    std::vector<T> values_;
};

/// The part of a series from `first` to `last`, both within it.
template <typename T>
Series<T> part(const Series<T>& whole, Year first, Year last) {
    Series<T> result(first);
    result.reserve(last - first + 1);
    for (Year year = first; year <= last; ++year) {
        result.push_back(whole[year]);
    }
    return result;
}

/// The series of `rule(year)` from `first` to `last`.
template <typename Rule>
auto series_of(Year first, Year last, const Rule& rule) {
    Series<std::decay_t<decltype(rule(first))>> result(first);
    result.reserve(last - first + 1);
    for (Year year = first; year <= last; ++year) {
        result.push_back(rule(year));
    }
    return result;
}

}  // namespace burden::calc
