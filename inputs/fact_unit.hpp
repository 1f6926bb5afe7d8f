/// What a figure is counted in, and the time it runs over.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "burden/calc/parse.hpp"

namespace burden::inputs {

/// What a figure says about the time it runs over.
enum class PeriodBasis {
    per_calendar_year,
    per_fiscal_year,
    total_over_a_term,  ///< in the country's own fiscal years
    total_over_calendar_years,
    one_off,
    stock_at_a_date
};

/// Whether a figure adds up several years.
constexpr bool is_total(PeriodBasis period) {
    return period == PeriodBasis::total_over_a_term || period == PeriodBasis::total_over_calendar_years;
}

/// What a figure is counted in, as it is written: "bn JPY", "%", "JPY per USD".
struct FactUnit {
    enum class Kind { money, percent, index, persons, days, exchange_rate, ppp_rate, count };

    Kind kind = Kind::count;
    calc::Decimal scale = 1;  ///< 1'000'000'000 for "bn"
    std::optional<calc::Currency>
        currency;  ///< of money; of a rate, the one that is counted (JPY of "JPY per USD")
    std::optional<calc::Currency> per;  ///< of an exchange rate, the other one
    std::string text;

    /// "bn JPY", "JPY", "tn JPY", "%", "index", "persons", "mn persons", "days", "JPY per USD",
    /// "JPY per international dollar", "count".
    static calc::Parsed<FactUnit> read(std::string_view text);
};

std::string_view to_text(PeriodBasis period);
std::optional<PeriodBasis> period_basis_of(std::string_view text);

}  // namespace burden::inputs
