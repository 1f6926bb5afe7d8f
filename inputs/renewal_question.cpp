#include "burden/inputs/renewal_question.hpp"

#include <algorithm>
#include <array>

#include "burden/calc/nearest.hpp"
#include "burden/calc/quoted.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Fault;
using calc::Parsed;
using calc::RuleParameter;
using calc::RuleText;

namespace {

using Kind = AskedRenewal::Kind;

/// A rule, and the names of the parameters that it takes.
struct KnownRule {
    std::string_view name;
    Kind kind;
    std::vector<std::string> parameters;
};

const std::vector<KnownRule>& known_rules() {
    static const std::vector<KnownRule> rules = {{"lapse", Kind::lapse, {"mixed"}},
                                                 {"bridge", Kind::bridge, {"years", "base"}},
                                                 {"flat", Kind::flat, {"base"}},
                                                 {"cpi", Kind::cpi, {"cap", "floor", "lag", "base"}},
                                                 {"budget", Kind::budget, {"cap", "floor", "lag", "base"}},
                                                 {"step", Kind::step, {"cap", "floor", "lag", "base"}},
                                                 {"cost-plus", Kind::cost_plus, {"base", "credit"}},
                                                 {"share", Kind::cost_share, {"base"}},
                                                 {"per-head", Kind::per_head, {}},
                                                 {"amounts", Kind::amounts, {}}};
    return rules;
}

constexpr std::array<std::pair<std::string_view, RenewalBase>, 2> renewal_bases = {
    {{"average", RenewalBase::average}, {"last", RenewalBase::last}}};
constexpr std::array<std::pair<std::string_view, CostBase>, 3> cost_bases = {
    {{"guest", CostBase::guest},
     {"guest+host", CostBase::guest_and_host},
     {"no-military-pay", CostBase::no_military_pay}}};

Fault shifted(Fault fault, std::size_t by) {
    fault.at += by;
    return fault;
}

Fault wrong(std::string message, std::size_t at, std::string_view text,
            std::vector<std::string> allowed = {}) {
    return {.message = std::move(message),
            .at = at,
            .length = std::max<std::size_t>(1, text.size()),
            .allowed = std::move(allowed)};
}

template <typename Value, std::size_t Size>
Parsed<Value> word_of(std::string_view text, const std::string& what, std::size_t at,
                      const std::array<std::pair<std::string_view, Value>, Size>& known) {
    std::vector<std::string> names;
    for (const auto& [name, value] : known) {
        if (name == text) {
            return value;
        }
        names.emplace_back(name);
    }
    return calc::unknown_name(what, text, names, at);
}

/// A share above `least` and at most `most`.
Parsed<Decimal> bounded_share(const RuleParameter& parameter, const std::string& what, const Decimal& least,
                              const Decimal& most) {
    const auto share = calc::read_share(parameter.value);
    if (!share) {
        return shifted(share.fault(), parameter.value_at);
    }
    if (*share < least || most < *share) {
        return wrong(what + " is between " + (least * 100).to_significant(6) + " % and " +
                         (most * 100).to_significant(6) + " %",
                     parameter.value_at, parameter.value);
    }
    return *share;
}

Parsed<int> bounded_whole(const RuleParameter& parameter, const std::string& what, int most) {
    const auto number = Decimal::read(parameter.value);
    if (!number) {
        return shifted(number.fault(), parameter.value_at);
    }
    for (int whole = 0; whole <= most; ++whole) {
        if (*number == Decimal(whole)) {
            return whole;
        }
    }
    return wrong(what + " is a whole number, 0 to " + std::to_string(most), parameter.value_at,
                 parameter.value);
}

Parsed<calc::Amount> yearly_amount(const RuleParameter& parameter) {
    const auto amount = calc::read_amount(parameter.value);
    if (!amount) {
        return shifted(amount.fault(), parameter.value_at);
    }
    if (amount->period == calc::StatedPeriod::in_total) {
        return wrong("a rule takes the amount of a year, not a total", parameter.value_at, parameter.value);
    }
    if (amount->value < Decimal(0)) {
        return wrong("the amount is not below zero", parameter.value_at, parameter.value);
    }
    return amount;
}

/// The K of "x4"; none where the name is no such rule.
std::optional<Decimal> multiple_of(const std::string& name) {
    if (name.size() < 2 || (name[0] != 'x' && name[0] != 'X')) {
        return std::nullopt;
    }
    const auto number = Decimal::read(std::string_view(name).substr(1));
    return number && *number >= Decimal(0) && *number <= Decimal(1000) ? std::optional(*number)
                                                                       : std::nullopt;
}

class RenewalReader {
public:
    explicit RenewalReader(const RuleText& rule) : rule_(rule) { asked_.text = rule.text; }

