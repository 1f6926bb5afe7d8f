#include "burden/inputs/target_run.hpp"

#include <algorithm>

#include "burden/calc/deflator.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/inputs/target_ground.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;

namespace {

/// What shares are of, and how that is said.
struct Denominator {
    std::optional<calc::Yearly<Decimal>> fixed;
    std::string words = "GDP of the same year";
    std::vector<std::string> sources;
};

Reading<Denominator> denominator_of(const TargetGround& ground, const TargetQuestion& question) {
    if (!question.fixed_denominator) {
        return Denominator{};
    }
    const Year year = question.fixed_denominator->year;
    const std::string of_year = "GDP of " + label(year, ground.calendar);
    const calc::Unit unit = ground.base_spending.unit();
    if (ground.country != nullptr) {
        for (const FactSeries* series : ground.country->measuring("target-base-gdp")) {
            if (const Observation* observation = series->at(year)) {
                const Decimal amount = whole(*series, *observation);
                return Denominator{calc::Yearly<Decimal>(amount, unit),
                                   of_year + " for every year, " + amount_words(amount, unit.currency) +
                                       " (" + series->definition + ")",
                                   observation->sources};
            }
        }
        const auto economy = economy_of(*ground.country, ground.calendar, year, year, year, {});
        if (!economy) {
            return pointing_at("--denominator", economy.diagnostics());
        }
        return Denominator{economy->economy.gdp[year],
                           of_year + " for every year, " +
                               amount_words(economy->economy.gdp[year].in(unit), unit.currency) + " (" +
                               economy->vintage + ")",
                           economy->sources};
    }
    if (const auto gdp = ground.economy.economy.gdp.find(year)) {
        return Denominator{
            gdp, of_year + " for every year, " + amount_words(gdp->in(unit), unit.currency), {}};
    }
    return refused("--denominator", ground.economy.economy.gdp.outside(year));
}

/// A baseline for the model, and how it is said.
struct GroundBaseline {
    models::Baseline<Decimal> baseline;
    std::string words;
    std::vector<std::string> sources;
    const FactSeries* plan = nullptr;
};

Reading<GroundBaseline> baseline_of(const TargetGround& ground, const TargetQuestion& question,
                                    const Decimal& base_share, const Denominator& denominator) {
    const auto& rule = question.baseline.rule;
    if (const auto* plan = std::get_if<PlanByKey>(&rule)) {
        if (ground.country == nullptr) {
            return refused("--vs", "no published plan is known for figures given by hand",
                           {"hold-share", "hold-real", "hold-nominal", "share:2%"});
        }
        const auto planned = planned_spending(*ground.country, plan->key, ground.calendar, ground.from,
                                              ground.base_spending, ground.economy.economy.gdp);
        if (!planned) {
            return planned.diagnostics();
        }
        return GroundBaseline{models::PublishedPlan<Decimal>{planned->spending}, planned->words,
                              planned->sources, planned->plan};
    }
    const std::string of = denominator.fixed ? " of that fixed GDP" : "";
    if (const auto* stated = std::get_if<models::StatedShare<Decimal>>(&rule)) {
        return GroundBaseline{
            *stated, percent_words(stated->share) + " from the year after the base year", {}};
    }
    if (std::holds_alternative<models::HoldReal>(rule)) {
        return GroundBaseline{models::HoldReal{}, "holding the base year's spending in constant prices", {}};
    }
    if (std::holds_alternative<models::HoldNominal>(rule)) {
        return GroundBaseline{models::HoldNominal{}, "holding the base year's amount in current prices", {}};
    }
    return GroundBaseline{models::HoldShare{}, "holding " + percent_words(base_share) + of, {}};
}

std::string after_words(const TargetQuestion& question, const TargetGround& ground) {
    if (ground.to == ground.due) {
        return {};
    }
    const std::string& rule = question.then.text;
    return "After " + label(ground.due, ground.calendar) + " " +
           (rule == "hold-real"      ? "spending is held in constant prices."
            : rule == "hold-nominal" ? "the amount is held in current prices."
                                     : "the share is held.");
}

/// Way-points that fit the target: within its years, ending at its share.
Reading<calc::PathShape<Decimal>> fitted(const AskedShape& asked, const TargetGround& ground,
                                         const Decimal& share) {
    const auto* way = std::get_if<calc::WayPoints<Decimal>>(&asked.shape);
    if (way == nullptr) {
        return asked.shape;
    }
    calc::WayPoints<Decimal> points = *way;
    const auto name = [&](Year year) { return label(year, ground.calendar); };
    const Year first = points.points.front().first;
    const Year last = points.points.back().first;
    if (first <= ground.from || ground.due < last) {
        const Year outside = first <= ground.from ? first : last;
        return refused("--path", name(outside) + " is outside the path's years",
                       {name(ground.from + 1) + " to " + name(ground.due)});
    }
    if (last == ground.due && points.points.back().second != share) {
        return refused("--path", "the table ends at " + percent_words(points.points.back().second) + " in " +
                                     name(last) + ", the target is " + percent_words(share) + " then");
    }
    if (last < ground.due) {
        points.points.emplace_back(ground.due, share);
    }
    return calc::PathShape<Decimal>(points);
}

/// The conversion of every amount of a path: prices first, at home; then the currency.
struct Units {
    std::optional<Year> constant;
    std::optional<SourcedRate> rate;

