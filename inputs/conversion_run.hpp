/// One amount under every named conversion.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "burden/inputs/economy.hpp"
#include "burden/inputs/rates.hpp"

namespace burden::inputs {

/// What a user asks of an amount.
struct ConversionQuestion {
    std::string text;  ///< the amount as it was typed
    calc::Amount amount;
    std::optional<std::pair<calc::YearText, calc::YearText>> over = {};  ///< years it is spread over, evenly
    std::optional<calc::Currency> to = {};
    std::optional<calc::YearText> constant_prices = {};
    RateRequest rate = {};
    bool all_methods = false;
};

/// The amount by one method.
struct Conversion {
    std::string method;                        ///< "average of each year", "spot of 2026-04-13"
    std::string rate = {};                     ///< "144.5357 (FY2023), 152.407 (FY2024)", JPY per USD
    std::optional<calc::Decimal> amount = {};  ///< current prices, in the asked currency
    std::optional<calc::Decimal> constant_home =
        {};  ///< deflated at home, then converted at the base year's rate
    std::optional<calc::Decimal> constant_foreign = {};  ///< converted year by year, then deflated abroad
    bool other_years = false;                            ///< rates of calendar years stand for fiscal years
    std::string missing = {};                            ///< why a figure is missing
    std::vector<std::string> sources = {};
    std::vector<SourcedRate> rates = {};            ///< of the years of the run; none without conversion
    std::optional<SourcedRate> constant_rate = {};  ///< what an amount that was deflated is converted at
};

/// It points into the facts that it was made of.
struct ConversionRun {
    ConversionQuestion question;
    calc::Currency to;
    std::string years;          ///< "FY2023 to FY2027, 8.6 tn JPY in each"; empty without years
    std::string rate_unit;      ///< "JPY per USD"; empty without conversion
    std::string constant_year;  ///< "FY2025"; empty for current prices only
    std::vector<Conversion> conversions;
    std::vector<std::string> words;  ///< for the basis: deflators, spread, calendar
    calc::FiscalCalendar calendar = {};
    calc::Series<calc::Decimal> parts = calc::Series<calc::Decimal>(calc::Year{});  ///< the amount, by year
    std::optional<calc::Year> base = {};                                            ///< of constant prices
    const Country* home_prices = nullptr;  ///< by whose deflator; none where none reaches
    const Country* foreign_prices = nullptr;
};

/// Every method that the question names; with `all_methods`, all there are. A method whose rate is missing
/// says so in its row; when it is the only one, that is a diagnostic.
Reading<ConversionRun> conversion_run(const Facts& facts, const ConversionQuestion& question);

}  // namespace burden::inputs
