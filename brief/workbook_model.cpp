#include "burden/brief/workbook_model.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace burden::brief {

using calc::Decimal;
using calc::DerivationStep;
using calc::Operation;
using Kind = Formula::Kind;

namespace {

/// References that one formula may hold before it is parted; far below what a cell takes.
constexpr std::size_t longest_formula = 100;
/// From how many references on a part that several formulas share gets a cell of its own.
constexpr std::size_t shared_formula = 3;

bool is_leaf(const DerivationStep& node) {
    return node.operation == Operation::constant || node.operation == Operation::input;
}

std::string digits_of(const Decimal& number) {
    constexpr int digits_of_a_double = 17;
    const std::string digits = number.to_significant(digits_of_a_double);
    return number < Decimal(0) ? "(" + digits + ")" : digits;
}

/// How closely a formula holds together.
int closeness(const Formula& formula) {
    switch (formula.kind) {
        case Kind::sum:
            return 1;
        case Kind::product:
            return 2;
        case Kind::power:
            return 3;
        default:
            return 4;
    }
}

/// A formula as spreadsheets read it. They know no `−` before a power, so that brackets stand round every
/// part which does not hold together more closely.
std::string in_cells(const Formula& formula, const std::function<std::string(std::size_t)>& address_of) {
    const auto part = [&](const Formula& inner, int at_least) {
        const std::string text = in_cells(inner, address_of);
        return closeness(inner) < at_least ? "(" + text + ")" : text;
    };
    const auto& operands = formula.operands;
    switch (formula.kind) {
        case Kind::number:
            return formula.divisor == Decimal(1)
                       ? digits_of(formula.number)
                       : "(" + digits_of(formula.number) + "/" + digits_of(formula.divisor) + ")";
        case Kind::result:
            return address_of(formula.step);
        case Kind::sum:
        case Kind::product: {
            const bool sum = formula.kind == Kind::sum;
            std::string text = part(operands.front().formula, sum ? 1 : 2);
            for (std::size_t at = 1; at < operands.size(); ++at) {
                const bool inverse = operands[at].inverse;
                text += sum ? (inverse ? "-" : "+") : (inverse ? "/" : "*");
                text += part(operands[at].formula, (sum ? 1 : 2) + (inverse ? 1 : 0));
            }
            return text;
        }
        case Kind::power:
            return part(operands[0].formula, 4) + "^" + part(operands[1].formula, 4);
        case Kind::least:
        case Kind::greatest:
            break;
    }
    return std::string(formula.kind == Kind::least ? "MIN" : "MAX") + "(" +
           in_cells(operands[0].formula, address_of) + "," + in_cells(operands[1].formula, address_of) + ")";
}

}  // namespace

std::string column_name(std::size_t column) {
    constexpr std::size_t letters = 26;
    std::string name;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / letters) {
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % letters));
    }
    return name;
}

WorkbookModel::WorkbookModel(const inputs::Recording& recording, std::size_t first_row) {
    gather(recording);
    choose_helpers();
    place_nodes();
    lay_out(first_row);
}

