#include "burden/calc/decimal.hpp"

#include <boost/core/nvp.hpp>
#include <boost/multiprecision/cpp_dec_float.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <limits>
#include <new>
#include <optional>
#include <string_view>
#include <vector>

#include "burden/calc/number_text.hpp"

namespace burden::calc {
namespace {

using Backend = boost::multiprecision::cpp_dec_float<Decimal::digits>;
using Value = boost::multiprecision::number<Backend, boost::multiprecision::et_off>;

/// Limbs of the backend hold eight digits; an exponent moves in steps of that.
constexpr int limb = 8;

int floor_to_limb(int order) { return (order >= 0 ? order / limb : -((limb - 1 - order) / limb)) * limb; }

/// Powers of ten, of which those that amounts and shares need are made once: the backend takes them apart
/// into products.
Value power_of_ten(int exponent) {
    constexpr std::ptrdiff_t most = 96;
    static const std::vector<Value> known = [] {
        std::vector<Value> powers;
        for (std::ptrdiff_t at = -most; at <= most; ++at) {
            powers.emplace_back(Backend(1.0, static_cast<int>(at)));
        }
        return powers;
    }();
    return -most <= exponent && exponent <= most ? known[static_cast<std::size_t>(exponent + most)]
                                                 : Value(Backend(1.0, exponent));
}

/// Rounds away the last of the carried digits. The backend multiplies by a reciprocal, so that 6 / 3 comes
/// out a hair off 2; without its last two limbs, a quotient that fits in fifty digits is exact.
Value settled(const Value& value) {
    if (value.is_zero()) {
        return value;
    }
    const int top = floor_to_limb(static_cast<int>(value.backend().order()));
    Value half = power_of_ten(top - 7 * limb - 1) * 5;
    Value shift = power_of_ten(top + 2 * limb);
    if (value < 0) {
        half = -half;
        shift = -shift;
    }
    return ((value + half) + shift) - shift;
}

/// Twelve months, a number of years, a thousand, a hundredth: by small whole numbers and by powers of ten a
/// number is divided digit for digit, which is many times faster than by a reciprocal. None for other
/// divisors.
std::optional<Value> short_quotient(const Value& a, const Value& b) {
    const int order = static_cast<int>(b.backend().order());
    // Only the point moves: nothing is rounded.
    if (b == power_of_ten(order)) {
        return a * power_of_ten(-order);
    }
    if (0 <= order && order < limb && b > 0) {
        const unsigned long long whole = b.backend().extract_unsigned_long_long();
        if (b.compare(whole) == 0) {
            Value result = a;
            result.backend().div_unsigned_long_long(whole);
            return settled(result);
        }
    }
    return std::nullopt;
}

}  // namespace

struct Decimal::Access {
    static const Value& value(const Decimal& decimal) {
        return *std::launder(reinterpret_cast<const Value*>(decimal.value_));
    }
    static void set(Decimal& decimal, const Value& value) {
        static_assert(sizeof(Value) <= sizeof(decimal.value_) && alignof(Value) <= alignof(Decimal));
        static_assert(std::is_trivially_destructible_v<Value>, "a Decimal has no destructor of its own");
        ::new (static_cast<void*>(decimal.value_)) Value(value);
    }
    static Decimal finite(const Value& value) {
        // Beyond this no sum of money is meant, and the backend's exponent still has room.
        static const Value largest("1e400");
        require(boost::multiprecision::isfinite(value) && abs(value) < largest, "a number overflowed");
        Decimal result;
        set(result, value);
        return result;
    }
};

Decimal::Decimal() : Decimal(Signed{0}, WholeTag{}) {}
Decimal::Decimal(const Decimal& other) { Access::set(*this, Access::value(other)); }
Decimal::Decimal(Decimal&& other) noexcept { Access::set(*this, Access::value(other)); }
Decimal& Decimal::operator=(const Decimal& other) {
    if (this != &other) {
        Access::set(*this, Access::value(other));
    }
    return *this;
}
Decimal& Decimal::operator=(Decimal&& other) noexcept {
    if (this != &other) {
        Access::set(*this, Access::value(other));
    }
    return *this;
}
Decimal::Decimal(Signed whole, WholeTag /*tag*/) { Access::set(*this, Value(whole)); }
Decimal::Decimal(Unsigned whole, WholeTag /*tag*/) { Access::set(*this, Value(whole)); }

Decimal operator+(const Decimal& a, const Decimal& b) {
    return Decimal::Access::finite(Decimal::Access::value(a) + Decimal::Access::value(b));
}
Decimal operator-(const Decimal& a, const Decimal& b) {
    return Decimal::Access::finite(Decimal::Access::value(a) - Decimal::Access::value(b));
}
Decimal operator*(const Decimal& a, const Decimal& b) {
    return Decimal::Access::finite(Decimal::Access::value(a) * Decimal::Access::value(b));
}
Decimal operator/(const Decimal& a, const Decimal& b) {
    require(!Decimal::Access::value(b).is_zero(), "a number was divided by zero");
    const auto known = short_quotient(Decimal::Access::value(a), Decimal::Access::value(b));
    return Decimal::Access::finite(known ? *known
                                         : settled(Decimal::Access::value(a) / Decimal::Access::value(b)));
}
Decimal Decimal::operator-() const { return Access::finite(-Access::value(*this)); }

bool operator==(const Decimal& a, const Decimal& b) {
    return Decimal::Access::value(a) == Decimal::Access::value(b);
}
std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    return Decimal::Access::value(a).compare(Decimal::Access::value(b)) <=> 0;
}

