#include "burden/inputs/target_recording.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "burden/calc/deflator.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/inputs/plan_builder.hpp"
#include "burden/inputs/run_recording.hpp"
#include "burden/inputs/words.hpp"
#include "burden/models/projection_spending.hpp"
#include "burden/models/published_plan.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Traced;
using calc::Year;
using Amount = calc::Yearly<Traced>;
using Amounts = calc::Series<Amount>;
using Path = models::TargetPath<Traced>;

namespace {

std::string owner_of(const TargetRun& run, std::size_t at) {
    return calc::lower_case(run.code) + "#" + std::to_string(at + 1);
}

/// Whether amounts are shown in other prices or another currency than those of the country.
bool converts(const TargetRun& run) { return run.rate || run.unit.prices.year(); }

/// Whether a result is an amount, which a conversion goes over.
bool is_amount(std::string_view what) {
    using namespace target_results;
    return what == gdp || what == spending || what == core || what == related || what == baseline ||
           what == extra || what == summed || what == per_head;
}

/// Puts the numbers of one run together again, each with its origin, and has the models run on them.
class TargetRecorder {
public:
    TargetRecorder(Recorder& recorder, const Facts& facts, const TargetRun& run,
                   const TargetQuestion& question)
        : inputs_(recorder, calc::lower_case(run.code)),
          run_(run),
          question_(question),
          country_(run.own ? nullptr : facts.find_country(run.code)),
          home_{run.own ? run.own->gdp.currency : *chosen(*country_, "gdp")->series->unit.currency},
          economy_(economy()),
          base_spending_(base_spending()),
          denominator_(denominator()),
          baseline_(asked_baseline()) {
        set_rate();
    }

    std::vector<RecordedFigure> figures() {
        for (std::size_t at = 0; at < run_.cases.size(); ++at) {
            add_case(at);
        }
        return std::move(figures_);
    }

    const calc::Currency& home() const { return home_.currency; }

private:
    Traced fact(const FactSeries& series, const Observation& figure) {
        return inputs_.fact(*country_, series, figure);
    }
    Traced given(const Decimal& value, const std::string& what, const std::string& unit,
                 const std::string& place = command_line) {
        return inputs_.given(value, what, unit, place);
    }
    Amount amount(const Traced& value) const { return {value, home_}; }

    Year first_of_economy() const {
        const auto& constant = question_.constant_prices;
        return constant ? std::min(run_.from, constant->year) : run_.from;
    }
    Year last_of_economy() const {
        const auto& constant = question_.constant_prices;
        return constant ? std::max(run_.to, constant->year) : run_.to;
    }
    models::ResultNames names_of(std::string_view whose) const {
        return {.whose = whose, .calendar = run_.calendar};
    }

    /// A rate that holds for a year: the one stated for it, else the one for every year.
    std::optional<Traced> rate_given(const calc::ByYear& rates, Year year, const std::string& what,
                                     const std::string& place) {
        for (const auto& [when, rate] : rates.years) {
            if (when.year == year) {
                return given(rate, what + ", " + label(year, run_.calendar), "%", place);
            }
        }
        return rates.always ? std::optional(given(*rates.always, what, "%", place)) : std::nullopt;
    }

    models::Economy<Traced> economy() { return run_.own ? own_economy() : published_economy(); }

    models::Economy<Traced> own_economy() {
        const OwnEconomy& own = *run_.own;
        const Year last = last_of_economy();
        const auto by_year = [&](const calc::ByYear& rates, const std::string& what) {
            Traced before;
            return calc::series_of(run_.from + 1, last, [&](Year year) {
                before = rate_given(rates, year, what, run_.given).value_or(before);
                return before;
            });
        };
        return models::grown_economy(
            amount(given(own.gdp.value, "GDP of the base year", home_.currency.code(), run_.given)),
            by_year(own.growth, "Real growth"), by_year(own.inflation, "Rise of the GDP deflator"),
            std::optional(names_of(inputs_.whose())));
    }

    /// Rates of a user, in place of those that hold.
    models::ChangeLayers<PlanInput> layers_of(const std::optional<calc::ByYear>& rates,
                                              const std::string& what) const {
        if (!rates) {
            return {};
        }
        models::ChangeLayer<PlanInput> layer;
        if (rates->always) {
            layer.always =
                models::Change<PlanInput>{.by = given_input(*rates->always, what, command_line, "%")};
        }
        for (const auto& [when, rate] : rates->years) {
            layer.years.emplace_back(
                when.year, models::Change<PlanInput>{
                               .by = given_input(rate, what + ", " + label(when.year, run_.calendar),
                                                 command_line, "%")});
        }
        return {layer};
    }

