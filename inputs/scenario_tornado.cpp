#include "burden/inputs/scenario_tornado.hpp"

#include <algorithm>
#include <set>

#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/scenario_value.hpp"

namespace burden::inputs {

using calc::Decimal;

namespace {

bool allows_extreme(const Scenario& scenario) {
    return std::any_of(scenario.files.begin(), scenario.files.end(),
                       [](const ScenarioFile& file) { return file.allow_extreme; });
}

/// "−0.5 pp to +0.5 pp", "×0.9 to ×1.1".
std::string words_on(const SwingRange& range, bool allow_extreme) {
    const auto one = [&](const std::string& text) {
        const auto value = read_setting_value(*range.key.key, text, allow_extreme);
        const auto number = value ? number_of(*value) : std::nullopt;
        return number ? setting_words(*range.key.key, *number) : text;
    };
    return one(range.low) + " to " + one(range.high);
}

/// Runs the ends of ranges.
class Swinger {
public:
    Swinger(const Facts& facts, const Scenario& scenario) : facts_(facts), scenario_(scenario) {}

    Reading<Tornado> tornado(const ScenarioCell& cell, const std::vector<SwingRange>& ranges) {
        result_.asked = cell;
        result_.scenario = std::make_shared<Scenario>(scenario_);
        const auto plan = plan_of(facts_, *result_.scenario);
        if (!plan) {
            return plan.diagnostics();
        }
        result_.plan = std::make_shared<ScenarioPlan>(*plan);
        const auto place = placed(cell, *plan, "--metric");
        if (!place) {
            return place.diagnostics();
        }
        result_.cell = *place;
        const auto base = value_in(*plan, *place);
        if (!base) {
            return Diagnostic{.file = "--metric",
                              .message = calc::quoted(cell.text) + " is not known in this scenario"};
        }
        result_.base = *base;
        std::vector<SwingRange> all = ranges;
        for (const auto& others : {scenario_.ranges, usual_ranges()}) {
            for (const SwingRange& other : others) {
                const bool given = std::any_of(
                    all.begin(), all.end(), [&](const SwingRange& range) { return range.key == other.key; });
                if (!given) {
                    all.push_back(other);
                }
            }
        }
        for (const SwingRange& range : all) {
            if (auto refusals = add(range); !refusals.empty()) {
                return refusals;
            }
        }
        std::sort(result_.swings.begin(), result_.swings.end(), [&](const Swing& a, const Swing& b) {
            const Decimal wide = a.width(result_.base);
            const Decimal other = b.width(result_.base);
            return other < wide || (other == wide && a.range.key < b.range.key);
        });
        return std::move(result_);
    }

private:
    static std::optional<Decimal> value_in(const ScenarioPlan& plan, const PlacedCell& cell) {
        return VariedPlan<Decimal>(plan, {cell}, {}).values().front();
    }

    /// The ranges that keys have of themselves, for all countries and currencies of the plan.
    std::vector<SwingRange> usual_ranges() const {
        std::set<std::string> currencies;
        for (const auto& country : result_.plan->plan.countries) {
            currencies.insert(country.unit.currency.code());
        }
        if (const auto& shown = result_.plan->plan.shown.currency) {
            currencies.insert(shown->code());
        }
        currencies.erase("USD");
        std::vector<SwingRange> ranges;
        for (const ScenarioKey& key : scenario_keys()) {
            if (key.swing_low.empty()) {
                continue;
            }
            const auto add = [&](const std::string& subject) {
                ranges.push_back(
                    {KeyOfSubject{&key, subject}, std::string(key.swing_low), std::string(key.swing_high)});
            };
            if (key.subject == Subject::currency) {
                std::for_each(currencies.begin(), currencies.end(), add);
            } else {
                for (const auto& country : result_.plan->plan.countries) {
                    add(country.code);
                }
            }
        }
        return ranges;
    }

    /// The cell with one key set; what is wrong with that.
    Reading<std::optional<Decimal>> run(const KeyOfSubject& key, const std::string& value) const {
        const auto scenario = with_settings(scenario_, {to_text(key) + "=" + value});
        if (!scenario) {
            return scenario.diagnostics();
        }
        const auto plan = plan_of(facts_, *scenario);
        if (!plan) {
            return plan.diagnostics();
        }
        const auto place = placed(result_.asked, *plan, "--metric");
        if (!place) {
            return place.diagnostics();
        }
        return value_in(*plan, *place);
    }

    std::vector<Diagnostic> add(const SwingRange& range) {
        Swing swing{
            .range = range, .words = words_on(range, allows_extreme(scenario_)), .low = {}, .high = {}};
        for (const auto& [value, cell] :
             {std::pair(&range.low, &swing.low), std::pair(&range.high, &swing.high)}) {
            const auto result = run(range.key, *value);
            if (!result) {
                if (!range.is_usual()) {
                    std::vector<Diagnostic> refusals = result.diagnostics();
                    for (Diagnostic& refusal : refusals) {
                        if (refusal.file == "--set") {
                            refusal.file = range.place.file;
                            refusal.line = range.place.line;
                            refusal.column = range.place.line == 0 ? refusal.column : range.place.column;
                            refusal.length = range.place.line == 0 ? refusal.length : range.place.length;
                            refusal.excerpt = range.place.line == 0 ? refusal.excerpt : range.place.excerpt;
                        }
                    }
                    return refusals;
                }
                const std::string reason = to_text(range.key) + ": " + result.diagnostics().front().message;
                result_.left_out.push_back(reason);
                return {};
            }
            *cell = *result;
        }
        const bool moves = swing.low != result_.base || swing.high != result_.base;
        (moves ? result_.swings : result_.idle).push_back(std::move(swing));
        return {};
    }

    const Facts& facts_;
    const Scenario& scenario_;
    Tornado result_;
};

}  // namespace

Decimal Swing::width(const Decimal& base) const {
    Decimal least = base;
    Decimal most = base;
    for (const auto& end : {low, high}) {
        if (end) {
            least = *end < least ? *end : least;
            most = most < *end ? *end : most;
        }
    }
    return most - least;
}

Reading<Tornado> tornado(const Facts& facts, const Scenario& scenario, const ScenarioCell& cell,
                         const std::vector<SwingRange>& ranges) {
    return Swinger(facts, scenario).tornado(cell, ranges);
}

}  // namespace burden::inputs