    calc::Yearly<Decimal> operator()(const calc::Yearly<Decimal>& amount,
                                     const calc::Series<Decimal>& deflator, Year year,
                                     std::optional<Year> prices) const {
        const auto at_prices = prices ? calc::deflated(amount, deflator, year, *prices) : amount;
        return rate ? calc::convert(at_prices, rate->rate) : at_prices;
    }
};

std::vector<std::string> remarks_on(const TargetGround& ground, const TargetQuestion& question,
                                    const TargetRun& run) {
    std::vector<std::string> remarks;
    const auto name = [&](Year year) { return label(year, ground.calendar); };
    for (const TargetCase& one : run.cases) {
        if (one.shape.text != run.cases.front().shape.text) {
            continue;
        }
        // What reads the same is the same to a reader.
        if (rounded(one.share, 4) == rounded(run.base_share, 4)) {
            remarks.push_back(percent_words(one.share) + " is where " + name(ground.from) +
                              " stands already.");
        } else if (one.share < run.base_share) {
            remarks.push_back(percent_words(one.share) + " is already met: " + name(ground.from) +
                              " stands at " + percent_words(run.base_share) + ", so this path falls.");
        }
    }
    for (const TargetCase& one : run.cases) {
        if (one.shape.most_growth && rounded(one.years[ground.due].share, 12) < rounded(one.share, 12)) {
            remarks.push_back(percent_words(one.share) + " is not reached by " + name(ground.due) +
                              " under the limit on growth: " + percent_words(one.years[ground.due].share) +
                              " is.");
        }
    }
    if (ground.country != nullptr && !question.fixed_denominator &&
        ground.calendar == ground.country->fiscal_year) {
        for (const FactSeries* series : ground.country->measuring("target-base-gdp")) {
            const Observation& base = series->observations.front();
            const Decimal fixed = whole(*series, base);
            const calc::Unit unit = ground.base_spending.unit();
            remarks.push_back("The government counts against the GDP of " + name(base.year) + " (" +
                              amount_words(fixed, unit.currency) + ", held fixed): by that rule " +
                              name(ground.from) + " stands at " +
                              percent_words(ground.base_spending.in(unit) / fixed) +
                              ". Every basis: burden ratio " + calc::lower_case(ground.country->code) + " " +
                              name(ground.from));
        }
    }
    return remarks;
}

Reading<TargetCase> case_of(const TargetGround& ground, const AskedShare& share, const AskedShape& shape,
                            const Decimal& base_share, const calc::Yearly<Decimal>& base_spending,
                            const models::Target<Decimal>& common) {
    const auto fitted_shape = fitted(shape, ground, share.share);
    if (!fitted_shape) {
        return fitted_shape.diagnostics();
    }
    const bool takes_roots = std::holds_alternative<calc::Geometric>(shape.shape) ||
                             std::holds_alternative<calc::ConstantGrowth>(shape.shape);
    if (takes_roots && (base_share <= Decimal(0) || share.share <= Decimal(0))) {
        return refused("--path",
                       "'" + shape.text + "' grows by equal factors and cannot start from or end at 0 %",
                       {"linear", "front", "back", "s-curve", "step"});
    }
    models::Target<Decimal> target = common;
    target.base_spending = base_spending;
    target.share = share.share;
    target.shape = *fitted_shape;
    target.most_growth = shape.most_growth;
    const auto path = models::target_path(ground.economy.economy, target);
    return TargetCase{.target = share.text,
                      .path = shape.text,
                      .share = share.share,
                      .shape = shape,
                      .years = path,
                      .summary = models::summary(path, path, std::nullopt)};
}

Reading<TargetCase> split_case(const TargetGround& ground, const SplitTarget& split, const AskedShape& shape,
                               const Decimal& base_share, const models::Target<Decimal>& common) {
    const Decimal related = split.base_related.value_or(Decimal(0));
    if (related > base_share) {
        return refused("--base-related", percent_words(related) +
                                             " is more than the base year's whole share, " +
                                             percent_words(base_share));
    }
    // A part of nothing is nothing; a related share above the whole was refused.
    const Decimal related_part = related == Decimal(0) ? Decimal(0) : related / base_share;
    const auto core_case = case_of(ground, split.core, shape, base_share - related,
                                   ground.base_spending * (Decimal(1) - related_part), common);
    if (!core_case) {
        return core_case.diagnostics();
    }
    const auto related_case =
        case_of(ground, split.related, shape, related, ground.base_spending * related_part, common);
    if (!related_case) {
        return related_case.diagnostics();
    }
    TargetCase both = *core_case;
    both.target = split.core.text + "+" + split.related.text;
    both.share = split.core.share + split.related.share;
    both.core = core_case->years;
    both.related = related_case->years;
    both.years = models::together(core_case->years, related_case->years);
    return both;
}

Reading<TargetRun> run_on(const Facts& facts, const TargetGround& ground, const TargetQuestion& question) {
    const auto denominator = denominator_of(ground, question);
    if (!denominator) {
        return denominator.diagnostics();
    }
    const auto& economy = ground.economy.economy;
    const Decimal base_share =
        ground.base_spending / (denominator->fixed ? *denominator->fixed : economy.gdp[ground.from]);
    const auto baseline = baseline_of(ground, question, base_share, *denominator);
    if (!baseline) {
        return baseline.diagnostics();
    }
    const calc::Unit home = ground.base_spending.unit();
    Units units;
    if (question.constant_prices) {
        units.constant = question.constant_prices->year;
    }
    if (question.currency && *question.currency != home.currency) {
        const auto rate = rate_between(facts, home.currency, *question.currency, question.rate,
                                       units.constant, ground.calendar);
        if (!rate) {
            return rate.diagnostics();
        }
        units.rate = *rate;
    }
    const models::Target<Decimal> common{.from = ground.from,
                                         .due = ground.due,
                                         .to = ground.to,
                                         .base_spending = ground.base_spending,
                                         .share = 0,
                                         .shape = calc::Linear{},
                                         .then = question.then.rule,
                                         .fixed_denominator = denominator->fixed,
                                         .baseline = baseline->baseline};
    const auto in_asked = [&](std::optional<Year> prices) {
        return [&, prices](const calc::Yearly<Decimal>& amount, Year year) {
            return units(amount, economy.deflator, year, prices);
        };
    };
    std::optional<calc::Series<Decimal>> population;
    if (economy.population) {
        population = calc::part(*economy.population, ground.from, ground.to);
    }
    std::vector<TargetCase> cases;
    const auto finish = [&](TargetCase one) {
        const auto constant = models::in_other_unit(one.years, in_asked(ground.from));
        const auto asked = in_asked(units.constant);
        one.years = models::in_other_unit(one.years, asked);
        for (auto* part : {&one.core, &one.related}) {
            if (*part) {
                *part = models::in_other_unit(**part, asked);
            }
        }
        one.summary = models::summary(one.years, constant, population);
        cases.push_back(std::move(one));
    };
    for (const AskedShape& shape : question.split ? question.shapes : std::vector<AskedShape>{}) {
        const auto one = split_case(ground, *question.split, shape, base_share, common);
        if (!one) {
            return one.diagnostics();
        }
        finish(*one);
    }
    for (const AskedShare& share : question.shares) {
        for (const AskedShape& shape : question.shapes) {
            const auto one = case_of(ground, share, shape, base_share, ground.base_spending, common);
            if (!one) {
                return one.diagnostics();
            }
            finish(*one);
        }
    }
    TargetRun run{.code = ground.country != nullptr ? ground.country->code : "",
                  .name = ground.country != nullptr ? ground.country->name : "",
                  .calendar = ground.calendar,
                  .from = ground.from,
                  .due = ground.due,
                  .to = ground.to,
                  .unit = cases.front().years.front().spending.unit(),
                  .base_share = base_share,
                  .certainty = calc::part(ground.economy.certainty, ground.from, ground.to),
                  .base_mark = ground.base_mark,
                  .cases = std::move(cases),
                  .rate = units.rate,
                  .plan = baseline->plan,
                  .spending_words = ground.spending_words,
                  .why = ground.why,
                  .gdp_words = ground.economy.gdp_words,
                  .denominator_words = denominator->words,
                  .baseline_words = baseline->words,
                  .after_words = after_words(question, ground),
                  .prices_words = units.constant
                                      ? "constant prices of " + label(*units.constant, ground.calendar) +
                                            ", by the GDP deflator"
                                      : "current",
                  .remarks = {},
                  .sources = ground.sources};
    add_keys(run.sources, denominator->sources);
    add_keys(run.sources, baseline->sources);
    if (units.rate) {
        add_keys(run.sources, units.rate->sources);
    }
    run.remarks = remarks_on(ground, question, run);
    if (question.split && !question.split->base_related) {
        run.remarks.emplace_back(
            "All of the base year's spending is counted as core; related spending starts from 0 %. "
            "Another start is given by --base-related.");
    }
    return run;
}

/// The run of a user's own economy, which stands `where`; what the question says of its base year goes first.
TargetRun with_own(TargetRun run, const OwnEconomy& own, const std::string& where,
                   const TargetQuestion& question) {
    run.own = own;
    run.given = where;
    if (question.base_share || question.base_spending) {
        run.own->base_share = question.base_share;
        run.own->base_spending = question.base_spending;
    }
    return run;
}

}  // namespace

