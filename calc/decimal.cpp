#include "burden/calc/decimal.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "burden/calc/number_text.hpp"

namespace burden::calc {
namespace {

/// Limbs of the backend hold eight digits; an exponent moves in steps of that.
constexpr int limb = 8;

int floor_to_limb(int order) { return (order >= 0 ? order / limb : -((limb - 1 - order) / limb)) * limb; }

}  // namespace

Decimal Decimal::finite(Value value) {
    // Beyond this no sum of money is meant, and the backend's exponent still has room.
    static const Value largest("1e400");
    require(boost::multiprecision::isfinite(value) && abs(value) < largest, "a number overflowed");
    Decimal result;
    result.value_ = std::move(value);
    return result;
}

/// Rounds away the last of the carried digits. The backend multiplies by a reciprocal, so that 6 / 3 comes
/// out a hair off 2; without its last two limbs, a quotient that fits in fifty digits is exact.
Decimal::Value Decimal::settled(const Value& value) {
    if (value.is_zero()) {
        return value;
    }
    const auto power_of_ten = [](int exponent) {
        return Value(boost::multiprecision::cpp_dec_float<50>(1.0, exponent));
    };
    const int top = floor_to_limb(static_cast<int>(value.backend().order()));
    Value half = power_of_ten(top - 7 * limb - 1) * 5;
    Value shift = power_of_ten(top + 2 * limb);
    if (value < 0) {
        half = -half;
        shift = -shift;
    }
    return ((value + half) + shift) - shift;
}

Decimal operator/(const Decimal& a, const Decimal& b) {
    require(!b.value_.is_zero(), "a number was divided by zero");
    return Decimal::finite(Decimal::settled(a.value_ / b.value_));
}

Decimal power(const Decimal& base, const Decimal& exponent) {
    require(base > Decimal(0), "only a number above zero has roots");
    return Decimal::finite(Decimal::settled(pow(base.value_, exponent.value_)));
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
    return finite(Value(number->plain));
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

Digits digits_of(const std::string& scientific) {
    Digits number;
    std::size_t at = 0;
    if (scientific[at] == '-') {
        number.negative = true;
        ++at;
    }
    const std::size_t e = scientific.find('e');
    for (; at < e; ++at) {
        if (scientific[at] != '.') {
            number.digits += scientific[at];
        }
    }
    number.point = std::stoi(scientific.substr(e + 1)) + 1;
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
    if (value_.is_zero()) {
        return written({}, places);
    }
    Digits number = digits_of(value_.str(0, std::ios_base::scientific));
    round_to(number, number.point + places);
    return written(number, places);
}

std::string Decimal::to_significant(int significant) const {
    if (value_.is_zero()) {
        return "0";
    }
    Digits number = digits_of(value_.str(0, std::ios_base::scientific));
    round_to(number, significant);
    const std::size_t last = number.digits.find_last_not_of('0');
    number.digits.resize(last + 1);
    return written(number, std::max(0, static_cast<int>(number.digits.size()) - number.point));
}

double Decimal::nearest_double() const {
    // Unlike strtod, from_chars reads a point whatever the locale.
    const std::string text = value_.str(0, std::ios_base::scientific);
    double nearest = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), nearest);
    if (read.ec == std::errc::result_out_of_range) {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        return abs(value_) < 1 ? 0.0 : value_ < 0 ? -infinity : infinity;
    }
    return nearest;
}

Decimal rounded(const Decimal& value, int places) {
    return Decimal::finite(Decimal::Value(value.to_text(places)));
}

}  // namespace burden::calc