    Parsed<AskedRenewal> read() {
        if (const auto times = multiple_of(rule_.name)) {
            asked_.kind = Kind::multiple;
            asked_.number = *times;
            allowed_ = {"base"};
        } else if (const auto fault = find_rule()) {
            return *fault;
        }
        for (std::size_t at = 0; at < rule_.parameters.size(); ++at) {
            const RuleParameter& parameter = rule_.parameters[at];
            if (asked_.kind == Kind::bridge && parameter.key.empty()) {
                if (const auto fault = read_rule_after_bridge(at)) {
                    return *fault;
                }
                break;
            }
            if (const auto fault = parameter.key.empty() ? read_bare(parameter) : read_named(parameter)) {
                return *fault;
            }
        }
        if (const auto fault = missing()) {
            return *fault;
        }
        return std::move(asked_);
    }

private:
    std::optional<Fault> find_rule() {
        for (const KnownRule& known : known_rules()) {
            if (known.name == rule_.name) {
                asked_.kind = known.kind;
                allowed_ = known.parameters;
                return std::nullopt;
            }
        }
        return calc::unknown_name("renewal", rule_.name, renewal_names(), rule_.at);
    }

    Fault unknown_parameter(const RuleParameter& parameter) const {
        const std::string name = parameter.key.empty() ? parameter.value : parameter.key;
        Fault fault = calc::unknown_name("parameter", name, allowed_, parameter.at);
        fault.message += " of '" + rule_.name + "'";
        return fault;
    }

    std::optional<Fault> read_rule_after_bridge(std::size_t first) {
        const RuleParameter& name = rule_.parameters[first];
        RuleText nested{.text = name.value,
                        .name = name.value,
                        .at = name.at,
                        .parameters = {rule_.parameters.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                                       rule_.parameters.end()}};
        // The words after the name are those of the whole rule from there on.
        if (name.at >= rule_.at && name.at - rule_.at < rule_.text.size()) {
            nested.text = rule_.text.substr(name.at - rule_.at);
        }
        auto then = RenewalReader(nested).read();
        if (!then) {
            return then.fault();
        }
        if (then->kind == Kind::bridge) {
            return wrong("a bridge leads to another rule, not to a bridge", name.at, name.value);
        }
        asked_.then = {*then};
        return std::nullopt;
    }

    std::optional<Fault> read_bare(const RuleParameter& parameter) {
        if (bare_ || (asked_.kind != Kind::step && asked_.kind != Kind::cost_plus &&
                      asked_.kind != Kind::cost_share && asked_.kind != Kind::per_head)) {
            return unknown_parameter(parameter);
        }
        bare_ = true;
        if (asked_.kind == Kind::per_head) {
            const auto amount = yearly_amount(parameter);
            if (!amount) {
                return amount.fault();
            }
            asked_.amount = *amount;
            return std::nullopt;
        }
        RuleParameter share = parameter;
        if (asked_.kind == Kind::step) {
            if (const auto fault = read_follow(share)) {
                return fault;
            }
        }
        const bool part = asked_.kind == Kind::cost_share;
        const auto number = bounded_share(share, part ? "a share of cost" : "the rise",
                                          asked_.kind == Kind::step ? Decimal("-0.9") : Decimal(0),
                                          part ? Decimal(1) : Decimal(10));
        if (!number) {
            return number.fault();
        }
        asked_.number = *number;
        return std::nullopt;
    }

    /// The rule after the plus of "8.3%+cpi", which is cut from the parameter.
    std::optional<Fault> read_follow(RuleParameter& parameter) {
        const std::size_t plus = parameter.value.find('+', 1);
        if (plus == std::string::npos) {
            return std::nullopt;
        }
        static constexpr std::array<std::pair<std::string_view, Kind>, 3> follows = {
            {{"cpi", Kind::cpi}, {"budget", Kind::budget}, {"flat", Kind::flat}}};
        const auto follow = word_of(std::string_view(parameter.value).substr(plus + 1), "rule after a step",
                                    parameter.value_at + plus + 1, follows);
        if (!follow) {
            return follow.fault();
        }
        asked_.follow = *follow;
        asked_.follow_named = true;
        parameter.value.resize(plus);
        return std::nullopt;
    }

    std::optional<Fault> read_named(const RuleParameter& parameter) {
        if (asked_.kind == Kind::amounts) {
            return read_amount_of_year(parameter);
        }
        if (std::find(allowed_.begin(), allowed_.end(), parameter.key) == allowed_.end()) {
            return unknown_parameter(parameter);
        }
        if (parameter.key == "base") {
            return read_base(parameter);
        }
        if (parameter.key == "credit") {
            const auto amount = yearly_amount(parameter);
            asked_.amount = amount ? std::optional(*amount) : std::nullopt;
            return amount ? std::nullopt : std::optional(amount.fault());
        }
        if (parameter.key == "lag" || parameter.key == "years") {
            const bool lag = parameter.key == "lag";
            const auto number = bounded_whole(parameter, lag ? "a lag in years" : "a bridge in years", 10);
            if (number && !lag && *number == 0) {
                return wrong("a bridge of no year changes nothing", parameter.value_at, parameter.value);
            }
            if (number) {
                (lag ? asked_.index.lag : asked_.years) = *number;
            }
            return number ? std::nullopt : std::optional(number.fault());
        }
        const bool part = parameter.key == "mixed";
        const auto share = bounded_share(parameter, "'" + parameter.key + "'",
                                         part ? Decimal(0) : Decimal(-1), part ? Decimal(1) : Decimal(10));
        if (!share) {
            return share.fault();
        }
        (part ? asked_.mixed : parameter.key == "cap" ? asked_.index.cap : asked_.index.floor) = *share;
        const AskedIndex& index = asked_.index;
        if (index.cap && index.floor && *index.cap < *index.floor) {
            return wrong("the cap is below the floor", parameter.value_at, parameter.value);
        }
        return std::nullopt;
    }

