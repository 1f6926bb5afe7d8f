#include "burden/brief/workbook_runs.hpp"

#include <algorithm>
#include <utility>

#include "burden/brief/display_width.hpp"
#include "burden/calc/letter_case.hpp"

namespace burden::brief {

using calc::Decimal;
using inputs::RecordedInput;

namespace {

constexpr std::size_t first_model_row = 4;

constexpr int label_width = 62;
constexpr int how_width = 26;
constexpr int sources_width = 24;
constexpr int why_width = 70;

const CellStyle title_style{.bold = true, .size = 14};
const CellStyle head_style{.bold = true, .rule_below = true, .shaded = true};
const CellStyle right_head_style{
    .bold = true, .rule_below = true, .shaded = true, .side = CellStyle::Side::right};
const CellStyle section_style{.bold = true, .size = 12};
const CellStyle wrapped_style{.wrap = true};
const CellStyle dim_style{.italic = true, .dim = true};

Decimal size_of(const Decimal& value) { return greatest(value, -value); }

int whole_digits(const Decimal& value) {
    const std::string digits = greatest(value, -value).to_text(0);
    return static_cast<int>(digits.size() + (digits.size() - 1) / 3) + (value < Decimal(0) ? 1 : 0);
}

/// Digits after the point that a number has, up to ten.
int places_of(const Decimal& value) {
    int places = 0;
    while (places < 10 && rounded(value, places) != value) {
        ++places;
    }
    return places;
}

bool is_percent(const std::string& unit) { return unit == "%" || unit == "pp"; }

/// The format of a number in whole units.
std::string number_format(const std::string& unit, int places) {
    if (is_percent(unit)) {
        return places > 4 ? "0.00##%" : "0.00%";
    }
    return "#,##0" + (places > 0 ? "." + std::string(static_cast<std::size_t>(places), '0') : "");
}

/// The same of a result, whose digits go on.
std::string result_format(const std::string& unit, const Decimal& value) {
    if (is_percent(unit)) {
        return "0.00%";
    }
    const bool is_rate = unit.find(" per ") != std::string::npos;
    const bool is_small = unit.empty() && size_of(value) < Decimal(10'000);
    return is_small ? "#,##0.0000" : is_rate ? "#,##0.00" : "#,##0";
}

std::string joined(const std::vector<std::string>& words, const char* between) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : between) + word;
    }
    return text;
}

std::string address_of(CellPlace place, bool fixed) {
    const char* const sign = fixed ? "$" : "";
    return sign + column_name(place.column) + sign + std::to_string(place.row + 1);
}

std::string label_of(const RecordedInput& input) {
    return input.origin.label + (input.year.empty() ? "" : ", " + input.year);
}

/// "/1E+12", "*100": what a sum of cells is multiplied by, which is above zero.
std::string times(const Decimal& factor) {
    if (factor == Decimal(1)) {
        return {};
    }
    const Decimal divisor = Decimal(1) / factor;
    const bool divides = factor < Decimal(1) && rounded(divisor, 0) == divisor;
    constexpr int digits_of_a_double = 17;
    std::string digits = (divides ? divisor : factor).to_significant(digits_of_a_double);
    constexpr std::size_t many = 6;
    if (digits.size() > many && digits.find_first_not_of('0', 1) == std::string::npos &&
        digits.front() == '1') {
        digits = "1E+" + std::to_string(digits.size() - 1);
    }
    return (divides ? "/" : "*") + digits;
}

}  // namespace

WorkbookRuns::WorkbookRuns(const std::vector<WorkbookRun>& runs,
                           const std::vector<std::set<std::string>>& names)
    : runs_(runs) {
    for (std::size_t run = 0; run < runs.size(); ++run) {
        const inputs::Recording recording = runs[run].record(recorder_, names[run]);
        models_.emplace_back(recording, first_model_row);
        owners_.push_back(recording.owners);
    }
}

