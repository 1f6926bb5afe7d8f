#include "burden/inputs/scenario_solve.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "burden/calc/letter_case.hpp"
#include "burden/calc/number_text.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/scenario_value.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Fault;
using models::ChangeKind;
using models::Relation;

namespace {

constexpr std::array<std::pair<std::string_view, Relation>, 9> relations = {{{"<=", Relation::at_most},
                                                                             {">=", Relation::at_least},
                                                                             {"==", Relation::equal},
                                                                             {"\u2264", Relation::at_most},
                                                                             {"\u2265", Relation::at_least},
                                                                             {"<", Relation::below},
                                                                             {">", Relation::above},
                                                                             {"=", Relation::equal},
                                                                             {"\uFF1D", Relation::equal}}};

/// Digits after the point, at most, that an answer is given with.
constexpr int most_places = 12;

Decimal size_of(const Decimal& number) { return greatest(number, -number); }

/// 10^-places.
Decimal step_of(int places) { return Decimal("1e" + std::to_string(-places)); }

/// The least number of places at which a step is no longer than `length`.
int places_for(const Decimal& length) {
    int places = 0;
    while (places < most_places && length < step_of(places)) {
        ++places;
    }
    return places;
}

Decimal at_least(const Decimal& number, int places) {
    const Decimal near = rounded(number, places);
    return near < number ? near + step_of(places) : near;
}
Decimal at_most(const Decimal& number, int places) {
    const Decimal near = rounded(number, places);
    return number < near ? near - step_of(places) : near;
}

calc::Parsed<Decimal> read_plain_number(std::string_view text) {
    const auto number = calc::scan_grouped_number(text);
    if (!number) {
        return number.fault();
    }
    std::string_view rest = calc::trimmed(text.substr(number->length));
    if (!rest.empty() && calc::lower_case(std::string(rest)) != "persons") {
        return Fault{.message = calc::quoted(rest) + " stands behind the number",
                     .at = calc::place_of(rest, text),
                     .length = rest.size()};
    }
    return Decimal(number->plain);
}

/// A value in the unit of a cell.
calc::Parsed<Decimal> read_cell_value(std::string_view text, const Wish& wish, const CellUnit& unit) {
    if (unit.money) {
        const std::string code = unit.money->currency.code();
        const auto amount = calc::read_amount(text);
        if (!amount) {
            return amount.fault();
        }
        if (amount->currency.code() != code) {
            return Fault{.message = "an amount in " + amount->currency.code() + ", and " +
                                    calc::quoted(wish.cell.text) + " is shown in " + code,
                         .at = 0,
                         .length = text.size(),
                         .allowed = {"an amount in " + code, "--set currency=" + amount->currency.code()}};
        }
        return amount->value;
    }
    return unit.text == "%" ? calc::read_share(text) : read_plain_number(text);
}

/// Asks and answers.
class Solver {
public:
    Solver(const Facts& facts, const Scenario& scenario, const SolveRequest& request)
        : facts_(facts), given_(scenario) {
        result_.request = request;
    }

    Reading<ScenarioSolution> solution() {
        if (!is_number(key().form)) {
            return Diagnostic{
                .file = "--vary",
                .message = calc::quoted(to_text(request().vary)) + " is no number that could be varied",
                .allowed = {"a share, a rate, an amount or a number", "burden sweep, which takes words too"}};
        }
        auto refusals = set_range();
        if (refusals.empty()) {
            refusals = set_plan();
        }
        if (refusals.empty() && result_.plan) {
            refusals = set_value();
        }
        if (!refusals.empty()) {
            return refusals;
        }
        if (!result_.plan) {
            result_.answer.outcome = models::SolveOutcome::cannot_go_there;
            return std::move(result_);
        }
        solve();
        return std::move(result_);
    }

private:
    const SolveRequest& request() const { return result_.request; }
    const ScenarioKey& key() const { return *request().vary.key; }
    bool extreme() const {
        return std::any_of(given_.files.begin(), given_.files.end(),
                           [](const ScenarioFile& file) { return file.allow_extreme; });
    }

    std::vector<Diagnostic> read_end(const char* option, const std::string& text, SettingNumber& end) const {
        const auto value = read_setting_value(key(), text, extreme());
        if (!value) {
            return {argument_diagnostic(option, text, value.fault())};
        }
        const auto number = number_of(*value);
        if (!number) {
            return {Diagnostic{.file = option, .message = calc::quoted(text) + " is not one number"}};
        }
        end = *number;
        return {};
    }

