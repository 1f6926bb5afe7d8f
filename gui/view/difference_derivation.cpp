#include "burden/gui/view/difference_derivation.hpp"

#include <algorithm>
#include <utility>

#include "burden/brief/derivation.hpp"
#include "burden/brief/display_width.hpp"
#include "burden/brief/figure_text.hpp"
#include "burden/gui/view/scenario_text.hpp"
#include "burden/inputs/scenario_derivation.hpp"
#include "burden/inputs/scenario_difference.hpp"
#include "burden/inputs/scenario_run.hpp"

namespace burden::gui {
namespace {

using brief::Figure;
using calc::Decimal;
using inputs::Diagnostic;

/// How deep each derivation goes, as in the window of one scenario.
constexpr calc::Extent usual_extent{.depth = 2, .steps = 5000};

/// More derivations below one another are read by nobody: of the mixtures beyond, only the values are told.
constexpr std::size_t most_derived = 8;

const Figure* figure_in(const brief::Row& row, std::size_t column) {
    return column < row.cells.size() ? std::get_if<Figure>(&row.cells[column].content) : nullptr;
}

std::string words_in(const brief::Row& row, std::size_t column) {
    const auto* const words =
        column < row.cells.size() ? std::get_if<std::string>(&row.cells[column].content) : nullptr;
    return words == nullptr ? std::string() : *words;
}

/// The place of a column; past the end where there is none.
std::size_t column_of(const brief::Table& table, std::string_view key) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const brief::Column& column) { return column.key == key; });
    return static_cast<std::size_t>(found - table.columns.begin());
}

const brief::Table* programs_table(const brief::Answer& answer, std::string_view id) {
    const auto found =
        std::find_if(answer.tables.begin(), answer.tables.end(), [&](const brief::Table& table) {
            return table.id == id && table.audience == brief::Audience::programs;
        });
    return found == answer.tables.end() ? nullptr : &*found;
}

/// "FY2030" of "jpn.spending[FY2030]".
std::string year_in(const std::string& cell) {
    const std::size_t open = cell.find('[');
    calc::require(open != std::string::npos && cell.back() == ']', "a term names the cell of a year");
    return cell.substr(open + 1, cell.size() - open - 2);
}

/// "FY2026–35"
std::string years_words(const std::string& first, const std::string& last) {
    constexpr std::size_t within_century = 2;
    if (first == last) {
        return first;
    }
    const std::size_t common = last.size() - within_century;
    const bool one_century = first.size() == last.size() && first.substr(0, common) == last.substr(0, common);
    return first + "–" + (one_century ? last.substr(common) : last);
}

std::optional<DifferenceFigure> as_asked(std::string name, const Figure& figure,
                                         const brief::Column& column) {
    if (figure.terms.empty()) {
        return std::nullopt;
    }
    return DifferenceFigure{
        .name = std::move(name),
        .years = years_words(year_in(figure.terms.front().cell), year_in(figure.terms.back().cell)),
        .value = brief::figure_with_unit(figure, column),
        .figure = figure,
        .column = column};
}

constexpr std::string_view parts_id = "diff-why-";
constexpr std::string_view part_years_id = "diff-why-years-";
constexpr std::string_view chart_ending = "-waterfall";

/// The name of a row of a table of parts: people read "both at once", and programs which.
std::string part_in_row(const brief::Answer& answer, const brief::Table& table, std::size_t row) {
    const brief::Table* const parts = programs_table(answer, table.id);
    if (parts != nullptr && row < parts->rows.size()) {
        return words_in(parts->rows[row], column_of(*parts, "part"));
    }
    return words_in(table.rows[row], column_of(table, "part"));
}

/// The cells of one run that a figure is the sum of.
struct Part {
    std::size_t run = 0;
    std::string cell;  ///< "jpn.spending[FY2030]", "jpn.spending[FY2026..FY2035]"
    Decimal factor;
    Decimal adds = 0;        ///< to the figure, in its unit
    std::string words = {};  ///< "jpn-5-by-2035", "with policy of … and growth of …"
    std::string below = {};  ///< its derivation
};

/// The second side first, then the mixtures from those that have most of it, the first side last.
bool stands_before(const Part& one, const Part& other) {
    const auto rank = [](const Part& part) { return part.run == 1 ? 0 : part.run == 0 ? 2 : 1; };
    return rank(one) != rank(other) ? rank(one) < rank(other) : one.run > other.run;
}

std::vector<Part> parts_of(const Figure& figure) {
    std::vector<Part> parts;
    for (std::size_t first = 0; first < figure.terms.size();) {
        const brief::FigureTerm& term = figure.terms[first];
        std::size_t end = first + 1;
        while (end < figure.terms.size() && figure.terms[end].run == term.run) {
            calc::require(figure.terms[end].factor == term.factor, "the years of a sum count alike");
            ++end;
        }
        const std::string last = year_in(figure.terms[end - 1].cell);
        std::string cell = term.cell;
        if (end - first > 1) {
            // A sum over years is one cell of its own.
            cell.insert(cell.size() - 1, ".." + last);
        }
        parts.push_back({.run = term.run, .cell = std::move(cell), .factor = term.factor});
        first = end;
    }
    std::sort(parts.begin(), parts.end(), stands_before);
    return parts;
}

