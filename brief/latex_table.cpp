#include "burden/brief/latex_table.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "burden/brief/display_width.hpp"
#include "burden/brief/figure_text.hpp"
#include "burden/brief/latex_text.hpp"
#include "burden/brief/shared.hpp"

namespace burden::brief {
namespace {

/// Of the text of a page, upright and on its side, in points.
constexpr double upright_width = 456;
constexpr double lying_width = 690;
/// A table of so few rows is kept on one page.
constexpr std::size_t rows_kept_together = 14;
/// Heads of columns of figures are wrapped to this many ems, or to the figures' width.
constexpr double head_width = 4.5;
constexpr std::size_t most_head_lines = 8;
/// Words in a column of figures are wrapped to as many, in at most so many lines.
constexpr std::size_t most_lines = 30;
constexpr double words_among_figures = 9;
constexpr double note_width = 0.4;

/// How a table is set: the size of its font, and the space on both sides of a column.
struct Setting {
    std::string_view font;
    double points;
    double space;
    bool upright;

    double page() const { return upright ? upright_width : lying_width; }
};
constexpr std::array settings = {
    Setting{"\\small", 9, 4, true},           Setting{"\\footnotesize", 8, 3.5, true},
    Setting{"\\scriptsize", 7, 3, true},      Setting{"\\small", 9, 4, false},
    Setting{"\\footnotesize", 8, 3.5, false}, Setting{"\\scriptsize", 7, 3, false},
};

bool is_blank(const Cell& cell) {
    const auto* words = std::get_if<std::string>(&cell.content);
    return cell.notes.empty() && words != nullptr && words->empty();
}

/// A figure as siunitx reads it: the digits of `figure_text`, without its commas.
std::string digits_of(const Figure& figure, const Column& column) {
    static constexpr std::string_view minus = "−";
    std::string text = figure_text(figure, column);
    if (text.starts_with(minus)) {
        text.replace(0, minus.size(), "-");
    }
    std::erase(text, ',');
    return text;
}

/// What a column asks for, in ems of its font.
struct Shape {
    bool figures = false;    ///< set by siunitx
    std::size_t before = 1;  ///< most digits before the point
    std::size_t after = 0;   ///< most digits after it
    bool sign = false;
    std::vector<int> notes = {};  ///< the widest that stand behind a figure
    std::string mark = {};        ///< the widest mark that stands behind a figure
    double natural = 0;           ///< as wide as its texts on one line
    double least = 0;             ///< as wide as its words may be broken to
    std::vector<std::string> head = {};
    double width = 0;     ///< as it is set
    bool broken = false;  ///< whether its texts are broken over lines
};

double width_of(const std::vector<std::string>& lines, Language language) {
    double width = 0;
    for (const std::string& one : lines) {
        width = std::max(width, latex_width(one, language));
    }
    return width;
}

/// The widest piece of a text that is not broken: a long word is, see `latex_text`.
double widest_word(std::string_view text, Language language) {
    constexpr double widest_piece = 9;
    constexpr int longest_unbroken = 20;
    double width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        const double whole = latex_width(word, language);
        width =
            std::max(width, display_width(word) > longest_unbroken ? std::min(whole, widest_piece) : whole);
        at = end + 1;
    }
    return width;
}

double notes_width(const std::vector<int>& notes) {
    return note_width *
           static_cast<double>(superscript(notes).empty() ? 0 : display_width(superscript(notes)));
}

class TableText {
public:
    TableText(const Table& table, Language language) : table_(table), language_(language) {
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            shapes_.push_back(shape_of(column));
        }
    }

    std::string text() {
        for (const Setting& setting : settings) {
            if (fits(all(), setting)) {
                return set(all(), setting, 0);
            }
        }
        std::string text;
        const auto parts = this->parts(settings[1]);
        for (std::size_t part = 0; part < parts.size(); ++part) {
            fits(parts[part], settings[1]);
            text += set(parts[part], settings[1], part);
        }
        return text;
    }

private:
    using Columns = std::vector<std::size_t>;

    Columns all() const {
        Columns columns(table_.columns.size());
        for (std::size_t at = 0; at < columns.size(); ++at) {
            columns[at] = at;
        }
        return columns;
    }

    /// The cells behind one that are empty and may be written over.
    std::size_t room_behind(const Row& row, const Columns& columns, std::size_t at) const {
        std::size_t last = at;
        while (last + 1 < columns.size() && is_blank(row.cells[columns[last + 1]])) {
            ++last;
        }
        return last - at;
    }