    std::vector<Diagnostic> set_range() {
        SolveRequest& asked = result_.request;
        const auto [low, high] = usual_range();
        const bool has_low = !asked.low.empty();
        const bool has_high = !asked.high.empty();
        if ((!has_low && low.empty()) || (!has_high && high.empty())) {
            return {Diagnostic{.file = "--vary",
                               .message = calc::quoted(to_text(asked.vary)) + " has no range of its own",
                               .allowed = {"--from LOW --to HIGH", "--in LOW..HIGH"}}};
        }
        auto refusals = read_end("--from", has_low ? asked.low : low, result_.low);
        if (refusals.empty()) {
            refusals = read_end("--to", has_high ? asked.high : high, result_.high);
        }
        if (!refusals.empty()) {
            return refusals;
        }
        if (!alike(result_.low, result_.high)) {
            return {Diagnostic{.file = "--to",
                               .message = "a range runs between two numbers of one kind, not from " +
                                          setting_words(key(), result_.low) + " to " +
                                          setting_words(key(), result_.high)}};
        }
        if (result_.high.value <= result_.low.value) {
            return {Diagnostic{.file = "--to",
                               .message = "the range from " + setting_words(key(), result_.low) + " to " +
                                          setting_words(key(), result_.high) + " is empty"}};
        }
        return set_tolerance();
    }

    std::vector<Diagnostic> set_tolerance() {
        if (!request().tolerance.empty()) {
            const auto distance = read_distance(key(), result_.low, request().tolerance);
            if (!distance) {
                return {argument_diagnostic("--tolerance", request().tolerance, distance.fault())};
            }
            if (*distance < Decimal(0)) {
                return {Diagnostic{.file = "--tolerance", .message = "a tolerance is above zero"}};
            }
            result_.tolerance = *distance;
            return {};
        }
        switch (form_of(key(), result_.low)) {
            case NumberForm::percent:
            case NumberForm::points:
                result_.tolerance = Decimal("0.00001");
                return {};
            default:
                break;
        }
        if (key().unit == "persons") {
            result_.tolerance = 1;
            return {};
        }
        // Five digits of the range, as a power of ten.
        const Decimal range = result_.high.value - result_.low.value;
        Decimal tolerance("1e30");
        while (range * Decimal("1e-5") < tolerance) {
            tolerance = tolerance / Decimal(10);
        }
        result_.tolerance = tolerance;
        return {};
    }

    /// Where a key is looked at when nobody says: its own range, narrowed to what may be meant.
    std::pair<std::string, std::string> usual_range() const {
        if (key().name == "target.share" || key().name == "target.related") {
            return {"0%", extreme() ? "100%" : "25%"};
        }
        if (key().form == ValueForm::rate) {
            return {"-10%", "20%"};
        }
        if (key().unit == "persons") {
            return {"1", "1,000,000"};
        }
        if (key().subject == Subject::currency) {
            return usual_rates();
        }
        return {std::string(key().low), std::string(key().high)};
    }

    /// A quarter of the last published rate to four times it.
    std::pair<std::string, std::string> usual_rates() const {
        const auto plan = plan_of(facts_, given_);
        if (!plan) {
            return {};
        }
        const auto around = [](const models::HeldPlan<PlanInput>& rate) {
            const Decimal last = rate.published.values.back().value;
            return std::pair{(last / Decimal(4)).to_significant(2), (last * Decimal(4)).to_significant(2)};
        };
        for (const auto& country : plan->plan.countries) {
            if (country.unit.currency.code() == request().vary.subject && country.rate) {
                return around(*country.rate);
            }
        }
        const auto& shown = plan->plan.shown;
        const bool is_shown =
            shown.currency && shown.currency->code() == request().vary.subject && shown.rate;
        return is_shown ? around(*shown.rate) : std::pair<std::string, std::string>();
    }

    /// The scenario with the input at a number.
    Scenario at(const Decimal& input) const {
        SettingNumber number = result_.low;
        number.value = input;
        Scenario scenario = given_;
        const std::string text = setting_text(key(), number);
        scenario.settings.push_back(
            {.key = request().vary,
             .text = text,
             .value = value_with(number),
             .place = {.file = "--vary", .excerpt = to_text(request().vary) + "=" + text}});
        return scenario;
    }

