#include "burden/brief/derivation_outline.hpp"

#include <algorithm>
#include <array>
#include <deque>

#include "burden/brief/scale.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/inputs/words.hpp"

namespace burden::brief {

using calc::Decimal;
using calc::Operation;

namespace {

/// Rounded to so many digits from the first that is not zero; digits before the point all stay.
std::string digits(const Decimal& value, int significant) {
    Decimal size = greatest(value, -value);
    int places = significant - 1;
    for (; size >= Decimal(10) && places > 0; --places) {
        size /= Decimal(10);
    }
    constexpr int most_places = 12;
    for (; size != Decimal(0) && size < Decimal(1) && places < most_places; ++places) {
        size *= Decimal(10);
    }
    return inputs::number_words(value, places);
}

/// Whether a unit is money: the code of a currency.
bool is_money(const std::string& unit) {
    return unit.size() == 3 &&
           std::all_of(unit.begin(), unit.end(), [](char c) { return 'A' <= c && c <= 'Z'; });
}

constexpr int amount_digits = 5;
constexpr int number_digits = 6;

}  // namespace

std::string derived_figure(const Decimal& value, const std::string& unit) {
    if (unit == "%") {
        return digits(value * Decimal(100), amount_digits) + " %";
    }
    const bool money = is_money(unit);
    if (money || (unit == "persons" && Decimal(1'000'000) <= greatest(value, -value))) {
        const Scale scale = headline_scale_for(value);
        const std::string figure = digits(value / scale.units, money ? amount_digits : number_digits);
        return scale.word.empty() ? figure : figure + " " + std::string(scale.word);
    }
    return digits(value, number_digits);
}

Outline::Outline(const inputs::CellDerivation& derivation)
    : derivation_(derivation), symbols_(derivation.steps.size()) {
    symbols_.front() = harmless(derivation.cell);
    entries_.push_back({.step = 0, .symbol = symbols_.front()});
    for (std::size_t at = 0; at < entries_.size(); ++at) {
        add_below(at);
    }
}

bool Outline::is_input(const OutlineEntry& entry) const {
    return step_of(entry).operation == Operation::input;
}

void Outline::add_below(std::size_t at) {
    Formula formula = formula_of(derivation_.steps, entries_[at].step);
    if (formula.kind == Formula::Kind::result && formula.step == entries_[at].step) {
        closed_ += is_input(entries_[at]) ? 0 : 1;
        return;
    }
    const int level = entries_[at].level;
    for (const std::size_t step : results_in(formula)) {
        if (symbols_[step].empty()) {
            symbols_[step] = symbol_for(step);
            entries_[at].below.push_back(entries_.size());
            entries_.push_back({.step = step, .level = level + 1, .symbol = symbols_[step]});
        }
    }
    entries_[at].formula = std::move(formula);
}

std::string Outline::symbol_for(std::size_t step) {
    const calc::DerivationStep& one = derivation_.steps[step];
    const std::string own = derivation_.whose + ".";
    std::string symbol = harmless(one.name.starts_with(own) ? one.name.substr(own.size()) : one.name);
    if (symbol.empty() && one.origin.label.find(' ') == std::string::npos) {
        symbol = harmless(one.origin.label);
    }
    const auto is_taken = [&](const std::string& name) {
        return std::find(symbols_.begin(), symbols_.end(), name) != symbols_.end();
    };
    if (!symbol.empty()) {
        std::string unique = symbol;
        for (int count = 2; is_taken(unique); ++count) {
            unique = symbol + " (" + std::to_string(count) + ")";
        }
        return unique;
    }
    // What has only a title goes by a letter: a to z, aa, ab.
    constexpr std::size_t alphabet = 26;
    for (std::size_t number = ++letters_; number > 0; number = (number - 1) / alphabet) {
        symbol.insert(symbol.begin(), static_cast<char>('a' + (number - 1) % alphabet));
    }
    return symbol;
}

const std::string& Outline::symbol_of(std::size_t step) const { return symbols_[step]; }

std::string Outline::figure_of(std::size_t step) const {
    const std::string& unit = derivation_.units[step];
    const std::string figure = derived_figure(derivation_.steps[step].value, unit);
    return unit.empty() || unit == "%" ? figure : figure + " " + unit;
}

std::string Outline::figure_within(std::size_t step) const {
    const std::string& unit = derivation_.units[step];
    const bool other_money =
        is_money(unit) && is_money(derivation_.units.front()) && unit != derivation_.units.front();
    return other_money ? figure_of(step) : derived_figure(derivation_.steps[step].value, unit);
}

}  // namespace burden::brief
