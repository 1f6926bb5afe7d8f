#include "burden/inputs/scenario_number.hpp"

#include <algorithm>

#include "burden/calc/number_text.hpp"
#include "burden/calc/parse.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"

namespace burden::inputs {
namespace {

using calc::Decimal;
using calc::Fault;
using calc::Parsed;
using models::ChangeKind;

using Change = models::Change<Decimal>;

constexpr std::string_view times = "\u00D7";

Fault wrong(std::string_view plain, std::string message, std::vector<std::string> allowed = {},
            std::string nearest = {}) {
    return {.message = std::move(message),
            .at = 0,
            .length = std::max<std::size_t>(1, plain.size()),
            .allowed = std::move(allowed),
            .nearest = std::move(nearest)};
}

bool is_of_gdp_to_come(const ScenarioKey& key) {
    return key.name == "target.share" || key.name == "target.related";
}

/// What a value of the form looks like, and its changes where it has any.
std::vector<std::string> examples(const ScenarioKey& key) {
    std::vector<std::string> result;
    switch (key.form) {
        case ValueForm::number:
            result = {key.subject == Subject::currency ? "149.57" : "54,288"};
            if (key.changes) {
                result.insert(result.end(), {"+10", "-10"});
            }
            break;
        case ValueForm::amount:
            result = {"600 bn JPY"};
            if (key.changes) {
                result.emplace_back("+10 bn JPY");
            }
            break;
        case ValueForm::base:
            result = {"11 tn JPY", "1.8%", "+1 tn JPY", "+0.1 pp"};
            break;
        default:
            result = {"2%"};
            if (key.changes) {
                result.insert(result.end(), {"+0.5 pp", "-0.5 pp"});
            }
    }
    if (key.by_year) {
        result.emplace_back("2027=" + result.front() + ",2028=\u2026");
    }
    if (key.changes) {
        result.push_back(std::string(times) + "1.1");
    }
    return result;
}

/// Reads the figure of one key.
class FigureReader {
public:
    FigureReader(const ScenarioKey& key, std::string_view plain, bool extreme)
        : key_(key), plain_(plain), extreme_(extreme) {}

    Parsed<Figure> read() const {
        if (plain_.empty()) {
            return wrong(plain_, "a value is missing", examples(key_));
        }
        if (const std::size_t sign = bytes_of_times(); sign > 0) {
            return factor(sign);
        }
        switch (key_.form) {
            case ValueForm::share:
            case ValueForm::rate:
                return is_points() ? points() : share();
            case ValueForm::number:
                return number();
            case ValueForm::base:
                if (is_points()) {
                    return points();
                }
                return calc::read_share(plain_) ? share() : amount();
            default:
                return amount();
        }
    }

private:
    /// Bytes of a sign of multiplication and the spaces behind it; 0 where none stands before a number.
    std::size_t bytes_of_times() const {
        for (const std::string_view sign : {times, std::string_view("x"), std::string_view("X")}) {
            if (plain_.starts_with(sign)) {
                const std::string_view rest = calc::trimmed(plain_.substr(sign.size()));
                const bool number = !rest.empty() && std::string_view("0123456789.+-").find(rest.front()) !=
                                                         std::string_view::npos;
                return number ? calc::place_of(rest, plain_) : 0;
            }
        }
        return 0;
    }

    bool is_signed() const { return plain_.starts_with('+') || plain_.starts_with('-'); }
    std::string_view unsigned_text() const { return is_signed() ? calc::trimmed(plain_.substr(1)) : plain_; }
    Decimal with_sign(const Decimal& size) const { return plain_.starts_with('-') ? -size : size; }

    /// Whether a difference of shares stands here, or was meant to.
    bool is_points() const {
        return plain_.ends_with("pp") || plain_.find("percentage point") != std::string_view::npos;
    }

    Fault takes_no_change() const {
        return wrong(plain_,
                     calc::quoted(plain_) + " is a change, and '" + std::string(key_.name) + "' takes none",
                     {std::string(key_.range)});
    }

    /// Whether no digit begins the text behind its sign.
    bool begins_otherwise() const {
        const std::string_view text = unsigned_text();
        return text.empty() || std::string_view("0123456789.").find(text.front()) == std::string_view::npos;
    }

    Fault outside(bool below) const {
        return wrong(plain_, calc::quoted(plain_) + (below ? " is too low" : " is too high"),
                     {std::string(key_.range)});
    }

    std::optional<Decimal> bound(std::string_view text) const {
        if (text.empty()) {
            return std::nullopt;
        }
        const bool is_share = key_.form == ValueForm::share || key_.form == ValueForm::rate;
        return is_share ? *calc::read_share(text) : *Decimal::read(text);
    }

    /// A figure that is set, unless it lies outside of what the key allows.
    Parsed<Figure> set(const Decimal& value, std::optional<calc::Currency> currency = {}) const {
        const auto low = bound(key_.low);
        const auto high = bound(key_.high);
        if ((low && value < *low) || (high && *high < value)) {
            return outside(low && value < *low);
        }
        return Figure{Change{ChangeKind::set, value}, currency};
    }

    Parsed<Figure> factor(std::size_t sign) const {
        if (!key_.changes) {
            return takes_no_change();
        }
        const std::string_view rest = plain_.substr(sign);
        const auto factor = bare_number(rest, std::string(times) + "1.1");
        if (!factor) {
            return calc::moved(factor.fault(), sign);
        }
        if (*factor <= Decimal(0) || Decimal(1000) < *factor) {
            return calc::moved(wrong(rest, "a factor is above 0, at most 1,000"), sign);
        }
        return Figure{Change{ChangeKind::multiply, *factor}};
    }

