#include "burden/inputs/hosting_checks.hpp"

#include <algorithm>

#include "burden/calc/nearest.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/figure_reader.hpp"

namespace burden::inputs {
namespace {

using calc::Date;
using calc::FiscalCalendar;
using calc::Year;

/// The names that `name` gives to items.
template <typename Item, typename Name>
std::vector<std::string> names_of(const std::vector<Item>& items, const Name& name) {
    std::vector<std::string> result;
    for (const Item& item : items) {
        result.push_back(name(item));
    }
    return result;
}

Diagnostic said(const Use& use, std::string message) {
    Diagnostic diagnostic = use.place;
    diagnostic.message = std::move(message);
    return diagnostic;
}

Diagnostic unknown_country(const Use& use, const std::string& code, const Facts& facts) {
    Diagnostic diagnostic = said(use, "no country " + calc::quoted(code) + " is known");
    diagnostic.nearest =
        calc::nearest(code, names_of(facts.countries, [](const Country& one) { return one.code; }));
    return diagnostic;
}

Diagnostic unknown_series(const Use& use, const Country& country, const std::string& key) {
    Diagnostic diagnostic = said(use, country.code + " has no series " + calc::quoted(key));
    diagnostic.nearest =
        calc::nearest(key, names_of(country.series, [](const FactSeries& series) { return series.key; }));
    return diagnostic;
}

/// "2016..2019", as a reference names it.
std::string years_text(Year from, Year to) {
    return std::to_string(from.number) + (from == to ? "" : ".." + std::to_string(to.number));
}

bool is_one_year(const Observation& one) { return one.year == one.to; }

/// The years a series has: those of terms as they are named, three or more single ones in a row in short.
std::vector<std::string> years_of(const FactSeries& series) {
    std::vector<std::string> result;
    const auto& all = series.observations;
    for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i + 1;
        while (is_one_year(all[i]) && end < all.size() && is_one_year(all[end]) &&
               all[end].year == all[end - 1].year + 1) {
            ++end;
        }
        if (end - i > 2) {
            result.push_back("any year from " + years_text(all[i].year, all[i].year) + " to " +
                             years_text(all[end - 1].year, all[end - 1].year));
            i = end;
        } else {
            result.push_back(years_text(all[i].year, all[i].to));
            ++i;
        }
    }
    return result;
}

std::optional<Diagnostic> fault_of_fact(const Use& use, const Facts& facts) {
    const auto reference = FactReference::read(use.name);
    calc::require(static_cast<bool>(reference), "a reference that was read is read again");
    const Country* const country = facts.find_country(reference->country);
    if (country == nullptr) {
        return unknown_country(use, reference->country, facts);
    }
    const FactSeries* const series = country->find(reference->series);
    if (series == nullptr) {
        return unknown_series(use, *country, reference->series);
    }
    const std::string name = "the series '" + series->key + "' of " + country->code;
    if (reference->fiscal && series->period == PeriodBasis::per_calendar_year) {
        Diagnostic diagnostic = said(use, name + " is per calendar year, not per fiscal year");
        diagnostic.nearest =
            country->code + " " + series->key + " " + years_text(reference->from, reference->to);
        return diagnostic;
    }
    if (!referred(facts, *reference)) {
        Diagnostic diagnostic =
            said(use, name + " has no figure of " + years_text(reference->from, reference->to));
        diagnostic.allowed = years_of(*series);
        diagnostic.hint =
            reference->from == reference->to ? "" : "a figure of several years is a [[fact]] with a 'term'";
        return diagnostic;
    }
    if (use.kind && *use.kind != series->unit.kind) {
        Diagnostic diagnostic = said(use, name + " is counted in " + calc::quoted(series->unit.text));
        diagnostic.allowed = {in_words(*use.kind)};
        return diagnostic;
    }
    const auto like = FactReference::read(use.like);
    const auto other = like ? referred(facts, *like) : std::nullopt;
    if (other && other->series->unit.kind != series->unit.kind) {
        return said(use, name + " is counted in " + calc::quoted(series->unit.text) + ", and '" +
                             other->series->key + "' in " + calc::quoted(other->series->unit.text));
    }
    return std::nullopt;
}

std::optional<Diagnostic> fault_of_arrangement(const Use& use, const Facts& facts) {
    const Arrangement* const known = facts.find_arrangement(use.name);
    if (known == nullptr) {
        Diagnostic diagnostic = said(use, "no arrangement " + calc::quoted(use.name) + " is known");
        diagnostic.nearest = calc::nearest(
            use.name, names_of(facts.arrangements, [](const Arrangement& one) { return one.key; }));
        return diagnostic;
    }
    if (use.of == Use::Of::ended && !known->end) {
        return said(use, "the arrangement '" + known->key + "' is open, and ends in no year");
    }
    return std::nullopt;
}

/// Whether an arrangement comes before itself.
std::optional<Diagnostic> fault_of_followed(const Use& use, const Facts& facts) {
    const Arrangement* one = facts.find_arrangement(use.name);
    for (std::size_t steps = 0; one != nullptr && !one->follows.empty(); ++steps) {
        if (one->follows == use.name) {
            return said(use, "the arrangement '" + use.name + "' follows itself" +
                                 (steps == 0 ? "" : ", by way of '" + one->key + "'"));
        }
        // A circle further back is reported where it is closed.
        one = steps > facts.arrangements.size() ? nullptr : facts.find_arrangement(one->follows);
    }
    return std::nullopt;
}

std::optional<Diagnostic> fault_of_budgets(const Use& use, const Facts& facts) {
    const Arrangement* const arrangement = facts.find_arrangement(use.name);
    const Country* const host = arrangement == nullptr ? nullptr : facts.find_country(arrangement->host);
    if (host == nullptr) {
        return std::nullopt;
    }
    const FactSeries* const series = host->find(arrangement->budgets);
    if (series == nullptr) {
        return unknown_series(use, *host, arrangement->budgets);
    }
    if (arrangement->unit.currency && series->unit.currency != arrangement->unit.currency) {
        return said(use, "the series '" + series->key + "' of " + host->code + " is counted in " +
                             calc::quoted(series->unit.text) + ", and the arrangement in " +
                             calc::quoted(arrangement->unit.text));
    }
    if (series->unit.kind != FactUnit::Kind::money) {
        return said(use, "the series '" + series->key + "' of " + host->code + " is counted in " +
                             calc::quoted(series->unit.text) + ", which is no money");
    }
    return std::nullopt;
}

/// The year of a calendar that a month lies in.
Year year_of(int year, int month, const FiscalCalendar& calendar) {
    const int begun = month < calendar.first_month ? year - 1 : year;
    return {begun + (calendar.named_by == FiscalCalendar::NamedBy::end ? 1 : 0)};
}

std::optional<Diagnostic> fault_of_term_year(const Use& use, const Facts& facts) {
    const Arrangement* const arrangement = facts.find_arrangement(use.name);
    if (arrangement == nullptr) {
        return std::nullopt;
    }
    const Country* const host = facts.find_country(arrangement->host);
    const FiscalCalendar calendar = host != nullptr && arrangement->period == PeriodBasis::per_fiscal_year
                                        ? host->fiscal_year
                                        : calc::calendar_year;
    constexpr int january = 1;
    constexpr int december = 12;
    const auto edge = [&](const Date& date, int unknown_month) {
        return year_of(date.year, date.month == 0 ? unknown_month : date.month, calendar);
    };
    const Year first = arrangement->start ? edge(*arrangement->start, january) : calc::earliest_year;
    const Year last = arrangement->end ? edge(*arrangement->end, december) : calc::latest_year;
    if (first <= use.year && use.year <= last) {
        return std::nullopt;
    }
    const std::string from = calc::label(first, calendar);
    const std::string to = calc::label(last, calendar);
    Diagnostic diagnostic =
        said(use, calc::label(use.year, calendar) + " is outside the term of '" + use.name + "'");
    diagnostic.allowed = {!arrangement->end     ? "years from " + from
                          : !arrangement->start ? "years to " + to
                                                : from + " to " + to};
    return diagnostic;
}

}  // namespace

std::optional<Diagnostic> fault_of(const Use& use, const Facts& facts) {
    switch (use.of) {
        case Use::Of::host:
            return facts.find_country(use.name) == nullptr
                       ? std::optional(unknown_country(use, use.name, facts))
                       : std::nullopt;
        case Use::Of::arrangement:
        case Use::Of::ended:
            return fault_of_arrangement(use, facts);
        case Use::Of::followed:
            return fault_of_followed(use, facts);
        case Use::Of::fact:
            return fault_of_fact(use, facts);
        case Use::Of::budgets:
            return fault_of_budgets(use, facts);
        case Use::Of::term_year:
            break;
    }
    return fault_of_term_year(use, facts);
}

}  // namespace burden::inputs
