/// A decimal number that records how it was made, down to the inputs that it came from.
#pragma once

#include <boost/smart_ptr/intrusive_ptr.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/number.hpp"

namespace burden::calc {

/// Where an input stands. The words are the caller's: they are kept, and not read.
struct Origin {
    std::string label;                      ///< what it is called: "policy.target.share"
    std::string place = {};                 ///< where it stands: "plan.toml:7"
    std::vector<std::string> sources = {};  ///< whom it is from
    std::string unit = {};                  ///< what it is counted in: "%", "JPY"; empty for a bare number
    std::string why = {};                   ///< why it and no other

    friend bool operator==(const Origin&, const Origin&) = default;
};

/// How a number was made.
enum class Operation {
    constant,  ///< stated by a formula: the 1 of 1 + growth
    input,     ///< given from outside, with its origin
    same,      ///< another result under one more name
    sum,
    difference,
    product,
    quotient,
    least,
    greatest,
    power
};

namespace traced_detail {
struct Node;
void intrusive_ptr_add_ref(Node* node) noexcept;
void intrusive_ptr_release(Node* node) noexcept;
}  // namespace traced_detail

struct DerivationStep;
struct Extent;

/// Gives an input another value than the recorded one; none leaves it as it is.
using Substitution = std::function<std::optional<Decimal>(const Origin&)>;

/// A Decimal together with the operation and the operands that gave it. Its values are those of Decimal, to
/// the last digit. It cannot be compared: what a formula decided by comparing would not be in the record.
///
/// Copies share one record, which never changes, so that any thread may hold them; a result that is used
/// twice is recorded once. One that was moved from may be assigned to or destroyed, and nothing else.
class Traced {
public:
    /// Zero, a constant.
    Traced() : Traced(Decimal()) {}
    /// A constant, which needs no name.
    explicit Traced(const Decimal& constant);
    /// An input.
    Traced(const Decimal& value, Origin origin);

    const Decimal& value() const;

    friend Traced operator+(const Traced& a, const Traced& b);
    friend Traced operator-(const Traced& a, const Traced& b);
    friend Traced operator*(const Traced& a, const Traced& b);
    friend Traced operator/(const Traced& a, const Traced& b);
    friend Traced least(const Traced& a, const Traced& b);
    friend Traced greatest(const Traced& a, const Traced& b);
    /// `base` above zero, raised to any exponent.
    friend Traced power(const Traced& base, const Traced& exponent);

    friend Traced named(std::string_view name, const Traced& value);
    friend Decimal recomputed(const Traced& value, const Substitution& changed);
    friend std::vector<DerivationStep> derivation(const Traced& value, const Extent& extent);

private:
    Traced(Operation operation, const Traced& a, const Traced& b);

    boost::intrusive_ptr<traced_detail::Node> node_;
};

static_assert(Real<Traced>);

/// The same number, called `name` where its derivation is shown.
Traced named(std::string_view name, const Traced& value);

template <>
inline constexpr bool keeps_names<Traced> = true;

/// The recorded derivation computed again from its leaves. Nothing changed, it is `value.value()`; with
/// inputs changed, it is what the formula gives for them. What Decimal refuses, such as division by an input
/// that became zero, throws BrokenInvariant.
Decimal recomputed(const Traced& value, const Substitution& changed = {});

/// One step of a derivation.
struct DerivationStep {
    std::string name;  ///< of a named result; else empty
    Operation operation = Operation::constant;
    Decimal value;
    Origin origin = {};                      ///< of an input; else empty
    std::vector<std::size_t> operands = {};  ///< steps by number; none for leaves and what was not followed
};

/// How far a derivation is followed.
struct Extent {
    int depth = 1;             ///< named results below one another, after the first step
    std::size_t steps = 1000;  ///< listed at most; what goes beyond is not followed
};

/// How a number was made, for those who show it. The first step is the number itself. A named result is
/// followed to a depth that counts named results alone: what has no name belongs to the formula that it
/// stands in. Every result is one step, however often it is used.
std::vector<DerivationStep> derivation(const Traced& value, const Extent& extent = {});

}  // namespace burden::calc