    Shape shape_of(std::size_t at) const {
        const Column& column = table_.columns[at];
        Shape shape;
        double figures = 0;
        for (const Row& row : table_.rows) {
            const Cell& cell = row.cells[at];
            if (const auto* figure = std::get_if<Figure>(&cell.content); figure != nullptr && !column.words) {
                measure(shape, digits_of(*figure, column), cell.notes, at == 0 ? row.mark : "");
                shape.figures = true;
                continue;
            }
            const std::string words =
                plain(cell, column) + (at == 0 && !row.mark.empty() ? " " + row.mark : "");
            const double width = notes_width(cell.notes);
            if (!column.words) {
                shape.natural = std::max(
                    shape.natural,
                    width_of(lines_within(words, words_among_figures, most_lines, language_), language_) +
                        width);
            } else if (room_behind(row, all(), at) == 0) {
                shape.natural = std::max(shape.natural, latex_width(words, language_) + width);
            }
            shape.least = std::max(shape.least, widest_word(words, language_) + width);
        }
        if (shape.figures) {
            const auto commas = (shape.before - 1) / 3;
            figures = 0.1 + 0.5 * static_cast<double>(shape.before + shape.after) +
                      0.28 * static_cast<double>(commas) + (shape.after > 0 ? 0.28 : 0) +
                      (shape.sign ? 0.78 : 0) + notes_width(shape.notes) +
                      (shape.mark.empty() ? 0 : 0.2 + latex_width(shape.mark, language_));
        }
        shape.head = head_of(column, figures);
        const double head = 1.06 * width_of(shape.head, language_);
        shape.natural = std::max({shape.natural, figures, head});
        shape.least =
            column.words ? std::min(shape.natural, std::max({shape.least, head, 5.0})) : shape.natural;
        return shape;
    }

    void measure(Shape& shape, const std::string& digits, const std::vector<int>& notes,
                 const std::string& mark) const {
        const bool sign = digits.front() == '-' || digits.front() == '+';
        const std::size_t point = std::min(digits.find('.'), digits.size());
        shape.before = std::max(shape.before, point - (sign ? 1 : 0));
        shape.after = std::max(shape.after, digits.size() - std::min(digits.size(), point + 1));
        shape.sign = shape.sign || sign;
        shape.notes = notes_width(notes) > notes_width(shape.notes) ? notes : shape.notes;
        shape.mark = latex_width(mark, language_) > latex_width(shape.mark, language_) ? mark : shape.mark;
    }

    /// The lines over a column: its label and, below it, its unit where the caption does not say it.
    std::vector<std::string> head_of(const Column& column, double figures) const {
        const double room = std::max({head_width, figures, 0.56 * std::min(longest_word(column.label), 14)});
        std::vector<std::string> lines;
        const auto add = [&](const std::string& text, double width) {
            const auto more = lines_within(text, width, most_head_lines, language_);
            lines.insert(lines.end(), more.begin(), more.end());
        };
        if (!column.label.empty()) {
            add(column.label, column.words ? std::max(room, 12.0) : room);
        }
        if (!column.unit.empty() && !caption_says(table_.caption, column.unit)) {
            add("(" + column.unit + ")", std::max(room, 6.0));
        }
        if (lines.empty()) {
            lines.emplace_back();
        }
        return lines;
    }

    /// A cell's text as it is, for its width.
    static std::string plain(const Cell& cell, const Column& column) {
        if (const auto* figure = std::get_if<Figure>(&cell.content)) {
            return figure_text(*figure, column);
        }
        const auto* words = std::get_if<std::string>(&cell.content);
        return words != nullptr ? *words : column.words ? "" : "–";
    }

    /// Whether columns stand side by side on a page; sets their widths.
    bool fits(const Columns& columns, const Setting& setting) {
        double room = setting.page() - 2 * setting.space * static_cast<double>(columns.size());
        std::vector<std::size_t> broken;
        for (const std::size_t column : columns) {
            Shape& shape = shapes_[column];
            shape.broken = false;
            shape.width = shape.natural * setting.points;
            room -= shape.width;
            if (table_.columns[column].words) {
                broken.push_back(column);
            }
        }
        if (room >= 0) {
            return true;
        }
        // Every broken column gets what its words need; what is left is shared by how much they miss.
        double missed = 0;
        for (const std::size_t column : broken) {
            Shape& shape = shapes_[column];
            missed += (shape.natural - shape.least) * setting.points;
        }
        if (missed + room < 0) {
            return false;
        }
        for (const std::size_t column : broken) {
            Shape& shape = shapes_[column];
            const double spare = (shape.natural - shape.least) * setting.points;
            shape.broken = spare > 0;
            shape.width -= spare * (missed > 0 ? -room / missed : 0);
        }
        return true;
    }