/// Digits after the point with which even the figure itself shows three of them.
int places_for(const DifferenceFigure& asked, const Decimal& sum) {
    constexpr int most = 9;
    int places = asked.column.places + 1;
    Decimal size = greatest(sum, -sum);
    for (int place = 0; place < places; ++place) {
        size = size * Decimal(10);
    }
    while (sum != Decimal(0) && places < most && size < Decimal(100)) {
        size = size * Decimal(10);
        ++places;
    }
    return places;
}

std::string spaces(int count) {
    std::string text;
    text.resize(static_cast<std::size_t>(std::max(0, count)), ' ');
    return text;
}

class Deriver {
public:
    Deriver(const DifferenceFigure& asked, brief::Language language, int width)
        : asked_(asked), language_(language), width_(width), parts_(parts_of(asked.figure)) {}

    /// Computes what the figure is made of; what went wrong, if anything.
    std::vector<Diagnostic> compute(const inputs::ScenarioDifference& difference,
                                    const std::stop_token& stop) {
        before_ = name_with_settings(*difference.first.scenario);
        after_ = name_with_settings(*difference.second.scenario);
        const auto mixtures = inputs::mixtures_of(difference);
        std::size_t derived = 0;
        for (Part& part : parts_) {
            if (stop.stop_requested()) {
                return {{.message = "nobody waits for it any more"}};
            }
            if (part.run >= mixtures.size()) {
                return {{.message = "a file that the scenarios rest on has changed: compare them anew"}};
            }
            part.words = part.run == 0   ? before_
                         : part.run == 1 ? after_
                                         : "with " + mixtures[part.run].words;
            const bool deeply = derived++ < most_derived;
            if (auto problems = compute(part, mixtures[part.run], deeply); !problems.empty()) {
                return problems;
            }
        }
        return {};
    }

    std::string text() const {
        std::string text = parts_.size() == 1 ? std::string() : what_it_is() + "\n" + sum() + "\n";
        for (const Part& part : parts_) {
            if (part.below.empty()) {
                continue;
            }
            const std::string heading = brief::wrapped(said(part.words), width_).front();
            text += paragraph(said(part.words));
            for (int column = 0; column < brief::display_width(heading); ++column) {
                text += "─";
            }
            text += "\n" + part.below + "\n";
        }
        if (parts_.size() > most_derived) {
            text +=
                paragraph(said(std::to_string(parts_.size() - most_derived) + " more are computed likewise"));
        }
        while (text.ends_with("\n\n")) {
            text.pop_back();
        }
        return text;
    }

private:
    std::vector<Diagnostic> compute(Part& part, const inputs::DifferenceMixture& mixture, bool deeply) const {
        const auto cell = inputs::ScenarioCell::read(part.cell);
        calc::require(static_cast<bool>(cell), "a term names a cell");
        const auto plan = inputs::plan_of(*mixture.facts, mixture.scenario);
        if (!plan) {
            return plan.diagnostics();
        }
        if (deeply) {
            const auto derivation = inputs::cell_derivation(mixture.scenario, *plan, *cell, usual_extent);
            if (!derivation) {
                return derivation.diagnostics();
            }
            part.adds = derivation->value * part.factor;
            part.below = brief::derivation_text(*derivation, width_);
            return {};
        }
        const auto place = inputs::placed(*cell, *plan, "cell");
        if (!place) {
            return place.diagnostics();
        }
        const auto value = inputs::value_of(*place, models::projections(inputs::plan_as<Decimal>(*plan)));
        calc::require(value.has_value(), "what was compared is known in every mixture");
        part.adds = *value * part.factor;
        return {};
    }

    std::string said(const std::string& english) const { return brief::translated(english, language_); }

    std::string paragraph(const std::string& words) const {
        std::string text;
        for (const std::string& line : brief::wrapped(words, width_)) {
            text += line + "\n";
        }
        return text;
    }

    /// What a sum is, before its terms.
    std::string what_it_is() const {
        const bool sides = parts_.size() == 2 && parts_.front().run == 1 && parts_.back().run == 0;
        const bool alone = parts_.size() == 2 && parts_.back().run == 0;
        return paragraph(
            said(sides   ? "What " + after_ + " has beyond " + before_
                 : alone ? "What " + asked_.name + " does by itself: taken from " + after_ +
                               ", all else as in " + before_
                         : "What " + asked_.name +
                               " do only together, beyond each by itself: these mixtures of both, added up"));
    }

