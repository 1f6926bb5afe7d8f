#include "burden/inputs/setting_words.hpp"

#include <algorithm>

#include <string_view>

#include "burden/inputs/renewal_ground.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {
namespace {

using calc::Decimal;
using models::ChangeKind;

/// Digits after the point, so that nothing that was written is rounded away.
constexpr int places = 9;

std::string year_words(const calc::YearText& year) {
    return (year.fiscal ? "FY" : "") + std::to_string(year.year.number);
}

Decimal size_of(const Decimal& number) { return number < Decimal(0) ? -number : number; }

/// Words of one key's figures.
class FigureWords {
public:
    FigureWords(const KeyOfSubject& key, const std::optional<calc::Currency>& currency)
        : key_(key), currency_(currency) {}

    std::string of(const models::Change<Decimal>& change) const {
        switch (change.kind) {
            case ChangeKind::set:
                break;
            case ChangeKind::add:
                return size_words(size_of(change.by)) + (change.by < Decimal(0) ? " less" : " more");
            case ChangeKind::multiply:
                return number_words(change.by, places) + " times as much";
        }
        return whole(change.by);
    }

private:
    bool is_part() const {
        const ValueForm form = key_.key->form;
        return form == ValueForm::share || form == ValueForm::rate || (form == ValueForm::base && !currency_);
    }

    /// A figure that stands for itself.
    std::string whole(const Decimal& value) const {
        if (currency_) {
            return signed_words(value, *currency_, places);
        }
        if (is_part()) {
            const std::size_t of = key_.key->unit.find("% of");
            const bool a_year = key_.key->unit == "% a year";
            return percent_words(value, places) + (a_year                         ? " a year"
                                                   : of != std::string_view::npos ? " of GDP"
                                                                                  : "");
        }
        const std::string unit =
            key_.key->subject == Subject::currency ? key_.subject + " per USD" : std::string(key_.key->unit);
        return number_words(value, places) + (unit.empty() ? "" : " " + unit);
    }

    /// How much more or less.
    std::string size_words(const Decimal& size) const {
        return is_part() ? number_words(size * 100, places) + " pp" : whole(size);
    }

    const KeyOfSubject& key_;
    const std::optional<calc::Currency>& currency_;
};

/// Words of a value, by its type.
class ValueWords {
public:
    explicit ValueWords(const Setting& setting) : setting_(setting) {}

    std::string operator()(const NumberSetting& number) const {
        if (number.fact) {
            return "the published figure " + number.fact->text;
        }
        const FigureWords figures(setting_.key, number.currency);
        std::string words = number.layer.always ? figures.of(*number.layer.always) : "";
        for (const auto& [year, change] : number.layer.years) {
            words += (words.empty() ? "" : "; ") + std::to_string(year.number) + ": " + figures.of(change);
        }
        return words;
    }
    std::string operator()(const calc::YearText& year) const { return year_words(year); }
    std::string operator()(bool truth) const { return truth ? "yes" : "no"; }
    std::string operator()(const AskedShape& shape) const { return words(shape); }
    std::string operator()(const AskedAfterRule& rule) const { return rule.text; }
    std::string operator()(const std::optional<calc::YearText>& year) const {
        if (setting_.key.key->form == ValueForm::prices) {
            return year ? "constant prices of " + year_words(*year) : "current prices";
        }
        return year ? "GDP of " + year_words(*year) : "GDP of the same year";
    }
    std::string operator()(const AskedRenewal& renewal) const { return words_of(renewal); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const std::vector<std::string>& texts) const {
        std::string words;
        for (const std::string& text : texts) {
            words += (words.empty() ? "" : ", ") + text;
        }
        return words;
    }
    std::string operator()(const calc::Currency& currency) const { return currency.code(); }

private:
    const Setting& setting_;
};

/// Whether a setting leaves something of what is below it.
bool is_change(const Setting& setting) {
    const auto* const number = std::get_if<NumberSetting>(&setting.value);
    if (number == nullptr || number->fact) {
        return false;
    }
    // By year alone, the other years stay.
    return !number->layer.always || number->layer.always->kind != ChangeKind::set;
}

}  // namespace

std::string in_words(const Setting& setting) { return std::visit(ValueWords(setting), setting.value); }

std::string in_words(const Setting& setting, const Scenario& scenario) {
    std::string below;
    const Setting* upper = &setting;
    auto layers = scenario.layers(setting.key.key->name, setting.key.subject);
    std::reverse(layers.begin(), layers.end());
    bool passed = false;
    for (const Setting* const layer : layers) {
        if (passed) {
            below += (below.empty() ? "" : ", ") + std::string(is_change(*upper) ? "upon " : "over ") +
                     in_words(*layer) + " in " + layer->place.in_words();
            upper = layer;
        }
        passed = passed || layer == &setting;
    }
    return in_words(setting) + (below.empty() ? "" : " (" + below + ")");
}

}  // namespace burden::inputs