    /// The columns in parts that fit, the first column in each; a group is parted only where it is too wide.
    std::vector<Columns> parts(const Setting& setting) {
        std::vector<Columns> parts;
        Columns part = {0};
        const auto add = [&](const Columns& more) {
            Columns longer = part;
            longer.insert(longer.end(), more.begin(), more.end());
            if (part.size() > 1 && !fits(longer, setting)) {
                parts.push_back(part);
                longer = {0};
                longer.insert(longer.end(), more.begin(), more.end());
            }
            part = longer;
        };
        for (std::size_t first = 1; first < table_.columns.size();) {
            Columns group = {first};
            const std::string& name = table_.columns[first].group;
            for (++first;
                 first < table_.columns.size() && !name.empty() && table_.columns[first].group == name;
                 ++first) {
                group.push_back(first);
            }
            Columns alone = {0};
            alone.insert(alone.end(), group.begin(), group.end());
            if (fits(alone, setting)) {
                add(group);
                continue;
            }
            for (const std::size_t column : group) {
                add({column});
            }
        }
        parts.push_back(part);
        return parts;
    }

    /// Whether a row has its figures in other parts of the table only.
    bool says_nothing(const Row& row, const Columns& columns) const {
        const auto blank = [&](std::size_t column) { return column == 0 || is_blank(row.cells[column]); };
        const Columns every = all();
        return std::all_of(columns.begin(), columns.end(), blank) &&
               !std::all_of(every.begin(), every.end(), blank);
    }

