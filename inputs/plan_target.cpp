#include "burden/calc/letter_case.hpp"
#include "burden/inputs/plan_builder.hpp"
#include "burden/inputs/target_ground.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;
using Kind = FactUnit::Kind;

namespace {

/// Builds what a country aims at.
class TargetPlanner {
public:
    TargetPlanner(const Country& country, const models::CountryPlan<PlanInput>& plan,
                  const FactSeries* series, const PlanSettings& settings, PlannedCountry& words)
        : country_(country), plan_(plan), series_(series), settings_(settings), words_(words) {}

    std::optional<models::TargetPlan<PlanInput>> plan() {
        const Setting* const share = last("target.share");
        const Setting* const parity = last("target.parity");
        if (share == nullptr && parity == nullptr) {
            for (const char* const key : {"target.by", "target.path", "target.then", "target.denominator",
                                          "target.related", "target.base_related"}) {
                if (const Setting* const idle = last(key)) {
                    problems().refuse(*idle, to_text(idle->key) + " cannot change anything without a target",
                                      {calc::lower_case(code()) + ".target.share",
                                       calc::lower_case(code()) + ".target.parity"});
                }
            }
            words_.target_words = "the base year's share held";
            return std::nullopt;
        }
        models::TargetPlan<PlanInput> target;
        target.due = plan_.to;
        if (const auto due = year_of("target.by")) {
            target.due = *due;
            if (*due <= plan_.from || plan_.to < *due) {
                problems().refuse(
                    *last("target.by"),
                    name(*due) + " is not among the years after the base year " + name(plan_.from),
                    {"a year from " + name(plan_.from + 1) + " to " + name(plan_.to)});
                return std::nullopt;
            }
        }
        if (parity != nullptr) {
            for (const char* const key : {"target.share", "target.then", "target.denominator",
                                          "target.related", "target.base_related"}) {
                if (const Setting* const idle = last(key)) {
                    problems().refuse(*idle, to_text(idle->key) + " does not go with " +
                                                 to_text(parity->key) +
                                                 ", which follows another country's share");
                }
            }
        }
        set_shape(target);
        if (share != nullptr && parity == nullptr) {
            auto [figure, changes] =
                settings_.figure("target.share", code(), Kind::percent, "no file below sets target.share");
            if (!figure) {
                return std::nullopt;
            }
            target.share = std::move(figure);
            target.changes = std::move(changes);
            if (const auto* const rule = value<AskedAfterRule>("target.then")) {
                target.then = rule->rule;
            }
            set_denominator(target);
            set_related(target);
        }
        words_.target_words = words_on(target, share, parity);
        return target;
    }

private:
    PlanProblems& problems() const { return settings_.problems(); }
    const std::string& code() const { return country_.code; }
    const Setting* last(std::string_view key) const { return settings_.last(key, code()); }
    template <typename T>
    const T* value(std::string_view key) const {
        return settings_.value<T>(key, code());
    }
    std::string name(Year year) const { return label(year, plan_.calendar); }
    std::optional<Year> year_of(const Setting& setting, const calc::YearText& text) const {
        return year_of_setting(setting, text, country_, plan_.calendar, series_, settings_);
    }
    std::optional<Year> year_of(std::string_view key) const {
        const auto* const text = value<calc::YearText>(key);
        return text == nullptr ? std::nullopt : year_of(*last(key), *text);
    }

