#include "burden/brief/solve_answer.hpp"

#include <algorithm>

#include "burden/brief/cell_column.hpp"
#include "burden/brief/citations.hpp"
#include "burden/brief/shell_words.hpp"

namespace burden::brief {

using calc::Decimal;
using inputs::CheckedInput;
using inputs::ScenarioSolution;
using inputs::SolvedStretch;
using models::Relation;
using models::SolveOutcome;

namespace {

/// Puts a solution in words.
class SolutionWords {
public:
    explicit SolutionWords(const ScenarioSolution& solution) : solution_(solution) {
        std::vector<Decimal> inputs = {solution.low.value, solution.high.value};
        for (const SolvedStretch& stretch : solution.stretches) {
            for (const CheckedInput* end : ends(stretch)) {
                inputs.push_back(end->input);
            }
        }
        input_ = shown_numbers(solution.request.vary, solution.low, inputs);
        if (solution.plan) {
            cell_ = shown_cell(solution.cell, *solution.plan, solution.value);
            // The value and the cell beside it must be told apart.
            constexpr int more_places = 2;
            cell_.places += more_places;
        }
    }

    static std::vector<const CheckedInput*> ends(const SolvedStretch& stretch) {
        std::vector<const CheckedInput*> all;
        if (stretch.below) {
            all.push_back(&*stretch.below);
        }
        all.push_back(&stretch.from);
        if (stretch.from.input < stretch.to.input) {
            all.push_back(&stretch.to);
        }
        if (stretch.above) {
            all.push_back(&*stretch.above);
        }
        return all;
    }

    const ShownIn& input() const { return input_; }
    const ShownIn& cell() const { return cell_; }

    std::string input_words(const Decimal& input) const {
        inputs::SettingNumber number = solution_.low;
        number.value = input;
        return inputs::setting_words(*solution_.request.vary.key, number);
    }
    std::string setting(const Decimal& input) const {
        inputs::SettingNumber number = solution_.low;
        number.value = input;
        const std::string text =
            to_text(solution_.request.vary) + "=" + inputs::setting_text(*solution_.request.vary.key, number);
        return text.find(' ') == std::string::npos ? text : "\"" + text + "\"";
    }

    std::string stretch(const SolvedStretch& stretch) const {
        const std::string from = input_words(stretch.from.input);
        const std::string to = input_words(stretch.to.input);
        if (stretch.from.input == stretch.to.input) {
            return (stretch.from.holds ? "" : "about ") + from;
        }
        if (!stretch.below && !stretch.above) {
            return "anywhere from " + from + " to " + to;
        }
        if (!stretch.below) {
            return "at most " + to;
        }
        return stretch.above ? "from " + from + " to " + to : "at least " + from;
    }

    std::string wish() const {
        return solution_.request.wish.cell.text + " " +
               std::string(inputs::sign_of(solution_.request.wish.relation)) + " " +
               solution_.request.wish.value;
    }

    std::string range() const {
        return input_words(solution_.low.value) + " to " + input_words(solution_.high.value);
    }

