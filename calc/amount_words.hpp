/// The words that stand around the number of an amount: scales, currencies, periods.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/currency.hpp"
#include "burden/calc/parse.hpp"

namespace burden::calc {

/// A word for a power of ten.
struct Scale {
    std::string_view word;
    int zeros = 0;
    std::size_t length = 0;  ///< bytes it takes where it was found
};

/// What stands at the start of `plain`, in any case and as long as can be; none when nothing of the kind
/// does. `thousand`, `bn` and their like.
std::optional<Scale> western_scale_at(std::string_view plain);
/// 千.
std::optional<Scale> thousands_at(std::string_view plain);
/// 万, 億 or 兆.
std::optional<Scale> myriad_at(std::string_view plain);
/// Any of these.
std::optional<Scale> scale_at(std::string_view plain);

/// A currency and the bytes it takes where it was found.
struct CurrencyAt {
    Currency currency;
    std::size_t length = 0;
};
/// A code, a sign or a word.
std::optional<CurrencyAt> currency_at(std::string_view plain);

/// A period and the bytes it takes where it was found.
struct PeriodAt {
    StatedPeriod period = StatedPeriod::none;
    std::size_t length = 0;
};
/// A phrase for a period that has no count of years in it.
std::optional<PeriodAt> period_at(std::string_view plain);

/// A count of years from 1 to 100, in digits or, up to ten, in a word; none for another text.
std::optional<int> count_of_years(std::string_view word);

/// Bytes of a word that is in no table, with the sign that may follow it as in C$, or of one character.
std::size_t unknown_length(std::string_view plain);

/// What may stand in an amount, for messages and for the nearest known name; of currencies the words.
std::vector<std::string> scale_names();
std::vector<std::string> currency_words();
std::vector<std::string> period_names();
std::vector<std::string> counts_of_years();
/// Currencies in few words.
std::vector<std::string> currencies_allowed();

}  // namespace burden::calc
