#include "burden/calc/amount_words.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"

namespace burden::calc {
namespace {

struct ScaleWord {
    std::string_view word;
    int zeros;
};

constexpr std::array<ScaleWord, 10> western = {{{"thousand", 3},
                                                {"k", 3},
                                                {"million", 6},
                                                {"mn", 6},
                                                {"m", 6},
                                                {"billion", 9},
                                                {"bn", 9},
                                                {"b", 9},
                                                {"trillion", 12},
                                                {"tn", 12}}};
constexpr std::array<ScaleWord, 1> thousands = {{{"千", 3}}};
constexpr std::array<ScaleWord, 3> myriads = {{{"万", 4}, {"億", 8}, {"兆", 12}}};

struct CurrencyWord {
    std::string_view word;
    std::string_view code;
};

constexpr std::array<CurrencyWord, 31> words_for_currencies = {{
    {"yen", "JPY"},   {"¥", "JPY"},         {"円", "JPY"},      {"yuan", "CNY"},       {"元", "CNY"},
    {"$", "USD"},     {"us$", "USD"},       {"dollars", "USD"}, {"us dollars", "USD"}, {"dollar", "USD"},
    {"ドル", "USD"},  {"us dollar", "USD"}, {"won", "KRW"},     {"₩", "KRW"},          {"원", "KRW"},
    {"euros", "EUR"}, {"ウォン", "KRW"},    {"€", "EUR"},       {"euro", "EUR"},       {"ユーロ", "EUR"},
    {"£", "GBP"},     {"pounds", "GBP"},    {"pound", "GBP"},   {"zloty", "PLN"},      {"zł", "PLN"},
    {"złoty", "PLN"}, {"zlotys", "PLN"},    {"złotych", "PLN"}, {"₱", "PHP"},          {"a$", "AUD"},
    {"au$", "AUD"},
}};

struct PeriodPhrase {
    std::string_view phrase;
    StatedPeriod period;
};

constexpr std::array<PeriodPhrase, 11> period_phrases = {{
    {"per year", StatedPeriod::per_year},
    {"a year", StatedPeriod::per_year},
    {"annually", StatedPeriod::per_year},
    {"yearly", StatedPeriod::per_year},
    {"/year", StatedPeriod::per_year},
    {"/ year", StatedPeriod::per_year},
    {"per annum", StatedPeriod::per_year},
    {"毎年", StatedPeriod::per_year},
    {"年間", StatedPeriod::per_year},
    {"in total", StatedPeriod::in_total},
    {"total", StatedPeriod::in_total},
}};

constexpr int most_years = 100;
constexpr std::array<std::string_view, 10> small_counts = {"one", "two",   "three", "four", "five",
                                                           "six", "seven", "eight", "nine", "ten"};

/// The entry whose text takes the most bytes at the start of `plain`, and how many.
template <typename Entry>
std::pair<const Entry*, std::size_t> longest_of(std::span<const Entry> entries,
                                                std::string_view Entry::* text, std::string_view plain) {
    std::pair<const Entry*, std::size_t> best{nullptr, 0};
    for (const Entry& entry : entries) {
        const std::size_t length = phrase_length(plain, entry.*text);
        if (length > best.second) {
            best = {&entry, length};
        }
    }
    return best;
}

std::optional<Scale> scale_of(std::span<const ScaleWord> words, std::string_view plain) {
    const auto [entry, length] = longest_of(words, &ScaleWord::word, plain);
    return entry == nullptr ? std::nullopt : std::optional<Scale>({entry->word, entry->zeros, length});
}

}  // namespace

std::optional<Scale> western_scale_at(std::string_view plain) { return scale_of(western, plain); }

std::optional<Scale> thousands_at(std::string_view plain) { return scale_of(thousands, plain); }

std::optional<Scale> myriad_at(std::string_view plain) { return scale_of(myriads, plain); }

std::optional<Scale> scale_at(std::string_view plain) {
    for (const auto& find : {western_scale_at, thousands_at, myriad_at}) {
        if (const auto scale = find(plain)) {
            return scale;
        }
    }
    return std::nullopt;
}

std::optional<CurrencyAt> currency_at(std::string_view plain) {
    const auto [entry, length] =
        longest_of(std::span<const CurrencyWord>(words_for_currencies), &CurrencyWord::word, plain);
    if (entry != nullptr) {
        return CurrencyAt{Currency(entry->code), length};
    }
    const std::size_t letters = word_length(plain);
    const auto code = Currency::read(plain.substr(0, letters));
    return code ? std::optional<CurrencyAt>({*code, letters}) : std::nullopt;
}

std::optional<PeriodAt> period_at(std::string_view plain) {
    const auto [entry, length] =
        longest_of(std::span<const PeriodPhrase>(period_phrases), &PeriodPhrase::phrase, plain);
    return entry == nullptr ? std::nullopt : std::optional<PeriodAt>({entry->period, length});
}

std::optional<int> count_of_years(std::string_view word) {
    for (std::size_t n = 0; n < small_counts.size(); ++n) {
        if (!word.empty() && phrase_length(word, small_counts.at(n)) == word.size()) {
            return static_cast<int>(n) + 1;
        }
    }
    int count = 0;
    for (const char digit : word) {
        if (digit < '0' || digit > '9' || count > most_years) {
            return std::nullopt;
        }
        count = count * 10 + (digit - '0');
    }
    return count >= 1 && count <= most_years ? std::optional<int>(count) : std::nullopt;
}

std::size_t unknown_length(std::string_view plain) {
    std::size_t length = word_length(plain);
    if (length == 0) {
        return character_length(plain);
    }
    for (const std::string_view sign : {"$", "¥", "£"}) {
        if (plain.substr(length).starts_with(sign)) {
            return length + sign.size();
        }
    }
    return length;
}

std::vector<std::string> scale_names() {
    std::vector<std::string> names;
    for (const std::span<const ScaleWord> words :
         {std::span<const ScaleWord>(western), std::span<const ScaleWord>(thousands),
          std::span<const ScaleWord>(myriads)}) {
        for (const ScaleWord& scale : words) {
            names.emplace_back(scale.word);
        }
    }
    return names;
}

std::vector<std::string> currency_words() {
    std::vector<std::string> names;
    for (const CurrencyWord& word : words_for_currencies) {
        // Signs are no slips of anything: C$ is not near $.
        if (word_length(word.word) == word.word.size()) {
            names.emplace_back(word.word);
        }
    }
    return names;
}

std::vector<std::string> period_names() {
    std::vector<std::string> names;
    for (const PeriodPhrase& phrase : period_phrases) {
        if (phrase.phrase != "/ year") {
            names.emplace_back(phrase.phrase);
        }
    }
    names.emplace_back("over 5 years");
    return names;
}

std::vector<std::string> counts_of_years() { return {small_counts.begin(), small_counts.end()}; }

std::vector<std::string> currencies_allowed() {
    return {"a code of ISO 4217, such as JPY, USD or EUR",
            "¥ 円 yen",
            "$ US$ dollars",
            "€ euros",
            "£ pounds",
            "₩ 원 won",
            "元 yuan",
            "zł zloty",
            "₱",
            "A$ AU$"};
}

}  // namespace burden::calc