void WorkbookModel::gather(const inputs::Recording& recording) {
    using Key = std::tuple<std::string, Operation, std::vector<std::size_t>, std::string>;
    std::map<Key, std::size_t> known;
    const auto add = [&](DerivationStep node, std::string unit, std::optional<std::size_t> input) {
        const std::string leaf = input ? std::to_string(*input)
                                 : node.operation == Operation::constant
                                     ? node.value.to_significant(Decimal::digits)
                                     : std::string();
        const auto [found, is_new] =
            known.try_emplace(Key{node.name, node.operation, node.operands, leaf}, nodes_.size());
        if (is_new) {
            nodes_.push_back(std::move(node));
            units_.push_back(std::move(unit));
            inputs_.push_back(input);
        }
        return found->second;
    };
    // Results that were made twice in one way are one: the same name over the same operands.
    std::vector<std::optional<std::size_t>> made(recording.steps.size());
    const auto node_of = [&](std::size_t root) {
        std::vector<std::size_t> waiting = {root};
        while (!waiting.empty()) {
            const std::size_t at = waiting.back();
            const DerivationStep& step = recording.steps[at];
            bool ready = true;
            // The last that waits is taken first.
            const std::vector<std::size_t> operands(step.operands.rbegin(), step.operands.rend());
            for (const std::size_t operand : operands) {
                if (!made[operand]) {
                    waiting.push_back(operand);
                    ready = false;
                }
            }
            if (!ready) {
                continue;
            }
            waiting.pop_back();
            if (made[at]) {
                continue;
            }
            DerivationStep node{.name = step.name, .operation = step.operation, .value = step.value};
            for (const std::size_t operand : step.operands) {
                node.operands.push_back(*made[operand]);
            }
            made[at] = add(std::move(node), recording.units[at], recording.inputs[at]);
        }
        return *made[root];
    };
    for (const auto& [name, unit, step] : recording.cells) {
        std::size_t node = node_of(step);
        if (nodes_[node].name.empty() && is_leaf(nodes_[node])) {
            // An input or a constant belongs to many formulas: the cell has a name of its own over it.
            node = add(
                {.name = name, .operation = Operation::same, .value = nodes_[node].value, .operands = {node}},
                unit, std::nullopt);
        } else if (nodes_[node].name.empty()) {
            nodes_[node].name = name;
        }
        units_[node] = units_[node].empty() ? unit : units_[node];
        named_cells_[name] = node;
    }
}

void WorkbookModel::choose_helpers() {
    std::vector<std::size_t> uses(nodes_.size());
    for (const DerivationStep& node : nodes_) {
        for (const std::size_t operand : node.operands) {
            ++uses[operand];
        }
    }
    helpers_.assign(nodes_.size(), false);
    std::vector<std::size_t> sizes(nodes_.size(), 1);
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
        const DerivationStep& node = nodes_[at];
        if (is_leaf(node)) {
            continue;
        }
        std::size_t size = 0;
        for (const std::size_t operand : node.operands) {
            const bool stands_alone = !nodes_[operand].name.empty() || helpers_[operand];
            const bool is_number = nodes_[operand].operation == Operation::constant;
            size += is_number ? 0 : stands_alone ? 1 : sizes[operand];
        }
        sizes[at] = size;
        helpers_[at] =
            node.name.empty() && ((uses[at] > 1 && size >= shared_formula) || size > longest_formula);
        if (helpers_[at]) {
            // What has a name stands for itself in the formulas of others.
            nodes_[at].name = "part";
        }
    }
}

WorkbookModel::Place WorkbookModel::place_named(const std::string& name) {
    const std::size_t open = name.find('[');
    const std::size_t point = name.substr(0, open).rfind('.');
    Place place;
    if (open == std::string::npos || name.back() != ']') {
        place.what = name;
        return place;
    }
    const bool has_owner = point < open;
    place.whose = has_owner ? name.substr(0, point) : "";
    const std::size_t begin = has_owner ? point + 1 : 0;
    place.what = name.substr(begin, open - begin);
    std::replace(place.what.begin(), place.what.end(), '_', ' ');
    std::string year = name.substr(open + 1, name.size() - open - 2);
    place.fiscal = year.starts_with("FY");
    year.erase(0, place.fiscal ? 2 : 0);
    if (!year.empty()) {
        place.year = std::stoi(year);
    }
    return place;
}

void WorkbookModel::find_places_below(std::size_t node, const Place& place) {
    std::vector<std::size_t> waiting(nodes_[node].operands.rbegin(), nodes_[node].operands.rend());
    while (!waiting.empty()) {
        const std::size_t at = waiting.back();
        waiting.pop_back();
        const DerivationStep& operand = nodes_[at];
        if (places_[at] || (is_leaf(operand) && operand.name.empty())) {
            continue;
        }
        if (helpers_[at]) {
            places_[at] = place;
            places_[at]->what += ", part";
        } else if (!operand.name.empty()) {
            // What is the same in every year is whose it is used for.
            places_[at] = {.whose = place.whose, .what = operand.name + " (" + place.what + ")", .year = {}};
        }
        waiting.insert(waiting.end(), operand.operands.rbegin(), operand.operands.rend());
    }
}

void WorkbookModel::place_nodes() {
    places_.resize(nodes_.size());
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
        if (nodes_[at].name.find('[') != std::string::npos) {
            places_[at] = place_named(nodes_[at].name);
        }
    }
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
        if (places_[at] && !helpers_[at] && nodes_[at].name.find('[') != std::string::npos) {
            find_places_below(at, *places_[at]);
        }
    }
}

