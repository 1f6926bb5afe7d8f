#include <algorithm>

#include "burden/calc/nearest.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/facts.hpp"
#include "burden/inputs/word_names.hpp"

namespace burden::inputs {
namespace {

using Kind = FactUnit::Kind;
using calc::Fault;
using calc::Parsed;

constexpr Names<PeriodBasis, 6> periods = {
    {{PeriodBasis::per_calendar_year, "per calendar year"},
     {PeriodBasis::per_fiscal_year, "per fiscal year"},
     {PeriodBasis::total_over_a_term, "total over a term"},
     {PeriodBasis::total_over_calendar_years, "total over calendar years"},
     {PeriodBasis::one_off, "one-off"},
     {PeriodBasis::stock_at_a_date, "stock at a date"}}};
constexpr Names<Stage, 7> stages = {{{Stage::request, "request"},
                                     {Stage::initial, "initial"},
                                     {Stage::supplementary, "supplementary"},
                                     {Stage::with_supplementary, "with supplementary"},
                                     {Stage::outturn, "outturn"},
                                     {Stage::estimate, "estimate"},
                                     {Stage::projection, "projection"}}};
constexpr Names<Grade, 3> grades = {
    {{Grade::official, "official"}, {Grade::press, "press"}, {Grade::weak, "weak"}}};

constexpr Names<long long, 10> scales = {{{1'000, "thousand"},
                                          {1'000, "k"},
                                          {1'000'000, "mn"},
                                          {1'000'000, "m"},
                                          {1'000'000, "million"},
                                          {1'000'000'000, "bn"},
                                          {1'000'000'000, "billion"},
                                          {1'000'000'000, "b"},
                                          {1'000'000'000'000, "tn"},
                                          {1'000'000'000'000, "trillion"}}};
constexpr std::string_view between_currencies = " per ";
constexpr std::string_view international_dollar = "international dollar";

std::vector<std::string> unit_examples() {
    return {"bn JPY",  "mn USD",     "JPY",  "%",           "index",
            "persons", "mn persons", "days", "JPY per USD", "JPY per international dollar",
            "count"};
}

Fault unknown_unit(std::string_view text) {
    Fault fault{.message = "unknown unit " + calc::quoted(text),
                .at = 0,
                .length = std::max<std::size_t>(1, text.size()),
                .allowed = unit_examples()};
    fault.nearest = calc::nearest(text, fault.allowed);
    return fault;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// A currency that stands `at` bytes into the unit; in capitals, as its sources print it.
Parsed<calc::Currency> currency_at(std::string_view code, std::size_t at) {
    auto currency = calc::Currency::read(code);
    if (!currency) {
        Fault fault = currency.fault();
        fault.at += at;
        return fault;
    }
    if (!std::all_of(code.begin(), code.end(), is_capital)) {
        return Fault{.message = "the currency " + calc::quoted(code) + " is not in capitals",
                     .at = at,
                     .length = code.size(),
                     .nearest = currency->code()};
    }
    return currency;
}

Parsed<FactUnit> read_rate(std::string_view text, std::size_t sign) {
    const auto counted = currency_at(text.substr(0, sign), 0);
    if (!counted) {
        return counted.fault();
    }
    const std::size_t at = sign + between_currencies.size();
    const std::string_view other = text.substr(at);
    if (other == international_dollar) {
        return FactUnit{.kind = Kind::ppp_rate, .currency = *counted, .per = {}, .text = std::string(text)};
    }
    const auto per = currency_at(other, at);
    if (!per) {
        return per.fault();
    }
    if (*per == *counted) {
        return Fault{.message = "a rate is between two currencies, not " + counted->code() + " twice",
                     .at = 0,
                     .length = text.size()};
    }
    return FactUnit{
        .kind = Kind::exchange_rate, .currency = *counted, .per = *per, .text = std::string(text)};
}

std::vector<Measure> all_measures() {
    const std::vector<Kind> money = {Kind::money};
    const std::vector<Kind> percent = {Kind::percent};
    const std::vector<Kind> persons = {Kind::persons};
    const std::vector<Kind> rate = {Kind::exchange_rate};
    return {{"gdp", "gross domestic product", money},
            {"gdp-growth", "rise of nominal GDP in a year", percent},
            {"real-growth", "rise of GDP in constant prices", percent},
            {"deflator", "price level of GDP", {Kind::index}},
            {"deflator-growth", "rise of that price level in a year", percent},
            {"inflation", "rise of consumer prices", percent},
            {"population", "residents", persons},
            {"exchange-rate", "average of a year", rate},
            {"budget-rate", "rate that a budget is drawn up at", rate},
            {"spot-rate", "rate of a day or month", rate},
            {"ppp-rate", "purchasing power parity", {Kind::ppp_rate}},
            {"defence-spending", "a defence budget or outlay, by definition and stage", money},
            {"defence-part", "a part of one: supplementary budget, realignment, coast guard", money},
            {"defence-share", "defence spending to GDP, as a publisher prints it", percent},
            {"defence-share-of-fixed-gdp", "the same to the GDP of another year, held fixed", percent},
            {"defence-growth", "rise of a defence budget, as announced", percent},
            {"defence-request", "what a ministry asked for", money},
            {"defence-plan", "a published path or ceiling", money},
            {"defence-target", "a published aim", percent},
            {"target-base-gdp", "the fixed GDP that a target is counted against", money},
            {"government-budget", "a government's budget or a part of it", money},
            {"government-expenditure-share", "general-government expenditure to GDP", percent},
            {"government-debt", "government debt", money},
            {"government-debt-share", "the same to GDP", percent},
            {"tax-yield", "what a tax, or a point of it, brings", money},
            {"arms-purchases", "equipment bought from another government", money},
            {"troops", "service members stationed in the country", persons},
            {"host-support", "what a host bears of the cost of the forces it hosts", money},
            {"host-support-part", "a part of it: labour, utilities, facilities, rent forgone", money},
            {"support-per-member", "host support to each service member stationed there", money},
            {"support-demand", "host support that a guest has asked for", money},
            {"stationing-cost", "cost of stationing forces, host and guest together", money},
            {"stationing-share", "a share of that cost, as a publisher prints it", percent},
            {"presence-cost", "what a guest pays for its forces in a country, or a part of it", money},
            {"pledge", "purchases or investment that a government has promised", money},
            {"defence-demand", "defence spending to GDP that another government has asked for", percent},
            {"patrol-days", "days on which vessels or aircraft were there", {Kind::days}},
            {"patrol-entries", "vessels or aircraft that came in", {Kind::count}},
            {"other", "what no model uses yet", {}}};
}

}  // namespace

std::span<const Measure> measures() {
    static const std::vector<Measure> all = all_measures();
    return all;
}

std::string_view to_text(PeriodBasis period) { return name_of(period, periods); }
std::string_view to_text(Stage stage) { return name_of(stage, stages); }
std::string_view to_text(Grade grade) { return name_of(grade, grades); }
std::optional<PeriodBasis> period_basis_of(std::string_view text) { return value_of(text, periods); }
std::optional<Stage> stage_of(std::string_view text) { return value_of(text, stages); }
std::optional<Grade> grade_of(std::string_view text) { return value_of(text, grades); }

Parsed<FactUnit> FactUnit::read(std::string_view text) {
    constexpr Names<Kind, 5> words = {{{Kind::percent, "%"},
                                       {Kind::index, "index"},
                                       {Kind::persons, "persons"},
                                       {Kind::days, "days"},
                                       {Kind::count, "count"}}};
    FactUnit unit;
    unit.text = std::string(text);
    if (const auto kind = value_of(text, words)) {
        unit.kind = *kind;
        return unit;
    }
    if (const std::size_t sign = text.find(between_currencies); sign != std::string_view::npos) {
        return read_rate(text, sign);
    }
    const std::size_t space = text.find(' ');
    std::string_view counted = text;
    if (space != std::string_view::npos) {
        const auto scale = value_of(text.substr(0, space), scales);
        if (!scale) {
            return unknown_unit(text);
        }
        unit.scale = *scale;
        counted = text.substr(space + 1);
    }
    if (counted == "persons") {
        unit.kind = Kind::persons;
        return unit;
    }
    // What has the look of a code is answered about as a currency, anything else as a unit.
    if (counted.size() != 3 ||
        (space == std::string_view::npos && !std::all_of(counted.begin(), counted.end(), is_capital))) {
        return unknown_unit(text);
    }
    const auto currency = currency_at(counted, text.size() - counted.size());
    if (!currency) {
        return currency.fault();
    }
    unit.kind = Kind::money;
    unit.currency = *currency;
    return unit;
}

}  // namespace burden::inputs
