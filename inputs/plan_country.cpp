#include <algorithm>

#include "burden/calc/letter_case.hpp"
#include "burden/inputs/defence.hpp"
#include "burden/inputs/plan_builder.hpp"
#include "burden/inputs/target_ground.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;
using Kind = FactUnit::Kind;

namespace {

/// Builds the plan of one country.
class CountryPlanner {
public:
    CountryPlanner(const Country& country, const PlanSettings& settings, std::optional<Year> constant,
                   PlannedCountry& words)
        : country_(country), settings_(settings), constant_(constant), words_(words) {}

    /// The plan but for what it takes from other countries; none when something was refused.
    std::optional<models::CountryPlan<PlanInput>> plan(Year last) {
        const std::size_t before = problems().diagnostics().size();
        const auto good = [&] { return problems().diagnostics().size() == before; };
        set_years(last);
        if (good()) {
            set_economy();
        }
        if (good()) {
            set_base();
            set_target();
        }
        if (good()) {
            set_rate();
            set_hosting();
            set_offsets("arms");
            set_offsets("energy");
            set_government();
            plan_.finance = finance_plan(country_, plan_, settings_, words_.finance);
        }
        if (good()) {
            check_ranges(plan_, settings_);
        }
        if (!good()) {
            return std::nullopt;
        }
        set_certainty();
        return std::move(plan_);
    }

private:
    PlanProblems& problems() const { return settings_.problems(); }
    const std::string& code() const { return country_.code; }
    const Setting* last(std::string_view key) const { return settings_.last(key, code()); }
    template <typename T>
    const T* value(std::string_view key) const {
        return settings_.value<T>(key, code());
    }
    PlanLayers layers(std::string_view key, Kind kind) const { return settings_.layers(key, code(), kind); }
    std::string name(Year year) const { return label(year, plan_.calendar); }

    std::optional<Year> year_of(std::string_view key) const {
        const auto* const text = value<calc::YearText>(key);
        return text == nullptr
                   ? std::nullopt
                   : year_of_setting(*last(key), *text, country_, plan_.calendar, series_, settings_);
    }

    void set_years(Year last_year) {
        plan_.code = code();
        plan_.calendar = country_.fiscal_year;
        const auto* const definition = value<std::string>("definition");
        if (country_.own) {
            if (definition != nullptr) {
                problems().refuse(*last("definition"),
                                  "what stands in " + country_.file + " is one count of spending");
            }
            plan_.from = country_.own->base_year.year;
            if (const auto from = year_of("base.year"); from && *from != plan_.from) {
                problems().refuse(*last("base.year"),
                                  "the base year in " + country_.file + " is " + name(plan_.from),
                                  {name(plan_.from)});
            }
        } else {
            const auto series =
                defence_series(country_, definition == nullptr ? std::nullopt : std::optional(*definition));
            if (!series) {
                problems().refuse(last("definition"), series.diagnostics());
                return;
            }
            series_ = series->series;
            plan_.calendar = calendar_of(country_, *series_);
            const auto latest = latest_year(*series_);
            const auto from = year_of("base.year");
            if (!from && !latest) {
                problems().refuse(Diagnostic{.message = "'" + series_->title + "' of " + country_.name +
                                                        " has no figure to start from"});
                return;
            }
            plan_.from = from ? *from : *latest;
        }
        plan_.to = last_year;
        if (plan_.to <= plan_.from) {
            Diagnostic late{.message = "the last year, " + name(plan_.to) +
                                       ", is not after the base year of " + country_.name + ", " +
                                       name(plan_.from),
                            .allowed = {"a year from " + name(plan_.from + 1) + " on"}};
            const Setting* const to = settings_.last("to", "");
            if (to != nullptr) {
                problems().refuse(*to, late.message, late.allowed);
            } else {
                problems().refuse(late);
            }
            return;
        }
        if (constant_ && plan_.to < *constant_) {
            problems().refuse(*settings_.last("prices", ""),
                              "no price level is projected for " + name(*constant_) + " in " + country_.name,
                              {"a year up to " + name(plan_.to)});
        }
        plan_.first = constant_ ? std::min(plan_.from, *constant_) : plan_.from;
    }

    /// The rates of a user's own economy, below those of the scenario.
    static PlanLayers own_rates(const calc::ByYear& rates, const std::string& what, const std::string& file) {
        models::ChangeLayer<PlanInput> layer;
        const auto change = [&](const Decimal& rate) {
            return models::Change<PlanInput>{.by = input_of(rate, what + " in " + file, {}, "%")};
        };
        if (rates.always) {
            layer.always = change(*rates.always);
        }
        for (const auto& [year, rate] : rates.years) {
            layer.years.emplace_back(year.year, change(rate));
            // After the last stated one it is held.
            layer.always = change(rate);
        }
        return {layer};
    }