    std::vector<Diagnostic> set_plan() {
        const Decimal middle = (result_.low.value + result_.high.value) / Decimal(2);
        std::vector<Diagnostic> first_refusal;
        for (const Decimal& input : {result_.low.value, result_.high.value, middle}) {
            auto scenario = std::make_shared<Scenario>(at(input));
            const auto plan = plan_of(facts_, *scenario);
            if (!plan) {
                if (first_refusal.empty()) {
                    first_refusal = plan.diagnostics();
                }
                continue;
            }
            result_.scenario = scenario;
            result_.plan = std::make_shared<ScenarioPlan>(*plan);
            return {};
        }
        // What would be refused without the input too is wrong with the request.
        if (const auto without = plan_of(facts_, given_); !without) {
            return without.diagnostics();
        }
        result_.reason = first_refusal.front().message;
        return {};
    }

    std::vector<Diagnostic> set_value() {
        const Wish& wish = request().wish;
        const auto place = placed(wish.cell, *result_.plan, "--so-that");
        if (!place) {
            return place.diagnostics();
        }
        result_.cell = *place;
        const auto value =
            read_cell_value(wish.value, wish, unit_of(place->metric, place->country, *result_.plan));
        if (!value) {
            return {argument_diagnostic("--so-that", wish.text, calc::moved(value.fault(), wish.value_at))};
        }
        result_.value = *value;
        return {};
    }

    std::optional<Decimal> cell_at(VariedPlan<Decimal>& varied, const Decimal& input) {
        if (const auto plan = plan_of(facts_, at(input)); !plan) {
            if (result_.reason.empty()) {
                result_.reason = plan.diagnostics().front().message;
            }
            return std::nullopt;
        }
        varied.set(0, input);
        return varied.values().front();
    }

    void solve() {
        const std::vector<const Setting*> settings = {&result_.scenario->settings.back()};
        VariedPlan<Decimal> varied(*result_.plan, {result_.cell}, settings);
        const models::SolveQuestion question{.low = result_.low.value,
                                             .high = result_.high.value,
                                             .relation = request().wish.relation,
                                             .value = result_.value,
                                             .tolerance = result_.tolerance};
        const auto cell = [&](const Decimal& input) { return cell_at(varied, input); };
        result_.answer = models::answer_to(question, cell);
        for (const models::Solution& found : result_.answer.solutions) {
            result_.stretches.push_back(question.relation == Relation::equal ? point(found, cell)
                                                                             : stretch(found, cell));
            check(result_.stretches.back().from);
            check(result_.stretches.back().to);
        }
    }

    /// The cell in a run of its own, as `burden run --set` would have it.
    void check(const CheckedInput& end) const {
        SettingNumber number = result_.low;
        number.value = end.input;
        const auto scenario =
            with_settings(given_, {to_text(request().vary) + "=" + setting_text(key(), number)});
        const auto plan =
            scenario ? plan_of(facts_, *scenario) : Reading<ScenarioPlan>(scenario.diagnostics());
        calc::require(static_cast<bool>(plan), "an input that was tried can be run");
        const auto cell = value_of(result_.cell, models::projections(plan_as<Decimal>(*plan)));
        calc::require(cell == end.cell, "a search and a run give one cell");
    }

    CheckedInput checked(const Decimal& input, const models::CellOfInput& cell) const {
        const auto value = cell(input);
        return {input, value, value && models::holds(*value, request().wish.relation, result_.value)};
    }

    /// What one unit of a readable number holds, and the digits behind its point.
    std::pair<Decimal, int> digits() const {
        SettingNumber largest = result_.high;
        largest.value = greatest(size_of(result_.low.value), size_of(result_.high.value));
        const Decimal units = shown_in(key(), largest).units;
        const bool whole = key().unit == "persons";
        return {units, whole ? 0 : places_for(result_.tolerance / units)};
    }

