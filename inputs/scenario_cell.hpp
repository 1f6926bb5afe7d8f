/// One figure of a scenario's result, by its name: "jpn.spending[FY2030]", "jpn.extra[total]".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/fault.hpp"
#include "burden/calc/year.hpp"
#include "burden/inputs/scenario_plan.hpp"
#include "burden/models/metric.hpp"
#include "burden/models/projection.hpp"

namespace burden::inputs {

/// How a metric is called and what it is counted in.
struct MetricName {
    models::Metric metric;
    std::string_view name;   ///< "of_government"
    std::string_view label;  ///< over a column: "of government"
    std::string_view unit;   ///< "%" and "persons"; empty for an amount and for a rate
    std::string_view meaning;
};
std::span<const MetricName> metric_names();
const MetricName& name_of(models::Metric metric);

/// A metric by its name; a fault with the nearest one.
calc::Parsed<models::Metric> read_metric(std::string_view text);

/// A cell as it was asked for: a year, or the sum of years.
struct ScenarioCell {
    std::string text;     ///< as it was typed
    std::string country;  ///< code
    models::Metric metric = models::Metric::spending;
    std::optional<calc::Year> first = {};  ///< none for the total: all years after the base year
    std::optional<calc::Year> last = {};   ///< the same year where one year is asked for
    bool sum = false;                      ///< of several years or the total

    /// "jpn.spending[FY2030]", "jpn.spending[2026..2030]", "jpn.extra[total]". Sums are of amounts alone.
    static calc::Parsed<ScenarioCell> read(std::string_view text);
};

/// Where a cell is found in a plan.
struct PlacedCell {
    std::size_t country = 0;  ///< by its place in the plan
    models::Metric metric = models::Metric::spending;
    calc::Year first = {};
    calc::Year last = {};
    bool sum = false;
};

/// The place of a cell; a diagnostic at `where` ("--metric", "cell") where the plan has no such country or
/// year.
Reading<PlacedCell> placed(const ScenarioCell& cell, const ScenarioPlan& plan, const std::string& where);

/// The value of a cell; none where it is not known.
template <calc::Number N>
std::optional<N> value_of(const PlacedCell& cell, const std::vector<models::CountryProjection<N>>& results) {
    const auto& country = results[cell.country];
    return cell.sum ? country.sum(cell.metric, cell.first, cell.last) : country[cell.metric][cell.first];
}

/// The unit that a metric of a country is counted in: "%", "persons", "JPY per USD"; of an amount, the
/// currency and the prices.
struct CellUnit {
    std::string text;                      ///< of what is no amount
    std::optional<calc::Unit> money = {};  ///< of an amount
};
CellUnit unit_of(models::Metric metric, std::size_t country, const ScenarioPlan& plan);

}  // namespace burden::inputs