void WorkbookRuns::write(WorkbookSheet& inputs, const std::vector<WorkbookSheet*>& models,
                         Language language) {
    inputs_reference_ = inputs.reference();
    for (const WorkbookSheet* sheet : models) {
        model_references_.push_back(sheet->reference());
    }
    write_inputs(inputs, language);
    for (std::size_t run = 0; run < models_.size(); ++run) {
        write_model(*models[run], run, language);
    }
}

std::string WorkbookRuns::how_set(const RecordedInput& input, Language language) const {
    if (input.is_lever) {
        return translated("as published", language);
    }
    const std::string fact = translated("fact", language);
    const std::string place = translated(input.origin.place, language);
    return place.empty() ? (input.is_fact ? fact : translated("left by the others", language))
                         : (input.is_fact ? fact + ", " : std::string()) + place;
}

std::string WorkbookRuns::commented(const RecordedInput& input, Language language) const {
    std::string text = translated(label_of(input), language) + "\n" + how_set(input, language);
    for (const std::string& key : input.origin.sources) {
        text += "\n" + key;
        for (const WorkbookRun& run : runs_) {
            const auto source =
                run.facts == nullptr ? decltype(run.facts->sources.end()){} : run.facts->sources.find(key);
            if (run.facts != nullptr && source != run.facts->sources.end()) {
                const inputs::Source& one = source->second;
                for (const std::string* part : {&one.title, &one.publisher, &one.published, &one.address}) {
                    text += part->empty() ? "" : (part == &one.title ? ": " : ", ") + *part;
                }
                break;
            }
        }
    }
    return text +
           (input.origin.why.empty() ? "" : "\n" + translated("Why", language) + ": " + input.origin.why);
}

std::string WorkbookRuns::owner_in(std::size_t run, const std::string& whose) const {
    const auto found = owners_[run].find(whose);
    return found == owners_[run].end() ? calc::upper_case(whose) : found->second;
}

std::string WorkbookRuns::owner(const std::string& whose) const {
    for (std::size_t run = 0; run < owners_.size(); ++run) {
        if (owners_[run].contains(whose)) {
            return owner_in(run, whose);
        }
    }
    return calc::upper_case(whose);
}

std::string WorkbookRuns::used_by(std::size_t input) const {
    std::vector<std::string> names;
    for (std::size_t run = 0; run < models_.size(); ++run) {
        if (models_[run].uses(input)) {
            names.push_back(std::to_string(run + 1));
        }
    }
    return joined(names, ", ");
}

std::size_t WorkbookRuns::write_input_rows(WorkbookSheet& sheet, std::size_t row, const std::string& heading,
                                           const std::vector<std::size_t>& which, Language language) {
    if (which.empty()) {
        return row;
    }
    sheet.text({row++, 0}, heading, section_style);
    const RecordedInput* last = nullptr;
    for (const std::size_t at : which) {
        const RecordedInput& input = recorder_.inputs()[at];
        const std::string& unit = input.origin.unit;
        const CellPlace value{row, 1};
        input_places_[at] = value;
        const std::string label = translated(label_of(input), language);
        sheet.text({row, 0}, label, wrapped_style);
        const Decimal shown = is_percent(unit) ? input.value * Decimal(100) : input.value;
        const int places = places_of(shown) + (is_percent(unit) ? 2 : 0);
        sheet.number(value, input.value, {.given = true, .number = number_format(unit, places)});
        sheet.comment(value, commented(input, language));
        sheet.text({row, 2}, translated(unit, language), {.indent = 1});
        sheet.text({row, 3}, how_set(input, language), wrapped_style);
        sheet.text({row, 4}, joined(input.origin.sources, ", "), wrapped_style);
        // A reason that holds for a whole series stands at its first figure; comments have it everywhere.
        const bool repeats = last != nullptr && last->origin.why == input.origin.why;
        const std::string why = repeats ? "" : translated(input.origin.why, language);
        sheet.text({row, 5}, why, wrapped_style);
        last = &input;
        sheet.height(row, height_of({{label, label_width + 4},
                                     {how_set(input, language), how_width},
                                     {joined(input.origin.sources, ", "), sources_width},
                                     {why, why_width + 5}}));
        if (runs_.size() > 1) {
            sheet.text({row, 6}, used_by(at));
        }
        ++row;
    }
    return row + 1;
}

