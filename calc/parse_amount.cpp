#include <algorithm>

#include "burden/calc/amount_words.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/calc/number_text.hpp"
#include "burden/calc/parse.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"

namespace burden::calc {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_sign(char c) { return c == '+' || c == '-'; }

Decimal power_of_ten(int zeros) { return Decimal("1e" + std::to_string(zeros)); }

void append(std::vector<std::string>& list, const std::vector<std::string>& more) {
    list.insert(list.end(), more.begin(), more.end());
}

/// Reads one amount from left to right; places count from its plain text.
class AmountReader {
public:
    explicit AmountReader(std::string_view plain) : plain_(plain) {}

    Parsed<Amount> amount() {
        if (plain_.empty()) {
            return Fault{.message = "an amount is missing", .allowed = example()};
        }
        for (const auto step :
             {&AmountReader::take_early_period, &AmountReader::take_sign, &AmountReader::take_currency,
              &AmountReader::take_number, &AmountReader::take_currency, &AmountReader::take_periods}) {
            if (const Stop stop = (this->*step)()) {
                return *stop;
            }
        }
        if (!rest().empty()) {
            return unexpected();
        }
        if (!currency_) {
            return Fault{.message = "an amount needs a currency: " + quoted(plain_) + " has none",
                         .at = 0,
                         .length = plain_.size(),
                         .allowed = currencies_allowed()};
        }
        if (value_ > Decimal("1e30")) {
            return Fault{.message = quoted(plain_) + " is too large: at most 1e30 is read",
                         .at = 0,
                         .length = plain_.size()};
        }
        return Amount{sign_ == '-' ? -value_ : value_, *currency_, period_, years_};
    }

private:
    using Stop = std::optional<Fault>;

    static std::vector<std::string> example() { return {"an amount such as 1,055.1 bn JPY"}; }

    std::string_view rest() const { return plain_.substr(at_); }
    std::string_view next(std::size_t length) const { return plain_.substr(at_, length); }
    /// What stands before the next space.
    std::string_view next_word() const { return next(std::min(rest().find(' '), rest().size())); }
    bool sign_follows() const { return at_ < plain_.size() && is_sign(plain_[at_]); }
    bool digit_follows() const { return at_ < plain_.size() && is_digit(plain_[at_]); }

    /// Moves past a word and the spaces behind it.
    std::string_view take(std::size_t length) {
        const std::string_view word = next(length);
        at_ = std::min(plain_.find_first_not_of(' ', at_ + length), plain_.size());
        return word;
    }

    Fault here(std::string message, std::size_t length) const {
        return {.message = std::move(message), .at = at_, .length = std::max<std::size_t>(1, length)};
    }

    /// 毎年 and 年間 may stand before the amount.
    Stop take_early_period() {
        for (const std::string_view phrase : {"毎年", "年間"}) {
            if (rest().starts_with(phrase)) {
                period_ = StatedPeriod::per_year;
                period_word_ = take(phrase.size());
                break;
            }
        }
        return std::nullopt;
    }

    Stop take_sign() {
        if (sign_follows() && sign_ == 0) {
            sign_ = take(1)[0];
        }
        return std::nullopt;
    }

    /// A currency stands before or behind the number; a second one is left for `unexpected`.
    Stop take_currency() {
        const auto found = currency_at(rest());
        if (!found || currency_) {
            return std::nullopt;
        }
        currency_ = found->currency;
        currency_word_ = take(found->length);
        currency_behind_ = number_taken_;
        return number_taken_ ? std::nullopt : take_sign();
    }

    Stop take_number() {
        const auto number = scanned();
        if (!number) {
            return number.fault();
        }
        number_taken_ = true;
        if (const auto scale = western_scale_at(rest())) {
            value_ = Decimal(number->plain) * power_of_ten(scale->zeros);
            scale_word_ = take(scale->length);
            return std::nullopt;
        }
        return take_myriads(*number);
    }

    Parsed<NumberText> scanned() {
        if (rest().empty()) {
            Fault fault = here("a number is missing after " + quoted(plain_), 1);
            fault.allowed = example();
            return fault;
        }
        if (sign_follows()) {
            return here("a second sign " + quoted(next(1)), 1);
        }
        if (!digit_follows() && rest()[0] != '.') {
            return no_number();
        }
        auto number = scan_grouped_number(rest());
        if (!number) {
            return moved(number.fault(), at_);
        }
        take(number->length);
        return number;
    }