    models::Economy<Traced> published_economy() {
        models::CountryPlan<PlanInput> plan;
        plan.code = run_.code;
        plan.unit = home_;
        plan.calendar = run_.calendar;
        plan.first = first_of_economy();
        plan.from = run_.from;
        plan.to = last_of_economy();
        const FactSeries& gdp = *chosen(*country_, "gdp")->series;
        plan.economy.gdp = published(*country_, gdp);
        plan.economy.deflator = published(*country_, *deflator_of(*country_, gdp));
        if (run_.cases.front().summary.extra_per_head) {
            plan.economy.population = published(*country_, *chosen(*country_, "population")->series);
        }
        auto& changes = plan.economy.changes;
        changes.growth = layers_of(question_.economy.growth, "Real growth");
        changes.inflation = layers_of(question_.economy.inflation, "Rise of the GDP deflator");
        if (const auto& own_gdp = question_.economy.gdp) {
            changes.base_gdp = {{.always = models::Change<PlanInput>{
                                     .by = given_input(own_gdp->value, "GDP of the base year", command_line,
                                                       home_.currency.code())}}};
        }
        // The base year's spending comes later: it may be a share of this GDP.
        models::ProjectionPlan<PlanInput> whole{.countries = {with_levers(std::move(plan))}};
        const auto traced = models::mapped<Traced>(whole, [&](const PlanInput& one) {
            return one.other == nullptr && one.observation == nullptr ? Traced() : inputs_.record(one);
        });
        return models::projection_detail::economy_of(traced.countries.front());
    }

    Amount base_spending() {
        const std::string place = run_.own ? run_.given : command_line;
        const auto& share = run_.own ? run_.own->base_share : question_.base_share;
        const auto& spent = run_.own ? run_.own->base_spending : question_.base_spending;
        const auto made = [&]() -> Amount {
            if (share) {
                return economy_.gdp[run_.from] *
                       given(*share, "Share of GDP spent in the base year", "%", place);
            }
            if (spent) {
                return amount(given(spent->value, "Spending of the base year", home_.currency.code(), place));
            }
            const FactSeries& series = *defence_series(*country_, question_.definition)->series;
            const Traced figure = fact(series, *series.at(run_.from));
            return series.unit.kind == FactUnit::Kind::percent ? economy_.gdp[run_.from] * figure
                                                               : amount(figure);
        };
        return labelled(names_of(inputs_.whose()), "base spending", run_.from, made());
    }

    std::optional<Amount> denominator() {
        if (!question_.fixed_denominator) {
            return std::nullopt;
        }
        const Year year = question_.fixed_denominator->year;
        const auto called = [&](const Traced& gdp) {
            return amount(labelled(names_of(inputs_.whose()), "denominator", year, gdp));
        };
        if (country_ == nullptr) {
            return economy_.gdp[year];
        }
        for (const FactSeries* series : country_->measuring("target-base-gdp")) {
            if (const Observation* const figure = series->at(year)) {
                return called(fact(*series, *figure));
            }
        }
        const FactSeries& gdp = *chosen(*country_, "gdp")->series;
        const auto levels = published(*country_, gdp);
        const models::Published<Traced> traced{
            calc::series_of(levels.values.first(), levels.values.last(),
                            [&](Year one) { return inputs_.record(levels.values[one]); }),
            levels.calendar};
        return called(models::carried_on(traced, run_.calendar, year)[year]);
    }

    models::Baseline<Traced> asked_baseline() {
        const auto& rule = question_.baseline.rule;
        if (const auto* stated = std::get_if<models::StatedShare<Decimal>>(&rule)) {
            return models::StatedShare<Traced>{given(stated->share, "Share of GDP of the baseline", "%")};
        }
        if (run_.plan != nullptr) {
            std::vector<std::pair<Year, Amount>> points;
            for (const Observation* const point : years_of_plan(*run_.plan, run_.from)) {
                points.emplace_back(point->year, amount(fact(*run_.plan, *point)));
            }
            return models::PublishedPlan<Traced>{models::planned_spending(
                run_.from, base_spending_, points, calc::part(economy_.gdp, run_.from, run_.to))};
        }
        if (std::holds_alternative<models::HoldReal>(rule)) {
            return models::HoldReal{};
        }
        if (std::holds_alternative<models::HoldNominal>(rule)) {
            return models::HoldNominal{};
        }
        return models::HoldShare{};
    }

    void set_rate() {
        if (run_.rate) {
            rate_ = inputs_.rate(*run_.rate);
        }
    }

