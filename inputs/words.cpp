#include "burden/inputs/words.hpp"

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

}  // namespace burden::inputs