    Fault no_number() const {
        if (const auto scale = scale_at(rest())) {
            return here("a number is missing before " + quoted(next(scale->length)), scale->length);
        }
        if (currency_ && currency_at(rest())) {
            return unexpected();
        }
        const std::string_view word = next(unknown_length(rest()));
        if (currency_) {
            Fault fault = here(quoted(word) + " does not begin a number", word.size());
            fault.allowed = {"a number behind " + quoted(currency_word_)};
            return fault;
        }
        Fault fault = here(quoted(word) + " is neither a number nor a currency", word.size());
        fault.allowed = {"a number"};
        append(fault.allowed, currencies_allowed());
        fault.nearest = nearest_of(word, {});
        return fault;
    }

    /// The nearest of the words that `known` and, where a currency may stand, currencies make.
    std::string nearest_of(std::string_view word, std::vector<std::string> known) const {
        if (!currency_) {
            append(known, currency_words());
        }
        std::string near = nearest(word, known);
        // Almost any three letters are near a code: 'mil' is no slip of MDL.
        const bool capitals =
            std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (near.empty() && !currency_ && (capitals || !scale_word_.empty())) {
            near = nearest(word, currency_codes());
        }
        return near;
    }

    /// `5千`, `2千300` or a bare number: what one sign for a myriad multiplies. `number` is read already.
    struct Section {
        Decimal value;
        bool whole;         ///< written without digits after the point
        bool ends_in_sign;  ///< and not in digits
    };

    Parsed<Section> section_from(const NumberText& number) {
        Section section{Decimal(number.plain), number.places == 0, false};
        const auto thousands = thousands_at(rest());
        if (!thousands) {
            return section;
        }
        section.value *= power_of_ten(thousands->zeros);
        section.ends_in_sign = true;
        scale_word_ = take(thousands->length);
        if (!digit_follows()) {
            return section;
        }
        const std::size_t start = at_;
        const auto units = scanned();
        if (!units) {
            return units.fault();
        }
        const Decimal below(units->plain);
        if (!section.whole || !(below < power_of_ten(thousands->zeros))) {
            return misplaced(start, section.whole, thousands->word);
        }
        return Section{section.value + below, units->places == 0, false};
    }

    /// `1兆551億`: sections with falling signs, each worth less than one of the sign before it.
    Stop take_myriads(NumberText number) {
        std::optional<Scale> above;
        std::size_t start = 0;
        for (;;) {
            const auto section = section_from(number);
            if (!section) {
                return section.fault();
            }
            const auto myriad = myriad_at(rest());
            if (myriad && above && myriad->zeros >= above->zeros) {
                return here(quoted(myriad->word) + " stands behind " + quoted(above->word) +
                                "; 兆, 億 and 万 stand in falling order",
                            myriad->length);
            }
            const Decimal value = section->value * power_of_ten(myriad ? myriad->zeros : 0);
            if (above && !(value < power_of_ten(above->zeros))) {
                return misplaced(start, true, above->word);
            }
            value_ += value;
            if (!myriad) {
                return std::nullopt;
            }
            scale_word_ = take(myriad->length);
            if (!digit_follows()) {
                return std::nullopt;
            }
            if (!section->whole) {
                return misplaced(at_, false, myriad->word);
            }
            above = myriad;
            start = at_;
            const auto more = scanned();
            if (!more) {
                return more.fault();
            }
            number = *more;
        }
    }

    /// A part behind the sign `above` that is too much for its place, or that follows digits after a point.
    Fault misplaced(std::size_t start, bool too_much, std::string_view above) const {
        const auto digits = scan_grouped_number(plain_.substr(start));
        const std::string_view part = plain_.substr(start, digits ? digits->length : 1);
        return {.message = too_much ? quoted(part) + " behind " + quoted(above) + " is not less than one " +
                                          quoted(above)
                                    : quoted(part) + " stands behind " + quoted(above) +
                                          ", which counts a number with a point",
                .at = start,
                .length = part.size()};
    }