    void set_own_economy() {
        const OwnEconomy& own = *country_.own;
        plan_.unit = {own.gdp.currency};
        const auto flat = [&](const Decimal& level, const std::string& what, const std::string& unit) {
            const PlanInput input = input_of(level, what + " in " + country_.file, {}, unit);
            return models::Published<PlanInput>{calc::Series<PlanInput>(plan_.from, {input, input}),
                                                plan_.calendar};
        };
        plan_.economy.gdp = flat(own.gdp.value, "GDP", own.gdp.currency.code());
        plan_.economy.deflator = flat(Decimal(1), "prices", "");
        plan_.economy.changes.growth = own_rates(own.growth, "growth", country_.file);
        plan_.economy.changes.inflation = own_rates(own.inflation, "inflation", country_.file);
        words_.gdp_words = "as given in " + country_.file;
        plan_.first = plan_.from;
    }

    void set_economy() {
        if (country_.own) {
            set_own_economy();
        } else {
            const auto gdp = chosen(country_, "gdp");
            const FactSeries* const deflator = gdp ? deflator_of(country_, *gdp->series) : nullptr;
            if (deflator == nullptr) {
                problems().refuse(Diagnostic{
                    .message = gdp ? "no deflator of the vintage of GDP is known for " + country_.name
                                   : gdp.diagnostics().front().message});
                return;
            }
            plan_.unit = {*gdp->series->unit.currency};
            plan_.economy.gdp = published(country_, *gdp->series);
            plan_.economy.deflator = published(country_, *deflator);
            words_.gdp_words = gdp_words(country_, *gdp->series, plan_.calendar, plan_.to);
            add_keys(words_.sources, sources_of(*gdp->series));
            add_keys(words_.sources, sources_of(*deflator));
            if (const auto population = chosen(country_, "population")) {
                plan_.economy.population = published(country_, *population->series);
                add_keys(words_.sources, sources_of(*population->series));
            }
        }
        auto& changes = plan_.economy.changes;
        append(changes.base_gdp, layers("base.gdp", Kind::money));
        append(changes.growth, layers("growth", Kind::percent));
        append(changes.inflation, layers("inflation", Kind::percent));
        append(changes.population, layers("population", Kind::percent));
        check_years("growth", changes.growth);
        check_years("inflation", changes.inflation);
        check_years("population", changes.population);
        check_currency("base.gdp");
        if (!changes.population.empty() && !plan_.economy.population) {
            problems().refuse(*last("population"), "no population of " + country_.name + " is known");
        }
        set_first();
    }

    static void append(PlanLayers& layers, PlanLayers more) {
        layers.insert(layers.end(), more.begin(), more.end());
    }

    /// Refuses rates of years that are not projected.
    void check_years(std::string_view key, const PlanLayers& layers) const {
        for (const auto& layer : layers) {
            for (const auto& [year, change] : layer.years) {
                if (change.by.setting != nullptr && (year <= plan_.from || plan_.to < year)) {
                    problems().refuse(*change.by.setting,
                                      std::string(key) + " of " + name(year) + " cannot change anything",
                                      {"years from " + name(plan_.from + 1) + " to " + name(plan_.to)});
                }
            }
        }
    }

    void check_currency(std::string_view key) const {
        for (const Setting* const setting : settings_.scenario().layers(key, code())) {
            const auto& number = std::get<NumberSetting>(setting->value);
            if (number.currency && *number.currency != plan_.unit.currency) {
                problems().refuse(*setting,
                                  country_.name + " is counted in " + plan_.unit.currency.code() + ", not " +
                                      number.currency->code(),
                                  {"an amount in " + plan_.unit.currency.code()});
            }
        }
    }

    /// The economy must reach back to what is asked of it, as far as it is published.
    void set_first() {
        const auto gdp = models::carried_on(in_decimals(plan_.economy.gdp), plan_.calendar, plan_.to);
        const auto deflator =
            models::carried_on(in_decimals(plan_.economy.deflator), plan_.calendar, plan_.to);
        Year earliest = std::max(gdp.first(), deflator.first());
        if (plan_.economy.population) {
            const auto population =
                models::carried_on(in_decimals(*plan_.economy.population), plan_.calendar, plan_.to);
            // A short series of population is left out rather than in the way.
            if (plan_.from < population.first()) {
                plan_.economy.population.reset();
            } else {
                earliest = std::max(earliest, population.first());
            }
        }
        if (const auto* const fixed = value<std::optional<calc::YearText>>("target.denominator");
            fixed != nullptr && *fixed) {
            plan_.first = std::min(plan_.first, (*fixed)->year);
        }
        // Growth of the budget in the first year of a renewal, or a few years before it.
        constexpr int longest_reach = 5;
        plan_.first = std::max(earliest, std::min(plan_.first, plan_.from - longest_reach));
        const auto outside = [&](Year year) { return year < earliest; };
        if (outside(plan_.from) || (constant_ && outside(*constant_))) {
            const Setting* const at = outside(plan_.from) ? last("base.year") : settings_.last("prices", "");
            Diagnostic early{.message = "the economy of " + country_.name + " is not known before " +
                                        name(earliest)};
            if (at != nullptr) {
                problems().refuse(*at, early.message);
            } else {
                problems().refuse(early);
            }
        }
    }