Reading<TargetRun> target_run(const Facts& facts, const Country& country, const TargetQuestion& question) {
    if (country.own) {
        OwnEconomy own = *country.own;
        own.gdp = question.economy.gdp.value_or(own.gdp);
        own.growth = question.economy.growth.value_or(own.growth);
        own.inflation = question.economy.inflation.value_or(own.inflation);
        const auto ground = ground_of(own, country.fiscal_year, "in " + country.file, question);
        if (!ground) {
            return ground.diagnostics();
        }
        auto run = run_on(facts, *ground, question);
        if (!run) {
            return run;
        }
        TargetRun named = with_own(*run, own, "in " + country.file, question);
        named.code = country.code;
        named.name = country.name;
        return named;
    }
    const auto ground = ground_of(country, question);
    if (!ground) {
        return ground.diagnostics();
    }
    return run_on(facts, *ground, question);
}

Reading<TargetRun> target_run(const Facts& facts, const OwnEconomy& own, const std::string& where,
                              const TargetQuestion& question) {
    const auto ground = ground_of(own, calc::calendar_year, where, question);
    if (!ground) {
        return ground.diagnostics();
    }
    const auto run = run_on(facts, *ground, question);
    return run ? Reading<TargetRun>(with_own(*run, own, where, question)) : run;
}

}  // namespace burden::inputs
