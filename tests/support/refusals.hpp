/// Texts that a reader refuses, and what it says to each.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "burden/calc/parse.hpp"
#include "support/catch.hpp"

namespace burden::tests {

/// The fault of a text; none when it is read.
using Refuser = std::optional<calc::Fault> (*)(std::string_view text);

template <auto read>
std::optional<calc::Fault> fault_of(std::string_view text) {
    const auto parsed = read(text);
    return parsed ? std::nullopt : std::optional<calc::Fault>(parsed.fault());
}

constexpr Refuser amount = fault_of<calc::read_amount>;
constexpr Refuser share = fault_of<calc::read_share>;
constexpr Refuser points = fault_of<calc::read_points>;
constexpr Refuser year = fault_of<calc::read_year>;
constexpr Refuser years = fault_of<calc::read_years>;
constexpr Refuser date = fault_of<calc::read_date>;
constexpr Refuser by_year = fault_of<calc::read_shares_by_year>;
constexpr Refuser rules = fault_of<calc::read_rules>;

struct Refusal {
    Refuser reader;
    const char* text;
    const char* message;
    std::size_t at;      ///< first byte at fault
    std::size_t length;  ///< bytes at fault
    const char* nearest;
};

inline void check_refusal(const Refusal& refusal) {
    CAPTURE(refusal.text);
    const auto fault = refusal.reader(refusal.text);
    REQUIRE(fault);
    CHECK(fault->message == refusal.message);
    CHECK(fault->at == refusal.at);
    CHECK(fault->length == refusal.length);
    CHECK(fault->nearest == refusal.nearest);
}

}  // namespace burden::tests