void WorkbookRuns::write_inputs(WorkbookSheet& sheet, Language language) {
    const auto in_language = [&](const char* words) { return translated(words, language); };
    sheet.text({0, 0}, in_language("Inputs"), title_style);
    sheet.text({1, 0},
               in_language("Change a value on coloured ground, and everything that rests on it changes."),
               dim_style);
    constexpr std::size_t head_row = 3;
    std::vector<const char*> heads = {"What it is", "Value", "Unit", "How it is set", "Sources", "Why"};
    if (runs_.size() > 1) {
        heads.push_back("Used by model");
    }
    for (std::size_t at = 0; at < heads.size(); ++at) {
        CellStyle style = at == 1 ? right_head_style : head_style;
        style.indent = at == 2 ? 1 : 0;
        sheet.text({head_row, at}, in_language(heads[at]), style);
    }
    std::vector<std::size_t> set;
    std::vector<std::size_t> levers;
    std::vector<std::size_t> facts;
    const auto& inputs = recorder_.inputs();
    input_places_.assign(inputs.size(), std::nullopt);
    for (std::size_t at = 0; at < inputs.size(); ++at) {
        if (!used_by(at).empty()) {
            (inputs[at].is_fact ? facts : inputs[at].is_lever ? levers : set).push_back(at);
        }
    }
    std::size_t row = head_row + 1;
    row = write_input_rows(sheet, row, in_language("Set by the scenario or the command"), set, language);
    row = write_input_rows(sheet, row, in_language("Left as published: changes to try"), levers, language);
    for (std::size_t begin = 0; begin < facts.size();) {
        const std::string whose = inputs[facts[begin]].whose;
        std::vector<std::size_t> mine;
        while (begin < facts.size() && inputs[facts[begin]].whose == whose) {
            mine.push_back(facts[begin++]);
        }
        row =
            write_input_rows(sheet, row,
                             in_language("Facts") +
                                 (whose.empty() ? std::string() : ": " + translated(owner(whose), language)),
                             mine, language);
    }
    int digits = 12;
    for (const RecordedInput& input : inputs) {
        digits = std::max(digits, whole_digits(input.value) + (is_percent(input.origin.unit) ? 0 : 3));
    }
    sheet.width(0, 0, label_width);
    sheet.width(1, 1, digits + 2);
    sheet.width(2, 2, 14);
    sheet.width(3, 3, how_width);
    sheet.width(4, 4, sources_width);
    sheet.width(5, 5, why_width);
    sheet.width(6, 6, 14);
    sheet.freeze(head_row + 1, 1);
    sheet.repeat(head_row, head_row);
}

