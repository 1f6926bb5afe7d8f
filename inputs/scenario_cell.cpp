#include "burden/inputs/scenario_cell.hpp"

#include <algorithm>
#include <array>

#include "burden/calc/letter_case.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/calc/parse.hpp"
#include "burden/calc/quoted.hpp"

namespace burden::inputs {

using models::Metric;

namespace {

constexpr std::array<MetricName, models::metric_count> names = {{
    {Metric::gdp, "gdp", "GDP", "", "GDP of the year"},
    {Metric::share, "share", "share", "%", "defence spending as a share of GDP, of the target's denominator"},
    {Metric::spending, "spending", "spending", "", "defence spending"},
    {Metric::extra, "extra", "extra", "", "defence spending beyond the base year's share"},
    {Metric::hosting, "hosting", "hosting", "", "host-nation support"},
    {Metric::contribution, "contribution", "contribution", "",
     "defence spending, host-nation support outside it, and what offsets add"},
    {Metric::per_head, "per_head", "per head", "", "defence spending for each inhabitant"},
    {Metric::of_government, "of_government", "of gov.", "%",
     "defence spending as a share of the expenditure of general government"},
    {Metric::population, "population", "population", "persons", "inhabitants"},
    {Metric::rate, "rate", "per USD", "", "units of the country's currency for a dollar"},
    {Metric::taxed, "taxed", "by taxes", "", "part of the extra that taxes pay for"},
    {Metric::borrowed, "borrowed", "borrowed", "", "part of the extra that is borrowed"},
    {Metric::reallocated, "reallocated", "from other spending", "",
     "part of the extra that is taken from other spending"},
    {Metric::extra_interest, "extra_interest", "interest", "",
     "interest on what was borrowed for the extra, borrowed itself"},
    {Metric::extra_debt, "extra_debt", "debt for it", "",
     "all that was borrowed for the extra, with interest, at the end of the year"},
    {Metric::debt, "debt", "debt", "%", "gross debt of general government to GDP, at the end of the year"},
    {Metric::debt_without, "debt_without", "without", "%", "the same without the extra"},
    {Metric::debt_interest, "debt_interest", "interest", "pp",
     "what interest adds to the debt ratio in a year"},
    {Metric::debt_growth, "debt_growth", "growth", "pp",
     "what growth of nominal GDP adds to the debt ratio: below zero where it grows"},
    {Metric::debt_balance, "debt_balance", "balance", "pp",
     "what the primary balance adds to the debt ratio, without the extra"},
    {Metric::debt_borrowing, "debt_borrowing", "extra", "pp",
     "what borrowing for the extra adds to the debt ratio"},
    {Metric::tax_points, "tax_points", "tax", "pp", "points of a tax that bring the taxed part"},
    {Metric::extra_points, "extra_points", "all by tax", "pp",
     "points of that tax which would bring all of the extra"},
    {Metric::extra_per_head, "extra_per_head", "per head", "", "the extra for each inhabitant"},
    {Metric::extra_per_household, "extra_per_household", "per household", "", "the extra for each household"},
    {Metric::extra_of_account, "extra_of_account", "of general account", "%",
     "the extra as a share of the central budget, as it is without it"},
    {Metric::extra_of_government, "extra_of_government", "of gov.", "%",
     "the extra as a share of general-government expenditure, as it is without it"},
}};

std::string capitals(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return result;
}

calc::Fault no_cell(std::string message, std::size_t at, std::size_t length) {
    return {.message = std::move(message),
            .at = at,
            .length = std::max<std::size_t>(1, length),
            .allowed = {"jpn.spending[FY2030]", "jpn.extra[total]", "jpn.hosting[FY2027..FY2031]"}};
}

}  // namespace

std::span<const MetricName> metric_names() { return names; }

const MetricName& name_of(Metric metric) { return names[static_cast<std::size_t>(metric)]; }

calc::Parsed<Metric> read_metric(std::string_view text) {
    std::vector<std::string> known;
    for (const MetricName& one : names) {
        if (one.name == text) {
            return one.metric;
        }
        known.emplace_back(one.name);
    }
    return calc::unknown_name("metric", text, known);
}

calc::Parsed<ScenarioCell> ScenarioCell::read(std::string_view text) {
    constexpr std::size_t code_length = 3;
    const std::size_t point = text.find('.');
    const std::size_t open = text.find('[');
    if (point != code_length || open == std::string_view::npos || text.back() != ']' || open < point) {
        return no_cell(calc::quoted(text) + " is no cell: a country, a metric and a year", 0, text.size());
    }
    ScenarioCell cell;
    cell.text = text;
    cell.country = capitals(text.substr(0, point));
    const auto metric = read_metric(text.substr(point + 1, open - point - 1));
    if (!metric) {
        calc::Fault fault = metric.fault();
        fault.at += point + 1;
        return fault;
    }
    cell.metric = *metric;
    const std::string_view when = text.substr(open + 1, text.size() - open - 2);
    if (when == "total") {
        cell.sum = true;
    } else {
        const auto years = calc::read_years(when);
        if (!years) {
            calc::Fault fault = years.fault();
            fault.at += open + 1;
            return fault;
        }
        cell.first = years->first.year;
        cell.last = years->second.year;
        cell.sum = cell.first != cell.last;
    }
    if (cell.sum && !models::adds_up(cell.metric)) {
        return no_cell("the metric " + calc::quoted(name_of(cell.metric).name) +
                           " is no amount of a year, and is not summed over years",
                       open, text.size() - open);
    }
    return cell;
}

Reading<PlacedCell> placed(const ScenarioCell& cell, const ScenarioPlan& plan, const std::string& where) {
    std::vector<std::string> known;
    for (std::size_t at = 0; at < plan.plan.countries.size(); ++at) {
        const auto& country = plan.plan.countries[at];
        known.push_back(calc::lower_case(country.code));
        if (country.code != cell.country) {
            continue;
        }
        const calc::Year first = cell.first.value_or(country.from + 1);
        const calc::Year last = cell.last.value_or(country.to);
        if (first < country.from || country.to < last) {
            return Diagnostic{.file = where,
                              .message = "'" + cell.text + "' is outside the years of " + country.code,
                              .allowed = {label(country.from, country.calendar) + " to " +
                                          label(country.to, country.calendar)}};
        }
        return PlacedCell{at, cell.metric, first, last, cell.sum};
    }
    return Diagnostic{.file = where,
                      .message = "the scenario has no country '" + calc::lower_case(cell.country) + "'",
                      .allowed = known,
                      .nearest = calc::nearest(calc::lower_case(cell.country), known)};
}

CellUnit unit_of(Metric metric, std::size_t country, const ScenarioPlan& plan) {
    const calc::Unit home = plan.plan.countries[country].unit;
    if (models::is_amount(metric)) {
        const auto& shown = plan.plan.shown;
        return {.text = {},
                .money = calc::Unit{shown.currency.value_or(home.currency),
                                    shown.constant ? calc::Prices::constant_of(shown.constant->number)
                                                   : calc::Prices::current()}};
    }
    if (metric == Metric::rate) {
        return {.text = home.currency.code() + " per USD"};
    }
    return {.text = std::string(name_of(metric).unit)};
}

}  // namespace burden::inputs
