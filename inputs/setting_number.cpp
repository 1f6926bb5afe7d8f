#include "burden/inputs/setting_number.hpp"

#include <array>
#include <utility>

#include "burden/calc/number_text.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using models::ChangeKind;

namespace {

constexpr std::string_view times = "\u00D7";

struct AmountScale {
    Decimal units;
    std::string word;  ///< with a space behind it
};

/// The largest scale that leaves a digit before the point.
const AmountScale& scale_of(const Decimal& amount) {
    static const std::array<AmountScale, 4> scales = {
        {{Decimal("1e12"), "tn "}, {Decimal("1e9"), "bn "}, {Decimal("1e6"), "mn "}, {Decimal(1), ""}}};
    const Decimal size = greatest(amount, -amount);
    for (const AmountScale& scale : scales) {
        if (size >= scale.units) {
            return scale;
        }
    }
    return scales.back();
}

std::string digits(const Decimal& number) { return number.to_significant(Decimal::digits); }

/// A number behind its sign, which a change always has.
std::string with_sign(const SettingNumber& number, const Decimal& shown) {
    return (number.change == ChangeKind::add && shown >= Decimal(0) ? "+" : "") + digits(shown);
}

std::string written(const ScenarioKey& key, const SettingNumber& number, const char* percent) {
    switch (form_of(key, number)) {
        case NumberForm::percent:
            return digits(number.value * 100) + percent;
        case NumberForm::points:
            return with_sign(number, number.value * 100) + " pp";
        case NumberForm::factor:
            return std::string(times) + digits(number.value);
        case NumberForm::amount: {
            const AmountScale& scale = scale_of(number.value);
            return with_sign(number, number.value / scale.units) + " " + scale.word + number.currency->code();
        }
        case NumberForm::plain:
            break;
    }
    return with_sign(number, number.value);
}

calc::Parsed<Decimal> bare_number(std::string_view text) {
    const auto number = calc::scan_number(text);
    return number ? calc::Parsed<Decimal>(Decimal(number->plain)) : calc::Parsed<Decimal>(number.fault());
}

calc::Parsed<Decimal> read_plain_distance(NumberForm form, const SettingNumber& like,
                                          std::string_view plain) {
    const auto wrong = [&](std::string message, std::vector<std::string> allowed) {
        return calc::Fault{.message = std::move(message),
                           .at = 0,
                           .length = std::max<std::size_t>(1, plain.size()),
                           .allowed = std::move(allowed)};
    };
    switch (form) {
        case NumberForm::percent:
        case NumberForm::points: {
            const auto points = calc::read_points(plain);
            const auto share = points ? points : calc::read_share(plain);
            return share ? share
                         : wrong(calc::quoted(plain) + " is no distance of shares", {"0.5%", "0.5 pp"});
        }
        case NumberForm::factor:
            return bare_number(plain.starts_with(times) ? plain.substr(times.size()) : plain);
        case NumberForm::amount: {
            const auto amount = calc::read_amount(plain);
            if (amount && amount->currency != *like.currency) {
                return wrong("an amount in " + amount->currency.code() + " beside amounts in " +
                                 like.currency->code() + ": currencies do not mix",
                             {"an amount in " + like.currency->code()});
            }
            return amount ? calc::Parsed<Decimal>(amount->value) : calc::Parsed<Decimal>(amount.fault());
        }
        case NumberForm::plain:
            break;
    }
    return bare_number(plain);
}

}  // namespace

std::optional<SettingNumber> number_of(const SettingValue& value) {
    const auto* const number = std::get_if<NumberSetting>(&value);
    if (number == nullptr || number->fact || !number->layer.always || !number->layer.years.empty()) {
        return std::nullopt;
    }
    return SettingNumber{number->layer.always->kind, number->currency, number->layer.always->by};
}

bool alike(const SettingNumber& a, const SettingNumber& b) {
    return a.change == b.change && a.currency == b.currency;
}

NumberForm form_of(const ScenarioKey& key, const SettingNumber& number) {
    if (number.change == ChangeKind::multiply) {
        return NumberForm::factor;
    }
    if (number.currency) {
        return NumberForm::amount;
    }
    if (key.form == ValueForm::number) {
        return NumberForm::plain;
    }
    return number.change == ChangeKind::add ? NumberForm::points : NumberForm::percent;
}

std::string setting_text(const ScenarioKey& key, const SettingNumber& number) {
    return written(key, number, "%");
}

std::string setting_words(const ScenarioKey& key, const SettingNumber& number) {
    if (form_of(key, number) == NumberForm::plain && number.change == ChangeKind::set) {
        return number_words(number.value, Decimal::digits);
    }
    std::string words = written(key, number, " %");
    const std::size_t minus = words.find('-');
    if (minus != std::string::npos) {
        words.replace(minus, 1, "\u2212");
    }
    return words;
}

SettingValue value_with(const SettingNumber& number) {
    NumberSetting setting;
    setting.layer.always = models::Change<Decimal>{number.change, number.value};
    setting.currency = number.currency;
    return SettingValue(std::in_place_type<NumberSetting>, std::move(setting));
}

calc::Parsed<Decimal> read_distance(const ScenarioKey& key, const SettingNumber& like,
                                    std::string_view text) {
    return calc::read_plainly<Decimal>(
        text, calc::longest_figure, [&](std::string_view plain) -> calc::Parsed<Decimal> {
            auto distance = read_plain_distance(form_of(key, like), like, plain);
            if (distance && *distance == Decimal(0)) {
                return calc::Fault{.message = "a distance of zero leads nowhere",
                                   .at = 0,
                                   .length = std::max<std::size_t>(1, plain.size())};
            }
            return distance;
        });
}

ShownNumber shown_in(const ScenarioKey& key, const SettingNumber& largest) {
    switch (form_of(key, largest)) {
        case NumberForm::percent:
            return {Decimal("0.01"), "%"};
        case NumberForm::points:
            return {Decimal("0.01"), "pp"};
        case NumberForm::factor:
            return {Decimal(1), "times"};
        case NumberForm::amount: {
            const AmountScale& scale = scale_of(largest.value);
            const std::string word = scale.word.empty() ? "" : " " + scale.word.substr(0, 2);
            return {scale.units, largest.currency->code() + word};
        }
        case NumberForm::plain:
            break;
    }
    return {Decimal(1), key.unit == "persons" ? "persons" : ""};
}

}  // namespace burden::inputs