void WorkbookRuns::write_model(WorkbookSheet& sheet, std::size_t run, Language language) const {
    const WorkbookModel& model = models_[run];
    const WorkbookRun& of = runs_[run];
    const auto in_language = [&](const char* words) { return translated(words, language); };
    sheet.text({0, 0}, translated(of.title, language), title_style);
    sheet.text({1, 0},
               in_language("Every figure is a formula over Inputs and over other rows here, in whole units."),
               dim_style);
    constexpr std::size_t head_row = first_model_row - 1;
    sheet.text({head_row, 0}, in_language("Result"), head_style);
    sheet.text({head_row, 1}, in_language("Unit"), head_style);
    sheet.text({head_row, WorkbookModel::any_year_column}, in_language("Every year"), right_head_style);
    for (int year = model.first_year(); year <= model.last_year(); ++year) {
        sheet.number({head_row, model.column_of(year)}, Decimal(year),
                     {.bold = true,
                      .rule_below = true,
                      .shaded = true,
                      .side = CellStyle::Side::right,
                      .number = "0"});
    }
    const auto address_of_input = [&](std::size_t input) {
        calc::require(input_places_[input].has_value(), "an input that a formula names has a place");
        return inputs_reference_ + address_of(*input_places_[input], true);
    };
    int digits = 11;
    constexpr int longest = 56;
    std::size_t widest = 30;
    const std::string between = language == Language::ja ? "、" : ", ";
    for (const ModelBlock& block : model.blocks()) {
        const std::string name = translated(owner_in(run, block.whose), language);
        sheet.text({block.head, 0},
                   name + (block.fiscal ? between + in_language("fiscal years") : std::string()),
                   section_style);
        for (const ModelRow& row : block.rows) {
            const std::string what = translated(row.what, language);
            sheet.text({row.row, 0}, what, {.dim = row.helper, .wrap = true});
            sheet.height(row.row, height_of({{what, longest}}));
            widest = std::max(widest, static_cast<std::size_t>(display_width(what)));
            sheet.text({row.row, 1}, translated(row.unit, language), {.dim = true});
            for (const ModelCell& cell : row.cells) {
                const CellStyle style{.dim = row.helper,
                                      .number = result_format(row.unit, model.value(cell))};
                const auto formula = model.formula(cell, address_of_input);
                const Decimal& value = model.value(cell);
                if (formula) {
                    sheet.formula({cell.row, cell.column}, *formula, value, style);
                } else {
                    sheet.number({cell.row, cell.column}, value, style);
                }
                const int points = whole_digits(value) < 6 ? 5 : 0;
                digits = std::max(digits, (is_percent(row.unit) ? 7 : whole_digits(value)) + points);
            }
        }
    }
    sheet.width(0, 0, static_cast<double>(std::min<std::size_t>(widest, longest) + 2));
    sheet.width(1, 1, 13);
    sheet.width(2, model.last_year() < model.first_year() ? 2 : model.column_of(model.last_year()),
                digits + 2);
    sheet.freeze(head_row + 1, 2);
    sheet.repeat(head_row, head_row);
}

std::optional<WorkbookRuns::Computed> WorkbookRuns::computed(const Figure& figure) const {
    struct Group {
        Decimal factor;
        std::size_t run = 0;
        std::vector<const ModelCell*> cells = {};
    };
    std::vector<Group> groups;
    Decimal sum = 0;
    for (const FigureTerm& term : figure.terms) {
        const ModelCell* const cell = term.run < models_.size() ? models_[term.run].find(term.cell) : nullptr;
        if (cell == nullptr || model_references_.empty()) {
            return std::nullopt;
        }
        sum += term.factor * models_[term.run].value(*cell);
        if (groups.empty() || groups.back().factor != term.factor || groups.back().run != term.run) {
            groups.push_back({.factor = term.factor, .run = term.run});
        }
        groups.back().cells.push_back(cell);
    }
    Decimal tolerance = greatest(size_of(figure.value), Decimal(1)) * Decimal("1e-12");
    if (figure.footed) {
        // It stands unrounded here: parts that are not rounded add by themselves.
        tolerance = Decimal("1e-" + std::to_string(std::max(0, *figure.footed)));
    }
    if (groups.empty() || tolerance < size_of(sum - figure.value)) {
        return std::nullopt;
    }
    std::string text = "=";
    for (const Group& group : groups) {
        const std::string& sheet = model_references_[group.run];
        const auto place = [&](const ModelCell& cell) { return address_of({cell.row, cell.column}, false); };
        bool in_line = group.cells.size() > 1;
        for (std::size_t at = 1; at < group.cells.size(); ++at) {
            in_line = in_line && group.cells[at]->row == group.cells[0]->row &&
                      group.cells[at]->column == group.cells[0]->column + at;
        }
        text += group.factor < Decimal(0) ? "-" : text.size() > 1 ? "+" : "";
        if (in_line) {
            text += "SUM(" + sheet + place(*group.cells.front()) + ":" + place(*group.cells.back()) + ")";
        } else {
            std::string parts;
            for (const ModelCell* cell : group.cells) {
                parts += (parts.empty() ? "" : "+") + sheet + place(*cell);
            }
            text += group.cells.size() > 1 ? "(" + parts + ")" : parts;
        }
        text += times(size_of(group.factor));
    }
    return Computed{text, figure.footed ? sum : figure.value};
}

}  // namespace burden::brief
