/// Currencies by their ISO 4217 codes.
#pragma once

#include <array>
#include <compare>
#include <span>
#include <string>
#include <string_view>

#include "burden/calc/fault.hpp"

namespace burden::calc {

/// A currency. Compares by its code.
class Currency {
public:
    /// `code` is one of `currency_codes()`, in capitals; else BrokenInvariant.
    explicit Currency(std::string_view code);

    /// A code in any case, or a fault with the nearest one.
    static Parsed<Currency> read(std::string_view code);

    std::string code() const { return {code_.data(), code_.size()}; }

    friend bool operator==(const Currency&, const Currency&) = default;
    friend auto operator<=>(const Currency&, const Currency&) = default;

private:
    std::array<char, 3> code_{};
};

/// The codes of ISO 4217 that are in use, and XXX for none.
std::span<const std::string> currency_codes();

}  // namespace burden::calc
