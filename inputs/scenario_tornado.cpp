#include "burden/inputs/scenario_tornado.hpp"

#include <algorithm>
#include <set>

#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/scenario_value.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Fault;

namespace {

bool allows_extreme(const Scenario& scenario) {
    return std::any_of(scenario.files.begin(), scenario.files.end(),
                       [](const ScenarioFile& file) { return file.allow_extreme; });
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
        for (SwingRange& own : usual_ranges()) {
            const bool given = std::any_of(ranges.begin(), ranges.end(),
                                           [&](const SwingRange& range) { return range.key == own.key; });
            if (!given) {
                all.push_back(std::move(own));
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
        Swing swing{.range = range, .words = range.words(allows_extreme(scenario_)), .low = {}, .high = {}};
        for (const auto& [value, cell] :
             {std::pair(&range.low, &swing.low), std::pair(&range.high, &swing.high)}) {
            const auto result = run(range.key, *value);
            if (!result) {
                if (!range.option.empty()) {
                    std::vector<Diagnostic> refusals = result.diagnostics();
                    for (Diagnostic& refusal : refusals) {
                        refusal.file = refusal.file == "--set" ? "--range" : refusal.file;
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

calc::Parsed<SwingRange> SwingRange::read(std::string_view text) {
    const std::size_t sign = text.find('=');
    const auto wrong = [&](std::string message) {
        return Fault{.message = std::move(message),
                     .at = 0,
                     .length = std::max<std::size_t>(1, text.size()),
                     .allowed = {"KEY=LOW:HIGH", "KEY=LOW|HIGH"}};
    };
    if (sign == std::string_view::npos) {
        return wrong("no '=' parts the key from its range");
    }
    const auto key = read_key_name(text.substr(0, sign));
    if (!key) {
        return key.fault();
    }
    const std::string_view values = text.substr(sign + 1);
    const bool bar = values.find('|') != std::string_view::npos;
    const auto ends = calc::pieces(values, bar ? '|' : ':');
    if (ends.size() != 2 || ends[0].empty() || ends[1].empty()) {
        return wrong("a range has two ends");
    }
    if (ends[0] == ends[1]) {
        return wrong("both ends of the range are " + calc::quoted(ends[0]));
    }
    return SwingRange{*key, std::string(ends[0]), std::string(ends[1]), std::string(text)};
}

std::string SwingRange::words(bool allow_extreme) const {
    const auto one = [&](const std::string& text) {
        const auto value = read_setting_value(*key.key, text, allow_extreme);
        const auto number = value ? number_of(*value) : std::nullopt;
        return number ? setting_words(*key.key, *number) : text;
    };
    return one(low) + " to " + one(high);
}

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
