/// The formulas of a derivation as people read them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/traced.hpp"

namespace burden::brief {

struct Operand;

/// A formula over results and numbers. What a derivation adds and multiplies one after another is one sum and
/// one product here.
struct Formula {
    enum class Kind { number, result, sum, product, least, greatest, power };

    Kind kind = Kind::number;
    calc::Decimal number = 0;   ///< of a number: a half is 1 …
    calc::Decimal divisor = 1;  ///< … of 2
    std::size_t step = 0;       ///< of a result: its place in the derivation
    std::vector<Operand> operands;
};

/// A part of a formula: added or, where it is the other way round, subtracted; multiplied or divided by.
struct Operand {
    Formula formula;
    bool inverse = false;
};

/// The formula of a step, over the named results and the inputs that it is made of. It has the value of the
/// step: a zero that is added and a one that is multiplied are left out, weights over a whole are fractions
/// ((9·a + 3·b) / 12 is ¾·a + ¼·b), and a factor that stands several times is a power.
Formula formula_of(const std::vector<calc::DerivationStep>& steps, std::size_t step);

/// The results in a formula, each once, in the order in which it names them.
std::vector<std::size_t> results_in(const Formula& formula);

/// How formulas are set.
struct Notation {
    std::string_view plus, minus, times, by;
    std::string_view power, power_end;
    std::string_view least, greatest;  ///< before the brackets
    std::string_view open, close;      ///< brackets
    bool fractions_by_sign = false;    ///< "¾"; else "3/4"
};
/// For a line of text: "a · (1 + b) / 12".
const Notation& plain_notation();
/// For LaTeX's mathematics.
const Notation& latex_notation();

/// A formula with `text_of(step)` for each of its results; brackets stand where they must.
std::string written(const Formula& formula, const Notation& notation,
                    const std::function<std::string(std::size_t)>& text_of);

}  // namespace burden::brief
