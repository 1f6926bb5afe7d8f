/// What a projection gives for one country.
#pragma once

#include <optional>
#include <vector>

#include "burden/calc/number.hpp"
#include "burden/calc/series.hpp"
#include "burden/models/metric.hpp"

namespace burden::models {

/// A country's years, every metric as shown: amounts in the plan's currency and prices.
template <calc::Number N>
class CountryProjection {
public:
    /// `wanted` are the metrics that are kept.
    CountryProjection(calc::Year from, calc::Year to, MetricSet wanted = MetricSet::all())
        : from_(from),
          to_(to),
          wanted_(wanted),
          values_(metric_count, calc::Series<std::optional<N>>(from)) {}

    calc::Year from() const { return from_; }
    calc::Year to() const { return to_; }

    /// A metric by year; none where what it is made of is not known, and no years of one that was not wanted.
    const calc::Series<std::optional<N>>& operator[](Metric metric) const {
        return values_[static_cast<std::size_t>(metric)];
    }
    bool wants(Metric metric) const { return wanted_.contains(metric); }
    template <typename Rule>
    void set(Metric metric, const Rule& rule) {
        if (!wanted_.contains(metric)) {
            return;
        }
        values_[static_cast<std::size_t>(metric)] =
            calc::series_of(from_, to_, [&](calc::Year year) { return std::optional<N>(rule(year)); });
    }

    /// The sum of an amount from `first` to `last`; none where a year is not known, or nothing is summed.
    std::optional<N> sum(Metric metric, calc::Year first, calc::Year last) const {
        const auto& series = (*this)[metric];
        if (!adds_up(metric) || last < first || !series.covers(first) || !series.covers(last)) {
            return std::nullopt;
        }
        N total(0);
        for (calc::Year year = first; year <= last; ++year) {
            if (!series[year]) {
                return std::nullopt;
            }
            total = N(total + *series[year]);
        }
        return total;
    }

private:
    calc::Year from_;
    calc::Year to_;
    MetricSet wanted_;
    std::vector<calc::Series<std::optional<N>>> values_;
};

}  // namespace burden::models