    Parsed<Figure> points() const {
        if (!key_.changes) {
            return takes_no_change();
        }
        const auto difference = calc::read_points(plain_);
        if (!difference) {
            return difference.fault();
        }
        if (!is_signed()) {
            return wrong(plain_, calc::quoted(plain_) + " is a change, and has no sign",
                         {"+" + std::string(plain_), "-" + std::string(plain_)});
        }
        const Decimal most = key_.form == ValueForm::rate ? 10 : 1;
        if (*difference < -most || most < *difference) {
            return wrong(plain_, "a change is of at most " + (most * 100).to_significant(4) + " pp");
        }
        return Figure{Change{ChangeKind::add, *difference}};
    }

    Parsed<Figure> share() const {
        if (begins_otherwise()) {
            return wrong(plain_, calc::quoted(plain_) + " is no share", examples(key_));
        }
        const auto share = calc::read_share(plain_);
        if (!share) {
            Fault fault = share.fault();
            if (fault.nearest.empty()) {
                fault.allowed = examples(key_);
            }
            return fault;
        }
        const std::string size(unsigned_text());
        const std::string as_points = size.substr(0, size.find_first_of(" %p")) + " pp";
        if (key_.changes && plain_.starts_with('+')) {
            return wrong(plain_,
                         "is " + calc::quoted(plain_) + " a " +
                             (key_.form == ValueForm::rate ? "rate" : "share") + " or a change?",
                         {size, "+" + as_points});
        }
        if (key_.form != ValueForm::rate && *share < Decimal(0)) {
            return wrong(
                plain_, "a share is not below 0 %",
                {key_.changes ? "-" + as_points + ", which lowers a share" : std::string(key_.range)});
        }
        if (key_.form == ValueForm::base && Decimal(1) < *share) {
            return wrong(plain_, calc::quoted(plain_) + " is more than the whole of GDP", {"0 % to 100 %"});
        }
        if (is_of_gdp_to_come(key_)) {
            const auto reasonable = read_target_share(plain_, extreme_);
            if (!reasonable) {
                Fault fault = reasonable.fault();
                if (*share <= Decimal(1)) {
                    // What else may stand there is said by a hint, for files and --set have no option for it.
                    fault.allowed.clear();
                }
                return fault;
            }
        }
        return set(*share);
    }

    Parsed<Figure> number() const {
        if (calc::read_share(plain_)) {
            const Decimal factor = 1 + *calc::read_share(plain_);
            const bool change = key_.changes && is_signed() && factor > Decimal(0);
            return wrong(
                plain_, calc::quoted(plain_) + " is a percentage, and a number is wanted", examples(key_),
                change ? std::string(times) + factor.to_significant(Decimal::digits) : std::string());
        }
        if (begins_otherwise()) {
            return wrong(plain_, calc::quoted(plain_) + " is no number", examples(key_));
        }
        const auto size = bare_number(unsigned_text(), examples(key_).front());
        if (!size) {
            return calc::moved(size.fault(), calc::place_of(unsigned_text(), plain_));
        }
        if (key_.unit == "persons" && *size != rounded(*size, 0)) {
            return wrong(plain_, calc::quoted(plain_) + " is no whole number of persons",
                         {"54,288", "54288"});
        }
        if (is_signed()) {
            return key_.changes ? Parsed<Figure>(Figure{Change{ChangeKind::add, with_sign(*size)}})
                                : set(with_sign(*size));
        }
        return set(*size);
    }

    Parsed<Figure> amount() const {
        if (calc::read_share(plain_)) {
            return wrong(plain_, calc::quoted(plain_) + " is a share, and an amount is wanted",
                         examples(key_));
        }
        const bool change = key_.changes && is_signed();
        const std::string_view text = change ? unsigned_text() : plain_;
        const auto amount = calc::read_amount(text);
        if (!amount) {
            return calc::moved(amount.fault(), calc::place_of(text, plain_));
        }
        if (amount->period == calc::StatedPeriod::in_total) {
            return wrong(plain_, "a total over a term is not the amount of a year",
                         {"the amount of one year"});
        }
        if (change) {
            if (amount->value < Decimal(0)) {
                return wrong(plain_, "a change has one sign, in front");
            }
            return Figure{Change{ChangeKind::add, with_sign(amount->value)}, amount->currency};
        }
        const bool may_be_zero = key_.low == "0" || key_.form == ValueForm::base;
        if (amount->value < Decimal(0) || (!may_be_zero && amount->value == Decimal(0))) {
            return wrong(
                plain_,
                may_be_zero ? "the amount of a year is not below zero" : "the amount of a year is above zero",
                {std::string(key_.range)});
        }
        return set(amount->value, amount->currency);
    }

    /// Digits with a point, commas in threes, and nothing behind them.
    static Parsed<Decimal> bare_number(std::string_view text, const std::string& example) {
        if (text.empty()) {
            return Fault{.message = "a number is missing", .allowed = {example}};
        }
        const auto scanned = calc::scan_grouped_number(text);
        if (!scanned) {
            Fault fault = scanned.fault();
            fault.allowed = {example};
            return fault;
        }
        const std::string_view rest = calc::trimmed(text.substr(scanned->length));
        if (!rest.empty()) {
            return Fault{.message = calc::quoted(rest) + " stands behind the number",
                         .at = calc::place_of(rest, text),
                         .length = rest.size(),
                         .allowed = {"the number alone, such as " + example}};
        }
        return Decimal(scanned->plain);
    }

    const ScenarioKey& key_;
    std::string_view plain_;
    bool extreme_;
};

}  // namespace

Parsed<Figure> read_figure(const ScenarioKey& key, std::string_view plain, bool extreme) {
    return FigureReader(key, plain, extreme).read();
}

}  // namespace burden::inputs
