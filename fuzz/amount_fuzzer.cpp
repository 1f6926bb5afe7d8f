#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "burden/calc/parse.hpp"

namespace {

using namespace burden::calc;

/// Aborts when a reader's answer is one that nobody could use.
void check(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// A fault says something, and points into the text or at its end.
template <typename T>
void check_fault(const Parsed<T>& parsed, std::string_view text) {
    if (!parsed) {
        const Fault& fault = parsed.fault();
        check(!fault.message.empty() && fault.length > 0 && fault.at <= text.size());
        check(fault.at == text.size() || fault.at + fault.length <= text.size());
    }
}

void check_size(const Parsed<Decimal>& parsed, std::string_view text) {
    check_fault(parsed, text);
    check(!parsed || (*parsed <= Decimal("1e30") && *parsed >= Decimal("-1e30")));
}

void check_amount(std::string_view text) {
    const auto amount = read_amount(text);
    check_fault(amount, text);
    if (amount) {
        check(amount->value <= Decimal("1e30") && amount->value >= Decimal("-1e30"));
        check(!amount->years || (amount->period == StatedPeriod::in_total && *amount->years >= 1));
    }
}

void check_rules(std::string_view text) {
    const auto rules = read_rules(text);
    check_fault(rules, text);
    if (!rules) {
        return;
    }
    check(!rules->empty());
    for (const RuleText& rule : *rules) {
        check(!rule.name.empty() && text.substr(rule.at, rule.text.size()) == rule.text);
        for (const RuleParameter& parameter : rule.parameters) {
            check(text.substr(parameter.value_at, parameter.value.size()) == parameter.value);
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_amount(text);
    check_size(read_share(text), text);
    check_size(read_points(text), text);
    check_fault(read_year(text), text);
    check_fault(read_years(text), text);
    check_fault(read_date(text), text);
    check_fault(read_shares_by_year(text), text);
    check_rules(text);
    return 0;
}