    std::string set(const Columns& columns, const Setting& setting, std::size_t part) const {
        std::string text = setting.upright ? room(columns) : "\\begin{landscape}\n";
        text += fmt::format("{{{}\\setlength{{\\tabcolsep}}{{{}pt}}\n\\begin{{longtable}}[l]{{@{{}}",
                            setting.font, setting.space);
        for (const std::size_t column : columns) {
            text += column_type(column);
        }
        text += "@{}}\n";
        if (part == 0) {
            text += caption();
        }
        const std::string heads = group_heads(columns) + column_heads(columns);
        text += "\\toprule\n" + heads + "\\midrule\n\\endfirsthead\n";
        text += "\\toprule\n" + heads + "\\midrule\n\\endhead\n";
        text += "\\bottomrule\n\\endfoot\n";
        std::vector<const Row*> rows;
        for (const Row& row : table_.rows) {
            if (!says_nothing(row, columns)) {
                rows.push_back(&row);
            }
        }
        const bool together = rows.size() <= rows_kept_together;
        const bool broken = std::any_of(columns.begin(), columns.end(),
                                        [&](std::size_t column) { return shapes_[column].broken; });
        const std::string apart = broken ? "[2pt]\n" : "\n";
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const bool last = row + 1 == rows.size();
            const bool total_next = !last && rows[row + 1]->rule_above;
            text += rows[row]->rule_above ? "\\midrule\n" : "";
            text += row_text(*rows[row], columns) + (!last && (together || total_next) ? " \\\\*" : " \\\\") +
                    apart;
        }
        text += "\\end{longtable}}\n";
        return text + (setting.upright ? "" : "\\end{landscape}\n");
    }

    /// A short table does not begin where it cannot end, nor a long one at the foot of a page.
    std::string room(const Columns& columns) const {
        const std::size_t rows = table_.rows.size() > rows_kept_together ? 4 : table_.rows.size();
        return columns.empty() ? "" : fmt::format("\\room{{{}pt}}\n", 90 + 13 * rows);
    }

    /// The title, numbered, and what holds for every figure.
    std::string caption() const {
        if (table_.title.empty() && table_.caption.empty()) {
            return {};
        }
        std::string text = latex_text(table_.title, language_);
        if (!table_.caption.empty()) {
            text += (text.empty() ? "" : "\\\\ ") + std::string("\\normalfont\\itshape ") +
                    latex_text(table_.caption, language_);
        }
        return "\\caption[]{" + text + "}\\\\\n";
    }

    std::string column_type(std::size_t column) const {
        const Shape& shape = shapes_[column];
        if (table_.columns[column].words) {
            return shape.broken ? fmt::format("P{{{:.1f}pt}}", shape.width) : "l";
        }
        if (!shape.figures) {
            return "r";
        }
        const std::string behind = behind_figure(shape.notes, shape.mark);
        return fmt::format("S[table-format={}{}.{}{}]", shape.sign ? "-" : "", shape.before, shape.after,
                           behind.empty() ? "" : ", table-space-text-post={" + behind + "}");
    }

    std::string behind_figure(const std::vector<int>& notes, const std::string& mark) const {
        return (mark.empty() ? "" : "\\," + latex_text(mark, language_)) + latex_notes(notes);
    }

    std::string group_heads(const Columns& columns) const {
        std::string heads;
        std::string rules;
        bool any = false;
        for (std::size_t first = 0; first < columns.size();) {
            const std::string& group = table_.columns[columns[first]].group;
            std::size_t last = first;
            double width = shapes_[columns[first]].width;
            while (last + 1 < columns.size() && table_.columns[columns[last + 1]].group == group) {
                ++last;
                width += shapes_[columns[last]].width + 8;
            }
            heads += first == 0 ? "" : " & ";
            const std::size_t count = last - first + 1;
            if (group.empty()) {
                for (std::size_t at = 1; at < count; ++at) {
                    heads += " & ";
                }
                if (!table_.columns[columns[first]].words && count == 1) {
                    heads += "{}";
                }
            } else {
                any = true;
                const double room = std::max(5.0, width / 10);
                heads += fmt::format(
                    "\\multicolumn{{{}}}{{c}}{{{}}}", count,
                    latex_stack(lines_within(group, room, most_head_lines, language_), false, language_));
                rules += fmt::format("\\cmidrule(lr){{{}-{}}}", first + 1, last + 1);
            }
            first = last + 1;
        }
        return any ? heads + " \\\\\n" + rules + "\n" : "";
    }

    std::string column_heads(const Columns& columns) const {
        std::string heads;
        for (std::size_t at = 0; at < columns.size(); ++at) {
            const Shape& shape = shapes_[columns[at]];
            const std::string text = latex_stack(shape.head, table_.columns[columns[at]].words, language_);
            heads += at == 0 ? "" : " & ";
            heads += "{" + text + "}";
        }
        return heads + " \\\\\n";
    }

    std::string row_text(const Row& row, const Columns& columns) const {
        std::string text;
        for (std::size_t at = 0; at < columns.size(); ++at) {
            const std::size_t column = columns[at];
            const Column& described = table_.columns[column];
            text += at == 0 ? "" : " & ";
            const std::string mark = column == 0 ? row.mark : "";
            const std::size_t behind = room_behind(row, columns, at);
            if (described.words && behind > 0 && !is_blank(row.cells[column])) {
                text += spanning(row.cells[column], mark, columns, at, behind);
                at += behind;
            } else {
                text += cell_text(row.cells[column], column, mark);
            }
        }
        return text;
    }

    /// Words that go on over the empty cells behind them.
    std::string spanning(const Cell& cell, const std::string& mark, const Columns& columns, std::size_t at,
                         std::size_t behind) const {
        double width = 0;
        for (std::size_t other = at; other <= at + behind; ++other) {
            width += shapes_[columns[other]].width + (other == at ? 0 : 8);
        }
        const std::string words = cell_text(cell, columns[at], mark);
        const bool breaks = latex_width(plain(cell, table_.columns[columns[at]]), language_) * 9 > width;
        const std::string edge = at == 0 ? "@{}" : "";
        return fmt::format("\\multicolumn{{{}}}{{{}{}}}{{{}}}", behind + 1, edge,
                           breaks ? fmt::format("P{{{:.1f}pt}}", width) : "l", words);
    }

    std::string cell_text(const Cell& cell, std::size_t column, const std::string& mark) const {
        const Column& described = table_.columns[column];
        if (const auto* figure = std::get_if<Figure>(&cell.content); figure != nullptr && !described.words) {
            const std::string behind = behind_figure(cell.notes, mark);
            return digits_of(*figure, described) + (behind.empty() ? "" : "{" + behind + "}");
        }
        const std::string words = plain(cell, described);
        std::string text = described.words
                               ? latex_text(words, language_)
                               : latex_stack(lines_within(words, words_among_figures, most_lines, language_),
                                             false, language_);
        text += mark.empty() ? "" : (text.empty() ? "" : "~") + latex_text(mark, language_);
        text += latex_notes(cell.notes);
        return text.empty() || described.words ? text : "{" + text + "}";
    }

    const Table& table_;
    Language language_;
    std::vector<Shape> shapes_;
};

}  // namespace

std::string latex_notes(const std::vector<int>& notes) {
    std::string text;
    for (const int note : notes) {
        text += (text.empty() ? "" : ",") + std::to_string(note);
    }
    return text.empty() ? text : "\\notes{" + text + "}";
}

std::string latex_table(const Table& table, Language language) {
    return table.columns.empty() ? std::string() : TableText(table, language).text();
}

}  // namespace burden::brief
