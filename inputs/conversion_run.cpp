#include "burden/inputs/conversion_run.hpp"

#include <algorithm>

#include "burden/calc/deflator.hpp"
#include "burden/inputs/target_ground.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Currency;
using calc::Decimal;
using calc::RateMethod;
using calc::Year;
using Amount = calc::Yearly<Decimal>;

namespace {

/// The amount laid out over its years.
struct Spread {
    calc::FiscalCalendar calendar;
    calc::Series<Amount> parts;
};

/// A method, with one rate for each year or one for all.
struct Method {
    RateRequest request;
    bool each_year = false;
    std::string words;
};

Reading<Spread> spread_of(const Facts& facts, const ConversionQuestion& question) {
    const calc::Amount& amount = question.amount;
    const Country* country = country_of(facts, amount.currency);
    calc::FiscalCalendar calendar = calc::calendar_year;
    Year first;
    int years = 1;
    if (question.over) {
        const auto& [from, to] = *question.over;
        if (from.fiscal) {
            const auto fiscal =
                std::find_if(facts.countries.begin(), facts.countries.end(),
                             [&](const Country& one) { return one.currency == amount.currency; });
            if (fiscal == facts.countries.end()) {
                return refused("--over",
                               "no fiscal calendar is known for amounts in " + amount.currency.code(),
                               {std::to_string(from.year.number) + ".." + std::to_string(to.year.number)});
            }
            calendar = fiscal->fiscal_year;
        }
        first = from.year;
        years = to.year - from.year + 1;
    } else if (country != nullptr && !runs_with_the_calendar(country->fiscal_year)) {
        calendar = country->fiscal_year;
    }
    if (amount.years && question.over && *amount.years != years) {
        return refused("--over", "the amount says " + std::to_string(*amount.years) + " years, these are " +
                                     std::to_string(years));
    }
    const Amount whole(amount.value, {amount.currency});
    const Amount part = amount.period == calc::StatedPeriod::per_year ? whole : whole / Decimal(years);
    return Spread{calendar,
                  calc::Series<Amount>(first, std::vector<Amount>(static_cast<std::size_t>(years), part))};
}

std::vector<Method> methods_of(const ConversionQuestion& question) {
    const bool dated = question.over.has_value();
    const auto named = [&](const RateRequest& request) {
        const std::string name(to_text(request.method));
        const bool fixed =
            request.value || request.date || request.year || request.method == RateMethod::spot;
        const bool each_year = dated && !fixed;
        return Method{request, each_year,
                      request.method == RateMethod::fixed ? "fixed, as given"
                      : each_year                         ? name + " of each year"
                                                          : name};
    };
    if (!question.all_methods) {
        return {named(question.rate)};
    }
    std::vector<Method> methods;
    for (const RateMethod method :
         {RateMethod::average, RateMethod::budget, RateMethod::spot, RateMethod::ppp}) {
        methods.push_back(named({.method = method}));
        if (method == RateMethod::average && dated) {
            methods.push_back({{.method = method}, false, "average of the latest year"});
        }
    }
    const RateRequest& own = question.rate;
    if (own.value || own.date || own.year) {
        methods.push_back(named(own));
    }
    return methods;
}

/// Rates of one method over the years of a spread.
struct Rates {
    calc::Series<SourcedRate> by_year;
    std::string words;
    bool other_years = false;  ///< rates of calendar years met fiscal ones
};

Reading<Rates> rates_of(const Facts& facts, const Spread& spread, const Currency& to, const Method& method) {
    const Currency from = spread.parts.front().unit().currency;
    Rates rates{calc::Series<SourcedRate>(spread.parts.first()), {}, false};
    std::string last_value;
    std::string first_date;
    std::string last_date;
    const auto finish = [&] {
        if (!last_value.empty()) {
            const std::string dates = first_date == last_date ? first_date : first_date + " to " + last_date;
            rates.words +=
                (rates.words.empty() ? "" : "; ") + last_value + (dates.empty() ? "" : " (" + dates + ")");
        }
    };
    for (Year year = spread.parts.first(); year <= spread.parts.last(); ++year) {
        const auto rate =
            rate_between(facts, from, to, method.request,
                         method.each_year ? std::optional(year) : std::nullopt, spread.calendar);
        if (!rate) {
            return rate.diagnostics();
        }
        const std::string value = rate->rate.value.to_significant(7);
        if (value != last_value) {
            finish();
            last_value = value;
            first_date = rate->rate.date;
        }
        last_date = rate->rate.date;
        const bool by_calendar_year = !rate->rate.date.starts_with("FY") && !rate->rate.date.empty() &&
                                      method.request.method != RateMethod::spot;
        rates.other_years =
            rates.other_years || (by_calendar_year && !runs_with_the_calendar(spread.calendar));
        rates.by_year.push_back(*rate);
    }
    finish();
    return rates;
}

Decimal sum(const calc::Series<Amount>& parts) {
    Amount total = parts.front() * Decimal(0);
    for (const Amount& part : parts) {
        total = total + part;
    }
    return total.in(total.unit());
}

/// A country's deflator by the years of a spread.
struct Deflator {
    const Country* country = nullptr;
    calc::Series<Decimal> index;
};

/// None where it does not reach.
std::optional<Deflator> deflator_of(const Facts& facts, const Currency& currency, const Spread& spread,
                                    Year base) {
    for (const Country& country : facts.countries) {
        if (country.currency == currency && !country.own) {
            const Year first = std::min(base, spread.parts.first());
            const Year last = std::max(base, spread.parts.last());
            const auto economy = economy_of(country, spread.calendar, first, first, last, {});
            if (economy) {
                return Deflator{&country, economy->economy.deflator};
            }
        }
    }
    return std::nullopt;
}

struct Deflators {
    std::optional<Year> base;
    std::optional<Deflator> home;
    std::optional<Deflator> foreign;
};

calc::Series<Amount> deflated_parts(const calc::Series<Amount>& parts, const calc::Series<Decimal>& index,
                                    Year base) {
    return calc::series_of(parts.first(), parts.last(),
                           [&](Year year) { return calc::deflated(parts[year], index, year, base); });
}

void add_constant(Conversion& result, const Facts& facts, const Spread& spread, const Currency& to,
                  const Method& method, const calc::Series<Amount>& converted, const Deflators& deflators) {
    const Currency from = spread.parts.front().unit().currency;
    if (deflators.home) {
        const auto base_rate =
            rate_between(facts, from, to, method.request, method.each_year ? deflators.base : std::nullopt,
                         spread.calendar);
        if (base_rate) {
            const auto at_home = deflated_parts(spread.parts, deflators.home->index, *deflators.base);
            result.constant_home = sum(calc::series_of(at_home.first(), at_home.last(), [&](Year year) {
                return calc::convert(at_home[year], base_rate->rate);
            }));
            result.constant_rate = *base_rate;
        } else {
            result.missing = base_rate.diagnostics().front().message;
        }
    }
    if (deflators.foreign) {
        result.constant_foreign = sum(deflated_parts(converted, deflators.foreign->index, *deflators.base));
    }
}

Conversion conversion_by(const Facts& facts, const Spread& spread, const Currency& to, const Method& method,
                         const Deflators& deflators) {
    Conversion result{.method = method.words};
    const auto rates = rates_of(facts, spread, to, method);
    if (!rates) {
        result.missing = rates.diagnostics().front().message;
        return result;
    }
    result.rate = rates->words;
    result.other_years = rates->other_years;
    for (const SourcedRate& rate : rates->by_year) {
        add_keys(result.sources, rate.sources);
        result.rates.push_back(rate);
    }
    const auto converted = calc::series_of(spread.parts.first(), spread.parts.last(), [&](Year year) {
        return calc::convert(spread.parts[year], rates->by_year[year].rate);
    });
    result.amount = sum(converted);
    if (deflators.base) {
        add_constant(result, facts, spread, to, method, converted, deflators);
    }
    return result;
}

/// Constant prices of the amount's own currency: no rate at all.
Conversion at_home(const Spread& spread, const Deflators& deflators) {
    Conversion result{.method = "no conversion"};
    result.amount = sum(spread.parts);
    if (deflators.home) {
        result.constant_home = sum(deflated_parts(spread.parts, deflators.home->index, *deflators.base));
    }
    return result;
}

std::vector<std::string> deflator_sources(const Facts& facts, const Currency& currency) {
    for (const Country& country : facts.countries) {
        if (country.currency == currency) {
            if (const auto gdp = chosen(country, "gdp")) {
                return sources_of(*gdp->series);
            }
        }
    }
    return {};
}

}  // namespace