    Path in_unit(const Path& path, std::optional<Year> prices) const {
        return models::in_other_unit(path, [&](const Amount& one, Year year) {
            const Amount at = prices ? calc::deflated(one, economy_.deflator, year, *prices) : one;
            return rate_ ? calc::convert(at, *rate_) : at;
        });
    }

    /// A share that is reached, as it was typed.
    Traced share_given(const AskedShare& asked, const std::string& option) {
        return given(asked.share, "Share of GDP to be reached (" + option + " " + asked.text + ")", "%");
    }

    calc::PathShape<Traced> shape_of(const AskedShape& asked, const AskedShare& share,
                                     const Traced& reached) {
        return std::visit(
            [&](const auto& shape) -> calc::PathShape<Traced> {
                if constexpr (std::is_same_v<std::decay_t<decltype(shape)>, calc::WayPoints<Decimal>>) {
                    calc::WayPoints<Traced> way;
                    for (const auto& [year, value] : shape.points) {
                        const bool is_end = year == run_.due && value == share.share;
                        way.points.emplace_back(
                            year, is_end
                                      ? reached
                                      : given(value, "Share of GDP on the way, " + label(year, run_.calendar),
                                              "%"));
                    }
                    if (way.points.back().first < run_.due) {
                        way.points.emplace_back(run_.due, reached);
                    }
                    return way;
                } else {
                    return shape;
                }
            },
            asked.shape);
    }

    Path path_of(const models::ResultNames& names, const TargetCase& one, const AskedShare& share,
                 const std::string& option, const Amount& base) {
        const Traced reached = share_given(share, option);
        models::Target<Traced> target{.from = run_.from,
                                      .due = run_.due,
                                      .to = run_.to,
                                      .base_spending = base,
                                      .share = reached,
                                      .shape = shape_of(one.shape, share, reached),
                                      .then = question_.then.rule,
                                      .fixed_denominator = denominator_,
                                      .baseline = baseline_,
                                      .names = names};
        if (one.shape.most_growth) {
            target.most_growth =
                given(*one.shape.most_growth, "Limit on the growth of spending in a year", "%");
        }
        return models::target_path(economy_, target);
    }

    void add(const std::string& name, std::string unit, const Traced& value) {
        figures_.push_back({name, std::move(unit), value});
    }

    void add_case(std::size_t at) {
        using namespace target_results;
        const TargetCase& one = run_.cases[at];
        const std::string whose = owner_of(run_, at);
        const models::ResultNames names = names_of(whose);
        const auto cell = [&](std::string_view what, Year year) { return target_cell(run_, at, what, year); };
        const std::string money = run_.unit.currency.code();
        const auto bare = [](const auto& money_amount) { return money_amount.in(money_amount.unit()); };
        std::optional<Path> core_path;
        std::optional<Path> related_path;
        Path home(run_.from);
        if (one.core) {
            const SplitTarget& split = *question_.split;
            const Amount base = denominator_ ? *denominator_ : economy_.gdp[run_.from];
            const Traced part = split.base_related
                                    ? given(*split.base_related, "Related share of GDP in the base year", "%")
                                    : Traced();
            models::ResultNames part_names = names;
            part_names.part = "related";
            const Amount base_related = labelled(part_names, "base spending", run_.from, base * part);
            related_path = path_of(part_names, one, split.related, "--related", base_related);
            part_names.part = "core";
            const Amount base_core =
                labelled(part_names, "base spending", run_.from, base_spending_ - base_related);
            core_path = path_of(part_names, one, split.core, "--core", base_core);
            home = models::together(*core_path, *related_path, std::optional(names));
        } else {
            home = path_of(names, one, {one.target, one.share}, "--share", base_spending_);
        }
        const auto constant_year =
            question_.constant_prices ? std::optional(question_.constant_prices->year) : std::nullopt;
        const Path path = shown(home, constant_year);
        core_path = core_path ? std::optional(shown(*core_path, constant_year)) : std::nullopt;
        related_path = related_path ? std::optional(shown(*related_path, constant_year)) : std::nullopt;
        const Path constant = in_unit(home, run_.from);
        const auto of_years = [&](std::string_view what, const std::string& unit, const auto& value) {
            for (Year year = run_.from; year <= run_.to; ++year) {
                add(cell(what, year), unit, value(year));
            }
        };
        of_years(gdp, money, [&](Year year) { return bare(path[year].gdp); });
        of_years(share, "%", [&](Year year) { return path[year].share; });
        if (core_path) {
            of_years(core, money, [&](Year year) { return bare((*core_path)[year].spending); });
            of_years(related, money, [&](Year year) { return bare((*related_path)[year].spending); });
        }
        of_years(spending, money, [&](Year year) { return bare(path[year].spending); });
        of_years(baseline, money, [&](Year year) { return bare(path[year].baseline); });
        of_years(extra, money, [&](Year year) { return bare(path[year].extra); });
        of_years(summed, money, [&](Year year) { return bare(path[year].cumulative_extra); });
        of_years(summed_constant, money, [&](Year year) { return bare(constant[year].cumulative_extra); });
        add_growth(at, path);
        if (economy_.population) {
            add_heads(at, path);
        }
    }