    static models::Published<Decimal> in_decimals(const models::Published<PlanInput>& series) {
        return {calc::series_of(series.values.first(), series.values.last(),
                                [&](Year year) { return series.values[year].value; }),
                series.calendar};
    }

    void set_base() {
        auto [figure, changes] = base_setting();
        plan_.base.changes = std::move(changes);
        if (figure) {
            plan_.base.figure = *figure;
            const Setting& setting = *figure->setting;
            const bool of_money = std::get<NumberSetting>(setting.value).currency.has_value() ||
                                  (figure->series != nullptr && figure->series->unit.kind == Kind::money);
            plan_.base.of_gdp = !of_money;
            words_.spending_words = setting.text + " in the base year, as set in " + setting.place.in_words();
            words_.base_mark = "g";
            return;
        }
        if (country_.own) {
            const OwnEconomy& own = *country_.own;
            if (!own.base_share && !own.base_spending) {
                problems().refuse(
                    Diagnostic{.message = "what " + country_.name + " spends in the base year is not known",
                               .allowed = {"base_share in " + country_.file,
                                           calc::lower_case(code()) + ".base.spending"}});
                return;
            }
            plan_.base.of_gdp = own.base_share.has_value();
            plan_.base.figure = input_of(
                own.base_share ? *own.base_share : own.base_spending->value,
                std::string(own.base_share ? "base_share" : "base_spending") + " in " + country_.file, {},
                own.base_share ? "%" : plan_.unit.currency.code());
            words_.spending_words = "as given in " + country_.file;
            words_.base_mark = "g";
            return;
        }
        const Observation* const observation = series_->at(plan_.from);
        if (observation == nullptr) {
            std::vector<std::string> known;
            for (const Observation& one : series_->observations) {
                if (one.superseded.empty()) {
                    known.push_back(name(one.year));
                }
            }
            const std::string message =
                "'" + series_->title + "' of " + country_.name + " has no figure for " + name(plan_.from);
            const Setting* const year = last("base.year");
            if (year != nullptr) {
                problems().refuse(*year, message, known);
            } else {
                problems().refuse(Diagnostic{.message = message, .allowed = known});
            }
            return;
        }
        plan_.base.figure = input_of(country_, *series_, *observation);
        plan_.base.of_gdp = series_->unit.kind == Kind::percent;
        words_.spending_words = series_->title + " (" + series_->definition + ")" +
                                (plan_.base.of_gdp ? ", " + observation->text + " % of GDP" : std::string());
        words_.base_mark = observation->stage == Stage::estimate ? "e" : "";
        add_keys(words_.sources, observation->sources);
    }

    /// A base that a setting gives, and what is changed of it or of the published one.
    std::pair<std::optional<PlanInput>, PlanLayers> base_setting() const {
        const auto stack = settings_.scenario().layers("base.spending", code());
        if (stack.empty()) {
            return {};
        }
        const auto& number = std::get<NumberSetting>(stack.back()->value);
        const bool of_money =
            number.currency || (number.fact && referred(settings_.facts(), *number.fact) &&
                                referred(settings_.facts(), *number.fact)->series->unit.kind == Kind::money);
        check_currency("base.spending");
        PlanLayers layers = this->layers("base.spending", of_money ? Kind::money : Kind::percent);
        if (layers.empty() || !layers.front().always ||
            layers.front().always->kind != models::ChangeKind::set) {
            return {std::nullopt, std::move(layers)};
        }
        PlanInput figure = layers.front().always->by;
        layers.erase(layers.begin());
        return {std::move(figure), std::move(layers)};
    }

    void set_target() {
        if (auto target = target_plan(country_, plan_, series_, settings_, words_)) {
            plan_.target = std::move(*target);
        }
    }

    void set_rate() {
        if (const auto rate = rate_plan(plan_.unit.currency, settings_, words_)) {
            plan_.rate = *rate;
        }
    }

