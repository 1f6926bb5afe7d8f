#include "burden/inputs/scenario_plan.hpp"

#include <algorithm>
#include <map>

#include "burden/calc/nearest.hpp"
#include "burden/inputs/plan_builder.hpp"
#include "burden/inputs/target_ground.hpp"

namespace burden::inputs {

using calc::Year;

namespace {

constexpr Year usual_last{2035};

/// Builds the whole plan.
class Planner {
public:
    Planner(const Facts& facts, const Scenario& scenario) : settings_(facts, scenario, problems_) {}

    Reading<ScenarioPlan> plan() {
        const auto codes = countries();
        const std::optional<Year> constant = constant_year();
        const Year last = last_year();
        for (const std::string& code : codes) {
            if (!placed_.contains(code)) {
                add(code, last, constant, 0);
            }
        }
        set_shown();
        if (problems_.any()) {
            return problems_.diagnostics();
        }
        for (const std::string& code : shown_codes(codes)) {
            result_.shown.push_back(placed_.at(code));
        }
        return std::move(result_);
    }

private:
    const Scenario& scenario() const { return settings_.scenario(); }

    /// Codes of all countries that take part.
    std::vector<std::string> countries() const {
        std::vector<std::string> codes;
        const auto* const listed = settings_.value<std::vector<std::string>>("countries", "");
        if (listed != nullptr) {
            codes = *listed;
        }
        add_keys(codes, scenario().countries());
        return codes.empty() ? std::vector<std::string>{"JPN"} : codes;
    }

    std::vector<std::string> shown_codes(const std::vector<std::string>& codes) const {
        const auto* const listed = settings_.value<std::vector<std::string>>("countries", "");
        return listed != nullptr ? *listed : codes;
    }

    std::optional<Year> constant_year() const {
        const auto* const prices = settings_.value<std::optional<calc::YearText>>("prices", "");
        return prices != nullptr && *prices ? std::optional((*prices)->year) : std::nullopt;
    }

    Year last_year() const {
        if (const auto* const to = settings_.value<calc::YearText>("to", "")) {
            return to->year;
        }
        Year last = usual_last;
        for (const std::string& code : scenario().countries()) {
            if (const auto* const due = settings_.value<calc::YearText>("target.by", code)) {
                last = std::max(last, due->year);
            }
        }
        return last;
    }

    const Country* country_of_code(const std::string& code) {
        if (const Country* const country = settings_.facts().find_country(code)) {
            return country;
        }
        std::vector<std::string> known;
        for (const Country& country : settings_.facts().countries) {
            known.push_back(country.code);
        }
        Diagnostic unknown{.message = "the facts know no country '" + code + "'", .allowed = known};
        unknown.nearest = calc::nearest(code, known);
        for (const Setting& setting : scenario().settings) {
            const auto* const listed = std::get_if<std::vector<std::string>>(&setting.value);
            const auto* const text = std::get_if<std::string>(&setting.value);
            if (setting.key.subject == code || (text != nullptr && *text == code) ||
                (listed != nullptr && std::find(listed->begin(), listed->end(), code) != listed->end())) {
                problems_.refuse(setting, unknown.message, unknown.allowed);
                return nullptr;
            }
        }
        problems_.refuse(unknown);
        return nullptr;
    }

    /// Adds a country behind those that it follows; says at which place it stands.
    std::optional<std::size_t> add(const std::string& code, Year last, std::optional<Year> constant,
                                   int depth) {
        const Country* const country = country_of_code(code);
        if (country == nullptr) {
            return std::nullopt;
        }
        std::optional<std::size_t> followed;
        if (const auto* const other = settings_.value<std::string>("target.parity", code)) {
            const Setting& setting = *settings_.last("target.parity", code);
            const Setting* const theirs = settings_.last("target.parity", *other);
            if (*other == code || theirs != nullptr || depth > 0) {
                problems_.refuse(setting, *other == code ? "a country cannot follow its own share"
                                                         : *other + " follows another country itself");
                return std::nullopt;
            }
            followed = placed_.contains(*other) ? std::optional(placed_.at(*other))
                                                : add(*other, last, constant, depth + 1);
            if (!followed) {
                return std::nullopt;
            }
        }
        PlannedCountry words{.country = country, .certainty = calc::Series<Certainty>(Year{})};
        auto plan = country_plan(*country, last, constant, settings_, words);
        if (!plan) {
            return std::nullopt;
        }
        if (plan->target) {
            plan->target->parity = followed;
        }
        if (followed) {
            check_followed(*plan, result_.plan.countries[*followed]);
        }
        result_.plan.countries.push_back(std::move(*plan));
        result_.countries.push_back(std::move(words));
        placed_[code] = result_.countries.size() - 1;
        return placed_[code];
    }