Reading<ConversionRun> conversion_run(const Facts& facts, const ConversionQuestion& question) {
    const Currency from = question.amount.currency;
    const Currency to = question.to.value_or(from);
    if (to == from && !question.constant_prices) {
        return refused("--to", "into what? A currency or constant prices are missing",
                       {"--to USD", "--prices constant:2025"});
    }
    const auto spread = spread_of(facts, question);
    if (!spread) {
        return spread.diagnostics();
    }
    Deflators deflators;
    if (question.constant_prices) {
        if (!question.over) {
            return refused("--over", "constant prices need the amount's own year",
                           {"--over FY2025", "--over FY2023..FY2027"});
        }
        deflators.base = question.constant_prices->year;
        deflators.home = deflator_of(facts, from, *spread, *deflators.base);
        deflators.foreign = to == from ? std::nullopt : deflator_of(facts, to, *spread, *deflators.base);
        if (!deflators.home && !deflators.foreign) {
            return refused("--prices", "no GDP deflator that reaches these years is known for " +
                                           from.code() + (to == from ? "" : " or " + to.code()));
        }
    }
    ConversionRun run{.question = question,
                      .to = to,
                      .years = {},
                      .rate_unit = {},
                      .constant_year = {},
                      .conversions = {},
                      .words = {},
                      .calendar = spread->calendar,
                      .parts = calc::series_of(spread->parts.first(), spread->parts.last(),
                                               [&](Year year) { return spread->parts[year].in({from}); }),
                      .base = deflators.base,
                      .home_prices = deflators.home ? deflators.home->country : nullptr,
                      .foreign_prices = deflators.foreign ? deflators.foreign->country : nullptr};
    if (to == from) {
        run.conversions.push_back(at_home(*spread, deflators));
    } else {
        const Currency dollar("USD");
        run.rate_unit =
            from == dollar ? to.code() + " per " + from.code() : from.code() + " per " + to.code();
        for (const Method& method : methods_of(question)) {
            run.conversions.push_back(conversion_by(facts, *spread, to, method, deflators));
        }
        if (run.conversions.size() == 1 && !run.conversions.front().amount) {
            std::vector<Diagnostic> missing =
                rates_of(facts, *spread, to, methods_of(question).front()).diagnostics();
            missing.front().hint =
                "--rate average:2025 takes the rate of one year for all; --all-methods tries each method";
            return missing;
        }
    }
    if (question.over) {
        const auto name = [&](Year year) { return label(year, spread->calendar); };
        const std::string each = amount_words(spread->parts.front().in({from}), from);
        run.years = spread->parts.size() == 1 ? name(spread->parts.first())
                                              : name(spread->parts.first()) + " to " +
                                                    name(spread->parts.last()) + ", " + each + " in each";
        run.words.push_back("Amount: " + run.years + ".");
        if (!runs_with_the_calendar(spread->calendar)) {
            run.words.push_back(name(spread->parts.first()) + " is " +
                                months(spread->parts.first(), spread->calendar) + ".");
        }
    }
    if (std::any_of(run.conversions.begin(), run.conversions.end(),
                    [](const Conversion& one) { return one.other_years; })) {
        run.words.emplace_back(
            "Rates marked with a year but not FY are of calendar years: each stands for the fiscal year "
            "with its number.");
    }
    if (deflators.base) {
        run.constant_year = label(*deflators.base, spread->calendar);
        run.words.push_back(
            to == from ? "Constant prices by the GDP deflator."
                       : "Constant prices by the deflator of GDP at home, then converted at the method's "
                         "rate, where it has one for each year that of " +
                             run.constant_year + "; or converted first, then by the deflator of GDP abroad.");
        for (Conversion& conversion : run.conversions) {
            if (conversion.constant_home) {
                add_keys(conversion.sources, deflator_sources(facts, from));
            }
            if (conversion.constant_foreign) {
                add_keys(conversion.sources, deflator_sources(facts, to));
            }
        }
    }
    return run;
}

}  // namespace burden::inputs
