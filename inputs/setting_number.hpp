/// The one number of a setting, and how it is written: what sweeps, searches and swings move.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "burden/inputs/scenario.hpp"

namespace burden::inputs {

/// A number that a key is set to, or changed by, for every year. Shares as 0.034, amounts in whole units.
struct SettingNumber {
    models::ChangeKind change = models::ChangeKind::set;
    std::optional<calc::Currency> currency = {};  ///< of an amount
    calc::Decimal value;
};

/// The number of a value that is one number for every year; none for words, figures by year and facts.
std::optional<SettingNumber> number_of(const SettingValue& value);

/// Whether two numbers differ in nothing but their size.
bool alike(const SettingNumber& a, const SettingNumber& b);

/// How the numbers of a key are written.
enum class NumberForm {
    percent,  ///< 0.034 is "3.4%"
    points,   ///< 0.005 is "+0.5 pp"
    factor,   ///< 1.1 is "×1.1"
    amount,   ///< "8.2 bn JPY", "+8.2 bn JPY"
    plain     ///< "54288", "+500"
};
NumberForm form_of(const ScenarioKey& key, const SettingNumber& number);

/// As --set takes it, every digit: "4.521%", "+0.5 pp", "×1.1", "8.2 bn JPY".
std::string setting_text(const ScenarioKey& key, const SettingNumber& number);
/// As people read it, every digit: "4.521 %", "+0.5 pp", "×1.1", "8.2 bn JPY", "54,288".
std::string setting_words(const ScenarioKey& key, const SettingNumber& number);

/// A value of a key with this number in it.
SettingValue value_with(const SettingNumber& number);

/// How far two numbers of a key that are like `like` lie apart, with a sign or without: "0.5%" and "0.5 pp"
/// of shares, "1 bn JPY" of amounts, "10" of numbers, "0.05" of factors. Not zero.
calc::Parsed<calc::Decimal> read_distance(const ScenarioKey& key, const SettingNumber& like,
                                          std::string_view text);

/// A number as it is shown: in percent, points, or the largest scale that leaves a digit before the point.
struct ShownNumber {
    calc::Decimal units = 1;  ///< what one shown unit holds: 0.01 for a percentage
    std::string unit = {};    ///< "%", "pp", "times", "JPY bn"; empty for a plain number
};
ShownNumber shown_in(const ScenarioKey& key, const SettingNumber& largest);

}  // namespace burden::inputs
