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
    rate,  ///< home currency for a dollar

    // How the extra is paid for, and what that does to public finance.
    taxed,
    borrowed,
    reallocated,     ///< taken from other spending
    extra_interest,  ///< on what was borrowed for the extra, and borrowed itself
    extra_debt,      ///< all that was borrowed, at the end of the year
    debt,            ///< of general government, at the end of the year, to GDP
    debt_without,    ///< the same without the extra
    debt_interest,   ///< what interest adds to the ratio in a year
    debt_growth,     ///< what a larger GDP takes off: below zero where it grows
    debt_balance,    ///< what a primary deficit adds, without what is borrowed for the extra
    debt_borrowing,  ///< what borrowing for the extra adds
    tax_points,      ///< points of a tax that bring the taxed part: a share, a hundredth is one point

    // What the extra is beside something.
    extra_points,         ///< points of that tax which would bring all of it
    extra_per_head,       ///< for each inhabitant
    extra_per_household,  ///< for each household
    extra_of_account,     ///< as a share of the general account, without the extra
    extra_of_government   ///< as a share of general-government expenditure, without the extra
};

constexpr std::size_t metric_count = 27;
constexpr std::array<Metric, metric_count> metrics = {Metric::gdp,
                                                      Metric::share,
                                                      Metric::spending,
                                                      Metric::extra,
                                                      Metric::hosting,
                                                      Metric::contribution,
                                                      Metric::per_head,
                                                      Metric::of_government,
                                                      Metric::population,
                                                      Metric::rate,
                                                      Metric::taxed,
                                                      Metric::borrowed,
                                                      Metric::reallocated,
                                                      Metric::extra_interest,
                                                      Metric::extra_debt,
                                                      Metric::debt,
                                                      Metric::debt_without,
                                                      Metric::debt_interest,
                                                      Metric::debt_growth,
                                                      Metric::debt_balance,
                                                      Metric::debt_borrowing,
                                                      Metric::tax_points,
                                                      Metric::extra_points,
                                                      Metric::extra_per_head,
                                                      Metric::extra_per_household,
                                                      Metric::extra_of_account,
                                                      Metric::extra_of_government};
/// Those that rest on how the extra is paid for.
inline constexpr std::array<Metric, 12> finance_metrics = {
    Metric::taxed,       Metric::borrowed,     Metric::reallocated,    Metric::extra_interest,
    Metric::extra_debt,  Metric::debt,         Metric::debt_without,   Metric::debt_interest,
    Metric::debt_growth, Metric::debt_balance, Metric::debt_borrowing, Metric::tax_points};
/// Those that hold the extra against something.
inline constexpr std::array<Metric, 5> extra_metrics = {Metric::extra_points, Metric::extra_per_head,
                                                        Metric::extra_per_household, Metric::extra_of_account,
                                                        Metric::extra_of_government};

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

/// Whether a metric is an amount of money, which a currency goes with.
constexpr bool is_amount(Metric metric) {
    switch (metric) {
        case Metric::gdp:
        case Metric::spending:
        case Metric::extra:
        case Metric::hosting:
        case Metric::contribution:
        case Metric::per_head:
        case Metric::taxed:
        case Metric::borrowed:
        case Metric::reallocated:
        case Metric::extra_interest:
        case Metric::extra_debt:
        case Metric::extra_per_head:
        case Metric::extra_per_household:
            return true;
        default:
            return false;
    }
}

/// Whether the years of a metric may be summed: those of an amount that runs over a year.
constexpr bool adds_up(Metric metric) { return is_amount(metric) && metric != Metric::extra_debt; }

}  // namespace burden::models
