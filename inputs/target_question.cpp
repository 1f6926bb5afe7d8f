#include "burden/inputs/target_question.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "burden/calc/nearest.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Fault;
using calc::Parsed;
using calc::RuleParameter;
using calc::RuleText;

namespace {

struct NamedShape {
    std::string_view name;
    calc::PathShape<Decimal> shape;
    std::string_view words;
};

const std::vector<NamedShape>& named_shapes() {
    static const std::vector<NamedShape> shapes = {
        {"linear", calc::Linear{}, "linear in the share"},
        {"geometric", calc::Geometric{}, "equal growth of the share"},
        {"front", calc::FrontLoaded{}, "front-loaded (most of the way early)"},
        {"back", calc::BackLoaded{}, "back-loaded (most of the way late)"},
        {"s-curve", calc::SCurve{}, "s-curve (slow at both ends)"},
        {"step", calc::Step{}, "all in the year due"},
        {"growth", calc::ConstantGrowth{}, "equal growth of spending"},
        {"table", calc::WayPoints<Decimal>{}, "through stated years, linear between"}};
    return shapes;
}

std::string without_suffix(const std::string& name) {
    static const std::vector<std::pair<std::string_view, std::string_view>> long_names = {
        {"front-loaded", "front"}, {"back-loaded", "back"}, {"constant-growth", "growth"}};
    for (const auto& [long_name, name_of] : long_names) {
        if (name == long_name) {
            return std::string(name_of);
        }
    }
    return name;
}

Fault shifted(Fault fault, std::size_t by) {
    fault.at += by;
    return fault;
}

Parsed<std::pair<calc::Year, Decimal>> way_point(const RuleParameter& parameter) {
    const auto year = calc::read_year(parameter.key);
    if (!year) {
        return shifted(year.fault(), parameter.at);
    }
    const auto share = read_target_share(parameter.value, true);
    if (!share) {
        return shifted(share.fault(), parameter.value_at);
    }
    return std::pair{year->year, share->share};
}

Parsed<AskedShape> shape_of(const RuleText& rule) {
    const std::string name = without_suffix(rule.name);
    std::vector<std::string> names;
    const NamedShape* found = nullptr;
    for (const NamedShape& known : named_shapes()) {
        names.emplace_back(known.name);
        if (known.name == name) {
            found = &known;
        }
    }
    if (found == nullptr) {
        return calc::unknown_name("path shape", rule.name, names, rule.at);
    }
    AskedShape asked{.text = rule.text, .shape = found->shape};
    auto* way = std::get_if<calc::WayPoints<Decimal>>(&asked.shape);
    for (const RuleParameter& parameter : rule.parameters) {
        if (parameter.key == "limit") {
            const auto limit = calc::read_share(parameter.value);
            if (!limit) {
                return shifted(limit.fault(), parameter.value_at);
            }
            if (*limit <= Decimal(0)) {
                return Fault{.message = "a limit on growth is above 0 %",
                             .at = parameter.value_at,
                             .length = parameter.value.size()};
            }
            asked.most_growth = *limit;
        } else if (way != nullptr && !parameter.key.empty()) {
            const auto point = way_point(parameter);
            if (!point) {
                return point.fault();
            }
            if (!way->points.empty() && point->first <= way->points.back().first) {
                return Fault{.message = "the years of a table are in order, " + parameter.key + " is not",
                             .at = parameter.at,
                             .length = parameter.key.size()};
            }
            way->points.push_back(*point);
        } else {
            const std::vector<std::string> allowed = way != nullptr
                                                         ? std::vector<std::string>{"YEAR=SHARE", "limit"}
                                                         : std::vector<std::string>{"limit"};
            Fault fault = calc::unknown_name(
                "parameter", parameter.key.empty() ? parameter.value : parameter.key, allowed, parameter.at);
            fault.message += " of '" + rule.name + "'";
            return fault;
        }
    }
    if (way != nullptr && way->points.empty()) {
        return Fault{.message = "a table needs its years",
                     .at = rule.at,
                     .length = rule.text.size(),
                     .allowed = {"table:FY2028=2.2%,FY2035=5%"}};
    }
    return asked;
}

Parsed<RuleText> single_rule(std::string_view text, const std::string& what) {
    const auto rules = calc::read_rules(text);
    if (!rules) {
        return rules.fault();
    }
    if (rules->size() != 1) {
        return Fault{.message = "one " + what + " is taken, not " + std::to_string(rules->size()),
                     .at = 0,
                     .length = std::max<std::size_t>(1, text.size())};
    }
    return rules->front();
}

/// The rules of holding, by name.
template <typename Rule>
std::optional<Rule> holding_rule(const std::string& name) {
    if (name == "hold-share") {
        return Rule(models::HoldShare{});
    }
    if (name == "hold-real") {
        return Rule(models::HoldReal{});
    }
    if (name == "hold-nominal") {
        return Rule(models::HoldNominal{});
    }
    return std::nullopt;
}

}  // namespace

