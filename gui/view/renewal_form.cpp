#include "burden/gui/view/renewal_form.hpp"

#include <algorithm>
#include <utility>

#include "burden/calc/plain_text.hpp"
#include "burden/inputs/renewal_question.hpp"

namespace burden::gui {
namespace {

/// A rule with its parts, those that it must have with a value.
struct KnownForm {
    RenewalRule rule;
    std::vector<RenewalPart> parts;
};

RenewalPart index_part(const char* name, const char* label, const char* example) {
    return {.name = name, .label = label, .value = "", .example = example};
}

const RenewalPart from{.name = "base",
                       .label = "Starts from",
                       .value = "",
                       .example = "average",
                       .choices = {"average", "last"}};
const RenewalPart cost{.name = "base",
                       .label = "Counted as cost",
                       .value = "guest",
                       .example = "guest",
                       .required = true,
                       .choices = {"guest", "guest+host", "no-military-pay"}};

const std::vector<KnownForm>& forms() {
    static const RenewalPart cap = index_part("cap", "Most a year", "5%");
    static const RenewalPart floor = index_part("floor", "Least a year", "0%");
    static const RenewalPart lag = index_part("lag", "Years behind", "1");
    static const std::vector<KnownForm> known = {
        {{"lapse", "lapse: nothing follows"},
         {{.name = "mixed", .label = "Part of mixed items that goes on", .value = "", .example = "18%"}}},
        {{"bridge", "bridge: as before for a time"},
         {{.name = "years", .label = "Years", .value = "1", .example = "1", .required = true}, from}},
        {{"flat", "flat: the same each year"}, {from}},
        {{"cpi", "cpi: follows consumer prices"}, {cap, floor, lag, from}},
        {{"budget", "budget: follows the defence budget"}, {cap, floor, lag, from}},
        {{"step", "step: a rise, then an index"},
         {{.label = "Rise", .value = "8.3%", .example = "8.3%, 8.3%+flat", .required = true},
          cap,
          floor,
          lag,
          from}},
        {{"x", "multiple: so many times as much"},
         {{.label = "Times", .value = "2", .example = "4", .required = true}, from}},
        {{"cost-plus", "cost-plus: the cost and a margin"},
         {{.label = "Margin", .value = "50%", .example = "50%", .required = true},
          cost,
          {.name = "credit", .label = "Credited", .value = "", .example = "1 bn USD"}}},
        {{"share", "share: a part of the cost"},
         {{.label = "Part", .value = "75%", .example = "75%", .required = true}, cost}},
        {{"per-head", "per-head: an amount a member"},
         {{.label = "Amount", .value = "30000 USD", .example = "30000 USD", .required = true}}},
        {{"amounts", "amounts: by year"},
         {{.label = "Amounts",
           .value = "FY2027=220 bn JPY",
           .example = "FY2027=220 bn JPY,FY2028=230 bn JPY",
           .required = true}}}};
    return known;
}

/// Whether a text goes on with a name and an equals sign: "cap=5%".
bool is_named(std::string_view text) {
    const std::size_t equals = text.find('=');
    return equals != std::string_view::npos &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(equals),
                       [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; });
}

}  // namespace

std::string RenewalForm::text() const {
    std::string text = rule;
    for (const RenewalPart& part : parts) {
        if (part.value.empty()) {
            continue;
        }
        if (part.name.empty() && rule == "x") {
            text += part.value;
        } else {
            text += ":" + (part.name.empty() ? "" : part.name + "=") + part.value;
        }
    }
    return text;
}

RenewalForm RenewalForm::of_rule(std::string_view rule) {
    for (const KnownForm& known : forms()) {
        if (known.rule.rule == rule) {
            return {.rule = known.rule.rule, .parts = known.parts};
        }
    }
    return {.rule = std::string(rule), .parts = {}};
}

calc::Parsed<RenewalForm> RenewalForm::read(std::string_view text) {
    const auto rules = inputs::read_renewals(text);
    if (!rules) {
        return rules.fault();
    }
    if (rules->size() != 1) {
        return calc::Fault{.message = "one rule is wanted, not " + std::to_string(rules->size()),
                           .at = 0,
                           .length = std::max<std::size_t>(1, text.size())};
    }
    const std::string& typed = rules->front().text;
    const std::size_t colon = typed.find(':');
    std::string name = typed.substr(0, colon);
    std::string rest = colon == std::string::npos ? "" : typed.substr(colon + 1);
    if (rules->front().kind == inputs::AskedRenewal::Kind::multiple) {
        rest = name.substr(1) + (rest.empty() ? "" : ":" + rest);
        name = "x";
    }
    RenewalForm form = of_rule(name);
    for (RenewalPart& part : form.parts) {
        part.value.clear();
    }
    std::string left;
    for (const std::string_view piece : calc::pieces(rest, ':')) {
        if (piece.empty()) {
            continue;
        }
        const bool named = is_named(piece);
        const std::string part_name = named ? std::string(piece.substr(0, piece.find('='))) : "";
        const auto part = std::find_if(form.parts.begin(), form.parts.end(), [&](const RenewalPart& one) {
            return one.name == part_name && one.value.empty();
        });
        // After a rule that a bridge leads to, parts are that rule's.
        if (part == form.parts.end() || !left.empty()) {
            left += (left.empty() ? "" : ":") + std::string(piece);
        } else {
            part->value = named ? std::string(piece.substr(piece.find('=') + 1)) : std::string(piece);
        }
    }
    if (!left.empty()) {
        form.parts.push_back({.label = "Then", .value = left, .example = "cpi:cap=5%"});
    }
    return form;
}

std::vector<RenewalRule> renewal_rules() {
    std::vector<RenewalRule> rules;
    for (const KnownForm& known : forms()) {
        rules.push_back(known.rule);
    }
    return rules;
}

}  // namespace burden::gui
