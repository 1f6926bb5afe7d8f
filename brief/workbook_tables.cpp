#include "burden/brief/workbook_tables.hpp"

#include <algorithm>
#include <utility>

#include "burden/brief/display_width.hpp"
#include "burden/brief/figure_text.hpp"
#include "burden/brief/shared.hpp"

namespace burden::brief {

namespace {

using Side = CellStyle::Side;

bool has_groups(const Table& table) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const Column& column) { return !column.group.empty(); });
}

bool has_marks(const Table& table) {
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [](const Row& row) { return !row.mark.empty(); });
}

/// A table on its sheet.
class TableSheet {
public:
    TableSheet(const Table& table, const Document& document, const WorkbookRuns& runs, WorkbookSheet& sheet)
        : table_(table),
          document_(document),
          runs_(runs),
          sheet_(sheet),
          widths_(table.columns.size(), 6),
          labels_row_(groups_row + (has_groups(table) ? 1 : 0)),
          units_row_(labels_row_ + 1),
          first_row_(units_row_ + 1),
          marked_(has_marks(table)) {}

    /// Whether any figure is a formula.
    bool write() {
        sheet_.text({0, 0}, table_.title, {.bold = true, .size = 14});
        sheet_.text({1, 0}, table_.caption, {.italic = true, .dim = true});
        write_heads();
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            write_row(table_.rows[row], first_row_ + row);
        }
        write_below(first_row_ + table_.rows.size() + 1);
        for (std::size_t at = 0; at < widths_.size(); ++at) {
            const std::size_t column = column_of(at);
            sheet_.width(column, column, widths_[at] + 2);
        }
        std::vector<std::pair<std::string, int>> labels;
        for (std::size_t at = 0; at < widths_.size(); ++at) {
            labels.emplace_back(table_.columns[at].label, static_cast<int>(widths_[at]));
        }
        sheet_.height(labels_row_, height_of(labels));
        if (marked_) {
            sheet_.width(1, 1, 3);
        }
        sheet_.freeze(first_row_, marked_ ? 2 : 1);
        sheet_.repeat(groups_row, first_row_ - 1);
        return computes_;
    }

