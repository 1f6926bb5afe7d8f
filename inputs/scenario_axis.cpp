#include <algorithm>
#include <set>

#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/file_problems.hpp"
#include "burden/inputs/scenario_sweep.hpp"
#include "burden/inputs/scenario_value.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Fault;

namespace {

constexpr std::string_view grid_option = "--grid";

/// Whether what is shown would differ from point to point.
bool changes_units(const ScenarioKey& key) {
    return key.name == "countries" || key.name == "currency" || key.name == "prices";
}

/// Reads the text of one axis.
class AxisReader {
public:
    AxisReader(std::string_view text, bool extreme) : text_(text), extreme_(extreme) {}

    Reading<SweepAxis> read() {
        const std::size_t sign = text_.find('=');
        if (sign == std::string_view::npos) {
            return wrong(text_, "no '=' parts the key from its values",
                         {"KEY=FROM:TO:STEP", "KEY=VALUE,VALUE", "KEY=VALUE|VALUE"});
        }
        const auto key = read_key_name(text_.substr(0, sign));
        if (!key) {
            return argument_diagnostic(grid_option, text_, key.fault());
        }
        axis_.key = *key;
        if (changes_units(*key->key)) {
            return wrong(text_.substr(0, sign), calc::quoted(to_text(*key)) +
                                                    " decides what cells are counted in: one run for each");
        }
        const std::string_view values = calc::trimmed(text_.substr(sign + 1));
        if (values.empty()) {
            return wrong(text_, "no values stand behind the key", {std::string(key->key->range)});
        }
        const bool numeric = is_number(key->key->form);
        const bool bars = values.find('|') != std::string_view::npos;
        if (numeric && !bars && values.find(':') != std::string_view::npos) {
            return steps(calc::pieces(values, ':'), values);
        }
        const bool commas = numeric && values.find('=') == std::string_view::npos;
        return list(bars     ? calc::pieces(values, '|')
                    : commas ? calc::pieces(values, ',')
                             : std::vector{values},
                    commas && !bars);
    }

private:
    Diagnostic wrong(std::string_view part, std::string message,
                     std::vector<std::string> allowed = {}) const {
        return argument_diagnostic(grid_option, text_,
                                   Fault{.message = std::move(message),
                                         .at = part.empty() ? 0 : calc::place_of(part, text_),
                                         .length = std::max<std::size_t>(1, part.size()),
                                         .allowed = std::move(allowed)});
    }

    const ScenarioKey& key() const { return *axis_.key.key; }

    Reading<Setting> setting(std::string_view piece) const {
        const std::size_t at = piece.empty() ? text_.size() : calc::place_of(piece, text_);
        const auto value = read_setting_value(key(), piece, extreme_);
        if (!value) {
            Diagnostic diagnostic = argument_diagnostic(grid_option, text_, calc::moved(value.fault(), at));
            diagnostic.hint = hint_on_value(key(), piece, extreme_);
            return diagnostic;
        }
        return Setting{.key = axis_.key,
                       .text = std::string(piece),
                       .value = *value,
                       .place = {.file = std::string(grid_option),
                                 .line = 0,
                                 .column = character_count(text_.substr(0, at)) + 1,
                                 .length = std::max<std::size_t>(1, character_count(piece)),
                                 .excerpt = std::string(text_)}};
    }

    Reading<SweepAxis> steps(const std::vector<std::string_view>& pieces, std::string_view values) {
        if (pieces.size() != 3) {
            return wrong(values, "a range has three parts", {"FROM:TO:STEP"});
        }
        const auto first = setting(pieces[0]);
        if (!first) {
            return first.diagnostics();
        }
        const auto last = setting(pieces[1]);
        if (!last) {
            return last.diagnostics();
        }
        const auto from = number_of(first->value);
        const auto to = number_of(last->value);
        if (!from || !to || !alike(*from, *to)) {
            return wrong(values, "a range runs between two numbers of one kind", {"2%:5%:0.5%"});
        }
        const auto step = read_distance(key(), *from, pieces[2]);
        if (!step) {
            const std::size_t at = pieces[2].empty() ? text_.size() : calc::place_of(pieces[2], text_);
            return argument_diagnostic(grid_option, text_, calc::moved(step.fault(), at));
        }
        const Decimal way = to->value - from->value;
        if ((way > Decimal(0) && *step < Decimal(0)) || (way < Decimal(0) && *step > Decimal(0))) {
            return wrong(pieces[2], "this step leads away from " + std::string(pieces[1]),
                         {"a step " + std::string(way < Decimal(0) ? "below" : "above") + " zero"});
        }
        const Decimal count = way / *step;
        if (count >= Decimal(most_sweep_cells)) {
            return wrong(values, "more than a million values", {"a longer step"});
        }
        axis_.values = {*first};
        axis_.like = from;
        // A step that ends there but for what the division of a text leaves ends there.
        const Decimal near("1e-12");
        for (int at = 0; Decimal(at) <= count + near; ++at) {
            const bool arrives = count - Decimal(at) <= near;
            axis_.numbers.push_back(
                arrives && Decimal(at) - count <= near ? to->value : from->value + Decimal(at) * *step);
        }
        return axis_;
    }

    Reading<SweepAxis> list(const std::vector<std::string_view>& pieces, bool commas) {
        std::set<std::string> seen;
        std::set<Decimal> numbers;
        bool all_alike = true;
        for (const std::string_view piece : pieces) {
            if (commas && pieces.size() > 1 && piece.size() > 1 && piece[0] == '0' && piece[1] >= '0' &&
                piece[1] <= '9') {
                return wrong(piece, "digits are not grouped in a list with commas",
                             {"values with bars between them: 54,288|60,000"});
            }
            const auto one = setting(piece);
            if (!one) {
                return one.diagnostics();
            }
            const auto number = number_of(one->value);
            if (axis_.values.empty()) {
                axis_.like = number;
            }
            all_alike = all_alike && number && axis_.like && alike(*number, *axis_.like);
            if (!seen.insert(one->text).second || (all_alike && !numbers.insert(number->value).second)) {
                return wrong(piece, calc::quoted(piece) + " is given twice");
            }
            if (all_alike) {
                axis_.numbers.push_back(number->value);
            }
            axis_.values.push_back(*one);
        }
        if (!all_alike) {
            axis_.numbers.clear();
            axis_.like.reset();
        } else {
            axis_.values.resize(1);
        }
        return axis_;
    }

    std::string_view text_;
    bool extreme_;
    SweepAxis axis_;
};

}  // namespace

std::string SweepAxis::text(std::size_t at) const {
    if (!is_of_numbers()) {
        return values[at].text;
    }
    SettingNumber number = *like;
    number.value = numbers[at];
    return setting_text(*key.key, number);
}

Reading<SweepAxis> read_axis(std::string_view text, bool allow_extreme) {
    return AxisReader(text, allow_extreme).read();
}

}  // namespace burden::inputs