Parsed<AskedShare> read_target_share(std::string_view text, bool extreme) {
    const auto share = calc::read_share(text);
    if (!share) {
        return share.fault();
    }
    const std::size_t length = std::max<std::size_t>(1, text.size());
    if (*share < Decimal(0)) {
        return Fault{.message = "a share of GDP is not below 0 %", .at = 0, .length = length};
    }
    if (*share > Decimal(1)) {
        return Fault{.message = percent_words(*share) + " is more than the whole of GDP",
                     .at = 0,
                     .length = length,
                     .allowed = {"0 % to 100 %"}};
    }
    if (*share > extreme_share && !extreme) {
        return Fault{.message = percent_words(*share) +
                                " of GDP is more than any country spends in peace; did you mean " +
                                percent_words(*share / 10) + "?",
                     .at = 0,
                     .length = length,
                     .allowed = {"0 % to 25 %; more with --allow-extreme"}};
    }
    return AskedShare{std::string(text), *share};
}

Parsed<calc::Amount> read_yearly_amount(std::string_view text) {
    const auto amount = calc::read_amount(text);
    if (!amount) {
        return amount.fault();
    }
    const std::size_t length = std::max<std::size_t>(1, text.size());
    if (amount->value <= Decimal(0)) {
        return Fault{.message = "the amount of a year is above zero", .at = 0, .length = length};
    }
    if (amount->period == calc::StatedPeriod::in_total) {
        return Fault{.message = "a total over a term is not the amount of a year",
                     .at = 0,
                     .length = length,
                     .allowed = {"the amount of the base year"}};
    }
    return amount;
}

Parsed<calc::ByYear> read_rises(std::string_view text) {
    const auto rates = calc::read_shares_by_year(text);
    if (!rates) {
        return rates.fault();
    }
    const auto possible = [](const Decimal& rate) { return Decimal("-0.9") < rate && rate <= Decimal(10); };
    const bool all = (!rates->always || possible(*rates->always)) &&
                     std::all_of(rates->years.begin(), rates->years.end(),
                                 [&](const auto& year) { return possible(year.second); });
    if (!all) {
        return Fault{.message = "a rise in a year is between -90 % and 1,000 %",
                     .at = 0,
                     .length = std::max<std::size_t>(1, text.size())};
    }
    return rates;
}

Parsed<std::vector<AskedShape>> read_path_shapes(std::string_view text) {
    const auto rules = calc::read_rules(text);
    if (!rules) {
        return rules.fault();
    }
    std::vector<AskedShape> shapes;
    for (const RuleText& rule : *rules) {
        const auto shape = shape_of(rule);
        if (!shape) {
            return shape.fault();
        }
        shapes.push_back(*shape);
    }
    return shapes;
}

std::string words(const AskedShape& asked) {
    const auto& shapes = named_shapes();
    const auto found = std::find_if(shapes.begin(), shapes.end(), [&](const NamedShape& known) {
        return known.shape.index() == asked.shape.index();
    });
    std::string result(found->words);
    if (asked.most_growth) {
        result += ", growth of spending at most " + percent_words(*asked.most_growth) + " a year";
    }
    return result;
}

Parsed<AskedBaseline> read_baseline(std::string_view text) {
    const auto rule = single_rule(text, "baseline");
    if (!rule) {
        return rule.fault();
    }
    AskedBaseline asked{.text = std::string(text)};
    if (const auto held = holding_rule<decltype(asked.rule)>(rule->name); held && rule->parameters.empty()) {
        asked.rule = *held;
        return asked;
    }
    const bool one_bare = rule->parameters.size() == 1 && rule->parameters.front().key.empty();
    if (rule->name == "share" && one_bare) {
        const auto share = read_target_share(rule->parameters.front().value, true);
        if (!share) {
            return shifted(share.fault(), rule->parameters.front().value_at);
        }
        asked.rule = models::StatedShare<Decimal>{share->share};
        return asked;
    }
    if (rule->name == "plan" && (rule->parameters.empty() || one_bare)) {
        asked.rule = PlanByKey{rule->parameters.empty() ? "" : rule->parameters.front().value};
        return asked;
    }
    return calc::unknown_name("baseline", text,
                              {"hold-share", "hold-real", "hold-nominal", "share:2%", "plan", "plan:KEY"});
}

Parsed<AskedAfterRule> read_after_rule(std::string_view text) {
    const std::string name(text);
    if (const auto rule = holding_rule<models::AfterRule>(name)) {
        return AskedAfterRule{name, *rule};
    }
    return calc::unknown_name("rule for the years after", name, {"hold-share", "hold-real", "hold-nominal"});
}

Parsed<std::optional<calc::YearText>> read_prices(std::string_view text) {
    constexpr std::string_view constant = "constant:";
    if (text == "current") {
        return std::optional<calc::YearText>();
    }
    if (text.starts_with(constant)) {
        const auto year = calc::read_year(text.substr(constant.size()));
        if (!year) {
            return shifted(year.fault(), constant.size());
        }
        return std::optional(*year);
    }
    return calc::unknown_name("prices", text, {"current", "constant:YEAR"});
}

Parsed<std::optional<calc::YearText>> read_denominator(std::string_view text) {
    if (text == "same-year") {
        return std::optional<calc::YearText>();
    }
    const auto year = calc::read_year(text);
    if (!year) {
        return calc::unknown_name("denominator", text, {"same-year", "a year, such as FY2022"});
    }
    return std::optional(*year);
}

}  // namespace burden::inputs