void WorkbookModel::lay_out(std::size_t first_row) {
    first_year_ = std::numeric_limits<int>::max();
    for (const auto& place : places_) {
        if (place && place->year) {
            first_year_ = std::min(first_year_, *place->year);
            last_year_ = std::max(last_year_, *place->year);
        }
    }
    cells_.resize(nodes_.size());
    const auto block_of = [&](const std::string& whose) -> ModelBlock& {
        const auto found = std::find_if(blocks_.begin(), blocks_.end(),
                                        [&](const ModelBlock& block) { return block.whose == whose; });
        return found != blocks_.end() ? *found : blocks_.emplace_back(ModelBlock{.whose = whose, .rows = {}});
    };
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
        if (!places_[at]) {
            continue;
        }
        const Place& place = *places_[at];
        ModelBlock& block = block_of(place.whose);
        block.fiscal = block.fiscal || place.fiscal;
        const std::size_t column = place.year ? column_of(*place.year) : any_year_column;
        std::string what = place.what + (place.year && !place.fiscal ? "\n" : "");
        if (helpers_[at]) {
            // Parts that are computed in different ways do not stand in one row.
            what += "\n" + shape_of(at);
        }
        // Two results of one name and year stand in rows of their own.
        auto row = block.rows.begin();
        while (row != block.rows.end() &&
               (row->what != what ||
                std::any_of(row->cells.begin(), row->cells.end(),
                            [&](const ModelCell& cell) { return cell.column == column; }))) {
            ++row;
        }
        if (row == block.rows.end()) {
            block.rows.push_back({.what = what, .unit = units_[at], .helper = helpers_[at], .cells = {}});
            row = block.rows.end() - 1;
        }
        row->cells.push_back({.node = at, .column = column});
    }
    std::size_t next = first_row;
    for (ModelBlock& block : blocks_) {
        block.head = next++;
        for (ModelRow& row : block.rows) {
            // What follows the end of line told rows apart that are called alike.
            const std::size_t end = row.what.find('\n');
            if (end != std::string::npos) {
                const bool calendar_years = block.fiscal && !row.helper;
                row.what = row.what.substr(0, end) + (calendar_years ? " (calendar years)" : "");
            }
            row.row = next++;
            for (ModelCell& cell : row.cells) {
                cell.row = row.row;
                cells_[cell.node] = cell;
            }
        }
        ++next;
    }
}

std::string WorkbookModel::shape_of(std::size_t node) const {
    std::string shape(1, static_cast<char>('a' + static_cast<int>(nodes_[node].operation)));
    for (const std::size_t operand : nodes_[node].operands) {
        const bool stands_alone = is_leaf(nodes_[operand]) || !nodes_[operand].name.empty();
        shape += stands_alone ? "." : shape_of(operand);
    }
    return shape;
}

std::optional<std::string> WorkbookModel::formula(
    const ModelCell& cell, const std::function<std::string(std::size_t)>& address_of_input) const {
    const DerivationStep& node = nodes_[cell.node];
    if (node.operation == Operation::constant) {
        return std::nullopt;
    }
    if (inputs_[cell.node]) {
        return "=" + address_of_input(*inputs_[cell.node]);
    }
    const auto address_of = [&](std::size_t step) {
        if (const auto& other = cells_[step]) {
            return column_name(other->column) + std::to_string(other->row + 1);
        }
        calc::require(inputs_[step].has_value(), "what a formula names has a cell");
        return address_of_input(*inputs_[step]);
    };
    const Formula formula = formula_of(nodes_, cell.node);
    if (formula.kind == Kind::number) {
        return std::nullopt;
    }
    return "=" + in_cells(formula, address_of);
}

const ModelCell* WorkbookModel::find(const std::string& name) const {
    const auto found = named_cells_.find(name);
    return found != named_cells_.end() && cells_[found->second] ? &*cells_[found->second] : nullptr;
}

bool WorkbookModel::uses(std::size_t input) const {
    return std::find(inputs_.begin(), inputs_.end(), std::optional(input)) != inputs_.end();
}

}  // namespace burden::brief
