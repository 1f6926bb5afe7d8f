#include "burden/brief/derivation.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "burden/brief/citations.hpp"
#include "burden/brief/derivation_outline.hpp"
#include "burden/brief/display_width.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/calc/nearest.hpp"

namespace burden::brief {
namespace {

/// A line in two columns.
struct Line {
    int indent = 0;
    std::string left;
    std::string right;
};

/// Writes the outline as lines.
class TextLines {
public:
    explicit TextLines(const Outline& outline) : outline_(outline) {}

    std::vector<Line> lines() {
        const OutlineEntry& cell = outline_.entries().front();
        constexpr int below_head = 2;
        if (cell.formula) {
            lines_.push_back({below_head, "= " + names(*cell.formula), figures(*cell.formula)});
            add_below(cell, below_head * 2);
        } else if (outline_.is_input(cell)) {
            lines_.push_back({below_head, "= " + outline_.figure_of(cell.step), origin(cell)});
        }
        return std::move(lines_);
    }

private:
    std::string names(const Formula& formula) const {
        return written(formula, plain_notation(), [&](std::size_t step) { return outline_.symbol_of(step); });
    }
    /// Nothing where the formula is of numbers alone.
    std::string figures(const Formula& formula) const {
        const std::string text = written(formula, plain_notation(),
                                         [&](std::size_t step) { return outline_.figure_within(step); });
        return text == names(formula) ? std::string() : text;
    }

    void add_below(const OutlineEntry& above, int indent) {
        constexpr int step_in = 2;
        for (const std::size_t at : above.below) {
            const OutlineEntry& entry = outline_.entries()[at];
            if (entry.formula) {
                lines_.push_back(
                    {indent, entry.symbol + " = " + names(*entry.formula), figures(*entry.formula)});
                add_below(entry, indent + step_in);
            } else if (outline_.is_input(entry)) {
                // What was not followed has its figure in the formula above, and nothing to add.
                lines_.push_back(
                    {indent, entry.symbol + " = " + outline_.figure_of(entry.step), origin(entry)});
            }
        }
    }

    /// Where an input stands, what it is, whose, and why; each reason once.
    std::string origin(const OutlineEntry& entry) {
        const calc::Origin& origin = outline_.step_of(entry).origin;
        std::vector<std::string> words;
        if (!origin.place.empty()) {
            words.push_back(origin.place);
        }
        if (origin.label != entry.symbol) {
            words.push_back(origin.label);
        }
        words.insert(words.end(), origin.sources.begin(), origin.sources.end());
        std::string text = joined(words);
        if (!origin.why.empty() && told_.insert(origin.why).second) {
            text += ": " + origin.why;
        }
        return harmless(text);
    }

    const Outline& outline_;
    std::vector<Line> lines_;
    std::set<std::string> told_;
};

std::string spaces(int count) {
    std::string text;
    text.resize(static_cast<std::size_t>(std::max(0, count)), ' ');
    return text;
}

/// Lines in two columns: the second begins where the first ends in all lines that leave it room.
std::string in_columns(const std::vector<Line>& lines, int width) {
    constexpr int gap = 3;
    const int most = width * 11 / 20;
    int column = 0;
    for (const Line& line : lines) {
        const int end = line.indent + display_width(line.left);
        column = end <= most ? std::max(column, end) : column;
    }
    column = column == 0 ? most : column + gap;
    std::string text;
    for (const Line& line : lines) {
        constexpr int hanging = 4;
        const auto left = wrapped(line.left, width - line.indent - hanging);
        const auto right = line.right.empty() ? std::vector<std::string>()
                                              : wrapped(line.right, std::max(1, width - column));
        for (std::size_t at = 0; at + 1 < left.size(); ++at) {
            text += spaces(line.indent + (at == 0 ? 0 : hanging)) + left[at] + "\n";
        }
        std::string last = spaces(line.indent + (left.size() == 1 ? 0 : hanging)) + left.back();
        std::size_t next = 0;
        if (!right.empty() && display_width(last) + gap <= column) {
            last += spaces(column - display_width(last)) + right.front();
            next = 1;
        }
        text += last + "\n";
        for (; next < right.size(); ++next) {
            text += spaces(column) + right[next] + "\n";
        }
    }
    return text;
}

std::string paragraph(const std::string& words, int width) {
    std::string text;
    for (const std::string& line : wrapped(words, width - 1)) {
        text += " " + line + "\n";
    }
    return text;
}

}  // namespace

calc::Parsed<DerivationForm> read_derivation_form(std::string_view text) {
    using Form = DerivationForm;
    const std::vector<std::pair<std::string, Form>> forms = {
        {"text", Form::text}, {"latex", Form::latex}, {"dot", Form::dot}, {"json", Form::json}};
    std::vector<std::string> names;
    for (const auto& [name, form] : forms) {
        if (name == text) {
            return form;
        }
        names.push_back(name);
    }
    return calc::unknown_name("form", text, names);
}

std::string derivation_text(const inputs::CellDerivation& derivation, int width) {
    const Outline outline(derivation);
    std::string head = outline.entries().front().symbol + " = " + outline.figure_of(0);
    if (derivation.unit.money && derivation.unit.money->prices.year()) {
        head += ", prices of " + std::to_string(*derivation.unit.money->prices.year());
    }
    std::string text = head + "\n" + in_columns(TextLines(outline).lines(), width);
    std::vector<std::string> sources;
    for (const OutlineEntry& entry : outline.entries()) {
        const auto& keys = outline.step_of(entry).origin.sources;
        sources.insert(sources.end(), keys.begin(), keys.end());
    }
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    if (outline.closed() > 0 || derivation.cut || !sources.empty()) {
        text += "\n";
    }
    if (outline.closed() > 0 && !derivation.cut) {
        const std::string results = outline.closed() == 1 ? " result is" : " results are";
        text += paragraph(std::to_string(outline.closed()) + results + " followed no further here: --depth " +
                              std::to_string(derivation.depth + 1) + " goes on.",
                          width);
    }
    if (derivation.cut) {
        text += paragraph("Only the first " + std::to_string(derivation.steps.size()) +
                              " steps are shown: ask for one year, or for less with --depth.",
                          width);
    }
    if (!sources.empty()) {
        text += paragraph("Sources " + harmless(joined(sources)) + "; burden sources KEY opens one.", width);
    }
    return text;
}

std::string written(const inputs::CellDerivation& derivation, DerivationForm form, int width) {
    switch (form) {
        case DerivationForm::latex:
            return derivation_latex(derivation);
        case DerivationForm::dot:
            return derivation_dot(derivation);
        case DerivationForm::json:
            return derivation_json(derivation);
        case DerivationForm::text:
            break;
    }
    return derivation_text(derivation, width);
}

}  // namespace burden::brief