    /// The terms below one another, and the figure that they come to.
    std::string sum() const {
        Decimal all = 0;
        for (const Part& part : parts_) {
            all += part.adds;
        }
        const int places = places_for(asked_, all);
        const auto figure = [&](const Decimal& value) {
            return said(
                brief::figure_with_unit({.value = value, .places = places, .plus = true}, asked_.column));
        };
        std::string last;
        if (asked_.figure.footed && rounded(all, *asked_.figure.footed) != asked_.figure.value) {
            last = said("shown as " + asked_.value + ", rounded so that the parts add");
        }
        std::vector<std::pair<std::string, std::string>> lines;
        for (const Part& part : parts_) {
            lines.emplace_back(figure(part.adds), said(part.words));
        }
        lines.emplace_back(figure(all), last);
        int widest = 0;
        for (const auto& line : lines) {
            widest = std::max(widest, brief::display_width(line.first));
        }
        constexpr int gap = 3;
        std::string text;
        for (std::size_t at = 0; at < lines.size(); ++at) {
            const auto& [value, words] = lines[at];
            const std::string sign = at + 1 == lines.size() ? "= " : "  ";
            text += "  " + sign + spaces(widest - brief::display_width(value)) + value;
            const int column = 4 + widest + gap;
            bool first = true;
            for (const std::string& line : brief::wrapped(words, std::max(20, width_ - column))) {
                if (!line.empty()) {
                    text += (first ? spaces(gap) : "\n" + spaces(column)) + line;
                }
                first = false;
            }
            text += "\n";
        }
        return text;
    }

    const DifferenceFigure& asked_;
    brief::Language language_;
    int width_;
    std::vector<Part> parts_;
    std::string before_;
    std::string after_;
};

}  // namespace

std::optional<DifferenceFigure> figure_of_bar(const brief::Answer& difference, std::string_view chart_id,
                                              std::size_t place) {
    if (!chart_id.starts_with(parts_id) || !chart_id.ends_with(chart_ending)) {
        return std::nullopt;
    }
    const std::string id(chart_id.substr(0, chart_id.size() - chart_ending.size()));
    const brief::Table* const parts = programs_table(difference, id);
    if (parts == nullptr) {
        return std::nullopt;
    }
    // A bar for each row that has a figure, and the last for all of them.
    const std::size_t figures = column_of(*parts, "difference");
    std::size_t bar = 0;
    for (const brief::Row& row : parts->rows) {
        const Figure* const figure = figure_in(row, figures);
        if (figure != nullptr && bar++ == place) {
            return as_asked(words_in(row, column_of(*parts, "part")), *figure, parts->columns[figures]);
        }
    }
    const brief::Table* const totals =
        programs_table(difference, "diff-totals-" + id.substr(parts_id.size()));
    if (place != bar || totals == nullptr || totals->rows.empty()) {
        return std::nullopt;
    }
    const std::size_t whole = column_of(*totals, "difference");
    const Figure* const figure = figure_in(totals->rows.front(), whole);
    return figure == nullptr ? std::nullopt : as_asked("together", *figure, totals->columns[whole]);
}

std::optional<DifferenceFigure> figure_of_cell(const brief::Answer& difference, std::size_t table,
                                               std::size_t row, std::size_t column) {
    if (table >= difference.tables.size() || row >= difference.tables[table].rows.size()) {
        return std::nullopt;
    }
    const brief::Table& asked = difference.tables[table];
    const bool of_parts = asked.id.starts_with(parts_id) && !asked.id.starts_with(part_years_id);
    const std::size_t at = of_parts ? column_of(asked, "difference") : column;
    const Figure* const figure = figure_in(asked.rows[row], at);
    if (figure == nullptr) {
        return std::nullopt;
    }
    return as_asked(of_parts ? part_in_row(difference, asked, row) : asked.columns[at].label, *figure,
                    asked.columns[at]);
}

inputs::Reading<std::string> derivation_of(const inputs::Facts& facts, const DifferencePair& pair,
                                           const DifferenceFigure& asked, const inputs::FileOpener& open,
                                           brief::Language language, int width, const std::stop_token& stop) {
    const auto first = composed(pair.before, open);
    if (!first) {
        return first.diagnostics();
    }
    const auto second = composed(pair.after, open);
    if (!second) {
        return second.diagnostics();
    }
    // Split again, so that terms mean the same runs: a file that it rests on may have changed on the disk.
    const auto difference = inputs::scenario_difference({&*first, &facts}, {&*second, &facts},
                                                        {.metric = pair.metric, .split = true, .order = {}});
    if (!difference) {
        return difference.diagnostics();
    }
    Deriver deriver(asked, language, width);
    if (auto problems = deriver.compute(*difference, stop); !problems.empty()) {
        return problems;
    }
    return deriver.text();
}

}  // namespace burden::gui