    void set_hosting() {
        if (auto hosting = hosting_plan(country_, plan_.to, settings_, words_)) {
            if (hosting->abroad && !plan_.rate && plan_.unit.currency.code() != "USD") {
                problems().refuse(*last("hosting.renewal"),
                                  "no rate of exchange of " + plan_.unit.currency.code() + " is known");
            }
            plan_.hosting = std::move(hosting);
        }
    }

    void set_offsets(const std::string& kind) {
        const std::string key = "offsets." + kind;
        const Setting* const amount = last(key);
        const Setting* const additional = last(key + "_additional");
        const Setting* const in_budget = last(key + "_in_budget");
        if (amount == nullptr) {
            for (const Setting* const idle : {additional, in_budget}) {
                if (idle != nullptr) {
                    problems().refuse(*idle, to_text(idle->key) + " cannot change anything without " + key);
                }
            }
            return;
        }
        if (additional == nullptr || in_budget == nullptr) {
            const std::string prefix = calc::lower_case(code()) + "." + key;
            problems().refuse(*amount,
                              additional == nullptr
                                  ? "how much of it is additional is not said: nothing is assumed of it"
                                  : "whether defence spending pays for it already is not said",
                              {additional == nullptr ? prefix + "_additional" : prefix + "_in_budget"});
            return;
        }
        const auto& number = std::get<NumberSetting>(amount->value);
        models::OffsetPlan<PlanInput> offset;
        offset.amount = layers(key, Kind::money);
        offset.abroad = number.currency && *number.currency != plan_.unit.currency;
        if (offset.abroad && number.currency->code() != "USD") {
            problems().refuse(*amount,
                              "an amount in " + number.currency->code() + " beside a budget in " +
                                  plan_.unit.currency.code() + ": currencies do not mix",
                              {"an amount in " + plan_.unit.currency.code(), "an amount in USD"});
        }
        offset.additional = *settings_.figure(key + "_additional", code(), Kind::percent, "").first;
        offset.in_budget = std::get<bool>(in_budget->value);
        plan_.offsets.push_back(std::move(offset));
    }

    void set_government() {
        const auto share = chosen(country_, "government-expenditure-share");
        const PlanLayers changes = layers("government_expenditure", Kind::percent);
        if (!share) {
            if (!changes.empty()) {
                problems().refuse(last("government_expenditure"), share.diagnostics());
            }
            return;
        }
        plan_.government = models::HeldPlan<PlanInput>{published(country_, *share->series), changes};
        check_years("government_expenditure", changes);
        add_keys(words_.sources, sources_of(*share->series));
    }

    void set_certainty() {
        if (country_.own) {
            words_.certainty = calc::series_of(plan_.from, plan_.to, [](Year) { return Certainty::given; });
            return;
        }
        const auto gdp = chosen(country_, "gdp");
        words_.certainty = certainty_of(country_, *gdp->series, plan_.calendar, plan_.from, plan_.to);
    }

private:
    const Country& country_;
    const PlanSettings& settings_;
    std::optional<Year> constant_;
    models::CountryPlan<PlanInput> plan_;
    PlannedCountry& words_;
    const FactSeries* series_ = nullptr;
};

/// Averages of calendar years, which arrangements are counted at: of the series that the facts choose, else
/// the first; none where none is known.
const FactSeries* yearly_averages(const Country& owner) {
    const auto choice = chosen(owner, "exchange-rate");
    const FactSeries* first = nullptr;
    for (const FactSeries* const series : owner.measuring("exchange-rate")) {
        if (series->period != PeriodBasis::per_calendar_year) {
            continue;
        }
        if (choice && choice->series == series) {
            return series;
        }
        first = first == nullptr ? series : first;
    }
    return first;
}

}  // namespace

std::optional<models::HeldPlan<PlanInput>> rate_plan(const calc::Currency& currency,
                                                     const PlanSettings& settings, PlannedCountry& words) {
    const Country* const owner = country_of(settings.facts(), currency);
    const FactSeries* const series = owner != nullptr ? yearly_averages(*owner) : nullptr;
    if (currency.code() == "USD" || series == nullptr) {
        return std::nullopt;
    }
    models::HeldPlan<PlanInput> rate{published(*owner, *series),
                                     settings.layers("fx", currency.code(), Kind::exchange_rate)};
    words.rate_words = currency.code() + " per USD: " + series->definition +
                       ", averages of calendar years; after " +
                       label(rate.published.values.last(), rate.published.calendar) + " that one held";
    add_keys(words.rate_sources, sources_of(*series));
    return rate;
}

std::optional<models::CountryPlan<PlanInput>> country_plan(const Country& country, Year last,
                                                           std::optional<Year> constant,
                                                           const PlanSettings& settings,
                                                           PlannedCountry& words) {
    return CountryPlanner(country, settings, constant, words).plan(last);
}

}  // namespace burden::inputs
