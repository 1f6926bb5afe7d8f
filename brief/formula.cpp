#include "burden/brief/formula.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "burden/inputs/words.hpp"

namespace burden::brief {

using calc::Decimal;
using calc::DerivationStep;
using calc::Operation;
using Kind = Formula::Kind;

namespace {

const Decimal zero = 0;
const Decimal one = 1;

Formula number_of(const Decimal& number) { return {.kind = Kind::number, .number = number, .operands = {}}; }

bool is_number(const Formula& formula, const Decimal& number) {
    return formula.kind == Kind::number && formula.number == number && formula.divisor == one;
}

bool is_whole(const Decimal& number) { return rounded(number, 0) == number; }

bool same(const Formula& a, const Formula& b) {
    return a.kind == b.kind && a.number == b.number && a.divisor == b.divisor && a.step == b.step &&
           std::equal(a.operands.begin(), a.operands.end(), b.operands.begin(), b.operands.end(),
                      [](const Operand& x, const Operand& y) {
                          return x.inverse == y.inverse && same(x.formula, y.formula);
                      });
}

/// The greatest whole number that divides both, which are whole and above zero.
Decimal common_divisor(Decimal a, Decimal b) {
    while (b != zero) {
        Decimal rest = a;
        while (b <= rest) {
            rest -= b;
        }
        a = std::exchange(b, rest);
    }
    return a;
}

/// Adds an operand to a sum or a product, its own operands where it is of the same kind.
void add(Formula& whole, Formula part, bool inverse) {
    if (part.kind == whole.kind && !inverse) {
        for (Operand& operand : part.operands) {
            whole.operands.push_back(std::move(operand));
        }
    } else {
        whole.operands.push_back({std::move(part), inverse});
    }
}

/// Leaves out a number that a sum adds and subtracts again.
void cancel(Formula& sum) {
    auto& operands = sum.operands;
    const auto is_plain = [](const Operand& operand) {
        return operand.formula.kind == Kind::number && operand.formula.divisor == one;
    };
    for (std::size_t at = 0; at < operands.size(); ++at) {
        const auto opposite = std::find_if(operands.begin(), operands.end(), [&](const Operand& other) {
            return is_plain(operands[at]) && is_plain(other) && other.inverse != operands[at].inverse &&
                   other.formula.number == operands[at].formula.number;
        });
        if (opposite != operands.end()) {
            // A zero keeps the place of the first, and is left out where it may be.
            *opposite = operands[at] = {number_of(zero), false};
        }
    }
}

/// Leaves out operands that change nothing: zeros of a sum, ones of a product.
void leave_out(Formula& whole, const Decimal& neutral) {
    auto& operands = whole.operands;
    for (std::size_t at = operands.size(); at-- > 0;) {
        // The first must stay before one that is subtracted or divided by.
        const bool needed = at == 0 && (operands.size() == 1 || operands[1].inverse);
        if (!needed && is_number(operands[at].formula, neutral)) {
            operands.erase(operands.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
}

Formula unwrapped(Formula formula) {
    const bool wraps = (formula.kind == Kind::sum || formula.kind == Kind::product) &&
                       formula.operands.size() == 1 && !formula.operands.front().inverse;
    return wraps ? Formula(formula.operands.front().formula) : formula;
}

/// A term and the whole number that it is multiplied by; none where there is no such number.
struct Weighted {
    Decimal weight;
    Formula term;
};

std::optional<Weighted> weighted(const Formula& formula) {
    if (formula.kind != Kind::product) {
        return std::nullopt;
    }
    for (std::size_t at = 0; at < formula.operands.size(); ++at) {
        const Operand& operand = formula.operands[at];
        if (operand.inverse || operand.formula.kind != Kind::number || operand.formula.divisor != one ||
            operand.formula.number <= zero || !is_whole(operand.formula.number)) {
            continue;
        }
        Formula rest = formula;
        rest.operands.erase(rest.operands.begin() + static_cast<std::ptrdiff_t>(at));
        if (rest.operands.empty() || rest.operands.front().inverse) {
            return std::nullopt;
        }
        return Weighted{operand.formula.number, unwrapped(std::move(rest))};
    }
    return std::nullopt;
}

/// A weighted sum over a whole number as a sum of parts; none where it is none.
std::optional<Formula> parts_of_whole(const Formula& sum, const Decimal& whole) {
    std::vector<Weighted> parts;
    const std::vector<Operand> alone = {{sum, false}};
    for (const Operand& operand : sum.kind == Kind::sum ? sum.operands : alone) {
        auto part = operand.inverse ? std::nullopt : weighted(operand.formula);
        if (!part) {
            return std::nullopt;
        }
        const auto known = std::find_if(parts.begin(), parts.end(),
                                        [&](const Weighted& other) { return same(other.term, part->term); });
        if (known != parts.end()) {
            known->weight += part->weight;
        } else {
            parts.push_back(std::move(*part));
        }
    }
    Formula result{.kind = Kind::sum, .operands = {}};
    for (Weighted& part : parts) {
        const Decimal divisor = common_divisor(part.weight, whole);
        Formula weight = number_of(part.weight / divisor);
        weight.divisor = whole / divisor;
        Formula product{.kind = Kind::product, .operands = {}};
        add(product, std::move(weight), false);
        add(product, std::move(part.term), false);
        leave_out(product, one);
        add(result, unwrapped(std::move(product)), false);
    }
    return unwrapped(std::move(result));
}

/// A factor, and how many times it stands; a power that was made here stands so many times.
struct Repeated {
    Formula factor;
    Decimal times = one;
};

Repeated repeated(const Formula& formula) {
    const bool is_power = formula.kind == Kind::power && formula.operands[1].formula.kind == Kind::number &&
                          is_whole(formula.operands[1].formula.number);
    return is_power ? Repeated{formula.operands[0].formula, formula.operands[1].formula.number}
                    : Repeated{formula};
}

/// Factors that stand one after another more than once as powers.
void raise(Formula& product) {
    std::vector<Operand> raised;
    for (const Operand& operand : product.operands) {
        const Repeated next = repeated(operand.formula);
        const Repeated before = raised.empty() ? Repeated{} : repeated(raised.back().formula);
        if (!raised.empty() && raised.back().inverse == operand.inverse && next.factor.kind != Kind::number &&
            same(before.factor, next.factor)) {
            raised.back().formula =
                Formula{.kind = Kind::power,
                        .operands = {{next.factor, false}, {number_of(before.times + next.times), false}}};
        } else {
            raised.push_back(operand);
        }
    }
    product.operands = std::move(raised);
}

/// Makes formulas of one derivation.
class Formulas {
public:
    explicit Formulas(const std::vector<DerivationStep>& steps) : steps_(steps) {}

    Formula of(std::size_t at) const {
        const DerivationStep& step = steps_[at];
        if (step.operation == Operation::constant) {
            return number_of(step.value);
        }
        if (step.operands.empty()) {
            return {.kind = Kind::result, .step = at, .operands = {}};
        }
        const auto operand = [&](std::size_t number) { return within(step.operands[number]); };
        switch (step.operation) {
            case Operation::sum:
            case Operation::difference: {
                Formula sum{.kind = Kind::sum, .operands = {}};
                add(sum, operand(0), false);
                add(sum, operand(1), step.operation == Operation::difference);
                cancel(sum);
                leave_out(sum, zero);
                return unwrapped(std::move(sum));
            }
            case Operation::product:
                return product(operand(0), operand(1), false);
            case Operation::quotient:
                return quotient(operand(0), operand(1));
            case Operation::least:
                return of_two(Kind::least, operand(0), operand(1));
            case Operation::greatest:
                return of_two(Kind::greatest, operand(0), operand(1));
            case Operation::power:
                return of_two(Kind::power, operand(0), operand(1));
            case Operation::same:
                return operand(0);
            case Operation::constant:
            case Operation::input:
                break;
        }
        return {.kind = Kind::result, .step = at, .operands = {}};
    }

private:
    /// A step in the formula of another: what has a name stands for itself.
    Formula within(std::size_t at) const {
        const DerivationStep& step = steps_[at];
        const bool stands_alone = !step.name.empty() || step.operation == Operation::input;
        return stands_alone ? Formula{.kind = Kind::result, .step = at, .operands = {}} : of(at);
    }

    static Formula of_two(Kind kind, Formula a, Formula b) {
        return {.kind = kind, .operands = {{std::move(a), false}, {std::move(b), false}}};
    }

    static Formula product(Formula a, Formula b, bool divided) {
        Formula product{.kind = Kind::product, .operands = {}};
        add(product, std::move(a), false);
        add(product, std::move(b), divided);
        leave_out(product, one);
        raise(product);
        return unwrapped(std::move(product));
    }

    static Formula quotient(Formula a, Formula b) {
        if (b.kind == Kind::number && b.divisor == one && zero < b.number && is_whole(b.number) &&
            b.number <= Decimal(100)) {
            if (auto parts = parts_of_whole(a, b.number)) {
                return std::move(*parts);
            }
        }
        return product(std::move(a), std::move(b), true);
    }

    const std::vector<DerivationStep>& steps_;
};

void gather(const Formula& formula, std::vector<std::size_t>& results) {
    if (formula.kind == Kind::result &&
        std::find(results.begin(), results.end(), formula.step) == results.end()) {
        results.push_back(formula.step);
    }
    for (const Operand& operand : formula.operands) {
        gather(operand.formula, results);
    }
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

std::string digits_of(const Formula& number, const Notation& notation) {
    static const std::array<std::pair<std::pair<int, int>, std::string_view>, 3> signs = {
        {{{1, 4}, "¼"}, {{1, 2}, "½"}, {{3, 4}, "¾"}}};
    constexpr int places = 6;
    const std::string numerator = inputs::number_words(number.number, places);
    if (number.divisor == one) {
        return numerator;
    }
    const std::string divisor = inputs::number_words(number.divisor, places);
    if (!notation.fractions_by_sign) {
        return "\\tfrac{" + numerator + "}{" + divisor + "}";
    }
    for (const auto& [parts, sign] : signs) {
        if (number.number == Decimal(parts.first) && number.divisor == Decimal(parts.second)) {
            return std::string(sign);
        }
    }
    return numerator + "/" + divisor;
}

}  // namespace

Formula formula_of(const std::vector<DerivationStep>& steps, std::size_t step) {
    return Formulas(steps).of(step);
}

std::vector<std::size_t> results_in(const Formula& formula) {
    std::vector<std::size_t> results;
    gather(formula, results);
    return results;
}

const Notation& plain_notation() {
    static const Notation notation{.plus = " + ",
                                   .minus = " − ",
                                   .times = " · ",
                                   .by = " / ",
                                   .power = "^",
                                   .power_end = "",
                                   .least = "least",
                                   .greatest = "greatest",
                                   .open = "(",
                                   .close = ")",
                                   .fractions_by_sign = true};
    return notation;
}

const Notation& latex_notation() {
    static const Notation notation{.plus = " + ",
                                   .minus = " - ",
                                   .times = " \\cdot ",
                                   .by = " / ",
                                   .power = "^{",
                                   .power_end = "}",
                                   .least = "\\min",
                                   .greatest = "\\max",
                                   .open = "\\left(",
                                   .close = "\\right)",
                                   .fractions_by_sign = false};
    return notation;
}

std::string written(const Formula& formula, const Notation& notation,
                    const std::function<std::string(std::size_t)>& text_of) {
    const auto in_brackets = [&](const std::string& text) {
        return std::string(notation.open) + text + std::string(notation.close);
    };
    const auto part = [&](const Formula& inner, int at_least, bool first = false) {
        const std::string text = written(inner, notation, text_of);
        // A figure below zero behind another sign would be read as two signs.
        const bool two_signs = !first && (text.starts_with("−") || text.starts_with("-"));
        return closeness(inner) < at_least || two_signs ? in_brackets(text) : text;
    };
    const auto& operands = formula.operands;
    switch (formula.kind) {
        case Kind::number:
            return digits_of(formula, notation);
        case Kind::result:
            return text_of(formula.step);
        case Kind::sum:
        case Kind::product: {
            const bool sum = formula.kind == Kind::sum;
            std::string text = part(operands.front().formula, sum ? 1 : 2, true);
            for (std::size_t at = 1; at < operands.size(); ++at) {
                const bool inverse = operands[at].inverse;
                text += sum       ? inverse ? notation.minus : notation.plus
                        : inverse ? notation.by
                                  : notation.times;
                text += part(operands[at].formula, (sum ? 1 : 2) + (inverse ? 1 : 0));
            }
            return text;
        }
        case Kind::power:
            return part(operands[0].formula, 4, false) + std::string(notation.power) +
                   (notation.power_end.empty() ? part(operands[1].formula, 4)
                                               : written(operands[1].formula, notation, text_of)) +
                   std::string(notation.power_end);
        case Kind::least:
        case Kind::greatest:
            break;
    }
    return std::string(formula.kind == Kind::least ? notation.least : notation.greatest) +
           in_brackets(written(operands[0].formula, notation, text_of) + "; " +
                       written(operands[1].formula, notation, text_of));
}

}  // namespace burden::brief