    void add_growth(std::size_t at, const Path& path) {
        const TargetCase& one = run_.cases[at];
        std::vector<std::pair<Year, Traced>> rises;
        for (Year year = run_.from + 1; year <= run_.to; ++year) {
            const auto& before = one.years[year - 1].spending;
            if (Decimal(0) < before.in(before.unit())) {
                rises.emplace_back(year, models::growth(path, year));
                add(target_cell(run_, at, target_results::growth, year), "%", rises.back().second);
            }
        }
        for (std::size_t last = 0; last < rises.size(); ++last) {
            auto& [year, rise] = rises[last];
            rise = last > 0 ? greatest(rises[last - 1].second, rise) : rise;
            const std::string name = target_cell(run_, at, target_results::fastest, year);
            rise = named(name, rise);
            add(name, "%", rise);
        }
    }

    void add_heads(std::size_t at, const Path& path) {
        const std::string money = run_.unit.currency.code();
        Traced sum;
        std::vector<std::pair<Year, Traced>> sums;
        for (Year year = run_.from + 1; year <= run_.to; ++year) {
            const auto& amount = path[year].extra;
            sum = sum + amount.in(amount.unit()) / (*economy_.population)[year];
            const std::string name = target_cell(run_, at, "extra per head, summed", year);
            sum = named(name, sum);
            sums.emplace_back(year, sum);
            add(name, money, sum);
        }
        for (const auto& [year, one] : sums) {
            add(target_cell(run_, at, target_results::per_head, year), money,
                one / Traced(Decimal(year - run_.from)));
        }
    }

    Path shown(const Path& path, std::optional<Year> prices) const {
        return converts(run_) ? in_unit(path, prices) : path;
    }

    RunInputs inputs_;
    const TargetRun& run_;
    const TargetQuestion& question_;
    const Country* country_;  ///< none of a user's own economy
    calc::Unit home_;
    models::Economy<Traced> economy_;
    Amount base_spending_;
    std::optional<Amount> denominator_;
    models::Baseline<Traced> baseline_;
    std::optional<calc::ExchangeRate<Traced>> rate_ = {};
    std::vector<RecordedFigure> figures_;
};

}  // namespace

std::string target_cell(const TargetRun& run, std::size_t at, std::string_view what, Year year) {
    const bool of_country = what == target_results::gdp;
    const std::string whose = of_country ? calc::lower_case(run.code) : owner_of(run, at);
    const bool as_shown = converts(run) && is_amount(what);
    return whose + (whose.empty() ? "" : ".") + std::string(what) + (as_shown ? " as shown" : "") + "[" +
           label(year, run.calendar) + "]";
}

Recording target_recording(Recorder& recorder, const Facts& facts, const std::vector<TargetRun>& runs,
                           const TargetQuestion& question) {
    std::vector<RecordedFigure> figures;
    std::map<std::string, std::string> owners;
    std::map<std::string, calc::Currency, std::less<>> homes;
    for (const TargetRun& run : runs) {
        TargetRecorder one(recorder, facts, run, question);
        for (RecordedFigure& figure : one.figures()) {
            figures.push_back(std::move(figure));
        }
        homes.emplace(calc::lower_case(run.code), one.home());
        const std::string name = run.name.empty() ? "The economy" : run.name;
        owners[calc::lower_case(run.code)] = name;
        for (std::size_t at = 0; at < run.cases.size(); ++at) {
            const TargetCase& asked = run.cases[at];
            owners[owner_of(run, at)] = name + ": " + asked.target + " (" + words(asked.shape) + ")";
        }
    }
    Recording recording = recorder.recording(figures, [&](std::string_view name) {
        const std::string_view whose =
            name.substr(0, std::min({name.find('.'), name.find('#'), name.size()}));
        const auto home = homes.find(whose);
        // An economy without a name stands alone.
        return unit_of_result(name, home == homes.end() ? homes.begin()->second : home->second,
                              runs.front().unit.currency);
    });
    recording.owners = std::move(owners);
    return recording;
}

}  // namespace burden::inputs