private:
    static constexpr std::size_t groups_row = 3;

    /// Marks stand in a column of their own behind the first.
    std::size_t column_of(std::size_t at) const { return at + (marked_ && at > 0 ? 1 : 0); }

    /// Words keep their distance from figures that are set to the right before them.
    int indent_of(std::size_t at) const {
        return at > 1 && table_.columns[at].words && !table_.columns[at - 1].words ? 1 : 0;
    }

    void widen(std::size_t at, int width, int most) {
        widths_[at] = std::max(widths_[at], static_cast<double>(std::min(width, most)));
    }

    void write_heads() {
        CellStyle style{.bold = true, .wrap = true, .shaded = true};
        const auto& columns = table_.columns;
        const auto side = [&](std::size_t at) {
            return columns[at].words || at == 0 ? Side::left : Side::right;
        };
        const std::size_t last = columns.empty() ? 0 : column_of(columns.size() - 1);
        for (std::size_t row = groups_row; row <= units_row_; ++row) {
            for (std::size_t column = 0; column <= last; ++column) {
                sheet_.text({row, column}, "", {.rule_below = row == units_row_, .shaded = true});
            }
        }
        for (std::size_t at = 0; at < columns.size();) {
            std::size_t end = at + 1;
            while (end < columns.size() && columns[end].group == columns[at].group) {
                ++end;
            }
            if (!columns[at].group.empty()) {
                CellStyle group = style;
                group.side = end - at > 1 ? Side::centre : side(at);
                group.rule_below = end - at > 1;
                sheet_.heading({groups_row, column_of(at)}, column_of(end - 1), columns[at].group, group);
                const int share = display_width(columns[at].group) / static_cast<int>(end - at) + 1;
                for (std::size_t one = at; one < end; ++one) {
                    widen(one, share, 24);
                }
            }
            at = end;
        }
        for (std::size_t at = 0; at < columns.size(); ++at) {
            style.side = side(at);
            style.indent = indent_of(at);
            sheet_.text({labels_row_, column_of(at)}, columns[at].label, style);
            widen(at,
                  std::min(display_width(columns[at].label), std::max(12, longest_word(columns[at].label))),
                  30);
            sheet_.text({units_row_, column_of(at)}, columns[at].unit,
                        {.dim = true, .rule_below = true, .shaded = true, .side = side(at)});
            widen(at, display_width(columns[at].unit), 30);
        }
    }

    void write_row(const Row& row, std::size_t at_row) {
        double lines = 0;
        if (marked_) {
            sheet_.text({at_row, 1}, row.mark,
                        {.dim = true, .rule_above = row.rule_above, .side = Side::centre});
        }
        for (std::size_t at = 0; at < row.cells.size() && at < table_.columns.size(); ++at) {
            const Cell& cell = row.cells[at];
            const Column& column = table_.columns[at];
            const CellPlace place{at_row, column_of(at)};
            CellStyle style{.bold = row.rule_above && at == 0, .rule_above = row.rule_above};
            if (const auto* figure = std::get_if<Figure>(&cell.content)) {
                style.number = number_format(*figure, column, cell.notes);
                write_figure(*figure, place, style);
                widen(at, display_width(figure_text(*figure, column) + superscript(cell.notes)) + 1, 40);
                continue;
            }
            const auto* words = std::get_if<std::string>(&cell.content);
            const std::string text = (words != nullptr ? *words : "") + superscript(cell.notes);
            style.side = column.words || at == 0 ? Side::left : Side::right;
            style.wrap = display_width(text) > longest_words;
            style.indent = indent_of(at);
            lines = std::max(lines, height_of({{text, longest_words}}));
            sheet_.text(place, text, style);
            widen(at, display_width(text), longest_words);
        }
        if (lines > height_of({})) {
            sheet_.height(at_row, lines);
        }
    }

    void write_figure(const Figure& figure, CellPlace place, const CellStyle& style) {
        if (const auto computed = runs_.computed(figure)) {
            computes_ = true;
            sheet_.formula(place, computed->formula, computed->value, style);
        } else {
            sheet_.number(place, figure.value, style);
        }
    }

    /// Marks and notes that stand at the table, so that it may be read alone.
    void write_below(std::size_t row) {
        for (const auto& [mark, meaning] : marks_borne({&table_})) {
            sheet_.text({row++, 0}, mark + "  " + translated(meaning, document_.language), {.dim = true});
        }
        std::vector<int> notes;
        for (const Row& one : table_.rows) {
            for (const Cell& cell : one.cells) {
                notes.insert(notes.end(), cell.notes.begin(), cell.notes.end());
            }
        }
        std::sort(notes.begin(), notes.end());
        notes.erase(std::unique(notes.begin(), notes.end()), notes.end());
        for (const int note : notes) {
            if (note >= 1 && static_cast<std::size_t>(note) <= document_.notes.size()) {
                sheet_.text({row++, 0},
                            std::to_string(note) + "  " + document_.notes[static_cast<std::size_t>(note) - 1],
                            {.dim = true});
            }
        }
    }

    static constexpr int longest_words = 60;

    const Table& table_;
    const Document& document_;
    const WorkbookRuns& runs_;
    WorkbookSheet& sheet_;
    std::vector<double> widths_;
    std::size_t labels_row_;
    std::size_t units_row_;
    std::size_t first_row_;
    bool marked_;
    bool computes_ = false;
};

}  // namespace

std::string number_format(const Figure& figure, const Column& column, const std::vector<int>& notes) {
    const int places = std::max(0, figure.places.value_or(column.places));
    std::string digits = "#,##0";
    digits += places > 0 ? "." + std::string(static_cast<std::size_t>(places), '0') : "";
    // A number of a note stands behind the figure and is no part of it.
    const std::string after = notes.empty() ? "" : "\"" + superscript(notes) + "\"";
    return figure.plus ? "+" + digits + after + ";-" + digits + after + ";" + digits + after : digits + after;
}

bool write_table(const Table& table, const Document& document, const WorkbookRuns& runs,
                 WorkbookSheet& sheet) {
    return TableSheet(table, document, runs, sheet).write();
}

}  // namespace burden::brief
