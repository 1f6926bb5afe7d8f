#include "burden/inputs/words.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace burden::inputs {

using calc::Decimal;

std::string percent_words(const Decimal& share, int places) {
    const Decimal percent = rounded(share * 100, places);
    return percent < Decimal(0) ? "\u2212" + (-percent).to_significant(Decimal::digits) + " %"
                                : percent.to_significant(Decimal::digits) + " %";
}

std::string amount_words(const Decimal& amount, const calc::Currency& currency) {
    static const std::array<std::pair<Decimal, std::string_view>, 4> scales = {
        {{Decimal("1e12"), " tn "}, {Decimal("1e9"), " bn "}, {Decimal("1e6"), " mn "}, {Decimal(1), " "}}};
    const Decimal size = amount < Decimal(0) ? -amount : amount;
    for (const auto& [scale, name] : scales) {
        if (size >= scale) {
            const int places = size / scale < Decimal(100) ? 2 : 1;
            return rounded(amount / scale, places).to_significant(Decimal::digits) + std::string(name) +
                   currency.code();
        }
    }
    return amount.to_significant(4) + " " + currency.code();
}

std::string number_words(const Decimal& number, int places) {
    std::string digits = rounded(number, places).to_significant(Decimal::digits);
    const bool below_zero = digits.front() == '-';
    if (below_zero) {
        digits.erase(0, 1);
    }
    for (std::size_t at = std::min(digits.find('.'), digits.size()); at > 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return below_zero ? "\u2212" + digits : digits;
}

std::string signed_words(const Decimal& amount, const calc::Currency& currency, int places) {
    static const std::array<std::pair<Decimal, std::string_view>, 4> scales = {
        {{Decimal(1), ""}, {Decimal("1e6"), " mn"}, {Decimal("1e9"), " bn"}, {Decimal("1e12"), " tn"}}};
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> signs = {
        {{"JPY", "¥"}, {"USD", "$"}, {"KRW", "₩"}, {"EUR", "€"}, {"GBP", "£"}}};
    const bool below_zero = amount < Decimal(0);
    const Decimal size = below_zero ? -amount : amount;
    const auto* scale = &scales.back();
    for (const auto& one : scales) {
        // A billion counts to 9,999, as budgets are printed; a million is left for the next scale sooner.
        const bool billions = one.second == " bn";
        const Decimal limit = one.first * (billions ? 10'000 : one.second.empty() ? 1'000'000 : 1'000);
        if (size < limit) {
            scale = &one;
            break;
        }
    }
    const std::string number = number_words(size / scale->first, places) + std::string(scale->second);
    const auto* const sign = std::find_if(signs.begin(), signs.end(),
                                          [&](const auto& one) { return one.first == currency.code(); });
    const std::string minus = below_zero ? "\u2212" : "";
    return sign == signs.end() ? minus + number + " " + currency.code()
                               : minus + std::string(sign->second) + number;
}

std::string days_words(int days) { return std::to_string(days) + (days == 1 ? " day" : " days"); }

std::string count_words(int count) {
    static constexpr std::array<std::string_view, 13> words = {"no",   "one",    "two",   "three", "four",
                                                               "five", "six",    "seven", "eight", "nine",
                                                               "ten",  "eleven", "twelve"};
    return count >= 0 && count < static_cast<int>(words.size())
               ? std::string(words[static_cast<std::size_t>(count)])
               : std::to_string(count);
}

}  // namespace burden::inputs
