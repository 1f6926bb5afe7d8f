#include "burden/inputs/embedded.hpp"

#include <algorithm>
#include <array>

#include "burden/calc/number_text.hpp"
#include "burden/inputs/embedded_data.hpp"
#include "burden/inputs/packed.hpp"

namespace burden::inputs {
namespace {

using embedded::Stretch;
using embedded::Text;

std::string_view view(Text text) {
    return {embedded::data.chunks[text.at / embedded::chunk_size] + text.at % embedded::chunk_size,
            text.length};
}

std::string string(Text text) { return std::string(view(text)); }

template <typename Row>
std::span<const Row> rows(std::span<const Row> all, Stretch stretch) {
    return all.subspan(stretch.first, stretch.count);
}

std::vector<std::string> strings(Stretch list) {
    std::vector<std::string> result;
    result.reserve(list.count);
    for (const Text text : rows(embedded::data.lists, list)) {
        result.emplace_back(view(text));
    }
    return result;
}

/// The figure of an observation. A product is exact, and much quicker than reading the text.
calc::Decimal value(const embedded::Observation& one) {
    static const auto powers = [] {
        std::array<calc::Decimal, 51> result;
        for (std::size_t places = 0; places < result.size(); ++places) {
            result[places] = calc::Decimal("1e-" + std::to_string(places));
        }
        return result;
    }();
    if (one.places == embedded::long_figure) {
        return calc::Decimal(calc::scan_grouped_number(view(one.text))->plain);
    }
    const calc::Decimal digits(one.digits);
    return one.places == 0 ? digits : digits * powers.at(one.places);
}

/// The units, read once for a call.
std::vector<FactUnit> units() {
    std::vector<FactUnit> result;
    for (const Text text : embedded::data.units) {
        result.push_back(*FactUnit::read(view(text)));
    }
    return result;
}

Observation observation(const embedded::Observation& one) {
    return {.year = {one.year},
            .to = {one.to},
            .date = {one.date_year, one.date_month, one.date_day},
            .text = string(one.text),
            .value = value(one),
            .stage = static_cast<Stage>(one.stage),
            .sources = strings(one.sources),
            .published = string(one.published),
            .note = string(one.note),
            .superseded = string(one.superseded)};
}

FactSeries series(const embedded::Series& one, const std::vector<FactUnit>& units) {
    FactSeries result{
        .key = string(one.key),
        .measure = string(one.measure),
        .title = string(one.title),
        .unit = units.at(one.unit),
        .period = static_cast<PeriodBasis>(one.period),
        .prices = one.prices == 0 ? calc::Prices::current() : calc::Prices::constant_of(one.prices),
        .definition = string(one.definition),
        .vintage = string(one.vintage),
        .note = string(one.note),
        .observations = {},
        .file = {}};
    result.observations.reserve(one.observations.count);
    for (const embedded::Observation& each : rows(embedded::data.observations, one.observations)) {
        result.observations.push_back(observation(each));
    }
    return result;
}

/// A country without its figures.
Country head(const embedded::Country& one) {
    Country result;
    result.code = string(one.code);
    result.name = string(one.name);
    result.also = strings(one.also);
    if (one.currency.length > 0) {
        result.currency = calc::Currency(view(one.currency));
    }
    result.fiscal_year = {.first_month = one.first_month,
                          .named_by = static_cast<calc::FiscalCalendar::NamedBy>(one.named_by)};
    return result;
}

Country country(const embedded::Country& one, const std::vector<FactUnit>& units) {
    Country result = head(one);
    result.series.reserve(one.series.count);
    for (const embedded::Series& each : rows(embedded::data.series, one.series)) {
        result.series.push_back(series(each, units));
    }
    for (const embedded::Choice& each : rows(embedded::data.choices, one.choices)) {
        result.choices.push_back(
            {.measure = string(each.measure), .use = string(each.use), .why = string(each.why)});
    }
    return result;
}

void add_hosting(Facts& facts) {
    std::string text;
    for (const std::string_view piece : embedded::data.hosting) {
        text += piece;
    }
    unpack_hosting(text, facts);
}

/// The countries that `wanted` holds for, all sources, and all of hosting.
template <typename Wanted>
Facts facts(const Wanted& wanted) {
    Facts result;
    result.as_of = {embedded::data.year, embedded::data.month, embedded::data.day};
    const auto all_units = units();
    for (const embedded::Country& one : embedded::data.countries) {
        if (wanted(view(one.code))) {
            result.countries.push_back(country(one, all_units));
        }
    }
    for (const embedded::Source& one : embedded::data.sources) {
        result.sources.emplace_hint(result.sources.end(), string(one.key),
                                    Source{.key = string(one.key),
                                           .title = string(one.title),
                                           .publisher = string(one.publisher),
                                           .published = string(one.published),
                                           .address = string(one.address),
                                           .grade = static_cast<Grade>(one.grade),
                                           .note = string(one.note)});
    }
    add_hosting(result);
    return result;
}

}  // namespace

Facts embedded_facts() {
    return facts([](std::string_view) { return true; });
}

Facts embedded_facts(std::span<const std::string> countries) {
    return facts([countries](std::string_view code) {
        return std::find(countries.begin(), countries.end(), code) != countries.end();
    });
}

std::span<const Country> embedded_countries() {
    static const std::vector<Country> all = [] {
        std::vector<Country> result;
        for (const embedded::Country& one : embedded::data.countries) {
            result.push_back(head(one));
        }
        return result;
    }();
    return all;
}

std::vector<ArrangementName> embedded_arrangements() {
    std::vector<ArrangementName> result;
    for (const embedded::ArrangementName& one : embedded::data.arrangements) {
        result.push_back({.key = string(one.key), .title = string(one.title), .host = string(one.host)});
    }
    return result;
}

std::string_view embedded_fingerprint() { return embedded::data.fingerprint; }

}  // namespace burden::inputs