    std::string title() const {
        const std::string key = to_text(solution_.request.vary);
        switch (solution_.answer.outcome) {
            case SolveOutcome::solved: {
                std::vector<std::string> parts;
                for (const SolvedStretch& one : solution_.stretches) {
                    parts.push_back(stretch(one));
                }
                return key + ": " + joined(parts, " or ") + ", so that " + wish();
            }
            case SolveOutcome::none_in_range:
                return "No: " + key + " from " + range() + " never makes " + wish();
            case SolveOutcome::not_dependent:
                return "No: " + solution_.request.wish.cell.text + " does not depend on " + key;
            case SolveOutcome::cannot_go_there:
                break;
        }
        return "No: " + key + " cannot go from " + range();
    }

private:
    const ScenarioSolution& solution_;
    ShownIn input_;
    ShownIn cell_;
};

std::string point_name(const SolvedStretch& stretch, const CheckedInput* end) {
    if (stretch.below && end == &*stretch.below) {
        return "a step lower";
    }
    if (stretch.above && end == &*stretch.above) {
        return "a step higher";
    }
    if (stretch.from.input == stretch.to.input) {
        return "answer";
    }
    return end == &stretch.from ? "from" : "to";
}

void add_row(Table& table, const SolutionWords& words, std::size_t number, const std::string& point,
             const Decimal& input, const std::optional<Decimal>& cell, const std::string& holds) {
    table.rows.push_back(
        {.cells = {number == 0 ? Cell() : Cell(Decimal(number)), point, words.input().cell(input),
                   words.cell().cell(cell), holds},
         .rule_above = number > 1 && !table.rows.empty() &&
                       std::get<Figure>(table.rows.back().cells[0].content).value != Decimal(number)});
}

Table table_of(const ScenarioSolution& solution, const SolutionWords& words) {
    const std::string key = to_text(solution.request.vary);
    Table table{.id = "solve",
                .title = words.title(),
                .caption = solution.plan ? caption_of(words.cell()) : std::string(),
                .columns = {{.key = "solution", .label = "No."},
                            {.key = "point", .label = "Run", .words = true},
                            {.key = "input",
                             .label = key,
                             .unit = words.input().unit,
                             .places = words.input().places},
                            {.key = "cell",
                             .label = solution.request.wish.cell.text,
                             .unit = words.cell().unit,
                             .places = words.cell().places},
                            {.key = "holds", .label = "As wanted", .words = true}},
                .rows = {}};
    const bool equality = solution.request.wish.relation == Relation::equal;
    std::size_t number = 0;
    for (const SolvedStretch& stretch : solution.stretches) {
        ++number;
        for (const CheckedInput* const end : SolutionWords::ends(stretch)) {
            const bool nearly = equality && end == &stretch.from && !end->holds;
            add_row(table, words, number, point_name(stretch, end), end->input, end->cell,
                    nearly       ? "nearly"
                    : end->holds ? "yes"
                                 : "no");
        }
    }
    if (solution.stretches.empty() && solution.answer.best) {
        const auto& best = *solution.answer.best;
        const bool none = solution.answer.outcome == SolveOutcome::none_in_range;
        add_row(table, words, 0, none ? "nearest" : "everywhere", best.input, best.cell,
                best.cell && models::holds(*best.cell, solution.request.wish.relation, solution.value)
                    ? "yes"
                    : "no");
    }
    return table;
}

void add_notes(Answer& answer, const ScenarioSolution& solution, const SolutionWords& words) {
    const std::string key = to_text(solution.request.vary);
    for (const SolvedStretch& stretch : solution.stretches) {
        for (const auto& [jumps, next, end] :
             {std::tuple(stretch.jumps_below, &stretch.below, &stretch.from),
              std::tuple(stretch.jumps_above, &stretch.above, &stretch.to)}) {
            if (jumps && *next) {
                answer.notes.push_back("Between " + words.input_words((*next)->input) + " and " +
                                       words.input_words(end->input) +
                                       ((*next)->cell ? " the cell jumps." : " the input ends."));
            }
        }
    }
    if (solution.request.wish.relation == Relation::equal &&
        solution.answer.outcome == SolveOutcome::solved) {
        answer.notes.emplace_back(
            "An equality is met to the tolerance: the runs a step lower and higher lie on its two sides.");
    }
    for (const models::SteppedOver& step : solution.answer.stepped_over) {
        answer.notes.push_back("Between " + words.input_words(step.below.input) + " and " +
                               words.input_words(step.above.input) + " the cell jumps over the value.");
    }
    if (!solution.reason.empty()) {
        answer.notes.push_back("Where " + key + " cannot go: " + solution.reason + ".");
    }
    if (!solution.answer.complete) {
        answer.warnings.emplace_back(
            "The search was cut short: brackets may be wider than the tolerance, and solutions unseen.");
    }
}

}  // namespace

Answer solve_answer(const ScenarioSolution& solution, const inputs::Facts& facts) {
    Answer answer{.command = "solve", .tables = {}};
    const SolutionWords words(solution);
    answer.tables.push_back(table_of(solution, words));
    if (solution.plan) {
        add_ground(answer, *solution.plan, {solution.cell}, facts);
    }
    inputs::SettingNumber distance = solution.low;
    distance.value = solution.tolerance;
    std::string tolerance = inputs::setting_words(*solution.request.vary.key, distance);
    const auto form = inputs::form_of(*solution.request.vary.key, distance);
    if (form == inputs::NumberForm::percent || form == inputs::NumberForm::points) {
        tolerance = (solution.tolerance * 100).to_significant(Decimal::digits) + " pp";
    }
    answer.basis.words.push_back(
        "Looked at from " + words.range() + ", to " + tolerance + ", in " +
        std::to_string(solution.answer.evaluations) +
        " runs in exact decimals. What lies between two of them and shows at neither may be missed.");
    if (!solution.stretches.empty()) {
        answer.basis.words.emplace_back(
            solution.request.wish.relation == Relation::equal
                ? "An answer is rounded to the tolerance and was run by itself."
                : "Each end of an answer is rounded to the side that holds and was run by itself.");
        const SolvedStretch& first = solution.stretches.front();
        const Decimal& input = first.above ? first.to.input : first.from.input;
        answer.see.push_back("burden run " + shell_word(solution.scenario->name) +
                             settings_typed(*solution.scenario, solution.request.vary) + " --set " +
                             words.setting(input));
    }
    add_notes(answer, solution, words);
    return answer;
}

}  // namespace burden::brief