    /// The end of a stretch in the fewest digits: at `edge` or inside of it by less than a step, with the
    /// step beyond it. `up` says that the stretch lies above its edge.
    std::pair<CheckedInput, std::optional<CheckedInput>> end_of(const Decimal& edge, const Decimal& outside,
                                                                bool up,
                                                                const models::CellOfInput& cell) const {
        const auto [units, least_places] = digits();
        for (int places = least_places; places <= most_places; ++places) {
            const Decimal step = step_of(places) * units;
            const Decimal inward =
                (up ? at_least(edge / units, places) : at_most(edge / units, places)) * units;
            CheckedInput inside = checked(inward, cell);
            if (!inside.holds || inward < result_.low.value || result_.high.value < inward) {
                if (key().unit == "persons") {
                    break;
                }
                continue;
            }
            while (true) {
                const Decimal next = up ? inside.input - step : inside.input + step;
                const bool in_range = result_.low.value <= next && next <= result_.high.value;
                const bool beyond = up ? next <= outside : outside <= next;
                const auto further = in_range ? std::optional(checked(next, cell)) : std::nullopt;
                if (!further || !further->holds || beyond) {
                    return {inside,
                            further && !further->holds ? further : std::optional(checked(outside, cell))};
                }
                inside = *further;
            }
        }
        return {checked(edge, cell), checked(outside, cell)};
    }

    SolvedStretch stretch(const models::Solution& found, const models::CellOfInput& cell) const {
        SolvedStretch result{.from = checked(found.first.input, cell),
                             .to = checked(found.last.input, cell),
                             .below = std::nullopt,
                             .above = std::nullopt,
                             .jumps_below = found.step_before,
                             .jumps_above = found.step_after};
        if (found.before) {
            std::tie(result.from, result.below) = end_of(found.first.input, found.before->input, true, cell);
        }
        if (found.after) {
            std::tie(result.to, result.above) = end_of(found.last.input, found.after->input, false, cell);
        }
        // A stretch too narrow for readable digits keeps all of them.
        if (result.to.input < result.from.input) {
            result.from = checked(found.first.input, cell);
            result.to = checked(found.last.input, cell);
        }
        return result;
    }

    /// The readable input nearest to where an equality is met.
    SolvedStretch point(const models::Solution& found, const models::CellOfInput& cell) const {
        const auto [units, places] = digits();
        const Decimal step = step_of(places) * units;
        const Decimal near = rounded(found.first.input / units, places) * units;
        const auto within = [&](const Decimal& input) {
            return result_.low.value <= input && input <= result_.high.value
                       ? std::optional(checked(input, cell))
                       : std::nullopt;
        };
        const CheckedInput here = checked(found.exact || !within(near) ? found.first.input : near, cell);
        return {.from = here, .to = here, .below = within(near - step), .above = within(near + step)};
    }

    const Facts& facts_;
    const Scenario& given_;
    ScenarioSolution result_;
};

}  // namespace

calc::Parsed<Wish> Wish::read(std::string_view text) {
    const std::size_t from = std::min(text.find(']'), text.size());
    std::size_t at = std::string_view::npos;
    std::pair<std::string_view, Relation> found;
    for (const auto& one : relations) {
        const std::size_t place = text.find(one.first, from);
        // "<=" goes before "<" where both stand.
        if (place < at) {
            at = place;
            found = one;
        }
    }
    const Fault no_relation{.message = "no relation parts a cell from a value",
                            .at = 0,
                            .length = std::max<std::size_t>(1, text.size()),
                            .allowed = {"jpn.spending[FY2035] <= 43 tn JPY"}};
    if (at == std::string_view::npos) {
        return no_relation;
    }
    const std::string_view left = calc::trimmed(text.substr(0, at));
    const std::string_view right = calc::trimmed(text.substr(at + found.first.size()));
    if (left.empty() || right.empty()) {
        return no_relation;
    }
    const auto cell = ScenarioCell::read(left);
    if (!cell) {
        return calc::moved(cell.fault(), calc::place_of(left, text));
    }
    return Wish{.text = std::string(text),
                .cell = *cell,
                .relation = found.second,
                .value = std::string(right),
                .value_at = calc::place_of(right, text)};
}

std::string_view sign_of(Relation relation) {
    switch (relation) {
        case Relation::below:
            return "<";
        case Relation::at_most:
            return "\u2264";
        case Relation::equal:
            return "=";
        case Relation::at_least:
            return "\u2265";
        case Relation::above:
            break;
    }
    return ">";
}

Reading<ScenarioSolution> scenario_solution(const Facts& facts, const Scenario& scenario,
                                            const SolveRequest& request) {
    return Solver(facts, scenario, request).solution();
}

}  // namespace burden::inputs