    void set_shape(models::TargetPlan<PlanInput>& target) {
        const Setting* const setting = last("target.path");
        if (setting == nullptr) {
            return;
        }
        const auto& asked = std::get<AskedShape>(setting->value);
        if (asked.most_growth) {
            target.most_growth = input_of(*asked.most_growth, *setting);
        }
        if (const auto* const way = std::get_if<calc::WayPoints<Decimal>>(&asked.shape)) {
            calc::WayPoints<PlanInput> points;
            for (const auto& [year, point] : way->points) {
                if (year <= plan_.from || target.due < year) {
                    problems().refuse(*setting, name(year) + " is outside the path's years",
                                      {name(plan_.from + 1) + " to " + name(target.due)});
                }
                points.points.emplace_back(year, input_of(point, *setting));
            }
            target.shape = points;
            return;
        }
        std::visit(
            [&](const auto& shape) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(shape)>, calc::WayPoints<Decimal>>) {
                    target.shape = shape;
                }
            },
            asked.shape);
        takes_roots_ = std::holds_alternative<calc::Geometric>(asked.shape) ||
                       std::holds_alternative<calc::ConstantGrowth>(asked.shape);
    }

    void set_denominator(models::TargetPlan<PlanInput>& target) {
        const auto* const fixed = value<std::optional<calc::YearText>>("target.denominator");
        if (fixed == nullptr || !*fixed) {
            return;
        }
        const Setting& setting = *last("target.denominator");
        const auto year = year_of(setting, **fixed);
        if (!year) {
            return;
        }
        target.fixed_year = year;
        for (const FactSeries* const series : country_.measuring("target-base-gdp")) {
            if (const Observation* const observation = series->at(*year)) {
                target.fixed_gdp = input_of(country_, *series, *observation);
                add_keys(words_.sources, observation->sources);
                return;
            }
        }
        if (*year < plan_.first || plan_.to < *year) {
            problems().refuse(setting, "GDP of " + name(*year) + " is not known",
                              {"a year from " + name(plan_.first) + " to " + name(plan_.to)});
        }
    }

    void set_related(models::TargetPlan<PlanInput>& target) {
        if (last("target.related") == nullptr) {
            if (const Setting* const idle = last("target.base_related")) {
                problems().refuse(*idle,
                                  to_text(idle->key) + " cannot change anything without target.related");
            }
            return;
        }
        auto [figure, changes] =
            settings_.figure("target.related", code(), Kind::percent, "no file below sets target.related");
        target.related = std::move(figure);
        target.related_changes = std::move(changes);
        const bool has_base = last("target.base_related") != nullptr;
        if (has_base) {
            target.base_related = settings_.figure("target.base_related", code(), Kind::percent, "").first;
        } else {
            words_.remarks.emplace_back(
                "All spending of the base year is counted as core; related spending starts from 0 %.");
        }
        if (takes_roots_ && !has_base) {
            problems().refuse(*last("target.path"),
                              "related spending starts from 0 %, and equal factors cannot start there",
                              {"linear", "front", "back", "s-curve", "step", "target.base_related"});
        }
    }

    std::string words_on(const models::TargetPlan<PlanInput>& target, const Setting* share,
                         const Setting* parity) const {
        std::string words;
        if (parity != nullptr) {
            words = "the share of " + std::get<std::string>(parity->value) + ", reached by " +
                    name(target.due) + " and followed after it";
        } else {
            words = share->text +
                    (target.related ? " and " + last("target.related")->text + " related" : "") + " of " +
                    (target.fixed_year ? "GDP of " + name(*target.fixed_year) : "GDP") + " by " +
                    name(target.due);
        }
        const Setting* const path = last("target.path");
        AskedShape linear;
        linear.text = "linear";
        return words + ", " + inputs::words(path == nullptr ? linear : std::get<AskedShape>(path->value));
    }

    const Country& country_;
    const models::CountryPlan<PlanInput>& plan_;
    const FactSeries* series_;
    const PlanSettings& settings_;
    PlannedCountry& words_;
    bool takes_roots_ = false;
};

}  // namespace

std::optional<Year> year_of_setting(const Setting& setting, const calc::YearText& text,
                                    const Country& country, const calc::FiscalCalendar& calendar,
                                    const FactSeries* series, const PlanSettings& settings) {
    if (text.fiscal && runs_with_the_calendar(calendar) && !runs_with_the_calendar(country.fiscal_year)) {
        settings.problems().refuse(setting,
                                   "'" + (series != nullptr ? series->title : country.name) +
                                       "' is counted by calendar years, not by FY" +
                                       std::to_string(text.year.number),
                                   {std::to_string(text.year.number)});
        return std::nullopt;
    }
    return text.year;
}

std::optional<models::TargetPlan<PlanInput>> target_plan(const Country& country,
                                                         const models::CountryPlan<PlanInput>& plan,
                                                         const FactSeries* series,
                                                         const PlanSettings& settings,
                                                         PlannedCountry& words) {
    return TargetPlanner(country, plan, series, settings, words).plan();
}

}  // namespace burden::inputs
