/// Questions about hosting, and amounts of their answers.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "inputs/known_facts.hpp"
#include "support/numbers.hpp"

namespace burden::tests {

/// The arrangements that most is known of.
inline const std::string japan = "jpn-sma-2022";
inline const std::string korea = "kor-sma-12";

/// In billions of its unit.
template <typename Money>
calc::Decimal bn(const Money& amount) {
    return amount.in(amount.unit()) / calc::Decimal("1e9");
}

inline std::vector<calc::Decimal> by_year_bn(const calc::Series<calc::Yearly<calc::Decimal>>& amounts) {
    std::vector<calc::Decimal> values;
    for (const auto& amount : amounts) {
        values.push_back(bn(amount));
    }
    return values;
}

/// Checks that every year is the same amount.
inline void check_held(const calc::Series<calc::Yearly<calc::Decimal>>& amounts,
                       const std::string& expected_bn) {
    for (const calc::Decimal& value : by_year_bn(amounts)) {
        CHECK_THAT(value, Is<calc::Decimal>(expected_bn));
    }
}

/// The first of the renewals that are asked of Japan's arrangement.
inline inputs::RenewalRun renewal(const std::string& text, inputs::HostingQuestion question = {}) {
    return hosting(japan, text, std::move(question)).renewals.front();
}

inline inputs::HostingQuestion with_cpi(const std::string& rates) {
    return {.cpi = *calc::read_shares_by_year(rates)};
}

inline bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace burden::tests