    void check_followed(const models::CountryPlan<PlanInput>& plan,
                        const models::CountryPlan<PlanInput>& followed) {
        if (plan.target && plan.target->due < followed.from) {
            problems_.refuse(*settings_.last("target.by", plan.code),
                             "the share of " + followed.code + " is not known before " +
                                 label(followed.from, followed.calendar));
        }
        const bool by_factors =
            plan.target && (std::holds_alternative<calc::Geometric>(plan.target->shape) ||
                            std::holds_alternative<calc::ConstantGrowth>(plan.target->shape));
        const bool to_nothing =
            followed.base.figure.value <= calc::Decimal(0) ||
            (followed.target && followed.target->share && followed.target->share->value <= calc::Decimal(0));
        if (by_factors && to_nothing) {
            problems_.refuse(*settings_.last("target.path", plan.code),
                             "equal factors cannot lead to the share of " + followed.code + ", which is 0 %");
        }
        if (followed.target && followed.target->fixed_year) {
            problems_.refuse(*settings_.last("target.parity", plan.code),
                             "the target of " + followed.code +
                                 " is a share of a fixed year's GDP, which cannot be followed");
        }
    }

    void set_shown() {
        auto& shown = result_.plan.shown;
        shown.constant = constant_year();
        const auto* const currency = settings_.value<calc::Currency>("currency", "");
        if (currency == nullptr) {
            return;
        }
        shown.currency = *currency;
        PlannedCountry words{.certainty = calc::Series<Certainty>(Year{})};
        shown.rate = rate_plan(*currency, settings_, words);
        result_.sources = words.rate_sources;
        const bool dollar = currency->code() == "USD";
        if (!dollar && !shown.rate) {
            problems_.refuse(*settings_.last("currency", ""),
                             "no rate of exchange of " + currency->code() + " is known");
        }
        for (const auto& country : result_.plan.countries) {
            if (country.unit.currency != *currency && country.unit.currency.code() != "USD" &&
                !country.rate) {
                problems_.refuse(*settings_.last("currency", ""),
                                 "no rate of exchange of " + country.unit.currency.code() + " is known");
            }
        }
    }

    PlanProblems problems_;
    PlanSettings settings_;
    ScenarioPlan result_;
    std::map<std::string, std::size_t> placed_;
};

}  // namespace

calc::Origin origin_of(const PlanInput& input) {
    calc::Origin origin;
    if (input.other) {
        origin = *input.other;
    }
    origin.unit = input.series != nullptr ? unit_words(input.series->unit) : input.unit;
    if (input.observation != nullptr) {
        const Observation& figure = *input.observation;
        origin.label = input.series->title + ", " + when_of(*input.country, *input.series, figure) + " (" +
                       input.series->definition +
                       (input.series->vintage.empty() ? "" : ", " + input.series->vintage) + ")";
        origin.sources = figure.sources;
        const Choice* const choice = input.country->choice(input.series->measure);
        if (choice != nullptr && choice->use == input.series->key) {
            origin.why = choice->why;
        }
    }
    if (input.setting != nullptr) {
        if (input.observation == nullptr) {
            origin.label = to_text(input.setting->key);
        }
        origin.place = input.setting->place.in_words();
    }
    return origin;
}

Reading<ScenarioPlan> plan_of(const Facts& facts, const Scenario& scenario) {
    return Planner(facts, scenario).plan();
}

}  // namespace burden::inputs
