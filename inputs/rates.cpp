#include "burden/inputs/rates.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "burden/calc/nearest.hpp"

namespace burden::inputs {

using calc::Currency;
using calc::Decimal;
using calc::RateMethod;

namespace {

constexpr std::array<std::pair<std::string_view, RateMethod>, 5> methods = {{{"average", RateMethod::average},
                                                                             {"budget", RateMethod::budget},
                                                                             {"spot", RateMethod::spot},
                                                                             {"fixed", RateMethod::fixed},
                                                                             {"ppp", RateMethod::ppp}}};

std::string_view measure_of(RateMethod method) {
    switch (method) {
        case RateMethod::budget:
            return "budget-rate";
        case RateMethod::spot:
            return "spot-rate";
        case RateMethod::ppp:
            return "ppp-rate";
        default:
            return "exchange-rate";
    }
}

calc::Fault shifted(calc::Fault fault, std::size_t by) {
    fault.at += by;
    return fault;
}

/// One leg: what a dollar costs in `currency`.
struct Leg {
    Decimal value;
    std::string date;
    std::string words;
    std::vector<std::string> sources;
    std::optional<PublishedRate> published = {};
};

Diagnostic no_rate(const Country& country, RateMethod method, const std::string& what,
                   std::vector<std::string> known) {
    return {.file = "--rate",
            .message = "no " + std::string(to_text(method)) + " rate of " + country.currency->code() +
                       " is known" + what,
            .allowed = std::move(known)};
}

Leg leg_of(const Country& country, const FactSeries& series, const Observation& observation,
           const std::string& date, const std::string& method) {
    return {.value = observation.value,
            .date = date,
            .words = method + " " + date + ", " + series.definition,
            .sources = observation.sources,
            .published = PublishedRate{&country, &series, &observation}};
}

Reading<Leg> spot_leg(const Country& country, const RateRequest& request) {
    std::vector<std::string> known;
    const FactSeries* latest = nullptr;
    for (const FactSeries* series : country.measuring("spot-rate")) {
        const Observation& observation = series->observations.front();
        if (!observation.superseded.empty()) {
            continue;
        }
        known.push_back(calc::to_text(observation.date));
        if (request.date && observation.date == *request.date) {
            return leg_of(country, *series, observation, known.back(), "spot of");
        }
        if (latest == nullptr || latest->observations.front().date < observation.date) {
            latest = series;
        }
    }
    if (request.date || latest == nullptr) {
        std::sort(known.begin(), known.end());
        return no_rate(country, RateMethod::spot, request.date ? " for " + calc::to_text(*request.date) : "",
                       known);
    }
    const Observation& observation = latest->observations.front();
    return leg_of(country, *latest, observation, calc::to_text(observation.date), "spot of");
}

/// The series of a method in years of `calendar`, or in calendar years.
const FactSeries* yearly_series(const Country& country, RateMethod method,
                                const calc::FiscalCalendar& calendar, bool fiscal_wanted) {
    const auto candidates = country.measuring(measure_of(method));
    const FactSeries* by_calendar = nullptr;
    for (const FactSeries* series : candidates) {
        const bool fiscal = series->period == PeriodBasis::per_fiscal_year;
        if (fiscal && (fiscal_wanted || method == RateMethod::budget) && calendar == country.fiscal_year) {
            return series;
        }
        if (!fiscal && by_calendar == nullptr) {
            by_calendar = series;
        }
    }
    if (by_calendar == nullptr && !candidates.empty()) {
        return candidates.front();
    }
    return by_calendar;
}

/// `first`, then the other series of a method that are counted in the same years.
std::vector<const FactSeries*> same_years(const Country& country, RateMethod method,
                                          const FactSeries& first) {
    std::vector<const FactSeries*> series = {&first};
    for (const FactSeries* other : country.measuring(measure_of(method))) {
        if (other != &first && other->period == first.period) {
            series.push_back(other);
        }
    }
    return series;
}

Reading<Leg> yearly_leg(const Country& country, const RateRequest& request, std::optional<calc::Year> year,
                        const calc::FiscalCalendar& calendar) {
    const bool fiscal_wanted = request.year ? request.year->fiscal : !calc::runs_with_the_calendar(calendar);
    const auto asked = request.year ? std::optional(request.year->year) : year;
    const FactSeries* series = yearly_series(country, request.method, calendar, fiscal_wanted);
    if (series == nullptr) {
        return no_rate(country, request.method, "", {});
    }
    const auto own = calendar_of(country, *series);
    if (request.year && request.year->fiscal && calc::runs_with_the_calendar(own) &&
        !calc::runs_with_the_calendar(country.fiscal_year)) {
        return no_rate(country, request.method, " by fiscal year", {"a calendar year, such as 2025"});
    }
    if (asked) {
        // A year that one series leaves out may stand in another of the same measure: a plan's rate, say.
        for (const FactSeries* candidate : same_years(country, request.method, *series)) {
            if (const Observation* observation = candidate->at(*asked)) {
                return leg_of(country, *candidate, *observation, label(*asked, own),
                              std::string(to_text(request.method)) + " of");
            }
        }
        calc::Year first = series->observations.front().year;
        calc::Year last = series->observations.back().year;
        for (const FactSeries* candidate : same_years(country, request.method, *series)) {
            first = std::min(first, candidate->observations.front().year);
            last = std::max(last, candidate->observations.back().year);
        }
        return no_rate(country, request.method, " for " + label(*asked, own),
                       {label(first, own) + " to " + label(last, own)});
    }
    const Observation* latest = nullptr;
    for (const Observation& observation : series->observations) {
        if (observation.superseded.empty() && observation.stage != Stage::projection) {
            latest = &observation;
        }
    }
    if (latest == nullptr) {
        return no_rate(country, request.method, "", {});
    }
    return leg_of(country, *series, *latest, label(latest->year, own),
                  std::string(to_text(request.method)) + " of");
}

Reading<Leg> dollar_leg(const Facts& facts, const Currency& currency, const RateRequest& request,
                        std::optional<calc::Year> year, const calc::FiscalCalendar& calendar) {
    if (currency == Currency("USD")) {
        return Leg{.value = 1, .date = {}, .words = {}, .sources = {}};
    }
    const Country* country = country_of(facts, currency);
    if (country == nullptr) {
        return Diagnostic{.file = "--rate",
                          .message = "no rate of exchange of " + currency.code() + " is known",
                          .allowed = {"fixed:VALUE"}};
    }
    return request.method == RateMethod::spot ? spot_leg(*country, request)
                                              : yearly_leg(*country, request, year, calendar);
}

}  // namespace

std::string_view to_text(RateMethod method) {
    for (const auto& [name, known] : methods) {
        if (known == method) {
            return name;
        }
    }
    return "";
}

const Country* country_of(const Facts& facts, const Currency& currency) {
    for (const Country& country : facts.countries) {
        if (country.currency == currency && !country.measuring("exchange-rate").empty()) {
            return &country;
        }
    }
    return nullptr;
}

calc::Parsed<RateRequest> RateRequest::read(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::string name(text.substr(0, colon));
    std::vector<std::string> names;
    RateRequest request;
    bool known = false;
    for (const auto& [method_name, method] : methods) {
        names.emplace_back(method_name);
        if (method_name == name) {
            request.method = method;
            known = true;
        }
    }
    if (!known) {
        calc::Fault fault = calc::unknown_name("method of conversion", name, names);
        fault.allowed = {"average[:YEAR]", "budget[:YEAR]", "spot:DATE", "fixed:VALUE", "ppp[:YEAR]"};
        return fault;
    }
    if (colon == std::string_view::npos) {
        if (request.method == RateMethod::fixed) {
            return calc::Fault{.message = "a fixed rate needs its value",
                               .at = text.size(),
                               .length = 1,
                               .allowed = {"fixed:150"}};
        }
        return request;
    }
    const std::string_view value = text.substr(colon + 1);
    if (request.method == RateMethod::fixed) {
        const auto number = Decimal::read(value);
        if (!number) {
            return shifted(number.fault(), colon + 1);
        }
        if (*number <= Decimal(0)) {
            return calc::Fault{.message = "a rate of exchange is above zero",
                               .at = colon + 1,
                               .length = std::max<std::size_t>(1, value.size())};
        }
        request.value = *number;
    } else if (request.method == RateMethod::spot) {
        const auto date = calc::read_date(value);
        if (!date) {
            return shifted(date.fault(), colon + 1);
        }
        request.date = *date;
    } else {
        const auto year = calc::read_year(value);
        if (!year) {
            return shifted(year.fault(), colon + 1);
        }
        request.year = *year;
    }
    return request;
}

Reading<SourcedRate> rate_between(const Facts& facts, const Currency& from, const Currency& to,
                                  const RateRequest& request, std::optional<calc::Year> year,
                                  const calc::FiscalCalendar& calendar) {
    // The dollar is the base wherever it is one of the two; else what is paid in is counted per unit of `to`.
    const Currency dollar("USD");
    const Currency& base = from == dollar ? from : to;
    const Currency& quote = from == dollar ? to : from;
    const std::string pair = quote.code() + " per " + base.code();
    if (request.method == RateMethod::fixed) {
        return SourcedRate{.rate = {base, quote, *request.value, RateMethod::fixed, "", ""},
                           .words = request.value->to_significant(17) + " " + pair + ", as given",
                           .sources = {}};
    }
    const auto quoted = dollar_leg(facts, quote, request, year, calendar);
    if (!quoted) {
        return quoted.diagnostics();
    }
    const auto based = dollar_leg(facts, base, request, year, calendar);
    if (!based) {
        return based.diagnostics();
    }
    const Decimal value = base == dollar ? quoted->value : quoted->value / based->value;
    std::vector<std::string> sources = quoted->sources;
    sources.insert(sources.end(), based->sources.begin(), based->sources.end());
    const std::string cross = base == dollar || quote == dollar
                                  ? ""
                                  : " (" + quote.code() + " and " + base.code() + " each against the dollar)";
    const std::string& words = quoted->words.empty() ? based->words : quoted->words;
    const std::string& date = quoted->date.empty() ? based->date : quoted->date;
    SourcedRate result{.rate = {base, quote, value, request.method, date, sources.front()},
                       .words = value.to_significant(7) + " " + pair + ", " + words + cross,
                       .sources = sources};
    for (const auto* leg : {&*quoted, &*based}) {
        if (leg->published) {
            result.made_of.push_back(*leg->published);
        }
    }
    return result;
}

}  // namespace burden::inputs
