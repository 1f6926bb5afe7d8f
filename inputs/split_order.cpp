#include <algorithm>
#include <array>

#include "burden/calc/letter_case.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/scenario_difference.hpp"

namespace burden::inputs {
namespace {

using calc::Fault;
using calc::Parsed;

constexpr std::array groups = {ChangeGroup::policy,        ChangeGroup::growth,     ChangeGroup::inflation,
                               ChangeGroup::exchange_rate, ChangeGroup::population, ChangeGroup::finance,
                               ChangeGroup::definition,    ChangeGroup::data};

Parsed<ChangeGroup> read_group(std::string_view text) {
    std::string name = calc::lower_case(std::string(text));
    std::replace_if(name.begin(), name.end(), [](char c) { return c == ' ' || c == '_'; }, '-');
    std::vector<std::string> known = {"average"};
    for (const ChangeGroup group : groups) {
        if (typed(group) == name) {
            return group;
        }
        known.push_back(typed(group));
    }
    return calc::unknown_name("group of changes", text, std::move(known));
}

Parsed<SplitOrder> read_plain_order(std::string_view plain) {
    SplitOrder order{.kind = SplitOrder::Kind::in_order, .text = std::string(plain)};
    if (calc::lower_case(std::string(plain)) == "average") {
        order.kind = SplitOrder::Kind::average;
        return order;
    }
    for (const std::string_view piece : calc::pieces(plain, ',')) {
        const std::size_t at = calc::place_of(piece, plain);
        const auto group = read_group(piece);
        if (!group) {
            return calc::moved(group.fault(), at);
        }
        if (std::find(order.groups.begin(), order.groups.end(), *group) != order.groups.end()) {
            return Fault{
                .message = calc::quoted(piece) + " is named twice", .at = at, .length = piece.size()};
        }
        order.groups.push_back(*group);
    }
    return order;
}

}  // namespace

std::string typed(ChangeGroup group) {
    std::string name(to_text(group));
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

Parsed<SplitOrder> SplitOrder::read(std::string_view text) {
    return calc::read_plainly<SplitOrder>(text, calc::longest_figure, read_plain_order);
}

}  // namespace burden::inputs
