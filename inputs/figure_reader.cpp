#include "burden/inputs/figure_reader.hpp"

#include <algorithm>
#include <array>

#include "burden/calc/number_text.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/table_reader.hpp"

namespace burden::inputs {
namespace {

using calc::Decimal;

/// What the figures of a measure may be.
enum class Bounds { none, above_zero, not_below_zero, share_of_a_whole, growth };

Bounds bounds_of(std::string_view measure) {
    constexpr std::array<std::pair<std::string_view, Bounds>, 36> known = {
        {{"gdp", Bounds::above_zero},
         {"deflator", Bounds::above_zero},
         {"population", Bounds::above_zero},
         {"exchange-rate", Bounds::above_zero},
         {"budget-rate", Bounds::above_zero},
         {"spot-rate", Bounds::above_zero},
         {"ppp-rate", Bounds::above_zero},
         {"target-base-gdp", Bounds::above_zero},
         {"defence-spending", Bounds::not_below_zero},
         {"defence-part", Bounds::not_below_zero},
         {"defence-request", Bounds::not_below_zero},
         {"defence-plan", Bounds::not_below_zero},
         {"tax-yield", Bounds::not_below_zero},
         {"arms-purchases", Bounds::not_below_zero},
         {"troops", Bounds::not_below_zero},
         {amount_of_an_arrangement, Bounds::not_below_zero},
         {"host-support", Bounds::not_below_zero},
         {"host-support-part", Bounds::not_below_zero},
         {"support-per-member", Bounds::not_below_zero},
         {"support-demand", Bounds::not_below_zero},
         {"stationing-cost", Bounds::not_below_zero},
         {"presence-cost", Bounds::not_below_zero},
         {"pledge", Bounds::not_below_zero},
         {"patrol-days", Bounds::not_below_zero},
         {"patrol-entries", Bounds::not_below_zero},
         {"defence-share", Bounds::share_of_a_whole},
         {"defence-share-of-fixed-gdp", Bounds::share_of_a_whole},
         {"defence-target", Bounds::share_of_a_whole},
         {"defence-demand", Bounds::share_of_a_whole},
         {"stationing-share", Bounds::share_of_a_whole},
         {"government-expenditure-share", Bounds::share_of_a_whole},
         {"gdp-growth", Bounds::growth},
         {"real-growth", Bounds::growth},
         {"deflator-growth", Bounds::growth},
         {"inflation", Bounds::growth},
         {"defence-growth", Bounds::growth}}};
    const auto* const found = std::find_if(known.begin(), known.end(),
                                           [measure](const auto& name) { return name.first == measure; });
    return found == known.end() ? Bounds::none : found->second;
}

/// What is wrong with a number that the measure cannot be; empty when nothing is.
std::string out_of_bounds(const Decimal& value, std::string_view measure) {
    const Decimal zero(0);
    const Decimal hundred(100);
    switch (bounds_of(measure)) {
        case Bounds::none:
            return "";
        case Bounds::above_zero:
            return value <= zero ? "is not above zero" : "";
        case Bounds::not_below_zero:
            return value < zero ? "is below zero" : "";
        case Bounds::share_of_a_whole:
            return value < zero ? "is below zero" : value > hundred ? "is over 100 %" : "";
        case Bounds::growth:
            break;
    }
    // Compounded over a century, more than this would leave the range of a Decimal.
    const Decimal fastest(100'000);
    return value <= -hundred ? "leaves nothing" : value > fastest ? "is over 100,000 % in a year" : "";
}

/// The text of a figure as a plain number, or what is wrong with it.
calc::Parsed<calc::NumberText> scan_figure(std::string_view text) {
    const auto number = calc::scan_grouped_number(text);
    if (!number) {
        return number.fault();
    }
    if (number->length != text.size()) {
        return calc::Fault{.message = calc::quoted(text.substr(number->length)) + " is no part of a figure",
                           .at = number->length,
                           .length = text.size() - number->length};
    }
    if (number->plain.find_first_of("eE") != std::string::npos) {
        return calc::Fault{.message = "the figure " + calc::quoted(text) + " is not written out in digits",
                           .at = 0,
                           .length = text.size()};
    }
    return number;
}

}  // namespace

std::optional<Decimal> read_figure(const TomlNode& node, std::string_view what, const FigureKind& kind,
                                   FileProblems& problems) {
    using Kind = TomlNode::Kind;
    if (node.kind != Kind::text && node.kind != Kind::whole && node.kind != Kind::fraction) {
        refuse_kind(node, what, "a figure in quotes", problems);
        return std::nullopt;
    }
    const std::string text = text_of(node, what, longest_title, problems);
    if (text.empty()) {
        return std::nullopt;
    }
    const auto number = scan_figure(text);
    if (!number) {
        add_fault(number.fault(), node, problems);
        return std::nullopt;
    }
    const auto value = Decimal::read(number->plain);
    if (!value) {
        problems.error(node.place, value.fault().message);
        return std::nullopt;
    }
    static const Decimal largest("1e30");
    const Decimal whole = kind.unit ? *value * kind.unit->scale : *value;
    if (whole > largest || whole < -largest) {
        problems.error(node.place,
                       "the figure " + calc::quoted(text) + " is larger than any that is read, 1e30");
        return std::nullopt;
    }
    if (const std::string fault = out_of_bounds(*value, kind.measure); !fault.empty()) {
        const bool percent = kind.unit && kind.unit->kind == FactUnit::Kind::percent;
        problems.error(node.place,
                       "the " + std::string(kind.measure) + " " + text + (percent ? " % " : " ") + fault);
        return std::nullopt;
    }
    return *value;
}

std::string in_words(FactUnit::Kind kind) {
    using Kind = FactUnit::Kind;
    switch (kind) {
        case Kind::money:
            return "money, such as bn JPY";
        case Kind::percent:
            return "%";
        case Kind::index:
            return "index";
        case Kind::persons:
            return "persons";
        case Kind::days:
            return "days";
        case Kind::exchange_rate:
            return "a rate, such as JPY per USD";
        case Kind::ppp_rate:
            return "a rate, such as JPY per international dollar";
        case Kind::count:
            break;
    }
    return "count";
}

}  // namespace burden::inputs
