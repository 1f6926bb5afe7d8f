/// How the figures of a scenario's country are shown.
#pragma once

#include <optional>
#include <string>

#include "burden/brief/answer.hpp"
#include "burden/brief/scale.hpp"
#include "burden/inputs/scenario_run.hpp"

namespace burden::brief {

/// The units of one country's figures. It points into the run.
class ScenarioAmounts {
public:
    /// Scales that suit every amount of the country, and every amount a head.
    ScenarioAmounts(const inputs::ScenarioRun& run, std::size_t country);

    /// The unit that a column of a metric has: "JPY tn", "%", "JPY k", "mn persons".
    std::string unit(models::Metric metric) const;
    /// Digits after the point.
    int places(models::Metric metric) const;
    /// A value in whole units (a share as 0.034) as a figure of that column; an empty cell of none.
    Cell cell(models::Metric metric, const std::optional<calc::Decimal>& value, bool plus = false) const;
    /// The figure of a year, which says of which cell of the run it is.
    Cell of_year(models::Metric metric, calc::Year year) const;
    /// The sum of the years after the base year likewise; an empty cell of a metric that is not summed.
    Cell sum(models::Metric metric) const;
    /// What prices amounts are in: "current prices", "prices of FY2025".
    const std::string& prices() const { return prices_; }

private:
    const Scale& scale_of(models::Metric metric) const;
    /// What a value in whole units is multiplied by, to be one of its column.
    calc::Decimal factor(models::Metric metric) const;
    FigureTerm term(models::Metric metric, calc::Year year) const;

    const inputs::ScenarioRun& run_;
    std::size_t country_;
    std::optional<calc::Currency> currency_;
    std::string rate_unit_;
    std::string prices_;
    Scale amounts_;
    Scale heads_;
    Scale households_;
    int amount_places_ = 1;
};

/// "e", "g", "p", "x" or nothing: the mark of a country's year.
std::string mark_of(const inputs::ScenarioRun& run, std::size_t country, calc::Year year);

/// Marks with their meanings, in order.
const std::vector<std::pair<std::string, std::string>>& certainty_marks();

}  // namespace burden::brief
