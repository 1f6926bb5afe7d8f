/// Rates of exchange from the facts, by a named method.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/exchange.hpp"
#include "burden/inputs/chosen.hpp"

namespace burden::inputs {

/// How a user asks for a rate: "average", "average:2025", "budget", "budget:FY2023", "ppp", "ppp:2025",
/// "fixed:150", "spot:2026-04-13".
struct RateRequest {
    calc::RateMethod method = calc::RateMethod::average;
    std::optional<calc::YearText> year = {};
    std::optional<calc::Date> date = {};
    std::optional<calc::Decimal> value = {};

    static calc::Parsed<RateRequest> read(std::string_view text);
};

/// A published rate for a dollar.
struct PublishedRate {
    const Country* country = nullptr;
    const FactSeries* series = nullptr;
    const Observation* observation = nullptr;
};

/// A rate, in words and with its sources.
struct SourcedRate {
    calc::ExchangeRate<calc::Decimal> rate;
    std::string words;  ///< "149.5686 JPY per USD, average of 2025"
    std::vector<std::string> sources;
    std::vector<PublishedRate> made_of = {};  ///< one, or two of which the first is divided by the second;
                                              ///< none where it was given
};

/// The rate between two currencies. One of them is USD, or both are counted against it. Without a year in the
/// request, `year` decides, in the years of `calendar`; without that, the latest that is published.
/// A rate that no fact gives is a diagnostic that says what is known.
Reading<SourcedRate> rate_between(const Facts& facts, const calc::Currency& from, const calc::Currency& to,
                                  const RateRequest& request, std::optional<calc::Year> year,
                                  const calc::FiscalCalendar& calendar);

/// The country whose facts count a currency against the dollar.
const Country* country_of(const Facts& facts, const calc::Currency& currency);

/// "average of 2025": how a method is spoken of.
std::string_view to_text(calc::RateMethod method);

}  // namespace burden::inputs