Decimal power(const Decimal& base, const Decimal& exponent) {
    require(base > Decimal(0), "only a number above zero has roots");
    return Decimal::Access::finite(
        settled(pow(Decimal::Access::value(base), Decimal::Access::value(exponent))));
}

Decimal::Decimal(std::string_view text) {
    const auto parsed = read(text);
    require(static_cast<bool>(parsed), "a constant of the program is no number");
    *this = *parsed;
}

Parsed<Decimal> Decimal::read(std::string_view text) {
    const auto number = scan_number(text);
    if (!number) {
        return number.fault();
    }
    return Access::finite(Value(number->plain));
}

namespace {

/// The digits of a number and where its point stands: 0.digits × 10^point.
struct Digits {
    bool negative = false;
    std::string digits;
    int point = 0;
};

/// Keeps the first `count` digits, half away from zero.
void round_to(Digits& number, int count) {
    if (count >= static_cast<int>(number.digits.size())) {
        return;
    }
    if (count < 0) {
        number.digits.clear();
        return;
    }
    const auto kept = static_cast<std::size_t>(count);
    const bool up = number.digits[kept] >= '5';
    number.digits.resize(kept);
    if (!up) {
        return;
    }
    auto place = number.digits.rbegin();
    while (place != number.digits.rend() && *place == '9') {
        *place++ = '0';
    }
    if (place != number.digits.rend()) {
        ++*place;
        return;
    }
    number.digits.insert(number.digits.begin(), '1');
    ++number.point;
}

/// Takes the parts of a number out of the backend, which hands them to whoever stores it. Its own text goes
/// through a stream, which takes far longer.
class Limbs {
public:
    explicit Limbs(const Value& value) {
        // Storing changes nothing; the backend has one function for both ways.
        Backend copy = value.backend();
        copy.serialize(*this, 0);
    }

    template <typename T>
    Limbs& operator&(const boost::serialization::nvp<T>& part) {
        const std::string_view name = part.name();
        if constexpr (std::same_as<T, std::uint32_t>) {
            if (name == "digit") {
                require(count_ < limbs_.size(), "a number has no more limbs than its backend");
                limbs_[count_++] = part.value();
            }
        } else if constexpr (std::same_as<T, bool>) {
            negative_ = part.value();
        } else if constexpr (std::same_as<T, int>) {
            exponent_ = name == "exponent" ? part.value() : exponent_;
        }
        return *this;
    }

    /// All digits that are carried, but for limbs of zeros at the end.
    Digits digits() const {
        std::size_t last = count_ - 1;
        while (last > 0 && limbs_[last] == 0) {
            --last;
        }
        std::array<char, most_limbs * limb> text;
        char* end = std::to_chars(text.data(), text.data() + text.size(), limbs_[0]).ptr;
        const int point = exponent_ + static_cast<int>(end - text.data());
        for (std::size_t at = 1; at <= last; ++at, end += limb) {
            std::uint32_t rest = limbs_[at];
            for (int place = limb - 1; place >= 0; --place, rest /= 10) {
                end[place] = static_cast<char>('0' + rest % 10);
            }
        }
        return {.negative = negative_, .digits = std::string(text.data(), end), .point = point};
    }

private:
    static constexpr std::size_t most_limbs = 24;
    std::array<std::uint32_t, most_limbs> limbs_{};
    std::size_t count_ = 0;
    int exponent_ = 0;
    bool negative_ = false;
};

/// The fifty digits of a number that is not zero.
Digits digits_of(const Value& value) {
    Digits number = Limbs(value).digits();
    round_to(number, Decimal::digits);
    return number;
}

std::string written(const Digits& number, int places) {
    const int size = static_cast<int>(number.digits.size());
    const auto digit = [&](int place) {
        return place >= 0 && place < size ? number.digits[static_cast<std::size_t>(place)] : '0';
    };
    std::string text;
    for (int place = std::min(0, number.point - 1); place < number.point; ++place) {
        text += digit(place);
    }
    if (number.point <= 0) {
        text = "0";
    }
    if (places > 0) {
        text += '.';
        for (int place = 0; place < places; ++place) {
            text += digit(number.point + place);
        }
    }
    const bool zero = text.find_first_not_of("0.") == std::string::npos;
    return (number.negative && !zero ? "-" : "") + text;
}

}  // namespace

std::string Decimal::to_text(int places) const {
    require(places >= 0, "digits after the point are counted from none");
    if (Access::value(*this).is_zero()) {
        return written({}, places);
    }
    Digits number = digits_of(Access::value(*this));
    round_to(number, number.point + places);
    return written(number, places);
}

std::string Decimal::to_significant(int significant) const {
    if (Access::value(*this).is_zero()) {
        return "0";
    }
    Digits number = digits_of(Access::value(*this));
    round_to(number, significant);
    const std::size_t last = number.digits.find_last_not_of('0');
    number.digits.resize(last + 1);
    return written(number, std::max(0, static_cast<int>(number.digits.size()) - number.point));
}

double Decimal::nearest_double() const {
    if (Access::value(*this).is_zero()) {
        return 0;
    }
    const Digits number = Limbs(Access::value(*this)).digits();
    // Unlike strtod, from_chars reads a point whatever the locale.
    const std::string text =
        (number.negative ? "-0." : "0.") + number.digits + "e" + std::to_string(number.point);
    double nearest = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), nearest);
    if (read.ec == std::errc::result_out_of_range) {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        return abs(Access::value(*this)) < 1 ? 0.0 : Access::value(*this) < 0 ? -infinity : infinity;
    }
    return nearest;
}

Decimal rounded(const Decimal& value, int places) {
    return Decimal::Access::finite(Value(value.to_text(places)));
}

}  // namespace burden::calc
