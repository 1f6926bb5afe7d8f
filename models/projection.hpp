/// A plan run: what each country spends, supports and contributes, year by year.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "burden/calc/deflator.hpp"
#include "burden/models/metric.hpp"
#include "burden/models/projection_plan.hpp"

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
        if (!is_amount(metric) || last < first || !series.covers(first) || !series.covers(last)) {
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

namespace projection_detail {

template <calc::Number N>
using Amounts = calc::Series<calc::Yearly<N>>;

/// Whose results those of a country are, by its own years.
template <typename N>
ResultNames names_of(const CountryPlan<N>& plan, std::string_view part = {}) {
    return {.whose = plan.code, .part = part, .calendar = plan.calendar};
}

/// The same by the years of its arrangement.
template <typename N>
ResultNames hosting_names(const CountryPlan<N>& plan) {
    return {.whose = plan.code, .calendar = plan.hosting->calendar};
}

template <calc::Number N>
Economy<N> economy_of(const CountryPlan<N>& plan) {
    const ResultNames names = names_of(plan);
    const EconomyChanges<N>& changes = plan.economy.changes;
    // What is not changed has one name.
    const auto years = [&](const Published<N>& level, bool changed, const char* as_published,
                           const char* name) {
        return labelled(names, changed ? as_published : name,
                        calc::part(carried_on(level, plan.calendar, plan.to), plan.first, plan.to));
    };
    const bool prices_change = !changes.inflation.empty();
    const auto gdp =
        years(plan.economy.gdp, prices_change || !changes.growth.empty() || !changes.base_gdp.empty(),
              "published gdp", "gdp");
    Economy<N> economy{
        calc::series_of(plan.first, plan.to,
                        [&](calc::Year year) { return calc::Yearly<N>(gdp[year], plan.unit); }),
        years(plan.economy.deflator, prices_change, "published deflator", "deflator")};
    if (plan.economy.population) {
        economy.population = years(*plan.economy.population, !changes.population.empty(),
                                   "published population", "population");
    }
    return changed(economy, plan.from, changes, std::optional(names));
}

/// A published ratio or rate by the years of a calendar, with its changes.
template <calc::Number N>
calc::Series<N> held(const HeldPlan<N>& plan, const char* name, const ResultNames& names, calc::Year first,
                     calc::Year last) {
    const auto values = held_on(plan.published, names.calendar, last);
    return calc::series_of(first, last, [&](calc::Year year) {
        // Before the first published year, that year's.
        const calc::Year known = std::max(year, values.first());
        return labelled(names, name, year, changed(values[known], plan.changes, year));
    });
}

template <calc::Number N>
calc::Yearly<N> base_spending(const CountryPlan<N>& plan, const Economy<N>& economy) {
    const N figure = changed(plan.base.figure, plan.base.changes, plan.from);
    const auto spending =
        plan.base.of_gdp ? economy.gdp[plan.from] * figure : calc::Yearly<N>(figure, plan.unit);
    return labelled(names_of(plan), "base spending", plan.from, spending);
}

/// The target of the model for one part of spending, or all of it.
template <calc::Number N>
Target<N> part_target(const CountryPlan<N>& plan, const TargetPlan<N>& target, const Economy<N>& economy,
                      const calc::Yearly<N>& base, const N& share, std::string_view name = {}) {
    Target<N> part{.from = plan.from,
                   .due = target.due,
                   .to = plan.to,
                   .base_spending = base,
                   .share = share,
                   .shape = target.shape,
                   .most_growth = target.most_growth,
                   .then = target.then,
                   .names = names_of(plan, name)};
    if (auto* way = std::get_if<calc::WayPoints<N>>(&part.shape);
        way != nullptr && way->points.back().first < target.due) {
        way->points.emplace_back(target.due, share);
    }
    if (target.fixed_year) {
        part.fixed_denominator = target.fixed_gdp ? calc::Yearly<N>(*target.fixed_gdp, plan.unit)
                                                  : economy.gdp[*target.fixed_year];
    }
    return part;
}

/// Spending that reaches another country's share and follows it after that.
template <calc::Number N>
TargetPath<N> parity_path(const CountryPlan<N>& plan, const TargetPlan<N>& target, const Economy<N>& economy,
                          const calc::Yearly<N>& base, const CountryProjection<N>& other) {
    const auto theirs = [&](calc::Year year) { return *other[Metric::share][year]; };
    const Target<N> to_parity = part_target(plan, target, economy, base, theirs(target.due));
    const auto bare_gdp = calc::series_of(plan.from, target.due,
                                          [&](calc::Year year) { return economy.gdp[year].in(plan.unit); });
    const auto way = calc::share_path(
        to_parity.shape,
        calc::PathEnds<N>{plan.from, target.due,
                          labelled(names_of(plan), "share", plan.from, N(base / economy.gdp[plan.from])),
                          to_parity.share},
        bare_gdp);
    calc::WayPoints<N> points;
    for (calc::Year year = plan.from + 1; year <= plan.to; ++year) {
        points.points.emplace_back(year, year <= target.due ? way[year] : theirs(year));
    }
    Target<N> whole = to_parity;
    whole.due = plan.to;
    whole.share = points.points.back().second;
    whole.shape = points;
    return target_path(economy, whole);
}

/// Spending of the base year held as a share of GDP.
template <calc::Number N>
TargetPath<N> held_path(const CountryPlan<N>& plan, const Economy<N>& economy, const calc::Yearly<N>& base) {
    const ResultNames names = names_of(plan);
    const N share = labelled(names, "share", plan.from, N(base / economy.gdp[plan.from]));
    calc::WayPoints<N> same;
    for (calc::Year year = plan.from + 1; year <= plan.to; ++year) {
        same.points.emplace_back(year, share);
    }
    return target_path(economy, Target<N>{.from = plan.from,
                                          .due = plan.to,
                                          .to = plan.to,
                                          .base_spending = base,
                                          .share = share,
                                          .shape = same,
                                          .names = names});
}

template <calc::Number N>
TargetPath<N> spending_path(const CountryPlan<N>& plan, const Economy<N>& economy,
                            const std::vector<CountryProjection<N>>& earlier) {
    const auto base = base_spending(plan, economy);
    if (!plan.target) {
        return held_path(plan, economy, base);
    }
    const TargetPlan<N>& target = *plan.target;
    if (target.parity) {
        return parity_path(plan, target, economy, base, earlier[*target.parity]);
    }
    const N share = changed(*target.share, target.changes, target.due);
    if (!target.related) {
        return target_path(economy, part_target(plan, target, economy, base, share));
    }
    const N related_share = changed(*target.related, target.related_changes, target.due);
    const Target<N> ends = part_target(plan, target, economy, base, share);
    const auto denominator = ends.fixed_denominator ? *ends.fixed_denominator : economy.gdp[plan.from];
    const auto base_of = [&](const char* part, const calc::Yearly<N>& spending) {
        return labelled(names_of(plan, part), "base spending", plan.from, spending);
    };
    const auto base_related =
        base_of("related", denominator * (target.base_related ? *target.base_related : N(0)));
    const auto base_core = base_of("core", base - base_related);
    return together(
        target_path(economy, part_target(plan, target, economy, base_core, share, "core")),
        target_path(economy, part_target(plan, target, economy, base_related, related_share, "related")),
        std::optional(names_of(plan)));
}

/// The level of prices in the guest's cost, 1 in the year it was counted in, over the years of a renewal.
template <calc::Number N>
calc::Series<N> cost_prices(const CountryPlan<N>& plan, calc::Year first, calc::Year last) {
    const HostingPlan<N>& hosting = *plan.hosting;
    N level(1);
    calc::Series<N> prices(first);
    for (calc::Year year{hosting.cost_year + 1}; year <= last; ++year) {
        level = N(level * (N(1) + changed(N(0), hosting.cost_prices, year)));
        if (first <= year) {
            prices.push_back(labelled(hosting_names(plan), "prices in the guest's cost", year, level));
        }
    }
    return prices;
}

/// Growth of spending by year; before the path, that of GDP.
template <calc::Number N>
calc::Series<N> budget_growth(const CountryPlan<N>& plan, const Economy<N>& economy,
                              const TargetPath<N>& path, calc::Year last) {
    const ResultNames names = names_of(plan);
    return calc::series_of(plan.first + 1, last, [&](calc::Year year) -> N {
        const calc::Year known = std::min(year, plan.to);
        return labelled(
            names, "growth of spending", known,
            plan.from < known ? growth(path, known) : N(economy.gdp[known] / economy.gdp[known - 1] - N(1)));
    });
}

/// Amounts of the term, from its first year on, and of the renewal up to `last`, in the arrangement's years.
template <calc::Number N>
Amounts<N> hosting_amounts(const CountryPlan<N>& plan, const Economy<N>& economy, const TargetPath<N>& path,
                           calc::Year last) {
    using calc::Year;
    const HostingPlan<N>& hosting = *plan.hosting;
    const ResultNames names = hosting_names(plan);
    RenewalSetting<N> setting{.home = plan.unit,
                              .first = hosting.first,
                              .last = last,
                              .term_years = hosting.last - hosting.first + 1};
    if (hosting.consumer_prices) {
        const auto rises =
            rises_carried_on(*hosting.consumer_prices, hosting.calendar, last, std::optional(names));
        setting.consumer_prices = calc::series_of(rises.first(), rises.last(), [&](Year year) {
            return labelled(names, "rise of consumer prices", year,
                            changed(rises[year], hosting.price_changes, year));
        });
    }
    const bool escalates_with_budget =
        hosting.escalator && follows(*hosting.escalator, IndexedBy::defence_budget);
    if (escalates_with_budget || follows(hosting.renewal, IndexedBy::defence_budget)) {
        setting.defence_budget = budget_growth(plan, economy, path, last);
    }
    if (hosting.abroad && plan.rate) {
        setting.rate = held(*plan.rate, "rate", names, hosting.first, last);
    }
    if (hosting.members) {
        setting.members = labelled(names_of(plan), "members", plan.from,
                                   changed(*hosting.members, hosting.member_changes, plan.from));
        setting.members_of_cost = hosting.members;
    }

    Amounts<N> escalated(hosting.first);
    const Year after_stated = hosting.stated.empty() ? hosting.first : hosting.stated.back().first + 1;
    if (hosting.escalator && after_stated <= hosting.last) {
        RenewalSetting<N> within = setting;
        within.first = after_stated;
        within.last = hosting.last;
        within.last_year = calc::Yearly<N>(hosting.stated.back().second, plan.unit);
        escalated = renewed(renewal_of(*hosting.escalator, within), within.first, within.last);
    }
    const auto known = [&](Year year) -> std::optional<calc::Yearly<N>> {
        for (const auto& [when, amount] : hosting.stated) {
            if (when == year) {
                return calc::Yearly<N>(amount, plan.unit);
            }
        }
        return escalated.find(year);
    };
    if (hosting.total) {
        setting.average = average(calc::Total<N>(*hosting.total, plan.unit), setting.term_years);
    } else {
        calc::Total<N> total(N(0), plan.unit);
        for (Year year = hosting.first; year <= hosting.last; ++year) {
            const auto amount = known(year);
            calc::require(amount.has_value(), "a year of an arrangement without total is known");
            total = total + calc::as_part_of_total(*amount);
        }
        setting.average = average(total, setting.term_years);
    }
    setting.average = labelled(names, "average of the term", hosting.last, *setting.average);
    Amounts<N> amounts = calc::series_of(hosting.first, std::min(hosting.last, last), [&](Year year) {
        const auto amount = known(year);
        return amount ? *amount : *setting.average;
    });
    if (last <= hosting.last) {
        return labelled(names, "hosting", amounts);
    }
    setting.last_year = amounts.back();
    setting.first = hosting.last + 1;
    setting.cost_prices = cost_prices(plan, setting.first, last);
    const auto following = renewed(renewal_of(hosting.renewal, setting), setting.first, last);
    for (const calc::Yearly<N>& amount : following) {
        amounts.push_back(amount);
    }
    return labelled(names, "hosting", amounts);
}

/// Host-nation support by the years of the plan, from the first one that it is known for.
template <calc::Number N>
Amounts<N> hosting_path(const CountryPlan<N>& plan, const Economy<N>& economy, const TargetPath<N>& path) {
    const auto& calendar = plan.hosting->calendar;
    if (calendar == plan.calendar) {
        return hosting_amounts(plan, economy, path, plan.to);
    }
    const auto amounts = hosting_amounts(plan, economy, path, plan.to + 1);
    const auto bare = calc::series_of(amounts.first(), amounts.last(),
                                      [&](calc::Year year) { return amounts[year].in(plan.unit); });
    const auto by_month = calc::by_months(bare, calendar, plan.calendar);
    return calc::series_of(by_month.first(), by_month.last(),
                           [&](calc::Year year) { return calc::Yearly<N>(by_month[year], plan.unit); });
}

/// What offsets add in a year.
template <calc::Number N>
N offsets_of(const CountryPlan<N>& plan, const std::optional<calc::Series<N>>& rate, calc::Year year) {
    N sum(0);
    for (const OffsetPlan<N>& offset : plan.offsets) {
        if (offset.in_budget) {
            continue;
        }
        N amount = N(changed(N(0), offset.amount, year) * offset.additional);
        if (offset.abroad && rate) {
            amount = N(amount * (*rate)[year]);
        }
        sum = N(sum + amount);
    }
    return sum;
}

/// What an amount at home is in what is shown, by year: constant prices first, then the other currency.
template <calc::Number N>
class Shown {
public:
    Shown(const ShownPlan<N>& shown, const CountryPlan<N>& plan, const Economy<N>& economy,
          const std::optional<calc::Series<N>>& home_rate)
        : names_(names_of(plan)), constant_(shown.constant), deflator_(economy.deflator) {
        if (!shown.currency || *shown.currency == plan.unit.currency) {
            return;
        }
        if (shown.rate) {
            theirs_ = held(*shown.rate, "rate of the currency shown", names_of(plan), plan.first, plan.to);
        }
        ours_ = home_rate;
    }

    /// `what` is the amount called where it is another as shown: "spending as shown".
    N operator()(const char* what, const N& amount, calc::Year year) const {
        if (!constant_ && !ours_ && !theirs_) {
            return amount;
        }
        N result = amount;
        if (constant_) {
            result = N(result * deflator_[*constant_] / deflator_[year]);
        }
        const calc::Year rate_year = constant_ ? *constant_ : year;
        if (ours_) {
            result = N(result / (*ours_)[rate_year]);
        }
        if (theirs_) {
            result = N(result * (*theirs_)[rate_year]);
        }
        return labelled(names_, what, year, result);
    }

private:
    ResultNames names_;
    std::optional<calc::Year> constant_;
    const calc::Series<N>& deflator_;
    std::optional<calc::Series<N>> ours_ = {};
    std::optional<calc::Series<N>> theirs_ = {};
};

template <calc::Number N>
CountryProjection<N> projection_of(const CountryPlan<N>& plan, const ShownPlan<N>& shown,
                                   const std::vector<CountryProjection<N>>& earlier, MetricSet wanted) {
    using calc::Year;
    const Economy<N> economy = economy_of(plan);
    const auto path = spending_path(plan, economy, earlier);
    std::optional<calc::Series<N>> rate;
    if (plan.rate) {
        rate = held(*plan.rate, "rate", names_of(plan), plan.first, plan.to);
    }
    std::optional<Amounts<N>> hosting;
    if (plan.hosting) {
        hosting = hosting_path(plan, economy, path);
    }
    std::optional<calc::Series<N>> government;
    if (plan.government) {
        government = held(*plan.government, "government expenditure", names_of(plan), plan.first, plan.to);
    }

    const Shown<N> as_shown(shown, plan, economy, rate);
    const auto at_home = [&](const calc::Yearly<N>& amount) { return amount.in(plan.unit); };
    const auto support = [&](Year year) -> std::optional<N> {
        const auto amount = hosting ? hosting->find(year) : std::nullopt;
        return amount ? std::optional<N>(at_home(*amount)) : std::nullopt;
    };
    const bool outside = plan.hosting && !plan.hosting->in_budget;
    const auto none = std::optional<N>();
    const ResultNames names = names_of(plan);
    const auto called = [&](const char* what, Year year, const N& value) {
        return labelled(names, what, year, value);
    };

    CountryProjection<N> result(plan.from, plan.to, wanted);
    result.set(Metric::gdp, [&](Year y) { return as_shown("gdp as shown", at_home(path[y].gdp), y); });
    result.set(Metric::share, [&](Year y) { return path[y].share; });
    result.set(Metric::spending,
               [&](Year y) { return as_shown("spending as shown", at_home(path[y].spending), y); });
    result.set(Metric::extra, [&](Year y) {
        return as_shown("extra as shown", called("extra", y, at_home(path[y].extra)), y);
    });
    result.set(Metric::hosting, [&](Year y) {
        const auto amount = support(y);
        return amount ? std::optional<N>(as_shown("hosting as shown", *amount, y)) : none;
    });
    result.set(Metric::contribution, [&](Year y) {
        N sum = N(at_home(path[y].spending) + offsets_of(plan, rate, y));
        if (outside) {
            const auto amount = support(y);
            if (!amount) {
                return none;
            }
            sum = N(sum + *amount);
        }
        return std::optional<N>(as_shown("contribution as shown", called("contribution", y, sum), y));
    });
    result.set(Metric::per_head, [&](Year y) {
        if (!economy.population) {
            return none;
        }
        const N each = called("per head", y, N(at_home(path[y].spending) / (*economy.population)[y]));
        return std::optional<N>(as_shown("per head as shown", each, y));
    });
    result.set(Metric::of_government, [&](Year y) {
        return government ? std::optional<N>(
                                N(at_home(path[y].spending) / (at_home(path[y].gdp) * (*government)[y])))
                          : none;
    });
    result.set(Metric::population, [&](Year y) {
        return economy.population ? std::optional<N>((*economy.population)[y]) : none;
    });
    result.set(Metric::rate, [&](Year y) { return rate ? std::optional<N>((*rate)[y]) : none; });
    return result;
}

}  // namespace projection_detail

/// Every country of a plan, in its order. A country that follows another stands after it.
///
/// wanted  the metrics that are computed; shares are whatever is wanted, since others may follow them
/// source  docs/models/projection.md
template <calc::Number N>
std::vector<CountryProjection<N>> projections(const ProjectionPlan<N>& plan,
                                              MetricSet wanted = MetricSet::all()) {
    wanted.add(Metric::share);
    std::vector<CountryProjection<N>> results;
    for (const CountryPlan<N>& country : plan.countries) {
        calc::require(!country.target || !country.target->parity || *country.target->parity < results.size(),
                      "a country that follows another stands after it");
        results.push_back(projection_detail::projection_of(country, plan.shown, results, wanted));
    }
    return results;
}

}  // namespace burden::models