    std::optional<Fault> read_base(const RuleParameter& parameter) {
        if (asked_.kind == Kind::cost_plus || asked_.kind == Kind::cost_share) {
            const auto cost = word_of(parameter.value, "base", parameter.value_at, cost_bases);
            asked_.cost = cost ? std::optional(*cost) : std::nullopt;
            return cost ? std::nullopt : std::optional(cost.fault());
        }
        const auto base = word_of(parameter.value, "base", parameter.value_at, renewal_bases);
        asked_.base = base ? std::optional(*base) : std::nullopt;
        return base ? std::nullopt : std::optional(base.fault());
    }

    std::optional<Fault> read_amount_of_year(const RuleParameter& parameter) {
        const auto year = calc::read_year(parameter.key);
        if (!year) {
            return shifted(year.fault(), parameter.at);
        }
        const auto amount = yearly_amount(parameter);
        if (!amount) {
            return amount.fault();
        }
        if (!asked_.amounts.empty() && year->year != asked_.amounts.back().first.year + 1) {
            return wrong("the years of stated amounts follow one another, " + parameter.key + " does not",
                         parameter.at, parameter.key);
        }
        asked_.amounts.emplace_back(*year, *amount);
        return std::nullopt;
    }

    /// What a rule cannot do without.
    std::optional<Fault> missing() const {
        const auto needs = [&](std::string message, std::vector<std::string> allowed) {
            return wrong(std::move(message), rule_.at, rule_.text, std::move(allowed));
        };
        switch (asked_.kind) {
            case Kind::step:
                if (asked_.follow == Kind::flat &&
                    (asked_.index.cap || asked_.index.floor || asked_.index.lag != 0)) {
                    return needs("no index follows this step: a cap, a floor or a lag changes nothing", {});
                }
                return bare_ ? std::nullopt : std::optional(needs("a step says how far", {"step:8.3%"}));
            case Kind::cost_plus:
                if (bare_ && asked_.cost) {
                    return std::nullopt;
                }
                return needs(bare_ ? "cost plus says what is counted as cost" : "cost plus says its margin",
                             {"cost-plus:50%:base=guest", "cost-plus:50%:base=guest+host",
                              "cost-plus:50%:base=no-military-pay"});
            case Kind::cost_share:
                if (bare_ && asked_.cost) {
                    return std::nullopt;
                }
                return needs(bare_ ? "a share of cost says what is counted as cost" : "the share is missing",
                             {"share:75%:base=guest+host", "share:75%:base=guest"});
            case Kind::per_head:
                return bare_ ? std::nullopt
                             : std::optional(needs("an amount per head is missing", {"per-head:4 mn JPY"}));
            case Kind::amounts:
                return asked_.amounts.empty()
                           ? std::optional(needs("amounts by year are missing", {"amounts:FY2027=220bn JPY"}))
                           : std::nullopt;
            default:
                return std::nullopt;
        }
    }

    const RuleText& rule_;
    AskedRenewal asked_;
    std::vector<std::string> allowed_;
    bool bare_ = false;
};

}  // namespace

std::vector<std::string> renewal_names() {
    std::vector<std::string> names;
    for (const KnownRule& known : known_rules()) {
        names.emplace_back(known.name);
    }
    names.emplace_back("x4");
    return names;
}

Parsed<std::vector<AskedRenewal>> read_renewals(std::string_view text) {
    const auto rules = calc::read_rules(text);
    if (!rules) {
        return rules.fault();
    }
    std::vector<AskedRenewal> renewals;
    for (const RuleText& rule : *rules) {
        auto asked = RenewalReader(rule).read();
        if (!asked) {
            return asked.fault();
        }
        const bool twice = std::any_of(renewals.begin(), renewals.end(),
                                       [&](const AskedRenewal& other) { return other.text == rule.text; });
        if (twice) {
            return wrong(calc::quoted(rule.text) + " is given twice", rule.at, rule.text);
        }
        renewals.push_back(*asked);
    }
    return renewals;
}

Parsed<RenewalBase> read_renewal_base(std::string_view text) {
    return word_of(text, "base", 0, renewal_bases);
}

std::string_view to_text(CostBase base) {
    for (const auto& [name, known] : cost_bases) {
        if (known == base) {
            return name;
        }
    }
    return "";
}

}  // namespace burden::inputs