    Stop take_periods() {
        for (;;) {
            const std::string_view from_here = rest();
            const auto phrase = period_at(from_here);
            const std::size_t over = phrase || next_word().size() != 4 ? 0 : phrase_length(from_here, "over");
            if (!phrase && over == 0) {
                return std::nullopt;
            }
            const StatedPeriod period = phrase ? phrase->period : StatedPeriod::in_total;
            // "In total over five years" says one thing; anything else said twice says two.
            const bool agrees =
                period == StatedPeriod::in_total && period_ == period && (phrase ? !total_said_ : !years_);
            if (period_ != StatedPeriod::none && !agrees) {
                const std::string_view word = trimmed(next(phrase ? phrase->length : over));
                return here(quoted(word) + " stands beside " + quoted(period_word_) +
                                "; an amount is per year or in total",
                            word.size());
            }
            period_ = period;
            take(phrase ? phrase->length : over);
            total_said_ = total_said_ || phrase;
            if (const Stop stop = phrase ? std::nullopt : take_years()) {
                return stop;
            }
            period_word_ = trimmed(from_here.substr(0, from_here.size() - rest().size()));
        }
    }

    /// What follows `over`.
    Stop take_years() {
        const std::string_view word = next_word();
        const auto count = count_of_years(word);
        if (!count) {
            Fault fault = here(word.empty() ? "the number of years is missing after 'over'"
                                            : quoted(word) + " is no number of years",
                               word.size());
            fault.allowed = {"1 to 100", "one to ten"};
            fault.nearest = nearest(word, counts_of_years());
            return fault;
        }
        years_ = count;
        take(word.size());
        const std::size_t length = std::max(phrase_length(rest(), "years"), phrase_length(rest(), "year"));
        if (length == 0) {
            const std::string_view other = next(unknown_length(rest()));
            Fault fault = here(other.empty() ? "'years' is missing after " + quoted(word)
                                             : quoted(other) + " stands where 'years' should",
                               other.size());
            fault.allowed = {"years"};
            return fault;
        }
        take(length);
        return std::nullopt;
    }

    /// What stands where the amount should have ended.
    Fault unexpected() const {
        if (const auto found = currency_at(rest())) {
            const std::string word = quoted(next(found->length));
            if (!currency_) {
                return here("the currency " + word + " stands behind the period", found->length);
            }
            return here((found->currency == *currency_ ? "the currency is written twice: "
                                                       : "two currencies in one amount: ") +
                            quoted(currency_word_) + " and " + word,
                        found->length);
        }
        if (const auto scale = scale_at(rest())) {
            const std::string word = quoted(next(scale->length));
            return here(scale_word_.empty()
                            ? "the scale " + word + " stands apart from its number"
                            : "the scale is written twice: " + quoted(scale_word_) + " and " + word,
                        scale->length);
        }
        if (digit_follows() || sign_follows()) {
            const auto number = scan_grouped_number(rest());
            const std::size_t length = number ? number->length : 1;
            return here(quoted(next(length)) + " stands behind the number; digits are grouped by commas",
                        length);
        }
        return unknown_word();
    }

    Fault unknown_word() const {
        std::size_t length = unknown_length(rest());
        for (const std::string_view opening : {"per", "a", "in"}) {
            if (phrase_length(rest(), opening) == length && length < rest().size()) {
                const std::size_t second = rest().find_first_not_of(' ', length);
                length = second + unknown_length(rest().substr(second));
                break;
            }
        }
        const std::string_view word = next(length);
        Fault fault = here("unknown word " + quoted(word), word.size());
        std::vector<std::string> known;
        // "$8.6 bilion": a scale may follow while neither a scale nor a currency stands behind the number.
        if (scale_word_.empty() && period_word_.empty() && !currency_behind_) {
            known = scale_names();
            fault.allowed = known;
        }
        if (!currency_) {
            append(fault.allowed, currencies_allowed());
        }
        append(known, period_names());
        append(known, {"over"});
        append(fault.allowed, period_names());
        fault.nearest = nearest_of(word, known);
        if (fault.nearest == "over") {
            fault.nearest = "over 5 years";
        }
        return fault;
    }

    std::string_view plain_;
    std::size_t at_ = 0;
    Decimal value_;
    char sign_ = 0;
    bool number_taken_ = false;
    bool currency_behind_ = false;
    bool total_said_ = false;
    std::optional<Currency> currency_;
    StatedPeriod period_ = StatedPeriod::none;
    std::optional<int> years_;
    // As they were written, for messages.
    std::string_view scale_word_;
    std::string_view currency_word_;
    std::string_view period_word_;
};

}  // namespace

Parsed<Amount> read_amount(std::string_view text) {
    return read_plainly<Amount>(text, longest_figure,
                                [](std::string_view plain) { return AmountReader(plain).amount(); });
}

}  // namespace burden::calc
