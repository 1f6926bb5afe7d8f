/// The columns of a projection.
#pragma once

#include <array>
#include <cstddef>

namespace burden::models {

/// What a projection knows of a country in a year.
enum class Metric {
    gdp,
    share,  ///< spending as a share of the target's denominator
    spending,
    extra,          ///< spending beyond the base year's share
    hosting,        ///< host-nation support
    contribution,   ///< spending, support outside it, and what offsets add
    per_head,       ///< spending for each inhabitant
    of_government,  ///< spending as a share of general-government expenditure
    population,
    rate  ///< home currency for a dollar
};

constexpr std::size_t metric_count = 10;
constexpr std::array<Metric, metric_count> metrics = {
    Metric::gdp,          Metric::share,    Metric::spending,      Metric::extra,      Metric::hosting,
    Metric::contribution, Metric::per_head, Metric::of_government, Metric::population, Metric::rate};

/// Some of the metrics.
class MetricSet {
public:
    constexpr MetricSet() = default;

    static constexpr MetricSet all() {
        MetricSet set;
        for (const Metric metric : metrics) {
            set.add(metric);
        }
        return set;
    }
    constexpr void add(Metric metric) { held_[static_cast<std::size_t>(metric)] = true; }
    constexpr bool contains(Metric metric) const { return held_[static_cast<std::size_t>(metric)]; }

private:
    std::array<bool, metric_count> held_ = {};
};

/// Whether a metric is an amount of money, which a sum over years and a currency go with.
constexpr bool is_amount(Metric metric) {
    switch (metric) {
        case Metric::gdp:
        case Metric::spending:
        case Metric::extra:
        case Metric::hosting:
        case Metric::contribution:
        case Metric::per_head:
            return true;
        default:
            return false;
    }
}

}  // namespace burden::models
