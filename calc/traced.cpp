#include "burden/calc/traced.hpp"

#include <array>
#include <atomic>
#include <deque>
#include <memory>
#include <unordered_map>
#include <utility>

#include "burden/calc/invariant.hpp"

namespace burden::calc {
namespace traced_detail {

/// A number and what it was made from. Only the two members of its owners ever change.
struct Node {
    Node(Decimal number, Operation made_by, std::array<Node*, 2> made_from,
         std::unique_ptr<const Origin> words = nullptr)
        : value(std::move(number)), operation(made_by), operands(made_from), origin(std::move(words)) {
        for (Node* operand : operands) {
            if (operand != nullptr) {
                intrusive_ptr_add_ref(operand);
            }
        }
    }

    const Decimal value;
    const Operation operation;
    const std::array<Node*, 2> operands;         ///< none, or one by itself, or both
    const std::unique_ptr<const Origin> origin;  ///< of an input; of Operation::same its label is the name

    std::atomic<std::size_t> owners = 0;
    Node* next_ownerless = nullptr;
};

void intrusive_ptr_add_ref(Node* node) noexcept { node->owners.fetch_add(1, std::memory_order_relaxed); }

namespace {

bool loses_last_owner(Node& node) noexcept {
    return node.owners.fetch_sub(1, std::memory_order_acq_rel) == 1;
}

}  // namespace

void intrusive_ptr_release(Node* node) noexcept {
    if (!loses_last_owner(*node)) {
        return;
    }
    // A list and not destructors that call each other: a derivation may be longer than the stack is deep.
    Node* ownerless = node;
    while (ownerless != nullptr) {
        const std::unique_ptr<Node> done(std::exchange(ownerless, ownerless->next_ownerless));
        for (Node* operand : done->operands) {
            if (operand != nullptr && loses_last_owner(*operand)) {
                operand->next_ownerless = std::exchange(ownerless, operand);
            }
        }
    }
}

}  // namespace traced_detail

namespace {

using traced_detail::Node;

/// The one place that says what an operation does, for numbers that are made and those that are made again.
Decimal applied(Operation operation, const Decimal& a, const Decimal& b) {
    switch (operation) {
        case Operation::sum:
            return a + b;
        case Operation::difference:
            return a - b;
        case Operation::product:
            return a * b;
        case Operation::quotient:
            return a / b;
        case Operation::least:
            return least(a, b);
        case Operation::greatest:
            return greatest(a, b);
        case Operation::power:
            return power(a, b);
        case Operation::constant:
        case Operation::input:
        case Operation::same:
            break;
    }
    throw BrokenInvariant("a leaf was computed");
}

bool is_named(const Node& node) { return node.operation == Operation::same; }

/// What a name stands for, unless that has a name of its own.
const Node& unwrapped(const Node& node) {
    return is_named(node) && !is_named(*node.operands[0]) ? *node.operands[0] : node;
}

DerivationStep step_of(const Node& node) {
    const Node& made = unwrapped(node);
    return {.name = is_named(node) ? node.origin->label : "",
            .operation = made.operation,
            .value = made.value,
            .origin = made.operation == Operation::input ? *made.origin : Origin()};
}

}  // namespace

Traced::Traced(const Decimal& constant)
    : node_(new Node(constant, Operation::constant, {nullptr, nullptr})) {}

Traced::Traced(const Decimal& value, Origin origin)
    : node_(new Node(value, Operation::input, {nullptr, nullptr},
                     std::make_unique<const Origin>(std::move(origin)))) {}

Traced::Traced(Operation operation, const Traced& a, const Traced& b)
    : node_(new Node(applied(operation, a.value(), b.value()), operation, {a.node_.get(), b.node_.get()})) {}

const Decimal& Traced::value() const { return node_->value; }

Traced operator+(const Traced& a, const Traced& b) { return {Operation::sum, a, b}; }
Traced operator-(const Traced& a, const Traced& b) { return {Operation::difference, a, b}; }
Traced operator*(const Traced& a, const Traced& b) { return {Operation::product, a, b}; }
Traced operator/(const Traced& a, const Traced& b) { return {Operation::quotient, a, b}; }
Traced least(const Traced& a, const Traced& b) { return {Operation::least, a, b}; }
Traced greatest(const Traced& a, const Traced& b) { return {Operation::greatest, a, b}; }
Traced power(const Traced& base, const Traced& exponent) { return {Operation::power, base, exponent}; }

Traced named(std::string_view name, const Traced& value) {
    Traced result = value;
    result.node_.reset(new Node(value.value(), Operation::same, {value.node_.get(), nullptr},
                                std::make_unique<const Origin>(Origin{.label = std::string(name)})));
    return result;
}

Decimal recomputed(const Traced& value, const Substitution& changed) {
    std::unordered_map<const Node*, Decimal> known;
    const auto computed = [&](const Node& node) -> Decimal {
        switch (node.operation) {
            case Operation::constant:
                return node.value;
            case Operation::input:
                return changed ? changed(*node.origin).value_or(node.value) : node.value;
            case Operation::same:
                return known.at(node.operands[0]);
            default:
                return applied(node.operation, known.at(node.operands[0]), known.at(node.operands[1]));
        }
    };
    std::vector<const Node*> waiting = {value.node_.get()};
    while (!waiting.empty()) {
        const Node& node = *waiting.back();
        bool ready = true;
        for (const Node* operand : node.operands) {
            if (operand != nullptr && !known.contains(operand)) {
                waiting.push_back(operand);
                ready = false;
            }
        }
        if (ready) {
            waiting.pop_back();
            if (!known.contains(&node)) {
                known.emplace(&node, computed(node));
            }
        }
    }
    return known.at(value.node_.get());
}

std::vector<DerivationStep> derivation(const Traced& value, const Extent& extent) {
    struct Waiting {
        const Node* node;
        std::size_t step;
        int depth;
    };
    const Node& first = *value.node_;
    std::vector<DerivationStep> steps = {step_of(first)};
    std::unordered_map<const Node*, std::size_t> numbers = {{&first, 0}};
    std::deque<Waiting> waiting = {{.node = &first, .step = 0, .depth = 0}};
    const auto number_of = [&](const Node& node, int depth) {
        const auto [found, is_new] = numbers.try_emplace(&node, steps.size());
        if (is_new) {
            steps.push_back(step_of(node));
            // The rest of a formula goes before the named results in it: each is met where it is nearest.
            if (is_named(node)) {
                waiting.push_back({.node = &node, .step = found->second, .depth = depth + 1});
            } else {
                waiting.push_front({.node = &node, .step = found->second, .depth = depth});
            }
        }
        return found->second;
    };
    while (!waiting.empty()) {
        const auto [node, step, depth] = waiting.front();
        waiting.pop_front();
        const auto& operands = unwrapped(*node).operands;
        if (depth > extent.depth || steps.size() + operands.size() > extent.steps) {
            continue;
        }
        for (const Node* operand : operands) {
            if (operand != nullptr) {
                const std::size_t number = number_of(*operand, depth);
                steps[step].operands.push_back(number);
            }
        }
    }
    return steps;
}

}  // namespace burden::calc
